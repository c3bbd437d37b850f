//! A whole pipeline: its includes, its stages, its jobs.

use std::collections::{BTreeMap, HashMap};

use crate::collect::pipeline::checks::Runs;
use crate::collect::pipeline::facts::Facts;
use crate::collect::pipeline::order::Group;
use crate::collect::pipeline::rows::{Job, Pipeline};
use crate::collect::pipeline::settings;
use crate::collect::target::SourceFile;
use crate::model::{Node, Problem, Span};

use super::extends::extended;
use super::includes::{Known, included};
use super::job::{Around, Texts, is_job, job, name_span, needs, stage};
use super::reference::resolved;
use super::rules::occasions;
use super::scanners;

/// The format's name.
pub(super) const NAME: &str = "gitlab-ci";

/// A pipeline, the files that it took in, and what is wrong with it.
pub(super) struct Read {
    pub(super) pipeline: Pipeline,
    pub(super) files: std::collections::BTreeSet<camino::Utf8PathBuf>,
    pub(super) problems: Vec<Problem>,
}

pub(super) fn read(
    known: &[Known<'_>],
    texts: &Texts<'_>,
    approvals: &[(String, Node)],
    file: &SourceFile,
    document: &Node,
) -> Read {
    let taken = included(known, file, document);
    let mut problems = taken.problems;
    let document = taken.document;
    let named: Vec<(String, Node)> = document
        .entries()
        .iter()
        .filter(|it| is_job(it))
        .map(|it| {
            let whole = extended(&document, &it.node, &mut problems);
            let whole = Node { name_span: it.node.name_span, ..resolved(&document, &whole, &mut problems) };
            (it.name.to_string(), whole)
        })
        .collect();
    let around = Around { document: &document, texts, approvals };
    let mut jobs: Vec<Job> = named.iter().map(|(name, node)| job(&around, name, node)).collect();
    order(&document, &named, &mut jobs);
    if let Some(workflow) = document.get("workflow").filter(|it| it.get("rules").is_some()) {
        let whole = occasions(workflow);
        for job in &mut jobs {
            job.occasions.changes &= whole.changes;
        }
    }
    let start = Span::start_of(file.id);
    let mut runs = Runs::default();
    taken.external.iter().for_each(|it| runs.extend(scanners::runs(it)));
    for it in &taken.missing {
        runs.extend(scanners::hidden(&format!("what `{}` runs", it.as_str().unwrap_or_default()), it.span));
    }
    let top = document.entries().iter().find(|it| it.node.name_span.is_some_and(|at| at.source == file.id));
    let name_span = top.and_then(|it| it.node.name_span).unwrap_or(start);
    let mut facts = Facts::default();
    let maps = || document.get("variables").into_iter().chain(named.iter().filter_map(|(_, it)| it.get("variables")));
    let stated = settings::of(unique(maps()));
    facts.put("settings", Node::list(stated, name_span));
    facts.put_some("debug_logging", settings::debug(maps()));
    let external = taken.external;
    facts.put_some("includes", external.first().map(|it| it.span).map(|at| Node::list(external.clone(), at)));
    let folder = file.path.parent().map(|it| it.as_str()).filter(|it| !it.is_empty());
    let stem = file.path.file_name().unwrap_or_default().trim_end_matches(".yml").trim_start_matches('.');
    let name = folder.filter(|_| stem == "gitlab-ci").unwrap_or(stem).to_owned();
    let pipeline =
        Pipeline { format: NAME, path: file.path.clone(), name, name_span, span: document.span, facts, runs, jobs };
    problems.dedup();
    Read { pipeline, files: taken.files, problems }
}

/// What several jobs take over from one template stands there once.
fn unique<'a>(maps: impl Iterator<Item = &'a Node>) -> Vec<&'a Node> {
    let mut met = std::collections::BTreeSet::new();
    maps.filter(|it| met.insert(it.span)).collect()
}

/// What each job waits for: the jobs it names, or all of the stages before its own.
fn order(document: &Node, named: &[(String, Node)], jobs: &mut [Job]) {
    let stages = stages(document);
    let mut by_stage: HashMap<&str, usize> = HashMap::new();
    stages.iter().enumerate().rev().for_each(|(at, name)| _ = by_stage.insert(name, at));
    let places: Vec<usize> = named.iter().map(|(_, it)| stage(&by_stage, it)).collect();
    let by_name: BTreeMap<&str, usize> = named.iter().enumerate().map(|(at, (name, _))| (name.as_str(), at)).collect();
    // The stages before are reached through the nearest one with jobs in it, so that the list stays short.
    let mut in_place: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    places.iter().enumerate().for_each(|(at, place)| in_place.entry(*place).or_default().push(at));
    // One list for all that wait for it: two stages of thousands would come to millions.
    let in_place: BTreeMap<usize, Group> = in_place.into_iter().map(|(place, jobs)| (place, jobs.into())).collect();
    for (at, (_, node)) in named.iter().enumerate() {
        let waits_for = match needs(node) {
            Some(names) => vec![names.iter().filter_map(|it| by_name.get(it.as_str()).copied()).collect()],
            None => {
                let before = places.get(at).and_then(|it| in_place.range(..*it).next_back());
                before.map(|it| it.1.clone()).into_iter().collect()
            }
        };
        if let Some(job) = jobs.get_mut(at) {
            job.waits_for = waits_for;
            job.name_span.get_or_insert(name_span(node));
        }
    }
}

fn stages(document: &Node) -> Vec<String> {
    let stated = document.get("stages").or_else(|| document.get("types")).map(Node::items).unwrap_or_default();
    let mut names: Vec<String> = stated.iter().filter_map(|it| it.as_str().map(str::to_owned)).collect();
    if names.is_empty() {
        names = ["build", "test", "deploy"].map(str::to_owned).to_vec();
    }
    names.insert(0, ".pre".to_owned());
    names.push(".post".to_owned());
    names
}
