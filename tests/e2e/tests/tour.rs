//! The pictures of `docs/tour.md`, and the page that shows them.

use e2e::{Browser, CHAPTERS, Site, Wishes, page_of};
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// One picture: what it shows, where that is, and what has to be done there first.
struct Picture {
    title: &'static str,
    caption: &'static str,
    /// The chapter, or another page's address.
    on: On,
    /// What follows `#` in the address.
    at: &'static str,
    size: (u32, u32),
    dark: bool,
    then: Then,
}

enum On {
    Chapter(u8),
    Page(&'static str),
}

enum Then {
    Nothing,
    /// Goes to a part of the page, by its name.
    Show(&'static str),
    /// Looks into the last message.
    LookInto,
}

/// As on a projector, for a part of the page, and as on a phone.
const WALL: (u32, u32) = (1400, 900);
const PART: (u32, u32) = (1400, 660);
const PHONE: (u32, u32) = (360, 740);

const TOUR: [Picture; 10] = [
    Picture {
        title: "A phone goes abroad",
        caption: "The phone has registered with a network abroad, and that network tells the home network \
                  so. From now on the home network knows which network to ask where the phone is.",
        on: On::Chapter(1),
        at: "at=arrival.2",
        size: WALL,
        dark: false,
        then: Then::Nothing,
    },
    Picture {
        title: "An honest question",
        caption: "The home network asks the visited network which cell its own customer is in. The envelope \
                  names the same network that the road comes from: claimed and actual agree.",
        on: On::Chapter(4),
        at: "at=honest-question.2",
        size: WALL,
        dark: false,
        then: Then::Nothing,
    },
    Picture {
        title: "Stopped at the gate",
        caption: "The third party asks the very same question. The rule at the visited network’s gate lets \
                  only the traveller’s own home ask, and says in half a sentence why it stops this one.",
        on: On::Chapter(4),
        at: "at=second-question.3&filters=visited.home-match",
        size: WALL,
        dark: false,
        then: Then::Nothing,
    },
    Picture {
        title: "Claimed and actual",
        caption: "A rented name: the envelope says Corvo Telecom, and nothing on it is forged, for Corvo Telecom \
                  lets that address. The colour of the road says who really sent the question.",
        on: On::Chapter(6),
        at: "at=from-a-partner.2",
        size: WALL,
        dark: false,
        then: Then::Nothing,
    },
    Picture {
        title: "Two lanes, one clock",
        caption: "The same message without the filter and with it, at the moment where the two part. The \
                  time line marks that moment, and a sentence says what makes the difference.",
        on: On::Chapter(4),
        at: "at=second-question.3&filters=visited.home-match&lanes=both",
        size: WALL,
        dark: false,
        then: Then::Nothing,
    },
    Picture {
        title: "The sequence chart",
        caption: "The same messages as a ladder, in step with the picture. It can be saved as SVG or PNG, \
                  and so can the picture.",
        on: On::Chapter(4),
        at: "at=end&depth=engineer",
        size: PART,
        dark: false,
        then: Then::Show("Sequence chart"),
    },
    Picture {
        title: "A message, looked into",
        caption: "What a message is called in the specifications, who really sent it, who it says it is \
                  from, what it gives away, and what each gate on its way saw and said.",
        on: On::Chapter(4),
        at: "at=second-question.3&filters=visited.home-match&depth=engineer",
        size: WALL,
        dark: false,
        then: Then::LookInto,
    },
    Picture {
        title: "A masked answer",
        caption: "SMS home routing answers in the register’s place. The third party gets a stand-in that \
                  looks like the truth and leads nowhere, and the picture tells the two apart.",
        on: On::Chapter(4),
        at: "at=first-question.6&filters=home.sms-home-routing",
        size: WALL,
        dark: false,
        then: Then::Nothing,
    },
    Picture {
        title: "By night, on a phone",
        caption: "The third party’s question bears the home network’s own name. On a narrow screen the \
                  world stands upright and nothing has to be dragged; the dark colours are chosen as \
                  carefully as the light ones.",
        on: On::Chapter(10),
        at: "at=under-the-home-name.3",
        size: PHONE,
        dark: true,
        then: Then::Nothing,
    },
    Picture {
        title: "You are the filter",
        caption: "Ten messages reach a gate, to let pass or to stop. What the envelope says and what the \
                  gate sees for itself is all there is to go by, as it is for a filter.",
        on: On::Page("you-are-the-filter/"),
        at: "seed=7",
        size: PART,
        dark: false,
        then: Then::Nothing,
    },
];

/// How the page begins and ends.
const HEAD: &str = "# A tour in ten pictures\n\nEach is the page itself, as a browser shows it.\n";
const TAIL: &str = "\n## How they are made\n\nBy one command, which builds the page, goes to each place, and \
                    writes the pictures and this page:\n\n```sh\ncargo xtask tour\n```\n";

/// Takes them anew and writes the page: `cargo xtask tour`.
#[test]
#[ignore = "it only writes files"]
fn write_out() {
    let folder = std::env::var("TOUR").expect("TOUR names the folder of the documentation");
    let (folder, site) = (Path::new(&folder), Site::start());
    std::fs::create_dir_all(folder.join("tour")).expect("a folder for them");
    let mut page = HEAD.to_owned();
    for (picture, number) in TOUR.iter().zip(1..) {
        let file = format!("tour/{number:02}.png");
        let bytes = smaller(&picture.take(&site));
        println!("{file}: {} kB", bytes.len() / 1000);
        std::fs::write(folder.join(&file), bytes).expect("it is written");
        let Picture { title, caption, .. } = picture;
        let shown = format!("\n## {number}. {title}\n\n![{title}]({file})\n\n");
        page.push_str(&shown);
        page.push_str(&wrapped(caption));
    }
    page.push_str(TAIL);
    std::fs::write(folder.join("tour.md"), page).expect("it is written");
}

impl Picture {
    fn take(&self, site: &Site) -> Vec<u8> {
        let (width, height) = self.size;
        let browser = Browser::open(Wishes { width, height, dark: self.dark, ..Wishes::default() });
        // What is as small as a phone is shown large.
        let exactly = json!({
            "width": width,
            "height": height,
            "deviceScaleFactor": if self.size == PHONE { 2 } else { 1 },
            "mobile": false,
        });
        browser.devtools("Emulation.setDeviceMetricsOverride", exactly);
        browser.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true }));
        match self.on {
            On::Chapter(number) => {
                browser.page(site, &format!("{}#{}", page_of(number), self.at));
                // The explainer, and not the links over it.
                let widget = CHAPTERS.iter().find(|(chapter, ..)| *chapter == number);
                show(&browser, widget.map_or("", |(_, _, name)| name));
            }
            On::Page(address) => browser.visit(site, &format!("{address}#{}", self.at)),
        }
        match self.then {
            Then::Nothing => {}
            Then::Show(name) => show(&browser, name),
            Then::LookInto => {
                let messages = browser.one("region", "Messages").all("button");
                let last = messages.last().expect("there is a message");
                // A click as by hand would move the page to it first.
                browser.script("arguments[0].click();", &[last.handle()]);
            }
        }
        still(&browser);
        browser.picture_of_it()
    }
}

fn show(browser: &Browser, name: &str) {
    let part = browser.one("region", name);
    let script = "
        const { top } = arguments[0].getBoundingClientRect();
        scrollBy({ top: top - 10, behavior: 'instant' });";
    browser.script(script, &[part.handle()]);
}

/// Waits until nothing fades or grows any more.
fn still(browser: &Browser) {
    browser.settle();
    let script = "
        const ends = ({ effect }) => Number.isFinite(effect.getComputedTiming().endTime);
        await Promise.allSettled(document.getAnimations().filter(ends).map(({ finished }) => finished));";
    browser.script_async(script, &[]);
}

/// A paragraph in lines of a length that can be read in a terminal.
fn wrapped(text: &str) -> String {
    let (mut lines, mut line) = (String::new(), String::new());
    for word in text.split_whitespace() {
        if line.chars().count() + word.chars().count() > 105 {
            let _ = writeln!(lines, "{}", line.trim_end());
            line.clear();
        }
        let _ = write!(line, "{word} ");
    }
    let _ = writeln!(lines, "{}", line.trim_end());
    lines
}

/// The same picture in no more than 256 colours, which is what its flat colours come to but for the
/// softened edges: those take the nearest of the most frequent.
fn smaller(picture: &[u8]) -> Vec<u8> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(picture));
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("of a size that can be held")];
    let info = reader.next_frame(&mut pixels).expect("with a picture in it");
    let samples = info.color_type.samples();
    let colour = |pixel: &[u8]| [pixel[0], pixel[1], pixel[2]];
    let colours = || pixels.chunks_exact(samples).map(colour);
    let mut counts: BTreeMap<[u8; 3], u32> = BTreeMap::new();
    colours().for_each(|colour| *counts.entry(colour).or_default() += 1);
    let mut palette: Vec<[u8; 3]> = counts.keys().copied().collect();
    palette.sort_by_key(|colour| std::cmp::Reverse(counts[colour]));
    palette.truncate(256);
    let near = |colour: &[u8; 3]| {
        let far = |other: &[u8; 3]| -> u32 {
            colour.iter().zip(other).map(|(a, b)| u32::from(a.abs_diff(*b)).pow(2)).sum()
        };
        let found = (0..palette.len()).min_by_key(|&i| far(&palette[i]));
        found.unwrap_or_default() as u8
    };
    let places: BTreeMap<[u8; 3], u8> = counts.keys().map(|one| (*one, near(one))).collect();
    let indices: Vec<u8> = colours().map(|colour| places[&colour]).collect();
    let mut made = Vec::new();
    let mut encoder = png::Encoder::new(&mut made, info.width, info.height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&indices).expect("as many pixels as before");
    writer.finish().expect("an end");
    made
}
