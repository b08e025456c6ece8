//! What a reader's hands can do beside playing: two lanes, a message looked into, keys and settings, the
//! browser's way back, and keeping a picture.

use e2e::{AT_HOME, AT_VISITED, Browser, HOME_MATCH, QUESTIONS, STAND_IN, Site, Wishes, keys};

const PSI: &str = "“Which cell is this phone in?”";
const WITHOUT: &str = "Without “Only the traveller’s own home asks”";
const WITH: &str = "With “Only the traveller’s own home asks”";

/// The names of the pictures that are there.
fn pictures(browser: &Browser) -> Vec<String> {
    let all = browser.all("image");
    all.iter().map(e2e::Element::name).filter(|name| name.starts_with("Two questions")).collect()
}

#[test]
fn an_answer_at_the_turning_point_sets_two_lanes_side_by_side() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/#at=second-question.1&speed=4");
    browser.asked(QUESTIONS[3]).one("button", "Yes").click();
    browser.wait("two lanes", || (pictures(&browser).len() == 2).then_some(()));
    browser.check(browser.filter(AT_VISITED, HOME_MATCH).property("checked") == true, "filtered");
    browser.played();
    let both = pictures(&browser);
    browser.check(both.len() == 2, &format!("two pictures: {both:?}"));
    browser.check(both[0].contains(WITHOUT) && both[1].contains(WITH), &format!("named: {both:?}"));
    let caption = browser.caption();
    browser.check(caption.contains("As you said."), "it was right about the lane without");
    browser.check(caption.contains("The cell stayed secret."), "the caption follows the other");
    browser.check(caption.contains("They part at the gate of the visited network"), "and why");
    browser.check(browser.address().ends_with("lanes=both"), "the link has both");
    browser.clean(&site, "with two lanes");

    // One of the two, at the same moment, and both again.
    let at = browser.moment();
    for (choice, checked, count) in
        [("Without", false, 1), ("With the filter", true, 1), ("Both", true, 2)]
    {
        browser.one("button", choice).click();
        browser.wait(choice, || (pictures(&browser).len() == count).then_some(()));
        let on = browser.filter(AT_VISITED, HOME_MATCH).property("checked");
        browser.check(on == checked && browser.moment() == at, choice);
        let pressed = browser.one("button", choice).attribute("aria-pressed");
        browser.check(pressed.as_deref() == Some("true"), &format!("{choice}: {pressed:?}"));
    }
    browser.fits_across("with two lanes");
    // Without the room there is one, and a switch.
    browser.resize(720, 520);
    browser.page(&site, "chapters/4/#at=second-question.3&lanes=both");
    browser.check(pictures(&browser).len() == 1, "one lane");
    browser.check(!browser.has("button", "Both") && browser.has("button", "Without"), "a switch");
    browser.check(browser.caption().contains("stops it"), "it is the one with the filter");
}

#[test]
fn the_browsers_way_back_goes_back_a_choice() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/#at=first-question.4");
    let rest = browser.screen();
    browser.filter(AT_VISITED, HOME_MATCH).click();
    browser.wait("a choice", || browser.address().contains("home-match").then_some(()));
    browser.filter(AT_HOME, STAND_IN).click();
    browser.wait("another", || browser.address().contains("sms-home-routing").then_some(()));
    // Moving about is no choice.
    browser.one("button", "One hop forward").click();
    browser.script("history.back();", &[]);
    browser.wait("the first", || (!browser.address().contains("sms-home-routing")).then_some(()));
    let on = || browser.filter(AT_VISITED, HOME_MATCH).property("checked") == true;
    let off = || browser.filter(AT_HOME, STAND_IN).property("checked") == false;
    browser.wait("as it was", || (on() && off()).then_some(()));
    browser.script("history.back();", &[]);
    browser.wait("none", || (!browser.address().contains("filters")).then_some(()));
    browser.wait("all off", || (!on()).then_some(()));
    browser.same_screen(&rest, &browser.screen(), "as it was at first");
}

#[test]
fn a_message_is_looked_into_from_the_list_and_from_the_picture() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/#at=second-question.3&filters=visited.home-match");
    let rows = browser.all("button");
    let row = rows.iter().rev().find(|button| button.name() == PSI);
    let row = row.unwrap_or_else(|| browser.fail("the last message can be looked into"));
    row.focus();
    browser.press(None, &[keys::ENTER]);
    let dialog = browser.one("dialog", PSI);
    let said = dialog.text();
    for part in [
        "provideSubscriberInfo",
        "MAP 70",
        "TS 29.002, 8.11.2",
        "Really sent by the third party",
        "Says it is from Corvo Telecom, under the address +999 73",
        "the number on its SIM (IMSI)",
        "Honestly for",
        "At the gate of the visited network",
        "Only the traveller’s own home asks stops it: Corvo Telecom is not the traveller’s home network",
    ] {
        browser.check(said.contains(part), &format!("“{part}” is in: {said}"));
    }
    // The widget's keys are not the dialog's.
    browser.press(None, &[keys::HOME]);
    browser.check(browser.address().contains("at=second-question.3"), "it stays where it is");
    browser.press(None, &[keys::ESCAPE]);
    browser.wait("it is closed", || (!browser.has("dialog", PSI)).then_some(()));
    let focused = browser.focused().map(|now| now.name());
    browser.check(focused.as_deref() == Some(PSI), &format!("the focus is back: {focused:?}"));
    // The envelope is where the message has been stopped.
    let envelope = browser.script(
        "const envelope = document.querySelector('.flight .envelope');
         envelope.scrollIntoView({ block: 'center', behavior: 'instant' });
         const at = envelope.getBoundingClientRect();
         return [at.x + at.width / 2, at.y + at.height / 2];",
        &[],
    );
    browser.click_at(&envelope);
    let dialog = browser.one("dialog", PSI);
    dialog.one("button", "Close").click();
    browser.wait("it is closed", || (!browser.has("dialog", PSI)).then_some(()));
    browser.clean(&site, "after looking");
}

#[test]
fn the_list_of_keys_opens_by_key_and_the_settings_in_it_act_at_once() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/");
    browser.slider().focus();
    browser.press(None, &['?']);
    let dialog = browser.one("dialog", "Keys and settings");
    browser.check(dialog.all("row").len() == 11, "every key");
    dialog.one("combobox", "Colours").choose("dark");
    browser.wait("by night", || browser.address().contains("theme=dark").then_some(()));
    let scheme = "return getComputedStyle(document.querySelector('main')).colorScheme;";
    browser.check(browser.script(scheme, &[]) == "dark", "the page is dark");
    dialog.one("combobox", "Movement").choose("stills");
    dialog.one("switch", "Use these keys").click();
    dialog.one("button", "Close").click();
    browser.wait("keys off", || browser.address().contains("keys=off").then_some(()));
    browser.slider().focus();
    browser.press(None, &['4']);
    browser.press(None, &['?']);
    browser.check(!browser.has("dialog", "Keys and settings"), "the keys are off");

    // What was set is as it was at the next visit, and a link that says otherwise counts for once.
    browser.page(&site, "chapters/5/");
    let address = browser.address();
    let settings = "theme=dark&motion=reduced&keys=off";
    browser.check(address.ends_with(settings), &format!("kept: {address}"));
    browser.page(&site, "chapters/5/#keys=on&theme=light");
    browser.slider().focus();
    browser.press(None, &['0']);
    browser.one("region", "The reported case, an animated explainer");
    browser.ready();
    browser.page(&site, "chapters/6/");
    browser.check(browser.address().ends_with(settings), "and what was kept is still kept");
    browser.clean(&site, "after settings");
}

#[test]
fn digits_lead_to_chapters_with_the_readers_settings() {
    let site = Site::start();
    let browser = Browser::at(&site.url("chapters/4/#depth=engineer"));
    browser.one("region", "Two questions, an animated explainer");
    browser.ready();
    browser.slider().focus();
    browser.press(None, &['1']);
    browser.one("region", "A phone goes abroad, an animated explainer");
    browser.ready();
    browser.check(browser.address() == site.url("#depth=engineer"), &browser.address());
}

#[test]
fn picture_and_chart_are_kept_as_files_that_stand_alone() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/#at=second-question.3&lanes=both");
    // What would be written to a file is caught on its way there.
    browser.script(
        "window.kept = [];
         let file;
         URL.createObjectURL = (made) => { file = made; return '#'; };
         HTMLAnchorElement.prototype.click = function () { window.kept.push([this.download, file]); };",
        &[],
    );
    let names = ["Picture as SVG", "Picture as PNG", "Chart as SVG", "Chart as PNG"];
    for (number, name) in (1..).zip(names) {
        browser.one("button", name).click();
        let count = || browser.script("return window.kept.length;", &[]).as_u64();
        browser.wait(name, || (count() == Some(number)).then_some(()));
    }
    let kept = browser.script_async(
        "return Promise.all(window.kept.map(async ([name, file]) => {
             if (file.type !== 'image/png') return [name, file.type, await file.text()];
             const picture = await createImageBitmap(file);
             return [name, file.type, `${picture.width}`];
         }));",
        &[],
    );
    let kept = kept.as_array().cloned().unwrap_or_default();
    let part = |file: usize, what: usize| kept[file][what].as_str().unwrap_or_default().to_owned();
    let files: Vec<String> = (0..4).map(|file| part(file, 0)).collect();
    let expected = ["picture.svg", "picture.png", "chart.svg", "chart.png"];
    let expected = expected.map(|end| format!("whereabouts-two-questions-{end}"));
    browser.check(files == expected, &format!("{files:?}"));
    for (file, word) in [(0, "Belisle Mobile"), (2, "Third party")] {
        let (kind, text) = (part(file, 1), part(file, 2));
        browser.check(kind == "image/svg+xml" && text.contains(word), &format!("{kind}: {word}"));
        let colours = text.contains("fill=\"rgb(") && !text.contains("var(");
        browser.check(colours, "it needs no style sheet");
    }
    browser.check(part(0, 2).matches("Belisle Mobile").count() == 2, "both lanes are in it");
    for file in [1, 3] {
        let wide: u32 = part(file, 2).parse().unwrap_or_default();
        browser.check(part(file, 1) == "image/png" && wide > 1200, &format!("{wide} pixels wide"));
    }
}
