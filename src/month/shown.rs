//! What is written around the picture: who stands where, the legend, the player, and the day in sentences.

use super::controls;
use super::figures::by_rule;
use super::names::Names;
use super::page::{DAY, HOUR, MINUTE, Month};
use crate::crowd::Ground;
use crate::filter::RuleId;
use crate::panels::player::{BACK_SIGN, FORWARD_SIGN, PAUSE_SIGN, PLAY_SIGN, icon};
use crate::playback::Speed;
use crate::stage::{Element, element, text};
use crate::text::{Value, Words, id};
use yew::Html;

/// About half of the width of the longest name.
const HALF_A_NAME: i32 = 57;

/// Width and height of the picture on a page that has so much room for it.
pub fn picture(width: i32) -> (i32, i32) {
    if width < 560 { (width, width * 11 / 10) } else { (width, (width * 9 / 16).min(470)) }
}

/// What is drawn of a month, and with which words.
pub struct Shown<'a> {
    pub month: &'a Month,
    pub words: &'a Words,
    pub names: &'a Names,
    pub live: bool,
}

impl Shown<'_> {
    pub fn line(&self, tag: &'static str, class: &str, key: &str) -> Element {
        element(tag, class).says(&self.words.line(key))
    }

    /// The picture, its player, and what is told of the day.
    pub fn stage(&self) -> Html {
        let canvas = element("canvas", "crowd")
            .known_as(&self.month.canvas)
            .with("role", "img")
            .with("aria-label", &self.told());
        let told = element("p", "told")
            .with("role", "status")
            .with("aria-live", if self.month.playing { "off" } else { "polite" });
        element("div", "widget")
            .holds(
                element("div", "ground")
                    .known_as(&self.month.ground)
                    .holds(canvas.end())
                    .holds(self.labels())
                    .end(),
            )
            .holds(self.legend())
            .holds(self.player())
            .holds(told.says(&self.told()).end())
            .holds(self.stopped_by())
            .end()
    }

    /// Who stands where, in words over the picture.
    fn labels(&self) -> Html {
        let width = if self.month.width > 0 { self.month.width } else { 960 };
        let (w, h) = picture(width);
        let ground = Ground::of(w, h, self.names.homes.len());
        let sender = self.month.choices.asker;
        let label = |class: &str, x: i32, y: i32, name: &str, note: &str| {
            // Near the picture's edge a name stands a little aside from its dot.
            let half = HALF_A_NAME.min(w / 2);
            let aside = x.clamp(half, w - half) - x;
            element("g", class)
                .with("transform", &format!("translate({x} {y})"))
                .holds(element("circle", "").number("r", 6).end())
                .holds(text("", aside, -14).says(name).end())
                .holds(text("note", aside, 24).says(note).end())
                .end()
        };
        let note = |key: &str| self.words.line(key);
        let homes = ground.homes.iter().zip(&self.names.homes);
        let homes = homes.map(|(spot, name)| {
            label("port home", spot.x, spot.y, name, &note(id::MONTH_HOME_NOTE))
        });
        let (partner, third) = (ground.partner, ground.third_party);
        let third_class =
            if controls::third_party(sender) { "port third" } else { "port third idle" };
        let third_name = note(id::MONTH_THIRD);
        let (land, gate) = (ground.name(), ground.gate);
        let middle = text("land", land.x, land.y).says(&self.names.visited);
        let at_gate = if ground.tall {
            (gate.x, gate.y - 12)
        } else {
            (gate.x - 10, gate.y - ground.reach - 4)
        };
        element("svg", "labels")
            .with("viewBox", &format!("0 0 {w} {h}"))
            .with("aria-hidden", "true")
            .holds_all(homes)
            .holds(label(
                "port partner",
                partner.x,
                partner.y,
                &self.names.partner,
                &note(id::MONTH_PARTNER_NOTE),
            ))
            .holds(label(third_class, third.x, third.y, &third_name, &note(id::MONTH_THIRD_NOTE)))
            .holds(
                text(if ground.tall { "gate" } else { "gate beside" }, at_gate.0, at_gate.1)
                    .says(&note(id::MONTH_GATE))
                    .end(),
            )
            .holds(middle.end())
            .end()
    }

    fn legend(&self) -> Html {
        let item = |class: &str, key: &str| {
            let sign = element("i", class).with("aria-hidden", "true").end();
            element("li", "").holds(sign).holds(self.line("span", "", key).end()).end()
        };
        let [asked, honest] = self.month.plan.one_of(self.month.day() as u32).map(i64::from);
        let scale = [("asked", Value::Number(asked)), ("honest", Value::Number(honest))];
        let scale = self.words.say(id::MONTH_LEGEND_ONE_OF, &scale);
        element("ul", "legend")
            .with("aria-label", &self.words.line(id::MONTH_LEGEND))
            .holds(item("dot", id::MONTH_LEGEND_DOT))
            .holds(item("dot lit", id::MONTH_LEGEND_LIT))
            .holds(item("dot was", id::MONTH_LEGEND_WAS))
            .holds(item("streak asked", id::MONTH_LEGEND_ASKED))
            .holds(item("streak honest", id::MONTH_LEGEND_HONEST))
            .holds(item("cross stop", id::MONTH_LEGEND_STOP))
            .holds(item("cross wrong", id::MONTH_LEGEND_WRONG))
            .holds(element("li", "").says(&scale).end())
            .end()
    }

    fn player(&self) -> Html {
        let month = self.month;
        let button = |does: &str, class: &str, key: &str, sign: &str, idle: bool| {
            let name = self.words.line(key);
            controls::control("button", class, does, self.live)
                .with("type", "button")
                .with("aria-label", &name)
                .with("title", &name)
                .with("aria-disabled", if idle && self.live { "true" } else { "" })
                .holds(icon("", sign))
                .end()
        };
        let (play, sign) =
            if month.playing { (id::MONTH_PAUSE, PAUSE_SIGN) } else { (id::MONTH_PLAY, PLAY_SIGN) };
        let (first, last) = (month.moment == 0, month.moment >= month.end());
        let args = [
            ("day", Value::Number(month.day() as i64 + 1)),
            ("days", Value::Number(i64::from(month.plan.days))),
            ("hour", Value::Number(i64::from(month.moment % DAY / HOUR))),
        ];
        let value = self.words.say(id::MONTH_SCRUB_VALUE, &args);
        let input = controls::control("input", "", controls::GO, self.live)
            .known_as(&month.scrubber)
            .with("type", "range")
            .with("min", "0")
            .number("max", (month.plan.days * 24 * 60) as i32)
            .with("step", "60")
            .valued((month.moment / MINUTE).to_string())
            .with("aria-label", &self.words.line(id::MONTH_SCRUB))
            .with("aria-valuetext", &value);
        let done = [
            ("done", Value::Number(i64::from(month.done))),
            ("days", Value::Number(i64::from(month.plan.days))),
        ];
        let progress = match () {
            () if month.failed => self.words.line(id::MONTH_FAILED),
            () if !self.live || month.over => self.words.say(id::MONTH_WORKED, &done),
            () => self.words.say(id::MONTH_WORKING, &done),
        };
        let speeds = Speed::ALL.into_iter().map(|speed| {
            let words =
                self.words.say(id::PLAYER_SPEED_VALUE, &[("speed", Value::Text(speed.name()))]);
            let option = element("option", "").with("value", speed.name()).says(&words);
            if self.live {
                option.chosen(speed == month.speed).end()
            } else {
                option.when(speed == month.speed, "selected").end()
            }
        });
        let speed = controls::control("select", "minor", controls::SPEED, self.live)
            .with("aria-label", &self.words.line(id::MONTH_SPEED))
            .holds_all(speeds);
        let known = element("progress", "known")
            .with("aria-label", &progress)
            .number("max", month.plan.days as i32)
            .number("value", month.done as i32);
        element("div", "player")
            .with("role", "group")
            .with("aria-label", &self.words.line(id::MONTH_PLAYER))
            .holds(button(controls::BACK, "", id::MONTH_BACK, BACK_SIGN, first))
            .holds(button(controls::PLAY, "play", play, sign, false))
            .holds(button(controls::FORWARD, "", id::MONTH_FORWARD, FORWARD_SIGN, last))
            .holds(element("div", "timeline").holds(known.end()).holds(input.end()).end())
            .holds(element("span", "steps").with("aria-hidden", "true").says(&value).end())
            .holds(speed.end())
            .holds(element("span", "progress").says(&progress).end())
            .end()
    }

    /// Which rules have stopped how much of it.
    fn stopped_by(&self) -> Html {
        let day = self.month.days.get(self.month.day());
        let rules = day.map(|day| by_rule(&self.month.plan, day)).unwrap_or_default();
        let item = |(rule, asked, honest): (RuleId, u32, u32)| {
            let rule = self.words.line(&format!("rule-{}", rule.id()));
            let args = [
                ("rule", Value::Text(&rule)),
                ("asked", Value::Number(i64::from(asked))),
                ("honest", Value::Number(i64::from(honest))),
            ];
            element("li", "").says(&self.words.say(id::MONTH_BY_RULE, &args)).end()
        };
        element("ul", "by")
            .with("aria-label", &self.words.line(id::MONTH_BY))
            .holds_all(rules.into_iter().map(item))
            .end()
    }

    /// The day in sentences.
    fn told(&self) -> String {
        let Some(figures) = self.month.today() else {
            return self.words.line(id::MONTH_CANVAS_WAIT);
        };
        let day = [("day", Value::Number(self.month.day() as i64 + 1))];
        let travellers = i64::from(self.month.plan.travellers);
        let say = |key: &str, name: &str, number: u32| {
            self.words.say(
                key,
                &[
                    (name, Value::Number(i64::from(number))),
                    ("travellers", Value::Number(travellers)),
                ],
            )
        };
        let mut all = vec![format!("{}.", self.words.say(id::MONTH_DAY, &day))];
        all.push(say(id::MONTH_ASKED, "asked", figures.asked));
        if figures.elsewhere > 0 {
            all.push(say(id::MONTH_ELSEWHERE, "elsewhere", figures.elsewhere));
        } else {
            all.push(say(id::MONTH_ANSWERED, "answered", figures.answered));
        }
        all.push(say(id::MONTH_STOPPED, "stopped", figures.stopped));
        all.push(say(id::MONTH_LOCATED, "located", figures.located));
        all.push(say(id::MONTH_EVER, "ever", figures.ever));
        all.push(say(id::MONTH_WRONGLY, "wrongly", figures.wrongly));
        all.join(" ")
    }
}
