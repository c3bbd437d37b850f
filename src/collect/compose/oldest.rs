//! The first version of the format, which had no `services`: they stand at the top of the file.

use camino::Utf8Path;

use crate::model::Node;

/// Names of files that are Compose files whatever they hold.
const STEMS: &[&str] = &["docker-compose", "compose", "podman-compose"];

/// Keys of later versions: a file that has one of them has its services below `services`.
const LATER: &[&str] = &["version", "services", "include", "networks", "volumes", "secrets", "configs", "models"];

/// The table of services, where all that stands at the top runs something.
pub(super) fn services<'a>(path: &Utf8Path, documents: &'a [Node]) -> Option<&'a Node> {
    let named = path.file_stem().is_some_and(|it| STEMS.iter().any(|stem| it.starts_with(stem)));
    let runs = |service: &Node| ["image", "build", "extends"].iter().any(|it| service.get(it).is_some());
    let is_oldest = |it: &&Node| {
        let entries = it.entries();
        !entries.is_empty() && entries.iter().all(|it| !LATER.contains(&&*it.name) && runs(&it.node))
    };
    documents.first().filter(|_| named).filter(is_oldest)
}
