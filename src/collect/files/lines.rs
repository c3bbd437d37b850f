//! Files of lines, `name = value`: INI with its sections, and dotenv.

use crate::collect::target::SourceFile;
use crate::model::{Entry, Node, Span, Value};

/// An INI file: entries before the first section, and a map for each section.
pub(super) fn ini(file: &SourceFile) -> Node {
    let mut entries: Vec<Entry> = Vec::new();
    let mut section: Option<(String, Vec<Entry>, Span)> = None;
    for (line, span) in lines(file) {
        if let Some(name) = line.strip_prefix('[').and_then(|it| it.split_once(']')).map(|it| it.0.trim()) {
            close(&mut entries, section.replace((name.to_owned(), Vec::new(), span)));
        } else if let Some((name, value)) = line.split_once(['=', ':']) {
            let into = section.as_mut().map_or(&mut entries, |it| &mut it.1);
            put(into, Entry::new(name.trim(), Node::new(scalar(unquoted(value.trim())), span)));
        }
    }
    close(&mut entries, section);
    Node::map(entries, Span::new(file.id, 0..file.text.len()))
}

/// A file of environment variables; all values are text.
pub(super) fn dotenv(file: &SourceFile) -> Node {
    let mut entries: Vec<Entry> = Vec::new();
    for (line, span) in lines(file) {
        let line = line.strip_prefix("export ").unwrap_or(line);
        let Some((name, value)) = line.split_once('=') else { continue };
        let value = value.trim();
        let bare =
            if value.starts_with(['"', '\'']) { value } else { value.split(" #").next().unwrap_or(value).trim() };
        put(&mut entries, Entry::new(name.trim(), Node::new(unquoted(bare), span)));
    }
    Node::map(entries, Span::new(file.id, 0..file.text.len()))
}

/// Lines that say something, each with its place.
fn lines(file: &SourceFile) -> impl Iterator<Item = (&str, Span)> {
    let mut start = 0;
    file.text.split_inclusive('\n').filter_map(move |line| {
        let at = start + (line.len() - line.trim_start().len());
        start += line.len();
        let words = line.trim();
        let says = !words.is_empty() && !words.starts_with(['#', ';']);
        says.then(|| (words, Span::new(file.id, at..at + words.len())))
    })
}

fn close(entries: &mut Vec<Entry>, section: Option<(String, Vec<Entry>, Span)>) {
    if let Some((name, inner, span)) = section {
        put(entries, Entry::new(name, Node::map(inner, span)));
    }
}

/// The last of repeated names stands.
fn put(entries: &mut Vec<Entry>, entry: Entry) {
    entries.retain(|it| it.name != entry.name);
    entries.push(entry);
}

fn unquoted(value: &str) -> &str {
    let inside = |quote: char| value.strip_prefix(quote).and_then(|it| it.strip_suffix(quote));
    inside('"').or_else(|| inside('\'')).unwrap_or(value)
}

fn scalar(value: &str) -> Value {
    match value {
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        _ => value.parse::<i64>().map_or_else(|_| Value::from(value), Value::from),
    }
}
