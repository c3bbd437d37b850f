//! What a workload is asked, and where a Compose service answers it.

use crate::collect::image_reference;
use crate::model::{Entry, Node, Span, Value};

use super::environment;
use super::shorthand;
use super::variables::Variables;

/// Settings that are facts as they stand.
const AS_STATED: &[(&str, &str)] = &[
    ("cpu_limit", "deploy.resources.limits.cpus"),
    ("cpu_limit", "cpus"),
    ("cpu_limit", "cpu_quota"),
    ("memory_limit", "deploy.resources.limits.memory"),
    ("memory_limit", "mem_limit"),
    ("pids_limit", "deploy.resources.limits.pids"),
    ("pids_limit", "pids_limit"),
    ("cpu_request", "deploy.resources.reservations.cpus"),
    ("memory_request", "deploy.resources.reservations.memory"),
    ("memory_request", "mem_reservation"),
];

/// Settings that are off unless somebody turns them on.
const SWITCHES: &[(&str, &str)] = &[("privileged", "privileged"), ("read_only_root", "read_only")];

/// Namespaces that a service may share with the host.
const NAMESPACES: &[(&str, &str)] = &[
    ("host_network", "network_mode"),
    ("host_pid", "pid"),
    ("host_ipc", "ipc"),
    ("host_users", "userns_mode"),
    ("host_name", "uts"),
    ("host_cgroups", "cgroup"),
];

/// What the build beside the file leaves in the image, for what the service does not state.
#[derive(Default)]
pub(super) struct Built {
    pub(super) user: Option<Node>,
    pub(super) healthcheck: Option<Node>,
}

/// What stands around a service and bears on it.
pub(super) struct Around<'a> {
    pub(super) text: &'a str,
    pub(super) built: Built,
    /// The volumes that the file declares.
    pub(super) volumes: Option<&'a Node>,
    /// The variables of the files that the service names.
    pub(super) variables: Variables,
}

pub(super) fn facts(service: &Node, name: Span, around: Around<'_>) -> Vec<Entry> {
    let Around { text, built, volumes, .. } = &around;
    let stated = |path: &str| service.dotted(path).filter(|it| !it.is_null());
    let build = stated("build");
    let mut facts = vec![
        Entry::new("container_type", Node::new("main", name)),
        Entry::new("long_running", Node::new(true, name)),
        Entry::new(
            "builds_image",
            Node::new(build.is_some(), build.map_or(name, |it| it.name_span.unwrap_or(it.span))),
        ),
    ];
    for (fact, key) in SWITCHES {
        facts.push(Entry::new(*fact, stated(key).map_or_else(|| Node::default_of(false, name), switch)));
    }
    for (fact, key) in NAMESPACES {
        // The first version of the format calls the network `net`.
        let stated = stated(key).or_else(|| stated("net").filter(|_| *key == "network_mode"));
        facts.push(Entry::new(*fact, stated.map_or_else(|| Node::default_of(false, name), is_host)));
    }
    for (fact, path) in AS_STATED {
        if !facts.iter().any(|it| &*it.name == *fact) {
            facts.extend(stated(path).map(|it| Entry::new(*fact, it.clone())));
        }
    }
    facts.extend([
        Entry::new("added_capabilities", capabilities(stated("cap_add"), name)),
        Entry::new("dropped_capabilities", capabilities(stated("cap_drop"), name)),
        Entry::new("allow_privilege_escalation", escalation(stated("security_opt"), name)),
        Entry::new("seccomp", seccomp(stated("security_opt"), name)),
        Entry::new("env", environment::variables(service, name, &around.variables)),
        Entry::new("env_from", environment::files(service, name)),
        Entry::new("mounts", shorthand::mounts(service, name, *volumes)),
        Entry::new("ports", shorthand::ports(service, name)),
    ]);
    let restart = stated("restart").or_else(|| stated("deploy.restart_policy.condition"));
    facts.push(Entry::new("restart", restart.map_or_else(|| Node::default_of("no", name), text_of)));
    let replicas = stated("deploy.replicas").or_else(|| stated("scale")).cloned();
    facts.push(Entry::new("replicas", replicas.unwrap_or_else(|| Node::default_of(1_i64, name))));
    facts.extend(stated("user").map(user).or_else(|| built.user.clone()).map(|it| Entry::new("user", it)));
    match stated("healthcheck") {
        Some(check) => facts.extend(enabled(check).then(|| Entry::new("liveness_probe", check.clone()))),
        None => facts.extend(built.healthcheck.clone().map(|it| Entry::new("liveness_probe", it))),
    }
    if let Some(image) = stated("image") {
        facts.extend(image_reference::facts(image, text, image_reference::WORKLOAD));
    }
    facts
}

/// Compose reads the booleans of YAML 1.1.
fn switch(node: &Node) -> Node {
    match node.as_str().map(str::to_lowercase).as_deref() {
        Some("yes" | "on" | "true" | "y") => Node { value: true.into(), ..node.clone() },
        Some("no" | "off" | "false" | "n") => Node { value: false.into(), ..node.clone() },
        _ => node.clone(),
    }
}

/// `no` is a word here, and a boolean of YAML 1.1 to many editors.
fn text_of(node: &Node) -> Node {
    match node.as_bool() {
        Some(it) => Node { value: if it { "always" } else { "no" }.into(), ..node.clone() },
        None => node.clone(),
    }
}

fn is_host(node: &Node) -> Node {
    match node.as_str() {
        Some(text) => Node { value: (text == "host").into(), ..node.clone() },
        None => node.clone(),
    }
}

/// The user without the group: `1000:1000`, `${UID}:${GID}`.
fn user(node: &Node) -> Node {
    let Some(text) = shorthand::text_with_gaps(node) else { return node.clone() };
    match text.split_once(':') {
        Some((name, _)) => shorthand::piece(node, 0, name),
        None => node.clone(),
    }
}

fn capabilities(list: Option<&Node>, lacking: Span) -> Node {
    let Some(list) = list else { return Node::default_of(Value::List([].into()), lacking) };
    let items = list.items().iter().map(|it| match it.as_str() {
        Some(text) => Node { value: text.to_uppercase().trim_start_matches("CAP_").into(), ..it.clone() },
        None => it.clone(),
    });
    Node { value: Value::List(items.collect()), ..list.clone() }
}

/// `no-new-privileges`, with `:true` or `=true` or alone.
fn escalation(options: Option<&Node>, lacking: Span) -> Node {
    let items = options.map(Node::items).unwrap_or_default();
    let found = items.iter().find_map(|it| Some((it, it.as_str()?.strip_prefix("no-new-privileges")?)));
    match found {
        Some((node, rest)) => Node { value: rest.ends_with("false").into(), ..node.clone() },
        None => Node::default_of(true, options.map_or(lacking, |it| it.name_span.unwrap_or(it.span))),
    }
}

fn seccomp(options: Option<&Node>, lacking: Span) -> Node {
    let items = options.map(Node::items).unwrap_or_default();
    let found =
        items.iter().find_map(|it| Some((it, it.as_str()?.strip_prefix("seccomp")?.trim_start_matches([':', '=']))));
    match found {
        Some((node, "unconfined")) => Node { value: "Unconfined".into(), ..node.clone() },
        Some((node, _)) => Node { value: "Localhost".into(), ..node.clone() },
        None => Node::default_of("RuntimeDefault", lacking),
    }
}

/// A check that is turned off is none.
fn enabled(check: &Node) -> bool {
    let off = check.get("disable").map(switch).and_then(|it| it.as_bool()) == Some(true);
    let test = check.get("test");
    let none = test.and_then(|it| it.as_str().or_else(|| it.items().first()?.as_str())) == Some("NONE");
    !off && !none
}
