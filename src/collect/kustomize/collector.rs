//! Overlays to evidence: each that no other takes in is an environment of its own.

use std::collections::BTreeSet;

use camino::Utf8Path;

use crate::collect::collected::Collected;
use crate::collect::collector::{Claim, Collector};
use crate::collect::kubernetes::{Built, built, speaking};
use crate::collect::target::{SourceFile, Target};
use crate::model::{Problem, SourceId};

use super::build::Builder;
use super::overlay::{is_overlay, overlays};

pub(crate) const COLLECTOR: Collector =
    Collector { name: NAME, reads: "Kustomize overlays", claims, recognises, collect };

const NAME: &str = "kustomize";

fn claims(path: &Utf8Path) -> Claim {
    match path.extension() {
        _ if is_overlay(path) => Claim::Yes,
        Some("yaml" | "yml" | "json") => Claim::IfContent,
        _ => Claim::No,
    }
}

/// A patch of operations, or a replacement. Manifests are read by those who know them.
fn recognises(text: &str) -> bool {
    let has = |key: &str| text.contains(key);
    !has("apiVersion")
        && (has("op") && has("path") && (has("/spec") || has("/metadata") || has("/data")) || has("fieldPath"))
}

fn collect(target: &Target, files: &[&SourceFile]) -> Collected {
    let overlays = overlays(target);
    let taken_in: BTreeSet<_> = overlays.values().flat_map(|it| it.below(&overlays)).collect();
    let mut builder = Builder::new(target, &overlays);
    let mut collected = Collected::default();
    let speaking = speaking(target);
    let outermost = overlays.keys().filter(|it| !taken_in.contains(*it));
    // Overlays that include one another have no outermost: each of them is tried.
    let circular = overlays.keys().filter(|it| taken_in.contains(*it));
    for folder in outermost.chain(circular) {
        let is_known = overlays.get(folder).is_some_and(|it| builder.used.contains(&it.file.id));
        if is_known {
            continue;
        }
        let objects = builder.build(folder);
        let own: BTreeSet<SourceId> = objects.iter().map(|it| it.file.id).collect();
        let complete = target.whole_repository && speaking.is_subset(&own);
        let objects = objects.into_iter().map(|it| Built { file: it.file, node: it.node, called_from: it.through });
        let place = if folder.as_str().is_empty() { Utf8Path::new(".") } else { folder };
        collected.evidence.extend(built(NAME, place, objects.collect(), complete));
    }
    settle(files, target, &builder, &mut collected);
    for overlay in overlays.values() {
        collected.read(overlay.file, overlay.problems.clone());
        if taken_in.contains(&overlay.folder) {
            collected.read_for(overlay.file, "judged in the overlays that take it in, and not by itself");
        }
    }
    collected.left_out.extend(builder.left_out);
    collected
}

/// Every file that was built from is read; the others are none of this collector's.
fn settle(files: &[&SourceFile], target: &Target, builder: &Builder, collected: &mut Collected) {
    let problems = |id: SourceId| -> Vec<Problem> {
        builder.problems.iter().filter(|it| it.0 == id).map(|it| it.1.clone()).collect()
    };
    for file in target.files.iter().filter(|it| builder.used.contains(&it.id)) {
        collected.read(file, problems(file.id));
    }
    for file in files.iter().filter(|it| !builder.used.contains(&it.id)) {
        match is_overlay(&file.path) {
            true => collected.skipped(file, "no overlay of Kustomize"),
            false => collected.skipped(file, "no overlay uses it"),
        }
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
