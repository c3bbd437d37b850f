//! EC2 instances, launch templates and launch configurations.

use crate::collect::base64;
use crate::collect::terraform::reading::{flag as as_flag, instead, read, stands};
use crate::collect::terraform::row::{
    Constant::{Bool, Number},
    Fact, Row, always, flag, named, number, one_of, row, stated, value, with,
};
use crate::collect::terraform::subject::Subject;
use crate::model::{Entry, EvidenceKind::Machine, Node};

use super::disk::encryption_of_account;

pub const ROWS: &[Row] = &[
    row(Machine, "aws", &["aws_instance", "aws_spot_instance_request"], INSTANCE_FACTS),
    row(Machine, "aws", &["aws_launch_template"], TEMPLATE_FACTS),
    row(Machine, "aws", &["aws_launch_configuration"], CONFIGURATION_FACTS),
    row(Machine, "aws", &["aws_workspaces_workspace"], DESKTOP_FACTS),
    row(Machine, "aws", &["aws_sagemaker_notebook_instance"], NOTEBOOK_FACTS),
];

/// Texts that are shorter are words, not base64.
const SHORTEST: usize = 24;

const INSTANCE_FACTS: &[Fact] = &[
    always("template", Bool(false)),
    value("image", &["ami"]),
    value("size", &["instance_type"]),
    flag("public_ip", &["associate_public_ip_address"]),
    with("imds_v2", instance_demands_tokens),
    with("metadata_hop_limit", |it| it.at("metadata_options.0.http_put_response_hop_limit")),
    with("user_data", |it| plain_text(it, &["user_data", "user_data_base64"])),
    with("root_disk_encrypted", root_disk),
    with("data_disks", |it| disks(it, "ebs_block_device", "")),
    with("identity", own_identity),
    with("detailed_monitoring", measured_by_the_minute),
    flag("deletion_protection", &["disable_api_termination"]),
    with("ip_forwarding", |it| as_flag(it.at("source_dest_check")?, false)).or_false(),
];

const TEMPLATE_FACTS: &[Fact] = &[
    always("template", Bool(true)),
    value("image", &["image_id"]),
    value("size", &["instance_type"]),
    flag("public_ip", &["network_interfaces.0.associate_public_ip_address"]),
    with("imds_v2", demands_tokens).or_false(),
    number("metadata_hop_limit", &["metadata_options.0.http_put_response_hop_limit"]),
    with("user_data", |it| plain_text(it, &["user_data"])),
    with("data_disks", |it| disks(it, "block_device_mappings", "ebs.0.")),
    stated("identity", &["iam_instance_profile"]),
    flag("detailed_monitoring", &["monitoring.0.enabled"]).or_false(),
    flag("deletion_protection", &["disable_api_termination"]).or_false(),
];

const CONFIGURATION_FACTS: &[Fact] = &[
    always("template", Bool(true)),
    value("image", &["image_id"]),
    value("size", &["instance_type"]),
    flag("public_ip", &["associate_public_ip_address"]),
    with("imds_v2", demands_tokens).or_false(),
    number("metadata_hop_limit", &["metadata_options.0.http_put_response_hop_limit"]).or(Number(1)),
    with("user_data", |it| plain_text(it, &["user_data", "user_data_base64"])),
    with("root_disk_encrypted", root_disk),
    with("data_disks", |it| disks(it, "ebs_block_device", "")),
    stated("identity", &["iam_instance_profile"]),
    flag("detailed_monitoring", &["enable_monitoring"]).or_true(),
];

const DESKTOP_FACTS: &[Fact] = &[
    always("template", Bool(false)),
    flag("root_disk_encrypted", &["root_volume_encryption_enabled"]).or_false(),
    with("data_disks", user_disk),
];

/// The service encrypts disks of notebooks with a key of its own where none is named.
const NOTEBOOK_FACTS: &[Fact] = &[
    always("template", Bool(false)),
    always("notebook", Bool(true)),
    value("size", &["instance_type"]),
    named("kms_key", &["kms_key_id"]),
    one_of("internet_access", "direct_internet_access", &["Enabled"]).or_true(),
    stated("in_network", &["subnet_id"]),
    one_of("root_access", "root_access", &["Enabled"]).or_true(),
];

/// Start-up data as the machine reads it: what is written in base64 stands for what it encodes.
fn plain_text(subject: &Subject<'_>, arguments: &[&str]) -> Option<Node> {
    let stated = arguments.iter().find_map(|it| subject.at(it))?;
    let written = stated.as_str().map(|it| it.split_whitespace().collect::<String>());
    let long = written.filter(|it| it.len() >= SHORTEST);
    let decoded = long.and_then(|it| base64::decode(&it)).and_then(|it| String::from_utf8(it).ok());
    Some(match decoded {
        Some(text) => instead(&stated, text),
        None => stated,
    })
}

/// The disk that holds what the user of a desktop keeps.
fn user_disk(subject: &Subject<'_>) -> Option<Node> {
    let place = subject.resource.name_span;
    let stated = subject.at("user_volume_encryption_enabled").and_then(|it| as_flag(it, true));
    let encrypted = stated.unwrap_or_else(|| Node::default_of(false, place));
    let span = encrypted.span;
    let disk = Node::map(vec![Entry::new("encrypted", encrypted)], span).named(place);
    Some(Node::list(vec![disk], span))
}

/// Whether the metadata service wants a token, or answers nobody.
fn demands_tokens(subject: &Subject<'_>) -> Option<Node> {
    if let Some(endpoint) = subject.at("metadata_options.0.http_endpoint").filter(|it| it.as_str() == Some("disabled"))
    {
        return Some(instead(&endpoint, true));
    }
    match subject.at("metadata_options.0.http_tokens") {
        Some(tokens) => match tokens.as_str() {
            Some(text) => Some(instead(&tokens, text == "required")),
            None => as_flag(tokens, true),
        },
        None => subject.at("metadata_options.0").map(|it| Node::default_of(false, it.name_span.unwrap_or(it.span))),
    }
}

/// An instance from a template takes the template's answer, where it says nothing itself.
fn instance_demands_tokens(subject: &Subject<'_>) -> Option<Node> {
    demands_tokens(subject).or_else(|| match subject.at("launch_template.0") {
        Some(_) => None,
        None => Some(Node::default_of(false, subject.resource.name_span)),
    })
}

fn own_identity(subject: &Subject<'_>) -> Option<Node> {
    match (subject.at("iam_instance_profile"), subject.at("launch_template.0")) {
        (Some(stated), _) => Some(stands(stated)),
        (None, Some(_)) => None,
        (None, None) => Some(Node::default_of(false, subject.resource.name_span)),
    }
}

fn measured_by_the_minute(subject: &Subject<'_>) -> Option<Node> {
    match (subject.at("monitoring"), subject.at("launch_template.0")) {
        (Some(stated), _) => as_flag(stated, true),
        (None, Some(_)) => None,
        (None, None) => Some(Node::default_of(false, subject.resource.name_span)),
    }
}

/// The root disk follows the template where there is one, else it is plain until somebody says otherwise.
fn root_disk(subject: &Subject<'_>) -> Option<Node> {
    if let Some(stated) = subject.at("root_block_device.0.encrypted") {
        return as_flag(stated, true);
    }
    let block = subject.at("root_block_device.0");
    if block.is_none() && subject.at("launch_template.0").is_some() {
        return None;
    }
    let place = block.and_then(|it| it.name_span).unwrap_or(subject.resource.name_span);
    encryption_of_account(subject).or_else(|| Some(Node::default_of(false, place)))
}

/// Disks that a resource declares in blocks. Those made from a snapshot are as encrypted as that, so they say nothing.
fn disks(subject: &Subject<'_>, blocks: &str, inside: &str) -> Option<Node> {
    let listed = subject.at(blocks)?;
    if listed.as_unresolved().is_some() {
        return Some(listed);
    }
    let by_account = encryption_of_account(subject);
    let of = |name: &str| format!("{inside}{name}");
    let disk = |block: &Node| {
        let place = block.name_span.unwrap_or(block.span);
        let mut facts: Vec<Entry> = Vec::new();
        let stated = read(block, &of("encrypted")).and_then(|it| as_flag(it, true));
        let is_disk = inside.is_empty() || read(block, inside.trim_end_matches('.')).is_some();
        let from_snapshot = read(block, &of("snapshot_id")).is_some() || read(block, "virtual_name").is_some();
        let default = || by_account.clone().unwrap_or_else(|| Node::default_of(false, place));
        let encrypted = stated.or_else(|| (is_disk && !from_snapshot).then(default));
        facts.extend(encrypted.map(|it| Entry::new("encrypted", it)));
        facts.extend(read(block, "device_name").map(|it| Entry::new("device", it)));
        Node::map(facts, block.span).named(place)
    };
    let items = listed.items().iter().map(disk).collect();
    Some(Node::list(items, listed.span))
}
