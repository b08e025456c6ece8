//! The matrix: a table of links, each to one run in the picture under it.

use e2e::{Browser, Element, Site, Wishes};
use serde_json::Value;

const PAGE: &str = "matrix/providesubscriberinfo/";

/// A cell with the headers that stand over it.
struct Cell<'b> {
    row: String,
    gate: String,
    rule: String,
    word: String,
    link: Element<'b>,
}

/// The table read as somebody reads it: every cell with its row's header and its column's headers.
fn cells(browser: &Browser) -> Vec<Cell<'_>> {
    let table = browser.one(
        "table",
        "What becomes of “Which cell is this phone in?” Rows: who asks. Columns: the one filter that is on.",
    );
    let headers = browser.script(
        "const grid = [];
         for (const [y, row] of [...arguments[0].rows].entries()) {
             let x = 0;
             for (const cell of row.cells) {
                 while (grid[y]?.[x]) x++;
                 for (let dy = 0; dy < cell.rowSpan; dy++) {
                     for (let dx = 0; dx < cell.colSpan; dx++) (grid[y + dy] ??= [])[x + dx] = cell;
                 }
                 x += cell.colSpan;
             }
         }
         const all = [];
         for (const row of grid.slice(2)) {
             for (const [x, cell] of row.entries()) {
                 if (x > 0) all.push([row[0], grid[0][x], grid[1][x]].map((head) => head.innerText));
             }
         }
         return all;",
        &[table.handle()],
    );
    let links = table.all("link");
    let headers = headers.as_array().cloned().unwrap_or_default();
    assert_eq!(headers.len(), links.len(), "each cell is one link");
    let text = |value: &Value| spaced(value.as_str().unwrap_or_default());
    links
        .into_iter()
        .zip(&headers)
        .map(|(link, headers)| Cell {
            row: text(&headers[0]),
            gate: text(&headers[1]),
            rule: text(&headers[2]),
            word: spaced(&link.name()),
            link,
        })
        .collect()
}

/// With one space wherever there was any white, as a sign before a word leaves it.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Goes on from where the cell leads until it can be seen what becomes of the question.
fn outcome(browser: &Browser, before: usize) -> Vec<String> {
    let forward = browser.one("button", "One hop forward");
    let mut seen = Vec::new();
    for _ in 0..12 {
        forward.click();
        seen = browser.messages();
        let question = seen.get(before).cloned().unwrap_or_default();
        let over =
            ["stopped", "went elsewhere", "not asked"].iter().any(|end| question.ends_with(end));
        let answer = seen.get(before + 1).cloned().unwrap_or_default();
        let answered =
            ["answered", "went elsewhere", "stand-in"].iter().any(|end| answer.ends_with(end));
        if over || answered {
            break;
        }
    }
    seen.split_off(before.min(seen.len()))
}

#[test]
fn a_cell_opens_the_run_that_shows_its_word() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, PAGE);
    let mut shown = Vec::new();
    for cell in cells(&browser) {
        // One of each kind that a row has.
        if shown.contains(&(cell.row.clone(), cell.word.clone())) {
            continue;
        }
        let when = format!("{} / {} / {}: {}", cell.row, cell.gate, cell.rule, cell.word);
        cell.link.focus();
        browser.press(None, &[e2e::keys::ENTER]);
        let on = || {
            let switches = browser.all("switch");
            let on = switches.iter().filter(|switch| switch.property("checked") == true);
            on.map(Element::name).collect::<Vec<_>>()
        };
        let filtered = cell.rule != "No filter";
        browser.wait(&format!("its filter, {when}"), || {
            let on = on();
            (on.is_empty() != filtered && on.iter().all(|name| *name == cell.rule)).then_some(())
        });
        // It leads to where the question is on its way, behind those of the rows above.
        let before = browser.wait(&format!("the question, {when}"), || {
            let messages = browser.messages();
            let last = messages.last().filter(|last| last.ends_with("on its way"));
            last.map(|_| messages.len() - 1)
        });
        let seen = outcome(&browser, before);
        let last = seen.last().cloned().unwrap_or_default();
        let end = match cell.word.as_str() {
            "wrongly stopped" => "stopped",
            "goes elsewhere" => "went elsewhere",
            word => word,
        };
        browser.check(last.ends_with(end), &format!("{when} is shown: {seen:#?}"));
        if end == "stopped" {
            let by = format!("stopped by “{}”", cell.rule);
            browser.check(last.contains(&by), &format!("{when}, {by}: {last}"));
        }
        shown.push((cell.row, cell.word));
    }
    for word in ["answered", "stopped", "wrongly stopped", "goes elsewhere"] {
        let there = shown.iter().any(|(_, shown)| shown == word);
        browser.check(there, &format!("“{word}” is in the table: {shown:#?}"));
    }
    browser.clean(&site, "after many cells");
}

#[test]
fn a_cell_that_is_known_is_what_it_was() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, PAGE);
    let visited = "At the visited network’s gate";
    let cases = [
        (
            "The third party, with a forged address of the home network",
            "No filter",
            "goes elsewhere",
        ),
        ("The third party, with an address rented from another operator", "No filter", "answered"),
        (
            "The third party, with an address rented from another operator",
            "Only the traveller’s own home asks",
            "stopped",
        ),
        (
            "The home network, from new addresses",
            "Only the traveller’s own home asks",
            "wrongly stopped",
        ),
        ("The home network", "Only the traveller’s own home asks", "answered"),
        (
            "The third party, with an address rented from the home network",
            "Only the traveller’s own home asks",
            "answered",
        ),
    ];
    let cells = cells(&browser);
    for (row, rule, word) in cases {
        let here = |cell: &&Cell| {
            let gate = cell.gate == visited || rule == "No filter";
            let row = [format!("{row} has an honest"), format!("{row} has no honest")]
                .iter()
                .any(|begins| cell.row.starts_with(begins));
            gate && row && cell.rule == rule
        };
        let [cell] = &cells.iter().filter(here).collect::<Vec<_>>()[..] else {
            browser.fail(&format!("one cell for {row} / {rule}"))
        };
        browser.check(cell.word == word, &format!("{row} / {rule}: {}", cell.word));
    }
}

#[test]
fn a_cell_is_a_link_that_opens_the_same_for_somebody_else() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, PAGE);
    let cells = cells(&browser);
    let cell = cells.iter().find(|cell| cell.word == "stopped");
    let cell = cell.unwrap_or_else(|| browser.fail("no cell says “stopped”"));
    cell.link.click();
    browser.wait("its filter", || {
        let switches = browser.all("switch");
        switches.iter().any(|switch| switch.property("checked") == true).then_some(())
    });
    // The widget comes into view and has the focus: its keys go on.
    browser.press(None, &[e2e::keys::RIGHT]);
    let (address, moment) = (browser.address(), browser.moment());
    browser.check(moment.0 > 0, "an arrow key goes a hop");
    let messages = browser.messages();
    let yours = Browser::at(&address);
    yours.ready();
    yours.check(yours.moment() == moment, &format!("the same moment at {address}"));
    yours.check(yours.messages() == messages, "the same messages");
}

#[test]
fn a_cell_that_has_the_focus_is_never_hidden_under_the_headers_of_the_rows() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    for width in [1000, 360] {
        browser.resize(width, 800);
        browser.page(&site, PAGE);
        let cells = cells(&browser);
        let Some(last) = cells.last() else { browser.fail("there are no cells") };
        last.link.focus();
        for at in 0..cells.iter().filter(|cell| cell.row == last.row).count() {
            browser.settle();
            let seen = browser.script(
                "const link = document.activeElement;
                 const { right, top, bottom } = link.getBoundingClientRect();
                 return link.contains(document.elementFromPoint(right - 8, (top + bottom) / 2));",
                &[],
            );
            let name = browser.focused().map(|now| now.name());
            browser.check(seen == true, &format!("{at} from the end, {width} wide: {name:?}"));
            browser.press(Some(e2e::keys::SHIFT), &[e2e::keys::TAB]);
        }
    }
}

#[test]
fn every_question_has_its_page() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.visit(&site, "matrix/");
    let list = browser.one("region", "The questions that can tell where you are");
    let names: Vec<String> = list.all("link").iter().map(Element::name).collect();
    let pages = site.pages().iter().filter(|page| page.starts_with("matrix/")).count();
    browser.check(names.len() + 1 == pages, &format!("{pages} pages for {names:#?}"));
    // What is the same question in plain words has a page for each generation.
    let cell = |link: &&Element| link.name() == "“Which cell is this phone in?”";
    list.all("link").iter().find(cell).unwrap_or_else(|| browser.fail("no such question")).click();
    browser.one("heading", "Who is answered, and which filter changes that");
    browser.ready();
}
