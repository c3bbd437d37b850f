//! Rules as evidence, one for each repository and set of branches.

use super::read::Stated;
use super::rule;
use crate::collect::target::Target;
use crate::model::{Evidence, EvidenceKind, Node};

pub(in crate::collect::repository) fn evidence(
    stated: &Stated,
    target: &Target,
    format: &'static str,
) -> Vec<Evidence> {
    let one = |it: &rule::Rule| {
        let path = target.files.iter().find(|file| file.id == it.span.source).map_or("", |it| it.path.as_str());
        let branches = it.named();
        let name = match &it.repository {
            Some(repository) => format!("{branches} of {repository}"),
            None => branches.clone(),
        };
        Evidence {
            id: format!("{format}:{path}#{name}"),
            kind: EvidenceKind::BranchProtection,
            name,
            format,
            provider: None,
            native_type: None,
            address: None,
            span: it.span,
            name_span: it.name_span,
            called_from: Vec::new(),
            facts: rule::node(it),
        }
    };
    stated.rules.iter().map(one).collect()
}

/// Whether a rule bears on the main branch of the repository at hand. Nothing where no file speaks of protection:
/// settings that live in a web interface are not seen.
pub(in crate::collect::repository) fn is_protected(stated: &Stated) -> Option<Node> {
    let place = stated.place?;
    let is_own = |it: &&rule::Rule| it.bears_on_main(stated.main.as_deref());
    let rule = stated.rules.iter().find(is_own);
    Some(rule.map_or(Node::new(false, place), |it| Node::new(true, it.name_span)).named(place))
}
