//! The widget: picture, player, caption and panels around one session, and the keys that it listens to
//! while the focus is inside it.

use super::browser;
use super::caption::Caption;
use super::clock::use_clock;
use super::filters::Filters;
use super::ledger::LedgerPanel;
use super::messages::Messages;
use super::notices::Notices;
use super::player::Player;
use crate::narration::{self, Speaker};
use crate::reader::{Action, Holder, Session, key};
use crate::stage::{Layout, Moving, Size, Stage, layout};
use crate::text::{Value, Words, joined};
use std::rc::Rc;
use yew::prelude::*;

/// What every panel is given.
#[derive(Clone, PartialEq, Properties)]
pub struct View {
    pub words: Words,
    pub session: Rc<Session>,
    /// Whether anybody listens: not in the still that stands on the page before the scripts.
    pub live: bool,
    pub act: Callback<Action>,
}

impl View {
    pub fn speaker(&self) -> Speaker<'_> {
        Speaker {
            lesson: &self.session.lesson,
            run: &self.session.run,
            words: &self.words,
            depth: self.session.view.depth,
        }
    }

    /// A handler that does one thing.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_: E| act.emit(action.clone()))
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct WidgetProps {
    pub view: View,
    /// The width that the picture has, in pixels; unknown where the page is drawn beforehand.
    pub width: Option<i32>,
    /// What stands under the picture.
    pub children: Html,
}

#[component]
pub fn Widget(props: &WidgetProps) -> Html {
    let frame = use_node_ref();
    let width = browser::use_width(&frame, props.width);
    let moving = use_memo((), |()| Moving::default());
    let scrubber = use_node_ref();
    let act = use_clock(&props.view, &moving, &frame, &scrubber);
    let view = &View { act, ..props.view.clone() };

    let onkeydown = {
        let act = view.act.clone();
        let rtl = view.words.direction() == crate::text::Direction::Rtl;
        Callback::from(move |event: KeyboardEvent| {
            let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
            if modified || event.default_prevented() {
                return;
            }
            if let Some(action) = key(&event.key(), holder(&event), rtl) {
                event.prevent_default();
                act.emit(action);
            }
        })
    };
    let chapter = view.speaker().title();
    let name = view.words.say("widget-name", &[("chapter", Value::Text(&chapter))]);
    let stages = match width {
        Some(width) => vec![(Size::of_width(width), "")],
        // Before anybody knows the width, both arrangements stand there, and the style shows one.
        None => vec![(Size::of_width(960), "when-wide"), (Size::of_width(344), "when-tall")],
    };
    html! {
        <section class="widget" aria-label={name} {onkeydown} tabindex="-1">
            <Notices ..view.clone() />
            <div class="columns">
                <div class="main">
                    <div class="frame" ref={frame}>
                        <div class="stages">
                            { for stages.into_iter().map(|(size, class)| html! {
                                <div key={class} {class}>
                                    <Picture view={view.clone()} {size} moving={(*moving).clone()} />
                                </div>
                            }) }
                        </div>
                        <Player view={view.clone()} {scrubber} />
                        <Caption ..view.clone() />
                    </div>
                </div>
                <div class="side">
                    <Filters ..view.clone() />
                    <Messages ..view.clone() />
                </div>
                <LedgerPanel ..view.clone() />
                <div class="under">{ props.children.clone() }</div>
            </div>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PictureProps {
    view: View,
    size: Size,
    moving: Moving,
}

/// The picture at a size.
#[component]
fn Picture(props: &PictureProps) -> Html {
    let PictureProps { view, size, moving } = props;
    let session = &view.session;
    let stands = (session.lesson.id.clone(), session.view.depth, *size);
    let made: Rc<Layout> = use_memo(stands, |_| layout(&view.speaker(), *size));
    let caption = narration::caption(&view.speaker(), session.moment());
    let (chapter, now) = (view.speaker().title(), joined(&caption.title));
    let name = [("chapter", Value::Text(&chapter)), ("now", Value::Text(&now))];
    html! {
        <Stage
            lesson={session.lesson.clone()}
            run={session.run.clone()}
            choices={session.choices.clone()}
            words={view.words.clone()}
            depth={session.view.depth}
            layout={made}
            scene={session.scene()}
            name={view.words.say("stage-name", &name)}
            moving={moving.clone()}
        />
    }
}

/// What the key was pressed on.
fn holder(event: &KeyboardEvent) -> Holder {
    let Some(target) = event.target_dyn_into::<web_sys::Element>() else { return Holder::Widget };
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
