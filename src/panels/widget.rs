//! The widget: picture, player, caption and panels around one session, and the keys that it listens to
//! while the focus is inside it.

use super::browser;
use super::caption::caption;
use super::filters::filters;
use super::ledger::ledger;
use super::messages::messages;
use super::notices::notices;
use super::player::player;
use super::view::View;
use crate::narration;
use crate::reader::Holder;
use crate::run::Ledger;
use crate::signalling::{Fact, Party};
use crate::stage::{Kind, Layout, Moving, Picture, element};
use crate::text::id;
use crate::text::{Value, joined};
use web_sys::{Element, Event, KeyboardEvent};
use yew::{Callback, Html, NodeRef, TargetCast};

/// What the picture is drawn into.
#[derive(Default)]
pub struct Frame {
    pub widget: NodeRef,
    pub node: NodeRef,
    pub scrubber: NodeRef,
    /// One picture, or several of which the style shows one.
    pub pictures: Vec<Drawn>,
}

/// One picture: where everything stands, its class, and what moves in it.
pub struct Drawn {
    pub layout: Layout,
    pub class: &'static str,
    pub moving: Moving,
}

pub fn widget(view: &View, frame: &Frame, pressed: Callback<Event>) -> Html {
    let chapter = view.speaker().title();
    let name = view.words.say(id::WIDGET_NAME, &[("chapter", Value::Text(&chapter))]);
    let parts = element("div", "columns")
        .holds(
            element("div", "main")
                .holds(
                    element("div", "frame")
                        .known_as(&frame.node)
                        .holds(element("div", "stages").holds_all(pictures(view, frame)).end())
                        .holds(player(view, &frame.scrubber))
                        .holds(caption(view))
                        .end(),
                )
                .end(),
        )
        .holds(element("div", "side").holds(filters(view)).holds(messages(view)).end())
        .holds(ledger(view));
    element("section", "widget")
        .known_as(&frame.widget)
        .with("aria-label", &name)
        .with("tabindex", "-1")
        .hears(Kind::KeyDown, pressed)
        .holds(notices(view))
        .holds(parts.end())
        .holds(element("p", "keys").says(&view.words.line(id::PLAYER_KEYS)).end())
        .end()
}

fn pictures(view: &View, frame: &Frame) -> Vec<Html> {
    let speaker = view.speaker();
    let (chapter, session) = (speaker.title(), view.session);
    let now = joined(&narration::caption(&speaker, session.moment()).title);
    let args = [("chapter", Value::Text(&chapter)), ("now", Value::Text(&now))];
    let name = view.words.say(id::STAGE_NAME, &args);
    let known = Ledger::at(&session.run, session.moment()).known(Party::ThirdParty);
    let found = known.has(Fact::Cell) || known.has(Fact::Position);
    let draw = |Drawn { layout, class, moving }: &Drawn| {
        let picture = Picture {
            speaker,
            choices: &session.choices,
            layout,
            scene: session.scene(),
            name: &name,
            found,
            still: view.live && browser::reduced_motion(session.view.motion),
            moving,
        };
        element("div", class).holds(picture.draw()).end()
    };
    frame.pictures.iter().map(draw).collect()
}

/// What the key was pressed on.
pub fn holder(event: &KeyboardEvent) -> Holder {
    let Some(target) = event.target_dyn_into::<Element>() else { return Holder::Widget };
    match target.tag_name().to_ascii_lowercase().as_str() {
        "button" | "a" | "summary" => Holder::Button,
        "input" => match target.get_attribute("type").as_deref() {
            Some("range") => Holder::Widget,
            Some("checkbox" | "radio") => Holder::Button,
            _ => Holder::Field,
        },
        "select" | "textarea" => Holder::Field,
        _ => Holder::Widget,
    }
}
