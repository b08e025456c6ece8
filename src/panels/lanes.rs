//! The two lanes: which of them are shown, what each is called, and where they part.

use super::command::LANE;
use super::pieces::sentence;
use super::view::View;
use crate::filter::RuleId;
use crate::lesson::GateId;
use crate::narration::{self, Speaker, parting};
use crate::reader::Lane;
use crate::run::{Choices, Parting, part};
use crate::stage::element;
use crate::text::{Value, id};
use yew::Html;

/// How a lane is called: without the filters that make the difference, or with them.
#[inline(never)]
pub fn name(view: &View, with: bool) -> String {
    let session = view.session;
    let usual = Choices::of(&session.lesson);
    let chosen = session.choices.filters();
    let added = |filter: &&(GateId, RuleId)| !usual.filters().contains(filter);
    let speaker = view.speaker();
    let rules = chosen.iter().filter(added).map(|&(_, rule)| speaker.rule(rule)).collect();
    let kept = usual.filters().iter().all(|filter| chosen.contains(filter));
    let key = match (with, kept) {
        (false, true) => id::LANE_WITHOUT,
        (true, true) => id::LANE_WITH,
        (false, false) => id::LANE_USUAL,
        (true, false) => id::LANE_CHOSEN,
    };
    view.words.say(key, &[("rules", Value::Text(&speaker.list(rules)))])
}

/// What stands over a lane: how it is called, and what happens in it where the caption speaks of the other.
#[inline(never)]
pub fn head(view: &View, speaker: &Speaker, with: bool) -> Html {
    let name = element("b", "").says(&name(view, with)).end();
    let now = || {
        let now = narration::caption(speaker, view.session.moment()).title;
        sentence(element("span", ""), speaker.lesson, &now).end()
    };
    element("p", "lane-head").holds(name).says(" ").holds_all((!with).then(now)).end()
}

/// Where the two lanes part.
#[inline(never)]
pub fn parts(view: &View) -> Option<Parting> {
    part(view.session.beside()?, &view.session.run)
}

/// Where they part and why, once that can be seen.
#[inline(never)]
pub fn parted(view: &View) -> Option<Html> {
    let session = view.session;
    let (without, parts) = (session.beside()?, parts(view)?);
    if session.moment() < parts.moment {
        return None;
    }
    let speaker = Speaker { run: without, ..view.speaker() };
    let said = parting(&speaker, &session.run, Some(parts));
    Some(sentence(element("p", "parted"), &session.lesson, &said).end())
}

/// The switch between the one way, the other and both, once there is a reason to compare.
pub fn switch(view: &View) -> Option<Html> {
    let (session, words) = (view.session, view.words);
    let now = session.lane()?;
    if !session.can_compare() || now == Lane::Without && !session.is_past_the_question() {
        return None;
    }
    let choice = |name: &str, lane: Lane| {
        let pressed = if now == lane { "true" } else { "false" };
        let button = view.control("button", "wordy", &format!("{LANE} {name}"));
        let button = button.with("aria-pressed", pressed);
        button.says(&words.line(&format!("lane-choose-{name}"))).end()
    };
    let both = session.fits.then(|| choice("both", Lane::Both));
    Some(
        element("div", "lane-choice")
            .with("role", "group")
            .with("aria-label", &words.line(id::LANE_NAME))
            .holds(choice("without", Lane::Without))
            .holds(choice("with", Lane::With))
            .holds_all(both)
            .end(),
    )
}
