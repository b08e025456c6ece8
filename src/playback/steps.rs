//! Going about in a run: by hop, by beat, by the clock.

use crate::run::{Moment, Run};

/// How fast the clock goes, in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Speed(pub u16);

impl Speed {
    pub const NORMAL: Speed = Speed(100);
    /// What the reader can choose from.
    pub const ALL: [Speed; 5] = [Speed(25), Speed(50), Speed(100), Speed(200), Speed(400)];

    /// As addresses write it: `0.5`, `1`, `2`.
    pub fn name(self) -> &'static str {
        match self.0 {
            25 => "0.25",
            50 => "0.5",
            200 => "2",
            400 => "4",
            _ => "1",
        }
    }

    pub fn named(name: &str) -> Option<Speed> {
        Speed::ALL.into_iter().find(|speed| speed.name() == name)
    }
}

/// The moment itself, or the end where the run is over by then.
pub fn clamp(run: &Run, moment: Moment) -> Moment {
    moment.min(run.length)
}

/// The end of the next hop, or the end of the run.
pub fn hop_forward(run: &Run, moment: Moment) -> Moment {
    next(run.stops.iter().map(|stop| stop.at), moment).unwrap_or(run.length)
}

/// The end of the hop before, or the beginning.
pub fn hop_back(run: &Run, moment: Moment) -> Moment {
    last(run.stops.iter().map(|stop| stop.at), moment).unwrap_or_default()
}

/// The beginning of the next beat, or the end of the run.
pub fn beat_forward(run: &Run, moment: Moment) -> Moment {
    next(run.beats.iter().map(|beat| beat.start), moment).unwrap_or(run.length)
}

/// The beginning of this beat, or of the one before where the moment is at a beginning.
pub fn beat_back(run: &Run, moment: Moment) -> Moment {
    last(run.beats.iter().map(|beat| beat.start), moment).unwrap_or_default()
}

/// Where the clock is after that many milliseconds before the screen. What a filter has cut off an
/// act is not waited for: the clock goes on at the next act.
pub fn advance(run: &Run, moment: Moment, elapsed: u32, speed: Speed) -> Moment {
    let by = u64::from(elapsed) * u64::from(speed.0) / 100;
    let to = u64::from(moment.0) + by;
    let mut to = Moment(u32::try_from(to).unwrap_or(u32::MAX));
    for act in &run.acts {
        if to > act.over && moment < act.end && to < act.end {
            to = act.end;
        }
    }
    clamp(run, to)
}

fn next(mut moments: impl Iterator<Item = Moment>, after: Moment) -> Option<Moment> {
    moments.find(|&at| at > after)
}

fn last(moments: impl Iterator<Item = Moment>, before: Moment) -> Option<Moment> {
    moments.take_while(|&at| at < before).last()
}
