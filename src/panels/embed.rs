//! The dialog for whoever wants the lesson in a page of their own: what it is to show, the code for it, and how
//! it will look.

use super::browser;
use super::command::{COPY_CODE, EMBED_FORM, EMBED_LOCK, EMBED_PANEL, EMBED_START};
use super::dialog::setting;
use super::view::View;
use crate::embed::{Code, code};
use crate::link::{LOCKS, Lock, PANELS, Set};
use crate::reader::{Embedding, Form, Session};
use crate::stage::{Element, element};
use crate::text::{Value, Words, id};
use yew::Html;

/// The code for what is chosen, on a page from where the first page of its language is at `root`.
pub fn chosen(
    session: &Session,
    words: &Words,
    title: &str,
    root: &str,
    embedding: &Embedding,
) -> Code {
    let name = words.say(id::WIDGET_NAME, &[("chapter", Value::Text(title))]);
    code(session, embedding, &browser::whole(root), &name)
}

pub fn embed(view: &View, embedding: &Embedding) -> Html {
    let words = view.words;
    let title = view.chapter();
    let code = chosen(view.session, words, &title, view.root, embedding);
    let form = Form::ALL.map(|form| (form.name(), form == embedding.form));
    let start = [("here", embedding.here), ("beginning", !embedding.here)];
    let framed = embedding.form.is_framed();
    // Whoever embeds it says by which chapter; nothing leads out of a package only.
    let locks = [Lock::Filters, Lock::Speed, Lock::Depth, Lock::Lanes, Lock::Chapter];
    let locks = locks.map(|lock| lock as u8);
    let note = words.line(&format!("embed-note-{}", embedding.form.name()));
    let said = view.said.as_ref().filter(|(about, _)| *about == code.text);
    let said = said.map(|(_, said)| said.as_str()).unwrap_or_default();
    let text = element("textarea", "code")
        .with("readonly", "readonly")
        .with("rows", "6")
        .with("spellcheck", "false")
        .with("id", "embed-code")
        .valued(code.text);
    let copy = view.control("button", "quiet", COPY_CODE).says(&words.line(id::EMBED_COPY)).end();
    let shown = element("iframe", "preview")
        .with("src", &code.preview)
        .with("title", &words.line(id::EMBED_PREVIEW))
        .end();
    let options = element("div", "")
        .holds(setting(view, EMBED_FORM, id::EMBED_FORM, &form).end())
        .holds(setting(view, EMBED_START, id::EMBED_START, &start).end())
        .holds_all(framed.then(|| {
            let all: Vec<u8> = (0..).zip(PANELS).map(|(place, _)| place).collect();
            choices(view, (EMBED_PANEL, id::EMBED_PANELS), &PANELS, &all, embedding.panels)
        }))
        .holds_all(
            framed.then(|| {
                choices(view, (EMBED_LOCK, id::EMBED_LOCKS), &LOCKS, &locks, embedding.lock)
            }),
        )
        .holds(
            element("label", "").with("for", "embed-code").says(&words.line(id::EMBED_CODE)).end(),
        )
        .holds(text.end())
        .holds(element("p", "lead").says(&note).end())
        .holds(
            element("p", "setting")
                .holds(copy)
                .holds(element("span", "").with("role", "status").says(said).end())
                .end(),
        );
    let heading = element("h3", "").says(&words.line(id::EMBED_PREVIEW)).end();
    let look = element("div", "").holds(heading).holds(shown).end();
    element("div", "embed").holds(options.end()).holds(look).end()
}

/// A group of boxes to tick, some out of a list of names.
fn choices(
    view: &View,
    (does, key): (&str, &str),
    names: &[&str],
    places: &[u8],
    set: Set,
) -> Html {
    let choice = |&place: &u8| {
        let name = names.get(usize::from(place)).copied().unwrap_or_default();
        let id = format!("{does}-{name}");
        let input = view.control("input", "", &format!("{does} {place}")).with("type", "checkbox");
        let input = input.with("id", &id).switched(set.has(place)).end();
        let label = element("label", "").with("for", &id).says(&view.words.line(&id)).end();
        element("span", "choice").holds(input).holds(label).end()
    };
    let legend = element("legend", "").says(&view.words.line(key)).end();
    let on: Element = element("fieldset", "choices").holds(legend);
    on.holds_all(places.iter().map(choice)).end()
}
