//! `report`: saved assessments in other formats, those of several repositories as one.

use std::collections::BTreeSet;

use camino::Utf8Path;

use super::args::When;
use super::console;
use super::failure::Failure;
use super::judge;
use super::lists::{self, Lists};
use super::report_args::Report;
use super::saved;
use crate::evaluate::merge::{Member, Merge, MergeError};
use crate::model::{Assessment, Sources};

/// Reports what was saved. Returns the exit code that the assessments say.
pub fn report(arguments: &Report, color: When) -> Result<u8, Failure> {
    judge::check_reporting(&arguments.reporting, false)?;
    let mut several = Several::new(arguments.max_listed);
    // The first is kept until a second one is there: one alone is reported as it was.
    let mut first: Option<(Assessment, String)> = None;
    let mut lists: Option<Lists> = None;
    saved::each(&arguments.assessments, |assessment, path| {
        let name = several.name(&assessment, path);
        match (first.take(), several.merge.is_empty()) {
            (None, true) => first = Some((assessment, name)),
            (Some(before), _) => {
                let lists = lists.insert(Lists::open(&arguments.reporting)?);
                several.add(before.0, &before.1, path, lists)?;
                several.add(assessment, &name, path, lists)?;
            }
            (None, false) => {
                if let Some(lists) = &mut lists {
                    several.add(assessment, &name, path, lists)?;
                }
            }
        }
        Ok(())
    })?;
    if let Some((assessment, _)) = first {
        judge::report(&assessment, &Sources::default(), &arguments.reporting, color)?;
        return Ok(assessment.gate.exit_code);
    }
    let (Some(assessment), Some(lists)) = (several.merge.finish(), lists) else {
        return Err(Failure::Usage("no assessment was named".to_owned()));
    };
    lists.close()?;
    let rest = lists::others(&arguments.reporting);
    judge::report(&assessment, &Sources::default(), &rest, color)?;
    Ok(assessment.gate.exit_code)
}

/// Repositories that are put together, by names that tell them apart.
struct Several {
    merge: Merge,
    names: BTreeSet<String>,
}

impl Several {
    fn new(listed: usize) -> Self {
        Self { merge: Merge::new(listed), names: BTreeSet::new() }
    }

    /// The repository's own name, else that of its file. One that is there already gets a number, and that is said:
    /// the same repository twice counts twice.
    fn name(&mut self, assessment: &Assessment, path: &Utf8Path) -> String {
        let stem = || path.file_stem().filter(|it| *it != "-").unwrap_or("repository").to_owned();
        let name = assessment.repository().unwrap_or_else(stem);
        if self.names.insert(name.clone()) {
            return name;
        }
        let others = (2..).map(|it| format!("{name} ({it})"));
        let other = others.into_iter().find(|it| !self.names.contains(it)).unwrap_or_default();
        self.names.insert(other.clone());
        console::message(|out| {
            writeln!(out, "note: {path} is of {name}, which was there already: it counts as {other}")
        });
        other
    }

    fn add(&mut self, assessment: Assessment, name: &str, path: &Utf8Path, lists: &mut Lists) -> Result<(), Failure> {
        let wrong = |it: MergeError| Failure::Usage(format!("{path}: {it}"));
        let member = Member::new(assessment, name).map_err(wrong)?;
        lists.add(member.assessment())?;
        self.merge.add(member).map_err(wrong)
    }
}
