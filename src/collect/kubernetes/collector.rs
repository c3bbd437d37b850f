//! Manifests to evidence: every file is accounted for, and objects speak of one another across files.

use std::collections::BTreeMap;

use camino::Utf8Path;
use rayon::prelude::*;

use crate::collect::collected::Collected;
use crate::collect::collector::Collector;
use crate::collect::kustomize;
use crate::collect::target::{SourceFile, Target};
use crate::model::{Evidence, Node, Problem, Through};
use crate::syntax::{Parsed, json, yaml};

use super::claims::{self, claims, recognises};
use super::joins::Joins;
use super::objects::{Object, objects};
use super::{access, component_files, components, entrances, namespaces, network_policies, pods, secrets};

pub(crate) const COLLECTOR: Collector =
    Collector { name: NAME, reads: "Kubernetes manifests", claims, recognises, collect };

const NAME: &str = "kubernetes";

/// How one file was read.
enum Read<'a> {
    Objects(Vec<Object<'a>>, Vec<Problem>),
    Failed(Vec<Problem>),
    Skipped(&'static str),
}

fn collect(target: &Target, files: &[&SourceFile]) -> Collected {
    let parts = kustomize::parts(target);
    let read: Vec<Read> = files
        .par_iter()
        .map(|file| {
            if parts.contains(&file.path) {
                Read::Skipped("judged as a part of a Kustomize overlay")
            } else if claims::is_chart_template(target, &file.path) {
                Read::Skipped("a template of a Helm chart")
            } else if claims::has_template_actions(&file.text) {
                Read::Skipped("a template whose chart was not scanned")
            } else {
                read(file)
            }
        })
        .collect();
    let mut collected = Collected::default();
    let mut objects = Vec::new();
    for (file, read) in files.iter().zip(read) {
        match read {
            Read::Objects(found, problems) => {
                objects.extend(found);
                collected.read(file, problems);
            }
            Read::Failed(problems) => collected.failed(file, problems),
            Read::Skipped(reason) => collected.skipped(file, reason),
        }
    }
    collected.evidence = together(&objects, target.whole_repository);
    collected
}

/// The objects that another format was rendered to, as evidence in that format's name. Each document comes with the file
/// that it is shown in; together they are one world, in which objects speak of one another.
pub(crate) fn rendered(format: &'static str, documents: Vec<(&SourceFile, Node)>, complete: bool) -> Vec<Evidence> {
    let documents = documents.into_iter();
    let objects: Vec<Object> = documents.flat_map(|(file, node)| objects(file, format, vec![node])).collect();
    together(&objects, complete)
}

/// An object that an overlay gives: the file it is shown in, and the overlays that took it in.
pub(crate) struct Built<'a> {
    pub(crate) file: &'a SourceFile,
    pub(crate) node: Node,
    pub(crate) called_from: Vec<Through>,
}

/// The objects that an overlay gives, as evidence that lies at its folder: one base may serve several environments.
pub(crate) fn built(format: &'static str, place: &Utf8Path, all: Vec<Built>, complete: bool) -> Vec<Evidence> {
    let mut found = Vec::new();
    for Built { file, node, called_from } in all {
        let of_document = objects(file, format, vec![node]).into_iter();
        found.extend(of_document.map(|it| Object { place, called_from: called_from.clone(), ..it }));
    }
    together(&found, complete)
}

/// An object that another language declares: the file it stands in, the folder it belongs to, its address and its name there.
pub(crate) struct Declared<'a> {
    pub(crate) file: &'a SourceFile,
    pub(crate) place: &'a Utf8Path,
    pub(crate) node: Node,
    pub(crate) address: &'a str,
    pub(crate) name: &'a str,
    pub(crate) called_from: Vec<Through>,
}

/// The objects that one configuration declares through a provider, as evidence in the name of its format.
pub(crate) fn declared(
    format: &'static str,
    provider: &'static str,
    all: Vec<Declared>,
    complete: bool,
) -> Vec<Evidence> {
    let mut found = Vec::new();
    for Declared { file, place, node, address, name, called_from } in all {
        for mut object in objects(file, format, vec![node]) {
            if object.stated("metadata.name").and_then(Node::scalar_text).is_none() {
                object.name = name.to_owned();
            }
            let declared = Some((provider, address.to_owned()));
            found.push(Object { place, called_from: called_from.clone(), declared, ..object });
        }
    }
    together(&found, complete)
}

fn together(objects: &[Object], complete: bool) -> Vec<Evidence> {
    let joins = Joins::of(objects, complete);
    let evidence: Vec<_> = objects.par_iter().map(|object| evidence(object, &joins)).collect();
    unique(evidence.into_iter().flatten().collect())
}

fn read(file: &SourceFile) -> Read<'_> {
    let parsed = parsed(file);
    let broken = !parsed.problems.is_empty();
    // Half of a template says nothing: what it seems to lack stands in the other half.
    let has_marks = || file.text.contains("{{") || file.text.contains("{%");
    if broken && has_marks() && yaml::broken(&file.text).is_some() {
        return Read::Skipped("a template of a manifest: it is not rendered");
    }
    let found = objects(file, NAME, parsed.documents);
    match (found.is_empty(), broken) {
        (true, true) => Read::Failed(parsed.problems),
        (true, false) => Read::Skipped("no Kubernetes object in it"),
        (false, _) => Read::Objects(found, parsed.problems),
    }
}

/// A file of JSON may hold objects one after another. What is no JSON may still be YAML in a file of that name.
fn parsed(file: &SourceFile) -> Parsed {
    if file.path.extension() == Some("json") {
        let parsed = json::stream(file.id, &file.text);
        if parsed.problems.is_empty() {
            return parsed;
        }
    }
    yaml::parse(file.id, &file.text)
}

fn evidence(object: &Object, joins: &Joins) -> Vec<Evidence> {
    let mut evidence = pods::workloads(object, joins);
    evidence.extend(access::grants(object, joins));
    evidence.extend(components::components(object));
    evidence.extend(component_files::components(object));
    evidence.extend(entrances::endpoints(object));
    evidence.extend(namespaces::namespace(object, joins));
    evidence.extend(network_policies::rules(object));
    evidence.extend(secrets::config_map(object));
    match secrets::secret(object) {
        // What a secret holds must not leave by another door.
        Some(secret) => evidence.extend([secret, object.bare_resource()]),
        None => evidence.push(object.resource()),
    }
    evidence
}

/// One file may state an object twice, as overlays of one file do: the later ones get a number.
fn unique(mut evidence: Vec<Evidence>) -> Vec<Evidence> {
    let mut seen: BTreeMap<(crate::model::EvidenceKind, String), usize> = BTreeMap::new();
    for item in &mut evidence {
        let count = seen.entry((item.kind, item.id.clone())).or_default();
        *count += 1;
        if *count > 1 {
            item.id = format!("{}~{count}", item.id);
        }
    }
    evidence
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
