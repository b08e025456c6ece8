//! The public documents that a lesson may cite. Titles and names are as their authors write them.

use serde::{Deserialize, Serialize};

/// When everything that is stated here was last held against these documents.
pub const CHECKED: &str = "2026-11-22";

/// A public document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// What lesson files call it.
    pub id: &'static str,
    pub title: &'static str,
    /// Its author, or the body that publishes it.
    pub who: &'static str,
    /// When, or in which version; empty where it bears no date.
    pub date: &'static str,
    /// Where it is; empty where there is no lasting address.
    pub address: &'static str,
}

/// A document's place in [`SOURCES`]; from [`SourceId::OWN`] on, one that a lesson has brought along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SourceId(pub u8);

// The places behind it are for documents of a lesson's own.
const _: () = assert!(SOURCES.len() <= SourceId::OWN as usize);

impl SourceId {
    /// The number of the first document of a lesson's own.
    pub const OWN: u8 = 128;

    /// The document at that place of a lesson's own list.
    pub fn own(place: usize) -> Option<SourceId> {
        let place = u8::try_from(place).ok()?;
        place.checked_add(SourceId::OWN).map(SourceId)
    }

    /// The place in the lesson's own list, where it is one of those.
    pub fn own_place(self) -> Option<usize> {
        self.0.checked_sub(SourceId::OWN).map(usize::from)
    }

    pub fn named(id: &str) -> Option<SourceId> {
        let at = SOURCES.iter().position(|source| source.id == id)?;
        u8::try_from(at).ok().map(SourceId)
    }

    pub fn source(self) -> Option<&'static Source> {
        SOURCES.get(usize::from(self.0))
    }
}

const fn source(
    id: &'static str,
    title: &'static str,
    who: &'static str,
    date: &'static str,
    address: &'static str,
) -> Source {
    Source { id, title, who, date, address }
}

/// Every document, by subject.
#[rustfmt::skip]
pub const SOURCES: [Source; 44] = [
    source("3gpp-29002", "TS 29.002, Mobile Application Part specification", "3GPP", "V19", "https://www.3gpp.org/dynareport/29002.htm"),
    source("3gpp-29272", "TS 29.272, MME and SGSN related interfaces based on Diameter", "3GPP", "V18", "https://www.3gpp.org/dynareport/29272.htm"),
    source("3gpp-29338", "TS 29.338, Diameter based protocols to support SMS capable MMEs", "3GPP", "V18", "https://www.3gpp.org/dynareport/29338.htm"),
    source("3gpp-29173", "TS 29.173, Location Services: Diameter based SLh interface", "3GPP", "V18", "https://www.3gpp.org/dynareport/29173.htm"),
    source("3gpp-29172", "TS 29.172, Location Services: Evolved Packet Core LCS Protocol (SLg)", "3GPP", "V18", "https://www.3gpp.org/dynareport/29172.htm"),
    source("3gpp-29328", "TS 29.328, IMS Sh interface", "3GPP", "V18", "https://www.3gpp.org/dynareport/29328.htm"),
    source("3gpp-29503", "TS 29.503, Unified Data Management services", "3GPP", "V18", "https://www.3gpp.org/dynareport/29503.htm"),
    source("3gpp-29518", "TS 29.518, Access and Mobility Management services", "3GPP", "V18", "https://www.3gpp.org/dynareport/29518.htm"),
    source("3gpp-29515", "TS 29.515, Gateway Mobile Location services", "3GPP", "V18", "https://www.3gpp.org/dynareport/29515.htm"),
    source("3gpp-29573", "TS 29.573, Public Land Mobile Network interconnection", "3GPP", "V18", "https://www.3gpp.org/dynareport/29573.htm"),
    source("3gpp-33501", "TS 33.501, Security architecture and procedures for 5G, clause 5.9.3", "3GPP", "V18", "https://www.3gpp.org/dynareport/33501.htm"),
    source("3gpp-23840", "TR 23.840, Study into routing of MT-SMs via the HPLMN", "3GPP", "V7, 2007", "https://www.3gpp.org/dynareport/23840.htm"),
    source("3gpp-23003", "TS 23.003, Numbering, addressing and identification", "3GPP", "V18", "https://www.3gpp.org/dynareport/23003.htm"),
    source("itu-e212", "E.212, The international identification plan for public networks and subscriptions", "ITU-T", "Jun 2024", "https://www.itu.int/rec/T-REC-E.212"),
    source("rfc6733", "RFC 6733, Diameter Base Protocol, 6.2.2", "IETF", "Oct 2012", "https://www.rfc-editor.org/rfc/rfc6733"),
    source("oracle-cat1", "SS7 Security Guide: Category 1", "Oracle (vSTP)", "", ""),
    source("oracle-cat2", "SS7 Security Guide: Category 2", "Oracle (vSTP)", "", ""),
    source("oracle-cat3", "SS7 Security Guide: Category 3", "Oracle (vSTP)", "", ""),
    source("oracle-dsa", "Diameter Security Application: stateful countermeasure logic", "Oracle (DSR)", "", ""),
    source("oracle-sepp", "SEPP User Guide: default SEPP service APIs", "Oracle", "2025", ""),
    source("sigfw", "SigFW, open-source SS7 and Diameter firewall", "P1 Security", "2017 to 2024", "https://github.com/P1sec/SigFW"),
    source("p1-leasing", "Understanding Global Titles and GT leasing in telecom", "P1 Security", "", "https://www.p1sec.com/blog/understanding-global-titles-and-gt-leasing-in-telecom"),
    source("engel-2014", "SS7: Locate. Track. Manipulate. (31C3)", "Tobias Engel", "Dec 2014", "https://media.ccc.de/v/31c3_-_6249_-_en_-_saal_1_-_201412271715_-_ss7_locate_track_manipulate_-_tobias_engel"),
    source("guardian-2020", "Revealed: China suspected of spying on Americans via Caribbean phone networks", "Stephanie Kirchgaessner, The Guardian", "15 Dec 2020", "https://www.theguardian.com/us-news/2020/dec/15/revealed-china-suspected-of-spying-on-americans-via-caribbean-phone-networks"),
    source("fff-2020", "Far From Home: Active Foreign Surveillance of US Mobile Users, and Part 2", "Gary Miller, Exigent Media", "2020", ""),
    source("globaltimes-2020", "Response to the Guardian report (Xiang Ligang; China Unicom)", "Global Times", "16 Dec 2020", ""),
    source("tribune-2020a", "Call for an investigation; statement of BTC and Cable & Wireless", "The Tribune (Bahamas)", "16 Dec 2020", ""),
    source("tribune-2020b", "US \"playing dirty\" with spy claims: statement of the Chinese embassy in Nassau", "The Tribune (Bahamas)", "17 Dec 2020", "http://www.tribune242.com/news/2020/dec/17/us-playing-dirty-spy-claims/"),
    source("voa-2020", "Report on the FCC's review and on the allegations", "Voice of America", "Dec 2020", ""),
    source("telecoms-2020", "China accused of using Caribbean mobile networks to spy on US devices", "Telecoms.com", "Dec 2020", "https://telecoms.com/507871/china-accused-of-using-caribbean-mobile-networks-to-spy-on-us-devices/"),
    source("tbij-2020", "Spy companies using Channel Islands to track phones around the world", "The Bureau of Investigative Journalism", "16 Dec 2020", "https://www.thebureauinvestigates.com/stories/2020-12-16/spy-companies-using-channel-islands-to-track-phones-around-the-world"),
    source("guardian-saudi", "Revealed: Saudis suspected of phone spying campaign in US", "Stephanie Kirchgaessner, The Guardian", "29 Mar 2020", "https://www.theguardian.com/world/2020/mar/29/revealed-saudis-suspected-of-phone-spying-campaign-in-us"),
    source("citizenlab-2023", "Finding You: The Network Effect of Telecommunications Vulnerabilities for Location Disclosure", "Gary Miller and Christopher Parsons, Citizen Lab", "26 Oct 2023", "https://citizenlab.ca/2023/10/finding-you-teleco-vulnerabilities-for-location-disclosure/"),
    source("citizenlab-2026", "Bad Connection: Uncovering Global Telecom Exploitation by Covert Surveillance Actors", "Citizen Lab", "23 Apr 2026", ""),
    source("lighthouse-2023", "Ghost in the network", "Lighthouse Reports", "2023", "https://www.lighthousereports.com/investigation/ghost-in-the-network/"),
    source("enea-2025", "The Good, the Bad, and the Encoding: An SS7 Bypass Attack", "Enea", "Jul 2025", "https://www.enea.com/insights/the-good-the-bad-and-the-encoding-an-ss7-bypass-attack/"),
    source("ofcom-2025", "Statement on Global Titles and mobile network security: ban on leasing", "Ofcom", "22 Apr 2025", "https://www.ofcom.org.uk/"),
    source("gsma-fs52", "GT Leasing Code of Conduct: declaration", "GSMA", "2023", "https://www.gsma.com/solutions-and-impact/technologies/security/gt-leasing-code-of-conduct-make-a-declaration"),
    source("fcc-2024", "Public notice: SS7 and Diameter location tracking, PS docket 18-99", "FCC", "Mar 2024", ""),
    source("epic-2024", "Reply comment: preventing location tracking via Diameter and SS7", "EPIC", "2024", "https://epic.org/documents/reply-comment-preventing-location-tracking-via-diameter-and-ss7-request-for-comment/"),
    source("itu-ss7-2019", "Technical report on SS7 vulnerabilities and mitigation measures for digital financial services transactions", "ITU-T FIGI", "2019", "https://www.itu.int/ITU-T/workprog/wp_item.aspx?isn=15150"),
    source("enisa-2018", "Signalling Security in Telecom SS7/Diameter/5G", "ENISA", "Mar 2018", "https://www.enisa.europa.eu/"),
    source("pt-2018", "SS7 vulnerabilities and attack exposure report", "Positive Technologies", "2018", "https://www.ptsecurity.com/ww-en/analytics/ss7-vulnerability-2018/"),
    source("itu-e164", "List of ITU-T Recommendation E.164 assigned country codes", "ITU-T", "2016 and later", "https://www.itu.int/pub/T-SP-E.164D"),
];
