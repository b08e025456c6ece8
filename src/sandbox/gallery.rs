//! What is worth trying: a name for the texts, and the setting as an address has it. A test holds each to
//! what its sentence says.

/// The name, and the setting.
pub const GALLERY: [(&str, &str); 9] = [
    ("rented", "visited:partner-list.visited:ingress-route"),
    (
        "rented-from-home",
        "ask:provideSubscriberInfo,leased-from-home.visited:partner-list.visited:ingress-route.visited:home-match",
    ),
    (
        "forged-twice",
        "ask:provideSubscriberInfo,spoofed-partner.ask:Insert-Subscriber-Data,spoofed-partner",
    ),
    (
        "two-steps",
        "ask:sendRoutingInfoForSM,leased-from-partner.ask:provideSubscriberInfo,leased-from-partner.knows:number.home:sms-home-routing",
    ),
    (
        "unreadable",
        "ask:provideSubscriberInfo,leased-from-partner,unreadable.ask:provideSubscriberInfo,home,unreadable.visited:home-match,refuse",
    ),
    ("new-addresses", "ask:provideSubscriberInfo,stale-home.visited:home-match"),
    (
        "counted",
        "ask:provideSubscriberInfo,home-for-others.ask:provideSubscriberInfo,home.before:home,9,20.visited:volume",
    ),
    ("journey", "ask:updateLocation,leased-from-partner.registered:visited,10.home:velocity"),
    ("at-home", "in:home.home:own-subscriber"),
];
