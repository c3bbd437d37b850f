//! The files of one folder as one module: what they declare, with override files laid over.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use camino::Utf8PathBuf;

use crate::model::{Problem, Span};
use crate::syntax::hcl::tree::{Attribute, Block, Body, Expression};

use super::resource::Mode;

/// A module's declarations.
#[derive(Debug)]
pub(crate) struct Folder {
    /// Relative to the scanned root; empty for the root itself.
    pub(crate) path: Utf8PathBuf,
    /// The start of its first file: where the folder as a whole is meant.
    pub(crate) place: Span,
    pub(crate) variables: BTreeMap<Arc<str>, Block>,
    pub(crate) locals: HashMap<Arc<str>, Attribute>,
    pub(crate) outputs: BTreeMap<Arc<str>, Block>,
    /// Resource and data blocks in the order of files and lines.
    pub(crate) resources: Vec<ResourceBlock>,
    pub(crate) calls: Vec<Block>,
    pub(crate) providers: Vec<Block>,
    /// `terraform` blocks.
    pub(crate) settings: Vec<Block>,
    /// Files of values by which of them wins, the last one most, each with what to say of where its values were set.
    pub(crate) files: Vec<(u8, Arc<str>, Vec<Attribute>)>,
    /// What is set for variables, and where it was set; for a root module.
    pub(crate) values: HashMap<Arc<str>, (Expression, Arc<str>)>,
    index: HashMap<(Mode, Arc<str>, Arc<str>), usize>,
}

/// A `resource` or `data` block.
#[derive(Debug)]
pub(crate) struct ResourceBlock {
    pub(crate) mode: Mode,
    pub(crate) block: Block,
}

impl Folder {
    pub(crate) fn new(path: Utf8PathBuf, place: Span) -> Self {
        Self {
            path,
            place,
            variables: BTreeMap::new(),
            locals: HashMap::new(),
            outputs: BTreeMap::new(),
            resources: Vec::new(),
            calls: Vec::new(),
            providers: Vec::new(),
            settings: Vec::new(),
            files: Vec::new(),
            values: HashMap::new(),
            index: HashMap::new(),
        }
    }

    /// Whether nothing is declared.
    pub(crate) fn is_empty(&self) -> bool {
        self.variables.is_empty()
            && self.locals.is_empty()
            && self.outputs.is_empty()
            && self.resources.is_empty()
            && self.calls.is_empty()
            && self.providers.is_empty()
            && self.settings.is_empty()
    }

    /// Lets the files of values say what they set.
    pub(crate) fn settle_values(&mut self) {
        let mut files = std::mem::take(&mut self.files);
        files.sort_by_key(|it| it.0);
        for (_, note, values) in files {
            self.values.extend(values.into_iter().map(|it| (it.name, (it.value, note.clone()))));
        }
    }

    /// The resource block of a type and name, with its number.
    pub(crate) fn resource(&self, mode: Mode, kind: &Arc<str>, name: &Arc<str>) -> Option<(usize, &ResourceBlock)> {
        let at = *self.index.get(&(mode, kind.clone(), name.clone()))?;
        self.resources.get(at).map(|it| (at, it))
    }

    /// Adds what a file declares. A second declaration of a name is a problem.
    pub(crate) fn add(&mut self, body: Body, problems: &mut Vec<Problem>) {
        for block in body.blocks {
            let labels = block.labels.len();
            match (&*block.kind, block.label(0).cloned()) {
                ("variable", Some(name)) => declare(&mut self.variables, name, block, problems),
                ("output", Some(name)) => declare(&mut self.outputs, name, block, problems),
                ("locals", _) => {
                    for local in block.body.attributes {
                        if self.locals.contains_key(&local.name) {
                            problems.push(Problem::at(local.name_span, "a local of this name is declared before"));
                        }
                        self.locals.insert(local.name.clone(), local);
                    }
                }
                ("resource", _) if labels == 2 => self.add_resource(Mode::Managed, block, problems),
                ("data", _) if labels == 2 => self.add_resource(Mode::Data, block, problems),
                ("module", Some(_)) => self.calls.push(block),
                ("provider", Some(_)) => self.providers.push(block),
                ("terraform" | "tofu", _) => self.settings.push(block),
                // A check's data source is looked up as any other, but only within the check.
                ("check" | "moved" | "import" | "removed" | "ephemeral" | "action" | "language", _) => {}
                ("resource" | "data", _) => {
                    problems.push(Problem::at(block.kind_span, format!("a {} needs a type and a name", block.kind)));
                }
                ("module" | "variable" | "output" | "provider", None) => {
                    problems.push(Problem::at(block.kind_span, format!("a {} needs a name", block.kind)));
                }
                (kind, _) => {
                    problems.push(Problem::at(block.kind_span, format!("there is no block of type {kind} here")));
                }
            }
        }
        for attribute in body.attributes {
            problems.push(Problem::at(attribute.name_span, "an argument stands outside of all blocks"));
        }
    }

    fn add_resource(&mut self, mode: Mode, block: Block, problems: &mut Vec<Problem>) {
        let (Some(kind), Some(name)) = (block.label(0).cloned(), block.label(1).cloned()) else { return };
        let key = (mode, kind, name);
        if self.index.contains_key(&key) {
            problems.push(Problem::at(block.name_span(), "a resource of this type and name is declared before"));
            return;
        }
        self.index.insert(key, self.resources.len());
        self.resources.push(ResourceBlock { mode, block });
    }

    /// Lays an override file over what is declared: arguments replace arguments, blocks replace blocks of their type.
    pub(crate) fn lay_over(&mut self, body: Body, problems: &mut Vec<Problem>) {
        for block in body.blocks {
            let (first, second) = (block.label(0).cloned(), block.label(1).cloned());
            let mode = if &*block.kind == "data" { Mode::Data } else { Mode::Managed };
            let target = match (&*block.kind, first, second) {
                ("resource" | "data", Some(kind), Some(name)) => {
                    let at = self.index.get(&(mode, kind, name)).copied();
                    at.and_then(|at| self.resources.get_mut(at)).map(|it| &mut it.block)
                }
                ("variable", Some(name), _) => self.variables.get_mut(&name),
                ("output", Some(name), _) => self.outputs.get_mut(&name),
                ("module", Some(name), _) => self.calls.iter_mut().find(|it| it.label(0) == Some(&name)),
                ("provider", Some(name), _) => {
                    let alias = |it: &Block| it.body.value("alias").and_then(Expression::literal).map(str::to_owned);
                    let own = alias(&block);
                    self.providers.iter_mut().find(|it| it.label(0) == Some(&name) && alias(it) == own)
                }
                ("locals", _, _) => {
                    self.locals.extend(block.body.attributes.into_iter().map(|it| (it.name.clone(), it)));
                    continue;
                }
                ("terraform" | "tofu", _, _) => {
                    self.lay_over_settings(block);
                    continue;
                }
                _ => continue,
            };
            match target {
                Some(target) => merge(&mut target.body, block.body),
                None => problems.push(Problem::at(block.name_span(), "there is nothing of this name to override")),
            }
        }
    }
}

/// Where the state is kept is said once: what an override says of it takes the place of both forms.
const STATE: &[&str] = &["backend", "cloud"];

impl Folder {
    fn lay_over_settings(&mut self, block: Block) {
        if block.body.blocks.iter().any(|it| STATE.contains(&&*it.kind)) {
            for settings in &mut self.settings {
                settings.body.blocks.retain(|it| !STATE.contains(&&*it.kind));
            }
        }
        self.settings.push(block);
    }
}

fn declare(into: &mut BTreeMap<Arc<str>, Block>, name: Arc<str>, block: Block, problems: &mut Vec<Problem>) {
    if into.contains_key(&name) {
        problems.push(Problem::at(block.name_span(), format!("a {} of this name is declared before", block.kind)));
        return;
    }
    into.insert(name, block);
}

fn merge(body: &mut Body, over: Body) {
    for attribute in over.attributes {
        match body.attributes.iter_mut().find(|it| it.name == attribute.name) {
            Some(found) => *found = attribute,
            None => body.attributes.push(attribute),
        }
    }
    let (lifecycle, blocks): (Vec<Block>, Vec<Block>) =
        over.blocks.into_iter().partition(|it| &*it.kind == "lifecycle");
    body.blocks.retain(|it| !blocks.iter().any(|other| made_type(other) == made_type(it)));
    body.blocks.extend(blocks);
    // Only `lifecycle` is laid over argument by argument.
    for block in lifecycle {
        match body.blocks.iter_mut().find(|it| &*it.kind == "lifecycle") {
            Some(found) => merge(&mut found.body, block.body),
            None => body.blocks.push(block),
        }
    }
}

/// The type of the blocks that a block makes: a dynamic one makes those of its label.
fn made_type(block: &Block) -> &str {
    match block.label(0) {
        Some(label) if &*block.kind == "dynamic" => label,
        _ => &block.kind,
    }
}
