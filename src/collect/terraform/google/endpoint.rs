//! Google load balancers: target proxies and TLS policies.

use crate::collect::terraform::reading::{flag as as_flag, instead, read};
use crate::collect::terraform::row::{
    Constant::{Bool, Text},
    Fact, Row, always, one_of, row, value, with,
};
use crate::collect::terraform::subject::Subject;
use crate::model::{EvidenceKind::Endpoint, Node, Span};

pub const ROWS: &[Row] = &[
    row(Endpoint, "google", HTTPS_PROXIES, HTTPS_FACTS),
    row(Endpoint, "google", HTTP_PROXIES, HTTP_FACTS),
    row(Endpoint, "google", &["google_dns_managed_zone"], ZONE_FACTS).only_when(is_public),
    row(Endpoint, "google", &["google_compute_ssl_policy", "google_compute_region_ssl_policy"], POLICY_FACTS),
];

const HTTPS_PROXIES: &[&str] = &[
    "google_compute_target_https_proxy",
    "google_compute_region_target_https_proxy",
    "google_compute_target_ssl_proxy",
];

const HTTP_PROXIES: &[&str] = &["google_compute_target_http_proxy", "google_compute_region_target_http_proxy"];

const URL_MAPS: &[&str] = &["google_compute_url_map", "google_compute_region_url_map"];

const HTTPS_FACTS: &[Fact] = &[
    always("role", Text("proxy")),
    always("protocol", Text("https")),
    always("tls", Bool(true)),
    value("tls_policy", &["ssl_policy"]),
];

const HTTP_FACTS: &[Fact] = &[
    always("role", Text("proxy")),
    always("protocol", Text("http")),
    always("tls", Bool(false)),
    with("redirects_to_https", redirects),
];

const POLICY_FACTS: &[Fact] =
    &[always("role", Text("tls_policy")), with("min_tls", min_tls).or_text("1.0"), with("weak_ciphers", weak)];

const ZONE_FACTS: &[Fact] = &[
    always("role", Text("dns_zone")),
    one_of("signs_names", "dnssec_config.0.state", &["on", "transfer"]).or_false(),
    with("signature_algorithms", algorithms),
];

/// Names that only a network of one's own can ask for cannot be signed.
fn is_public(subject: &Subject<'_>) -> bool {
    subject.at("visibility").is_none_or(|it| it.as_str() != Some("private"))
}

fn algorithms(subject: &Subject<'_>) -> Option<Node> {
    let specs = subject.at("dnssec_config.0.default_key_specs")?;
    if specs.as_unresolved().is_some() {
        return Some(specs);
    }
    Some(Node::list(specs.items().iter().filter_map(|it| read(it, "algorithm")).collect(), specs.span))
}

/// What the map of the proxy does with every request.
fn redirects(subject: &Subject<'_>) -> Option<Node> {
    let Some(map) = subject.referred("url_map", URL_MAPS, "name") else {
        return subject.at("url_map").filter(|it| it.as_unresolved().is_some());
    };
    let redirect = Subject::alone(map, subject.scope).at("default_url_redirect.0.https_redirect");
    redirect.and_then(|it| as_flag(it, true)).or_else(|| Some(Node::default_of(false, map.name_span)))
}

/// Ciphers of a policy without forward secrecy or with a broken algorithm.
fn weak(subject: &Subject<'_>) -> Option<Node> {
    let listed = |texts: Vec<Node>, at: Span| Some(Node::list(texts, at));
    let Some(profile) = subject.at("profile") else {
        let place = subject.resource.name_span;
        return listed(vec![Node::default_of("COMPATIBLE", place)], place);
    };
    match profile.as_str() {
        Some("COMPATIBLE") => listed(vec![profile.clone()], profile.span),
        Some("CUSTOM") => {
            let features = subject.at("custom_features")?;
            let is_weak = |it: &&Node| it.as_str().is_some_and(|it| it.starts_with("TLS_RSA_") || it.contains("3DES"));
            match features.as_unresolved() {
                Some(_) => Some(features),
                None => listed(features.items().iter().filter(is_weak).cloned().collect(), features.span),
            }
        }
        Some(_) => listed(Vec::new(), profile.span),
        None => Some(profile),
    }
}

fn min_tls(subject: &Subject<'_>) -> Option<Node> {
    // The strictest profile has no ciphers of older versions.
    if let Some(profile) = subject.at("profile").filter(|it| it.as_str() == Some("RESTRICTED")) {
        return Some(instead(&profile, "1.2"));
    }
    let stated = subject.at("min_tls_version")?;
    let Some(text) = stated.as_str() else { return Some(stated) };
    let version = text.strip_prefix("TLS_")?.replace('_', ".");
    Some(instead(&stated, version))
}
