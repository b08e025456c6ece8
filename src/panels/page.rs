//! The whole page: title, chapters, widget, text form. The same component draws the still that stands
//! there before any script, and the living page.

use super::chapters::Chapters;
use super::text_form::TextForm;
use super::widget::{View, Widget};
use crate::reader::{Action, Session};
use crate::text::Words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct PageProps {
    pub words: Words,
    pub session: Rc<Session>,
    /// What to do with what the reader does; nobody listens where there is none.
    pub act: Option<Callback<Action>>,
    /// The width of the picture, where it is known.
    #[prop_or_default]
    pub width: Option<i32>,
    /// Something that went wrong while fetching, to be said above the widget.
    #[prop_or_default]
    pub trouble: Option<String>,
}

#[component]
pub fn Page(props: &PageProps) -> Html {
    let PageProps { words, session, act, width, trouble } = props;
    let view = View {
        words: words.clone(),
        session: session.clone(),
        live: act.is_some(),
        act: act.clone().unwrap_or_default(),
    };
    let theme = session.view.theme.name();
    html! {
        <div class="page" lang={words.lang().to_owned()} dir={words.direction().name()} data-theme={theme}>
            <header>
                <h1>{ words.line("page-title") }</h1>
                <p>{ words.line("page-lead") }</p>
            </header>
            <Chapters ..view.clone() />
            <div class="trouble" role="alert">{ trouble.clone().unwrap_or_default() }</div>
            <Widget {view} width={*width}>
                <p class="keys">{ words.line("player-keys") }</p>
                <TextForm lesson={session.lesson.clone()} words={words.clone()} depth={session.view.depth} />
            </Widget>
        </div>
    }
}
