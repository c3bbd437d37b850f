//! `scan --bundle`: writes all that a run rests on.

use std::collections::BTreeSet;

use camino::Utf8Path;
use serde::Serialize;

use super::archive::{Files, pack};
use super::contents::{
    ACCEPTED, ASSESSMENT, CHOICES, Choices, EVIDENCE, FRAMEWORKS, POLICIES, PolicyFile, SIGNATURE, STATEMENT,
};
use super::signature;
use super::statement::state;
use crate::cli::failure::Failure;
use crate::cli::judge::Prepared;
use crate::cli::write::whole;
use crate::evaluate::accept::blocks;
use crate::evaluate::tool;
use crate::model::{Accepted, Assessment, Document};
use crate::rego::overrides::Override;
use crate::rego::{Ingredient, PolicySet};
use crate::report::{evidence, json};

/// A run as it is taken into a bundle.
#[derive(Debug)]
pub struct Taken<'a> {
    pub document: &'a Document,
    pub prepared: &'a Prepared,
    /// With the passing subjects.
    pub assessment: &'a Assessment,
    pub overrides: Vec<Override>,
    pub namespaces: Vec<String>,
}

/// Writes the bundle of a run, signed where a key is named.
pub fn write(taken: &Taken<'_>, path: &Utf8Path, key: Option<&Utf8Path>) -> Result<(), Failure> {
    let mut files = contents(taken).map_err(|error| Failure::Output { path: path.to_owned(), error })?;
    let statement = text(&state(&files, taken.assessment)).map_err(|error| failure(path, error))?;
    if let Some(key) = key {
        files.insert(SIGNATURE.to_owned(), signature::sign(key, &statement)?.into_bytes());
    }
    files.insert(STATEMENT.to_owned(), statement);
    let bytes = pack(&files).map_err(|error| failure(path, error))?;
    whole(path, &bytes)
}

fn failure(path: &Utf8Path, error: std::io::Error) -> Failure {
    Failure::Output { path: path.to_owned(), error }
}

fn contents(taken: &Taken<'_>) -> std::io::Result<Files> {
    let Prepared { frameworks, set, options } = taken.prepared;
    let mut files = Files::new();
    let mut saved = Vec::new();
    evidence::render(taken.document, tool(set), &options.date, &mut saved)?;
    files.insert(EVIDENCE.to_owned(), saved);
    files.insert(FRAMEWORKS.to_owned(), text(frameworks)?);
    let accepted = &options.accepted;
    let known = accepted.baseline.as_ref();
    let blocks = known.map(|it| blocks(it, &taken.assessment.findings, &taken.document.sources)).unwrap_or_default();
    files.insert(ACCEPTED.to_owned(), text(&Accepted { blocks, ..accepted.clone() })?);
    let choices = Choices {
        date: options.date.clone(),
        categories: options.categories.clone(),
        criteria: options.criteria.clone(),
        fail_on: options.fail_on,
        strict: options.strict,
        examination: options.examination.clone(),
        overrides: taken.overrides.clone(),
        namespaces: taken.namespaces.clone(),
    };
    files.insert(CHOICES.to_owned(), text(&choices)?);
    let policies = policies(set);
    let list: Vec<&PolicyFile> = policies.iter().map(|it| &it.0).collect();
    files.insert(POLICIES.to_owned(), text(&list)?);
    for (file, ingredient) in &policies {
        files.insert(file.name.clone(), ingredient.text.as_bytes().to_vec());
    }
    files.insert(ASSESSMENT.to_owned(), text(taken.assessment)?);
    Ok(files)
}

/// The policies with their names in the bundle: a user's own may lie anywhere, and are numbered.
fn policies<'a>(set: &'a PolicySet) -> Vec<(PolicyFile, &'a Ingredient)> {
    let mut seen = BTreeSet::new();
    let mut named = |(at, it): (usize, &'a Ingredient)| {
        let is_plain = it.path.starts_with("policies/") && !it.path.contains("..") && it.conftest.is_none();
        let name = match is_plain && seen.insert(it.path.as_str()) {
            true => it.path.clone(),
            false => format!("own/{at:05}-{}", Utf8Path::new(&it.path).file_name().unwrap_or("policy")),
        };
        (PolicyFile { name, path: it.path.clone(), conftest: it.conftest.clone() }, it)
    };
    set.ingredients.iter().enumerate().map(&mut named).collect()
}

fn text(document: &impl Serialize) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    json::write(document, &mut bytes)?;
    Ok(bytes)
}
