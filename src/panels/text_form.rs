//! The chapter as text: what the run says when no filter is on, beat by beat. It stands on the page
//! before any script has loaded, and stays when one has.

use super::pieces::{sentence, sentences};
use crate::lesson::Lesson;
use crate::narration::{Speaker, transcript};
use crate::run::{BeatKind, Choices, run};
use crate::text::{Depth, Words};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct TextFormProps {
    pub lesson: Rc<Lesson>,
    pub words: Words,
    pub depth: Depth,
}

#[component]
pub fn TextForm(props: &TextFormProps) -> Html {
    let (lesson, words) = (&props.lesson, &props.words);
    let open = run(lesson, &Choices::of(lesson).without_filters());
    let speaker = Speaker { lesson, run: &open, words, depth: props.depth };
    let sections = transcript(&speaker).into_iter().enumerate().map(|(i, section)| {
        let captions = section.captions.iter().enumerate().map(|(j, caption)| html! {
            <p key={j}><b>{ sentence(lesson, &caption.title) }</b>{ " " }{ sentences(lesson, &caption.body) }</p>
        });
        let class = matches!(section.kind, BeatKind::Opening | BeatKind::Closing).then_some("frame");
        html! { <li key={i} class={classes!(class)}>{ for captions }</li> }
    });
    html! {
        <section class="text" aria-labelledby="text-title">
            <h2 id="text-title">{ words.line("page-text") }</h2>
            <p class="lead">{ words.line("page-text-lead") }</p>
            <ol>{ for sections }</ol>
            <p class="invented">{ words.line("page-invented") }</p>
        </section>
    }
}
