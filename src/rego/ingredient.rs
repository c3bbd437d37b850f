//! What a policy set was made of: its texts, in their order, from which another machine can make it again.

use std::sync::Arc;

use super::conftest::load::FolderFile;
use super::rego_file::RegoFile;

/// A text of a policy set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ingredient {
    /// As reports show it.
    pub path: String,
    pub text: Arc<str>,
    /// For one of a folder of Conftest policies: which folder, and its path below it.
    pub conftest: Option<(usize, String)>,
}

pub(super) fn ingredients(files: &[RegoFile], conftest: &[Vec<FolderFile>]) -> Vec<Ingredient> {
    let rego = |it: &RegoFile| Ingredient { path: it.path.clone(), text: Arc::clone(&it.text), conftest: None };
    let folders = conftest.iter().enumerate().flat_map(|(at, files)| files.iter().map(move |it| (at, it)));
    let foreign = folders.map(|(at, it)| Ingredient {
        path: it.shown.clone(),
        text: Arc::clone(&it.text),
        conftest: Some((at, it.below.clone())),
    });
    files.iter().map(rego).chain(foreign).collect()
}
