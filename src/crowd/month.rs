//! The simulation: hour after hour, each message meets the gates of its way, and each gate judges it by
//! its rules and remembers it.

use super::day::{Day, Found, NEVER, Stops, Streak};
use super::many::Many;
use super::plan::{Plan, PlanError};
use super::traffic::{DAY, Due, HOUR, HOURS, Stream};
use super::world::{HomeCodes, Way, World};
use crate::filter::{History, RULES, Rule, RuleId, Settings, State, Tables, Verdict, judge};
use crate::judge::{GateName, Outcome, Sender};
use crate::signalling::{Imsi, Msisdn, OperationId};

/// A simulation under way.
#[derive(Clone, Debug)]
pub struct Month<'w> {
    world: &'w World,
    plan: Plan,
    gates: Vec<Gate>,
    /// For each kind of message, and in it for each home network.
    ways: Vec<Vec<&'w Way>>,
    bounds: Vec<u32>,
    stream: Stream,
    due: Vec<Due>,
    hour: u32,
    /// What has come out of the day until now.
    day: Day,
    found: Found,
    /// For each kind of message, gate and rule.
    stopped: Vec<u32>,
    /// How many messages have come by since one was taken to be drawn: asked, and honest.
    passed: [u32; 2],
    /// For each traveller, how often they have been located.
    often: Vec<u32>,
}

#[derive(Clone, Debug)]
struct Gate {
    name: GateName,
    rules: Vec<Rule>,
    /// Whether any of them asks what the gate remembers.
    remembers: bool,
    /// Of the rule that learns.
    settings: Settings,
    tables: Tables,
    state: State<Many>,
}

/// A message that was sent, and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Milliseconds from the beginning.
    pub at: u64,
    pub source: usize,
    pub traveller: u32,
    pub outcome: Outcome,
    /// What stopped or masked it.
    pub by: Option<(GateName, RuleId)>,
    /// Whether somebody who had no honest reason has been told the cell.
    pub located: bool,
    judged: bool,
}

/// The beginning of every story, as in `run`.
const BEGINNING: u64 = 1 << 40;

impl<'w> Month<'w> {
    /// A simulation before its first hour. An error where the plan is out of bounds, or names a kind of
    /// message that the world has no way for.
    pub fn new(world: &'w World, plan: Plan) -> Result<Month<'w>, PlanError> {
        plan.check()?;
        let traffic = plan.traffic.iter().map(|traffic| (traffic.from, traffic.operation));
        let askers = plan.askers.iter().map(|asker| (asker.sender, asker.operation));
        let homes = plan.homes.len().min(world.homes.len());
        let ways = |(sender, operation): (Sender, OperationId)| {
            let all: Option<Vec<&Way>> =
                (0..homes).map(|home| world.way(sender, operation, home as u8)).collect();
            all.filter(|ways| ways.len() == plan.homes.len()).ok_or_else(|| PlanError {
                field: "askers",
                expected: format!("no {} from {}", operation.row().name, sender.id()),
            })
        };
        let ways: Vec<Vec<&Way>> = traffic.chain(askers).map(ways).collect::<Result<_, _>>()?;
        let sources = plan.sources();
        let mut month = Month {
            world,
            gates: gates(world, &plan),
            ways,
            bounds: plan.bounds(),
            stream: Stream::of(&plan),
            due: Vec::new(),
            hour: 0,
            day: Day::default(),
            found: Found::default(),
            stopped: vec![0; sources * GateName::ALL.len() * RULES.len()],
            passed: [0; 2],
            often: vec![0; plan.travellers as usize],
            plan,
        };
        month.begin();
        Ok(month)
    }

    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Whether all days are over.
    pub fn over(&self) -> bool {
        self.hour >= self.plan.days * HOURS
    }

    /// How often each traveller has been located until now by somebody who had no honest reason.
    pub fn often(&self) -> &[u32] {
        &self.often
    }

    /// Goes on by an hour; gives what came out of a day when it is over.
    pub fn hour(&mut self) -> Option<(Day, Found)> {
        self.hour_telling(|_| {})
    }

    /// The same, telling of each message.
    pub fn hour_telling(&mut self, mut tell: impl FnMut(Sent)) -> Option<(Day, Found)> {
        if self.over() {
            return None;
        }
        let mut due = std::mem::take(&mut self.due);
        self.stream.hour(&self.plan, self.hour, &mut due);
        for &due in &due {
            let sent = self.send(due);
            self.note(sent);
            tell(sent);
        }
        self.due = due;
        self.hour += 1;
        self.hour.is_multiple_of(HOURS).then(|| self.end_day())
    }

    fn begin(&mut self) {
        let (sources, travellers) = (self.plan.sources(), self.plan.travellers as usize);
        let day = self.hour / HOURS;
        let Day { ever, most, .. } = self.day;
        self.day = Day { day, ever, most, counts: vec![[0; 5]; sources], ..Day::default() };
        let one_of = self.plan.one_of(day);
        self.found = Found { when: vec![NEVER; travellers], streaks: Vec::new(), one_of };
        self.stopped.fill(0);
        self.passed = [0; 2];
    }

    fn end_day(&mut self) -> (Day, Found) {
        let rules = RULES.len();
        for (at, &count) in self.stopped.iter().enumerate().filter(|(_, count)| **count > 0) {
            let (source, rest) =
                (at / (GateName::ALL.len() * rules), at % (GateName::ALL.len() * rules));
            self.day.stops.push(Stops {
                source: source as u8,
                gate: GateName::ALL[rest / rules],
                rule: RULES[rest % rules].id,
                count,
            });
        }
        let came = (std::mem::take(&mut self.day), std::mem::take(&mut self.found));
        (self.day.ever, self.day.most) = (came.0.ever, came.0.most);
        self.begin();
        came
    }

    fn home_of(&self, traveller: u32) -> usize {
        self.bounds.iter().skip(1).take_while(|&&end| end <= traveller).count()
    }

    /// Sends a message along its way, and lets every gate on it judge.
    fn send(&mut self, due: Due) -> Sent {
        let (source, traveller) = (due.source(), due.traveller());
        let at = u64::from(self.hour) * u64::from(HOUR) + u64::from(due.at());
        let home = self.home_of(traveller);
        let way = self.ways[source][home];
        let codes = self.world.homes[home];
        let unreadable = source
            .checked_sub(self.plan.traffic.len())
            .is_some_and(|asker| self.plan.askers[asker].unreadable);
        let mut sent = Sent {
            at,
            source,
            traveller,
            outcome: Outcome::Answered,
            by: None,
            located: false,
            judged: false,
        };
        let (mut fate, mut told) = (Fate::Arrived, true);
        for step in &way.steps {
            if step.inside && (fate != Fate::Arrived || !told) {
                break;
            }
            let gate = &mut self.gates[usize::from(step.gate)];
            if gate.rules.is_empty() {
                continue;
            }
            let mut seen = step.seen;
            seen.at = BEGINNING + at;
            if unreadable && !step.inside {
                seen.request = None;
            }
            if let Some(request) = &mut seen.request {
                request.imsi = request.imsi.map(|_| imsi(codes, traveller));
                request.msisdn = request.msisdn.map(|_| Msisdn::numbered(codes.numbers, traveller));
            }
            sent.judged = true;
            let named =
                judge(gate.rules.iter().copied(), &seen, &gate.tables, &gate.state, |_| {}).named;
            let stopped = named.is_some_and(|named| matches!(named.verdict, Verdict::Stop(_)));
            if gate.remembers {
                gate.state.note(&seen, &gate.tables, &gate.settings, stopped);
            }
            let Some(named) = named else { continue };
            if step.inside {
                // Whoever was asked has to answer without it.
                told &= !stopped;
                continue;
            }
            sent.by = Some((gate.name, named.rule));
            fate = if stopped { Fate::Stopped } else { Fate::Masked };
            if stopped {
                break;
            }
        }
        sent.outcome = match fate {
            Fate::Stopped if way.honest => Outcome::WronglyStopped,
            Fate::Stopped => Outcome::Stopped,
            _ if way.elsewhere => Outcome::AnsweredElsewhere,
            Fate::Masked => Outcome::Masked,
            Fate::Arrived => Outcome::Answered,
        };
        sent.located = sent.outcome == Outcome::Answered && way.cell && told && !way.honest;
        sent
    }

    /// Counts a message.
    fn note(&mut self, sent: Sent) {
        let Sent { source, traveller, .. } = sent;
        self.day.judged += u32::from(sent.judged);
        self.day.counts[source][sent.outcome as usize] += 1;
        if let Some((gate, rule)) = sent.by {
            self.stopped
                [(source * GateName::ALL.len() + gate as usize) * RULES.len() + rule as usize] += 1;
        }
        let of_day = (sent.at % u64::from(DAY)) as u32;
        if sent.located {
            let who = traveller as usize;
            if self.found.when[who] == NEVER {
                self.found.when[who] =
                    (u64::from(of_day) * u64::from(Found::PARTS) / u64::from(DAY)) as u8;
                self.day.located += 1;
            }
            if self.often[who] == 0 {
                self.day.fresh += 1;
                self.day.ever += 1;
            }
            self.often[who] += 1;
            self.day.most = self.day.most.max(self.often[who]);
        }
        let kind = usize::from(source < self.plan.traffic.len());
        if self.passed[kind].is_multiple_of(self.found.one_of[kind]) {
            let gate = sent.by.map_or(0, |(gate, _)| gate as u8);
            self.found.streaks.push(Streak {
                at: of_day,
                traveller,
                source: source as u8,
                outcome: sent.outcome as u8,
                gate,
            });
        }
        self.passed[kind] += 1;
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Arrived,
    Masked,
    Stopped,
}

fn imsi(codes: HomeCodes, traveller: u32) -> Imsi {
    Imsi::numbered(codes.plmn, traveller)
}

fn gates(world: &World, plan: &Plan) -> Vec<Gate> {
    let history = History { until: BEGINNING, seen: world.seen.clone(), ..History::default() };
    let gate = |at: &super::world::GateAt| {
        let tables = Tables::of(at.place, &world.networks);
        let tables = if at.side == crate::filter::Side::Exit { tables.at_exit() } else { tables };
        let rules = plan.at(at.name).to_vec();
        let learner = rules.iter().find(|rule| rule.id == RuleId::LearnedSenders);
        let state =
            State::after(&history, &tables).keeping(Many::of(plan.travellers, world.visited));
        Gate {
            name: at.name,
            remembers: rules.iter().any(|rule| rule.id.row().has_state()),
            settings: learner.map_or(Settings::USUAL, |rule| rule.settings),
            rules,
            tables,
            state,
        }
    };
    world.gates.iter().map(gate).collect()
}
