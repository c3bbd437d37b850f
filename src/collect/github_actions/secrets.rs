//! The secrets that a job takes, each where it is named.

use crate::collect::target::SourceFile;
use crate::model::Node;

use super::expressions;

/// Secrets of the job and its steps, the run's own token left out. What it hands to a called workflow, that one takes.
pub(super) fn fact(file: &SourceFile, job: &Node) -> Option<Node> {
    let mut found = Vec::new();
    job.walk(&mut |path, node| {
        if path.first().is_some_and(|it| it == "secrets") {
            return;
        }
        for expression in expressions::of(file, node) {
            let contexts = expression.contexts();
            let names = contexts.iter().filter_map(|it| it.strip_prefix("secrets."));
            let names = names.filter(|it| !it.eq_ignore_ascii_case("github_token") && *it != "*");
            // The platform knows them whatever their case, and shows them in capitals.
            found.extend(names.map(|it| Node::new(it.to_uppercase(), expression.span)));
        }
    });
    let first = found.first()?.span;
    Some(Node::list(found, first).named(first))
}
