//! "You are the filter" for readers without scripts: the ten messages of the first game, the truth of
//! each behind a fold.

use crate::game::{Case, FIRST, Round, card, told, two_of_a_kind};
use crate::stage::element;
use crate::text::id;
use crate::text::{Value, Words};
use yew::Html;

/// The first game as a list.
pub fn game(words: &Words, cases: &[Case]) -> Html {
    let round = Round::new(cases, FIRST);
    let ten = round.ten.iter().filter_map(|&at| cases.get(at));
    let items = (1..).zip(ten).map(|(number, case)| item(words, number, case));
    let line = |tag, class, key: &str| element(tag, class).says(&words.line(key));
    element("section", "page game static")
        .with("aria-labelledby", "static-title")
        .holds(line("h2", "", id::GAME_STATIC).with("id", "static-title").end())
        .holds(line("p", "lead", id::GAME_STATIC_LEAD).end())
        .holds(element("ol", "ten").holds_all(items).end())
        .holds(two_of_a_kind(words, cases, &round).end())
        .end()
}

fn item(words: &Words, number: i64, case: &Case) -> Html {
    let kind = if case.truth.honest { id::GAME_HONEST } else { id::GAME_DISHONEST };
    let number = [("number", Value::Number(number))];
    let verdict = element("p", "was").holds(element("b", "").says(&words.line(kind)).end());
    element("li", "")
        .holds(element("h3", "").says(&words.say(id::GAME_NUMBER, &number)).end())
        .holds(card(words, &case.seen))
        .holds(
            element("details", "told")
                .holds(element("summary", "").says(&words.line(id::GAME_REVEAL)).end())
                .holds(verdict.end())
                .holds(told(words, case, None))
                .end(),
        )
        .end()
}
