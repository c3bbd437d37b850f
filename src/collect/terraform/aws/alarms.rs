//! What is looked for in the records of a trail: filters on its log group, and whether an alarm watches their count.

use crate::collect::terraform::reading::read;
use crate::collect::terraform::resource::Resource;
use crate::collect::terraform::subject::Subject;
use crate::model::{Cause, Entry, Node};

const GROUP: &str = "aws_cloudwatch_log_group";

/// The filters on the log group that a trail streams to, where that is declared beside it.
pub fn filters(subject: &Subject<'_>) -> Option<Node> {
    let streams_to = subject.at("cloud_watch_logs_group_arn")?;
    let groups = subject.scope.of_type(GROUP).iter().copied();
    let group = groups.clone().find(|it| names(&streams_to, it, "name"))?;
    let filters = subject.scope.of_type("aws_cloudwatch_log_metric_filter").iter().copied();
    let on_group = |it: &&Resource| read(&it.body, "log_group_name").is_some_and(|it| names(&it, group, "name"));
    let items = filters.filter(on_group).map(|it| filter(subject, it)).collect();
    Some(Node::list(items, subject.resource.name_span).named(subject.resource.name_span))
}

fn filter(subject: &Subject<'_>, filter: &Resource) -> Node {
    let alarms = subject.scope.of_type("aws_cloudwatch_metric_alarm").iter();
    let metric = read(&filter.body, "metric_transformation.0.name");
    let watches = |it: &&&Resource| {
        let watched = read(&it.body, "metric_name");
        watched.is_some_and(|it| same_text(&it, metric.as_ref()) || made_by(&it, &filter.address))
    };
    let alarm = alarms.clone().find(watches);
    let place = alarm.map_or(filter.name_span, |it| it.name_span);
    let mut facts: Vec<Entry> = read(&filter.body, "pattern").map(|it| Entry::new("pattern", it)).into_iter().collect();
    facts.push(Entry::new("alarmed", Node::new(alarm.is_some(), place)));
    Node::map(facts, filter.span).named(filter.name_span)
}

/// Whether a value is a resource's name, or made of what is known of it after apply.
fn names(node: &Node, resource: &Resource, name: &str) -> bool {
    let own = resource.body.get(name).and_then(Node::as_str);
    let text = node.as_str();
    let in_arn = |name: &str| text.is_some_and(|it| it.split(':').any(|part| part == name));
    made_by(node, &resource.address) || own.is_some_and(in_arn)
}

fn same_text(node: &Node, other: Option<&Node>) -> bool {
    node.as_str().is_some() && node.as_str() == other.and_then(Node::as_str)
}

fn made_by(node: &Node, address: &str) -> bool {
    let Some(Cause::AfterApply(name)) = node.as_unresolved().map(|it| &it.cause) else { return false };
    name.strip_prefix(address).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}
