//! Google load balancers: target proxies and TLS policies.

use crate::collect::terraform::reading::{flag as as_flag, instead};
use crate::collect::terraform::row::{
    Constant::{Bool, Text},
    Fact, Row, always, row, value, with,
};
use crate::collect::terraform::subject::Subject;
use crate::model::{EvidenceKind::Endpoint, Node};

pub const ROWS: &[Row] = &[
    row(Endpoint, "google", HTTPS_PROXIES, HTTPS_FACTS),
    row(Endpoint, "google", HTTP_PROXIES, HTTP_FACTS),
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

const POLICY_FACTS: &[Fact] = &[always("role", Text("tls_policy")), with("min_tls", min_tls).or_text("1.0")];

/// What the map of the proxy does with every request.
fn redirects(subject: &Subject<'_>) -> Option<Node> {
    let Some(map) = subject.referred("url_map", URL_MAPS, "name") else {
        return subject.at("url_map").filter(|it| it.as_unresolved().is_some());
    };
    let redirect = Subject::alone(map, subject.scope).at("default_url_redirect.0.https_redirect");
    redirect.and_then(|it| as_flag(it, true)).or_else(|| Some(Node::default_of(false, map.name_span)))
}

fn min_tls(subject: &Subject<'_>) -> Option<Node> {
    let stated = subject.at("min_tls_version")?;
    let Some(text) = stated.as_str() else { return Some(stated) };
    let version = text.strip_prefix("TLS_")?.replace('_', ".");
    Some(instead(&stated, version))
}
