//! Volumes, file systems, snapshots and machine images.

use crate::collect::terraform::reading::{flag as as_flag, instead, read};
use crate::collect::terraform::row::{Constant, Fact, Join, Row, always, flag, named, one_of, row, with};
use crate::collect::terraform::subject::Subject;
use crate::collect::terraform::tags::{CLASSIFICATION, TAGS};
use crate::model::{EvidenceKind, Node, Value};

use super::statements::statements;

pub const ROWS: &[Row] = &[
    disk(&["aws_ebs_volume"], VOLUME),
    disk(&["aws_efs_file_system"], FILE_SYSTEM).joined(&[
        Join {
            types: &["aws_efs_backup_policy"],
            by: "file_system_id",
            to: "id",
            facts: &[one_of("backups", "backup_policy.0.status", &["ENABLED"])],
        },
        Join {
            types: &["aws_efs_file_system_policy"],
            by: "file_system_id",
            to: "id",
            facts: &[with("statements", |it| it.at("policy").as_ref().and_then(statements))],
        },
    ]),
    disk(
        &[
            "aws_fsx_lustre_file_system",
            "aws_fsx_ontap_file_system",
            "aws_fsx_openzfs_file_system",
            "aws_fsx_windows_file_system",
        ],
        MANAGED_FILE_SYSTEM,
    ),
    disk(&["aws_ebs_snapshot", "aws_ebs_snapshot_import"], SNAPSHOT).joined(&[Join {
        types: &["aws_snapshot_create_volume_permission"],
        by: "snapshot_id",
        to: "id",
        facts: &[with("shared_with", account)],
    }]),
    disk(&["aws_ebs_snapshot_copy"], SNAPSHOT_COPY).joined(&[Join {
        types: &["aws_snapshot_create_volume_permission"],
        by: "snapshot_id",
        to: "id",
        facts: &[with("shared_with", account)],
    }]),
    disk(&["aws_ami", "aws_ami_from_instance"], IMAGE).joined(LAUNCH),
    disk(&["aws_ami_copy"], IMAGE_COPY).joined(LAUNCH),
];

const fn disk(types: &'static [&'static str], facts: &'static [Fact]) -> Row {
    row(EvidenceKind::Disk, "aws", types, facts)
}

const LAUNCH: &[Join] =
    &[Join { types: &["aws_ami_launch_permission"], by: "image_id", to: "id", facts: &[with("shared_with", account)] }];

const VOLUME: &[Fact] = &[
    always("form", Constant::Text("volume")),
    with("encrypted", encryption_of_volume),
    named("kms_key", &["kms_key_id"]),
    CLASSIFICATION,
    TAGS,
];

const FILE_SYSTEM: &[Fact] = &[
    always("form", Constant::Text("file_system")),
    flag("encrypted", &["encrypted"]).or_false(),
    named("kms_key", &["kms_key_id"]),
    CLASSIFICATION,
    TAGS,
];

const MANAGED_FILE_SYSTEM: &[Fact] = &[
    always("form", Constant::Text("file_system")),
    always("encrypted", Constant::Bool(true)),
    named("kms_key", &["kms_key_id"]),
    CLASSIFICATION,
    TAGS,
];

const SNAPSHOT: &[Fact] = &[
    always("form", Constant::Text("snapshot")),
    flag("encrypted", &["encrypted"]),
    named("kms_key", &["kms_key_id"]),
    CLASSIFICATION,
    TAGS,
];

const SNAPSHOT_COPY: &[Fact] = &[
    always("form", Constant::Text("snapshot")),
    flag("encrypted", &["encrypted"]).or_false(),
    named("kms_key", &["kms_key_id"]),
    CLASSIFICATION,
    TAGS,
];

const IMAGE: &[Fact] = &[always("form", Constant::Text("image")), with("encrypted", encryption_of_disks), TAGS];

const IMAGE_COPY: &[Fact] = &[
    always("form", Constant::Text("image")),
    flag("encrypted", &["encrypted"]).or_false(),
    named("kms_key", &["kms_key_id"]),
    TAGS,
];

/// A volume that says nothing follows the account's default, where that is declared beside it.
fn encryption_of_volume(subject: &Subject<'_>) -> Option<Node> {
    if let Some(stated) = subject.at("encrypted") {
        return as_flag(stated, true);
    }
    let by_account = encryption_of_account(subject);
    by_account.or_else(|| Some(Node::default_of(false, subject.resource.name_span)))
}

/// The account's default for new volumes, where it is declared beside them.
pub fn encryption_of_account(subject: &Subject<'_>) -> Option<Node> {
    let setting = subject.scope.of_type("aws_ebs_encryption_by_default").first()?;
    match Subject::alone(setting, subject.scope).at("enabled") {
        Some(enabled) => as_flag(enabled, true),
        None => Some(Node::default_of(true, subject.resource.name_span)),
    }
}

/// Whether every new disk of an image is encrypted; one from a snapshot is as that is, and nothing is said of it.
fn encryption_of_disks(subject: &Subject<'_>) -> Option<Node> {
    let disks = subject.at("ebs_block_device")?;
    if disks.as_unresolved().is_some() {
        return Some(disks);
    }
    let stated = disks.items().iter().filter(|it| read(it, "snapshot_id").is_none());
    let said = stated.map(|it| {
        let lacking = it.name_span.unwrap_or(it.span);
        read(it, "encrypted").and_then(|it| as_flag(it, true)).unwrap_or_else(|| Node::default_of(false, lacking))
    });
    said.reduce(|one, other| if one.as_bool() == Some(true) { other } else { one })
}

/// The account, group or organization that may use a snapshot or image.
fn account(subject: &Subject<'_>) -> Option<Node> {
    let places = ["group", "account_id", "organization_arn", "organizational_unit_arn"];
    let who = places.iter().find_map(|it| subject.at(it))?;
    Some(instead(&who, Value::List([who.clone()].into())))
}
