//! Google role bindings, service accounts and their keys, and federated identities.

use crate::collect::terraform::opening::together;
use crate::collect::terraform::reading::{instead, read};
use crate::collect::terraform::resource::reference;
use crate::collect::terraform::row::{
    Constant::{Bool, Text},
    Fact, Row, always, row, value, with,
};
use crate::collect::terraform::subject::{Part, Subject};
use crate::model::{Cause, Entry, EvidenceKind::Grant, Node, Shape, Unresolved, Value};

pub const ROWS: &[Row] = &[
    row(Grant, "google", &["google_project_iam_member", "google_project_iam_binding"], PROJECT_FACTS),
    row(Grant, "google", &["google_folder_iam_member", "google_folder_iam_binding"], FOLDER_FACTS),
    row(Grant, "google", &["google_organization_iam_member", "google_organization_iam_binding"], ORGANIZATION_FACTS),
    row(Grant, "google", &["google_project_iam_policy"], PROJECT_FACTS).in_parts(bindings),
    row(Grant, "google", &["google_folder_iam_policy"], FOLDER_FACTS).in_parts(bindings),
    row(Grant, "google", &["google_organization_iam_policy"], ORGANIZATION_FACTS).in_parts(bindings),
    row(Grant, "google", &["google_service_account"], ACCOUNT_FACTS),
    row(Grant, "google", &["google_service_account_key"], KEY_FACTS),
    row(Grant, "google", &["google_iam_workload_identity_pool_provider"], FEDERATION_FACTS),
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
    with("issuer", issuer),
    value("attribute_condition", &["attribute_condition"]),
];

fn members(subject: &Subject<'_>) -> Option<Node> {
    let stated = together(&[subject.at("members")], &[subject.at("member")], subject.resource.name_span);
    Some(match &stated.value {
        Value::List(items) => instead(&stated, Value::List(items.iter().map(account).collect())),
        _ => stated,
    })
}

/// How the addresses of service accounts end, by the type of what a member refers to.
const ENDS: &[(&str, &str)] = &[
    ("google_service_account", ".iam.gserviceaccount.com"),
    ("google_compute_default_service_account", "-compute@developer.gserviceaccount.com"),
    ("google_app_engine_default_service_account", "@appspot.gserviceaccount.com"),
];

/// The address of a service account is not known before it is made, but what it begins and ends with is.
fn account(member: &Node) -> Node {
    let Some(unresolved) = member.as_unresolved() else { return member.clone() };
    let address = match &unresolved.cause {
        Cause::OutOfScope(address) => Some(address.as_str()),
        _ => reference(member).filter(|it| matches!(it.attribute, "email" | "member")).map(|it| it.address),
    };
    let native_type = address.and_then(|it| it.split('.').find(|it| it.starts_with("google_")));
    let Some((_, end)) = ENDS.iter().find(|(name, _)| Some(*name) == native_type) else { return member.clone() };
    let parts = [Some("serviceAccount:".to_owned()), None, Some((*end).to_owned())];
    let shape = Shape::Template(parts.into());
    instead(member, Value::Unresolved(Box::new(Unresolved { shape, ..unresolved.clone() })))
}

/// Who vouches for the identities: another provider's account, or whoever speaks OpenID Connect or SAML.
fn issuer(subject: &Subject<'_>) -> Option<Node> {
    let named = subject.at("oidc.0.issuer_uri").or_else(|| subject.at("aws.0.account_id"));
    named.or_else(|| subject.at("saml.0").map(|it| Node::new("its SAML provider", it.span)))
}

/// The bindings of the document that a policy takes, each at its own place. A text is one that nothing here made.
fn bindings(subject: &Subject<'_>) -> Vec<Part> {
    let Some(policy) = subject.at("policy_data") else { return Vec::new() };
    let document = reference(&policy).and_then(|it| subject.scope.resource(it.address));
    let Some(document) = document.filter(|it| it.native_type == "google_iam_policy") else { return Vec::new() };
    let binding = |(at, block): (usize, &Node)| {
        let place = block.name_span.unwrap_or(block.span);
        let principals = together(&[read(block, "members")], &[], place);
        let principals = match &principals.value {
            Value::List(items) => instead(&principals, Value::List(items.iter().map(account).collect())),
            _ => principals,
        };
        let role = read(block, "role").map(|it| Entry::new("role", it));
        let facts = role.into_iter().chain([Entry::new("principals", principals)]).collect();
        Part { suffix: format!("binding.{at}"), name: None, span: block.span, name_span: place, facts }
    };
    document.blocks("binding").iter().enumerate().map(binding).collect()
}
