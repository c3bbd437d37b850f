//! CODEOWNERS: who must look at which paths.

use crate::collect::pipeline::facts::Facts;
use crate::collect::target::{SourceFile, Target};
use crate::model::{Node, Span};

/// Where the platforms look, in their order.
pub(super) const PLACES: &[&str] = &[".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"];

/// Patterns that hold for every path. `/*` does not: it is every file at the root only.
const EVERYTHING: &[&str] = &["*", "**", "/**", "**/*", "/**/*", "/"];

pub(super) fn fact(target: &Target) -> Option<Node> {
    let file = PLACES.iter().find_map(|it| target.file((*it).as_ref()))?;
    let start = Span::start_of(file.id);
    let entries = entries(file);
    // The last line that fits a path decides, so a later line for everything takes back an earlier one.
    let is_whole = |it: &&Node| it.get("pattern").and_then(Node::as_str).is_some_and(|it| EVERYTHING.contains(&it));
    let whole = entries.iter().rev().find(is_whole);
    let covers = whole.is_some_and(|it| it.get("owners").is_some_and(|owners| !owners.items().is_empty()));
    let covers_at = whole.map_or(start, |it| it.span);
    let mut facts = Facts::default();
    facts.put("path", Node::new(file.path.as_str(), start));
    facts.put("covers_all", Node::new(covers, covers_at));
    facts.put("entries", Node::list(entries, start));
    Some(facts.into_node(start).named(start))
}

fn entries(file: &SourceFile) -> Vec<Node> {
    let mut start = 0;
    let mut section_owners = Vec::new();
    let mut entries = Vec::new();
    for line in file.text.split_inclusive('\n') {
        let words = words(file, line, start);
        start += line.len();
        let Some((first, owners)) = words.split_first() else { continue };
        let Some(pattern) = first.as_str() else { continue };
        // GitLab heads a section with its name and the owners of entries that name none.
        if pattern.starts_with('[') || pattern.starts_with("^[") {
            section_owners =
                owners.iter().filter(|it| it.as_str().is_some_and(|it| it.contains('@'))).cloned().collect();
            continue;
        }
        let owners = if owners.is_empty() { section_owners.clone() } else { owners.to_vec() };
        let mut facts = Facts::default();
        facts.put("pattern", first.clone());
        facts.put("owners", Node::list(owners, first.span));
        entries.push(facts.into_node(first.span).named(first.span));
    }
    entries
}

/// The words of a line up to its comment, each with its place. A backslash keeps a blank in a word.
fn words(file: &SourceFile, line: &str, start: usize) -> Vec<Node> {
    let mut words = Vec::new();
    let mut from = None;
    let mut escaped = false;
    let mut end = line.len();
    for (at, it) in line.char_indices() {
        if it == '#' && from.is_none() {
            end = at;
            break;
        }
        if it.is_whitespace() && !escaped {
            words.extend(from.take().and_then(|from: usize| word(file, line, start, from..at)));
        } else {
            from.get_or_insert(at);
        }
        escaped = it == '\\' && !escaped;
    }
    words.extend(from.and_then(|from| word(file, line, start, from..end)));
    words
}

fn word(file: &SourceFile, line: &str, start: usize, range: std::ops::Range<usize>) -> Option<Node> {
    let text = line.get(range.clone())?.trim_start_matches('\u{feff}');
    let span = Span::new(file.id, start + range.start..start + range.end);
    (!text.is_empty()).then(|| Node::new(text, span))
}
