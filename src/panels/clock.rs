//! The one loop that moves things: a frame at a time while the run plays, once after every step. The
//! virtual DOM hears of it only when something changes that is more than a position.

use super::browser::{self, Frames};
use super::widget::View;
use crate::playback::{Phase, Scene, Speed, advance, scene};
use crate::reader::{Action, Session};
use crate::run::Moment;
use crate::stage::Moving;
use std::mem::discriminant;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The longest that a frame may seem to have taken: after a pause of the whole page, or of the whole
/// machine, the run goes on where it stood.
const LONGEST: u32 = 100;

struct Clock {
    session: Rc<Session>,
    moment: Moment,
    /// What the speed has left over, in hundredths of a millisecond.
    rest: u32,
    last: Option<u32>,
}

/// Runs the clock, and gives the way for actions past it: whatever the reader does while the run plays
/// is done at the moment that they see, and not at the last one that was drawn anew.
#[hook]
pub fn use_clock(
    view: &View,
    moving: &Rc<Moving>,
    frame: &NodeRef,
    scrubber: &NodeRef,
) -> Callback<Action> {
    let session = &view.session;
    let clock = use_mut_ref(|| Clock {
        session: session.clone(),
        moment: session.moment(),
        rest: 0,
        last: None,
    });
    {
        // After every drawing: take the new handles, and put the message where it is.
        let (clock, moving, session) = (clock.clone(), moving.clone(), session.clone());
        use_effect(move || {
            let still = browser::reduced_motion(session.view.motion);
            let mut clock = clock.borrow_mut();
            let begins = session.playing && !clock.session.playing;
            if begins || !session.playing {
                clock.moment = session.moment();
            }
            clock.session = session;
            moving.collect();
            show(&moving, &scene(&clock.session.run, clock.moment), still);
        });
    }
    {
        let (clock, moving) = (clock.clone(), moving.clone());
        let (scrubber, act) = (scrubber.clone(), view.act.clone());
        // Out of sight nothing moves, and the run waits.
        let seen = browser::use_visible(frame);
        let runs = session.playing && seen;
        use_effect_with(runs, move |&runs| {
            clock.borrow_mut().last = None;
            let frames = runs.then(|| {
                Frames::start(move |now| {
                    let change = clock.borrow_mut().frame(now, &moving, &scrubber);
                    if let Some(moment) = change {
                        act.emit(Action::Tick(moment));
                    }
                })
            });
            move || drop(frames)
        });
    }
    let act = view.act.clone();
    Callback::from(move |action| {
        let now =
            clock.try_borrow().ok().filter(|clock| clock.session.playing).map(|clock| clock.moment);
        if let Some(moment) = now {
            act.emit(Action::Tick(moment));
        }
        act.emit(action);
    })
}

impl Clock {
    /// One frame; the moment, where the page has to be drawn anew for it.
    fn frame(&mut self, now: u32, moving: &Moving, scrubber: &NodeRef) -> Option<Moment> {
        let elapsed = now.saturating_sub(self.last.replace(now).unwrap_or(now)).min(LONGEST);
        let hundredths = elapsed * u32::from(self.session.view.speed.0) + self.rest;
        self.rest = hundredths % 100;
        let run = &self.session.run;
        let before = scene(run, self.moment);
        self.moment = advance(run, self.moment, hundredths / 100, Speed::NORMAL);
        let after = scene(run, self.moment);
        if let Some(input) = scrubber.cast::<HtmlInputElement>() {
            input.set_value(&self.moment.0.to_string());
        }
        let still = browser::reduced_motion(self.session.view.motion);
        show(moving, &after, still);
        let ended = self.moment == run.length;
        (ended || differs(&before, &after)).then_some(self.moment)
    }
}

/// Puts the message where it is; where nothing may move, where its hop ends.
fn show(moving: &Moving, scene: &Scene, still: bool) {
    let Some(flight) = scene.flight else { return };
    moving.show(match flight.phase {
        Phase::Road(_) | Phase::Waiting if still => Phase::Gate(0),
        Phase::Inside(_) if still => Phase::There,
        phase => phase,
    });
}

/// Whether two moments differ in more than a position.
fn differs(before: &Scene, after: &Scene) -> bool {
    let phase = |scene: &Scene| scene.flight.map(|flight| discriminant(&flight.phase));
    let hop = |scene: &Scene| scene.flight.map(|flight| (flight.hop, flight.fate));
    before.beat != after.beat || hop(before) != hop(after) || phase(before) != phase(after)
}
