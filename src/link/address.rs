//! What an address says, read and written. A lesson must be at hand to understand its filters and its
//! moment, so those two are kept as words until then.

use super::own_part;
use super::pages::{WORKSHOP, page_of, page_of_lesson};
use super::parts::{LOCKS, PANELS, Set};
use super::percent::decode;
use crate::filter::RuleId;
use crate::lesson::{ActId, CHAPTERS, GateId, Lesson, Named};
use crate::playback::{Speed, clamp};
use crate::run::{Choices, Moment, Run};
use crate::text::Depth;

/// Everything that an address can say. The default is what an address says that says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The chapter, where the address names one; else the one that the page is about.
    pub chapter: Option<u8>,
    /// The lesson, likewise.
    pub lesson: Option<Named>,
    /// `second-question.2` (an act and the number of a hop in it), `end`, or whole milliseconds.
    pub at: String,
    /// `gate.rule,gate.rule`, `none`, or nothing for what the lesson begins with.
    pub filters: Option<String>,
    pub speed: Speed,
    pub depth: Depth,
    /// The language, likewise.
    pub lang: Option<&'static str>,
    pub theme: Theme,
    /// Whether stills take the place of movement, where the address says so.
    pub motion: Option<Motion>,
    /// Whether the run without the filters goes along in a lane of its own.
    pub lanes: bool,
    /// Whether the widget acts on keys.
    pub keys: bool,
    /// The panels that are shown, where the address says so.
    pub panels: Option<Set>,
    /// What the reader cannot change.
    pub lock: Set,
    /// Whether it is shown to a room, on a projector.
    pub present: bool,
    /// Whether it holds or names a lesson of somebody's own.
    pub own: bool,
    /// Whether the page is the one for a frame, where the address says so.
    pub embed: Option<bool>,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    System,
    Light,
    Dark,
}

/// Movement, or stills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    Full,
    Reduced,
}

/// Something in an address that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub kind: NoticeKind,
    pub name: String,
    pub value: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    UnknownParameter,
    UnknownValue,
    UnknownFilter,
    UnknownMoment,
}

/// The languages that there are.
pub const LANGUAGES: [&str; 2] = ["en", "pseudo"];

/// The most bytes of an address that are read.
const MOST: usize = 4096;
/// The most notices that are made of one address.
pub(crate) const NOTICES: usize = 8;
/// The most characters of somebody's words that a notice repeats.
const QUOTED: usize = 40;

impl Default for Address {
    fn default() -> Address {
        Address {
            chapter: None,
            lesson: None,
            at: String::new(),
            filters: None,
            speed: Speed::NORMAL,
            depth: Depth::Plain,
            lang: None,
            theme: Theme::System,
            motion: None,
            lanes: false,
            keys: true,
            panels: None,
            lock: Set::default(),
            present: false,
            own: false,
            embed: None,
        }
    }
}

impl Theme {
    /// What the reader can choose from.
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    pub fn name(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    pub fn named(name: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

impl Motion {
    /// What the reader can choose from; `None` is as the system has it.
    pub const ALL: [Option<Motion>; 3] = [None, Some(Motion::Full), Some(Motion::Reduced)];

    pub fn name(motion: Option<Motion>) -> &'static str {
        match motion {
            None => "system",
            Some(Motion::Full) => "full",
            Some(Motion::Reduced) => "reduced",
        }
    }

    pub fn named(name: &str) -> Option<Option<Motion>> {
        Motion::ALL.into_iter().find(|&motion| Motion::name(motion) == name)
    }
}

/// A setting of two values: whether it is the first.
fn either(value: &str, yes: &str, no: &str) -> Option<bool> {
    if value == yes { Some(true) } else { (value == no).then_some(false) }
}

impl NoticeKind {
    /// The key of its sentence.
    pub fn key(self) -> &'static str {
        match self {
            NoticeKind::UnknownParameter => "notice-unknown-parameter",
            NoticeKind::UnknownValue => "notice-unknown-value",
            NoticeKind::UnknownFilter => "notice-unknown-filter",
            NoticeKind::UnknownMoment => "notice-unknown-moment",
        }
    }
}

/// Reads what stands behind `?` or `#`, several of them one after the other: a later one wins.
pub fn read<'a>(parts: impl IntoIterator<Item = &'a str>) -> (Address, Vec<Notice>) {
    let mut address = Address::default();
    let mut notices = Vec::new();
    let pairs = parts.into_iter().flat_map(|part| shortened(part, MOST).split('&'));
    for pair in pairs.filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (decode(name), decode(value));
        let understood = address.set(&name, &value);
        if let Some(kind) = understood.err()
            && notices.len() < NOTICES
        {
            notices.push(notice(kind, &name, &value));
        }
    }
    (address, notices)
}

/// Writes an address: what is as usual is left out, the rest is in a fixed order.
#[inline(never)]
pub fn write(address: &Address) -> String {
    let usual = Address::default();
    let mut out = String::new();
    let mut put = |name: &str, value: &str| {
        if !out.is_empty() {
            out.push('&');
        }
        out.push_str(name);
        out.push('=');
        out.push_str(value);
    };
    if let Some(chapter) = address.chapter {
        put("chapter", &chapter.to_string());
    }
    if let Some(lesson) = address.lesson {
        put("lesson", &lesson.id());
    }
    if !address.at.is_empty() {
        put("at", &address.at);
    }
    if let Some(filters) = &address.filters {
        put("filters", filters);
    }
    if address.speed != usual.speed {
        put("speed", address.speed.name());
    }
    if address.depth == Depth::Engineer {
        put("depth", "engineer");
    }
    if let Some(lang) = &address.lang {
        put("lang", lang);
    }
    if address.theme != usual.theme {
        put("theme", address.theme.name());
    }
    if address.motion.is_some() {
        put("motion", Motion::name(address.motion));
    }
    if address.lanes {
        put("lanes", "both");
    }
    if !address.keys {
        put("keys", "off");
    }
    if let Some(panels) = address.panels {
        put("panels", &panels.write(&PANELS));
    }
    if address.lock != usual.lock {
        put("lock", &address.lock.write(&LOCKS));
    }
    if address.present {
        put("present", "on");
    }
    if let Some(embed) = address.embed {
        put("embed", if embed { "on" } else { "off" });
    }
    out
}

impl Address {
    fn set(&mut self, name: &str, value: &str) -> Result<(), NoticeKind> {
        let unknown = NoticeKind::UnknownValue;
        match name {
            "chapter" => {
                let known = |number: &u8| CHAPTERS.iter().any(|(chapter, _)| chapter == number);
                self.chapter = Some(value.parse().ok().filter(known).ok_or(unknown)?);
            }
            "lesson" if value.ends_with(own_part::FILE) => self.own = true,
            "lesson" => self.lesson = Some(Named::of(value).ok_or(unknown)?),
            "at" => self.at = value.to_owned(),
            "filters" => self.filters = Some(value.to_owned()),
            "speed" => self.speed = Speed::named(value).ok_or(unknown)?,
            "depth" => {
                self.depth = match value {
                    "plain" => Depth::Plain,
                    "engineer" => Depth::Engineer,
                    _ => return Err(unknown),
                }
            }
            "lang" => {
                let known = LANGUAGES.into_iter().find(|known| *known == value);
                self.lang = Some(known.ok_or(unknown)?);
            }
            "theme" => self.theme = Theme::named(value).ok_or(unknown)?,
            "motion" => self.motion = Motion::named(value).ok_or(unknown)?,
            "lanes" => self.lanes = either(value, "both", "one").ok_or(unknown)?,
            "keys" => self.keys = either(value, "on", "off").ok_or(unknown)?,
            "panels" => self.panels = Some(Set::read(&PANELS, value).ok_or(unknown)?),
            "lock" => self.lock = Set::read(&LOCKS, value).ok_or(unknown)?,
            "present" => self.present = either(value, "on", "off").ok_or(unknown)?,
            "embed" => self.embed = Some(either(value, "on", "off").ok_or(unknown)?),
            // Somebody else on the page reads it.
            own_part::OWN => self.own = true,
            name if own_part::is_own(name) => {}
            _ => return Err(NoticeKind::UnknownParameter),
        }
        Ok(())
    }

    /// What of the address is the reader's and not the page's: words, colours, movement, speed, keys.
    #[must_use]
    pub fn settings(&self) -> Address {
        let usual = Address::default();
        let (panels, lock, present) = (usual.panels, usual.lock, usual.present);
        Address { panels, lock, present, ..self.carried() }
    }

    /// What goes along to another chapter: the settings, and what whoever embeds the page has set.
    #[must_use]
    pub fn carried(&self) -> Address {
        let (at, filters, lanes) = (String::new(), None, false);
        Address { at, filters, lanes, ..self.of_this_page() }
    }

    /// Without what leads to another page.
    fn of_this_page(&self) -> Address {
        Address { chapter: None, lesson: None, lang: None, own: false, embed: None, ..self.clone() }
    }

    /// Where in the site an address leads, seen from the first page of its language, if it names a chapter or
    /// a lesson; the lesson counts.
    pub fn page(&self) -> Option<String> {
        let own = self.own.then(|| WORKSHOP.to_owned());
        own.or_else(|| self.lesson.map(page_of_lesson)).or_else(|| self.chapter.map(page_of))
    }

    /// The choices that the address makes of a lesson.
    pub fn choices(&self, lesson: &Lesson) -> (Choices, Option<Notice>) {
        let Some(text) = &self.filters else { return (Choices::begin(lesson), None) };
        match filters(lesson, text) {
            Ok(choices) => (choices, None),
            Err(unknown) => {
                // What is understood counts, and the rest is spoken of.
                let known = text.split(',').filter_map(|name| filter(lesson, name));
                let notice = notice(NoticeKind::UnknownFilter, "filters", &unknown);
                (known.collect(), Some(notice))
            }
        }
    }

    /// The moment that the address speaks of.
    pub fn moment(&self, lesson: &Lesson, run: &Run) -> (Moment, Option<Notice>) {
        if self.at.is_empty() {
            return (Moment(0), None);
        }
        match moment(lesson, run, &self.at) {
            Some(moment) => (moment, None),
            None => (Moment(0), Some(notice(NoticeKind::UnknownMoment, "at", &self.at))),
        }
    }

    /// The same address, at that moment and with those choices.
    pub fn at(&self, lesson: &Lesson, run: &Run, choices: &Choices, moment: Moment) -> Address {
        Address {
            at: moment_name(lesson, run, moment),
            filters: (*choices != Choices::begin(lesson)).then(|| filters_name(lesson, choices)),
            ..self.of_this_page()
        }
    }
}

/// Reads `gate.rule,gate.rule` or `none`; the error is the first part that the lesson does not have.
pub fn filters(lesson: &Lesson, text: &str) -> Result<Choices, String> {
    let names = text.split(',').filter(|name| !name.is_empty() && *name != "none");
    names.map(|name| filter(lesson, name).ok_or_else(|| name.to_owned())).collect()
}

fn filter(lesson: &Lesson, name: &str) -> Option<(GateId, RuleId)> {
    let (gate, rule) = name.split_once('.')?;
    let rule = RuleId::named(rule)?;
    let mut gates = (0..).map(GateId).zip(&lesson.gates);
    let (id, gate) = gates.find(|(_, candidate)| candidate.id == gate)?;
    gate.rules.iter().any(|offered| offered.rule == rule).then_some((id, rule))
}

/// The filters that are on, as an address has them.
pub fn filters_name(lesson: &Lesson, choices: &Choices) -> String {
    let names = choices
        .filters()
        .iter()
        .filter_map(|&(gate, rule)| Some(format!("{}.{}", lesson.gate(gate)?.id, rule.id())));
    let names: Vec<String> = names.collect();
    if names.is_empty() { "none".to_owned() } else { names.join(",") }
}

fn moment(lesson: &Lesson, run: &Run, text: &str) -> Option<Moment> {
    if text == "end" {
        return Some(run.length);
    }
    if let Ok(millis) = text.parse() {
        return Some(clamp(run, Moment(millis)));
    }
    let (act, step) = text.split_once('.')?;
    let step: u8 = step.parse().ok()?;
    let at = lesson.acts.iter().position(|candidate| candidate.id == act)?;
    let id = ActId(u16::try_from(at).ok()?);
    if step == 0 {
        return run.acts.get(at).map(|act| act.start);
    }
    // A hop that the filters have cut off is where its act ends.
    let steps =
        run.stops.iter().filter(|stop| stop.step.is_some_and(|(act, n)| act == id && n <= step));
    steps.map(|stop| stop.at).next_back()
}

fn moment_name(lesson: &Lesson, run: &Run, moment: Moment) -> String {
    let act_name = |act: ActId| lesson.act(act).map(|act| act.id.clone());
    let stop = run.stops.iter().find(|stop| stop.at == moment);
    match stop.map(|stop| stop.step) {
        Some(None) if moment == Moment(0) => String::new(),
        Some(None) => "end".to_owned(),
        Some(Some((act, step))) => {
            act_name(act).map_or_else(|| moment.0.to_string(), |name| format!("{name}.{step}"))
        }
        None if moment >= run.length => "end".to_owned(),
        None => moment.0.to_string(),
    }
}

pub(crate) fn notice(kind: NoticeKind, name: &str, value: &str) -> Notice {
    Notice {
        kind,
        name: shortened(name, QUOTED).to_owned(),
        value: shortened(value, QUOTED).to_owned(),
    }
}

/// The beginning of a text, at most so many bytes of it, cut between letters.
pub(crate) fn shortened(text: &str, most: usize) -> &str {
    text.get(..text.floor_char_boundary(most)).unwrap_or(text)
}
