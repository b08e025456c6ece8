//! What stands inside a message, from Fluent's syntax tree to a table's parts: terms get their
//! words, messages inside messages are put in place, choices are sorted by what chooses. Refuses
//! what the page could not fill in.

use fluent_syntax::ast;
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::compile::{Entries, Report};
use super::locale::Category;
use super::table::{Arm, Part, Pattern};

/// Goes through the entries of one file.
pub(super) struct Expander<'e, 'r, 's, 'p> {
    entries: &'e Entries<'r, 's>,
    report: &'e mut Report<'p>,
    /// The keys of the messages that we are inside of, outermost first.
    trail: Vec<String>,
    /// Where the innermost of them stands, for a problem without a better place.
    place: &'s str,
}

impl<'e, 'r, 's, 'p> Expander<'e, 'r, 's, 'p> {
    pub(super) fn new(entries: &'e Entries<'r, 's>, report: &'e mut Report<'p>) -> Self {
        Self { entries, report, trail: Vec::new(), place: "" }
    }

    /// Every message by key. Terms are looked at too, also those that no message uses.
    pub(super) fn messages(mut self) -> Vec<(String, Pattern)> {
        let entries = self.entries;
        for (id, (_, words)) in &entries.terms {
            self.place = id;
            self.words(words, &[]);
        }
        entries.messages.keys().map(|key| (key.clone(), self.message(key))).collect()
    }

    fn message(&mut self, key: &str) -> Pattern {
        let Some((place, pattern)) = self.entries.messages.get(key) else { return Pattern::new() };
        let outer = std::mem::replace(&mut self.place, place);
        self.trail.push(key.to_owned());
        let parts = self.pattern(pattern);
        self.trail.pop();
        self.place = outer;
        parts
    }

    fn pattern(&mut self, pattern: &ast::Pattern<&'s str>) -> Pattern {
        let mut parts = Pattern::new();
        for element in &pattern.elements {
            match element {
                ast::PatternElement::TextElement { value } => push(&mut parts, value),
                ast::PatternElement::Placeable { expression } => {
                    self.expression(expression, &mut parts);
                }
            }
        }
        for part in &mut parts {
            if let Part::Text(text) = part {
                *text = unwrapped(text);
            }
        }
        parts
    }

    fn expression(&mut self, expression: &ast::Expression<&'s str>, parts: &mut Pattern) {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline, parts),
            ast::Expression::Select { selector, variants } => {
                if let ast::InlineExpression::VariableReference { id } = selector {
                    parts.push(self.choice(id.name, variants));
                } else {
                    let place = self.place_of(selector);
                    let what = "a choice is made by an argument; write `{ $name -> …`";
                    self.report.at(place, what.into());
                }
            }
        }
    }

    fn inline(&mut self, inline: &ast::InlineExpression<&'s str>, parts: &mut Pattern) {
        use ast::InlineExpression as Inline;
        match inline {
            Inline::StringLiteral { value } => push(parts, &unescape_unicode_to_string(value)),
            Inline::NumberLiteral { value } => push(parts, value),
            Inline::VariableReference { id } => parts.push(Part::Argument(id.name.to_owned())),
            Inline::Placeable { expression } => self.expression(expression, parts),
            Inline::MessageReference { id, attribute } => {
                let key = match attribute {
                    Some(attribute) => format!("{}.{}", id.name, attribute.name),
                    None => id.name.to_owned(),
                };
                self.inlined(&key, id.name, parts);
            }
            Inline::TermReference { id, arguments, .. } => {
                if let Some(term) = self.term(id.name, arguments.as_ref()) {
                    parts.push(term);
                }
            }
            Inline::FunctionReference { id, .. } => self.report.at(
                id.name,
                format!(
                    "functions such as `{}` are not understood here; give a plain `{{ $argument }}` \
                     (numbers are written as the language writes them)",
                    id.name
                ),
            ),
        }
    }

    /// Puts another message in place.
    fn inlined(&mut self, key: &str, place: &'s str, parts: &mut Pattern) {
        if let Some(at) = self.trail.iter().position(|outer| outer == key) {
            let round: Vec<_> = self.trail.iter().skip(at).map(String::as_str).collect();
            let what = format!(
                "messages go round in a circle: {} → {key}; take one reference out",
                round.join(" → ")
            );
            self.report.at(place, what);
        } else if self.entries.messages.contains_key(key) {
            for part in self.message(key) {
                match part {
                    Part::Text(text) => push(parts, &text),
                    part => parts.push(part),
                }
            }
        } else {
            self.report
                .at(place, format!("there is no message `{key}`; write it or mend the name"));
        }
    }

    fn choice(&mut self, argument: &'s str, variants: &[ast::Variant<&'s str>]) -> Part {
        let mut arms: Vec<(Arm, Pattern)> = Vec::new();
        let mut default = 0;
        for variant in variants {
            let (place, arm) = match variant.key {
                ast::VariantKey::Identifier { name } => (name, word_or_plural(name)),
                ast::VariantKey::NumberLiteral { value } => match value.parse() {
                    Ok(number) => (value, Arm::Exactly(number)),
                    Err(_) => {
                        let what = format!("`[{value}]` is no whole number from 0 up");
                        self.report.at(value, what);
                        continue;
                    }
                },
            };
            if arms.iter().any(|(other, _)| *other == arm) {
                self.report.at(place, format!("`[{place}]` is there twice; remove one"));
            }
            if variant.default {
                default = arms.len();
            }
            arms.push((arm, self.pattern(&variant.value)));
        }
        let by_word = arms.iter().any(|(arm, _)| matches!(arm, Arm::Word(_)));
        if by_word && arms.iter().any(|(arm, _)| counts(arm)) {
            let what = format!(
                "`${argument}` chooses by a number and by a word at once; make two choices of it"
            );
            self.report.at(argument, what);
        }
        Part::Choice { argument: argument.to_owned(), arms, default }
    }

    /// A term where it is used; `{ -term(form: "plural") }` picks one of its forms now, not in the
    /// page.
    fn term(
        &mut self,
        id: &'s str,
        arguments: Option<&ast::CallArguments<&'s str>>,
    ) -> Option<Part> {
        let Some((_, value)) = self.entries.terms.get(id) else {
            let what = format!("there is no term `-{id}`; add `-{id} = …` or mend the name");
            self.report.at(id, what);
            return None;
        };
        let mut given = Vec::new();
        if let Some(arguments) = arguments {
            for argument in &arguments.named {
                let name = argument.name.name;
                match argument.value {
                    ast::InlineExpression::StringLiteral { value: form }
                        if selects_by(value, name) =>
                    {
                        given.push((name, form));
                    }
                    _ => self.report.at(
                        name,
                        format!(
                            "the term `-{id}` has no forms to choose by `{name}`; mend the name"
                        ),
                    ),
                }
            }
            if !arguments.positional.is_empty() {
                let what =
                    format!("name what you give to `-{id}`, as in `-{id}(form: \"plural\")`");
                self.report.at(id, what);
            }
        }
        let words = self.words(value, &given);
        Some(Part::Term { id: id.to_owned(), words })
    }

    /// A term's words in the form given.
    fn words(&mut self, value: &ast::Pattern<&'s str>, given: &[(&str, &'s str)]) -> String {
        let mut words = String::new();
        for element in &value.elements {
            match element {
                ast::PatternElement::TextElement { value } => words.push_str(value),
                ast::PatternElement::Placeable {
                    expression:
                        ast::Expression::Inline(ast::InlineExpression::StringLiteral { value }),
                } => words.push_str(&unescape_unicode_to_string(value)),
                ast::PatternElement::Placeable {
                    expression:
                        ast::Expression::Select {
                            selector: ast::InlineExpression::VariableReference { id },
                            variants,
                        },
                } => {
                    let form = given.iter().find(|(name, _)| *name == id.name).map(|(_, v)| *v);
                    words.push_str(&self.form(variants, form, given));
                }
                _ => self.report.at(
                    self.place,
                    "a term is plain words, or forms to choose from: `{ $form -> … }`".into(),
                ),
            }
        }
        unwrapped(&words)
    }

    fn form(
        &mut self,
        variants: &[ast::Variant<&'s str>],
        form: Option<&'s str>,
        given: &[(&str, &'s str)],
    ) -> String {
        let named = variants
            .iter()
            .find(|v| matches!(v.key, ast::VariantKey::Identifier { name } if Some(name) == form));
        if let (None, Some(form)) = (named, form) {
            let what = format!("the term has no form `{form}`; add it there or mend the name");
            self.report.at(form, what);
        }
        match named.or_else(|| variants.iter().find(|variant| variant.default)) {
            Some(variant) => self.words(&variant.value, given),
            None => String::new(),
        }
    }

    fn place_of(&self, inline: &ast::InlineExpression<&'s str>) -> &'s str {
        use ast::InlineExpression as Inline;
        match inline {
            Inline::StringLiteral { value } | Inline::NumberLiteral { value } => value,
            Inline::FunctionReference { id, .. }
            | Inline::MessageReference { id, .. }
            | Inline::TermReference { id, .. }
            | Inline::VariableReference { id } => id.name,
            Inline::Placeable { .. } => self.place,
        }
    }
}

fn word_or_plural(name: &str) -> Arm {
    match Category::from_name(name) {
        Some(category) => Arm::Plural(category),
        None => Arm::Word(name.to_owned()),
    }
}

/// Whether an arm is for numbers only; `other` is for anything.
fn counts(arm: &Arm) -> bool {
    !matches!(arm, Arm::Word(_) | Arm::Plural(Category::Other))
}

fn selects_by(pattern: &ast::Pattern<&str>, argument: &str) -> bool {
    pattern.elements.iter().any(|element| {
        matches!(element, ast::PatternElement::Placeable {
            expression: ast::Expression::Select {
                selector: ast::InlineExpression::VariableReference { id }, ..
            },
        } if id.name == argument)
    })
}

/// Adds words, to the part before where that is words too.
fn push(parts: &mut Pattern, words: &str) {
    match parts.last_mut() {
        Some(Part::Text(last)) => last.push_str(words),
        _ => parts.push(Part::Text(words.to_owned())),
    }
}

/// Text as it reads when the file's own line breaks are undone: one is a space, a blank line stays
/// one. A label that is measured or read aloud must not depend on where the file's lines end.
fn unwrapped(text: &str) -> String {
    let mut out = String::new();
    let mut breaks = 0;
    for letter in text.chars().map(Some).chain([None]) {
        if letter == Some('\n') {
            breaks += 1;
            continue;
        }
        match breaks {
            0 => {}
            1 => out.push(' '),
            _ => out.push_str("\n\n"),
        }
        breaks = 0;
        out.extend(letter);
    }
    out
}
