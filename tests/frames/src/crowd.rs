//! The crowd: its messages, and the component that draws them once and moves them every frame.

use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use whereabouts::narration::Speaker;
use whereabouts::panels::{Clock, Files, Frames, LoadError};
use whereabouts::playback::Phase;
use whereabouts::reader::Session;
use whereabouts::run::{Hop, Moment};
use whereabouts::stage::{Layout, Moving, Size, element, envelope, layout, place, placed};
use whereabouts::text::{Depth, Words};
use yew::prelude::*;

const LESSON: &str = "two-questions";
const LANG: &str = "en";
const USUAL: usize = 200;

/// Mounts the crowd in the element with the id `whereabouts`.
pub fn start() {
    let Some(window) = web_sys::window() else { return };
    let wanted = window.location().hash().unwrap_or_default();
    let count = wanted.trim_start_matches('#').parse().unwrap_or(USUAL);
    let document = window.document();
    let root = document.and_then(|document| document.get_element_by_id("whereabouts"));
    let Some(root) = root else { return };
    spawn_local(async move {
        if let Ok((session, words)) = fetched(&Files::of(&root)).await {
            let props = Props { session, words, count };
            yew::Renderer::<Crowd>::with_root_and_props(root, props).render();
        }
    });
}

async fn fetched(files: &Files) -> Result<(Session, Words), LoadError> {
    let words = Words::browser(files.text(LANG).await?);
    let (lesson, recording, own) = files.lesson(LESSON, LANG).await?;
    let session = Session::begin(Rc::new(lesson), Rc::new(recording.run));
    Ok((session, words.with_own(own)))
}

#[derive(Clone, Properties)]
struct Props {
    session: Session,
    words: Words,
    count: usize,
}

impl PartialEq for Props {
    /// It is mounted once.
    fn eq(&self, _: &Props) -> bool {
        true
    }
}

/// One message on its road again and again, at a moment of its own.
struct Traveller {
    hop: Hop,
    clock: Clock,
    moving: Moving,
}

struct Crowd {
    layout: Layout,
    travellers: Vec<Traveller>,
    frames: Option<Frames>,
}

impl Component for Crowd {
    /// A frame, at a time in milliseconds: the page's own frames come to it in the same way.
    type Message = u32;
    type Properties = Props;

    fn create(ctx: &Context<Crowd>) -> Crowd {
        let Props { session, words, count } = ctx.props();
        let (lesson, run) = (&session.lesson, &session.run);
        let speaker = Speaker { lesson, run, words, depth: Depth::Plain };
        // Those that have a road, which they are on all the time: nobody waits at a gate here.
        let roads: Vec<&Hop> = run.hops.iter().filter(|hop| hop.border > hop.start).collect();
        let travellers = roads.iter().cycle().take(*count).enumerate().map(|(i, hop)| {
            let length = hop.border.0 - hop.start.0;
            // All over the road, and not side by side.
            let gone = length * (i as u32 * 377 % 1000) / 1000;
            let clock = Clock::at(Moment(hop.start.0 + gone));
            Traveller { hop: **hop, clock, moving: Moving::default() }
        });
        let travellers = travellers.collect();
        Crowd { layout: layout(&speaker, Size::of_width(1100)), travellers, frames: None }
    }

    fn update(&mut self, ctx: &Context<Crowd>, now: u32) -> bool {
        let session = &ctx.props().session;
        for Traveller { hop, clock, moving } in &mut self.travellers {
            if clock.frame(now, session) {
                *clock = Clock::at(hop.start);
            }
            clock.show(&session.run, moving, false);
        }
        false
    }

    fn view(&self, ctx: &Context<Crowd>) -> Html {
        let (session, size) = (&ctx.props().session, self.layout.size);
        let drawn = self.travellers.iter().enumerate().map(|(i, traveller)| {
            let spot = place(&self.layout, &session.run, &traveller.hop);
            let start = spot.at(Phase::Waiting);
            let paper = element("g", ["envelope home", "envelope visited"][i % 2]);
            traveller.moving.expects(spot);
            placed("", start.x, start.y, 100)
                .known_as(&traveller.moving.envelope)
                .holds(envelope(paper, i % 2 == 1, false, "home").end())
                .end()
        });
        element("svg", "stage")
            .with("viewBox", &format!("0 0 {} {}", size.w, size.h))
            .number("width", size.w)
            .number("height", size.h)
            .with("role", "img")
            .with("aria-label", &format!("{} messages", self.travellers.len()))
            .holds_all(drawn)
            .end()
    }

    fn rendered(&mut self, ctx: &Context<Crowd>, first: bool) {
        self.travellers.iter().for_each(|traveller| traveller.moving.collect());
        if first {
            self.frames = Some(Frames::start(ctx.link().callback(|now| now)));
        }
    }
}
