//! The module for security groups: rules by name and by ports, with the addresses that all or one of them admit.

use crate::collect::terraform::reading::{instead, read};
use crate::model::{Entry, Node, Value};

/// Rules that the module knows by name, with their first and last port and their protocol.
const NAMES: &[(&str, i64, i64, &str)] = &[
    ("all-all", -1, -1, "-1"),
    ("all-icmp", -1, -1, "icmp"),
    ("all-tcp", 0, 65535, "tcp"),
    ("all-udp", 0, 65535, "udp"),
    ("elasticsearch-rest-tcp", 9200, 9200, "tcp"),
    ("ftp-tcp", 21, 21, "tcp"),
    ("http-80-tcp", 80, 80, "tcp"),
    ("http-8080-tcp", 8080, 8080, "tcp"),
    ("https-443-tcp", 443, 443, "tcp"),
    ("https-8443-tcp", 8443, 8443, "tcp"),
    ("kafka-broker-tcp", 9092, 9092, "tcp"),
    ("memcached-tcp", 11211, 11211, "tcp"),
    ("mongodb-27017-tcp", 27017, 27017, "tcp"),
    ("mssql-tcp", 1433, 1433, "tcp"),
    ("mysql-tcp", 3306, 3306, "tcp"),
    ("nfs-tcp", 2049, 2049, "tcp"),
    ("oracle-db-tcp", 1521, 1521, "tcp"),
    ("postgresql-tcp", 5432, 5432, "tcp"),
    ("rdp-tcp", 3389, 3389, "tcp"),
    ("rdp-udp", 3389, 3389, "udp"),
    ("redis-tcp", 6379, 6379, "tcp"),
    ("redshift-tcp", 5439, 5439, "tcp"),
    ("smb-tcp", 445, 445, "tcp"),
    ("ssh-tcp", 22, 22, "tcp"),
];

/// The blocks of one direction, as a security group has them. Rules whose name is not known here are left out.
pub(super) fn rules(inputs: &Node, direction: &str) -> Option<Node> {
    let mut blocks: Vec<Node> = Vec::new();
    let addresses = |suffix: &str| read(inputs, &format!("{direction}_{suffix}"));
    let (all, all_of_six) = (addresses("cidr_blocks"), addresses("ipv6_cidr_blocks"));
    let named = addresses("rules");
    for name in named.iter().flat_map(|it| it.items()) {
        let admitted = [("cidr_blocks", all.clone()), ("ipv6_cidr_blocks", all_of_six.clone())];
        blocks.extend(block_of_name(name, admitted));
    }
    for (suffix, argument, common) in
        [("with_cidr_blocks", "cidr_blocks", &all), ("with_ipv6_cidr_blocks", "ipv6_cidr_blocks", &all_of_six)]
    {
        let listed = addresses(suffix);
        if let Some(unknown) = listed.as_ref().filter(|it| it.as_unresolved().is_some()) {
            return Some(unknown.clone());
        }
        for rule in listed.iter().flat_map(|it| it.items()) {
            blocks.extend(block(rule, argument, common.as_ref()));
        }
    }
    let place = blocks.first()?.span;
    Some(Node::list(blocks, place))
}

fn block_of_name(name: &Node, admitted: [(&'static str, Option<Node>); 2]) -> Option<Node> {
    let (_, from, to, protocol) = NAMES.iter().find(|it| name.as_str() == Some(it.0))?;
    let mut entries = vec![
        Entry::new("from_port", instead(name, *from)),
        Entry::new("to_port", instead(name, *to)),
        Entry::new("protocol", instead(name, *protocol)),
    ];
    entries.extend(admitted.into_iter().filter_map(|(argument, node)| Some(Entry::new(argument, node?))));
    Some(Node::map(entries, name.span))
}

/// One rule by name or ports; its addresses stand in one text, with commas.
fn block(rule: &Node, argument: &'static str, common: Option<&Node>) -> Option<Node> {
    if rule.as_unresolved().is_some() {
        return Some(rule.clone());
    }
    let own = rule.get(argument).map(addresses);
    let admitted = own.or_else(|| common.cloned());
    if let Some(name) = rule.get("rule") {
        let node = block_of_name(name, [(argument, admitted), ("", None)])?;
        return Some(Node { span: rule.span, ..node });
    }
    let mut entries: Vec<Entry> = Vec::new();
    for name in ["from_port", "to_port", "protocol", "description"] {
        entries.extend(rule.get(name).map(|it| Entry::new(name, it.clone())));
    }
    entries.extend(admitted.map(|it| Entry::new(argument, it)));
    Some(Node::map(entries, rule.span))
}

fn addresses(stated: &Node) -> Node {
    match stated.as_str() {
        Some(text) => {
            let items = text.split(',').map(|it| instead(stated, it.trim().to_owned())).collect();
            Node { value: Value::List(items), ..stated.clone() }
        }
        None => stated.clone(),
    }
}
