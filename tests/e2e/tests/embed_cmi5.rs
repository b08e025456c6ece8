//! The cmi5 packages against a record store on another origin, which holds every request and every statement to
//! the specification (tests/e2e/src/platform.rs): launched, played, left, gone on with, completed.

use e2e::{Browser, Platform, QUESTIONS, Wishes};
use serde_json::{Value, json};

const ASKED: &str = QUESTIONS[3];
const UNIT: &str = "embed/chapters/4/index.html";
const REGISTRATION: &str = "760e3480-ba55-4991-94b0-01820dbd23a2";

/// A platform with the package, and its record store, which is somebody else's.
fn both() -> (Platform, Platform) {
    let platform = Platform::start();
    platform.takes("whereabouts-cmi5.zip").shows("cmi5");
    (platform, Platform::start())
}

/// Launches the unit in a frame of the platform's page.
fn launch(browser: &Browser, (platform, store): (&Platform, &Platform), more: Value) {
    let launch = store.launches(REGISTRATION, more);
    browser.go("about:blank");
    browser.go(&platform.page_with(&format!("{UNIT}?{launch}"), ""));
    browser.into_frame("unit");
    browser.ready();
}

fn leave(browser: &Browser, store: &Platform) {
    browser.inside(None);
    browser.one("button", "Leave the unit").click();
    said(browser, store, "terminated");
}

/// Waits until the store has a statement with that verb as its last.
#[track_caller]
fn said(browser: &Browser, store: &Platform, verb: &str) {
    browser.wait(&format!("“{verb}” as the last of {:?}", store.verbs()), || {
        (store.verbs().last().map(String::as_str) == Some(verb)).then_some(())
    });
}

#[track_caller]
fn holds(store: &Platform) {
    assert_eq!(store.problems(), [""; 0], "what the store objects to");
}

#[test]
fn a_session_is_told_from_its_beginning_to_its_end_and_gone_on_with_in_the_next() {
    let (platform, store) = both();
    let browser = Browser::open(Wishes::size(720, 940));
    launch(&browser, (&platform, &store), json!({}));
    said(&browser, &store, "initialized");
    let address = browser.script("return location.search;", &[]);
    browser
        .check(address == "", &format!("what it was launched by is out of the address: {address}"));
    browser.check(!browser.has("button", "Leave this chapter"), "there is nowhere to go back to");
    browser.plays_and_answers(ASKED, "No");
    said(&browser, &store, "answered");
    let answered = store.statements().pop().unwrap_or_default();
    assert_eq!(answered["result"]["response"], "false");
    assert_eq!(answered["result"]["success"], false);
    assert_eq!(answered["result"]["score"], json!({ "scaled": 0, "raw": 0, "min": 0, "max": 1 }));
    let about = &answered["object"]["definition"];
    assert_eq!(about["correctResponsesPattern"], json!(["true"]));
    assert_eq!(about["interactionType"], "true-false");
    assert_eq!(about["description"]["en"], ASKED);
    browser.one("button", "One hop back").click();
    let moment = browser.moment();
    leave(&browser, &store);
    assert_eq!(store.verbs(), ["initialized", "answered", "terminated"]);
    browser.wait("the place is kept", || {
        let kept = store.document("whereabouts");
        kept["address"].as_str().is_some_and(|address| address.contains("at=")).then_some(())
    });

    launch(&browser, (&platform, &store), json!({}));
    browser.check(browser.moment() == moment, "where the reader was");
    said(&browser, &store, "initialized");
    browser.plays_with_the_filter(ASKED);
    said(&browser, &store, "completed");
    leave(&browser, &store);
    assert_eq!(store.verbs()[3..], ["initialized", "completed", "terminated"]);

    // A registration is completed once (9.3.3).
    launch(&browser, (&platform, &store), json!({}));
    browser.goes_on(ASKED);
    leave(&browser, &store);
    assert_eq!(store.verbs()[6..], ["initialized", "terminated"]);
    holds(&store);

    // The store is another origin: the browser asks first whether it may.
    let log = store.log();
    let of = |what: &str| log.iter().filter(|line| *line == what).count();
    assert!(of("OPTIONS /xapi/statements") >= 1, "{log:?}");
    assert_eq!(of("POST /token"), 3, "the token once in each session: {log:?}");
    assert_eq!(of("GET /xapi/agents/profile"), 3, "{log:?}");
    assert!(
        !platform.log().iter().any(|line| line.contains("xapi")),
        "the platform’s server has none"
    );
}

#[test]
fn a_way_back_is_offered_where_the_platform_names_one() {
    let (platform, store) = both();
    platform.puts(
        "/course.html",
        b"<!doctype html><title>The course</title><h1>The course</h1>".to_vec(),
    );
    let launch = store.launches(REGISTRATION, json!({ "returnURL": platform.url("/course.html") }));
    let browser = Browser::open(Wishes::size(720, 940));
    browser.go(&format!("{}?{launch}", platform.content(UNIT)));
    browser.ready();
    said(&browser, &store, "initialized");
    browser.one("button", "Leave this chapter").click();
    browser.wait("the way back", || browser.address().ends_with("/course.html").then_some(()));
    assert_eq!(store.verbs(), ["initialized", "terminated"]);
    holds(&store);
}

#[test]
fn whoever_only_looks_around_completes_nothing() {
    for mode in ["Browse", "Review"] {
        let (platform, store) = both();
        let browser = Browser::open(Wishes::size(720, 940));
        launch(&browser, (&platform, &store), json!({ "launchMode": mode }));
        browser.plays_and_answers(ASKED, "Yes");
        browser.plays_with_the_filter(ASKED);
        leave(&browser, &store);
        // An answer is no statement that cmi5 defines (7.1.3, 10).
        assert_eq!(store.verbs(), ["initialized", "answered", "terminated"], "{mode}");
        holds(&store);
    }
}

#[test]
fn a_platform_that_wants_a_verdict_gets_one() {
    let wants = json!({ "moveOn": "CompletedAndPassed" });
    let judges = json!({ "moveOn": "CompletedAndPassed", "masteryScore": 0.5 });
    let completed = ["initialized", "answered", "completed", "passed", "terminated"];
    for (more, said, verbs) in [
        (&wants, "No", completed),
        (&judges, "Yes", ["initialized", "answered", "passed", "completed", "terminated"]),
        (&judges, "No", ["initialized", "answered", "completed", "failed", "terminated"]),
    ] {
        let (platform, store) = both();
        let browser = Browser::open(Wishes::size(720, 940));
        launch(&browser, (&platform, &store), more.clone());
        browser.plays_and_answers(ASKED, said);
        browser.plays_with_the_filter(ASKED);
        leave(&browser, &store);
        assert_eq!(store.verbs(), verbs, "{more} after {said}");
        let mut verdicts = store.statements().into_iter();
        let verdict = verdicts.rfind(|statement| {
            !statement["result"]["success"].is_null() && statement["result"]["response"].is_null()
        });
        let verdict = verdict.unwrap_or_default();
        let judged = more.get("masteryScore").is_some();
        assert_eq!(verdict["result"]["score"].is_null(), !judged, "a score where one is asked for");
        let mastery = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
        assert_eq!(verdict["context"]["extensions"][mastery].is_null(), !judged, "9.6.3.2");
        holds(&store);
    }
}

#[test]
fn a_store_that_fails_never_stops_the_play_and_gets_the_rest_when_it_is_back() {
    let (platform, store) = both();
    let browser = Browser::open(Wishes::size(720, 940));
    launch(&browser, (&platform, &store), json!({}));
    said(&browser, &store, "initialized");
    store.breaks(u32::MAX);
    browser.plays_and_answers(ASKED, "Yes");
    browser.check(browser.moment().0 > 0, "it plays");
    store.breaks(0);
    browser.plays_with_the_filter(ASKED);
    said(&browser, &store, "completed");
    leave(&browser, &store);
    assert_eq!(store.verbs(), ["initialized", "answered", "completed", "terminated"]);
    holds(&store);
}

#[test]
fn without_a_store_a_unit_simply_plays() {
    let (platform, store) = both();
    let browser = Browser::open(Wishes::size(720, 940));
    let launch = store.launches(REGISTRATION, json!({}));
    let nobody = launch.replace(
        &store.url("").replace(':', "%3A").replace('/', "%2F"),
        "http%3A%2F%2F127.0.0.1%3A9",
    );
    assert_ne!(nobody, launch);
    for address in [platform.content(UNIT), format!("{}?{nobody}", platform.content(UNIT))] {
        browser.go("about:blank");
        browser.go(&address);
        browser.ready();
        browser.plays_and_answers(ASKED, "Yes");
        browser.check(browser.moment().0 > 0, "it plays");
        browser.check(!browser.text().contains("has stopped"), "and has not stopped");
    }
    assert_eq!(store.verbs(), [""; 0]);
}
