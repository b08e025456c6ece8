//! What in an address was not understood: said once, closed by the reader, and never in the way.

use super::widget::View;
use crate::link::Notice;
use crate::reader::Action;
use crate::text::Value;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

#[component]
pub fn Notices(view: &View) -> Html {
    let notices = &view.session.notices;
    if notices.is_empty() {
        return html! { <div /> };
    }
    let line = |notice: &Notice| {
        let args = [("name", Value::Text(&notice.name)), ("value", Value::Text(&notice.value))];
        view.words.say(notice.kind.key(), &args)
    };
    let onclick = {
        let close = view.on::<()>(Action::CloseNotices);
        Callback::from(move |event: MouseEvent| {
            // The button goes away with the focus on it: the widget takes it, and its keys go on.
            let button = event.target_dyn_into::<Element>();
            let widget = button.and_then(|button| button.closest(".widget").ok().flatten());
            if let Some(widget) = widget.and_then(|widget| widget.dyn_into::<HtmlElement>().ok()) {
                let _ = widget.focus();
            }
            close.emit(());
        })
    };
    html! {
        <div class="notices" role="status">
            <p>{ view.words.line("notices-title") }</p>
            <ul>{ for notices.iter().enumerate().map(|(i, notice)| html! { <li key={i}>{ line(notice) }</li> }) }</ul>
            <button type="button" class="quiet" {onclick}>{ view.words.line("notices-close") }</button>
        </div>
    }
}
