//! What the page tells what is around it: the address bar and its own links, after every step; and in a frame,
//! whoever listens there.

use super::browser;
use super::later;
use super::page::{Message, Page};
use super::turning::ALONE;
use crate::embed::{Order, Progress, order, report};
use crate::link;
use crate::link::{Address, EMBED, read, write};
use crate::narration::Speaker;
use crate::reader::{Action, Session};
use crate::text::Words;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::{CustomEvent, CustomEventInit, Element, Event};
use yew::{AppHandle, Callback};

/// What the page's root says of the page: in which language it is, and where.
#[derive(Clone)]
pub struct Here(pub Element);

impl Here {
    fn says(&self, name: &str) -> String {
        self.0.get_attribute(name).unwrap_or_default()
    }

    /// From the first page of its language to this one. A single file is all pages ([`ALONE`]).
    fn path(&self) -> String {
        self.says("data-path")
    }

    /// Whether it is a page for a frame.
    pub fn embed(&self) -> bool {
        self.path().starts_with(EMBED)
    }

    /// From this page to the first page of its language, or to that for a frame.
    pub fn up(&self) -> String {
        let path = self.path();
        if path == ALONE {
            return path;
        }
        let up = "../".repeat(path.matches('/').count());
        if path.starts_with(EMBED) { up + EMBED } else { up }
    }

    /// Where an address leads that is not about this page.
    pub fn leads_away(&self, address: &Address) -> Option<String> {
        let (here, lang_here) = (self.path(), self.says("data-lang"));
        if here == ALONE {
            return None;
        }
        let own = here.strip_prefix(EMBED).unwrap_or(&here);
        let mut path = address.page().unwrap_or_else(|| own.to_owned());
        if address.embed.unwrap_or(self.embed()) {
            path = format!("{EMBED}{path}");
        }
        let lang = address.lang.unwrap_or(&lang_here);
        if path == here && lang == lang_here {
            return None;
        }
        let lang = if lang == link::LANGUAGES[0] { String::new() } else { format!("{lang}/") };
        Some(format!("{}{lang}{path}", self.says("data-root")))
    }

    /// The reader's settings of the last time. A page for a frame keeps none.
    pub fn kept(&self) -> String {
        if self.embed() { String::new() } else { browser::kept() }
    }
}

/// What has been told so far.
struct Told {
    here: Here,
    words: Words,
    address: RefCell<Option<String>>,
    settings: RefCell<Option<String>>,
    progress: Cell<Progress>,
    /// How many settings of the last order were not understood.
    passed_over: Rc<Cell<usize>>,
}

/// Tells of every session after it has been drawn, and the number of what was passed over with it.
pub fn follow(here: &Here, words: &Words) -> (Callback<Session>, Rc<Cell<usize>>) {
    let passed_over = Rc::new(Cell::new(0));
    let told = Told {
        here: here.clone(),
        words: words.clone(),
        address: RefCell::default(),
        settings: RefCell::default(),
        progress: Cell::default(),
        passed_over: passed_over.clone(),
    };
    let follow = Callback::from(move |session: Session| {
        if later::here() {
            told.follow(&session);
        }
    });
    (follow, passed_over)
}

impl Told {
    /// The address bar follows every step, and not every frame: the browser's way back goes back a choice. The
    /// links to other pages, and the browser, keep the reader's settings.
    #[inline(never)]
    fn follow(&self, session: &Session) {
        if self.here.embed() {
            self.report(session);
        }
        let mut address = session.address();
        if self.here.path() == ALONE {
            // A lesson that somebody has made is alone in its file.
            address.chapter = Some(session.lesson.chapter).filter(|chapter| *chapter > 0);
        }
        let text = write(&address);
        if session.playing || self.address.borrow().as_ref() == Some(&text) {
            return;
        }
        let (_, before) = browser::address_parts();
        let (before, _) = read([before.as_str()]);
        let chosen = (before.filters, before.lanes) != (address.filters, address.lanes);
        // Not for what the reader has come with; and the way back of whoever embeds this is theirs.
        let step = chosen && self.address.borrow().is_some() && !self.here.embed();
        browser::put_address(&text, step);
        let settings = write(&session.view.settings());
        browser::keep(&settings, &text);
        // What somebody else's link has set is not what this reader wants from now on.
        let before = self.settings.replace(Some(settings.clone()));
        if !self.here.embed() && before.is_some_and(|before| before != settings) {
            browser::remember(&settings);
        }
        self.address.replace(Some(text));
    }

    /// Says where the reader is.
    fn report(&self, session: &Session) {
        let mut progress = self.progress.get();
        if progress == Progress::default() {
            progress = Progress::read(&self.here.says("data-progress"));
        }
        self.progress.set(progress.after(session));
        let (lesson, run) = (&session.lesson, &session.run);
        let speaker = Speaker { lesson, run, words: &self.words, depth: session.view.depth };
        let said = report(session, &self.progress.get(), &speaker.title(), self.passed_over.get());
        let with = CustomEventInit::new();
        with.set_detail(&said.into());
        if let Some(window) = web_sys::window()
            && let Ok(event) = CustomEvent::new_with_event_init_dict(NOW, &with)
        {
            let _ = window.dispatch_event(&event);
        }
    }
}

/// The event by which the page says where the reader is, and the one by which it is told what to do.
const NOW: &str = "whereabouts-now";
pub const HOST: &str = "whereabouts-host";

/// Does what the page around this one wants: of what is so once everything before it has been done.
#[inline(never)]
pub fn ordered(page: &AppHandle<Page>, here: &Here, event: &Event, passed_over: &Rc<Cell<usize>>) {
    let said = js_sys::Reflect::get(event, &"detail".into()).ok().and_then(|said| said.as_string());
    let Some(said) = said else { return };
    let (here, passed_over) = (here.clone(), passed_over.clone());
    let wants = move |session: Session| wanted(&here, &said, &session, &passed_over);
    page.send_message(Message::Want(wants.into()));
}

/// Behind a door of its own: the closure above is known to the part of the module that comes first.
#[inline(never)]
fn wanted(here: &Here, said: &str, session: &Session, passed_over: &Cell<usize>) -> Option<Action> {
    match order(session, said)? {
        Order::Do(action) => Some(action),
        Order::Set(mut address, notices) => {
            if let Some(page) = here.leads_away(&address) {
                browser::go_as(&page, &write(&address.carried()));
                return None;
            }
            // What the lesson itself does not have is counted as well, and leaves what was.
            let now = session.address();
            let filter = address.choices(&session.lesson).1;
            if filter.is_some() {
                address.filters = now.filters;
            }
            let run = crate::run::run(&session.lesson, &address.choices(&session.lesson).0);
            let moment = address.moment(&session.lesson, &run).1;
            if moment.is_some() {
                address.at = now.at;
            }
            passed_over.set(notices.len() + filter.iter().count() + moment.iter().count());
            Some(Action::Set(address))
        }
    }
}
