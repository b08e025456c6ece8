//! One value for everything that the reader can change, and one function from an action to the next
//! value. The run is made anew whenever the choices change.

use crate::filter::RuleId;
use crate::lesson::{GateId, Lesson};
use crate::link::{Address, Notice};
use crate::playback::{self, Scene, Speed};
use crate::run::{Choices, Moment, Run, run};
use crate::text::Depth;
use std::rc::Rc;

/// Where the reader is.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    pub lesson: Rc<Lesson>,
    pub choices: Choices,
    pub run: Rc<Run>,
    /// Where the reader has gone to. It may lie behind the end of a run that a filter made different,
    /// and counts again when the filter is off.
    wanted: Moment,
    pub playing: bool,
    /// Language, depth, theme, motion and speed, as an address has them.
    pub view: Address,
    pub notices: Vec<Notice>,
}

/// What a reader can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    PlayOrPause,
    Pause,
    Start,
    End,
    HopBack,
    HopForward,
    BeatBack,
    BeatForward,
    /// Goes to a moment and stays there.
    Go(Moment),
    /// The clock has come so far.
    Tick(Moment),
    Filter(GateId, RuleId, bool),
    Speed(Speed),
    Depth(Depth),
    /// Another lesson, or the same at another address.
    Open(Rc<Lesson>, Address, Vec<Notice>),
    CloseNotices,
}

impl Session {
    /// Begins at an address; what the lesson does not have of it becomes a notice.
    pub fn open(lesson: Rc<Lesson>, view: Address, mut notices: Vec<Notice>) -> Session {
        let (choices, unknown) = view.choices(&lesson);
        notices.extend(unknown);
        let run = Rc::new(run(&lesson, &choices));
        let (wanted, unknown) = view.moment(&lesson, &run);
        notices.extend(unknown);
        Session { lesson, choices, run, wanted, playing: false, view, notices }
    }

    /// The moment that is shown.
    pub fn moment(&self) -> Moment {
        playback::clamp(&self.run, self.wanted)
    }

    pub fn scene(&self) -> Scene {
        playback::scene(&self.run, self.moment())
    }

    /// The address of this very moment, with these choices.
    pub fn address(&self) -> Address {
        self.view.at(&self.lesson, &self.run, &self.choices, self.moment())
    }

    /// The session after an action.
    pub fn after(&self, action: Action) -> Session {
        let mut next = self.clone();
        let (run, moment) = (&*self.run, self.moment());
        match action {
            Action::PlayOrPause => {
                next.playing = !self.playing;
                if next.playing && moment == run.length {
                    next.wanted = Moment(0);
                }
            }
            Action::Pause => next.playing = false,
            Action::Start => next.go(Moment(0)),
            Action::End => next.go(run.length),
            Action::HopBack => next.go(playback::hop_back(run, moment)),
            Action::HopForward => next.go(playback::hop_forward(run, moment)),
            Action::BeatBack => next.go(playback::beat_back(run, moment)),
            Action::BeatForward => next.go(playback::beat_forward(run, moment)),
            Action::Go(moment) => next.go(moment),
            Action::Tick(moment) => {
                next.wanted = moment;
                next.playing = self.playing && moment < run.length;
            }
            Action::Filter(gate, rule, on) => {
                next.choices = self.choices.with(gate, rule, on);
                next.run = Rc::new(crate::run::run(&self.lesson, &next.choices));
            }
            Action::Speed(speed) => next.view.speed = speed,
            Action::Depth(depth) => next.view.depth = depth,
            Action::Open(lesson, view, notices) => return Session::open(lesson, view, notices),
            Action::CloseNotices => next.notices.clear(),
        }
        next
    }

    fn go(&mut self, moment: Moment) {
        self.wanted = moment;
        self.playing = false;
    }
}
