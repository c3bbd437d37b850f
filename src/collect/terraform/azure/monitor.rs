//! Azure alerts, Defender plans and security contacts.

use crate::collect::terraform::row::{
    Constant::{EmptyList, Text},
    Fact, Row, always, flag, one_of, row, value, with,
};
use crate::collect::terraform::subject::Subject;
use crate::model::{EvidenceKind::Account, EvidenceKind::Monitor, Node};

pub const ROWS: &[Row] = &[
    row(Monitor, "azure", &["azurerm_security_center_subscription_pricing"], PLAN_FACTS),
    row(Monitor, "azure", &["azurerm_monitor_activity_log_alert"], ACTIVITY_FACTS),
    row(Monitor, "azure", &["azurerm_monitor_metric_alert"], METRIC_FACTS),
    row(Monitor, "azure", &["azurerm_mssql_server_security_alert_policy"], SQL_ALERT_FACTS),
    row(Account, "azure", &["azurerm_security_center_contact"], CONTACT_FACTS),
];

const PLAN_FACTS: &[Fact] = &[
    always("watch", Text("defender_plan")),
    value("tier", &["tier"]),
    value("resource_type", &["resource_type"]).or_text("VirtualMachines"),
];

const ACTIVITY_FACTS: &[Fact] =
    &[always("watch", Text("activity_alert")), flag("enabled", &["enabled"]).or_true(), with("actions", groups)];

const METRIC_FACTS: &[Fact] =
    &[always("watch", Text("alarm")), flag("enabled", &["enabled"]).or_true(), with("actions", groups)];

const SQL_ALERT_FACTS: &[Fact] = &[
    always("watch", Text("database_alerts")),
    one_of("enabled", "state", &["Enabled"]),
    value("disabled_alerts", &["disabled_alerts"]).or(EmptyList),
    value("email_addresses", &["email_addresses"]).or(EmptyList),
    flag("alerts_to_admins", &["email_account_admins"]).or_false(),
];

const CONTACT_FACTS: &[Fact] = &[
    always("setting", Text("security_contact")),
    value("contact_email", &["email"]),
    value("contact_phone", &["phone"]),
    flag("alert_notifications", &["alert_notifications"]),
    flag("alerts_to_admins", &["alerts_to_admins"]),
];

/// The groups that an alert calls.
fn groups(subject: &Subject<'_>) -> Option<Node> {
    let listed = subject.at("action")?;
    if listed.as_unresolved().is_some() {
        return Some(listed);
    }
    let called = listed.items().iter().filter_map(|it| it.get("action_group_id").cloned()).collect();
    Some(Node::list(called, listed.span))
}
