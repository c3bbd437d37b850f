//! Policies as rules, and the framework as a taxonomy.

use crate::model::{Assessment, PolicyResult, Severity};
use crate::report::markdown;

use super::log::{Component, Configuration, Descriptor, Level, Message, Relationship, Rule, RuleProperties};
use super::log::{Taxon, Taxonomy};

/// GitHub takes no more tags of a rule.
const MAX_TAGS: usize = 20;

/// The criteria of the framework by their place in the taxonomy.
pub(super) struct Criteria<'a>(&'a Assessment);

impl<'a> Criteria<'a> {
    pub(super) fn new(assessment: &'a Assessment) -> Self {
        Self(assessment)
    }

    /// The framework, named so that rules and results can point at its criteria.
    pub(super) fn taxonomy(&self) -> Taxonomy {
        Taxonomy {
            name: self.0.scope.framework.clone(),
            short_description: self.0.scope.framework_title.as_str().into(),
            taxa: self
                .0
                .criteria
                .iter()
                .map(|it| Taxon { id: it.id.clone(), short_description: it.title.as_str().into() })
                .collect(),
        }
    }

    pub(super) fn component(&self) -> Component {
        Component { name: self.0.scope.framework.clone(), index: 0 }
    }

    /// Points at a criterion; none where the framework of the run has no such.
    pub(super) fn descriptor(&self, id: &str) -> Option<Descriptor> {
        let index = self.0.criteria.iter().position(|it| it.id == id)?;
        Some(Descriptor { id: id.to_owned(), index, tool_component: self.component() })
    }
}

/// A policy as a rule.
pub(super) fn rule(policy: &PolicyResult, criteria: &Criteria<'_>) -> Rule {
    let mut linked: Vec<&str> = policy.criteria.iter().map(|it| it.criterion.as_str()).collect();
    linked.dedup();
    let tags = std::iter::once("security").chain(linked.iter().copied()).take(MAX_TAGS);
    let related = linked.iter().filter_map(|it| criteria.descriptor(it));
    let (problem_severity, security_severity) = severities(policy.severity);
    Rule {
        id: policy.id.0.clone(),
        short_description: policy.title.as_str().into(),
        full_description: policy.description.as_str().into(),
        help: Message {
            text: markdown::policy::plain(policy),
            markdown: Some(markdown::policy::page(policy, criteria.0)),
        },
        default_configuration: Configuration { level: level(policy.severity) },
        relationships: related.map(|target| Relationship { target, kinds: ["relevant"] }).collect(),
        properties: RuleProperties {
            precision: "high",
            problem_severity,
            security_severity,
            tags: tags.map(str::to_owned).collect(),
        },
    }
}

pub(super) fn level(severity: Severity) -> Level {
    match severity {
        Severity::Critical | Severity::High => Level::Error,
        Severity::Medium => Level::Warning,
        Severity::Low => Level::Note,
    }
}

/// `problem.severity`, and a score in the middle of the range that GitHub shows under the same word.
fn severities(severity: Severity) -> (&'static str, &'static str) {
    match severity {
        Severity::Critical => ("error", "9.5"),
        Severity::High => ("error", "8.0"),
        Severity::Medium => ("warning", "5.5"),
        Severity::Low => ("recommendation", "2.0"),
    }
}
