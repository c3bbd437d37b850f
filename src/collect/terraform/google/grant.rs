//! Google role bindings, service accounts and their keys, and federated identities.

use crate::collect::terraform::opening::together;
use crate::collect::terraform::row::{
    Constant::{Bool, Text},
    Fact, Row, always, row, value, with,
};
use crate::collect::terraform::subject::Subject;
use crate::model::{EvidenceKind::Grant, Node};

pub const ROWS: &[Row] = &[
    row(Grant, "google", &["google_project_iam_member", "google_project_iam_binding"], PROJECT_FACTS),
    row(Grant, "google", &["google_folder_iam_member", "google_folder_iam_binding"], FOLDER_FACTS),
    row(Grant, "google", &["google_organization_iam_member", "google_organization_iam_binding"], ORGANIZATION_FACTS),
    row(Grant, "google", &["google_service_account"], ACCOUNT_FACTS),
    row(Grant, "google", &["google_service_account_key"], KEY_FACTS),
    row(Grant, "google", &["google_iam_workload_identity_pool_provider"], FEDERATION_FACTS)
        .only_when(|it| it.at("oidc").is_some()),
];

const PROJECT_FACTS: &[Fact] = &[
    always("form", Text("binding")),
    value("role", &["role"]),
    with("principals", members),
    always("scope", Text("project")),
];

const FOLDER_FACTS: &[Fact] = &[
    always("form", Text("binding")),
    value("role", &["role"]),
    with("principals", members),
    always("scope", Text("folder")),
];

const ORGANIZATION_FACTS: &[Fact] = &[
    always("form", Text("binding")),
    value("role", &["role"]),
    with("principals", members),
    always("scope", Text("organization")),
];

const ACCOUNT_FACTS: &[Fact] = &[always("form", Text("user")), value("holder", &["account_id"])];

const KEY_FACTS: &[Fact] =
    &[always("form", Text("credential")), always("long_lived", Bool(true)), value("holder", &["service_account_id"])];

const FEDERATION_FACTS: &[Fact] = &[
    always("form", Text("federation")),
    value("issuer", &["oidc.0.issuer_uri"]),
    value("attribute_condition", &["attribute_condition"]),
];

fn members(subject: &Subject<'_>) -> Option<Node> {
    Some(together(&[subject.at("members")], &[subject.at("member")], subject.resource.name_span))
}
