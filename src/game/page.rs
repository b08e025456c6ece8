//! The game's page: one component that holds the round, hears of what the player does, and draws
//! everything from it. Drawn without anybody listening, it is the still of the first message.

use super::card::{card, class};
use super::case::Case;
use super::deal::TEN;
use super::ending::{comparison, numbers, pair};
use super::round::{Answered, Phase, Round};
use super::setting::Setting;
use super::truth::{post, told};
use crate::panels::about;
use crate::stage::{Element, Kind, element};
use crate::text::id;
use crate::text::{Value, Words};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, FocusOptions, HtmlElement, KeyboardEvent};
use yew::prelude::*;

#[derive(Clone, Properties)]
pub struct GameProps {
    pub words: Words,
    pub cases: Rc<Vec<Case>>,
    /// What the address asks for.
    pub setting: Setting,
    /// Whether anybody listens to what the player does.
    pub live: bool,
    /// Told of every new game: the address bar.
    #[prop_or_default]
    pub follow: Option<Callback<Setting>>,
}

impl PartialEq for GameProps {
    /// The page is mounted once, and nobody above it changes what it was given.
    fn eq(&self, _: &GameProps) -> bool {
        true
    }
}

/// What the game hears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    /// Let the message pass, or stop it.
    Answer(bool),
    /// On to the next message.
    Next,
    /// Another game.
    Again,
    /// The game with that number, from the address.
    Deal(u32),
}

const PASS: &str = "pass";
const STOP: &str = "stop";
const NEXT: &str = "next";
const AGAIN: &str = "again";

pub struct Game {
    round: Round,
    /// What has the focus after the next drawing.
    target: NodeRef,
    /// The whole game, which is there before and after.
    table: NodeRef,
    moves: bool,
}

impl Component for Game {
    type Message = Message;
    type Properties = GameProps;

    fn create(ctx: &Context<Game>) -> Game {
        let GameProps { cases, setting, .. } = ctx.props();
        Game {
            round: Round::new(cases, setting.seed),
            target: NodeRef::default(),
            table: NodeRef::default(),
            moves: false,
        }
    }

    fn update(&mut self, ctx: &Context<Game>, message: Message) -> bool {
        let before = self.round.clone();
        let cases = &ctx.props().cases;
        match message {
            Message::Answer(pass) => self.round.answer(pass),
            Message::Next => self.round.next(),
            Message::Again if self.round.phase(cases) != Phase::Over => {}
            Message::Again => self.deal(ctx, self.round.seed.wrapping_add(1)),
            Message::Deal(seed) if seed == self.round.seed => {}
            Message::Deal(seed) => self.deal(ctx, seed),
        }
        self.moves = self.round != before;
        if self.moves {
            self.keep_focus();
        }
        self.moves
    }

    fn view(&self, ctx: &Context<Game>) -> Html {
        let GameProps { words, cases, setting, live, .. } = ctx.props();
        let used = ctx.link().batch_callback(|event: Event| used(&event));
        let pressed = ctx.link().batch_callback(pressed);
        let table = Table { words, cases, round: &self.round, live: *live, target: &self.target };
        let game = element("section", "game")
            .with("aria-label", &words.line(id::GAME_NAME))
            .with("tabindex", "-1")
            .known_as(&self.table)
            .hears(Kind::KeyDown, pressed)
            .holds(table.draw())
            .holds(element("p", "unseen").with("role", "status").says(&table.spoken()).end());
        element("div", "page")
            .with("data-theme", &setting.theme)
            .hears(Kind::Click, used)
            .holds(game.end())
            .end()
    }

    fn rendered(&mut self, ctx: &Context<Game>, first: bool) {
        let GameProps { setting, follow, .. } = ctx.props();
        if let (true, Some(follow)) = (first, follow) {
            follow.emit(setting.clone());
        }
        if std::mem::take(&mut self.moves)
            && let Some(target) = self.target.cast::<HtmlElement>()
        {
            let _ = target.focus();
        }
    }
}

impl Game {
    /// What has the focus may leave the page with the next drawing, and a key that comes before the new
    /// heading has it would be nobody's.
    fn keep_focus(&self) {
        if let Some(table) = self.table.cast::<HtmlElement>() {
            let stay = FocusOptions::new();
            stay.set_prevent_scroll(true);
            let _ = table.focus_with_options(&stay);
        }
    }

    fn deal(&mut self, ctx: &Context<Game>, seed: u32) {
        let GameProps { cases, setting, follow, .. } = ctx.props();
        self.round = Round::new(cases, seed);
        if let Some(follow) = follow {
            follow.emit(Setting { seed, ..setting.clone() });
        }
    }
}

/// What is drawn, and from what.
struct Table<'a> {
    words: &'a Words,
    cases: &'a [Case],
    round: &'a Round,
    live: bool,
    target: &'a NodeRef,
}

impl Table<'_> {
    fn draw(&self) -> Html {
        match self.round.phase(self.cases) {
            Phase::Over => self.over(),
            phase => self.message(phase),
        }
    }

    fn message(&self, phase: Phase) -> Html {
        let Some(case) = self.round.case(self.cases) else { return element("div", "").end() };
        let words = self.words;
        let title = element("h2", "post").says(&post(words, case.seen.gate));
        let title = match phase {
            Phase::Asking => self.focused(title),
            _ => title,
        };
        // Each message is a new one, also where it looks like the one before it.
        let message = element("div", &format!("message {}", class(case.seen.gate)))
            .keyed(self.round.place())
            .holds(self.progress())
            .holds(title.end())
            .holds(card(words, &case.seen));
        match phase {
            Phase::Told(answered) => message.holds(self.verdict(case, answered)),
            _ => message.holds(self.choices()),
        }
        .end()
    }

    fn choices(&self) -> Html {
        let words = self.words;
        let button = |does: &str, class: &str, key: &str, letter: &str| {
            let sign = element("kbd", "").with("aria-hidden", "true").says(letter);
            self.control(does, class)
                .with("aria-keyshortcuts", letter)
                .holds(element("span", "").says(&words.line(key)).end())
                .holds(sign.end())
                .end()
        };
        element("div", "choices")
            .with("role", "group")
            .with("aria-label", &words.line(id::GAME_CHOICE))
            .holds(button(PASS, "choice pass", id::GAME_PASS, "P"))
            .holds(button(STOP, "choice stop", id::GAME_STOP, "S"))
            .end()
    }

    fn verdict(&self, case: &Case, answered: Answered) -> Html {
        let words = self.words;
        let last = self.round.place() + 1 == TEN;
        let next = words.line(if last { id::GAME_TO_SCORE } else { id::GAME_NEXT });
        let title = element("h2", "").says(&words.line(&format!("game-told-{}", answered.id())));
        element("section", &format!("told {}", answered.id()))
            .holds(self.focused(title).end())
            .holds(told(words, case, Some(answered)))
            .holds(self.control(NEXT, "choice on").says(&next).end())
            .end()
    }

    fn over(&self) -> Html {
        let words = self.words;
        let score = self.round.score(self.cases);
        let title = element("h2", "").says(&words.line(id::GAME_SCORE));
        let seed = self.round.seed.to_string();
        let seed = words.say(id::GAME_SEED, &[("seed", Value::Text(&seed))]);
        element("div", "over")
            .holds(self.progress())
            .holds(self.focused(title).end())
            .holds(numbers(words, score))
            .holds(pair(words, self.cases, self.round))
            .holds(comparison(words, self.cases, self.round))
            .holds(self.control(AGAIN, "choice on").says(&words.line(id::GAME_AGAIN)).end())
            .holds(element("p", "note").says(&seed).end())
            .end()
    }

    /// How far the game is: in words, and as ten dots.
    fn progress(&self) -> Html {
        let words = self.words;
        let number = (self.round.place() + 1).min(TEN) as i64;
        let args = [("number", Value::Number(number)), ("count", Value::Number(TEN as i64))];
        let said = if self.round.place() < TEN {
            words.say(id::GAME_PROGRESS, &args)
        } else {
            words.line(id::GAME_OVER)
        };
        let dot = |place: usize| {
            let answered = self.round.answered(self.cases, place);
            let class = match answered {
                Some(answered) if answered.is_right() => "right",
                Some(_) => "wrong",
                None if place == self.round.place() => "now",
                None => "",
            };
            element("i", class).end()
        };
        let dots = element("span", "dots").with("aria-hidden", "true").holds_all((0..TEN).map(dot));
        element("p", "progress")
            .holds(element("span", "").says(&said).end())
            .holds(dots.end())
            .end()
    }

    /// What a screen reader is told as things go on.
    fn spoken(&self) -> String {
        let words = self.words;
        match self.round.phase(self.cases) {
            Phase::Told(answered) => words.line(&format!("game-told-{}", answered.id())),
            Phase::Asking if self.round.place() > 0 => {
                let number = Value::Number(self.round.place() as i64 + 1);
                let args = [("number", number), ("count", Value::Number(TEN as i64))];
                words.say(id::GAME_PROGRESS, &args)
            }
            Phase::Asking => String::new(),
            Phase::Over => {
                let score = self.round.score(self.cases);
                let count = |count: usize| Value::Number(count as i64);
                let args = [
                    ("caught", count(score.caught)),
                    ("through", count(score.let_through)),
                    ("wrongly", count(score.wrongly_stopped)),
                ];
                words.say(id::GAME_SPOKEN, &args)
            }
        }
    }

    fn control(&self, does: &str, class: &str) -> Element {
        element("button", class)
            .with("type", "button")
            .with("data-do", does)
            .when(!self.live, "disabled")
    }

    fn focused(&self, on: Element) -> Element {
        on.with("tabindex", "-1").known_as(self.target)
    }
}

fn used(event: &Event) -> Option<Message> {
    named(&about(event)?.1)
}

fn named(name: &str) -> Option<Message> {
    Some(match name {
        PASS => Message::Answer(true),
        STOP => Message::Answer(false),
        NEXT => Message::Next,
        AGAIN => Message::Again,
        _ => return None,
    })
}

/// A key, while the focus is in the game. Space and Enter are the buttons' own.
fn pressed(event: Event) -> Option<Message> {
    let event: KeyboardEvent = event.dyn_into().ok()?;
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
    if modified || event.default_prevented() || event.repeat() {
        return None;
    }
    let message = key(&event.key())?;
    event.prevent_default();
    Some(message)
}

fn key(key: &str) -> Option<Message> {
    Some(match key {
        "1" | "p" | "P" => Message::Answer(true),
        "2" | "s" | "S" => Message::Answer(false),
        "n" | "N" => Message::Next,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_buttons_do_the_same() {
        for (one, other) in [("1", PASS), ("p", PASS), ("2", STOP), ("S", STOP), ("n", NEXT)] {
            assert_eq!(key(one), named(other));
        }
        assert_eq!((key(" "), key("Enter"), named("explode")), (None, None, None));
    }
}
