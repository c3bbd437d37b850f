//! One description with the files beside it that it refers to.

use std::collections::HashMap;

use camino::{Utf8Path, Utf8PathBuf};

use crate::model::Node;

/// How many references in a row are followed.
const LONGEST_CHAIN: usize = 32;

/// A description, and the documents that references may lead to.
pub(super) struct Description<'d> {
    pub(super) root: &'d Node,
    /// The file that holds the root.
    pub(super) path: &'d Utf8Path,
    pub(super) documents: &'d HashMap<Utf8PathBuf, Node>,
}

/// A node, and the file in which its own references are read.
#[derive(Clone, Copy)]
pub(super) struct Placed<'d> {
    pub(super) node: &'d Node,
    pub(super) file: &'d Utf8Path,
}

/// What a reference led to, with the words by which others refer to it too.
pub(super) struct Shared<'d> {
    pub(super) name: String,
    /// The steps to it from the root, after its file where that is another one.
    pub(super) address: String,
    pub(super) placed: Placed<'d>,
}

/// Where a reference led.
pub(super) enum Resolved<'d> {
    To(Placed<'d>),
    /// To what was not scanned, or to nothing: the text of the reference.
    Nowhere(&'d str),
}

impl<'d> Description<'d> {
    /// Whether it is of Swagger 2.0, which says several things elsewhere.
    pub(super) fn is_swagger(&self) -> bool {
        self.root.get("swagger").is_some()
    }

    pub(super) fn placed(&self, node: &'d Node) -> Placed<'d> {
        Placed { node, file: self.path }
    }

    /// The node itself, or what it refers to.
    pub(super) fn resolve(&self, placed: Placed<'d>) -> Resolved<'d> {
        let mut placed = placed;
        for _ in 0..LONGEST_CHAIN {
            let Some(reference) = placed.node.get("$ref").and_then(Node::as_str) else { return Resolved::To(placed) };
            let Some(next) = self.follow(placed.file, reference) else { return Resolved::Nowhere(reference) };
            placed = next;
        }
        Resolved::Nowhere("a reference that leads to itself")
    }

    /// The same where it leads somewhere.
    pub(super) fn resolved(&self, placed: Placed<'d>) -> Option<Placed<'d>> {
        match self.resolve(placed) {
            Resolved::To(it) => Some(it),
            Resolved::Nowhere(_) => None,
        }
    }

    /// What a reference leads to in the end, and its name.
    pub(super) fn shared(&self, placed: Placed<'d>) -> Option<Shared<'d>> {
        let mut placed = placed;
        let mut last = "";
        for _ in 0..LONGEST_CHAIN {
            let Some(reference) = placed.node.get("$ref").and_then(Node::as_str) else { break };
            last = reference.split_once('#').map_or("", |(_, pointer)| pointer);
            placed = self.follow(placed.file, reference)?;
        }
        let steps: Vec<String> = last.split('/').filter(|it| !it.is_empty()).map(unescaped).collect();
        let name = steps.last().cloned().or_else(|| placed.file.file_stem().map(str::to_owned))?;
        let address = match placed.file == self.path {
            true => steps.join("."),
            false => format!("{}.{}", placed.file, steps.join(".")),
        };
        Some(Shared { name, address, placed })
    }

    fn follow(&self, from: &'d Utf8Path, reference: &str) -> Option<Placed<'d>> {
        let (file, pointer) = reference.split_once('#').unwrap_or((reference, ""));
        let (document, file) = match file {
            "" if from == self.path => (self.root, self.path),
            "" => self.documents.get_key_value(from).map(|(path, it)| (it, path.as_path()))?,
            file => {
                let path = joined(from.parent()?, file)?;
                match path == *self.path {
                    true => (self.root, self.path),
                    false => self.documents.get_key_value(&path).map(|(path, it)| (it, path.as_path()))?,
                }
            }
        };
        let steps = pointer.split('/').filter(|it| !it.is_empty());
        let node = steps.map(unescaped).try_fold(document, |node, step| node.get(&step))?;
        Some(Placed { node, file })
    }
}

/// `~1` stands for a slash in a pointer, `%7B` for a brace.
fn unescaped(step: &str) -> String {
    let step = step.replace("%7B", "{").replace("%7D", "}").replace("%7b", "{").replace("%7d", "}");
    step.replace("~1", "/").replace("~0", "~")
}

/// A path from a folder; nothing where it leaves the scanned root or is an address.
fn joined(folder: &Utf8Path, reference: &str) -> Option<Utf8PathBuf> {
    if reference.contains("://") || reference.starts_with('/') {
        return None;
    }
    let mut path = folder.to_owned();
    for step in reference.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                if !path.pop() {
                    return None;
                }
            }
            step => path.push(step),
        }
    }
    Some(path)
}
