//! The chapter as text: what the run says with the filters that the chapter begins with, mostly none,
//! beat by beat; then what is otherwise with those that it compares itself with.

use super::frame::Here;
use crate::filter::RuleId;
use crate::lesson::{ActId, GateId, Lesson};
use crate::narration::{Caption, Section, Sentence, Speaker, parting, transcript};
use crate::panels::{remember, sentence, sentences};
use crate::run::{BeatKind, Choices, Run, compare, run};
use crate::stage::{Element, element};
use crate::text::{Depth, Value};
use yew::Html;

/// A chapter, the run that it begins with, and the one that it is compared with, where there is one.
pub struct Told<'a> {
    pub lesson: &'a Lesson,
    pub choices: Choices,
    pub open: Run,
    pub with: Option<(Choices, Run)>,
}

impl Told<'_> {
    pub fn of(lesson: &Lesson) -> Told<'_> {
        let choices = Choices::of(lesson);
        let compared = choices.compared(lesson);
        let open = run(lesson, &choices);
        let with = (compared != choices).then(|| {
            let other = run(lesson, &compared);
            (compared, other)
        });
        Told { lesson, choices, open, with }
    }

    pub fn speaker<'s>(&'s self, here: &'s Here, depth: Depth) -> Speaker<'s> {
        Speaker { lesson: self.lesson, run: &self.open, words: here.words, depth }
    }

    /// Which beat the reader is asked before.
    pub fn asked_before(&self) -> Option<usize> {
        let act = self.lesson.predict?.act;
        self.open.beats.iter().position(|beat| act_of(&self.open, beat.kind) == Some(act))
    }

    /// Where the two runs part, in a sentence, and the beats of the second from there on.
    pub fn parted(&self, here: &Here, depth: Depth) -> Option<(Sentence, Vec<Section>)> {
        let (_, with) = self.with.as_ref()?;
        let speaker = self.speaker(here, depth);
        let comparison = compare(&self.open, with);
        let said = parting(&speaker, with, comparison.parts);
        let other = Speaker { run: with, ..speaker };
        // What is told before they part need not be told again.
        let pair = comparison.pairs.get(comparison.parts?.at)?;
        let (beat, _) = with.beat_at(pair.other.or(pair.one)?.at)?;
        let sections = transcript(&other).split_off(beat);
        Some((said, sections))
    }

    /// The filters that the chapter is compared with, by their names.
    pub fn rules(&self, here: &Here, depth: Depth) -> String {
        self.named(here, depth, &self.lesson.compare)
    }

    /// What filters the chapter begins with, in a sentence.
    pub fn begins(&self, here: &Here) -> String {
        let on = self.choices.filters();
        let rules = self.named(here, Depth::Plain, on);
        let args = [("count", Value::Number(on.len() as i64)), ("rules", Value::Text(&rules))];
        let key = if self.lesson.chapter == 0 { "site-begins-own" } else { "site-begins" };
        here.words.say(key, &args)
    }

    fn named(&self, here: &Here, depth: Depth, filters: &[(GateId, RuleId)]) -> String {
        let speaker = self.speaker(here, depth);
        speaker.list(filters.iter().map(|&(_, rule)| speaker.rule(rule)).collect())
    }
}

fn act_of(run: &Run, beat: BeatKind) -> Option<ActId> {
    match beat {
        BeatKind::Message(id) => run.message(id).map(|message| message.act),
        BeatKind::NotAsked { index } => run.not_asked.get(usize::from(index)).map(|m| m.act),
        BeatKind::Opening | BeatKind::Closing => None,
    }
}

/// The chapter in words, at a depth.
pub fn text_form(here: &Here, told: &Told, depth: Depth) -> Element {
    let speaker = told.speaker(here, depth);
    let asked = told.asked_before();
    let beats = transcript(&speaker).into_iter().enumerate().map(|(at, section)| {
        let on = element("li", "");
        let on = if asked == Some(at) { on.holds_all(asks(here, &speaker)) } else { on };
        beat(here, told.lesson, on, &section)
    });
    let beats = element("ol", "").holds_all(beats.collect::<Vec<_>>()).end();
    let on = element("div", "").holds(beats);
    let Some((said, sections)) = told.parted(here, depth) else { return on };
    let rules = told.rules(here, depth);
    let heading = here.words.say("site-with", &[("rules", Value::Text(&rules))]);
    let beats = sections.iter().map(|section| beat(here, told.lesson, element("li", ""), section));
    on.holds(element("h3", "").says(&heading).end())
        .holds(sentence(element("p", ""), told.lesson, &said).end())
        .holds(element("ul", "").holds_all(beats.collect::<Vec<_>>()).end())
}

fn beat(here: &Here, lesson: &Lesson, on: Element, section: &Section) -> Html {
    told(here, lesson, on, &section.captions).end()
}

/// Adds what is said of a beat to an element, and after it the sentence to take along, where one ends there.
pub fn told(here: &Here, lesson: &Lesson, on: Element, captions: &[Caption]) -> Element {
    let said = |caption: &Caption| {
        let title = sentence(element("b", ""), lesson, &caption.title).end();
        sentences(element("p", "").holds(title).says(" "), lesson, &caption.body).end()
    };
    let taken = captions.iter().filter_map(|caption| caption.remember.as_ref());
    let taken: Vec<Html> = taken.map(|said| remember(here.words, lesson, said)).collect();
    on.holds_all(captions.iter().map(said)).holds_all(taken)
}

/// What the reader is asked, before the answer stands there.
fn asks(here: &Here, speaker: &Speaker) -> Option<Html> {
    let asks = speaker.lesson_says("predict")?;
    let word = here.line("b", "", "site-predict");
    Some(sentence(element("p", "asks").holds(word).says(" "), speaker.lesson, &asks).end())
}
