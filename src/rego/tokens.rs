//! The words of a Rego text with their places. It refuses nothing: what is no Rego becomes symbols.

use std::ops::Range;

/// A piece of Rego text that stands for one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: TokenKind,
    /// Bytes of the text.
    pub range: Range<usize>,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A name or keyword, without dots.
    Word,
    Number,
    /// A string, quotes included.
    String,
    /// An operator or bracket: `:=`, `{`.
    Symbol,
    /// `#` to the end of the line.
    Comment,
    Newline,
}

/// Operators of two characters.
const PAIRS: &[&str] = &[":=", "==", "!=", "<=", ">="];

/// The tokens of a text, in order. Blanks are left out.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|it| !it.is_empty()) {
        let Some(first) = rest.chars().next() else { break };
        let (kind, length) = match first {
            '\n' => (Some(TokenKind::Newline), 1),
            it if it.is_whitespace() => (None, it.len_utf8()),
            '#' => (Some(TokenKind::Comment), rest.find('\n').unwrap_or(rest.len())),
            '"' => (Some(TokenKind::String), quoted(rest)),
            '`' => (Some(TokenKind::String), rest.get(1..).and_then(|it| it.find('`')).map_or(rest.len(), |it| it + 2)),
            it if it.is_ascii_digit() => (Some(TokenKind::Number), number(rest)),
            it if is_word(it) => (Some(TokenKind::Word), rest.find(|it| !is_word(it)).unwrap_or(rest.len())),
            it => {
                let is_pair = rest.get(..2).is_some_and(|it| PAIRS.contains(&it));
                (Some(TokenKind::Symbol), if is_pair { 2 } else { it.len_utf8() })
            }
        };
        if let Some(kind) = kind {
            found.push(Token { kind, range: at..at + length });
        }
        at += length;
    }
    found
}

/// The text without comments and with its strings empty, byte for byte.
pub fn code_of(text: &str) -> String {
    let mut code = text.as_bytes().to_vec();
    let hidden = tokens(text).into_iter().filter(|it| matches!(it.kind, TokenKind::Comment | TokenKind::String));
    for token in hidden {
        let bytes = code.get_mut(token.range).into_iter().flatten();
        bytes.filter(|it| **it != b'\n').for_each(|it| *it = b' ');
    }
    String::from_utf8(code).unwrap_or_default()
}

/// The length of a quoted string, to the end of the line where the quote is not closed.
fn quoted(rest: &str) -> usize {
    let mut is_escaped = false;
    for (at, character) in rest.char_indices().skip(1) {
        match character {
            '\n' => return at,
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn number(rest: &str) -> usize {
    let digits = rest.find(|it: char| !it.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let fraction = rest.get(digits..).and_then(|it| it.strip_prefix('.')).unwrap_or_default();
    let decimals = fraction.find(|it: char| !it.is_ascii_alphanumeric()).unwrap_or(fraction.len());
    if decimals == 0 { digits } else { digits + 1 + decimals }
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

impl Token {
    /// The text of the token.
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.range.clone()).unwrap_or_default()
    }

    /// Whether it is a symbol or word and reads so.
    pub fn is(&self, text: &str, wanted: &str) -> bool {
        matches!(self.kind, TokenKind::Symbol | TokenKind::Word) && self.of(text) == wanted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_know_strings_comments_and_numbers() {
        let text = "a.b := \"c # \\\" d\" # e\n`f\ng` != 1.5";
        let words: Vec<&str> = tokens(text).iter().map(|it| it.of(text)).collect();
        assert_eq!(words, ["a", ".", "b", ":=", "\"c # \\\" d\"", "# e", "\n", "`f\ng`", "!=", "1.5"]);
    }

    #[test]
    fn any_text_is_taken() {
        for text in ["\"", "`", "\"\\", "é\"é", "1.", "#", ":", "\r\n\t"] {
            assert!(tokens(text).iter().all(|it| !it.of(text).is_empty()), "{text:?}");
            assert_eq!(code_of(text).len(), text.len());
        }
    }
}
