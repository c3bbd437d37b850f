//! Service Bus and Event Hubs, log workspaces and exports, vaults and policies for backups.

use crate::collect::terraform::reading::{instead, number as as_number, read};
use crate::collect::terraform::row::{Constant, Fact, Row, always, flag, number, one_of, row, stated, value, with};
use crate::collect::terraform::subject::Subject;
use crate::collect::terraform::tags::TAGS;
use crate::model::{EvidenceKind, Node};

use super::alarms::{filters, filters_of_subscription};
use super::tls::version;

pub const ROWS: &[Row] = &[
    row(EvidenceKind::Queue, "azure", &["azurerm_servicebus_namespace", "azurerm_eventhub_namespace"], NAMESPACE),
    row(EvidenceKind::Queue, "azure", &["azurerm_servicebus_queue"], QUEUE),
    row(EvidenceKind::Queue, "azure", &["azurerm_servicebus_subscription"], SUBSCRIPTION),
    row(EvidenceKind::Log, "azure", &["azurerm_log_analytics_workspace"], WORKSPACE),
    row(EvidenceKind::Log, "azure", &["azurerm_monitor_diagnostic_setting"], EXPORT),
    row(EvidenceKind::Log, "azure", &["azurerm_network_watcher_flow_log"], FLOW),
    row(EvidenceKind::Log, "azure", &["azurerm_monitor_log_profile"], ACTIVITY),
    row(EvidenceKind::Backup, "azure", &["azurerm_recovery_services_vault"], VAULT),
    row(EvidenceKind::Backup, "azure", &["azurerm_data_protection_backup_vault"], DATA_VAULT),
    row(EvidenceKind::Backup, "azure", &["azurerm_backup_policy_vm", "azurerm_backup_policy_file_share"], PLAN),
    row(EvidenceKind::Backup, "azure", &["azurerm_backup_protected_vm"], PROTECTION),
];

const NAMESPACE: &[Fact] = &[
    always("form", Constant::Text("namespace")),
    always("encrypted", Constant::Bool(true)),
    value("kms_key", &["customer_managed_key.0.key_vault_key_id"]),
    flag("public_network_access", &["public_network_access_enabled"]).or_true(),
    with("min_tls", |it| version(it, "minimum_tls_version")).or_text("1.2"),
    flag("local_auth", &["local_auth_enabled", "local_authentication_enabled"]).or_true(),
    stated("managed_identity", &["identity.0.type"]),
    TAGS,
];

const QUEUE: &[Fact] = &[
    always("form", Constant::Text("queue")),
    always("encrypted", Constant::Bool(true)),
    flag("dead_letter", &["dead_lettering_on_message_expiration"]).or_false(),
];

const SUBSCRIPTION: &[Fact] = &[
    always("form", Constant::Text("subscription")),
    always("encrypted", Constant::Bool(true)),
    flag("dead_letter", &["dead_lettering_on_message_expiration"]).or_false(),
];

const WORKSPACE: &[Fact] = &[
    always("form", Constant::Text("group")),
    always("encrypted", Constant::Bool(true)),
    number("retention_days", &["retention_in_days"]).or_number(30),
    TAGS,
];

const EXPORT: &[Fact] = &[
    always("form", Constant::Text("export")),
    value("target", &["log_analytics_workspace_id", "storage_account_id", "eventhub_authorization_rule_id"]),
    with("filters", filters_of_subscription),
];

const FLOW: &[Fact] =
    &[always("form", Constant::Text("flow")), flag("enabled", &["enabled"]), with("retention_days", kept_days), TAGS];

const ACTIVITY: &[Fact] = &[
    always("form", Constant::Text("activity")),
    value("categories", &["categories"]),
    with("retention_days", kept_days),
    with("filters", filters),
];

const VAULT: &[Fact] = &[
    always("form", Constant::Text("vault")),
    always("encrypted", Constant::Bool(true)),
    value("kms_key", &["encryption.0.key_id"]),
    one_of("locked", "immutability", &["Locked"]).or_false(),
    flag("soft_delete", &["soft_delete_enabled"]).or_true(),
    value("redundancy", &["storage_mode_type"]).or_text("GeoRedundant"),
    TAGS,
];

const DATA_VAULT: &[Fact] = &[
    always("form", Constant::Text("vault")),
    always("encrypted", Constant::Bool(true)),
    one_of("locked", "immutability", &["Locked"]).or_false(),
    one_of("soft_delete", "soft_delete", &["On", "AlwaysOn"]).or_true(),
    value("redundancy", &["redundancy"]),
    TAGS,
];

const PLAN: &[Fact] = &[
    always("form", Constant::Text("plan")),
    number("retention_days", &["retention_daily.0.count"]),
    value("schedule", &["backup.0.frequency"]),
];

const PROTECTION: &[Fact] = &[always("form", Constant::Text("protection"))];

/// For how many days records are kept; without a policy that is on, nothing ends them.
fn kept_days(subject: &Subject<'_>) -> Option<Node> {
    let policy = subject.at("retention_policy.0")?;
    if policy.as_unresolved().is_some() {
        return Some(policy);
    }
    let (enabled, days) = (read(&policy, "enabled")?, read(&policy, "days").and_then(as_number));
    match enabled.as_bool() {
        Some(true) => days,
        Some(false) => Some(instead(&enabled, 0)),
        None => Some(enabled),
    }
}
