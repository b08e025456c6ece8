//! The caption under the picture, and what a screen reader is told as things go on.

use super::pieces::{sentence, sentences};
use super::widget::View;
use crate::narration;
use crate::text::joined;
use yew::prelude::*;

#[component]
pub fn Caption(view: &View) -> Html {
    let session = &view.session;
    let caption = narration::caption(&view.speaker(), session.moment());
    let fate = session.scene().flight.and_then(|flight| flight.fate);
    // While it plays only outcomes are spoken, so that speech never falls behind the picture.
    let spoken =
        if session.playing && fate.is_none() { String::new() } else { joined(&caption.title) };
    html! {
        <div class="caption">
            <h2 class="unseen">{ view.words.line("caption-name") }</h2>
            <p class={classes!("title", fate.map(|fate| fate.id()))}>{ sentence(&session.lesson, &caption.title) }</p>
            <p class="body">{ sentences(&session.lesson, &caption.body) }</p>
            <p class="unseen" role="status">{ spoken }</p>
        </div>
    }
}
