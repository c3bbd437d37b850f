//! What tags and labels say of data: how they are classified.

use crate::model::Node;

use super::reading::lower;
use super::row::{Fact, value, with};
use super::subject::Subject;

/// Where the providers' resources keep tags or labels.
const PLACES: &[&str] = &["tags", "labels", "settings.0.user_labels"];

/// Names of the tag that classifies data, without case, `-`, `_`, `:` and spaces.
const NAMES: &[&str] =
    &["dataclassification", "classification", "dataclass", "confidentiality", "sensitivity", "datasensitivity"];

pub const TAGS: Fact = value("tags", PLACES);
pub const CLASSIFICATION: Fact = with("classification", classification);

fn classification(subject: &Subject<'_>) -> Option<Node> {
    let own = PLACES.iter().find_map(|it| subject.at(it));
    let resource = &subject.resource.native_type;
    let common = subject.scope.default_tags.iter().find(|(it, _)| resource.starts_with(it.as_str()));
    // A plan tells both together.
    let planned = subject.at("tags_all").filter(|it| it.as_unresolved().is_none());
    // The resource's own tags come before those that its provider puts on everything.
    [own, planned, common.map(|(_, tags)| tags.clone())].into_iter().flatten().find_map(classified)
}

fn classified(tags: Node) -> Option<Node> {
    if tags.as_unresolved().is_some() {
        return Some(tags);
    }
    tags.entries().iter().find(|it| NAMES.contains(&&*plain(&it.name))).and_then(|it| lower(it.node.clone()))
}

fn plain(name: &str) -> String {
    name.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
