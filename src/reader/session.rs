//! One value for everything that the reader can change, and one function from an action to the next
//! value. The run is made anew whenever the choices change.

use crate::filter::RuleId;
use crate::lesson::{GateId, Lesson};
use crate::link::{Address, Notice};
use crate::playback::{self, Scene, Speed};
use crate::run::{ActSpan, Choices, Ledger, Moment, Run, run};
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
    /// What the reader has foreseen of this run, where they were asked and have said it.
    pub answer: Option<bool>,
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
    /// Answers the lesson's question about what will be known, and goes on.
    Foresee(bool),
    /// Plays the run with the filters that the lesson compares itself with, or as it begins, from where
    /// the two can part.
    Compare(bool),
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
        Session { lesson, choices, run, wanted, playing: false, answer: None, view, notices }
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
            Action::Tick(to) => {
                // The question is put once, before what it is about can be seen.
                let asked = self.asked().map(|span| span.start);
                let waits = asked.filter(|&at| self.answer.is_none() && moment < at && at <= to);
                next.wanted = waits.unwrap_or(to);
                next.playing = self.playing && waits.is_none() && to < run.length;
            }
            Action::Filter(gate, rule, on) => next.choose(self.choices.with(gate, rule, on)),
            Action::Foresee(yes) => {
                next.answer = Some(yes);
                next.playing = true;
            }
            Action::Compare(with) => {
                let usual = Choices::of(&self.lesson);
                next.choose(if with { usual.compared(&self.lesson) } else { usual });
                next.wanted = next.asked().map_or(Moment(0), |span| span.start);
                next.playing = true;
            }
            Action::Speed(speed) => next.view.speed = speed,
            Action::Depth(depth) => next.view.depth = depth,
            Action::Open(lesson, view, notices) => return Session::open(lesson, view, notices),
            Action::CloseNotices => next.notices.clear(),
        }
        next
    }

    /// When the act is played that the reader is asked about, where there is one.
    fn asked(&self) -> Option<&ActSpan> {
        self.run.acts.get(usize::from(self.lesson.predict?.act.0))
    }

    /// Whether the question to the reader stands now: from when the act begins until what became of its
    /// message can be seen.
    pub fn is_asked(&self) -> bool {
        let Some((predict, span)) = self.lesson.predict.zip(self.asked()) else { return false };
        let now = self.moment();
        let message = self.run.messages.iter().find(|message| message.act == predict.act);
        let open = message.is_some_and(|message| span.start <= now && now < message.ended);
        open && self.answer.is_none()
    }

    /// What the reader has foreseen and how it is, once that can be seen.
    pub fn foreseen(&self) -> Option<(bool, bool)> {
        let (predict, over) = (self.lesson.predict?, self.asked()?.over);
        let known = Ledger::at(&self.run, over).known(predict.party);
        let shown = self.moment() >= over;
        self.answer.filter(|_| shown).map(|answer| (answer, known.has(predict.fact)))
    }

    /// Whether the filters are those that the lesson compares itself with; `None` where it compares
    /// nothing, or the reader has chosen others.
    pub fn compares(&self) -> Option<bool> {
        let usual = Choices::of(&self.lesson);
        let with = usual.compared(&self.lesson);
        match () {
            () if with == usual => None,
            () if self.choices == with => Some(true),
            () => (self.choices == usual).then_some(false),
        }
    }

    fn choose(&mut self, choices: Choices) {
        self.choices = choices;
        self.run = Rc::new(run(&self.lesson, &self.choices));
        self.answer = None;
    }

    fn go(&mut self, moment: Moment) {
        self.wanted = moment;
        self.playing = false;
    }
}
