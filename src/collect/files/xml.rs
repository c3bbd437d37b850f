//! XML as Conftest hands it out: an element is a map of its attributes, its children and its text.
//!
//! Names stand without their prefix, attributes behind `-`, and text that is not alone in `#content`. Children of one
//! name are a list. Of text that children interrupt, the last piece counts. Entities of a file's own are not expanded.

use std::collections::BTreeMap;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::collect::target::SourceFile;
use crate::model::limits::Limit;
use crate::model::{Entry, Node, Problem, Span};

/// What an element holds, by name.
type Inner = BTreeMap<String, Vec<Node>>;

/// An element that is not closed yet.
struct Open {
    name: String,
    span: Span,
    inner: Inner,
    text: String,
    /// Whether the next piece of text goes on from the last one.
    goes_on: bool,
}

/// The document, or what is wrong with it.
pub(super) fn document(file: &SourceFile) -> (Vec<Node>, Vec<Problem>) {
    match parsed(file) {
        Ok(node) => (node.into_iter().collect(), Vec::new()),
        Err(problem) => (Vec::new(), vec![problem]),
    }
}

fn parsed(file: &SourceFile) -> Result<Option<Node>, Problem> {
    let mut reader = Reader::from_str(&file.text);
    let mut open: Vec<Open> = Vec::new();
    let mut root = None;
    loop {
        let start = place(reader.buffer_position());
        let event = reader.read_event();
        let span = Span::new(file.id, start..place(reader.buffer_position()).max(start));
        let event = event.map_err(|error| Problem::at(span, error.to_string()))?;
        match event {
            Event::Start(element) => {
                if open.len() >= Limit::Depth.value() {
                    return Err(Problem::at(span, "elements are nested too deep"));
                }
                open.push(opened(&element, span)?);
            }
            Event::Empty(element) => close(opened(&element, span)?, span, &mut open, &mut root),
            Event::End(_) => {
                if let Some(element) = open.pop() {
                    close(element, span, &mut open, &mut root);
                }
            }
            Event::Text(text) => say(&mut open, &text.xml10_content()),
            Event::CData(text) => say(&mut open, &text.xml10_content()),
            Event::GeneralRef(reference) => {
                let meant = meant(&reference).ok_or_else(|| Problem::at(span, "an entity that is not known"))?;
                say(&mut open, &meant);
            }
            Event::Comment(_) | Event::PI(_) => open.last_mut().into_iter().for_each(|it| it.goes_on = false),
            Event::Decl(_) | Event::DocType(_) => {}
            Event::Eof => break,
        }
    }
    match open.pop() {
        Some(element) => Err(Problem::at(element.span, format!("`{}` is not closed", element.name))),
        None => Ok(root),
    }
}

fn opened(element: &BytesStart<'_>, span: Span) -> Result<Open, Problem> {
    let name = element.local_name().into_inner().to_owned();
    let mut open = Open { name, span, inner: Inner::new(), text: String::new(), goes_on: false };
    for attribute in element.attributes() {
        let attribute = attribute.map_err(|error| Problem::at(span, error.to_string()))?;
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|error| Problem::at(span, error.to_string()))?;
        put(&mut open.inner, format!("-{}", attribute.key.local_name().into_inner()), Node::new(value.as_ref(), span));
    }
    Ok(open)
}

/// An element that ended, put into the one around it; the outermost is the document.
fn close(element: Open, end: Span, open: &mut [Open], root: &mut Option<Node>) {
    let span = Span { end: end.end, ..element.span };
    let text = element.text.trim();
    let text = Node::new(text, span);
    let node = if element.inner.is_empty() {
        text
    } else {
        let mut inner = element.inner;
        if text.as_str().is_some_and(|it| !it.is_empty()) {
            put(&mut inner, "#content".to_owned(), text);
        }
        Node::map(inner.into_iter().map(|(name, nodes)| Entry::new(name, one_or_all(nodes, span))).collect(), span)
    };
    match open.last_mut() {
        Some(around) => {
            around.goes_on = false;
            put(&mut around.inner, element.name, node);
        }
        None => *root = Some(Node::map(vec![Entry::new(element.name, node)], span)),
    }
}

fn one_or_all(mut nodes: Vec<Node>, span: Span) -> Node {
    match (nodes.len(), nodes.pop()) {
        (1, Some(only)) => only,
        (_, last) => {
            nodes.extend(last);
            Node::list(nodes, span)
        }
    }
}

fn put(inner: &mut Inner, name: String, node: Node) {
    inner.entry(name).or_default().push(node);
}

fn say(open: &mut [Open], text: &str) {
    let Some(element) = open.last_mut() else { return };
    if !element.goes_on {
        element.text.clear();
    }
    element.text.push_str(text);
    element.goes_on = true;
}

/// What a reference stands for: a character by its number, or one of the five that XML knows by name.
fn meant(reference: &BytesRef<'_>) -> Option<String> {
    match reference.resolve_char_ref() {
        Ok(Some(character)) => Some(character.to_string()),
        Ok(None) => resolve_predefined_entity(reference).map(str::to_owned),
        Err(_) => None,
    }
}

fn place(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}
