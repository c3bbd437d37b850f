//! The Terraform row: files to folders, folders to evaluated modules, modules to evidence.

use std::collections::{BTreeMap, HashMap};

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use crate::collect::collected::{Collected, Reading};
use crate::collect::collector::{Claim, Collector};
use crate::collect::inputs::From;
use crate::collect::target::{SourceFile, Target};
use crate::model::{FileStatus, Problem, SourceId, Span};
use crate::syntax::hcl;

use super::folder::Folder;
use super::given;
use super::json_syntax;
use super::kubernetes;
use super::modules;
use super::plan::{Plan, is_plan, secrets};
use super::project::Project;
use super::roots::{self, Evaluation};

/// Terraform's and OpenTofu's row.
pub const COLLECTOR: Collector =
    Collector { name: "terraform", reads: "Terraform and OpenTofu configuration", claims, recognises, collect };

/// Endings of files that declare things, values, and what `init` wrote down.
const ENDINGS: &[&str] = &[".tf", ".tofu", ".tfvars", ".tf.json", ".tofu.json", ".tfvars.json"];

fn claims(path: &Utf8Path) -> Claim {
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
fn recognises(text: &str) -> bool {
    if is_plan(text) {
        return true;
    }
    let policy = text.contains("\"Statement\"") && text.contains("\"Effect\"") && !text.contains("\"Resources\"");
    policy || (text.contains("${") && !text.contains("{{") && !text.trim_start().starts_with('{'))
}

/// Whether a file is only of use to the configuration that reads it.
fn is_read_by_others(file: &SourceFile) -> bool {
    claims(&file.path) == Claim::IfContent && !is_plan(&file.text)
}

fn is_plan_file(file: &SourceFile) -> bool {
    claims(&file.path) == Claim::IfContent && is_plan(&file.text)
}

fn collect(target: &Target, all: &[&SourceFile]) -> Collected {
    let (replaced, files): (Vec<&SourceFile>, Vec<&SourceFile>) = all.iter().partition(|it| is_replaced(it, target));
    let files = files.as_slice();
    let parsed: Vec<hcl::File> = files.par_iter().map(|it| read(it)).collect();
    let mut problems: HashMap<SourceId, Vec<Problem>> = HashMap::new();
    let mut folders: BTreeMap<Utf8PathBuf, Folder> = BTreeMap::new();
    let mut overrides = Vec::new();
    let mut broken: HashMap<SourceId, bool> = HashMap::new();
    for (file, parsed) in files.iter().zip(parsed) {
        let path = file.path.parent().unwrap_or(Utf8Path::new("")).to_owned();
        let name = file.path.file_name().unwrap_or_default();
        let nothing = parsed.body.blocks.is_empty() && parsed.body.attributes.is_empty();
        broken.insert(file.id, nothing && !parsed.problems.is_empty());
        let found = problems.entry(file.id).or_default();
        found.extend(parsed.problems);
        if is_configuration(name.strip_suffix(".json").unwrap_or(name)) {
            let place = Span::start_of(file.id);
            let folder = folders.entry(path.clone()).or_insert_with(|| Folder::new(path.clone(), place));
            if is_override(name) {
                overrides.push((path, parsed.body, file.id));
            } else {
                folder.add(parsed.body, found);
            }
        } else if is_loaded(name) {
            let place = Span::start_of(file.id);
            let folder = folders.entry(path.clone()).or_insert_with(|| Folder::new(path, place));
            folder.files.push((rank(name), format!("set in {name}").into(), parsed.body.attributes));
        }
    }
    for (path, body, id) in overrides {
        if let Some(folder) = folders.get_mut(&path) {
            folder.lay_over(body, problems.entry(id).or_default());
        }
    }
    // A folder of values alone is no module.
    folders.retain(|_, it| !it.is_empty());
    folders.values_mut().for_each(Folder::settle_values);
    let is_own = |it: &From| matches!(it, From::File | From::Value | From::Environment);
    for given in target.given.iter().filter(|it| is_own(&it.from)) {
        problems.entry(given.source).or_default().extend(given::lay(given, &mut folders));
    }
    let project = Project::new(folders, target);
    let plans: Vec<Plan> = files.par_iter().filter(|it| is_plan_file(it)).map(|it| Plan::read(it)).collect();
    for plan in &plans {
        problems.entry(plan.source).or_default().extend(plan.problems.iter().cloned());
        broken.insert(plan.source, plan.is_empty());
    }
    let roots = project.roots();
    let answers = target.given.iter().flat_map(|it| given::answers(it, &roots)).collect();
    let Evaluation { mut evidence, problems: found, used, objects } = roots::evaluate(&project, &roots, &plans);
    let of_objects = kubernetes::evidence(&objects, target, files, &mut evidence);
    evidence.extend(of_objects);
    evidence.splice(0..0, project.folders.values().flat_map(modules::of_folder));
    for problem in found {
        if let Some(span) = problem.span {
            problems.entry(span.source).or_default().push(problem);
        }
    }
    let secrets = plans.iter().flat_map(secrets::stretches).collect();
    let mut collected = Collected { evidence, answers, secrets, ..Collected::default() };
    for file in replaced {
        collected.skipped(file, "OpenTofu reads the file of this name that ends with .tofu instead");
    }
    for file in files {
        let problems = problems.remove(&file.id).unwrap_or_default();
        if is_read_by_others(file) && !used.contains(&file.id) {
            collected.skipped(file, "no Terraform configuration reads it");
        } else if broken.get(&file.id) == Some(&true) {
            collected.failed(file, problems);
        } else {
            collected.read(file, problems);
        }
    }
    collected.readings.extend(target.given.iter().filter_map(|it| {
        let problems = problems.remove(&it.source)?;
        let status = if problems.is_empty() { FileStatus::Collected } else { FileStatus::Partly };
        Some(Reading { source: it.source, status, reason: None, problems })
    }));
    collected
}

fn read(file: &SourceFile) -> hcl::File {
    let name = file.path.file_name().unwrap_or_default();
    if claims(&file.path) == Claim::IfContent {
        return hcl::File::default();
    }
    match name.strip_suffix(".json") {
        Some(it) if it.ends_with(".tfvars") => json_syntax::values(file.id, &file.text),
        Some(it) if is_configuration(it) => json_syntax::parse(file.id, &file.text),
        Some(_) => hcl::File::default(),
        None => hcl::parse(file.id, &file.text),
    }
}

/// Whether a file of OpenTofu's own stands beside a file and takes its place: `main.tofu` that of `main.tf`.
fn is_replaced(file: &SourceFile, target: &Target) -> bool {
    let path = file.path.as_str();
    let other = match (path.strip_suffix(".tf"), path.strip_suffix(".tf.json")) {
        (Some(stem), _) => format!("{stem}.tofu"),
        (_, Some(stem)) => format!("{stem}.tofu.json"),
        (None, None) => return false,
    };
    target.has(Utf8Path::new(&other))
}

fn is_configuration(name: &str) -> bool {
    name.ends_with(".tf") || name.ends_with(".tofu")
}

/// `override.tf`, `prod_override.tf`.
fn is_override(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    stem == "override" || stem.ends_with("_override")
}

/// Which of the files of values win: the larger number.
fn rank(name: &str) -> u8 {
    match name {
        "terraform.tfvars" => 0,
        "terraform.tfvars.json" => 1,
        _ => 2,
    }
}

/// Files of values that are used without being named on the command line.
fn is_loaded(name: &str) -> bool {
    let name = name.strip_suffix(".json").unwrap_or(name);
    name == "terraform.tfvars" || name.ends_with(".auto.tfvars")
}
