//! Azure virtual machines and scale sets.

use crate::collect::terraform::reading::{flag as as_flag, read, stands};
use crate::collect::terraform::row::{
    Constant::{Bool, Text},
    Fact, Join, Row, always, flag, not, row, stated, value, with,
};
use crate::collect::terraform::subject::Subject;
use crate::model::{EvidenceKind::Machine, EvidenceKind::Network, Node};

pub const ROWS: &[Row] = &[
    row(Machine, "azure", &["azurerm_linux_virtual_machine"], LINUX_FACTS).joined(PROTECTED),
    row(Machine, "azure", &["azurerm_windows_virtual_machine"], WINDOWS_FACTS).joined(PROTECTED),
    row(Machine, "azure", &["azurerm_virtual_machine"], OLD_FACTS).joined(PROTECTED),
    row(Machine, "azure", &["azurerm_linux_virtual_machine_scale_set"], LINUX_FACTS),
    row(Machine, "azure", &["azurerm_windows_virtual_machine_scale_set"], WINDOWS_FACTS),
    row(Machine, "azure", &["azurerm_virtual_machine_scale_set"], OLD_FACTS),
    row(Network, "azure", &["azurerm_network_interface"], INTERFACE_FACTS),
    row(Network, "azure", &["azurerm_subnet"], SUBNET_FACTS).only_when(may_have_group).joined(&[Join {
        types: &["azurerm_subnet_network_security_group_association"],
        by: "subnet_id",
        to: "name",
        facts: &[always("security_group", Bool(true))],
    }]),
];

/// Machines of a scale set are made anew, and not backed up.
const PROTECTED: &[Join] = &[Join {
    types: &["azurerm_backup_protected_vm"],
    by: "source_vm_id",
    to: "name",
    facts: &[stated("backed_up", &["source_vm_id"])],
}];

const LINUX_FACTS: &[Fact] = &[
    always("template", Bool(false)),
    always("os", Text("linux")),
    value("size", &["size", "sku"]),
    not("ssh_password", &["disable_password_authentication"]).or_false(),
    value("user_data", &["custom_data", "user_data"]),
    flag("encryption_at_host", &["encryption_at_host_enabled"]).or_false(),
    stated("identity", &["identity.0.type"]),
    with("backed_up", |it| is_single(it).then(|| Node::default_of(false, it.resource.name_span))),
    with("public_ip", scale_set_address),
];

const WINDOWS_FACTS: &[Fact] = &[
    always("template", Bool(false)),
    always("os", Text("windows")),
    value("size", &["size", "sku"]),
    flag("patches_itself", &["automatic_updates_enabled", "enable_automatic_updates"]).or_true(),
    value("user_data", &["custom_data", "user_data"]),
    flag("encryption_at_host", &["encryption_at_host_enabled"]).or_false(),
    stated("identity", &["identity.0.type"]),
    with("backed_up", |it| is_single(it).then(|| Node::default_of(false, it.resource.name_span))),
    with("public_ip", scale_set_address),
];

/// The resources of provider version 3 and before.
const OLD_FACTS: &[Fact] = &[
    always("template", Bool(false)),
    value("size", &["vm_size", "sku.0.name"]),
    with("patches_itself", upgrades),
    not("ssh_password", &["os_profile_linux_config.0.disable_password_authentication"]),
    value("user_data", &["os_profile.0.custom_data"]),
    stated("identity", &["identity.0.type"]),
    with("backed_up", |it| is_single(it).then(|| Node::default_of(false, it.resource.name_span))),
];

fn is_single(subject: &Subject<'_>) -> bool {
    !subject.resource.native_type.ends_with("_scale_set")
}

const SUBNET_FACTS: &[Fact] =
    &[always("layer", Text("subnet")), always("security_group", Bool(false)), value("cidr", &["address_prefixes.0"])];

/// Subnets of these names belong to gateways and firewalls of the provider, which admit no group.
fn may_have_group(subject: &Subject<'_>) -> bool {
    let names = ["GatewaySubnet", "AzureFirewallSubnet", "AzureFirewallManagementSubnet", "RouteServerSubnet"];
    let service = subject.at("delegation.0.service_delegation.0.name");
    let is_volume =
        service.is_some_and(|it| it.as_str().is_some_and(|it| it.eq_ignore_ascii_case("Microsoft.Netapp/volumes")));
    let is_named = |it: &Node| it.as_str().is_some_and(|name| names.iter().any(|it| it.eq_ignore_ascii_case(name)));
    !is_volume && !subject.at("name").is_some_and(|it| is_named(&it))
}

const INTERFACE_FACTS: &[Fact] = &[
    always("layer", Text("interface")),
    with("public_ip", own_address),
    flag("ip_forwarding", &["ip_forwarding_enabled", "enable_ip_forwarding"]).or_false(),
];

/// An old scale set takes new images by itself where it says so, and its Windows machines install what comes between.
fn upgrades(subject: &Subject<'_>) -> Option<Node> {
    if subject.resource.native_type != "azurerm_virtual_machine_scale_set" {
        return None;
    }
    let images = subject.at("automatic_os_upgrade").and_then(|it| as_flag(it, true));
    let windows = subject.at("os_profile_windows_config.0.enable_automatic_upgrades").and_then(|it| as_flag(it, true));
    let off = [&images, &windows].into_iter().flatten().find(|it| it.as_bool() == Some(false));
    match (off, &images) {
        (Some(off), _) => Some(off.clone()),
        (None, Some(images)) => Some(images.clone()),
        (None, None) => Some(Node::default_of(false, subject.resource.name_span)),
    }
}

/// The first public address among the configurations of an interface.
fn own_address(subject: &Subject<'_>) -> Option<Node> {
    let configurations = subject.at("ip_configuration")?;
    if configurations.as_unresolved().is_some() {
        return Some(configurations);
    }
    let address = configurations.items().iter().find_map(|it| read(it, "public_ip_address_id"));
    Some(match address {
        Some(address) => stands(address),
        None => Node::default_of(false, subject.resource.name_span),
    })
}

/// Scale sets give their machines addresses; single machines get theirs from a network interface.
fn scale_set_address(subject: &Subject<'_>) -> Option<Node> {
    let interface = subject.at("network_interface.0")?;
    if interface.as_unresolved().is_some() {
        return Some(interface);
    }
    let addresses = subject.resource.blocks("network_interface").iter();
    let addresses = addresses.flat_map(|it| it.get("ip_configuration").map(Node::items).unwrap_or_default());
    let address = addresses.filter_map(|it| it.get("public_ip_address")).next();
    match address {
        Some(block) => Some(Node { value: true.into(), ..block.items().first().unwrap_or(block).clone() }),
        None => Some(Node::default_of(false, interface.name_span.unwrap_or(interface.span))),
    }
}
