//! The three engines that a reader's browser can have, and what each of them is asked for.

use crate::Wishes;
use crate::driver::is_root;
use serde_json::{Map, Value, json};
use std::ffi::OsString;
use std::path::PathBuf;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Engine {
    #[default]
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// Its WebDriver: what the environment names, or what is on the path.
    pub(crate) fn driver(self) -> PathBuf {
        let (variable, usual) = match self {
            Engine::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Engine::Firefox => ("GECKODRIVER", "geckodriver"),
            Engine::WebKit => ("WEBKITDRIVER", "WebKitWebDriver"),
        };
        std::env::var_os(variable).unwrap_or_else(|| OsString::from(usual)).into()
    }

    /// What a session is asked for.
    pub(crate) fn capabilities(self, wishes: &Wishes) -> Value {
        let mut wanted = Map::new();
        wanted.insert("timeouts".into(), json!({ "script": 60_000, "pageLoad": 60_000 }));
        match self {
            Engine::Chromium => {
                wanted.insert("goog:chromeOptions".into(), json!({ "args": chromium() }));
                let requests = if wishes.lists_requests { "ALL" } else { "OFF" };
                let lists = json!({ "browser": "ALL", "performance": requests });
                wanted.insert("goog:loggingPrefs".into(), lists);
            }
            Engine::Firefox => {
                let mut options = json!({ "args": ["-headless"], "prefs": firefox(wishes) });
                if let Ok(binary) = std::env::var("FIREFOX") {
                    options["binary"] = binary.into();
                }
                wanted.insert("moz:firefoxOptions".into(), options);
            }
            Engine::WebKit => {
                let mut options = json!({ "args": ["--automation"] });
                if let Ok(binary) = std::env::var("WEBKIT_BROWSER") {
                    options["binary"] = binary.into();
                }
                wanted.insert("webkitgtk:browserOptions".into(), options);
            }
        }
        json!({ "capabilities": { "alwaysMatch": wanted } })
    }
}

fn chromium() -> Vec<&'static str> {
    let mut arguments = vec![
        "--headless=new",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-proxy-server",
        // There is no other machine for these pages.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        // A window that nobody looks at is not slowed down.
        "--disable-backgrounding-occluded-windows",
        "--disable-renderer-backgrounding",
        // What is in a frame of another process cannot be asked for its role.
        "--disable-features=IsolateSandboxedIframes",
        // Letters have no coloured edges, so that pictures of them are small and the same everywhere.
        "--disable-lcd-text",
    ];
    if is_root() {
        arguments.push("--no-sandbox");
    }
    arguments
}

/// The system's settings, as Firefox is told of them, and no network but this machine.
fn firefox(wishes: &Wishes) -> Value {
    json!({
        "ui.prefersReducedMotion": u8::from(wishes.reduced_motion),
        // 0 is dark and 1 is light.
        "layout.css.prefers-color-scheme.content-override": u8::from(!wishes.dark),
        "dom.w3c_touch_events.enabled": 1,
        "network.proxy.type": 0,
    })
}
