//! Any line to the judge: it is answered with a line, and without a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;
use whereabouts::judge::Judge;
use whereabouts::text::{Words, english};

thread_local! {
    // One for all lines, each of which stands for itself: to make it takes longer than to judge.
    static JUDGE: RefCell<Judge<'static>> = {
        let words: &Words = Box::leak(Box::new(Words::native(english())));
        RefCell::new(Judge::new(words, false).expect("the scene can be read"))
    };
}

fuzz_target!(|bytes: &[u8]| {
    let line = String::from_utf8_lossy(bytes);
    let answer = JUDGE.with_borrow_mut(|judge| judge.line(&line));
    assert!(answer.starts_with('{') && !answer.contains('\n'), "{answer}");
});
