//! The truth of a message: who really sent it, why, what came of it, and what each rule says.

use super::card::{card, class, range};
use super::case::Case;
use super::deal::twins;
use super::round::{Answered, Round};
use crate::filter::{RULES, RuleId, Side, Verdict};
use crate::judge::{Outcome, Sender};
use crate::signalling::Standing;
use crate::stage::{Element, element};
use crate::text::id;
use crate::text::{Value, Words};
use yew::Html;

/// All that is told of a message after it was answered; for whoever only reads, of one that was let
/// through.
pub fn told(words: &Words, case: &Case, answered: Option<Answered>) -> Html {
    let stopped = matches!(answered, Some(Answered::Caught | Answered::WronglyStopped));
    let sentences = [who(words, case), why(words, case), came(words, case, stopped)];
    let paragraph = |text: String| element("p", "").says(&text).end();
    element("div", "truth")
        .holds_all(sentences.into_iter().filter(|text| !text.is_empty()).map(paragraph))
        .holds(rules(words, case))
        .end()
}

/// Who really sent it.
pub(super) fn who(words: &Words, case: &Case) -> String {
    let truth = &case.truth;
    let manner = match truth.sender {
        Sender::Home | Sender::Visited | Sender::Partner if truth.detour => "-detour",
        Sender::Partner if !truth.honest => "-curious",
        Sender::SpoofedHome if truth.unlisted => "-unlisted",
        _ => "",
    };
    let mut said = words.line(&format!("game-sender-{}{manner}", truth.sender.id()));
    if case.seen.operation.is_none() {
        let asked = words.line(&format!("operation-{}", truth.operation.row().key()));
        let args = [("operation", Value::Text(&asked))];
        said = format!("{said} {}", words.say(id::GAME_HIDDEN, &args));
    }
    said
}

/// Why an honest one was sent.
fn why(words: &Words, case: &Case) -> String {
    if case.truth.honest {
        words.line(&format!("honest-{}", case.truth.operation.row().key()))
    } else {
        String::new()
    }
}

/// What came of it, or would have.
fn came(words: &Words, case: &Case, stopped: bool) -> String {
    let truth = &case.truth;
    let key = match (truth.honest, stopped) {
        (true, true) => return words.line(id::GAME_CAME_LOST),
        (true, false) => return words.line(id::GAME_CAME_SERVED),
        (false, true) => id::GAME_CAME_STOPPED,
        (false, false) => id::GAME_CAME_PASSED,
    };
    let mut all = vec![words.line(key)];
    if !truth.learns.is_empty() {
        let facts = truth.learns.iter().map(|fact| words.line(&format!("fact-{}", fact.id())));
        let facts = list(words, facts.collect());
        let asker = asker(truth.sender);
        let args = [("who", Value::Text(asker)), ("facts", Value::Text(&facts))];
        all.push(words.say(id::GAME_LEARNS, &args));
    }
    if truth.misled {
        all.push(words.line(id::GAME_MISLED));
    } else if truth.operation.row().discloses.is_empty() {
        all.push(words.line(&format!("game-effect-{}", truth.operation.row().key())));
    }
    if truth.outcome == Outcome::AnsweredElsewhere {
        all.push(words.line(id::GAME_ELSEWHERE));
    }
    all.join(" ")
}

/// Who gets what is learned.
fn asker(sender: Sender) -> &'static str {
    match sender {
        Sender::Home | Sender::StaleHome => "home",
        Sender::Visited => "visited",
        Sender::Partner => "partner",
        Sender::HomeForOthers => "others",
        Sender::SpoofedHome
        | Sender::SpoofedPartner
        | Sender::LeasedFromPartner
        | Sender::LeasedFromHome => "third-party",
    }
}

/// Items as the language lists them.
fn list(words: &Words, items: Vec<String>) -> String {
    let mut items = items.into_iter();
    let last = items.next_back().unwrap_or_default();
    let before = items.reduce(|before, next| {
        let args = [("before", Value::Text(&before)), ("next", Value::Text(&next))];
        words.say(id::LIST_COMMA, &args)
    });
    match before {
        None => last,
        Some(before) => {
            let args = [("before", Value::Text(&before)), ("last", Value::Text(&last))];
            words.say(id::LIST_AND, &args)
        }
    }
}

/// Which rules would have stopped it, and why; then the others.
fn rules(words: &Words, case: &Case) -> Html {
    let said = RULES.iter().zip(&case.rules).map(|(row, verdict)| (row.id, *verdict));
    let (against, others): (Vec<_>, Vec<_>) = said.partition(|(_, verdict)| !verdict.passes());
    let lead = match against.len() {
        0 => words.line(id::GAME_RULES_NONE),
        count => words.say(id::GAME_RULES_SOME, &[("count", Value::Number(count as i64))]),
    };
    let item = |(rule, verdict): (RuleId, Verdict)| {
        let elsewhere = !rule.row().sides.contains(&Side::Border);
        let mut item = element("li", verdict.id());
        item = item.holds(element("b", "").says(&name(words, rule)).end()).says(" ");
        let mut reason = words.capital(&reason(words, case, verdict));
        if elsewhere {
            reason = words.line(id::GAME_ELSEWHERE_RULE);
        }
        item.holds(element("span", "").says(&reason).end()).end()
    };
    let names = others.iter().map(|(rule, _)| name(words, *rule)).collect::<Vec<_>>();
    let count = [("count", Value::Number(names.len() as i64))];
    let others = element("details", "others")
        .holds(element("summary", "").says(&words.say(id::GAME_RULES_OTHERS, &count)).end())
        .holds(element("ul", "").holds_all(names.iter().map(|name| li(name))).end());
    element("div", "rules")
        .holds(element("p", "lead").says(&lead).end())
        .holds(element("ul", "against").holds_all(against.into_iter().map(item)).end())
        .holds(others.end())
        .end()
}

fn li(text: &str) -> Html {
    element("li", "").says(text).end()
}

/// A rule's name.
pub(super) fn name(words: &Words, rule: RuleId) -> String {
    words.line(&format!("rule-{}", rule.id()))
}

/// Why a rule said what it said: half a sentence.
fn reason(words: &Words, case: &Case, verdict: Verdict) -> String {
    let owner = case.seen.owner.map_or("nobody", class);
    let claimed = words.say(id::GAME_WHO, &[("who", Value::Text(owner))]);
    let title = range(case.seen.address);
    let args = [
        ("claimed", Value::Text(&claimed)),
        ("title", Value::Text(&title)),
        ("listed", Value::Text(if case.seen.owner.is_some() { "yes" } else { "no" })),
    ];
    words.say(&format!("reason-{}", verdict.reason().id()), &args)
}

/// The two that looked the same, side by side, and what they were.
pub fn two_of_a_kind(words: &Words, cases: &[Case], round: &Round) -> Element {
    let line = |tag, class, key: &str| element(tag, class).says(&words.line(key)).end();
    let section = element("section", "twins")
        .with("aria-labelledby", "twins-title")
        .holds(element("h2", "").with("id", "twins-title").says(&words.line(id::GAME_TWINS)).end());
    let Some((first, second)) = twins(cases, &round.ten) else { return section };
    let of = |place: usize| round.ten.get(place).and_then(|&at| cases.get(at));
    let one = |place: usize| {
        let Some(case) = of(place) else { return element("div", "").end() };
        let number = [("number", Value::Number(place as i64 + 1))];
        let kind = if case.truth.honest { "honest" } else { "dishonest" };
        let key = format!("game-{kind}");
        element("div", &format!("twin {kind}"))
            .holds(element("h3", "").says(&words.say(id::GAME_NUMBER, &number)).end())
            .holds(card(words, &case.seen))
            .holds(
                element("p", "was")
                    .holds(element("b", "").says(&words.line(&key)).end())
                    .says(" ")
                    .says(&who(words, case))
                    .end(),
            )
            .end()
    };
    let numbers =
        [("first", Value::Number(first as i64 + 1)), ("second", Value::Number(second as i64 + 1))];
    section
        .holds(element("p", "lead").says(&words.say(id::GAME_TWINS_LEAD, &numbers)).end())
        .holds(element("div", "pair").holds(one(first)).holds(one(second)).end())
        .holds(line("p", "moral", id::GAME_TWINS_MORAL))
        .holds(line("p", "note", id::GAME_TWINS_NOTE))
}

/// At whose gate the reader stands.
pub(super) fn post(words: &Words, gate: Standing) -> String {
    words.say(id::GAME_POST, &[("who", Value::Text(class(gate)))])
}
