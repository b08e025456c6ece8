//! The page: the one component of the project. It holds the session, hears of what the reader does, and
//! draws everything from it. Drawn without anybody listening, it is the still that stands there before
//! any script.

use super::browser::{self, Frames, Listener, Watch};
use super::clock::Clock;
use super::command::{Command, named, played, used};
use super::dialog::dialog;
use super::embed::chosen;
use super::later;
use super::turning::chapter_link;
use super::view::{Said, Still, View};
use super::widget::{Drawn, Frame, holder, widget};
use crate::embed::code;
use crate::lesson::{CHAPTERS, Lesson, SANDBOX};
use crate::link::{Address, EMBED, Lock, Motion, Notice, write};
use crate::narration::{Speaker, Told};
use crate::reader::{Action, Dialog, Does, Embedding, Session, key};
use crate::stage::{Kind, Moving, Size, element, layout};
use crate::text::id;
use crate::text::{Depth, Direction, Value, Words};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlElement, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

#[derive(Clone, Properties)]
pub struct PageProps {
    pub words: Words,
    /// Where the reader begins.
    pub begin: Rc<Session>,
    /// Whether anybody listens to what the reader does.
    pub live: bool,
    /// Whether it is a page for a frame.
    #[prop_or_default]
    pub embed: bool,
    /// From the page to the first page of its language, or to that for a frame.
    pub root: String,
    /// The width of the picture, where it is known.
    #[prop_or_default]
    pub width: Option<i32>,
    /// Told of every session after it has been drawn: the address bar.
    #[prop_or_default]
    pub follow: Option<Callback<Session>>,
    /// What stands there until it can be drawn.
    #[prop_or_default]
    pub still: Still,
    /// How the lesson begins, for as long as nothing else can be worked out.
    #[prop_or_default]
    pub told: Rc<Told>,
}

impl PartialEq for PageProps {
    /// The page is mounted once, and nobody above it changes what it was given.
    fn eq(&self, _: &PageProps) -> bool {
        true
    }
}

/// What the page hears.
pub enum Message {
    Do(Action),
    /// What somebody outside wants, which depends on what is so by then.
    Want(Callback<Session, Option<Action>>),
    /// A control was used that is not the player's: what it does, and its value.
    Use(String, String),
    /// To the page of a chapter.
    Visit(u8),
    /// What is fetched later is here.
    Here,
    /// The next part of the still is to be drawn.
    Next,
    Copied(Said),
    /// A frame, at a time in milliseconds.
    Frame(u32),
    Width(i32),
    /// Whether any of the picture can be seen.
    Seen(bool),
}

impl Message {
    /// Whether it can be done only with what is fetched later.
    fn waits(&self) -> bool {
        match self {
            Message::Do(action) => !action.plays(),
            Message::Want(_) | Message::Use(..) | Message::Visit(_) => true,
            _ => false,
        }
    }
}

pub struct Page {
    session: Session,
    words: Words,
    clock: Clock,
    frame: Frame,
    width: Option<i32>,
    seen: bool,
    said: Said,
    /// Whether a question has just been put to the reader, and how.
    asks: Option<Asks>,
    /// The depth of the words that the picture was laid out for, whether for two lanes, and whether for a room.
    laid_out: (Depth, bool, bool),
    closed: Option<Listener>,
    frames: Option<Frames>,
    watch: Option<Watch>,
    /// What the reader has done that waits for what is fetched later.
    waiting: Vec<Message>,
    /// How much of the page has been drawn where a still stands: what is around its parts, and then each of them; and
    /// whether the next step has been taken for nothing.
    drawn: usize,
    tried: bool,
}

/// How a question is put to the reader.
enum Asks {
    /// The run has stopped for it: it has the focus.
    ToBeAnswered,
    /// The reader has stepped to it, and may step on.
    ToBeSeen,
}

impl Component for Page {
    type Message = Message;
    type Properties = PageProps;

    fn create(ctx: &Context<Page>) -> Page {
        let PageProps { words, begin, width, .. } = ctx.props();
        let session = (**begin).clone();
        let mut page = Page {
            words: words.clone(),
            clock: Clock::at(session.moment()),
            frame: Frame::default(),
            width: *width,
            seen: true,
            said: None,
            asks: None,
            laid_out: Default::default(),
            closed: None,
            frames: None,
            watch: None,
            waiting: Vec::new(),
            drawn: 0,
            tried: false,
            session,
        };
        page.measure();
        if ctx.props().still[later::STAGES].is_none() {
            page.lay_out();
        }
        page
    }

    fn update(&mut self, ctx: &Context<Page>, message: Message) -> bool {
        if message.waits() && !later::here() {
            self.waiting.push(message);
            return true;
        }
        match message {
            // There is no further step: whoever presents it presses the same key to go on.
            Message::Do(Action::BeatForward) if self.session.view.present && self.is_over() => {
                self.visit(ctx, self.session.lesson.chapter + 1);
            }
            Message::Do(action) => self.act(action),
            Message::Want(wants) => match wants.emit(self.now()) {
                Some(action) => self.act(action),
                None => return false,
            },
            Message::Use(name, value) => return self.used(ctx, &name, &value),
            Message::Visit(chapter) => self.visit(ctx, chapter),
            Message::Here => {
                self.waiting.drain(..).for_each(|message| ctx.link().send_message(message));
                // What can be drawn now is drawn a little later, and with it all of the rest.
                if self.drawn > later::AT_ONCE {
                    self.soon_next(ctx);
                }
                return false;
            }
            Message::Next => {
                if !self.next(ctx) {
                    return false;
                }
            }
            Message::Frame(now) => {
                if !self.clock.frame(now, &self.session) {
                    self.show();
                    return false;
                }
                self.session = self.session.after(Action::Tick(self.clock.moment));
                // It may have been stopped on the way, for a question to the reader.
                self.clock.moment = self.session.moment();
                let asks = !self.session.playing && self.session.is_asked();
                self.asks = asks.then_some(Asks::ToBeAnswered);
            }
            Message::Width(width) => {
                let width = Some(browser::stepped(width));
                if self.width == width {
                    return false;
                }
                self.width = width;
                self.measure();
                self.lay_out();
            }
            Message::Seen(seen) => self.seen = seen,
            Message::Copied(said) => self.said = said,
        }
        self.run_or_rest(ctx);
        true
    }

    fn view(&self, ctx: &Context<Page>) -> Html {
        let PageProps { live, embed, root, still, told, .. } = ctx.props();
        let words = &self.words;
        let view = View {
            words,
            session: &self.session,
            live: *live,
            embed: *embed,
            root,
            said: &self.said,
            still,
            drawn: self.drawn.saturating_sub(1),
            told,
        };
        let used = ctx.link().batch_callback(|event: Event| {
            let (name, value) = used(&event)?;
            let action = played(&name, &value).map(Message::Do);
            Some(action.unwrap_or(Message::Use(name, value)))
        });
        let pressed = {
            let rtl = words.direction() == Direction::Rtl;
            let keys = self.session.view.keys;
            let pressed = move |event| if keys { pressed(event, rtl) } else { None };
            ctx.link().batch_callback(move |event| {
                Some(match pressed(event)?.action() {
                    Ok(action) => Message::Do(action),
                    Err(chapter) => Message::Visit(chapter),
                })
            })
        };
        // Where a still is to be taken over, the page begins as nothing, out of sight.
        let shown = self.drawn > 0 || still[0].is_none();
        element("div", "page")
            .with("data-theme", self.session.view.theme.name())
            .with("data-motion", Motion::name(self.session.view.motion))
            .when(self.session.view.present, "data-present")
            .when(self.session.dark, "data-dark")
            .with("aria-busy", if self.waiting.is_empty() { "" } else { "true" })
            .hears(Kind::Click, used.clone())
            .hears(Kind::Change, used.clone())
            .hears(Kind::Input, used)
            .holds_all(shown.then(|| widget(&view, &self.frame, self.width, pressed)))
            // Beside the widget: its keys are not the dialog's.
            .holds_all(shown.then(|| dialog(&view, &self.frame.dialog)))
            .end()
    }

    fn rendered(&mut self, ctx: &Context<Page>, first: bool) {
        if first {
            self.soon_next(ctx);
        }
        browser::open_or_close(&self.frame.dialog, self.session.dialog.is_some());
        self.frame.pictures.iter().for_each(|picture| picture.moving.collect());
        self.show();
        // On a small screen it may stand below what can be seen.
        match self.asks.take_if(|_| later::here()) {
            Some(Asks::ToBeAnswered) => {
                let _ = self.frame.question.cast::<HtmlElement>().map(|question| question.focus());
            }
            Some(Asks::ToBeSeen) => browser::bring_up(&self.frame.question, false),
            None => {}
        }
        if let Some(follow) = &ctx.props().follow {
            follow.emit(self.session.clone());
        }
    }
}

impl Page {
    /// What the reader does while the run plays is done at the moment that they see, and not at the
    /// last one that was drawn anew.
    fn act(&mut self, action: Action) {
        if self.session.playing {
            self.session = self.session.after(Action::Tick(self.clock.moment));
        }
        self.measure();
        if !action.plays() {
            self.makes_way(&action);
        }
        let asked = self.session.is_asked();
        self.session = self.session.after(action);
        match (asked, self.session.is_asked()) {
            (true, false) if later::here() => {
                browser::keep_focus(&self.frame.widget, ".predict:focus, .predict :focus");
            }
            (false, true) => self.asks = Some(Asks::ToBeSeen),
            _ => {}
        }
        self.clock.moment = self.session.moment();
        self.lay_out_anew();
    }

    /// What has to be so before the reader's choice is done: the picture in view, the focus where it can stay, and the
    /// words at hand.
    #[inline(never)]
    fn makes_way(&mut self, action: &Action) {
        if matches!(action, Action::Foresee(_) | Action::Compare(_)) {
            // The question may have pushed the picture out of the window.
            browser::bring_up(&self.frame.node, true);
        }
        let another = match action {
            Action::Open(lesson, ..) => !Rc::ptr_eq(lesson, &self.session.lesson),
            _ => false,
        };
        if another {
            // Whoever makes it has the focus. It has a picture of its own.
            self.words = later::words(&self.words);
            self.laid_out.2 = !self.session.view.present;
        } else if matches!(
            action,
            Action::CloseNotices | Action::Foresee(_) | Action::Compare(_) | Action::Open(..)
        ) {
            // What was pressed goes away with the focus on it, or stands elsewhere on the page: the
            // widget takes the focus, comes into view, and its keys go on.
            let widget = self.frame.widget.cast::<HtmlElement>();
            let _ = widget.map(|widget| widget.focus());
        }
    }

    /// Draws a further part of what is a still; whether there was one. Not all of them at once: a phone would not
    /// answer meanwhile. Browsers compile what is called for the first time, which takes as long as the rest, so each is
    /// drawn once for nothing in a task before.
    fn next(&mut self, ctx: &Context<Page>) -> bool {
        let most = if later::here() { later::PARTS } else { later::AT_ONCE };
        if self.drawn > most {
            return false;
        }
        self.tried = !self.tried;
        self.drawn += 1;
        if self.tried || self.drawn <= most {
            self.soon_next(ctx);
        }
        if !self.tried {
            return true;
        }
        match self.drawn {
            LAID_OUT => self.lay_out(),
            WATCHED => self.watches(ctx),
            _ => {}
        }
        drop(Component::view(self, ctx));
        self.drawn -= 1;
        false
    }

    /// Has the browser tell of the dialog and of the picture's place. It stands in sight by now.
    #[inline(never)]
    fn watches(&mut self, ctx: &Context<Page>) {
        let closed = ctx.link().callback(|_| Message::Do(Action::Dialog(None)));
        self.closed = browser::on_close(&self.frame.dialog, closed);
        self.watch = Watch::begin(
            &self.frame.node,
            ctx.link().callback(Message::Width),
            ctx.link().callback(Message::Seen),
        );
    }

    fn soon_next(&self, ctx: &Context<Page>) {
        let link = ctx.link().clone();
        browser::soon(move || link.send_message(Message::Next));
    }

    /// The clock runs while the run plays and anybody can see it.
    fn run_or_rest(&mut self, ctx: &Context<Page>) {
        let runs = self.session.playing && self.seen;
        if runs != self.frames.is_some() {
            self.clock.stop();
            let tell = ctx.link().callback(Message::Frame);
            self.frames = runs.then(|| Frames::start(tell));
        }
    }

    fn show(&self) {
        if let Some(input) = self.frame.scrubber.cast::<HtmlInputElement>() {
            input.set_value(&self.clock.moment.0.to_string());
        }
        let still = browser::reduced_motion(self.session.view.motion);
        for picture in &self.frame.pictures {
            let beside = self.session.beside().filter(|_| picture.without);
            self.clock.show(beside.unwrap_or(&self.session.run), &picture.moving, still);
        }
    }

    /// Whether all that there is to draw has been drawn, and the browser tells of what changes.
    pub fn is_whole(&self) -> bool {
        self.drawn > later::PARTS
    }

    fn is_over(&self) -> bool {
        self.session.moment() == self.session.run.length
    }

    /// The session at the moment that can be seen now.
    #[inline(never)]
    fn now(&self) -> Session {
        match self.session.playing {
            true => self.session.after(Action::Tick(self.clock.moment)),
            false => self.session.clone(),
        }
    }

    /// Whether there is room for two lanes: one above the other, in a window that shows both. A room that looks at
    /// one screen is shown one.
    fn measure(&mut self) {
        let wide = self.width.is_some_and(|width| width >= LANE_WIDTH);
        let present = self.session.view.present;
        let fits = wide && !present && browser::window_height() >= LANES_HEIGHT;
        if fits != self.session.fits {
            self.session = self.session.after(Action::Fits(fits));
        }
    }

    fn lay_out_anew(&mut self) {
        if self.laid_out != self.wants() {
            self.lay_out();
        }
    }

    /// What a layout depends on, beside the width.
    fn wants(&self) -> (Depth, bool, bool) {
        let view = &self.session.view;
        (view.depth, self.session.beside().is_some(), view.present)
    }

    fn lay_out(&mut self) {
        let speaker = speaker(&self.session, &self.words);
        let made = |size, class, without| Drawn {
            layout: layout(&speaker, size),
            class,
            without,
            moving: Moving::default(),
        };
        let lanes = self.session.beside().is_some();
        self.laid_out = self.wants();
        self.frame.pictures = match self.width {
            // Few and large letters, which the style makes as large as the screen allows.
            Some(width) if self.session.view.present => {
                vec![made(Size::of_width(width.min(PRESENT_WIDTH)), "", false)]
            }
            Some(width) if lanes => {
                // Side by side where each has the room that one needs.
                let beside = width >= 2 * LANE_WIDTH;
                let size = if beside { Size::of_width(width / 2) } else { Size::lane(width) };
                let class = if beside { "lane half" } else { "lane" };
                vec![made(size, class, true), made(size, class, false)]
            }
            Some(width) => vec![made(Size::of_width(width), "", false)],
            // Before anybody knows the width, both arrangements stand there, and the style shows one.
            None => vec![
                made(Size::of_width(960), "when-wide", false),
                made(Size::of_width(344), "when-tall", false),
            ],
        };
    }

    /// A control was used that is not the player's; whether anything is otherwise now.
    fn used(&mut self, ctx: &Context<Page>, name: &str, value: &str) -> bool {
        match named(name, value) {
            Some(Command::Do(action)) => ctx.link().send_message(Message::Do(action)),
            Some(Command::Copy) => self.copy(ctx),
            Some(Command::CopyCode) => self.copy_code(ctx),
            None => {}
        }
        false
    }

    #[inline(never)]
    fn visit(&self, ctx: &Context<Page>, chapter: u8) {
        let known = CHAPTERS.iter().any(|(number, _)| *number == chapter);
        if known && !self.session.locks(Lock::Chapter) {
            let carried = write(&self.session.view.carried());
            browser::visit(&chapter_link(&ctx.props().root, chapter, &carried));
        }
    }

    #[inline(never)]
    fn copy(&self, ctx: &Context<Page>) {
        let address = write(&self.session.address());
        let link = match ctx.props().embed {
            // To the whole page: what is around this one is somebody else's.
            true => code(&self.session, &Embedding::link(), &browser::whole(&site(ctx)), "").text,
            false => browser::link_to(&address),
        };
        self.put(ctx, address, link, id::PLAYER_COPIED);
    }

    /// Copies the code that the dialog shows.
    #[inline(never)]
    fn copy_code(&self, ctx: &Context<Page>) {
        let Some(Dialog::Embed(embedding)) = self.session.dialog else { return };
        let title = speaker(&self.session, &self.words).title();
        let code = chosen(&self.session, &self.words, &title, &ctx.props().root, &embedding).text;
        self.put(ctx, code.clone(), code, id::EMBED_COPIED);
    }

    /// Puts a text on the clipboard and says what came of it, for as long as it is about the same thing.
    fn put(&self, ctx: &Context<Page>, about: String, text: String, copied: &'static str) {
        let words = self.words.clone();
        let tell = ctx.link().callback(Message::Copied);
        spawn_local(async move {
            let said = match browser::copy(&text).await {
                true => words.line(copied),
                false => words.say(id::PLAYER_COPY_FAILED, &[("link", Value::Text(&text))]),
            };
            tell.emit(Some((about, said)));
        });
    }
}

/// The steps before which the picture is laid out, and the browser asked to tell of what changes.
const LAID_OUT: usize = later::STAGES + 2;
const WATCHED: usize = later::AT_ONCE + 2;
/// The least width of a lane, and the least height of a window that shows two of them and the player.
const LANE_WIDTH: i32 = 600;
const LANES_HEIGHT: i32 = 720;
/// The width that a picture is laid out for that a whole room is to read.
const PRESENT_WIDTH: i32 = 640;

fn speaker<'a>(session: &'a Session, words: &'a Words) -> Speaker<'a> {
    Speaker { lesson: &session.lesson, run: &session.run, words, depth: session.view.depth }
}

/// From a page for a frame to the first page of its language.
fn site(ctx: &Context<Page>) -> String {
    let root = &ctx.props().root;
    root.strip_suffix(EMBED).unwrap_or(root).to_owned()
}

/// Opens another lesson, or the same, at an address or from where the reader is.
pub fn opens(
    page: &AppHandle<Page>,
    lesson: Option<Rc<Lesson>>,
    address: Option<Address>,
    notices: Vec<Notice>,
) {
    let Some(now) = page.get_component().map(|page| page.now()) else { return };
    let mut address = address.unwrap_or_else(|| now.address());
    if lesson.as_ref().is_some_and(|lesson| lesson.id == SANDBOX) {
        // What the player's switches say is part of the setting that this lesson is made from.
        address.filters = None;
    }
    let lesson = lesson.unwrap_or(now.lesson);
    page.send_message(Message::Do(Action::Open(lesson, address, notices)));
}

/// Does what a key does that was pressed anywhere on a page that is shown to a room.
#[inline(never)]
pub fn presses(page: &AppHandle<Page>, event: Event) {
    let view = page.get_component().map(|page| page.session.view.clone());
    if view.is_some_and(|view| view.present && view.keys)
        && let Some(Ok(action)) = pressed(event, false).map(Does::action)
    {
        page.send_message(Message::Do(action));
    }
}

/// A key, if it is the widget's to act on.
fn pressed(event: Event, rtl: bool) -> Option<Does> {
    let event: KeyboardEvent = event.dyn_into().ok()?;
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
    if modified || event.default_prevented() {
        return None;
    }
    let does = key(&event.key(), holder(&event), rtl)?;
    event.prevent_default();
    Some(does)
}
