//! From elements to the text of a page.

use yew::prelude::*;
use yew::{BaseComponent, LocalServerRenderer};

#[derive(Clone, PartialEq, Properties)]
struct ShownProps {
    drawn: Html,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    props.drawn.clone()
}

/// Elements as markup.
pub fn markup(drawn: Html) -> String {
    component::<Shown>(ShownProps { drawn })
}

/// A component as markup, as nobody listens to it.
pub fn component<C: BaseComponent>(props: C::Properties) -> String {
    let drawing = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    futures::executor::block_on(drawing.render())
}
