//! A lesson as it begins, worked out when the site is built: its run, and what is said at every moment of
//! it. With it a page can play before it has the engine and the narrator.

use super::caption::{Caption, caption};
use super::speaker::Speaker;
use crate::lesson::Lesson;
use crate::run::{Choices, Moment, Run, run};
use crate::signalling::Standing;
use crate::text::widths::{FONT_NAME, FONT_WHAT, width};
use crate::text::{Depth, Words};
use serde::{Deserialize, Serialize};

/// A run, and what is said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recording {
    pub run: Run,
    pub told: Told,
}

/// What is said of it in plain words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub title: String,
    /// Each from its moment on.
    said: Vec<(Moment, Caption)>,
}

impl Recording {
    /// Nothing, where the page cannot draw the lesson before it has everything: a [crowded](Lesson::is_crowded) one, or
    /// one with a name that has to be cut.
    pub fn of(lesson: &Lesson, words: &Words) -> Recording {
        if lesson.is_crowded() || has_long_names(lesson) {
            return Recording::default();
        }
        let run = run(lesson, &Choices::of(lesson));
        let speaker = Speaker { lesson, run: &run, words, depth: Depth::Plain };
        let mut said: Vec<(Moment, Caption)> = Vec::new();
        for moment in turns(&run) {
            let now = caption(&speaker, moment);
            if said.last().is_none_or(|(_, before)| *before != now) {
                said.push((moment, now));
            }
        }
        let title = speaker.title();
        Recording { told: Told { title, said }, run }
    }
}

/// Whether there may be a picture with too little room for a network's name. A partner's is drawn larger.
fn has_long_names(lesson: &Lesson) -> bool {
    lesson.networks.iter().any(|network| match network.standing {
        Standing::Partner => width(&network.name, FONT_WHAT) > 138,
        _ => width(&network.name, FONT_NAME) > 124,
    })
}

impl Told {
    /// What is said at a moment.
    pub fn caption(&self, moment: Moment) -> Caption {
        let after = self.said.partition_point(|(from, _)| *from <= moment);
        let said = self.said.get(after.saturating_sub(1));
        said.map(|(_, caption)| caption.clone()).unwrap_or_default()
    }
}

/// Every moment at which something else could be said than just before.
fn turns(run: &Run) -> Vec<Moment> {
    let mut turns: Vec<Moment> = run.beats.iter().map(|beat| beat.start).collect();
    turns.extend(run.events.iter().map(|event| event.at));
    turns.extend(run.hops.iter().flat_map(|hop| [hop.start, hop.border, hop.through, hop.end]));
    let after: Vec<Moment> = turns.iter().map(|at| Moment(at.0 + 1)).collect();
    turns.extend(after);
    turns.sort_unstable();
    turns
}
