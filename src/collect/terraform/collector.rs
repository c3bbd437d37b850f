//! The Terraform row: files to folders, folders to evaluated modules, modules to evidence.

use std::collections::{BTreeMap, HashMap, HashSet};

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use crate::collect::collected::{Collected, Reading};
use crate::collect::collector::{Claim, Collector};
use crate::collect::inputs::From;
use crate::collect::target::{SourceFile, Target};
use crate::model::{FileStatus, Problem, SourceId, Span};
use crate::syntax::hcl;

use super::files::{
    claims, is_configuration, is_loaded, is_override, is_plan_file, is_read_by_others, is_replaced, rank, recognises,
};
use super::folder::Folder;
use super::given;
use super::json_syntax;
use super::kubernetes;
use super::modules;
use super::plan::{Plan, secrets};
use super::project::Project;
use super::roots::{self, Evaluation};

/// Terraform's and OpenTofu's row.
pub const COLLECTOR: Collector =
    Collector { name: "terraform", reads: "Terraform and OpenTofu configuration", claims, recognises, collect };

/// What is known of files before anything is evaluated.
#[derive(Default)]
struct Parsed {
    folders: BTreeMap<Utf8PathBuf, Folder>,
    problems: HashMap<SourceId, Vec<Problem>>,
    /// Files of which nothing could be read.
    broken: HashSet<SourceId>,
}

fn collect(target: &Target, all: &[&SourceFile]) -> Collected {
    let (replaced, files): (Vec<&SourceFile>, Vec<&SourceFile>) = all.iter().partition(|it| is_replaced(it, target));
    let files = files.as_slice();
    let Parsed { mut folders, mut problems, mut broken } = parsed(files);
    let is_own = |it: &From| matches!(it, From::File | From::Value | From::Environment);
    for given in target.given.iter().filter(|it| is_own(&it.from)) {
        problems.entry(given.source).or_default().extend(given::lay(given, &mut folders));
    }
    let project = Project::new(folders, target);
    let plans: Vec<Plan> = files.par_iter().filter(|it| is_plan_file(it)).map(|it| Plan::read(it)).collect();
    for plan in &plans {
        problems.entry(plan.source).or_default().extend(plan.problems.iter().cloned());
        if plan.is_empty() {
            broken.insert(plan.source);
        }
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
        } else if broken.contains(&file.id) {
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

/// The folders that files make up: configuration, what overrides lay over it, and the values that count unasked.
fn parsed(files: &[&SourceFile]) -> Parsed {
    let texts: Vec<hcl::File> = files.par_iter().map(|it| read(it)).collect();
    let mut parsed = Parsed::default();
    let mut overrides = Vec::new();
    for (file, text) in files.iter().zip(texts) {
        let path = file.path.parent().unwrap_or(Utf8Path::new("")).to_owned();
        let name = file.path.file_name().unwrap_or_default();
        if text.body.blocks.is_empty() && text.body.attributes.is_empty() && !text.problems.is_empty() {
            parsed.broken.insert(file.id);
        }
        let problems = parsed.problems.entry(file.id).or_default();
        problems.extend(text.problems);
        let is_declared = is_configuration(name.strip_suffix(".json").unwrap_or(name));
        if !is_declared && !is_loaded(name) {
            continue;
        }
        let place = Span::start_of(file.id);
        let folder = parsed.folders.entry(path.clone()).or_insert_with(|| Folder::new(path.clone(), place));
        if !is_declared {
            folder.files.push((rank(name), format!("set in {name}").into(), text.body.attributes));
        } else if is_override(name) {
            overrides.push((path, text.body, file.id));
        } else {
            folder.add(text.body, problems);
        }
    }
    for (path, body, id) in overrides {
        if let Some(folder) = parsed.folders.get_mut(&path) {
            folder.lay_over(body, parsed.problems.entry(id).or_default());
        }
    }
    // A folder of values alone is no module.
    parsed.folders.retain(|_, it| !it.is_empty());
    parsed.folders.values_mut().for_each(Folder::settle_values);
    parsed
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
