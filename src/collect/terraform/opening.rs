//! What openings in firewalls are made of, whatever the provider: protocols, ranges of ports, lists put together.

use crate::model::{Entry, Node, Shape, Span, Unresolved, Value};

use super::reading::{instead, number};
use super::subject::Subject;

const FIRST_PORT: i64 = 0;
const LAST_PORT: i64 = 65535;

/// Protocols that have ports.
const WITH_PORTS: &[&str] = &["tcp", "udp", "sctp"];

/// Adds entries for the facts that are there.
#[derive(Default)]
pub struct Facts(pub Vec<Entry>);

impl Facts {
    pub fn add(&mut self, name: &str, node: Option<Node>) {
        self.0.extend(node.map(|it| Entry::new(name, it)));
    }

    /// What is so whatever the source says.
    pub fn always(&mut self, name: &str, value: impl Into<Value>, place: Span) {
        self.0.push(Entry::new(name, Node::default_of(value, place)));
    }
}

/// The protocol's name in lower case; `all` for every protocol.
pub fn protocol(stated: &Node) -> Node {
    let Some(text) = stated.scalar_text() else { return stated.clone() };
    let name = match text.to_lowercase().as_str() {
        "-1" | "*" | "all" | "any" => "all".to_owned(),
        "6" => "tcp".to_owned(),
        "17" => "udp".to_owned(),
        "1" | "58" | "icmpv6" => "icmp".to_owned(),
        other => other.to_owned(),
    };
    instead(stated, name)
}

/// Adds the ports of an opening: every port for every protocol, none for protocols without ports.
pub fn add_ports(facts: &mut Facts, protocol: Option<&Node>, from: Option<Node>, to: Option<Node>) {
    match protocol.and_then(Node::as_str) {
        Some("all") => {
            facts.add("from_port", protocol.map(|it| instead(it, FIRST_PORT)));
            facts.add("to_port", protocol.map(|it| instead(it, LAST_PORT)));
        }
        Some(name) if !WITH_PORTS.contains(&name) => {}
        _ => {
            facts.add("from_port", from.and_then(number));
            facts.add("to_port", to.and_then(number));
        }
    }
}

/// The ends of a range as texts write it: `22`, `20-25`, `*`. Nothing where it is not a range.
pub fn range(stated: &Node) -> Option<(Node, Node)> {
    if stated.as_unresolved().is_some() {
        return Some((stated.clone(), stated.clone()));
    }
    let text = stated.scalar_text()?;
    let (from, to) = match text.trim() {
        "*" => (FIRST_PORT, LAST_PORT),
        text => {
            let (from, to) = text.split_once('-').unwrap_or((text, text));
            (from.trim().parse().ok()?, to.trim().parse().ok()?)
        }
    };
    Some((instead(stated, from), instead(stated, to)))
}

/// The list that a rule stands in: the resource that an argument refers to, or what has that name in the same configuration.
pub fn firewall(subject: &Subject<'_>, argument: &str, native_type: &str) -> Option<Node> {
    if let Some(list) = subject.referred(argument, &[native_type], "name") {
        return Some(Node::new(list.id(), list.name_span));
    }
    let name = subject.at(argument)?;
    let text = name.as_str()?;
    Some(instead(&name, format!("{}#{text}", subject.resource.folder)))
}

/// Every port, where nothing narrows them.
pub fn every_port(place: Span) -> (Node, Node) {
    (Node::default_of(FIRST_PORT, place), Node::default_of(LAST_PORT, place))
}

/// A list that nobody knows, in the place of something larger that is not known.
pub fn open_list(stated: &Node) -> Node {
    match stated.as_unresolved() {
        Some(it) => {
            let list = Unresolved { shape: Shape::List, ..it.clone() };
            instead(stated, Value::Unresolved(Box::new(list)))
        }
        None => stated.clone(),
    }
}

/// An opening that nobody knows: at most it opens every port, so who may come through is left open.
pub fn unknown(stated: &Node, direction: &'static str, action: &'static str) -> Facts {
    let place = stated.span;
    let mut facts = Facts::default();
    facts.always("direction", direction, place);
    facts.always("action", action, place);
    facts.always("protocol", "all", place);
    facts.always("from_port", FIRST_PORT, place);
    facts.always("to_port", LAST_PORT, place);
    let far_side = if direction == "egress" { "destinations" } else { "sources" };
    facts.add(far_side, Some(open_list(stated)));
    facts
}

/// Several lists and single values as one list. Where only lists that are not known are stated, the first stands for all.
pub fn together(lists: &[Option<Node>], singles: &[Option<Node>], lacking: Span) -> Node {
    let lists: Vec<&Node> = lists.iter().flatten().filter(|it| !it.is_null()).collect();
    let singles: Vec<&Node> = singles.iter().flatten().filter(|it| !it.is_null()).collect();
    if singles.is_empty()
        && let Some(first) = lists.first()
        && (lists.len() == 1 || lists.iter().all(|it| it.as_unresolved().is_some()))
    {
        return (*first).clone();
    }
    let Some(first) = lists.first().or(singles.first()).copied().cloned() else {
        return Node::default_of(Value::List([].into()), lacking);
    };
    let items = lists.into_iter().flat_map(|it| match it.as_unresolved() {
        Some(unresolved) => {
            let item = Unresolved { shape: Shape::Any, ..unresolved.clone() };
            vec![instead(it, Value::Unresolved(Box::new(item)))]
        }
        None => it.items().to_vec(),
    });
    Node { value: Value::List(items.chain(singles.into_iter().cloned()).collect()), ..first }
}

/// Ranges in which no bit is fixed are every address, whatever stands before the slash: in the one spelling for that.
pub fn ranges(node: Node) -> Node {
    let range = |it: &Node| match it.as_str() {
        Some(text) if text.ends_with("/0") => instead(it, if text.contains(':') { "::/0" } else { "0.0.0.0/0" }),
        _ => it.clone(),
    };
    match &node.value {
        Value::List(items) => Node { value: Value::List(items.iter().map(range).collect()), ..node },
        _ => node,
    }
}

#[cfg(test)]
mod tests {
    use crate::model::SourceId;

    use super::*;

    const PLACE: Span = Span { source: SourceId(0), start: 0, end: 1 };

    #[test]
    fn ranges_read_as_texts_write_them() {
        let ends = |text: &str| {
            let (from, to) = range(&Node::new(text, PLACE))?;
            Some((from.as_i64()?, to.as_i64()?))
        };
        assert_eq!(ends("22"), Some((22, 22)));
        assert_eq!(ends("20-25"), Some((20, 25)));
        assert_eq!(ends("*"), Some((0, 65535)));
        assert_eq!(ends("ssh"), None);
    }

    #[test]
    fn every_protocol_opens_every_port() {
        let mut facts = Facts::default();
        let stated = protocol(&Node::new(-1, PLACE));
        add_ports(&mut facts, Some(&stated), Some(Node::new(0, PLACE)), Some(Node::new(0, PLACE)));
        let ports: Vec<_> = facts.0.iter().map(|it| (&*it.name, it.node.as_i64())).collect();
        assert_eq!(ports, [("from_port", Some(0)), ("to_port", Some(65535))]);
    }
}
