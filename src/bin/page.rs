//! Mounts the page.
use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <p>{ "Whereabouts" }</p> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
