//! Lesson files that somebody has made to do harm, or spoiled by accident: each ends in a lesson that runs
//! within its bounds, or in problems that can be read.

mod support;

use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use support::chance::filters;
use support::spoil::spoiled;
use support::{BUILT_IN, TWO_QUESTIONS, lesson};
use whereabouts::lesson::{self, Act, Claims, Code, Diagnostic, Lesson, Manner, Own, file, limits};
use whereabouts::narration::{Speaker, transcript};
use whereabouts::run::{Choices, Run, run};
use whereabouts::signalling::{CATALOGUE, Generation, GlobalTitle, Party, Role};
use whereabouts::text::{Depth, Words, english, joined};

const EXAMPLE: &str = include_str!("../assets/examples/one-question-too-many.json");
const SMALL: &str = include_str!("old/lessons/example.json");

/// What is said of a file; nothing where it is a lesson.
fn problems(json: &str) -> Vec<Diagnostic> {
    lesson::parse(json).err().unwrap_or_default()
}

/// Reads a file, and makes sure of what can be relied on whatever it is. Whether it is a lesson.
fn readable(json: &str, words: &Words) -> bool {
    let read = lesson::open(json);
    let (is_a_lesson, shown) = (read.is_ok(), file::lenient(json));
    assert!(shown.is_some() || !is_a_lesson, "a lesson can be shown");
    if let Some(shown) = shown {
        let written = file::write(&shown);
        if is_a_lesson {
            assert_eq!(lesson::open(&written), read, "{json}");
        } else if written.len() <= limits::BYTES {
            assert!(file::lenient(&written) == Some(shown), "it is written as it is shown");
        }
    }
    let mut seen = BTreeSet::new();
    ends_well(read, words, &mut seen);
    is_a_lesson
}

/// A lesson runs within its bounds, and of problems there are not too many, each with its sentence.
fn ends_well(
    read: Result<(Lesson, Own), Vec<Diagnostic>>,
    words: &Words,
    seen: &mut BTreeSet<(&'static str, String)>,
) {
    match read {
        Ok((lesson, _)) => {
            for choices in [Choices::default(), filters(&lesson).collect()] {
                bounded(&run(&lesson, &choices));
            }
        }
        Err(problems) => {
            assert!((1..=limits::PROBLEMS).contains(&problems.len()));
            // Nothing is repeated at length, however long what is wrong.
            let long =
                |problem: &Diagnostic| problem.found.len() > 250 || problem.expected.len() > 4_100;
            assert!(!problems.iter().any(long));
            for problem in &problems {
                // What a sentence repeats of the file may be anything. The rest of it is ours.
                let wrong = (problem.code == Code::WrongType).then(|| problem.expected.clone());
                if seen.insert((problem.code.id(), wrong.clone().unwrap_or_default())) {
                    let expected = wrong.unwrap_or_else(|| "EXPECTED".to_owned());
                    let (path, found) = (String::new(), "FOUND".to_owned());
                    let problem = Diagnostic { path, found, expected, ..problem.clone() };
                    let said = lesson::explain(&problem, words);
                    assert!(!said.contains('⟦') && said.ends_with('.'), "{said}");
                }
            }
        }
    }
}

fn bounded(run: &Run) {
    assert!(run.events.len() <= limits::EVENTS, "{} events", run.events.len());
    assert!(run.length.0 <= limits::MILLISECONDS, "{} ms", run.length.0);
}

#[test]
fn a_hundred_thousand_spoiled_files_end_in_a_lesson_or_in_problems_that_can_be_read() {
    const FILES: u64 = 100_000;
    const AT_ONCE: u64 = 2;
    // Small ones more often: they are read sooner, and every change of them hits something.
    let small = [SMALL; 10].into_iter().chain([EXAMPLE; 5]);
    let good: Vec<Value> =
        BUILT_IN.into_iter().chain(small).map(|json| serde_json::from_str(json).unwrap()).collect();
    let lessons: u64 = std::thread::scope(|scope| {
        let part = |first: u64| {
            let good = &good;
            scope.spawn(move || {
                let words = Words::native(english());
                let mut seen = BTreeSet::new();
                let mut lessons = 0;
                for seed in (first..FILES).step_by(AT_ONCE as usize) {
                    let json = spoiled(seed, good);
                    let read = lesson::open(&json);
                    lessons += u64::from(read.is_ok());
                    ends_well(read, &words, &mut seen);
                    // What takes longer is asked of some.
                    if seed % 50 < AT_ONCE {
                        readable(&json, &words);
                    }
                }
                lessons
            })
        };
        let parts: Vec<_> = (0..AT_ONCE).map(part).collect();
        parts.into_iter().map(|part| part.join().unwrap()).sum()
    });
    // Else they were all spoiled in one way, or not at all.
    assert!((FILES / 100..FILES / 2).contains(&lessons), "{lessons} are lessons");
}

#[test]
fn what_is_nested_deeply_is_refused_and_falls_into_nothing() {
    let words = Words::native(english());
    for depth in [100, 127, 128, 129, 10_000, 60_000] {
        for (open, close) in
            [("[", "]"), ("{\"a\":", "}"), ("{\"words\":", "}"), ("{\"says\":", "}")]
        {
            let inner = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            let inside = TWO_QUESTIONS.replacen("\"seed\": 4", &format!("\"seed\": {inner}"), 1);
            assert_ne!(inside, TWO_QUESTIONS);
            for json in [inner, inside] {
                assert!(!readable(&json, &words));
            }
        }
    }
}

#[test]
fn numbers_without_measure_are_refused_or_harmless() {
    let words = Words::native(english());
    let numbers = [
        "1e400",
        "-1e400",
        "1e-400",
        "18446744073709551616",
        "-9223372036854775809",
        "0.1",
        "-0",
        "00",
        "1.0",
    ];
    let fields = ["\"seed\": 4", "\"format\": 2", "\"chapter\": 4"];
    for (number, field) in numbers.iter().flat_map(|number| fields.map(|field| (number, field))) {
        let name = field.split(' ').next().unwrap();
        let json = TWO_QUESTIONS.replacen(field, &format!("{name} {number}"), 1);
        assert_ne!(json, TWO_QUESTIONS);
        assert!(!readable(&json, &words), "{name} {number}");
    }
    let json =
        TWO_QUESTIONS.replacen("\"seed\": 4", &format!("\"seed\": {}", "9".repeat(100_000)), 1);
    assert!(!readable(&json, &words));
    // The largest that the types take.
    let mut json: Value = serde_json::from_str(TWO_QUESTIONS).unwrap();
    json["seed"] = json!(u64::MAX);
    json["past"] = json!({
        "registered": { "in": "home", "minutes-ago": u32::MAX },
        "asked": vec![json!({ "from": "home", "times": limits::TIMES, "minutes-ago": u32::MAX }); limits::LIST],
    });
    for act in json["acts"].as_array_mut().unwrap() {
        act["minutes-later"] = json!(u32::MAX);
    }
    let setting = json!({
        "rule": "volume", "on": true, "per-subscriber": u32::MAX, "per-sender": u32::MAX, "per-call": u32::MAX,
    });
    json["gates"][0]["rules"].as_array_mut().unwrap().push(setting);
    assert!(readable(&json.to_string(), &words), "{:?}", problems(&json.to_string()));
}

#[test]
fn ten_megabytes_are_not_even_looked_at() {
    let words = Words::native(english());
    let long = format!("{{\"format\":2,\"id\":\"{}\"}}", "a".repeat(10_000_000));
    assert!(!readable(&long, &words));
    let [problem] = &problems(&long)[..] else { panic!("one problem") };
    assert_eq!(problem.code, Code::TooLarge);
    // As long as a file may be.
    for field in ["id", "title"] {
        let long = format!("{{\"format\":2,\"{field}\":\"{}\"}}", "a".repeat(limits::BYTES - 40));
        assert!(!readable(&long, &words));
    }
}

#[test]
fn what_stands_twice_is_refused() {
    let words = Words::native(english());
    let twice = TWO_QUESTIONS.replacen("\"seed\": 4", "\"seed\": 4, \"seed\": 4", 1);
    assert_eq!(problems(&twice)[0].code, Code::NotJson);
    let says = EXAMPLE.replacen("\"closing\":", "\"closing\": \"Once.\", \"closing\":", 1);
    assert_eq!(problems(&says)[0].code, Code::NotJson);
    for (list, many) in [("networks", 3), ("carriers", 1), ("acts", 4), ("gates", 2)] {
        let mut json: Value = serde_json::from_str(TWO_QUESTIONS).unwrap();
        let items = json[list].as_array_mut().unwrap();
        items.push(items[0].clone());
        let json = json.to_string();
        assert!(!readable(&json, &words));
        let path = format!("{list}[{many}].id");
        assert!(
            problems(&json).iter().any(|p| p.path == path && p.code == Code::Duplicate),
            "{path}"
        );
    }
}

#[test]
fn a_text_that_turns_the_direction_of_writing_is_refused_wherever_readers_see_it() {
    let places = [
        "/words/title",
        "/words/question",
        "/words/predict",
        "/words/says/closing",
        "/words/says/question-sent/plain",
        "/words/says/question-sent/engineer",
        "/sources/0/title",
        "/sources/0/where",
        "/networks/0/name",
        "/carriers/0/name",
    ];
    let turning = ('\u{202A}'..='\u{202E}')
        .chain('\u{2066}'..='\u{2069}')
        .chain(['\u{0}', '\u{7F}', '\u{2028}']);
    for (place, c) in turning.flat_map(|c| places.map(|place| (place, c))) {
        let mut json: Value = serde_json::from_str(EXAMPLE).unwrap();
        *json.pointer_mut(place).unwrap() = json!(format!("a{c}b"));
        let problems = problems(&json.to_string());
        let [problem] = &problems[..] else { panic!("{place} {c:?}: {problems:?}") };
        assert_eq!(problem.code, Code::Hidden, "{place} {c:?}");
        let words = Words::native(english());
        let said = lesson::explain(problem, &words);
        assert!(said.contains(&format!("U+{:04X}", u32::from(c))) && !said.contains(c), "{said}");
    }
}

/// Networks that rent from each other in a ring, and questions that lead to questions.
#[test]
fn what_goes_in_a_ring_ends() {
    let words = Words::native(english());
    let mut json: Value = serde_json::from_str(TWO_QUESTIONS).unwrap();
    for field in ["predict", "compare", "claims", "scene"] {
        json.as_object_mut().unwrap().remove(field);
    }
    let ring = ["home", "visited", "lessor", "third-party"];
    json["leases"] = (0..3)
        .flat_map(|from| ring.iter().enumerate().map(move |(to, id)| (from, to, *id)))
        .map(|(from, to, id)| {
            json!({ "from": ring[from], "to": id, "title": format!("+999 7{} 90{to} 0001", from + 1) })
        })
        .collect();
    for network in json["networks"].as_array_mut().unwrap() {
        let titles = network["titles"].as_str().unwrap().to_owned();
        network["nodes"] = Role::all()
            .enumerate()
            .map(|(n, role)| match role.speaks(Generation::Ss7) {
                true => json!({ "role": role.id(), "title": format!("{titles} 000 {n:04}") }),
                false => json!({ "role": role.id() }),
            })
            .collect();
    }
    let acts = CATALOGUE.iter().flat_map(|outer| CATALOGUE.iter().map(move |inner| (outer, inner)));
    let acts: Vec<Value> = acts
        .zip(ring.iter().cycle())
        .enumerate()
        .map(|(n, ((outer, inner), from))| {
            json!({
                "id": format!("act-{n}"), "operation": outer.name, "inside": inner.name, "from": from, "to": ring[n % 3],
            })
        })
        .collect();
    for some in acts.chunks(limits::ACTS) {
        json["acts"] = json!(some);
        assert!(readable(&json.to_string(), &words), "{:?}", problems(&json.to_string()));
    }
}

/// As much as the limits allow: everybody knows everything, there is a gate wherever one can be, with every rule on, and
/// every act takes the longest way and has the longest chain of questions.
fn largest() -> Value {
    let ids = ["home", "visited", "a", "b", "c"];
    let carriers = ["one", "two", "three", "four"];
    let network = |(n, id): (usize, &&str)| {
        let nodes = Role::all().enumerate().map(|(m, role)| match role.speaks(Generation::Ss7) {
            true => json!({ "role": role.id(), "title": format!("+999 7{n} 000 {m:04}") }),
            false => json!({ "role": role.id() }),
        });
        let standing = ["home", "visited", "partner"][n.min(2)];
        json!({
            "id": id, "name": id, "standing": standing, "plmn": format!("999-1{n}"),
            "titles": format!("+999 7{n}"), "carriers": vec![carriers[n % 4]], "nodes": nodes.collect::<Vec<_>>(),
        })
    };
    let networks: Vec<Value> = ids.iter().enumerate().map(network).collect();
    let rules = |side| -> Vec<Value> {
        let here = whereabouts::filter::RULES.iter().filter(|row| row.sides.contains(&side));
        here.map(|row| json!({ "rule": row.name, "on": true })).collect()
    };
    use whereabouts::filter::Side;
    let mut gates: Vec<Value> = Vec::new();
    for at in carriers {
        gates.push(json!({ "id": at, "at": at, "rules": rules(Side::Transit) }));
    }
    for at in ids {
        gates.push(json!({ "id": at, "at": at, "rules": rules(Side::Border) }));
    }
    for at in &ids[..limits::GATES - gates.len()] {
        let id = format!("{at}-exit");
        gates.push(json!({ "id": id, "at": at, "exit": true, "rules": rules(Side::Exit) }));
    }
    let facts: Vec<&str> = whereabouts::signalling::Fact::ALL.map(|fact| fact.id()).to_vec();
    let parties = ids.iter().chain(&["third-party"]);
    let knows: Vec<Value> = parties
        .cycle()
        .take(limits::LIST)
        .map(|id| json!({ "party": id, "facts": facts }))
        .collect();
    let leases = ids[..4].iter().map(|from| {
        let n = ids.iter().position(|id| id == from).unwrap();
        json!({ "from": from, "to": "third-party", "title": format!("+999 7{n} 900 0001") })
    });
    json!({
        "format": lesson::FORMAT, "id": "largest", "seed": 1,
        "traveller": { "msisdn": "+999 70 555 0100", "imsi": "999100000000001" },
        "networks": networks, "carriers": carriers.map(|id| json!({ "id": id, "name": id })),
        "leases": leases.collect::<Vec<_>>(), "third-party": { "carrier": "three" }, "knows": knows, "gates": gates,
        "acts": [],
    })
}

/// Every question from everybody, under any name, to whomever, with anything inside it; and of each that act which
/// makes most, as often as a lesson can have it.
#[test]
fn the_longest_lesson_that_the_limits_allow_stays_within_its_bounds() {
    let mut file = largest();
    let none = json!({ "id": "act", "operation": CATALOGUE[0].name, "from": "third-party" });
    file["acts"] = json!([none]);
    let base = lesson(&file.to_string());
    let title = |text: &str| Some(Claims::Title(GlobalTitle::read(text).unwrap()));
    let network = |id: &str| match support::party(&base, id) {
        Party::Network(network) => network,
        Party::ThirdParty => panic!("{id} is a network"),
    };
    let insides = CATALOGUE.iter().filter(|row| row.inside.is_some()).take(3);
    let insides = insides.chain(CATALOGUE.iter().filter(|row| row.inside.is_none()).take(3));
    let insides: Vec<_> = insides.map(|row| Some(row.id)).chain([None]).collect();
    let mut manners = Vec::new();
    for claims in [None, title("+999 72 900 0001"), Some(Claims::Network(network("b")))] {
        for to in [None, Some(network("c"))] {
            for &inside in &insides {
                manners.push(Manner { claims, to, inside, ..Manner::default() });
            }
        }
    }
    let (mut events, mut length) = (0, 0);
    for row in &CATALOGUE {
        let mut most = None;
        for from in ["third-party", "home", "visited", "c"] {
            for &manner in &manners {
                let from = support::party(&base, from);
                let act = Act { operation: row.id, from, manner, ..base.acts[0].clone() };
                let lesson = Lesson { acts: vec![act.clone()], ..base.clone() };
                let run = run(&lesson, &Choices::default());
                let size = (run.events.len(), run.length.0);
                if most.as_ref().is_none_or(|(largest, _)| *largest < size) {
                    most = Some((size, act));
                }
            }
        }
        let lesson = Lesson { acts: vec![most.unwrap().1; limits::ACTS], ..base.clone() };
        for choices in [Choices::default(), Choices::of(&lesson)] {
            let run = run(&lesson, &choices);
            bounded(&run);
            events = events.max(run.events.len());
            length = length.max(run.length.0);
        }
    }
    // The bounds are not far above what there can be.
    assert!(events > limits::EVENTS / 2, "{events} events at most");
    assert!(length > limits::MILLISECONDS / 2, "{length} ms at most");
}

/// Lists as long as a file can hold: what is said of them stays short, and is said soon.
#[test]
fn a_list_without_end_is_one_problem() {
    let base: Value = serde_json::from_str(EXAMPLE).unwrap();
    let cases: [(&str, Value, usize); 9] = [
        ("/compare", json!("nobody.nothing"), 10_000),
        ("/knows", json!({ "party": "x", "facts": [] }), 5_000),
        ("/agreements", json!(["a", "b"]), 10_000),
        ("/scene", json!("opening"), 10_000),
        ("/claims", json!({ "says": "nothing", "sources": ["nobody"] }), 4_100),
        ("/claims/0/sources", json!("nobody"), 10_000),
        ("/networks/0/carriers", json!("nobody"), 10_000),
        ("/networks/0/nodes", json!({ "role": "hlr" }), 8_000),
        ("/acts", json!({ "id": "a", "operation": "updateLocation", "from": "nobody" }), 3_000),
    ];
    for (place, item, many) in cases {
        let mut json = base.clone();
        *json.pointer_mut(place).unwrap() = json!(vec![item; many]);
        let json = json.to_string();
        assert!(json.len() <= limits::BYTES, "{place}: {} bytes", json.len());
        let path = place.trim_start_matches('/').replace("/0", "[0]").replace('/', ".");
        let problems = problems(&json);
        let [problem] = &problems[..] else { panic!("{place}: {} problems", problems.len()) };
        assert_eq!((problem.code, &problem.path), (Code::TooMany, &path));
    }
    let mut says = String::new();
    for n in 0..8_000 {
        write!(says, "\"no-{n}\": \"x\",").unwrap();
    }
    let json = EXAMPLE.replacen("\"says\": {", &format!("\"says\": {{ {says}"), 1);
    assert_eq!(problems(&json).len(), 1);
}

/// Own words are never taken for anything but words.
#[test]
fn what_looks_like_markup_in_a_lessons_words_is_said_as_it_stands() {
    let text = "<b>{ $found }</b> ⟦key⟧ { -cell } &amp; `x`";
    let mut json: Value = serde_json::from_str(EXAMPLE).unwrap();
    json["words"]["says"]["opening"] = json!(text);
    let (lesson, own): (Lesson, _) = lesson::open(&json.to_string()).unwrap();
    let words = Words::native(english()).with_own(own.words);
    let run = run(&lesson, &Choices::default());
    let speaker = Speaker { lesson: &lesson, run: &run, words: &words, depth: Depth::Plain };
    let opening = &transcript(&speaker)[0].captions[0].body[0];
    assert_eq!(joined(opening), text);
}

#[test]
fn a_spoiled_file_is_the_same_whenever_it_is_made() {
    let files = BUILT_IN.map(|json| serde_json::from_str(json).unwrap());
    let all: BTreeSet<String> = (0..100).map(|seed| spoiled(seed, &files)).collect();
    assert!(all.len() > 90, "each is another");
    assert!((0..100).all(|seed| all.contains(&spoiled(seed, &files))));
}

#[test]
fn what_is_said_of_long_names_stays_short() {
    let words = Words::native(english());
    let mut json: Value = serde_json::from_str(TWO_QUESTIONS).unwrap();
    let network = json["networks"][2].clone();
    let networks = json["networks"].as_array_mut().unwrap();
    for n in 0..5 {
        let mut network = network.clone();
        network["id"] = json!(format!("{}{n}", "ä".repeat(5_000)));
        networks.push(network);
    }
    let act =
        json!({ "id": "b".repeat(500), "operation": "updateLocation", "from": "c".repeat(500) });
    json["acts"] = json!(vec![act; 100]);
    let json = json.to_string();
    assert!(!readable(&json, &words));
    let said: usize = problems(&json).iter().map(|p| lesson::explain(p, &words).len()).sum();
    assert!(said < limits::BYTES * 2, "{said} bytes are said");
}
