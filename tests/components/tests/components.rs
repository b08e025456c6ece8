//! What only a browser can say, component by component: how wide its letters are, what its `Intl`
//! says, what a click does, what is left when a page is taken away. `cargo xtask test` runs these for
//! WebAssembly in a headless Chromium; natively there is nothing in here.
#![cfg(target_arch = "wasm32")]

use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element};
use whereabouts::lesson::{self, Lesson};
use whereabouts::link::{self, Address};
use whereabouts::narration::{Speaker, transcript};
use whereabouts::panels::{Page, PageProps};
use whereabouts::playback::scene;
use whereabouts::reader::Session;
use whereabouts::run::{Choices, Moment, run};
use whereabouts::signalling::{CATALOGUE, Code};
use whereabouts::stage::{Moving, Picture, Size, layout};
use whereabouts::text::browser::Browser;
use whereabouts::text::locale::{Locale, NUMBER_SAMPLES, PLURAL_SAMPLES};
use whereabouts::text::widths::{FONT_MIXED, FONT_NAME, FONT_WHAT, Font, width};
use whereabouts::text::{Depth, Part, Table, Words, joined, pseudo};
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

/// The compiler of texts, which the page does not have: here it makes the tables that are not fetched.
#[allow(dead_code, reason = "only the compiler itself is wanted of it")]
#[path = "."]
mod compiled {
    pub use whereabouts::text::{locale, table};

    #[path = "../../../src/text/compile.rs"]
    pub mod compile;
    #[path = "../../../src/text/expand.rs"]
    mod expand;
}

/// Lessons at random, the same as in the tests of the core.
#[path = "../../support/chance.rs"]
mod chance;

#[wasm_bindgen]
extern "C" {
    type SvgText;
    #[wasm_bindgen(method, js_name = getComputedTextLength)]
    fn length(this: &SvgText) -> f64;
}

fn lessons() -> Vec<Rc<Lesson>> {
    lesson::FILES.iter().map(|json| Rc::new(lesson::parse(json).unwrap())).collect()
}

fn chapter(id: &str) -> Rc<Lesson> {
    lessons().into_iter().find(|lesson| lesson.id == id).unwrap()
}

/// The English words as the page has them: with how each operation is specified, which the packing adds.
/// What stands for a Diameter command is as long as the longest.
fn english() -> Table {
    let table = compiled::compile::compile_all(whereabouts::text::ENGLISH).unwrap();
    let specified = CATALOGUE.iter().flat_map(|row| {
        let specified = row.specified();
        let code = match specified.code {
            Code::Operation(code) => format!("MAP {code}"),
            Code::Command(_) | Code::Http(..) => "command 8388647, application 16777312".to_owned(),
        };
        let texts = [code, specified.specification.to_owned(), specified.clause.to_owned()];
        let keys = ["code", "specification", "clause"].map(|what| format!("{what}-{}", row.key()));
        keys.into_iter().zip(texts.map(|text| vec![Part::Text(text)]))
    });
    let messages = table.messages().map(|(key, pattern)| (key.to_owned(), pattern.clone()));
    Table::new(table.lang.clone(), table.direction, messages.chain(specified))
}

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// An empty element on the page, under the page's own style.
fn place() -> Element {
    let document = document();
    if document.query_selector("style[data-page]").unwrap().is_none() {
        let style = document.create_element("style").unwrap();
        style.set_attribute("data-page", "").unwrap();
        style.set_text_content(Some(include_str!("../../../assets/style.css")));
        document.head().unwrap().append_child(&style).unwrap();
    }
    let place = document.create_element("main").unwrap();
    document.body().unwrap().append_child(&place).unwrap();
    place
}

/// Waits until everything is drawn, and what follows from it too: until the page has stayed the same for a few
/// frames, in which the browser tells of sizes, and what is done after them. Yew gives way to the browser between two
/// drawings when they take long.
async fn drawn() {
    let page = || document().body().unwrap().inner_html();
    let (mut before, mut same) = (page(), 0);
    for _ in 0..200 {
        frame().await;
        after_frame().await;
        let now = page();
        same = if now == before { same + 1 } else { 0 };
        before = now;
        if same == 5 {
            return;
        }
    }
}

/// Waits for the next frame.
async fn frame() {
    let frame = js_sys::Promise::new(&mut |done, _| {
        web_sys::window().unwrap().request_animation_frame(&done).unwrap();
    });
    JsFuture::from(frame).await.unwrap();
}

/// Waits until what was to be done a little later has been done.
async fn after_frame() {
    let wait = js_sys::Promise::new(&mut |done, _| {
        let window = web_sys::window().unwrap();
        window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, 5).unwrap();
    });
    JsFuture::from(wait).await.unwrap();
}

/// Waits for two frames, whatever happens in them.
async fn two_frames() {
    frame().await;
    frame().await;
}

fn all(inside: &Element, selector: &str) -> Vec<Element> {
    let found = inside.query_selector_all(selector).unwrap();
    (0..found.length()).filter_map(|i| found.get(i)?.dyn_into().ok()).collect()
}

fn said(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}

/// Shows what somebody has drawn.
#[derive(Clone, PartialEq, Properties)]
struct ShownProps {
    drawn: Html,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    props.drawn.clone()
}

fn show(place: &Element, drawn: Html) -> yew::AppHandle<Shown> {
    yew::Renderer::<Shown>::with_root_and_props(place.clone(), ShownProps { drawn }).render()
}

/// A page in a place, when all of it has been drawn: it comes to life in steps.
async fn host(place: &Element, lesson: &Rc<Lesson>, at: &str) -> yew::AppHandle<Page> {
    let address = Address { at: at.to_owned(), ..Address::default() };
    let session = Session::open(lesson.clone(), address, Vec::new());
    let words = Words::browser(english());
    let begin = Rc::new(session);
    let root = "../../".to_owned();
    let props = PageProps {
        words,
        begin,
        live: true,
        embed: false,
        root,
        width: None,
        follow: None,
        still: Default::default(),
        told: Rc::default(),
    };
    let page = yew::Renderer::<Page>::with_root_and_props(place.clone(), props).render();
    while !page.get_component().is_some_and(|page| page.is_whole()) {
        after_frame().await;
    }
    drawn().await;
    page
}

#[wasm_bindgen_test]
fn the_browser_counts_and_writes_numbers_as_the_samples_say() {
    for &(lang, n, category) in PLURAL_SAMPLES {
        assert_eq!(Browser::new(lang).plural(n), category, "{lang} {n}");
    }
    for &(lang, n, written) in NUMBER_SAMPLES {
        assert_eq!(Browser::new(lang).number(n), written, "{lang} {n}");
    }
}

#[wasm_bindgen_test]
fn a_run_is_in_a_browser_what_it_is_in_a_terminal() {
    let there = include_str!("../../golden/runs.hash");
    let here = chance::hashes(chance::COMPARED);
    let differs = here.lines().zip(there.lines()).find(|(here, there)| here != there);
    assert!(here == there, "the first that differs: {differs:?}");
}

/// Every text of the picture, in every arrangement, at every stop of the chapters with no filter and
/// with every filter on, is at most as wide as the layout believes.
#[wasm_bindgen_test]
async fn no_text_in_the_picture_is_wider_than_the_layout_believes() {
    let english = english();
    let languages = [Words::browser(pseudo(&english)), Words::browser(english)];
    let mut compared = 0;
    let mut wider = Vec::new();
    for (words, depth) in languages.iter().flat_map(|words| {
        [Depth::Plain, Depth::Engineer].into_iter().map(move |depth| (words, depth))
    }) {
        for lesson in lessons() {
            let gates = (0..).map(lesson::GateId).zip(&lesson.gates);
            let every: Choices = gates
                .flat_map(|(id, gate)| gate.rules.iter().map(move |rule| (id, rule.rule)))
                .collect();
            for choices in [Choices::of(&lesson), every] {
                let run = Rc::new(run(&lesson, &choices));
                for w in [960, 344] {
                    let speaker = Speaker { lesson: &lesson, run: &run, words, depth };
                    let layout = Rc::new(layout(&speaker, Size::of_width(w)));
                    for stop in &run.stops {
                        let place = place();
                        let picture = Picture {
                            speaker,
                            choices: &choices,
                            layout: &layout,
                            scene: scene(&run, stop.at),
                            name: "",
                            found: false,
                            still: false,
                            moving: &Moving::default(),
                        };
                        let stage = show(&place, picture.draw());
                        wait_for_text(&place).await;
                        for text in all(&place, "text") {
                            let (letters, font) = (said(&text), font(&text));
                            let length = text.unchecked_into::<SvgText>().length();
                            compared += 1;
                            if length > f64::from(width(&letters, font)) {
                                wider.push(format!(
                                    "{letters:?} in {font:?} is {length} wide, and not {}",
                                    width(&letters, font)
                                ));
                            }
                        }
                        stage.destroy();
                        place.remove();
                    }
                }
            }
        }
    }
    wider.sort();
    wider.dedup();
    assert!(compared > 1000, "only {compared} texts were compared");
    assert!(wider.is_empty(), "{wider:#?}");
}

/// Waits until the picture is there; most often that is before the next frame.
async fn wait_for_text(place: &Element) {
    for turn in 1..400 {
        if place.query_selector("text").unwrap().is_some() {
            return;
        }
        match turn % 20 {
            0 => drawn().await,
            _ => drop(JsFuture::from(js_sys::Promise::resolve(&JsValue::NULL)).await),
        }
    }
    panic!("no text is drawn");
}

/// The font that the style gives a text, which must be one that the layout knows.
fn font(text: &Element) -> Font {
    let spans = all(text, "*").into_iter().chain([text.clone()]);
    let bold = spans
        .map(|span| style(&span, "fontWeight"))
        .any(|weight| weight.parse().is_ok_and(|weight: i32| weight >= 600));
    match (style(text, "fontSize").as_str(), bold) {
        ("15px", true) => FONT_WHAT,
        ("13px", false) => FONT_NAME,
        ("13px", true) => FONT_MIXED,
        (size, _) => panic!("the layout knows no such letters of {size}: {:?}", said(text)),
    }
}

/// What the style comes to, by the script's name of a property.
fn style(element: &Element, name: &str) -> String {
    let window = web_sys::window().unwrap();
    let style = js_sys::Reflect::get(&window, &"getComputedStyle".into()).unwrap();
    let style = style.unchecked_into::<js_sys::Function>().call1(&window, element).unwrap();
    js_sys::Reflect::get(&style, &name.into()).unwrap().as_string().unwrap_or_default()
}

#[wasm_bindgen_test]
async fn the_page_is_made_of_what_assistive_technology_knows() {
    for lesson in lessons() {
        let place = place();
        let page = host(&place, &lesson, "").await;
        for (selector, count) in [
            // The title and the way to other chapters stand in the page, outside of this.
            ("h1", 0),
            ("nav", 0),
            // The widget, and in it filters, messages, ledger and sequence chart.
            ("section[aria-label]", 5),
            ("svg[role=img][aria-label]", 2),
            ("[role=group][aria-label] button[aria-label]", 5),
            ("input[type=range][aria-label][aria-valuetext]", 1),
            ("select[aria-label]", 2),
            ("fieldset > legend", lesson.gates.len()),
            (
                "input[type=checkbox][role=switch]",
                lesson.gates.iter().map(|gate| gate.rules.len()).sum(),
            ),
            ("dl dt", lesson.parties().count()),
            ("dl dd", lesson.parties().count()),
        ] {
            assert_eq!(all(&place, selector).len(), count, "{selector} in {}", lesson.id);
        }
        for part in all(&place, "[aria-labelledby], [aria-describedby], label[for]") {
            for name in ["aria-labelledby", "aria-describedby", "for"] {
                let Some(id) = part.get_attribute(name) else { continue };
                assert!(document().get_element_by_id(&id).is_some(), "{name} leads to {id}");
            }
        }
        page.destroy();
        place.remove();
    }
}

#[wasm_bindgen_test]
async fn a_filter_changes_the_messages_that_are_there_already() {
    let lesson = chapter("two-questions");
    let place = place();
    let page = host(&place, &lesson, "end").await;
    let messages = || all(&place, "ol").iter().map(said).collect::<Vec<_>>();
    let open = messages();
    let label = all(&place, "label").into_iter();
    let label = label.filter(|label| said(label) == "Only the traveller’s own home asks").last();
    let switch = label.and_then(|label| label.get_attribute("for")).unwrap();
    let switch = document().get_element_by_id(&switch).unwrap();
    let click = || switch.clone().unchecked_into::<web_sys::HtmlElement>().click();
    click();
    drawn().await;
    let filtered = messages();
    assert_ne!(filtered, open);
    let words = english();
    let stopped = words.plain("fate-stopped").unwrap();
    assert!(filtered.iter().any(|list| list.ends_with(&stopped)), "{filtered:?}");
    click();
    drawn().await;
    assert_eq!(messages(), open);
    page.destroy();
    place.remove();
}

/// Counts what is asked of the browser and given back, from the outside.
const COUNTERS: &str = "
    const counts = { frames: 0, watched: 0, let_go: 0, listening: 0 };
    const around = (object, name, before) => {
        const real = object[name];
        object[name] = function (...given) { before(); return real.apply(this, given); };
        return () => { object[name] = real; };
    };
    const undo = [
        around(window, 'requestAnimationFrame', () => counts.frames++),
        around(ResizeObserver.prototype, 'observe', () => counts.watched++),
        around(ResizeObserver.prototype, 'disconnect', () => counts.let_go++),
        around(window, 'addEventListener', () => counts.listening++),
        around(window, 'removeEventListener', () => counts.listening--),
        around(document, 'addEventListener', () => counts.listening++),
        around(document, 'removeEventListener', () => counts.listening--),
    ];
    counts.undo = () => undo.forEach((undo) => undo());
    return counts;";

#[wasm_bindgen_test]
async fn a_page_that_is_taken_away_while_it_plays_leaves_nothing_running() {
    let counts = js_sys::Function::new_no_args(COUNTERS).call0(&JsValue::NULL).unwrap();
    let get = |name: &str| js_sys::Reflect::get(&counts, &name.into()).unwrap();
    let count = |name: &str| get(name).as_f64().unwrap_or_default() as i64;

    let lesson = chapter("anyone-may-ask");
    let place = place();
    let page = host(&place, &lesson, "").await;
    assert_eq!((count("watched"), count("let_go")), (1, 0), "the picture's width is watched");
    let rest = count("frames");
    two_frames().await;
    // Waiting is two of them.
    assert_eq!(count("frames"), rest + 2, "at rest no frame is asked for");

    let play = all(&place, "button").into_iter();
    let play = play.filter(|button| button.get_attribute("aria-label").as_deref() == Some("Play"));
    play.last().unwrap().unchecked_into::<web_sys::HtmlElement>().click();
    // It is drawn a moment later, and moves from then on.
    for _ in 0..100 {
        two_frames().await;
        if all(&place, "[aria-label=Pause]").len() == 1 {
            break;
        }
    }
    let playing = count("frames");
    two_frames().await;
    assert!(count("frames") >= playing + 3, "playing asks for frames");

    page.destroy();
    drawn().await;
    let after = count("frames");
    two_frames().await;
    assert_eq!(count("frames"), after + 2, "nothing asks for frames when it is gone");
    assert_eq!((count("watched"), count("let_go")), (1, 1), "nothing is watched any more");
    assert_eq!(count("listening"), 0, "nobody listens on the window any more");
    assert_eq!(place.inner_html(), "");
    get("undo").unchecked_into::<js_sys::Function>().call0(&JsValue::NULL).unwrap();
    place.remove();
}

/// The same list of events as natively: what is told of a run is what the terminal prints of it.
#[wasm_bindgen_test]
fn a_run_is_told_here_as_it_is_told_natively() {
    let words = Words::browser(english());
    let (anyone, two) = (chapter("anyone-may-ask"), chapter("two-questions"));
    let cases = [
        (
            (&anyone, "none", Depth::Plain),
            include_str!("../../golden/anyone-may-ask.none.plain.txt"),
        ),
        (
            (&anyone, "home.unexpected-operation", Depth::Engineer),
            include_str!("../../golden/anyone-may-ask.home.unexpected-operation.engineer.txt"),
        ),
        (
            (&two, "none", Depth::Engineer),
            include_str!("../../golden/two-questions.none.engineer.txt"),
        ),
        (
            (&two, "visited.home-match", Depth::Plain),
            include_str!("../../golden/two-questions.visited.home-match.plain.txt"),
        ),
    ];
    for ((lesson, filters, depth), golden) in cases {
        let choices = link::filters(lesson, filters).unwrap();
        let run = run(lesson, &choices);
        let speaker = Speaker { lesson, run: &run, words: &words, depth };
        let captions = transcript(&speaker).into_iter().flat_map(|section| section.captions);
        let told: Vec<String> = captions
            .flat_map(|caption| {
                let said = [caption.title].into_iter().chain(caption.body);
                let said = said.map(|sentence| joined(&sentence));
                let taken = caption
                    .remember
                    .map(|sentence| format!("{} {}", words.line("remember"), joined(&sentence)));
                said.chain(taken).collect::<Vec<_>>()
            })
            .collect();
        let printed: Vec<&str> =
            golden.lines().filter(|line| line.starts_with("   ")).map(str::trim).collect();
        assert_eq!(told, printed, "{} with {filters}", lesson.id);
    }
}

#[wasm_bindgen_test]
async fn the_same_moment_is_drawn_the_same_however_it_was_come_to() {
    for lesson in lessons() {
        let run = run(&lesson, &Choices::of(&lesson));
        let picture = |place: &Element| {
            let picture = place.query_selector("svg[role=img]").unwrap().unwrap();
            picture.inner_html()
        };
        let place = place();
        let page = host(&place, &lesson, "").await;
        let buttons = all(&place, "button").into_iter();
        let forward = buttons
            .filter(|b| b.get_attribute("aria-label").as_deref() == Some("One hop forward"))
            .last()
            .unwrap()
            .unchecked_into::<web_sys::HtmlElement>();
        let stops: Vec<Moment> = run.stops.iter().map(|stop| stop.at).collect();
        for stop in stops.into_iter().filter(|&stop| stop > Moment(0)) {
            forward.click();
            drawn().await;
            let other = self::place();
            let opened = host(&other, &lesson, &stop.0.to_string()).await;
            let (walked, jumped) = (picture(&place), picture(&other));
            opened.destroy();
            other.remove();
            assert_eq!(walked, jumped, "{} at {}", lesson.id, stop.0);
        }
        page.destroy();
        place.remove();
    }
}
