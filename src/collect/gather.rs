//! From a root to a document: walk, read, let every collector at its files, and account for each.

use std::panic::{self, AssertUnwindSafe};

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use super::COLLECTORS;
use super::collected::Collected;
use super::collector::Collector;
use super::read::{self, Content, ReadFile, is_folder};
use super::target::{SourceFile, Target};
use super::walk::{self, WalkOptions, Walked};
use super::{account, git, redact};
use crate::model::{Document, Problem, Source, Sources, Span};

/// A target that cannot be scanned at all. The user mends the command.
#[derive(Debug, thiserror::Error)]
pub enum CollectError {
    #[error("cannot scan {path}: {error}")]
    Target { path: Utf8PathBuf, error: std::io::Error },
    #[error("{0}")]
    Glob(#[from] globset::Error),
    #[error("{0} lies outside of the current folder; scan its folder instead")]
    Outside(Utf8PathBuf),
    #[error("no collector reads files named {0}")]
    Unknown(Utf8PathBuf),
}

/// The evidence below a folder, or in the named files.
pub fn collect(paths: &[Utf8PathBuf], options: &WalkOptions) -> Result<Document, CollectError> {
    let (root, walked) = match paths {
        [folder] if is_folder(folder) => (folder.clone(), walk::walk(folder, options)?),
        _ => (Utf8PathBuf::from("."), named(paths, options)?),
    };
    let repository = git::repository(&root);
    let read = read::read_all(&root, &walked.files, COLLECTORS, options);
    let whole_repository = options.whole_repository || (repository.is_some() && is_whole(paths));
    let mut document = gather(walked, read, whole_repository);
    document.repository = repository;
    Ok(document)
}

/// The evidence in one text that has no file.
pub fn collect_text(name: &Utf8Path, bytes: Vec<u8>, options: &WalkOptions) -> Result<Document, CollectError> {
    let read = read::given(name, bytes, COLLECTORS).ok_or_else(|| CollectError::Unknown(name.to_owned()))?;
    let walked = Walked { files: vec![name.to_owned()], left_out: Vec::new() };
    Ok(gather(walked, vec![read], options.whole_repository))
}

fn is_whole(paths: &[Utf8PathBuf]) -> bool {
    matches!(paths, [folder] if is_folder(folder))
}

/// Files and folders named one by one, relative to the current folder.
#[expect(clippy::disallowed_methods, reason = "the named files are looked at once, before they are read")]
fn named(paths: &[Utf8PathBuf], options: &WalkOptions) -> Result<Walked, CollectError> {
    let mut all = Walked::default();
    for path in paths {
        let path = relative_to_here(path)?;
        let kind = std::fs::metadata(&path).map_err(|error| CollectError::Target { path: path.clone(), error })?;
        if !kind.is_dir() {
            all.files.push(path);
            continue;
        }
        let walked = walk::walk(&path, options)?;
        all.files.extend(walked.files.into_iter().map(|it| path.join(it)));
        all.left_out.extend(walked.left_out.into_iter().map(|(it, reason)| (path.join(it), reason)));
    }
    all.files.sort();
    all.files.dedup();
    all.left_out.sort();
    Ok(all)
}

fn relative_to_here(path: &Utf8Path) -> Result<Utf8PathBuf, CollectError> {
    let outside = || CollectError::Outside(path.to_owned());
    let here = || std::env::current_dir().ok().and_then(|it| Utf8PathBuf::from_path_buf(it).ok());
    let path = match path.is_absolute() {
        true => path.strip_prefix(here().ok_or_else(outside)?).map_err(|_| outside())?,
        false => path,
    };
    if path.components().any(|it| it.as_str() == "..") {
        return Err(outside());
    }
    Ok(path.components().filter(|it| it.as_str() != ".").collect())
}

fn gather(walked: Walked, read: Vec<ReadFile>, whole_repository: bool) -> Document {
    let mut sources = Sources::default();
    let mut account = account::Account::new(walked.left_out);
    let mut target = Target { paths: walked.files, files: Vec::new(), whole_repository };
    for file in read {
        account.open(&file);
        match file.content {
            Content::Text(text) => {
                let id = sources.add(Source::new(file.path.clone(), text.clone()));
                account.reads(id, &file.path);
                target.files.push(SourceFile { id, path: file.path, text, collectors: file.collectors });
            }
            Content::Unreadable { reason, at } => {
                let problem = match at {
                    Some((text, byte)) => {
                        let id = sources.add(Source::new(file.path.clone(), text));
                        Problem::at(Span { source: id, start: byte, end: byte }, reason)
                    }
                    None => Problem::anywhere(reason),
                };
                account.fail(&file.path, problem, &sources);
            }
            Content::Skipped(reason) => account.skip(&file.path, reason),
        }
    }
    let collected: Vec<(usize, Collected)> = COLLECTORS
        .par_iter()
        .enumerate()
        .map(|(at, collector)| {
            let files: Vec<&SourceFile> = target.files.iter().filter(|it| it.collectors.contains(&at)).collect();
            (at, run(collector, &target, &files))
        })
        .collect();
    let mut evidence = Vec::new();
    for (at, collected) in collected {
        evidence.extend(collected.evidence);
        for reading in collected.readings {
            account.settle(at, reading, &sources);
        }
    }
    evidence.sort_by(|a, b| (a.kind, &a.id).cmp(&(b.kind, &b.id)));
    make_unique(&mut evidence);
    let secrets = redact::redact(&mut evidence, &sources);
    sources.redact(secrets);
    Document { repository: None, ledger: account.ledger(&target, COLLECTORS), evidence, sources }
}

/// A collector that panics loses its files and not the run.
fn run(collector: &Collector, target: &Target, files: &[&SourceFile]) -> Collected {
    let attempt = panic::catch_unwind(AssertUnwindSafe(|| (collector.collect)(target, files)));
    attempt.unwrap_or_else(|_| {
        let mut collected = Collected::default();
        for file in files {
            let message = format!("the {} collector broke down on this or another of its files", collector.name);
            collected.failed(file, vec![Problem::at(Span::start_of(file.id), message)]);
        }
        collected
    })
}

/// Two things of one name are told apart by a number, so that no finding hides another.
fn make_unique(evidence: &mut [crate::model::Evidence]) {
    let mut seen = std::collections::HashMap::new();
    for it in evidence {
        let times: &mut usize = seen.entry(it.id.clone()).or_default();
        *times += 1;
        if *times > 1 {
            it.id = format!("{}~{times}", it.id);
        }
    }
}
