//! Security schemes: how callers show who they are.

use crate::collect::pipeline::facts::Facts;
use crate::collect::terraform::reading::{instead, lower};
use crate::model::{Evidence, Node};

use super::description::{Description, Placed};
use super::endpoint::endpoint;

/// Every security scheme of a description.
pub(super) fn all(description: &Description<'_>) -> Vec<Evidence> {
    let (section, path) = section(description);
    let schemes = section.map(Node::entries).unwrap_or_default().iter();
    let made = schemes.filter_map(|it| {
        let scheme = description.resolved(description.placed(&it.node))?;
        Some(one(description, &format!("{path}.{}", it.name), &it.name, &it.node, scheme))
    });
    made.collect()
}

fn section<'d>(description: &Description<'d>) -> (Option<&'d Node>, &'static str) {
    match description.is_swagger() {
        true => (description.root.get("securityDefinitions"), "securityDefinitions"),
        false => (description.root.dotted("components.securitySchemes"), "components.securitySchemes"),
    }
}

/// The scheme that a requirement names.
pub(super) fn named<'d>(description: &Description<'d>, name: &str) -> Option<Placed<'d>> {
    let scheme = section(description).0?.get(name)?;
    description.resolved(description.placed(scheme))
}

fn one(description: &Description<'_>, address: &str, name: &str, stated: &Node, scheme: Placed<'_>) -> Evidence {
    let node = scheme.node;
    let place = stated.name_span.unwrap_or(stated.span);
    let mut facts = Facts::default();
    facts.put("role", Node::default_of("api_sign_in", place));
    facts.put_some("sign_in", method(node));
    facts.put_some("key_in", node.get("in").cloned().and_then(lower));
    if let Some(flows) = flows(node) {
        facts.put("oauth_flows", flows);
    }
    endpoint(description, address, name.to_owned(), node.span, place, facts.into_node(node.span))
}

/// `basic`, `bearer`, `apikey`, `oauth2`, `openidconnect`, `mutualtls`.
fn method(scheme: &Node) -> Option<Node> {
    let kind = scheme.get("type")?;
    match kind.as_str() {
        Some("http") => scheme.get("scheme").cloned().and_then(lower),
        _ => lower(kind.clone()),
    }
}

/// The flows of OAuth 2 by the names of OpenAPI 3, each where it is stated.
fn flows(scheme: &Node) -> Option<Node> {
    if let Some(flow) = scheme.get("flow") {
        let name = match flow.as_str()? {
            "application" => "clientCredentials",
            "accessCode" => "authorizationCode",
            other => other,
        };
        return Some(Node::list(vec![instead(flow, name)], flow.span));
    }
    let stated = scheme.get("flows")?;
    let names = stated.entries().iter();
    let names = names.map(|it| Node::new(it.name.clone(), it.node.name_span.unwrap_or(it.node.span)));
    Some(Node::list(names.collect(), stated.span))
}
