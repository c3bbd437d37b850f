//! AWS alarms, detectors, recorders and hubs.

use crate::collect::terraform::reading::{flag as as_flag, number, one_of as is_one_of, read};
use crate::collect::terraform::resource::json;
use crate::collect::terraform::row::{
    Constant::{EmptyList, Text},
    Fact, Join, Row, always, flag, one_of, row, value, with,
};
use crate::collect::terraform::subject::Subject;
use crate::model::{EvidenceKind::Monitor, Node};

pub const ROWS: &[Row] = &[
    row(Monitor, "aws", &["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"], ALARM_FACTS),
    row(Monitor, "aws", &["aws_guardduty_detector"], DETECTOR_FACTS),
    row(Monitor, "aws", &["aws_config_configuration_recorder"], RECORDER_FACTS).joined(RECORDER_JOINS),
    row(Monitor, "aws", &["aws_securityhub_account"], HUB_FACTS),
    row(Monitor, "aws", &["aws_config_configuration_aggregator"], AGGREGATOR_FACTS),
    row(Monitor, "aws", &["aws_macie2_account"], DISCOVERY_FACTS),
    row(Monitor, "aws", &["aws_ssm_patch_baseline"], BASELINE_FACTS),
    row(Monitor, "aws", &["aws_cloudwatch_event_rule"], ROUTE_FACTS).joined(ROUTE_JOINS).only_when(carries_findings),
];

const ALARM_FACTS: &[Fact] = &[
    always("watch", Text("alarm")),
    flag("enabled", &["actions_enabled"]).or_true(),
    value("actions", &["alarm_actions"]),
    value("metric", &["metric_name"]),
];

const DETECTOR_FACTS: &[Fact] = &[
    always("watch", Text("threat_detector")),
    flag("enabled", &["enable"]).or_true(),
    value("publishing_frequency", &["finding_publishing_frequency"]),
];

const RECORDER_FACTS: &[Fact] = &[
    always("watch", Text("config_recorder")),
    flag("covers_all", &["recording_group.0.all_supported"]).or_true(),
    flag("includes_global", &["recording_group.0.include_global_resource_types"]).or_false(),
];

const RECORDER_JOINS: &[Join] = &[Join {
    types: &["aws_config_configuration_recorder_status"],
    by: "name",
    to: "name",
    facts: &[flag("recording", &["is_enabled"])],
}];

const HUB_FACTS: &[Fact] = &[always("watch", Text("findings_hub")), with("has_standards", has_standards).or_true()];

const AGGREGATOR_FACTS: &[Fact] =
    &[always("watch", Text("config_aggregator")), with("covers_all", gathers_all_regions).or_false()];

const DISCOVERY_FACTS: &[Fact] =
    &[always("watch", Text("data_discovery")), one_of("enabled", "status", &["ENABLED"]).or_true()];

const BASELINE_FACTS: &[Fact] = &[always("watch", Text("patch_baseline")), with("approval_days", latest_approval)];

/// The longest time that a rule lets pass before it approves a fix.
fn latest_approval(subject: &Subject<'_>) -> Option<Node> {
    let rules = subject.at("approval_rule")?;
    if rules.as_unresolved().is_some() {
        return Some(rules);
    }
    let days: Vec<Node> =
        rules.items().iter().filter_map(|it| read(it, "approve_after_days")).filter_map(number).collect();
    let unknown = days.iter().find(|it| it.as_unresolved().is_some()).cloned();
    unknown.or_else(|| days.into_iter().max_by_key(Node::as_i64))
}

const ROUTE_FACTS: &[Fact] = &[
    always("watch", Text("findings_route")),
    with("enabled", route_is_on).or_true(),
    with("actions", |_| None).or(EmptyList),
];

const ROUTE_JOINS: &[Join] = &[Join {
    types: &["aws_cloudwatch_event_target"],
    by: "rule",
    to: "name",
    facts: &[with("actions", |it| it.at("arn").map(|arn| Node::list(vec![arn], it.resource.span)))],
}];

fn gathers_all_regions(subject: &Subject<'_>) -> Option<Node> {
    let sources = ["account_aggregation_source", "organization_aggregation_source"];
    let stated = sources.iter().find_map(|it| subject.at(&format!("{it}.0.all_regions")))?;
    as_flag(stated, true)
}

fn route_is_on(subject: &Subject<'_>) -> Option<Node> {
    match subject.at("state") {
        Some(state) => is_one_of(state, &["ENABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"]),
        None => subject.at("is_enabled").and_then(|it| as_flag(it, true)),
    }
}

/// Services whose events are findings that somebody must judge.
const FINDERS: &[&str] = &["aws.access-analyzer", "aws.guardduty", "aws.inspector2", "aws.macie", "aws.securityhub"];

fn carries_findings(subject: &Subject<'_>) -> bool {
    let Some(pattern) = subject.at("event_pattern").and_then(|it| json(&it)) else { return false };
    let sources = pattern.get("source").map(Node::items).unwrap_or_default();
    sources.iter().any(|it| it.as_str().is_some_and(|it| FINDERS.contains(&it)))
}

/// A subscription anywhere in the root module is one to a standard of the account.
fn has_standards(subject: &Subject<'_>) -> Option<Node> {
    match subject.scope.of_type("aws_securityhub_standards_subscription").first() {
        Some(subscription) => Some(Node::new(true, subscription.name_span)),
        None => subject.at("enable_default_standards").and_then(|it| as_flag(it, true)),
    }
}
