//! Google role bindings, service accounts and their keys, and federated identities.

use crate::collect::terraform::opening::together;
use crate::collect::terraform::reading::read;
use crate::collect::terraform::resource::reference;
use crate::collect::terraform::row::{
    Constant::{Bool, Text},
    Fact, Row, always, row, value, with,
};
use crate::collect::terraform::subject::{Part, Subject};
use crate::model::{Entry, EvidenceKind::Grant, Node};

pub const ROWS: &[Row] = &[
    row(Grant, "google", &["google_project_iam_member", "google_project_iam_binding"], PROJECT_FACTS),
    row(Grant, "google", &["google_folder_iam_member", "google_folder_iam_binding"], FOLDER_FACTS),
    row(Grant, "google", &["google_organization_iam_member", "google_organization_iam_binding"], ORGANIZATION_FACTS),
    row(Grant, "google", &["google_project_iam_policy"], PROJECT_FACTS).in_parts(bindings),
    row(Grant, "google", &["google_folder_iam_policy"], FOLDER_FACTS).in_parts(bindings),
    row(Grant, "google", &["google_organization_iam_policy"], ORGANIZATION_FACTS).in_parts(bindings),
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

/// The bindings of the document that a policy takes, each at its own place. A text is one that nothing here made.
fn bindings(subject: &Subject<'_>) -> Vec<Part> {
    let Some(policy) = subject.at("policy_data") else { return Vec::new() };
    let document = reference(&policy).and_then(|it| subject.scope.resource(it.address));
    let Some(document) = document.filter(|it| it.native_type == "google_iam_policy") else { return Vec::new() };
    let binding = |(at, block): (usize, &Node)| {
        let place = block.name_span.unwrap_or(block.span);
        let principals = together(&[read(block, "members")], &[], place);
        let role = read(block, "role").map(|it| Entry::new("role", it));
        let facts = role.into_iter().chain([Entry::new("principals", principals)]).collect();
        Part { suffix: format!("binding.{at}"), name: None, span: block.span, name_span: place, facts }
    };
    document.blocks("binding").iter().enumerate().map(binding).collect()
}
