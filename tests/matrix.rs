//! The lessons of the matrix against the judge: under every single filter each sender's act ends as the
//! judge says, whatever the acts before it have left behind.

mod support;

use support::outcome;
use whereabouts::filter::{RULES, Rule};
use whereabouts::judge::show::{filters, lesson_of, questions};
use whereabouts::judge::{GateName, Question, Scene, Sender};
use whereabouts::lesson::{ActId, Named, limits};
use whereabouts::link;
use whereabouts::narration::{Speaker, transcript};
use whereabouts::run::{Choices, run};
use whereabouts::signalling::{Fact, Party, Standing};
use whereabouts::text::{Depth, Words, english, joined};

#[test]
fn an_address_can_name_every_question() {
    for (operation, _) in questions() {
        let named = Named::Question(operation);
        assert_eq!(Named::of(&named.id()), Some(named));
        let text = format!("lesson={}", named.id());
        assert_eq!(link::write(&link::read([text.as_str()]).0), text);
    }
}

#[test]
fn every_cell_of_the_matrix_is_what_its_lesson_shows() {
    let mut scene = Scene::new().unwrap();
    let words = Words::native(english());
    let mut shown = 0;
    for (operation, about) in questions() {
        let lesson = lesson_of(&mut scene, operation, about);
        let open = run(&lesson, &Choices::of(&lesson));
        for (act, sender) in (0..).map(ActId).zip(Sender::ALL) {
            let question = Question::new(operation, sender, about);
            let without = scene.judge(&question, &words).outcome;
            let name = format!("{} by {}", operation.row().name, sender.id());
            assert_eq!(outcome(&lesson, &open, act), without, "{name}");
            for (gate, row) in GateName::ALL.iter().flat_map(|g| RULES.iter().map(move |r| (*g, r)))
            {
                let asked = question.clone().with(gate, [Rule::from(row.id)]);
                let judged = scene.judge(&asked, &words).outcome;
                let Some(filters) = filters(&lesson, gate, row.id) else {
                    assert_eq!(
                        judged,
                        without,
                        "{name}: {} at {} is not shown",
                        row.name,
                        gate.id()
                    );
                    continue;
                };
                let choices = link::filters(&lesson, &filters).expect("the lesson offers it");
                let run = run(&lesson, &choices);
                assert_eq!(outcome(&lesson, &run, act), judged, "{name}: {filters}");
                shown += 1;
            }
        }
    }
    assert!(shown > 3000, "{shown}");
}

#[test]
fn a_question_is_asked_about_a_traveller_and_its_answer_tells_where_or_who_they_are() {
    let all = questions();
    assert!((12..=18).contains(&all.len()));
    for (operation, about) in all {
        assert_eq!(about.fits(operation), Ok(()), "{}", operation.row().name);
        let told =
            [Fact::ServingNetwork, Fact::ServingNode, Fact::Cell, Fact::Position, Fact::Imsi];
        let discloses = operation.row().discloses;
        assert!(told.iter().any(|&fact| discloses.has(fact)), "{}", operation.row().name);
    }
}

#[test]
fn its_lessons_keep_to_what_a_lesson_and_its_picture_may_hold() {
    let mut scene = Scene::new().unwrap();
    let mut ids = Vec::new();
    for (operation, about) in questions() {
        let lesson = lesson_of(&mut scene, operation, about);
        let names = [&lesson.id].into_iter().chain(lesson.acts.iter().map(|act| &act.id));
        for id in names.chain(lesson.gates.iter().map(|gate| &gate.id)) {
            let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            assert!(id.len() <= limits::ID && id.chars().all(letters), "{id}");
        }
        assert!(lesson.acts.len() <= limits::ACTS && lesson.leases.len() <= limits::LEASES);
        assert!(lesson.gates.len() <= limits::GATES);
        assert!(lesson.carriers.len() <= 3, "{}: {:?}", lesson.id, lesson.carriers);
        assert_eq!(lesson.third_party.map(|carrier| carrier.index()), Some(0));
        for network in &lesson.networks {
            let most = if network.standing == Standing::Partner { 1 } else { 2 };
            assert!(
                (1..=most).contains(&network.nodes.len()),
                "{}: {:?}",
                lesson.id,
                network.nodes
            );
        }
        assert!(!ids.contains(&lesson.id), "{}", lesson.id);
        ids.push(lesson.id);
    }
}

/// Nothing that a sender's act gives away makes a later one's question impossible or unneeded.
#[test]
fn whoever_asks_first_the_third_party_knows_at_first_only_what_it_must() {
    let mut scene = Scene::new().unwrap();
    for (operation, about) in questions() {
        let lesson = lesson_of(&mut scene, operation, about);
        let knows = lesson.knows.iter().find(|(party, _)| *party == Party::ThirdParty);
        let knows = knows.expect("it is in the list").1;
        for fact in [Fact::ServingNetwork, Fact::Cell, Fact::Position] {
            assert!(!knows.has(fact), "{}", lesson.id);
        }
    }
}

/// They have no sentences of their own, and still a title, a question and something to say of each act.
#[test]
fn its_lessons_are_spoken_of_without_a_hole() {
    let mut scene = Scene::new().unwrap();
    let words = Words::native(english());
    for (operation, about) in questions() {
        let lesson = lesson_of(&mut scene, operation, about);
        let run = run(&lesson, &Choices::of(&lesson));
        for depth in [Depth::Plain, Depth::Engineer] {
            let speaker = Speaker { lesson: &lesson, run: &run, words: &words, depth };
            assert!(speaker.title().ends_with(": who is answered"), "{}", speaker.title());
            let said = transcript(&speaker);
            let opening = &said.first().unwrap().captions[0];
            assert!(!opening.title.is_empty() && !opening.body.is_empty());
            for caption in said.iter().flat_map(|section| &section.captions) {
                for sentence in [&caption.title].into_iter().chain(&caption.body) {
                    let sentence = joined(sentence);
                    let hole =
                        ["⟦", "  ", " .", "?”."].iter().find(|hole| sentence.contains(**hole));
                    assert_eq!(hole, None, "{}: {sentence}", lesson.id);
                }
            }
        }
        for sender in Sender::ALL {
            let key = format!("matrix-lesson-{}-sent", sender.id());
            assert!(words.has(&key) && words.has(&format!("sender-{}", sender.id())), "{key}");
        }
    }
}
