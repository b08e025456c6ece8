//! The lessons that have a page: the chapters, and the questions of the matrix, each with a lesson of its own.

use crate::signalling::OperationId;

/// The chapters that there are: their numbers, and the ids of their lessons. A test holds this to the
/// files.
pub const CHAPTERS: [(u8, &str); 10] = [
    (1, "a-phone-goes-abroad"),
    (2, "why-networks-ask"),
    (3, "anyone-may-ask"),
    (4, "two-questions"),
    (5, "a-borrowed-name"),
    (6, "a-rented-name"),
    (7, "new-envelopes"),
    (8, "blind-spots"),
    (9, "a-crowd"),
    (10, "the-reported-case"),
];
/// The questions that are shown, in the order of the generations: those that are asked across networks
/// and whose answer tells serving network or switch, cell or position, or the IMSI that the next
/// question needs. Of twins in one generation the better known one; an arrival tells where somebody is
/// and asks nothing, so none is here. Each about a traveller, as it would be asked: of the home network,
/// whose customer is abroad, or of the visited network, where somebody else's customer is.
pub const QUESTIONS: [OperationId; 16] = [
    // The IMSI and the switch: what a text, a call and a position need.
    OperationId::SendRoutingInfoForSm,
    OperationId::SendRoutingInfo,
    OperationId::SendRoutingInfoForLcs,
    // The IMSI alone.
    OperationId::SendImsi,
    // The cell, by way of the home network or straight from the switch; and the position.
    OperationId::AnyTimeInterrogation,
    OperationId::ProvideSubscriberInfo,
    OperationId::ProvideSubscriberLocation,
    // The same in 4G.
    OperationId::S6cSendRoutingInfoForSm,
    OperationId::SlhLcsRoutingInfo,
    OperationId::ShUserData,
    OperationId::S6aInsertSubscriberData,
    OperationId::SlgProvideLocation,
    // And in 5G.
    OperationId::UecmSendRoutingInfoForSm,
    OperationId::MtProvideLocationInfo,
    OperationId::AmfProvideLocationInfo,
    OperationId::GmlcProvideLocation,
];

/// The id of a question's lesson. What stands behind its first word is the end of its page's address.
pub fn question_id(operation: OperationId) -> String {
    let key = operation.row().key().to_ascii_lowercase();
    format!("matrix-{}", key.replace('_', "-"))
}

/// A lesson that has a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    Chapter(u8),
    Question(OperationId),
}

impl Named {
    /// The lesson with that id.
    pub fn of(id: &str) -> Option<Named> {
        let chapter = CHAPTERS.into_iter().find(|(_, known)| *known == id);
        let question = || QUESTIONS.into_iter().find(|known| question_id(*known) == id);
        chapter
            .map(|(number, _)| Named::Chapter(number))
            .or_else(|| question().map(Named::Question))
    }

    pub fn id(self) -> String {
        match self {
            Named::Chapter(number) => {
                let all = CHAPTERS.into_iter().find(|(known, _)| *known == number);
                all.map(|(_, id)| id).unwrap_or_default().to_owned()
            }
            Named::Question(operation) => question_id(operation),
        }
    }
}
