//! A parsed template with the text that it was parsed from, so that each of its parts has a place.

use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use gotmpl::TemplateError;
use gotmpl::parse::{ListNode, Parser, TextNode};

use super::fault::Fault;
use super::text::{Ground, Link, Text};
use crate::model::{SourceId, Span};

/// What a template was written in.
#[derive(Clone, Debug)]
pub(crate) enum Written {
    /// A file.
    File { source: SourceId, text: Arc<str> },
    /// A text that a template handed to `tpl`.
    Value(Text),
}

/// A template, or a named one within a file.
#[derive(Debug)]
pub(crate) struct Template {
    pub(crate) body: ListNode,
    pub(crate) written: Rc<Written>,
}

/// The template of a text and the named ones in it.
pub(crate) struct Parsed {
    pub(crate) main: Rc<Template>,
    pub(crate) named: Vec<(Rc<str>, Rc<Template>)>,
}

pub(crate) fn parse(written: Written) -> Result<Parsed, Fault> {
    let written = Rc::new(written);
    let text = comments_made_empty(written.text());
    let (body, defines) =
        Parser::new(&text, "{{", "}}").and_then(Parser::parse).map_err(|error| fault(&written, &error))?;
    let template = |body| Rc::new(Template { body, written: written.clone() });
    let named = defines.into_iter().map(|it| (Rc::from(it.name.as_str()), template(it.body))).collect();
    Ok(Parsed { main: template(body), named })
}

/// The text with an action that prints nothing, of the same length and lines, for each comment that takes away the blanks
/// before it alone: the parser would take away those behind it as well.
fn comments_made_empty(text: &str) -> Cow<'_, str> {
    let mut made = String::new();
    let mut from = 0;
    for (at, _) in text.match_indices("{{-") {
        let rest = text.get(at + 3..).unwrap_or_default();
        let Some(comment) = rest.trim_start().strip_prefix("/*") else { continue };
        let Some(length) = comment.find("*/") else { break };
        let after = comment.get(length + 2..).unwrap_or_default();
        if at < from || !after.trim_start().starts_with("}}") {
            continue;
        }
        let end = text.len() - after.len();
        made.push_str(text.get(from..at).unwrap_or_default());
        made.push_str("{{- \"\"");
        let blank = |byte: u8| if byte == b'\n' { '\n' } else { ' ' };
        made.extend(text.as_bytes().get(at + 6..end).unwrap_or_default().iter().map(|it| blank(*it)));
        from = end;
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    made.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(made)
}

fn fault(written: &Written, error: &TemplateError) -> Fault {
    let (line, column, message) = match error {
        TemplateError::Parse { line, col, message, .. } | TemplateError::Lex { line, col, message, .. } => {
            (*line, *col, message.clone())
        }
        other => (1, 1, other.to_string()),
    };
    let text = written.text();
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let line = text.get(start..).and_then(|it| it.lines().next()).unwrap_or_default();
    let before: usize = line.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum();
    let message = format!("this is not a valid template: {message}");
    Fault::new(message).at(written.link(start + before..start + line.len().max(before)).span)
}

impl Written {
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::File { text, .. } => text,
            Self::Value(text) => text.as_str(),
        }
    }

    /// The place of a stretch.
    pub(crate) fn link(&self, range: Range<usize>) -> Rc<Link> {
        match self {
            Self::File { source, .. } => Link::new(Span::new(*source, range), Ground::Template),
            Self::Value(text) => match text.slice(range).marks.first() {
                Some(mark) => mark.link.clone(),
                None => Link::new(Span::start_of(SourceId(u32::MAX)), Ground::Template),
            },
        }
    }

    /// Where the text of a node begins: the parser says where it began before it was trimmed.
    pub(crate) fn start_of(&self, node: &TextNode) -> usize {
        let text = self.text();
        let rest = text.get(node.pos.offset..).unwrap_or_default();
        if rest.starts_with(&*node.text) {
            return node.pos.offset;
        }
        rest.find(&*node.text).map_or(node.pos.offset, |it| node.pos.offset + it)
    }

    /// The place of the action that holds the byte `at`: from `{{` to `}}`.
    pub(crate) fn action(&self, at: usize) -> Rc<Link> {
        let text = self.text();
        let start = text.get(..at).and_then(|it| it.rfind("{{")).unwrap_or(at);
        let mut rest = text.get(at..).unwrap_or_default().char_indices();
        let mut end = at;
        let mut quote = None;
        while let Some((offset, character)) = rest.next() {
            end = at + offset + character.len_utf8();
            match (quote, character) {
                (Some('"' | '\''), '\\') => {
                    rest.next();
                }
                (Some(open), _) if open == character => quote = None,
                (None, '"' | '`' | '\'') => quote = Some(character),
                (None, '}') if text.get(end..).is_some_and(|it| it.starts_with('}')) => {
                    end += 1;
                    break;
                }
                _ => {}
            }
        }
        self.link(start..end)
    }
}
