//! What the names of Terraform's files tell, and how those of any name are known by their text.

use camino::Utf8Path;

use super::plan::is_plan;
use crate::collect::collector::Claim;
use crate::collect::target::{SourceFile, Target};

/// Endings of files that declare things, values, and what `init` wrote down.
const ENDINGS: &[&str] = &[".tf", ".tofu", ".tfvars", ".tf.json", ".tofu.json", ".tfvars.json"];

pub(super) fn claims(path: &Utf8Path) -> Claim {
    let name = path.file_name().unwrap_or_default();
    let ours = ENDINGS.iter().any(|it| name.ends_with(it))
        || name == ".terraform.lock.hcl"
        || path.ends_with(".terraform/modules/modules.json");
    // What `file` and `templatefile` read: templates, and policies as JSON.
    let template = name.ends_with(".tftpl") || name.ends_with(".tpl");
    // And plans, under whatever name.
    match (ours, template || name.ends_with(".json")) {
        (true, _) => Claim::Yes,
        (false, true) => Claim::IfContent,
        (false, false) => Claim::No,
    }
}

/// A template that is not Helm's, or a policy document that is not part of a larger template.
pub(super) fn recognises(text: &str) -> bool {
    if is_plan(text) {
        return true;
    }
    let policy = text.contains("\"Statement\"") && text.contains("\"Effect\"") && !text.contains("\"Resources\"");
    policy || (text.contains("${") && !text.contains("{{") && !text.trim_start().starts_with('{'))
}

/// Whether a file is only of use to the configuration that reads it.
pub(super) fn is_read_by_others(file: &SourceFile) -> bool {
    claims(&file.path) == Claim::IfContent && !is_plan(&file.text)
}

pub(super) fn is_plan_file(file: &SourceFile) -> bool {
    claims(&file.path) == Claim::IfContent && is_plan(&file.text)
}

/// Whether a file of OpenTofu's own stands beside a file and takes its place: `main.tofu` that of `main.tf`.
pub(super) fn is_replaced(file: &SourceFile, target: &Target) -> bool {
    let path = file.path.as_str();
    let other = match (path.strip_suffix(".tf"), path.strip_suffix(".tf.json")) {
        (Some(stem), _) => format!("{stem}.tofu"),
        (_, Some(stem)) => format!("{stem}.tofu.json"),
        (None, None) => return false,
    };
    target.has(Utf8Path::new(&other))
}

pub(super) fn is_configuration(name: &str) -> bool {
    name.ends_with(".tf") || name.ends_with(".tofu")
}

/// `override.tf`, `prod_override.tf`.
pub(super) fn is_override(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    stem == "override" || stem.ends_with("_override")
}

/// Which of the files of values win: the larger number.
pub(super) fn rank(name: &str) -> u8 {
    match name {
        "terraform.tfvars" => 0,
        "terraform.tfvars.json" => 1,
        _ => 2,
    }
}

/// Files of values that are used without being named on the command line.
pub(super) fn is_loaded(name: &str) -> bool {
    let name = name.strip_suffix(".json").unwrap_or(name);
    name == "terraform.tfvars" || name.ends_with(".auto.tfvars")
}
