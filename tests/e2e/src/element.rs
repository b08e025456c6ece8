//! Something on the page, and what a person does with it.

use crate::browser::base64;
use crate::{Browser, Engine};
use serde_json::{Value, json};

/// What WebDriver calls an element's handle.
pub(crate) const HANDLE: &str = "element-6066-11e4-a52e-4f735466cecf";

#[derive(Clone)]
pub struct Element<'b> {
    pub(crate) browser: &'b Browser,
    pub(crate) id: String,
}

/// Keys as WebDriver writes them.
pub mod keys {
    pub const TAB: char = '\u{e004}';
    pub const ENTER: char = '\u{e007}';
    pub const ESCAPE: char = '\u{e00c}';
    pub const SHIFT: char = '\u{e008}';
    pub const SPACE: char = ' ';
    pub const PAGE_UP: char = '\u{e00e}';
    pub const PAGE_DOWN: char = '\u{e00f}';
    pub const END: char = '\u{e010}';
    pub const HOME: char = '\u{e011}';
    pub const LEFT: char = '\u{e012}';
    pub const RIGHT: char = '\u{e014}';
}

impl<'b> Element<'b> {
    fn ask(&self, what: &str) -> Option<Value> {
        let path = format!("/element/{}/{what}", self.id);
        self.browser.get(&path).ok()
    }

    /// The role that the browser tells assistive technology; empty once the element is gone.
    ///
    /// All three engines answer this, and on this site they agree, but for two: WebKit calls a closed list
    /// of choices a button, which it is here not, and a paragraph without words is none to Chromium alone.
    pub fn role(&self) -> String {
        let role = text(self.ask("computedrole"));
        let closed_list = self.browser.engine == Engine::WebKit
            && role == "button"
            && self.property("localName") == "select";
        if closed_list { "combobox".to_owned() } else { role }
    }

    /// The name that the browser tells assistive technology. The engines agree on it where something is to
    /// be named; whether an item of a list or a cell of a table takes its text for a name, they do not.
    pub fn name(&self) -> String {
        text(self.ask("computedlabel"))
    }

    pub fn property(&self, name: &str) -> Value {
        self.ask(&format!("property/{name}")).unwrap_or_default()
    }

    pub fn attribute(&self, name: &str) -> Option<String> {
        self.ask(&format!("attribute/{name}"))?.as_str().map(str::to_owned)
    }

    /// What can be read in it, with single spaces.
    pub fn text(&self) -> String {
        let script = "return arguments[0].innerText ?? arguments[0].textContent;";
        let read = self.browser.script(script, &[self.handle()]);
        squeezed(read.as_str().unwrap_or_default())
    }

    /// What can be read in whatever the element stands in, as a heading does.
    pub fn text_around(&self) -> String {
        let script = "return arguments[0].parentElement.innerText;";
        let read = self.browser.script(script, &[self.handle()]);
        squeezed(read.as_str().unwrap_or_default())
    }

    /// A click where a person would, or the reason why it could not be.
    pub fn click(&self) {
        let path = format!("/element/{}/click", self.id);
        if let Err(why) = self.browser.post(&path, &json!({})) {
            self.browser.fail(&format!(
                "cannot click the {} “{}”: {why}",
                self.role(),
                self.name()
            ));
        }
    }

    /// How it looks, as a PNG.
    pub fn picture(&self) -> Vec<u8> {
        base64(&text(self.ask("screenshot")))
    }

    pub fn focus(&self) {
        self.browser.script("arguments[0].focus();", &[self.handle()]);
    }

    /// Takes the entry with these words from a list of choices.
    pub fn choose(&self, words: &str) {
        if self.browser.engine == Engine::WebKit {
            // A list that is closed has no entries for its WebDriver.
            let script = "
                const [list, words] = arguments;
                const entry = [...list.options].find(({ label }) => label.trim() === words);
                list.value = entry.value;
                list.dispatchEvent(new Event('change', { bubbles: true }));";
            self.browser.script(script, &[self.handle(), words.into()]);
            return;
        }
        let option = self.one("option", words);
        option.click();
    }

    /// The one thing of that role and name in here.
    #[track_caller]
    pub fn one(&self, role: &str, name: &str) -> Element<'b> {
        self.browser.seek(Some(self), role, name)
    }

    /// Everything of that role in here, in the order of the page.
    pub fn all(&self, role: &str) -> Vec<Element<'b>> {
        self.browser.every(Some(self), role)
    }

    pub fn handle(&self) -> Value {
        json!({ HANDLE: self.id })
    }
}

fn text(value: Option<Value>) -> String {
    value.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// With one space wherever there was any white.
pub(crate) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
