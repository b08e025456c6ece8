//! From a lesson and choices to a run. Every act is worked out here, message by message; nothing in a
//! lesson file says how it ends.

use super::choices::Choices;
use super::ledger::Ledger;
use super::model::*;
use super::pace;
use super::route::{self, Leg};
use crate::filter::{self, Seen, Side, Tables, Verdict};
use crate::lesson::{Act, ActId, GateId, Lesson};
use crate::signalling::{
    Actual, Claimed, Fact, Facts, GlobalTitle, NetworkId, Observed, OperationId, Party, Place,
    Request, Role, Subject,
};

/// Plays a lesson with a reader's choices.
///
/// An act has the same place on the clock whatever the choices are: it is given the time that it takes
/// when no filter is on, and a filter can only make it shorter. That way a moment means the same in
/// every run of a lesson.
pub fn run(lesson: &Lesson, choices: &Choices) -> Run {
    let open = Engine::play(lesson, &choices.without_filters(), None);
    if choices.filters().is_empty() {
        return open;
    }
    Engine::play(lesson, choices, Some(&open.acts))
}

struct Engine<'a> {
    lesson: &'a Lesson,
    choices: &'a Choices,
    /// One for each gate.
    tables: Vec<Tables>,
    ledger: Ledger,
    now: u32,
    run: Run,
    act: ActId,
    steps: u8,
}

/// What a register holds of itself since the subscriber was registered: it need not ask for that.
const REGISTERED: Facts = Facts::of(&[Fact::ServingNetwork, Fact::ServingNode]);

/// A question on its way.
#[derive(Clone, Copy)]
struct Question {
    operation: OperationId,
    from: Party,
    claims: Option<GlobalTitle>,
    inside: Option<MessageId>,
}

impl<'a> Engine<'a> {
    fn play(lesson: &'a Lesson, choices: &'a Choices, slots: Option<&[ActSpan]>) -> Run {
        let tables = lesson.gates.iter().map(|gate| {
            let tables = Tables::of(gate.place, &lesson.networks);
            if gate.side == Side::Exit { tables.at_exit() } else { tables }
        });
        let mut engine = Engine {
            lesson,
            choices,
            tables: tables.collect(),
            ledger: Ledger::default(),
            now: 0,
            run: Run::default(),
            act: ActId(0),
            steps: 0,
        };
        engine.open();
        for (id, act) in (0..).map(ActId).zip(&lesson.acts) {
            engine.act(id, act, slots.and_then(|slots| slots.get(usize::from(id.0))));
        }
        engine.close();
        engine.run
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

    fn act(&mut self, id: ActId, act: &Act, slot: Option<&ActSpan>) {
        let start = self.moment();
        (self.act, self.steps) = (id, 0);
        self.ask(Question {
            operation: act.operation,
            from: act.from,
            claims: act.claims,
            inside: None,
        });
        let over = self.moment();
        let end = slot.map_or(over, |slot| slot.end);
        debug_assert!(over <= end, "a filter made an act longer");
        self.now = end.0;
        self.run.acts.push(ActSpan { start, over, end });
    }

    /// Sends a question, lets it be judged on its way, and brings the answer back. Gives what the
    /// sender has been told in truth.
    fn ask(&mut self, question: Question) -> Facts {
        let row = question.operation.row();
        let traveller = &self.lesson.traveller;
        let known = self.ledger.known(question.from);
        let by_imsi = match row.subject {
            Subject::Imsi => true,
            Subject::Msisdn => false,
            Subject::MsisdnOrImsi => !known.has(Fact::PhoneNumber),
        };
        let lacks = row.needs(by_imsi).without(known);
        if !lacks.is_empty() {
            self.not_asked(&question, lacks);
            return Facts::NONE;
        }
        let Some(claimed) = question.claims.or_else(|| self.own_title(question.from, row.from))
        else {
            return Facts::NONE;
        };
        let to = if row.to == Role::MscVlr { traveller.visited } else { traveller.home };
        let request = Request {
            operation: question.operation,
            msisdn: (!by_imsi).then_some(traveller.msisdn),
            imsi: by_imsi.then_some(traveller.imsi),
        };
        let legs = route::of_request(self.lesson, question.from, claimed, to);
        let message = self.send(
            Message {
                act: self.act,
                kind: Kind::Request,
                inside: question.inside,
                claimed: Claimed { title: claimed },
                actual: Actual { party: question.from },
                to: to.into(),
                request,
                facts: row.tells,
                stand_in: false,
                sent: Moment(0),
                ended: Moment(0),
                fate: Fate::Arrived,
            },
            &legs,
        );
        match self.fate(message) {
            Fate::Stopped(_) | Fate::Elsewhere => Facts::NONE,
            Fate::Masked(_) => {
                self.answer(message, to, row.discloses, true);
                Facts::NONE
            }
            Fate::Arrived => {
                self.learns(to.into(), row.tells, message, false);
                let mut known = self.ledger.known(to.into());
                if let Some(operation) = row.inside {
                    // What it asks for the sake of the answer is answered as it is now, or not at all.
                    let asks = operation.row().discloses.without(REGISTERED);
                    let inner = Question {
                        operation,
                        from: to.into(),
                        claims: None,
                        inside: Some(message),
                    };
                    known = known.without(asks).with(self.ask(inner));
                }
                let discloses = row.discloses.iter().filter(|&fact| known.has(fact)).collect();
                if self.answer(message, to, discloses, false) { discloses } else { Facts::NONE }
            }
        }
    }

    /// Sends an answer; true where it reached whoever asked.
    fn answer(
        &mut self,
        question: MessageId,
        from: NetworkId,
        facts: Facts,
        stand_in: bool,
    ) -> bool {
        let Some(&asked) = self.run.message(question) else { return false };
        let claimed = asked.claimed.title;
        let Some(holder) = self.lesson.holder(claimed) else { return false };
        let node = if stand_in { Role::SmsRouter } else { asked.operation().row().to };
        let Some(title) = self.own_title(from.into(), node) else { return false };
        let legs = route::of_answer(self.lesson, from, claimed);
        let fate = if holder == asked.actual.party { Fate::Arrived } else { Fate::Elsewhere };
        let message = self.send(
            Message {
                kind: Kind::Answer { to: question },
                claimed: Claimed { title },
                actual: Actual { party: from.into() },
                to: holder,
                facts,
                stand_in,
                fate,
                ..asked
            },
            &legs,
        );
        if fate == Fate::Arrived {
            self.learns(holder, facts, message, stand_in);
        }
        fate == Fate::Arrived
    }

    /// Lets a message go its way, as far as it comes.
    fn send(&mut self, mut message: Message, legs: &[Leg]) -> MessageId {
        let id = MessageId(self.run.messages.len() as u16);
        self.run.beats.push(Beat { start: self.moment(), kind: BeatKind::Message(id) });
        message.sent = self.moment();
        self.happens(What::Sent { message: id });
        self.now += pace::LEAD;
        for (i, leg) in legs.iter().enumerate() {
            self.now += if i > 0 { pace::REST } else { 0 };
            self.hop(id, &mut message, leg);
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

    fn hop(&mut self, id: MessageId, message: &mut Message, leg: &Leg) {
        let start = self.moment();
        self.now += pace::ROAD;
        let border = self.moment();
        let gate = self.lesson.gate_at(leg.to, leg.side).filter(|_| message.is_request());
        let judged = gate.map(|(gate, _)| {
            let judged = self.judge(gate, id, message, leg);
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
            gate: gate.map(|(gate, _)| gate),
            judged,
            stopped,
        });
        self.stop();
    }

    fn judge(&mut self, id: GateId, of: MessageId, message: &mut Message, leg: &Leg) -> JudgedId {
        let mut consulted = Vec::new();
        let mut named = None;
        if let (Some(gate), Some(tables)) =
            (self.lesson.gate(id), self.tables.get(usize::from(id.0)))
        {
            let on =
                gate.rules.iter().map(|rule| rule.rule).filter(|&rule| self.choices.has(id, rule));
            let seen = Seen {
                claimed: message.claimed,
                observed: match leg.from {
                    Place::Carrier(carrier) => Observed::ByCarrier(carrier),
                    Place::Party(_) => Observed::ByCustomer,
                },
                request: message.request,
            };
            named = filter::judge(on, &seen, tables, |said| consulted.push(said)).named;
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
        let index = self.run.not_asked.len() as u8;
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

    /// The address that a party sends from: its own node's, or the one it rents.
    fn own_title(&self, party: Party, role: Role) -> Option<GlobalTitle> {
        let rented = self.lesson.leases.iter().find(|lease| lease.to == party).map(|l| l.title);
        match party {
            Party::ThirdParty => rented,
            Party::Network(id) => {
                let network = self.lesson.network(id)?;
                let node = network.node(role).or_else(|| network.nodes.first())?;
                Some(node.title)
            }
        }
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
