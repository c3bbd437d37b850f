//! Prefixes and suffixes of names.

use crate::model::Node;

use super::resource::Resource;

/// Kinds whose names others know them by.
const KEPT: &[&str] = &["CustomResourceDefinition", "APIService", "Namespace"];

pub(super) fn lengthen(prefix: Option<&Node>, suffix: Option<&Node>, resources: &mut [Resource]) {
    let text = |it: Option<&Node>| it.and_then(Node::scalar_text).unwrap_or_default();
    let (before, after) = (text(prefix), text(suffix));
    let Some(place) = prefix.or(suffix).map(|it| it.span) else { return };
    for resource in resources.iter_mut().filter(|it| !KEPT.contains(&it.kind())) {
        let name = resource.name();
        resource.rename(format!("{before}{name}{after}"), place);
    }
}
