//! A server for the built site, as plain as any: files with their types, from any folder, and where a
//! scenario wants it, with some of the files missing. It keeps a list of what was asked for.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

pub struct Site {
    address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    files: PathBuf,
    /// Begins and ends with a slash.
    folder: String,
    missing: Mutex<Vec<String>>,
    held: Mutex<Vec<String>>,
    /// Pages that are not of the site, by their paths.
    others: Mutex<Vec<(String, String)>>,
    log: Mutex<Vec<String>>,
    /// Folders that are not of the site, by the paths that lead to them.
    mounts: Mutex<Vec<(String, PathBuf)>>,
    /// What the pages call the site, and where it is; nothing in the site's own.
    called: Option<(&'static str, String)>,
    /// Headers that go along with every file, such as the operator's own policy, beside that of the pages.
    headers: Mutex<String>,
    /// Whether a browser is given the worker that keeps files. Else it is an empty one: a scenario is about what the
    /// server has.
    offline: AtomicBool,
    /// Which version of that worker it is, when the site has been built anew.
    version: AtomicBool,
    /// Whether there is nobody who answers.
    away: AtomicBool,
    /// Files that somebody has written over.
    changed: Mutex<Vec<String>>,
    ended: AtomicBool,
}

impl Site {
    /// Serves the built site at the root of a port of its own.
    pub fn start() -> Site {
        Site::at("/")
    }

    /// Serves it from a folder instead, as `/some/where/`; everything else there is a 404.
    pub fn at(folder: &str) -> Site {
        Site::of(built(), folder, None)
    }

    /// Serves the page of somebody who embeds the site, `tests/embed/CASE/`, which has another port and so
    /// another origin. It calls the site what the documentation calls it.
    pub fn host(case: &str, site: &Site) -> Site {
        let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("../embed").join(case);
        Site::of(case, "/", Some((Site::DOCUMENTED, site.url(""))))
    }

    /// The site's address in the documentation.
    pub const DOCUMENTED: &'static str = "https://example.org/whereabouts/";

    fn of(files: PathBuf, folder: &str, called: Option<(&'static str, String)>) -> Site {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port of this machine");
        let address = listener.local_addr().expect("its number");
        let shared = Arc::new(Shared {
            files,
            folder: folder.to_owned(),
            missing: Mutex::default(),
            held: Mutex::default(),
            others: Mutex::default(),
            mounts: Mutex::default(),
            called,
            log: Mutex::default(),
            headers: Mutex::default(),
            offline: AtomicBool::new(false),
            version: AtomicBool::new(false),
            away: AtomicBool::new(false),
            changed: Mutex::default(),
            ended: AtomicBool::new(false),
        });
        let answering = shared.clone();
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if answering.ended.load(Ordering::SeqCst) {
                    return;
                }
                // Each on its own: a browser opens several and leaves some of them idle.
                let shared = answering.clone();
                thread::spawn(move || shared.answer(stream));
            }
        });
        Site { address, shared }
    }

    /// From now on a file whose name begins so is not there.
    pub fn lose(&self, begins: &str) -> &Site {
        lock(&self.shared.missing).push(begins.to_owned());
        self
    }

    /// From now on a file whose name begins so is only answered once the site is mended.
    pub fn hold(&self, begins: &str) -> &Site {
        lock(&self.shared.held).push(begins.to_owned());
        self
    }

    /// From now on the operator's own policy goes along with every file.
    pub fn restrict(&self, policy: &str) {
        *lock(&self.shared.headers) = format!("Content-Security-Policy: {policy}\r\n");
    }

    /// From now on pages of other origins may have every file.
    pub fn share(&self) {
        lock(&self.shared.headers).push_str("Access-Control-Allow-Origin: *\r\n");
    }

    /// From now on there is a folder beside the site, at this path, which begins and ends with a slash.
    pub fn mount(&self, path: &str, folder: PathBuf) {
        lock(&self.shared.mounts).push((path.to_owned(), folder));
    }

    /// From now on a browser may keep the site's files.
    pub fn can_be_kept(&self) {
        self.shared.offline.store(true, Ordering::SeqCst);
    }

    /// From now on nobody answers: there is no network.
    pub fn go_away(&self) {
        self.shared.away.store(true, Ordering::SeqCst);
    }

    /// From now on there is another version of the site, with the same files.
    pub fn next_version(&self) {
        self.shared.version.store(true, Ordering::SeqCst);
    }

    /// From now on a file of the site is another one.
    pub fn changed(&self, address: &str) {
        lock(&self.shared.changed).push(address.to_owned());
    }

    /// Every file is there again.
    pub fn mend(&self) {
        lock(&self.shared.missing).clear();
        lock(&self.shared.held).clear();
    }

    /// From now on there is a page beside the site, at this path from the root: somebody's who embeds it.
    pub fn beside(&self, path: &str, html: String) {
        let mut others = lock(&self.shared.others);
        others.retain(|(other, _)| other != path);
        others.push((path.to_owned(), html));
    }

    /// `http://127.0.0.1:PORT`
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The page's address with something behind it, such as `chapters/4/#at=end`.
    pub fn url(&self, rest: &str) -> String {
        format!("{}{}{rest}", self.origin(), self.shared.folder)
    }

    /// Every page of the built site, as an address from its first page: that one is nothing, the others
    /// end in a slash.
    pub fn pages(&self) -> Vec<String> {
        let mut all = Vec::new();
        walk(&self.shared.files, "", &mut all);
        all.sort();
        all
    }

    /// Where the built site is.
    pub fn built() -> PathBuf {
        built()
    }

    /// Every file of it but the ready-made ones, by its address.
    pub fn every_file() -> Vec<String> {
        let mut all = Vec::new();
        files(&built(), "", &mut all);
        all.retain(|name| !name.ends_with(".br") && !name.ends_with(".gz"));
        all.sort();
        all
    }

    /// Whether a file of the built site has that address.
    pub fn has(&self, address: &str) -> bool {
        self.shared.find(&format!("{}{address}", self.shared.folder)).is_some()
    }

    /// What was asked for so far: `200 /assets/style.css`.
    pub fn log(&self) -> Vec<String> {
        lock(&self.shared.log).clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.shared.ended.store(true, Ordering::SeqCst);
        // It looks when the next one comes.
        let _ = TcpStream::connect(self.address);
    }
}

impl Shared {
    /// One request a connection, which is all that a browser needs to be content.
    fn answer(&self, mut stream: TcpStream) -> Option<()> {
        if self.away.load(Ordering::SeqCst) {
            return None;
        }
        let mut lines = BufReader::new(stream.try_clone().ok()?).lines().map_while(Result::ok);
        let first = lines.next()?;
        lines.find(String::is_empty)?;
        let mut words = first.split(' ');
        let (method, url) = (words.next()?, words.next()?);
        let path = url.split(['?', '#']).next()?;
        let (status, kind, bytes) = match self.find(path) {
            Some((name, bytes)) => ("200 OK", content_type(&name), bytes),
            None => ("404 Not Found", "text/plain", b"not here".to_vec()),
        };
        lock(&self.log).push(format!("{} {path}", &status[..3]));
        let (length, headers) = (bytes.len(), lock(&self.headers).clone());
        // A browser that has gone away is no concern of ours.
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{headers}Connection: close\r\n\r\n"
        )
        .ok()?;
        if method == "GET" { stream.write_all(&bytes).ok() } else { None }
    }

    fn find(&self, path: &str) -> Option<(String, Vec<u8>)> {
        if let Some((_, html)) = lock(&self.others).iter().find(|(other, _)| other == path) {
            let name = path.rsplit('/').next().filter(|name| name.contains('.'));
            return Some((name.unwrap_or("page.html").to_owned(), html.clone().into_bytes()));
        }
        let mounts = lock(&self.mounts).clone();
        let mount = mounts.iter().find_map(|(at, folder)| Some((folder, path.strip_prefix(at)?)));
        let (files, inside) = match mount {
            Some(found) => found,
            None => (&self.files, path.strip_prefix(&self.folder)?),
        };
        let whole = format!("{inside}index.html");
        let inside = if inside.is_empty() || inside.ends_with('/') { &whole } else { inside };
        if inside.split('/').any(|part| part == "..") {
            return None;
        }
        let name = inside.rsplit('/').next()?.to_owned();
        let held = || lock(&self.held).iter().any(|begins| name.starts_with(begins.as_str()));
        while held() && !self.ended.load(Ordering::SeqCst) {
            thread::sleep(Duration::from_millis(20));
        }
        if lock(&self.missing).iter().any(|begins| name.starts_with(begins.as_str())) {
            return None;
        }
        if name == "offline.js" && !self.offline.load(Ordering::SeqCst) {
            return Some((name, Vec::new()));
        }
        let mut bytes = fs::read(files.join(inside)).ok()?;
        if name == "offline.js" && self.version.load(Ordering::SeqCst) {
            // It calls what it keeps after its version, eight digits between quotes.
            let is_version = |part: &&[u8]| {
                let digits =
                    part.get(1..9).is_some_and(|part| part.iter().all(u8::is_ascii_hexdigit));
                digits && part.first() == Some(&b'"') && part.last() == Some(&b'"')
            };
            let at = bytes.windows(10).position(|part| is_version(&part))?;
            bytes.splice(at + 1..at + 9, *b"00000000");
        }
        if lock(&self.changed).iter().any(|changed| changed == inside) {
            bytes.extend(b"<!-- -->");
        }
        if let Some((documented, is)) = &self.called
            && (name.ends_with(".html") || name.ends_with(".js"))
        {
            bytes = String::from_utf8(bytes).ok()?.replace(documented, is).into_bytes();
        }
        Some((name, bytes))
    }
}

fn walk(folder: &Path, address: &str, pages: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder of the site").map_while(Result::ok) {
        let name = entry.file_name().into_string().expect("a name in letters");
        if entry.path().is_dir() {
            walk(&entry.path(), &format!("{address}{name}/"), pages);
        } else if name == "index.html" {
            pages.push(address.to_owned());
        }
    }
}

fn files(folder: &Path, address: &str, all: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder of the site").map_while(Result::ok) {
        let name = entry.file_name().into_string().expect("a name in letters");
        match entry.path().is_dir() {
            true => files(&entry.path(), &format!("{address}{name}/"), all),
            false => all.push(format!("{address}{name}")),
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Where the built site is.
fn built() -> PathBuf {
    let dist = std::env::var_os("WHEREABOUTS_DIST").map(PathBuf::from);
    match dist.filter(|dist| dist.join("index.html").is_file()) {
        Some(dist) => dist,
        None => panic!(
            "WHEREABOUTS_DIST names no built site: run `cargo xtask test`, which builds one first"
        ),
    }
}

pub(crate) fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
