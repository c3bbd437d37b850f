//! What was read, made into what collectors look at: files and commits with a text among the sources, and an account of
//! each.

use super::account::Account;
use super::collector::{Claim, Collector};
use super::history::{
    self,
    log::{Change, History, Log, Shortfall, Unread},
};
use super::inputs::{Given, Text};
use super::read::{self, Content, ReadFile};
use super::target::{SourceFile, Target};
use super::walk::{LeftOut, WalkOptions, Walked};
use crate::model::{FileStatus, Notice, Problem, Source, SourceId, Sources, Span};

/// All that was read, before collectors look at it.
pub(super) struct Found {
    pub(super) walked: Walked,
    pub(super) read: Vec<ReadFile>,
    pub(super) texts: Vec<Text>,
    /// The main branch, and where it lies.
    pub(super) log: Option<(&'static str, Log)>,
    pub(super) whole_repository: bool,
}

/// What is scanned, ready for the collectors.
pub(super) struct Opened {
    pub(super) target: Target,
    pub(super) sources: Sources,
    pub(super) account: Account,
}

pub(super) fn opened(found: Found, collectors: &[Collector], options: &WalkOptions) -> Opened {
    let Found { mut walked, mut read, texts, log, whole_repository } = found;
    // What lies packed in an archive has a path below it.
    walked.files.extend(read.iter().map(|it| it.path.clone()));
    walked.files.sort();
    walked.files.dedup();
    read.sort_by(|a, b| a.path.cmp(&b.path));
    // A file that no collector would have wanted is nobody's loss; a tree may hold anything.
    let wanted = |it: &LeftOut| {
        it.is_tree || collectors.iter().any(|row| matches!((row.claims)(&it.path), Claim::Yes | Claim::IfContent))
    };
    let left_out = walked.left_out.into_iter().filter(wanted).map(|it| (it.path, it.reason));
    let mut opened = Opened {
        target: Target { paths: walked.files, whole_repository, ..Target::default() },
        sources: Sources::default(),
        account: Account::new(left_out.collect()),
    };
    for file in read {
        opened.file(file);
    }
    if let Some((place, log)) = log {
        opened.target.history = Some(opened.changes(place, log, options));
    }
    for text in texts {
        opened.given(text);
    }
    opened
}

impl Opened {
    /// A file, with its text where it has one.
    fn file(&mut self, file: ReadFile) {
        self.account.open(&file);
        match file.content {
            Content::Text(text) => {
                let id = self.sources.add(Source::new(file.path.clone(), text.clone()));
                self.account.reads(id, &file.path);
                self.target.files.push(SourceFile { id, path: file.path, text, collectors: file.collectors });
            }
            Content::Unreadable { reason, at } => {
                let problem = match at {
                    Some((text, byte)) => {
                        let id = self.sources.add(Source::new(file.path.clone(), text));
                        Problem::at(Span { source: id, start: byte, end: byte }, reason)
                    }
                    None => Problem::anywhere(reason),
                };
                self.account.fail(&file.path, problem, &self.sources);
            }
            Content::Skipped(reason) => self.account.skip(&file.path, reason),
        }
    }

    /// Values that the user gives. A file of them that is scanned as well is one source.
    fn given(&mut self, text: Text) {
        let known = self.target.file(&text.name).filter(|it| text.from.is_file() && it.text == text.text);
        let source = match known {
            Some(file) => file.id,
            None => self.text(&text),
        };
        self.target.given.push(Given { from: text.from, source, name: text.name, text: text.text });
    }

    fn text(&mut self, text: &Text) -> SourceId {
        let id = self.sources.add(Source::new(text.name.clone(), text.text.clone()));
        if text.from.is_file() {
            self.account.open(&read::named(&text.name, &text.text));
            self.account.reads(id, &text.name);
        }
        id
    }

    /// The commits of the main branch, each with a text among the sources, and an account of them.
    fn changes(&mut self, place: &str, log: Log, options: &WalkOptions) -> History {
        let problem = |it: Shortfall| Notice { message: it.message, location: None, help: it.help };
        let problems: Vec<Notice> = log.shortfalls.into_iter().map(problem).collect();
        let (status, reason) = match log.unread {
            Some(Unread::Nothing(reason)) => (FileStatus::Skipped, Some(reason.to_owned())),
            Some(Unread::Broken(reason)) => (FileStatus::Failed, Some(reason.to_owned())),
            None if problems.is_empty() => (FileStatus::Collected, None),
            None => (FileStatus::Partly, None),
        };
        self.account.beside(place, history::COLLECTOR.name, status, reason, problems);
        let change = |commit| {
            let source = history::source(&commit);
            let text = source.text.clone().unwrap_or_default();
            Change { commit, source: self.sources.add(source), text }
        };
        let changes = log.commits.into_iter().map(change).collect();
        History { branch: log.branch, changes, reference: options.history.reference.clone() }
    }
}
