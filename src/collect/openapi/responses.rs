//! Responses: whether each says what it holds, and whether errors are told of.

use crate::collect::pipeline::facts::Facts;
use crate::model::Node;

use super::description::{Description, Placed};

/// Adds which responses give no schema, and whether failures are described.
pub(super) fn add(description: &Description<'_>, operation: Placed<'_>, method: &str, facts: &mut Facts) {
    let node = operation.node;
    let place = node.name_span.unwrap_or(node.span);
    let Some(responses) = node.get("responses") else {
        facts.put("describes_responses", Node::default_of(false, place));
        return;
    };
    let stated: Vec<_> = responses.entries().iter().filter(|it| !it.name.starts_with("x-")).collect();
    let whole = responses.name_span.unwrap_or(responses.span);
    facts.put("describes_responses", Node::new(!stated.is_empty(), whole));
    let statuses = stated.iter().map(|it| Node::new(it.name.clone(), it.node.name_span.unwrap_or(it.node.span)));
    facts.put("responses", Node::list(statuses.collect(), whole).named(whole));
    let is_failure = |name: &str| name == "default" || name.starts_with(['4', '5']);
    let failure = stated.iter().find(|it| is_failure(&it.name));
    facts.put(
        "describes_errors",
        match failure {
            Some(it) => Node::new(true, it.node.name_span.unwrap_or(it.node.span)),
            None => Node::new(false, whole),
        },
    );
    let bare = stated.iter().filter(|it| method != "head" && has_body(&it.name)).filter(|it| {
        let placed = Placed { node: &it.node, ..operation };
        description.resolved(placed).is_some_and(|it| !has_schema(it.node))
    });
    let bare = bare.map(|it| Node::new(it.name.clone(), it.node.name_span.unwrap_or(it.node.span)));
    facts.put("responses_without_schema", Node::list(bare.collect(), whole));
}

/// Responses that succeed and carry something.
fn has_body(status: &str) -> bool {
    matches!(status, "200" | "201" | "2XX" | "203" | "206")
}

/// OpenAPI 3 says it for each media type, Swagger 2 once.
fn has_schema(response: &Node) -> bool {
    if response.get("schema").is_some() {
        return true;
    }
    let media = response.get("content").map(Node::entries).unwrap_or_default();
    let text = |name: &str| !name.contains("json") && !name.contains("xml") && name != "*/*";
    !media.is_empty() && media.iter().all(|it| it.node.get("schema").is_some() || text(&it.name))
}
