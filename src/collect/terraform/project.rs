//! All folders of a scan, which of them call which, and so which are root modules.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};

use crate::collect::target::Target;
use crate::syntax::hcl::tree::Block;

use super::folder::Folder;

/// The folders that hold configuration, and the files around them.
#[derive(Debug)]
pub(crate) struct Project<'t> {
    pub(crate) folders: BTreeMap<Utf8PathBuf, Folder>,
    pub(crate) target: &'t Target,
    /// For a root module's folder and a call's path (`vpc.subnets`): the folder that `init` put the module in.
    installed: HashMap<(Utf8PathBuf, String), Utf8PathBuf>,
}

/// Where a module's source leads.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Source<'p> {
    Folder(&'p Folder),
    /// A registry, a git repository, an archive: not on disk.
    Remote,
    /// A local path that holds no configuration, or was not scanned.
    Missing,
}

impl<'t> Project<'t> {
    pub(crate) fn new(folders: BTreeMap<Utf8PathBuf, Folder>, target: &'t Target) -> Self {
        let mut installed = HashMap::new();
        for root in folders.keys() {
            let Some(file) = target.file(&root.join(".terraform/modules/modules.json")) else { continue };
            let Ok(list) = serde_json::from_str::<serde_json::Value>(&file.text) else { continue };
            for module in list.get("Modules").and_then(|it| it.as_array()).into_iter().flatten() {
                let text = |name: &str| module.get(name).and_then(|it| it.as_str());
                if let (Some(key), Some(folder)) = (text("Key"), text("Dir")) {
                    installed.insert((root.clone(), key.to_owned()), normal(&root.join(folder)));
                }
            }
        }
        Self { folders, target, installed }
    }

    /// Where the source of a call leads. `path` is the names of the calls from the root module on.
    pub(crate) fn source_of(&self, from: &Folder, call: &Block, root: &Utf8Path, path: &str) -> Source<'_> {
        let source = call.body.value("source").and_then(|it| it.literal());
        if let Some(local) = source.filter(|it| is_local(it)) {
            let folder = self.folders.get(&normal(&from.path.join(local)));
            return folder.map_or(Source::Missing, Source::Folder);
        }
        let installed = self.installed.get(&(root.to_owned(), path.to_owned()));
        installed.and_then(|it| self.folders.get(it)).map_or(Source::Remote, Source::Folder)
    }

    /// Root modules: folders that no other folder calls. Of folders that only call each other, the first is one.
    pub(crate) fn roots(&self) -> Vec<&Folder> {
        let calls: HashMap<&Utf8Path, Vec<&Utf8Path>> =
            self.folders.values().map(|it| (it.path.as_path(), self.called_by(it))).collect();
        let mut called: BTreeSet<&Utf8Path> = BTreeSet::new();
        for (from, all) in &calls {
            called.extend(all.iter().copied().filter(|it| it != from));
        }
        called.extend(self.installed.values().map(Utf8PathBuf::as_path));
        let mut reached: BTreeSet<&Utf8Path> = BTreeSet::new();
        let mut roots: Vec<&Folder> = Vec::new();
        let uncalled = self.folders.values().filter(|it| !called.contains(it.path.as_path()));
        for folder in uncalled.chain(self.folders.values()) {
            let vendored = folder.path.components().any(|it| it.as_str() == ".terraform");
            if vendored || reached.contains(folder.path.as_path()) {
                continue;
            }
            roots.push(folder);
            let mut waiting = vec![folder.path.as_path()];
            while let Some(path) = waiting.pop() {
                if reached.insert(path) {
                    waiting.extend(calls.get(path).into_iter().flatten());
                }
            }
        }
        roots.sort_by(|a, b| a.path.cmp(&b.path));
        roots
    }

    fn called_by<'a>(&'a self, folder: &'a Folder) -> Vec<&'a Utf8Path> {
        let local = folder.calls.iter().filter_map(|it| it.body.value("source")?.literal());
        let paths = local.filter(|it| is_local(it)).map(|it| normal(&folder.path.join(it)));
        paths.filter_map(|it| self.folders.get(&it)).map(|it| it.path.as_path()).collect()
    }
}

/// Whether a module's source is a path within the repository.
pub(crate) fn is_local(source: &str) -> bool {
    source == "." || source == ".." || source.starts_with("./") || source.starts_with("../")
}

/// A path without `.` and `..`; what leads out of the scanned root stays above it and so is found nowhere.
pub(crate) fn normal(path: &Utf8Path) -> Utf8PathBuf {
    let mut parts: Vec<&str> = Vec::new();
    for component in path.components() {
        match component {
            Utf8Component::ParentDir => match parts.last() {
                Some(&"..") | None => parts.push(".."),
                Some(_) => {
                    parts.pop();
                }
            },
            Utf8Component::Normal(it) => parts.push(it),
            Utf8Component::CurDir | Utf8Component::RootDir | Utf8Component::Prefix(_) => {}
        }
    }
    parts.join("/").into()
}
