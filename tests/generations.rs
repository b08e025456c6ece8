//! What tells the generations apart in a run: where an answer goes, and who has proved to be whom before
//! anything is asked.

use whereabouts::judge::{About, Played, Question, Scene, Sender};
use whereabouts::run::{Fate, HopId, Kind, MessageId, What, records};
use whereabouts::signalling::{Generation, OperationId, Party, Place};

/// The same question, once for each generation.
const SECOND_QUESTIONS: [OperationId; 3] = [
    OperationId::ProvideSubscriberInfo,
    OperationId::S6aInsertSubscriberData,
    OperationId::AmfProvideLocationInfo,
];

fn play(operation: OperationId, sender: Sender) -> Played {
    let mut scene = Scene::new().expect("the scene is a lesson");
    scene.play(&Question::new(operation, sender, About::InboundRoamer))
}

fn road(played: &Played, message: MessageId) -> Vec<(Place, Place)> {
    played.run.hops_of(message).map(|(_, hop): (HopId, _)| (hop.from, hop.to)).collect()
}

fn network(played: &Played, id: &str) -> Party {
    played.lesson.parties().find(|&party| played.lesson.party_id(party) == id).unwrap()
}

#[test]
fn in_ss7_an_answer_goes_to_the_address_that_the_question_claims() {
    let played = play(SECOND_QUESTIONS[0], Sender::SpoofedHome);
    let [asked, answer] = &played.run.messages[..] else { panic!("{:?}", played.run.messages) };
    assert_eq!(asked.actual.party, Party::ThirdParty);
    assert_eq!((answer.kind, answer.fate), (Kind::Answer { to: MessageId(0) }, Fate::Elsewhere));
    assert_eq!(answer.to, network(&played, "home"));
    let back: Vec<_> = road(&played, MessageId(0)).iter().rev().map(|&(a, b)| (b, a)).collect();
    assert_ne!(road(&played, MessageId(1)), back, "it does not go back where it came from");
}

#[test]
fn in_diameter_and_5g_an_answer_goes_back_by_the_road_of_the_question() {
    for operation in &SECOND_QUESTIONS[1..] {
        for sender in Sender::ALL.into_iter().filter(|sender| *sender != Sender::Visited) {
            let played = play(*operation, sender);
            let [asked, answer] = &played.run.messages[..] else { panic!("{sender:?}") };
            assert_eq!((answer.to, answer.fate), (asked.actual.party, Fate::Arrived));
            let back: Vec<_> =
                road(&played, MessageId(0)).iter().rev().map(|&(a, b)| (b, a)).collect();
            assert_eq!(road(&played, MessageId(1)), back, "{sender:?}");
        }
    }
}

#[test]
fn in_5g_two_networks_prove_who_they_are_before_anything_is_asked() {
    for operation in SECOND_QUESTIONS {
        for (sender, proves) in [
            (Sender::Home, Some("home")),
            (Sender::Partner, Some("partner")),
            (Sender::LeasedFromHome, Some("home")),
            (Sender::LeasedFromPartner, Some("partner")),
            (Sender::SpoofedHome, None),
        ] {
            let played = play(operation, sender);
            let events = &played.run.events;
            let is_connection = |what: What| matches!(what, What::Connected { .. });
            let connection = events.iter().position(|event| is_connection(event.what));
            if operation.row().generation() != Generation::Services {
                assert_eq!(connection, None, "there is no such thing before 5G");
                continue;
            }
            let connection = connection.expect("they connect");
            let sent = events.iter().position(|event| matches!(event.what, What::Sent { .. }));
            assert!(Some(connection) < sent, "first they connect, then they ask");
            let What::Connected { with, .. } = events[connection].what else { panic!() };
            let named = with.map(|id| played.lesson.party_id(Party::Network(id)).to_owned());
            assert_eq!(named.as_deref(), proves, "{sender:?}");
        }
    }
}

#[test]
fn the_records_say_where_an_answer_goes() {
    let ways = ["to-the-claimed-address", "back-by-the-same-road", "back-inside-the-connection"];
    for (operation, way) in SECOND_QUESTIONS.into_iter().zip(ways) {
        let played = play(operation, Sender::Home);
        let lines: Vec<String> = records(&played.lesson, &played.run)
            .iter()
            .map(|record| serde_json::to_string(record).unwrap())
            .collect();
        let said = format!("\"answer-goes\":\"{way}\"");
        assert!(lines.iter().any(|line| line.contains(&said)), "{lines:#?}");
    }
}
