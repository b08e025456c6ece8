//! The site behind a real server, which `cargo xtask test` has started, and what it answers.

use std::collections::BTreeMap;
use std::time::Duration;
use ureq::Agent;

pub struct Served {
    /// `NGINX`, `CADDY` or `PROXY`.
    pub name: &'static str,
    address: String,
    agent: Agent,
}

pub struct Answer {
    pub status: u16,
    /// By their names in small letters.
    pub headers: BTreeMap<String, String>,
    /// As it came over the wire.
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }
}

impl Served {
    pub fn by(name: &'static str) -> Served {
        let variable = format!("SERVED_BY_{name}");
        let address = std::env::var(&variable);
        let address = address.unwrap_or_else(|_| {
            panic!("{variable} says nothing: run `cargo xtask test`, which starts the server")
        });
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(30)))
            .proxy(None)
            .build()
            .new_agent();
        Served { name, address, agent }
    }

    /// The site's address with something behind it.
    pub fn url(&self, rest: &str) -> String {
        format!("{}{rest}", self.address)
    }

    /// What it answers to a GET with these headers.
    pub fn get(&self, address: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = self.agent.get(self.url(address)).header("Accept-Encoding", "identity");
        for (name, value) in headers {
            request = match *name {
                "Accept-Encoding" => {
                    self.agent.get(self.url(address)).header("Accept-Encoding", *value)
                }
                name => request.header(name, *value),
            };
        }
        let mut answer =
            request.call().unwrap_or_else(|why| panic!("{address} at {}: {why}", self.name));
        let text = |value: &ureq::http::HeaderValue| value.to_str().unwrap_or_default().to_owned();
        let headers = answer.headers();
        let headers = headers.iter().map(|(name, value)| (name.as_str().to_owned(), text(value)));
        let headers = headers.collect();
        let body = answer.body_mut().with_config().limit(64 << 20).read_to_vec();
        let body = body.unwrap_or_else(|why| panic!("{address} at {}: {why}", self.name));
        Answer { status: answer.status().as_u16(), headers, body }
    }
}
