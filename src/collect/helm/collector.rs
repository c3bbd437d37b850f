//! Charts to evidence: every chart is rendered as `helm template` would with its own values, and every file is accounted
//! for.

use std::collections::BTreeMap;

use camino::Utf8Path;
use rayon::prelude::*;

use crate::collect::collected::Collected;
use crate::collect::collector::{Claim, Collector};
use crate::collect::kubernetes;
use crate::collect::target::{SourceFile, Target};
use crate::model::{Problem, SourceId, Span};

use super::chart::{self, Chart};
use super::release;
use super::render::{Fate, Given, Rendered, render};

const NAME: &str = "helm";

pub(crate) const COLLECTOR: Collector = Collector { name: NAME, reads: "Helm charts", claims, recognises, collect };

fn claims(path: &Utf8Path) -> Claim {
    let is_template = || path.parent().is_some_and(|it| it.components().any(|it| it.as_str() == "templates"));
    match (path.file_name(), path.extension()) {
        (Some(chart::ABOUT | chart::VALUES | "values.yml"), _) => Claim::Yes,
        (Some(chart::REQUIREMENTS), _) => Claim::IfContent,
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
    let rendered: Vec<Rendered> = charts.par_iter().map(|it| on_own_stack(target, it)).collect();
    let mut collected = Collected::default();
    let mut fates: BTreeMap<SourceId, Vec<Fate>> = BTreeMap::new();
    for it in rendered {
        collected.evidence.extend(kubernetes::rendered(NAME, it.documents, target.whole_repository));
        for (file, fate) in it.fates {
            fates.entry(file.id).or_default().push(fate);
        }
    }
    for file in files {
        settle(&mut collected, file, fates.remove(&file.id).unwrap_or_default());
    }
    collected
}

fn on_own_stack<'a>(target: &Target, chart: &'a Chart<'a>) -> Rendered<'a> {
    let given = Given { values: Vec::new(), kubernetes: release::KUBERNETES.to_owned() };
    let rendered = std::thread::scope(|scope| {
        let builder = std::thread::Builder::new().stack_size(STACK);
        builder.spawn_scoped(scope, || render(target, chart, &given)).ok().and_then(|it| it.join().ok())
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
