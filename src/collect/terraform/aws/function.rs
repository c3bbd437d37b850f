//! Lambda functions, with the permissions, URLs and failure destinations that other resources give them.

use crate::collect::terraform::reading::instead;
use crate::collect::terraform::row::{
    Constant::Bool, Fact, Join, Row, always, flag, lower, named, number, one_of, row, stated, value, with,
};
use crate::collect::terraform::subject::Subject;
use crate::model::{Entry, EvidenceKind::Function, Node};

pub const ROWS: &[Row] = &[
    row(Function, "aws", &["aws_lambda_function"], FACTS).joined(JOINS),
    row(Function, "aws", &["aws_sfn_state_machine"], WORKFLOW_FACTS),
];

const WORKFLOW_FACTS: &[Fact] = &[
    always("workflow", Bool(true)),
    one_of("logging", "logging_configuration.0.level", &["ALL", "ERROR", "FATAL"]).or_false(),
    flag("tracing", &["tracing_configuration.0.enabled"]).or_false(),
];

const FACTS: &[Fact] = &[
    value("runtime", &["runtime"]),
    value("environment", &["environment.0.variables"]),
    named("environment_key", &["kms_key_arn"]),
    stated("dead_letter", &["dead_letter_config.0.target_arn"]),
    with("asynchronous", called_without_waiting),
    one_of("tracing", "tracing_config.0.mode", &["Active"]).or_false(),
    number("reserved_concurrency", &["reserved_concurrent_executions"]).or_number(-1),
    stated("in_network", &["vpc_config.0.subnet_ids"]),
    stated("code_signing", &["code_signing_config_arn"]),
];

const JOINS: &[Join] = &[
    Join {
        types: &["aws_lambda_permission"],
        by: "function_name",
        to: "function_name",
        facts: &[with("permissions", permission)],
    },
    Join {
        types: &["aws_lambda_function_url"],
        by: "function_name",
        to: "function_name",
        facts: &[lower("url_authorization", &["authorization_type"])],
    },
    Join {
        types: &["aws_lambda_function_event_invoke_config"],
        by: "function_name",
        to: "function_name",
        facts: &[with("dead_letter", failure_destination)],
    },
];

/// Services that hand over an event and do not wait for the answer.
const EVENT_SOURCES: &[&str] = &[
    "codecommit.amazonaws.com",
    "config.amazonaws.com",
    "events.amazonaws.com",
    "iot.amazonaws.com",
    "logs.amazonaws.com",
    "s3.amazonaws.com",
    "ses.amazonaws.com",
    "sns.amazonaws.com",
];

fn called_without_waiting(subject: &Subject<'_>) -> Option<Node> {
    let callers = subject.joined_of("aws_lambda_permission").filter_map(|it| it.body.get("principal"));
    let mut sources = callers.filter(|it| it.as_str().is_some_and(|it| EVENT_SOURCES.contains(&it)));
    let place = subject.resource.name_span;
    Some(sources.next().map_or(Node::default_of(false, place), |it| instead(it, true)))
}

fn permission(subject: &Subject<'_>) -> Option<Node> {
    let source = subject.at("source_arn").or_else(|| subject.at("principal_org_id")).or_else(|| signed_url(subject));
    let facts =
        [("principal", subject.at("principal")), ("source", source), ("source_account", subject.at("source_account"))];
    let entries = facts.into_iter().filter_map(|(name, node)| node.map(|it| Entry::new(name, it))).collect();
    let resource = subject.resource;
    Some(Node::list(vec![Node::map(entries, resource.span).named(resource.name_span)], resource.span))
}

/// Everybody who signs the request: the caller still needs a right of its own.
fn signed_url(subject: &Subject<'_>) -> Option<Node> {
    subject.at("function_url_auth_type").filter(|it| it.as_str() == Some("AWS_IAM"))
}

fn failure_destination(subject: &Subject<'_>) -> Option<Node> {
    subject.at("destination_config.0.on_failure.0.destination").map(|it| instead(&it, true))
}
