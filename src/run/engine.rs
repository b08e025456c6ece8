//! From a lesson and choices to a run. Every act is worked out here, message by message; nothing in a
//! lesson file says how it ends.

use super::choices::Choices;
use super::ledger::{Ledger, REGISTERED};
use super::model::*;
use super::pace;
use super::route::{self, Leg, Way};
use super::sender::Sender;
use crate::filter::{self, History, RuleId, Seen, Settings, Side, State, Tables, Verdict};
use crate::lesson::{Act, ActId, GateId, Lesson, Manner};
use crate::signalling::{
    Actual, Asked, Claimed, Fact, Facts, Generation, NetworkId, Observed, OperationId, Party,
    Request, Role, Subject, Subscriber,
};

/// Plays a lesson with a reader's choices.
///
/// An act has the same place on the clock whatever the choices are: it is given the time that it takes
/// when no filter is on, and a filter can only make it shorter. That way a moment means the same in
/// every run of a lesson.
pub fn run(lesson: &Lesson, choices: &Choices) -> Run {
    let open = choices.without_filters();
    let moved = moved_to(lesson);
    if moved.is_empty() {
        let plain = play(lesson, &open, &[]);
        if choices.filters().is_empty() {
            return plain;
        }
        let slots: Vec<u32> = plain.acts.iter().map(ActSpan::length).collect();
        return play(lesson, choices, &slots);
    }
    // A filter can keep a register from being misled, and so make a later act longer than it is without
    // filters. Each is given the time that it takes at most, wherever the register points.
    let mut slots = vec![0; lesson.acts.len()];
    for network in moved {
        let mut memory = Memory::of(lesson);
        let mut engine = Engine::new(lesson, &open, &mut memory);
        engine.supposed = Some(network);
        for (slot, act) in slots.iter_mut().zip(engine.play(&[]).acts) {
            *slot = act.length().max(*slot);
        }
    }
    play(lesson, choices, &slots)
}

/// Where a lesson's registrations could make the home register point to; empty where that is only where
/// the phone is.
fn moved_to(lesson: &Lesson) -> Vec<NetworkId> {
    let mut all = vec![lesson.traveller.serving];
    for act in lesson.acts.iter().filter(|act| act.operation.row().moves) {
        let sender = Sender { lesson, party: act.from, manner: act.manner };
        let claimed = sender.claimed(act.operation.row());
        let network = claimed.and_then(|claimed| lesson.owner(claimed.address));
        all.extend(network.filter(|network| !all.contains(network)));
    }
    if all.len() == 1 { Vec::new() } else { all }
}

fn play(lesson: &Lesson, choices: &Choices, slots: &[u32]) -> Run {
    Engine::new(lesson, choices, &mut Memory::of(lesson)).play(slots)
}

/// Plays a lesson once, from what the gates remember on, and leaves there what they remember after it.
/// Its acts end when they are over.
pub fn run_after(lesson: &Lesson, choices: &Choices, memory: &mut Memory) -> Run {
    Engine::new(lesson, choices, memory).play(&[])
}

/// Plays a lesson once, and says beside it what each gate saw: one for each of [`Run::judged`], in its
/// order. The page never needs it.
#[cfg(not(target_arch = "wasm32"))]
pub fn run_seen(lesson: &Lesson, choices: &Choices) -> (Run, Vec<Seen>) {
    let mut memory = Memory::of(lesson);
    let mut engine = Engine::new(lesson, choices, &mut memory);
    engine.play_acts(&[]);
    (engine.run, engine.seen)
}

/// What the gates of a lesson remember, and the time of the story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// One for each gate.
    gates: Vec<State>,
    /// Milliseconds of the story.
    pub now: u64,
}

impl Memory {
    /// What the gates remember when a lesson begins.
    pub fn of(lesson: &Lesson) -> Memory {
        let before = |minutes: u32| BEGINNING.saturating_sub(u64::from(minutes) * MINUTE);
        let Lesson { past, traveller, .. } = lesson;
        let registered =
            past.registered.map(|(network, ago)| (traveller.imsi, network, ago.map(before)));
        let asked = past.asked.iter().map(|asking| {
            let names = [Subscriber::Imsi(traveller.imsi), Subscriber::Number(traveller.msisdn)];
            let about = if asking.of_others { Vec::new() } else { names.to_vec() };
            (about, asking.from, asking.times, before(asking.minutes_ago))
        });
        let until = BEGINNING;
        let history =
            History { until, registered, seen: past.seen.clone(), asked: asked.collect() };
        let gates = tables(lesson).map(|tables| State::after(&history, &tables)).collect();
        Memory { gates, now: BEGINNING }
    }

    /// Takes in what came before of a lesson's traveller, where that is somebody new.
    pub fn meet(&mut self, lesson: &Lesson) {
        let Some((network, _)) = lesson.past.registered else { return };
        for state in &mut self.gates {
            state.meet(lesson.traveller.imsi, network);
        }
    }

    /// Forgets what no rule asks for any more.
    pub fn forget(&mut self) {
        let now = self.now;
        self.gates.iter_mut().for_each(|state| state.forget(now));
    }
}

/// The beginning of every story, late enough for all that came before it.
const BEGINNING: u64 = 1 << 40;
const MINUTE: u64 = 60_000;

fn tables(lesson: &Lesson) -> impl Iterator<Item = Tables> {
    lesson.gates.iter().map(|gate| {
        let tables = Tables::of(gate.place, &lesson.networks);
        if gate.side == Side::Exit { tables.at_exit() } else { tables }
    })
}

struct Engine<'a> {
    lesson: &'a Lesson,
    choices: &'a Choices,
    /// One for each gate.
    tables: Vec<Tables>,
    memory: &'a mut Memory,
    ledger: Ledger,
    /// The network that the home register believes the traveller to be in.
    registered: NetworkId,
    /// Where it is supposed to point, whatever happens, and nobody lacks anything: to find out how long
    /// acts can take.
    supposed: Option<NetworkId>,
    /// Which networks have a 5G connection with each other.
    connected: Vec<(Option<NetworkId>, NetworkId)>,
    now: u32,
    run: Run,
    /// What each gate saw, for each judgement of the run.
    #[cfg(not(target_arch = "wasm32"))]
    seen: Vec<Seen>,
    act: ActId,
    steps: u8,
}

/// What a node makes when it is asked for it, and does not have lying about.
const MADE: Facts = Facts::of(&[Fact::Position, Fact::RoutingNumber, Fact::AuthenticationVectors]);

/// A question on its way.
#[derive(Clone, Copy)]
struct Question {
    operation: OperationId,
    from: Party,
    manner: Manner,
    inside: Option<MessageId>,
}

impl<'a> Engine<'a> {
    fn new(lesson: &'a Lesson, choices: &'a Choices, memory: &'a mut Memory) -> Engine<'a> {
        Engine {
            lesson,
            choices,
            tables: tables(lesson).collect(),
            memory,
            ledger: Ledger::default(),
            registered: lesson.traveller.serving,
            supposed: None,
            connected: Vec::new(),
            now: 0,
            run: Run::default(),
            #[cfg(not(target_arch = "wasm32"))]
            seen: Vec::new(),
            act: ActId(0),
            steps: 0,
        }
    }

    fn play(mut self, slots: &[u32]) -> Run {
        self.play_acts(slots);
        self.run
    }

    fn play_acts(&mut self, slots: &[u32]) {
        self.registered = self.supposed.unwrap_or(self.registered);
        self.open();
        for (id, act) in (0..).map(ActId).zip(&self.lesson.acts) {
            self.act(id, act, slots.get(usize::from(id.0)).copied().unwrap_or_default());
        }
        self.close();
    }

    fn open(&mut self) {
        for &(party, facts) in &self.lesson.knows {
            self.happens(What::Knew { party, facts });
        }
        self.run.beats.push(Beat { start: Moment(0), kind: BeatKind::Opening });
        self.run.stops.push(Stop { at: Moment(0), step: None });
        self.now = pace::OPENING;
    }

    fn close(&mut self) {
        self.run.beats.push(Beat { start: self.moment(), kind: BeatKind::Closing });
        self.now += pace::CLOSING;
        self.run.length = self.moment();
        self.run.stops.push(Stop { at: self.moment(), step: None });
    }

    /// Plays an act, in no less time than `slot`.
    fn act(&mut self, id: ActId, act: &Act, slot: u32) {
        let start = self.moment();
        (self.act, self.steps) = (id, 0);
        self.memory.now += u64::from(act.minutes_later) * MINUTE;
        self.ask(Question {
            operation: act.operation,
            from: act.from,
            manner: act.manner,
            inside: None,
        });
        let over = self.moment();
        let end = Moment(over.0.max(start.0.saturating_add(slot)));
        debug_assert!(slot == 0 || over.0 - start.0 <= slot, "a filter made an act longer");
        self.now = end.0;
        self.run.acts.push(ActSpan { start, over, end });
    }

    /// Sends a question, lets it be judged on its way, and brings the answer back. Gives what the
    /// sender has been told in truth.
    fn ask(&mut self, question: Question) -> Facts {
        let row = question.operation.row();
        let traveller = &self.lesson.traveller;
        let home = question.from == traveller.home.into();
        let misled = home && self.registered != traveller.serving;
        let mut known = self.ledger.known(question.from);
        if misled {
            // It does not know that what it knows is wrong.
            known = known.with(REGISTERED);
        }
        let by_imsi = match row.subject {
            Subject::Imsi => true,
            Subject::Msisdn | Subject::Tmsi | Subject::Nobody => false,
            Subject::MsisdnOrImsi => !known.has(Fact::PhoneNumber),
        };
        let lacks = row.needs(by_imsi).without(known);
        if !lacks.is_empty() && self.supposed.is_none() {
            self.not_asked(&question, lacks);
            return Facts::NONE;
        }
        let sender = Sender { lesson: self.lesson, party: question.from, manner: question.manner };
        let Some(claimed) = sender.claimed(row) else { return Facts::NONE };
        let usual = match row.asked() {
            Asked::Home => traveller.home,
            Asked::Serving | Asked::Either if misled => self.registered,
            Asked::Either if !home => traveller.home,
            Asked::Serving | Asked::Either => traveller.serving,
        };
        let to = question.manner.to.unwrap_or(usual);
        let named = !matches!(row.subject, Subject::Tmsi | Subject::Nobody);
        let request = Request {
            operation: question.operation,
            msisdn: (named && !by_imsi).then_some(traveller.msisdn),
            imsi: (named && by_imsi).then_some(traveller.imsi),
        };
        let way = Way {
            sender: question.from,
            lease: sender.lease(),
            claimed: claimed.address,
            by: question.manner.by,
        };
        let legs = route::of_request(self.lesson, &way, to);
        // Nobody can tell more of the traveller than it knows.
        let measures = question.from == traveller.serving.into();
        let told = |&fact: &Fact| known.has(fact) || (measures && MADE.has(fact));
        let told: Facts = row.tells.iter().filter(told).collect();
        self.connect(&sender, row.generation(), &legs, to);
        let message = self.send(
            Message {
                act: self.act,
                kind: Kind::Request,
                inside: question.inside,
                claimed,
                actual: Actual { party: question.from },
                to: to.into(),
                request,
                unreadable: question.manner.unreadable,
                facts: told,
                stand_in: false,
                sent: Moment(0),
                ended: Moment(0),
                fate: Fate::Arrived,
            },
            &legs,
            Some(&sender),
        );
        match self.fate(message) {
            Fate::Stopped(_) | Fate::Elsewhere => Facts::NONE,
            Fate::Masked(_) => {
                self.answer(message, to, row.discloses, true, &legs);
                Facts::NONE
            }
            Fate::Arrived => {
                self.arrives(message, to, told);
                let known = self.knows_when_asked(&question, message, to);
                let made = row.discloses.iter().filter(|&fact| known.has(fact)).collect::<Facts>();
                // The question has named it already.
                let named = row.needs(by_imsi).without(REGISTERED);
                // What was sent on inside the act does not come with the answer a second time.
                let sent_on = question.manner.inside.map_or(Facts::NONE, |id| id.row().tells);
                let disclosed = made.without(named).without(sent_on);
                let came = self.answer(message, to, disclosed, false, &legs);
                if came { disclosed } else { Facts::NONE }
            }
        }
    }

    /// A question has reached whom it was for: what it tells is known, and the register may now point
    /// to another network.
    fn arrives(&mut self, message: MessageId, to: NetworkId, told: Facts) {
        let Some(&arrived) = self.run.message(message) else { return };
        let traveller = self.lesson.traveller;
        if arrived.operation().row().moves
            && let Some(network) = self.lesson.owner(arrived.claimed.address)
            && self.supposed.is_none()
        {
            let (before, after) = (self.registered, network);
            self.registered = network;
            if after != traveller.serving || before != traveller.serving {
                let at = arrived.ended;
                let truly = after == traveller.serving;
                self.happens_at(at, What::Moved { party: to.into(), to: network, message, truly });
            }
            if after != traveller.serving {
                return;
            }
        }
        self.learns(to.into(), told, message, false);
    }

    /// What whoever is asked can say: what it knows, what it makes for the purpose, and what it is told
    /// by whom it has to ask first.
    fn knows_when_asked(
        &mut self,
        question: &Question,
        message: MessageId,
        to: NetworkId,
    ) -> Facts {
        let row = question.operation.row();
        let party = Party::Network(to);
        let traveller = self.lesson.traveller;
        let knows = match row.asked() {
            Asked::Home => to == traveller.home,
            // The phone must be there.
            Asked::Serving => to == traveller.serving,
            Asked::Either => true,
        };
        if !knows {
            return Facts::NONE;
        }
        let made = row.discloses.iter().filter(|&fact| MADE.has(fact)).collect::<Facts>();
        let mut known = self.ledger.known(party);
        match row.inside.or(question.manner.inside) {
            Some(operation) => {
                // What it asks for the sake of the answer is answered as it is now, or not at all.
                let asks = operation.row().discloses.without(REGISTERED);
                let manner = Manner::default();
                let inner = Question { operation, from: party, manner, inside: Some(message) };
                known.without(asks).with(self.ask(inner))
            }
            None => {
                self.learns(party, made.without(known), message, false);
                known = known.with(made);
                known
            }
        }
    }

    /// In 5G two networks open a connection first, and prove to each other who they are.
    fn connect(&mut self, sender: &Sender, generation: Generation, legs: &[Leg], to: NetworkId) {
        let from = sender.vouches();
        let ends = (from, to);
        if generation != Generation::Services || legs.is_empty() || self.connected.contains(&ends) {
            return;
        }
        self.connected.push(ends);
        self.happens(What::Connected { from: sender.party, with: from, to });
    }

    /// Sends an answer; true where it reached whoever asked.
    fn answer(
        &mut self,
        question: MessageId,
        from: NetworkId,
        facts: Facts,
        stand_in: bool,
        asked_by: &[Leg],
    ) -> bool {
        let Some(&asked) = self.run.message(question) else { return false };
        let row = asked.operation().row();
        let generation = row.generation();
        let node = if stand_in { Role::SmsRouter } else { row.to };
        let address = self.lesson.network(from).and_then(|own| own.address(node, generation));
        let Some(address) = address else { return false };
        let (holder, legs) = match generation {
            Generation::Ss7 => {
                let claimed = asked.claimed.address;
                let Some(holder) = self.lesson.holder(claimed) else { return false };
                (holder, route::of_answer(self.lesson, from, claimed))
            }
            Generation::Diameter | Generation::Services => {
                (asked.actual.party, route::back(asked_by))
            }
        };
        let fate = if holder == asked.actual.party { Fate::Arrived } else { Fate::Elsewhere };
        let message = self.send(
            Message {
                kind: Kind::Answer { to: question },
                claimed: Claimed { address, inner: None, network: None },
                actual: Actual { party: from.into() },
                to: holder,
                unreadable: false,
                facts,
                stand_in,
                fate,
                ..asked
            },
            &legs,
            None,
        );
        if fate == Fate::Arrived {
            self.learns(holder, facts, message, stand_in);
        }
        fate == Fate::Arrived
    }

    /// Lets a message go its way, as far as it comes.
    fn send(&mut self, mut message: Message, legs: &[Leg], sender: Option<&Sender>) -> MessageId {
        let id = MessageId(self.run.messages.len() as u16);
        self.run.beats.push(Beat { start: self.moment(), kind: BeatKind::Message(id) });
        message.sent = self.moment();
        self.happens(What::Sent { message: id });
        self.now += pace::LEAD;
        for (i, leg) in legs.iter().enumerate() {
            self.now += if i > 0 { pace::REST } else { 0 };
            let observed = sender
                .map(|sender| sender.observed(message.operation().row().generation(), legs, leg));
            self.hop(id, &mut message, leg, observed);
            if matches!(message.fate, Fate::Stopped(_)) {
                break;
            }
        }
        if legs.is_empty() {
            self.stop();
        }
        message.ended = self.moment();
        self.run.messages.push(message);
        self.happens(What::Ended { message: id });
        self.now += pace::DWELL;
        id
    }

    fn hop(&mut self, id: MessageId, message: &mut Message, leg: &Leg, observed: Option<Observed>) {
        let start = self.moment();
        self.now += pace::ROAD;
        let border = self.moment();
        // Rules judge questions: answers pass every gate.
        let gate = self.lesson.gate_at(leg.to, leg.side).zip(observed);
        let judged = gate.map(|((gate, _), observed)| {
            let judged = self.judge(gate, id, message, observed);
            self.now += pace::GATE;
            judged
        });
        let through = self.moment();
        let stopped = matches!(message.fate, Fate::Stopped(_));
        // A message that is stopped stays at the gate for as long as it would have taken to go in,
        // so that the next one sets out at the same moment.
        self.now += pace::INSIDE;
        self.run.hops.push(Hop {
            message: id,
            from: leg.from,
            to: leg.to,
            start,
            border,
            through,
            end: self.moment(),
            gate: gate.map(|((gate, _), _)| gate),
            judged,
            stopped,
        });
        self.stop();
    }

    fn judge(
        &mut self,
        id: GateId,
        of: MessageId,
        message: &mut Message,
        observed: Observed,
    ) -> JudgedId {
        let mut consulted = Vec::new();
        let mut named = None;
        let index = usize::from(id.0);
        if let (Some(gate), Some(tables), Some(state)) =
            (self.lesson.gate(id), self.tables.get(index), self.memory.gates.get_mut(index))
        {
            let on = gate.rules.iter().filter(|rule| self.choices.has(id, rule.rule));
            let on = on.map(|rule| rule.as_set());
            let seen = Seen {
                claimed: message.claimed,
                observed,
                request: (!message.unreadable).then_some(message.request),
                at: self.memory.now,
            };
            named = filter::judge(on, &seen, tables, state, |said| consulted.push(said)).named;
            let stopped = named.is_some_and(|named| matches!(named.verdict, Verdict::Stop(_)));
            let learner = gate.rules.iter().find(|rule| rule.rule == RuleId::LearnedSenders);
            let settings = learner.map_or(Settings::USUAL, |rule| rule.settings);
            state.note(&seen, tables, &settings, stopped);
            #[cfg(not(target_arch = "wasm32"))]
            self.seen.push(seen);
        }
        let judged = JudgedId(self.run.judged.len() as u16);
        match named.map(|named| named.verdict) {
            Some(Verdict::Stop(_)) => message.fate = Fate::Stopped(judged),
            Some(Verdict::Mask(_)) => message.fate = Fate::Masked(judged),
            Some(Verdict::Pass(_)) | None => {}
        }
        let at = self.moment();
        self.run.judged.push(Judged { gate: id, message: of, at, consulted, named });
        self.happens(What::Judged { judged });
        judged
    }

    fn not_asked(&mut self, question: &Question, lacks: Facts) {
        let index = self.run.not_asked.len() as u16;
        let stand_ins = self.ledger.stand_ins(question.from);
        self.run.not_asked.push(NotAsked {
            act: self.act,
            party: question.from,
            operation: question.operation,
            lacks,
            has_stand_in: lacks.iter().any(|fact| stand_ins.has(fact)),
        });
        self.run.beats.push(Beat { start: self.moment(), kind: BeatKind::NotAsked { index } });
        self.happens(What::NotAsked { index });
        self.stop();
        self.now += pace::NOT_ASKED;
    }

    fn learns(&mut self, party: Party, facts: Facts, message: MessageId, stand_in: bool) {
        if !facts.is_empty() {
            // The dwell after a message belongs to it: what it tells is known when it arrives.
            let at = self.run.message(message).map_or(self.moment(), |message| message.ended);
            self.happens_at(at, What::Learned { party, facts, message, stand_in });
        }
    }

    fn fate(&self, message: MessageId) -> Fate {
        self.run.message(message).map_or(Fate::Arrived, |message| message.fate)
    }

    fn stop(&mut self) {
        self.steps = self.steps.saturating_add(1);
        self.run.stops.push(Stop { at: self.moment(), step: Some((self.act, self.steps)) });
    }

    fn happens(&mut self, what: What) {
        self.happens_at(self.moment(), what);
    }

    fn happens_at(&mut self, at: Moment, what: What) {
        self.ledger.note(at, what);
        self.run.events.push(Event { at, what });
    }

    fn moment(&self) -> Moment {
        Moment(self.now)
    }
}
