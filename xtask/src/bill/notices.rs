//! The notices for people: whose code is in what is served, and each licence in its own words, once.

use super::{Materials, Part};
use anyhow::{Result, bail};
use std::fmt::Write as _;

const ABOVE: &str = "\
Whereabouts: what is in it that others wrote
============================================

What is served under this address is made of Whereabouts (MIT or Apache-2.0, at your choice) and of the
components below. They are compiled for its WebAssembly modules, or write scripts beside them; of some of them
nothing is left once a module is linked. Behind each stand its licence and the numbers of the texts that its sources
have; a text that several share stands once. Where a component's archive has no text, and its licence leaves the
choice of Apache-2.0, that text stands for it.

";

pub fn text(materials: &Materials) -> Result<String> {
    let mut texts: Vec<(String, &str)> = Vec::new();
    let mut list = String::new();
    for component in materials.of_part(Part::Served) {
        let mut numbers = Vec::new();
        for text in &component.texts {
            // The same words, however their lines are broken.
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let known = texts.iter().position(|(known, _)| *known == words);
            let number = known.unwrap_or_else(|| {
                texts.push((words, text));
                texts.len() - 1
            });
            numbers.push(format!("[{}]", number + 1));
        }
        let (name, version) = (&component.name, &component.version);
        if numbers.is_empty() {
            bail!("{name} {version} has no text of its licence");
        }
        let _ = writeln!(list, "{name} {version}: {} {}", component.licence, numbers.join(" "));
    }
    let mut all = format!("{ABOVE}{list}");
    for (number, (_, text)) in texts.iter().enumerate() {
        let _ = write!(all, "\n{}\n[{}]\n\n", "-".repeat(80), number + 1);
        for line in text.trim_matches(['\n', '\r']).lines() {
            let _ = writeln!(all, "{}", line.trim_end());
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::super::tests::materials;
    use super::*;

    #[test]
    fn each_component_that_is_served_has_its_line_and_each_number_its_text() {
        let materials = materials();
        let notices = text(&materials).unwrap();
        let lines: Vec<&str> = notices.lines().collect();
        for component in materials.of_part(Part::Served) {
            let begins =
                format!("{} {}: {} [", component.name, component.version, component.licence);
            let line = lines.iter().find(|line| line.starts_with(&begins));
            let line = line.unwrap_or_else(|| panic!("no line for {}", component.name));
            let numbers = line.split_whitespace().filter(|word| word.starts_with('['));
            for number in numbers {
                let place = lines.iter().position(|line| line == &number).unwrap();
                let text = lines[place..].iter().skip(1).find(|line| !line.is_empty());
                assert!(text.is_some_and(|text| !text.starts_with('-')), "{number}");
            }
        }
    }

    #[test]
    fn a_text_that_several_share_stands_once() {
        let notices = text(&materials()).unwrap();
        assert_eq!(
            notices.matches("END OF TERMS AND CONDITIONS").count(),
            notices.matches("TERMS AND CONDITIONS FOR USE").count()
        );
        assert!(notices.len() < 150_000, "{}", notices.len());
    }

    #[test]
    fn a_component_without_a_text_stops_the_build() {
        let mut materials = materials();
        for component in &mut materials.components {
            component.texts.clear();
        }
        assert!(
            format!("{:#}", text(&materials).unwrap_err()).contains("has no text of its licence")
        );
    }
}
