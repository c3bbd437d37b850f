//! A row's facts about one resource: what joined resources state, what it states, what nobody knows, then defaults.

use crate::model::{Cause, Entry, Node, Origin, Shape, Unresolved, Value};

use super::evaluate::choices;
use super::reading::{flag, lower, may_be_literal, name_given, number, one_of, stands};
use super::resource::Resource;
use super::row::{Fact, Read, Row};
use super::subject::Subject;

/// The facts of a row about one resource, each at most once.
pub fn facts(row: &Row, subject: &Subject<'_>) -> Vec<Entry> {
    let entry = |name: &str| fact(row, name, subject).map(|node| Entry::new(name, node));
    if subject.resource.elsewhere {
        let names = names(row).into_iter().filter(|it| !row.excuses.contains(it));
        let said =
            |name| entry(name).filter(|it| is_said(row, it)).unwrap_or_else(|| Entry::new(name, elsewhere(subject)));
        return names.map(said).collect();
    }
    names(row).into_iter().filter_map(entry).collect()
}

/// Facts that say what a thing is, and not how it is set.
const NATURE: &[&str] = &["role", "symmetric", "usage"];

/// Whether a fact is stated, or so whatever is stated; what the provider does where nothing is said does not count.
fn is_said(row: &Row, entry: &Entry) -> bool {
    let is_fixed = NATURE.contains(&&*entry.name)
        || row.facts.iter().any(|it| *it.name == *entry.name && matches!(it.read, Read::Fixed));
    is_fixed || entry.node.origin != Origin::Default
}

/// What only somebody else's file tells.
fn elsewhere(subject: &Subject<'_>) -> Node {
    let place = subject.resource.name_span;
    let cause = Cause::Elsewhere(format!("what {} is about", subject.resource.address));
    Node::unresolved(Unresolved { cause, place, shape: Shape::Any }, place)
}

fn names(row: &Row) -> Vec<&'static str> {
    let mut names: Vec<&str> = Vec::new();
    for fact in row.facts.iter().chain(row.joins.iter().flat_map(|it| it.facts)) {
        if !names.contains(&fact.name) {
            names.push(fact.name);
        }
    }
    names
}

/// The facts of a row as joined resources alone state them: the thing itself is declared elsewhere, and all else of it
/// is open. Nothing where they state nothing.
pub fn of_joins(row: &Row, subject: &Subject<'_>) -> Option<Vec<Entry>> {
    let mut says = false;
    let mut entry = |name: &'static str| {
        let about = Subject::alone(subject.resource, subject.scope);
        let said = joined_facts(row, name, subject);
        let said = said.iter().find_map(|(_, it)| stated(&about, it).or_else(|| default(&about, it)));
        says |= said.is_some();
        // What another resource could say is no more fixed than the rest.
        let joined = row.joins.iter().any(|it| it.facts.iter().any(|it| it.name == name));
        let fixed = row.facts.iter().find(|it| it.name == name && matches!(it.read, Read::Fixed) && !joined);
        let node = said.or_else(|| fixed.and_then(|it| default(subject, it)));
        Entry::new(name, node.unwrap_or_else(|| elsewhere(subject)))
    };
    let entries = names(row).into_iter().filter(|it| !row.excuses.contains(it)).map(&mut entry).collect();
    says.then_some(entries)
}

/// A fact by name: what joined resources state, then the resource itself, then what could not be joined, then defaults.
fn fact(row: &Row, name: &str, subject: &Subject<'_>) -> Option<Node> {
    let own = row.facts.iter().find(|it| it.name == name);
    let mut known: Vec<Node> = Vec::new();
    let mut lacking: Option<Node> = None;
    for (joined, fact) in joined_facts(row, name, subject) {
        let about = Subject::alone(joined, subject.scope);
        known.extend(stated(&about, fact));
        lacking = lacking.or_else(|| default(&about, fact));
    }
    known.extend(own.and_then(|it| stated(subject, it)));
    let lists = |it: &Node| matches!(it.value, Value::List(_));
    let unknown = unjoined(row, name, subject);
    if known.iter().any(lists) {
        let items = known.iter().filter(|it| lists(it)).flat_map(|it| it.items().to_vec()).chain(unknown).collect();
        return known.into_iter().find(lists).map(|it| Node { value: Value::List(items), ..it });
    }
    known.into_iter().next().or(lacking).or(unknown).or_else(|| own.and_then(|it| default(subject, it)))
}

fn joined_facts<'a>(row: &Row, name: &str, subject: &Subject<'a>) -> Vec<(&'a Resource, &'static Fact)> {
    let mut found = Vec::new();
    for (number, join) in row.joins.iter().enumerate() {
        let Some(fact) = join.facts.iter().find(|it| it.name == name) else { continue };
        let joined = subject.joined.iter().filter(|(it, _)| *it == number);
        found.extend(joined.map(|(_, it)| (*it, fact)));
    }
    found
}

/// What a resource that may be about this one would say of a fact: not known, because of the name of its target.
fn unjoined(row: &Row, name: &str, subject: &Subject<'_>) -> Option<Node> {
    if row.excuses.contains(&name) {
        return None;
    }
    let says = |number: usize| row.joins.get(number).is_some_and(|it| it.facts.iter().any(|it| it.name == name));
    let (_, node) = subject.maybe_joined.iter().find(|(number, _)| says(*number))?;
    let unresolved = Unresolved { shape: Shape::Any, ..node.as_unresolved()?.clone() };
    Some(Node { value: Value::Unresolved(Box::new(unresolved)), ..(*node).clone() })
}

/// A fact as the resource states it.
fn stated(subject: &Subject<'_>, fact: &Fact) -> Option<Node> {
    if let Read::With(read) = fact.read {
        return with(subject, fact, read);
    }
    let (path, node) = fact.read.paths().iter().find_map(|it| Some((*it, subject.at(it)?)))?;
    let node = match fact.read {
        Read::Named(_) | Read::Stated(_) => name_given(node),
        _ => node,
    };
    match apart(subject, fact, path).filter(|(_, all)| all.iter().all(is_simple)) {
        Some((unknown, all)) => {
            let made = choices::one_of(&unknown, all, node.span).value;
            (made != Value::Null).then(|| Node { value: made, ..node })
        }
        None => taken(fact.read, node),
    }
}

/// What a table cannot say, asked for each way in which the resource's open parts may be filled.
fn with(subject: &Subject<'_>, fact: &Fact, read: fn(&Subject<'_>) -> Option<Node>) -> Option<Node> {
    let plain = read(subject);
    let is_open = plain.as_ref().is_some_and(|it| it.as_unresolved().is_some());
    let worlds = subject.resource.exact.as_ref().filter(|_| is_open).and_then(choices::worlds);
    let (Some((unknown, worlds)), Some(node)) = (worlds, &plain) else { return plain };
    let mut all: Vec<Node> = Vec::with_capacity(worlds.len());
    for body in worlds {
        let resource = Resource { body, exact: None, ..subject.resource.clone() };
        let own = Subject { resource: &resource, ..subject.clone() };
        all.push(read(&own).unwrap_or_else(|| absent(subject, fact)));
    }
    if !all.iter().all(is_simple) || all.iter().all(|it| it.value == node.value) {
        return plain;
    }
    let made = choices::one_of(&unknown, all, node.span).value;
    (made != Value::Null).then(|| Node { value: made, ..node.clone() })
}

/// What holds where the resource states nothing.
fn absent(subject: &Subject<'_>, fact: &Fact) -> Node {
    default(subject, fact).unwrap_or_else(|| Node::new(Value::Null, subject.resource.name_span))
}

/// Whether a value can be one of a few in a fact: one without parts.
fn is_simple(node: &Node) -> bool {
    !matches!(&node.value, Value::Map(_)) && node.items().is_empty()
}

/// A value as a fact reads it.
fn taken(read: Read, node: Node) -> Option<Node> {
    match read {
        Read::Value(_) => Some(node),
        // The provider takes an empty name for none.
        Read::Named(_) => Some(node).filter(|it| it.as_str() != Some("")),
        Read::Literal(_) => Some(node).filter(may_be_literal),
        Read::Flag(_) => flag(node, true),
        Read::Not(_) => flag(node, false),
        Read::Number(_) => number(node),
        Read::Lower(_) => lower(node),
        Read::OneOf(_, texts) => one_of(node, texts),
        Read::Stated(_) => Some(stands(node)),
        Read::Fixed | Read::With(_) => None,
    }
}

/// What a fact may be, each value taken further by itself, where the resource states one of a few simple values. A value
/// that is absent stands for the default.
fn apart(subject: &Subject<'_>, fact: &Fact, path: &str) -> Option<(Unresolved, Vec<Node>)> {
    let mut unknown = None;
    let mut stated = Vec::new();
    let steps: Vec<&str> = path.split('.').collect();
    alternatives(subject.resource.exact.as_ref()?, &steps, &mut unknown, &mut stated)?;
    let taken = |it: Option<Node>| it.and_then(|it| taken(fact.read, it)).unwrap_or_else(|| absent(subject, fact));
    Some((unknown?, stated.into_iter().map(taken).collect()))
}

/// The values at a path, for each of the few that a value on the way may be. Nothing where they are not told.
fn alternatives(
    node: &Node,
    steps: &[&str],
    unknown: &mut Option<Unresolved>,
    found: &mut Vec<Option<Node>>,
) -> Option<()> {
    if let Some((because, all)) = choices::each(node) {
        unknown.get_or_insert(because);
        return all.iter().try_for_each(|it| alternatives(it, steps, unknown, found));
    }
    match (steps, node.as_unresolved()) {
        ([], _) => found.push((!node.is_null()).then(|| node.clone())),
        (_, Some(_)) => return None,
        ([step, rest @ ..], None) => match node.get(step) {
            Some(it) => alternatives(it, rest, unknown, found)?,
            None => found.push(None),
        },
    }
    Some(())
}

fn default(subject: &Subject<'_>, fact: &Fact) -> Option<Node> {
    fact.default.map(|it| it.node(subject.resource.name_span))
}
