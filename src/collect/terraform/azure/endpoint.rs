//! Azure web apps, application gateways and web application firewall policies.

use crate::collect::terraform::reading::{flag as as_flag, instead, lower as as_lower, stands};
use crate::collect::terraform::row::{
    Constant::{Bool, Text},
    Fact, Row, always, flag, lower, row, stated, value, with,
};
use crate::collect::terraform::subject::{Part, Subject};
use crate::model::{EvidenceKind::Endpoint, EvidenceKind::Function, Node};

pub const ROWS: &[Row] = &[
    row(Endpoint, "azure", WEB_APPS, WEB_APP_FACTS),
    row(Endpoint, "azure", &["azurerm_frontdoor"], FRONT_DOOR_ENTRANCE_FACTS),
    row(Function, "azure", FUNCTION_APPS, FUNCTION_FACTS).in_parts(the_function),
    row(Endpoint, "azure", &["azurerm_application_gateway"], GATEWAY_FACTS),
    row(Endpoint, "azure", &["azurerm_web_application_firewall_policy"], FIREWALL_FACTS),
    row(Endpoint, "azure", FRONT_DOOR_POLICIES, FRONT_DOOR_FACTS),
];

const WEB_APPS: &[&str] = &[
    "azurerm_linux_web_app",
    "azurerm_windows_web_app",
    "azurerm_app_service",
    "azurerm_linux_web_app_slot",
    "azurerm_windows_web_app_slot",
    "azurerm_app_service_slot",
    "azurerm_linux_function_app",
    "azurerm_windows_function_app",
    "azurerm_function_app",
];

const FUNCTION_APPS: &[&str] = &["azurerm_linux_function_app", "azurerm_windows_function_app", "azurerm_function_app"];

const FRONT_DOOR_POLICIES: &[&str] = &["azurerm_cdn_frontdoor_firewall_policy", "azurerm_frontdoor_firewall_policy"];

const WEB_APP_FACTS: &[Fact] = &[
    always("role", Text("web_app")),
    flag("tls", &["https_only"]).or_false(),
    value("min_tls", &["site_config.0.minimum_tls_version", "site_config.0.min_tls_version"]).or_text("1.2"),
    with("ftps_state", ftps),
    flag("remote_debugging", &["site_config.0.remote_debugging_enabled", "remote_debugging_enabled"]).or_false(),
    value("cors_origins", &["site_config.0.cors.0.allowed_origins"]),
    with("access_logging", |it| kept(it, &["http_logs"])),
    with("detailed_errors", |it| kept(it, &["detailed_error_messages", "detailed_error_messages_enabled"])),
    with("failed_request_traces", |it| kept(it, &["failed_request_tracing", "failed_request_tracing_enabled"])),
    with("health_check", is_asked),
    flag("platform_sign_in", &["auth_settings_v2.0.auth_enabled", "auth_settings.0.enabled"]).or_false(),
    stated("managed_identity", &["identity.0.type"]),
];

const FUNCTION_FACTS: &[Fact] = &[
    flag("https_only", &["https_only"]).or_false(),
    value("min_tls", &["site_config.0.minimum_tls_version", "site_config.0.min_tls_version"]).or_text("1.2"),
    value("environment", &["app_settings"]),
    stated("managed_identity", &["identity.0.type"]),
];

const GATEWAY_FACTS: &[Fact] = &[
    always("role", Text("load_balancer")),
    with("public", has_public_address),
    always("supports_waf", Bool(true)),
    with("waf", gateway_firewall),
    lower("waf_mode", &["waf_configuration.0.firewall_mode"]),
];

const FRONT_DOOR_ENTRANCE_FACTS: &[Fact] = &[
    always("role", Text("cdn")),
    always("public", Bool(true)),
    always("supports_waf", Bool(true)),
    with("waf", entrances),
];

const FIREWALL_FACTS: &[Fact] = &[
    always("role", Text("proxy")),
    flag("waf_enabled", &["policy_settings.0.enabled"]).or_true(),
    with("waf_mode", firewall_mode).or_text("prevention"),
];

const FRONT_DOOR_FACTS: &[Fact] = &[
    always("role", Text("proxy")),
    flag("waf_enabled", &["enabled"]).or_true(),
    lower("waf_mode", &["mode"]).or_text("prevention"),
];

/// A gateway has a public address unless every front end names a subnet.
fn has_public_address(subject: &Subject<'_>) -> Option<Node> {
    let fronts = subject.resource.blocks("frontend_ip_configuration");
    let public = fronts.iter().find_map(|it| it.get("public_ip_address_id"));
    Some(match public {
        Some(address) => instead(address, true),
        None => Node::default_of(fronts.is_empty(), subject.resource.name_span),
    })
}

fn gateway_firewall(subject: &Subject<'_>) -> Option<Node> {
    if let Some(policy) = subject.at("firewall_policy_id") {
        return Some(instead(&policy, true));
    }
    if let Some(enabled) = subject.at("waf_configuration.0.enabled") {
        return Some(enabled);
    }
    let tier = subject.at("sku.0.tier")?;
    let place = subject.at("sku.0").map_or(subject.resource.name_span, |it| it.name_span.unwrap_or(it.span));
    match tier.as_str() {
        Some(text) if text.starts_with("WAF") => Some(instead(&tier, true)),
        Some(_) => Some(Node::default_of(false, place)),
        None => Some(tier),
    }
}

fn firewall_mode(subject: &Subject<'_>) -> Option<Node> {
    let settings = subject.at("policy_settings.0.mode")?;
    as_lower(settings)
}

/// A function app is an endpoint and, told apart by a suffix, a function.
fn the_function(subject: &Subject<'_>) -> Vec<Part> {
    let resource = subject.resource;
    let suffix = "function".to_owned();
    vec![Part { suffix, name: None, span: resource.span, name_span: resource.name_span, facts: Vec::new() }]
}

/// The resources of provider version 3 and before leave the choice to the service.
fn ftps(subject: &Subject<'_>) -> Option<Node> {
    const OLD: &[&str] = &["azurerm_app_service", "azurerm_app_service_slot", "azurerm_function_app"];
    let is_old = OLD.contains(&&*subject.resource.native_type);
    // The old resources leave it to the service, which takes both; the new ones switch it off.
    let usual = if is_old { "AllAllowed" } else { "Disabled" };
    subject.at("site_config.0.ftps_state").or_else(|| Some(Node::default_of(usual, subject.resource.name_span)))
}

/// Whether a web app keeps a kind of log: by a flag, or by a block that says where. Function apps cannot say.
fn kept(subject: &Subject<'_>, names: &[&str]) -> Option<Node> {
    if subject.resource.native_type.contains("function_app") {
        return None;
    }
    let stated = names.iter().find_map(|it| subject.at(&format!("logs.0.{it}")));
    match stated {
        Some(block) if !block.items().is_empty() => Some(instead(&block, true)),
        Some(flag) => as_flag(flag, true),
        None => Some(Node::default_of(false, subject.resource.name_span)),
    }
}

/// Whether the platform asks a path of a web app how it is. Function apps are asked otherwise.
fn is_asked(subject: &Subject<'_>) -> Option<Node> {
    if subject.resource.native_type.contains("function_app") {
        return None;
    }
    let path = subject.at("site_config.0.health_check_path").map(stands);
    path.or_else(|| Some(Node::default_of(false, subject.resource.name_span)))
}

/// Whether every entrance of a front door has a firewall; the first that has none is shown.
fn entrances(subject: &Subject<'_>) -> Option<Node> {
    let stated = subject.at("frontend_endpoint")?;
    if stated.as_unresolved().is_some() {
        return Some(stated);
    }
    let link = |it: &Node| it.get("web_application_firewall_policy_link_id").filter(|it| !it.is_null()).cloned();
    let open = stated.items().iter().find(|it| link(it).is_none());
    match open {
        Some(block) => Some(Node::default_of(false, block.name_span.unwrap_or(block.span))),
        None => stated.items().iter().find_map(link).map(|it| instead(&it, true)),
    }
}
