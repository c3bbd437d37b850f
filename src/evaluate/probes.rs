//! Values to try in the place of one that files do not tell. If the verdict is the same whatever is tried, it stands.

use serde_json::{Value, json};

use crate::model::{Cause, Choice, Node, Shape, SourceId, Span, Unresolved};
use crate::rego::{Module, lint};

/// A text that no policy mentions: what any unknown name, id or address is like.
const UNHEARD_OF: &str = "gapcheck-unresolved";

/// How many literals of a policy are tried; those of its own file come first.
const MOST_LITERALS: usize = 48;

/// What to try for each shape, given the literals that one policy compares with.
#[derive(Debug)]
pub struct Probes {
    strings: Vec<String>,
    /// What to try for each shape; nothing is to be absent.
    numbers: Vec<Option<Value>>,
    texts: Vec<Option<Value>>,
    lists: Vec<Option<Value>>,
    anything: Vec<Option<Value>>,
    /// The policy asks for patterns, and no trial can show that nothing matches them.
    pub asks_for_patterns: bool,
    /// Facts into whose items the policy looks: no trial shows all that a list of maps may hold.
    looked_into: Vec<String>,
}

impl Probes {
    pub fn of(module: &Module, libraries: &[&Module]) -> Self {
        let mut strings = Vec::new();
        let mut numbers = vec![0, 1, 65_535];
        let mut asks_for_patterns = false;
        let looked_into = looked_into(&module.text);
        for it in [module].into_iter().chain(libraries.iter().copied()) {
            let (words, counts) = lint::literals(&it.text);
            strings.extend(words);
            numbers.extend(counts.iter().flat_map(|it| [it.saturating_sub(1), *it, it.saturating_add(1)]));
            asks_for_patterns |= it.text.contains("regex.") || it.text.contains("glob.");
        }
        strings.retain(|it| !it.contains("%s") && !it.contains(' '));
        let mut seen = std::collections::HashSet::new();
        strings.retain(|it| seen.insert(it.clone()));
        strings.truncate(MOST_LITERALS);
        numbers.sort_unstable();
        numbers.dedup();
        let numbers: Vec<_> = numbers.into_iter().map(|it| Some(json!(it))).collect();
        let words = || [UNHEARD_OF, ""].into_iter().chain(strings.iter().map(String::as_str));
        let texts: Vec<_> = words().map(|it| Some(json!(it))).collect();
        let lists: Vec<_> = [json!([])]
            .into_iter()
            .chain(words().filter(|it| !it.is_empty()).map(|it| json!([it])))
            .map(Some)
            .collect();
        let bare = [None, Some(json!(true)), Some(json!(false)), Some(json!({}))];
        let anything = [&bare[..], &numbers, &texts, &lists].concat();
        Self { strings, numbers, texts, lists, anything, asks_for_patterns, looked_into }
    }

    /// Whether all that an unresolved value may be is tried.
    pub fn are_all(node: &Node) -> bool {
        let Some(Shape::OneOf(choices)) = node.as_unresolved().map(|it| &it.shape) else { return false };
        choices.iter().all(|it| matches!(it, Choice::Value(_)))
    }

    /// Whether the value at `path` is a whole fact into whose items the policy looks.
    pub fn hides(&self, path: &[String]) -> bool {
        matches!(path, [fact] if self.looked_into.contains(fact))
    }

    /// How many values an unresolved one may be.
    pub fn count(&self, node: &Node) -> usize {
        node.as_unresolved().map_or(1, |it| self.with(it, <[_]>::len))
    }

    /// One of the values that an unresolved one may be, counted round; nothing where that is to be absent.
    pub fn candidate(&self, node: &Node, at: usize) -> Option<Value> {
        self.with(node.as_unresolved()?, |all| all.get(at % all.len().max(1)).cloned().flatten())
    }

    fn with<T>(&self, unresolved: &Unresolved, pick: impl FnOnce(&[Option<Value>]) -> T) -> T {
        match &unresolved.shape {
            Shape::Reference => pick(&[Some(json!(UNHEARD_OF))]),
            Shape::Bool => pick(&[Some(json!(true)), Some(json!(false))]),
            Shape::Map => pick(&[Some(json!({})), Some(json!({UNHEARD_OF: UNHEARD_OF}))]),
            Shape::Number => pick(&self.numbers),
            Shape::String => pick(&self.texts),
            Shape::List => pick(&self.lists),
            Shape::Any => pick(&self.anything),
            Shape::Template(parts) => pick(&self.templates(parts, &unresolved.cause)),
            Shape::OneOf(choices) => pick(&self.choices(choices, &unresolved.cause)),
        }
    }

    /// Each of the values; what may stand for those among them that are not known.
    fn choices(&self, choices: &[Choice], cause: &Cause) -> Vec<Option<Value>> {
        let mut all = Vec::with_capacity(choices.len());
        for choice in choices {
            match choice {
                Choice::Value(Value::Null) => all.push(None),
                Choice::Value(it) => all.push(Some(it.clone())),
                Choice::Open(shape) => {
                    let open =
                        Unresolved { cause: cause.clone(), place: Span::start_of(SourceId(0)), shape: shape.clone() };
                    self.with(&open, |it| all.extend_from_slice(it));
                }
            }
        }
        all
    }

    /// What the known parts leave possible: any text between them, and each literal that has them at its ends.
    fn templates(&self, parts: &[Option<String>], cause: &Cause) -> Vec<Option<Value>> {
        let filled = |filler: &str| -> String { parts.iter().map(|it| it.as_deref().unwrap_or(filler)).collect() };
        if matches!(cause, Cause::AfterApply(_)) {
            return vec![Some(json!(filled(UNHEARD_OF)))];
        }
        let fillers = [UNHEARD_OF, ""].into_iter().chain(self.strings.iter().map(String::as_str));
        let whole = self.strings.iter().filter(|it| fits(it, parts)).cloned();
        fillers.map(filled).chain(whole).map(|it| Some(json!(it))).collect()
    }
}

/// Whether a text has the known parts in their order, at its ends where they stand at the ends.
fn fits(text: &str, parts: &[Option<String>]) -> bool {
    let mut rest = text;
    for (at, part) in parts.iter().enumerate() {
        let Some(part) = part else { continue };
        let is_last = at + 1 == parts.len();
        let found = match (at, is_last) {
            (0, _) => rest.strip_prefix(part.as_str()),
            (_, true) => rest.strip_suffix(part.as_str()),
            (_, false) => rest.split_once(part.as_str()).map(|it| it.1),
        };
        let Some(after) = found else { return false };
        rest = after;
    }
    true
}

/// Facts whose items a policy takes apart: `some statement in bucket.statements`, then `statement.effect`.
fn looked_into(text: &str) -> Vec<String> {
    let mut facts = Vec::new();
    for line in text.lines() {
        let Some((item, list)) = line.trim().strip_prefix("some ").and_then(|it| it.split_once(" in ")) else {
            continue;
        };
        let item = item.rsplit(',').next().unwrap_or(item).trim();
        let Some((_, fact)) = list.trim_end_matches([' ', '{']).split_once('.') else { continue };
        if is_taken_apart(text, item) && fact.chars().all(|it| it.is_alphanumeric() || it == '_') {
            facts.push(fact.to_owned());
        }
    }
    facts
}

/// Whether the code asks for a part of the item, or leaves that to a library.
fn is_taken_apart(text: &str, item: &str) -> bool {
    let by_library = |at: usize| {
        let before = text.get(..at).unwrap_or_default();
        let call = before.rsplit(|it: char| !it.is_alphanumeric() && it != '_' && it != '.').next();
        call.is_some_and(|it| it.contains('.'))
    };
    text.match_indices(&format!("({item})")).any(|(at, _)| by_library(at))
        || text.match_indices(&format!("{item}.")).any(|(at, _)| {
            let before = text.get(..at).unwrap_or_default().chars().next_back();
            before.is_none_or(|it| !it.is_alphanumeric() && it != '_' && it != '.')
        })
}
