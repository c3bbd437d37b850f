//! AWS load balancers and their listeners, and CloudFront distributions.

use crate::collect::terraform::reading::{flag as as_flag, instead, lower as as_lower, read};
use crate::collect::terraform::row::{
    Constant::{Bool, Text},
    Fact, Join, Row, always, flag, lower, not, number, row, stated, value, with,
};
use crate::collect::terraform::subject::{Part, Subject};
use crate::model::{Entry, EvidenceKind::Endpoint, Node};

use super::negotiation;

pub const ROWS: &[Row] = &[
    row(Endpoint, "aws", BALANCERS, BALANCER_FACTS).joined(BALANCER_JOINS),
    row(Endpoint, "aws", &["aws_lb_listener", "aws_alb_listener"], LISTENER_FACTS),
    row(Endpoint, "aws", &["aws_elb"], CLASSIC_FACTS),
    row(Endpoint, "aws", &["aws_elb"], &[always("role", Text("listener"))]).in_parts(classic_listeners),
    row(Endpoint, "aws", &["aws_cloudfront_distribution"], DISTRIBUTION_FACTS).joined(DISTRIBUTION_JOINS),
    row(Endpoint, "aws", &["aws_lb_target_group", "aws_alb_target_group"], TARGET_FACTS),
    row(Endpoint, "aws", &["aws_wafv2_web_acl"], FIREWALL_FACTS).joined(FIREWALL_JOINS),
    row(Endpoint, "aws", &["aws_waf_web_acl", "aws_wafregional_web_acl"], CLASSIC_FIREWALL_FACTS),
    row(Endpoint, "aws", &["aws_globalaccelerator_accelerator"], ACCELERATOR_FACTS),
    row(Endpoint, "aws", &["aws_transfer_server"], FILE_SERVER_FACTS),
    row(Endpoint, "aws", &["aws_load_balancer_policy"], negotiation::FACTS).only_when(negotiation::is_about_tls),
];

const BALANCERS: &[&str] = &["aws_lb", "aws_alb"];

const BALANCER_FACTS: &[Fact] = &[
    always("role", Text("load_balancer")),
    not("public", &["internal"]).or_true(),
    with("access_logging", balancer_logs),
    with("supports_waf", is_application),
    with("waf", |_| None).or_false(),
    flag("deletion_protection", &["enable_deletion_protection"]).or_false(),
    with("drops_invalid_headers", drops_invalid_headers),
];

pub const BALANCER_JOINS: &[Join] = &[Join {
    types: &["aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association"],
    by: "resource_arn",
    to: "arn",
    facts: &[with("waf", |it| Some(Node::new(true, it.resource.name_span)))],
}];

const LISTENER_FACTS: &[Fact] = &[
    always("role", Text("listener")),
    lower("protocol", &["protocol"]),
    number("port", &["port"]),
    with("tls", listener_tls),
    with("redirects_to_https", redirects),
    value("tls_policy", &["ssl_policy"]),
    with("min_tls", listener_min_tls),
];

const CLASSIC_FACTS: &[Fact] = &[
    always("role", Text("load_balancer")),
    not("public", &["internal"]).or_true(),
    with("access_logging", classic_logs).or_false(),
];

const DISTRIBUTION_FACTS: &[Fact] = &[
    always("role", Text("cdn")),
    always("public", Bool(true)),
    with("tls", viewers_tls),
    with("min_tls", viewers_min_tls),
    value("origin_protocol_policy", &["origin.0.custom_origin_config.0.origin_protocol_policy"]),
    with("tls_to_origin", origins_tls),
    always("supports_waf", Bool(true)),
    stated("waf", &["web_acl_id"]),
    stated("access_logging", &["logging_config.0.bucket"]),
];

/// Logs of the second generation are resources of their own.
const DISTRIBUTION_JOINS: &[Join] = &[Join {
    types: &["aws_cloudwatch_log_delivery_source"],
    by: "resource_arn",
    to: "arn",
    facts: &[with("access_logging", |it| Some(Node::new(true, it.resource.name_span)))],
}];

const TARGET_FACTS: &[Fact] = &[always("role", Text("target_group")), with("tls_to_origin", targets_tls)];

const FIREWALL_FACTS: &[Fact] = &[always("role", Text("web_firewall")), with("access_logging", |_| None).or_false()];

const CLASSIC_FIREWALL_FACTS: &[Fact] =
    &[always("role", Text("web_firewall")), stated("access_logging", &["logging_configuration.0.log_destination"])];

const ACCELERATOR_FACTS: &[Fact] =
    &[always("role", Text("accelerator")), flag("access_logging", &["attributes.0.flow_logs_enabled"]).or_false()];

const FILE_SERVER_FACTS: &[Fact] = &[always("role", Text("file_server")), with("tls", copies_in_secret).or_true()];

/// Of the protocols for files FTP alone is plain; shown where it is named.
fn copies_in_secret(subject: &Subject<'_>) -> Option<Node> {
    let protocols = subject.at("protocols")?;
    if protocols.as_unresolved().is_some() {
        return as_flag(protocols, true);
    }
    let plain = protocols.items().iter().find(|it| it.as_str() == Some("FTP"));
    Some(plain.map_or_else(|| instead(&protocols, true), |it| instead(it, false)))
}

const FIREWALL_JOINS: &[Join] = &[Join {
    types: &["aws_wafv2_web_acl_logging_configuration"],
    by: "resource_arn",
    to: "arn",
    facts: &[with("access_logging", |it| Some(Node::new(true, it.resource.name_span)))],
}];

/// A block of its own does not switch logs on here: that is what `enabled` is for.
fn balancer_logs(subject: &Subject<'_>) -> Option<Node> {
    if subject.at("load_balancer_type").and_then(|it| it.as_str().map(|it| it == "gateway")) == Some(true) {
        return None;
    }
    let lacking = || match subject.at("access_logs.0") {
        Some(block) => block.name_span.unwrap_or(block.span),
        None => subject.resource.name_span,
    };
    match subject.at("access_logs.0.enabled") {
        Some(enabled) => as_flag(enabled, true),
        None => Some(Node::default_of(false, lacking())),
    }
}

/// Here the block switches logs on.
fn classic_logs(subject: &Subject<'_>) -> Option<Node> {
    let block = subject.at("access_logs.0")?;
    match subject.at("access_logs.0.enabled") {
        Some(enabled) => as_flag(enabled, true),
        None => Some(Node::default_of(true, block.name_span.unwrap_or(block.span))),
    }
}

fn is_application(subject: &Subject<'_>) -> Option<Node> {
    match subject.at("load_balancer_type") {
        None => Some(Node::default_of(true, subject.resource.name_span)),
        Some(stated) => match stated.as_str() {
            Some(text) => Some(instead(&stated, text == "application")),
            None => as_flag(stated, true),
        },
    }
}

/// Only application load balancers read headers.
fn drops_invalid_headers(subject: &Subject<'_>) -> Option<Node> {
    let reads_headers = is_application(subject)?;
    if reads_headers.as_bool() != Some(true) {
        return reads_headers.as_unresolved().is_some().then_some(reads_headers);
    }
    match subject.at("drop_invalid_header_fields") {
        Some(stated) => as_flag(stated, true),
        None => Some(Node::default_of(false, subject.resource.name_span)),
    }
}

/// Whether a listener encrypts. TCP and UDP only pass on what they get, so they say nothing.
fn listener_tls(subject: &Subject<'_>) -> Option<Node> {
    let Some(protocol) = subject.at("protocol") else {
        let balancer = subject.referred("load_balancer_arn", BALANCERS, "arn")?;
        let application =
            matches!(balancer.body.get("load_balancer_type").map(Node::as_str), None | Some(Some("application")));
        return application.then(|| Node::default_of(false, subject.resource.name_span));
    };
    match protocol.as_str() {
        Some(text) => encrypts(text).map(|it| instead(&protocol, it)),
        None => as_flag(protocol, true),
    }
}

fn encrypts(protocol: &str) -> Option<bool> {
    match protocol.to_lowercase().as_str() {
        "https" | "tls" | "ssl" => Some(true),
        "http" => Some(false),
        _ => None,
    }
}

fn redirects(subject: &Subject<'_>) -> Option<Node> {
    let action = subject.at("default_action.0.type")?;
    if action.as_str() != Some("redirect") {
        return action.as_str().map_or_else(|| as_flag(action.clone(), true), |_| Some(instead(&action, false)));
    }
    let protocol = subject.at("default_action.0.redirect.0.protocol");
    match protocol {
        Some(protocol) => match protocol.as_str() {
            Some(text) => Some(instead(&protocol, text.eq_ignore_ascii_case("https"))),
            None => as_flag(protocol, true),
        },
        None => Some(Node::default_of(false, action.span)),
    }
}

/// The oldest version that a listener's security policy admits. Without one, the provider takes a policy of 2016.
fn listener_min_tls(subject: &Subject<'_>) -> Option<Node> {
    let encrypted = listener_tls(subject)?;
    if encrypted.as_bool() != Some(true) {
        return encrypted.as_unresolved().is_some().then_some(encrypted);
    }
    match subject.at("ssl_policy") {
        None => Some(Node::default_of("1.0", subject.resource.name_span)),
        Some(policy) => match policy.as_str() {
            Some(text) => negotiation::oldest_version(text).map(|it| instead(&policy, it)),
            None => Some(policy),
        },
    }
}

fn classic_listeners(subject: &Subject<'_>) -> Vec<Part> {
    let blocks = subject.resource.blocks("listener").iter().enumerate();
    let part = |(at, block): (usize, &Node)| {
        let protocol = read(block, "lb_protocol").and_then(as_lower);
        let tls = protocol.as_ref().and_then(|it| match it.as_str() {
            Some(text) => encrypts(text).map(|encrypted| instead(it, encrypted)),
            None => as_flag(it.clone(), true),
        });
        let facts = [("protocol", protocol), ("port", read(block, "lb_port")), ("tls", tls)];
        Part {
            suffix: format!("listener.{at}"),
            name: None,
            span: block.span,
            name_span: block.name_span.unwrap_or(block.span),
            facts: facts.into_iter().filter_map(|(name, node)| node.map(|it| Entry::new(name, it))).collect(),
        }
    };
    blocks.map(part).collect()
}

/// Whether every behaviour of a distribution demands TLS of viewers; shown on the first that does not.
fn viewers_tls(subject: &Subject<'_>) -> Option<Node> {
    let behaviours = ["default_cache_behavior", "ordered_cache_behavior"].map(|it| subject.resource.blocks(it));
    let policies: Vec<&Node> =
        behaviours.into_iter().flatten().filter_map(|it| it.get("viewer_protocol_policy")).collect();
    let open = policies.iter().find(|it| it.as_str() == Some("allow-all"));
    let unknown = policies.iter().find(|it| it.as_unresolved().is_some());
    match open {
        Some(open) => Some(instead(open, false)),
        None => unknown.map(|it| (*it).clone()).or_else(|| policies.first().map(|it| instead(it, true))),
    }
}

/// Whether every origin that is a server is asked over TLS; shown on the first that is not. Buckets always are.
fn origins_tls(subject: &Subject<'_>) -> Option<Node> {
    let origins = subject.resource.blocks("origin").iter();
    let policies: Vec<Node> =
        origins.filter_map(|it| read(it, "custom_origin_config.0.origin_protocol_policy")).collect();
    let asked: Vec<Node> = policies.into_iter().filter_map(|it| origin_tls(subject, it)).collect();
    let plain = asked.iter().find(|it| it.as_bool() == Some(false));
    plain.or(asked.iter().find(|it| it.as_unresolved().is_some())).or(asked.first()).cloned()
}

/// An origin that is asked as the viewer asks is asked over TLS where viewers must be.
fn origin_tls(subject: &Subject<'_>, policy: Node) -> Option<Node> {
    match policy.as_str() {
        Some("match-viewer") => match viewers_tls(subject) {
            Some(viewers) if viewers.as_unresolved().is_some() => as_flag(viewers, true),
            viewers => Some(instead(&policy, viewers.and_then(|it| it.as_bool()) == Some(true))),
        },
        Some(text) => Some(instead(&policy, text == "https-only")),
        None => as_flag(policy, true),
    }
}

/// Whether a load balancer encrypts what it sends to a group. TCP is passed on as it comes.
fn targets_tls(subject: &Subject<'_>) -> Option<Node> {
    let protocol = subject.at("protocol")?;
    match protocol.as_str() {
        Some(text) => encrypts(text).map(|it| instead(&protocol, it)),
        None => as_flag(protocol, true),
    }
}

/// The provider's own certificate admits every version.
fn viewers_min_tls(subject: &Subject<'_>) -> Option<Node> {
    let own = subject.at("viewer_certificate.0.cloudfront_default_certificate");
    if let Some(own) = own.filter(|it| it.as_bool() == Some(true)) {
        return Some(instead(&own, "1.0"));
    }
    let Some(stated) = subject.at("viewer_certificate.0.minimum_protocol_version") else {
        let block = subject.at("viewer_certificate.0")?;
        return Some(Node::default_of("1.0", block.name_span.unwrap_or(block.span)));
    };
    let Some(text) = stated.as_str() else { return Some(stated) };
    let version = match text {
        _ if text.starts_with("TLSv1.3") => "1.3",
        _ if text.starts_with("TLSv1.2") => "1.2",
        _ if text.starts_with("TLSv1.1") => "1.1",
        _ => "1.0",
    };
    Some(instead(&stated, version))
}
