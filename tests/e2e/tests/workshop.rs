//! The workshop: a lesson is changed in the form and in its text, opened from a file, a link and the site, sent by a
//! link and embedded; and whatever is wrong is said at its place and loses nothing.

#[path = "../../support/mod.rs"]
mod support;

use e2e::{Browser, Element, Engine, Site, Wishes};
use serde_json::{Value, json};

e2e::everywhere!(
    what_is_changed_in_the_form_is_played_at_once_and_can_be_taken_back,
    what_is_wrong_is_said_at_its_place_and_nothing_typed_is_lost,
    a_lesson_is_sent_by_its_link_and_found_in_the_address_again,
    a_file_of_the_site_is_opened_by_its_address_and_one_of_another_site_is_not,
    whatever_is_opened_ends_in_a_lesson_or_in_words,
    a_lesson_with_four_networks_is_made_in_the_form_alone,
    no_file_keeps_the_page_from_answering
);

const PAGE: &str = "workshop/";
const EXAMPLE: &str = include_str!("../../../assets/examples/one-question-too-many.json");

fn open(wishes: Wishes, site: &Site, rest: &str) -> Browser {
    let browser = Browser::open(wishes);
    browser.page(site, &format!("{PAGE}{rest}"));
    browser
}

/// Writes into a field as a reader would, in one go.
fn write(browser: &Browser, field: &Element<'_>, text: &str) {
    browser.script(
        "const [field, text] = arguments;
         field.focus();
         field.value = text;
         field.dispatchEvent(new Event('input', { bubbles: true }));
         field.dispatchEvent(new Event('change', { bubbles: true }));",
        &[field.handle(), Value::from(text)],
    );
}

/// Unfolds a part of the form.
fn unfold(browser: &Browser, name: &str) {
    browser.script(
        "const all = [...document.querySelectorAll('.workshop details')];
         const one = all.find((it) => it.querySelector('summary').textContent.startsWith(arguments[0]));
         one.open = true;",
        &[Value::from(name)],
    );
}

fn text(browser: &Browser) -> Element<'_> {
    unfold(browser, "The file itself");
    browser.one("textbox", "The file itself")
}

fn written(browser: &Browser) -> String {
    text(browser).property("value").as_str().unwrap_or_default().to_owned()
}

fn says(browser: &Browser, what: &str) {
    browser.wait(what, || browser.text().contains(what).then_some(()));
}

fn what_is_changed_in_the_form_is_played_at_once_and_can_be_taken_back(engine: Engine) {
    let site = Site::start();
    let browser = open(Wishes::of(engine), &site, "");
    says(&browser, "Can a stranger simply ask where you are?");
    write(&browser, &browser.one("textbox", "Question"), "Who can ask?");
    says(&browser, "Who can ask?");
    assert!(written(&browser).contains("\"question\": \"Who can ask?\""));
    browser.one("button", "Undo").click();
    says(&browser, "Can a stranger simply ask where you are?");
    browser.one("button", "Redo").click();
    says(&browser, "Who can ask?");
    // Filters are switched in the player, and the run ends otherwise.
    browser.one("button", "Play").click();
    browser.asked("Will the stranger learn which cell the phone is in?");
    browser.clean(&site, "in the workshop");
}

fn what_is_wrong_is_said_at_its_place_and_nothing_typed_is_lost(engine: Engine) {
    let site = Site::start();
    let browser = open(Wishes::of(engine), &site, "");
    let broken = EXAMPLE.replacen("\"anyTimeInterrogation\"", "\"anyTimeInterogation\"", 1);
    write(&browser, &text(&browser), &broken);
    says(&browser, "One thing has to be mended.");
    let problem = "acts[0].operation: “anyTimeInterogation” is not known here.";
    says(&browser, problem);
    assert_eq!(written(&browser), broken);
    // The player goes on with the lesson as it was.
    says(&browser, "Can a stranger simply ask where you are?");
    let button =
        browser.all("button").into_iter().find(|button| button.name().starts_with(problem));
    button.expect("the problem leads to its place").click();
    let chosen = browser.script(
        "const at = document.activeElement;
         return at.value.slice(at.selectionStart, at.selectionEnd);",
        &[],
    );
    assert!(chosen.as_str().is_some_and(|line| line.contains("anyTimeInterogation")), "{chosen}");
    write(&browser, &text(&browser), EXAMPLE);
    browser.wait("nothing is wrong any more", || {
        (!browser.text().contains("has to be mended")).then_some(())
    });
    write(&browser, &text(&browser), "{ not json");
    says(&browser, "This is not JSON");
    assert_eq!(written(&browser), "{ not json");
    browser.clean(&site, "with something wrong");
}

fn a_lesson_is_sent_by_its_link_and_found_in_the_address_again(engine: Engine) {
    let site = Site::start();
    let browser = open(Wishes::of(engine), &site, "");
    write(&browser, &browser.one("textbox", "Question"), "Who was it?");
    says(&browser, "Who was it?");
    let address = browser.wait("the lesson is in the address", || {
        Some(browser.address()).filter(|address| address.contains("own="))
    });
    let other = Browser::open(Wishes::of(engine));
    other.go(&address);
    other.ready();
    says(&other, "Who was it?");
    says(&other, "Somebody has made this lesson and sent it to you.");
    // Any page takes it, and one for a frame plays it there.
    let own = address.split_once('#').map(|(_, hash)| hash.to_owned()).unwrap_or_default();
    for page in ["", "chapters/4/", "embed/"] {
        other.go(&site.url(&format!("{page}#{own}")));
        other.wait("it leads to the workshop", || {
            other.address().contains("workshop/").then_some(())
        });
        other.ready();
        says(&other, "Who was it?");
    }
    assert!(other.address().contains("embed/workshop/"));
    other.clean(&site, "with a lesson of somebody's own");
    // A link that was cut off says so.
    other.go("about:blank");
    other.go(&site.url(&format!("{PAGE}#{}", &own[..own.len() / 2])));
    says(&other, "The link is not whole");
}

fn a_file_of_the_site_is_opened_by_its_address_and_one_of_another_site_is_not(engine: Engine) {
    let site = Site::start();
    site.beside("/lessons/mine.json", EXAMPLE.replacen("Can a stranger", "Could a stranger", 1));
    let browser = Browser::open(Wishes::of(engine));
    for page in ["", "workshop/", "embed/chapters/4/"] {
        browser.go(&site.url(&format!("{page}?lesson=lessons/mine.json")));
        browser.wait("it leads to the workshop", || {
            browser.address().contains("workshop/").then_some(())
        });
        browser.ready();
        says(&browser, "Could a stranger simply ask where you are?");
    }
    browser.go(&site.url("workshop/?lesson=https://elsewhere.example/a.json"));
    says(&browser, "The address names a file of another site.");
    browser.go(&site.url("workshop/?lesson=lessons/nothing.json"));
    says(&browser, "The file that the address names could not be had");
}

fn whatever_is_opened_ends_in_a_lesson_or_in_words(engine: Engine) {
    let site = Site::start();
    let browser = open(Wishes::of(engine), &site, "");
    let deep = "[".repeat(100_000);
    let number = EXAMPLE.replacen("\"seed\": 1", "\"seed\": 1e400", 1);
    let turned = EXAMPLE.replacen("One question", "One \u{202e}question", 1);
    let twice = EXAMPLE.replacen("\"seed\": 1,", "\"seed\": 1, \"seed\": 2,", 1);
    let script = EXAMPLE.replacen("One question too many", "<img src=x onerror=window.hurt=1>", 1);
    for (what, text_of, wrong) in [
        ("deep nesting", deep.as_str(), true),
        ("a huge number", &number, true),
        ("a hidden turn of direction", &turned, true),
        ("a field that stands there twice", &twice, true),
        ("markup in a title", &script, false),
    ] {
        write(&browser, &text(&browser), text_of);
        let said = browser.text();
        browser.check(said.contains("has to be mended") == wrong, what);
        browser.check(!said.contains('⟦'), what);
    }
    assert_eq!(browser.script("return window.hurt ?? null;", &[]), json!(null));
    // Ten megabytes, as a file that is dropped: they are not even read.
    let before = written(&browser);
    browser.script(
        "const file = new File(['x'.repeat(10_000_000)], 'large.json');
         const carried = new DataTransfer();
         carried.items.add(file);
         dispatchEvent(new DragEvent('drop', { dataTransfer: carried, cancelable: true }));",
        &[],
    );
    says(&browser, "The file is too large.");
    assert_eq!(written(&browser), before);
    // One that can be read is opened.
    browser.script(
        "const carried = new DataTransfer();
         carried.items.add(new File([arguments[0]], 'mine.json'));
         dispatchEvent(new DragEvent('drop', { dataTransfer: carried, cancelable: true }));",
        &[Value::from(EXAMPLE.replacen("Can a stranger", "Could a stranger", 1))],
    );
    says(&browser, "Could a stranger simply ask");
    says(&browser, "“Undo” leads back to the one before.");
}

fn a_lesson_with_four_networks_is_made_in_the_form_alone(engine: Engine) {
    let site = Site::start();
    let browser = open(Wishes::of(engine), &site, "");
    for (part, button, list, count) in [
        ("Networks", "Add a network", "networks", 4),
        ("What is asked", "Add a question", "acts", 2),
        ("Gates and filters", "Add a gate", "gates", 2),
    ] {
        unfold(&browser, part);
        browser.one("button", button).click();
        // The form is drawn anew, and what is below it moves.
        browser.wait(&format!("{count} {list}"), || {
            let file: Value = serde_json::from_str(&written(&browser)).expect("it is JSON");
            (file[list].as_array().map(Vec::len) == Some(count)).then_some(())
        });
    }
    browser.check(!browser.text().contains("has to be mended"), "all of it is fine");
    browser.no_sideways_scrolling("in the workshop");
}

/// Every file that is wrong in some way, whole and cut off in three places.
fn hostile() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../lessons");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder of files with problems")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    files.sort();
    let texts = files.iter().filter_map(|path| std::fs::read_to_string(path).ok());
    texts
        .flat_map(|text| {
            let letters: Vec<char> = text.chars().collect();
            let cut = |part: usize| letters[..letters.len() * part / 4].iter().collect();
            [cut(1), cut(2), cut(3), text]
        })
        .collect()
}

/// So many files that chance has spoiled where nobody says how many.
const FEW: u64 = 500;
/// And so many of all are typed one by one.
const SHOWN: u64 = 1000;

/// Every file that is wrong in some way, and some that chance has spoiled: `HOSTILE` says how many.
fn no_file_keeps_the_page_from_answering(engine: Engine) {
    let site = Site::start();
    let browser = open(Wishes::of(engine), &site, "");
    let field = text(&browser);
    let whole: Vec<Value> = support::EXAMPLES
        .iter()
        .map(|(_, text)| serde_json::from_str(text).expect("an example is JSON"))
        .collect();
    let many = std::env::var("HOSTILE").ok().and_then(|text| text.parse().ok()).unwrap_or(FEW);
    let chance = (0..many).map(|seed| support::spoil::spoiled(seed, &whole));
    let mut all = (0..).zip(hostile().into_iter().chain(chance)).peekable();
    let (mut longest, mut count) = (0.0_f64, 0);
    while all.peek().is_some() {
        let (numbers, texts): (Vec<u64>, Vec<String>) = all.by_ref().take(20).unzip();
        count += texts.len();
        // The first ones are shown one by one, as a reader's would be. Of many more at once each takes no longer than
        // all together.
        let shown = numbers.iter().any(|number| *number < SHOWN);
        let type_them = |shown: bool| {
            browser.script_async(
                "const [field, texts, shown] = arguments;
             const said = [];
             const began = performance.now();
             const missing = () =>
                 document.querySelector('.workshop .problems')?.textContent.includes('⟦') ?? false;
             const painted = () => new Promise((done) => setTimeout(done));
             for (const text of texts) {
                 const begins = performance.now();
                 field.value = text;
                 field.dispatchEvent(new Event('input', { bubbles: true }));
                 // What is wrong is drawn after it.
                 if (shown) await painted();
                 else await null;
                 // Where a word is missing, it has to be of this file.
                 if (missing()) await painted();
                 said.push([performance.now() - begins, field.value === text, missing()]);
             }
             await painted();
             if (!shown) for (const one of said) one[0] = performance.now() - began;
             return said;",
                &[field.handle(), json!(texts), json!(shown)],
            )
        };
        let mut said = type_them(shown);
        let late = |one: &Value| one[0].as_f64().is_none_or(|took| took >= 1000.0);
        if !shown && said.as_array().is_none_or(|said| said.iter().any(late)) {
            // On a machine with other work twenty together may take that long: then each for itself.
            said = type_them(true);
        }
        browser.check(said.as_array().map(Vec::len) == Some(texts.len()), "each is answered");
        for (text, said) in texts.iter().zip(said.as_array().into_iter().flatten()) {
            let what = || format!("{said} {}", &text[..text.floor_char_boundary(200)]);
            let took = said[0].as_f64().unwrap_or(f64::MAX);
            longest = longest.max(took);
            // What is repeated of the file may have a mark of a missing word in it.
            let missing = said[2] != json!(false) && !text.contains('⟦');
            if took >= 1000.0 || said[1] != json!(true) || missing {
                browser.fail(&format!("it is answered soon and in words: {}", what()));
            }
        }
    }
    println!("{engine:?}: {count} files, {longest:.0} ms for the longest");
    // And it goes on.
    write(&browser, &text(&browser), EXAMPLE);
    says(&browser, "Can a stranger simply ask where you are?");
    browser.clean(&site, "after all that");
}
