//! Charts to evidence: every chart is rendered as `helm template` would with its own values, and every file is accounted
//! for.

use std::collections::BTreeMap;

use camino::Utf8Path;
use rayon::prelude::*;

use crate::collect::archive;
use crate::collect::collected::{Answer, Collected, Fit};
use crate::collect::collector::{Claim, Collector};
use crate::collect::inputs::{self, From};
use crate::collect::kubernetes;
use crate::collect::target::{SourceFile, Target};
use crate::model::{
    Cause, Entry, Evidence, EvidenceKind, Map, Node, Problem, Shape, SourceId, Span, Unresolved, Value,
};

use super::chart::{self, Chart};
use super::release;
use super::render::{Fate, Given, Rendered, render};
use super::set;

const NAME: &str = "helm";

pub(crate) const COLLECTOR: Collector = Collector { name: NAME, reads: "Helm charts", claims, recognises, collect };

fn claims(path: &Utf8Path) -> Claim {
    let is_template = || path.parent().is_some_and(|it| it.components().any(|it| it.as_str() == "templates"));
    match (path.file_name(), path.extension()) {
        (Some(chart::ABOUT | chart::VALUES | "values.yml"), _) => Claim::Yes,
        (Some(chart::IGNORES), _) => Claim::Yes,
        (Some(chart::REQUIREMENTS), _) => Claim::IfContent,
        _ if archive::is_packed_chart(path) => Claim::Yes,
        (_, Some("yaml" | "yml" | "json" | "tpl")) if is_template() => Claim::IfContent,
        _ => Claim::No,
    }
}

fn recognises(text: &str) -> bool {
    text.contains("{{") || text.contains("apiVersion") || text.contains("dependencies:")
}

/// A stack that no chart within the bounds fills.
const STACK: usize = 256 << 20;

fn collect(target: &Target, files: &[&SourceFile]) -> Collected {
    let charts = chart::charts(target);
    let given = given(target);
    let rendered: Vec<Rendered> = charts.par_iter().map(|it| on_own_stack(target, it, &given)).collect();
    let mut collected = Collected::default();
    if !charts.is_empty() {
        collected.answers.extend(target.given.iter().filter_map(answer));
    }
    let mut fates: BTreeMap<SourceId, Vec<Fate>> = BTreeMap::new();
    for it in rendered {
        let evidence = kubernetes::rendered(NAME, it.documents, target.whole_repository);
        collected.evidence.extend(evidence.into_iter().map(|it| open_namespace(it, target)));
        for (file, fate) in it.fates {
            fates.entry(file.id).or_default().push(fate);
        }
    }
    for file in files {
        settle(&mut collected, file, fates.remove(&file.id).unwrap_or_default());
    }
    collected
}

/// Whether a value that was given can be laid over those of charts.
fn answer(given: &inputs::Given) -> Option<Answer> {
    let fit = match given.from {
        From::ChartValues | From::Kubernetes | From::ApiVersion => Fit::Taken,
        From::ChartLine | From::ChartTexts => {
            let is_text = given.from == From::ChartTexts;
            let scratch = super::language::value::Map::default();
            set::lay(given.source, &given.text, is_text, &scratch).map_or_else(Fit::Wrong, |()| Fit::Taken)
        }
        From::File | From::Parameters | From::Value | From::Environment => return None,
    };
    Some(Answer { source: given.source, name: given.name.to_string(), fit })
}

/// What a person gives for all charts.
fn given(target: &Target) -> Given<'_> {
    let of = |from: From| target.given.iter().filter(move |it| it.from == from);
    let version = of(From::Kubernetes).next_back().map_or(release::KUBERNETES, |it| &it.text);
    Given {
        values: of(From::ChartValues).map(|it| (it.source, &*it.text)).collect(),
        lines: [From::ChartLine, From::ChartTexts]
            .into_iter()
            .flat_map(|from| of(from.clone()).map(move |it| (it.source, &*it.text, from == From::ChartTexts)))
            .collect(),
        kubernetes: format!("v{}", version.trim_start_matches('v')),
        api_versions: of(From::ApiVersion).map(|it| it.text.to_string()).collect(),
    }
}

/// The namespace of a workload that the chart leaves to whoever installs it is not known.
fn open_namespace(mut evidence: Evidence, target: &Target) -> Evidence {
    let Value::Map(map) = &evidence.facts.value else { return evidence };
    let is_literal = |node: &Node| {
        let at = target.files.binary_search_by_key(&node.span.source, |it| it.id).ok();
        at.and_then(|it| target.files.get(it)).and_then(|it| it.text.get(node.span.range())) == Some(release::NAMESPACE)
    };
    let is_open =
        |it: &Entry| &*it.name == "namespace" && it.node.as_str() == Some(release::NAMESPACE) && !is_literal(&it.node);
    if evidence.kind != EvidenceKind::Workload || !map.entries.iter().any(is_open) {
        return evidence;
    }
    let opened = |it: &Entry| {
        if !is_open(it) {
            return it.clone();
        }
        let cause = Cause::OutOfScope("the namespace that the chart is installed in".to_owned());
        let open = Unresolved { cause, place: it.node.span, shape: Shape::Reference };
        Entry::new(it.name.clone(), Node { value: Value::Unresolved(Box::new(open)), ..it.node.clone() })
    };
    let entries = map.entries.iter().map(opened).collect();
    evidence.facts.value = Value::Map(Map { entries });
    evidence
}

fn on_own_stack<'a>(target: &Target, chart: &'a Chart<'a>, given: &Given<'_>) -> Rendered<'a> {
    let rendered = std::thread::scope(|scope| {
        let builder = std::thread::Builder::new().stack_size(STACK);
        builder.spawn_scoped(scope, || render(target, chart, given)).ok().and_then(|it| it.join().ok())
    });
    rendered.unwrap_or_else(|| {
        let lost = |file: &'a SourceFile| {
            let problem = Problem::at(Span::start_of(file.id), "the chart could not be rendered");
            (file, Fate::Failed(vec![problem]))
        };
        let files = chart.all().into_iter().flat_map(|it| [it.about].into_iter().chain(it.templates.iter().copied()));
        Rendered { documents: Vec::new(), fates: files.map(lost).collect() }
    })
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;

/// What the fates of a file come to: the worst of them, with all problems.
fn settle(collected: &mut Collected, file: &SourceFile, fates: Vec<Fate>) {
    if fates.is_empty() {
        return collected.skipped(file, "part of no chart that is scanned");
    }
    let mut problems: Vec<Problem> = Vec::new();
    let mut has_failed = false;
    let mut reason = None;
    let mut is_read = false;
    for fate in fates {
        let found = match fate {
            Fate::Read(found) => {
                is_read = true;
                found
            }
            Fate::Failed(found) => {
                has_failed = true;
                found
            }
            Fate::Skipped(why) => {
                reason = Some(why);
                Vec::new()
            }
        };
        for it in found {
            if !problems.contains(&it) {
                problems.push(it);
            }
        }
    }
    match reason {
        _ if has_failed && !is_read => collected.failed(file, problems),
        Some(reason) if !is_read => collected.skipped(file, reason),
        _ => collected.read(file, problems),
    }
}
