//! Orbs: packages of commands and jobs that others publish.

use crate::collect::pipeline::checks::{Hidden, Hides, Runs};
use crate::collect::pipeline::facts::Facts;
use crate::collect::pipeline::tools::{
    CODE_SCAN, DEPENDENCY_SCAN, DEPLOY, IMAGE_BUILD, IMAGE_SCAN, PUBLISH, SECRET_SCAN, TESTS,
};
use crate::collect::pipeline::versions::is_fixed;
use crate::model::{Node, Span};

/// Commands and jobs of orbs by parts of their names, and what they run. The first that fits counts.
const PARTS: &[(&str, &str, &str)] = &[
    ("", "/install", ""),
    ("", "/setup", ""),
    ("gitguardian", "", SECRET_SCAN),
    ("ggshield", "", SECRET_SCAN),
    ("gitleaks", "", SECRET_SCAN),
    ("trufflehog", "", SECRET_SCAN),
    ("semgrep", "", CODE_SCAN),
    ("sonarcloud", "", CODE_SCAN),
    ("snyk", "", DEPENDENCY_SCAN),
    ("trivy", "", IMAGE_SCAN),
    ("anchore", "", IMAGE_SCAN),
    ("aws-ecr", "build-and-push", PUBLISH),
    ("docker", "/publish", PUBLISH),
    ("docker", "/build", IMAGE_BUILD),
    ("aws-ecs", "deploy", DEPLOY),
    ("aws-s3", "sync", DEPLOY),
    ("aws-eks", "update", DEPLOY),
    ("kubernetes", "create-or-update", DEPLOY),
    ("helm", "upgrade", DEPLOY),
    ("heroku", "deploy", DEPLOY),
    ("gcp-cloud-run", "deploy", DEPLOY),
    ("", "/test", TESTS),
];

/// Each orb from elsewhere, with its pinning.
pub(super) fn includes(document: &Node) -> Vec<Node> {
    let orbs = document.get("orbs").map(Node::entries).unwrap_or_default().iter();
    orbs.filter_map(|it| {
        let text = it.node.as_str()?;
        let version = text.rsplit_once('@').map(|(_, version)| version);
        let mut facts = Facts::default();
        facts.put("reference", Node::new(text, it.node.span));
        facts.put("place", Node::new("orb", it.node.span));
        facts.put_some("version", version.map(|version| Node::new(version, it.node.span)));
        facts.put("pinned", Node::new(version.is_some_and(is_fixed), it.node.span));
        Some(facts.into_node(it.node.span).named(it.node.name_span.unwrap_or(it.node.span)))
    })
    .collect()
}

/// What a command or job that is not written here runs.
pub(super) fn runs(name: &str, span: Span) -> Runs {
    let lower = name.to_ascii_lowercase();
    let row = PARTS.iter().find(|(orb, part, _)| lower.contains(orb) && lower.contains(part));
    match row {
        Some((_, _, "")) => Runs::default(),
        Some((_, _, what)) => Runs { known: vec![(what, span)], ..Runs::default() },
        None => hidden(&format!("what `{name}` runs"), span),
    }
}

/// Something that may run anything.
pub(super) fn hidden(name: &str, span: Span) -> Runs {
    Runs { hidden: vec![Hidden { name: name.to_owned(), span, may: Hides::Anything }], ..Runs::default() }
}

/// A setup configuration starts another one, which is made when it runs.
pub(super) fn dynamic(document: &Node) -> Runs {
    let setup = document.get("setup").filter(|it| it.as_bool() == Some(true));
    setup.map(|it| hidden("the configuration that this one continues with", it.span)).unwrap_or_default()
}
