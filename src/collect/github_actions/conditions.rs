//! Conditions that do not hold what they promise: ones that are always true, and ones that trust a name.

use crate::collect::pipeline::facts::Facts;
use crate::collect::target::SourceFile;
use crate::model::Node;

use super::{expressions, triggers};

/// Events whose runs have rights although anybody can cause them.
const PRIVILEGED: &[&str] = &["pull_request_target", "workflow_run", "issue_comment", "issues", "discussion_comment"];

/// Names that whoever comes last in a run has, not who made the change.
const LAST_ACTOR: &[&str] = &["github.actor", "github.triggering_actor", "github.event.sender.login"];

/// Contexts that whoever causes a run gives a value to.
const FILLED_BY_OTHERS: &[&str] =
    &["github.ref", "github.head_ref", "github.base_ref", "github.actor", "github.triggering_actor", "github.event."];

/// The conditions of jobs and steps, those that are loose with the reason.
pub(super) fn fact(file: &SourceFile, document: &Node) -> Option<Node> {
    let privileged = triggers::events(document).iter().any(|it| PRIVILEGED.contains(&it.as_str()));
    let mut found = Vec::new();
    document.get("jobs")?.walk(&mut |path, node| {
        let is_condition = path.last().is_some_and(|it| it == "if") && matches!(path.len(), 2 | 4);
        if !is_condition {
            return;
        }
        let reason = match node.as_str() {
            Some(text) if is_always_true(text) => "always true",
            Some(text) if privileged && trusts_bot(text) => "name of a bot",
            Some(text) if looks_in_text(text) => "part of a text",
            _ => "",
        };
        let mut facts = Facts::default();
        let shown = expressions::of(file, node).first().map_or(node.span, |it| it.span.to(node.span));
        facts.put("condition", Node::new(node.scalar_text().unwrap_or_default().trim(), shown));
        facts.put_some("loose", (!reason.is_empty()).then(|| Node::new(reason, node.span)));
        found.push(facts.into_node(node.span).named(node.span));
    });
    let first = found.first()?.span;
    Some(Node::list(found, first).named(first))
}

/// Text around an expression makes the whole a text, and any text that is not empty holds.
fn is_always_true(text: &str) -> bool {
    let Some(start) = text.find("${{") else { return false };
    let inner = text.get(start + 3..).unwrap_or_default();
    let ends = inner.trim_end().ends_with("}}") && inner.matches("}}").count() == 1 && !inner.contains("${{");
    start > 0 || !ends || text.ends_with('\n')
}

/// `contains('refs/heads/main refs/heads/next', github.ref)`: a name that is a part of another is in the text as well.
fn looks_in_text(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.split("contains(").skip(1).any(|rest| {
        let Some((listed, rest)) = rest.trim_start().strip_prefix('\'').and_then(|it| it.split_once('\'')) else {
            return false;
        };
        let searched = rest.trim_start().strip_prefix(',').map(str::trim_start).unwrap_or_default();
        listed.contains([' ', ',', '|', ';']) && FILLED_BY_OTHERS.iter().any(|it| searched.starts_with(it))
    })
}

/// `github.actor == 'dependabot[bot]'`: the actor is who caused the run last, which can be the bot on anybody's branch.
fn trusts_bot(text: &str) -> bool {
    let plain = text.replace(' ', "").replace('"', "'");
    LAST_ACTOR.iter().any(|it| {
        let compared = plain.split(it).skip(1).any(|rest| {
            rest.strip_prefix("=='")
                .and_then(|rest| rest.split('\'').next())
                .is_some_and(|name| name.ends_with("[bot]"))
        });
        compared || plain.contains(&format!("[bot]'=={it}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_around_an_expression_is_always_true() {
        assert!(is_always_true("${{ a }} && ${{ b }}"));
        assert!(is_always_true("${{ github.ref }} == 'refs/heads/main'"));
        assert!(is_always_true("${{ a }}\n"));
        assert!(!is_always_true("${{ a && b }}"));
        assert!(!is_always_true("github.ref == 'refs/heads/main'"));
    }

    #[test]
    fn a_name_can_be_a_part_of_a_text() {
        assert!(looks_in_text("contains('refs/heads/main refs/heads/next', github.ref)"));
        assert!(!looks_in_text("contains(fromJSON('[\"main\", \"next\"]'), github.ref_name)"));
        assert!(!looks_in_text("contains(github.event.head_commit.message, 'skip')"));
        assert!(!looks_in_text("contains('a b', matrix.os)"));
    }

    #[test]
    fn only_the_last_actor_can_be_somebody_else() {
        assert!(trusts_bot("github.actor == 'dependabot[bot]'"));
        assert!(!trusts_bot("github.actor != 'dependabot[bot]'"));
        assert!(!trusts_bot("github.event.pull_request.user.login == 'dependabot[bot]'"));
    }
}
