//! `$NAME` and `${NAME:-word}` in texts, as Dockerfiles and Compose files fill them in.

use std::cell::Cell;

use crate::model::Limit;

/// How many braces that are not closed are looked at in one text.
const MOST_TRIES: usize = 100;

/// Bytes that variables put into one text. Values that hold one another double with every line; no program's
/// environment takes more than a part of this.
const MOST_FILLED: usize = 4 << 10;

/// A part of a text with variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Text(String),
    Variable(Variable),
}

/// A variable in a text, and what to do where it is not set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    pub name: String,
    /// `:-`, `-`, `:+`, `+`, `:?`, `?`, or another that is not evaluated; empty for the plain form.
    pub operator: String,
    /// What follows the operator, with its own variables.
    pub word: Vec<Piece>,
}

/// How the text writes what is not a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// Quotes are taken off, single quotes protect, and this character escapes.
    Dockerfile { escape: char },
    /// `$$` is a dollar sign; quotes mean nothing.
    Compose,
}

/// What a variable is known to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known {
    Value(String),
    /// Certainly not set.
    Unset,
    /// Set from outside, or not: nobody can tell from files.
    Unknown,
}

/// The parts of a text in order.
pub fn pieces(text: &str, dialect: Dialect) -> Vec<Piece> {
    let mut scan = Scan { chars: text.chars().collect(), at: 0, tries: MOST_TRIES, dialect };
    scan.pieces(0, false)
}

/// Fills in what is known: `Some` text for known stretches, `None` with the names of the unknown for the others. Past
/// what one text may take in, values count as unknown.
pub fn fill(pieces: &[Piece], known: &impl Fn(&str) -> Known) -> Vec<Result<String, String>> {
    filled(pieces, known, &Cell::new(MOST_FILLED))
}

fn filled(pieces: &[Piece], known: &impl Fn(&str) -> Known, room: &Cell<usize>) -> Vec<Result<String, String>> {
    let mut filled: Vec<Result<String, String>> = Vec::new();
    for piece in pieces {
        let parts = match piece {
            Piece::Text(text) => vec![Ok(text.clone())],
            Piece::Variable(variable) => fill_variable(variable, known, room),
        };
        for part in parts {
            match (filled.last_mut(), part) {
                (Some(Ok(before)), Ok(text)) => before.push_str(&text),
                (_, part) => filled.push(part),
            }
        }
    }
    filled
}

fn fill_variable(
    variable: &Variable,
    known: &impl Fn(&str) -> Known,
    room: &Cell<usize>,
) -> Vec<Result<String, String>> {
    let word = || filled(&variable.word, known, room);
    let unknown = || vec![Err(variable.name.clone())];
    let value = |it: String| match room.get().checked_sub(it.len()) {
        Some(left) => {
            room.set(left);
            vec![Ok(it)]
        }
        None => unknown(),
    };
    match (variable.operator.as_str(), known(&variable.name)) {
        ("" | "-" | "?", Known::Value(it)) => value(it),
        (":-" | ":?", Known::Value(it)) if !it.is_empty() => value(it),
        (":-", Known::Value(_) | Known::Unset) | ("-", Known::Unset) => word(),
        // What the author falls back on is what runs unless somebody says otherwise.
        (":-" | "-", Known::Unknown) => word(),
        ("" | ":+" | "+", Known::Unset) => vec![Ok(String::new())],
        ("+", Known::Value(_)) => word(),
        (":+", Known::Value(it)) if !it.is_empty() => word(),
        (":+", Known::Value(_)) => vec![Ok(String::new())],
        _ => unknown(),
    }
}

struct Scan {
    chars: Vec<char>,
    at: usize,
    /// How many more braces may turn out not to be closed: what follows each is read again as text.
    tries: usize,
    dialect: Dialect,
}

impl Scan {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn pieces(&mut self, depth: usize, in_braces: bool) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut text = String::new();
        let mut double_quoted = false;
        while let Some(it) = self.peek(0) {
            if in_braces && it == '}' {
                break;
            }
            self.at += 1;
            match (self.dialect, it) {
                (Dialect::Compose, '$') if self.peek(0) == Some('$') => {
                    self.at += 1;
                    text.push('$');
                }
                (_, '$') => match self.variable(depth) {
                    Some(variable) => {
                        if !text.is_empty() {
                            pieces.push(Piece::Text(std::mem::take(&mut text)));
                        }
                        pieces.push(Piece::Variable(variable));
                    }
                    None => text.push('$'),
                },
                (Dialect::Dockerfile { escape }, it) if it == escape => {
                    let next = self.peek(0);
                    self.at += usize::from(next.is_some());
                    if double_quoted && !matches!(next, Some('"' | '$')) && next != Some(escape) {
                        text.push(it);
                    }
                    text.extend(next);
                }
                (Dialect::Dockerfile { .. }, '"') => double_quoted = !double_quoted,
                (Dialect::Dockerfile { .. }, '\'') if !double_quoted => {
                    while let Some(it) = self.peek(0) {
                        self.at += 1;
                        if it == '\'' {
                            break;
                        }
                        text.push(it);
                    }
                }
                _ => text.push(it),
            }
        }
        if !text.is_empty() {
            pieces.push(Piece::Text(text));
        }
        pieces
    }

    fn variable(&mut self, depth: usize) -> Option<Variable> {
        if self.peek(0) != Some('{') {
            let name = self.name();
            return (!name.is_empty()).then_some(Variable { name, operator: String::new(), word: Vec::new() });
        }
        if self.tries == 0 {
            return None;
        }
        let before = self.at;
        self.at += 1;
        let name = self.name();
        let mut operator = String::new();
        while let Some(it) = self.peek(0).filter(|it| matches!(it, ':' | '-' | '+' | '?' | '#' | '%' | '/')) {
            operator.push(it);
            self.at += 1;
            if it != ':' {
                break;
            }
        }
        let word = if depth < Limit::Depth.value() { self.pieces(depth + 1, true) } else { Vec::new() };
        if self.peek(0) != Some('}') || name.is_empty() {
            self.at = before;
            self.tries = self.tries.saturating_sub(1);
            return None;
        }
        self.at += 1;
        Some(Variable { name, operator, word })
    }

    fn name(&mut self) -> String {
        let mut name = String::new();
        while let Some(it) = self.peek(0).filter(|it| it.is_ascii_alphanumeric() || *it == '_') {
            if name.is_empty() && it.is_ascii_digit() {
                break;
            }
            name.push(it);
            self.at += 1;
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(name: &str) -> Known {
        match name {
            "a" => Known::Value("1".to_owned()),
            "empty" => Known::Value(String::new()),
            "outside" => Known::Unknown,
            _ => Known::Unset,
        }
    }

    fn filled(text: &str, dialect: Dialect) -> Vec<Result<String, String>> {
        fill(&pieces(text, dialect), &known)
    }

    #[test]
    fn compose_fills_in_defaults_and_keeps_quotes() {
        let compose = |text| filled(text, Dialect::Compose);
        assert_eq!(compose("x${a}y"), [Ok("x1y".to_owned())]);
        assert_eq!(compose("$$a '$a'"), [Ok("$a '1'".to_owned())]);
        assert_eq!(compose("${empty:-d}${empty-d}"), [Ok("d".to_owned())]);
        assert_eq!(compose("${outside:-${a:-z}}"), [Ok("1".to_owned())]);
        assert_eq!(compose("n:${outside}"), [Ok("n:".to_owned()), Err("outside".to_owned())]);
        assert_eq!(compose("${a:+yes}${none:+no}"), [Ok("yes".to_owned())]);
        assert_eq!(compose("${"), [Ok("${".to_owned())]);
        let long = |it: &str| (it == "x").then(|| Known::Value("x".repeat(MOST_FILLED / 2)));
        let many = fill(&pieces("$x$x$x", Dialect::Compose), &|it| long(it).unwrap_or(Known::Unset));
        assert_eq!(many, [Ok("x".repeat(MOST_FILLED)), Err("x".to_owned())]);
        let unclosed = "${a:-".repeat(500);
        assert_eq!(compose(&unclosed), [Ok(unclosed)]);
    }

    #[test]
    fn dockerfiles_take_quotes_off_and_honour_single_ones() {
        let docker = |text| filled(text, Dialect::Dockerfile { escape: '\\' });
        assert_eq!(docker("\"a b\"'$a'"), [Ok("a b$a".to_owned())]);
        assert_eq!(docker("\\$a\\ b"), [Ok("$a b".to_owned())]);
        assert_eq!(docker("\"\\n\""), [Ok("\\n".to_owned())]);
    }
}
