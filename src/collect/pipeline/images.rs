//! Container image references as pipelines write them: how firmly one names what it runs.

use crate::model::{Cause, Node, Shape};

use super::facts::{Facts, unresolved};
use super::settings::settled;

/// Facts of an image that a job runs in or beside. `reference` may hold variables that only a run fills.
pub(crate) fn fact(reference: &Node) -> Option<Node> {
    let text = reference.as_str().filter(|it| !it.trim().is_empty())?;
    let mut facts = Facts::default();
    facts.put("reference", settled(reference));
    let last = text.rsplit('/').next().unwrap_or(text);
    // A variable in the tag is a tag of somebody's choice; one that is all of the name tells nothing.
    let open = |it: &str| it.contains('$') || it.contains("<<") || it.contains('}');
    // Whatever a variable before it holds, a tag that stands there is the tag.
    let tagged = last.rsplit_once(':').is_some_and(|(_, tag)| !tag.is_empty() && !open(tag));
    let is_open = open(last) && !tagged;
    let pin = match is_open && !text.contains("@sha256:") {
        true => unresolved(Cause::AtRunTime(text.to_owned()), Shape::String, reference.span),
        false => Node::new(pin(text), reference.span),
    };
    facts.put("pin", pin);
    Some(facts.into_node(reference.span).named(reference.span))
}

/// `digest`, `tag`, or `none` where the reference floats with each push.
pub(crate) fn pin(reference: &str) -> &'static str {
    let reference = reference.strip_prefix("docker://").unwrap_or(reference);
    if let Some((_, digest)) = reference.rsplit_once('@') {
        return if is_digest(digest) { "digest" } else { "none" };
    }
    let last = reference.rsplit('/').next().unwrap_or(reference);
    match last.rsplit_once(':') {
        Some((_, tag)) if !tag.is_empty() && tag != "latest" => "tag",
        _ => "none",
    }
}

fn is_digest(text: &str) -> bool {
    text.strip_prefix("sha256:").is_some_and(|it| it.len() == 64 && it.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::pin;

    #[test]
    fn a_registry_port_is_not_a_tag() {
        assert_eq!(pin("registry.example.com:5000/web"), "none");
        assert_eq!(pin("registry.example.com:5000/web:1.2"), "tag");
        assert_eq!(pin("node:latest"), "none");
        assert_eq!(pin(&format!("node:22@sha256:{}", "a".repeat(64))), "digest");
    }
}
