//! A server for the built site, as plain as any: files with their types, from any folder, and where a
//! scenario wants it, with some of the files missing, cut off or not what they should be. It keeps a list of what was
//! asked for, and of what a browser reports to it.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
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
    /// What is wrong with files whose names begin so.
    faults: Mutex<Vec<(String, Fault)>>,
    held: Mutex<Vec<String>>,
    /// Pages that are not of the site, by their paths.
    others: Mutex<Vec<(String, String)>>,
    log: Mutex<Vec<String>>,
    /// What a browser has said of refused things, as it sent it.
    reports: Mutex<Vec<String>>,
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

/// What a file can be instead of what it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    Missing,
    /// The connection ends in the middle of it.
    Cut,
    /// The server has a fault of its own.
    Broken,
    /// A page that says something friendly, and that all is well.
    Covered,
    /// That of another version, under the same name.
    Another,
}

/// Where reports go to that a policy asks for.
const REPORTS: &str = "/policy-reports";

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
            faults: Mutex::default(),
            held: Mutex::default(),
            others: Mutex::default(),
            mounts: Mutex::default(),
            called,
            log: Mutex::default(),
            reports: Mutex::default(),
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
        self.spoil(begins, Fault::Missing)
    }

    /// From now on the connection ends in the middle of a file whose name begins so.
    pub fn cut(&self, begins: &str) -> &Site {
        self.spoil(begins, Fault::Cut)
    }

    /// From now on the server has a fault of its own (500) where such a file is asked for.
    pub fn break_down(&self, begins: &str) -> &Site {
        self.spoil(begins, Fault::Broken)
    }

    /// From now on there is a page in the place of such a file, and the server says that all is well.
    pub fn cover(&self, begins: &str) -> &Site {
        self.spoil(begins, Fault::Covered)
    }

    /// From now on such a file is that of another version, under the same name.
    pub fn replace(&self, begins: &str) -> &Site {
        self.spoil(begins, Fault::Another)
    }

    fn spoil(&self, begins: &str, fault: Fault) -> &Site {
        lock(&self.shared.faults).push((begins.to_owned(), fault));
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

    /// From now on the site's own policy goes along with every file as a header, workers' included, and asks for
    /// a report of whatever is refused.
    pub fn asks_for_reports(&self) {
        let page =
            fs::read_to_string(self.shared.files.join("index.html")).expect("the first page");
        let policy = page.split_once("Content-Security-Policy\" content=\"");
        let policy = policy.and_then(|(_, after)| after.split_once('"')).map(|(policy, _)| policy);
        let policy = policy.expect("the first page has its policy");
        self.restrict(&format!("{policy}; report-uri {REPORTS}"));
    }

    /// What browsers have reported so far.
    pub fn reports(&self) -> Vec<String> {
        lock(&self.shared.reports).clone()
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
        lock(&self.shared.faults).clear();
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
        let mut asked = BufReader::new(stream.try_clone().ok()?);
        let mut lines = asked.by_ref().lines().map_while(Result::ok);
        let first = lines.next()?;
        let headers: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
        let mut words = first.split(' ');
        let (method, url) = (words.next()?, words.next()?);
        let path = url.split(['?', '#']).next()?;
        if path == REPORTS {
            let report = asked.take(length_of(&headers)?);
            lock(&self.reports).push(std::io::read_to_string(report).ok()?);
            return write!(stream, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n").ok();
        }
        let fault = self.fault(path.rsplit('/').next()?);
        let (status, kind, bytes) = match (fault, self.find(path)) {
            (Some(Fault::Broken), _) => ("500 Internal Server Error", "text/plain", b"no".to_vec()),
            // So do hosts that answer whatever they do not know with their first page.
            (Some(Fault::Covered), _) => {
                ("200 OK", content_type("a.html"), self.find(&self.folder)?.1)
            }
            (_, Some((name, bytes))) => ("200 OK", content_type(&name), bytes),
            (_, None) => ("404 Not Found", "text/plain", b"not here".to_vec()),
        };
        lock(&self.log).push(format!("{} {path}", &status[..3]));
        let theirs = lock(&self.others).iter().any(|(other, _)| other == path);
        let headers = if theirs { String::new() } else { lock(&self.headers).clone() };
        let length = bytes.len();
        // A browser that has gone away is no concern of ours.
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{headers}Connection: close\r\n\r\n"
        )
        .ok()?;
        let (begins, ends) = bytes.split_at(if fault == Some(Fault::Cut) { length / 2 } else { 0 });
        if method != "GET" || begins.is_empty() {
            return if method == "GET" { stream.write_all(ends).ok() } else { None };
        }
        stream.write_all(begins).ok()?;
        // A browser drops what comes together with the end.
        thread::sleep(Duration::from_millis(300));
        None
    }

    /// What is wrong with a file of that name.
    fn fault(&self, name: &str) -> Option<Fault> {
        let name = if name.is_empty() { "index.html" } else { name };
        let faults = lock(&self.faults);
        faults.iter().find(|(begins, _)| name.starts_with(begins.as_str())).map(|(_, fault)| *fault)
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
        let fault = self.fault(&name);
        if fault == Some(Fault::Missing) {
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
        if fault == Some(Fault::Another)
            || lock(&self.changed).iter().any(|changed| changed == inside)
        {
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

/// How long what comes behind the headers of a request is.
fn length_of(headers: &[String]) -> Option<u64> {
    let named = |line: &String| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
    };
    headers.iter().find_map(named)
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
