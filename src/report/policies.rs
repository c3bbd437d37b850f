//! The policies at hand: a line each for people, everything that they declare for programs.

use std::collections::BTreeMap;
use std::io;
use std::io::Write;

use serde::Serialize;

use crate::model::{EvidenceKind, Link, Policy, Severity, TestKind};

use super::json::write;
use super::options::HumanOptions;
use super::page::{Page, Style, count, plain, severity_style, words};

/// A policy as JSON lists it.
#[derive(Debug, Serialize)]
pub(super) struct PolicyRow<'a> {
    id: &'a str,
    title: &'a str,
    description: &'a str,
    severity: Severity,
    kind: EvidenceKind,
    package: &'a str,
    criteria: &'a [Link],
    tests: TestKind,
    reads: &'a [String],
    formats: Vec<&'a str>,
    remediation: &'a BTreeMap<String, String>,
    aliases: &'a BTreeMap<String, Vec<String>>,
    related_resources: &'a [String],
    since: &'a str,
}

impl<'a> From<&'a Policy> for PolicyRow<'a> {
    fn from(policy: &'a Policy) -> Self {
        Self {
            id: &policy.id.0,
            title: &policy.title,
            description: &policy.description,
            severity: policy.severity,
            kind: policy.kind,
            package: &policy.package,
            criteria: &policy.criteria,
            tests: policy.tests,
            reads: &policy.reads,
            formats: policy.formats().collect(),
            remediation: &policy.remediation,
            aliases: &policy.aliases,
            related_resources: &policy.related_resources,
            since: &policy.since,
        }
    }
}

/// Lists policies for programs, in the order given.
pub fn render_json(policies: &[Policy], out: &mut dyn Write) -> io::Result<()> {
    write(&policies.iter().map(PolicyRow::from).collect::<Vec<_>>(), out)
}

/// Lists policies for people, by the kind of thing they look at.
pub fn render(policies: &[Policy], options: &HumanOptions, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page::new(*options, out);
    let mut kinds: BTreeMap<&str, Vec<&Policy>> = BTreeMap::new();
    for it in policies {
        kinds.entry(it.kind.name()).or_default().push(it);
    }
    let number = kinds.len();
    for (kind, policies) in kinds {
        page.line(&[words(Style::BOLD, kind)])?;
        for it in policies {
            page.line(&[plain("  "), words(severity_style(it.severity), it.id.0.as_str())])?;
            let criteria: Vec<_> = it.criteria.iter().map(|it| it.criterion.as_str()).collect();
            let formats: Vec<_> = it.formats().collect();
            let text =
                format!("{} ({}; {}; {})", it.title, it.severity.name(), criteria.join(", "), formats.join(", "));
            page.hanging(&[plain("    ")], &[plain(text)])?;
        }
        page.blank()?;
    }
    let policies = count(policies.len(), "policy", "policies");
    page.hanging(&[], &[plain(format!("{policies} on {}", count(number, "kind", "kinds")))])
}
