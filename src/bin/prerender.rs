//! Draws what stands on the page before any script has loaded: `prerender DIR` writes `still.html`.

use std::path::Path;
use std::rc::Rc;
use whereabouts::lesson;
use whereabouts::link::Address;
use whereabouts::panels::{Page, PageProps};
use whereabouts::reader::Session;
use whereabouts::text::{Words, english};

/// The lesson of the first view.
const FIRST: &str = include_str!("../../assets/lessons/anyone-may-ask.json");

fn main() -> Result<(), String> {
    let dir = std::env::args().nth(1).ok_or("prerender DIR: where to write still.html")?;
    let lesson = lesson::parse(FIRST).map_err(|problems| format!("{problems:?}"))?;
    let props = move || PageProps {
        words: Words::native(english()),
        begin: Rc::new(Session::open(Rc::new(lesson), Address::default(), Vec::new())),
        live: false,
        width: None,
        follow: None,
    };
    let still = yew::LocalServerRenderer::<Page>::with_props(props()).hydratable(false);
    let html = futures::executor::block_on(still.render());
    let file = Path::new(&dir).join("still.html");
    std::fs::create_dir_all(&dir).map_err(|error| format!("{dir}: {error}"))?;
    std::fs::write(&file, html).map_err(|error| format!("{}: {error}", file.display()))
}
