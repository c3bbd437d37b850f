//! Events to a tree: a stack of what is open, so that no input can exhaust the call stack.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use granit_parser::{Event, ScalarStyle, Span as EventSpan, StructureStyle, Tag};

use crate::model::Limit;
use crate::model::name::shared;
use crate::model::{Cause, Entry, Node, Problem, Shape, SourceId, Span, Through, Unresolved, Value};

use super::super::unique::unique;
use super::merge::merge;
use super::scalar;
use super::tag;

/// The text came to its bound: nothing after it is read.
pub(super) struct Exhausted;

pub(super) struct Tree<'a> {
    source: SourceId,
    text: &'a str,
    open: Vec<Open>,
    /// How many collections too deep to keep are open.
    skipped: usize,
    anchors: HashMap<usize, Built>,
    /// Events and the nodes that aliases brought in: at least as many as there are nodes.
    total: usize,
    documents: Vec<Node>,
    problems: Vec<Problem>,
}

/// A finished node and what it comes to.
#[derive(Clone)]
struct Built {
    node: Node,
    /// Bytes of the text it takes up: for an alias not those of what it stands for.
    extent: Range<usize>,
    count: usize,
    height: usize,
}

/// A collection whose end has not come yet.
struct Open {
    content: Content,
    style: StructureStyle,
    anchor: usize,
    tag: Option<(&'static str, Span)>,
    extent: Option<Range<usize>>,
    count: usize,
    height: usize,
}

enum Content {
    List(Vec<Node>),
    Map { entries: Vec<Entry>, key: Option<Key>, merged: Vec<(Span, Node)> },
}

struct Key {
    name: Arc<str>,
    span: Span,
    merges: bool,
}

impl<'a> Tree<'a> {
    pub(super) fn new(source: SourceId, text: &'a str) -> Self {
        Self {
            source,
            text,
            open: Vec::new(),
            skipped: 0,
            anchors: HashMap::new(),
            total: 0,
            documents: Vec::new(),
            problems: Vec::new(),
        }
    }

    pub(super) fn finish(self) -> (Vec<Node>, Vec<Problem>) {
        (self.documents, self.problems)
    }

    pub(super) fn event(&mut self, event: Event<'_>, at: EventSpan) -> Result<(), Exhausted> {
        let extent = at.byte_range().unwrap_or_default();
        if self.skipped > 0 {
            match event {
                Event::SequenceStart(..) | Event::MappingStart(..) => self.skipped += 1,
                Event::SequenceEnd | Event::MappingEnd => self.skipped -= 1,
                _ => {}
            }
            return Ok(());
        }
        self.total += 1;
        match event {
            Event::DocumentStart(..) => self.start_over(),
            Event::Scalar(text, style, anchor, tag) => self.scalar(text, style, anchor, tag.as_deref(), &at, extent),
            Event::SequenceStart(style, anchor, tag) => {
                self.begin(Content::List(Vec::new()), style, anchor, tag.as_deref(), &at, extent);
            }
            Event::MappingStart(style, anchor, tag) => {
                let content = Content::Map { entries: Vec::new(), key: None, merged: Vec::new() };
                self.begin(content, style, anchor, tag.as_deref(), &at, extent);
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(extent),
            Event::Alias(anchor) => self.alias(anchor, extent),
            Event::UnresolvedAlias(name) => {
                let span = Span::new(self.source, extent.clone());
                self.problems.push(Problem::at(span, format!("no anchor is named {name}")));
                let node = unknown(Cause::Expression(format!("*{name}")), span);
                self.attach(Built { node, extent, count: 1, height: 0 }, false);
            }
            _ => {}
        }
        if self.total > Limit::Values.value() {
            let span = Span::new(self.source, at.byte_range().unwrap_or_default());
            self.broken(Problem::at(span, format!("more than {} values: the rest is not read", Limit::Values.value())));
            return Err(Exhausted);
        }
        Ok(())
    }

    /// The document breaks here. What its outermost collection had complete is kept; the entry that was being read, or
    /// the last one, which the error may have cut short, is there but unknown.
    pub(super) fn broken(&mut self, problem: Problem) {
        let place = problem.span.unwrap_or(Span::start_of(self.source));
        self.problems.push(problem);
        self.skipped = 0;
        if self.open.is_empty() {
            return;
        }
        self.open.truncate(1);
        let Some(outermost) = self.open.first_mut() else { return };
        let empty = match &outermost.content {
            Content::List(items) => items.is_empty(),
            Content::Map { entries, key, .. } => entries.is_empty() && key.is_none(),
        };
        if empty {
            return self.start_over();
        }
        let unread = |span| unknown(Cause::Expression("text that could not be read".to_owned()), span);
        match &mut outermost.content {
            Content::List(items) => {
                if let Some(last) = items.last_mut() {
                    *last = unread(last.span);
                }
            }
            Content::Map { entries, key, .. } => match (key.take(), entries.last_mut()) {
                (Some(key), _) if !key.merges => {
                    entries.push(Entry::new(key.name, unread(place).named(key.span)));
                }
                (Some(_), _) => {}
                (None, Some(last)) => {
                    let name_span = last.node.name_span;
                    last.node = Node { name_span, ..unread(last.node.span) };
                }
                (None, None) => {}
            },
        }
        self.end(place.range());
        self.start_over();
    }

    fn start_over(&mut self) {
        self.open.clear();
        self.anchors.clear();
        self.skipped = 0;
    }

    fn begin(
        &mut self,
        content: Content,
        style: StructureStyle,
        anchor: usize,
        tag: Option<&Tag>,
        at: &EventSpan,
        extent: Range<usize>,
    ) {
        if self.open.len() >= Limit::Depth.value() {
            self.skipped = 1;
            let span = Span::new(self.source, extent.clone());
            let message = format!("nested deeper than {} levels: what is deeper is not read", Limit::Depth.value());
            self.problems.push(Problem::at(span, message));
            let node = unknown(Cause::Limit("nesting".to_owned()), span);
            self.attach(Built { node, extent, count: 1, height: 0 }, false);
            return;
        }
        // Where a block begins is told by its first child; a flow collection has a bracket of its own.
        let extent = (style == StructureStyle::Flow).then_some(extent);
        let tag = self.long_form(tag, at);
        self.open.push(Open { content, style, anchor, tag, extent, count: 1, height: 0 });
    }

    fn end(&mut self, end: Range<usize>) {
        let Some(open) = self.open.pop() else { return };
        let mut extent = open.extent.unwrap_or(end.clone());
        if open.style == StructureStyle::Flow {
            extent.end = extent.end.max(end.end);
        }
        let span = Span::new(self.source, extent.clone());
        let node = match open.content {
            Content::List(items) => Node::list(items, span),
            Content::Map { entries, merged, .. } => {
                let mut entries = unique(entries, &mut self.problems);
                merge(&mut entries, merged, &mut self.problems);
                Node::map(entries, span)
            }
        };
        self.complete(node, extent, open.anchor, open.tag, open.count, open.height);
    }

    fn scalar(
        &mut self,
        text: Cow<'_, str>,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&Tag>,
        at: &EventSpan,
        mut extent: Range<usize>,
    ) {
        if matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
            let written = self.text.get(extent.clone()).unwrap_or_default();
            extent.end = extent.start + written.trim_end_matches(['\n', '\r', ' ', '\t']).len();
        }
        let span = Span::new(self.source, extent.clone());
        let long = self.long_form(tag, at);
        // The parser writes a value that is left out as `~` without extent.
        let left_out = extent.is_empty() && style == ScalarStyle::Plain;
        let merges = style == ScalarStyle::Plain && text == "<<";
        let value = match tag {
            Some(tag) => match tag.core_suffix() {
                Some(suffix) => scalar::tagged(suffix, text),
                None if left_out && long.is_some() => Value::String("".into()),
                None if left_out => Value::Null,
                // `!` alone says: a string. What a function takes is one too.
                None if long.is_some() || tag.suffix() == "!" => Value::String(text.into()),
                None if style == ScalarStyle::Plain => scalar::plain(text),
                None => Value::String(text.into()),
            },
            None if left_out => Value::Null,
            None if style == ScalarStyle::Plain => scalar::plain(text),
            None => Value::String(shared(&text)),
        };
        let built = self.complete_scalar(Node::new(value, span), extent, anchor, long);
        self.attach(built, merges);
    }

    fn complete_scalar(
        &mut self,
        node: Node,
        extent: Range<usize>,
        anchor: usize,
        long: Option<(&'static str, Span)>,
    ) -> Built {
        let built = self.tagged(node, extent, long, 1, 0);
        if anchor > 0 {
            self.anchors.insert(anchor, built.clone());
        }
        built
    }

    fn complete(
        &mut self,
        node: Node,
        extent: Range<usize>,
        anchor: usize,
        long: Option<(&'static str, Span)>,
        count: usize,
        height: usize,
    ) {
        let built = self.tagged(node, extent, long, count, height);
        if anchor > 0 {
            self.anchors.insert(anchor, built.clone());
        }
        self.attach(built, false);
    }

    fn tagged(
        &self,
        node: Node,
        mut extent: Range<usize>,
        long: Option<(&'static str, Span)>,
        count: usize,
        height: usize,
    ) -> Built {
        let Some((long, place)) = long else { return Built { node, extent, count, height } };
        extent.start = extent.start.min(place.range().start);
        Built { node: tag::apply(long, node, place, self.text), extent, count: count + 1, height: height + 1 }
    }

    fn long_form(&self, tag: Option<&Tag>, at: &EventSpan) -> Option<(&'static str, Span)> {
        let tag = tag?;
        let long = if tag.handle() == "!" { tag::long_form(tag.suffix())? } else { return None };
        let range = at.tag_span()?.byte_range()?;
        Some((long, Span::new(self.source, range)))
    }

    fn alias(&mut self, anchor: usize, extent: Range<usize>) {
        let span = Span::new(self.source, extent.clone());
        let name = self.text.get(extent.clone()).unwrap_or_default();
        let cut = |message: &str, cause| (Problem::at(span, message), unknown(cause, span));
        let (problem, node) = match self.anchors.get(&anchor) {
            Some(target) => {
                let within = self.total.saturating_add(target.count) <= Limit::AliasValues.value()
                    && self.open.len() + target.height <= Limit::Depth.value();
                if within {
                    let note = format!("used here as {name}");
                    let node = target.node.clone().through(Through { note: note.into(), span });
                    let (count, height) = (target.count, target.height);
                    self.total += count;
                    return self.attach(Built { node, extent, count, height }, false);
                }
                cut("the aliases of this text expand to too much: this one is not read", Cause::Limit(name.to_owned()))
            }
            None => cut("an alias stands within its own anchor", Cause::Expression(name.to_owned())),
        };
        self.problems.push(problem);
        self.attach(Built { node, extent, count: 1, height: 0 }, false);
    }

    /// Gives a finished node to what is open, or makes it a document.
    fn attach(&mut self, built: Built, merges: bool) {
        let Built { mut node, extent, count, height } = built;
        let Some(open) = self.open.last_mut() else {
            if !(node.is_null() && extent.is_empty()) {
                self.documents.push(node);
            }
            return;
        };
        let own = open.extent.get_or_insert(extent.clone());
        own.end = own.end.max(extent.end);
        match &mut open.content {
            Content::List(items) => items.push(node),
            Content::Map { entries, key, merged } => match key.take() {
                None => {
                    let span = Span::new(self.source, extent.clone());
                    let name = match (&node.value, node.scalar_text()) {
                        (Value::String(text), _) => text.clone(),
                        // `017` and `0x10` stay as they are written.
                        _ => self.text.get(extent.clone()).unwrap_or_default().into(),
                    };
                    *key = Some(Key { name, span, merges });
                    return;
                }
                Some(name) if name.merges => merged.push((name.span, node)),
                Some(name) => {
                    if extent.is_empty() {
                        node.span = name.span;
                    }
                    node.name_span = Some(name.span);
                    entries.push(Entry::new(name.name, node));
                }
            },
        }
        open.count += count;
        open.height = open.height.max(height + 1);
    }
}

fn unknown(cause: Cause, place: Span) -> Node {
    Node::unresolved(Unresolved { cause, place, shape: Shape::Any }, place)
}
