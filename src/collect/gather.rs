//! From a root to a document: walk, read, let every collector at its files, and account for each.

use std::collections::BTreeSet;
use std::panic::{self, AssertUnwindSafe};

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use super::COLLECTORS;
use super::collected::{Answer, Collected};
use super::collector::{Claim, Collector};
use super::error::CollectError;
use super::opened::{Found, Opened, opened};
use super::revision::{self, State};
use super::target::{SourceFile, Target};
use super::unwanted::unwanted;
use super::walk::{self, WalkOptions, Walked};
use super::{context, disk, documents, git, history, named, read, redact, suppressions};
use crate::model::{Document, FileStatus, Ledger, LedgerEntry, Problem, Span};

/// The evidence below a folder, or in the named files.
pub fn collect(paths: &[Utf8PathBuf], options: &WalkOptions) -> Result<Document, CollectError> {
    let folder = match paths {
        [folder] if disk::is_folder(folder) => Some(folder),
        _ => None,
    };
    let (root, mut walked) = match folder {
        Some(folder) => (folder.clone(), with_tracked(folder, walk::walk(folder, options)?)),
        None => named::named(paths, options)?,
    };
    let focus = folder.is_none().then(|| walked.files.clone());
    let around = match &focus {
        Some(named) => context::around(&root, named, rows(options), options)?,
        None => Vec::new(),
    };
    let repository = git::repository(&root);
    let texts = options.inputs.texts(&root)?;
    let history = folder.and_then(|it| git::history_of(it)).filter(|_| options.history.window().most() > 0);
    let asks = options.history.asked.as_ref().is_some_and(|it| it.most() > 0);
    if asks && folder.and_then(|it| git::history_of(it)).is_none() {
        let reason = "--history has no effect: what is scanned is not the root of a repository";
        return Err(CollectError::Refused(reason.to_owned()));
    }
    let (mut read, log) = rayon::join(
        || read::read_all(&root, &walked.files, rows(options), options),
        || history.map(|place| (place, history::read(&root, &options.history.window()))),
    );
    if let Some(named) = &focus {
        let context = read::read_all(&root, &around, rows(options), options);
        read.extend(context.into_iter().filter_map(|it| context::narrowed(it, named, rows(options))));
        read.sort_by(|a, b| a.path.cmp(&b.path));
        walked.files.extend(around);
        walked.files.sort();
    }
    let whole_repository = options.whole_repository || (repository.is_some() && folder.is_some());
    let found = Found { walked, read, texts, log, whole_repository };
    let mut document = gather(found, options)?;
    document.repository = repository;
    if let Some(named) = focus {
        narrow(&mut document, named);
    }
    Ok(document)
}

/// Adds the files that git keeps although its ignore files name them: they are in every clone.
fn with_tracked(root: &Utf8Path, mut walked: Walked) -> Walked {
    if git::history_of(root).is_none() || walked.left_out.iter().all(|it| it.reason != walk::IGNORED) {
        return walked;
    }
    let Ok(index) = revision::read(root, &State::Index, 0, &|_| false) else { return walked };
    let is_ignored = |path: &Utf8Path| {
        let named = |it: &Utf8Path| {
            let found = walked.left_out.binary_search_by(|left_out| left_out.path.as_path().cmp(it)).ok();
            found.and_then(|it| walked.left_out.get(it)).is_some_and(|it| it.reason == walk::IGNORED)
        };
        path.ancestors().any(named)
    };
    let paths = index.files.into_iter().map(|(path, _)| path);
    let tracked: Vec<Utf8PathBuf> = paths.filter(|it| is_ignored(it) && disk::is_plain_file(&root.join(it))).collect();
    walked.left_out.retain(|it| tracked.binary_search(&it.path).is_err());
    walked.files.extend(tracked);
    walked.files.sort();
    walked
}

/// Keeps the account to the files that were named: what was read around them is not what was asked about.
fn narrow(document: &mut Document, named: Vec<Utf8PathBuf>) {
    let named: BTreeSet<Utf8PathBuf> = named.into_iter().collect();
    // What was left out was named as well; only what was read around the named files goes.
    let is_named = |it: &LedgerEntry| named.contains(&it.path) || it.status == FileStatus::Skipped;
    let entries = std::mem::take(&mut document.ledger.files);
    document.ledger = Ledger::new(entries.into_iter().filter(is_named).collect());
    document.suppressions.retain(|it| named.contains(&it.location.file));
    document.focus = Some(named);
}

/// Keeps what is asked about a state to some of its files.
pub fn keep_to(document: &mut Document, is_named: impl Fn(&Utf8Path) -> bool) {
    let entries = std::mem::take(&mut document.ledger.files);
    document.ledger = Ledger::new(entries.into_iter().filter(|it| is_named(&it.path)).collect());
    document.suppressions.retain(|it| is_named(&it.location.file));
    let paths = document.sources.iter().map(|(_, it)| it.path.clone());
    document.focus = Some(paths.filter(|it| is_named(it)).collect());
}

/// The evidence in a state of the repository around a folder, and the commit it is. History is not looked at, and the
/// repository itself only where `is_whole`: all of the folder is asked about.
pub fn collect_state(
    folder: &Utf8Path,
    state: &State,
    is_whole: bool,
    options: &WalkOptions,
) -> Result<(Document, Option<String>), CollectError> {
    let exclude = walk::globs(&options.exclude)?;
    let wanted = |path: &Utf8Path| {
        !exclude.is_match(path.as_std_path())
            && walk::vendored_by_name(path).is_none()
            && rows(options).iter().any(|it| (it.claims)(path) != Claim::No)
    };
    let snapshot = revision::read(folder, state, options.file_bytes, &wanted).map_err(CollectError::Refused)?;
    let mut walked = Walked::default();
    let mut read = Vec::new();
    for (path, content) in snapshot.files {
        if let Some(bytes) = content {
            read.extend(read::given(&path, bytes, rows(options)));
        }
        walked.files.push(path);
    }
    // What `terraform init` installed belongs to no state, and to all of them.
    let modules = walk::installed_modules(folder, &walked.files, options);
    read.extend(read::read_all(folder, &modules, rows(options), options));
    walked.files.extend(modules);
    let texts = options.inputs.texts(folder)?;
    let repository = git::repository(folder);
    let whole_repository = options.whole_repository || (repository.is_some() && is_whole);
    let mut document = gather(Found { walked, read, texts, log: None, whole_repository }, options)?;
    document.repository = repository;
    Ok((document, snapshot.commit))
}

/// The evidence in one text that has no file.
pub fn collect_text(name: &Utf8Path, bytes: Vec<u8>, options: &WalkOptions) -> Result<Document, CollectError> {
    let read = read::given(name, bytes, rows(options));
    if read.is_empty() {
        return Err(CollectError::Unknown(name.to_owned()));
    }
    let walked = Walked { files: vec![name.to_owned()], left_out: Vec::new() };
    let texts = options.inputs.texts(Utf8Path::new("."))?;
    let whole_repository = options.whole_repository;
    gather(Found { walked, read, texts, log: None, whole_repository }, options)
}

/// The rows of the table that have work to do: the last reads whole files, and only where policies ask for them.
fn rows(options: &WalkOptions) -> &'static [Collector] {
    match COLLECTORS.split_last() {
        Some((_, others)) if !options.whole_files => others,
        _ => COLLECTORS,
    }
}

fn gather(found: Found, options: &WalkOptions) -> Result<Document, CollectError> {
    let collectors = rows(options);
    let Opened { target, mut sources, mut account } = opened(found, collectors, options);
    let collected: Vec<Collected> = collectors
        .par_iter()
        .enumerate()
        .map(|(at, collector)| {
            let files: Vec<&SourceFile> = target.files.iter().filter(|it| it.collectors.contains(&at)).collect();
            run(collector, &target, &files)
        })
        .collect();
    let mut evidence = Vec::new();
    let mut answers: Vec<Answer> = Vec::new();
    let mut secrets: Vec<Span> = Vec::new();
    for (at, collected) in collected.into_iter().enumerate() {
        evidence.extend(collected.evidence);
        answers.extend(collected.answers);
        secrets.extend(collected.secrets);
        account.leave_out(at, collected.left_out, collectors);
        for reading in collected.readings {
            account.settle(at, reading, &sources);
        }
    }
    let notes = unwanted(&target.given, &answers)?;
    documents::hold(&mut evidence);
    evidence.sort_by(|a, b| (a.kind, &a.id).cmp(&(b.kind, &b.id)));
    make_unique(&mut evidence);
    let secrets = redact::redact(&mut evidence, &sources, secrets);
    sources.redact(secrets);
    let ledger = account.ledger(&target, collectors);
    let suppressions = suppressions::suppressions(&sources);
    Ok(Document { repository: None, ledger, evidence, sources, suppressions, notes, focus: None })
}

/// A collector that panics loses the files that make it panic, and the run goes on with the others.
fn run(collector: &Collector, target: &Target, files: &[&SourceFile]) -> Collected {
    let attempt =
        |files: &[&SourceFile]| panic::catch_unwind(AssertUnwindSafe(|| (collector.collect)(target, files))).ok();
    if let Some(collected) = attempt(files) {
        return collected;
    }
    let (sound, broken): (Vec<&SourceFile>, Vec<&SourceFile>) = files.iter().partition(|it| attempt(&[**it]).is_some());
    let (mut collected, lost) = match attempt(&sound) {
        Some(collected) if !broken.is_empty() => (collected, broken),
        _ => (Collected::default(), files.to_vec()),
    };
    for file in lost {
        let message = format!("the {} collector broke down on this file", collector.name);
        collected.failed(file, vec![Problem::at(Span::start_of(file.id), message)]);
    }
    collected
}

/// Two things of one kind and name are told apart by a number, so that no finding hides another.
fn make_unique(evidence: &mut [crate::model::Evidence]) {
    let mut seen = std::collections::HashMap::new();
    for it in evidence {
        let times: &mut usize = seen.entry((it.kind, it.id.clone())).or_default();
        *times += 1;
        if *times > 1 {
            it.id = format!("{}~{times}", it.id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;

    const FRAGILE: Collector = Collector {
        name: "fragile",
        reads: "",
        claims: |_| Claim::Yes,
        recognises: |_| true,
        collect: |_, files| {
            let mut collected = Collected::default();
            for file in files {
                assert!(&*file.text != "break", "as asked");
                collected.read(file, Vec::new());
            }
            collected
        },
    };

    #[test]
    fn a_collector_that_breaks_down_loses_only_the_file_that_broke_it() {
        let file = |(at, text): (u32, &str)| SourceFile {
            id: SourceId(at),
            path: format!("{at}").into(),
            text: text.into(),
            collectors: Vec::new(),
        };
        let files: Vec<_> = (0..).zip(["a", "break", "b"]).map(file).collect();
        let collected = run(&FRAGILE, &Target::default(), &files.iter().collect::<Vec<_>>());
        let mut statuses: Vec<_> = collected.readings.iter().map(|it| (it.source.0, it.status)).collect();
        statuses.sort_by_key(|it| it.0);
        assert_eq!(statuses, [(0, FileStatus::Collected), (1, FileStatus::Failed), (2, FileStatus::Collected)]);
    }
}
