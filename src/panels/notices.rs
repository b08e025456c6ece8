//! What in an address was not understood: said once, closed by the reader, and never in the way.

use super::widget::View;
use crate::link::Notice;
use crate::reader::Action;
use crate::text::Value;
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
    let onclick = view.on(Action::CloseNotices);
    html! {
        <div class="notices" role="status">
            <p>{ view.words.line("notices-title") }</p>
            <ul>{ for notices.iter().enumerate().map(|(i, notice)| html! { <li key={i}>{ line(notice) }</li> }) }</ul>
            <button type="button" class="quiet" {onclick}>{ view.words.line("notices-close") }</button>
        </div>
    }
}
