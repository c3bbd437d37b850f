//! `--diff-base` and `--staged`: two states of a repository, of which only the difference counts.

use camino::Utf8Path;

use super::args::Scan;
use super::failure::Failure;
use super::judge::{self, Prepared};
use crate::collect::{self, State, WalkOptions};
use crate::config::settings::Settings;
use crate::evaluate::compare::Before;
use crate::evaluate::{self, Options};
use crate::model::{Accepted, Document};

/// The evidence to judge, and the state before when one is asked for.
pub fn documents(
    arguments: &Scan,
    settings: &Settings,
    prepared: &Prepared,
) -> Result<(Document, Option<Before>), Failure> {
    let whole_files = prepared.set.wants_whole_files();
    let base = match (&arguments.diff_base, arguments.staged) {
        (Some(name), _) => name.as_str(),
        (None, true) => "HEAD",
        (None, false) => return Ok((judge::document(&arguments.target, settings, whole_files)?, None)),
    };
    let [folder] = arguments.target.paths.as_slice() else {
        return Err(Failure::Usage("--diff-base and --staged compare one folder: name no more".to_owned()));
    };
    if !collect::is_folder(folder) {
        return Err(Failure::Usage(format!("--diff-base and --staged compare a folder, and {folder} is none")));
    }
    let walk = judge::walk_options(&arguments.target, settings, whole_files)?;
    let state = if arguments.staged && collect::has_no_commit(folder) {
        State::Nothing
    } else {
        State::Revision(base.to_owned())
    };
    let (old, commit) = state_of(folder, &state, &walk)?;
    let options = Options { accepted: Accepted::default(), passes: false, ..prepared.options.clone() };
    let assessment = evaluate::assess(&old, &prepared.set, &prepared.frameworks, &options);
    let before = Before::new(base, commit, assessment, &old.sources);
    let new = match arguments.staged {
        true => state_of(folder, &State::Index, &walk)?.0,
        false => judge::document(&arguments.target, settings, whole_files)?,
    };
    Ok((new, Some(before)))
}

fn state_of(folder: &Utf8Path, state: &State, walk: &WalkOptions) -> Result<(Document, Option<String>), Failure> {
    collect::collect_state(folder, state, walk).map_err(|it| Failure::Usage(it.to_string()))
}
