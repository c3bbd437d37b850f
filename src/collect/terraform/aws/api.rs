//! API Gateway: stages, methods and routes are endpoints.

use crate::collect::terraform::reading::{instead, lower as as_lower};
use crate::collect::terraform::row::{Constant::Text, Fact, Row, always, flag, lower, row, stated, value, with};
use crate::collect::terraform::subject::Subject;
use crate::model::{EvidenceKind::Endpoint, Node};

pub const ROWS: &[Row] = &[
    row(Endpoint, "aws", &["aws_api_gateway_stage"], STAGE_FACTS),
    row(Endpoint, "aws", &["aws_apigatewayv2_stage"], STAGE_FACTS),
    row(Endpoint, "aws", &["aws_api_gateway_method"], METHOD_FACTS),
    row(Endpoint, "aws", &["aws_apigatewayv2_route"], ROUTE_FACTS),
];

const STAGE_FACTS: &[Fact] = &[
    always("role", Text("api_stage")),
    stated("access_logging", &["access_log_settings.0.destination_arn"]),
    flag("tracing", &["xray_tracing_enabled"]),
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
