//! The code that puts a lesson into somebody's page, ready to be copied.

use crate::lesson::Named;
use crate::link::{Address, EMBED, page_of_lesson, write};
use crate::reader::{Embedding, Form, Session};

/// How high a frame is, in pixels, that shows picture, player and caption as a chapter begins, 700 pixels wide; at
/// its end more is said, and scrolled to.
pub const HEIGHT: u32 = 720;

/// What there is to copy, and the address that a preview shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    pub text: String,
    pub preview: String,
}

/// The code for a lesson as it is now. `site` is the whole address of the first page of its language, `title` what
/// a frame is called.
pub fn code(session: &Session, embedding: &Embedding, site: &str, title: &str) -> Code {
    let address = embedding.address(session);
    let page = Named::of(&session.lesson.id).map(page_of_lesson).unwrap_or_default();
    let whole = link(&format!("{site}{page}"), &address);
    let framed = link(&format!("{site}{EMBED}{page}"), &address);
    let text = match embedding.form {
        Form::Frame => format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{HEIGHT}\" loading=\"lazy\" allow=\"clipboard-write\" style=\"border: 0\"></iframe>",
            escaped(&framed),
            escaped(title)
        ),
        Form::Element => format!(
            "<script type=\"module\" src=\"{}{EMBED}whereabouts-explainer.js\"></script>\n<whereabouts-explainer{}></whereabouts-explainer>",
            escaped(site),
            attributes(session, address)
        ),
        Form::Link | Form::Present => whole.clone(),
    };
    let preview = if embedding.form.is_framed() { framed } else { whole };
    Code { text, preview }
}

fn link(page: &str, address: &Address) -> String {
    let said = write(address);
    let sign = if said.is_empty() { "" } else { "#" };
    format!("{page}{sign}{said}")
}

/// The same as attributes: they are called as the settings are.
fn attributes(session: &Session, address: Address) -> String {
    let mut address = address;
    match session.lesson.chapter {
        0 => address.lesson = Named::of(&session.lesson.id),
        chapter => address.chapter = Some(chapter),
    }
    let said = write(&address);
    let pairs = said.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| format!(" {name}=\"{}\"", escaped(value))).collect()
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}
