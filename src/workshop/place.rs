//! Where in a text something stands that a problem speaks of.

/// The line, from 0, on which the value at a path of a JSON text begins: of as much of the path as is there.
/// The text need not be right as a whole.
pub fn line_of(text: &str, path: &str) -> usize {
    let steps: Vec<String> = path
        .split('.')
        .flat_map(|step| step.split('['))
        .map(|step| step.trim_end_matches(']').to_owned())
        .filter(|step| !step.is_empty())
        .collect();
    let mut reader = Reader { wanted: &steps, at: Vec::new(), line: 0, best: (0, 0) };
    reader.read(text);
    reader.best.1
}

struct Reader<'a> {
    wanted: &'a [String],
    /// What is open: a list with the number of its item, or an object with the name of its field.
    at: Vec<Open>,
    line: usize,
    /// How many steps of the path were found, and on which line.
    best: (usize, usize),
}

enum Open {
    List(usize),
    Object(String),
}

impl Reader<'_> {
    fn read(&mut self, text: &str) {
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\n' => self.line = self.line.saturating_add(1),
                '{' => self.at.push(Open::Object(String::new())),
                '[' => {
                    self.at.push(Open::List(0));
                    self.note();
                }
                '}' | ']' => drop(self.at.pop()),
                ',' => {
                    if let Some(Open::List(item)) = self.at.last_mut() {
                        *item = item.saturating_add(1);
                        // An item stands where it begins, and not where the one before it ends.
                        while chars.peek().is_some_and(|c| c.is_whitespace()) {
                            if chars.next() == Some('\n') {
                                self.line = self.line.saturating_add(1);
                            }
                        }
                        self.note();
                    }
                }
                '"' => {
                    let mut word = String::new();
                    while let Some(c) = chars.next() {
                        match c {
                            '"' => break,
                            '\\' => drop(chars.next()),
                            '\n' => {
                                self.line = self.line.saturating_add(1);
                                break;
                            }
                            c => word.push(c),
                        }
                    }
                    let names = chars.clone().find(|c| !c.is_whitespace()) == Some(':');
                    if let Some(Open::Object(field)) = self.at.last_mut()
                        && names
                    {
                        *field = word;
                        self.note();
                    }
                }
                _ => {}
            }
        }
    }

    fn note(&mut self) {
        let is = |(open, wanted): (&Open, &String)| match open {
            Open::List(item) => item.to_string() == *wanted,
            Open::Object(field) => field == wanted,
        };
        let found = self.at.iter().zip(self.wanted).take_while(|&pair| is(pair)).count();
        if found == self.at.len() && found > self.best.0 {
            self.best = (found, self.line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\n  \"id\": \"a, [b]: {c}\",\n  \"acts\": [\n    { \"id\": 1 },\n    {\n      \"from\": \"acts\",\n      \"rules\": [\n        1,\n        2\n      ]\n    }\n  ]\n}";

    #[test]
    fn a_path_leads_to_its_line() {
        for (path, line) in [
            ("", 0),
            ("id", 1),
            ("acts", 2),
            ("acts[0]", 2),
            ("acts[0].id", 3),
            ("acts[1]", 4),
            ("acts[1].from", 5),
            ("acts[1].rules[1]", 8),
            // What is missing is missing where it would be.
            ("acts[1].operation", 4),
            ("nothing", 0),
        ] {
            assert_eq!(line_of(TEXT, path), line, "{path}");
        }
    }

    #[test]
    fn a_text_that_is_cut_off_has_lines_too() {
        for end in 0..TEXT.len() {
            assert!(line_of(&TEXT[..end], "acts[1].rules[1]") <= 8);
        }
    }
}
