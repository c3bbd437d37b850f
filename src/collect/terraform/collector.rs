//! The Terraform row: files to folders, folders to evaluated modules, modules to evidence.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use crate::collect::collected::{Collected, Reading};
use crate::collect::collector::{Claim, Collector};
use crate::collect::target::{SourceFile, Target};
use crate::model::{Evidence, FileStatus, Problem, SourceId, Span};
use crate::syntax::hcl;

use super::evaluate::scope::{Instance, Run};
use super::evidence;
use super::folder::Folder;
use super::given;
use super::json_syntax;
use super::modules;
use super::project::Project;
use super::resource::Resource;
use super::table;

/// Terraform's and OpenTofu's row.
pub const COLLECTOR: Collector =
    Collector { name: "terraform", reads: "Terraform and OpenTofu configuration", claims, recognises, collect };

/// Endings of files that declare things, values, and what `init` wrote down.
const ENDINGS: &[&str] = &[".tf", ".tofu", ".tfvars", ".tf.json", ".tofu.json", ".tfvars.json"];

/// Evaluation nests as deep as references do; a thread of its own has room for it.
const STACK: usize = 256 << 20;

fn claims(path: &Utf8Path) -> Claim {
    let name = path.file_name().unwrap_or_default();
    let ours = ENDINGS.iter().any(|it| name.ends_with(it))
        || name == ".terraform.lock.hcl"
        || path.ends_with(".terraform/modules/modules.json");
    // What `file` and `templatefile` read: templates, and policies as JSON.
    let template = name.ends_with(".tftpl") || name.ends_with(".tpl");
    let policy = name.ends_with(".json") && path.as_str().to_ascii_lowercase().contains("polic");
    match (ours, template || policy) {
        (true, _) => Claim::Yes,
        (false, true) => Claim::IfContent,
        (false, false) => Claim::No,
    }
}

/// A template that is not Helm's, or a policy document that is not part of a larger template.
fn recognises(text: &str) -> bool {
    let policy = text.contains("\"Statement\"") && text.contains("\"Effect\"") && !text.contains("\"Resources\"");
    policy || (text.contains("${") && !text.contains("{{"))
}

/// Whether a file is only of use to the configuration that reads it.
fn is_read_by_others(path: &Utf8Path) -> bool {
    claims(path) == Claim::IfContent
}

fn collect(target: &Target, files: &[&SourceFile]) -> Collected {
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
    for given in &target.given {
        problems.entry(given.source).or_default().extend(given::lay(given, &mut folders));
    }
    let project = Project::new(folders, target);
    let roots = project.roots();
    let answers = target.given.iter().flat_map(|it| given::answers(it, &roots)).collect();
    let (evidence, found, used) = with_room(|| evaluated(&project));
    for problem in found {
        if let Some(span) = problem.span {
            problems.entry(span.source).or_default().push(problem);
        }
    }
    let mut collected = Collected { evidence, answers, ..Collected::default() };
    for file in files {
        let problems = problems.remove(&file.id).unwrap_or_default();
        if is_read_by_others(&file.path) && !used.contains(&file.id) {
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
    if is_read_by_others(&file.path) {
        return hcl::File::default();
    }
    match name.strip_suffix(".json") {
        Some(it) if it.ends_with(".tfvars") => json_syntax::values(file.id, &file.text),
        Some(it) if is_configuration(it) => json_syntax::parse(file.id, &file.text),
        Some(_) => hcl::File::default(),
        None => hcl::parse(file.id, &file.text),
    }
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

/// Runs `work` on a thread with a deep stack. Where none can be had, nothing is evaluated.
fn with_room<T: Send + Default>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().name("terraform".into()).stack_size(STACK).spawn_scoped(scope, work);
        thread.ok().and_then(|it| it.join().ok()).unwrap_or_default()
    })
}

fn evaluated(project: &Project<'_>) -> (Vec<Evidence>, Vec<Problem>, HashSet<SourceId>) {
    let mut evidence = Vec::new();
    let mut problems = Vec::new();
    let mut used = HashSet::new();
    evidence.extend(project.folders.values().flat_map(modules::of_folder));
    for root in project.roots() {
        let run = Run::default();
        let (resources, default_tags) = {
            let instance = root_instance(project, root, &run);
            let mut resources: Vec<Resource> = Vec::new();
            instance.all_resources(&mut resources);
            evidence.extend(modules::of_root(&instance));
            (resources, modules::default_tags(&instance))
        };
        evidence.extend(resources.iter().map(evidence::resource));
        evidence.extend(table::kinds(&resources, &default_tags));
        problems.extend(run.problems.into_inner());
        used.extend(run.used.into_inner());
    }
    (evidence, problems, used)
}

fn root_instance<'p>(project: &'p Project<'p>, root: &'p Folder, run: &'p Run) -> Rc<Instance<'p>> {
    Rc::new_cyclic(|me| Instance {
        project,
        folder: root,
        run,
        address: String::new(),
        root,
        caller: None,
        called_from: Vec::new(),
        variables: RefCell::new(HashMap::new()),
        locals: RefCell::new(HashMap::new()),
        outputs: RefCell::new(HashMap::new()),
        resources: RefCell::new(HashMap::new()),
        calls: RefCell::new(HashMap::new()),
        me: me.clone(),
    })
}
