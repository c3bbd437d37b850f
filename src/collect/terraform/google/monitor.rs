//! Google alert policies.

use crate::collect::terraform::row::{Constant::Text, Fact, Row, always, flag, row, value};
use crate::model::EvidenceKind::Monitor;

pub const ROWS: &[Row] = &[row(Monitor, "google", &["google_monitoring_alert_policy"], FACTS)];

const FACTS: &[Fact] = &[
    always("watch", Text("alarm")),
    flag("enabled", &["enabled"]).or_true(),
    value("actions", &["notification_channels"]),
];
