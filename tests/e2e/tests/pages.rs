//! Every page of the site: how it is come to, what it leads to, what it says without scripts.

use e2e::{Browser, CHAPTERS, QUESTIONS, Site, Wishes, page_of};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The pages of the language that nobody speaks, which no link leads to.
const PSEUDO: &str = "pseudo/";
/// The first page once more, where its hand-out has its folder.
const COPY: &str = "chapters/1/";

fn strings(value: &Value) -> Vec<String> {
    let all = value.as_array().into_iter().flatten();
    all.filter_map(|value| value.as_str().map(str::to_owned)).collect()
}

/// What a page leads to, and the places on it that something can lead to.
fn links_and_places(browser: &Browser) -> (Vec<String>, BTreeSet<String>) {
    let found = browser.script(
        "const all = (selector, name) => [...document.querySelectorAll(selector)].map(name);
         return [all('a', (link) => link.href), all('[id]', (place) => place.id)];",
        &[],
    );
    (strings(&found[0]), strings(&found[1]).into_iter().collect())
}

#[test]
fn every_page_is_come_to_by_links_and_no_link_leads_nowhere() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    let root = site.url("");
    let pages = site.pages();
    assert!(pages.len() > 60, "the whole site: {pages:?}");
    let mut seen: BTreeMap<String, (Vec<String>, BTreeSet<String>)> = BTreeMap::new();
    // To the pages for a frame somebody else's pages lead.
    let framed = |page: &&String| page.strip_prefix(PSEUDO).unwrap_or(page).starts_with("embed/");
    let starts = ["".to_owned(), PSEUDO.to_owned()];
    for start in starts.iter().chain(pages.iter().filter(|page| page.starts_with("embed/"))) {
        let mut next = vec![start.to_owned()];
        while let Some(page) = next.pop() {
            if seen.contains_key(&page) {
                continue;
            }
            browser.visit(&site, &page);
            let (links, places) = links_and_places(&browser);
            browser.check(!links.is_empty(), &format!("“{page}” leads on"));
            for link in &links {
                let Some(inside) = link.strip_prefix(&root) else { continue };
                let to = inside.split(['#', '?']).next().unwrap_or_default();
                browser.check(pages.iter().any(|page| page == to), &format!("{link} on “{page}”"));
                let stays = to.starts_with(PSEUDO) == page.starts_with(PSEUDO);
                browser.check(stays, &format!("the language stays: {link} on “{page}”"));
                next.push(to.to_owned());
            }
            seen.insert(page, (links, places));
        }
    }
    for page in &pages {
        let copy = page.strip_prefix(PSEUDO).unwrap_or(page) == COPY;
        assert!(copy || framed(&page) || seen.contains_key(page), "no link leads to {page}");
    }
    for (page, (links, _)) in &seen {
        for link in links {
            let (to, place) = link.split_once('#').unwrap_or((link, ""));
            let Some(to) = to.strip_prefix(&root) else {
                // A lesson that is saved is in its link.
                let saves = link.starts_with("data:application/json");
                assert!(saves || link.starts_with("http"), "{link} on “{page}” is an address");
                continue;
            };
            // What has no equals sign is a place.
            if !place.is_empty() && !place.contains('=') {
                let there = seen.get(to).is_some_and(|(_, places)| places.contains(place));
                assert!(there, "there is no place for {link} on “{page}”");
            }
        }
    }
    let lost: Vec<String> =
        site.log().into_iter().filter(|line| !line.starts_with("200")).collect();
    assert!(lost.is_empty(), "files that are not there: {lost:?}");
}

#[test]
fn the_copy_of_the_first_page_is_the_first_page() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.visit(&site, "");
    let first = browser.text();
    browser.visit(&site, COPY);
    browser.check(browser.text() == first, "it says the same");
    // Its address is another, and it stays there.
    browser.one("button", "One hop forward").click();
    browser.wait("it works", || (browser.moment().0 > 0).then_some(()));
    browser.clean(&site, "on the copy");
}

#[test]
fn every_page_keeps_to_its_policy_and_fits_across() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    for page in site.pages() {
        browser.resize(1400, 900);
        browser.visit(&site, &page);
        for width in [1400, 360, 320] {
            browser.resize(width, 900);
            browser.settle();
            browser.fits_across(&format!("{width} wide at “{page}”"));
        }
        browser.clean(&site, &format!("at “{page}”"));
        let title = browser.script(
            "return [document.title, document.querySelectorAll('h1').length, document.documentElement.lang];",
            &[],
        );
        let named = title[0].as_str().is_some_and(|title| title.contains('·'));
        browser.check(named && title[1] == 1, &format!("“{page}” has a title and one h1: {title}"));
        let missing =
            browser.script("return document.documentElement.outerHTML.includes('\\u27e6');", &[]);
        browser.check(missing == false, &format!("no word is missing at “{page}”"));
    }
}

/// What is told of a chapter as it begins, sentence by sentence: the same that a terminal prints.
fn told(chapter: u8) -> Vec<String> {
    let (lesson, filters) = match chapter {
        1 => ("a-phone-goes-abroad", "none"),
        2 => ("why-networks-ask", "none"),
        3 => ("anyone-may-ask", "none"),
        4 => ("two-questions", "none"),
        5 => ("a-borrowed-name", "none"),
        6 => ("a-rented-name", "none"),
        7 => ("new-envelopes", "visited.sepp"),
        8 => ("blind-spots", "visited.home-match"),
        9 => ("a-crowd", "visited.home-match"),
        _ => ("the-reported-case", "none"),
    };
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../golden");
    let golden = fs::read_to_string(format!("{folder}/{lesson}.{filters}.plain.txt"));
    let golden = golden.unwrap_or_else(|error| panic!("what is told of {lesson}: {error}"));
    let lines = golden.lines().filter(|line| line.starts_with("   ")).map(str::trim);
    lines.map(str::to_owned).collect()
}

#[test]
fn without_scripts_a_chapter_is_its_whole_text_with_its_sources_and_the_way_to_all_others() {
    let site = Site::start();
    let browser = Browser::open(Wishes { javascript: false, ..Wishes::default() });
    for (at, (number, name, widget)) in CHAPTERS.into_iter().enumerate() {
        browser.go(&site.url(&page_of(number)));
        let title = browser.script("return document.title;", &[]);
        browser.check(title == format!("{name} · Whereabouts"), &format!("the title: {title}"));
        browser.one("heading", name);
        let chapter = widget.split(", an animated").next().unwrap_or_default();
        let picture = browser.picture().name();
        browser.check(picture.starts_with(&format!("{chapter}: ")), &format!("a still: {picture}"));

        let text = browser.one("region", "The same in words").text();
        for sentence in told(number) {
            // How a number in brackets stands in its line is the style's affair.
            let flat = |text: &str| text.replace(' ', "");
            let there = flat(&text).contains(&flat(&sentence));
            browser.check(there, &format!("“{sentence}” is in the text of chapter {number}"));
        }
        browser.check(text.contains(QUESTIONS[at]), "and the question before the turning point");
        browser
            .check(text.contains("As an engineer says it"), "and the way to an engineer's words");

        let page = browser.text();
        let checked = "Facts last held against these sources: 20";
        browser.check(page.contains(checked), &format!("when chapter {number} was checked"));
        browser.one("heading", "Sources");
        browser.one("link", "Hand-out of this chapter, to print");
        let names: Vec<String> = browser.all("link").iter().map(e2e::Element::name).collect();
        for (_, other, _) in CHAPTERS {
            let links = names.iter().filter(|name| *name == other).count();
            browser.check(links == 2, &format!("“{other}” at the head and the foot: {links}"));
        }
        browser.fits_across(&format!("without scripts, chapter {number}"));
    }
}

#[test]
fn an_engineers_words_unfold_without_scripts() {
    let site = Site::start();
    let browser = Browser::open(Wishes { javascript: false, ..Wishes::default() });
    browser.go(&site.url("chapters/4/"));
    let region = browser.one("region", "The same in words");
    browser.check(!region.text().contains("sendRoutingInfoForSM"), "plain words first");
    let all = browser.usable();
    let fold = all.iter().find(|fold| fold.text() == "As an engineer says it");
    fold.unwrap_or_else(|| browser.fail("there is nothing to unfold")).click();
    browser.check(region.text().contains("sendRoutingInfoForSM"), "then an engineer's");
    browser.fits_across("with an engineer's words");
}

#[test]
fn no_english_is_left_in_the_language_that_nobody_speaks() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    let pages = [
        "",
        "#at=end",
        "chapters/4/",
        "chapters/4/#at=end&depth=engineer",
        "chapters/10/",
        "chapters/10/#at=end",
        "chapters/7/#at=end&depth=engineer",
        "glossary/",
        "what-follows/",
        "you-are-the-filter/",
        "matrix/",
        "matrix/providesubscriberinfo/",
        "chapters/4/handout/",
    ];
    for page in pages {
        for width in [1400, 360] {
            browser.resize(width, 900);
            browser.visit(&site, &format!("{PSEUDO}{page}"));
            let when = format!("{width} wide at {PSEUDO}{page}");
            browser.fits_across(&when);
            browser.no_english(&when);
            browser.clean(&site, &when);
        }
    }
    // The whole game, to its end.
    browser.visit(&site, &format!("{PSEUDO}you-are-the-filter/"));
    browser.all("button")[0].focus();
    for number in 0..10 {
        for key in ['p', 'n'] {
            browser.press(None, &[key]);
            browser.settle();
            browser.no_english(&format!("after {key} at message {number}"));
        }
    }
    let all = browser.script("return document.querySelectorAll('table').length;", &[]);
    browser.check(all == json!(1), "it is over");
    browser.fits_across("at the end of the game");
}
