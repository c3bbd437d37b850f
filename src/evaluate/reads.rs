//! Which facts the policies at hand look at: what nobody asks for is not handed to any of them, and only what one reads
//! may leave its verdict open.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::model::{Evidence, EvidenceKind, Node, Policy, Value};
use crate::rego::Wanted;

/// Names of facts, by kind; nothing in their place where a policy may look at all of them.
#[derive(Debug, Default)]
pub struct Reads<'a> {
    kinds: HashMap<EvidenceKind, Option<HashSet<&'a str>>>,
    /// Of things as they stand, the parts of a fact that are asked for; nothing where that is the whole.
    parts: HashMap<&'a str, Option<BTreeSet<String>>>,
}

/// The kind whose facts are what the files state, whole: large, and hardly looked at.
pub(super) const AS_IT_STANDS: EvidenceKind = EvidenceKind::Resource;

impl<'a> Reads<'a> {
    /// What one policy reads of each kind. Only of the program's own policies is it known that they read no more than
    /// they declare: the lint holds them to it.
    pub fn add(&mut self, policy: &'a Policy, kinds: &BTreeSet<EvidenceKind>, is_built_in: bool) {
        for kind in kinds {
            let is_own = *kind == policy.kind;
            let names: Vec<&str> = names(policy, *kind).collect();
            let known = self.kinds.entry(*kind).or_insert_with(|| Some(HashSet::new()));
            match known {
                Some(known) if is_built_in && (is_own || !names.is_empty()) => known.extend(names),
                _ => *known = None,
            }
        }
    }

    /// Which parts one policy asks for of each fact of things as they stand.
    pub(super) fn add_parts(&mut self, policy: &'a Policy, parts: impl Fn(&str) -> Option<BTreeSet<String>>) {
        for fact in names(policy, AS_IT_STANDS) {
            let known = self.parts.entry(fact).or_insert_with(|| Some(BTreeSet::new()));
            match (known, parts(fact)) {
                (Some(known), Some(more)) => known.extend(more),
                (known, _) => *known = None,
            }
        }
    }

    /// How much of a fact is asked for.
    pub(super) fn wanted(&self, kind: EvidenceKind, fact: &str) -> Wanted<'_> {
        match self.parts.get(fact) {
            _ if !self.has(kind, fact) => Wanted::Nothing,
            Some(Some(parts)) if kind == AS_IT_STANDS && self.is_declared(kind) => Wanted::Parts(parts),
            _ => Wanted::Whole,
        }
    }

    /// Whether all that is asked for of a kind is declared.
    fn is_declared(&self, kind: EvidenceKind) -> bool {
        matches!(self.kinds.get(&kind), Some(Some(_)))
    }

    pub fn has(&self, kind: EvidenceKind, fact: &str) -> bool {
        match self.kinds.get(&kind) {
            Some(Some(known)) => known.contains(fact),
            Some(None) | None => true,
        }
    }
}

/// The facts of a kind that a policy declares to read.
fn names(policy: &Policy, kind: EvidenceKind) -> impl Iterator<Item = &str> {
    policy.reads.iter().filter_map(move |read| match read.split_once('.') {
        Some((of, fact)) => (of == kind.name()).then_some(fact),
        None => (kind == policy.kind).then_some(read.as_str()),
    })
}

/// The unresolved values among the facts that a policy reads, with their paths.
pub fn unresolved_reads<'a>(policy: &Policy, evidence: &'a Evidence) -> Vec<(Vec<String>, &'a Node)> {
    let mut found = Vec::new();
    for (fact, node) in facts_read(policy, evidence) {
        node.walk(&mut |path, it| {
            if matches!(it.value, Value::Unresolved(_)) {
                found.push(([fact.to_owned()].into_iter().chain(path.iter().cloned()).collect(), it));
            }
        });
    }
    found
}

/// Whether a policy reads an unresolved value of the subject.
pub(super) fn reads_unresolved(policy: &Policy, evidence: &Evidence) -> bool {
    facts_read(policy, evidence).any(|it| it.1.holds_unresolved())
}

fn facts_read<'a, 'b>(policy: &'b Policy, evidence: &'a Evidence) -> impl Iterator<Item = (&'b str, &'a Node)> {
    policy.reads.iter().filter_map(move |read| {
        let fact = match read.split_once('.') {
            Some((kind, fact)) if kind == evidence.kind.name() => fact,
            None if evidence.kind == policy.kind => read,
            _ => return None,
        };
        Some((fact, evidence.facts.get(fact)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Framework;
    use crate::rego::PolicySet;

    #[test]
    fn what_a_policy_of_somebody_else_reads_is_not_known() {
        let set = PolicySet::load(&[], &[] as &[Framework]).unwrap();
        let (policy, _) = set.policies.iter().find(|it| it.0.kind == EvidenceKind::Workload).unwrap();
        let kinds = BTreeSet::from([EvidenceKind::Workload]);
        let read = policy.own_reads().next().unwrap();
        let mut reads = Reads::default();
        reads.add(policy, &kinds, true);
        assert!(reads.has(EvidenceKind::Workload, read) && !reads.has(EvidenceKind::Workload, "unheard_of"));
        reads.add(policy, &kinds, false);
        assert!(reads.has(EvidenceKind::Workload, "unheard_of"));
    }
}
