//! The player bar: buttons, time line, speed, words, link.

use super::browser;
use super::widget::View;
use crate::link::{Address, write};
use crate::playback::Speed;
use crate::reader::Action;
use crate::run::Moment;
use crate::text::{Depth, Value, Words};
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct PlayerProps {
    pub view: View,
    /// The time line: the clock moves it while the run plays.
    pub scrubber: NodeRef,
}

#[component]
pub fn Player(props: &PlayerProps) -> Html {
    let view = &props.view;
    let session = &view.session;
    let (first, last) = (session.moment() == Moment(0), session.moment() == session.run.length);
    let (play, sign) = match session.playing {
        true => ("player-pause", PAUSE),
        false => ("player-play", PLAY),
    };
    html! {
        <div class="player" role="group" aria-label={view.words.line("player-name")}>
            { button(view, "player-start", START, Action::Start, "minor", first) }
            { button(view, "player-back", BACK, Action::HopBack, "", first) }
            { button(view, play, sign, Action::PlayOrPause, "play", false) }
            { button(view, "player-forward", FORWARD, Action::HopForward, "", last) }
            <Timeline ..props.clone() />
            <span class="steps" aria-hidden="true">{ step_of(view) }</span>
            <SpeedChoice ..view.clone() />
            <DepthChoice ..view.clone() />
            <CopyLink ..view.clone() />
        </div>
    }
}

/// A button stays a button where it has nothing to do: the focus must not fall off it.
fn button(
    view: &View,
    key: &str,
    sign: &'static str,
    action: Action,
    class: &'static str,
    idle: bool,
) -> Html {
    let name = view.words.line(key);
    let onclick = view.on(action);
    html! {
        <button type="button" class={class} {onclick} aria-label={name.clone()} title={name} disabled={!view.live} aria-disabled={(idle && view.live).then_some("true")}>
            <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d={sign} /></svg>
        </button>
    }
}

const LINK: &str = "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17";
const START: &str = "M6 5h2.5v14H6zM19 5v14L9.5 12z";
const BACK: &str = "M15.5 5v14L6 12z";
const PLAY: &str = "M7 4.5v15l12.5-7.5z";
const PAUSE: &str = "M6.5 5h4v14h-4zM13.5 5h4v14h-4z";
const FORWARD: &str = "M8.5 5v14L18 12z";

#[component]
fn Timeline(props: &PlayerProps) -> Html {
    let view = &props.view;
    let (run, moment) = (&view.session.run, view.session.moment());
    let length = run.length.0.max(1);
    let at = |moment: Moment| u64::from(moment.0) * 1000 / u64::from(length);
    let oninput = {
        let act = view.act.clone();
        Callback::from(move |event: InputEvent| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            if let Some(value) = input.and_then(|input| input.value().parse().ok()) {
                act.emit(Action::Go(Moment(value)));
            }
        })
    };
    let ticks: String = run.stops.iter().map(|stop| format!("M{} 6v4", at(stop.at))).collect();
    let marks: String = run.beats.iter().map(|beat| format!("M{} 3v10", at(beat.start))).collect();
    html! {
        <div class="timeline">
            <svg class="ticks" viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true">
                <path class="hop" d={ticks} />
                <path class="beat" d={marks} />
            </svg>
            <input
                ref={props.scrubber.clone()}
                type="range"
                min="0"
                max={length.to_string()}
                step="1"
                value={moment.0.to_string()}
                {oninput}
                disabled={!view.live}
                aria-label={view.words.line("player-scrub")}
                aria-valuetext={step_of(view)}
            />
        </div>
    }
}

fn step_of(view: &View) -> String {
    let session = &view.session;
    let beat = session.scene().beat as i64 + 1;
    let args =
        [("beat", Value::Number(beat)), ("beats", Value::Number(session.run.beats.len() as i64))];
    view.words.say("player-scrub-value", &args)
}

#[component]
fn SpeedChoice(view: &View) -> Html {
    let onchange = {
        let act = view.act.clone();
        chosen(move |name| {
            if let Some(speed) = Speed::named(&name) {
                act.emit(Action::Speed(speed));
            }
        })
    };
    let option = |speed: Speed| {
        let words = view.words.say("player-speed-value", &[("speed", Value::Text(speed.name()))]);
        html! { <option key={speed.0} value={speed.name()} selected={speed == view.session.view.speed}>{ words }</option> }
    };
    html! {
        <select class="minor" {onchange} aria-label={view.words.line("player-speed")} disabled={!view.live}>
            { for Speed::ALL.into_iter().map(option) }
        </select>
    }
}

#[component]
fn DepthChoice(view: &View) -> Html {
    let depth = view.session.view.depth;
    let onchange = {
        let act = view.act.clone();
        chosen(move |name| {
            let depth = if name == "engineer" { Depth::Engineer } else { Depth::Plain };
            act.emit(Action::Depth(depth));
        })
    };
    html! {
        <select {onchange} aria-label={view.words.line("depth-name")} disabled={!view.live}>
            <option value="plain" selected={depth == Depth::Plain}>{ view.words.line("depth-plain") }</option>
            <option value="engineer" selected={depth == Depth::Engineer}>{ view.words.line("depth-engineer") }</option>
        </select>
    }
}

fn chosen(act: impl Fn(String) + 'static) -> Callback<Event> {
    Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            act(select.value());
        }
    })
}

/// Copies the address of this very moment, and says whether it could.
#[component]
fn CopyLink(view: &View) -> Html {
    let said = use_state(String::new);
    let address = view.session.address();
    {
        // What was said was about another moment.
        let said = said.clone();
        use_effect_with(write(&address), move |_| said.set(String::new()));
    }
    let onclick = {
        let (said, words) = (said.clone(), view.words.clone());
        Callback::from(move |_: MouseEvent| copy(&address, words.clone(), said.clone()))
    };
    html! {
        <>
            <button type="button" class="wordy" {onclick} disabled={!view.live}>
                <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path class="line" d={LINK} /></svg>
                <span>{ view.words.line("player-copy") }</span>
            </button>
            <span class="said" role="status">{ &*said }</span>
        </>
    }
}

fn copy(address: &Address, words: Words, said: UseStateHandle<String>) {
    let link = browser::link_to(address);
    spawn_local(async move {
        let copied = browser::copy(&link).await;
        said.set(match copied {
            true => words.line("player-copied"),
            false => words.say("player-copy-failed", &[("link", Value::Text(&link))]),
        });
    });
}
