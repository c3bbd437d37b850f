//! Values to try in the place of one that files do not tell. If the verdict is the same whatever is tried, it stands.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::model::{Cause, Choice, Node, Shape, Unresolved};
use crate::rego::{Module, StandIn, lint};

/// What an unresolved value may be, in the order in which it is tried; nothing is to be absent.
pub type Candidates = Arc<[Option<StandIn>]>;

/// A text that no policy mentions: what any unknown name, id or address is like.
const UNHEARD_OF: &str = "gapcheck-unresolved";

/// How many literals of a policy are tried; those of its own file come first.
const MOST_LITERALS: usize = 48;

/// What to try for each shape, given the literals that one policy compares with.
#[derive(Debug)]
pub struct Probes {
    strings: Vec<String>,
    reference: Candidates,
    flags: Candidates,
    maps: Candidates,
    numbers: Candidates,
    texts: Candidates,
    lists: Candidates,
    anything: Candidates,
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
        Self {
            reference: candidates([Some(json!(UNHEARD_OF))]),
            flags: candidates([Some(json!(true)), Some(json!(false))]),
            maps: candidates([Some(json!({})), Some(json!({UNHEARD_OF: UNHEARD_OF}))]),
            anything: candidates([&bare[..], &numbers, &texts, &lists].concat()),
            numbers: candidates(numbers),
            texts: candidates(texts),
            lists: candidates(lists),
            strings,
            asks_for_patterns,
            looked_into,
        }
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

    /// What an unresolved value may be.
    pub fn candidates(&self, unresolved: &Unresolved) -> Candidates {
        self.of_shape(&unresolved.shape, &unresolved.cause)
    }

    fn of_shape(&self, shape: &Shape, cause: &Cause) -> Candidates {
        match shape {
            Shape::Reference => self.reference.clone(),
            Shape::Bool => self.flags.clone(),
            Shape::Map => self.maps.clone(),
            Shape::Number => self.numbers.clone(),
            Shape::String => self.texts.clone(),
            Shape::List => self.lists.clone(),
            Shape::Any | Shape::Given => self.anything.clone(),
            Shape::Template(parts) => candidates(self.templates(parts, cause)),
            // Each of the values; what may stand for those among them that are not known.
            Shape::OneOf(choices) => {
                let each = choices.iter().flat_map(|it| match it {
                    Choice::Value(Value::Null) => vec![None],
                    Choice::Value(it) => vec![Some(StandIn::from(it.clone()))],
                    Choice::Open(shape) => self.of_shape(shape, cause).to_vec(),
                });
                each.collect()
            }
        }
    }

    /// What the known parts leave possible: any text between them, and each literal that has them at its ends.
    fn templates(&self, parts: &[Option<String>], cause: &Cause) -> Vec<Option<Value>> {
        let filled = |filler: &str| -> String { parts.iter().map(|it| it.as_deref().unwrap_or(filler)).collect() };
        if matches!(cause, Cause::AfterApply(_) | Cause::DataSource(_)) {
            return vec![Some(json!(filled(UNHEARD_OF)))];
        }
        let fillers = [UNHEARD_OF, ""].into_iter().chain(self.strings.iter().map(String::as_str));
        let whole = self.strings.iter().filter(|it| fits(it, parts)).cloned();
        fillers.map(filled).chain(whole).map(|it| Some(json!(it))).collect()
    }
}

fn candidates(values: impl IntoIterator<Item = Option<Value>>) -> Candidates {
    values.into_iter().map(|it| it.map(StandIn::from)).collect()
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
