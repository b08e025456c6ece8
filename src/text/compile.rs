//! Text files in Fluent syntax, made into one [`Table`] or into a list of everything that is wrong
//! with them. Here are the files as a whole: parsing, header, ids; what stands inside a message is
//! `expand.rs`. Native only.

use std::collections::BTreeMap;
use std::fmt;

use fluent_syntax::{ast, parser};

use super::expand::Expander;
use super::table::{Direction, Table};

/// One thing wrong with a text file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file as it was named to [`compile`].
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and how to mend it.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.what)
    }
}

impl std::error::Error for Problem {}

/// Compiles one text file; `file` is its name for the problems.
///
/// # Errors
/// As [`compile_all`].
pub fn compile(source: &str, file: &str) -> Result<Table, Vec<Problem>> {
    compile_all(&[(file, source)])
}

/// Compiles the files of one language, as if they were one: what stands in one can be used in another.
/// Each comes with its name for the problems.
///
/// Understood: messages and attributes with arguments, choices, terms (with forms), and messages
/// inside messages. A line break inside a message is a space, a blank line is kept. The file names
/// itself in comments of three hashes: `### lang: en` and `### direction: ltr`.
///
/// # Errors
/// Every problem in the file, in the order of its lines.
pub fn compile_all(files: &[(&str, &str)]) -> Result<Table, Vec<Problem>> {
    let (mut source, mut starts) = (String::new(), Vec::new());
    for (file, text) in files {
        starts.push((source.len(), *file));
        source.push_str(&text.replace("\r\n", "\n"));
        if !source.ends_with('\n') {
            source.push('\n');
        }
    }
    let mut report = Report { source: &source, files: starts, problems: Vec::new() };
    let resource = parser::parse(source.as_str()).unwrap_or_else(|(resource, errors)| {
        for error in errors {
            report.at_byte(error.pos.start, not_fluent(&error.kind));
        }
        resource
    });
    let (lang, direction) = header(&resource, &mut report);
    let entries = gather(&resource, &mut report);
    let messages = Expander::new(&entries, &mut report).messages();
    let mut problems = report.problems;
    if problems.is_empty() {
        return Ok(Table::new(lang, direction, messages));
    }
    // A message used inside another is looked at twice; its problems are told once.
    problems.sort();
    problems.dedup();
    Err(problems)
}

/// The entries of a file by name, each with the place where its name stands.
#[derive(Default)]
pub(super) struct Entries<'r, 's> {
    pub(super) messages: BTreeMap<String, (&'s str, &'r ast::Pattern<&'s str>)>,
    pub(super) terms: BTreeMap<&'s str, (&'s str, &'r ast::Pattern<&'s str>)>,
}

/// Collects problems, and knows which line a piece of the source is on.
pub(super) struct Report<'s> {
    /// All files, one after the other.
    source: &'s str,
    /// Where each begins, and its name.
    files: Vec<(usize, &'s str)>,
    problems: Vec<Problem>,
}

impl Report<'_> {
    /// Notes a problem where `place`, a slice of the source, stands.
    pub(super) fn at(&mut self, place: &str, what: String) {
        self.at_byte(self.byte_of(place), what);
    }

    /// The file and the line in it, as a reader finds it.
    fn spot_of(&self, place: &str) -> String {
        let (file, line) = self.line_at(self.byte_of(place));
        format!("{file}:{line}")
    }

    /// Where a slice of the source stands: its address tells, so the syntax tree needs no spans.
    fn byte_of(&self, place: &str) -> usize {
        place.as_ptr().addr().saturating_sub(self.source.as_ptr().addr())
    }

    /// The file that a byte is in, and its line there, from 1.
    fn line_at(&self, byte: usize) -> (&str, usize) {
        let mut before = self.files.iter().rev().skip_while(|(start, _)| *start > byte);
        let (start, file) = before.next().copied().unwrap_or_default();
        let lines = self.source.bytes().take(byte).skip(start).filter(|&b| b == b'\n');
        (file, 1 + lines.count())
    }

    fn at_byte(&mut self, byte: usize, what: String) {
        let (file, line) = self.line_at(byte);
        self.problems.push(Problem { file: file.to_owned(), line, what });
    }

    /// Notes a problem of the whole.
    fn of_all(&mut self, what: &str) {
        self.at_byte(0, what.to_owned());
    }
}

fn header(resource: &ast::Resource<&str>, report: &mut Report) -> (String, Direction) {
    let mut lang = None;
    let mut direction = None;
    for line in resource.body.iter().flat_map(resource_comment) {
        match line.split_once(':').map(|(name, value)| (name.trim(), value.trim())) {
            Some(("lang", tag)) if icu_locale_core::Locale::try_from_str(tag).is_ok() => {
                lang = Some(tag);
            }
            Some(("lang", tag)) => {
                report.at(
                    line,
                    format!("`{tag}` is no language tag; write one like `en` or `pt-BR`"),
                );
                lang = Some(tag);
            }
            Some(("direction", "ltr")) => direction = Some(Direction::Ltr),
            Some(("direction", "rtl")) => direction = Some(Direction::Rtl),
            Some(("direction", other)) => {
                report.at(line, format!("direction `{other}` is neither `ltr` nor `rtl`"));
                direction = Some(Direction::Ltr);
            }
            _ => {}
        }
    }
    if lang.is_none() {
        report.of_all("the file does not say its language; add a line like `### lang: en`");
    }
    if direction.is_none() {
        report.of_all(
            "the file does not say which way it is read; add a line like `### direction: ltr`",
        );
    }
    (lang.unwrap_or_default().to_owned(), direction.unwrap_or(Direction::Ltr))
}

fn resource_comment<'r, 's>(entry: &'r ast::Entry<&'s str>) -> &'r [&'s str] {
    match entry {
        ast::Entry::ResourceComment(comment) => &comment.content,
        _ => &[],
    }
}

fn gather<'r, 's>(resource: &'r ast::Resource<&'s str>, report: &mut Report) -> Entries<'r, 's> {
    let mut entries = Entries::default();
    for entry in &resource.body {
        match entry {
            ast::Entry::Message(message) => {
                let id = message.id.name;
                let value = message.value.iter().map(|pattern| (id.to_owned(), id, pattern));
                let attributes = message
                    .attributes
                    .iter()
                    .map(|attr| (format!("{id}.{}", attr.id.name), attr.id.name, &attr.value));
                for (key, place, pattern) in value.chain(attributes) {
                    if let Some((first, _)) = entries.messages.get(&key) {
                        report.at(place, twice(&key, &report.spot_of(first)));
                    } else {
                        entries.messages.insert(key, (place, pattern));
                    }
                }
            }
            ast::Entry::Term(term) => {
                let id = term.id.name;
                if let Some((first, _)) = entries.terms.get(id) {
                    report.at(id, twice(&format!("-{id}"), &report.spot_of(first)));
                } else {
                    entries.terms.insert(id, (id, &term.value));
                }
                for attribute in &term.attributes {
                    let what = format!(
                        "`.{}` belongs to the term `-{id}`, where nobody sees it; make it a message",
                        attribute.id.name
                    );
                    report.at(attribute.id.name, what);
                }
            }
            // Junk has been reported by the parser.
            _ => {}
        }
    }
    entries
}

fn twice(key: &str, first: &str) -> String {
    format!("`{key}` is already there at {first}; rename or remove one of the two")
}

/// The parser's complaint, with what mostly mends it.
fn not_fluent(kind: &parser::ErrorKind) -> String {
    use parser::ErrorKind::*;
    let mend = match kind {
        MissingDefaultVariant => {
            "mark the variant for everything else with a star, as in `*[other]`"
        }
        MultipleDefaultVariants => "leave the star on one variant",
        ExpectedMessageField { .. } => "write its words after `=`, or remove it",
        ExpectedTermField { .. } => "write the term's words after `=`, or remove it",
        UnbalancedClosingBrace => "write a brace that a reader is to see as `{\"}\"}`",
        ForbiddenCallee => "functions are not understood here; give a plain `{ $argument }`",
        TermAttributeAsPlaceable => "a term is used whole, as `{ -term }`",
        _ => {
            "a message is `id = words`, lines that continue it are indented, and every `{` has its `}`"
        }
    };
    let said = kind.to_string();
    format!("{}; {mend}", said.trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(body: &str) -> Vec<String> {
        let source = format!("### lang: en\n### direction: ltr\n{body}");
        let found = compile(&source, "en.ftl").err().unwrap_or_default();
        found.iter().map(ToString::to_string).collect()
    }

    #[track_caller]
    fn assert_says(body: &str, line: usize, words: &str) {
        let found = problems(body);
        let start = format!("en.ftl:{line}: ");
        assert!(
            found.len() == 1 && found.iter().all(|p| p.starts_with(&start) && p.contains(words)),
            "{found:#?}"
        );
    }

    #[test]
    fn every_problem_is_told_at_once_in_the_order_of_lines() {
        let found = compile("a = { -no }\nb = }\na = 2\n", "en.ftl").err().unwrap_or_default();
        let lines: Vec<_> = found.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [1, 1, 1, 2, 3], "{found:#?}");
    }

    #[test]
    fn the_header_must_make_sense() {
        let found = compile("### lang: 1!\n### direction: up\n", "x").err().unwrap_or_default();
        assert_eq!(found.len(), 2, "{found:#?}");
    }

    #[test]
    fn junk_is_refused_with_its_line() {
        assert_says("a = 1\nnot a message\n", 4, "a message is `id = words`");
    }

    #[test]
    fn a_choice_needs_a_default() {
        assert_says("a = { $n ->\n    [one] 1\n  }\n", 5, "*[other]");
    }

    #[test]
    fn an_id_or_attribute_given_twice_is_refused_naming_the_first() {
        assert_says("a = 1\nb = 1\na = 2\n", 5, "en.ftl:3");
        assert_says("a = 1\n  .x = 1\n  .x = 2\n", 5, "`a.x` is already there at en.ftl:4");
        assert_says("-t = 1\n-t = 2\n", 4, "`-t`");
    }

    #[test]
    fn functions_are_refused() {
        assert_says("a = { NUMBER($n) }\n", 3, "`NUMBER`");
    }

    #[test]
    fn unknown_terms_and_messages_are_refused() {
        assert_says("a = { -imsi }\n", 3, "-imsi =");
        assert_says("a = { b.c }\n", 3, "`b.c`");
    }

    #[test]
    fn messages_that_go_round_in_a_circle_are_refused() {
        assert_says("a = x { a }\n", 3, "a → a");
        assert_eq!(problems("a = { b }\nb = { a }\n").len(), 2);
    }

    #[test]
    fn a_choice_is_by_number_or_by_word_and_by_an_argument() {
        assert_says("a = { $n ->\n    [one] 1\n   *[stopped] 2\n  }\n", 3, "number and by a word");
        assert_says("a = { \"x\" ->\n   *[stopped] 2\n  }\n", 3, "by an argument");
        assert_says("a = { $n ->\n    [1.5] 1\n   *[other] 2\n  }\n", 4, "whole");
        assert_says("a = { $n ->\n    [one] 1\n    [one] 1\n   *[other] 2\n  }\n", 5, "`[one]`");
    }

    #[test]
    fn a_term_is_words_and_its_forms_must_exist() {
        assert_says("-t = { $form ->\n   *[a] A\n  }\na = { -t(form: \"b\") }\n", 6, "`b`");
        assert_says("-t = T\na = { -t(form: \"b\") }\n", 4, "`form`");
        assert_says("-t = { m }\nm = 1\n", 3, "plain words");
    }
}
