//! From an address to a page: fetches what the address asks for, mounts the page once it is all there,
//! and follows the address bar from then on.

use super::browser::{self, Listener};
use super::files::{Files, LoadError};
use super::page::Page;
use crate::lesson::Lesson;
use crate::link::{self, Address, Notice};
use crate::reader::{Action, Session};
use crate::text::{Value, Words};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

/// Mounts the page in the element with the id `whereabouts`. What stood there stays until everything
/// that is needed has been fetched; where it cannot be fetched, the loader is told and says so.
pub fn start() {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("whereabouts"));
    let Some(root) = root else { return };
    spawn_local(async move {
        if let Err(error) = mount(root).await {
            // The loader listens for what is not caught.
            wasm_bindgen::throw_str(&format!("could not fetch {}", error.file));
        }
    });
}

async fn mount(root: Element) -> Result<(), LoadError> {
    let files = Files::of(&root);
    let (address, notices) = address();
    let table = files.text(&address.lang).await?;
    let lesson = Rc::new(files.lesson(address.chapter).await?);
    let frame = root.query_selector(".frame").ok().flatten();
    let props = AppProps {
        words: Words::browser(table),
        files,
        lesson,
        address,
        notices,
        width: frame.map(|frame| frame.client_width()),
    };
    yew::Renderer::<App>::with_root_and_props(root, props).render();
    Ok(())
}

fn address() -> (Address, Vec<Notice>) {
    let (search, hash) = browser::address_parts();
    link::read([search.as_str(), hash.as_str()])
}

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    words: Words,
    files: Files,
    lesson: Rc<Lesson>,
    address: Address,
    notices: Vec<Notice>,
    width: Option<i32>,
}

#[component]
fn App(props: &AppProps) -> Html {
    let session = use_reducer_eq(|| {
        Session::open(props.lesson.clone(), props.address.clone(), props.notices.clone())
    });
    let trouble = use_state(|| None::<String>);
    let act = {
        let dispatcher = session.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    {
        // Somebody changes the address by hand, or follows a link on this page.
        let (act, trouble) = (act.clone(), trouble.clone());
        let (files, words) = (props.files.clone(), props.words.clone());
        let lang = props.address.lang.clone();
        use_effect_with((), move |()| {
            let follow = move |_| {
                let (address, notices) = address();
                if address.lang != lang {
                    let _ = web_sys::window().map(|window| window.location().reload());
                    return;
                }
                let (act, trouble) = (act.clone(), trouble.clone());
                let (files, words) = (files.clone(), words.clone());
                spawn_local(async move {
                    match files.lesson(address.chapter).await {
                        Ok(lesson) => {
                            trouble.set(None);
                            act.emit(Action::Open(Rc::new(lesson), address, notices));
                        }
                        Err(error) => {
                            let args = [("file", Value::Text(&error.file))];
                            trouble.set(Some(words.say("load-failed", &args)));
                        }
                    }
                });
            };
            let listener =
                web_sys::window().map(|window| Listener::on(&window, "hashchange", follow));
            move || drop(listener)
        });
    }
    {
        // The address bar follows every step, and not every frame.
        let session = (*session).clone();
        let key = (!session.playing).then(|| session.address());
        use_effect_with(key, move |address| {
            if let Some(address) = address {
                browser::put_address(address);
            }
        });
    }
    html! {
        <Page
            words={props.words.clone()}
            session={Rc::new((*session).clone())}
            {act}
            width={props.width}
            trouble={(*trouble).clone()}
        />
    }
}
