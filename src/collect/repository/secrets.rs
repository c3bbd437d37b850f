//! Files that hold secrets by nature: those that lie in the tree, and those that nothing keeps out of it.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::collect::aside::is_aside;
use crate::collect::credentials;
use crate::collect::pipeline::facts::{Facts, unresolved};
use crate::collect::target::Target;
use crate::model::{Cause, Node, Shape, Span};

const IGNORES: &str = ".gitignore";

/// Files that are nothing but a secret: ends of names, and what they are.
const STORES: &[(&str, &str)] = &[
    (".p12", "a key store"),
    (".pfx", "a key store"),
    (".jks", "a key store"),
    (".keystore", "a key store"),
    (".kdbx", "a password store"),
    (".ppk", "a private key"),
    ("id_rsa", "a private key"),
    ("id_dsa", "a private key"),
    ("id_ecdsa", "a private key"),
    ("id_ed25519", "a private key"),
];

/// Ends of names of files that show what an environment file is to hold.
const TEMPLATES: &[&str] = &[".env.example", ".env.sample", ".env.template", ".env.dist", ".env.tpl"];

/// Folders whose keys are made for tests and examples.
const MADE: &[&str] = &["test", "tests", "spec", "e2e", "example", "examples", "mock", "mocks"];

/// Whether a file is read for what it says of secrets: which files git is to leave alone, and what is to be filled in.
pub(super) fn is_read(path: &Utf8Path) -> bool {
    path.file_name().is_some_and(|name| name == IGNORES || TEMPLATES.iter().any(|it| name.ends_with(it)))
}

/// Puts the files of the tree that hold secrets, and those that a careless `git add` would take in.
pub(super) fn put(target: &Target, place: Span, facts: &mut Facts) {
    let committed = target.paths.iter().filter(|it| is_real(it)).filter_map(|it| Some((it.clone(), held(target, it)?)));
    facts.put("committed_secret_files", listed(target, committed.map(|(it, what)| (it.clone(), it, what)), place));
    let unignored = match target.whole_repository {
        true => listed(target, unignored(target).into_iter(), place),
        false => unresolved(Cause::OutOfScope("the rest of the repository".to_owned()), Shape::List, place),
    };
    facts.put("unignored_secret_files", unignored);
}

/// Files, each with the one that shows it and what it is.
fn listed(target: &Target, files: impl Iterator<Item = (Utf8PathBuf, Utf8PathBuf, &'static str)>, place: Span) -> Node {
    let one = |(path, shown_by, what): (Utf8PathBuf, Utf8PathBuf, &str)| {
        let at = target.file(&shown_by).map_or(place, |it| Span::start_of(it.id));
        let mut facts = Facts::default();
        facts.put("path", Node::new(path.as_str(), at));
        facts.put("what", Node::new(what, at));
        facts.into_node(at).named(at)
    };
    Node::list(files.map(one).collect(), place).named(place)
}

fn is_real(path: &Utf8Path) -> bool {
    !is_aside(path) && !path.components().any(|it| MADE.contains(&it.as_str()))
}

/// What a file holds that belongs in no repository.
fn held(target: &Target, path: &Utf8Path) -> Option<&'static str> {
    let name = path.file_name()?;
    if let Some((_, what)) =
        STORES.iter().find(|(end, _)| if end.starts_with('.') { name.ends_with(end) } else { name == *end })
    {
        return Some(what);
    }
    let text = &target.file(path)?.text;
    credentials::secret_file(path, text)
}

/// Files that come into being where the tree is used, and that no `.gitignore` names.
fn unignored(target: &Target) -> Vec<(Utf8PathBuf, Utf8PathBuf, &'static str)> {
    let ignores = Ignores::of(target);
    let mut wanted: BTreeMap<Utf8PathBuf, (Utf8PathBuf, &'static str)> = BTreeMap::new();
    for path in target.paths.iter().filter(|it| is_real(it)) {
        let name = path.file_name().unwrap_or_default();
        if TEMPLATES.iter().any(|it| name.ends_with(it)) {
            let cut = name.rfind(".env").map_or(name.len(), |it| it + ".env".len());
            let filled = path.with_file_name(name.get(..cut).unwrap_or(name));
            wanted.entry(filled).or_insert((path.clone(), "an environment file"));
        }
    }
    for (folder, shown_by) in local_states(target) {
        wanted.entry(folder.join("terraform.tfstate")).or_insert((shown_by, "Terraform state"));
    }
    let is_open = |it: &(Utf8PathBuf, _)| !target.has(&it.0) && !ignores.cover(&it.0);
    wanted.into_iter().filter(is_open).map(|(path, (shown_by, what))| (path, shown_by, what)).collect()
}

/// Folders of Terraform that sets providers up and names no place for its state, each with a file that shows it.
fn local_states(target: &Target) -> BTreeMap<Utf8PathBuf, Utf8PathBuf> {
    let mut found = BTreeMap::new();
    let mut kept = Vec::new();
    let files = target.files.iter().filter(|it| it.path.extension() == Some("tf") && is_real(&it.path));
    for file in files {
        let Some(folder) = file.path.parent() else { continue };
        let begins = |word: &str| file.text.lines().any(|it| it.trim_start().starts_with(word));
        if begins("backend \"") || begins("cloud {") {
            kept.push(folder);
        } else if begins("provider \"") {
            found.entry(folder.to_owned()).or_insert_with(|| file.path.clone());
        }
    }
    found.retain(|folder, _| !kept.contains(&folder.as_path()));
    found
}

/// The `.gitignore` files of a tree, the nearest of which decides.
struct Ignores(BTreeMap<Utf8PathBuf, Gitignore>);

impl Ignores {
    fn of(target: &Target) -> Self {
        let files = target.files.iter().filter(|it| it.path.file_name() == Some(IGNORES));
        let read = files.filter_map(|file| {
            let folder = file.path.parent()?;
            let mut builder = GitignoreBuilder::new("");
            for line in file.text.lines() {
                // A line that is no pattern ignores nothing, as git has it.
                let _ = builder.add_line(None, line);
            }
            Some((folder.to_owned(), builder.build().ok()?))
        });
        Self(read.collect())
    }

    fn cover(&self, path: &Utf8Path) -> bool {
        let speaks = |folder: &Utf8Path| {
            let below = path.strip_prefix(folder).ok()?;
            match self.0.get(folder)?.matched_path_or_any_parents(below, false) {
                Match::None => None,
                Match::Ignore(_) => Some(true),
                Match::Whitelist(_) => Some(false),
            }
        };
        path.ancestors().skip(1).find_map(speaks).unwrap_or(false)
    }
}
