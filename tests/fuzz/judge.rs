//! Any line to the judge: it is answered with a line, and without a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whereabouts::judge::answer_line;
use whereabouts::text::{Words, english};

thread_local! {
    static WORDS: Words = Words::native(english());
}

fuzz_target!(|bytes: &[u8]| {
    let line = String::from_utf8_lossy(bytes);
    let answer = WORDS.with(|words| answer_line(&line, words));
    assert!(answer.starts_with('{') && !answer.contains('\n'), "{answer}");
});
