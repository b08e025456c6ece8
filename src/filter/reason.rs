//! Why a rule said what it said: an id each. The sentences are in `text`.

use serde::{Deserialize, Serialize};

/// Makes the list of reasons, with their names in files, once.
macro_rules! reasons {
    ($($(#[$doc:meta])* $reason:ident = $id:literal,)*) => {
        /// Why a rule said what it said. The sentence is in `text`, by [`Reason::id`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Reason {
            $($(#[$doc])* #[serde(rename = $id)] $reason,)*
        }

        impl Reason {
            /// Every reason there is.
            pub const ALL: &'static [Reason] = &[$(Reason::$reason,)*];

            /// The name that the judge and the text tables use.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Reason::$reason => $id,)*
                }
            }
        }
    };
}

reasons! {
    /// The rule has no meaning at this gate or in this generation.
    NotApplicable = "not-applicable",
    /// It cannot read what it judges by.
    Unreadable = "unreadable",
    /// The operation may cross between networks.
    OperationExpected = "operation-expected",
    /// The operation belongs inside one network.
    OperationUnexpected = "operation-unexpected",
    /// It does not ask where to deliver a text, so there is nothing to stand in for.
    NotATextQuestion = "not-a-text-question",
    /// It asks where to deliver a text: the router answers in the register's place.
    StandInGiven = "stand-in-given",
    /// The claimed address is a partner's.
    Partner = "partner",
    /// The claimed address is no partner's.
    NotAPartner = "not-a-partner",
    /// The claimed owner is reached by the link that the message came in by.
    RightRoad = "right-road",
    /// The claimed owner is not reached by that link.
    WrongRoad = "wrong-road",
    /// Nobody's table says by which road this address comes.
    RoadUnknown = "road-unknown",
    /// The gate's own address, coming from outside.
    OwnAddressOutside = "own-address-outside",
    /// The operation repeats no sender's address, so there is nothing to compare.
    NothingToCompare = "nothing-to-compare",
    /// The address inside is of the same operator as the one outside.
    LayersAgree = "layers-agree",
    /// The address inside is of another operator than the one outside.
    LayersDiffer = "layers-differ",
    /// It is not among what a home register sends to a serving node.
    NotAHomeQuestion = "not-a-home-question",
    /// It is about somebody else's subscriber.
    NotOurSubscriber = "not-our-subscriber",
    /// It claims to come from this network itself.
    AskedByUs = "asked-by-us",
    /// Somebody outside asks about this network's own subscriber.
    OursAskedFromOutside = "ours-asked-from-outside",
    /// The claimed sender is the subscriber's home network.
    HomeAsks = "home-asks",
    /// The claimed sender is not the subscriber's home network.
    NotTheHome = "not-the-home",
    /// It does not come from a serving node, so where the subscriber was says nothing of it.
    NotFromAServingNode = "not-from-a-serving-node",
    /// It is a phone's arrival, which comes from a new network by its nature.
    ArrivalItself = "arrival-itself",
    /// The gate does not know where the subscriber was.
    WhereaboutsUnknown = "whereabouts-unknown",
    /// It comes from the network in which the subscriber is registered.
    FromWhereRegistered = "from-where-registered",
    /// It comes from a network in which the subscriber is not registered.
    NotWhereRegistered = "not-where-registered",
    /// It moves nobody.
    MovesNobody = "moves-nobody",
    /// There was time enough to travel.
    TimeEnough = "time-enough",
    /// Nobody travels that fast.
    TooFast = "too-fast",
    /// The rule is still learning.
    StillLearning = "still-learning",
    /// The sender was there while the rule learned.
    SeenBefore = "seen-before",
    /// The sender was not there while the rule learned.
    NeverSeen = "never-seen",
    /// It is not a question about where somebody is.
    NotCounted = "not-counted",
    /// So many questions are usual.
    UsualVolume = "usual-volume",
    /// Too many questions about this subscriber.
    TooManyAboutOne = "too-many-about-one",
    /// Too many questions from this sender.
    TooManyFromOne = "too-many-from-one",
    /// Host, realm and network code agree.
    OriginAgrees = "origin-agrees",
    /// The host is not in the realm that is claimed.
    HostOutsideRealm = "host-outside-realm",
    /// The network code in the message is not the realm's.
    CodeNotOfRealm = "code-not-of-realm",
    /// The recorded way is one that the claimed owner's messages take.
    PathFits = "path-fits",
    /// The recorded way is not one that the claimed owner's messages take.
    PathImpossible = "path-impossible",
    /// No way is recorded: somebody has taken it out.
    PathHidden = "path-hidden",
    /// The last hop was protected. That says nothing of who began.
    HopProtected = "hop-protected",
    /// The last hop was not protected.
    HopUnprotected = "hop-unprotected",
    /// The claimed owner has signed it.
    Signed = "signed",
    /// Nobody has signed it.
    Unsigned = "unsigned",
    /// Somebody else than the claimed owner has signed it.
    SignedByAnother = "signed-by-another",
    /// The network that is claimed is the one that the other end has proved to be.
    PeerProved = "peer-proved",
    /// The network that is claimed is not the one that the other end has proved to be.
    PeerIsAnother = "peer-is-another",
    /// An address is not to be lent any more.
    LeaseEnded = "lease-ended",
    /// Too many questions from this sender for the calls and texts that it brings.
    TooManyForItsCalls = "too-many-for-its-calls",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_spelled_as_files_spell_it() {
        for &reason in Reason::ALL {
            assert_eq!(serde_json::to_value(reason).unwrap(), reason.id());
        }
    }
}
