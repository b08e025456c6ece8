//! The month by days: bars, and the same as a table.

use super::controls::to_day;
use super::figures::{Figures, figures};
use crate::crowd::{Day, Plan};
use crate::stage::{element, rounded, text};
use crate::text::{Words, id};
use yew::Html;

const WIDTH: i32 = 900;
const HEIGHT: i32 = 170;
/// Room below the bars for the numbers of the days.
const FOOT: i32 = 22;

/// The bars: what was answered, answered elsewhere and stopped, one above the other; what was wrongly
/// stopped hangs beside them.
pub fn chart(words: &Words, plan: &Plan, days: &[Day], now: usize, live: bool) -> Html {
    let all: Vec<Figures> = days.iter().map(|day| figures(plan, day)).collect();
    let most = all.iter().map(|day| day.asked.max(day.wrongly)).max().unwrap_or_default().max(1);
    let many = plan.days.max(1) as i32;
    let (high, step) = (HEIGHT - FOOT - 16, WIDTH / many);
    let tall = |number: u32| (i64::from(number) * i64::from(high) / i64::from(most)) as i32;
    let bars = (0..many).map(|day| {
        let x = day * step;
        let figures = all.get(day as usize).copied().unwrap_or_default();
        let mut bar = element("g", if day as usize == now { "day now" } else { "day" })
            .keyed(day as usize)
            .with("data-do", if live { to_day(day as u32) } else { String::new() }.as_str())
            .holds(rounded("back", x + 1, 0, step - 2, HEIGHT, 4));
        let mut from = HEIGHT - FOOT;
        for (class, number) in [
            ("answered", figures.answered),
            ("elsewhere", figures.elsewhere),
            ("stopped", figures.stopped),
        ] {
            let height = tall(number).max(i32::from(number > 0) * 2);
            from -= height;
            bar = bar.holds(rounded(class, x + 3, from, step * 6 / 10, height, 1));
        }
        let height = tall(figures.wrongly).max(i32::from(figures.wrongly > 0) * 2);
        bar.holds(rounded(
            "wrongly",
            x + 5 + step * 6 / 10,
            HEIGHT - FOOT - height,
            step * 2 / 10,
            height,
            1,
        ))
        .holds_all((day % 5 == 4 || day == 0).then(|| {
            text("", x + step / 2, HEIGHT - 6).says(&words.number(i64::from(day) + 1)).end()
        }))
        .end()
    });
    let scale = text("most", 4, 12).says(&words.number(i64::from(most))).end();
    let key = |class: &str, key: &str| {
        let sign = element("i", class).with("aria-hidden", "true").end();
        element("li", "").holds(sign).holds(element("span", "").says(&words.line(key)).end()).end()
    };
    element("figure", "days")
        .holds(element("h3", "").says(&words.line(id::MONTH_CHART)).end())
        .holds(element("p", "note").says(&words.line(id::MONTH_CHART_LEAD)).end())
        .holds(
            element("svg", "bars")
                .with("viewBox", &format!("0 0 {WIDTH} {HEIGHT}"))
                .with("aria-hidden", "true")
                .holds(element("g", "").holds_all(bars).end())
                .holds(scale)
                .end(),
        )
        .holds(
            element("ul", "legend")
                .holds(key("answered", id::MONTH_CHART_ANSWERED))
                .holds(key("elsewhere", id::MONTH_CHART_ELSEWHERE))
                .holds(key("stopped", id::MONTH_CHART_STOPPED))
                .holds(key("wrongly", id::MONTH_CHART_WRONGLY))
                .end(),
        )
        .end()
}

/// The same in numbers; `busy` while they are being worked out.
pub fn table(words: &Words, plan: &Plan, days: &[Day], hash: Option<u64>, busy: bool) -> Html {
    let head = |key: &str| element("th", "").with("scope", "col").says(&words.line(key)).end();
    let heads = [
        id::MONTH_TABLE_DAY,
        id::MONTH_TABLE_ASKED,
        id::MONTH_TABLE_ANSWERED,
        id::MONTH_TABLE_ELSEWHERE,
        id::MONTH_TABLE_STOPPED,
        id::MONTH_TABLE_LOCATED,
        id::MONTH_TABLE_EVER,
        id::MONTH_TABLE_MOST,
        id::MONTH_TABLE_WRONGLY,
    ];
    let rows = days.iter().map(|day| {
        let f = figures(plan, day);
        let number = |number: u32| words.number(i64::from(number));
        let cells =
            [f.asked, f.answered, f.elsewhere, f.stopped, f.located, f.ever, f.most, f.wrongly];
        let cells = cells.map(|cell| element("td", "").says(&number(cell)).end());
        element("tr", "")
            .keyed(day.day as usize)
            .holds(element("th", "").with("scope", "row").says(&number(day.day + 1)).end())
            .holds_all(cells)
            .end()
    });
    let figures = hash.map(|hash| {
        let hash = format!("{hash:016x}");
        let said = words.line(id::MONTH_FIGURES) + " ";
        let number = element("code", "").with("translate", "no").says(&hash);
        element("p", "note").with("data-figures", &hash).says(&said).holds(number.end()).end()
    });
    let table = element("table", "")
        .with("aria-busy", if busy { "true" } else { "" })
        .holds(element("thead", "").holds(element("tr", "").holds_all(heads.map(head)).end()).end())
        .holds(element("tbody", "").holds_all(rows).end());
    element("details", "table")
        .holds(element("summary", "").says(&words.line(id::MONTH_TABLE)).end())
        .holds(
            element("section", "scrolls")
                .with("tabindex", "0")
                .with("aria-label", &words.line(id::MONTH_CHART))
                .holds(table.end())
                .end(),
        )
        .holds_all(figures)
        .end()
}
