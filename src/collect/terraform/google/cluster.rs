//! GKE clusters and their node pools.

use crate::collect::terraform::reading::{flag as as_flag, instead, one_of, stands};
use crate::collect::terraform::row::{Constant::Text, Fact, Row, always, flag, row, stated, value, with};
use crate::collect::terraform::subject::{Subject, everywhere};
use crate::model::{EvidenceKind::Cluster, Node, Value};

pub const ROWS: &[Row] = &[
    row(Cluster, "google", &["google_container_cluster"], CLUSTER_FACTS),
    row(Cluster, "google", &["google_container_node_pool"], POOL_FACTS),
];

const CLUSTER_FACTS: &[Fact] = &[
    always("orchestrator", Text("kubernetes")),
    value("version", &["min_master_version"]),
    with("public_endpoint", public_endpoint).or_true(),
    with("endpoint_cidrs", authorized_networks),
    flag("private_nodes", &["private_cluster_config.0.enable_private_nodes"]).or_false(),
    with("logging", |it| sends(it, "logging_service", "logging_config")).or_true(),
    with("monitoring", |it| sends(it, "monitoring_service", "monitoring_config")).or_true(),
    with("network_policy", enforces_policies).or_false(),
    flag("legacy_authorization", &["enable_legacy_abac"]).or_false(),
    flag("client_certificate", &["master_auth.0.client_certificate_config.0.issue_client_certificate"]).or_false(),
    with("auto_upgrade", follows_channel).or_true(),
    value("release_channel", &["release_channel.0.channel"]),
    stated("workload_identity", &["workload_identity_config.0.workload_pool"]),
    with("hides_node_identity", cluster_hides_identity),
    with("binary_authorization", admits_by_attestation).or_false(),
    flag("shielded_nodes", &["enable_shielded_nodes"]).or_true(),
    with("node_secure_boot", |it| boots(it, "enable_secure_boot", false)),
    with("node_integrity_monitoring", |it| boots(it, "enable_integrity_monitoring", true)),
    with("node_image", node_image),
    with("multi_zone", spans_zones),
    flag("shows_traffic", &["enable_intranode_visibility"]).or_false(),
    flag("deletion_protection", &["deletion_protection"]).or_true(),
];

const POOL_FACTS: &[Fact] = &[
    always("orchestrator", Text("kubernetes")),
    flag("auto_upgrade", &["management.0.auto_upgrade"]).or_true(),
    flag("auto_repair", &["management.0.auto_repair"]).or_true(),
    with("hides_node_identity", pool_hides_identity),
    with("node_secure_boot", |it| boots(it, "enable_secure_boot", false)),
    with("node_integrity_monitoring", |it| boots(it, "enable_integrity_monitoring", true)),
    with("node_image", node_image),
];

const METADATA: &str = "node_config.0.workload_metadata_config.0";

fn public_endpoint(subject: &Subject<'_>) -> Option<Node> {
    as_flag(subject.at("private_cluster_config.0.enable_private_endpoint")?, false)
}

/// Who may reach the control plane: everybody without the block, nobody outside with an empty one.
fn authorized_networks(subject: &Subject<'_>) -> Option<Node> {
    let Some(block) = subject.at("master_authorized_networks_config.0") else { return Some(everywhere(subject)) };
    if block.as_unresolved().is_some() {
        return Some(block);
    }
    let listed = subject.at("master_authorized_networks_config.0.cidr_blocks");
    Some(match listed {
        Some(listed) if listed.as_unresolved().is_some() => listed,
        Some(listed) => {
            let ranges = listed.items().iter().filter_map(|it| it.get("cidr_block").cloned()).collect();
            Node { value: Value::List(ranges), ..listed }
        }
        None => Node::list(Vec::new(), block.span),
    })
}

/// Whether logs or metrics are sent: by the old argument, or by a list of components that is not empty.
fn sends(subject: &Subject<'_>, service: &str, config: &str) -> Option<Node> {
    if let Some(service) = subject.at(service) {
        return Some(match service.as_str() {
            Some(text) => instead(&service, text != "none"),
            None => service,
        });
    }
    let components = subject.at(&format!("{config}.0.enable_components"))?;
    Some(match &components.value {
        Value::List(items) => instead(&components, !items.is_empty()),
        _ => components,
    })
}

/// By the old add-on, by the new data plane, or because the provider manages the cluster whole.
fn enforces_policies(subject: &Subject<'_>) -> Option<Node> {
    let advanced = subject.at("datapath_provider");
    if let Some(advanced) = &advanced
        && advanced.as_str() == Some("ADVANCED_DATAPATH")
    {
        return Some(instead(advanced, true));
    }
    // What enforces them is an add-on, which can be off by itself.
    let off = subject.at("addons_config.0.network_policy_config.0.disabled").filter(|it| it.as_bool() == Some(true));
    if let Some(off) = off {
        return Some(instead(&off, false));
    }
    let managed = subject.at("enable_autopilot").filter(|it| it.as_bool() == Some(true));
    managed.or_else(|| subject.at("network_policy.0.enabled")).or(advanced.filter(|it| it.as_unresolved().is_some()))
}

fn follows_channel(subject: &Subject<'_>) -> Option<Node> {
    let channel = subject.at("release_channel.0.channel")?;
    Some(match channel.as_str() {
        Some(text) => instead(&channel, text != "UNSPECIFIED"),
        None => channel,
    })
}

/// Whether pods see an identity of their own in place of their node's: as the nodes are told, or because new nodes of a
/// cluster with a pool of identities are.
fn cluster_hides_identity(subject: &Subject<'_>) -> Option<Node> {
    let managed = subject.at("enable_autopilot").filter(|it| it.as_bool() == Some(true));
    if managed.is_none() && makes_no_nodes(subject) {
        return None;
    }
    hides_identity(subject)
        .or(managed)
        .or_else(|| subject.at("workload_identity_config.0.workload_pool").map(stands))
        .or_else(|| Some(Node::default_of(false, subject.resource.name_span)))
}

/// Of a pool whose cluster is declared elsewhere nothing is known.
fn pool_hides_identity(subject: &Subject<'_>) -> Option<Node> {
    hides_identity(subject).or_else(|| {
        let cluster = subject.referred("cluster", &["google_container_cluster"], "name")?;
        let pool = Subject::alone(cluster, subject.scope).at("workload_identity_config.0.workload_pool").map(stands);
        pool.or_else(|| Some(Node::default_of(false, subject.resource.name_span)))
    })
}

fn hides_identity(subject: &Subject<'_>) -> Option<Node> {
    let mode = subject.at(&format!("{METADATA}.mode")).or_else(|| subject.at(&format!("{METADATA}.node_metadata")))?;
    one_of(mode, &["GKE_METADATA", "GKE_METADATA_SERVER"])
}

fn admits_by_attestation(subject: &Subject<'_>) -> Option<Node> {
    let mode = subject.at("binary_authorization.0.evaluation_mode");
    match mode.and_then(|it| one_of(it, &["PROJECT_SINGLETON_POLICY_ENFORCE"])) {
        Some(it) => Some(it),
        None => subject.at("enable_binary_authorization").and_then(|it| as_flag(it, true)),
    }
}

/// How the nodes boot that the resource itself makes.
fn boots(subject: &Subject<'_>, setting: &str, default: bool) -> Option<Node> {
    if makes_no_nodes(subject) {
        return None;
    }
    let nodes = subject.at("node_config.0");
    let stated = subject.at(&format!("node_config.0.shielded_instance_config.0.{setting}"));
    stated.and_then(|it| as_flag(it, true)).or_else(|| {
        let place = nodes.map_or(subject.resource.name_span, |it| it.name_span.unwrap_or(it.span));
        Some(Node::default_of(default, place))
    })
}

/// A cluster that throws its first pool away leaves its nodes to pools of their own, and one that the provider manages
/// whole to the provider.
fn makes_no_nodes(subject: &Subject<'_>) -> bool {
    let is_on = |path: &str| subject.at(path).is_some_and(|it| it.as_bool() != Some(false));
    is_on("remove_default_node_pool") || is_on("enable_autopilot") || !subject.resource.blocks("node_pool").is_empty()
}

fn node_image(subject: &Subject<'_>) -> Option<Node> {
    subject.at("node_config.0.image_type")
}

/// A region has no letter of a zone at its end. Without a location the provider's settings decide.
fn spans_zones(subject: &Subject<'_>) -> Option<Node> {
    let location = subject.at("location")?;
    let Some(text) = location.as_str() else { return Some(location) };
    let is_zone = text.rsplit('-').next().is_some_and(|it| it.len() == 1);
    Some(instead(&location, !is_zone))
}
