//! Google firewalls: one row a protocol and range of ports.

use crate::collect::terraform::opening::{Facts, add_ports, every_port, firewall, protocol, range, together};
use crate::collect::terraform::reading::{flag, lower, read};
use crate::collect::terraform::row::{Row, row};
use crate::collect::terraform::subject::{Part, Subject};
use crate::model::{EvidenceKind::NetworkRule, Node, Shape, Unresolved, Value};

pub const ROWS: &[Row] = &[row(NetworkRule, "google", &["google_compute_firewall"], &[]).in_parts(rules)];

fn rules(subject: &Subject<'_>) -> Vec<Part> {
    let actions = ["allow", "deny"];
    actions.into_iter().flat_map(|action| blocks(subject, action)).collect()
}

fn blocks(subject: &Subject<'_>, action: &'static str) -> Vec<Part> {
    let Some(stated) = subject.resource.body.get(action) else { return Vec::new() };
    let blocks = match stated.as_unresolved() {
        Some(_) => std::slice::from_ref(stated),
        None => stated.items(),
    };
    blocks.iter().enumerate().flat_map(|(at, block)| parts(subject, action, at, block)).collect()
}

/// One part for each range of ports of an `allow` or `deny` block.
fn parts(subject: &Subject<'_>, action: &'static str, at: usize, block: &Node) -> Vec<Part> {
    let place = block.name_span.unwrap_or(block.span);
    // Of a block that nobody knows, the ports stand for all that it may open.
    let is_unknown = block.as_unresolved().is_some();
    let ports = if is_unknown { open_number(block) } else { read(block, "ports") };
    let stated: Vec<Node> = match ports {
        Some(ports) if ports.as_unresolved().is_some() => vec![ports],
        Some(ports) => ports.items().to_vec(),
        None => Vec::new(),
    };
    let ranges: Vec<(Node, Node)> = match stated.is_empty() {
        true => vec![every_port(place)],
        false => stated.iter().filter_map(range).collect(),
    };
    let several = ranges.len() > 1;
    let part = |(number, (from, to)): (usize, (Node, Node))| {
        let mut facts = common(subject, action, place);
        if is_unknown {
            facts.always("protocol", "all", place);
            facts.add("from_port", Some(from));
            facts.add("to_port", Some(to));
        } else {
            let stated = read(block, "protocol").map(|it| protocol(&it));
            facts.add("protocol", stated.clone());
            add_ports(&mut facts, stated.as_ref(), Some(from), Some(to));
        }
        let suffix = if several { format!("{action}.{at}.{number}") } else { format!("{action}.{at}") };
        Part { suffix, name: None, span: block.span, name_span: place, facts: facts.0 }
    };
    ranges.into_iter().enumerate().map(part).collect()
}

fn common(subject: &Subject<'_>, action: &'static str, place: crate::model::Span) -> Facts {
    let mut facts = Facts::default();
    let lacking = subject.resource.name_span;
    let direction = subject.at("direction").and_then(lower);
    let egress = direction.as_ref().and_then(Node::as_str) == Some("egress");
    facts.add("direction", Some(direction.unwrap_or_else(|| Node::default_of("ingress", lacking))));
    facts.always("action", action, place);
    let disabled = subject.at("disabled").and_then(|it| flag(it, false));
    facts.add("enabled", Some(disabled.unwrap_or_else(|| Node::default_of(true, lacking))));
    match egress {
        true => facts.add("destinations", Some(together(&[subject.at("destination_ranges")], &[], lacking))),
        false => facts.add("sources", Some(together(&[subject.at("source_ranges")], &[], lacking))),
    }
    let groups = ["source_tags", "source_service_accounts"].map(|it| subject.at(it));
    facts.add("peer_groups", Some(together(&groups, &[], lacking)));
    facts.add("description", subject.at("description"));
    let priority = subject.at("priority").unwrap_or_else(|| Node::default_of(1000, lacking));
    facts.add("priority", Some(priority));
    facts.add("firewall", firewall(subject, "network", "google_compute_network"));
    let narrow = ["target_tags", "target_service_accounts", "destination_ranges"];
    facts.always("for_all", narrow.iter().all(|it| subject.at(it).is_none()), lacking);
    facts
}

fn open_number(block: &Node) -> Option<Node> {
    let unresolved = Unresolved { shape: Shape::Number, ..block.as_unresolved()?.clone() };
    Some(Node { value: Value::Unresolved(Box::new(unresolved)), ..block.clone() })
}
