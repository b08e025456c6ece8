//! The reported case, below the animation of its chapter: allegation and answer beside each other, then
//! what others said, what came after, and what it makes clear whichever account one believes.

use super::frame::Here;
use crate::lesson::report::{REPORT, Side, Statement};
use crate::lesson::{Lesson, SourceId};
use crate::link::page_of;
use crate::stage::{Element, element};
use crate::text::Piece;
use yew::Html;

/// The documents that the report cites beyond those of its lesson, in the order in which it does.
pub fn cited(lesson: &Lesson) -> Vec<SourceId> {
    let mut all = lesson.sources();
    for source in REPORT.iter().flat_map(|said| said.sources) {
        all.extend(SourceId::named(source).filter(|id| !all.contains(id)));
    }
    all
}

pub fn report(here: &Here, sources: &[SourceId]) -> Html {
    let side = |side: Side| {
        let of_side = REPORT.iter().filter(|said| said.side == side);
        element("section", side.id())
            .holds(here.line("h3", "", &format!("case-{}", side.id())))
            .holds_all(of_side.map(|said| statement(here, said, sources)))
            .end()
    };
    let both = element("div", "both").holds(side(Side::Alleged)).holds(side(Side::Answered));
    element("section", "text report")
        .holds(here.line("h2", "", "case-title"))
        .holds(here.line("p", "lead", "case-lead"))
        .holds(both.end())
        .holds(side(Side::Context))
        .holds(here.line("p", "lead", "case-note"))
        .holds(side(Side::Since))
        .holds(understand(here))
        .end()
}

fn statement(here: &Here, said: &Statement, sources: &[SourceId]) -> Html {
    let words = here.words.line(&format!("case-{}", said.id));
    cite(element("p", "").says(&words), said.sources, sources).end()
}

/// The numbers of the documents behind a paragraph.
pub fn cite(on: Element, ids: &[&str], all: &[SourceId]) -> Element {
    let number = |id: &&str| {
        let id = SourceId::named(id)?;
        all.iter().position(|other| *other == id).map(|at| at + 1)
    };
    ids.iter().filter_map(number).fold(on, |on, number| {
        let href = format!("#source-{number}");
        let link = element("a", "cited").with("href", &href).says(&format!("[{number}]"));
        on.holds(element("sup", "").holds(link.end()).end())
    })
}

/// What the chapter makes clear, with the ways to see it.
fn understand(here: &Here) -> Html {
    let line = |key| {
        let links = [
            ("routine", page_of(2), "case-link-routine"),
            ("rented", page_of(6), "case-link-rented"),
            ("game", "you-are-the-filter/".to_owned(), "case-link-game"),
        ];
        // A link's place is known by a party of that name.
        let args = links.each_ref().map(|(name, ..)| {
            let place = Piece::Party { id: (*name).to_owned(), name: String::new() };
            (*name, crate::text::Value::Pieces(vec![place]))
        });
        let pieces = here.words.pieces(key, &args);
        let on = pieces.iter().fold(element("li", ""), |on, piece| {
            let link = match piece {
                Piece::Party { id, .. } => links.iter().find(|(name, ..)| name == id),
                _ => None,
            };
            match link {
                Some((_, path, words)) => {
                    on.holds(here.link("", path).says(&here.words.line(words)).end())
                }
                None => on.says(piece.text()),
            }
        });
        on.end()
    };
    let keys = ["messages", "chapters", "asker", "count", "exercise"];
    let keys = keys.map(|key| format!("case-understand-{key}"));
    element("section", "understand")
        .holds(here.line("h3", "", "case-understand-title"))
        .holds(element("ul", "").holds_all(keys.iter().map(|key| line(key))).end())
        .end()
}
