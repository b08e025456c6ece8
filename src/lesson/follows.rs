//! The closing page: its sections in their order, each paragraph with the documents that say so, by their ids in
//! [`SOURCES`](super::SOURCES). The words are in `follows.ftl`. Only programs that build pages have this.

/// A heading, `follows-<id>`, and what stands under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    pub id: &'static str,
    pub paragraphs: &'static [Paragraph],
}

/// A paragraph; one that only advises, or speaks of these pages, has no sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub key: &'static str,
    pub sources: &'static [&'static str],
}

const fn says(key: &'static str, sources: &'static [&'static str]) -> Paragraph {
    Paragraph { key, sources }
}

#[rustfmt::skip]
pub const FOLLOWS: [Section; 5] = [
    Section { id: "used", paragraphs: &[
        says("follows-used-1", &["guardian-saudi", "3gpp-29002"]),
        says("follows-used-2", &["engel-2014", "lighthouse-2023"]),
        says("follows-used-3", &["3gpp-29002", "guardian-2020"]),
        says("follows-used-4", &["engel-2014", "lighthouse-2023"]),
    ] },
    Section { id: "reader", paragraphs: &[
        says("follows-reader-1", &["3gpp-29002"]),
        says("follows-reader-2", &["3gpp-29002"]),
        says("follows-reader-3", &["3gpp-29002"]),
        says("follows-reader-4", &["sigfw", "oracle-cat2"]),
        says("follows-reader-5", &["lighthouse-2023"]),
        says("follows-reader-6", &[]),
    ] },
    Section { id: "operator", paragraphs: &[
        says("follows-operator-1", &["oracle-cat1", "sigfw"]),
        says("follows-operator-2", &["3gpp-23840"]),
        says("follows-operator-3", &["sigfw", "oracle-cat2"]),
        says("follows-operator-4", &["oracle-dsa", "oracle-cat2"]),
        says("follows-operator-5", &["oracle-cat2"]),
        says("follows-operator-6", &["enea-2025"]),
        says("follows-operator-7", &["oracle-cat3", "oracle-dsa"]),
        says("follows-operator-8", &["guardian-saudi", "3gpp-29002"]),
        says("follows-operator-9", &["gsma-fs52", "ofcom-2025"]),
    ] },
    Section { id: "regulator", paragraphs: &[
        says("follows-regulator-1", &["ofcom-2025"]),
        says("follows-regulator-2", &["fcc-2024", "epic-2024"]),
        says("follows-regulator-3", &["gsma-fs52"]),
        says("follows-regulator-4", &["enisa-2018"]),
        says("follows-regulator-5", &["itu-ss7-2019"]),
    ] },
    Section { id: "mistakes", paragraphs: &[
        says("follows-mistakes-1", &[]),
        says("follows-mistakes-2", &[]),
        says("follows-mistakes-3", &[]),
    ] },
];
