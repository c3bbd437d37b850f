//! ARG and ENV: what instructions set, and words with what they set filled in.

use std::collections::BTreeMap;

use crate::model::{Cause, Entry, Node, Shape, Span, Through, Unresolved};
use crate::syntax::dockerfile::{Instruction, Word};
use crate::syntax::interpolation::{self, Dialect, Known};

/// Variables by name: the value, or that it comes from outside.
pub(super) type Scope = BTreeMap<String, Variable>;

#[derive(Clone)]
pub(super) struct Variable {
    pub(super) known: Known,
    pub(super) place: Span,
    /// Set by ENV: it stays in the image, and no ARG of its name counts.
    pub(super) stays: bool,
}

/// `ARG name=default ...`. In a stage, a name alone takes what stands before the first FROM.
pub(super) fn arguments(
    instruction: &Instruction,
    escape: char,
    scope: &mut Scope,
    global: Option<&Scope>,
    stage: &str,
) -> Vec<Node> {
    let mut nodes = Vec::new();
    for word in instruction.arguments.words(escape) {
        let (name, value) = match word.text.split_once('=') {
            Some((name, _)) => (name.to_owned(), Some(value_of(&word, name.len() + 1))),
            None => (word.text.clone(), None),
        };
        let value = value.map(|it| filled(&it, escape, scope));
        let known = match value.as_ref().map(|it| it.as_str()) {
            Some(Some(text)) => Known::Value(text.to_owned()),
            Some(None) => Known::Unknown,
            None => global.and_then(|it| it.get(&name)).map_or(Known::Unknown, |it| it.known.clone()),
        };
        if scope.get(&name).is_none_or(|it| !it.stays) {
            scope.insert(name.clone(), Variable { known, place: word.span, stays: false });
        }
        nodes.push(variable(&name, value, "ARG", instruction, &word, stage));
    }
    nodes
}

/// `ENV a=b c=d`, or the old `ENV a b`.
pub(super) fn environment(instruction: &Instruction, escape: char, scope: &mut Scope, stage: &str) -> Vec<Node> {
    let words = instruction.arguments.words(escape);
    let Some(first) = words.first() else { return Vec::new() };
    let mut pairs = Vec::new();
    if first.text.contains('=') {
        for word in words.iter().filter(|it| it.text.contains('=')) {
            let name = word.text.split_once('=').map_or("", |(name, _)| name);
            pairs.push((name.to_owned(), word.clone(), value_of(word, name.len() + 1)));
        }
    } else if words.len() > 1 {
        let text = instruction.arguments.text.trim();
        let rest = text.get(first.text.len()..).map_or("", str::trim_start);
        let value = instruction.arguments.word(text.len() - rest.len()..text.len());
        pairs.push((first.text.clone(), first.clone(), value));
    }
    // Within one instruction, values see what was set before it.
    let pairs: Vec<_> = pairs.into_iter().map(|(name, word, it)| (name, word, filled(&it, escape, scope))).collect();
    let mut nodes = Vec::new();
    for (name, word, value) in pairs {
        let known = value.as_str().map_or(Known::Unknown, |it| Known::Value(it.to_owned()));
        scope.insert(name.clone(), Variable { known, place: word.span, stays: true });
        nodes.push(variable(&name, Some(value), "ENV", instruction, &word, stage));
    }
    nodes
}

/// The end of a word, from a byte on.
pub(super) fn value_of(word: &Word, from: usize) -> Word {
    let text = word.text.get(from..).unwrap_or_default().to_owned();
    let start = word.span.start + u32::try_from(from).unwrap_or(0);
    Word { text, span: Span { start: start.min(word.span.end), ..word.span } }
}

fn variable(name: &str, value: Option<Node>, kind: &str, instruction: &Instruction, word: &Word, stage: &str) -> Node {
    let end = word.span.start + u32::try_from(name.len()).unwrap_or(0);
    let name_span = Span { end: end.min(word.span.end), ..word.span };
    let mut entries = vec![Entry::new("name", Node::new(name, name_span))];
    // What comes from outside of the file stands in no file.
    let value = value.filter(|it| it.as_unresolved().is_none());
    entries.extend(value.map(|it| Entry::new("value", it.named(name_span))));
    entries.push(Entry::new("instruction", Node::new(kind, instruction.name_span)));
    if !stage.is_empty() {
        entries.push(Entry::new("stage", Node::new(stage, word.span)));
    }
    Node::map(entries, word.span).named(name_span)
}

/// The word with its variables filled in, as far as files tell.
pub(super) fn filled(word: &Word, escape: char, scope: &Scope) -> Node {
    let pieces = interpolation::pieces(&word.text, Dialect::Dockerfile { escape });
    let used = std::cell::RefCell::new(Vec::new());
    let parts = interpolation::fill(&pieces, &|name| match scope.get(name) {
        Some(variable) => {
            used.borrow_mut().push((name.to_owned(), variable.place));
            variable.known.clone()
        }
        None => Known::Unknown,
    });
    let node = match parts.as_slice() {
        [] => Node::new("", word.span),
        [Ok(text)] => Node::new(text.as_str(), word.span),
        parts => {
            let name = parts.iter().find_map(|it| it.as_ref().err()).cloned().unwrap_or_default();
            let place = scope.get(&name).map_or(word.span, |it| it.place);
            let shape = Shape::Template(parts.iter().map(|it| it.as_ref().ok().cloned()).collect());
            Node::unresolved(Unresolved { cause: Cause::Variable(name), place, shape }, word.span)
        }
    };
    used.into_inner().into_iter().fold(node, |node, (name, place)| {
        node.through(Through { note: format!("the default of {name}").into(), span: place })
    })
}
