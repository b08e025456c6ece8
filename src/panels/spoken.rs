//! What a screen reader is told as things go on: each hop when stepping, outcomes only when playing. One line
//! for each lane, so that what has not changed is not said again.

use super::later;
use super::turning::foreseen;
use super::view::View;
use crate::narration::Speaker;
use crate::playback::{Phase, scene};
use crate::stage::element;
use crate::text::{Value, id, joined};
use yew::Html;

pub fn spoken(view: &View) -> [Html; 2] {
    let session = view.session;
    let with = lane(view, &view.speaker());
    let Some(without) = session.beside() else { return [status(&with), status("")] };
    let without = lane(view, &Speaker { run: without, ..view.speaker() });
    let begins = session.answer.is_some() && session.foreseen().is_none() && session.playing;
    if with == without {
        let begins = begins && with.is_empty();
        return [status(&if begins { view.words.line(id::LANES_BEGIN) } else { with }), status("")];
    }
    let named = |key, said: &str| match said {
        "" => String::new(),
        said => format!("{}: {said}", view.words.line(key)),
    };
    [status(&named(id::LANE_CHOOSE_WITH, &with)), status(&named(id::LANE_CHOOSE_WITHOUT, &without))]
}

fn status(said: &str) -> Html {
    element("p", "unseen").with("role", "status").says(said).end()
}

/// What is said of one lane at this moment.
fn lane(view: &View, speaker: &Speaker) -> String {
    let (session, run) = (view.session, speaker.run);
    let moment = session.moment();
    let flight = scene(run, moment).flight;
    let ended = flight.filter(|flight| flight.fate.is_some());
    if session.playing && flight.is_some() && ended.is_none() {
        return String::new();
    }
    let title = |moment| joined(&view.caption(speaker, moment).title);
    let mut said = Vec::new();
    let message = flight.and_then(|flight| run.message(flight.message));
    // Whoever hears outcomes only has not heard what was asked.
    let sent = message.filter(|message| session.playing && message.is_request());
    said.extend(sent.map(|message| title(message.sent)));
    said.push(title(moment));
    // A stretch that ends on the way.
    let there = flight.filter(|flight| flight.fate.is_none() && flight.phase == Phase::There);
    let hop = there.and_then(|flight| run.hop(flight.hop?));
    said.extend(hop.map(|hop| {
        let place = speaker.place(hop.to);
        view.words.say(id::SPOKEN_AT, &[("place", Value::Pieces(place))])
    }));
    // The question stands there, and is said, as soon as it can be answered.
    if session.is_asked() && later::here() {
        said.extend(asks(speaker));
    }
    // What the reader foresaw is told with what it was about.
    let about = session.lesson.predict.zip(message).filter(|(p, m)| p.act == m.act);
    let foresaw = about.filter(|_| session.answer.is_some());
    said.extend(foresaw.and_then(|_| foreseen(view)));
    said.join(" ")
}

#[inline(never)]
fn asks(speaker: &Speaker) -> Option<String> {
    speaker.lesson_says("predict").map(|asks| joined(&asks))
}
