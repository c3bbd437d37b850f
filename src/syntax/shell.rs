//! Shell text to simple commands: enough to ask what a build runs, not to run it.

use crate::model::Limit;
use crate::model::Span;
use crate::syntax::dockerfile::logical::{Logical, Word};

/// A simple command: a program and its words, without assignments and redirections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// Unquoted. The first is the program.
    pub words: Vec<Word>,
    /// What is set for this command alone, before its name: `A=1`.
    pub assignments: Vec<Word>,
    pub span: Span,
    /// Whether the next command reads its output.
    pub piped: bool,
}

const KEYWORDS: &[&str] =
    &["if", "then", "else", "elif", "do", "while", "until", "!", "{", "}", "fi", "done", "time", "exec", "command"];

/// The simple commands of a text in order; those of `$(...)` follow the command that holds them.
pub fn commands(text: &Logical) -> Vec<Command> {
    let mut commands = Vec::new();
    split(text, 0, &mut commands);
    commands
}

fn split(text: &Logical, depth: usize, commands: &mut Vec<Command>) {
    if depth > Limit::Depth.value() {
        return;
    }
    let mut state = State { text, depth, words: Vec::new(), inner: Vec::new() };
    let mut chars = Cursor { text: &text.text, at: 0 };
    while let Some((at, it)) = chars.peek() {
        match it {
            '\n' | ';' | '&' | '(' | ')' => {
                chars.step();
                state.end(false, commands);
            }
            '|' => {
                chars.step();
                let or = chars.next_if('|');
                chars.next_if('&');
                state.end(!or, commands);
            }
            '#' => {
                while chars.peek().is_some_and(|(_, it)| it != '\n') {
                    chars.step();
                }
            }
            '<' if chars.follows('(') => {
                let (word, inner) = process(text, &mut chars);
                state.words.push(word);
                state.inner.push(inner);
            }
            '>' | '<' => {
                chars.step();
                redirect(&mut chars);
            }
            it if it.is_whitespace() => chars.step(),
            _ => {
                let (word, inner) = word(text, &mut chars);
                let numbered = word.text.chars().all(|it| it.is_ascii_digit());
                let redirected = chars.peek().is_some_and(|(next, it)| {
                    matches!(it, '>' | '<') && numbered && text.text.get(at..next).is_some_and(|it| it == word.text)
                });
                state.inner.extend(inner);
                if !redirected {
                    state.words.push(word);
                }
            }
        }
    }
    state.end(false, commands);
}

/// The file a redirection names is no word of the command.
fn redirect(chars: &mut Cursor<'_>) {
    while chars.peek().is_some_and(|(_, it)| matches!(it, '>' | '<' | '&' | '-' | '|' | ' ' | '\t')) {
        chars.step();
    }
    let mut quote = None;
    while let Some((_, it)) = chars.peek() {
        match quote {
            Some(open) if open == it => quote = None,
            None if matches!(it, '"' | '\'') => quote = Some(it),
            None if it.is_whitespace() || matches!(it, ';' | '&' | '|' | '(' | ')') => return,
            _ => {}
        }
        chars.step();
    }
}

/// A word, unquoted, and the ranges of the command substitutions in it.
fn word(text: &Logical, chars: &mut Cursor<'_>) -> (Word, Vec<std::ops::Range<usize>>) {
    let start = chars.place();
    let mut unquoted = String::new();
    let mut inner = Vec::new();
    let mut quote = None;
    while let Some((at, it)) = chars.peek() {
        if quote.is_none() && (it.is_whitespace() || matches!(it, ';' | '&' | '|' | '(' | ')' | '<' | '>')) {
            break;
        }
        chars.step();
        match (quote, it) {
            (Some('\''), '\'') | (Some('"'), '"') => quote = None,
            (Some('\''), _) => unquoted.push(it),
            (None, '\'' | '"') => quote = Some(it),
            (_, '\\') => {
                unquoted.extend(chars.peek().map(|(_, next)| next).filter(|next| *next != '\n'));
                chars.step();
            }
            (_, '$') if chars.next_if('(') => {
                let from = chars.place();
                closing(chars);
                let to = chars.place().saturating_sub(1).max(from);
                inner.push(from..to);
                unquoted.push_str(text.text.get(at..chars.place()).unwrap_or_default());
            }
            (_, '`') => {
                let from = chars.place();
                while chars.peek().is_some_and(|(_, it)| it != '`') {
                    chars.step();
                }
                inner.push(from..chars.place());
                chars.step();
                unquoted.push_str(text.text.get(at..chars.place()).unwrap_or_default());
            }
            _ => unquoted.push(it),
        }
    }
    (Word { text: unquoted, span: text.span(start..chars.place()) }, inner)
}

/// `<(...)`: a word that names the output of the commands in it.
fn process(text: &Logical, chars: &mut Cursor<'_>) -> (Word, std::ops::Range<usize>) {
    let start = chars.place();
    chars.step();
    chars.step();
    let from = chars.place();
    closing(chars);
    let end = chars.place();
    let written = text.text.get(start..end).unwrap_or_default().to_owned();
    (Word { text: written, span: text.span(start..end) }, from..end.saturating_sub(1).max(from))
}

/// Goes past the parenthesis that closes the one just read.
fn closing(chars: &mut Cursor<'_>) {
    let mut open = 1_usize;
    let mut quote = None;
    while let Some((_, it)) = chars.peek() {
        chars.step();
        match quote {
            Some(mark) if mark == it => quote = None,
            Some(_) => {}
            None if matches!(it, '"' | '\'') => quote = Some(it),
            None if it == '(' => open += 1,
            None if it == ')' => open -= 1,
            None => {}
        }
        if open == 0 {
            return;
        }
    }
}

struct State<'a> {
    text: &'a Logical,
    depth: usize,
    words: Vec<Word>,
    inner: Vec<std::ops::Range<usize>>,
}

impl State<'_> {
    fn end(&mut self, piped: bool, commands: &mut Vec<Command>) {
        let mut words = std::mem::take(&mut self.words);
        let leads = |it: &Word| KEYWORDS.contains(&it.text.as_str()) || is_assignment(&it.text);
        let program = words.iter().position(|it| !leads(it)).unwrap_or(words.len());
        let mut assignments: Vec<Word> = words.drain(..program).collect();
        assignments.retain(|it| is_assignment(&it.text));
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            let span = first.span.to(last.span);
            commands.push(Command { words, assignments, span, piped });
        }
        for range in std::mem::take(&mut self.inner) {
            split(&self.text.part(range), self.depth + 1, commands);
        }
    }
}

/// Whether a word sets a variable: `NAME=value`.
pub fn is_assignment(word: &str) -> bool {
    word.split_once('=')
        .is_some_and(|(name, _)| !name.is_empty() && name.chars().all(|it| it.is_ascii_alphanumeric() || it == '_'))
}

/// A place in a text. It holds no copy of the text: what nests is read with all that it lies in still open.
struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<(usize, char)> {
        Some((self.at, self.text.get(self.at..)?.chars().next()?))
    }

    fn step(&mut self) {
        self.at += self.peek().map_or(0, |(_, it)| it.len_utf8());
    }

    fn follows(&self, wanted: char) -> bool {
        self.text.get(self.at..).and_then(|it| it.chars().nth(1)) == Some(wanted)
    }

    fn place(&self) -> usize {
        self.at
    }

    fn next_if(&mut self, wanted: char) -> bool {
        let found = self.peek().is_some_and(|(_, it)| it == wanted);
        if found {
            self.step();
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use crate::model::SourceId;

    use super::*;

    fn split_up(text: &str) -> Vec<String> {
        let mut logical = Logical::empty(SourceId(0));
        logical.push(text, 0);
        let line = |it: Command| {
            let words: Vec<_> = it.words.iter().map(|it| it.text.as_str()).collect();
            words.join("·") + if it.piped { " |" } else { "" }
        };
        commands(&logical).into_iter().map(line).collect()
    }

    #[test]
    fn commands_are_parted_and_words_unquoted() {
        assert_eq!(
            split_up("apt-get update && apt-get install -y 'a b' c"),
            ["apt-get·update", "apt-get·install·-y·a b·c"]
        );
        assert_eq!(split_up("curl -sSL x | sh -s -- y || true"), ["curl·-sSL·x |", "sh·-s·--·y", "true"]);
        assert_eq!(split_up("set -e; A=1 B=2 npm ci > /dev/null 2>&1 # why"), ["set·-e", "npm·ci"]);
        assert_eq!(split_up("if [ -f x ]; then curl y; fi"), ["[·-f·x·]", "curl·y"]);
    }

    #[test]
    fn substitutions_are_commands_too() {
        assert_eq!(
            split_up("V=$(curl -k \"a)b\" | jq .x) && echo \"`wget z`\""),
            ["curl·-k·a)b |", "jq·.x", "echo·`wget z`", "wget·z"]
        );
        assert_eq!(split_up("bash <(curl x) -y; a < b"), ["bash·<(curl x)·-y", "curl·x", "a"]);
        assert_eq!(split_up("bash <(curl x"), ["bash·<(curl x", "curl"]);
    }

    #[test]
    fn odd_ends_do_not_break_it() {
        for text in ["", "\\", "'", "$(", "`", "a >", "2>", "((", "|", "é$(é"] {
            split_up(text);
        }
    }
}
