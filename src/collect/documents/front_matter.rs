//! The head of a document: YAML between two lines of dashes.

use crate::collect::target::SourceFile;
use crate::model::{Node, Problem};
use crate::syntax::yaml;

/// Keys that make a document one of ours, and not a page of a web site.
const KEYS: &[&str] = &["satisfies", "claims", "review_every", "reviewed", "topic"];

/// Bytes of a head at most.
const LONGEST: usize = 64 << 10;

/// The head's text from the beginning of the file on, so that places in it are places in the file.
fn head(text: &str) -> Option<&str> {
    let start = text.strip_prefix('\u{feff}').unwrap_or(text);
    let rest = start.strip_prefix("---\n").or_else(|| start.strip_prefix("---\r\n"))?;
    let begin = text.len() - rest.len();
    let end = rest.find("\n---")?;
    (end < LONGEST).then(|| text.get(..begin + end + 1)).flatten()
}

/// Whether a text begins with a head of ours: cheap, before any parse.
pub(super) fn is_ours(text: &str) -> bool {
    let is_key = |line: &str| KEYS.iter().any(|key| line.strip_prefix(key).is_some_and(|it| it.starts_with(':')));
    head(text).is_some_and(|it| it.lines().any(is_key))
}

/// The values of the head.
pub(super) fn read(file: &SourceFile, problems: &mut Vec<Problem>) -> Option<Node> {
    let parsed = yaml::parse(file.id, head(&file.text)?);
    problems.extend(parsed.problems);
    parsed.documents.into_iter().next()
}

/// The text below the head.
pub(super) fn body(text: &str) -> &str {
    let Some(head) = head(text) else { return text };
    let rest = text.get(head.len()..).unwrap_or_default();
    rest.split_once('\n').map_or("", |it| it.1)
}
