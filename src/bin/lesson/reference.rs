//! `lesson reference`: the pages of operations, rules and lesson files, and the schemas of the judge's lines.

use crate::USAGE;
use whereabouts::judge::reference;
use whereabouts::text::Words;

pub fn reference(args: &[String], words: &Words) -> Result<String, String> {
    match args {
        [what] if what == "operations" => Ok(reference::operations(words)),
        [what] if what == "rules" => Ok(reference::rules(words)),
        [what] if what == "format" => Ok(whereabouts::lesson::schema::page(words)),
        [what] if what == "question" => Ok(reference::question()),
        [what] if what == "answer" => Ok(reference::answer()),
        _ => Err(USAGE.to_owned()),
    }
}
