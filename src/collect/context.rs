//! What lies around files that are named one by one: the module, the chart, the overlay that they are a part of. It is
//! read so that they mean what they mean in a scan of the whole, and nothing is reported of it.

use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};

use super::collector::{Claim, Collector};
use super::disk;
use super::read::ReadFile;
use super::walk::{self, WalkOptions};

/// Formats whose files speak of each other. A file of any other stands for itself.
const FAMILIES: &[&[&str]] = &[
    &["terraform"],
    &["cloudformation"],
    &["kubernetes", "helm", "kustomize"],
    &["compose", "dockerfile"],
    &["github_actions"],
    &["gitlab_ci"],
    &["azure_pipelines"],
];

/// Names of files that head a tree which belongs together.
const HEADS: &[&str] = &["Chart.yaml", "kustomization.yaml", "kustomization.yml", "Kustomization"];

/// The files around the named ones, without these. In a repository all that a scan of the root would read of the same
/// formats; elsewhere, where nobody says how far a project reaches, what lies in the same folder, chart or overlay.
pub(super) fn around(
    root: &Utf8Path,
    named: &[Utf8PathBuf],
    collectors: &[Collector],
    options: &WalkOptions,
) -> Result<Vec<Utf8PathBuf>, globset::Error> {
    let formats = formats(named, collectors);
    if formats.is_empty() {
        return Ok(Vec::new());
    }
    let found = match walk::is_in_repository(root) {
        true => walk::walk(root, options)?.files,
        false => beside(root, named, options)?,
    };
    let named: BTreeSet<&Utf8PathBuf> = named.iter().collect();
    let is_wanted = |path: &Utf8PathBuf| {
        !named.contains(path) && formats.iter().filter_map(|at| collectors.get(*at)).any(|it| claims(it, path))
    };
    Ok(found.into_iter().filter(is_wanted).collect())
}

/// Of a file around the named ones, only what formats of their families make of it counts. None where they make nothing.
pub(super) fn narrowed(file: ReadFile, named: &[Utf8PathBuf], collectors: &[Collector]) -> Option<ReadFile> {
    let formats = formats(named, collectors);
    let kept: Vec<usize> = file.collectors.iter().copied().filter(|it| formats.contains(it)).collect();
    (!kept.is_empty()).then_some(ReadFile { collectors: kept, ..file })
}

/// Rows of the formats that the named files may be of, and of those that speak of the same things.
fn formats(named: &[Utf8PathBuf], collectors: &[Collector]) -> BTreeSet<usize> {
    let may_be = |it: &Collector| named.iter().any(|path| claims(it, path));
    let names: BTreeSet<&str> = collectors.iter().filter(|it| may_be(it)).map(|it| it.name).collect();
    let families = FAMILIES.iter().filter(|family| family.iter().any(|it| names.contains(it)));
    let wanted: BTreeSet<&str> = families.flat_map(|it| it.iter().copied()).collect();
    let rows = collectors.iter().enumerate().filter(|(_, it)| wanted.contains(it.name));
    rows.map(|(at, _)| at).collect()
}

fn claims(collector: &Collector, path: &Utf8Path) -> bool {
    matches!((collector.claims)(path), Claim::Yes | Claim::IfContent)
}

/// The files in the folders of the named ones, and all of the chart or overlay that such a folder lies in.
fn beside(root: &Utf8Path, named: &[Utf8PathBuf], options: &WalkOptions) -> Result<Vec<Utf8PathBuf>, globset::Error> {
    let exclude = walk::globs(&options.exclude)?;
    let folders: BTreeSet<&Utf8Path> = named.iter().filter_map(|it| it.parent()).collect();
    let mut files = BTreeSet::new();
    for folder in folders {
        let is_head = |folder: &&Utf8Path| HEADS.iter().any(|it| disk::is_file(&root.join(folder).join(it)));
        match folder.ancestors().filter(is_head).last() {
            Some(tree) => {
                let walked = walk::walk(&root.join(tree), options)?;
                files.extend(walked.files.into_iter().map(|it| tree.join(it)));
            }
            None => files.extend(disk::files_in(&root.join(folder)).into_iter().map(|it| folder.join(it))),
        }
    }
    Ok(files.into_iter().filter(|it| !exclude.is_match(it.as_std_path())).collect())
}
