//! Values as YAML, the way Helm writes it: sorted names, two spaces, lists at the column of their name.

use crate::collect::helm::language::bounds::Bounds;
use crate::collect::helm::language::text::{Builder, Text};
use crate::collect::helm::language::value::{Kind, Value};

/// The YAML of a value, without a line break at its end. Each scalar and each name keeps its place.
pub(super) fn write(value: &Value) -> Option<Text> {
    let mut writer = Writer { builder: Builder::default(), bounds: Bounds::new() };
    writer.value(value, 0, After::Nothing);
    (!writer.builder.is_cut && !writer.bounds.are_met()).then(|| writer.builder.finish())
}

struct Writer {
    builder: Builder,
    bounds: Bounds,
}

/// What stands before a value on its line.
#[derive(Clone, Copy, PartialEq)]
enum After {
    Nothing,
    Name,
    Dash,
}

impl Writer {
    fn value(&mut self, value: &Value, column: usize, after: After) {
        if !self.bounds.enter() {
            return;
        }
        match &value.kind {
            Kind::Map(map) if map.len() > 0 => {
                self.builder.push_str(if after == After::Dash { " " } else { "" });
                let column = if after == After::Name { column + 2 } else { column };
                for (at, (name, value)) in map.entries().into_iter().enumerate() {
                    if at > 0 || after == After::Name {
                        self.line(column);
                    }
                    self.name(&name, &value);
                    self.value(&value, column, After::Name);
                }
            }
            Kind::List(items) if !items.is_empty() => {
                self.builder.push_str(if after == After::Dash { " " } else { "" });
                for (at, item) in items.iter().enumerate() {
                    if at > 0 || after == After::Name {
                        self.line(column);
                    }
                    self.builder.push_str("-");
                    self.value(item, column + 2, After::Dash);
                }
            }
            _ => {
                self.builder.push_str(if after == After::Nothing { "" } else { " " });
                self.scalar(value, column);
            }
        }
        self.bounds.leave();
    }

    fn line(&mut self, column: usize) {
        self.builder.push_str("\n");
        self.builder.push_str(&" ".repeat(column));
    }

    fn name(&mut self, name: &str, value: &Value) {
        let written = if is_plain(name) { name.to_owned() } else { quoted(name) };
        match &value.place {
            Some(place) => self.builder.push_from(&written, &place.of_name(), false),
            None => self.builder.push_str(&written),
        }
        self.builder.push_str(":");
    }

    fn scalar(&mut self, value: &Value, column: usize) {
        let text = match &value.kind {
            Kind::Nil => "null".to_owned(),
            Kind::Map(_) => "{}".to_owned(),
            Kind::List(_) => "[]".to_owned(),
            Kind::Float(it) => number(*it),
            Kind::Object(it) => quoted(&it.text()),
            Kind::Text(text) => match text.as_str() {
                it if it.contains('\n') && is_block(it) => return self.block(&value.print(), column),
                it if is_plain(it) => return self.builder.push(&value.print()),
                it => quoted(it),
            },
            Kind::Bool(_) | Kind::Int(_) | Kind::Open(_) => return self.builder.push(&value.print()),
        };
        let place = match &value.kind {
            Kind::Text(text) => text.marks.first().map(|it| it.link.clone()).or_else(|| value.place.clone()),
            _ => value.place.clone(),
        };
        match place {
            Some(place) => self.builder.push_from(&text, &place, false),
            None => self.builder.push_str(&text),
        }
    }

    /// A text of several lines, each at its own place.
    fn block(&mut self, text: &Text, column: usize) {
        let ending = text.as_str().len() - text.as_str().trim_end_matches('\n').len();
        self.builder.push_str(match ending {
            0 => "|-",
            1 => "|",
            _ => "|+",
        });
        let mut at = 0;
        for line in text.as_str().split_inclusive('\n') {
            let content = line.trim_end_matches('\n');
            if content.is_empty() {
                self.builder.push_str("\n");
            } else {
                self.line(column + 2);
                self.builder.push(&text.slice(at..at + content.len()));
            }
            at += line.len();
        }
    }
}

/// A number as YAML that came from JSON has it: whole where it is whole.
pub(super) fn number(number: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "it was seen to be whole and to fit")]
    if number.fract() == 0.0 && number.abs() < 1e15 { (number as i64).to_string() } else { number.to_string() }
}

/// Whether a text of several lines can stand as a block as it is.
fn is_block(text: &str) -> bool {
    let is_fine = |it: char| it == '\n' || it == '\t' || !it.is_control();
    !text.starts_with([' ', '\n', '\t'])
        && text.trim_end_matches('\n').len() < text.len().max(1) + 1
        && text.chars().all(is_fine)
        && !text.lines().any(|it| it.starts_with('\t'))
}

/// Whether a text is itself when it stands without quotes.
fn is_plain(text: &str) -> bool {
    let begins_fine = text.chars().next().is_some_and(|it| !"!&*-?:,[]{}#|>@`\"'%= \t~<".contains(it))
        || (text.starts_with(['-', ':', '?']) && text.chars().nth(1).is_some_and(|it| it.is_alphanumeric()));
    let ends_fine = !text.ends_with([' ', ':', '\t']);
    let is_fine = !text.contains(": ") && !text.contains(" #") && !text.chars().any(char::is_control);
    begins_fine && ends_fine && is_fine && !is_word(text)
}

/// Whether YAML reads a bare text as something else than a text: a number, a boolean, nothing, a date.
fn is_word(text: &str) -> bool {
    let words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "~", ".inf", "-.inf", "+.inf", ".nan"];
    let begins_numeric = text.starts_with(|it: char| it.is_ascii_digit() || matches!(it, '+' | '-' | '.'));
    let is_numeric = begins_numeric
        && text
            .chars()
            .all(|it| it.is_ascii_hexdigit() || matches!(it, '+' | '-' | '.' | '_' | 'e' | 'E' | 'x' | 'o' | ':'));
    words.contains(&text.to_ascii_lowercase().as_str()) || is_numeric
}

/// A text in double quotes.
pub(super) fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}
