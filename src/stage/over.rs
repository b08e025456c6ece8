//! What lies over the picture at a moment, each thing in its box: the card of the message (who it says
//! it is from, and who really sent it), what a rule at the gate says of it, and what became of it. The
//! boxes are worked out here, so that a test can see that none covers anything.

use super::geometry::{Point, Rect};
use super::layout::{ENVELOPE, Layout};
use super::place::place;
use crate::filter::Consulted;
use crate::narration::{Sentence, Speaker};
use crate::playback::{Flight, Phase, Scene};
use crate::run::{Fate, Hop, HopId, Message};
use crate::signalling::Party;
use crate::text::widths::{FONT_MIXED, FONT_NAME, lines, width};
use crate::text::{Value, id, joined};

/// Everything that lies over the picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Over {
    pub card: Option<Card>,
    pub callout: Option<Callout>,
    pub pill: Option<Pill>,
}

/// Who a message says it is from, and who really sent it: a line each, with the party's shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub lines: Vec<(Option<Party>, Sentence)>,
    pub area: Rect,
}

/// What a rule says: its name, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Callout {
    pub said: Consulted,
    pub name: Vec<String>,
    pub why: Vec<String>,
    pub area: Rect,
}

/// What became of a message: a sign, and its word where there is room for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pill {
    pub fate: Fate,
    pub word: String,
    pub area: Rect,
}

/// From one line of a card to the next.
pub const LEADING: i32 = 17;
/// What a sign or a party's shape takes before the words.
pub const SIGN: i32 = 24;
/// What a card has around its words.
const EDGE: i32 = 5;
/// How far from its message what became of it may stand.
const FAR: i32 = 26;

/// A message, and the hop that it is in.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    pub flight: Flight,
    pub message: &'a Message,
    pub id: HopId,
    pub hop: &'a Hop,
}

/// The message that a beat is about, and its hop.
pub(super) fn seen<'a>(speaker: &Speaker<'a>, scene: Scene) -> Option<Seen<'a>> {
    let flight = scene.flight?;
    let (run, id) = (speaker.run, flight.hop?);
    Some(Seen { flight, message: run.message(flight.message)?, id, hop: run.hop(id)? })
}

impl Seen<'_> {
    /// What the rules of this hop's gate have said by now; all of it at once where nothing moves.
    pub fn said<'r>(&self, speaker: &Speaker<'r>, still: bool) -> &'r [Consulted] {
        let judged = self.hop.judged.and_then(|judged| speaker.run.judged(judged));
        let all = judged.map_or(&[][..], |judged| &judged.consulted);
        if still { all } else { all.get(..self.flight.asked(speaker.run)).unwrap_or(all) }
    }
}

/// What lies over the picture at a moment.
pub fn over(speaker: &Speaker, layout: &Layout, scene: Scene, still: bool) -> Over {
    let Some(seen) = seen(speaker, scene) else { return Over::default() };
    let mut over = Over { callout: callout(speaker, layout, &seen, still), ..Over::default() };
    let mut card = card(speaker, layout, seen.message);
    if let Some(callout) = &mut over.callout {
        let top = card.area.y - callout.area.h - 4;
        // Where there is no room for both, what the rule says is what matters now.
        if top < layout.dock.y {
            over.pill = pill(speaker, layout, &seen, &[callout.area]);
            return over;
        }
        callout.area.y = top;
    }
    let callout = over.callout.iter().map(|callout| callout.area);
    let mut taken: Vec<Rect> = callout.chain([card.area]).collect();
    over.pill = pill(speaker, layout, &seen, &taken);
    let wordless = over.pill.as_ref().is_none_or(|pill| pill.word.is_empty());
    if seen.flight.fate.is_some() && wordless && over.callout.is_none() {
        // No room for the word beside the message: the card says it. What a rule says stands where it would grow.
        card = with_fate(speaker, layout, card, seen.message);
        taken.push(card.area);
        over.pill = pill(speaker, layout, &seen, &taken);
    }
    over.card = Some(card);
    over
}

fn card(speaker: &Speaker, layout: &Layout, message: &Message) -> Card {
    let actual = message.actual.party;
    let claimed = speaker.lesson.owner(message.claimed.address).map(Party::Network);
    let line = |key, name, party| (Some(party), speaker.phrase(key, &[(name, speaker.of(party))]));
    let Some(claimed) = claimed.filter(|&claimed| claimed != actual) else {
        return fitted(layout, vec![line(id::STAGE_FROM, "actual", actual)]);
    };
    let lines = |says, really| vec![line(says, "claimed", claimed), line(really, "actual", actual)];
    let long = lines(id::STAGE_SAYS, id::STAGE_REALLY);
    // In some languages the sentences are too long for any size.
    let short = layout.size.is_narrow() || wide(&long) > layout.dock.w;
    let short = short.then(|| lines(id::STAGE_SAYS_SHORT, id::STAGE_REALLY_SHORT));
    fitted(layout, short.unwrap_or(long))
}

fn with_fate(speaker: &Speaker, layout: &Layout, card: Card, message: &Message) -> Card {
    let mut lines = card.lines;
    lines.push((None, speaker.phrase(fate_key(message, message.fate), &[])));
    fitted(layout, lines)
}

/// A card of that many lines, at the lower edge of its place.
fn fitted(layout: &Layout, lines: Vec<(Option<Party>, Sentence)>) -> Card {
    let area =
        low(layout, wide(&lines).min(layout.dock.w), LEADING * lines.len() as i32 + 2 * EDGE);
    Card { lines, area }
}

fn wide(lines: &[(Option<Party>, Sentence)]) -> i32 {
    let longest = lines.iter().map(|(_, line)| width(&joined(line), FONT_MIXED)).max();
    longest.unwrap_or_default() + SIGN + 2 * EDGE + 4
}

fn low(layout: &Layout, w: i32, h: i32) -> Rect {
    let dock = layout.dock;
    Rect { x: dock.x + (dock.w - w) / 2, y: dock.y + dock.h - h, w, h }
}

/// What the rule says that is being asked, or, after that, the one that decided.
fn callout(speaker: &Speaker, layout: &Layout, seen: &Seen, still: bool) -> Option<Callout> {
    let named = seen.hop.judged.and_then(|judged| speaker.run.judged(judged)?.named);
    let asked = seen.said(speaker, still);
    let at_gate = matches!(seen.flight.phase, Phase::Gate(_)) && !still;
    let said = if at_gate { asked.last() } else { named.as_ref().filter(|_| !asked.is_empty()) };
    said.map(|said| callout_of(speaker, layout, seen.message, *said))
}

/// Where no rule is on, nothing is said: the page fetches this later.
#[inline(never)]
fn callout_of(speaker: &Speaker, layout: &Layout, message: &Message, said: Consulted) -> Callout {
    let rule = speaker.rule(said.rule);
    let verdict = speaker.words.line(match said.verdict {
        crate::filter::Verdict::Pass(_) => id::VERDICT_PASS,
        crate::filter::Verdict::Mask(_) => id::VERDICT_MASK,
        crate::filter::Verdict::Stop(_) => id::VERDICT_STOP,
    });
    let reason = speaker.reason(&said, message);
    let both = [("verdict", Value::Text(&verdict)), ("reason", Value::Text(&reason))];
    let why = speaker.words.say(id::STAGE_RULE, &both);
    let most = layout.dock.w - 2 * EDGE - 6;
    let name = lines(&rule, FONT_MIXED, most - SIGN);
    let mut why = lines(&why, FONT_NAME, most);
    let high = LEADING * (name.len() + why.len()) as i32 + 2 * EDGE > layout.dock.h;
    if high || why.iter().any(|line| width(line, FONT_NAME) > most) {
        // The whole reason stands below the picture.
        why = lines(&verdict, FONT_NAME, most);
    }
    let named = name.iter().map(|line| width(line, FONT_MIXED) + SIGN).max();
    let w = named.max(why.iter().map(|line| width(line, FONT_NAME)).max()).unwrap_or_default();
    let h = LEADING * (name.len() + why.len()) as i32 + 2 * EDGE;
    Callout { said, name, why, area: low(layout, (w + 2 * EDGE + 6).min(layout.dock.w), h) }
}

fn fate_key(message: &Message, fate: Fate) -> &'static str {
    match fate {
        Fate::Arrived if !message.is_request() => id::FATE_ANSWERED,
        Fate::Arrived => id::FATE_ARRIVED,
        Fate::Masked(_) => id::FATE_MASKED,
        Fate::Stopped(_) => id::FATE_STOPPED,
        Fate::Elsewhere => id::FATE_ELSEWHERE,
    }
}

/// What became of the message: close to it and on nothing else.
fn pill(speaker: &Speaker, layout: &Layout, seen: &Seen, over: &[Rect]) -> Option<Pill> {
    let fate = seen.flight.fate?;
    let end = place(layout, speaker.run, seen.hop).at(match seen.hop.stopped {
        true => Phase::Stopped,
        false => Phase::There,
    });
    let envelope = envelope_at(layout, end);
    let mut taken = layout.taken();
    taken.extend_from_slice(over);
    let word = speaker.words.line(fate_key(seen.message, fate));
    let w = width(&word, FONT_MIXED) + 40;
    // It may be that there is only room for the sign, at a corner of the message, or for nothing.
    let (word, area) = match free(layout, envelope.grown(1), (w, 24), &taken) {
        Some(area) => (word, area),
        None => (String::new(), free(layout, envelope.grown(-9), (22, 22), &taken)?),
    };
    Some(Pill { fate, word, area })
}

/// The box of a message's picture.
pub(super) fn envelope_at(layout: &Layout, at: Point) -> Rect {
    let scale = layout.scale;
    Rect::around(at, 2 * ENVELOPE.x * scale / 100, 2 * ENVELOPE.y * scale / 100)
}

/// The free place of that size that is nearest to something, rather over than under it.
fn free(layout: &Layout, to: Rect, (w, h): (i32, i32), taken: &[Rect]) -> Option<Rect> {
    let center = to.center();
    let near: Vec<Rect> = {
        let around = Rect::around(center, to.w + 2 * (w + FAR), to.h + 2 * (h + FAR));
        taken.iter().copied().filter(|other| other.shared(around) > 0).collect()
    };
    let (x, y) = ((to.w + w) / 2 + FAR, (to.h + h) / 2 + FAR);
    let rows = (-y..=y).step_by(4).flat_map(|y| (-x..=x).step_by(6).map(move |x| (x, y)));
    let fits = |(x, y): &(i32, i32)| {
        let area = Rect::around(center.by(*x, *y), w, h);
        let covers = |other: &Rect| other.shared(area) > 0;
        layout.area().holds(area) && area.shared(to) == 0 && !near.iter().any(covers)
    };
    let far = |(x, y): &(i32, i32)| x.abs() + 2 * y.abs() + if *y > 0 { 8 } else { 0 };
    let (x, y) = rows.filter(fits).min_by_key(far)?;
    Some(Rect::around(center.by(x, y), w, h))
}
