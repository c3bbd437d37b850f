//! EKS and ECS clusters.

use crate::collect::terraform::reading::{flag as as_flag, instead, one_of, stands};
use crate::collect::terraform::row::{
    Constant::{EmptyList, Text},
    Fact, Row, always, flag, row, value, with,
};
use crate::collect::terraform::subject::{Subject, everywhere};
use crate::model::{EvidenceKind::Cluster, Node};

pub const ROWS: &[Row] =
    &[row(Cluster, "aws", &["aws_eks_cluster"], EKS_FACTS), row(Cluster, "aws", &["aws_ecs_cluster"], ECS_FACTS)];

const EKS_FACTS: &[Fact] = &[
    always("orchestrator", Text("kubernetes")),
    value("version", &["version"]),
    flag("public_endpoint", &["vpc_config.0.endpoint_public_access"]).or_true(),
    flag("private_endpoint", &["vpc_config.0.endpoint_private_access"]).or_false(),
    with("endpoint_cidrs", |it| Some(it.at("vpc_config.0.public_access_cidrs").unwrap_or_else(|| everywhere(it)))),
    value("log_types", &["enabled_cluster_log_types"]).or(EmptyList),
    with("secrets_encrypted", encrypts_secrets).or_false(),
    value("secrets_key", &["encryption_config.0.provider.0.key_arn"]),
    flag("deletion_protection", &["deletion_protection"]).or_false(),
];

const ECS_FACTS: &[Fact] =
    &[always("orchestrator", Text("ecs")), with("container_insights", measures_containers).or_false()];

/// A block that names other resources than secrets, or none, encrypts nothing.
fn encrypts_secrets(subject: &Subject<'_>) -> Option<Node> {
    let block = subject.at("encryption_config.0")?;
    let Some(resources) = subject.at("encryption_config.0.resources") else { return Some(stands(block)) };
    let open = resources.as_unresolved().is_some() || resources.items().iter().any(|it| it.as_unresolved().is_some());
    let named = resources.items().iter().any(|it| it.as_str() == Some("secrets"));
    if open && !named {
        return as_flag(resources, true);
    }
    Some(instead(&resources, named))
}

fn measures_containers(subject: &Subject<'_>) -> Option<Node> {
    let setting = subject.resource.blocks("setting").iter();
    let setting = setting.filter(|it| it.get("name").and_then(Node::as_str) == Some("containerInsights"));
    let stated = setting.filter_map(|it| it.get("value").cloned()).next();
    match stated {
        Some(value) => one_of(value, &["enabled", "enhanced"]),
        None => subject.at("setting").filter(|it| it.as_unresolved().is_some()),
    }
}
