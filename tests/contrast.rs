//! Contrast, worked out from the palette in `assets/style.css`: text against every ground that it stands
//! on (at least 4.5 to 1), and lines, outlines and marks against what they lie on (at least 3 to 1), by
//! day and by night. WCAG 2.2, success criteria 1.4.3 and 1.4.11.
#![allow(
    clippy::float_arithmetic,
    reason = "contrast is defined with fractions, and nothing but this test works with it"
)]

use std::collections::{BTreeMap, BTreeSet};
use whereabouts::crowd::Ink;

const STYLE: &str = include_str!("../assets/style.css");
const BESIDE: &str = include_str!("../assets/beside.css");

/// A colour in sRGB, 0 to 255.
type Colour = [f64; 3];

/// What is written in a colour, and on which grounds.
const TEXT: &[(&str, &[&str])] = &[
    // Anywhere on the page, in the picture, in notices, and on a new piece of knowledge.
    ("ink", &["paper", "card", "sea", "home-land", "visited-land", "pass-land"]),
    ("soft", &["paper", "card", "pass-land"]),
    // On buttons that are pressed, the chapter that is open, and switches.
    ("paper", &["ink"]),
    // On the pill that says what became of a message, on a board, on a rule's verdict, in a found cell.
    ("card", &["soft", "stop", "mask", "partner", "pass", "third", "ink"]),
    // Names of parties: in their land, in sentences, on cards, in tags.
    ("home", &["home-land", "sea", "shallows", "card", "paper"]),
    ("visited", &["visited-land", "sea", "shallows", "card", "paper"]),
    ("partner", &["partner-land", "sea", "shallows", "card", "paper"]),
    ("third", &["sea", "card", "paper"]),
    ("carrier", &["sea"]),
    ("stop", &["card", "paper", "stop-land"]),
    ("mask", &["card", "paper", "mask-land"]),
    ("pass", &["card", "paper", "pass-land"]),
];

/// What is drawn in a colour, how opaque in hundredths, and on which grounds.
const DRAWN: &[(&str, u8, &[&str])] = &[
    // Coasts, nodes, seals, and the way of a message: over the sea, over every land, through gates.
    ("home", 100, &["sea", "shallows", "home-land", "visited-land", "partner-land", "card"]),
    ("visited", 100, &["sea", "shallows", "home-land", "visited-land", "partner-land", "card"]),
    ("partner", 100, &["sea", "shallows", "home-land", "visited-land", "partner-land", "card"]),
    ("third", 100, &["sea", "shallows", "home-land", "visited-land", "partner-land", "card"]),
    ("third", 100, &["third-land"]),
    ("home", GONE, &["sea", "shallows", "home-land", "visited-land", "partner-land"]),
    ("visited", GONE, &["sea", "shallows", "home-land", "visited-land", "partner-land"]),
    ("partner", GONE, &["sea", "shallows", "home-land", "visited-land", "partner-land"]),
    ("third", GONE, &["sea", "shallows", "home-land", "visited-land", "partner-land"]),
    ("road", 100, &["sea", "shallows", "home-land", "visited-land", "partner-land"]),
    ("carrier", 100, &["card", "sea"]),
    // Posts and bars of gates, the traveller, the ticks and the thumb of the time line.
    ("ink", 100, &["card", "paper", "sea", "home-land", "visited-land", "partner-land"]),
    // Gates and signs that are open, buttons, fields, switches, the time line.
    (
        "edge",
        100,
        &["card", "paper", "sea", "shallows", "home-land", "visited-land", "partner-land"],
    ),
    // The signs on pills and on the bars of a gate.
    ("card", 100, &["soft", "stop", "mask", "partner", "pass"]),
    ("paper", 100, &["ink"]),
    // The pills and bars themselves, where they end.
    ("soft", 100, &["sea", "card", "home-land", "visited-land", "partner-land"]),
    ("stop", 100, &["sea", "card", "home-land", "visited-land", "partner-land"]),
    ("mask", 100, &["sea", "card", "home-land", "visited-land", "partner-land", "mask-land"]),
    ("pass", 100, &["sea", "card"]),
    ("focus", 100, &["paper", "card", "sea"]),
];

/// How opaque the way is that a message has left behind it, in hundredths.
const GONE: u8 = 75;

/// What is only a ground, or only ornament: without it nothing would be missing.
const GROUNDS: &[&str] = &[
    "sea",
    "shallows",
    "home-land",
    "visited-land",
    "partner-land",
    "third-land",
    "stop-land",
    "mask-land",
    "pass-land",
    // Between panels that are told apart by their place and their headings.
    "rule",
];

/// Every custom property with its colours by day and by night.
fn palette() -> BTreeMap<String, [Colour; 2]> {
    let line = |line: &str| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(':')?;
        let both = value.trim().strip_prefix("light-dark(")?.strip_suffix(");")?;
        let (light, dark) = both.split_once(',')?;
        Some((name.to_owned(), [colour(light), colour(dark)]))
    };
    STYLE.lines().filter_map(line).collect()
}

fn colour(hex: &str) -> Colour {
    let hex = hex.trim().strip_prefix('#').expect("a colour is written as #rrggbb");
    assert_eq!(hex.len(), 6, "#{hex}");
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("hexadecimal")))
}

/// A colour over another, as opaque as that.
fn over(colour: Colour, ground: Colour, opaque: u8) -> Colour {
    let share = f64::from(opaque) / 100.0;
    [0, 1, 2].map(|i| colour[i] * share + ground[i] * (1.0 - share))
}

fn luminance(colour: Colour) -> f64 {
    let [r, g, b] = colour.map(|part| {
        let part = part / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn black_on_white_is_twenty_one_to_one() {
    assert!((contrast(colour("#000000"), colour("#ffffff")) - 21.0).abs() < 0.001);
    // As other tools have it.
    assert!((contrast(colour("#767676"), colour("#ffffff")) - 4.54).abs() < 0.01);
}

#[test]
fn everything_stands_out_from_its_ground_by_day_and_by_night() {
    let palette = palette();
    let mut faint = Vec::new();
    let texts = TEXT.iter().map(|(name, grounds)| (*name, 100, *grounds, 4.5));
    let drawn = DRAWN.iter().map(|(name, opaque, grounds)| (*name, *opaque, *grounds, 3.0));
    for (name, opaque, grounds, least) in texts.chain(drawn) {
        for ground in grounds {
            for (theme, when) in ["by day", "by night"].iter().enumerate() {
                let below = palette[*ground][theme];
                let ratio = contrast(over(palette[name][theme], below, opaque), below);
                if ratio < least {
                    faint.push(format!(
                        "{name} ({opaque} %) on {ground} {when}: {ratio:.2}, and not {least}"
                    ));
                }
            }
        }
    }
    assert!(faint.is_empty(), "\n{}", faint.join("\n"));
}

/// The crowd's picture has its colours in the code that draws it. Its dots are on land, messages over land and
/// sea; who was located is darker than who was not, by day, and lighter by night.
#[test]
fn the_crowd_stands_out_from_land_and_sea_by_day_and_by_night() {
    let rgb = |ink: u32| {
        let [red, green, blue, _] = ink.to_le_bytes();
        [red, green, blue].map(f64::from)
    };
    for (when, ink) in [("by day", Ink::DAY), ("by night", Ink::NIGHT)] {
        let Ink { sea, land, coast, gate, dot, was, lit, flash, honest, asked, stop, wrong } = ink;
        let on = |name: &str, colour: u32, ground: u32, least: f64| {
            let ratio = contrast(rgb(colour), rgb(ground));
            assert!(ratio >= least, "{name} {when}: {ratio:.2}, and not {least}");
        };
        for (name, colour) in [("dot", dot), ("was", was), ("lit", lit), ("flash", flash)] {
            on(name, colour, land, 3.0);
        }
        for ground in [sea, land] {
            for (name, colour) in [
                ("coast", coast),
                ("gate", gate),
                ("honest", honest),
                ("asked", asked),
                ("stop", stop),
                ("wrong", wrong),
            ] {
                on(name, colour, ground, 3.0);
            }
        }
        on("lit beside dot", lit, dot, 2.0);
        on("was beside lit", was, lit, 1.7);
    }
}

#[test]
fn every_colour_of_the_palette_is_looked_at() {
    let palette = palette();
    let text = TEXT.iter().flat_map(|(name, grounds)| [name].into_iter().chain(*grounds));
    let drawn = DRAWN.iter().flat_map(|(name, _, grounds)| [name].into_iter().chain(*grounds));
    let looked: BTreeSet<&str> = text.chain(drawn).chain(GROUNDS).copied().collect();
    let all: BTreeSet<&str> = palette.keys().map(String::as_str).collect();
    assert_eq!(all, looked);
}

/// Which colours the style writes or draws with: each has to be in the tables above as such.
#[test]
fn every_colour_that_is_written_or_drawn_with_has_its_grounds() {
    let writes: BTreeSet<&str> = TEXT.iter().map(|(name, _)| *name).collect();
    let draws: BTreeSet<&str> = DRAWN.iter().map(|(name, ..)| *name).collect();
    let mut missing = BTreeSet::new();
    let declared = [STYLE, BESIDE].into_iter().flat_map(|css| css.split(['{', '}', ';']));
    for declaration in declared {
        let Some((property, value)) = declaration.trim().split_once(':') else { continue };
        let property = property.trim();
        for used in value.split("var(--").skip(1) {
            let name = used.split(')').next().unwrap_or_default();
            let ornament = GROUNDS.contains(&name);
            let known = match property {
                "color" => writes.contains(name),
                _ if property.starts_with("background") => true,
                "stroke" | "fill" | "outline" => draws.contains(name) || ornament,
                _ if property.starts_with("border") => draws.contains(name) || ornament,
                _ => true,
            };
            // What a pill is filled with is named for it.
            if !known && name != "fate" {
                missing.insert(format!("{property}: {name}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_way_behind_a_message_is_as_opaque_as_the_test_believes() {
    assert!(
        STYLE.contains(&format!(".trail .gone {{ stroke-width: 3; stroke-opacity: 0.{GONE}; }}"))
    );
}
