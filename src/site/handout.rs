//! A chapter on paper: a still and a sentence or two for each step, the question before the turning
//! point with room for an answer, what is otherwise with the filter, and the sources.

use super::frame::Here;
use super::sources::sources;
use super::text_form::{Told, told};
use crate::narration::{Caption, Speaker, transcript};
use crate::panels::sentence;
use crate::playback::scene;
use crate::run::{Choices, Ledger, Moment, Run};
use crate::signalling::{Fact, Party};
use crate::stage::{Layout, Moving, Picture, Size, element, layout};
use crate::text::{Depth, Value, joined};
use yew::Html;

/// The width that the stills are laid out for, in pixels.
const WIDTH: i32 = 760;

pub fn handout(here: &Here, told: &Told) -> Html {
    let speaker = told.speaker(here, Depth::Plain);
    let layout = layout(&speaker, Size::of_width(WIDTH));
    let asked = told.asked_before();
    let steps = transcript(&speaker).into_iter().enumerate().flat_map(|(at, section)| {
        let ask = if asked == Some(at) { question(here, &speaker) } else { None };
        let moment = last_moment(&told.open, at);
        let step = step(here, &speaker, &told.choices, &layout, moment, &section.captions);
        ask.into_iter().chain([step]).collect::<Vec<_>>()
    });
    let steps = element("ol", "stills").holds_all(steps.collect::<Vec<_>>()).end();
    element("div", "paper")
        .holds(here.line("p", "lead", "page-invented"))
        .holds(steps)
        .holds_all(with_filter(here, told, &layout))
        .holds(sources(here, &told.lesson.sources()))
        .end()
}

/// The last moment of a beat: what became of it can be seen, and the next has not begun.
fn last_moment(run: &Run, beat: usize) -> Moment {
    run.beats.get(beat + 1).map_or(run.length, |next| Moment(next.start.0.saturating_sub(1)))
}

fn step(
    here: &Here,
    speaker: &Speaker,
    choices: &Choices,
    layout: &Layout,
    moment: Moment,
    captions: &[Caption],
) -> Html {
    let on = element("li", "step").holds(still(speaker, choices, layout, moment, captions));
    told(here, speaker.lesson, on, captions).end()
}

fn still(
    speaker: &Speaker,
    choices: &Choices,
    layout: &Layout,
    moment: Moment,
    captions: &[Caption],
) -> Html {
    let name = captions.last().map(|caption| joined(&caption.title)).unwrap_or_default();
    let known = Ledger::at(speaker.run, moment).known(Party::ThirdParty);
    let picture = Picture {
        speaker: *speaker,
        choices,
        layout,
        scene: scene(speaker.run, moment),
        name: &name,
        found: known.has(Fact::Cell) || known.has(Fact::Position),
        still: true,
        moving: &Moving::default(),
    };
    element("div", "still").holds(picture.draw()).end()
}

fn question(here: &Here, speaker: &Speaker) -> Option<Html> {
    let asks = speaker.lesson_says("predict")?;
    let question = sentence(element("p", ""), speaker.lesson, &asks).end();
    Some(
        element("li", "step foresee")
            .holds(here.line("b", "", "site-predict"))
            .holds(question)
            .holds(here.line("p", "room", "site-answer"))
            .end(),
    )
}

/// The same run with the filter: where the two part, and what is said from there on.
fn with_filter(here: &Here, told: &Told, layout: &Layout) -> Option<Html> {
    let (choices, with) = told.with.as_ref()?;
    let (said, sections) = told.parted(here, Depth::Plain)?;
    let speaker = Speaker { run: with, ..told.speaker(here, Depth::Plain) };
    let rules = told.rules(here, Depth::Plain);
    let heading = here.words.say("site-with", &[("rules", Value::Text(&rules))]);
    let first = sections.first()?;
    let beat = with.beats.iter().position(|beat| beat.kind == first.kind)?;
    let step = step(here, &speaker, choices, layout, last_moment(with, beat), &first.captions);
    Some(
        element("section", "with")
            .holds(element("h2", "").says(&heading).end())
            .holds(sentence(element("p", ""), told.lesson, &said).end())
            .holds(element("ol", "stills").holds(step).end())
            .end(),
    )
}
