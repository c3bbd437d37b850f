//! AWS alarms, detectors, recorders and hubs.

use crate::collect::terraform::reading::flag as as_flag;
use crate::collect::terraform::row::{Constant::Text, Fact, Join, Row, always, flag, row, value, with};
use crate::collect::terraform::subject::Subject;
use crate::model::{EvidenceKind::Monitor, Node};

pub const ROWS: &[Row] = &[
    row(Monitor, "aws", &["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"], ALARM_FACTS),
    row(Monitor, "aws", &["aws_guardduty_detector"], DETECTOR_FACTS),
    row(Monitor, "aws", &["aws_config_configuration_recorder"], RECORDER_FACTS).joined(RECORDER_JOINS),
    row(Monitor, "aws", &["aws_securityhub_account"], HUB_FACTS),
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

/// A subscription anywhere in the root module is one to a standard of the account.
fn has_standards(subject: &Subject<'_>) -> Option<Node> {
    match subject.scope.of_type("aws_securityhub_standards_subscription").first() {
        Some(subscription) => Some(Node::new(true, subscription.name_span)),
        None => subject.at("enable_default_standards").and_then(|it| as_flag(it, true)),
    }
}
