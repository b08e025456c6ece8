//! The workshop as a component: what somebody does, the lesson that comes of it, and the way back.

use super::Stock;
use super::app;
use super::change::Change;
use super::draft::Draft;
use super::form::Form;
use super::send::{LONGEST, packed};
use super::used::used;
use crate::panels::browser::{self, Listener};
use crate::panels::give;
use crate::stage::Kind;
use crate::text::{Words, id};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlInputElement};
use yew::prelude::*;

#[derive(Clone, Properties)]
pub struct WorkshopProps {
    pub words: Words,
    pub stock: Rc<Stock>,
    /// With which lesson it begins, and whether somebody has sent it.
    pub begin: Came,
    /// Whether it is a page for a frame: then only what is wrong is said.
    pub embed: bool,
}

impl PartialEq for WorkshopProps {
    /// It is mounted once.
    fn eq(&self, _: &WorkshopProps) -> bool {
        true
    }
}

/// What has come from outside: a text, or the key of a sentence on why there is none.
pub type Came = Result<(String, bool), &'static str>;

pub enum Message {
    Change(Change),
    /// Somebody types in the text itself.
    Typed(String),
    /// A field that was typed in has been left.
    Left,
    Undo,
    Redo,
    /// Begins with one of the lessons that are there.
    Begin(usize),
    /// A file has been chosen.
    Open(HtmlInputElement),
    Came(Came),
    Link,
    Copied(bool),
    /// To where a problem is.
    Go(String),
    /// The address may hold another lesson.
    Address,
}

pub struct Workshop {
    draft: Draft,
    /// The key of what is said of the last thing that was done with the whole.
    said: &'static str,
    /// Whether somebody has sent it: whoever reads it need not see the form.
    sent: bool,
    text: NodeRef,
    /// What the address holds, as it was written last.
    kept: String,
    listeners: Vec<Listener>,
}

impl Component for Workshop {
    type Message = Message;
    type Properties = WorkshopProps;

    fn create(ctx: &Context<Workshop>) -> Workshop {
        let WorkshopProps { begin, stock, .. } = ctx.props();
        let first = || stock.lessons.first().map(|(_, text)| text.clone()).unwrap_or_default();
        let (text, sent, said) = match begin {
            Ok((text, sent)) => (text.clone(), *sent, ""),
            Err(key) => (first(), false, *key),
        };
        Workshop {
            draft: Draft::of(&text),
            said,
            sent,
            text: NodeRef::default(),
            kept: app::own(),
            listeners: Vec::new(),
        }
    }

    fn update(&mut self, ctx: &Context<Workshop>, message: Message) -> bool {
        self.said = "";
        match message {
            Message::Change(change) => {
                let typed = matches!(&change, Change::Says(..) | Change::Field(..));
                self.draft.change(&change);
                self.play(ctx);
                if !typed {
                    self.keep();
                }
            }
            Message::Typed(text) => {
                self.draft.typed(&text);
                self.play(ctx);
            }
            Message::Left => self.keep(),
            Message::Undo => {
                self.draft.undo();
                self.play(ctx);
                self.keep();
            }
            Message::Redo => {
                self.draft.redo();
                self.play(ctx);
                self.keep();
            }
            Message::Begin(which) => {
                if let Some((_, text)) = ctx.props().stock.lessons.get(which) {
                    self.replace(ctx, text);
                }
            }
            Message::Open(input) => {
                let tell = ctx.link().callback(Message::Came);
                if let Some(file) = app::chosen(&input) {
                    spawn_local(async move { tell.emit(app::text_of(file).await) });
                }
                // The same file can be chosen again.
                input.set_value("");
                return false;
            }
            Message::Came(Ok((text, sent))) => {
                self.sent = sent;
                self.replace(ctx, &text);
                self.said = id::WORKSHOP_OPENED;
            }
            Message::Came(Err(key)) => self.said = key,
            Message::Link => {
                let link = packed(self.draft.text());
                if link.len() > LONGEST {
                    self.said = id::WORKSHOP_LINK_LONG;
                    return true;
                }
                let link = app::link(&link);
                let tell = ctx.link().callback(Message::Copied);
                spawn_local(async move { tell.emit(browser::copy(&link).await) });
            }
            Message::Copied(done) => {
                self.said = if done { id::WORKSHOP_LINK_COPIED } else { id::WORKSHOP_LINK_FAILED };
            }
            Message::Go(path) => {
                app::go(&path, &self.text, self.draft.text());
                return false;
            }
            Message::Address => {
                let own = app::own();
                if own.is_empty() || own == self.kept {
                    return false;
                }
                self.kept.clone_from(&own);
                match app::unpack_own(&own) {
                    Ok((text, sent)) => {
                        self.sent = sent;
                        self.replace(ctx, &text);
                    }
                    Err(key) => self.said = key,
                }
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Workshop>) -> Html {
        let WorkshopProps { words, stock, embed, .. } = ctx.props();
        let form = Form {
            words,
            stock,
            draft: &self.draft,
            file: self.draft.file(),
            said: self.said,
            sent: self.sent,
            text: &self.text,
        };
        let heard = ctx.link().batch_callback(|event: Event| used(&event));
        let whole = if *embed { form.in_a_frame() } else { form.draw() };
        whole
            .hears(Kind::Click, heard.clone())
            .hears(Kind::Change, heard.clone())
            .hears(Kind::Input, heard)
            .end()
    }

    fn rendered(&mut self, ctx: &Context<Workshop>, first: bool) {
        if first {
            let came = ctx.link().callback(Message::Came);
            let link = ctx.link().clone();
            self.listeners = app::listen(came, move || link.send_message(Message::Address));
            self.play(ctx);
        }
    }
}

impl Workshop {
    fn replace(&mut self, ctx: &Context<Workshop>, text: &str) {
        self.draft.replaced(text);
        self.play(ctx);
        self.keep();
    }

    /// Gives the player the lesson, where there is nothing wrong with it. Else it goes on with the last one.
    fn play(&self, ctx: &Context<Workshop>) {
        if self.draft.is_played()
            && let Some((lesson, own)) = self.draft.lesson()
        {
            let said = super::told(&ctx.props().stock.words, own);
            give(&crate::sandbox::packed(lesson, &ctx.props().stock.nothing, &said));
        }
    }

    /// Keeps the lesson in the address, where it is not too long for that: whoever loads the page again has it.
    fn keep(&mut self) {
        let own = packed(self.draft.text());
        let own = if own.len() > LONGEST { String::new() } else { own };
        if own != self.kept {
            app::keep(&own);
            self.kept = own;
        }
    }
}
