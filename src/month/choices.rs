//! What the reader chooses of the crowd, how it is written in the address, and the plan that it makes.

use crate::crowd::{Asker, Event, Plan, Targets};
use crate::filter::{Rule, RuleId, Settings};
use crate::judge::{GateName, Sender};

/// How many travellers there may be.
pub const TRAVELLERS: [u32; 5] = [1_000, 3_000, 10_000, 30_000, 100_000];
/// How often a day each is asked about.
pub const PER_DAY: [u32; 8] = [1, 2, 5, 12, 24, 60, 120, 312];
/// About everybody, no oftener.
const OFTENEST: u32 = 24;
/// Who may ask.
pub const ASKERS: [Sender; 6] = [
    Sender::HomeForOthers,
    Sender::LeasedFromHome,
    Sender::LeasedFromPartner,
    Sender::SpoofedPartner,
    Sender::SpoofedHome,
    Sender::Partner,
];
/// The rules that read one message.
pub const RULES: [RuleId; 3] = [RuleId::PartnerList, RuleId::IngressRoute, RuleId::HomeMatch];
/// The limits of the rule that counts; 0 for none.
pub const PER_SENDER: [u32; 8] = [0, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000];
pub const PER_SUBSCRIBER: [u32; 5] = [0, 1, 2, 5, 10];
pub const PER_CALL: [u32; 4] = [0, 1, 2, 4];

/// About whom is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    One,
    Hundred,
    Everyone,
}

/// A limit of the rule that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    PerSender,
    PerSubscriber,
    PerCall,
}

impl Limit {
    pub const ALL: [Limit; 3] = [Limit::PerSender, Limit::PerSubscriber, Limit::PerCall];

    /// The name in texts and controls.
    pub fn id(self) -> &'static str {
        match self {
            Limit::PerSender => "per-sender",
            Limit::PerSubscriber => "per-subscriber",
            Limit::PerCall => "per-call",
        }
    }

    /// What can be chosen.
    pub fn steps(self) -> &'static [u32] {
        match self {
            Limit::PerSender => &PER_SENDER,
            Limit::PerSubscriber => &PER_SUBSCRIBER,
            Limit::PerCall => &PER_CALL,
        }
    }
}

impl Who {
    pub const ALL: [Who; 3] = [Who::One, Who::Hundred, Who::Everyone];

    pub fn id(self) -> &'static str {
        match self {
            Who::One => "one",
            Who::Hundred => "hundred",
            Who::Everyone => "everyone",
        }
    }

    fn targets(self) -> Targets {
        match self {
            Who::One => Targets::One,
            Who::Hundred => Targets::List(100),
            Who::Everyone => Targets::Everyone,
        }
    }
}

/// What the reader chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    pub travellers: u32,
    pub asker: Sender,
    pub about: Who,
    pub per_day: u32,
    /// Which of [`RULES`] stand at the gate.
    pub rules: [bool; 3],
    /// In the order of [`Limit::ALL`].
    pub limits: [u32; 3],
    /// Whether there is a match for which the customers of one home network come.
    pub event: bool,
    /// The moment, in whole hours from the beginning.
    pub hour: u32,
}

/// The days of the match: whose customers come, from when, for how long, and how much more there is then.
const MATCH: Event = Event { home: 1, first: 12, days: 4, times: 8 };

/// What is worth trying: how a message that says so ends, and the choices.
pub const TRIES: [(&str, &str); 4] = [
    ("everyone", "30000.home-for-others.everyone.5.home-match.0-0-0.usual.36"),
    ("counted", "30000.home-for-others.everyone.5.home-match.0-0-1.usual.36"),
    ("one", "30000.home-for-others.one.1.home-match.0-0-1.usual.36"),
    ("match", "30000.home-for-others.one.1.home-match.8000-0-0.match.324"),
];

impl Choices {
    /// As a plan has it.
    pub fn of(plan: &Plan) -> Choices {
        let asker = plan.askers.first();
        let rules = plan.at(GateName::Visited);
        let has = |id: RuleId| rules.iter().any(|rule| rule.id == id);
        let about = match asker.map(|asker| asker.targets) {
            Some(Targets::One) => Who::One,
            Some(Targets::List(_)) => Who::Hundred,
            Some(Targets::Everyone) | None => Who::Everyone,
        };
        Choices {
            travellers: plan.travellers,
            asker: asker.map_or(Sender::HomeForOthers, |asker| asker.sender),
            about,
            per_day: asker.map_or(1, |asker| asker.per_day),
            rules: RULES.map(has),
            limits: [0; 3],
            event: plan.event.is_some(),
            hour: 0,
        }
    }

    /// How often a day each is asked about in truth.
    pub fn asked(&self) -> u32 {
        if self.about == Who::Everyone { self.per_day.min(OFTENEST) } else { self.per_day }
    }

    /// What can be chosen of that.
    pub fn rates(&self) -> &'static [u32] {
        let many =
            PER_DAY.iter().take_while(|&&rate| self.about != Who::Everyone || rate <= OFTENEST);
        PER_DAY.get(..many.count()).unwrap_or(&PER_DAY)
    }

    /// The plan that these make of one.
    pub fn plan(&self, base: &Plan) -> Plan {
        let mut plan = Plan { travellers: self.travellers, ..base.clone() };
        plan.event = self.event.then_some(MATCH);
        let operation = plan.askers.first().map(|asker| asker.operation);
        plan.askers = operation
            .into_iter()
            .map(|operation| Asker {
                sender: self.asker,
                operation,
                unreadable: false,
                targets: self.about.targets(),
                per_day: self.asked(),
            })
            .collect();
        let on = RULES.into_iter().zip(self.rules).filter(|(_, on)| *on);
        let mut rules: Vec<Rule> = on.map(|(id, _)| Rule::from(id)).collect();
        let [per_sender, per_subscriber, per_call] = self.limits;
        if self.limits.iter().any(|&limit| limit > 0) {
            let least = |limit: u32| if limit == 0 { u32::MAX } else { limit };
            let settings = Settings {
                per_sender: least(per_sender),
                per_subscriber: least(per_subscriber),
                per_call,
                ..Settings::USUAL
            };
            rules.push(Rule { id: RuleId::Volume, settings });
        }
        plan.gates = Default::default();
        if let Some(gate) = plan.gates.get_mut(GateName::Visited as usize) {
            *gate = rules;
        }
        plan
    }

    /// As one word for the address: parts between points.
    pub fn write(&self) -> String {
        let on: Vec<&str> =
            RULES.iter().zip(self.rules).filter(|(_, on)| *on).map(|(rule, _)| rule.id()).collect();
        let limits = self.limits.map(|limit| limit.to_string()).join("-");
        format!(
            "{}.{}.{}.{}.{}.{limits}.{}.{}",
            self.travellers,
            self.asker.id(),
            self.about.id(),
            self.per_day,
            if on.is_empty() { "open".to_owned() } else { on.join("+") },
            if self.event { "match" } else { "usual" },
            self.hour,
        )
    }

    /// Reads what [`Choices::write`] has written; whatever is not understood is as it is in `usual`.
    pub fn read(text: &str, usual: &Choices, hours: u32) -> Choices {
        let mut parts = text.split('.');
        let mut part = || parts.next().unwrap_or_default();
        let among = |text: &str, all: &[u32]| text.parse().ok().filter(|n| all.contains(n));
        let travellers = among(part(), &TRAVELLERS).unwrap_or(usual.travellers);
        let asker = part();
        let asker = ASKERS.into_iter().find(|sender| sender.id() == asker).unwrap_or(usual.asker);
        let about = part();
        let about = Who::ALL.into_iter().find(|who| who.id() == about).unwrap_or(usual.about);
        let per_day = among(part(), &PER_DAY).unwrap_or(usual.per_day);
        let rules = match part() {
            "" => usual.rules,
            named => RULES.map(|rule| named.split('+').any(|name| name == rule.id())),
        };
        let named = part();
        let mut limits = usual.limits;
        for ((limit, kind), number) in limits.iter_mut().zip(Limit::ALL).zip(named.split('-')) {
            *limit = among(number, kind.steps()).unwrap_or(*limit);
        }
        let event = match part() {
            "match" => true,
            "usual" => false,
            _ => usual.event,
        };
        let hour = part().parse().ok().filter(|&hour| hour <= hours).unwrap_or(usual.hour);
        Choices { travellers, asker, about, per_day, rules, limits, event, hour }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crowd::file::{A_CROWD, Crowd};

    fn usual() -> (Plan, Choices) {
        let plan = Crowd::parse(A_CROWD).unwrap().plan;
        let choices = Choices::of(&plan);
        (plan, choices)
    }

    #[test]
    fn what_is_chosen_at_first_is_the_lessons_plan() {
        let (plan, choices) = usual();
        assert_eq!(choices.plan(&plan), plan);
    }

    #[test]
    fn choices_are_read_as_they_are_written() {
        let (_, usual) = usual();
        for asker in ASKERS {
            for about in Who::ALL {
                let choices = Choices {
                    asker,
                    about,
                    travellers: 1_000,
                    per_day: 312,
                    rules: [true, false, true],
                    limits: [4_000, 0, 2],
                    event: true,
                    hour: 100,
                };
                assert_eq!(Choices::read(&choices.write(), &usual, 720), choices);
            }
        }
        let mut open = usual;
        open.rules = [false; 3];
        let read = Choices::read(&open.write(), &open, 720);
        assert_eq!(read, open);
    }

    #[test]
    fn what_is_worth_trying_can_be_chosen() {
        let (_, usual) = usual();
        for (name, address) in TRIES {
            assert_eq!(Choices::read(address, &usual, 720).write(), address, "{name}");
        }
    }

    #[test]
    fn what_is_not_understood_is_as_usual() {
        let (_, usual) = usual();
        for odd in ["", "....", "7.me.nobody.3..7-3-9.x.100000", "99999999999.home.all.-1", "…"] {
            assert_eq!(
                Choices::read(odd, &usual, 720),
                Choices { rules: Choices::read(odd, &usual, 720).rules, ..usual.clone() },
                "{odd}"
            );
        }
    }

    #[test]
    fn every_choice_can_be_simulated() {
        let (base, usual) = usual();
        for travellers in TRAVELLERS {
            for about in Who::ALL {
                for per_day in PER_DAY {
                    let choices = Choices {
                        travellers,
                        about,
                        per_day,
                        event: true,
                        limits: [500, 1, 1],
                        ..usual.clone()
                    };
                    assert_eq!(choices.plan(&base).check(), Ok(()));
                    assert!(choices.rates().contains(&choices.asked()));
                }
            }
        }
    }
}
