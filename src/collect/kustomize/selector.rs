//! Which objects a patch or replacement is meant for.

use regex::Regex;

use crate::model::Node;

use super::resource::Resource;

/// Whether the object is chosen. What the selector does not state chooses all; names and kinds are anchored patterns.
pub(super) fn chooses(selector: &Node, resource: &Resource) -> bool {
    let text = |key: &str| selector.get(key).and_then(Node::scalar_text).filter(|it| !it.is_empty());
    let fits = |key: &str, value: &str| text(key).is_none_or(|pattern| is_like(&pattern, value));
    let names = resource.names();
    fits("group", resource.group())
        && fits("version", resource.version())
        && fits("kind", resource.kind())
        && names.iter().any(|(name, _)| fits("name", name))
        && names.iter().any(|(_, namespace)| fits("namespace", namespace))
        && text("labelSelector").is_none_or(|it| labels_fit(&it, resource.node.dotted("metadata.labels")))
        && text("annotationSelector").is_none_or(|it| labels_fit(&it, resource.node.dotted("metadata.annotations")))
}

fn is_like(pattern: &str, value: &str) -> bool {
    let plain = pattern.chars().all(|it| it.is_ascii_alphanumeric() || matches!(it, '-' | '_'));
    pattern == value || !plain && Regex::new(&format!("^(?:{pattern})$")).is_ok_and(|it| it.is_match(value))
}

/// `a=b,c!=d,e in (f,g),h,!i`.
fn labels_fit(selector: &str, labels: Option<&Node>) -> bool {
    requirements(selector).iter().all(|it| requirement_holds(it, labels))
}

/// Commas in parentheses part values and not requirements.
fn requirements(selector: &str) -> Vec<String> {
    let mut requirements = vec![String::new()];
    let mut depth = 0_usize;
    for it in selector.chars() {
        match it {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        match requirements.last_mut() {
            Some(last) if it != ',' || depth > 0 => last.push(it),
            _ => requirements.push(String::new()),
        }
    }
    requirements.retain(|it| !it.trim().is_empty());
    requirements
}

fn requirement_holds(requirement: &str, labels: Option<&Node>) -> bool {
    let label = |key: &str| labels.and_then(|it| it.get(key.trim())).and_then(Node::scalar_text);
    let requirement = requirement.trim();
    let listed = |list: &str, value: Option<String>| {
        let values = list.trim().trim_start_matches('(').trim_end_matches(')').split(',');
        value.is_some_and(|value| values.map(str::trim).any(|it| it == value))
    };
    if let Some((key, list)) = requirement.split_once(" notin ") {
        return !listed(list, label(key));
    }
    if let Some((key, list)) = requirement.split_once(" in ") {
        return listed(list, label(key));
    }
    if let Some((key, value)) = requirement.split_once("!=") {
        return label(key).as_deref() != Some(value.trim());
    }
    if let Some((key, value)) = requirement.split_once('=') {
        return label(key).as_deref() == Some(value.trim_start_matches('=').trim());
    }
    match requirement.strip_prefix('!') {
        Some(key) => label(key).is_none(),
        None => label(requirement).is_some(),
    }
}
