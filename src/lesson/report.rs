//! The reported case of chapter 10: who said what, in the order of the page. The words are in `case.ftl` as
//! `case-<id>`, and every sentence there names who said it. Only programs that build pages have this.

/// Where a statement stands on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Alleged,
    Answered,
    /// What regulators, officials and the press said at the time.
    Context,
    /// What came after.
    Since,
}

impl Side {
    pub const ALL: [Side; 4] = [Side::Alleged, Side::Answered, Side::Context, Side::Since];

    /// The end of its heading's key, `case-<id>`.
    pub fn id(self) -> &'static str {
        match self {
            Side::Alleged => "alleged",
            Side::Answered => "answered",
            Side::Context => "context",
            Side::Since => "since",
        }
    }
}

/// One to three sentences, and the documents, by their ids in [`SOURCES`](super::SOURCES), that have them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The end of its key, `case-<id>`.
    pub id: &'static str,
    pub side: Side,
    pub sources: &'static [&'static str],
}

const fn said(id: &'static str, side: Side, sources: &'static [&'static str]) -> Statement {
    Statement { id, side, sources }
}

#[rustfmt::skip]
pub const REPORT: [Statement; 21] = [
    said("miller-caribbean", Side::Alleged, &["guardian-2020", "fff-2020"]),
    said("miller-messages", Side::Alleged, &["guardian-2020", "fff-2020"]),
    said("miller-numbers", Side::Alleged, &["guardian-2020"]),
    said("miller-year", Side::Alleged, &["guardian-2020", "fff-2020"]),
    said("miller-two-operators", Side::Alleged, &["guardian-2020", "fff-2020"]),
    said("miller-renting", Side::Alleged, &["guardian-2020"]),
    said("miller-protection", Side::Alleged, &["guardian-2020"]),

    said("unicom", Side::Answered, &["guardian-2020", "globaltimes-2020"]),
    said("embassy-washington", Side::Answered, &["guardian-2020"]),
    said("embassy-nassau", Side::Answered, &["tribune-2020b"]),
    said("xiang", Side::Answered, &["globaltimes-2020"]),
    said("operators", Side::Answered, &["tribune-2020a"]),

    said("press", Side::Context, &["telecoms-2020"]),
    said("fcc-2020", Side::Context, &["voa-2020"]),
    said("distrust", Side::Context, &["voa-2020"]),

    said("channel-islands", Side::Since, &["tbij-2020"]),
    said("finding-you", Side::Since, &["citizenlab-2023"]),
    said("fcc-2024", Side::Since, &["fcc-2024"]),
    said("ofcom", Side::Since, &["ofcom-2025"]),
    said("enea", Side::Since, &["enea-2025"]),
    said("bad-connection", Side::Since, &["citizenlab-2026"]),
];
