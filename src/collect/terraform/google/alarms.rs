//! What is looked for in audit logs: metrics that count entries, and alert policies that watch them or the entries.

use std::collections::HashSet;

use crate::collect::terraform::reading::read;
use crate::collect::terraform::resource::Resource;
use crate::collect::terraform::subject::Subject;
use crate::model::{Cause, Entry, Node};

/// What stands before the name of a metric of one's own in the filter of an alert policy.
const OWN_METRIC: &str = "logging.googleapis.com/user/";

/// The metrics and the alerts on single entries that are declared beside an audit configuration.
pub fn filters(subject: &Subject<'_>) -> Option<Node> {
    let place = subject.resource.name_span;
    let policies = subject.scope.of_type("google_monitoring_alert_policy").iter().copied().filter(|it| is_heard(it));
    let conditions: Vec<Node> = policies.filter_map(|it| read(&it.body, "conditions")).collect();
    let conditions = || conditions.iter().flat_map(Node::items);
    let thresholds: Vec<Node> = conditions().filter_map(|it| read(it, "condition_threshold.0.filter")).collect();
    let watched: HashSet<&str> = thresholds.iter().flat_map(metrics).collect();
    let counted = subject.scope.of_type("google_logging_metric").iter().filter_map(|metric| {
        let name = read(&metric.body, "name");
        let name = name.as_ref().and_then(Node::as_str).unwrap_or(&metric.address);
        Some(filter(read(&metric.body, "filter")?, watched.contains(name), metric))
    });
    let single = conditions().filter_map(|it| {
        let pattern = read(it, "condition_matched_log.0.filter")?;
        let alarmed = Node::new(true, pattern.span);
        Some(Node::map(vec![Entry::new("pattern", pattern.clone()), Entry::new("alarmed", alarmed)], pattern.span))
    });
    Some(Node::list(counted.chain(single).collect(), place).named(place))
}

fn filter(pattern: Node, alarmed: bool, metric: &Resource) -> Node {
    let alarmed = Node::new(alarmed, metric.name_span);
    Node::map(vec![Entry::new("pattern", pattern), Entry::new("alarmed", alarmed)], metric.span).named(metric.name_span)
}

fn is_heard(policy: &Resource) -> bool {
    let is_on = read(&policy.body, "enabled").is_none_or(|it| it.as_bool() != Some(false));
    let channels = read(&policy.body, "notification_channels");
    is_on && channels.is_some_and(|it| it.as_unresolved().is_some() || !it.items().is_empty())
}

/// Names of the metrics in a filter, or the address of the one that it is made of.
fn metrics(filter: &Node) -> impl Iterator<Item = &str> {
    let made_of = filter.as_unresolved().and_then(|it| match &it.cause {
        Cause::AfterApply(name) => name.rsplit_once('.').map(|(address, _)| address),
        _ => None,
    });
    let named = filter.as_str().unwrap_or_default().split(OWN_METRIC).skip(1);
    let named = named.filter_map(|it| it.split(['"', '\'', '\\', ' ', ')']).next());
    named.chain(made_of)
}
