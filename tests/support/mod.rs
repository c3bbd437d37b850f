//! A little world for tests of judgement: one framework, policies written in place, evidence made by hand.

use gapcheck::evaluate::{Options, assess};
use gapcheck::model::{
    Aspect, Assessment, Category, Criterion, Document, Entry, Evidence, EvidenceKind, Framework, Frameworks, Measure,
    Nature, Node, Severity, Source, SourceId, Span,
};
use gapcheck::rego::PolicySet;
use gapcheck::rego::rego_file::{FileOrigin, RegoFile};

/// An assessment of the document by the policies, whose texts are given.
pub(crate) fn assessed(policies: &[&str], document: &Document, options: &Options) -> Assessment {
    let framework = framework();
    let file = |(at, text): (usize, &&str)| RegoFile {
        path: format!("policy{at}.rego"),
        text: (*text).into(),
        origin: FileOrigin::Folder,
    };
    let files = policies.iter().enumerate().map(file).collect();
    let set = PolicySet::of(files, Vec::new(), std::slice::from_ref(&framework));
    let set = set.unwrap_or_else(|it| panic!("{:?}", it.problems));
    assess(document, &set, &Frameworks::one(framework), options)
}

/// A document with a source and nothing else.
pub(crate) fn document() -> Document {
    let mut document = Document::default();
    document.sources.add(Source::new("main.tf", "abc def"));
    document
}

/// A bucket with the facts.
pub(crate) fn bucket(name: &str, facts: &[(&str, Node)]) -> Evidence {
    let entries = facts.iter().map(|(name, node)| Entry::new(*name, node.clone())).collect();
    Evidence {
        id: format!("terraform:.#{name}"),
        kind: EvidenceKind::Bucket,
        name: name.to_owned(),
        format: "terraform",
        provider: None,
        native_type: None,
        address: None,
        span: span(),
        name_span: span(),
        called_from: Vec::new(),
        facts: Node::map(entries, span()),
    }
}

pub(crate) fn options() -> Options {
    Options {
        date: "2026-01-01".to_owned(),
        categories: Vec::new(),
        criteria: Vec::new(),
        fail_on: Severity::Low,
        strict: false,
        passes: false,
        examination: None,
        accepted: gapcheck::model::Accepted::default(),
        before: None,
    }
}

pub(crate) fn span() -> Span {
    Span::new(SourceId(0), 0..3)
}

pub(crate) fn text(it: &str) -> Node {
    Node::new(it, span())
}

/// Two criteria of security, one of a person's, and one of availability.
pub(crate) fn framework() -> Framework {
    let aspect = |id: &str, nature| Aspect {
        id: id.into(),
        title: id.into(),
        nature,
        leans_on: Vec::new(),
        policies: Vec::new(),
    };
    let criterion = |id: &str, category: &str, nature, aspects| Criterion {
        id: id.into(),
        title: id.into(),
        summary: id.into(),
        category: category.into(),
        nature,
        aspects,
        user_entities: Vec::new(),
        subservice_organizations: Vec::new(),
    };
    let configuration = Nature::Configuration;
    let organizational = Nature::Organizational;
    Framework {
        id: "soc2".into(),
        title: "SOC 2".into(),
        reference: String::new(),
        readers: String::new(),
        measure: Measure::Criterion,
        categories: vec![
            Category { id: "security".into(), title: "Security".into(), always: true },
            Category { id: "availability".into(), title: "Availability".into(), always: false },
        ],
        criteria: vec![
            criterion("CC1.1", "security", organizational, vec![aspect("conduct", organizational)]),
            criterion("CC6.1", "security", configuration, vec![aspect("encryption", configuration)]),
            criterion(
                "CC6.3",
                "security",
                Nature::Mixed,
                vec![aspect("rights", configuration), aspect("review", organizational)],
            ),
            criterion("A1.2", "availability", Nature::Mixed, vec![aspect("backup", configuration)]),
        ],
    }
}
