//! What lies in a repository, as far as its settings depend on it.

use std::collections::{BTreeMap, BTreeSet};

use camino::{Utf8Path, Utf8PathBuf};

use crate::cli::failure::Failure;
use crate::cli::frameworks;
use crate::cli::judge;
use crate::collect::{self, HistoryOptions, WalkOptions, Window};
use crate::config::settings::Settings;
use crate::evaluate::{self, Options};
use crate::model::{Accepted, Assessment, FileStatus, Severity};

/// Folders that hold inputs of tests, or what others wrote: their names say so.
const FOREIGN: &[&str] =
    &["testdata", "test-data", "fixtures", "__fixtures__", "test-fixtures", "third_party", "third-party", "vendored"];

/// Folders that may hold no part of the system; somebody has to decide.
const DOUBTFUL: &[&str] = &["examples", "example", "samples", "sample", "test", "tests", "demo", "demos", "e2e"];

/// The category that is always in scope.
const ALWAYS: &str = "security";

/// What was found.
#[derive(Debug)]
pub(super) struct Survey {
    /// Files read, by format.
    pub(super) formats: BTreeMap<String, usize>,
    /// Globs of folders that are not the system's own.
    pub(super) foreign: Vec<String>,
    /// Globs of folders that somebody has to decide on.
    pub(super) doubtful: Vec<String>,
    /// Policies that find something to judge, by category besides the one that always counts.
    pub(super) categories: BTreeMap<String, usize>,
    /// The branch that changes land on.
    pub(super) branch: String,
    /// Whether the folder is the root of a repository.
    pub(super) is_repository: bool,
    pub(super) remote: Option<String>,
    /// Gaps that stand in what is the system's own.
    pub(super) gaps: usize,
    pub(super) date: String,
}

/// Looks through a folder.
pub(super) fn survey(folder: &Utf8Path, date: &str) -> Result<Survey, Failure> {
    let history = HistoryOptions { set: Some(Window::Commits(0)), ..HistoryOptions::default() };
    let options = WalkOptions { history, ..WalkOptions::default() };
    let document = collect::collect(&[folder.to_owned()], &options).map_err(|it| Failure::Usage(it.to_string()))?;
    let known = frameworks::frameworks(&["soc2".to_owned()], &Settings::default(), folder)?;
    let set = judge::policies(&[], &[], &Settings::default(), &known)?;
    let options = Options {
        date: date.to_owned(),
        categories: known.frameworks.asked.iter().flat_map(|it| &it.categories).map(|it| it.id.clone()).collect(),
        criteria: Vec::new(),
        fail_on: Severity::Low,
        strict: false,
        passes: false,
        examination: None,
        accepted: Accepted::default(),
        before: None,
    };
    let assessment = evaluate::assess(&document, &set, &known.frameworks, &options);
    let read: Vec<(&Utf8Path, &str)> = assessment
        .ledger
        .files
        .iter()
        .filter(|it| matches!(it.status, FileStatus::Collected | FileStatus::Partly))
        .filter_map(|it| Some((it.path.as_path(), it.collector.as_deref()?)))
        .collect();
    let mut formats = BTreeMap::new();
    for (_, format) in &read {
        *formats.entry((*format).to_owned()).or_default() += 1;
    }
    let judged: Vec<&Utf8Path> = read.iter().map(|it| it.0).collect();
    let foreign = below(&judged, FOREIGN);
    let is_foreign = |path: &Utf8Path| foreign.iter().any(|it| path.starts_with(it));
    let own: Vec<&Utf8Path> = judged.iter().copied().filter(|it| !is_foreign(it)).collect();
    // Where all there is lies in such folders, they are what is to be judged.
    let foreign: BTreeSet<Utf8PathBuf> = if own.is_empty() { BTreeSet::new() } else { foreign.clone() };
    let gaps = assessment
        .findings
        .iter()
        .filter(|it| it.stands() && !foreign.iter().any(|folder| it.location.file.starts_with(folder)));
    Ok(Survey {
        formats,
        doubtful: globs(&below(&own, DOUBTFUL)),
        categories: categories(&assessment),
        branch: collect::main_branch(folder).unwrap_or_else(|| "main".to_owned()),
        is_repository: document.repository.is_some(),
        remote: document.repository.and_then(|it| it.remote),
        gaps: gaps.count(),
        foreign: globs(&foreign),
        date: date.to_owned(),
    })
}

/// The topmost folders of these names that the paths lie below.
fn below(paths: &[&Utf8Path], names: &[&str]) -> BTreeSet<Utf8PathBuf> {
    let folder = |path: &&Utf8Path| {
        let parent = path.parent()?;
        let all: Vec<&str> = parent.components().map(|it| it.as_str()).collect();
        let at = all.iter().position(|it| names.contains(&it.to_ascii_lowercase().as_str()))?;
        Some(all.get(..=at)?.iter().collect::<Utf8PathBuf>())
    };
    paths.iter().filter_map(folder).collect()
}

fn globs(folders: &BTreeSet<Utf8PathBuf>) -> Vec<String> {
    folders.iter().map(|it| format!("{it}/**")).collect()
}

/// How many policies of each category find something.
fn categories(assessment: &Assessment) -> BTreeMap<String, usize> {
    let of: BTreeMap<&str, &str> =
        assessment.criteria.iter().map(|it| (it.id.as_str(), it.category.as_str())).collect();
    let mut counts = BTreeMap::new();
    for policy in assessment.policies.iter().filter(|it| it.population.subjects > 0) {
        let categories: BTreeSet<&str> =
            policy.criteria.iter().filter_map(|it| of.get(it.criterion.as_str()).copied()).collect();
        for it in categories.into_iter().filter(|it| *it != ALWAYS) {
            *counts.entry(it.to_owned()).or_default() += 1;
        }
    }
    counts
}
