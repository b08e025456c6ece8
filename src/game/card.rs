//! One message as it lies at the gate: what it says of itself, and what the gate sees for itself.

use super::case::Sight;
use crate::signalling::{Generation, Range, Standing};
use crate::stage::element;
use crate::text::id;
use crate::text::{Depth, Value, Words};
use yew::Html;

/// A message, ready to be drawn.
pub struct Card<'a> {
    pub words: &'a Words,
    pub seen: &'a Sight,
}

/// The envelope, and beside it what the gate sees.
pub fn card(words: &Words, seen: &Sight) -> Html {
    let card = Card { words, seen };
    element("div", "desk").holds(card.letter()).holds(card.gate()).end()
}

/// One line: what it is called, in the reader's words and in the field's, and what it says.
fn row(words: &Words, key: &str, class: &str, value: &str, code: &str) -> Html {
    let name = words.line(key);
    let field = words.say_at(Depth::Engineer, key, &[]);
    let mut term = element("dt", "").says(&name);
    if field != name {
        term = term.says(" ").holds(element("small", "").says(&field).end());
    }
    let mut said = element("dd", class).says(value);
    if !code.is_empty() {
        said = said.says(" ").holds(element("bdi", "code").says(code).end());
    }
    element("div", "").holds(term.end()).holds(said.end()).end()
}

impl Card<'_> {
    /// What the message says.
    fn letter(&self) -> Html {
        let Card { words, seen } = self;
        let from = seen.owner.map_or("nobody", class);
        let asks = match seen.operation {
            Some(operation) => words.line(&format!("operation-{}", operation.row().key())),
            None => words.line(id::GAME_UNREADABLE),
        };
        let name = seen.operation.map_or("", |operation| operation.row().name);
        let generation = format!("generation-{}", seen.generation.id());
        let stamp = element("p", "stamp").says(&words.line(&generation)).holds(
            element("small", "").says(&words.say_at(Depth::Engineer, &generation, &[])).end(),
        );
        let mut lines = element("dl", "");
        let whom = seen.about.map_or("unreadable", |whom| whom.id());
        let about = words.say(id::GAME_ABOUT, &[("whom", Value::Text(whom))]);
        lines = lines.holds(row(words, id::GAME_FIELD_ABOUT, "", &about, ""));
        let address = self.by_generation("game-field-address");
        lines = lines.holds(row(words, &address, "", "", &range(seen.address)));
        if let Some((host, _)) = seen.host {
            lines = lines.holds(row(words, id::GAME_FIELD_HOST, "", "", &host.to_string()));
        }
        if let Some((inner, _)) = seen.inner {
            lines = lines.holds(row(words, id::GAME_FIELD_INNER, "", "", &range(inner)));
        }
        if let Some((code, _)) = seen.network {
            let key = self.by_generation("game-field-network");
            lines = lines.holds(row(words, &key, "", "", &code.to_string()));
        }
        element("article", &format!("letter {from}"))
            .holds(stamp.end())
            .holds(element("h3", "unseen").says(&words.line(id::GAME_SAYS)).end())
            .holds(element("p", "asks").says(&asks).end())
            .holds(element("p", "name").holds(element("bdi", "").says(name).end()).end())
            .holds(lines.end())
            .end()
    }

    /// What the gate sees for itself, and what its tables say of that.
    fn gate(&self) -> Html {
        let Card { words, seen } = self;
        let mut lines = element("dl", "");
        let owner = self.whose(seen.owner);
        lines = lines.holds(row(words, id::GAME_FIELD_OWNER, known(seen.owner), &owner, ""));
        if let Some((_, whose)) = seen.host {
            let class = fitting(Some(whose == seen.owner && whose.is_some()));
            lines =
                lines.holds(row(words, id::GAME_FIELD_HOST_OWNER, class, &self.whose(whose), ""));
        }
        if let Some((_, whose)) = seen.inner {
            let class = fitting(Some(whose == seen.owner));
            let value = self.whose(whose);
            lines = lines.holds(row(words, id::GAME_FIELD_INNER_OWNER, class, &value, ""));
        }
        if let Some((_, which)) = seen.network {
            let class = fitting(Some(which == seen.owner));
            lines =
                lines.holds(row(words, id::GAME_FIELD_CODE_OWNER, class, &self.whose(which), ""));
        }
        let road = match (seen.owner == Some(seen.gate), seen.fits) {
            (true, _) => "own",
            (_, Some(true)) => "yes",
            (_, Some(false)) => "no",
            (_, None) => "unknown",
        };
        let road = words.say(id::GAME_ROAD, &[("fits", Value::Text(road))]);
        lines = lines.holds(row(words, id::GAME_FIELD_ROAD, fitting(seen.fits), &road, ""));
        if let Some((_, fits)) = seen.recorded {
            let fit = fits.map_or("unknown", |fits| if fits { "yes" } else { "no" });
            let recorded = words.say(id::GAME_RECORDED, &[("fits", Value::Text(fit))]);
            lines = lines.holds(row(words, id::GAME_FIELD_RECORDED, fitting(fits), &recorded, ""));
        }
        if let Some(secured) = seen.secured {
            let said = if secured { "yes" } else { "no" };
            let said = words.say(id::GAME_SECURED, &[("secured", Value::Text(said))]);
            let class = fitting(Some(secured));
            lines = lines.holds(row(words, id::GAME_FIELD_SECURED, class, &said, ""));
        }
        if seen.generation == Generation::Services {
            let class = fitting(Some(seen.peer.is_some() && seen.peer == seen.owner));
            // Whoever has new names proves who it is all the same.
            let class = if seen.owner.is_none() { fitting(None) } else { class };
            lines = lines.holds(row(words, id::GAME_FIELD_PEER, class, &self.who(seen.peer), ""));
        } else {
            let signed = self.who(seen.signed);
            lines = lines.holds(row(words, id::GAME_FIELD_SIGNED, "", &signed, ""));
        }
        if seen.registered.is_some() {
            let there = self.who(seen.registered);
            lines = lines.holds(row(words, id::GAME_FIELD_REGISTERED, "", &there, ""));
        }
        element("section", "sees")
            .holds(element("h3", "").says(&words.line(id::GAME_SEES)).end())
            .holds(lines.end())
            .end()
    }

    fn by_generation(&self, key: &str) -> String {
        let own = format!("{key}-{}", self.seen.generation.id());
        if self.words.has(&own) { own } else { key.to_owned() }
    }

    fn who(&self, network: Option<Standing>) -> String {
        self.named(id::GAME_WHO, network)
    }

    fn whose(&self, network: Option<Standing>) -> String {
        self.named(id::GAME_WHOSE, network)
    }

    fn named(&self, key: &str, network: Option<Standing>) -> String {
        let own = network == Some(self.seen.gate);
        let word = if own { "own" } else { network.map_or("nobody", class) };
        self.words.say(key, &[("who", Value::Text(word))])
    }
}

/// The class of something in a network's colour.
pub(super) fn class(network: Standing) -> &'static str {
    match network {
        Standing::Home => "home",
        Standing::Visited => "visited",
        Standing::Partner => "partner",
    }
}

/// The mark of something that fits, or does not, or of which nobody knows.
fn fitting(fits: Option<bool>) -> &'static str {
    match fits {
        Some(true) => "mark fits",
        Some(false) => "mark odd",
        None => "mark open",
    }
}

fn known(network: Option<Standing>) -> &'static str {
    if network.is_some() { "mark fits" } else { "mark open" }
}

pub(super) fn range(range: Range) -> String {
    match range {
        Range::Titles(titles) => titles.to_string(),
        Range::Realm(code) => code.to_string(),
    }
}
