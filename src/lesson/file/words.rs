//! The file's own words and documents.

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;

/// What a lesson says itself, beside what is said of every lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct WordsFile {
    /// The lesson’s title. Without it, its id is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The question with which it opens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// How the reader is asked to foresee what `predict` speaks of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub predict: Option<String>,
    /// Its sentences, by name: `opening`, `closing` and `remember`, or the id of an act and what became of its
    /// question: `…-sent`, `…-inside`, `…-arrived`, `…-answered`, `…-masked`, `…-stopped`, `…-elsewhere`,
    /// `…-not-asked`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub says: BTreeMap<String, SaidFile>,
}

/// A sentence: plain, and where an engineer would say it otherwise, as an engineer says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SaidFile {
    /// In plain words.
    pub plain: String,
    /// As an engineer says it. Without it, the plain words.
    pub engineer: Option<String>,
}

/// A document of one’s own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SourceFile {
    /// What claims call it.
    pub id: String,
    /// Its title, as readers see it.
    pub title: String,
    /// Where it is, such as an address that begins with https. It is shown, and never followed.
    #[serde(default, rename = "where", skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

/// A sentence in two wordings.
#[derive(Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct BothFile {
    /// In plain words.
    pub plain: String,
    /// As an engineer says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub engineer: Option<String>,
}

impl Serialize for SaidFile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.engineer {
            None => serializer.serialize_str(&self.plain),
            Some(_) => {
                let both = BothFile { plain: self.plain.clone(), engineer: self.engineer.clone() };
                both.serialize(serializer)
            }
        }
    }
}

impl<'de> Deserialize<'de> for SaidFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<SaidFile, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

/// Reads a text, or an object with two; a choice that serde makes by itself would not say which field is
/// wrong.
struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = SaidFile;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, plain: &str) -> Result<SaidFile, E> {
        Ok(SaidFile { plain: plain.to_owned(), engineer: None })
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<SaidFile, A::Error> {
        let BothFile { plain, engineer } =
            BothFile::deserialize(MapAccessDeserializer::new(fields))?;
        Ok(SaidFile { plain, engineer })
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for SaidFile {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "SaidFile".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let (plain, both) =
            (generator.subschema_for::<String>(), generator.subschema_for::<BothFile>());
        schemars::json_schema!({ "anyOf": [plain, both] })
    }
}
