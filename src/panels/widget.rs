//! The widget: picture, player, caption and panels around one session, and the keys that it listens to
//! while the focus is inside it.

use super::browser;
use super::caption::caption;
use super::notices::notices;
use super::player::player;
use super::view::View;
use super::{lanes, later};
use crate::narration::Speaker;
use crate::playback::scene;
use crate::reader::Holder;
use crate::run::{Choices, Ledger};
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
    pub dialog: NodeRef,
    pub node: NodeRef,
    pub scrubber: NodeRef,
    pub question: NodeRef,
    /// One picture, or several of which the style shows one.
    pub pictures: Vec<Drawn>,
}

/// One picture: where everything stands, its class, and what moves in it.
pub struct Drawn {
    pub layout: Layout,
    pub class: &'static str,
    /// Whether it is the lane without.
    pub without: bool,
    pub moving: Moving,
}

pub fn widget(view: &View, frame: &Frame, width: Option<i32>, pressed: Callback<Event>) -> Html {
    let chapter = view.chapter();
    let name = view.words.say(id::WIDGET_NAME, &[("chapter", Value::Text(&chapter))]);
    let parts = element("div", "columns")
        .holds(
            element("div", "main")
                .holds(
                    element("div", "frame")
                        .known_as(&frame.node)
                        .holds(later::part(view, later::STAGES, &|view| stages(view, frame)))
                        .holds(later::part(view, 0, &|view| player(view, &frame.scrubber)))
                        .holds(later::part(view, 1, &|view| caption(view, &frame.question)))
                        .end(),
                )
                .end(),
        )
        .holds(later::part(view, 3, &later::side))
        .holds(later::part(view, 4, &|view| later::under(view, width)));
    element("section", "widget")
        .known_as(&frame.widget)
        .with("aria-label", &name)
        .with("tabindex", "-1")
        .hears(Kind::KeyDown, pressed)
        .holds(if later::here() { notices(view) } else { element("div", "").end() })
        .holds(parts.end())
        .end()
}

fn stages(view: &View, frame: &Frame) -> Html {
    let class = if view.session.beside().is_some() { "stages lanes" } else { "stages" };
    element("div", class).holds_all(pictures(view, frame)).end()
}

fn pictures(view: &View, frame: &Frame) -> Vec<Html> {
    let (chapter, session) = (view.chapter(), view.session);
    let moment = session.moment();
    let usual = Choices::of(&session.lesson);
    let draw = |Drawn { layout, class, without, moving }: &Drawn| {
        let other = session.beside().filter(|_| *without);
        let run = other.unwrap_or(&session.run);
        let speaker = Speaker { run, ..view.speaker() };
        let now = joined(&view.caption(&speaker, moment).title);
        let chapter = match session.beside() {
            Some(_) => format!("{chapter} {}", lanes::name(view, !without)),
            None => chapter.clone(),
        };
        let args = [("chapter", Value::Text(&chapter)), ("now", Value::Text(&now))];
        let known = Ledger::at(run, moment).known(Party::ThirdParty);
        let picture = Picture {
            speaker,
            choices: other.map_or(&session.choices, |_| &usual),
            layout,
            scene: scene(run, moment),
            name: &view.words.say(id::STAGE_NAME, &args),
            found: known.has(Fact::Cell) || known.has(Fact::Position),
            still: view.live && browser::reduced_motion(session.view.motion),
            moving,
        };
        let head = session.beside().map(|_| lanes::head(view, &speaker, !without));
        element("div", class).holds_all(head).holds(picture.draw()).end()
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
