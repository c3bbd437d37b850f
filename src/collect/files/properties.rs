//! Properties of Java: `name = value`, with lines that go on, escapes and references to one another.

use std::collections::BTreeMap;

use crate::collect::target::SourceFile;
use crate::model::{Cause, Entry, Node, Problem, Shape, Span, Unresolved};

/// How long a value may become by what it refers to, how far references lead, and how much a file may become in all.
const LONGEST: usize = 64 * 1024;
const FARTHEST: usize = 64;
const MOST: usize = 16 * 1024 * 1024;

/// Stated values and their places.
type Stated = BTreeMap<String, (String, Span)>;

/// All values are text; the last of repeated names stands.
pub(super) fn properties(file: &SourceFile) -> (Vec<Node>, Vec<Problem>) {
    let mut stated = Stated::new();
    for (line, span) in whole_lines(file) {
        let (name, value) = split(&line);
        stated.insert(unescaped(name), (unescaped(value), span));
    }
    let mut entries = Vec::new();
    let mut problems = Vec::new();
    let mut written = 0;
    for (name, (_, span)) in &stated {
        let mut expansion = Expansion { stated: &stated, around: Vec::new(), written, text: String::new() };
        let outcome = expansion.expand(name);
        written = expansion.written;
        let node = match outcome {
            Ok(()) => Node::new(expansion.text, *span),
            Err(Reason::Unknown(cause)) => {
                let cause = Cause::Variable(cause);
                Node::unresolved(Unresolved { cause, place: *span, shape: Shape::String }, *span)
            }
            Err(Reason::Endless) => {
                problems.push(Problem::at(*span, format!("`{name}` refers to itself, or to too much")));
                continue;
            }
        };
        entries.push(Entry::new(name.as_str(), node));
    }
    (vec![Node::map(entries, Span::new(file.id, 0..file.text.len()))], problems)
}

/// Why a value is not known.
enum Reason {
    /// A name that the file does not state: the environment may.
    Unknown(String),
    Endless,
}

/// The value of one name as it becomes whole.
struct Expansion<'s> {
    stated: &'s Stated,
    /// The names whose values are being written, each within the one before.
    around: Vec<&'s str>,
    /// Bytes written for all names so far, and one for each that was asked for.
    written: usize,
    text: String,
}

impl<'s> Expansion<'s> {
    /// Writes the value of a name, with what `${..}` in it stands for.
    fn expand(&mut self, name: &'s str) -> Result<(), Reason> {
        let Some((value, _)) = self.stated.get(name) else { return Err(Reason::Unknown(name.to_owned())) };
        self.written += 1 + value.len();
        let is_too_much = self.text.len() > LONGEST || self.around.len() > FARTHEST || self.written > MOST;
        if is_too_much || self.around.contains(&name) {
            return Err(Reason::Endless);
        }
        self.around.push(name);
        let mut rest = value.as_str();
        while let Some((before, inner, after)) = reference(rest) {
            self.text.push_str(before);
            self.expand(inner)?;
            rest = after;
        }
        self.text.push_str(rest);
        self.around.pop();
        Ok(())
    }
}

/// The first `${..}` of a text: what stands before it, in it and after it.
fn reference(text: &str) -> Option<(&str, &str, &str)> {
    let (before, after) = text.split_once("${")?;
    let (inner, after) = after.split_once('}')?;
    Some((before, inner, after))
}

/// Lines that say something, with those that a backslash continues put together.
fn whole_lines(file: &SourceFile) -> Vec<(String, Span)> {
    let mut whole: Vec<(String, Span)> = Vec::new();
    let mut goes_on = false;
    let mut at = 0;
    for line in file.text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let words = line.trim_end_matches(['\n', '\r']);
        let words = words.trim_start();
        let from = start + (line.len() - line.trim_start().len()).min(line.len());
        let continues = words.chars().rev().take_while(|it| *it == '\\').count() % 2 == 1;
        let said = if continues { words.strip_suffix('\\').unwrap_or(words) } else { words };
        match whole.last_mut().filter(|_| goes_on) {
            Some((text, span)) => {
                text.push_str(said);
                span.end = Span::new(file.id, from..from + words.len()).end.max(span.end);
            }
            None if words.is_empty() || words.starts_with(['#', '!']) => continue,
            None => whole.push((said.to_owned(), Span::new(file.id, from..from + words.len()))),
        }
        goes_on = continues;
    }
    whole
}

/// The name ends at the first `=`, `:` or blank that no backslash stands before.
fn split(line: &str) -> (&str, &str) {
    let mut is_escaped = false;
    let end = line.char_indices().find(|(_, it)| {
        let ends = !is_escaped && (matches!(it, '=' | ':') || it.is_whitespace());
        is_escaped = !is_escaped && *it == '\\';
        ends
    });
    let (name, rest) = line.split_at(end.map_or(line.len(), |it| it.0));
    let rest = rest.trim_start();
    let rest = rest.strip_prefix(['=', ':']).unwrap_or(rest);
    (name, rest.trim_start())
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(it) = rest.next() {
        if it != '\\' {
            out.push(it);
            continue;
        }
        match rest.next() {
            Some('t') => out.push('\t'),
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('f') => out.push('\u{c}'),
            Some('u') => {
                let digits: String = rest.by_ref().take(4).collect();
                out.extend(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32));
            }
            Some(it) => out.push(it),
            None => {}
        }
    }
    out
}
