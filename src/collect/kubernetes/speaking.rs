//! Files whose objects may speak of objects elsewhere: with one of them about, nobody can say that nothing covers a pod.

use std::collections::BTreeSet;

use crate::collect::target::{SourceFile, Target};
use crate::model::SourceId;

/// Kinds by which one object speaks of others.
const SPEAKING: &[&str] = &[
    "NetworkPolicy",
    "PodDisruptionBudget",
    "HorizontalPodAutoscaler",
    "ScaledObject",
    "RoleBinding",
    "ResourceQuota",
];

/// Files with objects that may speak of others that do not lie with them: another overlay or a plain manifest may serve
/// the same cluster.
pub(crate) fn speaking(target: &Target) -> BTreeSet<SourceId> {
    let speaks = |it: &&SourceFile| {
        matches!(it.path.extension(), Some("yaml" | "yml" | "json"))
            && it.text.contains("kind")
            && SPEAKING.iter().any(|kind| it.text.contains(kind))
    };
    target.files.iter().filter(speaks).map(|it| it.id).collect()
}
