//! The site behind real servers, configured as docs/serving/ has it: what goes over the wire, byte for byte, and that
//! it plays. `cargo xtask test` starts them: nginx with the site in a folder, Caddy with it at the root, and a proxy
//! before nginx that compresses everything anew.

use e2e::{Browser, Served, Site, Wishes};
use std::collections::BTreeMap;
use std::fs;

/// What the table for static hosts says of every file: names in small letters, and values.
fn wanted() -> BTreeMap<String, String> {
    let table = fs::read_to_string(Site::built().join("_headers")).expect("the table is there");
    let all = table.split("\n/").next().expect("every file has its part");
    let pairs = all.lines().filter_map(|line| line.strip_prefix("  ")?.split_once(": "));
    pairs.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect()
}

const KINDS: [(&str, &str); 8] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("wasm", "application/wasm"),
    ("bin", "application/octet-stream"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
];

/// A file of each kind, by its address in the site.
fn one_of_each() -> Vec<(String, &'static str)> {
    let mut files = Vec::new();
    for (ending, kind) in KINDS {
        let found =
            Site::every_file().into_iter().find(|file| file.ends_with(&format!(".{ending}")));
        files.push((found.unwrap_or_else(|| panic!("the site has a {ending}")), kind));
    }
    files
}

fn servers() -> [Served; 2] {
    [Served::by("NGINX"), Served::by("CADDY")]
}

#[test]
fn every_kind_of_file_has_its_type_and_its_headers() {
    let wanted = wanted();
    assert!(wanted.len() >= 7, "{wanted:?}");
    for server in servers() {
        for (file, kind) in one_of_each() {
            let answer = server.get(&file, &[]);
            let what = format!("{} {file}", server.name);
            assert_eq!(answer.status, 200, "{what}");
            assert_eq!(answer.header("content-type"), Some(kind), "{what}");
            for (name, value) in &wanted {
                assert_eq!(answer.header(name), Some(value.as_str()), "{what}: {name}");
            }
            let keep = if file.starts_with("assets/") {
                "public, max-age=31536000, immutable"
            } else {
                "no-cache"
            };
            assert_eq!(answer.header("cache-control"), Some(keep), "{what}");
            assert!(
                answer.body == fs::read(Site::built().join(&file)).unwrap(),
                "{what} is the file"
            );
        }
    }
}

#[test]
fn what_is_ready_made_is_sent_as_it_is_and_unpacks_to_the_file() {
    for server in servers() {
        for (file, _) in one_of_each() {
            for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
                let what = format!("{} {file} with {encoding}", server.name);
                let ready = fs::read(Site::built().join(format!("{file}.{ending}"))).ok();
                let answer = server.get(&file, &[("Accept-Encoding", encoding)]);
                assert_eq!(answer.status, 200, "{what}");
                let sent = answer.header("content-encoding");
                assert_eq!(sent, ready.as_ref().map(|_| encoding), "{what}");
                if let Some(ready) = ready {
                    assert!(answer.body == ready, "{what} is the ready-made file");
                    let varies = answer.header("vary").unwrap_or_default().to_lowercase();
                    assert!(varies.contains("accept-encoding"), "{what}: {varies}");
                    let raw = fs::read(Site::built().join(&file)).unwrap();
                    assert!(unpacked(&ready, encoding) == raw, "{what} unpacks to the file");
                }
            }
        }
        // Pictures are compressed already; everything else is ready-made.
        let ready = |kind: &str| {
            one_of_each().iter().any(|(file, _)| {
                file.ends_with(kind) && Site::built().join(format!("{file}.br")).is_file()
            })
        };
        assert!(ready(".wasm") && ready(".html") && ready(".js") && !ready(".png"));
    }
}

fn unpacked(packed: &[u8], encoding: &str) -> Vec<u8> {
    use std::io::Read;
    let mut raw = Vec::new();
    match encoding {
        "br" => brotli::Decompressor::new(packed, 4096).read_to_end(&mut raw),
        _ => flate2::read::GzDecoder::new(packed).read_to_end(&mut raw),
    }
    .expect("it can be unpacked");
    raw
}

#[test]
fn a_page_that_has_not_changed_is_not_sent_again() {
    for server in servers() {
        let first = server.get("", &[]);
        let tag = first.header("etag").unwrap_or_else(|| panic!("{} names versions", server.name));
        let again = server.get("", &[("If-None-Match", tag)]);
        assert_eq!((again.status, again.body.len()), (304, 0), "{}", server.name);
    }
}

#[test]
fn a_file_that_is_not_there_is_not_kept_for_a_year() {
    for server in servers() {
        for file in ["assets/page.00000000.wasm", "nowhere/"] {
            let answer = server.get(file, &[]);
            assert_eq!(answer.status, 404, "{} {file}", server.name);
            let keep = answer.header("cache-control").unwrap_or_default();
            assert!(!keep.contains("immutable"), "{} {file}: {keep}", server.name);
            assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{}", server.name);
        }
    }
}

#[test]
fn a_browser_is_sent_what_is_ready_made_and_asks_nobody_else() {
    let server = Served::by("NGINX");
    let browser = Browser::open(Wishes::default());
    browser.go(&server.url(""));
    browser.ready();
    let sent = browser.script(
        "const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
         return all.map(({ name, encodedBodySize, nextHopProtocol }) => [name, encodedBodySize, nextHopProtocol]);",
        &[],
    );
    let sent: Vec<(String, u64)> = sent
        .as_array()
        .into_iter()
        .flatten()
        .map(|it| {
            (it[0].as_str().unwrap_or_default().to_owned(), it[1].as_u64().unwrap_or_default())
        })
        .collect();
    assert!(sent.iter().all(|(name, _)| name.starts_with(&server.url(""))), "{sent:?}");
    for (name, bytes) in &sent {
        let address = name.strip_prefix(&server.url("")).expect("it is of the site");
        let address = if address.is_empty() { "index.html" } else { address };
        // To this machine Chromium asks for brotli without https, too.
        if let Ok(ready) = fs::metadata(Site::built().join(format!("{address}.br"))) {
            assert_eq!(*bytes, ready.len(), "{address} came as it is ready-made");
        }
    }
}

/// Chapter 4 with a filter, chapter 9 with its crowd and its worker, and the worker that keeps files.
fn plays(server: &Served) {
    let browser = Browser::open(Wishes::default());
    browser.go(&server.url("chapters/4/#at=second-question.1"));
    browser.ready();
    let (before, _) = browser.moment();
    browser.one("button", "One hop forward").click();
    browser.wait("it plays", || (browser.moment().0 > before).then_some(()));
    let refused = browser.refused();
    browser.check(refused == serde_json::json!([]), &format!("nothing is refused: {refused}"));
    browser.go(&server.url("chapters/9/"));
    browser.ready();
    browser.one("button", "Play the month").click();
    let refused = browser.refused();
    browser.check(refused == serde_json::json!([]), &format!("nothing is refused: {refused}"));
    let kept = browser.script_async(
        "const { active } = await navigator.serviceWorker.ready; return Boolean(active);",
        &[],
    );
    browser
        .check(kept == true, &format!("the files are kept for when there is no network: {kept}"));
    let errors: Vec<String> =
        browser.console().into_iter().filter(|line| line.starts_with("SEVERE")).collect();
    browser.check(errors.is_empty(), &format!("the console has nothing to say: {errors:?}"));
}

#[test]
fn it_plays_behind_nginx_in_a_folder() {
    plays(&Served::by("NGINX"));
}

#[test]
fn it_plays_behind_caddy_at_the_root() {
    plays(&Served::by("CADDY"));
}

#[test]
fn it_plays_behind_a_proxy_that_compresses_anew() {
    let proxy = Served::by("PROXY");
    let answer = proxy.get("chapters/4/", &[("Accept-Encoding", "gzip")]);
    assert_eq!(answer.header("content-encoding"), Some("gzip"));
    let ready = fs::read(Site::built().join("chapters/4/index.html.gz")).unwrap();
    assert!(answer.body != ready, "it is not the ready-made file");
    plays(&proxy);
}
