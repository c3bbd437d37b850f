//! Storage accounts with their containers, managed disks, registries and vaults.

use crate::collect::terraform::grants::grantee;
use crate::collect::terraform::reading::{flag as as_flag, instead, one_of as is_one_of, read};
use crate::collect::terraform::row::{
    Constant, Fact, Join, Row, always, flag, literal, lower, not, number, one_of, row, stated, value, with,
};
use crate::collect::terraform::subject::Subject;
use crate::collect::terraform::tags::{CLASSIFICATION, TAGS};
use crate::model::{EvidenceKind, Node, Value};

use super::tls::version;

pub const ROWS: &[Row] = &[
    row(EvidenceKind::Bucket, "azure", &["azurerm_storage_account"], ACCOUNT)
        .joined(JOINS)
        .excused_by(&["public_network_access"]),
    row(EvidenceKind::Disk, "azure", &["azurerm_managed_disk"], DISK),
    row(EvidenceKind::Disk, "azure", &["azurerm_snapshot"], SNAPSHOT),
    row(EvidenceKind::Registry, "azure", &["azurerm_container_registry"], REGISTRY),
    row(EvidenceKind::Key, "azure", &["azurerm_key_vault"], VAULT).joined(&[Join {
        types: &["azurerm_monitor_diagnostic_setting"],
        by: "target_resource_id",
        to: "name",
        facts: &[stated("logging", &["enabled_log", "log"])],
    }]),
    row(EvidenceKind::Key, "azure", &["azurerm_key_vault_key"], KEY),
    row(EvidenceKind::Secret, "azure", &["azurerm_key_vault_secret"], SECRET),
];

const ACCOUNT: &[Fact] = &[
    always("encrypted", Constant::Bool(true)),
    value("kms_key", &["customer_managed_key.0.key_vault_key_id"]),
    not("public_access_blocked", &["allow_nested_items_to_be_public", "allow_blob_public_access"]).or_false(),
    flag("tls_required", &["https_traffic_only_enabled", "enable_https_traffic_only"]).or_true(),
    with("min_tls", |it| version(it, "min_tls_version")).or_text("1.2"),
    flag("versioning", &["blob_properties.0.versioning_enabled"]).or_false(),
    with("soft_delete_days", soft_delete).or_number(0),
    always("logging", Constant::Bool(false)),
    always("expires_objects", Constant::Bool(false)),
    lower("network_default", &["network_rules.0.default_action"]).or_text("allow"),
    value("network_bypass", &["network_rules.0.bypass"]),
    with("public_network_access", answers_outside).or_true(),
    flag("double_encryption", &["infrastructure_encryption_enabled"]).or_false(),
    flag("shared_key_access", &["shared_access_key_enabled"]).or_true(),
    value("redundancy", &["account_replication_type"]),
    one_of("replication", "account_replication_type", &["GRS", "RAGRS", "GZRS", "RAGZRS"]),
    CLASSIFICATION,
    TAGS,
];

const JOINS: &[Join] = &[
    account(
        &["azurerm_storage_account_customer_managed_key"],
        "storage_account_id",
        &[value("kms_key", &["key_vault_key_id", "key_name", "managed_hsm_key_id"])],
    ),
    account(&["azurerm_storage_account_network_rules"], "storage_account_id", NETWORK_RULES),
    account(&["azurerm_storage_account_network_rules"], "storage_account_name", NETWORK_RULES),
    account(&["azurerm_storage_container"], "storage_account_id", CONTAINER),
    account(&["azurerm_storage_container"], "storage_account_name", CONTAINER),
    account(
        &["azurerm_storage_management_policy"],
        "storage_account_id",
        &[
            with("expires_objects", |it| expires(it, "base_blob")),
            with("expires_former_versions", |it| expires(it, "version")),
        ],
    ),
    account(
        &["azurerm_monitor_diagnostic_setting"],
        "target_resource_id",
        &[
            always("logging", Constant::Bool(true)),
            value("log_target", &["log_analytics_workspace_id", "storage_account_id", "eventhub_name"]),
        ],
    ),
];

const NETWORK_RULES: &[Fact] = &[lower("network_default", &["default_action"]), value("network_bypass", &["bypass"])];

const CONTAINER: &[Fact] = &[with("grantees", anonymous)];

const fn account(types: &'static [&'static str], by: &'static str, facts: &'static [Fact]) -> Join {
    Join { types, by, to: "name", facts }
}

const DISK: &[Fact] = &[
    always("form", Constant::Text("volume")),
    always("encrypted", Constant::Bool(true)),
    value("kms_key", &["disk_encryption_set_id", "secure_vm_disk_encryption_set_id"]),
    flag("guest_encryption", &["encryption_settings.0.enabled"]),
    flag("public_network_access", &["public_network_access_enabled"]).or_true(),
    CLASSIFICATION,
    TAGS,
];

const SNAPSHOT: &[Fact] = &[
    always("form", Constant::Text("snapshot")),
    always("encrypted", Constant::Bool(true)),
    value("kms_key", &["disk_encryption_set_id"]),
    flag("public_network_access", &["public_network_access_enabled"]).or_true(),
    CLASSIFICATION,
    TAGS,
];

const REGISTRY: &[Fact] = &[
    always("form", Constant::Text("docker")),
    always("encrypted", Constant::Bool(true)),
    value("kms_key", &["encryption.0.key_vault_key_id"]),
    flag("admin_account", &["admin_enabled"]).or_false(),
    flag("anonymous_pull", &["anonymous_pull_enabled"]).or_false(),
    flag("public_network_access", &["public_network_access_enabled"]).or_true(),
    TAGS,
];

const VAULT: &[Fact] = &[
    always("form", Constant::Text("vault")),
    number("soft_delete_days", &["soft_delete_retention_days"]).or_number(90),
    flag("purge_protection", &["purge_protection_enabled"]).or_false(),
    lower("network_default", &["network_acls.0.default_action"]).or_text("allow"),
    flag("public_network_access", &["public_network_access_enabled"]).or_true(),
    flag("role_based", &["rbac_authorization_enabled", "enable_rbac_authorization"]).or_false(),
    always("logging", Constant::Bool(false)),
    TAGS,
];

const KEY: &[Fact] = &[
    always("form", Constant::Text("key")),
    value("expires", &["expiration_date"]),
    stated("rotation", &["rotation_policy.0.automatic"]),
    TAGS,
];

const SECRET: &[Fact] = &[
    always("form", Constant::Text("secret")),
    always("secure", Constant::Bool(true)),
    value("expires", &["expiration_date"]),
    literal("value", &["value"]),
    TAGS,
];

/// The newer argument also knows perimeters, whose rules say who may come.
fn answers_outside(subject: &Subject<'_>) -> Option<Node> {
    let newer = subject.at("public_network_access").and_then(|it| is_one_of(it, &["Enabled"]));
    newer.or_else(|| subject.at("public_network_access_enabled").and_then(|it| as_flag(it, true)))
}

/// The block without a number of days keeps deleted blobs for seven.
fn soft_delete(subject: &Subject<'_>) -> Option<Node> {
    let block = subject.at("blob_properties.0.delete_retention_policy.0")?;
    if block.as_unresolved().is_some() {
        return Some(block);
    }
    let days = read(&block, "days");
    days.or_else(|| Some(Node::default_of(7, block.name_span.unwrap_or(block.span))))
}

/// A container that is not private gives everybody a right.
fn anonymous(subject: &Subject<'_>) -> Option<Node> {
    let access = subject.at("container_access_type")?;
    if access.as_unresolved().is_some() {
        return Some(access);
    }
    let everybody = match access.as_str() {
        Some("blob" | "container") => vec![grantee(&instead(&access, "allUsers"), Some(&access))],
        _ => Vec::new(),
    };
    Some(instead(&access, Value::List(everybody.into())))
}

/// Whether a rule that is on deletes blobs after some days.
fn expires(subject: &Subject<'_>, what: &str) -> Option<Node> {
    let rules = subject.at("rule")?;
    if rules.as_unresolved().is_some() {
        return Some(rules);
    }
    let on = |it: &&Node| read(it, "enabled").is_none_or(|it| it.as_bool() != Some(false));
    let after = [
        "delete_after_days_since_modification_greater_than",
        "delete_after_days_since_creation_greater_than",
        "delete_after_days_since_last_access_time_greater_than",
        "delete_after_days_since_creation",
    ];
    let found = rules
        .items()
        .iter()
        .filter(on)
        .find_map(|rule| after.iter().find_map(|days| read(rule, &format!("actions.0.{what}.0.{days}"))));
    match found {
        Some(days) if days.as_unresolved().is_some() => Some(days),
        Some(days) => Some(instead(&days, true)),
        None => Some(instead(&rules, false)),
    }
}
