//! The picture as SVG. Yew draws it when a hop, a gate or the size changes, always at the hop's start;
//! `motion` moves the message from there. What stands still is a component of its own, so that it is
//! drawn once.

use super::card::{Card, LEADING, card};
use super::geometry::Point;
use super::glyphs::{self, at, px, scaled};
use super::layout::{GATE, Layout, Shape};
use super::motion::Moving;
use super::place::{Spot, place};
use super::widths::{FONT_MIXED, FONT_NAME, width};
use crate::lesson::{GateId, Lesson};
use crate::narration::Speaker;
use crate::playback::Scene;
use crate::run::{Choices, Fate, HopId, Message, Run};
use crate::signalling::{Party, Standing};
use crate::text::{Depth, Piece, Value, Words};
use std::rc::Rc;
use yew::prelude::*;

/// All that the picture is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct StageProps {
    pub lesson: Rc<Lesson>,
    pub run: Rc<Run>,
    pub choices: Choices,
    pub words: Words,
    pub depth: Depth,
    pub layout: Rc<Layout>,
    pub scene: Scene,
    /// What the picture shows now, in words.
    pub name: String,
    /// Where the handles of what moves are kept.
    #[prop_or_default]
    pub moving: Moving,
}

/// The picture.
#[component]
pub fn Stage(props: &StageProps) -> Html {
    let StageProps { lesson, layout, words, choices, .. } = props;
    let size = layout.size;
    html! {
        <svg
            class="stage"
            viewBox={format!("0 0 {} {}", size.w, size.h)}
            width={px(size.w)}
            height={px(size.h)}
            role="img"
            aria-label={props.name.clone()}
        >
            <Ground lesson={lesson.clone()} layout={layout.clone()} />
            { trail(props) }
            <Landmarks lesson={lesson.clone()} layout={layout.clone()} />
            <Gates lesson={lesson.clone()} layout={layout.clone()} words={words.clone()} choices={choices.clone()} />
            { flight(props) }
        </svg>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct GroundProps {
    lesson: Rc<Lesson>,
    layout: Rc<Layout>,
}

/// Sea, lands and roads.
#[component]
fn Ground(props: &GroundProps) -> Html {
    let layout = &props.layout;
    // Two pictures can stand on one page, and the one may be hidden: each has a pattern of its own.
    let cells = format!("cells-{}", layout.size.w);
    let lands = layout.lands.iter().map(|land| {
        let id = props.lesson.party_id(Party::Network(land.network)).to_owned();
        let honeycomb = land.standing == Standing::Visited;
        html! {
            <g key={id} class={classes!("land", standing(land.standing))}>
                <path class="shallows far" d={land.outline.clone()} />
                <path class="shallows near" d={land.outline.clone()} />
                <path class="ground" d={land.outline.clone()} />
                if honeycomb {
                    <path class="cells" d={land.outline.clone()} fill={format!("url(#{cells})")} />
                }
            </g>
        }
    });
    html! {
        <g>
            <defs>
                <pattern id={cells.clone()} width="36" height="62" patternUnits="userSpaceOnUse">
                    <path class="honeycomb" d="M18 0 36 10.3V31L18 41.3 0 31V10.3zM18 41.3V62" />
                </pattern>
            </defs>
            <rect class="sea" width={px(layout.size.w)} height={px(layout.size.h)} />
            <g>{ for lands }</g>
            <g class="roads">
                { for layout.roads.iter().enumerate().map(|(i, road)| html! { <path key={i} d={road.d()} /> }) }
            </g>
        </g>
    }
}

/// Nodes, people and their names.
#[component]
fn Landmarks(props: &GroundProps) -> Html {
    let (lesson, layout) = (&props.lesson, &props.layout);
    let nodes = layout.nodes.iter().enumerate().map(|(i, spot)| {
        let network = lesson.network(spot.network);
        let partner = network.is_some_and(|network| network.standing == Standing::Partner);
        let class = network.map(|network| standing(network.standing));
        html! {
            <g key={i} class={classes!("node", class)} transform={scaled(spot.at.x, spot.at.y, layout.scale)}>
                { if partner { glyphs::lessor() } else { glyphs::node(spot.role) } }
            </g>
        }
    });
    let carriers = layout.carriers.iter().enumerate().map(|(i, spot)| {
        html! {
            <g key={i} class="node carrier" transform={scaled(spot.x, spot.y, layout.scale)}>{ glyphs::carrier() }</g>
        }
    });
    let labels = layout.labels.iter().enumerate().map(|(i, label)| {
        let class = classes!("label", label.kind.class(), party_class(lesson, &label.of));
        html! { <text key={i} {class} x={px(label.at.x)} y={px(label.at.y)}>{ &label.text }</text> }
    });
    html! {
        <g>
            <g>{ for nodes }</g>
            <g>{ for carriers }</g>
            <g class="traveller" transform={scaled(layout.traveller.x, layout.traveller.y, layout.scale)}>{ glyphs::traveller() }</g>
            if let Some(spot) = layout.third_party {
                <g class="node third-party" transform={scaled(spot.x, spot.y, layout.scale)}>{ glyphs::third_party() }</g>
            }
            <g>{ for labels }</g>
        </g>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct GatesProps {
    lesson: Rc<Lesson>,
    layout: Rc<Layout>,
    words: Words,
    choices: Choices,
}

/// The gates, each with a bar for every rule that is on.
#[component]
fn Gates(props: &GatesProps) -> Html {
    let scale = props.layout.scale;
    // Under the gate, and where roads come from below, over it.
    let half = GATE.y * scale / 100;
    let base = match props.layout.shape {
        Shape::Wide => half + FONT_NAME.size + 3,
        Shape::Tall => -half - 5,
    };
    let gates = props.layout.gates.iter().map(|spot| {
        let on = rules_on(&props.lesson, &props.choices, spot.gate);
        let label = match on {
            0 => props.words.line("gate-label-open"),
            _ => props.words.say("gate-label", &[("count", Value::Number(on as i64))]),
        };
        html! {
            <g key={spot.gate.0} class={classes!("gate", (on > 0).then_some("on"))} transform={at(spot.at.x, spot.at.y)}>
                <g transform={scaled(0, 0, scale)}>{ glyphs::gate(on) }</g>
                <text class="label name" y={px(base)}>{ label }</text>
            </g>
        }
    });
    html! { <g>{ for gates }</g> }
}

fn rules_on(lesson: &Lesson, choices: &Choices, gate: GateId) -> usize {
    let rules = lesson.gate(gate).map_or(&[][..], |gate| &gate.rules);
    rules.iter().filter(|rule| choices.has(gate, rule.rule)).count()
}

/// The way that this beat's message has come, in the colour of who really sent it.
fn trail(props: &StageProps) -> Html {
    let Some((message, hop)) = moving(props) else { return html! { <g /> } };
    let actual = class_of(&props.lesson, message.actual.party);
    let hops =
        props.run.hops_of(props.run.hop(hop).map_or(crate::run::MessageId(0), |hop| hop.message));
    let paths = hops.filter(|(id, _)| *id <= hop).map(|(id, data)| {
        let Spot { road, inside } = place(&props.layout, &props.run, data);
        let d = if id == hop && data.stopped { road.d() } else { road.then(&inside).d() };
        let class = if id == hop { "going" } else { "gone" };
        html! { <path key={id.0} {class} {d} /> }
    });
    html! { <g class={classes!("trail", actual)}>{ for paths }</g> }
}

/// The message itself, drawn at the start of its hop.
fn flight(props: &StageProps) -> Html {
    let Some((message, id)) = moving(props) else { return html! { <g /> } };
    let Some(hop) = props.run.hop(id) else { return html! { <g /> } };
    let spot = place(&props.layout, &props.run, hop);
    let speaker =
        Speaker { lesson: &props.lesson, run: &props.run, words: &props.words, depth: props.depth };
    let card = card(&speaker, &props.layout, message, &spot);
    let start = spot.at(crate::playback::Phase::Waiting);
    let owner = props.lesson.owner(message.claimed.title).map(Party::Network);
    let claimed = owner.map(|owner| class_of(&props.lesson, owner));
    let fate = props.scene.flight.and_then(|flight| flight.fate);
    let area = card.area(&props.layout, start).center();
    // Away from the card, and from the gate where it was stopped.
    let below = card.aside.y < 0 || props.layout.dock().is_some();
    let back = (spot.road.start().x - spot.road.end().x).signum();
    let aside = Point::new(if hop.stopped { back } else { 0 }, if below { 29 } else { -29 });
    props.moving.expects(spot, card.clone(), props.layout.clone());
    html! {
        <g class="flight" key={id.0}>
            <g class="card" ref={props.moving.card.clone()} transform={at(area.x, area.y)}>
                { card_of(&props.lesson, &card) }
            </g>
            <g ref={props.moving.envelope.clone()} transform={at(start.x, start.y)}>
                <g class={classes!("envelope", claimed, message.stand_in.then_some("stand-in"))}>
                    { glyphs::envelope(!message.is_request()) }
                </g>
                if let Some(fate) = fate {
                    { verdict(props, fate, message, aside) }
                }
            </g>
        </g>
    }
}

/// What became of the message: a sign and a word, on the side of it where the card is not.
fn verdict(props: &StageProps, fate: Fate, message: &Message, aside: Point) -> Html {
    let answered = fate == Fate::Arrived && !message.is_request();
    let key = if answered { "fate-answered".to_owned() } else { format!("fate-{}", fate.id()) };
    let word = props.words.line(&key);
    let w = width(&word, FONT_MIXED) + 40;
    html! {
        <g class={classes!("fate", fate.id())} transform={at(aside.x * (w / 2 - 19), aside.y)}>
            <rect class="badge" x={px(-w / 2)} y="-13" width={px(w)} height="26" rx="13" />
            <g transform={at(-w / 2 + 16, 0)}>{ glyphs::fate(fate.id()) }</g>
            <text class="label name" x="11" y="5">{ word }</text>
        </g>
    }
}

fn card_of(lesson: &Lesson, card: &Card) -> Html {
    let Point { x, y } = Point::new(-card.w / 2, -card.h / 2);
    let lines = card.lines.iter().enumerate().map(|(i, line)| {
        let base = y + 6 + LEADING * i as i32 + FONT_NAME.size;
        html! { <text key={i} class="label name" y={px(base)}>{ for line.iter().map(|piece| span(lesson, piece)) }</text> }
    });
    html! {
        <>
            <rect x={px(x)} y={px(y)} width={px(card.w)} height={px(card.h)} rx="9" />
            <g>{ for lines }</g>
        </>
    }
}

fn span(lesson: &Lesson, piece: &Piece) -> Html {
    match piece {
        Piece::Party { id, name } => {
            html! { <tspan class={classes!("party", party_class(lesson, id))}>{ name }</tspan> }
        }
        other => html! { <tspan>{ other.text() }</tspan> },
    }
}

/// The message that this beat is about, and the hop that it is in.
fn moving(props: &StageProps) -> Option<(&Message, HopId)> {
    let flight = props.scene.flight?;
    Some((props.run.message(flight.message)?, flight.hop?))
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Home => "home",
        Standing::Visited => "visited",
        Standing::Partner => "partner",
    }
}

/// The class of a party: what it is to the traveller, which is what its colour says.
pub fn class_of(lesson: &Lesson, party: Party) -> &'static str {
    lesson.standing(party).map_or("third-party", standing)
}

/// The same, by the name that the lesson uses for it.
pub fn party_class(lesson: &Lesson, id: &str) -> &'static str {
    match id {
        "carrier" => "carrier",
        "traveller" => "traveller",
        _ => lesson
            .parties()
            .find(|&party| lesson.party_id(party) == id)
            .map_or("", |party| class_of(lesson, party)),
    }
}
