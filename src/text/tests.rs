//! Tests of the room as a whole: a file compiled, filled in, packed, and made into the
//! pseudo-language. Tests of one part alone are beside that part.

use proptest::prelude::*;

use super::table::{Arm, Direction, Part, Pattern, Table};
use super::words::{Depth, Piece, Value, Words};
use super::{Category, Problem, compile, pseudo};

const SOURCE: &str = r#"
### lang: en
### direction: ltr

-imsi = IMSI
-register = { $form ->
   *[one] register
    [many] registers
}

title = Whereabouts
    .engineer = The { -imsi } of { title }
    .label = Name
wrapped = One sentence
    on two lines.

    Another.
count = { $n ->
    [0] Nobody asks.
    [one] { $n } network asks.
   *[other] { $n } networks ask { $who }.
}
fate = It { $fate ->
    [stopped] stops at { $who ->
        [gate] the gate
       *[other] { $who }
    }
   *[other] goes on
}.
registers = all { -register(form: "many") }, one { -register }, a brace {"{"}
"#;

fn table() -> Table {
    compile(SOURCE, "en.ftl").expect("the sample compiles")
}

fn words() -> Words {
    Words::native(table())
}

#[test]
fn a_message_becomes_pieces_with_terms_and_numbers_apart() {
    let imsi = Piece::Term { id: "imsi".into(), words: "IMSI".into() };
    assert_eq!(
        words().pieces("title.engineer", &[]),
        [Piece::Text("The ".into()), imsi, Piece::Text(" of Whereabouts".into())]
    );
    let home = Value::Party { id: "home", name: "Home" };
    assert_eq!(
        words().pieces("count", &[("n", Value::Number(1200)), ("who", home)]),
        [
            Piece::Number("1,200".into()),
            Piece::Text(" networks ask ".into()),
            Piece::Party { id: "home".into(), name: "Home".into() },
            Piece::Text(".".into()),
        ]
    );
}

#[test]
fn numbers_choose_by_exact_value_and_by_plural_form() {
    let say = |n| words().say("count", &[("n", Value::Number(n)), ("who", Value::Text("it"))]);
    assert_eq!(say(0), "Nobody asks.");
    assert_eq!(say(1), "1 network asks.");
    assert_eq!(say(2), "2 networks ask it.");
}

#[test]
fn words_and_parties_choose_too() {
    let say = |fate, who| words().say("fate", &[("fate", Value::Text(fate)), ("who", who)]);
    assert_eq!(say("stopped", Value::Party { id: "gate", name: "G" }), "It stops at the gate.");
    assert_eq!(say("stopped", Value::Party { id: "x", name: "X" }), "It stops at X.");
    assert_eq!(say("passed", Value::Number(1)), "It goes on.");
    let pieces = vec![Piece::Party { id: "gate".into(), name: "G".into() }];
    assert_eq!(say("stopped", Value::Pieces(pieces)), "It stops at the gate.");
}

#[test]
fn the_engineer_gets_the_deeper_message_where_there_is_one() {
    assert_eq!(words().say_at(Depth::Plain, "title", &[]), "Whereabouts");
    assert_eq!(words().say_at(Depth::Engineer, "title", &[]), "The IMSI of Whereabouts");
    assert_eq!(words().say_at(Depth::Engineer, "title.label", &[]), "Name");
}

#[test]
fn what_is_missing_shows() {
    assert_eq!(words().line("no-such"), "⟦no-such⟧");
    assert_eq!(words().say("count", &[("n", Value::Number(5))]), "5 networks ask ⟦$who⟧.");
    assert_eq!(words().line("fate"), "It goes on.");
}

#[test]
fn lines_of_the_file_are_not_lines_of_the_message() {
    assert_eq!(words().line("wrapped"), "One sentence on two lines.\n\nAnother.");
}

#[test]
fn a_term_is_used_in_the_form_asked_for() {
    assert_eq!(words().line("registers"), "all registers, one register, a brace {");
}

#[test]
fn windows_line_ends_change_nothing() {
    assert_eq!(compile(&SOURCE.replace('\n', "\r\n"), "en.ftl"), Ok(table()));
}

#[test]
fn a_table_survives_packing() {
    let packed = postcard::to_allocvec(&table()).expect("a table packs");
    assert_eq!(postcard::from_bytes::<Table>(&packed), Ok(table()));
}

#[test]
fn the_page_has_its_first_words_in_english() {
    let english = super::english();
    assert_eq!((english.lang.as_str(), english.direction), ("en", Direction::Ltr));
    assert!(english.plain(super::id::PAGE_TITLE).is_some());
}

#[test]
fn the_pseudo_language_is_marked_as_one() {
    let pseudo = pseudo(&table());
    assert_eq!((pseudo.lang.as_str(), pseudo.direction), ("en-x-pseudo", Direction::Rtl));
    assert_eq!(pseudo.plain("title.label").as_deref(), Some("[Ñáɱé á]"));
}

/// Everything in a pattern but its words, outermost first.
fn skeleton(pattern: &Pattern, out: &mut Vec<String>) {
    for part in pattern {
        match part {
            Part::Text(_) => {}
            Part::Argument(name) => out.push(format!("${name}")),
            Part::Term { id, .. } => out.push(format!("-{id}")),
            Part::Choice { argument, arms, default } => {
                out.push(format!("${argument} -> *{default}"));
                for (arm, pattern) in arms {
                    out.push(format!("{arm:?}"));
                    skeleton(pattern, out);
                }
            }
        }
    }
}

fn letters(pattern: &Pattern) -> usize {
    let of = |part: &Part| match part {
        Part::Text(text) | Part::Term { words: text, .. } => text.chars().count(),
        Part::Argument(_) => 0,
        Part::Choice { arms, .. } => arms.iter().map(|(_, pattern)| letters(pattern)).sum(),
    };
    pattern.iter().map(of).sum()
}

fn any_pattern() -> impl Strategy<Value = Pattern> {
    let name = "[a-z]{1,6}";
    let leaf = prop_oneof![
        "\\PC{0,30}".prop_map(Part::Text),
        "[A-Za-z ]{1,60}".prop_map(Part::Text),
        name.prop_map(Part::Argument),
        (name, "\\PC{0,9}").prop_map(|(id, words)| Part::Term { id, words }),
    ];
    let arm = prop_oneof![
        any::<u32>().prop_map(Arm::Exactly),
        Just(Arm::Plural(Category::Few)),
        name.prop_map(Arm::Word),
    ];
    let part = leaf.prop_recursive(3, 16, 3, move |inner| {
        let arms = prop::collection::vec((arm.clone(), prop::collection::vec(inner, 0..3)), 1..3);
        (name, arms).prop_map(|(argument, arms)| Part::Choice { argument, arms, default: 0 })
    });
    prop::collection::vec(part, 0..5)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_pseudo_language_changes_words_and_nothing_else(pattern in any_pattern()) {
        let table = Table::new("en", Direction::Ltr, [("key".to_owned(), pattern.clone())]);
        let changed = pseudo(&table).get("key").cloned().unwrap_or_default();
        let (mut before, mut after) = (Vec::new(), Vec::new());
        skeleton(&pattern, &mut before);
        skeleton(&changed, &mut after);
        prop_assert_eq!(before, after);
        prop_assert!(letters(&changed) >= letters(&pattern) + 2);
    }

    #[test]
    fn any_table_survives_packing(pattern in any_pattern()) {
        let table = Table::new("en", Direction::Ltr, [("key".to_owned(), pattern)]);
        let packed = postcard::to_allocvec(&table).expect("a table packs");
        prop_assert_eq!(postcard::from_bytes::<Table>(&packed), Ok(table));
    }

    #[test]
    fn compiling_never_panics(source in "\\PC{0,200}") {
        let _: Result<Table, Vec<Problem>> = compile(&source, "any.ftl");
    }

    #[test]
    fn compiling_what_looks_like_fluent_never_panics(
        source in "([a-c]|-a|=| |\n|    |\\{|\\}|\\$n|->|\\[|\\]|\\*|\\.|\"|\\\\u00e9|1|#|é|\r){0,60}"
    ) {
        let _: Result<Table, Vec<Problem>> = compile(&source, "any.ftl");
    }
}
