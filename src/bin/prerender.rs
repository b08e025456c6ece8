//! Draws what stands on the pages before any script has loaded: `prerender DIR` writes `still.html` and
//! `game.html`.

use std::path::Path;
use std::rc::Rc;
use whereabouts::game::{Game, GameProps, Setting, pool};
use whereabouts::lesson;
use whereabouts::link::Address;
use whereabouts::panels::{Page, PageProps};
use whereabouts::reader::Session;
use whereabouts::site;
use whereabouts::text::{Words, english};
use yew::{Component, Context, Html};

/// The lesson of the first view.
const FIRST: &str = include_str!("../../assets/lessons/anyone-may-ask.json");

fn main() -> Result<(), String> {
    let dir = std::env::args().nth(1).ok_or("prerender DIR: where to write still.html")?;
    let lesson = lesson::parse(FIRST).map_err(|problems| format!("{problems:?}"))?;
    let props = move || PageProps {
        words: Words::native(english()),
        begin: Rc::new(Session::open(Rc::new(lesson), Address::default(), Vec::new())),
        live: false,
        width: None,
        follow: None,
    };
    let still = yew::LocalServerRenderer::<Page>::with_props(props()).hydratable(false);
    let page = futures::executor::block_on(still.render());
    write(&dir, "still.html", &page)?;
    write(&dir, "game.html", &game())
}

/// The still of the game, and under it the first ten messages for whoever has no scripts: mounting the game
/// takes both away.
fn game() -> String {
    let props = || GameProps {
        words: Words::native(english()),
        cases: Rc::new(pool()),
        setting: Setting::read(["", ""]),
        live: false,
        follow: None,
    };
    let still = yew::LocalServerRenderer::<Game>::with_props(props()).hydratable(false);
    let list = yew::LocalServerRenderer::<List>::new().hydratable(false);
    futures::executor::block_on(async { still.render().await + &list.render().await })
}

/// The list of the first ten messages.
struct List;

impl Component for List {
    type Message = ();
    type Properties = ();

    fn create(_: &Context<List>) -> List {
        List
    }

    fn view(&self, _: &Context<List>) -> Html {
        site::game(&Words::native(english()), &pool())
    }
}

fn write(dir: &str, name: &str, html: &str) -> Result<(), String> {
    let file = Path::new(dir).join(name);
    std::fs::create_dir_all(dir).map_err(|error| format!("{dir}: {error}"))?;
    std::fs::write(&file, html).map_err(|error| format!("{}: {error}", file.display()))
}
