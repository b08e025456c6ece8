//! What a page plays before it has the engine and the narrator is what they would say.

mod support;

use support::{BUILT_IN, lesson};
use whereabouts::narration::{Recording, Speaker, caption};
use whereabouts::run::{Choices, Moment, run};
use whereabouts::text::{Depth, Words, english, pseudo};

#[test]
fn a_recording_says_at_every_moment_what_the_narrator_says() {
    for words in [Words::native(english()), Words::native(pseudo(&english()))] {
        for json in BUILT_IN {
            let lesson = lesson(json);
            let recording = Recording::of(&lesson, &words);
            let run = run(&lesson, &Choices::of(&lesson));
            assert_eq!(recording.run, run);
            let speaker =
                Speaker { lesson: &lesson, run: &run, words: &words, depth: Depth::Plain };
            for moment in (0..run.length.0 + 100).step_by(17).map(Moment) {
                let said = caption(&speaker, moment);
                assert_eq!(recording.told.caption(moment), said, "{} at {moment:?}", lesson.id);
            }
        }
    }
}

#[test]
fn a_recording_is_packed_and_read_again() {
    let recording = Recording::of(&lesson(BUILT_IN[3]), &Words::native(english()));
    let packed = postcard::to_allocvec(&recording).unwrap();
    assert_eq!(postcard::from_bytes::<Recording>(&packed), Ok(recording));
}

/// What draws it comes later, so the page begins later.
#[test]
fn a_lesson_with_more_than_a_chapter_has_is_not_recorded() {
    let crowded = lesson(support::EXAMPLES[2].1);
    assert!(crowded.is_crowded());
    assert_eq!(Recording::of(&crowded, &Words::native(english())), Recording::default());
}
