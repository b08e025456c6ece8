//! The filters against the engineer's tables: who really sends, which rule is on, what it says and for
//! which reason, and what the third party knows when all is over. The senders are variants of "Two
//! questions"; what no lesson can bring about is put to the rules directly.

mod support;

use serde_json::{Value, json};
use support::{
    A_BORROWED_NAME, A_RENTED_NAME, ANYONE_MAY_ASK, BUILT_IN, TWO_QUESTIONS, all_choices, answer,
    knows_in_the_end, lesson, located, offered, only, party, question, variant,
};
use whereabouts::filter::{Few, Reason, Rule, RuleId, Seen, State, Tables, Verdict, judge};
use whereabouts::lesson::Lesson;
use whereabouts::run::{Fate, Kind, Message, MessageId, run};
use whereabouts::signalling::{
    CarrierId, Category, Claimed, Fact, Facts, Generation, GlobalTitle, Link, Observed,
    OperationId, Party, Request,
};

/// What the third party begins with where it already has the first question's answer.
const BEFORE: Facts = Facts::of(&[Fact::PhoneNumber, Fact::Imsi, Fact::ServingNode]);
const FOUND: Facts = BEFORE.with(Facts::of(&[Fact::ServingNetwork, Fact::Cell]));
const NUMBER: Facts = Facts::of(&[Fact::PhoneNumber]);
const ASKED_HOME: Facts =
    Facts::of(&[Fact::PhoneNumber, Fact::ServingNetwork, Fact::ServingNode, Fact::Cell]);
const ROUTED: Facts =
    Facts::of(&[Fact::PhoneNumber, Fact::Imsi, Fact::ServingNetwork, Fact::ServingNode]);

/// The question that all variants are about.
const QUESTION: &str = "question";

/// How a question ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Answered,
    AnsweredElsewhere,
    Masked,
    Stopped,
}

/// With that one rule on: what it says of the question and why, how the question ends, and what the
/// third party knows in the end.
fn check(lesson: &Lesson, filter: &str, says: Verdict, end: End, third_party_knows: Facts) {
    let run = run(lesson, &only(lesson, filter));
    let (id, asked) = question(lesson, &run, QUESTION).expect("the question is asked");
    let gate = filter.split('.').next().unwrap();
    let judged = run.judged.iter().find(|judged| {
        judged.message == id && lesson.gate(judged.gate).is_some_and(|at| at.id == gate)
    });
    let consulted = &judged.expect("the question crosses the gate").consulted;
    assert_eq!(consulted.len(), 1, "{filter}: one rule is on");
    assert_eq!(consulted[0].verdict, says, "{filter}");
    let found = match (asked.fate, answer(&run, id).map(|answer| answer.fate)) {
        (Fate::Stopped(_), None) => End::Stopped,
        (Fate::Masked(_), Some(Fate::Arrived)) => End::Masked,
        (Fate::Arrived, Some(Fate::Arrived)) => End::Answered,
        (Fate::Arrived, Some(Fate::Elsewhere)) => End::AnsweredElsewhere,
        other => panic!("{filter}: {other:?}"),
    };
    assert_eq!(found, end, "{filter}");
    let knows = knows_in_the_end(&run, Party::ThirdParty);
    let list = |facts: Facts| facts.iter().map(Fact::id).collect::<Vec<_>>();
    assert_eq!(list(knows), list(third_party_knows), "{filter}");
}

/// "Two questions" with all rules at both gates, the third party already in possession of the IMSI and
/// the switch, and one question after the traveller's arrival.
fn asking(operation: &str, from: &str, change: impl FnOnce(&mut Value)) -> Lesson {
    variant(|json| {
        let rules = [
            "partner-list",
            "ingress-route",
            "unexpected-operation",
            "own-subscriber",
            "home-match",
            "sms-home-routing",
        ];
        let rules: Vec<Value> = rules.iter().map(|rule| json!({ "rule": rule })).collect();
        json["gates"][0]["rules"] = json!(rules);
        json["gates"][1]["rules"] = json!(rules);
        json["knows"][2]["facts"] = json!(["phone-number", "imsi", "serving-node"]);
        json["acts"] = json!([
            { "id": "arrival", "operation": "updateLocation", "from": "visited" },
            { "id": QUESTION, "operation": operation, "from": from },
        ]);
        change(json);
    })
}

/// The third party knows the phone number only.
fn with_the_number_only(json: &mut Value) {
    json["knows"][2]["facts"] = json!(["phone-number"]);
}

/// The third party has no lease, writes the home register's address on its question, and a carrier takes
/// it that the home network does not use and the other networks do.
fn spoofs_home(json: &mut Value) {
    json["leases"] = json!([]);
    json["carriers"] = json!([
        { "id": "exchange", "name": "Tideway" }, { "id": "backroad", "name": "Backroad" },
    ]);
    json["networks"][1]["carriers"] = json!(["exchange", "backroad"]);
    json["networks"][2]["carriers"] = json!(["exchange", "backroad"]);
    json["third-party"]["carrier"] = json!("backroad");
    json["acts"][1]["claims"] = json!("+999 71 000 0001");
}

/// The address is rented from the home network itself.
fn leases_from_home(json: &mut Value) {
    json["leases"] = json!([{ "from": "home", "to": "third-party", "title": "+999 71 900 0001" }]);
}

/// The lessor has no agreement with anybody.
fn lessor_is_a_stranger(json: &mut Value) {
    json["agreements"] = json!([["home", "visited"]]);
}

use Reason::*;
use Verdict::{Mask, Pass, Stop};

// Who sends × which filter, for provideSubscriberInfo about a roamer, the filter at the visited network.

#[test]
fn the_genuine_home_register_passes_every_rule_and_is_answered() {
    let lesson = asking("provideSubscriberInfo", "home", |_| {});
    check(&lesson, "visited.partner-list", Pass(Partner), End::Answered, BEFORE);
    check(&lesson, "visited.ingress-route", Pass(RightRoad), End::Answered, BEFORE);
    check(&lesson, "visited.unexpected-operation", Pass(OperationExpected), End::Answered, BEFORE);
    check(&lesson, "visited.own-subscriber", Pass(NotOurSubscriber), End::Answered, BEFORE);
    check(&lesson, "visited.home-match", Pass(HomeAsks), End::Answered, BEFORE);
    check(&lesson, "visited.sms-home-routing", Pass(NotATextQuestion), End::Answered, BEFORE);
    let run = run(&lesson, &only(&lesson, &offered(&lesson).join(",")));
    assert!(knows_in_the_end(&run, party(&lesson, "home")).has(Fact::Cell));
}

#[test]
fn an_address_leased_from_an_unrelated_operator_is_stopped_by_home_match_only() {
    let lesson = asking("provideSubscriberInfo", "third-party", |_| {});
    check(&lesson, "visited.partner-list", Pass(Partner), End::Answered, FOUND);
    check(&lesson, "visited.ingress-route", Pass(RightRoad), End::Answered, FOUND);
    check(&lesson, "visited.unexpected-operation", Pass(OperationExpected), End::Answered, FOUND);
    check(&lesson, "visited.own-subscriber", Pass(NotOurSubscriber), End::Answered, FOUND);
    check(&lesson, "visited.sms-home-routing", Pass(NotATextQuestion), End::Answered, FOUND);
    check(&lesson, "visited.home-match", Stop(NotTheHome), End::Stopped, BEFORE);
}

#[test]
fn a_spoofed_home_address_is_stopped_by_ingress_route_only_and_the_answer_goes_to_the_true_home() {
    let lesson = asking("provideSubscriberInfo", "third-party", spoofs_home);
    check(&lesson, "visited.partner-list", Pass(Partner), End::AnsweredElsewhere, BEFORE);
    check(
        &lesson,
        "visited.own-subscriber",
        Pass(NotOurSubscriber),
        End::AnsweredElsewhere,
        BEFORE,
    );
    check(&lesson, "visited.home-match", Pass(HomeAsks), End::AnsweredElsewhere, BEFORE);
    check(&lesson, "visited.ingress-route", Stop(WrongRoad), End::Stopped, BEFORE);

    let open = run(&lesson, &only(&lesson, "none"));
    let (id, _) = question(&lesson, &open, QUESTION).unwrap();
    let answer = answer(&open, id).unwrap();
    assert_eq!(answer.to, party(&lesson, "home"), "SS7 answers the address on the envelope");
    let home = knows_in_the_end(&open, answer.to);
    assert!(!home.has(Fact::Cell), "the home network never asked, and drops the answer");
}

#[test]
fn an_address_leased_from_the_home_operator_passes_every_rule_that_reads_one_message() {
    let lesson = asking("provideSubscriberInfo", "third-party", leases_from_home);
    check(&lesson, "visited.partner-list", Pass(Partner), End::Answered, FOUND);
    check(&lesson, "visited.ingress-route", Pass(RightRoad), End::Answered, FOUND);
    check(&lesson, "visited.unexpected-operation", Pass(OperationExpected), End::Answered, FOUND);
    check(&lesson, "visited.own-subscriber", Pass(NotOurSubscriber), End::Answered, FOUND);
    check(&lesson, "visited.home-match", Pass(HomeAsks), End::Answered, FOUND);
    assert!(located(&lesson, &offered(&lesson).join(",")), "nor do all of them together stop it");
}

#[test]
fn a_gate_says_the_same_of_the_home_network_and_of_its_lessee() {
    let verdicts = |lesson: &Lesson| {
        let run = run(lesson, &only(lesson, &offered(lesson).join(",")));
        let (id, _) = question(lesson, &run, QUESTION).unwrap();
        let at_visited = run.judged.iter().find(|judged| judged.message == id).unwrap();
        at_visited.consulted.clone()
    };
    let genuine = asking("provideSubscriberInfo", "home", |_| {});
    let leased = asking("provideSubscriberInfo", "third-party", leases_from_home);
    assert_eq!(verdicts(&genuine), verdicts(&leased));
}

#[test]
fn a_partner_with_nodes_of_its_own_is_no_more_welcome_than_its_lessee() {
    let knows = |json: &mut Value| {
        json["knows"][2] = json!({ "party": "lessor", "facts": ["imsi", "serving-node"] });
    };
    let lesson = asking("provideSubscriberInfo", "lessor", knows);
    check(&lesson, "visited.partner-list", Pass(Partner), End::Answered, Facts::NONE);
    check(&lesson, "visited.ingress-route", Pass(RightRoad), End::Answered, Facts::NONE);
    check(&lesson, "visited.home-match", Stop(NotTheHome), End::Stopped, Facts::NONE);
}

#[test]
fn a_partner_that_is_not_on_the_list_is_stopped_by_partner_list() {
    let lesson = asking("provideSubscriberInfo", "third-party", lessor_is_a_stranger);
    check(&lesson, "visited.partner-list", Stop(NotAPartner), End::Stopped, BEFORE);
    check(&lesson, "visited.ingress-route", Pass(RightRoad), End::Answered, FOUND);
    let lesson = asking("anyTimeInterrogation", "third-party", |json| {
        lessor_is_a_stranger(json);
        with_the_number_only(json);
    });
    check(&lesson, "home.partner-list", Stop(NotAPartner), End::Stopped, NUMBER);
}

#[test]
fn home_match_compares_operators_and_not_countries() {
    // Every network here has the same mobile country code, and the lessor's code differs by one digit.
    let lesson = asking("provideSubscriberInfo", "third-party", |json| {
        json["networks"][2]["plmn"] = json!("999-12");
    });
    check(&lesson, "visited.home-match", Stop(NotTheHome), End::Stopped, BEFORE);
}

#[test]
fn a_carrier_that_passes_a_spoofed_message_on_as_its_own_makes_the_road_look_right() {
    // The visited network is reached by the exchange alone, so that is where the forgery comes in.
    let lesson = asking("provideSubscriberInfo", "third-party", |json| {
        spoofs_home(json);
        json["networks"][1]["carriers"] = json!(["exchange"]);
    });
    check(&lesson, "visited.ingress-route", Pass(RightRoad), End::AnsweredElsewhere, BEFORE);
}

#[test]
fn ingress_route_does_not_stop_a_home_network_that_shares_no_carrier_with_the_visited_one() {
    // Two carriers hand the message on to each other. That is its usual road, so it is the right one.
    let lesson = asking("provideSubscriberInfo", "home", |json| {
        json["carriers"] = json!([
            { "id": "exchange", "name": "Tideway" }, { "id": "northern", "name": "Northern" },
        ]);
        json["networks"][1]["carriers"] = json!(["northern"]);
    });
    check(&lesson, "visited.ingress-route", Pass(RightRoad), End::Answered, BEFORE);
}

#[test]
fn a_lessee_gets_its_answer_back_by_the_road_that_its_question_took() {
    let lessons = [
        asking("provideSubscriberInfo", "third-party", |_| {}),
        asking("provideSubscriberInfo", "third-party", leases_from_home),
        asking("anyTimeInterrogation", "third-party", |_| {}),
        // Out by the home network's own exit, and in again at its gate.
        asking("anyTimeInterrogation", "third-party", leases_from_home),
    ];
    for lesson in lessons {
        let run = run(&lesson, &only(&lesson, "none"));
        let (id, _) = question(&lesson, &run, QUESTION).unwrap();
        let back = run.messages.iter().position(|m| m.kind == Kind::Answer { to: id }).unwrap();
        let back = MessageId(back.try_into().unwrap());
        let out: Vec<_> = run.hops_of(id).map(|(_, hop)| (hop.from, hop.to)).collect();
        let mut home: Vec<_> = run.hops_of(back).map(|(_, hop)| (hop.to, hop.from)).collect();
        home.reverse();
        assert_eq!(out, home);
        assert_eq!(out.len(), 3, "by the lessor's exit, a carrier, and the target's border");
    }
}

// The first question, with the filter at the home network.

#[test]
fn any_time_interrogation_from_outside_is_stopped_by_unexpected_operation_whoever_sends_it() {
    let stop = Stop(OperationUnexpected);
    let leased = asking("anyTimeInterrogation", "third-party", with_the_number_only);
    check(&leased, "home.unexpected-operation", stop, End::Stopped, NUMBER);
    let leased_from_home = asking("anyTimeInterrogation", "third-party", |json| {
        leases_from_home(json);
        with_the_number_only(json);
    });
    check(&leased_from_home, "home.unexpected-operation", stop, End::Stopped, NUMBER);
    let spoofed = asking("anyTimeInterrogation", "third-party", |json| {
        spoofs_home(json);
        with_the_number_only(json);
    });
    check(&spoofed, "home.unexpected-operation", stop, End::Stopped, NUMBER);
    let partner = asking("anyTimeInterrogation", "lessor", |json| {
        json["knows"][2] = json!({ "party": "lessor", "facts": ["phone-number"] });
    });
    check(&partner, "home.unexpected-operation", stop, End::Stopped, Facts::NONE);
    let by_imsi = asking("anyTimeInterrogation", "third-party", |json| {
        json["knows"][2]["facts"] = json!(["imsi"]);
    });
    check(&by_imsi, "home.unexpected-operation", stop, End::Stopped, Facts::of(&[Fact::Imsi]));
}

#[test]
fn any_time_interrogation_under_a_leased_address_passes_every_other_rule() {
    let lesson = asking("anyTimeInterrogation", "third-party", with_the_number_only);
    check(&lesson, "home.partner-list", Pass(Partner), End::Answered, ASKED_HOME);
    check(&lesson, "home.ingress-route", Pass(RightRoad), End::Answered, ASKED_HOME);
    check(&lesson, "home.own-subscriber", Pass(NotAHomeQuestion), End::Answered, ASKED_HOME);
    check(&lesson, "home.home-match", Pass(NotAHomeQuestion), End::Answered, ASKED_HOME);
    check(&lesson, "home.sms-home-routing", Pass(NotATextQuestion), End::Answered, ASKED_HOME);
}

#[test]
fn the_visited_gate_lets_through_what_the_home_network_asks_on_a_third_partys_behalf() {
    let lesson = asking("anyTimeInterrogation", "third-party", with_the_number_only);
    let visited = offered(&lesson).into_iter().filter(|name| name.starts_with("visited."));
    assert!(located(&lesson, &visited.collect::<Vec<_>>().join(",")));
}

#[test]
fn the_home_networks_own_address_from_outside_is_stopped_by_ingress_route() {
    let stop = Stop(OwnAddressOutside);
    let leased = asking("anyTimeInterrogation", "third-party", |json| {
        leases_from_home(json);
        with_the_number_only(json);
    });
    check(&leased, "home.ingress-route", stop, End::Stopped, NUMBER);
    check(&leased, "home.partner-list", Pass(AskedByUs), End::Answered, ASKED_HOME);
    let spoofed = asking("anyTimeInterrogation", "third-party", |json| {
        spoofs_home(json);
        with_the_number_only(json);
    });
    check(&spoofed, "home.ingress-route", stop, End::Stopped, NUMBER);
    check(&spoofed, "home.partner-list", Pass(AskedByUs), End::AnsweredElsewhere, NUMBER);
}

#[test]
fn send_routing_info_for_sm_is_masked_by_home_routing_and_stopped_by_nothing_else() {
    let lesson = asking("sendRoutingInfoForSM", "third-party", with_the_number_only);
    check(&lesson, "home.partner-list", Pass(Partner), End::Answered, ROUTED);
    check(&lesson, "home.ingress-route", Pass(RightRoad), End::Answered, ROUTED);
    check(&lesson, "home.unexpected-operation", Pass(OperationExpected), End::Answered, ROUTED);
    check(&lesson, "home.own-subscriber", Pass(NotAHomeQuestion), End::Answered, ROUTED);
    check(&lesson, "home.home-match", Pass(NotAHomeQuestion), End::Answered, ROUTED);
    check(&lesson, "home.sms-home-routing", Mask(StandInGiven), End::Masked, NUMBER);
}

#[test]
fn an_honest_text_is_masked_too_and_still_gets_an_answer_to_deliver_by() {
    let lesson = asking("sendRoutingInfoForSM", "lessor", |json| {
        json["knows"][2] = json!({ "party": "lessor", "facts": ["phone-number"] });
    });
    check(&lesson, "home.sms-home-routing", Mask(StandInGiven), End::Masked, Facts::NONE);
}

#[test]
fn home_routing_does_not_help_where_the_imsi_and_the_switch_are_known_already() {
    let lesson = asking("provideSubscriberInfo", "third-party", |_| {});
    assert!(located(&lesson, "home.sms-home-routing"));
}

#[test]
fn after_a_stand_in_the_second_question_is_not_asked() {
    let lesson = lesson(TWO_QUESTIONS);
    let run = run(&lesson, &only(&lesson, "home.sms-home-routing"));
    assert!(question(&lesson, &run, "second-question").is_none());
    let [missed] = &run.not_asked[..] else { panic!("{:?}", run.not_asked) };
    assert_eq!(missed.party, Party::ThirdParty);
    assert_eq!(missed.operation, OperationId::ProvideSubscriberInfo);
    assert_eq!(missed.lacks, Facts::of(&[Fact::Imsi, Fact::ServingNode]));
    assert!(missed.has_stand_in);
}

#[test]
fn a_stop_is_named_before_a_mask_that_comes_earlier() {
    let lesson = asking("sendRoutingInfoForSM", "third-party", |json| {
        leases_from_home(json);
        with_the_number_only(json);
        json["gates"][0]["rules"] =
            json!([{ "rule": "sms-home-routing" }, { "rule": "ingress-route" }]);
    });
    let run = run(&lesson, &only(&lesson, "home.sms-home-routing,home.ingress-route"));
    let (_, asked) = question(&lesson, &run, QUESTION).unwrap();
    let Fate::Stopped(judged) = asked.fate else { panic!("{:?}", asked.fate) };
    assert_eq!(run.judged(judged).unwrap().named.unwrap().rule, RuleId::IngressRoute);
}

// The traveller's arrival, which every filter has to let in.

#[test]
fn an_update_location_from_the_visited_network_passes_every_rule_at_the_home_gate() {
    let lesson = asking("updateLocation", "visited", |_| {});
    check(&lesson, "home.partner-list", Pass(Partner), End::Answered, BEFORE);
    check(&lesson, "home.ingress-route", Pass(RightRoad), End::Answered, BEFORE);
    check(&lesson, "home.unexpected-operation", Pass(OperationExpected), End::Answered, BEFORE);
    check(&lesson, "home.own-subscriber", Pass(NotAHomeQuestion), End::Answered, BEFORE);
    check(&lesson, "home.home-match", Pass(NotAHomeQuestion), End::Answered, BEFORE);
    check(&lesson, "home.sms-home-routing", Pass(NotATextQuestion), End::Answered, BEFORE);
}

// Gates elsewhere: at the lessor's exit and inside a carrier.

fn with_gate(operation: &str, gate: Value) -> Lesson {
    asking(operation, "third-party", |json| json["gates"] = json!([gate]))
}

#[test]
fn a_lessor_can_stop_its_lessees_at_its_own_exit() {
    let rules = json!([{ "rule": "unexpected-operation" }, { "rule": "home-match" }]);
    let gate = json!({ "id": "exit", "at": "lessor", "exit": true, "rules": rules });
    let psi = with_gate("provideSubscriberInfo", gate.clone());
    check(&psi, "exit.home-match", Stop(NotTheHome), End::Stopped, BEFORE);
    check(&psi, "exit.unexpected-operation", Pass(OperationExpected), End::Answered, FOUND);
    let ati = with_gate("anyTimeInterrogation", gate);
    check(&ati, "exit.unexpected-operation", Stop(OperationUnexpected), End::Stopped, BEFORE);
    check(&ati, "exit.home-match", Pass(NotAHomeQuestion), End::Answered, FOUND);
}

#[test]
fn a_carrier_can_stop_what_it_is_to_pass_on() {
    let rules = json!([{ "rule": "unexpected-operation" }, { "rule": "home-match" }]);
    let gate = json!({ "id": "carrier", "at": "exchange", "rules": rules });
    let psi = with_gate("provideSubscriberInfo", gate.clone());
    check(&psi, "carrier.home-match", Stop(NotTheHome), End::Stopped, BEFORE);
    let ati = with_gate("anyTimeInterrogation", gate);
    check(&ati, "carrier.unexpected-operation", Stop(OperationUnexpected), End::Stopped, BEFORE);
}

#[test]
fn a_carrier_can_hold_its_own_customers_to_their_own_addresses() {
    let rules = json!([{ "rule": "ingress-route" }, { "rule": "partner-list" }]);
    let gate = |at: &str| json!([{ "id": "carrier", "at": at, "rules": rules }]);
    let forged = asking("provideSubscriberInfo", "third-party", |json| {
        spoofs_home(json);
        json["gates"] = gate("backroad");
    });
    check(&forged, "carrier.ingress-route", Stop(WrongRoad), End::Stopped, BEFORE);
    // To a carrier every address that it knows is a customer's, its own or another carrier's.
    check(&forged, "carrier.partner-list", Pass(Partner), End::AnsweredElsewhere, BEFORE);
    let true_to_name =
        |from| asking("provideSubscriberInfo", from, |json| json["gates"] = gate("exchange"));
    let genuine = true_to_name("home");
    check(&genuine, "carrier.ingress-route", Pass(RightRoad), End::Answered, BEFORE);
    check(&genuine, "carrier.partner-list", Pass(Partner), End::Answered, BEFORE);
    let leased = true_to_name("third-party");
    check(&leased, "carrier.ingress-route", Pass(RightRoad), End::Answered, FOUND);
}

#[test]
fn a_carriers_list_has_no_place_for_an_address_that_nobody_knows() {
    let lesson = asking("provideSubscriberInfo", "home", |json| {
        json["networks"][0]["unlisted"] =
            json!({ "titles": "+999 75", "realm": "999-55", "title": "+999 75 000 0001" });
        json["acts"][1]["unlisted"] = json!(true);
        let rules = json!([{ "rule": "ingress-route" }, { "rule": "partner-list" }]);
        json["gates"] = json!([{ "id": "carrier", "at": "exchange", "rules": rules }]);
    });
    check(&lesson, "carrier.partner-list", Stop(NotAPartner), End::Stopped, BEFORE);
    check(&lesson, "carrier.ingress-route", Pass(RoadUnknown), End::Answered, BEFORE);
}

// What no lesson can bring about, put to the rules directly.

/// What one rule says at the border gate of a network (or, with `exit`, at its exit), of a message with
/// that calling title that came by the exchange.
fn put(rule: RuleId, at: &str, exit: bool, operation: OperationId, title: &str) -> Verdict {
    let lesson = lesson(TWO_QUESTIONS);
    let tables = Tables::of(party(&lesson, at).into(), &lesson.networks);
    let tables = if exit { tables.at_exit() } else { tables };
    let seen = Seen {
        claimed: Claimed {
            address: GlobalTitle::read(title).unwrap().into(),
            inner: None,
            network: None,
        },
        observed: Observed {
            generation: Generation::Ss7,
            link: if exit { Link::Lessee } else { Link::Carrier(CarrierId(0)) },
            recorded: None,
            peer: None,
            signed: None,
            secured: true,
        },
        request: Some(Request { operation, msisdn: None, imsi: Some(lesson.traveller.imsi) }),
        at: 0,
    };
    let mut said = Vec::new();
    judge([Rule::from(rule)], &seen, &tables, &State::<Few>::default(), |consulted| {
        said.push(consulted.verdict);
    });
    said[0]
}

#[test]
fn own_subscriber_stops_a_home_registers_question_about_ones_own_from_outside() {
    let (rule, psi) = (RuleId::OwnSubscriber, OperationId::ProvideSubscriberInfo);
    assert_eq!(put(rule, "home", false, psi, "+999 73 900 0001"), Stop(OursAskedFromOutside));
    assert_eq!(put(rule, "home", false, psi, "+999 79 000 0001"), Stop(OursAskedFromOutside));
}

#[test]
fn own_subscriber_believes_an_address_that_claims_to_be_its_own() {
    let (rule, psi) = (RuleId::OwnSubscriber, OperationId::ProvideSubscriberInfo);
    assert_eq!(put(rule, "home", false, psi, "+999 71 900 0001"), Pass(AskedByUs));
}

#[test]
fn own_subscriber_leaves_alone_what_other_networks_honestly_send() {
    let operations = [
        OperationId::UpdateLocation,
        OperationId::SendRoutingInfoForSm,
        OperationId::AnyTimeInterrogation,
    ];
    for operation in operations {
        let said = put(RuleId::OwnSubscriber, "home", false, operation, "+999 72 000 0001");
        assert_eq!(said, Pass(NotAHomeQuestion), "{operation:?}");
    }
}

#[test]
fn an_address_in_no_table_is_no_partner_and_no_home_and_has_no_known_road() {
    let psi = OperationId::ProvideSubscriberInfo;
    let put = |rule| put(rule, "visited", false, psi, "+999 79 000 0001");
    assert_eq!(put(RuleId::PartnerList), Stop(NotAPartner));
    assert_eq!(put(RuleId::HomeMatch), Stop(NotTheHome));
    assert_eq!(put(RuleId::IngressRoute), Pass(RoadUnknown));
}

#[test]
fn a_title_that_begins_like_the_homes_network_code_is_not_the_homes() {
    // The home's code is 999-11 and its titles begin with +999 71: a sloppy match would pass this.
    let psi = OperationId::ProvideSubscriberInfo;
    let said = put(RuleId::HomeMatch, "visited", false, psi, "+999 11 000 0001");
    assert_eq!(said, Stop(NotTheHome));
}

#[test]
fn rules_without_a_meaning_at_an_exit_pass_as_not_applicable() {
    let rules =
        [RuleId::SmsHomeRouting, RuleId::PartnerList, RuleId::IngressRoute, RuleId::OwnSubscriber];
    for rule in rules {
        for operation in [OperationId::SendRoutingInfoForSm, OperationId::ProvideSubscriberInfo] {
            let said = put(rule, "lessor", true, operation, "+999 79 000 0001");
            assert_eq!(said, Pass(NotApplicable), "{rule:?} {operation:?}");
        }
    }
}

// The chapters as they stand.

#[test]
fn in_the_chapters_each_rule_alone_changes_what_the_tables_say_it_changes() {
    let table = [
        (BUILT_IN[0], "none", false),
        (BUILT_IN[0], "home.partner-list", false),
        (BUILT_IN[0], "home.ingress-route", false),
        (BUILT_IN[0], "visited.partner-list", false),
        (BUILT_IN[0], "visited.home-match", false),
        (BUILT_IN[1], "none", false),
        (BUILT_IN[1], "home.partner-list", false),
        (BUILT_IN[1], "home.unexpected-operation", false),
        (BUILT_IN[1], "home.sms-home-routing", false),
        (BUILT_IN[1], "visited.partner-list", false),
        (BUILT_IN[1], "visited.home-match", false),
        (ANYONE_MAY_ASK, "none", true),
        (ANYONE_MAY_ASK, "home.partner-list", true),
        (ANYONE_MAY_ASK, "home.ingress-route", true),
        (ANYONE_MAY_ASK, "home.unexpected-operation", false),
        (ANYONE_MAY_ASK, "visited.partner-list", true),
        (ANYONE_MAY_ASK, "visited.home-match", true),
        (TWO_QUESTIONS, "none", true),
        (TWO_QUESTIONS, "home.partner-list", true),
        (TWO_QUESTIONS, "home.unexpected-operation", true),
        (TWO_QUESTIONS, "home.own-subscriber", true),
        (TWO_QUESTIONS, "home.sms-home-routing", false),
        (TWO_QUESTIONS, "visited.partner-list", true),
        (TWO_QUESTIONS, "visited.ingress-route", true),
        (TWO_QUESTIONS, "visited.home-match", false),
        (A_BORROWED_NAME, "none", true),
        (A_BORROWED_NAME, "visited.partner-list", true),
        (A_BORROWED_NAME, "visited.home-match", true),
        (A_BORROWED_NAME, "visited.ingress-route", true),
        (A_BORROWED_NAME, "visited.origin-consistency", true),
        (A_BORROWED_NAME, "visited.end-to-end-signature", false),
        (A_RENTED_NAME, "none", true),
        (A_RENTED_NAME, "visited.partner-list", true),
        (A_RENTED_NAME, "visited.ingress-route", true),
        (A_RENTED_NAME, "visited.end-to-end-signature", true),
        (A_RENTED_NAME, "visited.home-match", true),
        (A_RENTED_NAME, "lessor-exit.lease-ban", true),
        (A_RENTED_NAME, "home-exit.lease-ban", true),
        (BUILT_IN[6], "none", true),
        (BUILT_IN[6], "visited.sepp", true),
        (BUILT_IN[6], "visited.home-match", true),
        (BUILT_IN[6], "visited.end-to-end-signature", true),
        (BUILT_IN[7], "none", true),
        (BUILT_IN[7], "carrier.home-match", false),
        (BUILT_IN[7], "visited.home-match", true),
        (BUILT_IN[8], "none", false),
        (BUILT_IN[8], "visited.home-match", false),
        (BUILT_IN[8], "visited.volume", false),
        (BUILT_IN[9], "none", true),
        (BUILT_IN[9], "visited.partner-list", true),
        (BUILT_IN[9], "visited.ingress-route", true),
        (BUILT_IN[9], "visited.home-match", true),
        (BUILT_IN[9], "lessor-exit.lease-ban", true),
        (BUILT_IN[9], "home-exit.lease-ban", true),
    ];
    for (json, filter, found) in table {
        let lesson = lesson(json);
        assert_eq!(located(&lesson, filter), found, "{} with {filter}", lesson.id);
    }
    for json in BUILT_IN {
        let rows = table.iter().filter(|(of, ..)| *of == json).map(|(_, filter, _)| *filter);
        let offered = offered(&lesson(json));
        let all: Vec<&str> =
            ["none"].into_iter().chain(offered.iter().map(String::as_str)).collect();
        assert_eq!(rows.collect::<Vec<_>>(), all, "the table has every rule that is offered");
    }
}

#[test]
fn in_the_chapters_no_choice_of_filters_stops_an_honest_message_or_masks_one_but_about_a_text() {
    // Those two are about what a filter costs.
    let costs = ["blind-spots", "a-crowd"];
    for lesson in BUILT_IN.map(lesson) {
        if costs.contains(&lesson.id.as_str()) {
            let stops = |choices| {
                let run = run(&lesson, &choices);
                let honest = |m: &Message| lesson.act(m.act).is_some_and(|act| act.honest);
                run.messages.iter().any(|m| honest(m) && matches!(m.fate, Fate::Stopped(_)))
            };
            assert!(all_choices(&lesson).any(stops), "{} shows the cost", lesson.id);
            continue;
        }
        for choices in all_choices(&lesson) {
            let run = run(&lesson, &choices);
            let honest =
                run.messages.iter().filter(|message| message.actual.party != Party::ThirdParty);
            for message in honest {
                // The answer to a forged question reaches the owner of the address.
                let whole = matches!(message.fate, Fate::Arrived | Fate::Elsewhere);
                // Home routing gives a stand-in to whoever delivers texts.
                let routed = message.operation().row().category == Category::HomeRouted
                    && matches!(message.fate, Fate::Masked(_));
                assert!(whole || routed, "{choices:?}: {message:?}");
            }
            assert!(knows_in_the_end(&run, lesson.traveller.home.into()).has(Fact::ServingNode));
        }
    }
}

/// The fates of what the third party asks, act by act.
fn fates(json: &str, filters: &str) -> Vec<String> {
    let lesson = lesson(json);
    let run = run(&lesson, &only(&lesson, filters));
    let by_third = lesson.acts.iter().filter(|act| act.from == Party::ThirdParty);
    let fate = |act: &str| {
        let (id, asked) = question(&lesson, &run, act).unwrap();
        answer(&run, id).map_or(asked.fate, |answer| answer.fate).id().to_owned()
    };
    by_third.map(|act| fate(&act.id)).collect()
}

#[test]
fn a_forged_question_is_answered_to_the_owner_in_ss7_and_to_the_asker_in_diameter() {
    let with = |filters| fates(A_BORROWED_NAME, filters).join(" ");
    assert_eq!(with("none"), "elsewhere arrived arrived");
    assert_eq!(with("visited.partner-list,visited.home-match"), "elsewhere arrived arrived");
    assert_eq!(with("visited.origin-consistency"), "elsewhere stopped arrived");
    assert_eq!(with("visited.ingress-route"), "stopped stopped arrived");
    assert_eq!(with("visited.end-to-end-signature"), "stopped stopped stopped");
}

#[test]
fn a_rented_name_of_the_home_network_is_stopped_only_where_it_is_rented_out() {
    let with = |filters| fates(A_RENTED_NAME, filters).join(" ");
    let all = "visited.partner-list,visited.ingress-route,visited.end-to-end-signature";
    assert_eq!(with(all), "arrived arrived");
    assert_eq!(with("visited.home-match"), "stopped arrived");
    assert_eq!(with("lessor-exit.lease-ban"), "stopped arrived");
    assert_eq!(with("home-exit.lease-ban"), "arrived stopped");
    assert_eq!(with("lessor-exit.lease-ban,home-exit.lease-ban"), "stopped stopped");
}

#[test]
fn taking_a_rule_out_of_a_lesson_takes_it_out_of_the_run() {
    let with = lesson(TWO_QUESTIONS);
    let without = variant(|json| json["gates"][1]["rules"] = json!([{ "rule": "partner-list" }]));
    let everything = |lesson: &Lesson| located(lesson, &offered(lesson).join(","));
    assert!(!everything(&with));
    let without_home_routing =
        without.gates[0].rules.iter().filter(|r| r.rule != RuleId::SmsHomeRouting);
    let names: Vec<String> =
        without_home_routing.map(|r| format!("home.{}", r.rule.id())).collect();
    assert!(located(&without, &format!("{},visited.partner-list", names.join(","))));
}

/// Somebody has two names, and a question about them is one question. Those about others count for the
/// sender only.
#[test]
fn what_was_asked_before_a_lesson_counts_once_and_for_whom_it_was_about() {
    let reason = |times: u32, of_others: bool, per_subscriber: u32, per_sender: u32| {
        let lesson = variant(|json| {
            json["past"] = json!({ "asked": [{
                "from": "home", "times": times, "minutes-ago": 30, "of-others": of_others,
            }] });
            json["gates"] = json!([{ "id": "visited", "at": "visited", "rules": [{
                "rule": "volume", "per-subscriber": per_subscriber, "per-sender": per_sender,
            }] }]);
            json["acts"].as_array_mut().unwrap().truncate(2);
        });
        let run = run(&lesson, &only(&lesson, "visited.volume"));
        let judged = run.judged.last().expect("the gate has judged");
        judged.consulted.last().expect("its rule has said something").verdict
    };
    assert_eq!(reason(9, false, 100, 10), Pass(UsualVolume));
    assert_eq!(reason(10, false, 100, 10), Stop(TooManyFromOne));
    assert_eq!(reason(10, false, 10, 100), Stop(TooManyAboutOne));
    assert_eq!(reason(10, true, 10, 100), Pass(UsualVolume));
    assert_eq!(reason(10, true, 100, 10), Stop(TooManyFromOne));
}

/// Questions from one sender are held against the calls and texts that it brings in the same hour.
#[test]
fn questions_are_compared_with_the_calls_of_the_same_sender() {
    let words = whereabouts::text::Words::native(whereabouts::text::english());
    let mut judge = whereabouts::judge::Judge::new(&words, true).unwrap();
    let mut ask = |operation: &str, minutes: u64| {
        let answer = judge.line(
            &json!({
                "operation": operation, "sender": "home", "about": "inbound-roamer",
                "gates": { "visited": [{ "rule": "volume", "per-call": 2 }] },
                "at": minutes * 60_000, "subscriber": "anybody",
            })
            .to_string(),
        );
        let answer: Value = serde_json::from_str(&answer).unwrap();
        answer["reason"].as_str().unwrap().to_owned()
    };
    let (question, call) = ("provideSubscriberInfo", "provideRoamingNumber");
    let (fine, many) = ("nothing-in-the-way", "too-many-for-its-calls");
    // Two are free, and each call brings two more.
    for (operation, minutes, reason) in [
        (question, 0, fine),
        (question, 1, fine),
        (question, 2, many),
        (call, 3, fine),
        (question, 4, fine),
        (question, 5, many),
        // What was stopped has been asked all the same; in the next hour everything begins anew.
        (question, 59, many),
        (question, 60, fine),
    ] {
        assert_eq!(ask(operation, minutes), reason, "{operation} at {minutes}");
    }
}
