//! The sections of `pipelines:` and the order of their steps.

use crate::collect::pipeline::order::Group;
use crate::collect::pipeline::rows::{Job, Occasions};
use crate::collect::target::SourceFile;
use crate::model::{Node, Span};

use super::step::{self, Around};

/// Branches that hold what is released.
const RELEASED: &[&str] = &["main", "master", "production", "prod", "release", "develop", "staging"];

/// Every step of every section.
pub(super) fn jobs(file: &SourceFile, document: &Node) -> Vec<Job> {
    let mut jobs = Vec::new();
    for section in document.get("pipelines").map(Node::entries).unwrap_or_default() {
        let name = &*section.name;
        if name == "default" {
            let occasions = Occasions { changes: true, schedule: false };
            sequence(file, document, &section.node, "pipelines.default", occasions, None, &mut jobs);
            continue;
        }
        for entry in section.node.entries() {
            let by_hand = (name == "custom").then(|| entry.node.name_span.unwrap_or(entry.node.span));
            let is_released =
                RELEASED.iter().any(|it| entry.name.split(['/', '*', '{', ',', '}']).any(|part| part == *it));
            let changes = name == "pull-requests" || name == "branches" && !is_released;
            let occasions = Occasions { changes, schedule: false };
            let address = format!("pipelines.{name}.{}", entry.name);
            sequence(file, document, &entry.node, &address, occasions, by_hand, &mut jobs);
        }
    }
    jobs
}

fn sequence(
    file: &SourceFile,
    document: &Node,
    list: &Node,
    address: &str,
    occasions: Occasions,
    by_hand: Option<Span>,
    jobs: &mut Vec<Job>,
) {
    let mut before: Option<Group> = None;
    let mut approval = by_hand;
    for (at, element) in list.items().iter().enumerate() {
        let mut beside: Vec<usize> = Vec::new();
        for (stage, step) in steps(element) {
            let place = format!("{address}.{at}.{}", beside.len());
            let manual = [Some(step), stage]
                .into_iter()
                .flatten()
                .find_map(|it| it.get("trigger").filter(|it| it.as_str() == Some("manual")).map(|it| it.span));
            // What comes after a step that waits for a person waits for that person too.
            approval = approval.or(manual);
            let around = Around { file, document, stage, approval };
            let mut job = step::job(&around, step, place, jobs.len());
            job.occasions = occasions;
            job.waits_for.extend(before.clone());
            // Steps of a stage follow each other.
            if let Some(last) = beside.last().filter(|_| stage.is_some()) {
                job.waits_for.push([*last].into());
            }
            beside.push(jobs.len());
            jobs.push(job);
        }
        if !beside.is_empty() {
            before = Some(beside.into());
        }
    }
}

/// The steps of one element: one, several beside each other, or those of a stage.
fn steps(element: &Node) -> Vec<(Option<&Node>, &Node)> {
    if let Some(step) = element.get("step") {
        return vec![(None, step)];
    }
    let stage = element.get("stage");
    let parallel = element.get("parallel");
    let listed = stage.and_then(|it| it.get("steps")).or_else(|| parallel.and_then(|it| it.get("steps"))).or(parallel);
    let items = listed.map(Node::items).unwrap_or_default().iter();
    items.filter_map(|it| it.get("step")).map(|it| (stage, it)).collect()
}
