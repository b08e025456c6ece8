//! The clock: where the run is between two drawings. It moves what moves, and says when something has
//! changed that is more than a position, so that the page is drawn anew then and not every frame.

use crate::playback::{Phase, Scene, Speed, advance, scene};
use crate::reader::Session;
use crate::run::{Moment, Run};
use crate::stage::Moving;
use std::mem::discriminant;
use std::rc::Rc;

/// The longest that a frame may seem to have taken: after a pause of the whole page, or of the whole
/// machine, the run goes on where it stood.
const LONGEST: u32 = 100;

pub struct Clock {
    pub moment: Moment,
    /// What the speed has left over, in hundredths of a millisecond.
    rest: u32,
    last: Option<u32>,
}

impl Clock {
    /// A clock that stands at a moment.
    pub fn at(moment: Moment) -> Clock {
        Clock { moment, rest: 0, last: None }
    }

    /// Begins to run, or runs no more: the time between does not count.
    pub fn stop(&mut self) {
        self.last = None;
    }

    /// One frame, at a time in milliseconds; whether the page has to be drawn anew for it.
    pub fn frame(&mut self, now: u32, session: &Session) -> bool {
        let elapsed = now.wrapping_sub(self.last.replace(now).unwrap_or(now)).min(LONGEST);
        let hundredths = elapsed * u32::from(session.view.speed.0) + self.rest;
        self.rest = hundredths % 100;
        let before = self.moment;
        // What both runs leave out is jumped over.
        let on = |run: &Rc<Run>| advance(run, before, hundredths / 100, Speed::NORMAL);
        self.moment = session.shown().map(on).min().unwrap_or(before);
        let ended = self.moment == session.run.length;
        let differs = |run: &Rc<Run>| differs(run, &scene(run, before), &scene(run, self.moment));
        ended || session.shown().any(differs)
    }

    /// Puts the message where it is; where nothing may move, before the border
    /// until its hop is over.
    pub fn show(&self, run: &Run, moving: &Moving, still: bool) {
        let Some(flight) = scene(run, self.moment).flight else { return };
        moving.show(match flight.phase {
            Phase::Waiting | Phase::Road(_) | Phase::Inside(_) if still => Phase::Gate(0),
            phase => phase,
        });
    }
}

/// Whether two moments differ in more than a position.
fn differs(run: &Run, before: &Scene, after: &Scene) -> bool {
    let phase = |scene: &Scene| scene.flight.map(|flight| discriminant(&flight.phase));
    let hop = |scene: &Scene| scene.flight.map(|flight| (flight.hop, flight.fate));
    let asked = |scene: &Scene| scene.flight.map(|flight| flight.asked(run));
    before.beat != after.beat
        || hop(before) != hop(after)
        || phase(before) != phase(after)
        || asked(before) != asked(after)
}
