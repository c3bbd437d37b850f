//! All policies in use: those the program carries, and those of `--policy` folders.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use camino::Utf8PathBuf;
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::conftest::{self, load::FolderFile};
use super::embedded;
use super::engine::{self, Judge};
use super::folder;
use super::ingredient::{Ingredient, ingredients};
use super::module::Module;
use super::rego_file::{FileOrigin, RegoFile};
use super::variant::Variant;
use super::{lint, metadata, short};
use crate::model::{EvidenceKind, Framework, Policy, PolicyId, Problem, Source, SourceId, Sources, Span};

/// Every policy in use with its code, in the order of ids.
#[derive(Debug, Default)]
pub struct PolicySet {
    pub policies: Vec<(Policy, Module)>,
    pub libraries: Vec<Module>,
    pub tests: Vec<Module>,
    /// The texts of all Rego files, for diagnostics.
    pub sources: Sources,
    /// `sha256:` and the digest of everything that can decide.
    pub digest: String,
    /// What differs below some paths, in the order in which it was said.
    pub variants: BTreeMap<PolicyId, Vec<Variant>>,
    /// What the set was made of, for whoever has to make it again.
    pub ingredients: Vec<Ingredient>,
    /// Sources below this number are the program's own.
    built_in: u32,
}

/// Policies that do not load. The user mends them first; nothing is judged by half a set.
#[derive(Debug, thiserror::Error)]
#[error("{} in the policies", if problems.len() == 1 { "a problem".to_owned() } else { format!("{} problems", problems.len()) })]
pub struct LoadError {
    pub problems: Vec<Problem>,
    pub sources: Sources,
}

impl PolicySet {
    /// The built-in policies and those below `folders`, held to the criteria of `frameworks`. The tests of the
    /// built-in ones are left out.
    pub fn load(folders: &[Utf8PathBuf], frameworks: &[Framework]) -> Result<Self, Box<LoadError>> {
        Self::load_for(folders, &[], frameworks)
    }

    /// The same; of folders of Conftest policies those of the named packages.
    pub fn load_for(
        folders: &[Utf8PathBuf],
        namespaces: &[String],
        frameworks: &[Framework],
    ) -> Result<Self, Box<LoadError>> {
        Self::load_some(folders, namespaces, frameworks, |path| !path.ends_with("_test.rego"))
    }

    /// The same with all tests.
    pub fn load_with_tests(folders: &[Utf8PathBuf], frameworks: &[Framework]) -> Result<Self, Box<LoadError>> {
        Self::load_some(folders, &[], frameworks, |_| true)
    }

    fn load_some(
        folders: &[Utf8PathBuf],
        namespaces: &[String],
        frameworks: &[Framework],
        wanted: fn(&str) -> bool,
    ) -> Result<Self, Box<LoadError>> {
        let built_in = embedded::FILES.iter().zip(embedded::ANNOTATIONS);
        let mut files: Vec<RegoFile> = built_in
            .filter(|((path, _), _)| path.ends_with(".rego") && wanted(path))
            .map(|((path, text), annotation)| RegoFile {
                path: format!("policies/{path}"),
                text: Arc::from(*text),
                origin: FileOrigin::BuiltIn(annotation),
            })
            .collect();
        let mut problems = Vec::new();
        let mut conftest = Vec::new();
        for path in folders {
            let folder = folder::read(path, &mut problems);
            if folder.is_conftest {
                conftest.push(folder.files);
                continue;
            }
            let before = files.len();
            let is_policy = |it: &FolderFile| [".rego", short::ENDING].iter().any(|ending| it.shown.ends_with(ending));
            let rego = folder.files.into_iter().filter(is_policy);
            files.extend(rego.map(|it| RegoFile { path: it.shown, text: it.text, origin: FileOrigin::Folder }));
            if files.len() == before && problems.is_empty() {
                problems.push(Problem::anywhere(format!("the policy folder {path} holds no .rego file")));
            }
        }
        Self::with_conftest(files, &conftest, namespaces, problems, frameworks)
    }

    /// A set of nothing but the given files.
    pub fn of(files: Vec<RegoFile>, problems: Vec<Problem>, frameworks: &[Framework]) -> Result<Self, Box<LoadError>> {
        Self::with_conftest(files, &[], &[], problems, frameworks)
    }

    pub(super) fn with_conftest(
        files: Vec<RegoFile>,
        conftest: &[Vec<FolderFile>],
        namespaces: &[String],
        mut problems: Vec<Problem>,
        frameworks: &[Framework],
    ) -> Result<Self, Box<LoadError>> {
        let mut set = Self { ingredients: ingredients(&files, conftest), ..Self::default() };
        let mut digest = Sha256::new();
        let mut modules = Vec::new();
        set.built_in = u32::try_from(files.iter().filter(|it| matches!(it.origin, FileOrigin::BuiltIn(_))).count())
            .unwrap_or(u32::MAX);
        for RegoFile { path, text, origin } in files {
            let source = set.sources.add(Source::new(path.clone(), Arc::clone(&text)));
            if path.ends_with(short::ENDING) {
                match short::compile(source, &text, frameworks) {
                    Ok(compiled) => {
                        // Its lines are of no file: they are shown under the name of the short form.
                        for (text, what) in [(compiled.policy, "compiled"), (compiled.tests, "compiled tests")] {
                            let (text, name): (Arc<str>, _) = (text.into(), format!("{path} ({what})"));
                            let source = set.sources.add(Source::new(name.clone(), Arc::clone(&text)));
                            modules.extend(Module::read(source, &name, text).map(|it| (it, origin)));
                        }
                    }
                    Err(found) => problems.extend(found),
                }
                continue;
            }
            match Module::read(source, &path, text) {
                Some(module) => modules.push((module, origin)),
                None => problems.push(Problem::at(Span::start_of(source), "the file names no package")),
            }
        }
        let read = |(module, origin): &(Module, FileOrigin)| read(module, *origin, frameworks);
        let read: Vec<_> = modules.par_iter().map(read).collect();
        for ((module, _), (policy, found)) in modules.into_iter().zip(read) {
            problems.extend(found);
            if !module.is_test() {
                digest.update((module.text.len() as u64).to_be_bytes());
                digest.update(module.text.as_bytes());
            }
            match policy {
                Some(policy) => set.policies.push((policy, module)),
                None if module.is_test() => set.tests.push(module),
                None if module.is_library() => set.libraries.push(module),
                None => {}
            }
        }
        for folder in conftest {
            let (policies, found) = conftest::load::load(folder, namespaces, frameworks, &mut set.sources);
            folder.iter().for_each(|it| digest.update(it.text.as_bytes()));
            set.policies.extend(policies);
            problems.extend(found);
        }
        problems.extend(repeated(&set));
        problems.sort_by_key(|it| it.span);
        set.policies.sort_by(|a, b| a.0.id.cmp(&b.0.id));
        set.digest = format!("sha256:{:x}", digest.finalize());
        if problems.is_empty() { Ok(set) } else { Err(Box::new(LoadError { problems, sources: set.sources })) }
    }

    /// Whether a policy asks for configuration files as they stand.
    pub fn wants_whole_files(&self) -> bool {
        self.policies.iter().any(|it| it.0.kind == EvidenceKind::File)
    }

    /// The set with no other policy than this one.
    pub fn only(&self, id: &PolicyId) -> Self {
        Self {
            policies: self.policies.iter().filter(|it| it.0.id == *id).cloned().collect(),
            libraries: self.libraries.clone(),
            sources: self.sources.clone(),
            digest: self.digest.clone(),
            built_in: self.built_in,
            ..Self::default()
        }
    }

    /// Whether a source is a user's own. The program's come first.
    pub fn is_from_folder(&self, source: SourceId) -> bool {
        source.0 >= self.built_in
    }

    /// The policy's engine, with the libraries it imports.
    pub fn judge(&self, module: &Module) -> Result<Judge, Problem> {
        engine::judge(module, &self.imported(module))
    }

    /// The libraries that a module imports, directly or through another.
    pub fn imported(&self, module: &Module) -> Vec<&Module> {
        let mut wanted: Vec<&str> = module.imports.iter().map(String::as_str).collect();
        let mut found: BTreeMap<&str, &Module> = BTreeMap::new();
        while let Some(name) = wanted.pop() {
            let libraries = self.libraries.iter().filter(|it| is_within(name, &it.package));
            for library in libraries {
                if found.insert(&library.path, library).is_none() {
                    wanted.extend(library.imports.iter().map(String::as_str));
                }
            }
        }
        found.into_values().collect()
    }
}

/// Whether an import names a package or something in it.
fn is_within(import: &str, package: &str) -> bool {
    import == package || import.strip_prefix(package).is_some_and(|it| it.starts_with('.'))
}

/// The policy a module declares, if it is one, and what is wrong with it. Built-in policies are compiled when they are
/// first asked and by the test suite; a user's own when they are loaded.
fn read(module: &Module, origin: FileOrigin, frameworks: &[Framework]) -> (Option<Policy>, Vec<Problem>) {
    let mut problems = Vec::new();
    if let FileOrigin::BuiltIn(annotation) = origin
        && let Some(policy) = embedded::policy(annotation, &module.package)
    {
        return (Some(policy), problems);
    }
    if matches!(origin, FileOrigin::Folder) {
        problems.extend(lint::problems(module));
        problems.extend(engine::add(&mut engine::engine(), module).err());
    }
    if module.is_test() || module.is_library() {
        return (None, problems);
    }
    match metadata::policy(module, frameworks) {
        Ok(policy) => (Some(policy), problems),
        Err(found) => {
            problems.extend(found);
            (None, problems)
        }
    }
}

fn repeated(set: &PolicySet) -> Vec<Problem> {
    let mut seen = BTreeSet::new();
    let repeated = set.policies.iter().filter(|(policy, _)| !seen.insert(&policy.id));
    let complaint = |(policy, module): &(Policy, Module)| {
        Problem::at(metadata::id_span(module), format!("another policy has the id `{}`", policy.id))
    };
    repeated.map(complaint).collect()
}
