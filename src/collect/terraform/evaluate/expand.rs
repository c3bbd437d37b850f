//! `count` and `for_each`: how many instances a block has, and what each is called.

use std::sync::Arc;

use crate::model::Limit;
use crate::model::{Cause, Entry, Node, Shape, Span, Unresolved, Value};
use crate::syntax::hcl::tree::Body;

use super::scope::Scope;
use super::value::{index, sorted_entries, text};

/// The instances of a block.
pub(crate) enum Keys {
    One,
    Counted(usize),
    Keyed(Vec<(Arc<str>, Node)>),
    /// How many there are is not known, or they are too many to list: one stands for all.
    Symbolic(Box<Unresolved>),
}

impl<'s, 'p> Scope<'s, 'p> {
    pub(crate) fn keys(&self, body: &Body) -> Keys {
        let keys = match (body.value("count"), body.value("for_each")) {
            (Some(count), _) => counted(&self.settled(count)),
            (None, Some(for_each)) => keyed(&self.settled(for_each)),
            (None, None) => return Keys::One,
        };
        let (length, place) = match &keys {
            Keys::Counted(it) => (*it, body.value("count")),
            Keys::Keyed(it) => (it.len(), body.value("for_each")),
            Keys::One | Keys::Symbolic(_) => return keys,
        };
        let total = self.instance.run.instances.get().saturating_add(length);
        if length > Limit::TerraformInstances.value() || total > Limit::TerraformInstancesInAll.value() {
            let place = place.map_or_else(|| Span::start_of(crate::model::SourceId(0)), |it| it.span);
            return symbolic(Cause::Limit(format!("{length} instances of one block")), place);
        }
        self.instance.run.instances.set(total);
        keys
    }

    /// The scope of one instance, by its place among the keys.
    pub(crate) fn each(&self, keys: &Keys, at: usize, span: Span) -> Scope<'s, 'p> {
        match keys {
            Keys::One => self.clone(),
            Keys::Counted(_) => {
                let index = Node::new(i64::try_from(at).unwrap_or(i64::MAX), span);
                self.with("count", Node::map(vec![Entry::new("index", index)], span))
            }
            Keys::Keyed(all) => match all.get(at) {
                Some((key, value)) => {
                    let key = Node::new(key.clone(), value.name_span.unwrap_or(value.span));
                    let each = vec![Entry::new("key", key), Entry::new("value", value.clone())];
                    self.with("each", Node::map(each, span))
                }
                None => self.clone(),
            },
            Keys::Symbolic(unknown) => {
                let of = |shape: Shape| Node::unresolved(Unresolved { shape, ..(**unknown).clone() }, span);
                // A key may be any text, the very one that a policy looks for as well.
                let each = vec![Entry::new("key", of(Shape::String)), Entry::new("value", of(Shape::Any))];
                let count = vec![Entry::new("index", of(Shape::Number))];
                self.with("each", Node::map(each, span)).with("count", Node::map(count, span))
            }
        }
    }
}

impl Keys {
    /// How many instances are evaluated.
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::One | Self::Symbolic(_) => 1,
            Self::Counted(it) => *it,
            Self::Keyed(it) => it.len(),
        }
    }

    /// What an instance's address ends with: `["a"]`, `[0]`, `[*]`.
    pub(crate) fn suffix(&self, at: usize) -> String {
        match self {
            Self::One => String::new(),
            Self::Counted(_) => format!("[{at}]"),
            Self::Keyed(all) => all.get(at).map_or_else(String::new, |(key, _)| {
                format!("[\"{}\"]", key.replace('\\', "\\\\").replace('"', "\\\""))
            }),
            Self::Symbolic(_) => "[*]".to_owned(),
        }
    }
}

fn symbolic(cause: Cause, place: Span) -> Keys {
    Keys::Symbolic(Box::new(Unresolved { cause, place, shape: Shape::Any }))
}

fn counted(count: &Node) -> Keys {
    if let Some(unknown) = count.as_unresolved() {
        return Keys::Symbolic(Box::new(unknown.clone()));
    }
    match index(count).and_then(|it| usize::try_from(it).ok()) {
        Some(it) => Keys::Counted(it),
        None => symbolic(Cause::Expression("a count that is not a whole number".into()), count.span),
    }
}

fn keyed(for_each: &Node) -> Keys {
    match &for_each.value {
        Value::Unresolved(unknown) => Keys::Symbolic(unknown.clone()),
        Value::Map(map) if map.get(super::value::SYMBOLIC).is_some() => {
            symbolic(Cause::Expression("a for_each over instances that are not known".into()), for_each.span)
        }
        Value::Map(_) => {
            let all = sorted_entries(for_each).into_iter().map(|it| (it.name.clone(), it.node.clone()));
            Keys::Keyed(all.collect())
        }
        Value::List(items) => {
            let mut keys: Vec<(Arc<str>, Node)> = Vec::with_capacity(items.len());
            for item in items.iter() {
                match (text(item), item.as_unresolved()) {
                    (Some(key), _) => keys.push((key, item.clone())),
                    (None, Some(unknown)) => return Keys::Symbolic(Box::new(unknown.clone())),
                    (None, None) => {
                        return symbolic(Cause::Expression("a for_each over other than texts".into()), item.span);
                    }
                }
            }
            keys.sort_by(|a, b| a.0.cmp(&b.0));
            keys.dedup_by(|a, b| a.0 == b.0);
            Keys::Keyed(keys)
        }
        _ => symbolic(Cause::Expression("a for_each over what is neither a map nor a set".into()), for_each.span),
    }
}
