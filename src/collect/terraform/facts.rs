//! A row's facts about one resource: what joined resources state, what it states, what nobody knows, then defaults.

use crate::model::{Entry, Node, Shape, Unresolved, Value};

use super::reading::{flag, lower, may_be_literal, number, one_of, stands};
use super::resource::Resource;
use super::row::{Fact, Read, Row};
use super::subject::Subject;

/// The facts of a row about one resource, each at most once.
pub fn facts(row: &Row, subject: &Subject<'_>) -> Vec<Entry> {
    let joined = row.joins.iter().flat_map(|it| it.facts);
    let mut names: Vec<&str> = Vec::new();
    for fact in row.facts.iter().chain(joined) {
        if !names.contains(&fact.name) {
            names.push(fact.name);
        }
    }
    let entry = |name: &str| fact(row, name, subject).map(|node| Entry::new(name, node));
    names.into_iter().filter_map(entry).collect()
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
    let first = |paths: &[&str]| paths.iter().find_map(|it| subject.at(it));
    match fact.read {
        Read::Value(paths) => first(paths),
        Read::Literal(paths) => first(paths).filter(may_be_literal),
        Read::Flag(paths) => first(paths).and_then(|it| flag(it, true)),
        Read::Not(paths) => first(paths).and_then(|it| flag(it, false)),
        Read::Number(paths) => first(paths).and_then(number),
        Read::Lower(paths) => first(paths).and_then(lower),
        Read::OneOf(path, texts) => subject.at(path).and_then(|it| one_of(it, texts)),
        Read::Stated(paths) => first(paths).map(stands),
        Read::Fixed => None,
        Read::With(read) => read(subject),
    }
}

fn default(subject: &Subject<'_>, fact: &Fact) -> Option<Node> {
    fact.default.map(|it| it.node(subject.resource.name_span))
}
