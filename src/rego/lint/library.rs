//! All that the lint has to say of a set of policies.

use std::collections::BTreeSet;

use super::linted::Linted;
use super::remark::Remark;
use super::{aliases, facts, forms, links, words};
use crate::model::{EvidenceKind, Framework};
use crate::rego::bundle::PolicySet;
use crate::rego::metadata;

/// Remarks on the policies and libraries of a set, in the order of places. `frameworks` are all
/// whose criteria policies may link to, `formats` the names of all collectors.
pub fn remarks(set: &PolicySet, frameworks: &[Framework], formats: &[&str]) -> Vec<Remark> {
    let mut linted: Vec<Linted<'_>> = set
        .policies
        .iter()
        .map(|(policy, module)| Linted {
            policy,
            module,
            metadata: metadata::node(module),
            libraries: set.imported(module),
        })
        .collect();
    // The program's own first, so that it is a user's policy that is told of what both claim.
    linted.sort_by_key(|it| it.module.source);
    let mut remarks = Vec::new();
    let modules = set.policies.iter().map(|it| &it.1).chain(&set.libraries).chain(&set.tests);
    let forms = modules.flat_map(forms::problems).map(|problem| Remark { problem, is_note: false });
    remarks.extend(forms);
    for it in &linted {
        words::remarks(it, &mut remarks);
        facts::remarks(it, formats, &mut remarks);
    }
    links::remarks(&linted, frameworks, &mut remarks);
    aliases::remarks(&linted, &mut remarks);
    remarks.sort_by(|a, b| (a.problem.span, &a.problem.message).cmp(&(b.problem.span, &b.problem.message)));
    remarks
}

/// Facts that collectors promise and no policy of the set reads, as `kind.fact`.
pub fn unread_facts(set: &PolicySet) -> Vec<String> {
    let reads = set.policies.iter().flat_map(|(policy, _)| {
        policy.reads.iter().map(|it| match it.contains('.') {
            true => it.clone(),
            false => format!("{}.{it}", policy.kind.name()),
        })
    });
    let reads: BTreeSet<String> = reads.collect();
    let all = EvidenceKind::ALL
        .into_iter()
        .flat_map(|kind| super::vocabulary::names(kind).map(move |fact| format!("{}.{fact}", kind.name())));
    all.filter(|it| !reads.contains(it)).collect()
}
