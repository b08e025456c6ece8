//! Addresses as types: phone number, global title, IMSI, network code. Each is read from text and
//! refuses whatever could belong to somebody: the model knows reserved ranges only.

use super::digits::Digits;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The number that people dial (MSISDN, TS 23.003 clause 3.3). Country code +999 only, which ITU-T
/// has not assigned to anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Msisdn(Digits);

/// The address of a node in SS7: an E.164 number that nobody dials (global title, ITU-T Q.713).
/// Country code +999 only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct GlobalTitle(Digits);

/// The first digits that a network's global titles share. They are not the digits of its network
/// code: which operator a title belongs to is looked up, never read off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TitleRange(Digits);

/// The subscription's own number, on the SIM (IMSI, TS 23.003 clause 2.2): fifteen digits, the first
/// five or six of which name the home network. Mobile country codes 999 and 001 only, which ITU-T
/// E.212 keeps for private networks and for tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Imsi(Digits);

/// A network's code: mobile country code and mobile network code (PLMN identity, TS 23.003 clause 12.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Plmn(Digits);

/// Why a text is not an address that this model takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressError {
    /// Something else than digits, or too many or too few of them.
    Malformed,
    /// Well formed, but in a range that may belong to somebody.
    OutsideReserved,
}

/// The digits that tell many subscribers of one network apart.
const COUNTED: u8 = 7;
const COUNTRY: &str = "999";
const MOBILE_COUNTRIES: [&str; 2] = ["999", "001"];

impl GlobalTitle {
    /// An address that belongs to no network of any lesson: what a sender without one writes.
    pub const STRAY: GlobalTitle = GlobalTitle(Digits::of(999_990_000_001));
}

impl Plmn {
    /// A code that belongs to no network of any lesson.
    pub const STRAY: Plmn = Plmn(Digits::of(99_999));
}

impl Msisdn {
    /// The number of one of many subscribers, by what its operator's numbers begin with: of a count, the
    /// last seven digits.
    pub fn numbered(begins: TitleRange, count: u32) -> Msisdn {
        Msisdn(begins.0.then(u64::from(count), COUNTED))
    }

    /// Which of many it is.
    pub fn count(self) -> u32 {
        self.0.last(COUNTED) as u32
    }

    /// Reads `+999 …`, 8 to 15 digits.
    pub fn read(text: &str) -> Result<Msisdn, AddressError> {
        international(text, 8).map(Msisdn)
    }
}

impl GlobalTitle {
    /// Reads `+999 …`, 8 to 15 digits.
    pub fn read(text: &str) -> Result<GlobalTitle, AddressError> {
        international(text, 8).map(GlobalTitle)
    }

    /// The range that its first five digits make: the country code's three and the operator's two.
    pub fn range(self) -> TitleRange {
        TitleRange(self.0.first(5))
    }
}

impl TitleRange {
    /// Reads `+999 …`, 5 digits or more: a range as wide as a country would belong to everybody.
    pub fn read(text: &str) -> Result<TitleRange, AddressError> {
        international(text, 5).map(TitleRange)
    }

    /// Whether a title lies in this range.
    pub fn holds(self, title: GlobalTitle) -> bool {
        title.0.starts_with(self.0)
    }

    /// Whether some title could lie in both ranges.
    pub fn overlaps(self, other: TitleRange) -> bool {
        self.0.starts_with(other.0) || other.0.starts_with(self.0)
    }
}

impl Imsi {
    /// The subscription of one of a network's many subscribers: of a count, the last seven digits.
    pub fn numbered(plmn: Plmn, count: u32) -> Imsi {
        let zeros = 15 - COUNTED - plmn.0.len();
        Imsi(plmn.0.then(0, zeros).then(u64::from(count), COUNTED))
    }

    /// Which of many it is.
    pub fn count(self) -> u32 {
        self.0.last(COUNTED) as u32
    }

    /// Reads fifteen digits.
    pub fn read(text: &str) -> Result<Imsi, AddressError> {
        let digits = Digits::read(text).filter(|d| d.len() == 15).ok_or(AddressError::Malformed)?;
        reserved(digits, &MOBILE_COUNTRIES).map(Imsi)
    }

    /// Whether this subscription belongs to the network with that code.
    pub fn belongs_to(self, plmn: Plmn) -> bool {
        self.0.starts_with(plmn.0)
    }
}

impl Plmn {
    /// Reads `999-11`: three digits and two or three.
    pub fn read(text: &str) -> Result<Plmn, AddressError> {
        let (country, network) = text.split_once('-').ok_or(AddressError::Malformed)?;
        if country.len() != 3 || !(2..=3).contains(&network.len()) {
            return Err(AddressError::Malformed);
        }
        let digits = Digits::read(&format!("{country}{network}")).ok_or(AddressError::Malformed)?;
        reserved(digits, &MOBILE_COUNTRIES).map(Plmn)
    }

    /// The end of the host names of this network: `mnc011.mcc999.3gppnetwork.org` (TS 23.003 clause
    /// 19.2: a network code of two digits has a zero before it).
    pub fn domain(self) -> String {
        let digits = self.0.grouped(&[3]);
        let (country, network) = digits.split_once(' ').unwrap_or((&digits, ""));
        format!("mnc{network:0>3}.mcc{country}.3gppnetwork.org")
    }

    /// Whether an IMSI could belong to both codes: one is the beginning of the other.
    pub fn overlaps(self, other: Plmn) -> bool {
        self.0.starts_with(other.0) || other.0.starts_with(self.0)
    }
}

impl fmt::Display for Msisdn {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "+{}", self.0.grouped(&[3, 2, 3]))
    }
}

impl fmt::Display for GlobalTitle {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "+{}", self.0.grouped(&[3, 2, 3]))
    }
}

impl fmt::Display for TitleRange {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "+{}…", self.0.grouped(&[3, 2, 3]))
    }
}

impl fmt::Display for Imsi {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}", self.0.grouped(&[3, 2]))
    }
}

impl fmt::Display for Plmn {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0.grouped(&[3]).replace(' ', "-"))
    }
}

fn international(text: &str, least: u8) -> Result<Digits, AddressError> {
    let digits = text.strip_prefix('+').and_then(Digits::read).ok_or(AddressError::Malformed)?;
    if digits.len() < least {
        return Err(AddressError::Malformed);
    }
    reserved(digits, &[COUNTRY])
}

fn reserved(digits: Digits, countries: &[&str]) -> Result<Digits, AddressError> {
    let country = |text: &&str| Digits::read(text).is_some_and(|prefix| digits.starts_with(prefix));
    if countries.iter().any(country) { Ok(digits) } else { Err(AddressError::OutsideReserved) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_could_be_somebodys_is_refused() {
        assert_eq!(Msisdn::read("+44 7700 900123"), Err(AddressError::OutsideReserved));
        assert_eq!(GlobalTitle::read("+1 246 555 0100"), Err(AddressError::OutsideReserved));
        assert_eq!(Imsi::read("234150000000001"), Err(AddressError::OutsideReserved));
        assert_eq!(Plmn::read("460-01"), Err(AddressError::OutsideReserved));
    }

    #[test]
    fn what_is_not_an_address_is_malformed() {
        assert_eq!(Msisdn::read("999 71 000 0001"), Err(AddressError::Malformed));
        assert_eq!(Imsi::read("99911"), Err(AddressError::Malformed));
        assert_eq!(Plmn::read("99911"), Err(AddressError::Malformed));
        assert_eq!(TitleRange::read("+999"), Err(AddressError::Malformed));
    }

    #[test]
    fn addresses_are_shown_as_they_are_read() {
        for text in ["+999 71 000 0001", "+999 71 555 01000"] {
            assert_eq!(Msisdn::read(text).unwrap().to_string(), text);
        }
        assert_eq!(Imsi::read("999110000000001").unwrap().to_string(), "999 11 0000000001");
        assert_eq!(Plmn::read("001-01").unwrap().to_string(), "001-01");
    }

    #[test]
    fn a_title_is_not_matched_by_the_network_code() {
        // A sloppy filter that takes the code's digits for the title's would pass this.
        let home = TitleRange::read("+999 71").unwrap();
        assert!(home.holds(GlobalTitle::read("+999 71 000 0001").unwrap()));
        assert!(!home.holds(GlobalTitle::read("+999 11 000 0001").unwrap()));
    }

    #[test]
    fn a_network_code_of_two_digits_is_not_one_of_three() {
        let imsi = Imsi::read("999110000000001").unwrap();
        assert!(imsi.belongs_to(Plmn::read("999-11").unwrap()));
        assert!(imsi.belongs_to(Plmn::read("999-110").unwrap()));
        assert!(!imsi.belongs_to(Plmn::read("999-111").unwrap()));
        assert!(Plmn::read("999-11").unwrap().overlaps(Plmn::read("999-110").unwrap()));
    }
}
