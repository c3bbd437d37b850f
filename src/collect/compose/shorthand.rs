//! Ports and volumes, in their short forms with colons and their long forms.

use crate::model::{Entry, Node, Shape, Span, Through, Value};

/// Stands for a stretch that files do not tell.
const GAP: char = '\u{fffc}';

/// A part of a text, with its place where the text stands letter by letter.
pub(super) fn part_of(whole: &Node, from: usize, part: &str) -> Node {
    let text_length = whole.as_str().map_or(0, str::len);
    let width = (whole.span.end - whole.span.start) as usize;
    // Quotes around the text, or none; anything else has escapes and no exact places.
    let lead = match width.checked_sub(text_length) {
        Some(0) => 0,
        Some(2) => 1,
        _ => return Node { value: part.into(), ..whole.clone() },
    };
    let at = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
    let start = whole.span.start + at(lead + from);
    let span = Span { start, end: start + at(part.len()), ..whole.span };
    Node { value: part.into(), span, ..whole.clone() }
}

/// Ports that are published on the host, or only opened in the container.
pub(super) fn ports(service: &Node, name_span: Span) -> Node {
    let Some(list) = service.get("ports").filter(|it| !it.is_null()) else {
        return Node::default_of(Value::List([].into()), name_span);
    };
    let items = list.items().iter().map(|it| match &it.value {
        Value::Map(_) => long_port(it),
        _ => short_port(it),
    });
    Node { value: Value::List(items.collect()), ..list.clone() }
}

fn long_port(port: &Node) -> Node {
    let keys = [("target", "container_port"), ("published", "host_port"), ("host_ip", "host_ip")];
    let mut entries: Vec<_> = keys
        .iter()
        .filter_map(|(key, fact)| {
            port.get(key).filter(|it| !it.is_null()).map(|it| Entry::new(*fact, number(it.clone())))
        })
        .collect();
    if !entries.iter().any(|it| &*it.name == "host_ip") {
        entries.push(Entry::new("host_ip", Node::default_of("0.0.0.0", port.span)));
    }
    entries.push(Entry::new("protocol", protocol(port.get("protocol"), port.span)));
    Node { value: Node::map(entries, port.span).value, ..port.clone() }
}

/// `80`, `8080:80`, `127.0.0.1:8080:80/udp`, `[::1]:80:80`.
fn short_port(port: &Node) -> Node {
    let Some(text) = text_with_gaps(port) else { return Node::map(Vec::new(), port.span) };
    let (numbers, transport) = match text.split_once('/') {
        Some((numbers, transport)) => (numbers, Some(transport)),
        None => (text.as_str(), None),
    };
    let part = |from: usize, part: &str| number(piece(port, from, part));
    let (head, container) = numbers.rsplit_once(':').map_or((None, numbers), |(head, tail)| (Some(head), tail));
    let container_from = head.map_or(0, |it| it.len() + 1);
    let mut entries = vec![Entry::new("container_port", part(container_from, container))];
    if let Some(head) = head {
        // The address is in brackets, or has no colon of its own.
        let (address, host) = match head.rsplit_once(':') {
            Some((address, host)) => (Some(address), host),
            None if head.contains('.') => (Some(head), ""),
            None => (None, head),
        };
        let host_from = address.map_or(0, |it| it.len() + 1);
        if !host.is_empty() {
            entries.push(Entry::new("host_port", part(host_from, host)));
        }
        if let Some(address) = address {
            entries.push(Entry::new("host_ip", piece(port, 0, address)));
        }
    }
    if !entries.iter().any(|it| &*it.name == "host_ip") {
        entries.push(Entry::new("host_ip", Node::default_of("0.0.0.0", port.span)));
    }
    let stated = transport.map(|it| piece(port, numbers.len() + 1, it));
    entries.push(Entry::new("protocol", protocol(stated.as_ref(), port.span)));
    Node { value: Node::map(entries, port.span).value, ..port.clone() }
}

fn protocol(stated: Option<&Node>, lacking: Span) -> Node {
    match stated.and_then(|it| it.as_str().map(|text| (it, text.to_uppercase()))) {
        Some((node, text)) => Node { value: text.into(), ..node.clone() },
        None => Node::default_of("TCP", lacking),
    }
}

fn number(node: Node) -> Node {
    match node.as_str().and_then(|it| it.parse::<i64>().ok()) {
        Some(it) => Node { value: it.into(), ..node },
        None => node,
    }
}

/// Volumes mounted into the service, and its secrets and configs. A volume that the file declares as a folder of the host
/// is that folder.
pub(super) fn mounts(service: &Node, name_span: Span, declared: Option<&Node>) -> Node {
    let stated = |key: &str| service.get(key).filter(|it| !it.is_null());
    let mut items = Vec::new();
    for it in stated("volumes").map(Node::items).unwrap_or_default() {
        let mount = if matches!(it.value, Value::Map(_)) { long_mount(it) } else { short_mount(it) };
        items.push(bound(mount, declared));
    }
    for (key, kind) in [("secrets", "secret"), ("configs", "config_map")] {
        for it in stated(key).map(Node::items).unwrap_or_default() {
            let source = it.get("source").unwrap_or(it);
            let mut entries = vec![Entry::new("kind", Node::new(kind, it.span)), Entry::new("source", source.clone())];
            entries.extend(it.get("target").map(|it| Entry::new("target", it.clone())));
            entries.push(Entry::new("read_only", Node::default_of(true, it.span)));
            items.push(Node::map(entries, it.span));
        }
    }
    match stated("volumes") {
        Some(list) => Node { value: Value::List(items.into()), ..list.clone() },
        None => Node::list(items, name_span),
    }
}

/// `driver_opts: {type: none, o: bind, device: /data}` makes a name stand for a folder of the host.
fn bound(mount: Node, declared: Option<&Node>) -> Node {
    let text = |key: &str| mount.get(key).and_then(Node::as_str);
    let name = text("source").filter(|_| text("kind") == Some("volume"));
    let options = name.and_then(|it| declared?.get(it)?.get("driver_opts"));
    let binds =
        options.and_then(|it| it.get("o")?.as_str()).is_some_and(|it| it.split(',').any(|it| it.ends_with("bind")));
    let Some(device) = options.and_then(|it| it.get("device")).filter(|_| binds) else { return mount };
    let entries = mount.entries().iter().map(|it| {
        let value = match &*it.name {
            "kind" => "host_path".into(),
            "source" => device.value.clone(),
            _ => it.node.value.clone(),
        };
        let node = Node { value, ..it.node.clone() };
        let through = || Through { note: "the volume of that name".into(), span: device.span };
        Entry::new(it.name.clone(), if &*it.name == "source" { node.through(through()) } else { node })
    });
    Node { value: Node::map(entries.collect(), mount.span).value, ..mount.clone() }
}

fn long_mount(mount: &Node) -> Node {
    let source = mount.get("source").or_else(|| mount.get("src"));
    let kind = match mount.get("type").and_then(Node::as_str) {
        Some("bind") => "host_path",
        Some("volume") => "volume",
        Some("tmpfs") => "empty",
        _ => "other",
    };
    let mut entries = vec![Entry::new("kind", Node::new(kind, mount.get("type").map_or(mount.span, |it| it.span)))];
    entries.extend(source.map(|it| Entry::new("source", it.clone())));
    let target = mount.get("target").or_else(|| mount.get("destination"));
    entries.extend(target.map(|it| Entry::new("target", it.clone())));
    entries.extend(mount.dotted("bind.propagation").map(|it| Entry::new("propagation", it.clone())));
    let read_only = mount.get("read_only").cloned().unwrap_or_else(|| Node::default_of(false, mount.span));
    entries.push(Entry::new("read_only", read_only));
    Node { value: Node::map(entries, mount.span).value, ..mount.clone() }
}

/// `name:/path`, `./folder:/path:ro`, `/path`.
fn short_mount(mount: &Node) -> Node {
    let Some(text) = text_with_gaps(mount) else { return Node::map(Vec::new(), mount.span) };
    // A drive's colon parts nothing: `C:\data:/data`.
    let drive = text.get(1..3).is_some_and(|it| it == ":\\" || it == ":/")
        && text.starts_with(|it: char| it.is_ascii_alphabetic());
    let from = if drive { 2 } else { 0 };
    let colon = text.get(from..).and_then(|it| it.find(':')).map(|it| from + it);
    let mut entries = Vec::new();
    let mut options = "";
    match colon {
        None => {
            entries.push(Entry::new("kind", Node::new("volume", mount.span)));
            entries.push(Entry::new("target", piece(mount, 0, &text)));
        }
        Some(colon) => {
            let source = text.get(..colon).unwrap_or_default();
            let rest = text.get(colon + 1..).unwrap_or_default();
            let (target, last) = rest.split_once(':').unwrap_or((rest, ""));
            options = last;
            entries.push(Entry::new("kind", kind(mount, source, drive)));
            entries.push(Entry::new("source", piece(mount, 0, source)));
            entries.push(Entry::new("target", piece(mount, colon + 1, target)));
        }
    }
    let propagation =
        options.split(',').find(|it| it.ends_with("shared") || it.ends_with("slave") || it.ends_with("private"));
    entries.extend(propagation.map(|it| Entry::new("propagation", Node::new(it, mount.span))));
    let read_only = options.split(',').any(|it| it == "ro");
    let node = if read_only { Node::new(true, mount.span) } else { Node::default_of(false, mount.span) };
    entries.push(Entry::new("read_only", node));
    Node { value: Node::map(entries, mount.span).value, ..mount.clone() }
}

/// A path is on the host, a name is a volume; what begins with an unknown part may be either.
fn kind(mount: &Node, source: &str, drive: bool) -> Node {
    if source.starts_with(GAP) {
        return piece(mount, 0, &GAP.to_string());
    }
    let path = drive || source.starts_with(['.', '/', '~']);
    Node::new(if path { "host_path" } else { "volume" }, mount.span)
}

/// The text with a sign for each stretch that is not known.
pub(super) fn text_with_gaps(node: &Node) -> Option<String> {
    match &node.value {
        Value::Unresolved(it) => match &it.shape {
            Shape::Template(parts) => {
                Some(parts.iter().map(|it| it.clone().unwrap_or_else(|| GAP.to_string())).collect())
            }
            _ => None,
        },
        _ => node.scalar_text(),
    }
}

/// The part as a value, or unresolved where it holds a gap.
pub(super) fn piece(whole: &Node, from: usize, part: &str) -> Node {
    let Some(unresolved) = whole.as_unresolved().filter(|_| part.contains(GAP)) else {
        return part_of(whole, from, part);
    };
    let mut parts = Vec::new();
    for (at, text) in part.split(GAP).enumerate() {
        if at > 0 {
            parts.push(None);
        }
        if !text.is_empty() {
            parts.push(Some(text.to_owned()));
        }
    }
    let open = crate::model::Unresolved { shape: Shape::Template(parts.into()), ..unresolved.clone() };
    Node { value: Value::Unresolved(Box::new(open)), ..whole.clone() }
}
