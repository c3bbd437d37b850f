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
    let tags = PLACES.iter().find_map(|it| subject.at(it))?;
    if tags.as_unresolved().is_some() {
        return Some(tags);
    }
    tags.entries().iter().find(|it| NAMES.contains(&&*plain(&it.name))).and_then(|it| lower(it.node.clone()))
}

fn plain(name: &str) -> String {
    name.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
