//! One subject as policies see it: what it is called, and its facts at the top level.

use std::collections::BTreeMap;
use std::sync::Arc;

use regorus::Value;

use super::wanted::Wanted;
use crate::model::{Entry, Evidence, Node, REDACTED, Value as Stated};

/// A subject in one of its states. A clone shares everything.
#[derive(Clone, Debug)]
pub struct Subject(pub(super) Value);

/// The subject with the facts that are wanted. Unresolved values are left out.
pub(super) fn subject<'a>(evidence: &Evidence, wanted: &dyn Fn(&str) -> Wanted<'a>) -> Subject {
    let mut subject = head(evidence);
    for entry in evidence.facts.entries() {
        let made = match (wanted(&entry.name), &entry.node.value) {
            (Wanted::Nothing, _) => None,
            (Wanted::Parts(parts), Stated::Map(map)) => {
                let entries = map.entries.iter().filter(|it| parts.contains(&*it.name));
                Some(object(entries, &mut || None))
            }
            (Wanted::Parts(_) | Wanted::Whole, _) => value(&entry.node, &mut || None),
        };
        if let Some(value) = made {
            subject.insert(Value::String(Arc::clone(&entry.name)), value);
        }
    }
    Subject(Value::from(subject))
}

/// What every subject says of itself, whatever its facts.
pub(super) fn head(evidence: &Evidence) -> BTreeMap<Value, Value> {
    let texts = [
        ("id", Some(evidence.id.as_str())),
        ("name", Some(&evidence.name)),
        ("format", Some(evidence.judged_as())),
        ("provider", evidence.provider.as_deref()),
        ("type", evidence.native_type.as_deref()),
        ("address", evidence.address.as_deref()),
    ];
    texts.into_iter().filter_map(|(name, text)| Some((Value::from(name), Value::from(text?)))).collect()
}

/// A value for Rego, with what comes next in the place of each unresolved one; nothing where that is nothing. In a list,
/// what is not known is left out as null, so that the numbers of the other items stay.
pub(super) fn value(node: &Node, next: &mut dyn FnMut() -> Option<Value>) -> Option<Value> {
    Some(match &node.value {
        Stated::Null => Value::Null,
        Stated::Bool(it) => Value::from(*it),
        Stated::Number(number) => Value::from(serde_json::Value::Number(number.clone())),
        Stated::String(text) => Value::String(Arc::clone(text)),
        Stated::Redacted => Value::from(REDACTED),
        Stated::Unresolved(_) => next()?,
        Stated::List(items) => {
            Value::from(items.iter().map(|it| value(it, next).unwrap_or(Value::Null)).collect::<Vec<_>>())
        }
        Stated::Map(map) => object(map.entries.iter(), next),
    })
}

fn object<'a>(entries: impl Iterator<Item = &'a Entry>, next: &mut dyn FnMut() -> Option<Value>) -> Value {
    let made = entries.filter_map(|it| Some((Value::String(Arc::clone(&it.name)), value(&it.node, next)?)));
    Value::from(made.collect::<BTreeMap<_, _>>())
}
