//! HCL as Conftest shows it: blocks are lists below their labels, expressions are text in `${}`.

use std::collections::HashMap;
use std::sync::Arc;

use crate::collect::target::SourceFile;
use crate::model::{Entry, Node, Problem, Span, Value};
use crate::syntax::hcl;
use crate::syntax::hcl::tree::{Block, Body, Expression, Form, Part};

/// The file's one configuration.
pub(super) fn configuration(file: &SourceFile) -> (Vec<Node>, Vec<Problem>) {
    let read = hcl::parse(file.id, &file.text);
    let whole = Span::new(file.id, 0..file.text.len());
    (vec![Reader { text: &file.text }.body(&read.body, whole, 0)], read.problems)
}

/// Blocks nested deeper than this are left out.
const DEPTH: usize = 64;

/// Labels of one block beyond these are left out; no block has so many.
const LABELS: usize = 16;

struct Reader<'a> {
    text: &'a str,
}

impl Reader<'_> {
    fn body(&self, body: &Body, span: Span, depth: usize) -> Node {
        let attributes = body.attributes.iter();
        let mut entries: Vec<Entry> = attributes
            .map(|it| Entry::new(Arc::clone(&it.name), self.expression(&it.value, depth).named(it.name_span)))
            .collect();
        if depth < DEPTH {
            let mut labels = Labels::default();
            for block in &body.blocks {
                let names = [&block.kind].into_iter().chain(block.labels.iter().map(|it| &it.text));
                labels.put(&names.take(LABELS).collect::<Vec<_>>(), self.block(block, depth));
            }
            entries.extend(labels.entries());
        }
        Node::map(entries, span)
    }

    fn block(&self, block: &Block, depth: usize) -> Node {
        let name = block.labels.last().map_or(block.kind_span, |it| it.span);
        self.body(&block.body, block.span, depth + 1).named(name)
    }

    fn expression(&self, expression: &Expression, depth: usize) -> Node {
        let span = expression.span;
        if depth >= DEPTH {
            return Node::new(self.wrapped(span), span);
        }
        match &expression.form {
            Form::Null => Node::new(Value::Null, span),
            Form::Bool(it) => Node::new(*it, span),
            Form::Number(it) => Node::new(it.clone(), span),
            Form::String(it) => Node::new(Arc::clone(it), span),
            Form::Template(parts) => Node::new(self.template(parts, span), span),
            Form::Tuple(items) => Node::list(items.iter().map(|it| self.expression(it, depth + 1)).collect(), span),
            Form::Object(items) => {
                let entries = items.iter().map(|it| {
                    let key = match &it.key.form {
                        Form::String(key) => key.to_string(),
                        _ => self.source(it.key.span).to_owned(),
                    };
                    Entry::new(key, self.expression(&it.value, depth + 1).named(it.key.span))
                });
                Node::map(entries.collect(), span)
            }
            _ => Node::new(self.wrapped(span), span),
        }
    }

    /// The text of a quoted string as it stands, without its quotes; of a heredoc its parts.
    fn template(&self, parts: &[Part], span: Span) -> String {
        let source = self.source(span);
        match source.strip_prefix('"').and_then(|it| it.strip_suffix('"')) {
            Some(inside) => inside.to_owned(),
            None => match parts {
                [Part::Literal(text, _)] => text.to_string(),
                _ => source.lines().skip(1).map(|it| format!("{it}\n")).collect(),
            },
        }
    }

    fn source(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    fn wrapped(&self, span: Span) -> String {
        format!("${{{}}}", self.source(span))
    }
}

/// Blocks below their labels, in the order of the source.
#[derive(Default)]
struct Labels {
    places: HashMap<Arc<str>, usize>,
    below: Vec<(Arc<str>, Labels, Vec<Node>)>,
}

impl Labels {
    fn put(&mut self, names: &[&Arc<str>], block: Node) {
        let Some((name, rest)) = names.split_first() else { return };
        let next = self.below.len();
        let at = *self.places.entry(Arc::clone(name)).or_insert(next);
        if at == next {
            self.below.push((Arc::clone(name), Self::default(), Vec::new()));
        }
        match self.below.get_mut(at) {
            Some((_, _, blocks)) if rest.is_empty() => blocks.push(block),
            Some((_, labels, _)) => labels.put(rest, block),
            None => {}
        }
    }

    fn entries(self) -> Vec<Entry> {
        let entry = |(name, labels, blocks): (Arc<str>, Self, Vec<Node>)| {
            if blocks.is_empty() {
                let entries = labels.entries();
                let span = entries.first().map(|it| it.node.span)?;
                return Some(Entry::new(name, Node::map(entries, span)));
            }
            let span = blocks.first().map(|it| it.span)?;
            Some(Entry::new(name, Node::list(blocks, span)))
        };
        self.below.into_iter().filter_map(entry).collect()
    }
}
