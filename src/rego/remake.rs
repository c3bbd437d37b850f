//! Makes a policy set again from what another was made of.

use std::sync::Arc;

use super::bundle::{LoadError, PolicySet};
use super::conftest::load::FolderFile;
use super::embedded;
use super::ingredient::Ingredient;
use super::rego_file::{FileOrigin, RegoFile};
use crate::model::Framework;

impl PolicySet {
    /// The set that the texts make. Those that the program carries word for word are known to be sound; all others are
    /// read like a user's own.
    pub fn remake(
        ingredients: Vec<Ingredient>,
        namespaces: &[String],
        frameworks: &[Framework],
    ) -> Result<Self, Box<LoadError>> {
        let mut files = Vec::new();
        let mut folders: Vec<Vec<FolderFile>> = Vec::new();
        for it in ingredients {
            match it.conftest {
                Some((at, below)) => {
                    // Folders are numbered in their order: a number that skips some is of no set.
                    if at >= folders.len() {
                        folders.push(Vec::new());
                    }
                    if let Some(folder) = folders.last_mut() {
                        folder.push(FolderFile { below, shown: it.path, text: it.text });
                    }
                }
                None => {
                    let origin = origin(&it.path, &it.text);
                    files.push(RegoFile { path: it.path, text: it.text, origin });
                }
            }
        }
        Self::with_conftest(files, &folders, namespaces, Vec::new(), frameworks)
    }
}

fn origin(path: &str, text: &Arc<str>) -> FileOrigin {
    let carried = embedded::FILES.iter().zip(embedded::ANNOTATIONS);
    let known = path.strip_prefix("policies/").and_then(|path| {
        let mut found = carried.filter(|((name, own), _)| *name == path && **own == **text);
        found.next()
    });
    known.map_or(FileOrigin::Folder, |(_, annotation)| FileOrigin::BuiltIn(annotation))
}
