//! `--diff-base` and `--staged`: two states of a repository, of which only the difference counts.

use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};

use super::args::{Scan, TargetArgs};
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
    let (root, named) = asked_about(&arguments.target)?;
    let walk = judge::walk_options(&arguments.target, settings, whole_files)?;
    let state = if arguments.staged && collect::has_no_commit(&root) {
        State::Nothing
    } else {
        State::Revision(base.to_owned())
    };
    let (mut old, commit) = state_of(&root, &state, named.is_none(), &walk)?;
    let mut new = match arguments.staged {
        true => state_of(&root, &State::Index, named.is_none(), &walk)?.0,
        false => judge::document(&arguments.target, settings, whole_files)?,
    };
    if let Some(named) = &named {
        let staged = arguments.staged.then(|| paths_of(&new));
        let is_gone = |path: &Utf8Path| match &staged {
            Some(staged) => !staged.contains(path),
            None => !collect::is_there(&root.join(path)),
        };
        check(named, &root, &[&old, &new])?;
        if arguments.staged {
            collect::keep_to(&mut new, |it| is_below(it, named));
        }
        // What a renamed file held is found under its old name.
        collect::keep_to(&mut old, |it| is_below(it, named) || is_gone(it));
    }
    let options = Options { accepted: Accepted::default(), passes: false, ..prepared.options.clone() };
    let assessment = evaluate::assess(&old, &prepared.set, &prepared.frameworks, &options);
    Ok((new, Some(Before::new(base, commit, assessment, &old.sources))))
}

/// The folder whose states are compared, and the paths below it that were named, unless all of it was.
fn asked_about(target: &TargetArgs) -> Result<(Utf8PathBuf, Option<Vec<Utf8PathBuf>>), Failure> {
    match target.paths.as_slice() {
        [folder] if collect::is_folder(folder) => Ok((folder.clone(), None)),
        paths if paths.iter().any(|it| it == "-") => {
            Err(Failure::Usage("--diff-base and --staged compare what a repository holds: `-` is not in it".to_owned()))
        }
        paths => {
            let (root, named) = collect::below_root(paths);
            Ok((root, Some(named)))
        }
    }
}

/// A path that neither state holds and that is not there is a mistake.
fn check(named: &[Utf8PathBuf], root: &Utf8Path, states: &[&Document]) -> Result<(), Failure> {
    let known: Vec<BTreeSet<Utf8PathBuf>> = states.iter().map(|it| paths_of(it)).collect();
    let is_known = |path: &Utf8Path| known.iter().flatten().any(|it| it.starts_with(path));
    match named.iter().find(|it| !is_known(it) && !collect::is_there(&root.join(it))) {
        Some(path) => Err(Failure::Usage(format!("{path} is not there, and neither state holds it"))),
        None => Ok(()),
    }
}

fn paths_of(document: &Document) -> BTreeSet<Utf8PathBuf> {
    document.sources.iter().map(|(_, it)| it.path.clone()).collect()
}

fn is_below(path: &Utf8Path, named: &[Utf8PathBuf]) -> bool {
    named.iter().any(|it| path.starts_with(it))
}

fn state_of(
    folder: &Utf8Path,
    state: &State,
    is_whole: bool,
    walk: &WalkOptions,
) -> Result<(Document, Option<String>), Failure> {
    collect::collect_state(folder, state, is_whole, walk).map_err(|it| Failure::Usage(it.to_string()))
}
