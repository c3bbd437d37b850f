//! The output of a template as documents whose nodes know the template line that made them, and the values behind it.

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::{Cause, Entry, Node, Problem, Shape, Span, Through, Unresolved, Value};
use crate::syntax::yaml;

use super::language::machine::NO_VALUE;
use super::language::nodes::NOWHERE;
use super::language::text::{Builder, Ground, Link, Mark, Text, UNKNOWN};

/// The documents of an output, at their places in the template, and what is wrong with them.
pub(super) fn documents(output: &Text, template: Span) -> (Vec<Node>, Vec<Problem>) {
    let output = without_nothing(output);
    let trace = Trace { text: &output, template };
    let parsed = yaml::parse(NOWHERE, output.as_str());
    let documents = parsed.documents.iter().filter(|it| !it.is_null()).map(|it| trace.node(it)).collect();
    let problem = |it: Problem| Problem { span: it.span.map(|it| trace.place(&it.range())), ..it };
    (documents, parsed.problems.into_iter().map(problem).collect())
}

/// The output without what stands for nothing, as Helm cleans it.
fn without_nothing(output: &Text) -> Text {
    if !output.as_str().contains(NO_VALUE) {
        return output.clone();
    }
    let mut builder = Builder::default();
    for part in output.as_str().split(NO_VALUE) {
        builder.push(&output.part(part));
    }
    builder.finish()
}

/// How many places behind a value are kept. All of them hold the value, so that a secret is masked in each; reports name
/// a few.
const KEPT: usize = 2_000;

struct Trace<'a> {
    text: &'a Text,
    /// The place of what has none.
    template: Span,
}

impl Trace<'_> {
    fn node(&self, node: &Node) -> Node {
        let span = self.place(&node.span.range());
        let via = || self.behind(&node.span.range(), span);
        let name_span = node.name_span.map(|it| self.place(&it.range()));
        let (value, via) = match &node.value {
            Value::Map(map) => {
                let entries: Vec<Entry> =
                    map.entries.iter().map(|it| Entry::new(it.name.clone(), self.node(&it.node))).collect();
                let via = if entries.is_empty() { via() } else { Vec::new() };
                (Node::map(entries, span).value, via)
            }
            Value::List(items) => {
                let items: Vec<Node> = items.iter().map(|it| self.node(it)).collect();
                let via = if items.is_empty() { via() } else { Vec::new() };
                (Value::List(items.into()), via)
            }
            Value::String(text) => (self.known(text, &node.span.range(), span), via()),
            other => (other.clone(), via()),
        };
        let via: Option<Arc<[Through]>> = (!via.is_empty()).then(|| via.into());
        Node { value, span, name_span, origin: node.origin, via }
    }

    /// A text, or what is known of it where a part of it is not.
    fn known(&self, text: &Arc<str>, range: &std::ops::Range<usize>, span: Span) -> Value {
        let open = self.text.marks_in(range).iter().find_map(|it| it.open.as_ref());
        let Some(open) = open.filter(|_| text.contains(UNKNOWN)) else { return Value::String(text.clone()) };
        let shape = if **text == *UNKNOWN { open.shape.clone() } else { template(text) };
        let cause: Cause = open.cause.clone();
        Value::Unresolved(Box::new(Unresolved { cause, place: open.place.unwrap_or(span), shape }))
    }

    /// The place of a stretch in the template that writes its line.
    fn place(&self, range: &std::ops::Range<usize>) -> Span {
        let marks = self.text.marks_in(range);
        let Some(first) = marks.first().or_else(|| self.before(range.start)) else {
            return self.template;
        };
        let level = self.level(range.start);
        let start = spot(first, level, range.start.max(first.range.start), false);
        let last = marks.last().unwrap_or(first);
        let end = spot(last, level, range.end.min(last.range.end), true);
        match start.source == end.source && start.start <= end.end {
            true => Span { end: end.end, ..start },
            false => start,
        }
    }

    /// The places behind a stretch: values, helpers, and the templates that include this one.
    fn behind(&self, range: &std::ops::Range<usize>, own: Span) -> Vec<Through> {
        behind(self.text.marks_in(range), self.level(range.start), own)
    }

    fn before(&self, at: usize) -> Option<&Mark> {
        let after = self.text.marks.partition_point(|it| it.range.start <= at);
        after.checked_sub(1).and_then(|it| self.text.marks.get(it))
    }

    /// How deep in included templates the line of a byte is written: a helper that prints only a value does not take the
    /// line away from the template that names it.
    fn level(&self, at: usize) -> usize {
        let text = self.text.as_str();
        let line = text.get(..at).and_then(|it| it.rfind('\n')).map_or(0, |it| it + 1);
        let rest = text.get(line..).unwrap_or_default();
        let blank = rest.len() - rest.trim_start_matches([' ', '-']).len();
        let begins = line + blank;
        let mark = self.text.marks_in(&(begins..begins + 1)).first();
        mark.map_or(0, |it| templates(&it.link).count().saturating_sub(1))
    }
}

/// A text with parts that are not known.
fn template(text: &str) -> Shape {
    let mut parts = Vec::new();
    for (at, part) in text.split(UNKNOWN).enumerate() {
        if at > 0 {
            parts.push(None);
        }
        if !part.is_empty() {
            parts.push(Some(part.to_owned()));
        }
    }
    Shape::Template(parts.into())
}

/// The places of a chain that lie in templates, before any that lies in values.
fn templates(link: &Link) -> impl Iterator<Item = &Link> {
    link.chain().take_while(|it| it.ground == Ground::Template)
}

/// Where a byte of a mark is written, at that level of included templates.
fn spot(mark: &Mark, level: usize, at: usize, is_end: bool) -> Span {
    let links: Vec<&Link> = templates(&mark.link).take(level + 1).collect();
    let link = links.last().copied().unwrap_or(&mark.link);
    if !mark.is_exact || link.inner.is_some() {
        return link.span;
    }
    let byte = link.span.start as usize + (at - mark.range.start.min(at));
    let range = if is_end { link.span.start as usize..byte } else { byte..link.span.end as usize };
    Span::new(link.span.source, range)
}

fn behind(marks: &[Mark], level: usize, own: Span) -> Vec<Through> {
    let mut values = Vec::new();
    let mut helpers = Vec::new();
    let mut callers = Vec::new();
    let mut met = HashSet::new();
    for mark in marks {
        if values.len() >= KEPT {
            break;
        }
        for (at, link) in mark.link.chain().enumerate() {
            let (list, note) = match link.ground {
                Ground::Values => (&mut values, "where the value is set"),
                Ground::Template if at > level => (&mut helpers, "what writes it"),
                Ground::Template if at < level => (&mut callers, "included here"),
                Ground::Template => continue,
            };
            if link.span != own && list.len() < KEPT && met.insert((note, link.span)) {
                list.push(Through { note: note.into(), span: link.span });
            }
        }
    }
    values.into_iter().chain(helpers).chain(callers).take(KEPT).collect()
}
