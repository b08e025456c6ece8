//! One WebDriver of our own, and the requests that it understands. Ended when dropped, with what it has
//! started.

use crate::engine::Engine;
use serde_json::Value;
use std::fmt::Display;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use ureq::Agent;

/// The most bytes of an answer.
const MOST: u64 = 64 << 20;

pub struct Driver {
    process: Child,
    /// A screen of its own, for a browser that has no headless mode.
    screen: Option<Screen>,
    agent: Agent,
    root: String,
}

impl Driver {
    /// With a file for fontconfig, where the fonts of this machine are not to be used.
    pub fn start(engine: Engine, fonts: Option<&str>) -> Driver {
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(120)))
            .proxy(None)
            .build()
            .new_agent();
        let screen = (engine == Engine::WebKit).then(Screen::start);
        // Somebody else may take the port between asking for it and using it.
        for _ in 0..5 {
            let port = free_port();
            let mut process = launch(engine, port, screen.as_ref(), fonts);
            let root = format!("http://127.0.0.1:{port}");
            if listens(&agent, &root, &mut process) {
                return Driver { process, screen, agent, root };
            }
            let _ = process.kill();
            let _ = process.wait();
        }
        panic!("{} does not say that it has started", engine.driver().display());
    }

    /// What a GET answers, or the driver's own words for what is wrong.
    pub fn get(&self, path: &str) -> Result<Value, String> {
        value(self.agent.get(format!("{}{path}", self.root)).call())
    }

    pub fn delete(&self, path: &str) -> Result<Value, String> {
        value(self.agent.delete(format!("{}{path}", self.root)).call())
    }

    pub fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        value(self.agent.post(format!("{}{path}", self.root)).send(body.to_string()))
    }
}

fn value(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Value, String> {
    let mut answer = answer.map_err(|error| format!("the WebDriver does not answer: {error}"))?;
    let odd = |why: &dyn Display| format!("the WebDriver answers something odd: {why}");
    let text = answer.body_mut().with_config().limit(MOST).read_to_string();
    let text = text.map_err(|error| odd(&error))?;
    let mut body: Value = serde_json::from_str(&text).map_err(|error| odd(&error))?;
    let value = body["value"].take();
    match value["error"].as_str() {
        Some(error) if !answer.status().is_success() => {
            let message = value["message"].as_str().unwrap_or_default();
            // Behind the first line it lists its own stack.
            Err(format!("{error}: {}", message.lines().next().unwrap_or_default()))
        }
        _ => Ok(value),
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Chromium's tidies up when it is asked to end, and leaves things behind when it is killed; the
        // others have nothing any more once their session has ended, and cannot be asked.
        let asked = self.agent.get(format!("{}/shutdown", self.root)).call();
        let ends = asked.is_ok_and(|answer| answer.status().is_success());
        end(&mut self.process, Duration::from_secs(if ends { 10 } else { 0 }));
        if let Some(screen) = &mut self.screen {
            // It ends by itself with the last window.
            end(&mut screen.process, Duration::from_secs(2));
        }
    }
}

fn end(process: &mut Child, patience: Duration) {
    let end = Instant::now() + patience;
    while Instant::now() < end {
        if matches!(process.try_wait(), Ok(Some(_))) {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let _ = process.kill();
    let _ = process.wait();
}

fn launch(engine: Engine, port: u16, screen: Option<&Screen>, fonts: Option<&str>) -> Child {
    let program = engine.driver();
    let mut command = Command::new(&program);
    command.arg(format!("--port={port}"));
    if let Some(fonts) = fonts {
        command.env("FONTCONFIG_FILE", fonts);
    }
    match engine {
        Engine::Chromium => {}
        // Its second port would otherwise be the same for all.
        Engine::Firefox => {
            command.arg("--websocket-port=0");
        }
        Engine::WebKit => {
            // A machine for tests has no graphics card, and root may not make a sandbox.
            command.env("LIBGL_ALWAYS_SOFTWARE", "1").env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
            command.env("GDK_BACKEND", "x11").env("NO_AT_BRIDGE", "1");
            if is_root() {
                command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
            }
            if let Some(display) = screen.and_then(|screen| screen.display.as_ref()) {
                command.env("DISPLAY", display);
            }
        }
    }
    let started = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    started.unwrap_or_else(|error| {
        panic!(
            "there is no WebDriver for {engine:?} ({}: {error}): run `cargo xtask test`, which finds one or says what to install",
            program.display()
        )
    })
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port of this machine");
    listener.local_addr().expect("its number").port()
}

/// Waits until it answers; false when it ends instead.
fn listens(agent: &Agent, root: &str, process: &mut Child) -> bool {
    let end = Instant::now() + Duration::from_secs(30);
    while Instant::now() < end {
        if matches!(process.try_wait(), Ok(Some(_))) {
            return false;
        }
        if value(agent.get(format!("{root}/status")).call()).is_ok() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(30));
    }
    false
}

/// Chromium and WebKit refuse to make their sandbox as root, which is what machines for tests are.
pub fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|id| id.stdout == b"0\n")
}

/// A screen that nobody sees. Each WebKit has its own: without a manager of windows only one of several
/// would have the keyboard.
struct Screen {
    process: Child,
    display: Option<String>,
}

impl Screen {
    fn start() -> Screen {
        let started = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1920x1400x24", "-nolisten", "tcp"])
            // It ends with its last window.
            .arg("-terminate")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut process = started.unwrap_or_else(|error| {
            panic!("there is no screen for WebKit (Xvfb: {error}): run `cargo xtask test`, which finds one or says what to install")
        });
        let mut out = BufReader::new(process.stdout.take().expect("its output is a pipe"));
        let mut number = String::new();
        let read = out.read_line(&mut number);
        let number = number.trim();
        let display = (read.is_ok() && !number.is_empty()).then(|| format!(":{number}"));
        Screen { process, display }
    }
}
