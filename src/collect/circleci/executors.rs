//! Where a job runs: its images, from its own words or a named executor.

use crate::collect::pipeline::images;
use crate::model::Node;

/// The executor that a job names, with the job's own words first.
pub(super) fn all<'a>(document: &'a Node, job: &'a Node) -> Vec<&'a Node> {
    let named =
        job.get("executor").and_then(|it| if it.entries().is_empty() { it.as_str() } else { it.get("name")?.as_str() });
    let executor = named.and_then(|it| document.get("executors")?.get(it));
    std::iter::once(job).chain(executor).collect()
}

/// The images that the job runs in and beside.
pub(super) fn images(document: &Node, job: &Node) -> Vec<Node> {
    let executors = all(document, job).into_iter().filter_map(|it| it.get("docker"));
    let containers = executors.flat_map(Node::items).filter_map(|it| it.get("image"));
    containers.filter_map(images::fact).collect()
}
