//! The sandbox from outside: a chapter that is not changed plays as it does; a question by itself ends as
//! the judge says; what is written in an address is read again; nothing that is read cannot be played.

mod support;

use proptest::prelude::*;
use std::sync::LazyLock;
use support::outcome;
use whereabouts::filter::{RULES, Reason, Rule, Settings, WhenUnreadable};
use whereabouts::judge::{About, GateName, Outcome, Question, Scene, Sender};
use whereabouts::lesson::{ActId, FILES, Lesson, limits, parse};
use whereabouts::narration::{Recording, Speaker, transcript};
use whereabouts::run::{Choices, Ledger, Run, run};
use whereabouts::sandbox::{
    Ask, BLIND, Bases, Before, Change, GALLERY, Knows, LARGEST, LONGEST, MOST_BEFORE, OFFERED, Own,
    PLACES, Registered, Setting, Spot, Why, after, folded, lesson, packed, read, stands, told,
    with_number, write,
};
use whereabouts::signalling::{Asked, Fact, Party, Standing};
use whereabouts::text::{Depth, Table, Words, english, joined};

static BASES: LazyLock<Bases> = LazyLock::new(|| Bases::built_in().expect("the built-in files"));

fn chapters() -> Vec<Option<u8>> {
    BASES.chapters.iter().map(|lesson| Some(lesson.chapter)).collect()
}

#[test]
fn a_chapter_that_nobody_has_changed_plays_as_it_does() {
    for json in FILES {
        let chapter = parse(json).unwrap();
        let usual = BASES.usual(Some(chapter.chapter));
        let made = lesson(&BASES, &usual).unwrap();
        let [there, here] = [&chapter, &made].map(|lesson| run(lesson, &Choices::begin(lesson)));
        assert_eq!(there, here, "{}", chapter.id);
        // Also with every filter that the chapter itself offers, whose settings are the chapter's.
        for (gate, data) in chapter.gates.iter().enumerate() {
            for rule in &data.rules {
                let name = |lesson: &Lesson| {
                    let found = lesson.gates.iter().position(|other| other.id == data.id);
                    let gate = whereabouts::lesson::GateId(found.unwrap_or(gate) as u8);
                    [(gate, rule.rule)].into_iter().collect::<Choices>()
                };
                assert_eq!(run(&chapter, &name(&chapter)), run(&made, &name(&made)));
            }
        }
        assert_eq!(write(&BASES, &usual), format!("from:{}", chapter.id));
    }
}

#[test]
fn nothing_written_is_a_lessees_question_about_a_traveller() {
    let (setting, notices) = read(&BASES, "");
    assert_eq!((setting.clone(), notices), (BASES.usual(None), Vec::new()));
    assert_eq!(write(&BASES, &setting), "");
    let made = lesson(&BASES, &setting).unwrap();
    let run = run(&made, &Choices::begin(&made));
    assert_eq!(outcome(&made, &run, ActId(0)), Outcome::Answered);
    let crossed: Vec<&str> = made.gates.iter().map(|gate| gate.id.as_str()).collect();
    assert_eq!(crossed, ["visited", "carrier", "lessor"]);
}

/// The same engine and the same meaning of a sender: every question, by everybody, under every rule.
#[test]
fn a_question_by_itself_ends_as_the_judge_says() {
    let mut scene = Scene::new().unwrap();
    let words = Words::native(english());
    let mut judged = 0;
    for (operation, sender, place) in OFFERED
        .into_iter()
        .flat_map(|o| Sender::ALL.map(|s| (o, s)))
        .flat_map(|(o, s)| PLACES.map(|p| (o, s, p)))
    {
        let about = match (operation.row().asked(), place) {
            (_, Spot::Home) => About::OwnSubscriberAtHome,
            (Asked::Serving, _) => About::InboundRoamer,
            _ => About::OutboundRoamer,
        };
        let rules = GateName::ALL.iter().flat_map(|gate| RULES.iter().map(|row| (*gate, row.id)));
        let placed = rules.filter(|&(gate, rule)| stands(gate, rule)).map(Some);
        for placed in [None].into_iter().chain(placed) {
            let own = Own::new(operation, sender);
            let mut setting = Setting { asks: vec![Ask::Own(own)], place, ..BASES.usual(None) };
            let mut question = Question::new(operation, sender, about);
            if let Some((gate, rule)) = placed {
                setting = setting.with(gate, Rule::from(rule));
                question = question.with(gate, [Rule::from(rule)]);
            }
            let made = match lesson(&BASES, &setting) {
                Ok(made) => made,
                // There is room for one node where the phone is at home.
                Err(Why::Crowded(Spot::Home)) if place == Spot::Home => continue,
                Err(why) => panic!("{why:?}: {setting:?}"),
            };
            let run = run(&made, &Choices::begin(&made));
            let name =
                format!("{} by {} at {place:?}: {placed:?}", operation.row().name, sender.id());
            let answer = scene.judge(&question, &words).outcome;
            assert_eq!(outcome(&made, &run, ActId(0)), answer, "{name}");
            assert!(run.not_asked.is_empty(), "{name}");
            judged += 1;
        }
    }
    assert!(judged > 10_000, "{judged}");
}

/// A gallery's setting, played: its lesson, its run, what became of each question, and whether the third party
/// has found the phone.
fn tried(name: &str) -> (Lesson, Run, Vec<Option<Outcome>>, bool) {
    let (_, text) = GALLERY.into_iter().find(|(known, _)| *known == name).expect(name);
    let (setting, notices) = read(&BASES, text);
    assert_eq!(notices, [], "{name}");
    assert_eq!(write(&BASES, &setting), text, "{name} is written as it would be");
    let made = lesson(&BASES, &setting).unwrap();
    let run = run(&made, &Choices::begin(&made));
    let asked = |act: &ActId| run.messages.iter().any(|message| message.act == *act);
    let acts = (0..made.acts.len()).map(|at| ActId(at as u16));
    let outcomes = acts.map(|act| asked(&act).then(|| outcome(&made, &run, act))).collect();
    let known = Ledger::at(&run, run.length).known(Party::ThirdParty);
    let found = known.has(Fact::Cell);
    (made, run, outcomes, found)
}

#[test]
fn what_is_worth_trying_ends_as_its_sentence_says() {
    use Outcome::{Answered, AnsweredElsewhere, Masked, Stopped, WronglyStopped};
    let all = [
        ("rented", vec![Some(Answered)], true),
        ("rented-from-home", vec![Some(Answered)], true),
        ("forged-twice", vec![Some(AnsweredElsewhere), Some(Answered)], true),
        ("two-steps", vec![Some(Masked), None], false),
        ("unreadable", vec![Some(Stopped), Some(WronglyStopped)], false),
        ("new-addresses", vec![Some(WronglyStopped)], false),
        ("counted", vec![Some(Answered), Some(WronglyStopped)], false),
        ("journey", vec![Some(Stopped)], false),
        ("at-home", vec![Some(Stopped)], false),
    ];
    assert_eq!(all.len(), GALLERY.len());
    for (name, outcomes, found) in all {
        let (made, run, is, located) = tried(name);
        assert_eq!((is, located), (outcomes, found), "{name}: {:?}", run.judged);
        let words = Words::native(english());
        for key in [format!("sandbox-try-{name}"), format!("sandbox-try-{name}-shows")] {
            assert!(words.has(&key), "{key}");
        }
        check(&made);
    }
    let rules = |name: &str| -> Vec<_> {
        tried(name)
            .1
            .judged
            .iter()
            .filter_map(|judged| Some(judged.named?.verdict.reason()))
            .collect()
    };
    assert_eq!(rules("counted"), [Reason::TooManyAboutOne]);
    assert_eq!(rules("journey"), [Reason::TooFast]);
    assert_eq!(rules("at-home"), [Reason::OursAskedFromOutside]);
}

/// The player gets these words beside those of every lesson, and has a hole nowhere.
#[test]
fn what_is_made_is_spoken_of_without_a_hole() {
    let words = Words::native(english());
    let chapters = BASES.chapters.iter().map(|lesson| format!("from:{}", lesson.id));
    let more =
        ["ask:Ngmlc_Location_ProvideLocation,partner", "ask:LCS-Routing-Info,stale-home.in:home"];
    let texts = GALLERY.into_iter().map(|(_, text)| text.to_owned()).chain(chapters);
    for text in texts.chain(more.map(str::to_owned)) {
        let (setting, notices) = read(&BASES, &text);
        assert_eq!(notices, [], "{text}");
        let made = lesson(&BASES, &setting).unwrap();
        let own = told(&words, &english(), &BASES, &setting, &made);
        let words = words.with_own(own);
        let played = run(&made, &Choices::begin(&made));
        for depth in [Depth::Plain, Depth::Engineer] {
            let speaker = Speaker { lesson: &made, run: &played, words: &words, depth };
            assert!(speaker.title().starts_with("The sandbox"), "{}", speaker.title());
            let said = transcript(&speaker);
            let captions = said.iter().flat_map(|section| &section.captions);
            for sentence in
                captions.flat_map(|caption| [&caption.title].into_iter().chain(&caption.body))
            {
                let sentence = joined(sentence);
                let hole = ["⟦", "  ", " .", "?”."].iter().find(|hole| sentence.contains(**hole));
                assert_eq!(hole, None, "{text}: {sentence}");
            }
        }
    }
}

#[test]
fn the_player_unpacks_what_it_is_given() {
    let words = Words::native(english());
    let (setting, _) = read(&BASES, "from:new-envelopes.in:visited");
    let made = lesson(&BASES, &setting).unwrap();
    let said = told(&words, &english(), &BASES, &setting, &made);
    let nothing = Recording::default();
    let bytes = packed(&made, &postcard::to_allocvec(&nothing).unwrap(), &said);
    let unpacked: (Lesson, Recording, Table) = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(unpacked, (made, nothing, said));
}

/// What a run, a link and the picture rely on.
fn check(made: &Lesson) {
    assert!(made.acts.len() <= limits::ACTS && made.carriers.len() <= 3, "{:?}", made.carriers);
    for network in &made.networks {
        let most = if network.standing == Standing::Partner { 1 } else { 3 };
        assert!((1..=most).contains(&network.nodes.len()), "{:?}", network.nodes);
        assert_eq!(network.carriers.first().map(|carrier| carrier.0), Some(0));
    }
    let mut names: Vec<&str> = made.gates.iter().map(|gate| gate.id.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), made.gates.len());
    let played = run(made, &Choices::begin(made));
    for at in 0..made.acts.len() {
        let act = ActId(at as u16);
        let asked = played.messages.iter().any(|message| message.act == act);
        let lacks = played.not_asked.iter().any(|missed| missed.act == act);
        assert!(asked || lacks, "nothing becomes of {:?}", made.act(act));
    }
    // The longest time between two acts has room, and so has the clock.
    assert!(played.length.0 > 0);
}

fn ask(from: Option<u8>) -> BoxedStrategy<Ask> {
    let own = (
        prop::sample::select(OFFERED.to_vec()),
        prop::sample::select(Sender::ALL.to_vec()),
        any::<bool>(),
        prop_oneof![Just(0), 0..=LONGEST],
    );
    let own = own.prop_map(|(operation, sender, unreadable, later)| {
        Ask::Own(Own { operation, sender, unreadable, later })
    });
    let acts = BASES.lesson(from).acts.len() as u8;
    if acts == 0 { own.boxed() } else { prop_oneof![own, (0..acts).prop_map(Ask::Act)].boxed() }
}

fn rule() -> impl Strategy<Value = (GateName, Rule)> {
    let numbers = prop::collection::vec(prop::option::of(0..=LARGEST), 5);
    let parts = (
        prop::sample::select(GateName::ALL.to_vec()),
        prop::sample::select(RULES.iter().map(|row| row.id).collect::<Vec<_>>()),
        any::<bool>(),
        numbers,
    );
    parts.prop_filter_map("it stands there", |(gate, id, refuses, numbers)| {
        let mut settings = Settings::USUAL;
        let names = id.row().settings.iter().filter(|name| **name != BLIND);
        for (name, number) in names.zip(numbers) {
            settings = number.map_or(settings, |number| with_number(settings, name, number));
        }
        if refuses {
            settings.when_unreadable = WhenUnreadable::Refuse;
        }
        stands(gate, id).then_some((gate, Rule { id, settings }))
    })
}

fn setting() -> impl Strategy<Value = Setting> {
    let from = prop::sample::select([vec![None], chapters()].concat());
    from.prop_flat_map(|from| {
        let usual = BASES.usual(from);
        let spot = || prop::sample::select(Spot::ALL.to_vec());
        let registered = prop_oneof![
            Just(usual.registered),
            Just(Registered::Nowhere),
            Just(Registered::Here),
            (spot(), 0..=LONGEST).prop_map(|(spot, ago)| Registered::There(spot, ago)),
        ];
        let before = (spot(), 1..=MOST_BEFORE, 0..=LONGEST, any::<bool>());
        let before = before.prop_map(|(by, times, minutes_ago, of_others)| Before {
            by,
            times,
            minutes_ago,
            of_others,
        });
        let asks = prop_oneof![Just(usual.asks.clone()), prop::collection::vec(ask(from), 1..=6),];
        let knows =
            Knows::ALL.into_iter().filter(|&knows| from.is_some() || knows != Knows::Chapter);
        let gates = prop_oneof![Just(None), prop::collection::vec(rule(), 0..8).prop_map(Some),];
        let all = (
            asks,
            prop::sample::select(PLACES.to_vec()),
            prop::sample::select(knows.collect::<Vec<_>>()),
            registered,
            prop::option::of(before),
            gates,
        );
        all.prop_map(move |(asks, place, knows, registered, before, rules)| {
            let gates = if rules.is_some() { Default::default() } else { usual.gates.clone() };
            let setting = Setting { from, asks, place, knows, registered, before, gates };
            let rules = rules.unwrap_or_default().into_iter();
            rules.fold(setting, |setting, (gate, rule)| setting.with(gate, rule))
        })
    })
}

/// The name of a control, and what is chosen or written there.
fn control() -> impl Strategy<Value = (String, String)> {
    let names = [
        "from",
        "reset",
        "add",
        "remove 0",
        "remove 1",
        "remove 9",
        "operation 0",
        "operation 1",
        "sender 0",
        "sender 2",
        "unreadable 0",
        "unreadable 1",
        "later 0",
        "later 1",
        "place home",
        "place visited",
        "place partner",
        "knows chapter",
        "knows enough",
        "knows number",
        "registered",
        "registered-minutes",
        "before",
        "before-by",
        "before-times",
        "before-minutes",
        "before-whom others",
        "before-whom this",
        "rule visited home-match",
        "rule visited volume",
        "rule home sms-home-routing",
        "rule lessor lease-ban",
        "rule visited lease-ban",
        "refuse visited home-match",
        "number visited volume 1",
        "number visited volume 3",
        "number visited volume 9",
        "rule carrier volume",
        "nonsense",
    ];
    let values = [
        "true",
        "false",
        "0",
        "10",
        "4294967295",
        "99999999999",
        "-1",
        "",
        "two-questions",
        "new-envelopes",
        "nobody",
        "provideSubscriberInfo",
        "Ngmlc_Location_ProvideLocation",
        "Provide-Location",
        "sendRoutingInfoForSM",
        "updateLocation",
        "mt-forwardSM",
        "home",
        "visited",
        "partner",
        "nowhere",
        "here",
        "spoofed-partner",
        "leased-from-home",
    ];
    (prop::sample::select(names.to_vec()), prop::sample::select(values.to_vec()))
        .prop_map(|(does, value)| (does.to_owned(), value.to_owned()))
}

/// Parts of an address, sound and broken.
fn nearly() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        prop::sample::select(vec![
            "from:two-questions",
            "from:nobody",
            "ask:provideSubscriberInfo,home",
            "ask:arrival",
            "ask:arrival",
            "ask:Provide-Location,partner,unreadable,later-5",
            "ask",
            "ask:",
            "in:home",
            "ask:Namf_Location_ProvideLocationInfo,spoofed-home",
            "ask:Ngmlc_Location_ProvideLocation,visited",
            "in:partner",
            "knows:chapter",
            "knows:number",
            "registered:visited,7",
            "registered:,",
            "before:none",
            "before:home,9,9,others,more",
            "visited:volume,per-sender-3",
            "visited:volume,per-sender--3",
            "visited:volume,minutes-3",
            "lessor:lease-ban",
            "home:lease-ban",
            "rules:none",
            "rules:all",
            "::",
            ".",
            "%",
        ])
        .prop_map(str::to_owned),
        "[a-zA-Z0-9:,%_-]{0,24}",
    ];
    prop::collection::vec(part, 0..14).prop_map(|parts| parts.join("."))
}

#[test]
fn what_the_player_switches_is_a_rule_of_the_setting() {
    let (setting, _) = read(&BASES, "visited:volume,per-sender-3");
    let with = folded(&BASES, &setting, "visited.home-match,visited.volume");
    assert_eq!(write(&BASES, &with), "visited:home-match.visited:volume,per-sender-3");
    assert_eq!(folded(&BASES, &setting, "none"), setting, "only looked at");
    assert_eq!(folded(&BASES, &setting, "nobody.volume"), setting, "not understood");
    let (chapter, _) = read(&BASES, "from:new-envelopes");
    let other = write(&BASES, &folded(&BASES, &chapter, "visited.end-to-end-signature"));
    assert_eq!(other, "from:new-envelopes.visited:end-to-end-signature");
}

/// A reader begins with a chapter and changes one thing.
#[test]
fn a_chapters_own_acts_stay_until_they_are_changed() {
    let (chapter, _) = read(&BASES, "from:two-questions");
    let change = Change::of(&BASES, "sender 3", "leased-from-home").unwrap();
    let changed = after(&BASES, &chapter, change);
    let text = "from:two-questions.ask:arrival.ask:honest-question.ask:first-question\
                .ask:provideSubscriberInfo,leased-from-home";
    assert_eq!(write(&BASES, &changed), text);
    let made = lesson(&BASES, &changed).unwrap();
    let ids: Vec<&str> = made.acts.iter().map(|act| act.id.as_str()).collect();
    assert_eq!(ids, ["arrival", "honest-question", "first-question", "q4"]);
    let played = run(&made, &Choices::begin(&made));
    assert!(Ledger::at(&played, played.length).known(Party::ThirdParty).has(Fact::Cell));
    // Home match, which stops it in the chapter, does not: the address is the home network's.
    let with =
        after(&BASES, &changed, Change::of(&BASES, "rule visited home-match", "true").unwrap());
    let made = lesson(&BASES, &with).unwrap();
    let played = run(&made, &Choices::begin(&made));
    assert!(Ledger::at(&played, played.length).known(Party::ThirdParty).has(Fact::Cell));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_can_be_played_is_read_as_it_is_written(setting in setting()) {
        if let Ok(made) = lesson(&BASES, &setting) {
            check(&made);
            let text = write(&BASES, &setting);
            prop_assert!(text.chars().all(|c| c.is_ascii_alphanumeric() || ".:,-_".contains(c)), "{}", text);
            prop_assert_eq!(read(&BASES, &text), (setting, Vec::new()), "{}", text);
        }
    }

    /// Whatever a control does, and in whichever order: it can still be played, and is read as it is written.
    #[test]
    fn every_change_leaves_something_that_can_be_played(setting in setting(), changes in prop::collection::vec(control(), 1..12)) {
        prop_assume!(lesson(&BASES, &setting).is_ok());
        let mut now = setting;
        for (does, value) in changes {
            let Some(change) = Change::of(&BASES, &does, &value) else { continue };
            now = after(&BASES, &now, change);
            check(&lesson(&BASES, &now).unwrap());
            prop_assert_eq!(read(&BASES, &write(&BASES, &now)), (now.clone(), Vec::new()), "{} {}", does, value);
        }
    }

    #[test]
    fn whatever_is_read_can_be_played_and_written(text in nearly()) {
        let (setting, _) = read(&BASES, &text);
        check(&lesson(&BASES, &setting).unwrap());
        prop_assert_eq!(read(&BASES, &write(&BASES, &setting)), (setting, Vec::new()), "{}", text);
    }

    #[test]
    fn no_text_is_too_strange_to_be_read(text in ".{0,200}") {
        let (setting, notices) = read(&BASES, &text);
        prop_assert!(lesson(&BASES, &setting).is_ok() && notices.len() <= 8);
    }
}

/// What a reader has chosen plays at once, and beside it the run without.
#[test]
fn beside_a_setting_with_rules_stands_the_run_without_them() {
    let (setting, _) = read(&BASES, "visited:home-match");
    let made = lesson(&BASES, &setting).unwrap();
    let (without, with) = (Choices::of(&made), Choices::begin(&made));
    assert_eq!((without.filters().len(), with.filters().len()), (0, 1));
    let ends = [without, with].map(|choices| outcome(&made, &run(&made, &choices), ActId(0)));
    assert!(matches!(ends, [Outcome::Answered, Outcome::Stopped]), "{ends:?}");
}
