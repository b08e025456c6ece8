//! The player bar: buttons, time line, speed, words, link.

use super::command::{BACK, DEPTH, EMBED, FORWARD, GO, HELP, PLAY, SPEED, START};
use super::lanes;
use super::view::View;
use crate::link::Lock;
use crate::playback::Speed;
use crate::run::Moment;
use crate::stage::{element, path};
use crate::text::id;
use crate::text::{Depth, Value};
use yew::{Html, NodeRef};

/// The player bar. The clock moves the scrubber while the run plays.
pub fn player(view: &View, scrubber: &NodeRef) -> Html {
    let session = view.session;
    let (first, last) = (session.moment() == Moment(0), session.moment() == session.run.length);
    let (play, sign) =
        if session.playing { ("player-pause", PAUSE_SIGN) } else { ("player-play", PLAY_SIGN) };
    let steps = element("span", "steps").with("aria-hidden", "true").says(&step_of(view));
    element("div", "player")
        .with("role", "group")
        .with("aria-label", &view.words.line(id::PLAYER_NAME))
        .holds(button(view, START, "player-start", START_SIGN, "minor", first))
        .holds(button(view, BACK, "player-back", BACK_SIGN, "", first))
        .holds(button(view, PLAY, play, sign, "play", false))
        .holds(button(view, FORWARD, "player-forward", FORWARD_SIGN, "", last))
        .holds(timeline(view, scrubber))
        .holds(steps.end())
        .holds(speed_choice(view))
        .holds(depth_choice(view))
        .holds_all(copy_link(view))
        .holds(button(view, HELP, "help-open", HELP_SIGN, HELP_CLASS, false))
        .end()
}

/// A button stays a button where it has nothing to do: the focus must not fall off it.
fn button(view: &View, does: &str, key: &str, sign: &str, class: &str, idle: bool) -> Html {
    let name = view.words.line(key);
    let line = if class == HELP_CLASS { "line" } else { "" };
    view.control("button", class, does)
        .with("aria-label", &name)
        .with("title", &name)
        .with("aria-disabled", if idle && view.live { "true" } else { "" })
        .holds(icon(line, sign))
        .end()
}

pub fn icon(class: &str, d: &str) -> Html {
    element("svg", "")
        .with("viewBox", "0 0 24 24")
        .number("width", 24)
        .number("height", 24)
        .with("aria-hidden", "true")
        .holds(path(class, d))
        .end()
}

const START_SIGN: &str = "M6 5h2.5v14H6zM19 5v14L9.5 12z";
pub const BACK_SIGN: &str = "M15.5 5v14L6 12z";
pub const PLAY_SIGN: &str = "M7 4.5v15l12.5-7.5z";
pub const PAUSE_SIGN: &str = "M6.5 5h4v14h-4zM13.5 5h4v14h-4z";
pub const FORWARD_SIGN: &str = "M8.5 5v14L18 12z";
const HELP_CLASS: &str = "outlined";
const HELP_SIGN: &str = "M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.1-1.5 2.3M12 18v.5";
const EMBED_SIGN: &str = "M8.5 8l-4 4 4 4M15.5 8l4 4-4 4M13 6l-2 12";
const LINK_SIGN: &str = "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7\
                         M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17";

fn timeline(view: &View, scrubber: &NodeRef) -> Html {
    let (run, moment) = (&view.session.run, view.session.moment());
    let length = run.length.0.max(1);
    let at = |moment: Moment| u64::from(moment.0) * 1000 / u64::from(length);
    let stops = view.session.shown().flat_map(|run| &run.stops);
    let ticks: String = stops.map(|stop| format!("M{} 6v4", at(stop.at))).collect();
    let marks: String = run.beats.iter().map(|beat| format!("M{} 3v10", at(beat.start))).collect();
    let parting = view.session.beside().and_then(|_| lanes::parts(view)).map(|parts| {
        let mark = format!("M{} 3v10", at(parts.moment));
        path("parting", &mark)
    });
    let ruler = element("svg", "ticks")
        .with("viewBox", "0 0 1000 16")
        .with("preserveAspectRatio", "none")
        .with("aria-hidden", "true")
        .holds(path("hop", &ticks))
        .holds(path("beat", &marks))
        .holds_all(parting);
    let input = view
        .control("input", "", GO)
        .known_as(scrubber)
        .with("type", "range")
        .with("min", "0")
        .with("max", &length.to_string())
        .with("step", "1")
        .valued(moment.0.to_string())
        .with("aria-label", &view.words.line(id::PLAYER_SCRUB))
        .with("aria-valuetext", &step_of(view));
    element("div", "timeline").holds(ruler.end()).holds(input.end()).end()
}

fn step_of(view: &View) -> String {
    let beat = view.session.scene().beat as i64 + 1;
    let beats = view.session.run.beats.len() as i64;
    let args = [("beat", Value::Number(beat)), ("beats", Value::Number(beats))];
    view.words.say(id::PLAYER_SCRUB_VALUE, &args)
}

fn speed_choice(view: &View) -> Html {
    let name = view.words.line(id::PLAYER_SPEED);
    let choices = Speed::ALL.into_iter().map(|speed| {
        let args = [("speed", Value::Text(speed.name()))];
        let words = view.words.say(id::PLAYER_SPEED_VALUE, &args);
        option(view, speed.name(), &words, speed == view.session.view.speed)
    });
    let list = view.lockable("select", "minor", SPEED, Lock::Speed).with("aria-label", &name);
    list.holds_all(choices).end()
}

fn depth_choice(view: &View) -> Html {
    let depth = view.session.view.depth;
    let choice = |name: &str, this: Depth| {
        option(view, name, &view.words.line(&format!("depth-{name}")), this == depth)
    };
    let list = view.lockable("select", "", DEPTH, Lock::Depth);
    list.with("aria-label", &view.words.line(id::DEPTH_NAME))
        .holds(choice("plain", Depth::Plain))
        .holds(choice("engineer", Depth::Engineer))
        .end()
}

/// In the still an attribute says what is chosen; where the reader chooses, the list itself is told.
pub fn option(view: &View, value: &str, words: &str, chosen: bool) -> Html {
    let option = element("option", "").with("value", value).says(words);
    if view.live { option.chosen(chosen).end() } else { option.when(chosen, "selected").end() }
}

/// Copies the address of this very moment; what came of it is said beside it. And on a page that is not
/// embedded, the way to embed it.
fn copy_link(view: &View) -> [Html; 2] {
    let locked = view.session.locks(Lock::Link);
    let words = |key| element("span", "").says(&view.words.line(key)).end();
    let copies =
        || view.copies().holds(icon("line", LINK_SIGN)).holds(words(id::PLAYER_COPY)).end();
    let embeds = || {
        let button = view.control("button", "wordy minor", EMBED);
        button.holds(icon("line", EMBED_SIGN)).holds(words(id::EMBED_OPEN)).end()
    };
    let both = element("span", "links")
        .holds_all((!locked).then(copies))
        .holds_all((!locked && !view.embed).then(embeds));
    let said = element("span", "said").with("role", "status");
    [both.end(), said.says(view.said_of_this()).end()]
}
