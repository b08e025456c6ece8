//! What in an address was not understood: said once, closed by the reader, and never in the way.

use super::command::CLOSE;
use super::view::View;
use crate::link::Notice;
use crate::stage::element;
use crate::text::Value;
use crate::text::id;
use yew::Html;

#[inline(never)]
pub fn notices(view: &View) -> Html {
    let notices = &view.session.notices;
    if notices.is_empty() {
        return element("div", "").end();
    }
    let line = |notice: &Notice| {
        let args = [("name", Value::Text(&notice.name)), ("value", Value::Text(&notice.value))];
        element("li", "").says(&view.words.say(notice.kind.key(), &args)).end()
    };
    let close = view.control("button", "quiet", CLOSE).says(&view.words.line(id::NOTICES_CLOSE));
    element("div", "notices")
        .with("role", "status")
        .holds(element("p", "").says(&view.words.line(id::NOTICES_TITLE)).end())
        .holds(element("ul", "").holds_all(notices.iter().map(line)).end())
        .holds(close.end())
        .end()
}
