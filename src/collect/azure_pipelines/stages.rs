//! A whole pipeline: stages in their order, jobs within them, and what starts it.

use std::collections::{BTreeMap, BTreeSet};

use camino::Utf8PathBuf;

use crate::collect::pipeline::checks::{Hidden, Hides, Runs};
use crate::collect::pipeline::facts::Facts;
use crate::collect::pipeline::order::Group;
use crate::collect::pipeline::rows::{Job, Occasions, Pipeline};
use crate::collect::pipeline::{settings, versions};
use crate::collect::target::SourceFile;
use crate::model::{Node, Problem, Span};

use super::job::{self, Around, depends_on, variables};
use super::templates::{Element, Library, Met};

/// The format's name.
pub(super) const NAME: &str = "azure-pipelines";

/// A pipeline, the templates that it took in, and what is wrong with it.
pub(super) struct Read {
    pub(super) pipeline: Pipeline,
    pub(super) files: Vec<Utf8PathBuf>,
    pub(super) problems: Vec<Problem>,
}

/// A stage that was read: its name, its jobs, and the person that it waits for.
struct Stage {
    name: String,
    jobs: Vec<Group>,
    waits: Option<Span>,
}

/// The stages that were read, in their order.
#[derive(Default)]
struct Stages {
    all: Vec<Stage>,
    /// Their places by their names.
    named: BTreeMap<String, Vec<usize>>,
}

impl Stages {
    fn add(&mut self, stage: Stage) {
        self.named.entry(stage.name.clone()).or_default().push(self.all.len());
        self.all.push(stage);
    }

    /// The stages of these names, in their order.
    fn called(&self, names: &[String]) -> Vec<&Stage> {
        let places: BTreeSet<usize> = names.iter().filter_map(|it| self.named.get(it)).flatten().copied().collect();
        places.into_iter().filter_map(|it| self.all.get(it)).collect()
    }
}

pub(super) fn read<'a>(library: &'a Library<'a>, file: &'a SourceFile, document: &'a Node) -> Read {
    let mut met = Met::default();
    let mut jobs = Vec::new();
    let mut runs = Runs::default();
    // A pipeline may be nothing but another template with its parameters.
    let extended = document.dotted("extends.template");
    let (file_of, body) =
        match extended.and_then(|it| library.template(file, it, std::slice::from_ref(&file.path), &mut met)) {
            Some((other, body)) => (other, body),
            None => (file, document),
        };
    if let Some(named) = extended.filter(|_| std::ptr::eq(body, document)) {
        runs.hidden.push(elsewhere(named));
    }
    let shared: Vec<Node> = [variables(document), variables(body)].into_iter().flatten().collect();
    if let Some(list) = body.get("stages") {
        let mut stages = Stages::default();
        for element in library.elements(file_of, list, "stages", &mut met) {
            match element {
                Element::Here(file, stage) => {
                    let around = Around { library, document, stage: Some(stage), variables: &shared, approval: None };
                    let read = stage_jobs(&around, file, stage, &stages, &mut jobs, &mut met, &mut runs);
                    stages.add(read);
                }
                Element::Elsewhere(named) => runs.hidden.push(elsewhere(named)),
            }
        }
    } else if body.get("jobs").is_some() || body.get("steps").is_some() {
        let around = Around { library, document, stage: None, variables: &shared, approval: None };
        stage_jobs(&around, file_of, body, &Stages::default(), &mut jobs, &mut met, &mut runs);
    }
    let occasions = occasions(document);
    jobs.iter_mut().for_each(|it| it.occasions = occasions);
    let first = document.entries().first().and_then(|it| it.node.name_span);
    let name_span = first.unwrap_or(Span::start_of(file.id));
    let mut facts = Facts::default();
    let stated = settings::of(&shared);
    facts.put("settings", Node::list(stated, name_span));
    facts.put_some("debug_logging", settings::debug(&shared));
    let includes = includes(document);
    facts.put_some("includes", includes.first().map(|it| it.span).map(|at| Node::list(includes, at)));
    let pipeline = Pipeline {
        format: NAME,
        path: file.path.clone(),
        name: file.path.file_stem().unwrap_or("pipeline").to_owned(),
        name_span,
        span: document.span,
        facts,
        runs,
        jobs,
    };
    Read { pipeline, files: met.files, problems: met.problems }
}

/// Adds the jobs of a stage, each after what it depends on. Without a word, a stage comes after the one before it.
fn stage_jobs<'a>(
    around: &Around<'a>,
    file: &'a SourceFile,
    stage: &'a Node,
    stages: &Stages,
    jobs: &mut Vec<Job>,
    met: &mut Met,
    runs: &mut Runs,
) -> Stage {
    let name = stage.get("stage").and_then(Node::as_str).unwrap_or_default().to_owned();
    let before: Vec<&Stage> = match depends_on(stage) {
        Some(names) => stages.called(&names),
        None => stages.all.last().into_iter().collect(),
    };
    let by_hand = stage.get("trigger").filter(|it| it.as_str() == Some("manual")).map(|it| it.span);
    let approval = by_hand.or_else(|| before.iter().find_map(|it| it.waits));
    let earlier: Vec<Group> = before.iter().flat_map(|it| it.jobs.iter().cloned()).collect();
    let prefix = if name.is_empty() { "jobs".to_owned() } else { format!("stages.{name}") };
    let mut elements = Vec::new();
    match stage.get("jobs") {
        Some(list) => elements = around.library.elements(file, list, "jobs", met),
        None if stage.get("steps").is_some() => elements.push(Element::Here(file, stage)),
        None => {}
    }
    let mut own: Vec<(usize, Vec<String>)> = Vec::new();
    let mut waits = approval;
    for element in elements {
        let (file, node) = match element {
            Element::Here(file, node) => (file, node),
            Element::Elsewhere(named) => {
                runs.hidden.push(elsewhere(named));
                continue;
            }
        };
        let around = Around {
            library: around.library,
            document: around.document,
            stage: around.stage,
            variables: around.variables,
            approval: waits,
        };
        let (mut job, waited) = job::job(&around, file, node, format!("{prefix}.{}", own.len()), met);
        job.waits_for.clone_from(&earlier);
        own.push((
            jobs.len(),
            if std::ptr::eq(node, stage) { Vec::new() } else { depends_on(node).unwrap_or_default() },
        ));
        waits = waits.or(waited);
        jobs.push(job);
    }
    let mut called: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, _) in &own {
        called.entry(jobs.get(*at).map(|it| it.name.clone()).unwrap_or_default()).or_default().push(*at);
    }
    for (at, names) in &own {
        let named: BTreeSet<usize> = names.iter().filter_map(|it| called.get(it)).flatten().copied().collect();
        if let Some(job) = jobs.get_mut(*at).filter(|_| !named.is_empty()) {
            job.waits_for.push(named.into_iter().collect());
        }
    }
    // A stage without jobs hands on what came before it.
    let own: Vec<Group> = if own.is_empty() { earlier } else { vec![own.into_iter().map(|it| it.0).collect()] };
    Stage { name, jobs: own, waits }
}

fn elsewhere(named: &Node) -> Hidden {
    let name = format!("what `{}` runs", named.as_str().unwrap_or_default());
    Hidden { name, span: named.span, may: Hides::Anything }
}

/// Pushes to any branch start a pipeline unless it says otherwise, and requests do unless it says `pr: none`.
fn occasions(document: &Node) -> Occasions {
    let is_none = |it: &str| document.get(it).and_then(Node::as_str) == Some("none");
    Occasions { changes: !is_none("pr"), schedule: document.get("schedules").is_some() }
}

/// The repositories that templates come from.
fn includes(document: &Node) -> Vec<Node> {
    let mut aliases = std::collections::BTreeSet::new();
    document.walk(&mut |path, node| {
        let is_template = path.last().is_some_and(|it| it == "template");
        if let Some((_, alias)) = node.as_str().filter(|_| is_template).and_then(|it| it.rsplit_once('@')) {
            aliases.insert(alias.to_owned());
        }
    });
    let listed = document.dotted("resources.repositories").map(Node::items).unwrap_or_default().iter();
    let used = listed.filter(|it| it.get("repository").and_then(Node::as_str).is_some_and(|it| aliases.contains(it)));
    used.filter_map(|it| {
        let name = it.get("name").or_else(|| it.get("repository"))?;
        let version = it.get("ref").filter(|it| !it.is_null());
        let tag = version.and_then(Node::as_str).map(|it| it.trim_start_matches("refs/tags/"));
        let mut facts = Facts::default();
        facts.put("reference", Node::new(name.as_str()?, name.span));
        facts.put("place", Node::new("repository", name.span));
        facts.put_some("version", version.cloned());
        facts.put("pinned", Node::new(tag.is_some_and(versions::is_fixed), version.map_or(name.span, |it| it.span)));
        Some(facts.into_node(it.span).named(name.span))
    })
    .collect()
}
