//! One chromedriver of our own, and the requests that it understands. Ended when dropped, with every
//! browser that it has started.

use serde_json::Value;
use std::ffi::OsString;
use std::fmt::Display;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use ureq::Agent;

/// The most bytes of an answer.
const MOST: u64 = 64 << 20;

pub struct Driver {
    process: Child,
    agent: Agent,
    root: String,
}

impl Driver {
    pub fn start() -> Driver {
        let program =
            std::env::var_os("CHROMEDRIVER").unwrap_or_else(|| OsString::from("chromedriver"));
        let started = Command::new(&program)
            // It takes a free port, and says which.
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut process = match started {
            Ok(process) => process,
            Err(error) => panic!(
                "there is no WebDriver to test with ({}: {error}): run `cargo xtask test`, which finds one or says what to install",
                program.display()
            ),
        };
        let out = process.stdout.take().map(BufReader::new).expect("its output is a pipe");
        let mut lines = out.lines().map_while(Result::ok);
        let port = lines.find_map(|line| {
            let (_, rest) = line.split_once("started successfully on port ")?;
            rest.trim_end_matches('.').parse::<u16>().ok()
        });
        let Some(port) = port else {
            let _ = process.kill();
            panic!("{} does not say that it has started", program.display());
        };
        // It must not wait for somebody to read on.
        std::thread::spawn(move || lines.for_each(drop));
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(90)))
            .proxy(None)
            .build()
            .new_agent();
        Driver { process, agent, root: format!("http://127.0.0.1:{port}") }
    }

    /// What a GET answers, or the driver's own words for what is wrong.
    pub fn get(&self, path: &str) -> Result<Value, String> {
        value(self.agent.get(format!("{}{path}", self.root)).call())
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
        // It ends its browsers when it is asked to end, and leaves them behind when it is killed.
        let _ = self.agent.get(format!("{}/shutdown", self.root)).call();
        let patience = Instant::now() + Duration::from_secs(10);
        while Instant::now() < patience {
            if matches!(self.process.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
