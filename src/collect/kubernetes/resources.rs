//! What a container asks for and may use at most, with what the limit ranges of its namespace add.

use crate::model::{Entry, Node};

use super::joins::Joins;
use super::objects::stated;

/// Requests and limits as the API fills them in: a request that is not stated is the limit's; what is stated nowhere is
/// what a limit range of the namespace says.
pub(super) fn facts(container: &Node, joins: &Joins, namespace: &str) -> Vec<Entry> {
    let mut facts = Vec::new();
    for (what, request, limit) in [("cpu", "cpu_request", "cpu_limit"), ("memory", "memory_request", "memory_limit")] {
        let own = stated(container, &format!("resources.limits.{what}"));
        let most = own.or_else(|| joins.range(namespace, what, &["default", "max"]));
        let least = stated(container, &format!("resources.requests.{what}")).cloned();
        let least = least.or_else(|| own.map(|it| Node::default_of(it.value.clone(), it.span)));
        let least =
            least.or_else(|| joins.range(namespace, what, &["defaultRequest", "default", "min", "max"]).cloned());
        facts.extend(least.map(|it| Entry::new(request, it)));
        facts.extend(most.map(|it| Entry::new(limit, it.clone())));
    }
    facts
}
