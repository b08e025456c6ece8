//! The picture's boxes, for every chapter, example and lesson of the matrix, at many sizes: nothing lies
//! on anything, at any moment.

use super::geometry::Rect;
use super::layout::{Layout, Size, layout};
use super::over::{Over, over};
use super::place::place;
use crate::filter::Side;
use crate::lesson::{FILES, Gate, Lesson, parse};
use crate::narration::{Recording, Speaker};
use crate::playback::{Phase, Scene, scene};
use crate::run::{Choices, Fate, Moment, Run, run};
use crate::sandbox::{Bases, GALLERY, read};
use crate::signalling::{Carrier, CarrierId, Lease, NetworkId, Node, Party, Place, Role};
use crate::text::{Depth, Words, english, pseudo};
use std::collections::BTreeSet;

/// The widths of the column in the windows that are looked at most, and the smallest and largest.
const WIDTHS: [i32; 8] = [300, 320, 344, 600, 690, 960, 980, 1100];
/// The widths of two lanes.
const LANES: [i32; 4] = [600, 720, 980, 1100];

fn sizes() -> impl Iterator<Item = Size> {
    WIDTHS.map(Size::of_width).into_iter().chain(LANES.map(Size::lane))
}

/// Lessons that are no chapters, with three networks and with four.
const EXAMPLES: [&str; 3] = [
    include_str!("../../assets/examples/an-old-table.json"),
    include_str!("../../assets/examples/one-question-too-many.json"),
    include_str!("../../assets/examples/where-a-text-goes.json"),
];

/// Networks with three nodes, as a lesson about all generations has them.
fn with_three_nodes() -> Lesson {
    let mut lesson = parse(FILES[3]).unwrap();
    let roles = [[Role::Hlr, Role::Hss, Role::Udm], [Role::MscVlr, Role::Mme, Role::Amf]];
    for (network, roles) in lesson.networks.iter_mut().zip(roles) {
        let title = network.nodes[0].title;
        network.nodes = roles.map(|role| Node { role, title }).to_vec();
    }
    lesson
}

/// As many networks and carriers as a lesson can have, leases from all partners but one, and a gate at every border, in
/// every carrier and at every lessor's exit.
pub(super) fn crowded() -> Vec<Lesson> {
    let base = parse(EXAMPLES[0]).unwrap();
    let mut all = Vec::new();
    for (carriers, partners, third_party) in [
        (4, 0, false),
        (1, 1, true),
        (3, 1, false),
        (1, 3, true),
        (2, 2, true),
        (3, 3, true),
        (4, 3, true),
        (4, 2, false),
        (4, 1, true),
        (2, 3, false),
    ] {
        let mut lesson = base.clone();
        lesson.id = format!("crowded-{carriers}-{partners}-{third_party}");
        let names =
            ["Northern Lights Telecoms", "Southern Cross Wireless", "Grandtelecommunication"];
        lesson.networks.truncate(2);
        lesson.networks[0].name = "Northernlightstelecoms W".to_owned();
        lesson.networks[1].name = "W Southern Cross Wirelessly".to_owned();
        for (at, name) in names.iter().enumerate().take(partners) {
            let mut partner = base.networks[3].clone();
            (partner.name, partner.id) = ((*name).to_owned(), format!("partner-{at}"));
            lesson.networks.push(partner);
        }
        lesson.carriers = (0..carriers)
            .map(|at| Carrier {
                id: format!("c{at}"),
                name: format!("Bridge {at}"),
                ..base.carriers[0].clone()
            })
            .collect();
        for (at, network) in (0..).zip(&mut lesson.networks) {
            network.carriers = vec![CarrierId(at % carriers as u8)];
        }
        lesson.leases = (3..partners as u8 + 2)
            .filter(|_| third_party)
            .map(|at| Lease { from: NetworkId(at), ..base.leases[0] })
            .collect();
        if !third_party {
            lesson.third_party = None;
            lesson.acts.retain(|act| act.from != Party::ThirdParty);
            lesson.predict = None;
        }
        let rules = lesson.gates[1].rules.clone();
        let at = |place, side| Gate { id: String::new(), place, side, rules: rules.clone() };
        let networks =
            (0..lesson.networks.len() as u8).map(|n| Place::Party(Party::Network(NetworkId(n))));
        let borders = networks.map(|place| at(place, Side::Border));
        let exits = lesson.leases.iter().map(|lease| at(lease.from.into(), Side::Exit));
        let passed = (0..carriers as u8).map(|n| at(Place::Carrier(CarrierId(n)), Side::Transit));
        lesson.gates = borders.chain(exits).chain(passed).collect();
        lesson.compare.clear();
        all.push(lesson);
    }
    all
}

/// Settings of the sandbox with the most nodes, carriers and gates that there can be, and a phone at home.
const SANDBOXES: [&str; 8] = [
    "in:home",
    "in:home.ask:Insert-Subscriber-Data,leased-from-home",
    "in:home.ask:provideSubscriberInfo,leased-from-partner.ask:provideSubscriberInfo,spoofed-home",
    "from:new-envelopes.ask:honest-question.ask:older-door.ask:oldest-door.carrier:home-match",
    "ask:provideSubscriberInfo,spoofed-home.ask:sendIMSI,spoofed-partner.ask:provideSubscriberLocation,leased-from-home",
    "ask:provideSubscriberInfo,home.ask:Insert-Subscriber-Data,spoofed-partner.ask:sendRoutingInfoForSM,leased-from-partner",
    "ask:anyTimeInterrogation,visited.ask:User-Data,stale-home.ask:User-Data,leased-from-home",
    "from:a-borrowed-name.ask:honest-question.ask:sendRoutingInfo,spoofed-partner.ask:provideSubscriberInfo,leased-from-partner",
];

fn sandboxes() -> Vec<Lesson> {
    let bases = Bases::built_in().unwrap();
    let tries = GALLERY.into_iter().map(|(_, text)| text);
    let lesson = |text: &str| {
        let (setting, notices) = read(&bases, text);
        assert_eq!(notices, [], "{text}");
        let lesson = crate::sandbox::lesson(&bases, &setting).unwrap();
        Lesson { id: text.to_owned(), ..lesson }
    };
    tries.chain(SANDBOXES).map(lesson).collect()
}

fn lessons() -> Vec<Lesson> {
    let mut scene = crate::judge::Scene::new().unwrap();
    let matrix = crate::judge::show::questions().into_iter();
    let matrix = matrix
        .map(|(operation, about)| crate::judge::show::lesson_of(&mut scene, operation, about));
    let chapters = FILES.iter().chain(&EXAMPLES).map(|json| parse(json).unwrap());
    chapters.chain([with_three_nodes()]).chain(matrix).chain(sandboxes()).chain(crowded()).collect()
}

fn check(words: &Words, test: impl Fn(&Layout, &Speaker, &Run)) {
    for lesson in lessons() {
        let run = run(&lesson, &Choices::of(&lesson));
        for depth in [Depth::Plain, Depth::Engineer] {
            let speaker = Speaker { lesson: &lesson, run: &run, words, depth };
            for size in sizes() {
                test(&layout(&speaker, size), &speaker, &run);
            }
        }
    }
}

/// The usual choices, the compared ones, and each filter alone.
fn choices(lesson: &Lesson) -> Vec<Choices> {
    let usual = Choices::of(lesson);
    let mut all = vec![usual.compared(lesson), usual.without_filters(), usual];
    for (gate, data) in lesson.gates.iter().enumerate() {
        for rule in &data.rules {
            let gate = crate::lesson::GateId(gate as u8);
            all.push([(gate, rule.rule)].into_iter().collect());
        }
    }
    all
}

/// Every stop, and each phase of every hop, that of every rule at its gate included.
fn moments(run: &Run) -> BTreeSet<Moment> {
    let mut all: BTreeSet<Moment> = run.stops.iter().map(|stop| stop.at).collect();
    for hop in &run.hops {
        let between = |a: Moment, b: Moment, i: u32, n: u32| Moment(a.0 + (b.0 - a.0) * i / n);
        let rules =
            hop.judged.and_then(|id| run.judged(id)).map_or(0, |j| j.consulted.len()) as u32;
        all.extend((0..rules).map(|i| between(hop.border, hop.through, 2 * i + 1, 2 * rules)));
        all.extend([hop.start, between(hop.start, hop.border, 1, 2), hop.border, hop.through]);
        all.extend([between(hop.through, hop.end, 1, 2), hop.end]);
    }
    all.extend(run.messages.iter().map(|message| message.ended));
    all
}

fn report(problems: BTreeSet<String>) {
    let some: Vec<&str> = problems.iter().take(60).map(String::as_str).collect();
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), some.join("\n"));
}

#[test]
fn nothing_that_stands_still_lies_on_anything_else() {
    let problems = std::cell::RefCell::new(BTreeSet::new());
    let unsigned = std::cell::RefCell::new(BTreeSet::new());
    check(&Words::native(english()), |made, speaker, _| {
        let pictures = made.pictures();
        let mut boxes: Vec<(String, Rect)> =
            pictures.iter().map(|area| (format!("picture {area:?}"), *area)).collect();
        for spot in &made.gates {
            // Where a gate stands in a carrier, its ring is the gate's.
            if !made.carriers.contains(&spot.at) {
                boxes.push((format!("gate {:?}", spot.gate), made.gate_area(spot)));
            }
            if spot.sign.w > 0 {
                boxes.push((format!("sign of {:?}", spot.gate), spot.sign));
            } else {
                unsigned.borrow_mut().insert(format!("{} {:?}", speaker.lesson.id, made.size));
            }
        }
        boxes.extend(made.labels.iter().map(|label| (label.text.clone(), label.area())));
        boxes.push(("dock".to_owned(), made.dock));
        let whole = Rect { x: 0, y: 0, w: made.size.w, h: made.size.h };
        for (i, (name, area)) in boxes.iter().enumerate() {
            let whose = format!("{} at {:?}: {name} {area:?}", speaker.lesson.id, made.size);
            for (other, area_of_it) in boxes.iter().take(i).filter(|(_, b)| b.shared(*area) > 0) {
                problems.borrow_mut().insert(format!("{whose} on {other} {area_of_it:?}"));
            }
            if !whole.holds(*area) {
                problems.borrow_mut().insert(format!("{whose} is not inside"));
            }
        }
    });
    // In a chapter every gate has its sign but on the smallest screens.
    let small = |at: &String| {
        let own =
            FILES.iter().any(|json| parse(json).is_ok_and(|lesson| at.starts_with(&lesson.id)));
        !own || at.contains("w: 300") || at.contains("w: 320")
    };
    let unsigned: Vec<String> = unsigned.into_inner().into_iter().filter(|at| !small(at)).collect();
    assert!(unsigned.is_empty(), "{unsigned:?}");
    report(problems.into_inner());
}

/// All that the boxes at a moment depend on, so that what has been looked at is not looked at again.
fn key(run: &Run, scene: Scene, still: bool) -> Option<String> {
    let flight = scene.flight?;
    let (message, hop) = (run.message(flight.message)?, run.hop(flight.hop?)?);
    let judged = hop.judged.and_then(|judged| run.judged(judged));
    let said = judged.map(|judged| (judged.consulted.get(..flight.asked(run)), judged.named));
    let at_gate = matches!(flight.phase, Phase::Gate(_));
    let fate = flight.fate.map(Fate::id);
    let ways = (hop.from, hop.to, hop.gate, hop.stopped, hop.judged.is_some());
    let who = (message.claimed, message.actual.party, message.is_request(), message.operation());
    let masked = (message.stand_in, message.fate.id());
    Some(format!("{ways:?}{who:?}{masked:?}{fate:?}{at_gate}{said:?}{still}"))
}

#[test]
fn nothing_that_comes_and_goes_lies_on_anything_at_any_moment() {
    let words = Words::native(english());
    let (mut problems, mut wordless) = (BTreeSet::new(), BTreeSet::new());
    for lesson in lessons() {
        for depth in [Depth::Plain, Depth::Engineer] {
            let empty = Run::default();
            let speaker = Speaker { lesson: &lesson, run: &empty, words: &words, depth };
            // Of the many lessons of the matrix some sizes have to do.
            let every = if lesson.id.starts_with("matrix-") { 3 } else { 1 };
            let sizes = sizes().step_by(every);
            let layouts: Vec<Layout> = sizes.map(|size| layout(&speaker, size)).collect();
            let mut known = BTreeSet::new();
            for choices in choices(&lesson) {
                let run = run(&lesson, &choices);
                let speaker = Speaker { run: &run, ..speaker };
                for (moment, still) in
                    moments(&run).into_iter().flat_map(|m| [(m, false), (m, true)])
                {
                    let scene = scene(&run, moment);
                    let Some(key) = key(&run, scene, still) else { continue };
                    if known.insert(key) {
                        for made in &layouts {
                            let over = over(&speaker, made, scene, still);
                            if scene.flight.is_some_and(|flight| flight.fate.is_some())
                                && over.pill.as_ref().is_none_or(|pill| pill.word.is_empty())
                            {
                                wordless.insert((lesson.id.clone(), made.size.w, made.size.h));
                            }
                            problems.extend(covered(made, &over).map(|what| {
                                format!("{} at {:?}: {what} ({moment:?})", lesson.id, made.size)
                            }));
                        }
                    }
                }
            }
        }
    }
    report(problems);
    // In a chapter, where there is room, the word stands beside the message.
    let narrow = |(id, w, h): &(String, i32, i32)| {
        id.starts_with("matrix-") || id.starts_with("crowded-") || Size { w: *w, h: *h }.is_narrow()
    };
    wordless.retain(|at| !narrow(at));
    assert!(wordless.is_empty(), "{wordless:?}");
}

/// What of it covers something.
fn covered(made: &Layout, over: &Over) -> impl Iterator<Item = String> {
    let boxes = [
        over.card.as_ref().map(|card| ("card", card.area)),
        over.callout.as_ref().map(|callout| ("callout", callout.area)),
        over.pill.as_ref().map(|pill| ("pill", pill.area)),
    ];
    let boxes: Vec<(&str, Rect)> = boxes.into_iter().flatten().collect();
    let taken = made.taken();
    let whole = Rect { x: 0, y: 0, w: made.size.w, h: made.size.h };
    let mut problems = Vec::new();
    for (i, (name, area)) in boxes.iter().enumerate() {
        let before = boxes.iter().take(i).map(|(_, area)| area);
        let below = taken.iter().chain(before).filter(|other| other.shared(*area) > 0);
        problems.extend(below.map(|other| format!("{name} {area:?} on {other:?}")));
        if !whole.holds(*area) {
            problems.push(format!("{name} {area:?} is not inside"));
        }
    }
    problems.into_iter()
}

#[test]
fn every_label_lies_inside_the_picture_in_any_language() {
    for words in [Words::native(english()), Words::native(pseudo(&english()))] {
        check(&words, |made, _, _| {
            let picture = Rect { x: 0, y: 0, w: made.size.w, h: made.size.h };
            for label in &made.labels {
                assert!(picture.holds(label.area()), "{:?}: {label:?}", made.size);
            }
        });
    }
}

#[test]
fn a_hop_begins_where_the_one_before_it_ended() {
    check(&Words::native(english()), |made, speaker, run| {
        for (before, after) in run.hops.iter().zip(run.hops.iter().skip(1)) {
            if before.message == after.message && !before.stopped {
                let end = place(made, run, before).at(Phase::There);
                let start = place(made, run, after).at(Phase::Waiting);
                assert_eq!(end, start, "{} at {:?}", speaker.lesson.id, made.size);
            }
        }
    });
}

#[test]
fn the_same_lesson_and_size_give_the_same_picture() {
    let words = Words::native(english());
    for lesson in lessons() {
        let run = run(&lesson, &Choices::of(&lesson));
        let speaker = Speaker { lesson: &lesson, run: &run, words: &words, depth: Depth::Plain };
        for size in sizes() {
            assert_eq!(layout(&speaker, size), layout(&speaker, size));
        }
    }
}

/// A page of a lesson of somebody's own begins early only where no name is cut.
#[test]
fn a_name_that_is_not_long_is_not_cut() {
    let words = Words::native(english());
    let base = parse(EXAMPLES[1]).unwrap();
    let begins = |lesson: &Lesson| Recording::of(lesson, &words) != Recording::default();
    for name in [
        "Northern Lights",
        "Northern Telecom",
        "WWWWWWW",
        "Umber Tel",
        "mmmmmmmm",
        "Éléphant",
        "iiiiiiiiiiii",
    ] {
        let mut lesson = base.clone();
        lesson.networks.iter_mut().for_each(|network| network.name = name.to_owned());
        let run = run(&lesson, &Choices::of(&lesson));
        let speaker = Speaker { lesson: &lesson, run: &run, words: &words, depth: Depth::Plain };
        let cut = sizes().any(|size| {
            layout(&speaker, size).labels.iter().any(|label| label.text.ends_with('…'))
        });
        assert!(!begins(&lesson) || !cut, "{name}");
    }
    assert!(begins(&parse(EXAMPLES[2]).unwrap()));
}

/// What chapters do not need is fetched after they have begun.
#[test]
fn no_chapter_needs_the_arrangement_for_more_or_cuts_a_name() {
    for words in [Words::native(english()), Words::native(pseudo(&english()))] {
        check(&words, |made, speaker, _| {
            // The lessons of the matrix begin as early as chapters.
            if speaker.lesson.chapter > 0 || speaker.lesson.id.starts_with("matrix-") {
                assert!(!speaker.lesson.is_crowded(), "{}", speaker.lesson.id);
                let cut = made.labels.iter().find(|label| label.text.ends_with('…'));
                assert_eq!(cut, None, "{} at {:?}", speaker.lesson.id, made.size);
            }
        });
    }
    assert!(crowded().iter().all(Lesson::is_crowded));
}
