//! The end of a game: the score, what each rule would have made of the same ten, and the two that nobody
//! could tell apart.

use super::case::Case;
use super::round::{Round, Score, Stopper};
use super::truth::{name, two_of_a_kind};
use crate::filter::RULES;
use crate::stage::element;
use crate::text::id;
use crate::text::{Value, Words};
use yew::Html;

/// The score in numbers.
pub(super) fn numbers(words: &Words, score: Score) -> Html {
    let number = |class: &str, count: usize, key: &str| {
        element("div", class)
            .holds(element("dt", "").says(&words.line(key)).end())
            .holds(element("dd", "").says(&words.number(count as i64)).end())
            .end()
    };
    element("dl", "numbers")
        .holds(number("caught", score.caught, id::GAME_CAUGHT))
        .holds(number("let-through", score.let_through, id::GAME_LET_THROUGH))
        .holds(number("wrongly-stopped", score.wrongly_stopped, id::GAME_WRONGLY_STOPPED))
        .holds(number("passed", score.passed, id::GAME_PASSED))
        .end()
}

/// Reader and rules side by side on the same ten.
pub(super) fn comparison(words: &Words, cases: &[Case], round: &Round) -> Html {
    let cell = |count: usize| element("td", "").says(&words.number(count as i64)).end();
    let row = |class: &str, who: &str, score: Score| {
        element("tr", class)
            .holds(element("th", "").with("scope", "row").says(who).end())
            .holds(cell(score.caught))
            .holds(cell(score.let_through))
            .holds(cell(score.wrongly_stopped))
            .end()
    };
    let head = |key: &str| element("th", "").with("scope", "col").says(&words.line(key)).end();
    let scores = RULES.iter().map(|row| (row.id, round.score_of(cases, Stopper::Rule(row.id))));
    let (busy, idle): (Vec<_>, Vec<_>) =
        scores.partition(|(_, score)| score.caught + score.wrongly_stopped > 0);
    let nobody = words.line(id::GAME_NO_RULE);
    let rows = busy.into_iter().map(|(rule, score)| row("", &name(words, rule), score));
    let body = element("tbody", "")
        .holds(row("you", &words.line(id::GAME_YOU), round.score(cases)))
        .holds(row("", &nobody, round.score_of(cases, Stopper::Nobody)))
        .holds_all(rows);
    let columns = element("tr", "")
        .holds(head(id::GAME_WHO_DECIDES))
        .holds(head(id::GAME_CAUGHT))
        .holds(head(id::GAME_LET_THROUGH))
        .holds(head(id::GAME_WRONGLY_STOPPED));
    let table = element("table", "")
        .holds(element("thead", "").holds(columns.end()).end())
        .holds(body.end());
    let names = idle.iter().map(|(rule, _)| element("li", "").says(&name(words, *rule)).end());
    let count = [("count", Value::Number(idle.len() as i64))];
    element("section", "comparison")
        .with("aria-labelledby", "comparison-title")
        .holds(
            element("h2", "")
                .with("id", "comparison-title")
                .says(&words.line(id::GAME_COMPARISON))
                .end(),
        )
        .holds(element("p", "lead").says(&words.line(id::GAME_COMPARISON_LEAD)).end())
        .holds(table.end())
        .holds(
            element("details", "others")
                .holds(element("summary", "").says(&words.say(id::GAME_IDLE, &count)).end())
                .holds(element("ul", "").holds_all(names).end())
                .end(),
        )
        .end()
}

/// The two that looked the same, and that every rule at the gate was wrong on one of them.
pub(super) fn pair(words: &Words, cases: &[Case], round: &Round) -> Html {
    two_of_a_kind(words, cases, round).end()
}
