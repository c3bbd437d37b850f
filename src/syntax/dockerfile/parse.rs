//! Lines to instructions: continuations, comments among them, directives, flags, exec form and heredocs.

use crate::model::Limit;
use crate::model::{Problem, SourceId, Span};
use crate::syntax::parsed::Comment;

use super::instruction::{Directive, Dockerfile, Flag, Heredoc, Instruction};
use super::logical::{Logical, Word};

const INSTRUCTIONS: &[&str] = &[
    "ADD",
    "ARG",
    "CMD",
    "COPY",
    "ENTRYPOINT",
    "ENV",
    "EXPOSE",
    "FROM",
    "HEALTHCHECK",
    "LABEL",
    "MAINTAINER",
    "ONBUILD",
    "RUN",
    "SHELL",
    "STOPSIGNAL",
    "USER",
    "VOLUME",
    "WORKDIR",
];

const TAKE_FLAGS: &[&str] = &["ADD", "COPY", "FROM", "HEALTHCHECK", "RUN"];

const TAKE_HEREDOCS: &[&str] = &["ADD", "COPY", "RUN"];

/// Reads a Dockerfile. A line that is no instruction is a problem; the rest is read all the same.
pub fn parse(source: SourceId, text: &str) -> Dockerfile {
    let mut file = Dockerfile {
        directives: Vec::new(),
        escape: '\\',
        instructions: Vec::new(),
        comments: Vec::new(),
        problems: Vec::new(),
    };
    let mut lines = Lines::new(text);
    directives(source, &mut lines, &mut file);
    while let Some(line) = lines.next() {
        let trimmed = line.text.trim_start();
        if trimmed.trim_end().is_empty() {
            continue;
        }
        if trimmed.starts_with('#') {
            file.comments.push(Comment { span: line.span(source) });
            continue;
        }
        let (logical, end) = continued(source, line, &mut lines, &mut file);
        let Some(mut instruction) = instruction(&logical, false) else { continue };
        instruction.span.end = instruction.span.end.max(saturate(end));
        if !INSTRUCTIONS.contains(&instruction.name.as_str()) {
            report(&mut file, instruction.name_span, "this is no Dockerfile instruction");
            continue;
        }
        if TAKE_HEREDOCS.contains(&instruction.name.as_str()) && instruction.exec.is_none() {
            heredocs(source, &mut instruction, &mut lines, &mut file);
        }
        file.instructions.push(instruction);
    }
    file
}

/// `# name=value` lines count only before anything else.
fn directives(source: SourceId, lines: &mut Lines, file: &mut Dockerfile) {
    while let Some(line) = lines.peek() {
        let Some((name, value)) = line.text.trim_start().strip_prefix('#').and_then(|it| it.split_once('=')) else {
            return;
        };
        let name = name.trim().to_ascii_lowercase();
        if !matches!(name.as_str(), "syntax" | "escape" | "check") {
            return;
        }
        lines.next();
        let value = value.trim();
        let start = line.start + line.text.find('=').map_or(0, |it| it + 1);
        let blank = line.text.get(start - line.start..).map_or(0, |it| it.len() - it.trim_start().len());
        let span = Span::new(source, start + blank..start + blank + value.len());
        if name == "escape" {
            file.escape = if value == "`" { '`' } else { '\\' };
        }
        file.comments.push(Comment { span: line.span(source) });
        file.directives.push(Directive { name, value: Word { text: value.to_owned(), span } });
    }
}

/// The line with those that continue it, and where the last one ends.
fn continued(source: SourceId, first: Line, lines: &mut Lines, file: &mut Dockerfile) -> (Logical, usize) {
    let mut logical = Logical::empty(source);
    let mut line = first;
    loop {
        let end = line.start + line.text.trim_end().len();
        let Some(kept) = before_escape(line.text, file.escape) else {
            logical.push(line.text.trim_end(), line.start);
            return (logical, end);
        };
        logical.push(kept, line.start);
        line = loop {
            let Some(next) = lines.next() else { return (logical, end) };
            let trimmed = next.text.trim();
            if trimmed.starts_with('#') {
                file.comments.push(Comment { span: next.span(source) });
            } else if !trimmed.is_empty() {
                break next;
            }
        };
    }
}

/// The line without the escape character that ends it. A doubled one does not continue the line.
fn before_escape(line: &str, escape: char) -> Option<&str> {
    let kept = line.trim_end().strip_suffix(escape)?;
    (!kept.ends_with(escape)).then_some(kept)
}

fn instruction(logical: &Logical, on_build: bool) -> Option<Instruction> {
    let text = &logical.text;
    let start = text.len() - text.trim_start().len();
    let name_end = text.get(start..)?.find(char::is_whitespace).map_or(text.len(), |it| start + it);
    let name = text.get(start..name_end)?.to_ascii_uppercase();
    let name_span = logical.span(start..name_end);
    let mut at = skip_blanks(text, name_end);
    if name == "ONBUILD" && !on_build && at < text.len() {
        let mut inner = instruction(&logical.part(at..text.len()), true)?;
        inner.span = name_span.to(inner.span);
        return Some(inner);
    }
    let mut flags = Vec::new();
    while TAKE_FLAGS.contains(&name.as_str()) && text.get(at..).is_some_and(|it| it.starts_with("--")) {
        let end = flag_end(text, at);
        flags.push(flag(logical, at..end));
        at = skip_blanks(text, end);
    }
    let arguments = logical.part(at..text.trim_end().len().max(at));
    let exec = exec_form(&arguments);
    let span = logical.span(start..text.trim_end().len());
    Some(Instruction { name, name_span, span, on_build, flags, arguments, exec, heredocs: Vec::new() })
}

fn skip_blanks(text: &str, at: usize) -> usize {
    text.get(at..).map_or(text.len(), |it| at + it.len() - it.trim_start().len())
}

/// A flag ends at a blank outside quotes: `--mount=type=cache,target="a b"`.
fn flag_end(text: &str, start: usize) -> usize {
    let mut quote = None;
    for (at, it) in text.get(start..).unwrap_or_default().char_indices() {
        match quote {
            Some(open) if open == it => quote = None,
            None if matches!(it, '"' | '\'') => quote = Some(it),
            None if it.is_whitespace() => return start + at,
            _ => {}
        }
    }
    text.len()
}

fn flag(logical: &Logical, range: std::ops::Range<usize>) -> Flag {
    let text = logical.text.get(range.clone()).unwrap_or_default();
    let equals = text.find('=');
    let name = text.get(2..equals.unwrap_or(text.len())).unwrap_or_default().to_owned();
    let value_start = equals.map_or(range.end, |it| range.start + it + 1);
    Flag { name, value: logical.word(value_start..range.end), span: logical.span(range) }
}

/// A JSON list of strings, or nothing: then the shell form is meant, as Docker has it.
fn exec_form(arguments: &Logical) -> Option<Vec<Word>> {
    let text = arguments.text.trim_end();
    if !text.starts_with('[') || !text.ends_with(']') {
        return None;
    }
    let values: Vec<String> = serde_json::from_str(text).ok()?;
    let mut spans = Vec::new();
    let mut open = None;
    let mut escaped = false;
    for (at, it) in text.char_indices() {
        match (open, it) {
            (Some(_), _) if escaped => escaped = false,
            (Some(_), '\\') => escaped = true,
            (Some(start), '"') => {
                spans.push(arguments.span(start..at));
                open = None;
            }
            (None, '"') => open = Some(at + 1),
            _ => {}
        }
    }
    (spans.len() == values.len())
        .then(|| values.into_iter().zip(spans).map(|(text, span)| Word { text, span }).collect())
}

fn heredocs(source: SourceId, instruction: &mut Instruction, lines: &mut Lines, file: &mut Dockerfile) {
    for (name, expands, strips_tabs, span) in heredoc_marks(&instruction.arguments) {
        let mut body = Logical::empty(source);
        let mut closed = false;
        while let Some(line) = lines.next() {
            instruction.span.end = saturate(line.start + line.text.trim_end_matches('\r').len());
            let bare = line.text.trim_end_matches('\r');
            let bare = if strips_tabs { bare.trim_start_matches('\t') } else { bare };
            if bare == name {
                closed = true;
                break;
            }
            body.push(bare, line.start + (line.text.trim_end_matches('\r').len() - bare.len()));
            body.push("\n", line.start + line.text.len());
        }
        if !closed {
            report(file, span, "this heredoc is not closed");
        }
        instruction.heredocs.push(Heredoc { name, expands, body });
    }
}

/// `<<NAME`, `<<-NAME`, `<<"NAME"` outside quotes: name, whether it expands, whether tabs are stripped, and the place.
fn heredoc_marks(arguments: &Logical) -> Vec<(String, bool, bool, Span)> {
    let mut marks = Vec::new();
    let mut quote = None;
    let mut rest = arguments.text.char_indices().peekable();
    while let Some((at, it)) = rest.next() {
        match quote {
            Some(open) if open == it => quote = None,
            Some(_) => {}
            None if matches!(it, '"' | '\'') => quote = Some(it),
            None if it == '<' => {
                let tail = arguments.text.get(at..).unwrap_or_default();
                if tail.starts_with("<<<") {
                    rest.next();
                    rest.next();
                } else if let Some((name, expands, strips, length)) = heredoc_mark(tail) {
                    marks.push((name, expands, strips, arguments.span(at..at + length)));
                    while rest.next_if(|(next, _)| *next < at + length).is_some() {}
                }
            }
            None => {}
        }
    }
    marks
}

fn heredoc_mark(tail: &str) -> Option<(String, bool, bool, usize)> {
    let after = tail.strip_prefix("<<")?;
    let strips = after.starts_with('-');
    let after = after.strip_prefix('-').unwrap_or(after);
    let quote = after.chars().next().filter(|it| matches!(it, '"' | '\''));
    let word = quote.map_or(after, |it| after.strip_prefix(it).unwrap_or(after));
    let end =
        word.find(|it: char| !(it.is_alphanumeric() || it == '_' || it == '-' || it == '.')).unwrap_or(word.len());
    let name = word.get(..end).filter(|it| !it.is_empty())?;
    if quote.is_some_and(|it| !word.get(end..).is_some_and(|rest| rest.starts_with(it))) {
        return None;
    }
    let length = tail.len() - word.len() + end + usize::from(quote.is_some());
    Some((name.to_owned(), quote.is_none(), strips, length))
}

fn report(file: &mut Dockerfile, span: Span, message: &str) {
    if file.problems.len() < Limit::Problems.value() {
        file.problems.push(Problem::at(span, message));
    }
}

fn saturate(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// A physical line without its line feed.
#[derive(Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    start: usize,
}

impl Line<'_> {
    fn span(&self, source: SourceId) -> Span {
        let trimmed = self.text.trim();
        let start = self.start + (self.text.len() - self.text.trim_start().len());
        Span::new(source, start..start + trimmed.len())
    }
}

struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lines<'a> {
    /// A byte-order mark is skipped and still counted.
    fn new(text: &'a str) -> Self {
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { text, at }
    }

    fn peek(&self) -> Option<Line<'a>> {
        let rest = self.text.get(self.at..).filter(|it| !it.is_empty())?;
        let length = rest.find('\n').unwrap_or(rest.len());
        Some(Line { text: rest.get(..length)?, start: self.at })
    }

    fn next(&mut self) -> Option<Line<'a>> {
        let line = self.peek()?;
        self.at = (line.start + line.text.len() + 1).min(self.text.len());
        Some(line)
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
