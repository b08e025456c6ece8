//! The same messages as a ladder: a line down the page for each party and carrier, and an arrow for each
//! stretch of a message's way, from top to bottom in the order of time.

use super::draw::class_of;
use super::element::{element, path, placed, rounded, text};
use super::geometry::{Point, Rect};
use super::glyphs;
use crate::narration::Speaker;
use crate::run::{Fate, Hop, HopId, Message, MessageId, Moment, What};
use crate::signalling::{CarrierId, Party, Place, Standing};
use crate::text::widths::{FONT_MIXED, FONT_NAME, lines, width};
use crate::text::{Value, id, joined};
use yew::virtual_dom::VNode;

/// A whole run as a ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    pub w: i32,
    pub h: i32,
    columns: Vec<Column>,
    /// Where the lines begin, under the names.
    top: i32,
    steps: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Column {
    place: Place,
    x: i32,
    name: Vec<String>,
}

/// What is drawn one under the other: a message with its hops, or a question that was not asked.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    message: Option<MessageId>,
    at: Moment,
    /// The middle of its lines, and each one's base.
    label: Vec<(String, Point)>,
    arrows: Vec<Arrow>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Arrow {
    hop: HopId,
    from: i32,
    to: i32,
    y: i32,
}

/// The least pixels from one line to the next.
const LEAST: i32 = 84;
/// From the base of one line of words to the next.
const LEADING: i32 = 16;
/// How far before its line an arrow ends that a gate has stopped.
const GATE: i32 = 16;

/// Lays a run out as a ladder, at least that many pixels wide.
pub fn ladder(speaker: &Speaker, least: i32) -> Ladder {
    let places = places(speaker);
    let count = places.len().max(1) as i32;
    let names: Vec<String> = places.iter().map(|&place| name(speaker, place)).collect();
    let words = names.iter().flat_map(|name| name.split(' '));
    let word = words.map(|word| width(word, FONT_MIXED) + 6).max().unwrap_or_default();
    let w = least.max(LEAST.max(word) * count);
    let columns = (0..).zip(places.into_iter().zip(names)).map(|(i, (place, name))| {
        let name = lines(&name, FONT_MIXED, w / count - 6);
        Column { place, x: w * (2 * i + 1) / (2 * count), name }
    });
    let columns: Vec<Column> = columns.collect();
    let heads = columns.iter().map(|column| column.name.len()).max().unwrap_or_default();
    let top = heads as i32 * LEADING + 12;
    let mut made = Ladder { w, h: top, columns, top, steps: Vec::new() };
    for event in &speaker.run.events {
        match event.what {
            What::Sent { message } => made.sent(speaker, message),
            What::NotAsked { index } => {
                let missed = speaker.run.not_asked.get(usize::from(index));
                let Some(missed) = missed else { continue };
                let x = made.x(missed.party.into());
                let word = speaker.words.line(id::FATE_NOT_ASKED);
                let said = speaker.operation(missed.operation);
                made.step(None, event.at, &format!("{said} – {word}"), (x, x), &[]);
            }
            _ => {}
        }
    }
    made.h += 14;
    made
}

impl Ladder {
    fn sent(&mut self, speaker: &Speaker, message: MessageId) {
        let Some(data) = speaker.run.message(message) else { return };
        let hops: Vec<(HopId, &Hop)> = speaker.run.hops_of(message).collect();
        let (Some((_, first)), Some((_, last))) = (hops.first(), hops.last()) else { return };
        let ends = (self.x(first.from), self.x(last.to));
        let owner = speaker.lesson.owner(data.claimed.address).map(Party::Network);
        let mut said = speaker.message(data);
        if let Some(claimed) = owner.filter(|&owner| owner != data.actual.party) {
            let args = [("name", Value::Text(&said)), ("claimed", speaker.of(claimed))];
            said = joined(&speaker.phrase(id::CHART_AS, &args));
        }
        self.step(Some(message), data.sent, &said, ends, &hops);
    }

    fn step(
        &mut self,
        message: Option<MessageId>,
        at: Moment,
        said: &str,
        (from, to): (i32, i32),
        hops: &[(HopId, &Hop)],
    ) {
        self.h += 6;
        let lines = lines(said, FONT_NAME, self.w - 12);
        let label = lines.into_iter().map(|line| {
            self.h += LEADING;
            let half = width(&line, FONT_NAME) / 2 + 6;
            let x = ((from + to) / 2).clamp(half, (self.w - half).max(half));
            (line, Point { x, y: self.h - 4 })
        });
        let label = label.collect();
        let arrows = hops.iter().map(|&(hop, data)| {
            self.h += 14;
            Arrow { hop, from: self.x(data.from), to: self.x(data.to), y: self.h - 6 }
        });
        let arrows = arrows.collect();
        self.steps.push(Step { message, at, label, arrows });
    }

    fn x(&self, place: Place) -> i32 {
        self.columns.iter().find(|column| column.place == place).map_or(0, |column| column.x)
    }

    /// The ladder as far as a moment has come.
    pub fn draw(
        &self,
        speaker: &Speaker,
        moment: Moment,
        current: Option<HopId>,
        says: &str,
    ) -> VNode {
        let lesson = speaker.lesson;
        let columns = self.columns.iter().map(|column| {
            let class = match column.place {
                Place::Party(party) => class_of(lesson, party),
                Place::Carrier(_) => "carrier",
            };
            let names = (1..).zip(&column.name);
            let names = names.map(|(line, name)| {
                let head = text(&format!("label name {class}"), column.x, line * LEADING);
                head.says(name).end()
            });
            let line = format!("M{} {}V{}", column.x, self.top, self.h);
            element("g", &format!("lifeline {class}")).holds(path("", &line)).holds_all(names).end()
        });
        let steps = self.steps.iter().filter(|step| step.at <= moment);
        let steps = steps.map(|step| self.drawn(speaker, step, moment, current));
        element("svg", "ladder")
            .with("viewBox", &format!("0 0 {} {}", self.w, self.h))
            .number("width", self.w)
            .number("height", self.h)
            .with("role", "img")
            .with("aria-label", says)
            .holds(rounded("sea", 0, 0, self.w, self.h, 0))
            .holds(element("g", "").holds_all(columns).end())
            .holds(element("g", "").holds_all(steps).end())
            .end()
    }

    fn drawn(
        &self,
        speaker: &Speaker,
        step: &Step,
        moment: Moment,
        current: Option<HopId>,
    ) -> VNode {
        let message = step.message.and_then(|message| speaker.run.message(message));
        // On a plate: the lines down the page pass behind them.
        let labels = step.label.iter().flat_map(|(line, at)| {
            let w = width(line, FONT_NAME) + 4;
            let plate = rounded("sea", at.x - w / 2, at.y - 13, w, 17, 0);
            [plate, text("label name", at.x, at.y).says(line).end()]
        });
        let actual = message.map_or("", |message| class_of(speaker.lesson, message.actual.party));
        let kind = if message.is_some_and(Message::is_request) { "" } else { "answer" };
        let arrows = step.arrows.iter().filter_map(|arrow| {
            let hop = speaker.run.hop(arrow.hop)?;
            (hop.start <= moment).then(|| self.arrow(arrow, hop, message, moment, current))
        });
        element("g", &format!("step {actual} {kind}"))
            .holds(element("g", "").holds_all(labels).end())
            .holds(element("g", "").holds_all(arrows).end())
            .end()
    }

    fn arrow(
        &self,
        arrow: &Arrow,
        hop: &Hop,
        message: Option<&Message>,
        moment: Moment,
        current: Option<HopId>,
    ) -> VNode {
        let Arrow { from, to, y, .. } = *arrow;
        let on = (to - from).signum();
        let stopped = hop.stopped && moment >= hop.border;
        let end = if stopped { to - on * (GATE + 6) } else { to - on * 2 };
        let line =
            format!("M{from} {y}H{end}M{} {}l{} 4 {} 4", end - on * 7, y - 4, on * 7, -on * 7);
        let now = if current == Some(arrow.hop) { "now" } else { "" };
        let gate = if hop.judged.is_some() { "post on" } else { "post" };
        let gate = hop.gate.map(|_| rounded(gate, to - on * GATE - 2, y - 6, 4, 12, 2));
        // What became of it, where it ended; that it arrived, the head of the arrow says.
        let fate = message.filter(|message| moment >= message.ended && moment >= hop.end);
        let fate = fate.map(|message| message.fate).filter(|fate| *fate != Fate::Arrived);
        let fate = fate.filter(|_| stopped || !hop.stopped && self.is_last(arrow)).map(|fate| {
            let sign = placed(&format!("fate {}", fate.id()), end - on * 4, y, 80);
            let badge = element("circle", "badge").number("r", 10).end();
            sign.holds(badge).holds(glyphs::fate(fate.id())).end()
        });
        element("g", now).holds(path("arrow", &line)).holds_all(gate).holds_all(fate).end()
    }

    fn is_last(&self, arrow: &Arrow) -> bool {
        let mut steps = self.steps.iter();
        steps.any(|step| step.arrows.last().is_some_and(|last| last.hop == arrow.hop))
    }

    /// The boxes of everything that is written, for the test that none lies on another.
    pub fn written(&self) -> Vec<Rect> {
        let around = |text: &str, x: i32, base: i32| {
            let w = width(text, FONT_NAME);
            Rect { x: x - w / 2, y: base - 13, w, h: 16 }
        };
        let heads = self.columns.iter().flat_map(|column| {
            let names = (1..).zip(&column.name);
            names.map(move |(line, name)| around(name, column.x, line * LEADING))
        });
        let labels = self.steps.iter().flat_map(|step| &step.label);
        heads.chain(labels.map(|(line, at)| around(line, at.x, at.y))).collect()
    }
}

/// Whoever has a line of their own, from one side to the other as in the picture.
fn places(speaker: &Speaker) -> Vec<Place> {
    let lesson = speaker.lesson;
    let of = |standing| {
        let parties = lesson.parties().filter(move |&party| lesson.standing(party) == standing);
        parties.map(Place::from)
    };
    let carriers = (0..lesson.carriers.len()).filter_map(|i| u8::try_from(i).ok());
    let carriers = carriers.map(|i| Place::Carrier(CarrierId(i)));
    of(Some(Standing::Home))
        .chain(of(None))
        .chain(of(Some(Standing::Partner)))
        .chain(carriers)
        .chain(of(Some(Standing::Visited)))
        .collect()
}

fn name(speaker: &Speaker, place: Place) -> String {
    let words = speaker.words;
    match place {
        Place::Party(party) => match speaker.lesson.standing(party) {
            Some(Standing::Home) => words.line(id::LABEL_HOME),
            Some(Standing::Visited) => words.line(id::LABEL_VISITED),
            Some(Standing::Partner) => speaker.own_name(party).to_owned(),
            None => words.line(id::LABEL_THIRD_PARTY),
        },
        Place::Carrier(carrier) => {
            let carrier = speaker.lesson.carriers.get(carrier.index());
            carrier.map(|carrier| carrier.name.clone()).unwrap_or_default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::{FILES, parse};
    use crate::run::{Choices, run};
    use crate::text::{Depth, Words, english, pseudo};

    #[test]
    fn nothing_that_is_written_lies_on_another_or_leaves_the_chart() {
        let mut scene = crate::judge::Scene::new().unwrap();
        let matrix = crate::judge::show::questions().into_iter();
        let matrix =
            matrix.map(|(asked, about)| crate::judge::show::lesson_of(&mut scene, asked, about));
        let chapters = FILES.iter().map(|json| parse(json).unwrap());
        let lessons: Vec<_> =
            chapters.chain(matrix).chain(crate::stage::tests::crowded()).collect();
        for words in [Words::native(english()), Words::native(pseudo(&english()))] {
            for lesson in &lessons {
                let usual = Choices::of(lesson);
                for choices in [usual.without_filters(), usual.compared(lesson), usual] {
                    let run = run(lesson, &choices);
                    for depth in [Depth::Plain, Depth::Engineer] {
                        let speaker = Speaker { lesson, run: &run, words: &words, depth };
                        for width in [260, 300, 640, 950] {
                            let made = ladder(&speaker, width);
                            let chart = Rect { x: 0, y: 0, w: made.w, h: made.h };
                            let written = made.written();
                            for (i, area) in written.iter().enumerate() {
                                assert!(chart.holds(*area), "{} {width}: {area:?}", lesson.id);
                                let other = written.iter().take(i).find(|o| o.shared(*area) > 0);
                                assert_eq!(other, None, "{} {width}: {area:?}", lesson.id);
                            }
                        }
                    }
                }
            }
        }
    }
}
