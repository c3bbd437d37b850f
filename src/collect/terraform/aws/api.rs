//! API Gateway: stages, methods and routes are endpoints.

use super::endpoint::BALANCER_JOINS;
use crate::collect::terraform::reading::{flag as as_flag, instead, lower as as_lower, one_of, read};
use crate::collect::terraform::row::{
    Constant::{Bool, Text},
    Fact, Join, Row, always, flag, lower, row, stated, value, with,
};
use crate::collect::terraform::subject::Subject;
use crate::model::{Cause, EvidenceKind::Endpoint, Node, Shape, Unresolved};

pub const ROWS: &[Row] = &[
    row(Endpoint, "aws", &["aws_api_gateway_stage"], STAGE_FACTS).joined(BALANCER_JOINS),
    row(Endpoint, "aws", &["aws_apigatewayv2_stage"], SECOND_STAGE_FACTS),
    row(Endpoint, "aws", APIS, API_FACTS).joined(API_JOINS),
    row(Endpoint, "aws", &["aws_api_gateway_method_settings"], SETTINGS_FACTS),
    row(Endpoint, "aws", &["aws_api_gateway_method"], METHOD_FACTS),
    row(Endpoint, "aws", &["aws_apigatewayv2_route"], ROUTE_FACTS),
    row(Endpoint, "aws", &["aws_appsync_graphql_api"], GRAPH_FACTS).joined(BALANCER_JOINS),
    row(Endpoint, "aws", &["aws_api_gateway_domain_name"], DOMAIN_FACTS),
];

const STAGE_FACTS: &[Fact] = &[
    always("role", Text("api_stage")),
    stated("access_logging", &["access_log_settings.0.destination_arn"]),
    flag("tracing", &["xray_tracing_enabled"]).or_false(),
    with("public", stage_is_public),
    always("supports_waf", Bool(true)),
    with("waf", |_| None).or_false(),
];

/// HTTP and WebSocket APIs are not traced.
const SECOND_STAGE_FACTS: &[Fact] = &[
    always("role", Text("api_stage")),
    stated("access_logging", &["access_log_settings.0.destination_arn"]),
    flag("data_trace", &["default_route_settings.0.data_trace_enabled"]).or_false(),
];

const API_FACTS: &[Fact] = &[always("role", Text("rest_api")), with("authorizer", described_authorizer).or_false()];

const API_JOINS: &[Join] = &[
    Join {
        types: &["aws_api_gateway_authorizer"],
        by: "rest_api_id",
        to: "id",
        facts: &[with("authorizer", |it| Some(Node::new(true, it.resource.name_span)))],
    },
    Join {
        types: &["aws_api_gateway_method"],
        by: "rest_api_id",
        to: "id",
        facts: &[with("authorizer", |it| {
            let stated = it.at("authorization")?;
            let asks = stated.as_str().is_some_and(|it| !it.eq_ignore_ascii_case("none"));
            asks.then(|| instead(&stated, true))
        })],
    },
];

/// Whether the description of an API in its body says how callers sign in. A description in a file of YAML is text here.
fn described_authorizer(subject: &Subject<'_>) -> Option<Node> {
    const SECTIONS: [&str; 2] = ["securityDefinitions", "securitySchemes"];
    let body = subject.at("body")?;
    if body.as_unresolved().is_some() {
        return as_flag(body, true);
    }
    let says = match body.as_str() {
        Some(text) => SECTIONS.iter().any(|it| text.contains(it)),
        None => {
            SECTIONS.iter().any(|it| read(&body, it).or_else(|| read(&body, &format!("components.{it}"))).is_some())
        }
    };
    Some(instead(&body, says))
}

const SETTINGS_FACTS: &[Fact] =
    &[always("role", Text("api_settings")), flag("data_trace", &["settings.0.data_trace_enabled"]).or_false()];

const GRAPH_FACTS: &[Fact] = &[
    always("role", Text("api")),
    with("public", outside).or_true(),
    stated("access_logging", &["log_config.0.cloudwatch_logs_role_arn"]),
    always("supports_waf", Bool(true)),
    with("waf", |_| None).or_false(),
];

const METHOD_FACTS: &[Fact] = &[
    always("role", Text("api_method")),
    value("http_method", &["http_method"]),
    lower("authorization", &["authorization"]),
    flag("api_key_required", &["api_key_required"]).or_false(),
    stated("validates_requests", &["request_validator_id"]),
];

const ROUTE_FACTS: &[Fact] = &[
    always("role", Text("api_method")),
    value("route", &["route_key"]),
    with("http_method", route_method),
    with("authorization", route_authorization),
    flag("api_key_required", &["api_key_required"]).or_false(),
];

const APIS: &[&str] = &["aws_api_gateway_rest_api"];

/// A stage answers where its API does: on the internet, unless that is private. Nothing where the API is declared
/// elsewhere.
fn stage_is_public(subject: &Subject<'_>) -> Option<Node> {
    let api = subject.referred("rest_api_id", APIS, "id")?;
    let types = read(&api.body, "endpoint_configuration.0.types");
    match types {
        Some(types) if types.as_unresolved().is_some() => as_flag(types, true),
        Some(types) => {
            let is_private = types.items().iter().any(|it| it.as_str() == Some("PRIVATE"));
            Some(instead(&types, !is_private))
        }
        None => Some(Node::default_of(true, subject.resource.name_span)),
    }
}

const DOMAIN_FACTS: &[Fact] = &[always("role", Text("api_domain")), with("min_tls", oldest_version)];

/// The oldest version in the name of a security policy: `TLS_1_2`, `SecurityPolicy_TLS13_1_3_2025_09`. Without one, the
/// kind of endpoint decides.
fn oldest_version(subject: &Subject<'_>) -> Option<Node> {
    const NAMES: &[(&str, &str)] =
        &[("TLS13_1_3", "1.3"), ("TLS13_1_2", "1.2"), ("TLS_1_2", "1.2"), ("TLS_1_0", "1.0")];
    let Some(policy) = subject.at("security_policy") else {
        let place = subject.resource.name_span;
        let cause = Cause::ProviderDefault("security_policy".to_owned());
        return Some(Node::unresolved(Unresolved { cause, place, shape: Shape::String }, place));
    };
    match policy.as_str() {
        Some(text) => NAMES.iter().find(|(part, _)| text.contains(part)).map(|(_, version)| instead(&policy, *version)),
        None => Some(policy),
    }
}

fn outside(subject: &Subject<'_>) -> Option<Node> {
    one_of(subject.at("visibility")?, &["GLOBAL"])
}

/// The method in `GET /items`.
fn route_method(subject: &Subject<'_>) -> Option<Node> {
    let key = subject.at("route_key")?;
    let method = key.as_str()?.split_once(' ')?.0.to_owned();
    Some(instead(&key, method))
}

/// A conversation over a web socket is authorized once, when it begins: its other routes cannot ask.
fn route_authorization(subject: &Subject<'_>) -> Option<Node> {
    let api = subject.referred("api_id", &["aws_apigatewayv2_api"], "id");
    let sockets = api.and_then(|it| it.body.get("protocol_type")).and_then(Node::as_str) == Some("WEBSOCKET");
    let key = subject.at("route_key");
    let key = key.as_ref().and_then(Node::as_str);
    if key == Some("$disconnect") || (sockets && key != Some("$connect")) {
        return None;
    }
    let stated = subject.at("authorization_type").and_then(as_lower);
    Some(stated.unwrap_or_else(|| Node::default_of("none", subject.resource.name_span)))
}
