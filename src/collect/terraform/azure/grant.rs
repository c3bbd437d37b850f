//! Azure role definitions and assignments.

use crate::collect::terraform::resource::reference;
use crate::collect::terraform::row::{
    Constant::{Bool, Text},
    Fact, Row, always, row, value, with,
};
use crate::collect::terraform::subject::Subject;
use crate::model::{EvidenceKind::Grant, Node};

pub const ROWS: &[Row] = &[
    row(Grant, "azure", &["azurerm_role_definition"], DEFINITION_FACTS),
    row(Grant, "azure", &["azurerm_role_assignment"], ASSIGNMENT_FACTS),
];

const DEFINITION_FACTS: &[Fact] = &[
    always("form", Text("role")),
    always("custom", Bool(true)),
    value("role", &["name"]),
    value("actions", &["permissions.0.actions"]),
    value("not_actions", &["permissions.0.not_actions"]),
    value("resources", &["assignable_scopes"]),
];

const ASSIGNMENT_FACTS: &[Fact] = &[
    always("form", Text("binding")),
    value("role", &["role_definition_name"]),
    with("scope", scope),
    with("principals", |it| it.at("principal_id").map(|id| Node::list(vec![id.clone()], id.span))),
];

/// How far a scope reaches: what it refers to, or how many steps its path has.
fn scope(subject: &Subject<'_>) -> Option<Node> {
    let stated = subject.at("scope")?;
    let reach = match (reference(&stated), stated.as_str()) {
        (Some(target), _) => {
            let address = target.address.trim_start_matches("data.");
            match address.split('.').next().unwrap_or_default() {
                "azurerm_subscription" => "subscription",
                "azurerm_management_group" => "organization",
                "azurerm_resource_group" => "resource_group",
                kind if kind.starts_with("azurerm_") => "resource",
                _ => return Some(stated),
            }
        }
        (None, Some(text)) => match text.trim_matches('/').split('/').count() {
            2 if text.starts_with("/subscriptions/") => "subscription",
            4 if text.starts_with("/subscriptions/") => "resource_group",
            _ if text.starts_with("/providers/Microsoft.Management/") => "organization",
            _ => "resource",
        },
        (None, None) => return Some(stated),
    };
    Some(Node { value: reach.into(), ..stated })
}
