//! Alerts on the activity log of a subscription: which operations are watched, and whether somebody hears of them.

use crate::collect::terraform::reading::read;
use crate::collect::terraform::resource::Resource;
use crate::collect::terraform::subject::Subject;
use crate::model::{Cause, Entry, Node, Value};

/// All alerts on the activity log that are declared beside it.
pub fn filters(subject: &Subject<'_>) -> Option<Node> {
    let alerts = subject.scope.of_type("azurerm_monitor_activity_log_alert");
    let place = subject.resource.name_span;
    Some(Node::list(alerts.iter().map(|it| filter(it)).collect(), place).named(place))
}

/// The same where what is exported is the log of a subscription.
pub fn filters_of_subscription(subject: &Subject<'_>) -> Option<Node> {
    let target = subject.at("target_resource_id")?;
    let is_subscription = match &target.value {
        Value::Unresolved(it) => matches!(&it.cause, Cause::DataSource(name) if name.contains("azurerm_subscription.")),
        Value::String(id) => {
            id.strip_prefix("/subscriptions/").is_some_and(|it| !it.trim_end_matches('/').contains('/'))
        }
        _ => false,
    };
    if is_subscription { filters(subject) } else { None }
}

fn filter(alert: &Resource) -> Node {
    let watched = ["criteria.0.operation_name", "criteria.0.category"].iter().find_map(|it| read(&alert.body, it));
    let mut facts: Vec<Entry> = watched.map(|it| Entry::new("pattern", it)).into_iter().collect();
    let is_on = read(&alert.body, "enabled").is_none_or(|it| it.as_bool() != Some(false));
    let is_heard = read(&alert.body, "action").is_some_and(|it| it.as_unresolved().is_some() || !it.items().is_empty());
    facts.push(Entry::new("alarmed", Node::new(is_on && is_heard, alert.name_span)));
    Node::map(facts, alert.span).named(alert.name_span)
}
