//! The files that the page fetches: packed texts and lessons. Their hashed names and their hashes stand
//! in the page itself, in the root's `data-files`.

use super::unpack::unpack;
use crate::lesson::Lesson;
use crate::narration::Recording;
use crate::text::Table;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, RequestInit, Response};

/// What there is to fetch: names, addresses and hashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    all: Vec<(String, String, String)>,
}

/// A file that could not be had, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    pub file: String,
}

impl Files {
    /// Reads `name=address|hash` entries, one space between them; the addresses are seen from the root of
    /// the site.
    pub fn read(list: &str, root: &str) -> Files {
        let entry = |entry: &str| {
            let (name, rest) = entry.split_once('=')?;
            let (address, hash) = rest.split_once('|').unwrap_or((rest, ""));
            Some((name.to_owned(), format!("{root}{address}"), hash.to_owned()))
        };
        Files { all: list.split_ascii_whitespace().filter_map(entry).collect() }
    }

    /// Those of the page's root.
    pub fn of(root: &Element) -> Files {
        let says = |name| root.get_attribute(name).unwrap_or_default();
        Files::read(&says("data-files"), &says("data-root"))
    }

    pub async fn text(&self, lang: &str) -> Result<Table, LoadError> {
        self.fetch(&format!("text-{lang}")).await
    }

    /// A lesson, how it begins, and what only it says.
    pub async fn lesson(
        &self,
        id: &str,
        lang: &str,
    ) -> Result<(Lesson, Recording, Table), LoadError> {
        self.fetch(&format!("lesson-{id}-{lang}")).await
    }

    /// Any other packed file, by its name.
    pub async fn fetch<T: DeserializeOwned>(&self, name: &str) -> Result<T, LoadError> {
        let failed = || LoadError { file: name.to_owned() };
        let (_, address, hash) = self.all.iter().find(|(n, ..)| n == name).ok_or_else(failed)?;
        let bytes = bytes(address, hash).await.map_err(|_| failed())?;
        Ok(unpack(&bytes))
    }
}

/// What the loader has fetched beside the module: the file at that place in the page's list of them.
pub fn given(root: &Element, place: u32) -> Vec<u8> {
    let files = js_sys::Reflect::get(root, &"files".into()).unwrap_or_default();
    js_sys::Uint8Array::new(&js_sys::Array::from(&files).get(place)).to_vec()
}

/// Gives the player a packed lesson that was made in this browser: the first one, or another one.
pub(crate) fn give(packed: &[u8]) {
    let window = web_sys::window();
    let document = window.as_ref().and_then(|window| window.document());
    let root = document.and_then(|document| document.get_element_by_id("whereabouts"));
    let (Some(window), Some(root)) = (window, root) else { return };
    // Whoever comes later finds it there.
    let bytes = js_sys::Uint8Array::from(packed);
    let _ = js_sys::Reflect::set(&root, &GIVEN.into(), &bytes);
    let _ = web_sys::Event::new(LESSON).map(|event| window.dispatch_event(&event));
}

/// Where the last lesson is that was made in this browser, and the event that tells of it.
pub(super) const GIVEN: &str = "own";
pub(super) const LESSON: &str = "whereabouts-lesson";

async fn bytes(address: &str, hash: &str) -> Result<Vec<u8>, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let options = RequestInit::new();
    if !hash.is_empty() {
        js_sys::Reflect::set(&options, &"integrity".into(), &hash.into())?;
    }
    let response = JsFuture::from(window.fetch_with_str_and_init(address, &options)).await?;
    let response: Response = response.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::UNDEFINED);
    }
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_files_is_read_as_it_is_written() {
        let files = Files::read("text-en=assets/t.1.bin|sha384-x lesson-3=l.bin|", "../");
        assert_eq!(files.all.len(), 2);
        assert_eq!(files.all[0], ("text-en".into(), "../assets/t.1.bin".into(), "sha384-x".into()));
        assert_eq!(files.all[1].2, "");
    }
}
