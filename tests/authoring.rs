//! The author's guide, docs/authoring.md: its snippets are lessons, the labels that it names stand on the page, and
//! whoever does in the workshop what it says has the lesson that it promises.

mod support;

use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::{knows_in_the_end, located, only};
use whereabouts::filter::RuleId;
use whereabouts::lesson::{self, Code, Lesson};
use whereabouts::run::{Choices, run};
use whereabouts::signalling::{Fact, Party, Role};
use whereabouts::text::{Words, english};
use whereabouts::workshop::{Change, Draft, LONGEST, List, packed, unpacked};

const GUIDE: &str = include_str!("../docs/authoring.md");
const LABELS: &str = include_str!("../assets/text/en/workshop.ftl");

/// The blocks of code in a language.
fn blocks(language: &str) -> Vec<&'static str> {
    let start = format!("```{language}\n");
    GUIDE.split(start.as_str()).skip(1).map(|rest| rest.split("\n```").next().unwrap()).collect()
}

/// The guide without its code.
fn prose() -> String {
    let parts = GUIDE.split("```").enumerate();
    let prose: String = parts.filter(|(at, _)| at % 2 == 0).map(|(_, part)| part).collect();
    prose.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is bold.
fn bold(prose: &str) -> impl Iterator<Item = &str> {
    prose.split("**").skip(1).step_by(2)
}

/// The first block of JSON: the smallest lesson, which the guide begins with.
fn smallest() -> &'static str {
    blocks("json")[0]
}

fn is_fine(draft: &Draft, after: &str) {
    assert!(draft.is_played(), "{after}: {:#?}", draft.problems());
}

fn field(path: &str, to: &str) -> Change {
    Change::Field(path.to_owned(), json!(to))
}

fn says(name: &str, text: &str) -> Change {
    Change::Says(name.to_owned(), false, text.to_owned())
}

#[test]
fn every_label_in_the_guide_stands_in_the_workshop() {
    let prose = prose();
    let labels: BTreeSet<&str> = LABELS
        .lines()
        .filter(|line| line.starts_with("workshop-"))
        .filter_map(|line| Some(line.split_once(" = ")?.1))
        .collect();
    // What begins a paragraph is no label.
    let own = [
        "bold",
        "By a link.",
        "On your own site.",
        "In a page.",
        "In a learning platform.",
        "Check it in the terminal",
    ];
    let named: BTreeSet<&str> = bold(&prose).filter(|part| !own.contains(part)).collect();
    assert!(named.len() > 40, "{named:?}");
    let missing: Vec<&&str> = named.iter().filter(|name| !labels.contains(**name)).collect();
    assert!(missing.is_empty(), "not in the workshop: {missing:?}");
}

/// Words of the page in quotes: names of questions, filters, nodes and facts.
#[test]
fn what_else_is_chosen_in_the_guide_stands_there_too() {
    let words = Words::native(english());
    let prose = prose();
    for key in ["rule-unexpected-operation", "rule-sms-home-routing", "rule-home-match"] {
        assert!(prose.contains(&format!("“{}”", words.line(key))), "{key}");
    }
    for key in ["role-sms-router", "party-third-party", "fact-phone-number", "fact-cell"] {
        assert!(prose.contains(&format!("“{}”", words.capital(&words.line(key)))), "{key}");
    }
    for name in ["sendRoutingInfoForSM", "provideSubscriberInfo"] {
        let plain = words.line(&format!("operation-{name}"));
        let choice = format!("“{}: {plain} ({name})”", words.line("generation-3g"));
        assert!(prose.contains(&choice), "{choice}");
    }
    let mended = words.say("workshop-wrong", &[("count", whereabouts::text::Value::Number(1))]);
    assert!(prose.contains(&mended[..mended.find('.').unwrap()]));
}

#[test]
fn every_snippet_of_the_guide_that_is_a_lesson_is_one() {
    let all = blocks("json");
    assert!(!all.is_empty());
    for json in all {
        lesson::open(json).unwrap_or_else(|problems| panic!("{problems:#?}"));
    }
}

#[test]
fn limits_stand_in_the_guide_as_they_are() {
    use whereabouts::lesson::limits;
    let prose = prose();
    for limit in
        [format!("at most {} kB", limits::BYTES / 1024), "more than 6,000 characters".to_owned()]
    {
        assert!(prose.contains(&limit), "{limit}");
    }
    assert_eq!(LONGEST, 6_000);
    let schema: Value =
        serde_json::from_str(&lesson::schema::schema(&Words::native(english()))).unwrap();
    for (list, name) in [
        ("networks", "networks"),
        ("carriers", "carriers"),
        ("gates", "gates"),
        ("acts", "questions"),
    ] {
        let most = &schema["properties"][list]["maxItems"];
        assert!(prose.contains(&format!("{most} {name}")), "{most} {name}");
    }
}

/// Does what the guide says, up to what has to be mended.
fn walked() -> Draft {
    let mut draft = Draft::of(smallest());
    is_fine(&draft, "what is pasted");
    let about = [
        field("words.title", "A friend and a stranger"),
        field("words.question", "Does a filter know the one from the other?"),
        Change::Rename("id".to_owned(), "friend-and-stranger".to_owned()),
        says("opening", "One of two people who have your phone number has a text for you."),
    ];
    let networks = [
        field("networks[1].name", "Marlow Air"),
        Change::Add(List::Networks),
        Change::Add(List::Networks),
    ];
    let fours = ["home", "visited", "network-1", "network-2"];
    let pairs = fours.iter().enumerate().flat_map(|(at, one)| {
        let pair = move |other: &&str| Change::Agreed((*one).into(), (*other).into(), true);
        fours[at + 1..].iter().map(pair)
    });
    let others =
        [Change::Add(List::Leases), Change::Knows("network-2".to_owned(), Fact::PhoneNumber, true)];
    let mut steps: Vec<Change> =
        about.into_iter().chain(networks).chain(pairs).chain(others).collect();
    steps.extend((0..3).map(|_| Change::Add(List::Acts)));
    for (at, operation, from, id) in [
        (1, "sendRoutingInfoForSM", "network-2", "friend"),
        (2, "sendRoutingInfoForSM", "third-party", "stranger"),
        (3, "provideSubscriberInfo", "third-party", "cell"),
    ] {
        steps.push(field(&format!("acts[{at}].operation"), operation));
        steps.push(field(&format!("acts[{at}].from"), from));
        steps.push(Change::Rename(format!("acts[{at}].id"), id.to_owned()));
    }
    for step in steps {
        draft.change(&step);
        is_fine(&draft, &format!("{step:?}"));
    }
    draft
}

/// The same, up to its end.
fn made() -> Draft {
    let mut draft = walked();
    for (gate, rule) in [(0, RuleId::SmsHomeRouting), (1, RuleId::HomeMatch)] {
        draft.change(&Change::Add(List::Gates));
        draft.change(&Change::Offers(gate, RuleId::UnexpectedOperation, false));
        draft.change(&Change::Offers(gate, rule, true));
    }
    for filter in ["home.sms-home-routing", "visited.home-match"] {
        draft.change(&Change::Compares(filter.to_owned(), true));
    }
    let [problem] = draft.problems() else { panic!("{:#?}", draft.problems()) };
    assert_eq!((problem.code, problem.expected.as_str()), (Code::MissingNode, "sms-router"));
    draft.change(&Change::Node(0, Role::SmsRouter, true));
    is_fine(&draft, "mended");
    let foresee = json!({ "act": "cell", "party": "third-party", "fact": "cell" });
    draft.change(&Change::Field("predict".to_owned(), foresee));
    // The form says so until it is written how the reader is asked.
    assert_eq!(draft.problems().len(), 1, "{:#?}", draft.problems());
    let rest = [
        field("words.predict", "Will the stranger learn which cell the phone is in?"),
        says("friend-masked", "The text still arrives."),
        says("stranger-answered", "There is no text. Nobody could see that."),
        says("cell-answered", "Two questions, and you are found."),
        says("cell-not-asked", "Nobody has told the stranger whom to ask."),
        says("remember", "Whoever hides the first answer prevents the second question."),
        Change::Says("remember".to_owned(), true, "No IMSI, no provideSubscriberInfo.".to_owned()),
        Change::Add(List::Sources),
        Change::Cites("remember".to_owned(), "source-1".to_owned(), true),
    ];
    for step in rest {
        draft.change(&step);
        is_fine(&draft, &format!("{step:?}"));
    }
    draft
}

fn lesson_of(draft: &Draft) -> &Lesson {
    &draft.lesson().expect("it can be played").0
}

#[test]
fn whoever_does_what_the_guide_says_has_a_lesson_that_ends_as_it_says() {
    assert!(located(lesson_of(&walked()), "none"), "the stranger finds the phone");
    let draft = made();
    let lesson = lesson_of(&draft);
    assert_eq!((lesson.id.as_str(), lesson.networks.len()), ("friend-and-stranger", 4));
    let names: Vec<&str> = lesson.networks.iter().map(|network| network.name.as_str()).collect();
    for name in names {
        assert!(GUIDE.contains(name), "the guide calls no network {name}");
    }
    let foresee = lesson.predict.expect("it asks the reader");
    let learns = |choices: &Choices| {
        knows_in_the_end(&run(lesson, choices), foresee.party).has(foresee.fact)
    };
    let begins = Choices::of(lesson);
    assert!(learns(&begins) && !learns(&begins.compared(lesson)));
    let both = only(lesson, "home.sms-home-routing,visited.home-match");
    assert_eq!(begins.compared(lesson), both);
    assert_eq!(foresee.party, Party::ThirdParty);
}

#[test]
fn every_sentence_that_the_guide_writes_is_the_lessons() {
    let draft = made();
    let file: Value = serde_json::from_str(draft.text()).unwrap();
    let words = file["words"].as_object().unwrap();
    let plain = |said: &Value| said.as_str().or(said["plain"].as_str()).unwrap().to_owned();
    let said = words["says"].as_object().unwrap().values().map(plain);
    let named = ["title", "question", "predict"].map(|name| plain(&words[name]));
    let prose = prose();
    for text in said.chain(named) {
        assert!(prose.contains(&format!("“{text}”")), "the guide does not write “{text}”");
    }
}

#[test]
fn the_lesson_of_the_guide_fits_into_a_link() {
    let draft = made();
    let link = packed(draft.text());
    assert!(link.len() < LONGEST, "{}", link.len());
    assert_eq!(lesson_of(&Draft::of(&unpacked(&link).unwrap())), lesson_of(&draft));
}
