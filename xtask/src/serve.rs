//! `cargo xtask serve`: builds the page, serves it from memory on this machine only, and builds again
//! when a source changes. The reader reloads: the page's policy lets no script be put into it.

use crate::cli;
use crate::headers::SECURITY;
use crate::http::{self, Answer};
use crate::npm::Npm;
use crate::place::Place;
use crate::policy::POLICY;
use crate::site::{self, Site};
use crate::toolchain::Toolchain;
use crate::watch;
use anyhow::{Context, Result, bail};
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError};

const FIRST_PORT: u16 = 8080;

pub type Shared = Arc<Mutex<Option<Arc<Site>>>>;

pub fn serve(place: &Place, options: &cli::Serve) -> Result<()> {
    // First, so that a taken port is said at once and not after the build.
    let listener = listen(options.port)?;
    let address = format!("http://{}/", listener.local_addr()?);
    let tools = (Toolchain::find(place)?, Npm::install(place)?);
    let wanted = site::Options { release: options.release, base_url: None };
    let shared = Shared::default();
    let mut server = Some(listener);
    loop {
        let seen = watch::look(place);
        let begun = std::time::Instant::now();
        match site::build(place, &tools, &wanted) {
            Ok(site) => {
                *shared.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(site));
                if let Some(listener) = server.take() {
                    start(listener, shared.clone());
                    if options.open {
                        open(&address);
                    }
                }
                let seconds = begun.elapsed().as_secs_f32();
                println!("serve: ready in {seconds:.1} s at {address} (Ctrl+C ends it)");
            }
            Err(error) if server.is_some() => {
                println!("serve: not built: {error:#}");
                println!("serve: waiting for a change of the sources");
            }
            Err(error) => {
                println!("serve: not built: {error:#}");
                println!("serve: the last good build stays at {address}");
            }
        }
        let changed = watch::wait(place, &seen);
        println!("serve: changed: {}", listed(&changed));
    }
}

fn listed(changed: &[String]) -> String {
    match changed {
        [one, two, three, rest @ ..] if !rest.is_empty() => {
            format!("{one}, {two}, {three} and {} more", rest.len())
        }
        few => few.join(", "),
    }
}

fn listen(asked: Option<u16>) -> Result<TcpListener> {
    let ports = match asked {
        Some(port) => port..=port,
        None => FIRST_PORT..=FIRST_PORT + 20,
    };
    for port in ports.clone() {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(error).with_context(|| format!("port {port} cannot be used")),
        }
    }
    match asked {
        Some(port) => bail!(
            "port {port} is taken by another program: name another with --port, or leave --port out"
        ),
        None => {
            bail!("ports {} to {} are all taken: name one with --port", ports.start(), ports.end())
        }
    }
}

pub fn start(listener: TcpListener, shared: Shared) {
    http::serve(listener, move |method, url| {
        let site = shared.lock().unwrap_or_else(PoisonError::into_inner).clone();
        answer(method, url, site.as_deref())
    });
}

fn answer(method: &str, url: &str, site: Option<&Site>) -> Answer {
    let found = site.and_then(|site| find(site, url));
    let plain = "text/plain; charset=utf-8";
    let (status, kind, body) = match (method, found) {
        ("GET" | "HEAD", Some((name, bytes))) => ("200 OK", content_type(name), bytes.to_vec()),
        ("GET" | "HEAD", None) => {
            ("404 Not Found", plain, format!("404: there is no {url} here\n").into_bytes())
        }
        _ => ("405 Method Not Allowed", plain, b"405: this only serves files\n".to_vec()),
    };
    let mut headers = vec![
        ("Content-Type", kind),
        ("Cache-Control", "no-store"),
        ("Content-Security-Policy", POLICY),
    ];
    headers.extend(SECURITY);
    Answer { status, headers, body }
}

/// Only what the build made can be had: a name is looked up, never opened as a path.
fn find<'a>(site: &'a Site, url: &str) -> Option<(&'a str, &'a [u8])> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let whole = if path.is_empty() || path.ends_with('/') { "index.html" } else { "" };
    site.files
        .get_key_value(&format!("{path}{whole}"))
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

fn open(address: &str) {
    let opener = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    if Command::new(opener).arg(address).spawn().is_err() {
        println!("serve: no browser could be opened here; the address is below");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;
    use std::io::{Read, Write};

    fn site() -> Site {
        Site {
            files: BTreeMap::from([
                ("index.html".to_owned(), b"<p>page</p>".to_vec()),
                ("assets/page.1.wasm".to_owned(), vec![0, 97, 115, 109]),
            ]),
        }
    }

    #[test]
    fn finds_only_what_the_build_made() {
        let site = site();
        let name = |url| find(&site, url).map(|(name, _)| name);
        assert_eq!(name("/"), Some("index.html"));
        assert_eq!(name("/?lesson=3"), Some("index.html"));
        assert_eq!(name("/assets/page.1.wasm"), Some("assets/page.1.wasm"));
        for url in
            ["", "/../Cargo.toml", "/%2e%2e/Cargo.toml", "//etc/passwd", "/assets/", "/assets/../x"]
        {
            assert_eq!(name(url), None, "{url}");
        }
    }

    #[test]
    fn answers_with_type_policy_and_a_readable_404() {
        let listener = listen(None).unwrap();
        let address = listener.local_addr().unwrap();
        start(listener, Arc::new(Mutex::new(Some(Arc::new(site())))));
        let get = |path: &str| {
            let mut stream = std::net::TcpStream::connect(address).unwrap();
            write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
            let mut answer = Vec::new();
            stream.read_to_end(&mut answer).unwrap();
            String::from_utf8_lossy(&answer).into_owned()
        };
        let page = get("/");
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        for part in ["require-trusted-types-for 'script'", "no-store", "text/html", "<p>page</p>"] {
            assert!(page.contains(part), "{part}");
        }
        assert!(get("/assets/page.1.wasm").contains("application/wasm"));
        let missing = get("/../../etc/passwd");
        assert!(missing.starts_with("HTTP/1.1 404"), "{missing}");
        assert!(missing.contains("404: there is no /../../etc/passwd here"), "{missing}");
    }

    #[test]
    fn a_taken_port_is_one_readable_line() {
        let taken = listen(None).unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = format!("{:#}", listen(Some(port)).unwrap_err());
        assert!(error.starts_with(&format!("port {port} is taken by another program")), "{error}");
        assert_ne!(listen(None).unwrap().local_addr().unwrap().port(), port);
    }

    #[test]
    fn a_long_list_of_changes_is_cut() {
        let names = ["a", "b", "c", "d", "e"].map(String::from);
        assert_eq!(listed(&names), "a, b, c and 2 more");
        assert_eq!(listed(&names[..3]), "a, b, c");
    }
}
