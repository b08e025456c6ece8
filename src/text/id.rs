//! The key of every message as a constant: `id::PAGE_TITLE` is `"page-title"`, `id::PLAY__LABEL` is
//! `"play.label"`. Written by `build.rs` from `assets/text/en/`; not every key is used from code
//! (lessons name some), so none is reported as unused.
#![allow(dead_code, reason = "a lesson may name a key that no code does")]

include!(concat!(env!("OUT_DIR"), "/text_ids.rs"));
