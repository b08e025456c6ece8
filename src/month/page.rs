//! The month as a component: the picture with its player, the choices, the figures. Yew draws what is
//! written; the picture is drawn by the crowd's own module, once a frame.

use super::chart::{chart, table};
use super::choices::Choices;
use super::controls::{self, Do, controls, rates};
use super::drawn::{Came, Running};
use super::figures::{Figures, figures};
use super::names::Names;
use crate::crowd::{Day, Ground, Plan};
use crate::link::own_part;
use crate::panels::browser::{self, Frames, Listener, Watch};
use crate::playback::Speed;
use crate::stage::{Element, Kind, element, path, text};
use crate::text::{Value, Words, id};
use std::rc::Rc;
use web_sys::{HtmlCanvasElement, HtmlInputElement};
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

const HOUR: u32 = 3_600_000;
const DAY: u32 = 24 * HOUR;
const MINUTE: u32 = 60_000;
/// So long a day takes on the screen, in milliseconds.
const DAY_TAKES: u32 = 2_400;
/// The longest that a frame may seem to have taken: after a pause of the whole page it goes on where it
/// stood.
const LONGEST: u32 = 100;

pub enum Message {
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
    choices: Choices,
    plan: Plan,
    /// Those of the plan that are known.
    days: Vec<Day>,
    /// How many have been worked out here.
    done: u32,
    figures: u64,
    over: bool,
    failed: bool,
    /// Milliseconds from the beginning.
    moment: u32,
    playing: bool,
    speed: Speed,
    width: i32,
    seen: bool,
    /// When the last frame was, and what the speed has left over.
    last: Option<u32>,
    rest: u64,
    still: bool,
    said: Option<bool>,
    running: Option<Running>,
    frames: Option<Frames>,
    /// What the picture stands in.
    ground: NodeRef,
    canvas: NodeRef,
    scrubber: NodeRef,
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
            over: false,
            failed: false,
            moment: 0,
            playing: false,
            speed: Speed::NORMAL,
            width: 0,
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
            let (came, failed) =
                (ctx.link().callback(Message::Came), ctx.link().callback(|()| Message::Failed));
            let running =
                Running::open(&props.world, move |day| came.emit(day), move || failed.emit(()));
            month.running = Some(running);
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
                self.draw();
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
            let width = ctx.link().callback(Message::Width);
            let seen = ctx.link().callback(Message::Seen);
            self.watch = Watch::begin(&self.ground, width, seen);
            let link = ctx.link();
            let changed = |target: &web_sys::EventTarget, event| {
                let link = link.clone();
                Listener::on(target, event, move |_| link.send_message(Message::Changed))
            };
            if let Some(window) = web_sys::window() {
                let query = |text| window.match_media(text).ok().flatten();
                self.listeners = [NIGHT, REDUCED]
                    .into_iter()
                    .filter_map(query)
                    .map(|query| changed(&query, "change"))
                    .collect();
                self.listeners
                    .extend(["hashchange", "popstate"].map(|event| changed(&window, event)));
            }
        }
        self.draw();
    }

    fn view(&self, ctx: &Context<Month>) -> Html {
        let MonthProps { words, names, live, .. } = ctx.props();
        let used =
            ctx.link().batch_callback(|event: Event| controls::used(&event).map(Message::Do));
        let pressed =
            ctx.link().batch_callback(|event: Event| controls::pressed(event).map(Message::Do));
        let shown = Shown { month: self, words, names, live: *live };
        element("section", "month")
            .with("aria-labelledby", "month-title")
            .hears(Kind::Click, used.clone())
            .hears(Kind::Input, used.clone())
            .hears(Kind::Change, used)
            .hears(Kind::KeyDown, pressed)
            .holds(shown.line("h2", "", id::MONTH_TITLE).with("id", "month-title").end())
            .holds(shown.line("p", "lead", id::MONTH_LEAD).end())
            .holds(shown.stage())
            .holds(controls(words, names, &self.choices, *live))
            .holds(chart(words, &self.plan, &self.days, self.day(), *live))
            .holds(table(words, &self.plan, &self.days, self.over.then_some(self.figures)))
            .holds(rates(words, &self.plan))
            .end()
    }
}

const NIGHT: &str = "(prefers-color-scheme: dark)";
const REDUCED: &str = "(prefers-reduced-motion: reduce)";

impl Month {
    /// The day of the moment, from 0.
    fn day(&self) -> usize {
        (self.moment.saturating_sub(u32::from(self.moment == self.end())) / DAY) as usize
    }

    fn end(&self) -> u32 {
        self.plan.days * DAY
    }

    /// Takes over what the address asks for; whether that is something else.
    fn read_address(&mut self, props: &MonthProps) -> bool {
        let (search, hash) = browser::address_parts();
        let Some(text) = own_part::of(&[&search, &hash]) else { return false };
        let choices = Choices::read(&text, &Choices::of(&props.plan), self.plan.days * 24);
        self.moment = choices.hour * HOUR;
        let differs = choices != self.choices;
        self.choices = choices;
        self.plan = self.choices.plan(&props.plan);
        differs
    }

    /// Simulates the plan from its first day on.
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
        let elapsed = now.saturating_sub(self.last.replace(now).unwrap_or(now)).min(LONGEST);
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

    fn today(&self) -> Option<Figures> {
        self.days.get(self.day()).map(|day| figures(&self.plan, day))
    }
}

/// Width and height of the picture on a page that has so much room for it.
fn picture(width: i32) -> (i32, i32) {
    if width < 560 { (width, width * 11 / 10) } else { (width, (width * 9 / 16).min(470)) }
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

/// What is drawn of a month, and with which words.
struct Shown<'a> {
    month: &'a Month,
    words: &'a Words,
    names: &'a Names,
    live: bool,
}

impl Shown<'_> {
    fn line(&self, tag: &'static str, class: &str, key: &str) -> Element {
        element(tag, class).says(&self.words.line(key))
    }

    /// The picture, its player, and what is told of the day.
    fn stage(&self) -> Html {
        let canvas = element("canvas", "crowd")
            .known_as(&self.month.canvas)
            .with("role", "img")
            .with("aria-label", &self.told());
        let told = element("p", "told")
            .with("role", "status")
            .with("aria-live", if self.month.playing { "off" } else { "polite" });
        element("div", "widget")
            .holds(
                element("div", "ground")
                    .known_as(&self.month.ground)
                    .holds(canvas.end())
                    .holds(self.labels())
                    .end(),
            )
            .holds(self.legend())
            .holds(self.player())
            .holds(told.says(&self.told()).end())
            .end()
    }

    /// Who stands where, in words over the picture.
    fn labels(&self) -> Html {
        let width = if self.month.width > 0 { self.month.width } else { 960 };
        let (w, h) = picture(width);
        let ground = Ground::of(w, h, self.names.homes.len());
        let sender = self.month.choices.asker;
        let label = |class: &str, x: i32, y: i32, name: &str, note: &str| {
            let anchor = element("g", class).with("transform", &format!("translate({x} {y})"));
            let second = text("note", 0, 15).says(note);
            anchor
                .holds(element("circle", "").number("r", 6).end())
                .holds(
                    element("g", "name")
                        .with("transform", "translate(0 -14)")
                        .holds(text("", 0, 0).says(name).end())
                        .end(),
                )
                .holds(
                    element("g", "name")
                        .with("transform", "translate(0 9)")
                        .holds(second.end())
                        .end(),
                )
                .end()
        };
        let note = |key: &str| self.words.line(key);
        let homes = ground.homes.iter().zip(&self.names.homes);
        let homes = homes.map(|(spot, name)| {
            label("port home", spot.x, spot.y, name, &note(id::MONTH_HOME_NOTE))
        });
        let (partner, third) = (ground.partner, ground.third_party);
        let third_class =
            if controls::third_party(sender) { "port third" } else { "port third idle" };
        let third_name = note(id::MONTH_THIRD);
        let (land, gate) = (ground.name(), ground.gate);
        let middle = text("land", land.x, land.y).says(&self.names.visited);
        let at_gate = if ground.tall {
            (gate.x, gate.y - 12)
        } else {
            (gate.x - 10, gate.y - ground.reach - 4)
        };
        element("svg", "labels")
            .with("viewBox", &format!("0 0 {w} {h}"))
            .with("aria-hidden", "true")
            .holds_all(homes)
            .holds(label(
                "port partner",
                partner.x,
                partner.y,
                &self.names.partner,
                &note(id::MONTH_PARTNER_NOTE),
            ))
            .holds(label(third_class, third.x, third.y, &third_name, &note(id::MONTH_THIRD_NOTE)))
            .holds(
                text(if ground.tall { "gate" } else { "gate beside" }, at_gate.0, at_gate.1)
                    .says(&note(id::MONTH_GATE))
                    .end(),
            )
            .holds(middle.end())
            .end()
    }

    fn legend(&self) -> Html {
        let item = |class: &str, key: &str| {
            let sign = element("i", class).with("aria-hidden", "true").end();
            element("li", "").holds(sign).holds(self.line("span", "", key).end()).end()
        };
        element("ul", "legend")
            .with("aria-label", &self.words.line(id::MONTH_LEGEND))
            .holds(item("dot", id::MONTH_LEGEND_DOT))
            .holds(item("dot lit", id::MONTH_LEGEND_LIT))
            .holds(item("dot was", id::MONTH_LEGEND_WAS))
            .holds(item("streak asked", id::MONTH_LEGEND_ASKED))
            .holds(item("streak honest", id::MONTH_LEGEND_HONEST))
            .holds(item("cross stop", id::MONTH_LEGEND_STOP))
            .holds(item("cross wrong", id::MONTH_LEGEND_WRONG))
            .end()
    }

    fn player(&self) -> Html {
        let month = self.month;
        let button = |does: &str, class: &str, key: &str, sign: &str, idle: bool| {
            let name = self.words.line(key);
            let icon = element("svg", "")
                .with("viewBox", "0 0 24 24")
                .number("width", 24)
                .number("height", 24)
                .with("aria-hidden", "true")
                .holds(path("", sign));
            controls::control("button", class, does, self.live)
                .with("type", "button")
                .with("aria-label", &name)
                .with("title", &name)
                .with("aria-disabled", if idle && self.live { "true" } else { "" })
                .holds(icon.end())
                .end()
        };
        let (play, sign) =
            if month.playing { (id::MONTH_PAUSE, PAUSE_SIGN) } else { (id::MONTH_PLAY, PLAY_SIGN) };
        let (first, last) = (month.moment == 0, month.moment >= month.end());
        let args = [
            ("day", Value::Number(month.day() as i64 + 1)),
            ("days", Value::Number(i64::from(month.plan.days))),
            ("hour", Value::Number(i64::from(month.moment % DAY / HOUR))),
        ];
        let value = self.words.say(id::MONTH_SCRUB_VALUE, &args);
        let input = controls::control("input", "", controls::GO, self.live)
            .known_as(&month.scrubber)
            .with("type", "range")
            .with("min", "0")
            .number("max", (month.plan.days * 24 * 60) as i32)
            .with("step", "60")
            .valued((month.moment / MINUTE).to_string())
            .with("aria-label", &self.words.line(id::MONTH_SCRUB))
            .with("aria-valuetext", &value);
        let done = [
            ("done", Value::Number(i64::from(month.done))),
            ("days", Value::Number(i64::from(month.plan.days))),
        ];
        let progress = match () {
            () if month.failed => self.words.line(id::MONTH_FAILED),
            () if !self.live || month.over => self.words.say(id::MONTH_WORKED, &done),
            () => self.words.say(id::MONTH_WORKING, &done),
        };
        let speeds = Speed::ALL.into_iter().map(|speed| {
            let words =
                self.words.say(id::PLAYER_SPEED_VALUE, &[("speed", Value::Text(speed.name()))]);
            let option = element("option", "").with("value", speed.name()).says(&words);
            if self.live {
                option.chosen(speed == month.speed).end()
            } else {
                option.when(speed == month.speed, "selected").end()
            }
        });
        let speed = controls::control("select", "minor", controls::SPEED, self.live)
            .with("aria-label", &self.words.line(id::MONTH_SPEED))
            .holds_all(speeds);
        let known = element("progress", "known")
            .with("aria-label", &progress)
            .number("max", month.plan.days as i32)
            .number("value", month.done as i32);
        element("div", "player")
            .with("role", "group")
            .with("aria-label", &self.words.line(id::MONTH_PLAYER))
            .holds(button(controls::BACK, "", id::MONTH_BACK, BACK_SIGN, first))
            .holds(button(controls::PLAY, "play", play, sign, false))
            .holds(button(controls::FORWARD, "", id::MONTH_FORWARD, FORWARD_SIGN, last))
            .holds(element("div", "timeline").holds(known.end()).holds(input.end()).end())
            .holds(element("span", "steps").with("aria-hidden", "true").says(&value).end())
            .holds(speed.end())
            .holds(element("span", "progress").says(&progress).end())
            .end()
    }

    /// The day in sentences.
    fn told(&self) -> String {
        let Some(figures) = self.month.today() else {
            return self.words.line(id::MONTH_CANVAS_WAIT);
        };
        let day = [("day", Value::Number(self.month.day() as i64 + 1))];
        let travellers = i64::from(self.month.plan.travellers);
        let say = |key: &str, name: &str, number: u32| {
            self.words.say(
                key,
                &[
                    (name, Value::Number(i64::from(number))),
                    ("travellers", Value::Number(travellers)),
                ],
            )
        };
        let mut all = vec![format!("{}.", self.words.say(id::MONTH_DAY, &day))];
        all.push(say(id::MONTH_ASKED, "asked", figures.asked));
        if figures.elsewhere > 0 {
            all.push(say(id::MONTH_ELSEWHERE, "elsewhere", figures.elsewhere));
        } else {
            all.push(say(id::MONTH_ANSWERED, "answered", figures.answered));
        }
        all.push(say(id::MONTH_STOPPED, "stopped", figures.stopped));
        all.push(say(id::MONTH_LOCATED, "located", figures.located));
        all.push(say(id::MONTH_EVER, "ever", figures.ever));
        all.push(say(id::MONTH_WRONGLY, "wrongly", figures.wrongly));
        all.join(" ")
    }
}

const BACK_SIGN: &str = "M15.5 5v14L6 12z";
const PLAY_SIGN: &str = "M7 4.5v15l12.5-7.5z";
const PAUSE_SIGN: &str = "M6.5 5h4v14h-4zM13.5 5h4v14h-4z";
const FORWARD_SIGN: &str = "M8.5 5v14L18 12z";
