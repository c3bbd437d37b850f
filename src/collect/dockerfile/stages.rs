//! The stages of a build: what each is built from, and what its instructions leave in it.

use std::collections::{BTreeSet, HashMap};

use crate::collect::image_reference;
use crate::model::{Entry, Node, Span};
use crate::syntax::dockerfile::{Dockerfile, Instruction, Word};

use super::variables::{Scope, arguments, environment, filled, value_of};

/// A build with its stages in order.
pub(super) struct Build<'a> {
    pub(super) escape: char,
    pub(super) stages: Vec<Stage<'a>>,
    /// The last stage of each name.
    names: HashMap<String, usize>,
    /// How much more stages may take over from those that they are built from.
    room: usize,
    arguments_before: Vec<Node>,
}

/// Variables and ports that all stages together take over. Past it, what a variable is counts as not known.
const MOST_TAKEN_OVER: usize = 100_000;

/// One stage, with what it has from the stage it is built from.
#[derive(Clone)]
pub(super) struct Stage<'a> {
    pub(super) name: String,
    name_node: Node,
    pub(super) head: Span,
    pub(super) base: Base,
    pub(super) instructions: Vec<&'a Instruction>,
    user: Option<Node>,
    healthcheck: Option<Node>,
    ports: Vec<Node>,
    variables: Vec<Node>,
    copied_from: Vec<Node>,
    scope: Scope,
}

/// What a stage is built from.
#[derive(Clone)]
pub(super) enum Base {
    Scratch,
    Stage(usize),
    External(Node),
}

impl<'a> Build<'a> {
    pub(super) fn of(file: &'a Dockerfile) -> Option<Self> {
        let mut build = Self {
            escape: file.escape,
            stages: Vec::new(),
            names: HashMap::new(),
            room: MOST_TAKEN_OVER,
            arguments_before: Vec::new(),
        };
        let mut global = Scope::new();
        for instruction in &file.instructions {
            if instruction.on_build {
                // It leaves nothing in this image, and runs in the builds on top of it.
                if let Some(stage) = build.stages.last_mut() {
                    stage.instructions.push(instruction);
                }
            } else if instruction.name == "FROM" {
                build.ended();
                let stage = build.begin(instruction, &global);
                build.stages.push(stage);
            } else if let Some(mut stage) = build.stages.pop() {
                build.apply(&mut stage, instruction, &global);
                build.stages.push(stage);
            } else if instruction.name == "ARG" {
                let nodes = arguments(instruction, file.escape, &mut global, None, "");
                build.arguments_before.extend(nodes);
            }
        }
        build.ended();
        (!build.stages.is_empty()).then_some(build)
    }

    /// The last stage is whole: from here on its name means it.
    fn ended(&mut self) {
        if let Some((stage, before)) = self.stages.split_last() {
            self.names.insert(stage.name.clone(), before.len());
        }
    }

    fn begin(&mut self, instruction: &'a Instruction, global: &Scope) -> Stage<'a> {
        let words = instruction.arguments.words(self.escape);
        let as_name = match words.get(1..) {
            Some([keyword, name, ..]) if keyword.text.eq_ignore_ascii_case("as") => Some(name),
            _ => None,
        };
        let number = self.stages.len().to_string();
        let name = as_name.map_or(number.clone(), |it| it.text.to_ascii_lowercase());
        let name_span = as_name.map_or(instruction.name_span, |it| it.span);
        let image = match words.first() {
            Some(word) => filled(word, self.escape, global),
            None => Node::new("", instruction.name_span),
        };
        let fresh = |base| Stage {
            name: name.clone(),
            name_node: Node::new(name.as_str(), name_span),
            head: words.first().map_or(instruction.name_span, |it| instruction.name_span.to(it.span)),
            base,
            instructions: Vec::new(),
            user: None,
            healthcheck: None,
            ports: Vec::new(),
            variables: Vec::new(),
            copied_from: Vec::new(),
            scope: Scope::new(),
        };
        match image.as_str() {
            Some("scratch") => fresh(Base::Scratch),
            Some(text) => match self.stage(text) {
                Some(at) => {
                    let mut stage = fresh(Base::Stage(at));
                    let Some(parent) = self.stages.get(at) else { return stage };
                    stage.user = parent.user.clone();
                    stage.healthcheck = parent.healthcheck.clone();
                    if let Some(left) = self.room.checked_sub(parent.ports.len() + parent.scope.len()) {
                        self.room = left;
                        stage.ports = parent.ports.clone();
                        stage.scope = parent.scope.clone();
                        stage.scope.retain(|_, it| it.stays);
                    }
                    stage
                }
                None => fresh(Base::External(image)),
            },
            None => fresh(Base::External(image)),
        }
    }

    fn stage(&self, name: &str) -> Option<usize> {
        self.names.get(&name.to_ascii_lowercase()).copied()
    }

    fn apply(&self, stage: &mut Stage<'a>, instruction: &'a Instruction, global: &Scope) {
        let words = || instruction.arguments.words(self.escape);
        match instruction.name.as_str() {
            "USER" => {
                if let Some(word) = words().first() {
                    stage.user = Some(user(filled(word, self.escape, &stage.scope)));
                }
            }
            "HEALTHCHECK" => {
                let span = instruction.arguments.whole();
                let text = instruction.arguments.text.trim();
                stage.healthcheck = Some(Node::new(text, span).named(instruction.name_span));
            }
            "EXPOSE" => {
                let ports =
                    words().iter().map(|it| port(it, filled(it, self.escape, &stage.scope))).collect::<Vec<_>>();
                stage.ports.extend(ports);
            }
            "ARG" => {
                let name = stage.name.clone();
                let nodes = arguments(instruction, self.escape, &mut stage.scope, Some(global), &name);
                stage.variables.extend(nodes);
            }
            "ENV" => {
                let name = stage.name.clone();
                let nodes = environment(instruction, self.escape, &mut stage.scope, &name);
                stage.variables.extend(nodes);
            }
            "COPY" => {
                let taken = instruction.flag("from").map(|it| it.value.clone());
                stage.copied_from.extend(self.foreign(taken, global));
            }
            "RUN" => {
                let mounts = instruction.flags.iter().filter(|it| it.name == "mount");
                let taken: Vec<_> = mounts.filter_map(|it| setting(&it.value, "from=")).collect();
                stage.copied_from.extend(self.foreign(taken, global));
            }
            _ => {}
        }
        stage.instructions.push(instruction);
    }

    /// The images among these names: what is no stage of this build.
    fn foreign(&self, names: impl IntoIterator<Item = Word>, global: &Scope) -> Vec<Node> {
        let is_here = |it: &str| self.stage(it).is_some() || it.parse::<usize>().is_ok();
        names.into_iter().filter(|it| !is_here(&it.text)).map(|it| filled(&it, self.escape, global)).collect()
    }

    /// Stages that the final one is built from, itself included.
    pub(super) fn lineage(&self) -> Vec<usize> {
        let mut lineage = Vec::new();
        let mut next = self.stages.len().checked_sub(1);
        while let Some(at) = next {
            lineage.push(at);
            next = match self.stages.get(at).map(|it| &it.base) {
                Some(Base::Stage(parent)) => Some(*parent),
                _ => None,
            };
        }
        lineage
    }

    /// The head of the final stage: `FROM debian:12`.
    pub(super) fn final_head(&self) -> Span {
        self.stages.last().map_or(Span::start_of(crate::model::SourceId(0)), |it| it.head)
    }

    /// The user and the enabled health check of a stage, or of the final one.
    pub(super) fn left_in(&self, stage: Option<&str>) -> Option<(Option<Node>, Option<Node>)> {
        let at = stage.map_or(self.stages.len().checked_sub(1), |it| self.stage(it))?;
        let stage = self.stages.get(at)?;
        let check = stage.healthcheck.clone().filter(|it| it.as_str() != Some("NONE"));
        let check = check.map(|it| Node::map(vec![Entry::new("test", it.clone())], it.span));
        Some((stage.user.clone(), check))
    }

    pub(super) fn facts(&self, text: &str) -> Vec<Entry> {
        let Some(last) = self.stages.last() else { return Vec::new() };
        let lineage = self.lineage();
        let is_kept: BTreeSet<usize> = lineage.iter().copied().collect();
        let mut base_images = Vec::new();
        for (at, stage) in self.stages.iter().enumerate() {
            let built_from = match &stage.base {
                Base::External(image) => Some((image, is_kept.contains(&at))),
                _ => None,
            };
            let copied = stage.copied_from.iter().map(|it| (it, false));
            for (image, is_final) in built_from.into_iter().chain(copied) {
                let mut entries = image_reference::facts(image, text, image_reference::BASE);
                entries.push(Entry::new("stage", stage.name_node.clone()));
                entries.push(Entry::new("final", Node::new(is_final, image.span)));
                base_images.push(Node::map(entries, image.span));
            }
        }
        let scratch =
            lineage.last().and_then(|it| self.stages.get(*it)).is_some_and(|it| matches!(it.base, Base::Scratch));
        let stages = self.stages.iter().map(|it| it.name_node.clone()).collect();
        let variables =
            self.arguments_before.iter().chain(self.stages.iter().flat_map(|it| &it.variables)).cloned().collect();
        let mut facts = vec![
            Entry::new("stages", Node::list(stages, last.head)),
            Entry::new("base_images", Node::list(base_images, last.head)),
            Entry::new("from_scratch", Node::new(scratch, last.head)),
            Entry::new("ports", Node::list(last.ports.clone(), last.head)),
            Entry::new("variables", Node::list(variables, last.head)),
            Entry::new("additions", Node::list(self.additions(), last.head)),
        ];
        facts.extend(last.user.clone().map(|it| Entry::new("user", it)));
        facts.extend(last.healthcheck.clone().map(|it| Entry::new("healthcheck", it)));
        facts
    }

    fn additions(&self) -> Vec<Node> {
        let mut additions = Vec::new();
        for stage in &self.stages {
            let taken = stage.instructions.iter().filter(|it| matches!(it.name.as_str(), "ADD" | "COPY"));
            for instruction in taken.filter(|it| it.flag("from").is_none()) {
                let words = instruction.exec.clone().unwrap_or_else(|| instruction.arguments.words(self.escape));
                let Some((_, sources)) = words.split_last() else { continue };
                for source in sources.iter().filter(|it| !it.text.starts_with("<<")) {
                    let node = filled(source, self.escape, &stage.scope);
                    let remote = node.as_str().is_some_and(is_remote) || is_remote(&source.text);
                    let mut entries = vec![
                        Entry::new("instruction", Node::new(instruction.name.as_str(), instruction.name_span)),
                        Entry::new("source", node),
                        Entry::new("remote", Node::new(remote, source.span)),
                        Entry::new("stage", stage.name_node.clone()),
                    ];
                    let checksum = instruction.flag("checksum");
                    entries.extend(
                        checksum.map(|it| Entry::new("checksum", Node::new(it.value.text.as_str(), it.value.span))),
                    );
                    additions.push(Node::map(entries, source.span).named(instruction.name_span));
                }
            }
        }
        additions
    }
}

/// The value of a setting among others: `from=` in `type=bind,from=tools,target=/tools`.
fn setting(word: &Word, key: &str) -> Option<Word> {
    let mut at = 0;
    for part in word.text.split(',') {
        if let Some(value) = part.strip_prefix(key) {
            let mut found = value_of(word, at + key.len());
            found.text.truncate(value.len());
            found.span.end = (found.span.start + u32::try_from(value.len()).unwrap_or(0)).min(word.span.end);
            return Some(found);
        }
        at += part.len() + 1;
    }
    None
}

fn is_remote(source: &str) -> bool {
    ["http://", "https://", "git@", "ftp://", "ssh://", "git://"].iter().any(|it| source.starts_with(it))
}

/// The user without the group: `app:app`.
fn user(node: Node) -> Node {
    let Some((name, _)) = node.as_str().and_then(|it| it.split_once(':')) else { return node };
    let end = node.span.start + u32::try_from(name.len()).unwrap_or(0);
    Node { span: crate::model::Span { end: end.min(node.span.end), ..node.span }, value: name.into(), ..node.clone() }
}

fn port(word: &Word, node: Node) -> Node {
    let (number, protocol) = match node.as_str().map(|it| it.split_once('/').unwrap_or((it, "tcp"))) {
        Some((number, protocol)) => (number.to_owned(), protocol.to_ascii_lowercase()),
        None => return Node::map(vec![Entry::new("port", node)], word.span),
    };
    let number = match number.parse::<i64>() {
        Ok(number) => Node { value: number.into(), ..node.clone() },
        Err(_) => Node { value: number.into(), ..node.clone() },
    };
    let protocol = Node { value: protocol.into(), ..node };
    Node::map(vec![Entry::new("port", number), Entry::new("protocol", protocol)], word.span)
}
