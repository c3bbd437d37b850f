//! `policies docs`: a page for every policy, kind and criterion.

use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};

use super::args::Docs;
use super::at_hand::at_hand;
use super::snippets;
use crate::cli::failure::Failure;
use crate::cli::write::whole;
use crate::cli::{console, judge};
use crate::evaluate::gate::exit;
use crate::model::{EvidenceKind, Policy};
use crate::rego::PolicySet;
use crate::rego::lint::vocabulary;
use crate::report::docs::{self, Kind, Library, MARK, Page};

/// Where examples lie unless it is said.
const FIXTURES: &str = "fixtures/policies";

/// What a folder of pages holds below it.
const FOLDERS: &[&str] = &["criteria", "kinds", "policies"];

/// Writes the pages, or says which are not as they would be written.
pub fn docs(arguments: &Docs) -> Result<u8, Failure> {
    let framework = judge::framework("soc2")?;
    let at_hand = at_hand(&arguments.policy)?;
    let set = PolicySet::load(&at_hand.folders, &at_hand.frameworks)?;
    let is_whole = at_hand.folders.is_empty();
    let wanted = set.policies.iter().filter(|it| is_whole || set.is_from_folder(it.1.source));
    let policies: Vec<Policy> = wanted.map(|it| it.0.clone()).collect();
    let fixtures = fixtures(arguments)?;
    let examples = fixtures.map(|it| snippets::examples(&policies, &set, &framework, &it)).transpose()?;
    let kind = |kind| Kind { kind, schema: vocabulary::schema(kind) };
    let library = Library {
        policies: &policies,
        framework: &framework,
        kinds: EvidenceKind::ALL.map(kind).to_vec(),
        examples: &examples.unwrap_or_default(),
        is_whole,
    };
    let pages = docs::pages(&library);
    let stale = stale(&arguments.out, &pages)?;
    let obsolete = obsolete(&arguments.out, &pages)?;
    let changed = stale.len() + obsolete.len();
    if arguments.check {
        let paths = stale.iter().map(|it| arguments.out.join(&it.path)).chain(obsolete);
        let paths: Vec<Utf8PathBuf> = paths.collect();
        console::print(|out| {
            paths.iter().try_for_each(|it| writeln!(out, "{it} is not as it would be written"))?;
            let hint = if changed == 0 { "" } else { "; `gapcheck policies docs` without --check writes them" };
            writeln!(out, "{} pages, {changed} to be written{hint}", pages.len())
        })?;
        return Ok(if changed == 0 { exit::PASSED } else { exit::GAPS });
    }
    for page in &stale {
        write(&arguments.out.join(&page.path), &page.text)?;
    }
    for path in &obsolete {
        std::fs::remove_file(path).map_err(|error| Failure::Output { path: path.clone(), error })?;
    }
    console::print(|out| writeln!(out, "{} pages in {}, {changed} of them changed", pages.len(), arguments.out))?;
    Ok(exit::PASSED)
}

/// The folder of examples: the one that is named, or the usual one where it is there.
fn fixtures(arguments: &Docs) -> Result<Option<Utf8PathBuf>, Failure> {
    match &arguments.fixtures {
        Some(folder) if folder.is_dir() => Ok(Some(folder.clone())),
        Some(folder) => Err(Failure::Usage(format!("the folder {folder} does not exist"))),
        None => Ok(Some(Utf8PathBuf::from(FIXTURES)).filter(|it| it.is_dir())),
    }
}

/// Pages that are not on the disk as they should be. A file of somebody else's is not written over.
fn stale<'a>(out: &Utf8Path, pages: &'a [Page]) -> Result<Vec<&'a Page>, Failure> {
    let mut stale = Vec::new();
    for page in pages {
        let path = out.join(&page.path);
        match read(&path)? {
            Some(text) if text == page.text => {}
            Some(text) if !text.starts_with(MARK) => {
                return Err(Failure::Usage(format!(
                    "{path} is no page of gapcheck's: move it, or choose another --out"
                )));
            }
            _ => stale.push(page),
        }
    }
    Ok(stale)
}

/// Pages that were written before and are no more.
fn obsolete(out: &Utf8Path, pages: &[Page]) -> Result<Vec<Utf8PathBuf>, Failure> {
    let current: BTreeSet<Utf8PathBuf> = pages.iter().map(|it| out.join(&it.path)).collect();
    let mut obsolete = Vec::new();
    for folder in FOLDERS.iter().map(|it| out.join(it)).filter(|it| it.is_dir()) {
        let entries = folder.read_dir_utf8().map_err(|error| Failure::Output { path: folder.clone(), error })?;
        for path in entries.flatten().map(|it| it.into_path()) {
            let is_page = path.extension() == Some("md") && !current.contains(&path);
            if is_page && read(&path)?.is_some_and(|it| it.starts_with(MARK)) {
                obsolete.push(path);
            }
        }
    }
    obsolete.sort();
    Ok(obsolete)
}

/// A page as it lies there; nothing where it does not.
#[expect(clippy::disallowed_methods, reason = "pages are written and read here alone")]
fn read(path: &Utf8Path) -> Result<Option<String>, Failure> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::Usage(format!("cannot read {path}: {error}"))),
    }
}

fn write(path: &Utf8Path, text: &str) -> Result<(), Failure> {
    let folder = path.parent().unwrap_or(Utf8Path::new(""));
    std::fs::create_dir_all(folder).map_err(|error| Failure::Output { path: path.to_owned(), error })?;
    whole(path, text.as_bytes())
}
