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
    let mut chars = Cursor { chars: text.text.char_indices().collect(), at: 0, end: text.text.len() };
    while let Some((at, it)) = chars.peek() {
        match it {
            '\n' | ';' | '&' | '(' | ')' => {
                chars.at += 1;
                state.end(false, commands);
            }
            '|' => {
                chars.at += 1;
                let or = chars.next_if('|');
                chars.next_if('&');
                state.end(!or, commands);
            }
            '#' => {
                while chars.peek().is_some_and(|(_, it)| it != '\n') {
                    chars.at += 1;
                }
            }
            '<' if chars.follows('(') => {
                let (word, inner) = process(text, &mut chars);
                state.words.push(word);
                state.inner.push(inner);
            }
            '>' | '<' => {
                chars.at += 1;
                redirect(&mut chars);
            }
            it if it.is_whitespace() => chars.at += 1,
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
fn redirect(chars: &mut Cursor) {
    while chars.peek().is_some_and(|(_, it)| matches!(it, '>' | '<' | '&' | '-' | '|' | ' ' | '\t')) {
        chars.at += 1;
    }
    let mut quote = None;
    while let Some((_, it)) = chars.peek() {
        match quote {
            Some(open) if open == it => quote = None,
            None if matches!(it, '"' | '\'') => quote = Some(it),
            None if it.is_whitespace() || matches!(it, ';' | '&' | '|' | '(' | ')') => return,
            _ => {}
        }
        chars.at += 1;
    }
}

/// A word, unquoted, and the ranges of the command substitutions in it.
fn word(text: &Logical, chars: &mut Cursor) -> (Word, Vec<std::ops::Range<usize>>) {
    let start = chars.place();
    let mut unquoted = String::new();
    let mut inner = Vec::new();
    let mut quote = None;
    while let Some((at, it)) = chars.peek() {
        if quote.is_none() && (it.is_whitespace() || matches!(it, ';' | '&' | '|' | '(' | ')' | '<' | '>')) {
            break;
        }
        chars.at += 1;
        match (quote, it) {
            (Some('\''), '\'') | (Some('"'), '"') => quote = None,
            (Some('\''), _) => unquoted.push(it),
            (None, '\'' | '"') => quote = Some(it),
            (_, '\\') => {
                unquoted.extend(chars.peek().map(|(_, next)| next).filter(|next| *next != '\n'));
                chars.at += 1;
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
                    chars.at += 1;
                }
                inner.push(from..chars.place());
                chars.at += 1;
                unquoted.push_str(text.text.get(at..chars.place()).unwrap_or_default());
            }
            _ => unquoted.push(it),
        }
    }
    (Word { text: unquoted, span: text.span(start..chars.place()) }, inner)
}

/// `<(...)`: a word that names the output of the commands in it.
fn process(text: &Logical, chars: &mut Cursor) -> (Word, std::ops::Range<usize>) {
    let start = chars.place();
    chars.at += 2;
    let from = chars.place();
    closing(chars);
    let end = chars.place();
    let written = text.text.get(start..end).unwrap_or_default().to_owned();
    (Word { text: written, span: text.span(start..end) }, from..end.saturating_sub(1).max(from))
}

/// Goes past the parenthesis that closes the one just read.
fn closing(chars: &mut Cursor) {
    let mut open = 1_usize;
    let mut quote = None;
    while let Some((_, it)) = chars.peek() {
        chars.at += 1;
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

struct Cursor {
    chars: Vec<(usize, char)>,
    at: usize,
    end: usize,
}

impl Cursor {
    fn peek(&self) -> Option<(usize, char)> {
        self.chars.get(self.at).copied()
    }

    fn follows(&self, wanted: char) -> bool {
        self.chars.get(self.at + 1).is_some_and(|(_, it)| *it == wanted)
    }

    fn place(&self) -> usize {
        self.peek().map_or(self.end, |(at, _)| at)
    }

    fn next_if(&mut self, wanted: char) -> bool {
        let found = self.peek().is_some_and(|(_, it)| it == wanted);
        self.at += usize::from(found);
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
