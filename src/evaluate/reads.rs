//! Which facts the policies at hand look at: what nobody asks for is not handed to any of them, and only what one reads
//! may leave its verdict open.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::model::{Evidence, EvidenceKind, Node, Policy, Value};

/// Names of facts, by kind; nothing in their place where a policy may look at all of them.
#[derive(Debug, Default)]
pub struct Reads<'a> {
    kinds: HashMap<EvidenceKind, Option<HashSet<&'a str>>>,
}

impl<'a> Reads<'a> {
    /// What one policy reads of each kind. Only of the program's own policies is it known that they read no more than
    /// they declare: the lint holds them to it.
    pub fn add(&mut self, policy: &'a Policy, kinds: &BTreeSet<EvidenceKind>, is_built_in: bool) {
        for kind in kinds {
            let is_own = *kind == policy.kind;
            let names = policy.reads.iter().filter_map(|read| match read.split_once('.') {
                Some((of, fact)) => (of == kind.name()).then_some(fact),
                None => is_own.then_some(read.as_str()),
            });
            let names: Vec<&str> = names.collect();
            let known = self.kinds.entry(*kind).or_insert_with(|| Some(HashSet::new()));
            match known {
                Some(known) if is_built_in && (is_own || !names.is_empty()) => known.extend(names),
                _ => *known = None,
            }
        }
    }

    pub fn has(&self, kind: EvidenceKind, fact: &str) -> bool {
        match self.kinds.get(&kind) {
            Some(Some(known)) => known.contains(fact),
            Some(None) | None => true,
        }
    }
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
