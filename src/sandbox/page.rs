//! The form as a component. It keeps in step with the address: a change is a step that the browser's way
//! back undoes, and whatever the address says is set. The player gets a lesson whenever that is another one.

use super::address::{read, write};
use super::app;
use super::base::Bases;
use super::build::lesson;
use super::change::{Change, after, folded};
use super::form::Form;
use super::setting::Setting;
use super::words::{packed, told};
use crate::link::Notice;
use crate::panels::browser::{self, Listener};
use crate::panels::{about, give, value};
use crate::stage::{Kind, element};
use crate::text::{Table, Value, Words, id};
use std::rc::Rc;
use web_sys::{Event, HtmlElement};
use yew::prelude::*;

#[derive(Clone, Properties)]
pub struct SandboxProps {
    pub words: Words,
    /// What every lesson can come to say, for the player.
    pub own: Rc<Table>,
    /// A recording in which nothing is recorded, packed.
    pub nothing: Rc<Vec<u8>>,
    pub bases: Rc<Bases>,
}

impl PartialEq for SandboxProps {
    /// It is mounted once.
    fn eq(&self, _: &SandboxProps) -> bool {
        true
    }
}

pub enum Message {
    Change(Change),
    /// What is worth trying, as the address has it.
    Try(String),
    /// The address may be another one, by the way back or by the player.
    Address,
}

pub struct Sandbox {
    /// What the address has set.
    setting: Setting,
    /// The same with what the player's own switches have changed.
    shown: Setting,
    notices: Vec<Notice>,
    asks: NodeRef,
    removed: bool,
    listeners: Vec<Listener>,
}

impl Component for Sandbox {
    type Message = Message;
    type Properties = SandboxProps;

    fn create(ctx: &Context<Sandbox>) -> Sandbox {
        let (setting, shown, notices) = of_address(&ctx.props().bases);
        let (asks, removed) = Default::default();
        Sandbox { setting, shown, notices, asks, removed, listeners: Vec::new() }
    }

    fn update(&mut self, ctx: &Context<Sandbox>, message: Message) -> bool {
        let bases = &ctx.props().bases;
        match message {
            Message::Change(change) => {
                let next = after(bases, &self.shown, change);
                self.removed = matches!(change, Change::Remove(_));
                if next != self.shown {
                    app::go_on(&write(bases, &next));
                    self.notices.clear();
                    (self.shown, self.setting) = (next.clone(), next);
                    self.hand_over(ctx);
                }
                // A control shows again what is set, where that is not what was asked for.
                true
            }
            Message::Try(text) => {
                app::go_on(&text);
                let (setting, _) = read(bases, &text);
                self.notices.clear();
                (self.shown, self.setting) = (setting.clone(), setting);
                self.hand_over(ctx);
                app::show_player();
                true
            }
            Message::Address => {
                let (setting, shown, notices) = of_address(bases);
                let other = setting != self.setting;
                let differs = other || shown != self.shown || notices != self.notices;
                (self.setting, self.shown, self.notices) = (setting, shown, notices);
                if other {
                    self.hand_over(ctx);
                }
                differs
            }
        }
    }

    fn view(&self, ctx: &Context<Sandbox>) -> Html {
        let SandboxProps { words, bases, .. } = ctx.props();
        let bases_of = bases.clone();
        let used = ctx.link().batch_callback(move |event: Event| used(&bases_of, &event));
        let form = Form { words, bases, setting: &self.shown, asks: &self.asks };
        let line = |tag, class, key| element(tag, class).says(&words.line(key));
        element("section", "sandbox")
            .with("aria-labelledby", "sandbox-title")
            .hears(Kind::Click, used.clone())
            .hears(Kind::Change, used)
            .holds(line("h2", "", id::SANDBOX_FORM).with("id", "sandbox-title").end())
            .holds(line("p", "lead", id::SANDBOX_FORM_LEAD).end())
            .holds_all(self.noticed(words))
            .holds(form.draw())
            .end()
    }

    fn rendered(&mut self, ctx: &Context<Sandbox>, first: bool) {
        if first {
            let link = ctx.link().clone();
            self.listeners = app::listen(move || link.send_message(Message::Address));
            let tried = ctx.link().callback(Message::Try);
            self.listeners.extend(app::tries(move |text| tried.emit(text)));
            self.hand_over(ctx);
        }
        if std::mem::take(&mut self.removed)
            && let Some(asks) = self.asks.cast::<HtmlElement>()
        {
            // The button that was pressed is not there any more.
            let _ = asks.focus();
        }
    }
}

impl Sandbox {
    /// Gives the player the lesson.
    fn hand_over(&self, ctx: &Context<Sandbox>) {
        let SandboxProps { words, own, nothing, bases } = ctx.props();
        if let Ok(lesson) = lesson(bases, &self.setting) {
            let said = told(words, own, bases, &self.setting, &lesson);
            give(&packed(&lesson, nothing, &said));
        }
    }

    fn noticed(&self, words: &Words) -> Option<Html> {
        let items = self.notices.iter().map(|notice| {
            let (name, value) = (Value::Text(&notice.name), Value::Text(&notice.value));
            let said = words.say(notice.kind.key(), &[("name", name), ("value", value)]);
            element("li", "").says(&said).end()
        });
        let lead = element("p", "").says(&words.line(id::SANDBOX_NOTICES)).end();
        let list = element("ul", "").holds_all(items).end();
        let told = element("div", "set-noticed").with("role", "status").holds(lead).holds(list);
        (!self.notices.is_empty()).then(|| told.end())
    }
}

/// What the address has set, the same with the player's switches, and what of it was not understood.
fn of_address(bases: &Bases) -> (Setting, Setting, Vec<Notice>) {
    let (search, hash) = browser::address_parts();
    let parts = [search.as_str(), hash.as_str()];
    let (setting, notices) = read(bases, &app::part(app::SET, &parts).unwrap_or_default());
    let shown = match app::part(app::FILTERS, &parts) {
        Some(filters) => folded(bases, &setting, &filters),
        None => setting.clone(),
    };
    (setting, shown, notices)
}

/// What the control means that an event is about.
fn used(bases: &Bases, event: &Event) -> Option<Message> {
    let (control, does) = about(event)?;
    let button = control.tag_name() == "BUTTON";
    if event.type_() != if button { "click" } else { "change" } {
        return None;
    }
    let value = value(&control);
    Change::of(bases, &does, &value).map(Message::Change)
}
