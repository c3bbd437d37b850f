//! The walk over a scanned root: which files are met, and which trees are left out and why.

use std::collections::{BTreeSet, HashSet};
use std::sync::Mutex;

use camino::{Utf8Path, Utf8PathBuf};
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use ignore::{DirEntry, WalkBuilder, WalkParallel, WalkState};
use rayon::prelude::*;

use super::disk;
use super::history::HistoryOptions;
use super::inputs::Inputs;
use crate::model::Limit;

/// What a user may say about the walk.
#[derive(Clone, Debug)]
pub struct WalkOptions {
    /// Globs of paths, relative to the root, to leave out.
    pub exclude: Vec<String>,
    /// The user says that all of a repository lies in what is scanned.
    pub whole_repository: bool,
    /// Number of threads; 0 for all cores.
    pub threads: usize,
    /// Files larger than this are not read, in bytes.
    pub file_bytes: u64,
    /// Values for what the files leave open.
    pub inputs: Inputs,
    /// How far back the history is read.
    pub history: HistoryOptions,
    /// Policies ask for configuration files as they stand.
    pub whole_files: bool,
}

impl Default for WalkOptions {
    fn default() -> Self {
        Self {
            exclude: Vec::new(),
            whole_repository: false,
            threads: 0,
            file_bytes: Limit::FileBytes.value() as u64,
            inputs: Inputs::default(),
            history: HistoryOptions::default(),
            whole_files: false,
        }
    }
}

/// What the walk met, in the order of paths.
#[derive(Debug, Default)]
pub struct Walked {
    /// Files, relative to the root.
    pub files: Vec<Utf8PathBuf>,
    /// Trees and files left out.
    pub left_out: Vec<LeftOut>,
}

/// A file or a whole tree that was met and not entered.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeftOut {
    pub path: Utf8PathBuf,
    pub reason: String,
    /// A tree may hold anything; a file matters only if a collector would have wanted it.
    pub is_tree: bool,
}

/// A folder that is not the repository's own work.
struct Vendored {
    name: &'static str,
    /// What lies in it when it is what its name says; a name that says it all needs none.
    mark: Option<&'static str>,
    reason: &'static str,
}

const VENDORED: &[Vendored] = &[
    Vendored { name: ".aws-sam", mark: None, reason: "build output of AWS SAM" },
    Vendored { name: ".direnv", mark: None, reason: "an environment made by direnv" },
    Vendored { name: ".gradle", mark: None, reason: "a cache of Gradle" },
    Vendored { name: ".mypy_cache", mark: None, reason: "a cache of mypy" },
    Vendored { name: ".pytest_cache", mark: None, reason: "a cache of pytest" },
    Vendored { name: ".ruff_cache", mark: None, reason: "a cache of Ruff" },
    Vendored { name: ".terraform", mark: None, reason: "modules and providers installed by Terraform" },
    Vendored { name: ".terragrunt-cache", mark: None, reason: "modules installed by Terragrunt" },
    Vendored { name: ".tox", mark: None, reason: "Python test environments" },
    Vendored { name: ".venv", mark: None, reason: "a Python environment" },
    Vendored { name: "Pods", mark: Some("Manifest.lock"), reason: "packages installed by CocoaPods" },
    Vendored { name: "__pycache__", mark: None, reason: "compiled Python" },
    Vendored { name: "bower_components", mark: None, reason: "packages installed by Bower" },
    Vendored { name: "env", mark: Some("pyvenv.cfg"), reason: "a Python environment" },
    Vendored { name: "node_modules", mark: None, reason: "packages installed by a JavaScript package manager" },
    Vendored { name: "target", mark: Some("CACHEDIR.TAG"), reason: "build output of Cargo" },
    Vendored { name: "vendor", mark: Some("autoload.php"), reason: "packages installed by Composer" },
    Vendored { name: "vendor", mark: Some("bundle"), reason: "packages installed by Bundler" },
    Vendored { name: "vendor", mark: Some("modules.txt"), reason: "modules vendored by Go" },
    Vendored { name: "venv", mark: Some("pyvenv.cfg"), reason: "a Python environment" },
];

/// Why what the repository's own `.gitignore` files name is left out.
pub(super) const IGNORED: &str = "ignored by .gitignore";

/// Folders of version control, which hold no files of the repository's.
const VERSION_CONTROL: &[&str] = &[".git", ".hg", ".svn", ".jj"];

/// Meets every file below `root`. Ignored files are left out as the repository's own `.gitignore` files say, and as
/// nobody's personal settings say: the same tree is the same evidence everywhere.
pub fn walk(root: &Utf8Path, options: &WalkOptions) -> Result<Walked, globset::Error> {
    let exclude = globs(&options.exclude)?;
    let walker = WalkBuilder::new(root)
        .hidden(false)
        .ignore(false)
        .git_global(false)
        .git_exclude(false)
        .require_git(false)
        .parents(is_within_repository(root))
        .follow_links(false)
        .threads(options.threads)
        .filter_entry(|it| !VERSION_CONTROL.iter().any(|name| it.file_name() == *name))
        .build_parallel();
    let (mut walked, folders) = gather(root, walker, &exclude);
    let ignored = ignored(root, &walked, &folders, &exclude);
    walked.left_out.extend(ignored);
    let modules = installed_modules(root, &walked.files, options);
    walked.files.extend(modules);
    walked.files.sort();
    walked.files.dedup();
    walked.left_out.sort();
    Ok(walked)
}

/// What a walker meets, and the folders that it entered.
fn gather(root: &Utf8Path, walker: WalkParallel, exclude: &GlobSet) -> (Walked, Vec<Utf8PathBuf>) {
    let found = Mutex::new((Walked::default(), Vec::new()));
    walker.run(|| {
        Box::new(|entry| {
            let met = match entry {
                Ok(entry) => look(root, &entry, exclude),
                Err(error) => left_out(broken_path(root, &error).into(), &error.to_string(), true),
            };
            let Ok(mut found) = found.lock() else { return WalkState::Quit };
            match met {
                Met::Folder(path) => found.1.push(path),
                Met::File(path) => found.0.files.push(path),
                Met::LeftOut(left_out) => {
                    found.0.left_out.push(left_out);
                    return WalkState::Skip;
                }
            }
            WalkState::Continue
        })
    });
    found.into_inner().unwrap_or_default()
}

/// What the walker passed by without a word: in the folders that it entered, the names that it did not give.
fn ignored(root: &Utf8Path, walked: &Walked, folders: &[Utf8PathBuf], exclude: &GlobSet) -> Vec<LeftOut> {
    let met: HashSet<&Utf8Path> = walked.files.iter().chain(folders).map(|it| it.as_path()).collect();
    let told: HashSet<&Utf8Path> = walked.left_out.iter().map(|it| it.path.as_path()).collect();
    let passed_by = |folder: &Utf8PathBuf| {
        let names = disk::entries(&root.join(folder)).into_iter();
        let names = names.filter(|(name, _)| !VERSION_CONTROL.contains(&name.as_str()));
        let paths = names.map(|(name, is_tree)| (folder.join(name), is_tree));
        let paths = paths.filter(|(path, _)| !met.contains(path.as_path()) && !told.contains(path.as_path()));
        let left_out = |(path, is_tree): (Utf8PathBuf, bool)| {
            let reason = match vendored(&root.join(&path)).filter(|_| is_tree) {
                _ if exclude.is_match(path.as_std_path()) => "excluded",
                Some(reason) => reason,
                None => IGNORED,
            };
            LeftOut { path, reason: reason.to_owned(), is_tree }
        };
        paths.map(left_out).collect::<Vec<_>>()
    };
    folders.par_iter().flat_map_iter(passed_by).collect()
}

/// The Terraform files of installed modules, ignored or not: what a remote module holds is known where
/// `terraform init` has run.
pub(super) fn installed_modules(root: &Utf8Path, files: &[Utf8PathBuf], options: &WalkOptions) -> Vec<Utf8PathBuf> {
    let is_terraform = |it: &Utf8Path| it.as_str().ends_with(".tf") || it.as_str().ends_with(".tf.json");
    let folders: BTreeSet<&Utf8Path> =
        files.iter().filter(|it| is_terraform(it)).filter_map(|it| it.parent()).collect();
    let mut modules = Vec::new();
    for folder in folders {
        let installed = folder.join(".terraform/modules");
        let list = installed.join("modules.json");
        if !disk::is_file(&root.join(&list)) {
            continue;
        }
        let walker =
            WalkBuilder::new(root.join(&installed)).standard_filters(false).threads(options.threads).build_parallel();
        let found = gather(root, walker, &GlobSet::empty()).0.files;
        modules.extend(found.into_iter().filter(|it| is_terraform(it)));
        modules.push(list);
    }
    modules
}

/// Whether a folder above is a repository whose `.gitignore` files speak for this one too.
fn is_within_repository(root: &Utf8Path) -> bool {
    let is_root = |it: &Utf8Path| disk::is_there(&it.join(".git"));
    let Ok(root) = root.canonicalize_utf8() else { return false };
    !is_root(&root) && root.ancestors().any(is_root)
}

/// Whether a folder lies in a repository, or is the root of one.
pub(super) fn is_in_repository(folder: &Utf8Path) -> bool {
    disk::is_there(&folder.join(".git")) || is_within_repository(folder)
}

/// Globs over paths relative to the root: `*` stays within a folder, a folder's glob covers what is below it.
pub fn globs(patterns: &[String]) -> Result<GlobSet, globset::Error> {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        let pattern = pattern.trim_start_matches("./").trim_end_matches('/');
        let below = format!("{}/**", pattern.trim_end_matches("/**"));
        for it in [pattern, &below] {
            set.add(GlobBuilder::new(it).literal_separator(true).build()?);
        }
    }
    set.build()
}

enum Met {
    Folder(Utf8PathBuf),
    File(Utf8PathBuf),
    LeftOut(LeftOut),
}

fn left_out(path: Utf8PathBuf, reason: &str, is_tree: bool) -> Met {
    Met::LeftOut(LeftOut { path, reason: reason.to_owned(), is_tree })
}

fn look(root: &Utf8Path, entry: &DirEntry, exclude: &GlobSet) -> Met {
    let kind = entry.file_type();
    let is_folder = kind.is_some_and(|it| it.is_dir());
    let Some(whole) = Utf8Path::from_path(entry.path()) else {
        return left_out(relative(root, entry.path().to_string_lossy().as_ref().into()), "its name is not UTF-8", true);
    };
    let path = relative(root, whole);
    if path.as_str().is_empty() {
        return Met::Folder(path);
    }
    if exclude.is_match(path.as_std_path()) {
        return left_out(path, "excluded", is_folder);
    }
    match kind {
        _ if is_folder => match vendored(whole) {
            Some(reason) => left_out(path, reason, true),
            None => Met::Folder(path),
        },
        Some(kind) if kind.is_symlink() => left_out(path, "a symbolic link", disk::is_folder(whole)),
        Some(kind) if kind.is_file() => Met::File(path),
        _ => left_out(path, "not a regular file", false),
    }
}

/// Why a file lies in a tree that is not the repository's own, told by names alone.
pub(super) fn vendored_by_name(path: &Utf8Path) -> Option<&'static str> {
    let names = path.parent()?.components().map(|it| it.as_str());
    names.filter_map(|name| VENDORED.iter().find(|it| it.name == name && it.mark.is_none())).map(|it| it.reason).next()
}

fn vendored(folder: &Utf8Path) -> Option<&'static str> {
    let name = folder.file_name()?;
    let is_marked = |it: &Vendored| it.mark.is_none_or(|mark| disk::is_there(&folder.join(mark)));
    VENDORED.iter().find(|it| it.name == name && is_marked(it)).map(|it| it.reason)
}

/// A path below the root, with forward slashes.
fn relative(root: &Utf8Path, path: &Utf8Path) -> Utf8PathBuf {
    let path = path.strip_prefix(root).unwrap_or(path);
    if path.as_str().contains('\\') && cfg!(windows) {
        path.as_str().replace('\\', "/").into()
    } else {
        path.to_owned()
    }
}

fn broken_path(root: &Utf8Path, error: &ignore::Error) -> String {
    match error {
        ignore::Error::WithPath { path, err: _ } => {
            let path = path.display().to_string();
            path.strip_prefix(root.as_str()).unwrap_or(&path).trim_start_matches(['/', '\\']).to_owned()
        }
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => broken_path(root, err),
        ignore::Error::Loop { child, .. } => child.display().to_string(),
        _ => String::new(),
    }
}
