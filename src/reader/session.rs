//! One value for everything that the reader can change, and one function from an action to the next
//! value. The run is made anew whenever the choices change.

use super::{Embedding, Embeds};
use crate::filter::RuleId;
use crate::lesson::{GateId, Lesson};
use crate::link::{Address, Lock, Motion, Notice, Theme};
use crate::playback::{self, Scene, Speed};
use crate::run::{ActSpan, Choices, Ledger, MessageId, Moment, Run, run};
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
    /// What the reader has foreseen, where they were asked and have said it.
    pub answer: Option<Foreseen>,
    /// The other way to play it: what the reader chose last that is not how the lesson begins, or else what
    /// the lesson compares itself with.
    other: Choices,
    /// The run as the lesson begins, for the lane above; it is this run too where nothing is otherwise.
    without: Rc<Run>,
    /// Whether there is room for two lanes.
    pub fits: bool,
    /// What lies open over the page.
    pub dialog: Option<Dialog>,
    /// Language, depth, theme, motion, speed, keys, lanes and panels, as an address has them, and what is
    /// locked.
    pub view: Address,
    pub notices: Vec<Notice>,
    /// Whether the screen is dark for a while, as whoever presents it wants to be looked at.
    pub dark: bool,
}

/// What a reader has foreseen, of the run in which they were asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Foreseen {
    /// Whether they expect that it will be known.
    pub said: bool,
    /// Whether it is.
    pub is: bool,
    /// When that can be seen.
    over: Moment,
}

/// What can lie open over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// A message, looked into.
    Message(MessageId),
    /// The keys and the reader's settings.
    Help,
    /// How the lesson is put into a page of somebody's own.
    Embed(Embedding),
}

/// Which of the two ways to play a lesson is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// As the lesson begins.
    Without,
    /// With the filters that the reader chose, or that the lesson compares itself with.
    With,
    /// One above the other, on one clock.
    Both,
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
    /// Shows the run the one way, the other, or both.
    Lane(Lane),
    /// Whether there is room for two lanes.
    Fits(bool),
    /// Opens something over the page, or closes it.
    Dialog(Option<Dialog>),
    Speed(Speed),
    Depth(Depth),
    Theme(Theme),
    Motion(Option<Motion>),
    /// Whether the widget acts on keys.
    Keys(bool),
    /// The same lesson at another address, or another one that was made in this browser, as far as that goes at the
    /// same moment and with the same filters.
    Open(Rc<Lesson>, Address, Vec<Notice>),
    /// The same lesson at another address, as the page around this one wants it: a lock binds the reader, and
    /// what plays goes on playing.
    Set(Address),
    /// A dark screen, or the picture again.
    Dark,
    CloseNotices,
    /// One choice of how it is put into a page of somebody's own.
    Embed(Embeds),
    /// Shown to a room, or to one reader.
    Present(bool),
}

impl Action {
    /// Whether the player does it, and what is fetched later is not needed for it.
    pub fn plays(&self) -> bool {
        use Action::*;
        matches!(
            self,
            PlayOrPause
                | Pause
                | Start
                | End
                | HopBack
                | HopForward
                | BeatBack
                | BeatForward
                | Go(_)
                | Tick(_)
                | Fits(_)
                | Speed(_)
        )
    }
}

impl Session {
    /// Begins as a lesson begins, whose run is given.
    pub fn begin(lesson: Rc<Lesson>, run: Rc<Run>) -> Session {
        let usual = Choices::of(&lesson);
        let other = usual.compared(&lesson);
        Session {
            choices: usual,
            run: run.clone(),
            wanted: Moment(0),
            playing: false,
            answer: None,
            other,
            without: run,
            fits: false,
            dialog: None,
            view: Address::default(),
            notices: Vec::new(),
            dark: false,
            lesson,
        }
    }

    /// Begins at an address; what the lesson does not have of it becomes a notice.
    #[inline(never)]
    pub fn open(lesson: Rc<Lesson>, view: Address, mut notices: Vec<Notice>) -> Session {
        let (choices, unknown) = view.choices(&lesson);
        notices.extend(unknown);
        let usual = Rc::new(run(&lesson, &Choices::of(&lesson)));
        let mut session = Session { view, notices, ..Session::begin(lesson, usual) };
        session.choose(choices);
        if session.view.lanes {
            session.both();
        }
        let (wanted, unknown) = session.view.moment(&session.lesson, &session.run);
        session.wanted = wanted;
        session.notices.extend(unknown);
        session
    }

    /// The moment that is shown.
    pub fn moment(&self) -> Moment {
        playback::clamp(&self.run, self.wanted)
    }

    pub fn scene(&self) -> Scene {
        playback::scene(&self.run, self.moment())
    }

    /// The address of this very moment, with these choices.
    #[inline(never)]
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
            Action::HopBack => next.go(self.earlier(playback::hop_back)),
            Action::HopForward => next.go(self.later(playback::hop_forward)),
            Action::BeatBack => next.go(self.earlier(playback::beat_back)),
            Action::BeatForward => next.go(self.later(playback::beat_forward)),
            Action::Go(moment) => next.go(moment),
            Action::Tick(to) => {
                // The question is put once, before what it is about can be seen.
                let asked = self.asked().map(|span| span.start);
                let waits = asked.filter(|&at| self.answer.is_none() && moment < at && at <= to);
                next.wanted = waits.unwrap_or(to);
                next.playing = self.playing && waits.is_none() && to < run.length;
            }
            Action::Fits(fits) => next.fits = fits,
            Action::Speed(speed) if !self.locks(Lock::Speed) => next.view.speed = speed,
            Action::Speed(_) => {}
            other => return self.after_other(next, other),
        }
        next
    }

    /// Whether the reader cannot change that.
    pub fn locks(&self, lock: Lock) -> bool {
        self.view.lock.has(lock as u8)
    }

    /// Whether the reader can play it in other ways.
    pub fn can_compare(&self) -> bool {
        !self.locks(Lock::Filters) && !self.locks(Lock::Lanes)
    }

    fn forbids(&self, action: &Action) -> bool {
        match action {
            Action::Filter(..) => self.locks(Lock::Filters),
            Action::Compare(_) | Action::Lane(_) => !self.can_compare(),
            Action::Depth(_) => self.locks(Lock::Depth),
            _ => false,
        }
    }

    /// The session after an action that is no player's. Whoever only plays never comes here: the page
    /// fetches it later.
    #[inline(never)]
    fn after_other(&self, mut next: Session, action: Action) -> Session {
        match action {
            forbidden if self.forbids(&forbidden) => {}
            Action::Filter(gate, rule, on) => next.choose(self.choices.with(gate, rule, on)),
            Action::Foresee(said) => {
                // The turning point: what the lesson compares itself with goes along from here.
                if self.fits && self.can_compare() && self.lane() == Some(Lane::Without) {
                    next.both();
                }
                next.answer = self.foresees(said);
                next.playing = true;
            }
            Action::Compare(with) => {
                let usual = Choices::of(&self.lesson);
                next.choose(if with { usual.compared(&self.lesson) } else { usual });
                next.wanted = next.asked().map_or(Moment(0), |span| span.start);
                next.playing = true;
            }
            Action::Lane(Lane::Both) => next.both(),
            Action::Lane(lane) => {
                next.view.lanes = false;
                let usual = || Choices::of(&self.lesson);
                next.choose(if lane == Lane::With { self.other.clone() } else { usual() });
            }
            Action::Dialog(dialog) => {
                next.dialog = dialog;
                next.playing &= dialog.is_none();
            }
            Action::Depth(depth) => next.view.depth = depth,
            Action::Theme(theme) => next.view.theme = theme,
            Action::Motion(motion) => next.view.motion = motion,
            Action::Keys(keys) => next.view.keys = keys,
            Action::Present(present) => {
                next.view.present = present;
                next.dark = false;
            }
            Action::Embed(chosen) => {
                if let Some(Dialog::Embed(before)) = self.dialog {
                    next.dialog = Some(Dialog::Embed(before.after(chosen)));
                }
            }
            Action::Open(lesson, view, notices) => {
                let same = Rc::ptr_eq(&lesson, &self.lesson);
                let mut next = Session { fits: self.fits, ..Session::open(lesson, view, notices) };
                if !same {
                    // It need not have the moment and the filters that this one had.
                    next.notices.clear();
                }
                return next;
            }
            Action::Set(view) => {
                next = Session::open(self.lesson.clone(), view, self.notices.clone());
                next.fits = self.fits;
                next.answer = self.answer.filter(|_| next.choices == self.choices);
                next.playing = self.playing && next.moment() < next.run.length;
            }
            Action::Dark => next.dark = self.view.present && !self.dark,
            Action::CloseNotices => next.notices.clear(),
            _ => {}
        }
        next
    }

    /// When the act is played that the reader is asked about, where there is one.
    fn asked(&self) -> Option<&ActSpan> {
        self.asked_of().acts.get(usize::from(self.lesson.predict?.act.0))
    }

    /// The run that the reader is asked about: of two, the one without.
    fn asked_of(&self) -> &Run {
        self.beside().unwrap_or(&self.run)
    }

    /// Whether the question to the reader stands now: from when the act begins until what became of its
    /// message can be seen.
    pub fn is_asked(&self) -> bool {
        let Some((predict, span)) = self.lesson.predict.zip(self.asked()) else { return false };
        let now = self.moment();
        let mut messages = self.asked_of().messages.iter();
        let message = messages.find(|message| message.act == predict.act);
        let open = message.is_some_and(|message| span.start <= now && now < message.ended);
        open && self.answer.is_none()
    }

    /// Whether the turning point has been reached: the act that the reader is asked about has begun.
    pub fn is_past_the_question(&self) -> bool {
        self.asked().is_none_or(|span| span.start < self.moment()) && !self.is_asked()
    }

    /// What the reader has foreseen and how it is, once that can be seen.
    pub fn foreseen(&self) -> Option<Foreseen> {
        self.answer.filter(|answer| self.moment() >= answer.over)
    }

    fn foresees(&self, said: bool) -> Option<Foreseen> {
        let (predict, over) = (self.lesson.predict?, self.asked()?.over);
        let is = Ledger::at(self.asked_of(), over).known(predict.party).has(predict.fact);
        Some(Foreseen { said, is, over })
    }

    /// Which way the lesson is played now; `None` where there is only one.
    pub fn lane(&self) -> Option<Lane> {
        let usual = Choices::of(&self.lesson);
        match () {
            () if self.other == usual => None,
            () if self.beside().is_some() => Some(Lane::Both),
            () if self.choices == usual => Some(Lane::Without),
            () => Some(Lane::With),
        }
    }

    /// The run without, where it goes along in a lane of its own.
    pub fn beside(&self) -> Option<&Rc<Run>> {
        let shown = self.view.lanes && self.fits && self.choices != Choices::of(&self.lesson);
        shown.then_some(&self.without)
    }

    /// The runs that are shown, the one that the caption follows first.
    pub fn shown(&self) -> impl Iterator<Item = &Rc<Run>> {
        [&self.run].into_iter().chain(self.beside())
    }

    /// Two lanes step by the hops of both.
    fn later(&self, step: fn(&Run, Moment) -> Moment) -> Moment {
        let steps = self.shown().map(|run| step(run, self.moment()));
        steps.min().unwrap_or_default()
    }

    fn earlier(&self, step: fn(&Run, Moment) -> Moment) -> Moment {
        let steps = self.shown().map(|run| step(run, self.moment()));
        steps.max().unwrap_or_default()
    }

    fn both(&mut self) {
        self.view.lanes = true;
        if self.choices == Choices::of(&self.lesson) {
            self.choose(self.other.clone());
        }
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
        if choices == self.choices {
            return;
        }
        self.run = Rc::new(run(&self.lesson, &choices));
        self.answer = None;
        self.dialog = None;
        if choices != Choices::of(&self.lesson) {
            self.other = choices.clone();
        }
        self.choices = choices;
    }

    fn go(&mut self, moment: Moment) {
        self.wanted = moment;
        self.playing = false;
    }
}
