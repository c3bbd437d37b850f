//! Cloud Functions and Cloud Run services, with who may call them.

use crate::collect::terraform::reading::one_of;
use crate::collect::terraform::row::{Fact, Join, Row, row, value, with};
use crate::collect::terraform::subject::Subject;
use crate::model::{Entry, EvidenceKind::Function, Node};

pub const ROWS: &[Row] = &[
    row(Function, "google", &["google_cloudfunctions_function"], FIRST_FACTS).joined(&[calls(
        &["google_cloudfunctions_function_iam_member", "google_cloudfunctions_function_iam_binding"],
        "cloud_function",
    )]),
    row(Function, "google", &["google_cloudfunctions2_function"], SECOND_FACTS).joined(&[calls(
        &["google_cloudfunctions2_function_iam_member", "google_cloudfunctions2_function_iam_binding"],
        "cloud_function",
    )]),
    row(Function, "google", &["google_cloud_run_service"], &[])
        .joined(&[calls(&["google_cloud_run_service_iam_member", "google_cloud_run_service_iam_binding"], "service")]),
    row(Function, "google", &["google_cloud_run_v2_service"], &[]).joined(&[calls(
        &["google_cloud_run_v2_service_iam_member", "google_cloud_run_v2_service_iam_binding"],
        "name",
    )]),
];

const FIRST_FACTS: &[Fact] = &[
    value("runtime", &["runtime"]),
    value("environment", &["environment_variables"]),
    with("https_only", refuses_plain),
];

const SECOND_FACTS: &[Fact] =
    &[value("runtime", &["build_config.0.runtime"]), value("environment", &["service_config.0.environment_variables"])];

const PERMISSIONS: &[Fact] = &[with("permissions", permissions)];

const fn calls(types: &'static [&'static str], by: &'static str) -> Join {
    Join { types, by, to: "name", facts: PERMISSIONS }
}

/// Of functions that are called over HTTP; others are called by events.
fn refuses_plain(subject: &Subject<'_>) -> Option<Node> {
    let level = subject.at("https_trigger_security_level");
    let by_event = subject.at("event_trigger").is_some();
    let usual = (!by_event).then(|| Node::default_of(false, subject.resource.name_span));
    level.and_then(|it| one_of(it, &["SECURE_ALWAYS"])).or(usual)
}

/// Each member that a binding lets call.
fn permissions(subject: &Subject<'_>) -> Option<Node> {
    let members = subject.at("members").or_else(|| subject.at("member"))?;
    if members.as_unresolved().is_some() {
        return Some(members);
    }
    let listed = if members.items().is_empty() { std::slice::from_ref(&members) } else { members.items() };
    let permission = |who: &Node| Node::map(vec![Entry::new("principal", who.clone())], who.span);
    Some(Node::list(listed.iter().map(permission).collect(), members.span))
}
