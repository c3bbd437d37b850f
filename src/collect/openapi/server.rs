//! Servers of OpenAPI 3 and schemes of Swagger 2: whether they speak TLS.

use crate::collect::pipeline::facts::Facts;
use crate::collect::terraform::reading::instead;
use crate::model::{Evidence, Node};

use super::description::Description;
use super::endpoint::endpoint;

/// Servers that the whole description names.
pub(super) fn of_root(description: &Description<'_>) -> Vec<Evidence> {
    of(description, description.root, "")
}

/// Servers that a node names: the description, a path or an operation.
pub(super) fn of(description: &Description<'_>, node: &Node, prefix: &str) -> Vec<Evidence> {
    let schemes = node.get("schemes").filter(|_| description.is_swagger());
    let host = description.root.get("host").and_then(Node::as_str);
    let is_here = host.is_some_and(is_local);
    let schemes = schemes.map(Node::items).unwrap_or_default().iter().filter(|_| !is_here);
    let listed = schemes.filter_map(|it| Some((it.as_str()?.to_lowercase(), it, it.clone())));
    let servers = node.get("servers").filter(|_| !description.is_swagger()).map(Node::items).unwrap_or_default();
    let servers = servers.iter().filter_map(|it| {
        let (protocol, place) = protocol(it)?;
        Some((protocol, it, place))
    });
    let part = if description.is_swagger() { "schemes" } else { "servers" };
    let made = |(number, (protocol, whole, place)): (usize, (String, &Node, Node))| {
        let mut facts = Facts::default();
        facts.put("role", Node::default_of("api_server", place.span));
        facts.put("tls", instead(&place, matches!(&*protocol, "https" | "wss")));
        facts.put("protocol", instead(&place, protocol));
        let name = place.as_str().unwrap_or("server").to_owned();
        let address = format!("{prefix}{part}.{number}");
        endpoint(description, &address, name, whole.span, place.span, facts.into_node(whole.span))
    };
    listed.chain(servers).enumerate().map(made).collect()
}

/// How a server is spoken to, and the text that says so. A relative address, and one on the machine itself, say nothing.
fn protocol(server: &Node) -> Option<(String, Node)> {
    let url = server.get("url")?;
    let (scheme, rest) = url.as_str()?.split_once("://")?;
    if is_local(rest) {
        return None;
    }
    let Some(variable) = scheme.strip_prefix('{').and_then(|it| it.strip_suffix('}')) else {
        return Some((scheme.to_lowercase(), url.clone()));
    };
    let variable = server.get("variables")?.get(variable)?;
    let plain = |it: &&Node| it.as_str().is_some_and(|it| matches!(it, "http" | "ws"));
    let values = variable.get("enum").map(Node::items).unwrap_or_default().iter();
    let value = values.clone().find(plain).or_else(|| variable.get("default"))?;
    Some((value.as_str()?.to_lowercase(), value.clone()))
}

/// A developer's own machine.
fn is_local(address: &str) -> bool {
    let host = address.split(['/', ':']).next().unwrap_or_default();
    matches!(host, "localhost" | "127" | "0.0.0.0" | "host.docker.internal")
        || host.starts_with("127.")
        || address.starts_with("[::1]")
        || host.ends_with(".localhost")
}
