//! Identifiers and texts as OSCAL's data types take them.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::model::Assessment;
use crate::report::page::safe;

/// The namespace of properties that OSCAL does not define: a name under a domain that nobody can own (RFC 2606).
pub(super) const NAMESPACE: &str = "https://gapcheck.example/ns/oscal";

/// Files are read, and nothing is exercised.
pub(super) const METHOD: &str = "EXAMINE";

/// Makes the same identifier for the same thing in every run of a repository.
pub(super) struct Names {
    repository: String,
}

impl Names {
    pub(super) fn new(assessment: &Assessment) -> Self {
        Self { repository: assessment.repository().unwrap_or_default() }
    }

    /// The identifier of a thing: its sort, and what tells it from others of that sort.
    pub(super) fn uuid(&self, sort: &str, key: &str) -> String {
        of(format!("{}\n{sort}\n{key}", self.repository).as_bytes())
    }
}

/// The identifier of a content: another content has another one.
pub(super) fn of(content: &[u8]) -> String {
    let namespace = Uuid::new_v5(&Uuid::NAMESPACE_URL, NAMESPACE.as_bytes());
    Uuid::new_v5(&namespace, content).to_string()
}

/// A property of our own.
pub(super) fn property(name: &str, value: &str) -> Value {
    json!({"name": name, "ns": NAMESPACE, "value": string(value)})
}

/// A text without markup, on one line and not empty (`StringDatatype`).
pub(super) fn string(value: &str) -> String {
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() { "-".to_owned() } else { safe(&line).into_owned() }
}

/// A line in which nothing is markup (`MarkupLineDatatype`): the format's own Markdown, escaped.
pub(super) fn line(value: &str) -> String {
    escaped(&string(value))
}

fn escaped(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '&' => line.push_str("&amp;"),
            '<' => line.push_str("&lt;"),
            '>' => line.push_str("&gt;"),
            '\\' | '*' | '_' | '[' | ']' | '~' | '^' | '`' | '!' | '"' => line.extend(['\\', it]),
            _ => line.push(it),
        }
    }
    line
}

/// Our own words, in which literals stand between backticks: those stay literals.
pub(super) fn prose(words: &str) -> String {
    let words = string(words);
    let parts: Vec<&str> = words.split('`').collect();
    // A backtick that closes nothing stands for itself.
    if parts.len().is_multiple_of(2) {
        return line(&words);
    }
    let shown = parts.iter().enumerate().map(|(at, it)| match at % 2 {
        0 if it.is_empty() => String::new(),
        0 => escaped(it),
        _ => format!("`{it}`"),
    });
    shown.collect()
}

/// An identifier for people (`TokenDatatype`): letters, digits, `.`, `-` and `_`, a letter first.
pub(super) fn token(value: &str) -> String {
    let kept = |it: char| if it.is_alphanumeric() || matches!(it, '.' | '-' | '_') { it } else { '_' };
    let token: String = value.chars().map(kept).collect();
    if token.starts_with(|it: char| it.is_alphabetic() || it == '_') { token } else { format!("_{token}") }
}

/// The first moment of a day. None where it is no day, so that nothing claims to be one.
pub(super) fn moment(day: &str) -> Option<String> {
    day.parse::<jiff::civil::Date>().is_ok().then(|| format!("{day}T00:00:00Z"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_keep_the_data_types() {
        assert_eq!(token("CC6.1"), "CC6.1");
        assert_eq!(token("1 a/b"), "_1_a_b");
        assert_eq!(string(" a\n\u{1b}b "), "a \u{fffd}b");
        assert_eq!(string(""), "-");
        assert_eq!(moment("2026-02-31"), None);
        assert_eq!(moment("2026-02-28").as_deref(), Some("2026-02-28T00:00:00Z"));
    }

    #[test]
    fn nothing_of_others_is_markup() {
        assert_eq!(line("a_b *c* <i> [x](y) `z`: d"), "a\\_b \\*c\\* &lt;i&gt; \\[x\\](y) \\`z\\`: d");
        assert_eq!(prose("set `a_b` to *"), "set `a_b` to \\*");
        assert_eq!(prose("a `b"), "a \\`b");
    }

    #[test]
    fn the_same_content_has_the_same_identifier() {
        assert_eq!(of(b"a"), of(b"a"));
        assert_ne!(of(b"a"), of(b"b"));
    }
}
