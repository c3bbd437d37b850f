//! The walk over a scanned root: which files are met, and which trees are left out and why.

use std::sync::Mutex;

use camino::{Utf8Path, Utf8PathBuf};
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use ignore::{DirEntry, WalkBuilder, WalkState};

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
}

impl Default for WalkOptions {
    fn default() -> Self {
        Self { exclude: Vec::new(), whole_repository: false, threads: 0, file_bytes: 64 << 20 }
    }
}

/// What the walk met, in the order of paths.
#[derive(Debug, Default)]
pub struct Walked {
    /// Files, relative to the root.
    pub files: Vec<Utf8PathBuf>,
    /// Trees and files left out, with the reason.
    pub left_out: Vec<(Utf8PathBuf, String)>,
}

/// Trees of other people's files, by the name of their folder.
const VENDORED: &[(&str, &str)] = &[
    ("node_modules", "packages installed by a JavaScript package manager"),
    ("bower_components", "packages installed by Bower"),
    (".terraform", "modules and providers installed by Terraform"),
    (".terragrunt-cache", "modules installed by Terragrunt"),
    (".venv", "a Python environment"),
    ("venv", "a Python environment"),
    ("__pycache__", "compiled Python"),
    (".tox", "Python test environments"),
];

/// Folders of version control, which hold no files of the repository's.
const VERSION_CONTROL: &[&str] = &[".git", ".hg", ".svn", ".jj"];

/// Meets every file below `root`. Ignored files are left out as git would leave them out.
pub fn walk(root: &Utf8Path, options: &WalkOptions) -> Result<Walked, globset::Error> {
    let exclude = globs(&options.exclude)?;
    let found = Mutex::new(Walked::default());
    let walker = WalkBuilder::new(root)
        .hidden(false)
        .require_git(false)
        .follow_links(false)
        .threads(options.threads)
        .filter_entry(|it| !VERSION_CONTROL.iter().any(|name| it.file_name() == *name))
        .build_parallel();
    walker.run(|| {
        Box::new(|entry| {
            let met = match entry {
                Ok(entry) => look(root, &entry, &exclude),
                Err(error) => Met::LeftOut(Utf8PathBuf::from(broken_path(root, &error)), error.to_string()),
            };
            let Ok(mut found) = found.lock() else { return WalkState::Quit };
            match met {
                Met::Folder => {}
                Met::File(path) => found.files.push(path),
                Met::LeftOut(path, reason) => {
                    found.left_out.push((path, reason));
                    return WalkState::Skip;
                }
            }
            WalkState::Continue
        })
    });
    let mut walked = found.into_inner().unwrap_or_default();
    walked.files.sort();
    walked.left_out.sort();
    Ok(walked)
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
    Folder,
    File(Utf8PathBuf),
    LeftOut(Utf8PathBuf, String),
}

fn look(root: &Utf8Path, entry: &DirEntry, exclude: &GlobSet) -> Met {
    let Some(path) = Utf8Path::from_path(entry.path()) else {
        return Met::LeftOut(Utf8PathBuf::from(entry.path().display().to_string()), "its name is not UTF-8".to_owned());
    };
    let path = relative(root, path);
    if path.as_str().is_empty() {
        return Met::Folder;
    }
    if exclude.is_match(path.as_std_path()) {
        return Met::LeftOut(path, "excluded".to_owned());
    }
    let Some(kind) = entry.file_type() else { return Met::Folder };
    if kind.is_dir() {
        let name = path.file_name().unwrap_or_default();
        return match VENDORED.iter().find(|it| it.0 == name) {
            Some((_, reason)) => Met::LeftOut(path, (*reason).to_owned()),
            None => Met::Folder,
        };
    }
    if kind.is_symlink() {
        return Met::LeftOut(path, "a symbolic link".to_owned());
    }
    if kind.is_file() { Met::File(path) } else { Met::LeftOut(path, "not a regular file".to_owned()) }
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
