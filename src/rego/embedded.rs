//! What the program carries of `policies/`, as the build made it.

use std::collections::BTreeMap;

use crate::model::{EvidenceKind, Link, Policy, PolicyId, Severity, Strength, TestKind};

/// The files of `policies/`, by their path there.
pub const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/policies.rs"));

/// The METADATA of each file in [`FILES`], where it is a policy: read by the build, so that no start has to.
pub(super) const ANNOTATIONS: &[Option<Annotation>] = include!(concat!(env!("OUT_DIR"), "/annotations.rs"));

/// A policy's METADATA. Nothing is checked here: a test holds it to what [`metadata`](super::metadata) reads.
#[derive(Debug)]
pub struct Annotation {
    title: &'static str,
    description: &'static str,
    related_resources: &'static [&'static str],
    id: &'static str,
    severity: &'static str,
    /// Criterion, aspect, strength and reason.
    criteria: &'static [[&'static str; 4]],
    tests: &'static str,
    reads: &'static [&'static str],
    remediation: &'static [(&'static str, &'static str)],
    aliases: &'static [(&'static str, &'static [&'static str])],
    since: &'static str,
}

impl Annotation {
    /// The policy of a package; nothing where its kind or severity is unknown, which a full reading explains.
    pub(super) fn policy(&self, package: &str) -> Option<Policy> {
        let kind = package.strip_prefix("gapcheck.")?.split('.').next().and_then(EvidenceKind::from_name)?;
        Some(Policy {
            id: PolicyId(self.id.to_owned()),
            title: self.title.to_owned(),
            description: self.description.to_owned(),
            related_resources: texts(self.related_resources),
            kind,
            package: package.to_owned(),
            severity: Severity::from_name(self.severity)?,
            criteria: self.criteria.iter().map(link).collect(),
            tests: if self.tests == "operating" { TestKind::Operating } else { TestKind::Design },
            reads: texts(self.reads),
            remediation: self.remediation.iter().map(|(format, it)| ((*format).to_owned(), (*it).to_owned())).collect(),
            aliases: self
                .aliases
                .iter()
                .map(|(tool, ids)| ((*tool).to_owned(), texts(ids)))
                .collect::<BTreeMap<_, _>>(),
            since: self.since.to_owned(),
        })
    }
}

fn link([criterion, aspect, strength, because]: &[&str; 4]) -> Link {
    Link {
        criterion: (*criterion).to_owned(),
        aspect: (*aspect).to_owned(),
        strength: if *strength == "primary" { Strength::Primary } else { Strength::Supporting },
        because: (*because).to_owned(),
    }
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|it| (*it).to_owned()).collect()
}
