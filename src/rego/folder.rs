//! A user's folder of policies, as it lies on the disk.

use std::sync::Arc;

use camino::Utf8PathBuf;
use walkdir::WalkDir;

use super::conftest::load::{FILE_NAME, FolderFile};
use crate::model::Problem;

/// Texts that belong to policies: the rules, their data, and what maps them.
const ENDINGS: &[&str] = &[".rego", ".yaml", ".yml", ".json", ".toml"];

/// What a folder holds.
#[derive(Debug)]
pub struct Folder {
    pub files: Vec<FolderFile>,
    /// It has the side file of Conftest policies.
    pub is_conftest: bool,
}

/// Reads a folder. What cannot be read is a problem.
#[expect(clippy::disallowed_methods, reason = "the policy bundle is one of the rooms that read files")]
pub fn read(folder: &Utf8PathBuf, problems: &mut Vec<Problem>) -> Folder {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let path = match entry {
            Ok(entry) if entry.file_type().is_dir() => continue,
            Ok(entry) => entry.into_path(),
            Err(error) => {
                let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
                problems.push(Problem::anywhere(format!("cannot read the policy folder {folder}: {reason}")));
                continue;
            }
        };
        let shown = path.display().to_string().replace('\\', "/");
        if !ENDINGS.iter().any(|it| shown.ends_with(it)) {
            continue;
        }
        let below = path.strip_prefix(folder).map_or(shown.clone(), |it| it.display().to_string().replace('\\', "/"));
        match std::fs::read_to_string(&path) {
            Ok(text) => files.push(FolderFile { below, shown, text: Arc::from(text) }),
            Err(error) => problems.push(Problem::anywhere(format!("cannot read {shown}: {error}"))),
        }
    }
    let is_conftest = files.iter().any(|it| it.below == FILE_NAME);
    Folder { files, is_conftest }
}
