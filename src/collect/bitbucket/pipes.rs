//! Pipes: steps that others wrote, and what they do.

use crate::collect::pipeline::checks::{Hidden, Hides, Runs};
use crate::collect::pipeline::facts::Facts;
use crate::collect::pipeline::images;
use crate::collect::pipeline::tools::{CODE_SCAN, DEPENDENCY_SCAN, DEPLOY, IMAGE_SCAN, PUBLISH, SECRET_SCAN};
use crate::collect::pipeline::versions::is_fixed;
use crate::model::Node;

/// Parts of the names of pipes, and what they do. The first that fits counts.
const PIPES: &[(&str, &str)] = &[
    ("git-secrets-scan", SECRET_SCAN),
    ("gitleaks", SECRET_SCAN),
    ("snyk", DEPENDENCY_SCAN),
    ("sonar", CODE_SCAN),
    ("semgrep", CODE_SCAN),
    ("trivy", IMAGE_SCAN),
    ("ecr-push", PUBLISH),
    ("gcr-push", PUBLISH),
    ("npm-publish", PUBLISH),
    ("pypi-publish", PUBLISH),
    ("-publish", PUBLISH),
    ("-deploy", DEPLOY),
    ("kubectl-run", DEPLOY),
    ("helm-run", DEPLOY),
    ("ssh-run", DEPLOY),
    ("firebase", DEPLOY),
    ("notify", ""),
    ("trigger-pipeline", ""),
];

/// Facts of the pipe that a script calls: where it comes from and whether it can change.
pub(super) fn fact(pipe: &Node) -> Option<Node> {
    let text = pipe.as_str()?;
    let mut facts = Facts::default();
    facts.put("reference", Node::new(text, pipe.span));
    if let Some(image) = text.strip_prefix("docker://") {
        facts.put("place", Node::new("image", pipe.span));
        facts.put("pinned", Node::new(images::pin(image) == "digest", pipe.span));
        return Some(facts.into_node(pipe.span).named(pipe.span));
    }
    let (path, version) = text.rsplit_once(':').map_or((text, None), |(path, version)| (path, Some(version)));
    let (owner, repository) = path.split_once('/').unwrap_or(("", path));
    facts.put("place", Node::new("repository", pipe.span));
    facts.put("owner", Node::new(owner.to_ascii_lowercase(), pipe.span));
    facts.put("repository", Node::new(repository.to_ascii_lowercase(), pipe.span));
    facts.put_some("version", version.map(|it| Node::new(it, pipe.span)));
    facts.put("pinned", Node::new(version.is_some_and(is_fixed), pipe.span));
    Some(facts.into_node(pipe.span).named(pipe.span))
}

/// What a pipe does.
pub(super) fn runs(pipe: &Node) -> Runs {
    let name = pipe.as_str().unwrap_or_default();
    match PIPES.iter().find(|(part, _)| name.contains(part)) {
        Some((_, "")) => Runs::default(),
        Some((_, what)) => Runs { known: vec![(what, pipe.span)], ..Runs::default() },
        None => {
            let hidden = Hidden { name: format!("what `{name}` runs"), span: pipe.span, may: Hides::Anything };
            Runs { hidden: vec![hidden], ..Runs::default() }
        }
    }
}
