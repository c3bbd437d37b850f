//! Google instances and instance templates, and what a project sets for all of them.

use crate::collect::terraform::reading::{flag as as_flag, instead, lower, read, stands};
use crate::collect::terraform::row::{
    Constant::{Bool, Text},
    Fact, Row, always, flag, row, value, with,
};
use crate::collect::terraform::subject::Subject;
use crate::model::{EvidenceKind::Account, EvidenceKind::Machine, Node};

pub const ROWS: &[Row] = &[
    row(Machine, "google", &["google_compute_instance", "google_compute_instance_from_template"], MACHINE_FACTS)
        .only_when(|it| it.resource.native_type == "google_compute_instance"),
    row(
        Machine,
        "google",
        &["google_compute_instance_template", "google_compute_region_instance_template"],
        TEMPLATE_FACTS,
    ),
    row(Account, "google", &["google_project"], NETWORK_FACTS),
    row(Account, "google", &["google_compute_project_metadata"], PROJECT_FACTS),
    row(Account, "google", &["google_compute_project_metadata_item"], PROJECT_ITEM_FACTS)
        .only_when(|it| it.at("key").is_some_and(|it| it.as_str() == Some("enable-oslogin"))),
];

const MACHINE_FACTS: &[Fact] = &[
    always("template", Bool(false)),
    value("image", &["boot_disk.0.initialize_params.0.image"]),
    value("size", &["machine_type"]),
    with("public_ip", public_address),
    with("user_data", |it| it.at("metadata_startup_script").or_else(|| it.at("metadata.startup-script"))),
    with("disks_have_own_key", own_keys),
    flag("secure_boot", &["shielded_instance_config.0.enable_secure_boot"]).or_false(),
    with("vtpm", |it| shielded(it, "enable_vtpm")),
    with("integrity_monitoring", |it| shielded(it, "enable_integrity_monitoring")),
    with("os_login", |it| metadata_flag(it, "enable-oslogin")),
    with("blocks_project_keys", |it| metadata_flag(it, "block-project-ssh-keys")).or_false(),
    with("serial_console", |it| metadata_flag(it, "serial-port-enable")).or_false(),
    with("default_service_account", runs_as_default),
    value("scopes", &["service_account.0.scopes"]),
    flag("ip_forwarding", &["can_ip_forward"]).or_false(),
    flag("deletion_protection", &["deletion_protection"]).or_false(),
];

const TEMPLATE_FACTS: &[Fact] = &[
    always("template", Bool(true)),
    value("image", &["disk.0.source_image"]),
    value("size", &["machine_type"]),
    with("public_ip", public_address),
    with("user_data", |it| it.at("metadata_startup_script").or_else(|| it.at("metadata.startup-script"))),
    with("disks_have_own_key", own_keys),
    flag("secure_boot", &["shielded_instance_config.0.enable_secure_boot"]).or_false(),
    with("vtpm", |it| shielded(it, "enable_vtpm")),
    with("integrity_monitoring", |it| shielded(it, "enable_integrity_monitoring")),
    with("os_login", |it| metadata_flag(it, "enable-oslogin")),
    with("blocks_project_keys", |it| metadata_flag(it, "block-project-ssh-keys")).or_false(),
    with("serial_console", |it| metadata_flag(it, "serial-port-enable")).or_false(),
    with("default_service_account", runs_as_default),
    value("scopes", &["service_account.0.scopes"]),
    flag("ip_forwarding", &["can_ip_forward"]).or_false(),
];

const NETWORK_FACTS: &[Fact] =
    &[always("setting", Text("project")), flag("default_network", &["auto_create_network"]).or_true()];

const PROJECT_FACTS: &[Fact] =
    &[always("setting", Text("os_login")), with("os_login", |it| metadata_flag(it, "enable-oslogin"))];

const PROJECT_ITEM_FACTS: &[Fact] =
    &[always("setting", Text("os_login")), with("os_login", |it| it.at("value").and_then(truth))];

/// An interface with an access configuration has an address outside, even if the block is empty.
fn public_address(subject: &Subject<'_>) -> Option<Node> {
    let interfaces = subject.at("network_interface")?;
    if interfaces.as_unresolved().is_some() {
        return Some(interfaces);
    }
    let configurations = interfaces.items().iter().flat_map(|it| {
        [it.get("access_config"), it.get("ipv6_access_config")].into_iter().flatten().collect::<Vec<_>>()
    });
    let configurations: Vec<&Node> = configurations.collect();
    if let Some(block) = configurations.iter().find_map(|it| it.items().first()) {
        return Some(Node::new(true, block.name_span.unwrap_or(block.span)));
    }
    let unknown = configurations.iter().find(|it| it.as_unresolved().is_some());
    Some(unknown.map_or(Node::default_of(false, subject.resource.name_span), |it| (*it).clone()))
}

/// A switch among the metadata: texts in any case, or truth values.
fn metadata_flag(subject: &Subject<'_>, name: &str) -> Option<Node> {
    truth(read(&subject.at("metadata")?, name)?)
}

fn truth(node: Node) -> Option<Node> {
    match node.as_str() {
        Some("1" | "y" | "Y") => Some(instead(&node, true)),
        Some("0" | "n" | "N") => Some(instead(&node, false)),
        Some(_) => lower(node).and_then(|it| as_flag(it, true)),
        None => as_flag(node, true),
    }
}

/// Where a disk names its key: in the key service, or supplied with the call.
const DISK_KEYS: &[&str] = &[
    "kms_key_self_link",
    "disk_encryption_key_raw",
    "disk_encryption_key.0.kms_key_self_link",
    "disk_encryption_key.0.raw_key",
];

/// Whether every disk has a key; the first that has none is shown. Disks in memory are gone with the machine.
fn own_keys(subject: &Subject<'_>) -> Option<Node> {
    let blocks = ["boot_disk", "attached_disk", "disk"].into_iter().flat_map(|it| subject.resource.blocks(it));
    let key = |disk: &Node| DISK_KEYS.iter().find_map(|it| read(disk, it)).map(stands);
    let mut found = None;
    for disk in blocks {
        match key(disk) {
            Some(key) if key.as_bool() == Some(true) => found = found.or(Some(key)),
            Some(key) => return Some(key),
            None => return Some(Node::default_of(false, disk.name_span.unwrap_or(disk.span))),
        }
    }
    found
}

/// A part of the shield that is up where the block says nothing of it. Without the block the image decides.
fn shielded(subject: &Subject<'_>, name: &str) -> Option<Node> {
    let block = subject.at("shielded_instance_config.0")?;
    let stated = subject.at(&format!("shielded_instance_config.0.{name}"));
    stated
        .and_then(|it| as_flag(it, true))
        .or_else(|| Some(Node::default_of(true, block.name_span.unwrap_or(block.span))))
}

/// Without the block a machine has no identity; without an address in it, that of the provider.
fn runs_as_default(subject: &Subject<'_>) -> Option<Node> {
    let Some(block) = subject.at("service_account.0") else {
        return Some(Node::default_of(false, subject.resource.name_span));
    };
    let stated = subject.at("service_account.0.email").filter(|it| it.as_str() != Some(""));
    let Some(email) = stated else {
        return Some(Node::default_of(true, block.name_span.unwrap_or(block.span)));
    };
    Some(match email.as_str() {
        Some(text) => instead(&email, text.ends_with("-compute@developer.gserviceaccount.com")),
        None => known_identity(email),
    })
}

/// An account that is declared, here or elsewhere, is not the provider's.
fn known_identity(email: Node) -> Node {
    use crate::collect::terraform::resource::reference;

    let declared = reference(&email).map(|it| it.address.contains("google_service_account."));
    let default = reference(&email).map(|it| it.address.contains("google_compute_default_service_account."));
    match (declared, default) {
        (_, Some(true)) => instead(&email, true),
        (Some(true), _) => instead(&email, false),
        _ => email,
    }
}
