//! Templates on disk, and the lists that hold them: conditions and loops of the template language are looked through.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};

use crate::collect::target::SourceFile;
use crate::model::{Node, Problem};

/// How deep templates may take in others: less than the platform's own bound of a hundred, and more than people use.
const DEPTH: usize = 20;

/// How many templates one pipeline may take in: the platform's own bound.
const MOST: usize = 100;

/// Documents by their path.
pub(super) struct Library<'a> {
    documents: BTreeMap<&'a Utf8Path, (&'a SourceFile, &'a Node)>,
}

/// One element of a list of stages, jobs or steps.
pub(super) enum Element<'a> {
    Here(&'a SourceFile, &'a Node),
    /// A template that is not on disk.
    Elsewhere(&'a Node),
}

/// What was met while lists were read.
#[derive(Default)]
pub(super) struct Met {
    pub(super) files: Vec<Utf8PathBuf>,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Library<'a> {
    pub(super) fn new(documents: impl Iterator<Item = (&'a SourceFile, &'a Node)>) -> Self {
        Self { documents: documents.map(|(file, node)| (file.path.as_path(), (file, node))).collect() }
    }

    /// The elements of a list under `key`, templates replaced by the list of the same name that they hold.
    pub(super) fn elements(&self, file: &'a SourceFile, list: &'a Node, key: &str, met: &mut Met) -> Vec<Element<'a>> {
        let mut found = Vec::new();
        self.add(file, list, key, &mut vec![file.path.clone()], met, &mut found);
        found
    }

    fn add(
        &self,
        file: &'a SourceFile,
        list: &'a Node,
        key: &str,
        chain: &mut Vec<Utf8PathBuf>,
        met: &mut Met,
        found: &mut Vec<Element<'a>>,
    ) {
        for item in list.items() {
            let expression = item.entries().iter().find(|it| it.name.starts_with("${{"));
            if let Some(named) = item.get("template") {
                match self.template(file, named, chain, met) {
                    Some((other, document)) => {
                        chain.push(other.path.clone());
                        if let Some(list) = document.get(key) {
                            self.add(other, list, key, chain, met, found);
                        }
                        chain.pop();
                    }
                    None => found.push(Element::Elsewhere(named)),
                }
            } else if let Some(inner) = expression.filter(|it| !it.node.items().is_empty()) {
                self.add(file, &inner.node, key, chain, met, found);
            } else if !item.entries().is_empty() {
                found.push(Element::Here(file, item));
            }
        }
    }

    /// The template on disk that is named, noted as taken in.
    pub(super) fn template(
        &self,
        file: &SourceFile,
        named: &Node,
        chain: &[Utf8PathBuf],
        met: &mut Met,
    ) -> Option<(&'a SourceFile, &'a Node)> {
        let text = named.as_str()?;
        let path = match text.rsplit_once('@') {
            Some((path, "self")) => path,
            Some(_) => return None,
            None => text,
        };
        let folder =
            if path.starts_with('/') { Utf8Path::new("") } else { file.path.parent().unwrap_or(Utf8Path::new("")) };
        let Some(path) = within(folder, path) else {
            met.problems.push(Problem::at(named.span, format!("`{text}` leads out of the repository: it is not read")));
            return None;
        };
        if chain.contains(&path) || chain.len() > DEPTH {
            met.problems.push(Problem::at(named.span, format!("`{text}` takes itself in: it is not read again")));
            return None;
        }
        if met.files.len() >= MOST {
            let problem =
                Problem::at(named.span, format!("more than {MOST} templates are taken in: the rest is not read"));
            if !met.problems.contains(&problem) {
                met.problems.push(problem);
            }
            return None;
        }
        let known = self.documents.get(path.as_path()).copied()?;
        met.files.push(path);
        Some(known)
    }
}

fn within(folder: &Utf8Path, text: &str) -> Option<Utf8PathBuf> {
    let mut parts: Vec<&str> = folder.components().map(|it| it.as_str()).collect();
    for part in text.split(['/', '\\']).filter(|it| !it.is_empty() && *it != ".") {
        match part {
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.iter().collect())
}
