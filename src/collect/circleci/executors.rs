//! Where a job runs: its images, from its own words or a named executor.

use crate::collect::pipeline::images;
use crate::model::Node;

const OPEN: &str = "<<";
const CLOSE: &str = ">>";

/// The executor that a job names, with the job's own words first.
pub(super) fn all<'a>(document: &'a Node, job: &'a Node) -> Vec<&'a Node> {
    let named =
        job.get("executor").and_then(|it| if it.entries().is_empty() { it.as_str() } else { it.get("name")?.as_str() });
    let executor = named.and_then(|it| document.get("executors")?.get(it));
    std::iter::once(job).chain(executor).collect()
}

/// The images that the job runs in and beside. `given` is what the workflow says of the job.
pub(super) fn images(document: &Node, job: &Node, given: Option<&Node>) -> Vec<Node> {
    let places = all(document, job).into_iter().zip([given, job.get("executor")]);
    let containers = places.flat_map(|(place, given)| {
        let listed = place.get("docker").map(Node::items).unwrap_or_default().iter();
        listed.filter_map(move |it| Some(filled(place, given, it.get("image")?)))
    });
    containers.filter_map(|it| images::fact(&it)).collect()
}

/// The text with each parameter put in: as it is given, else by its default. Others are left as they stand.
fn filled(place: &Node, given: Option<&Node>, text: &Node) -> Node {
    let Some(written) = text.as_str().filter(|it| it.contains(OPEN)) else { return text.clone() };
    let mut whole = String::new();
    let mut rest = written;
    while let Some((before, after)) = rest.split_once(OPEN) {
        let Some((inner, behind)) = after.split_once(CLOSE) else { break };
        let name = inner.trim().strip_prefix("parameters.");
        let stated =
            |it: &str| given.and_then(|given| given.get(it)).or(place.get("parameters")?.get(it)?.get("default"));
        let value = name.and_then(stated).and_then(Node::scalar_text).filter(|it| !it.contains(OPEN));
        whole.push_str(before);
        match value {
            Some(value) => whole.push_str(&value),
            None => whole.push_str(&format!("{OPEN}{inner}{CLOSE}")),
        }
        rest = behind;
    }
    whole.push_str(rest);
    Node { value: whole.as_str().into(), ..text.clone() }
}
