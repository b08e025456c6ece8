//! What a reader chooses who wants to put the lesson into a page of their own.

use crate::link::{Address, IN_A_FRAME, Set};
use crate::reader::Session;

/// The choices of the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Embedding {
    pub form: Form,
    /// Whether it begins at this moment, with these filters.
    pub here: bool,
    pub panels: Set,
    pub lock: Set,
}

/// In which form it is put there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// An `iframe`.
    Frame,
    /// The element `whereabouts-explainer`.
    Element,
    /// A link to the whole page.
    Link,
    /// A link to the page as it is shown to a room.
    Present,
}

/// One choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Embeds {
    Form(Form),
    Here(bool),
    Panel(u8, bool),
    Lock(u8, bool),
}

impl Form {
    pub const ALL: [Form; 4] = [Form::Frame, Form::Element, Form::Link, Form::Present];

    pub fn name(self) -> &'static str {
        match self {
            Form::Frame => "frame",
            Form::Element => "element",
            Form::Link => "link",
            Form::Present => "present",
        }
    }

    pub fn named(name: &str) -> Option<Form> {
        Form::ALL.into_iter().find(|form| form.name() == name)
    }

    /// Whether it is shown inside another page.
    pub fn is_framed(self) -> bool {
        matches!(self, Form::Frame | Form::Element)
    }
}

impl Default for Embedding {
    fn default() -> Embedding {
        Embedding { form: Form::Frame, here: true, panels: IN_A_FRAME, lock: Set::default() }
    }
}

impl Embedding {
    /// A link to this moment.
    pub fn link() -> Embedding {
        Embedding { form: Form::Link, ..Embedding::default() }
    }

    #[must_use]
    pub fn after(self, chosen: Embeds) -> Embedding {
        match chosen {
            Embeds::Form(form) => Embedding { form, ..self },
            Embeds::Here(here) => Embedding { here, ..self },
            Embeds::Panel(place, on) => Embedding { panels: self.panels.with(place, on), ..self },
            Embeds::Lock(place, on) => Embedding { lock: self.lock.with(place, on), ..self },
        }
    }

    /// The address that it has then. What is only this reader's own, colours and the like, stays here.
    pub fn address(&self, session: &Session) -> Address {
        let now = session.address();
        let begin = Address { depth: now.depth, speed: now.speed, ..Address::default() };
        let mut address = if self.here {
            Address { at: now.at, filters: now.filters, lanes: now.lanes, ..begin }
        } else {
            begin
        };
        if self.form.is_framed() {
            address.panels = (self.panels != IN_A_FRAME).then_some(self.panels);
            address.lock = self.lock;
        }
        address.present = self.form == Form::Present;
        address
    }
}
