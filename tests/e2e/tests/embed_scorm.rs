//! The SCORM 1.2 packages in a platform whose run-time is scorm-again's: launched, played, left, gone on with and
//! completed, and what the platform then has (tests/embed/scorm/).

use e2e::{Browser, OWN, Platform, QUESTIONS, STOPS_OWN, Wishes};
use serde_json::{Value, json};
use std::fs;

const ASKED: &str = QUESTIONS[3];
const UNIT: &str = "embed/chapters/4/index.html";

/// A platform that has taken a package.
fn platform(package: &str) -> Platform {
    let platform = Platform::start();
    let runtime = std::env::var_os("SCORM_AGAIN").expect("SCORM_AGAIN names scorm-again's script");
    let runtime = fs::read(runtime).expect("scorm-again is installed");
    platform.takes(package).shows("scorm").puts("/scorm12.js", runtime);
    platform
}

/// Opens the platform's page with the unit, and waits until it can be used.
fn launch(browser: &Browser, platform: &Platform, more: &str) {
    launch_unit(browser, platform, UNIT, more);
}

fn launch_unit(browser: &Browser, platform: &Platform, unit: &str, more: &str) {
    browser.go("about:blank");
    browser.go(&platform.page_with(unit, more));
    browser.into_frame("unit");
    browser.ready();
}

/// What the platform has kept so far, by a path such as `core.score.raw`.
fn kept(browser: &Browser, path: &str) -> Value {
    let kept = browser.script("return JSON.parse(localStorage.getItem('kept'));", &[]);
    path.split('.').fold(kept, |value, part| value[part].clone())
}

#[test]
fn a_platform_is_told_of_answer_score_place_and_time_and_of_completion_once_both_were_seen() {
    for (said, score, result) in [("Yes", "100", "correct"), ("No", "0", "wrong")] {
        let platform = platform("whereabouts-scorm12.zip");
        let browser = Browser::open(Wishes::size(720, 940));
        launch(&browser, &platform, "");
        browser.wait("it has begun", || {
            (kept(&browser, "core.lesson_status") == "incomplete").then_some(())
        });
        browser.check(kept(&browser, "interactions") == json!({}), "nothing is answered yet");
        browser.plays_and_answers(ASKED, said);
        browser.wait("the answer", || (kept(&browser, "core.score.raw") == score).then_some(()));
        let wanted = json!({
            "id": "chapter_04_prediction", "type": "true-false", "weighting": "1",
            "student_response": if said == "Yes" { "t" } else { "f" }, "result": result,
            "correct_responses": { "0": { "pattern": "t" } }, "objectives": {},
        });
        let mut interaction = kept(&browser, "interactions.0");
        for name in ["time", "latency"] {
            let time = interaction[name].take();
            let time = time.as_str().unwrap_or_default();
            let digits = time.split([':', '.']).all(|part| part.parse::<u32>().is_ok());
            browser.check(digits && time.len() >= 8, &format!("{name} is a time: {time}"));
            interaction.as_object_mut().map(|all| all.remove(name));
        }
        browser.check(interaction == wanted, &format!("{interaction} is {wanted}"));
        browser.check(kept(&browser, "core.score.min") == "0", "from 0");
        browser.check(kept(&browser, "core.score.max") == "100", "to 100");
        let status = kept(&browser, "core.lesson_status");
        browser.check(status == "incomplete", "one outcome of two is not all");
        browser.plays_with_the_filter(ASKED);
        browser.wait("it is completed", || {
            (kept(&browser, "core.lesson_status") == "completed").then_some(())
        });
        // The first answer counts, whatever is seen later.
        browser.check(kept(&browser, "core.score.raw") == score, "the score stays");
        browser.check(kept(&browser, "interactions.1") == Value::Null, "and was told once");
        let quiet = browser.refused();
        browser.check(quiet == json!([]), &format!("the policy refuses nothing: {quiet}"));
    }
}

#[test]
fn a_reader_goes_on_where_they_were_and_the_platform_is_left_once() {
    let platform = platform("whereabouts-scorm12-chapter-04.zip");
    let browser = Browser::open(Wishes::size(720, 940));
    launch(&browser, &platform, "");
    browser.plays_and_answers(ASKED, "Yes");
    let end = browser.moment();
    browser.one("button", "One hop back").click();
    let moment = browser.moment();
    browser.check(moment.0 < end.0, "a step back from the end");
    browser.wait("the place is told", || {
        let place =
            browser.script("return parent.API.LMSGetValue('cmi.core.lesson_location')", &[]);
        place.as_str().is_some_and(|place| place.contains("at=")).then_some(())
    });
    browser.inside(None);
    browser.one("button", "Leave the unit").click();
    browser.wait("it is left", || (kept(&browser, "core.exit") == "suspend").then_some(()));
    let calls = browser.script("return calls;", &[]);
    let calls: Vec<&str> =
        calls.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let count = |name: &str| calls.iter().filter(|call| **call == name).count();
    browser.check(calls.first() == Some(&"LMSInitialize"), &format!("it begins first: {calls:?}"));
    browser
        .check(count("LMSInitialize") == 1 && count("LMSFinish") == 1, "it begins and ends once");
    browser.check(calls.last() == Some(&"LMSFinish"), "nothing comes after its end");
    browser.check(count("CommitError") == 0, "every commit holds");
    let total = kept(&browser, "core.total_time");
    browser.check(total.as_str().is_some_and(|time| time > "00:00:00"), &format!("time: {total}"));

    launch(&browser, &platform, "");
    browser.check(browser.moment() == moment, &format!("at {moment:?}: {:?}", browser.moment()));
    // A link is to a source on the page, or to the document itself beside the unit.
    let astray = "return [...document.links].filter((link) => link.target !== '_blank' &&
        !(link.hash && link.pathname === location.pathname && document.querySelector(link.hash)))
        .map((link) => link.href);";
    let astray = browser.script(astray, &[]);
    browser.check(astray == json!([]), &format!("no link leads out of the unit: {astray}"));
    let copies = browser.has("button", "Copy link") || browser.has("button", "Embed");
    browser.check(!copies, "and there is none to give away");
    // What was seen before counts: only the other outcome is missing.
    browser.plays_with_the_filter(ASKED);
    browser.wait("it is completed", || {
        (kept(&browser, "core.lesson_status") == "completed").then_some(())
    });
    browser.check(kept(&browser, "interactions.1") == Value::Null, "the answer is told once");

    // Whoever comes back afterwards has still completed it.
    launch(&browser, &platform, "");
    browser.one("button", "To the beginning").click();
    browser.inside(None);
    browser.one("button", "Leave the unit").click();
    browser.wait("it is left", || (kept(&browser, "core.exit") == "suspend").then_some(()));
    browser.check(kept(&browser, "core.lesson_status") == "completed", "it stays completed");
}

#[test]
fn a_unit_in_a_window_of_its_own_finds_the_platform_that_opened_it() {
    let platform = platform("whereabouts-scorm12.zip");
    let browser = Browser::open(Wishes::size(720, 940));
    browser.go(&platform.page_with(UNIT, "&window=yes"));
    browser.one("button", "Open it in a window").click();
    browser.wait("the unit has begun", || {
        (kept(&browser, "core.lesson_status") == "incomplete").then_some(())
    });
}

#[test]
fn whoever_only_looks_around_changes_nothing_that_counts() {
    let platform = platform("whereabouts-scorm12.zip");
    let browser = Browser::open(Wishes::size(720, 940));
    launch(&browser, &platform, "&mode=review");
    browser.plays_and_answers(ASKED, "Yes");
    browser.plays_with_the_filter(ASKED);
    browser.inside(None);
    browser.one("button", "Leave the unit").click();
    browser.wait("it is left", || (kept(&browser, "core.exit") == "suspend").then_some(()));
    browser.check(kept(&browser, "core.lesson_status") == "not attempted", "no status");
    browser.check(kept(&browser, "core.score.raw") == "", "no score");
    browser.check(kept(&browser, "interactions") == json!({}), "no answer");
}

#[test]
fn without_a_platform_or_with_one_that_breaks_a_unit_simply_plays() {
    let platform = platform("whereabouts-scorm12.zip");
    let broken = "<!doctype html><title>A platform</title><link rel=\"icon\" href=\"data:,\">\
        <script>API = { LMSInitialize() { throw new Error('broken') } }</script>\
        <iframe title=\"unit\" width=\"700\" height=\"680\" src=\"UNIT\"></iframe>";
    platform.puts("/broken.html", broken.replace("UNIT", &platform.content(UNIT)).into_bytes());
    let browser = Browser::open(Wishes::size(720, 940));
    for page in [platform.content(UNIT), platform.url("/broken.html")] {
        browser.go(&page);
        if page.ends_with("broken.html") {
            browser.into_frame("unit");
        }
        browser.ready();
        browser.plays_and_answers(ASKED, "Yes");
        browser.check(browser.moment().0 > 0, "it plays");
        browser.check(!browser.text().contains("has stopped"), "and has not stopped");
    }
}

#[test]
fn every_chapter_of_the_whole_package_is_a_unit_that_plays() {
    let platform = platform("whereabouts-scorm12.zip");
    let browser = Browser::open(Wishes::size(720, 940));
    for (number, _, widget) in e2e::CHAPTERS {
        browser.go("about:blank");
        let unit = format!("embed/chapters/{number}/index.html");
        browser.go(&platform.page_with(&unit, ""));
        browser.into_frame("unit");
        browser.ready();
        browser.one("region", widget);
        browser.one("button", "One hop forward").click();
        browser.wait("it plays", || (browser.moment().0 > 0).then_some(()));
        let failed =
            browser.script("return document.getElementById('whereabouts-failed').hidden;", &[]);
        browser.check(failed == true, &format!("chapter {number} has not failed"));
    }
    let lost = platform.lost();
    browser.check(lost.is_empty(), &format!("all that it asks for is in the package: {lost:?}"));
}

#[test]
fn a_lesson_of_ones_own_is_a_unit_like_any_other() {
    let (id, title, asked) = OWN;
    let platform = platform(&format!("{id}-scorm12.zip"));
    let unit = format!("embed/lessons/{id}/index.html");
    let browser = Browser::open(Wishes::size(720, 940));
    launch_unit(&browser, &platform, &unit, "");
    browser.one("region", &format!("{title}, an animated explainer"));
    browser.plays_and_answers(asked, "Yes");
    browser.wait("the answer", || (kept(&browser, "core.score.raw") == "100").then_some(()));
    let told = kept(&browser, "interactions.0.id");
    browser.check(told == "my_first_lesson_prediction", &format!("{told}"));
    browser.plays_with(STOPS_OWN, asked);
    browser.wait("it is completed", || {
        (kept(&browser, "core.lesson_status") == "completed").then_some(())
    });
    let moment = browser.moment();
    browser.inside(None);
    browser.one("button", "Leave the unit").click();
    browser.wait("it is left", || (kept(&browser, "core.exit") == "suspend").then_some(()));
    launch_unit(&browser, &platform, &unit, "");
    browser.check(browser.moment() == moment, "it goes on where it was left");
    let quiet = browser.refused();
    browser.check(quiet == json!([]), &format!("the policy refuses nothing: {quiet}"));
    let lost = platform.lost();
    browser.check(lost.is_empty(), &format!("all that it asks for is in the package: {lost:?}"));
}
