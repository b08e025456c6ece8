//! The month as a component: the picture with its player, the choices, the figures. Yew draws what is
//! written; the picture is drawn by the crowd's own module, once a frame.

use super::chart::{chart, table};
use super::choices::{Choices, TRIES};
use super::controls::{self, Do, controls, rates, tries};
use super::drawn::{Came, Running};
use super::figures::{Figures, figures};
use super::names::Names;
use super::shown::{Shown, picture};
use crate::crowd::{Day, Plan};
use crate::link::own_part;
use crate::panels::browser::{self, Frames, Listener, Watch};
use crate::playback::Speed;
use crate::stage::{Kind, element};
use crate::text::{Words, id};
use std::rc::Rc;
use web_sys::{HtmlCanvasElement, HtmlInputElement, Node};
use yew::prelude::*;

#[derive(Clone, Properties)]
pub struct MonthProps {
    pub words: Words,
    /// The lesson's plan, which the reader's choices change.
    pub plan: Rc<Plan>,
    /// What it is simulated in, packed.
    pub world: Rc<Vec<u8>>,
    pub names: Rc<Names>,
    pub choices: Choices,
    /// The days as they are known before anything has been simulated here.
    pub days: Rc<Vec<Day>>,
    /// What stands there until it can be drawn, in the order of [`STILL`].
    pub still: [Option<Node>; STILL.len()],
    /// Whether it can be used.
    pub live: bool,
    /// Hears of the choices as the address has them, and whether that is a step to come back to.
    pub follow: Option<Callback<(String, bool)>>,
}

impl PartialEq for MonthProps {
    /// It is mounted once.
    fn eq(&self, _: &MonthProps) -> bool {
        true
    }
}

/// The parts that are drawn one after the other, since a phone would not answer for as long as all of them take; and the
/// one that is never otherwise.
pub const STILL: [&str; 7] = [".widget", ".tries", ".choose", ".days", ".table", ".rates", ".lead"];
const DRAWN: usize = STILL.len() - 1;

pub const HOUR: u32 = 3_600_000;
pub const DAY: u32 = 24 * HOUR;
pub const MINUTE: u32 = 60_000;
/// So long a day takes on the screen, in milliseconds.
const DAY_TAKES: u32 = 2_400;
/// The longest that a frame may seem to have taken: after a pause of the whole page it goes on where it
/// stood.
const LONGEST: u32 = 100;
/// How long days that come are gathered before they are shown, in milliseconds.
const GATHERED: i32 = 100;

pub enum Message {
    /// The next part of the still is to be drawn.
    Next,
    /// What has come is to be shown.
    Show,
    Do(Do),
    Frame(u32),
    Came(Came),
    Failed,
    Width(i32),
    Seen(bool),
    /// Somebody has changed the address, or the system its colours or its wish for rest.
    Changed,
}

pub struct Month {
    pub(super) choices: Choices,
    pub(super) plan: Plan,
    /// Those of the plan that are known.
    pub(super) days: Vec<Day>,
    /// How many have been worked out here.
    pub(super) done: u32,
    figures: u64,
    /// Whether what has come will be shown in a moment.
    gathers: bool,
    pub(super) over: bool,
    pub(super) failed: bool,
    /// Milliseconds from the beginning.
    pub(super) moment: u32,
    pub(super) playing: bool,
    pub(super) speed: Speed,
    pub(super) width: i32,
    /// How many parts of the still have been drawn.
    drawn: usize,
    seen: bool,
    /// When the last frame was, and what the speed has left over.
    last: Option<u32>,
    rest: u64,
    still: bool,
    said: Option<bool>,
    running: Option<Running>,
    frames: Option<Frames>,
    /// What the picture stands in.
    pub(super) ground: NodeRef,
    pub(super) canvas: NodeRef,
    pub(super) scrubber: NodeRef,
    watch: Option<Watch>,
    listeners: Vec<Listener>,
}

impl Component for Month {
    type Message = Message;
    type Properties = MonthProps;

    fn create(ctx: &Context<Month>) -> Month {
        let props = ctx.props();
        let mut month = Month {
            choices: props.choices.clone(),
            plan: props.choices.plan(&props.plan),
            days: props.days.to_vec(),
            done: 0,
            figures: 0,
            gathers: false,
            over: false,
            failed: false,
            moment: 0,
            playing: false,
            speed: Speed::NORMAL,
            width: 0,
            drawn: 0,
            seen: true,
            last: None,
            rest: 0,
            still: props.live && browser::reduced_motion(None),
            said: None,
            running: None,
            frames: None,
            ground: NodeRef::default(),
            canvas: NodeRef::default(),
            scrubber: NodeRef::default(),
            watch: None,
            listeners: Vec::new(),
        };
        if props.live {
            month.read_address(props);
            month.begin(props);
        }
        month
    }

    fn update(&mut self, ctx: &Context<Month>, message: Message) -> bool {
        match message {
            Message::Do(wanted) => self.act(ctx, wanted),
            Message::Frame(now) => return self.frame(ctx, now),
            Message::Came(came) => {
                let Ok(day) = postcard::from_bytes::<Day>(&came.day) else { return false };
                self.done = day.day + 1;
                match self.days.get_mut(day.day as usize) {
                    Some(known) => *known = day,
                    None => self.days.push(day),
                }
                (self.figures, self.over) = (came.figures, came.over);
                if !self.gathers {
                    self.gathers = true;
                    let link = ctx.link().clone();
                    browser::after(GATHERED, move || link.send_message(Message::Show));
                }
                return false;
            }
            Message::Show => self.gathers = false,
            Message::Next => {
                self.drawn += 1;
                if self.drawn < DRAWN {
                    self.soon_next(ctx);
                } else {
                    self.run(ctx);
                }
            }
            Message::Failed => {
                // The lesson's own month is known anyway.
                let props = ctx.props();
                self.choices = Choices { hour: self.choices.hour, ..props.choices.clone() };
                self.plan = self.choices.plan(&props.plan);
                (self.days, self.failed, self.playing) = (props.days.to_vec(), true, false);
                self.run_frames(ctx);
            }
            Message::Width(width) => {
                let before = self.width;
                self.width = width;
                return self.width != before;
            }
            Message::Seen(seen) => {
                self.seen = seen;
                self.run_frames(ctx);
                return false;
            }
            Message::Changed => {
                self.still = browser::reduced_motion(None);
                let before = self.choices.clone();
                if self.read_address(ctx.props()) && before.plan(&ctx.props().plan) != self.plan {
                    self.begin(ctx.props());
                }
                self.playing &= !self.still;
            }
        }
        true
    }

    fn rendered(&mut self, ctx: &Context<Month>, first: bool) {
        if !ctx.props().live {
            return;
        }
        if first {
            self.soon_next(ctx);
        }
        if self.watch.is_none() {
            self.watch(ctx);
        }
        self.draw();
    }

    fn view(&self, ctx: &Context<Month>) -> Html {
        let MonthProps { words, names, live, still, .. } = ctx.props();
        let used =
            ctx.link().batch_callback(|event: Event| controls::used(&event).map(Message::Do));
        let pressed =
            ctx.link().batch_callback(|event: Event| controls::pressed(event).map(Message::Do));
        let shown = Shown { month: self, words, names, live: *live };
        let figures = self.over.then_some(self.figures);
        let busy = *live && !self.over && !self.failed;
        let part = |part: usize, drawn: &dyn Fn() -> Html| match &still[part] {
            Some(still) if self.drawn <= part => Html::VRef(still.clone()),
            _ => drawn(),
        };
        element("section", "month")
            .with("aria-labelledby", "month-title")
            .hears(Kind::Click, used.clone())
            .hears(Kind::Input, used.clone())
            .hears(Kind::Change, used)
            .hears(Kind::KeyDown, pressed)
            .holds(shown.line("h2", "", id::MONTH_TITLE).with("id", "month-title").end())
            .holds(part(DRAWN, &|| shown.line("p", "lead", id::MONTH_LEAD).end()))
            .holds(part(0, &|| shown.stage()))
            .holds(part(1, &|| tries(words, *live)))
            .holds(part(2, &|| controls(words, names, &self.choices, *live)))
            .holds(part(3, &|| chart(words, &self.plan, &self.days, self.day(), *live)))
            .holds(part(4, &|| table(words, &self.plan, &self.days, figures, busy)))
            .holds(part(5, &|| rates(words, &self.plan)))
            .end()
    }
}

const NIGHT: &str = "(prefers-color-scheme: dark)";
const REDUCED: &str = "(prefers-reduced-motion: reduce)";

impl Month {
    fn soon_next(&self, ctx: &Context<Month>) {
        let link = ctx.link().clone();
        browser::soon(move || link.send_message(Message::Next));
    }

    /// Has the crowd's module fetched, and begins.
    fn run(&mut self, ctx: &Context<Month>) {
        let (came, failed) =
            (ctx.link().callback(Message::Came), ctx.link().callback(|()| Message::Failed));
        let world = &ctx.props().world;
        let running = Running::open(world, move |day| came.emit(day), move || failed.emit(()));
        self.running = Some(running);
        self.begin(ctx.props());
    }

    /// Watches what the picture stands in, once it does, and whatever else decides how it is drawn.
    fn watch(&mut self, ctx: &Context<Month>) {
        let width = ctx.link().callback(Message::Width);
        let seen = ctx.link().callback(Message::Seen);
        self.watch = Watch::begin(&self.ground, width, seen);
        let Some(window) = web_sys::window().filter(|_| self.watch.is_some()) else { return };
        let changed = |target: &web_sys::EventTarget, event| {
            let link = ctx.link().clone();
            Listener::on(target, event, move |_| link.send_message(Message::Changed))
        };
        let query = |text| window.match_media(text).ok().flatten();
        let queries = [NIGHT, REDUCED].into_iter().filter_map(query);
        self.listeners = queries.map(|query| changed(&query, "change")).collect();
        self.listeners.extend(["hashchange", "popstate"].map(|event| changed(&window, event)));
    }

    /// The day of the moment, from 0.
    pub(super) fn day(&self) -> usize {
        (self.moment.saturating_sub(u32::from(self.moment == self.end())) / DAY) as usize
    }

    pub(super) fn end(&self) -> u32 {
        self.plan.days * DAY
    }

    /// Takes over what the address asks for; whether that is something else.
    fn read_address(&mut self, props: &MonthProps) -> bool {
        let (search, hash) = browser::address_parts();
        let Some(text) = own_part::of(own_part::CROWD, &[&search, &hash]) else { return false };
        let choices = Choices::read(&text, &Choices::of(&props.plan), self.plan.days * 24);
        self.moment = choices.hour * HOUR;
        let differs = choices != self.choices;
        self.choices = choices;
        self.plan = self.choices.plan(&props.plan);
        differs
    }

    /// Simulates the plan from its first day on, as soon as there is what simulates.
    fn begin(&mut self, props: &MonthProps) {
        let known = self.plan == *props.plan;
        self.days = if known { props.days.to_vec() } else { Vec::new() };
        (self.done, self.over) = (0, false);
        if let (Some(running), Ok(plan)) = (&self.running, postcard::to_allocvec(&self.plan)) {
            running.begin(&plan);
        }
    }

    fn act(&mut self, ctx: &Context<Month>, wanted: Do) {
        let before = self.choices.clone();
        self.said = None;
        match wanted {
            Do::Play if self.still => self.go(self.moment.saturating_add(DAY)),
            Do::Play => {
                if self.moment >= self.end() {
                    self.moment = 0;
                }
                self.playing = !self.playing;
            }
            Do::Back => {
                let start = self.day() as u32 * DAY;
                let at_start = self.moment == start;
                self.go(if at_start { start.saturating_sub(DAY) } else { start });
            }
            Do::Forward => self.go((self.day() as u32 + 1) * DAY),
            Do::Start => self.go(0),
            Do::End => self.go(self.end()),
            Do::Minute(minute) => self.go(minute.saturating_mul(MINUTE)),
            Do::Day(day) => self.go(day * DAY + DAY / 2),
            Do::Speed(speed) => self.speed = speed,
            Do::Travellers(travellers) => self.choices.travellers = travellers,
            Do::Asker(asker) => self.choices.asker = asker,
            Do::About(about) => self.choices.about = about,
            Do::PerDay(rate) => self.choices.per_day = rate,
            Do::Rule(at, on) => {
                if let Some(rule) = self.choices.rules.get_mut(at) {
                    *rule = on;
                }
            }
            Do::Limit(limit, most) => {
                if let Some(kept) = self.choices.limits.get_mut(limit as usize) {
                    *kept = most;
                }
            }
            Do::Event(on) => self.choices.event = on,
            Do::Try(at) => {
                if let Some((_, address)) = TRIES.get(at) {
                    let usual = Choices::of(&ctx.props().plan);
                    self.choices = Choices::read(address, &usual, self.plan.days * 24);
                    self.moment = self.choices.hour * HOUR;
                }
            }
        }
        self.plan = self.choices.plan(&ctx.props().plan);
        if before.plan(&ctx.props().plan) != self.plan {
            self.begin(ctx.props());
        }
        self.choices.hour = self.moment / HOUR;
        let step = Choices { hour: 0, ..before } != Choices { hour: 0, ..self.choices.clone() };
        if let Some(follow) = &ctx.props().follow
            && !self.playing
        {
            follow.emit((self.choices.write(), step));
        }
        self.run_frames(ctx);
    }

    fn go(&mut self, moment: u32) {
        self.moment = moment.min(self.end());
    }

    /// There are frames only while it plays and can be seen.
    fn run_frames(&mut self, ctx: &Context<Month>) {
        let wanted = self.playing && self.seen;
        if wanted == self.frames.is_some() {
            return;
        }
        self.last = None;
        self.frames = wanted.then(|| Frames::start(ctx.link().callback(Message::Frame)));
    }

    /// Goes on by the time since the last frame; whether more has changed than the picture.
    fn frame(&mut self, ctx: &Context<Month>, now: u32) -> bool {
        let elapsed = now.wrapping_sub(self.last.replace(now).unwrap_or(now)).min(LONGEST);
        let hundredths =
            u64::from(elapsed) * u64::from(self.speed.0) * u64::from(DAY / DAY_TAKES) + self.rest;
        self.rest = hundredths % 100;
        let before = self.day();
        // Not further than is known.
        let known = u64::from(self.done) * u64::from(DAY);
        let next = u64::from(self.moment) + hundredths / 100;
        self.moment = next.min(known).max(u64::from(self.moment)) as u32;
        let ended = self.moment >= self.end();
        if ended {
            self.playing = false;
            self.choices.hour = self.moment / HOUR;
            self.run_frames(ctx);
        }
        self.draw();
        if let Some(scrubber) = self.scrubber.cast::<HtmlInputElement>() {
            scrubber.set_value(&(self.moment / MINUTE).to_string());
        }
        ended || self.day() != before
    }

    /// Draws the picture as it is at the moment.
    fn draw(&self) {
        let (Some(running), Some(canvas)) =
            (&self.running, self.canvas.cast::<HtmlCanvasElement>())
        else {
            return;
        };
        let (w, h) = picture(self.width);
        let end_of_day = (self.day() as u32 + 1) * DAY - 1;
        let at = if self.still { end_of_day } else { self.moment };
        running.crowd.draw(&canvas, w, h, night(), at, self.still);
    }

    pub(super) fn today(&self) -> Option<Figures> {
        self.days.get(self.day()).map(|day| figures(&self.plan, day))
    }
}

/// Whether the colours are those of the night: by the address, or else by the system.
fn night() -> bool {
    let (search, hash) = browser::address_parts();
    let asked =
        |name: &str| [&search, &hash].iter().any(|part| part.split('&').any(|pair| pair == name));
    if asked("theme=dark") || asked("theme=light") {
        return asked("theme=dark");
    }
    let query = web_sys::window().and_then(|window| window.match_media(NIGHT).ok()?);
    query.is_some_and(|query| query.matches())
}
