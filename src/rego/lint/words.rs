//! Titles and descriptions: sentences that say how things are when all is well.

use super::linted::Linted;
use super::remark::Remark;
use crate::model::Node;

/// Words of advice and duty. A title states, and its remediation advises.
const ADVICE: &[&str] =
    &["should", "must", "ensure", "ensures", "make", "check", "checks", "verify", "avoid", "please"];

/// Remarks on the words of a policy's METADATA.
pub(super) fn remarks(linted: &Linted<'_>, remarks: &mut Vec<Remark>) {
    if let Some(title) = linted.metadata.get("title") {
        let text = title.as_str().unwrap_or_default();
        let first = text.split_whitespace().next().unwrap_or_default();
        let advice = text.split_whitespace().find(|it| matches!(it.to_lowercase().as_str(), "should" | "must"));
        let advice = advice.or(Some(first).filter(|it| ADVICE.contains(&it.to_lowercase().as_str())));
        let help = "a title is a sentence that is true when all is well: `Buckets keep former versions of objects`";
        if let Some(word) = advice {
            let message = format!("the title advises (`{word}`) where it should state");
            remarks.push(Remark::mistake(title.span, message).with_help(help));
        } else if text.split_whitespace().count() < 2 || !first.starts_with(|it: char| !it.is_lowercase()) {
            remarks.push(Remark::mistake(title.span, "the title is no sentence").with_help(help));
        } else if text.ends_with('.') {
            remarks.push(Remark::mistake(title.span, "a title has no period at its end"));
        }
    }
    let description = linted.metadata.get("description");
    if let Some(it) = description.filter(|it| it.as_str().is_some_and(|it| !it.ends_with(['.', '!', '?']))) {
        remarks.push(Remark::mistake(it.span, "the description is no whole sentence: it lacks its period"));
    }
    let links = linted.metadata.dotted("custom.criteria").map(Node::items).unwrap_or_default();
    for because in links.iter().filter_map(|it| it.get("because")) {
        if because.as_str().is_some_and(|it| it.split_whitespace().count() < 3) {
            remarks.push(Remark::mistake(because.span, "this is too short to be a reason"));
        }
    }
}
