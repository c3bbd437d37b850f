//! Ids of other tools: each belongs to one policy, unless it says that it answers a part.

use std::collections::BTreeMap;

use super::linted::Linted;
use super::remark::Remark;
use crate::model::{Node, Span};

/// At the end of the alias's line: other policies answer its other parts.
const IN_PARTS: &str = "# in parts";

/// Remarks on aliases that two policies claim.
pub(super) fn remarks(linted: &[Linted<'_>], remarks: &mut Vec<Remark>) {
    let mut claims: BTreeMap<(String, String), Vec<(&Linted<'_>, Span)>> = BTreeMap::new();
    for it in linted {
        for tool in it.metadata.dotted("custom.aliases").map(Node::entries).unwrap_or_default() {
            for id in tool.node.items() {
                let key = (tool.name.to_string(), id.scalar_text().unwrap_or_default());
                claims.entry(key).or_default().push((it, id.span));
            }
        }
    }
    for ((tool, id), claims) in claims {
        let Some(((first, _), others)) = claims.split_first() else { continue };
        for (other, span) in others {
            if other.policy.id == first.policy.id {
                remarks.push(Remark::mistake(*span, format!("{tool}'s {id} stands here twice")));
            } else if !claims.iter().any(|(it, span)| is_in_parts(it, *span)) {
                let message = format!("{tool}'s {id} is an alias of `{}` as well", first.policy.id);
                let help = format!("where each answers a part of it, say `{IN_PARTS}` at the end of the line");
                remarks.push(Remark::mistake(*span, message).with_help(help));
            }
        }
    }
}

fn is_in_parts(linted: &Linted<'_>, span: Span) -> bool {
    let rest = linted.module.text.get(span.range().end..).unwrap_or_default();
    rest.lines().next().is_some_and(|it| it.trim_end().ends_with(IN_PARTS))
}
