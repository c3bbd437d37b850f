//! Cloud Functions and Cloud Run services, with who may call them.

use crate::collect::terraform::grants::binding;
use crate::collect::terraform::reading::one_of;
use crate::collect::terraform::row::{Fact, Join, Row, row, value, with};
use crate::collect::terraform::subject::Subject;
use crate::model::{Entry, EvidenceKind::Function, Node};

pub const ROWS: &[Row] = &[
    row(Function, "google", &["google_cloudfunctions_function"], FIRST_FACTS).joined(&[calls(
        &[
            "google_cloudfunctions_function_iam_member",
            "google_cloudfunctions_function_iam_binding",
            "google_cloudfunctions_function_iam_policy",
        ],
        "cloud_function",
    )]),
    row(Function, "google", &["google_cloudfunctions2_function"], SECOND_FACTS).joined(&[calls(
        &[
            "google_cloudfunctions2_function_iam_member",
            "google_cloudfunctions2_function_iam_binding",
            "google_cloudfunctions2_function_iam_policy",
        ],
        "cloud_function",
    )]),
    row(Function, "google", &["google_cloud_run_service"], &[]).joined(&[calls(
        &[
            "google_cloud_run_service_iam_member",
            "google_cloud_run_service_iam_binding",
            "google_cloud_run_service_iam_policy",
        ],
        "service",
    )]),
    row(Function, "google", &["google_cloud_run_v2_service"], &[]).joined(&[calls(
        &[
            "google_cloud_run_v2_service_iam_member",
            "google_cloud_run_v2_service_iam_binding",
            "google_cloud_run_v2_service_iam_policy",
        ],
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
    let by_call = subject.at("trigger_http").is_some_and(|it| it.as_bool() != Some(false));
    let usual = by_call.then(|| Node::default_of(false, subject.resource.name_span));
    level.and_then(|it| one_of(it, &["SECURE_ALWAYS"])).or(usual)
}

/// Each member that a binding lets call.
fn permissions(subject: &Subject<'_>) -> Option<Node> {
    let bindings = binding(subject)?;
    if bindings.as_unresolved().is_some() {
        return Some(bindings);
    }
    let permission = |it: &Node| {
        let who = it.get("who").unwrap_or(it);
        Node::map(vec![Entry::new("principal", who.clone())], who.span)
    };
    Some(Node::list(bindings.items().iter().map(permission).collect(), bindings.span))
}
