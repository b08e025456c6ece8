//! After one visit the site works without a network: a worker keeps exactly the files of this version.

use e2e::{Browser, Site, Wishes};

/// How many files are kept, under which names; nothing until the worker is ready.
const KEPT: &str = "
    await navigator.serviceWorker.ready;
    const names = await caches.keys();
    const sizes = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
    return [names, sizes];";

fn kept(browser: &Browser) -> (Vec<String>, u64) {
    let found = browser.script_async(KEPT, &[]);
    let names = found[0].as_array().into_iter().flatten();
    let names = names.filter_map(|name| name.as_str().map(str::to_owned)).collect();
    (names, found[1].as_array().into_iter().flatten().filter_map(serde_json::Value::as_u64).sum())
}

#[test]
fn after_one_visit_every_page_works_without_a_network() {
    let site = Site::start();
    site.can_be_kept();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/");
    let (names, files) = kept(&browser);
    assert_eq!(names.len(), 1, "{names:?}");
    let pages = site.pages();
    let pages =
        pages.iter().filter(|page| !page.starts_with("pseudo/") && !page.starts_with("embed/"));
    assert!(files > pages.clone().count() as u64, "{files} files");
    site.go_away();
    for page in ["", "chapters/7/", "chapters/4/?at=second-question.1&filters=visited.home-match"] {
        browser.page(&site, page);
        let before = browser.moment().0;
        browser.one("button", "One hop forward").click();
        browser.wait("it plays", || (browser.moment().0 > before).then_some(()));
    }
    for page in ["glossary/", "matrix/", "you-are-the-filter/", "chapters/9/", "teaching/"] {
        browser.visit(&site, page);
        browser.check(browser.has("link", "Whereabouts"), &format!("{page} is there"));
    }
}

#[test]
fn the_next_version_leaves_nothing_of_the_one_before() {
    let site = Site::start();
    site.can_be_kept();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/");
    let (before, files) = kept(&browser);
    site.next_version();
    browser.page(&site, "chapters/4/");
    let update = "await (await navigator.serviceWorker.ready).update(); return true;";
    browser.script_async(update, &[]);
    // It waits until no page of the version before is open.
    browser.wait("the next worker is there", || {
        let waits = "return (await navigator.serviceWorker.ready).waiting !== null;";
        (browser.script_async(waits, &[]) == true).then_some(())
    });
    browser.go("about:blank");
    browser.wait("only its own files are kept", || {
        browser.page(&site, "chapters/4/");
        let (after, same) = kept(&browser);
        (after.len() == 1 && after != before && same == files).then_some(())
    });
}

#[test]
fn files_of_two_versions_are_not_kept_together() {
    let site = Site::start();
    site.can_be_kept();
    // A file that is another one than the worker believes.
    site.changed("matrix/index.html");
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/");
    browser.wait("nothing is kept", || {
        let state = "
            const known = await navigator.serviceWorker.getRegistration();
            return known === undefined && (await caches.keys()).length === 0;";
        (browser.script_async(state, &[]) == true).then_some(())
    });
}

#[test]
fn a_frame_keeps_no_files() {
    let site = Site::start();
    site.can_be_kept();
    let browser = Browser::open(Wishes::default());
    browser.framed(&site, (720, 520), &["embed/chapters/4/"]);
    let state = "
        await new Promise((over) => setTimeout(over, 500));
        return (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length;";
    assert_eq!(browser.script_async(state, &[]), 0);
}
