//! The teacher's guide: each of its scenes is one, its words are there, and `docs/teaching.md` says the same.
//! `UPDATE_GOLDEN=1 cargo test --no-default-features --test teaching` writes that page anew.

mod support;

use std::fmt::Write as _;
use std::path::Path;
use support::{BUILT_IN, lesson};
use whereabouts::game::Setting;
use whereabouts::lesson::teaching::{AIMS, BEFORE, CASE, PLANS, SCENES, Section, WAYS};
use whereabouts::lesson::{CHAPTERS, Lesson};
use whereabouts::link::{page_of, parameters, read};
use whereabouts::run::run;
use whereabouts::text::{Value, Words, english};

fn scenes() -> impl Iterator<Item = &'static str> {
    PLANS.iter().flat_map(|plan| plan.steps).map(|step| step.page).chain(SCENES)
}

/// The chapter of a page.
fn chapter(page: &str) -> Option<Lesson> {
    let (number, _) = CHAPTERS.into_iter().find(|(number, _)| page_of(*number) == page)?;
    BUILT_IN.iter().map(|json| lesson(json)).find(|lesson| lesson.chapter == number)
}

#[test]
fn every_scene_is_a_moment_of_a_chapter_with_filters_that_it_has() {
    for scene in scenes() {
        let (page, address) = scene.split_once('#').expect("it says what is shown");
        if page == "you-are-the-filter/" {
            assert_eq!(Setting::read(["", address]).seed.to_string(), address.replace("seed=", ""));
            continue;
        }
        let lesson = chapter(page).unwrap_or_else(|| panic!("{scene} is no chapter's"));
        let (address, notices) = read([address]);
        assert_eq!(notices, [], "{scene}");
        let (choices, unknown) = address.choices(&lesson);
        assert_eq!(unknown, None, "{scene}");
        assert_eq!(address.moment(&lesson, &run(&lesson, &choices)).1, None, "{scene}");
    }
}

#[test]
fn a_plan_goes_from_its_first_minute_to_its_last() {
    for plan in PLANS {
        let minutes: Vec<u8> = plan.steps.iter().map(|step| step.from).collect();
        assert_eq!(minutes[0], 0);
        assert!(minutes.is_sorted() && minutes.last() < Some(&plan.minutes), "{minutes:?}");
    }
}

#[test]
fn the_guide_in_the_documentation_says_what_the_page_says() {
    let words = Words::native(english());
    let line = |key: &str| {
        let line = words.line(key);
        assert!(!line.contains('⟦'), "there are no words for {key}");
        line
    };
    let mut page = format!(
        "# {}\n\n{}\n\nMade from `src/lesson/teaching.rs` and `assets/text/en/teaching.ftl` by \
         `UPDATE_GOLDEN=1 cargo test --no-default-features --test teaching`; the site has it as `teaching/`. \
         Addresses are seen from the site’s first page.\n",
        line("teaching-title"),
        line("teaching-lead")
    );
    let section = |page: &mut String, Section { id, lines }: Section| {
        let _ = writeln!(page, "\n## {}\n", line(&format!("teaching-{id}")));
        for at in 1..=lines {
            let _ = writeln!(page, "- {}", line(&format!("teaching-{id}-{at}")));
        }
        let more = words.line(&format!("teaching-{id}-{}", lines + 1));
        assert!(more.contains('⟦'), "{id} has a line that is not shown: {more}");
    };
    section(&mut page, AIMS);
    section(&mut page, BEFORE);
    for plan in PLANS {
        let minutes = [("minutes", Value::Number(plan.minutes.into()))];
        let _ = writeln!(page, "\n## {}\n", words.say("teaching-plan", &minutes));
        let heads = ["teaching-plan-from", "teaching-plan-what", "teaching-plan-shown"].map(line);
        let _ = writeln!(page, "| {} |\n|---|---|---|", heads.join(" | "));
        for (number, step) in (1..).zip(plan.steps) {
            let what = line(&format!("teaching-{}-{number}", plan.minutes));
            let _ = writeln!(page, "| {} | {what} | `{}` |", step.from, step.page);
        }
    }
    let _ = writeln!(page, "\n## {}\n", line("teaching-questions"));
    for (number, scene) in (1..).zip(SCENES) {
        let question = line(&format!("teaching-question-{number}"));
        let answer = line(&format!("teaching-answer-{number}"));
        let _ = writeln!(page, "{number}. **{question}** {answer} `{scene}`");
    }
    section(&mut page, CASE);
    section(&mut page, WAYS);
    let _ = writeln!(
        page,
        "\n## {}\n\n{}\n",
        line("teaching-settings"),
        line("teaching-settings-lead")
    );
    let heads = ["teaching-setting", "teaching-values", "teaching-usual", "teaching-means"];
    let _ = writeln!(page, "| {} |\n|---|---|---|---|", heads.map(line).join(" | "));
    for it in parameters() {
        let values: Vec<String> = it.values.iter().map(|value| format!("`{value}`")).collect();
        let usual = match it.usual {
            Some(value) => format!("`{value}`"),
            None => line(&format!("setting-usual-{}", it.name)),
        };
        let means = line(&format!("setting-means-{}", it.name));
        let _ = writeln!(page, "| `{}` | {} | {usual} | {means} |", it.name, values.join(" "));
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/teaching.md");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let stands = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        stands == page,
        "docs/teaching.md is not what the guide says: run this with UPDATE_GOLDEN=1"
    );
}
