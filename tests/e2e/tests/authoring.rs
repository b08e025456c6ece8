//! The author's guide, done as it is written: from its first file to a lesson with four networks and two comparisons,
//! by what stands on the page, and then to readers by a link, from the site and in a frame.

use e2e::{Browser, Element, Site, Wishes};
use serde_json::{Value, json};

const GUIDE: &str = include_str!("../../../docs/authoring.md");
const HOME_ROUTING: &str = "Hide the SIM number and switch";
const ASKS: &str = "Will the stranger learn which cell the phone is in?";
const OWN_HOME: &str = "Only the traveller’s own home asks";

/// What stands first in the guide between fences of that kind.
fn block(kind: &str) -> &'static str {
    let (_, rest) = GUIDE.split_once(&format!("```{kind}\n")).expect("it stands in the guide");
    rest.split_once("```").expect("and ends").0
}

struct Author(Browser);

impl Author {
    fn unfold(&self, name: &str) {
        let script = "
            const all = [...document.querySelectorAll('summary')];
            const found = all.filter((it) => it.textContent.trim().startsWith(arguments[0]));
            found.forEach((it) => { it.parentElement.open = true; });
            return found.length;";
        let found = self.0.script(script, &[name.into()]);
        self.0.check(found != 0, &format!("“{name}” can be unfolded"));
    }

    /// Folds the form up again, all of it.
    fn fold_up(&self) {
        self.0.script(
            "document.querySelectorAll('details').forEach((it) => { it.open = false; });",
            &[],
        );
    }

    /// The controls of that role and name, in the order of the page.
    fn all(&self, role: &str, name: &str) -> Vec<Element<'_>> {
        self.0.all(role).into_iter().filter(|it| it.name() == name).collect()
    }

    fn nth(&self, role: &str, name: &str, at: usize) -> Element<'_> {
        self.0.wait(&format!("{role} “{name}”, number {at}"), || {
            self.all(role, name).into_iter().nth(at)
        })
    }

    fn write(&self, name: &str, at: usize, text: &str) {
        self.write_in(&self.nth("textbox", name, at), text);
    }

    fn write_in(&self, field: &Element<'_>, text: &str) {
        self.0.script(
            "const [field, text] = arguments;
             field.focus();
             field.value = text;
             field.dispatchEvent(new Event('input', { bubbles: true }));
             field.dispatchEvent(new Event('change', { bubbles: true }));",
            &[field.handle(), text.into()],
        );
    }

    fn says(&self, what: &str) {
        self.0.wait(what, || self.0.text().contains(what).then_some(()));
    }

    fn press(&self, name: &str) {
        self.0.one("button", name).click();
    }

    /// Ticks a box, or takes the tick away, in the part that begins with these words.
    fn tick(&self, part: &str, name: &str, on: bool) {
        let script = "
            const [part, name, on] = arguments;
            const parts = [...document.querySelectorAll('fieldset, details')].filter((it) =>
                it.firstElementChild?.textContent.trim().startsWith(part)
                || it.querySelector(':scope > .field input')?.value === part);
            for (const inside of parts.reverse()) {
                const labels = [...inside.querySelectorAll('label')];
                const label = labels.find((it) => it.textContent.trim().startsWith(name));
                if (label?.control) {
                    if (label.control.checked !== on) label.control.click();
                    return true;
                }
            }
            return false;";
        let found = self.0.script(script, &[part.into(), name.into(), on.into()]);
        self.0.check(found == true, &format!("“{name}” can be ticked in “{part}”"));
        self.0.settle();
    }

    fn file(&self) -> Value {
        self.unfold("The file itself");
        let text = self.0.one("textbox", "The file itself").property("value");
        serde_json::from_str(text.as_str().unwrap_or_default()).expect("it is JSON")
    }
}

#[test]
fn the_guide_leads_from_an_empty_file_to_a_class() {
    let site = Site::start();
    let author = Author(Browser::open(Wishes::default()));
    author.0.page(&site, "workshop/");
    // 1 and 2
    author.unfold("The file itself");
    author.write("The file itself", 0, block("json"));
    author.write("Title", 0, "A friend and a stranger");
    author.write("Question", 0, "Does a filter know the one from the other?");
    author.write("Short name", 0, "friend-and-stranger");
    author.write(
        "Said at the beginning",
        0,
        "One of two people who have your phone number has a text for you.",
    );
    // 3
    author.unfold("Networks");
    author.write("Name", 1, "Marlow Air");
    author.press("Add a network");
    author.press("Add a network");
    let names = |file: &Value| -> Vec<String> {
        let all = file["networks"].as_array().into_iter().flatten();
        all.filter_map(|network| network["name"].as_str().map(str::to_owned)).collect()
    };
    assert_eq!(names(&author.file()), ["Heron Mobile", "Marlow Air", "Fernway", "Gullnet"]);
    for other in [
        "Heron Mobile and Fernway",
        "Heron Mobile and Gullnet",
        "Marlow Air and Fernway",
        "Marlow Air and Gullnet",
        "Fernway and Gullnet",
    ] {
        author.tick("Roaming agreements", other, true);
    }
    author.unfold("Carriers and the third party");
    author.press("Add a rented address");
    author.unfold("Who knows what at the start");
    author.tick("Gullnet", "The phone number", true);
    // 4
    author.unfold("What is asked");
    for _ in 0..3 {
        author.press("Add a question");
    }
    let text = "2G and 3G: “Where do I deliver a text?” (sendRoutingInfoForSM)";
    let cell = "2G and 3G: “Which cell is this phone in?” (provideSubscriberInfo)";
    author.unfold("How it is sent");
    for (made, question, who, name) in [
        ("question-1", text, "Gullnet", "friend"),
        ("question-2", text, "The third party", "stranger"),
        ("question-3", cell, "The third party", "cell"),
    ] {
        let one = author.0.one("group", made);
        one.one("combobox", "Question").choose(question);
        author.0.one("group", made).one("combobox", "Who asks").choose(who);
        author.unfold("How it is sent");
        author.write_in(&author.0.one("group", made).one("textbox", "Short name"), name);
    }
    // 5
    author.unfold("Gates and filters");
    author.press("Add a gate");
    author.press("Add a gate");
    for (gate, filter) in [("home", HOME_ROUTING), ("visited", OWN_HOME)] {
        let rules = |name: &str| author.0.one("group", gate).one("checkbox", name).click();
        rules("No inside-only questions");
        author.0.settle();
        rules(filter);
        author.0.settle();
        rules("The lesson compares itself with this one on");
    }
    assert_eq!(author.file()["compare"], json!(["home.sms-home-routing", "visited.home-match"]));
    // 6
    author.says("One thing has to be mended.");
    author.nth("group", "Heron Mobile", 0).one("checkbox", "Text router").click();
    author.0.wait("it is mended", || (!author.0.text().contains("has to be mended")).then_some(()));
    // 7
    author.unfold("What the reader foresees");
    author.0.one("checkbox", "Ask the reader").click();
    author.write("How you ask", 0, ASKS);
    author.nth("combobox", "Before which question", 0).choose("cell");
    author.nth("combobox", "Who will know it", 0).choose("The third party");
    author.nth("combobox", "What", 0).choose("The cell where the phone was last heard");
    // 8
    author.unfold("What you say about it");
    for (question, when, says) in [
        ("friend", "Said when a stand-in answers", "The text still arrives."),
        ("stranger", "Said when it is answered", "There is no text. Nobody could see that."),
        ("cell", "Said when it is answered", "Two questions, and you are found."),
        ("cell", "Said when it cannot be asked", "Nobody has told the stranger whom to ask."),
    ] {
        author.write_in(&author.0.one("group", question).one("textbox", when), says);
    }
    author.write(
        "One sentence to remember",
        0,
        "Whoever hides the first answer prevents the second question.",
    );
    // 9
    author.unfold("Sources");
    author.press("Add a document");
    let document = author.0.all("group").into_iter().find(|it| it.name() == "source-1");
    let document = document.unwrap_or_else(|| author.0.fail("the document has its place"));
    author.write_in(&document.one("textbox", "Title"), "Notes for our own course");
    author.unfold("There is no text.");
    author.tick("There is no text.", "Notes for our own course", true);
    let file = author.file();
    assert_eq!(file["claims"], json!([{ "says": "stranger-answered", "sources": ["source-1"] }]));
    author.0.check(!author.0.text().contains("has to be mended"), "nothing is wrong");
    // 10: it ends otherwise with the filters.
    author.fold_up();
    author.nth("combobox", "Speed", 0).choose("4×");
    author.0.one("button", "Play").click();
    author.0.asked(ASKS).one("button", "Yes").click();
    author.0.played();
    author.says("The traveller was found.");
    author.0.one("button", "With the filter").click();
    author.0.wait("with the filters the stranger does not learn it", || {
        (!author.0.knows("The third party").contains("cell")).then_some(())
    });
    author.says("Whoever hides the first answer prevents the second question.");
    // To the class: by a link, from the site, in a frame and as an element.
    let address = author.0.address();
    let packed = address.split_once("own=").map(|(_, packed)| packed).unwrap_or_default();
    author.0.check((1..6_000).contains(&packed.len()), "it is packed into a link");
    let link = site.url(&format!("workshop/#own={packed}"));
    let reader = Browser::at(&link);
    reader.ready();
    let opens = |reader: &Browser| {
        let question = "Does a filter know the one from the other?";
        reader.wait(question, || reader.text().contains(question).then_some(()));
    };
    opens(&reader);
    reader.check(reader.text().contains("Somebody has made this lesson"), "and says whose it is");
    let text = serde_json::to_string_pretty(&file).expect("it was read from JSON");
    site.beside("/lessons/mine.json", text);
    reader.go(&site.url("workshop/?lesson=lessons/mine.json"));
    reader.ready();
    opens(&reader);
    let code: String = GUIDE
        .split("```html\n")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once("```")?.0))
        .collect();
    let code = code.replace("https://example.org/whereabouts/", &site.url(""));
    let page = format!("<!doctype html><html lang=\"en\"><title>Our class</title>{code}</html>");
    site.beside("/class.html", page);
    reader.go(&format!("{}/class.html", site.origin()));
    let title = "A friend and a stranger, an animated explainer";
    reader.into_frame(title);
    reader.ready();
    opens(&reader);
    reader.into_shadow("whereabouts-explainer", title);
    reader.ready();
    opens(&reader);
}
