//! The ledger in the making: every file is opened here, and settled by the collectors that read it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use super::collected::Reading;
use super::collector::Collector;
use super::nature;
use super::read::{Content, ReadFile};
use super::target::Target;
use crate::model::{FileStatus, Ledger, LedgerEntry, Limit, Notice, Problem, SourceId, Sources};

/// What is known so far of every file.
#[derive(Debug)]
pub struct Account {
    entries: BTreeMap<Utf8PathBuf, LedgerEntry>,
    /// Collectors that wanted a file, and those that have said how it fared.
    wanted: HashMap<Utf8PathBuf, Vec<usize>>,
    settled: HashMap<Utf8PathBuf, Vec<usize>>,
    paths: HashMap<SourceId, Utf8PathBuf>,
    /// Texts that could not be read as what they should be.
    broken: HashMap<Utf8PathBuf, Arc<str>>,
}

impl Account {
    /// Begins with what the walk left out.
    pub fn new(left_out: Vec<(Utf8PathBuf, String)>) -> Self {
        let entry = |(path, reason): (Utf8PathBuf, String)| (path.clone(), left_out_entry(path, reason, None));
        Self {
            entries: left_out.into_iter().map(entry).collect(),
            wanted: HashMap::new(),
            settled: HashMap::new(),
            paths: HashMap::new(),
            broken: HashMap::new(),
        }
    }

    /// A file that a collector wants.
    pub fn open(&mut self, file: &ReadFile) {
        let entry = LedgerEntry {
            path: file.path.clone(),
            collector: None,
            status: FileStatus::Collected,
            reason: None,
            sha256: file.sha256.clone(),
            bytes: file.bytes,
            problems: Vec::new(),
            could_be: Vec::new(),
        };
        self.entries.insert(file.path.clone(), entry);
        self.wanted.insert(file.path.clone(), file.collectors.clone());
        if let Content::Unreadable { at: Some((text, _)), .. } = &file.content {
            self.broken.insert(file.path.clone(), text.clone());
        }
    }

    /// What is read beside files: the history, as one entry.
    pub fn beside(
        &mut self,
        path: &str,
        collector: &str,
        status: FileStatus,
        reason: Option<String>,
        problems: Vec<Notice>,
    ) {
        let path = Utf8PathBuf::from(path);
        let collector = Some(collector.to_owned());
        let (sha256, bytes, could_be) = (None, 0, Vec::new());
        let entry = LedgerEntry { path: path.clone(), collector, status, reason, sha256, bytes, problems, could_be };
        self.entries.insert(path, entry);
    }

    /// The file's text has a number among the sources.
    pub fn reads(&mut self, id: SourceId, path: &Utf8Path) {
        self.paths.insert(id, path.to_owned());
    }

    pub fn fail(&mut self, path: &Utf8Path, problem: Problem, sources: &Sources) {
        self.change(path, |it| {
            it.status = FileStatus::Failed;
            it.problems.push(problem.located(sources));
        });
    }

    pub fn skip(&mut self, path: &Utf8Path, reason: String) {
        self.change(path, |it| {
            it.status = FileStatus::Skipped;
            it.reason = Some(reason);
        });
    }

    /// What a collector's files refer to and lies elsewhere.
    pub fn leave_out(&mut self, collector: usize, left_out: Vec<(Utf8PathBuf, String)>, collectors: &[Collector]) {
        let name = collectors.get(collector).map(|it| it.name.to_owned());
        for (path, reason) in left_out {
            self.entries.entry(path.clone()).or_insert_with(|| left_out_entry(path, reason, name.clone()));
        }
    }

    /// How a file fared in one collector; the worst counts. A file that one collector reads and another leaves alone
    /// is read.
    pub fn settle(&mut self, collector: usize, reading: Reading, sources: &Sources) {
        let Some(path) = self.paths.get(&reading.source).cloned() else { return };
        let is_first = !self.settled.contains_key(&path);
        self.settled.entry(path.clone()).or_default().push(collector);
        self.change(&path, |it| {
            let status = if is_first { reading.status } else { worse(it.status, reading.status) };
            let reasons = [(it.status, it.reason.take()), (reading.status, reading.reason)];
            it.reason = reasons.into_iter().filter(|(of, _)| *of == status).find_map(|(_, reason)| reason);
            it.status = status;
            add(&mut it.problems, reading.problems, sources);
        });
    }

    fn change(&mut self, path: &Utf8Path, change: impl FnOnce(&mut LedgerEntry)) {
        if let Some(entry) = self.entries.get_mut(path) {
            change(entry);
        }
    }

    /// The finished ledger. A file that a collector was given and did not account for has failed.
    pub fn ledger(mut self, target: &Target, collectors: &[Collector]) -> Ledger {
        let name = |at: &usize| collectors.get(*at).map(|it| it.name.to_owned());
        for file in &target.files {
            let settled = self.settled.get(&file.path).map(Vec::as_slice).unwrap_or_default();
            let forgotten = file.collectors.iter().find(|it| !settled.contains(it)).and_then(name);
            if let (Some(collector), Some(entry)) = (forgotten, self.entries.get_mut(&file.path)) {
                entry.status = FileStatus::Failed;
                let message = format!("not accounted for by the {collector} collector");
                entry.problems.push(Notice { message, location: None, help: None });
            }
        }
        for (path, wanted) in &self.wanted {
            if let Some(entry) = self.entries.get_mut(path) {
                entry.collector = wanted.first().and_then(name);
                // What could not be looked into is nobody's yet, and may be of each that would have looked.
                let is_open = entry.status == FileStatus::Failed && !self.settled.contains_key(path);
                if is_open && wanted.len() != 1 {
                    entry.collector = None;
                    let text = self.broken.get(path).map(|it| &**it);
                    entry.could_be = nature::formats(path, text, collectors);
                }
            }
        }
        Ledger::new(self.entries.into_values().collect())
    }
}

/// Adds problems that are not there yet, and no more than a person would read; the others are counted.
fn add(known: &mut Vec<Notice>, problems: Vec<Problem>, sources: &Sources) {
    let mut seen: BTreeSet<Notice> = known.iter().cloned().collect();
    // One more, for what a syntax says of those that it counted.
    let most = Limit::Problems.value() + 1;
    let mut listed = 0;
    let mut problems = problems.into_iter();
    for problem in problems.by_ref() {
        let notice = problem.located(sources);
        if seen.insert(notice.clone()) {
            known.push(notice);
            listed += 1;
        }
        if listed == most {
            break;
        }
    }
    let more = problems.len();
    if more > 0 {
        let message = format!("{more} more problems of the same text are not listed");
        known.push(Notice { message, location: None, help: None });
    }
}

fn left_out_entry(path: Utf8PathBuf, reason: String, collector: Option<String>) -> LedgerEntry {
    let status = FileStatus::Skipped;
    let (problems, could_be) = (Vec::new(), Vec::new());
    LedgerEntry { path, collector, status, reason: Some(reason), sha256: None, bytes: 0, problems, could_be }
}

fn worse(a: FileStatus, b: FileStatus) -> FileStatus {
    let rank = |it: FileStatus| match it {
        FileStatus::Skipped => 0,
        FileStatus::Collected => 1,
        FileStatus::Partly => 2,
        FileStatus::Failed => 3,
    };
    if rank(a) >= rank(b) { a } else { b }
}
