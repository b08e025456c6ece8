//! Short names for what a module and its glue call each other. wasm-bindgen's own are long, and end in
//! hashes that nothing can compress; both sides only have to agree.

use anyhow::Result;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use walrus::{Module, ModuleConfig};

/// What the glue calls the place of its functions, and what it is called from here on.
const PLACE: (&str, &str) = ("./glue_bg.js", "g");
/// The only name that others know as well.
const KEPT: &str = "memory";

/// Shortens the names in a folder's `glue_bg.wasm` and `glue.js`.
pub fn shorten(folder: &Path) -> Result<()> {
    let [module, glue] = ["glue_bg.wasm", "glue.js"].map(|name| folder.join(name));
    let (bytes, text) = shortened(&fs::read(&module)?, &fs::read_to_string(&glue)?)?;
    fs::write(module, bytes)?;
    Ok(fs::write(glue, text)?)
}

fn shortened(module: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    // The names of functions are needed until the module has been cut.
    let mut module = ModuleConfig::new().generate_producers_section(false).parse(module)?;
    let names = names(&mut module);
    let glue = glue.replace(&format!("{:?}", PLACE.0), &format!("{:?}", PLACE.1));
    let mut text = String::with_capacity(glue.len());
    for word in words(&glue) {
        text.push_str(names.get(word).map_or(word, String::as_str));
    }
    Ok((module.emit_wasm(), text))
}

/// Gives every import and export its short name, and says which.
fn names(module: &mut Module) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    let mut short = |name: &mut String| {
        let count = names.len();
        let new = names.entry(name.clone()).or_insert_with(|| format!("${}", base_36(count)));
        name.clone_from(new);
    };
    for import in module.imports.iter_mut().filter(|import| import.module == PLACE.0) {
        PLACE.1.clone_into(&mut import.module);
        short(&mut import.name);
    }
    for export in module.exports.iter_mut().filter(|export| export.name != KEPT) {
        short(&mut export.name);
    }
    names
}

/// A number in as few letters as can be.
pub fn base_36(mut number: usize) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit((number % 36) as u32, 36).unwrap_or_default());
        number /= 36;
        if number == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

/// A text cut into names and what stands between them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let in_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = in_name(rest.chars().next()?);
        let end = rest.find(|letter| in_name(letter) != first).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn module_and_glue_go_on_meaning_the_same() {
        let mut module = Module::default();
        let ty = module.types.add(&[], &[]);
        let (say, _) = module.add_import_func(PLACE.0, "__wbg_say_0123456789abcdef", ty);
        module.exports.add("__wbindgen_start", say);
        let glue = "const import0 = { __wbg_say_0123456789abcdef: say };\n\
                    wasm.__wbindgen_start(); wasm.memory; __wbindgen_start_not();\n\
                    return { \"./glue_bg.js\": import0 };";
        let (bytes, text) = shortened(&module.emit_wasm(), glue).unwrap();
        assert_eq!(
            text,
            "const import0 = { $0: say };\nwasm.$1(); wasm.memory; __wbindgen_start_not();\n\
             return { \"g\": import0 };"
        );
        let module = Module::from_buffer(&bytes).unwrap();
        let import = module.imports.iter().next().unwrap();
        assert_eq!((import.module.as_str(), import.name.as_str()), ("g", "$0"));
        assert!(module.exports.iter().any(|export| export.name == "$1"));
    }

    #[test]
    fn a_long_list_has_a_name_for_each() {
        assert_eq!([0, 35, 36, 72].map(base_36), ["0", "z", "10", "20"]);
    }
}
