//! Policies as rules, and each framework as a taxonomy.

use crate::model::{Assessment, CriterionResult, PolicyResult, Severity, Table};
use crate::report::markdown;

use super::limits::MAX_TAGS;
use super::log::{Component, Configuration, Descriptor, Level, Message, Relationship, Rule, RuleProperties};
use super::log::{Taxon, Taxonomy};

/// The criteria of the frameworks by their places in the taxonomies.
pub(super) struct Criteria<'a> {
    assessment: &'a Assessment,
    tables: Vec<Table<'a>>,
}

impl<'a> Criteria<'a> {
    pub(super) fn new(assessment: &'a Assessment) -> Self {
        Self { assessment, tables: assessment.tables() }
    }

    /// The frameworks, named so that rules and results can point at their criteria.
    pub(super) fn taxonomies(&self) -> Vec<Taxonomy> {
        let taxon = |it: &&CriterionResult| Taxon { id: it.id.clone(), short_description: it.title.as_str().into() };
        let taxonomy = |it: &Table<'_>| Taxonomy {
            name: it.framework.id.clone(),
            short_description: it.framework.title.as_str().into(),
            taxa: it.criteria.iter().map(taxon).collect(),
        };
        self.tables.iter().map(taxonomy).collect()
    }

    pub(super) fn components(&self) -> Vec<Component> {
        let component = |(index, it): (usize, &Table<'_>)| Component { name: it.framework.id.clone(), index };
        self.tables.iter().enumerate().map(component).collect()
    }

    /// Points at a criterion; none where no framework of the run has such.
    pub(super) fn descriptor(&self, id: &str) -> Option<Descriptor> {
        let found = self.tables.iter().enumerate().find_map(|(at, table)| {
            let index = table.criteria.iter().position(|it| it.id == id)?;
            Some((Component { name: table.framework.id.clone(), index: at }, index))
        });
        found.map(|(tool_component, index)| Descriptor { id: id.to_owned(), index, tool_component })
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
            markdown: Some(markdown::policy::page(policy, criteria.assessment)),
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
