//! What the pages are made of, and what a page is.

use std::collections::BTreeMap;

use serde_json::Value;

use super::example::Example;
use crate::model::{Criterion, EvidenceKind, Framework, Link, Policy, PolicyId};

/// The first line of every page: what bears it may be written over, and goes when nothing makes it any more.
pub const MARK: &str = "<!-- Written by `gapcheck policies docs`. Change the policy, not this page. -->";

/// Policies and what they speak of.
#[derive(Debug)]
pub struct Library<'a> {
    /// In the order of ids.
    pub policies: &'a [Policy],
    pub framework: &'a Framework,
    pub kinds: Vec<Kind<'a>>,
    /// What fails and what passes, from the fixtures of a policy.
    pub examples: &'a BTreeMap<PolicyId, Vec<Example>>,
    /// Kinds and criteria without a policy have a page as well.
    pub is_whole: bool,
}

/// A kind of evidence and what collectors promise of it.
#[derive(Clone, Copy, Debug)]
pub struct Kind<'a> {
    pub kind: EvidenceKind,
    /// The JSON Schema of its facts; absent where a kind has none.
    pub schema: Option<&'a Value>,
}

/// One page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Below the folder of the pages, with forward slashes: `policies/bucket-is-versioned.md`.
    pub path: String,
    pub text: String,
}

impl Page {
    pub(super) fn new(path: String, body: &str) -> Self {
        Self { path, text: format!("{MARK}\n\n{}\n", body.trim_end()) }
    }
}

impl<'a> Library<'a> {
    /// Kinds that have a page.
    pub(super) fn kinds(&self) -> impl Iterator<Item = &Kind<'a>> {
        self.kinds.iter().filter(|it| it.schema.is_some() && (self.is_whole || self.on(it.kind).next().is_some()))
    }

    /// Criteria that have a page.
    pub(super) fn criteria(&self) -> impl Iterator<Item = &'a Criterion> {
        let criteria = self.framework.criteria.iter();
        criteria.filter(|it| self.is_whole || self.linked(&it.id).next().is_some())
    }

    /// Policies on a kind.
    pub(super) fn on(&self, kind: EvidenceKind) -> impl Iterator<Item = &'a Policy> + use<'a> {
        self.policies.iter().filter(move |it| it.kind == kind)
    }

    /// Policies linked to a criterion, each with its links there.
    pub(super) fn linked<'b>(&self, criterion: &'b str) -> impl Iterator<Item = (&'a Policy, &'a Link)> + use<'a, 'b> {
        let links = self.policies.iter().flat_map(|policy| policy.criteria.iter().map(move |link| (policy, link)));
        links.filter(move |it| it.1.criterion == criterion)
    }

    /// What the schema of a kind says of a fact, or of the fact that a longer path begins with.
    pub(super) fn fact(&self, kind: EvidenceKind, name: &str) -> Option<&'a Value> {
        let schema = self.kinds.iter().find(|it| it.kind == kind)?.schema?;
        schema.get("properties")?.get(name)
    }
}
