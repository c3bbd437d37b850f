//! Control objectives as files of the user's: where they are kept, and what they say.

use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use super::complaint::complaint;
use super::error::SettingsError;
use super::objectives;
use super::place;
use crate::model::{Framework, Problem, Sources};

/// Where control objectives are kept, below the folder of the settings.
pub const FOLDER: &str = "frameworks";

/// A framework that a file of the user's states.
#[derive(Clone, Debug)]
pub struct OwnFramework {
    pub framework: Framework,
    path: Utf8PathBuf,
    text: Arc<str>,
}

impl OwnFramework {
    /// A complaint about a word of the file, at its place.
    pub fn complaint(&self, word: &str, message: &str, help: Option<&str>) -> Box<SettingsError> {
        complaint(self.path.as_str(), &self.text, word, message, help)
    }
}

/// Where a framework of this name is kept: a path is its own name.
pub fn place(name: &str, home: &Utf8Path) -> Utf8PathBuf {
    let is_path = name.ends_with(".toml");
    let path = if is_path { Utf8PathBuf::from(name) } else { Utf8PathBuf::from(format!("{FOLDER}/{name}.toml")) };
    // Messages name it as people would.
    if home == "." { path } else { home.join(path) }
}

/// Reads control objectives. Nothing where there is no such file.
pub fn read(path: &Utf8Path) -> Result<Option<OwnFramework>, Box<SettingsError>> {
    match place::read_text(path, None) {
        Ok(text) => {
            let framework = objectives::parse(path.as_str(), &text)?;
            Ok(Some(OwnFramework { framework, path: path.to_owned(), text: text.into() }))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => {
            let problem = Problem::anywhere(format!("cannot read {path}: {error}"));
            Err(Box::new(SettingsError { problem, sources: Sources::default() }))
        }
    }
}

/// The files of objectives in a repository, in the order of their names.
pub fn kept(home: &Utf8Path) -> Vec<Utf8PathBuf> {
    let folder = home.join(FOLDER);
    let start = if folder.as_str().is_empty() { Utf8Path::new(".") } else { &folder };
    let entries = start.read_dir_utf8().into_iter().flatten().flatten();
    let mut paths: Vec<Utf8PathBuf> =
        entries.map(|it| folder.join(it.file_name())).filter(|it| it.extension() == Some("toml")).collect();
    paths.sort();
    paths
}
