//! A stand-in for a learning platform: a server that hands out an unpacked package and pages of its own, and a
//! record store for cmi5 with its token. As a store it is strict: what does not hold is kept as a problem, with
//! the clause of the cmi5 specification (Quartz) or of xAPI 1.0.3 that says so.

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Cursor, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::{fs, thread};
use zip::ZipArchive;

/// Where a platform has unpacked the package.
const CONTENT: &str = "/content/";
const TOKEN: &str = "c3RhbmQtaW46c3RvcmU=";
const SESSION: &str = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
const CMI5: &str = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
const MOVE_ON: &str = "https://w3id.org/xapi/cmi5/context/categories/moveon";
const VERBS: &str = "http://adlnet.gov/expapi/verbs/";

pub struct Platform {
    address: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
    store: Mutex<Store>,
    log: Mutex<Vec<String>>,
    lost: Mutex<Vec<String>>,
    ended: AtomicBool,
}

/// What the record store holds.
#[derive(Default)]
struct Store {
    launch: Value,
    launches: u32,
    fetched: u32,
    /// How often the store answers that it is broken, from now on.
    broken: u32,
    documents: BTreeMap<String, String>,
    statements: Vec<Value>,
    problems: Vec<String>,
}

struct Request {
    method: String,
    path: String,
    query: BTreeMap<String, String>,
    headers: BTreeMap<String, String>,
    body: String,
}

struct Answer {
    status: &'static str,
    kind: &'static str,
    body: Vec<u8>,
}

impl Platform {
    pub fn start() -> Platform {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port of this machine");
        let address = listener.local_addr().expect("its number");
        let shared = Arc::new(Shared::default());
        let answering = shared.clone();
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if answering.ended.load(Ordering::SeqCst) {
                    return;
                }
                let shared = answering.clone();
                thread::spawn(move || shared.serve(stream));
            }
        });
        Platform { address, shared }
    }

    /// Unpacks a package, as somebody who puts it into a platform.
    pub fn takes(&self, package: &str) -> &Platform {
        let folder = if package.starts_with("whereabouts-") { packages() } else { own_packages() };
        let zip = fs::read(folder.join(package)).expect("there is such a package");
        let mut archive = ZipArchive::new(Cursor::new(zip)).expect("a package is a zip");
        for place in 0..archive.len() {
            let mut file = archive.by_index(place).expect("each of its files");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("a file that can be unpacked");
            let name = file.name().expect("a name in letters").into_owned();
            lock(&self.shared.files).insert(format!("{CONTENT}{name}"), bytes);
        }
        self
    }

    /// A file of the platform's own.
    pub fn puts(&self, path: &str, bytes: Vec<u8>) -> &Platform {
        lock(&self.shared.files).insert(path.to_owned(), bytes);
        self
    }

    /// A page of `tests/embed/`, at `/`.
    pub fn shows(&self, case: &str) -> &Platform {
        let pages = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../embed");
        let page = fs::read(pages.join(case).join("index.html")).expect("there is such a case");
        self.puts("/index.html", page)
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Its page with a unit of the package, and whatever else stands in the address.
    pub fn page_with(&self, unit: &str, more: &str) -> String {
        self.url(&format!("/?unit={}{more}", encoded(&self.content(unit))))
    }

    /// Where a file of the package is.
    pub fn content(&self, name: &str) -> String {
        self.url(&format!("{CONTENT}{name}"))
    }

    /// A file of the package, as text.
    pub fn reads(&self, name: &str) -> String {
        let files = lock(&self.shared.files);
        let bytes = files.get(&format!("{CONTENT}{name}")).expect("the package has such a file");
        String::from_utf8_lossy(bytes).into_owned()
    }

    /// Sets everything down for a session with a unit (cmi5 10) and gives what stands behind `?` when it is
    /// launched (8.1). What is `more` is set down as well.
    pub fn launches(&self, registration: &str, more: Value) -> String {
        let mut store = lock(&self.shared.store);
        store.launches += 1;
        let launch = json!({
            "endpoint": self.url("/xapi/"),
            "fetch": self.url("/token?for=this-session"),
            "actor": {
                "objectType": "Agent",
                "account": { "homePage": "https://platform.example", "name": "learner & 1" },
            },
            "registration": registration,
            "activityId": "https://platform.example/unit/1",
        });
        let mut data = json!({
            "contextTemplate": {
                "extensions": { SESSION: format!("session {}", store.launches) },
                "contextActivities": { "grouping": [{ "id": "urn:the-unit" }] },
            },
            "launchMode": "Normal",
            "moveOn": "Completed",
        });
        for (name, value) in more.as_object().into_iter().flatten() {
            data[name] = value.clone();
        }
        store.documents.insert("LMS.LaunchData".into(), data.to_string());
        store.launch = launch;
        store.fetched = 0;
        let pairs = store.launch.as_object().into_iter().flatten().map(|(name, value)| {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            format!("{name}={}", encoded(&text))
        });
        pairs.collect::<Vec<_>>().join("&")
    }

    /// From now on so many requests to the store fail.
    pub fn breaks(&self, times: u32) {
        lock(&self.shared.store).broken = times;
    }

    /// The statements that the store has, in the order in which they came.
    pub fn statements(&self) -> Vec<Value> {
        lock(&self.shared.store).statements.clone()
    }

    /// Only their verbs, without what all begin with.
    pub fn verbs(&self) -> Vec<String> {
        let verb = |statement: &Value| {
            let id = statement["verb"]["id"].as_str().unwrap_or_default();
            id.strip_prefix(VERBS).unwrap_or(id).to_owned()
        };
        self.statements().iter().map(verb).collect()
    }

    /// What does not hold.
    pub fn problems(&self) -> Vec<String> {
        lock(&self.shared.store).problems.clone()
    }

    /// A document that is kept for the learner.
    pub fn document(&self, id: &str) -> Value {
        let store = lock(&self.shared.store);
        let text = store.documents.get(id);
        text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }

    /// What was asked for and is not there.
    pub fn lost(&self) -> Vec<String> {
        lock(&self.shared.lost).clone()
    }

    /// What was asked for: `POST /xapi/statements`.
    pub fn log(&self) -> Vec<String> {
        lock(&self.shared.log).clone()
    }
}

impl Drop for Platform {
    fn drop(&mut self) {
        self.shared.ended.store(true, Ordering::SeqCst);
        // It looks when the next one comes.
        let _ = TcpStream::connect(self.address);
    }
}

impl Shared {
    fn serve(&self, mut stream: TcpStream) -> Option<()> {
        let request = read(&stream)?;
        lock(&self.log).push(format!("{} {}", request.method, request.path));
        let Answer { status, kind, body } = self.answer(&request);
        if status.starts_with("404") {
            lock(&self.lost).push(request.path.clone());
        }
        // A store speaks to pages of other origins (the Fetch standard, CORS protocol).
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
             Access-Control-Allow-Origin: *\r\n\
             Access-Control-Allow-Methods: GET, POST, PUT\r\n\
             Access-Control-Allow-Headers: authorization, content-type, x-experience-api-version\r\n\
             Cache-Control: no-store\r\nConnection: close\r\n\r\n",
            body.len()
        )
        .ok()?;
        stream.write_all(&body).ok()
    }

    fn answer(&self, request: &Request) -> Answer {
        if request.method == "OPTIONS" {
            return Answer { status: "204 No Content", kind: "text/plain", body: Vec::new() };
        }
        if let Some(path) = request.path.strip_prefix("/xapi/") {
            return lock(&self.store).answer(path, request);
        }
        if request.path == "/token" {
            return lock(&self.store).token(request);
        }
        let files = lock(&self.files);
        let path = request.path.clone();
        let path = if path.ends_with('/') { path + "index.html" } else { path };
        match files.get(&path) {
            Some(bytes) => Answer {
                status: "200 OK",
                kind: crate::site::content_type(&path),
                body: bytes.clone(),
            },
            None => text("404 Not Found", "not here"),
        }
    }
}

impl Store {
    fn hold(&mut self, holds: bool, what: &str) {
        if !holds {
            self.problems.push(what.to_owned());
        }
    }

    /// 8.2: once, and by POST.
    fn token(&mut self, request: &Request) -> Answer {
        self.hold(request.method == "POST", "8.2.1: the token is asked for by POST");
        self.fetched += 1;
        self.hold(self.fetched == 1, "8.2.1: the token is asked for once");
        match self.fetched {
            1 => json_text(&json!({ "auth-token": TOKEN })),
            _ => json_text(&json!({ "error-code": "1", "error-text": "It was given already." })),
        }
    }

    fn answer(&mut self, path: &str, request: &Request) -> Answer {
        let header = |name: &str| request.headers.get(name).map(String::as_str).unwrap_or_default();
        let authorization = header("authorization") == format!("Basic {TOKEN}");
        self.hold(authorization, "8.2.1: every request carries the token");
        let version = header("x-experience-api-version").starts_with("1.0.");
        self.hold(version, "xAPI part 3, 3.3: every request says its version");
        if request.method != "GET" {
            let kind = header("content-type") == "application/json";
            self.hold(kind, "xAPI part 3, 1.5: what is sent is JSON");
        }
        if !authorization || !version {
            return text("401 Unauthorized", "");
        }
        if self.broken > 0 {
            self.broken -= 1;
            return text("500 Internal Server Error", "broken");
        }
        match (&request.method[..], path) {
            ("POST", "statements") => self.take(&request.body),
            ("GET" | "PUT", "activities/state") => self.state(request),
            ("GET", "agents/profile") => {
                self.about(request, &["agent"]);
                let profile = request.query.get("profileId").map(String::as_str);
                self.hold(profile == Some("cmi5LearnerPreferences"), "11: the document's name");
                json_text(&json!({ "languagePreference": "fr-FR,en", "audioPreference": "off" }))
            }
            _ => {
                self.hold(false, &format!("nobody needs {} {path}", request.method));
                text("404 Not Found", "")
            }
        }
    }

    /// A request is about this launch.
    fn about(&mut self, request: &Request, names: &[&str]) {
        for name in names {
            let said = request.query.get(*name).cloned().unwrap_or_default();
            let holds = match *name {
                "agent" => {
                    serde_json::from_str::<Value>(&said).ok() == Some(self.launch["actor"].clone())
                }
                name => self.launch[name] == said.as_str(),
            };
            self.hold(holds, &format!("10: {name} is the launch's, and not {said}"));
        }
    }

    fn state(&mut self, request: &Request) -> Answer {
        self.about(request, &["agent", "activityId", "registration"]);
        let id = request.query.get("stateId").cloned().unwrap_or_default();
        if request.method == "PUT" {
            self.hold(
                id != "LMS.LaunchData",
                "10: a unit does not change the launch's own document",
            );
            self.documents.insert(id, request.body.clone());
            return text("204 No Content", "");
        }
        match self.documents.get(&id) {
            Some(document) => json_text(&serde_json::from_str(document).unwrap_or_default()),
            None => text("404 Not Found", ""),
        }
    }

    /// One statement or several.
    fn take(&mut self, body: &str) -> Answer {
        let all = match serde_json::from_str(body) {
            Ok(Value::Array(all)) => all,
            Ok(one) => vec![one],
            Err(_) => return text("400 Bad Request", ""),
        };
        let mut ids = Vec::new();
        for statement in all {
            let problems = self.problems_of(&statement);
            self.problems.extend(problems);
            ids.push(statement["id"].clone());
            self.statements.push(statement);
        }
        json_text(&Value::Array(ids))
    }

    /// What a statement must be, whatever it says.
    fn problems_of(&self, statement: &Value) -> Vec<String> {
        let mut problems = Vec::new();
        let verb = statement["verb"]["id"].as_str().unwrap_or_default();
        let verb = verb.strip_prefix(VERBS).unwrap_or(verb);
        let mut hold = |holds: bool, what: &str| {
            if !holds {
                problems.push(format!("{verb}: {what}"));
            }
        };
        let launch = &self.launch;
        let context = &statement["context"];
        let result = &statement["result"];
        let of_session: Vec<&Value> = self
            .statements
            .iter()
            .filter(|other| {
                other["context"]["extensions"][SESSION] == context["extensions"][SESSION]
            })
            .collect();
        let said = |verb: &str| {
            of_session.iter().any(|other| other["verb"]["id"] == format!("{VERBS}{verb}").as_str())
        };
        let id = statement["id"].as_str().unwrap_or_default();
        hold(is_uuid(id), "9.1: its id is a UUID");
        let ids: BTreeSet<&str> =
            self.statements.iter().filter_map(|it| it["id"].as_str()).collect();
        hold(!ids.contains(id), "xAPI part 2, 2.3.1: no other has its id");
        hold(statement["actor"] == launch["actor"], "9.2: the actor is the launch's");
        let time = statement["timestamp"].as_str().unwrap_or_default();
        hold(time.ends_with('Z') && time.len() >= 20, "9.7: its time is UTC");
        let before = of_session.last().and_then(|other| other["timestamp"].as_str());
        hold(before.is_none_or(|before| before <= time), "9.3: times are in order");
        hold(context["registration"] == launch["registration"], "9.6.1: registration");
        let template = self.documents.get("LMS.LaunchData").map(String::as_str).unwrap_or("{}");
        let template: Value = serde_json::from_str(template).unwrap_or_default();
        let template = &template["contextTemplate"];
        hold(
            context["extensions"][SESSION] == template["extensions"][SESSION],
            "9.6.3.1: the session's id",
        );
        let grouping = &template["contextActivities"]["grouping"];
        hold(&context["contextActivities"]["grouping"] == grouping, "9.6.2.3: the publisher's id");
        hold(!said("terminated"), "9.3.8: nothing comes after Terminated");
        hold(
            (verb == "initialized") != said("initialized"),
            "9.3.2: Initialized comes first, once",
        );
        let category = &context["contextActivities"]["category"];
        let marked = |id: &str| {
            category.as_array().into_iter().flatten().any(|activity| activity["id"] == id)
        };
        let defined =
            ["initialized", "completed", "passed", "failed", "terminated"].contains(&verb);
        hold(marked(CMI5) == defined, "7.1.3: only what cmi5 defines is marked as its own");
        if !defined {
            hold(verb == "answered", "docs/packages.md: nothing else is sent");
            hold(statement["object"]["id"] != launch["activityId"], "an answer is not the unit");
            return problems;
        }
        hold(!said(verb), "9.3: a verb is used once in a session");
        hold(statement["object"]["id"] == launch["activityId"], "9.4: its object is the unit");
        let has = |name: &str| !result[name].is_null();
        hold(
            marked(MOVE_ON) == (has("success") || has("completion")),
            "9.6.2.2: what counts is marked",
        );
        hold(has("completion") == (verb == "completed"), "9.5.3: completion");
        hold(has("success") == ["passed", "failed"].contains(&verb), "9.5.2: success");
        hold(!has("score") || has("success"), "9.5.1: score");
        let duration = result["duration"].as_str().is_some_and(|text| text.starts_with("PT"));
        hold(duration == (verb != "initialized"), "9.5.4.1: duration");
        problems
    }
}

fn is_uuid(id: &str) -> bool {
    let lengths: Vec<usize> = id.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12]
        && id.chars().all(|letter| letter == '-' || letter.is_ascii_hexdigit())
}

fn text(status: &'static str, body: &str) -> Answer {
    Answer { status, kind: "text/plain", body: body.as_bytes().to_vec() }
}

fn json_text(value: &Value) -> Answer {
    Answer { status: "200 OK", kind: "application/json", body: value.to_string().into_bytes() }
}

fn read(stream: &TcpStream) -> Option<Request> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut first = String::new();
    reader.read_line(&mut first).ok()?;
    let mut words = first.split(' ');
    let (method, address) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        match line.trim_end().split_once(':') {
            Some((name, value)) => headers.insert(name.to_lowercase(), value.trim().to_owned()),
            None => break,
        };
    }
    let length = headers.get("content-length").and_then(|length| length.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).ok()?;
    let (path, query) = address.split_once('?').unwrap_or((&address, ""));
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    Some(Request {
        method,
        path: path.to_owned(),
        query: pairs.map(|(name, value)| (name.to_owned(), decoded(value))).collect(),
        headers,
        body: String::from_utf8(body).ok()?,
    })
}

/// As it stands in an address.
fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let letter = |byte: u8| match plain(byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    text.bytes().map(letter).collect()
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        match (byte, code.and_then(|code| u8::from_str_radix(code, 16).ok())) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            (b'+', _) => {
                bytes.push(b' ');
                rest = after;
            }
            _ => {
                bytes.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Where the packages of a lesson are that somebody has made.
pub fn own_packages() -> PathBuf {
    let folder = std::env::var_os("WHEREABOUTS_OWN_PACKAGES").map(PathBuf::from);
    folder.expect("WHEREABOUTS_OWN_PACKAGES names them: `cargo xtask test` makes them first")
}

/// Where the packages are.
pub fn packages() -> PathBuf {
    match std::env::var_os("WHEREABOUTS_PACKAGES").map(PathBuf::from) {
        Some(folder) if folder.join("whereabouts.html").is_file() => folder,
        _ => panic!(
            "WHEREABOUTS_PACKAGES names no packages: run `cargo xtask test`, which makes them first"
        ),
    }
}
