//! You are the filter: ten messages, played by buttons and by keys.

use e2e::{Browser, Element, Site, Wishes, keys};

const GAME: &str = "You are the filter, a game of ten messages";
const PASS: &str = "Let it pass";
const STOP: &str = "Stop it";

/// What a decision can come to: what is told then, and its line in the score.
const TOLD: [(&str, &str); 4] = [
    ("You stopped a dishonest message", "Caught"),
    ("You let a dishonest message pass", "Let through"),
    ("You stopped an honest message", "Wrongly stopped"),
    ("You let an honest message pass", "Rightly passed"),
];

/// One game as it was played: each message as it could be seen, and which of the four it came to.
struct Played {
    messages: Vec<String>,
    came_to: Vec<usize>,
}

fn open(browser: &Browser, site: &Site, seed: &str) {
    browser.visit(site, &format!("you-are-the-filter/{seed}"));
    browser.one("button", PASS);
}

/// The message on the table, without its number.
fn message(browser: &Browser, number: usize) -> String {
    let progress = format!("Message {number} of 10");
    browser.wait(&progress, || {
        let text = browser.one("region", GAME).text();
        // Before the decision; what is only spoken stands at the end.
        let (seen, _) = text.strip_prefix(&progress)?.split_once(PASS)?;
        Some(seen.trim().to_owned())
    })
}

/// What is told of a decision.
fn told(browser: &Browser) -> usize {
    browser.wait("the truth", || {
        let headings = browser.one("region", GAME).all("heading");
        let names: Vec<String> = headings.iter().map(Element::name).collect();
        TOLD.iter().position(|(told, _)| names.iter().any(|name| name == told))
    })
}

/// Plays ten, from the first on. Which are stopped is the caller's; how, too.
fn play(
    browser: &Browser,
    stops: impl Fn(usize) -> bool,
    mut decide: impl FnMut(bool),
    mut next: impl FnMut(bool),
) -> Played {
    let mut played = Played { messages: Vec::new(), came_to: Vec::new() };
    for number in 1..=10 {
        played.messages.push(message(browser, number));
        let stop = stops(number);
        decide(stop);
        let came_to = told(browser);
        browser.check(
            stop == came_to.is_multiple_of(2),
            &format!("{stop} came to {}", TOLD[came_to].0),
        );
        browser.check(!browser.has("button", PASS), "nothing is decided twice");
        played.came_to.push(came_to);
        next(number == 10);
    }
    browser.one("heading", "Your score");
    played
}

fn by_buttons(browser: &Browser, stops: impl Fn(usize) -> bool) -> Played {
    let decide = |stop| browser.one("button", if stop { STOP } else { PASS }).click();
    let next = |last| {
        browser.one("button", if last { "See the score" } else { "Next message" }).click();
    };
    play(browser, stops, decide, next)
}

fn by_keys(browser: &Browser, stops: impl Fn(usize) -> bool) -> Played {
    browser.one("button", PASS).focus();
    let decide = |stop| browser.press(None, &[if stop { 's' } else { 'p' }]);
    play(browser, stops, decide, |_| browser.press(None, &['n']))
}

/// The line of the score with that name.
fn score(browser: &Browser, name: &str) -> usize {
    let game = browser.one("region", GAME);
    let (terms, numbers) = (game.all("term"), game.all("definition"));
    let at = terms.iter().position(|term| term.text() == name);
    let number = at.and_then(|at| numbers.get(at)?.text().parse().ok());
    number.unwrap_or_else(|| browser.fail(&format!("no number for “{name}”")))
}

/// The score is what was told, and the pair is one of each kind that looked the same.
#[track_caller]
fn adds_up(browser: &Browser, played: &Played) {
    let mut sum = 0;
    for (at, (_, name)) in TOLD.iter().enumerate() {
        let expected = played.came_to.iter().filter(|came_to| **came_to == at).count();
        let found = score(browser, name);
        browser.check(found == expected, &format!("{name}: {found}, and it was {expected}"));
        sum += found;
    }
    browser.check(sum == 10, "there were ten");
    let [caught, through, wrongly] =
        ["Caught", "Let through", "Wrongly stopped"].map(|name| score(browser, name));
    let you = format!("You {caught} {through} {wrongly}");
    let rows: Vec<String> = browser.all("row").iter().map(Element::text).collect();
    browser.check(rows.contains(&you), &format!("the table has “{you}”: {rows:#?}"));

    let pair = browser.one("region", "Two that looked the same");
    let said = pair.text();
    browser.check(said.contains(" Honest.") && said.contains(" Not honest."), "one of each");
    let places: Vec<usize> = pair
        .all("heading")
        .iter()
        .filter_map(|heading| heading.name().strip_prefix("Message ")?.parse().ok())
        .collect();
    let [first, second] = places[..] else { browser.fail(&format!("two of them: {places:?}")) };
    let (one, other) = (&played.messages[first - 1], &played.messages[second - 1]);
    browser.check(one == other, &format!("they looked the same:\n{one}\n{other}"));
    let honest = |place: usize| played.came_to[place - 1] > 1;
    browser.check(honest(first) != honest(second), "and were not");
}

#[test]
fn a_game_is_played_by_buttons_and_another_one_after_it() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    open(&browser, &site, "");
    let first = by_buttons(&browser, |number| number % 2 == 0);
    adds_up(&browser, &first);
    let here = site.url("you-are-the-filter/#seed=1");
    browser.check(browser.address() == here, &format!("the number is in the address: {here}"));
    browser.check(browser.text().contains("This is game number 1."), "and on the page");

    browser.one("button", "Play again with ten others").click();
    let other = message(&browser, 1);
    let here = site.url("you-are-the-filter/#seed=2");
    browser.check(browser.address() == here, &format!("the next one: {here}"));
    browser
        .check(browser.focused().is_some_and(|now| now.role() == "heading"), "the focus is there");
    let second = by_buttons(&browser, |_| true);
    browser.check(second.messages[0] == other, "the first of them");
    browser.check(first.messages != second.messages, "and they are others");
    adds_up(&browser, &second);
    browser.check(score(&browser, "Let through") == 0, "nothing passed");
    browser.clean(&site, "after two games");
}

#[test]
fn a_game_is_played_by_keys_and_a_number_gives_everybody_the_same_ten() {
    let site = Site::start();
    let mine = Browser::open(Wishes::default());
    open(&mine, &site, "#seed=7");
    let by_keys = by_keys(&mine, |number| number > 5);
    adds_up(&mine, &by_keys);
    mine.clean(&site, "after a game by keys");

    let yours = Browser::open(Wishes { reduced_motion: true, ..Wishes::size(360, 740) });
    open(&yours, &site, "#seed=7");
    let by_buttons = by_buttons(&yours, |_| false);
    adds_up(&yours, &by_buttons);
    assert_eq!(by_keys.messages, by_buttons.messages, "the same ten");
    yours.fits_across("at the end, 360 wide");
}

#[test]
fn keys_act_only_in_the_game_and_the_focus_is_never_lost() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    open(&browser, &site, "");
    let rest = browser.text();
    browser.press(None, &['p', 's', 'n']);
    browser.chapter_link("3 Anyone may ask?").focus();
    browser.press(None, &['p', 's', 'n']);
    browser.settle();
    browser.check(browser.text() == rest, "outside of it keys do nothing");

    browser.one("button", STOP).focus();
    // Nothing is skipped, and nothing is decided twice.
    browser.press(None, &['n']);
    let first = message(&browser, 1);
    browser.press(None, &[keys::ENTER]);
    let came_to = told(&browser);
    browser.press(None, &['p']);
    browser.check(told(&browser) == came_to, "it stays as it was decided");
    let role = |browser: &Browser| browser.focused().map(|now| now.role());
    browser.check(role(&browser).as_deref() == Some("heading"), "the truth has the focus");
    browser.press(None, &['n']);
    browser.check(message(&browser, 2) != first, "the next one");
    browser.check(role(&browser).as_deref() == Some("heading"), "the message has the focus");
    // By Tab to the buttons, in their order.
    let mut reached = Vec::new();
    for _ in 0..2 {
        browser.press(None, &[keys::TAB]);
        reached.extend(browser.focused().map(|now| now.name()));
    }
    assert_eq!(reached, [PASS, STOP], "Tab leads to the decision");
    browser.press(None, &['1']);
    told(&browser);
    browser.press(None, &['n', '2']);
    told(&browser);
    browser.clean(&site, "after keys");
}

#[test]
fn an_address_that_is_changed_by_hand_deals_other_ten() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    open(&browser, &site, "#seed=3");
    let third = message(&browser, 1);
    browser.one("button", PASS).click();
    told(&browser);
    browser.script("location.hash = 'seed=4';", &[]);
    let fourth = message(&browser, 1);
    browser.check(third != fourth, "another game");
    browser.script("location.hash = 'seed=3';", &[]);
    browser.wait("the first again", || (message(&browser, 1) == third).then_some(()));
    browser.clean(&site, "after changes by hand");
}

#[test]
fn without_scripts_ten_messages_can_be_read_each_with_its_truth() {
    let site = Site::start();
    let browser = Browser::open(Wishes { javascript: false, ..Wishes::default() });
    browser.go(&site.url("you-are-the-filter/"));
    let list = browser.one("region", "The first ten messages");
    let items = list.all("heading");
    let numbers: Vec<String> = items.iter().map(Element::name).collect();
    for number in 1..=10 {
        let name = format!("Message {number}");
        browser.check(numbers.contains(&name), &format!("{name}: {numbers:?}"));
    }
    let truth = "It was answered, as it should be.";
    browser.check(!list.text().contains(truth), "the truth is folded away");
    let folds = browser.usable();
    let folds: Vec<_> = folds.iter().filter(|fold| fold.text() == "The truth").collect();
    browser.check(folds.len() == 10, "each has one");
    folds[0].click();
    browser.check(list.text().contains(truth), "and it opens");
    browser.fits_across("without scripts");
}
