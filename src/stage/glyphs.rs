//! The small pictures: nodes, gates, the traveller, the envelope, and what became of a message. Each is
//! drawn around its middle, in outlines, so that shape as well as colour tells them apart.

use super::element::{Element, element, path, rounded};
use super::layout::{CARRIER, GATE, NODE};
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

/// A gate with a bar for each rule that is on; open where there is none.
pub fn gate(on: Element, rules: usize) -> Element {
    let (w, h) = (GATE.x, GATE.y);
    let posts = format!("M{} {}v{}M{} {}v{}", 4 - w, 5 - h, 2 * h - 10, w - 4, 5 - h, 2 * h - 10);
    let bars: String =
        (0..rules.min(5)).map(|i| format!("M-10 {}h20", -11 + 6 * i as i32)).collect();
    on.holds(rounded("plate", -w, -h, 2 * w, 2 * h, 7))
        .holds(path("posts", &posts))
        .holds(path("bars", &bars))
}

/// A letter: closed for a question, with a reply arrow for an answer.
pub fn envelope(on: Element, answer: bool) -> Element {
    let lines = if answer { "M9-1H-8M-2-7l-6 6 6 6" } else { "M-18-11 0 3 18-11" };
    on.holds(rounded("paper", -19, -13, 38, 26, 4)).holds(path("line", lines))
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
