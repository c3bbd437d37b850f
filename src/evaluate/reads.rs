//! Which facts the policies at hand look at: what nobody asks for is not handed to any of them.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::model::{EvidenceKind, Policy};

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
