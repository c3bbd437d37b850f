//! AKS clusters.

use crate::collect::terraform::reading::{flag as as_flag, instead};
use crate::collect::terraform::row::{
    Constant::Text, Fact, Join, Row, always, flag, not, number, row, stated, value, with,
};
use crate::collect::terraform::subject::{Subject, everywhere};
use crate::model::{EvidenceKind::Cluster, Node, Value};

pub const ROWS: &[Row] = &[
    row(Cluster, "azure", &["azurerm_kubernetes_cluster"], FACTS).joined(&[Join {
        types: &["azurerm_monitor_diagnostic_setting"],
        by: "target_resource_id",
        to: "name",
        facts: &[stated("logging", &["enabled_log", "log"])],
    }]),
    row(Cluster, "azure", &["azurerm_kubernetes_cluster_node_pool"], POOL_FACTS),
    row(Cluster, "azure", &["azurerm_service_plan"], PLAN_FACTS).only_when(has_instances),
];

const FACTS: &[Fact] = &[
    always("orchestrator", Text("kubernetes")),
    value("version", &["kubernetes_version"]),
    not("public_endpoint", &["private_cluster_enabled", "private_link_enabled"]).or_true(),
    with("endpoint_cidrs", ranges),
    not("private_nodes", &["default_node_pool.0.node_public_ip_enabled", "default_node_pool.0.enable_node_public_ip"])
        .or_true(),
    with("logging", agent).or_false(),
    with("network_policy", enforces_policies).or_false(),
    with("rbac", roles).or_true(),
    with("directory_sign_in", follows_directory).or_false(),
    not("local_accounts", &["local_account_disabled"]).or_true(),
    flag("dashboard", &["addon_profile.0.kube_dashboard.0.enabled"]).or_false(),
    with("encryption_at_host", encrypts_at_host),
    value("disk_key", &["disk_encryption_set_id"]),
    flag("policy_addon", &["azure_policy_enabled", "addon_profile.0.azure_policy.0.enabled"]).or_false(),
    with("auto_upgrade", follows_channel).or_false(),
    flag("workload_identity", &["workload_identity_enabled"]).or_false(),
];

const POOL_FACTS: &[Fact] = &[
    always("orchestrator", Text("kubernetes")),
    not("private_nodes", &["node_public_ip_enabled", "enable_node_public_ip"]).or_true(),
    flag("encryption_at_host", &["host_encryption_enabled", "enable_host_encryption"]).or_false(),
];

const PLAN_FACTS: &[Fact] = &[
    always("orchestrator", Text("app_service")),
    number("instances", &["worker_count"]).or_number(1),
    flag("multi_zone", &["zone_balancing_enabled"]).or_false(),
];

/// Plans that are paid by use bring and take instances by themselves.
fn has_instances(subject: &Subject<'_>) -> bool {
    !subject.at("sku_name").is_some_and(|it| it.as_str().is_some_and(|it| matches!(it, "Y1" | "FC1")))
}

const RANGES: &[&str] = &["api_server_access_profile.0.authorized_ip_ranges", "api_server_authorized_ip_ranges"];

fn ranges(subject: &Subject<'_>) -> Option<Node> {
    let stated = RANGES.iter().find_map(|it| subject.at(it));
    let empty = |it: &Node| matches!(&it.value, Value::List(items) if items.is_empty());
    match stated {
        // An empty list admits everybody, like none.
        Some(stated) if empty(&stated) => {
            let item = Node::new("0.0.0.0/0", stated.span);
            Some(Node { value: Value::List([item].into()), ..stated })
        }
        Some(stated) => Some(stated),
        None => Some(everywhere(subject)),
    }
}

fn enforces_policies(subject: &Subject<'_>) -> Option<Node> {
    let plugin = subject.at("network_profile.0.network_policy")?;
    Some(match plugin.as_str() {
        Some(text) => instead(&plugin, !matches!(text, "" | "none")),
        None => plugin,
    })
}

fn roles(subject: &Subject<'_>) -> Option<Node> {
    let paths = ["role_based_access_control_enabled", "role_based_access_control.0.enabled"];
    paths.iter().find_map(|it| subject.at(it)).and_then(|it| as_flag(it, true))
}

fn follows_directory(subject: &Subject<'_>) -> Option<Node> {
    let paths =
        ["azure_active_directory_role_based_access_control.0", "role_based_access_control.0.azure_active_directory.0"];
    let block = paths.iter().find_map(|it| subject.at(it))?;
    Some(if block.as_unresolved().is_some() { block } else { instead(&block, true) })
}

/// The agent that sends logs: a block that names where to, with a switch of its own in older versions.
fn agent(subject: &Subject<'_>) -> Option<Node> {
    let old = "addon_profile.0.oms_agent.0";
    let switch = subject.at(&format!("{old}.enabled")).and_then(|it| as_flag(it, true));
    switch.or_else(|| {
        let block = subject.at("oms_agent.0").or_else(|| subject.at(old))?;
        Some(if block.as_unresolved().is_some() { block } else { instead(&block, true) })
    })
}

/// Of the first pool, which the cluster declares itself.
fn encrypts_at_host(subject: &Subject<'_>) -> Option<Node> {
    subject.at("default_node_pool")?;
    let stated = ["host_encryption_enabled", "enable_host_encryption"];
    let stated = stated.iter().find_map(|it| subject.at(&format!("default_node_pool.0.{it}")));
    let stated = stated.and_then(|it| as_flag(it, true));
    stated.or_else(|| Some(Node::default_of(false, subject.resource.name_span)))
}

fn follows_channel(subject: &Subject<'_>) -> Option<Node> {
    let paths = ["automatic_upgrade_channel", "automatic_channel_upgrade"];
    let channel = paths.iter().find_map(|it| subject.at(it))?;
    Some(match channel.as_str() {
        Some(text) => instead(&channel, text != "none"),
        None => channel,
    })
}
