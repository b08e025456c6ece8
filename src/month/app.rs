//! From an address to a month: reads plan, world and words, and mounts it.

use super::choices::Choices;
use super::names::Names;
use super::page::{Month, MonthProps, STILL};
use crate::crowd::{Day, Plan};
use crate::link::own_part;
use crate::panels::browser;
use crate::panels::{given, unpack};
use crate::text::{Table, Words};
use std::rc::Rc;
use web_sys::Node;
use yew::Callback;

/// Mounts the month in the element with the id `whereabouts-month`, if the page has one.
pub fn start() {
    let Some(window) = web_sys::window() else { return };
    let document = window.document();
    let root = document.and_then(|document| document.get_element_by_id("whereabouts-month"));
    let Some(root) = root else { return };
    // The loader has fetched it.
    let (plan, world, names, days, table): (Plan, Vec<u8>, Names, Vec<Day>, Table) =
        unpack(&given(&root, 0));
    let usual = Choices::of(&plan);
    let props = MonthProps {
        words: Words::browser(table),
        plan: Rc::new(plan),
        world: Rc::new(world),
        names: Rc::new(names),
        choices: usual,
        days: Rc::new(days),
        still: STILL.map(|part| root.query_selector(part).ok().flatten().map(Node::from)),
        live: true,
        follow: Some(Callback::from(|(choices, step): (String, bool)| {
            let (_, hash) = browser::address_parts();
            browser::put_address(&own_part::with(own_part::CROWD, &hash, &choices), step);
        })),
    };
    // In tasks of their own: a phone would not answer for as long as all of it takes, and a browser looks long for how a
    // language writes its numbers.
    browser::soon(move || {
        props.words.number(0);
        browser::soon(move || {
            yew::Renderer::<Month>::with_root_and_props(root, props).render();
        });
    });
}
