//! The small pictures: nodes, gates, the traveller, the envelope, and what became of a message. Each is
//! drawn around its middle, in outlines, so that shape as well as colour tells them apart.

use super::draw::verdict;
use super::element::{Element, element, path, placed, rounded};
use super::layout::{CARRIER, ENVELOPE, GATE, NODE};
use crate::filter::Consulted;
use crate::signalling::Role;
use yew::virtual_dom::VNode;

/// A node, by what it does.
pub fn node(on: Element, role: Role) -> Element {
    let lines = match role {
        // A card file: one drawer above the other.
        Role::Hlr | Role::Hss | Role::Udm => {
            "M-15-13h30v26h-30zM-15-4h30M-15 5h30M-3-9h6M-3 0h6M-3 9h6"
        }
        // A mast with its waves.
        Role::MscVlr | Role::Sgsn | Role::Mme | Role::Amf => {
            "M0-4v18M-7 14h14M-5-9a7 7 0 0 0 0 10M5-9a7 7 0 0 1 0 10\
             M-10-14a14 14 0 0 0 0 20M10-14a14 14 0 0 1 0 20"
        }
        // A letter that goes on.
        Role::SmsGateway | Role::SmsRouter | Role::Gmsc => {
            "M-15-9h20v16h-20zM-15-9l10 9 10-9M9-1h8M13-6l5 5-5 5"
        }
        // A clock that counts.
        Role::ServiceControl | Role::ApplicationServer | Role::Gmlc | Role::Nef => {
            "M0-14a14 14 0 1 0 .1 0M0-7v8l6 4"
        }
        // A signpost: this way and that.
        Role::Stp | Role::Dea | Role::Dra | Role::Sepp => {
            "M0-15v30M0-11h11l4 4-4 4H0zM0 0h-11l-4 4 4 4H0z"
        }
    };
    on.holds(plate()).holds(path("line", lines))
}

/// An operator's house with a key: it lets addresses.
pub fn lessor(on: Element) -> Element {
    let lines = "M-15 13V-4L-4-13 7-4V13zM-8 13V4h7v9M16-3a4 4 0 1 0 .1 0M16 5v9M16 9h4M16 13h4";
    on.holds(plate()).holds(path("line", lines))
}

/// A terminal on a desk, and nothing behind it.
pub fn third_party(on: Element) -> Element {
    let lines = "M-28 14H28M-9 21H9M0 14v7M-17-11l8 6-8 6M-4 3H8";
    on.holds(path("plate", "M-28-22H28V14H-28z")).holds(path("line", lines))
}

/// A ring where roads meet.
pub fn carrier(on: Element) -> Element {
    let ring = element("circle", "plate").number("r", CARRIER).end();
    on.holds(ring).holds(path("line", "M-18-7H16M9-14l7 7-7 7M18 8H-16M-9 1l-7 7 7 7"))
}

/// The traveller in a cell.
pub fn traveller(on: Element) -> Element {
    let person = "M-2-18a6.5 6.5 0 1 1-.1 0zM-12 16c0-14 4-20 10-20s10 6 10 20z";
    on.holds(path("cell", "M0-30 26-15V15L0 30-26 15V-15z"))
        .holds(path("solid", person))
        .holds(rounded("phone", 8, -6, 8, 14, 2))
}

/// A gate with a bar for each rule that is on; open where there is none. A rule that has spoken shows
/// its verdict.
pub fn gate(on: Element, rules: usize, said: &[Consulted]) -> Element {
    let (w, h) = (GATE.x, GATE.y);
    let posts = format!("M{} {}v{}M{} {}v{}", 4 - w, 5 - h, 2 * h - 10, w - 4, 5 - h, 2 * h - 10);
    let rows = rules as i32;
    let pitch = (40 / rows.max(1)).min(11);
    let mut bars = String::new();
    let mut on = on.holds(rounded("plate", -w, -h, 2 * w, 2 * h, 7)).holds(path("posts", &posts));
    for row in 0..rows {
        let y = pitch * (2 * row - rows + 1) / 2;
        match said.get(row as usize) {
            None => bars.push_str(&format!("M-10 {y}h20")),
            Some(said) => {
                let fate = verdict(said.verdict);
                let bar = placed(&format!("fate {fate}"), 0, y, 100);
                let sign = placed("", 0, 0, 5 * pitch).holds(self::fate(fate)).end();
                let lit = rounded("badge", -14, 1 - pitch / 2, 28, pitch - 1, 2);
                on = on.holds(bar.holds(lit).holds(sign).end());
            }
        }
    }
    on.holds(path("bars", &bars))
}

/// A letter: closed for a question, with a reply arrow for an answer. Its seal is the shape of who it
/// says it is from; a stand-in wears a mask.
pub fn envelope(on: Element, answer: bool, stand_in: bool, claimed: &str) -> Element {
    let (w, h) = (ENVELOPE.x, ENVELOPE.y);
    let on = on.holds(rounded("paper", -w, -h, 2 * w, 2 * h, 4));
    if stand_in {
        let mask = "M-16-9C-6-5 6-5 16-9C17 2 11 10 5 10 3 10 2 7 0 7S-3 10-5 10C-11 10-17 2-16-9z\
                    M-11-2q4-2 8 2-5 3-8-2zM11-2q-4-2-8 2 5 3 8-2z";
        return on.holds(path("mask", mask));
    }
    let (lines, x, y) = match answer {
        true => ("M-3 0H-17M-12-5l-5 5 5 5", 10, 0),
        false => ("M-22-13 0 2 22-13", 0, 4),
    };
    let seal = placed("seal", x, y, 100).holds(shape(claimed)).end();
    on.holds(path("line", lines)).holds(seal)
}

/// The shape of a party, which recurs wherever its colour does: a house at home, a cell abroad, the
/// diamond of a partner, and the third party's triangle.
pub fn shape(class: &str) -> VNode {
    let d = match class {
        "home" => "M-9 1 0-8 9 1H6V8H-6V1z",
        "visited" => "M0-9 8-4.5v9L0 9-8 4.5v-9z",
        "partner" => "M0-9 9 0 0 9-9 0z",
        "third-party" => "M0-9 9 7H-9z",
        _ => "",
    };
    path(&format!("shape {class}"), d)
}

/// The sign of what became of a message: a cross, a mask, a turned arrow, or a tick.
pub fn fate(id: &str) -> VNode {
    let sign = match id {
        "stopped" => "M-5-5 5 5M5-5-5 5",
        "masked" => "M-8-4h16v3c0 5-4 7-8 7s-8-2-8-7zM-4 0h2M2 0h2",
        "elsewhere" => "M6 4V-2H-5M-1-6l-4 4 4 4",
        _ => "M-6 0l4 5 8-9",
    };
    path("sign", sign)
}

fn plate() -> VNode {
    rounded("plate", -NODE, -NODE, 2 * NODE, 2 * NODE, 13)
}
