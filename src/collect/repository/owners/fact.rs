//! What CODEOWNERS says, set against the paths that are there.

use camino::Utf8Path;

use super::collapse::collapsed;
use super::file::{self, Entry, Platform};
use super::pattern::Patterns;
use crate::collect::pipeline::facts::Facts;
use crate::collect::repository::presence;
use crate::collect::target::Target;
use crate::model::{Node, Problem, Span};

/// Patterns that hold for every path. `/*` does not: it is every file at the root only.
const EVERYTHING: &[&str] = &["*", "**", "/**", "**/*", "/**/*", "/"];

pub(in crate::collect::repository) fn fact(target: &Target, problems: &mut Vec<Problem>) -> Option<Node> {
    let (file, platform) = file::of(target)?;
    let start = Span::start_of(file.id);
    let entries = file::entries(file, platform, problems);
    // The last line that fits a path decides, so a later line for everything takes back an earlier one.
    let is_whole = |it: &&Entry| it.pattern.as_str().is_some_and(|it| EVERYTHING.contains(&it));
    let whole = entries.iter().rev().find(is_whole);
    let covers = whole.is_some_and(|it| !it.owners.is_empty());
    let mut facts = Facts::default();
    facts.put("path", Node::new(file.path.as_str(), start));
    facts.put("covers_all", Node::new(covers, whole.map_or(start, |it| it.pattern.span)));
    let paths: Vec<&Utf8Path> = target.paths.iter().map(|it| it.as_path()).collect();
    let unowned = unowned(&paths, &entries, platform);
    let list = |paths: Vec<String>| {
        let shown = |it: &String| target.file(it.as_str().into()).map_or(start, |it| Span::start_of(it.id));
        Node::list(paths.iter().map(|it| Node::new(it.as_str(), shown(it))).collect(), start).named(start)
    };
    let told = |all: &[&Utf8Path], some: &[&Utf8Path]| list(collapsed(all, some).into_iter().collect());
    facts.put("unowned", told(&paths, &unowned));
    let pipelines = unowned.iter().filter(|it| presence::is_pipeline(it));
    facts.put("unowned_pipelines", list(pipelines.map(|it| it.to_string()).collect()));
    let folders = presence::deployed_folders(target);
    let deployed: Vec<&Utf8Path> = paths.iter().copied().filter(|it| presence::is_deployed(it, &folders)).collect();
    let without: Vec<&Utf8Path> = unowned.iter().copied().filter(|it| presence::is_deployed(it, &folders)).collect();
    facts.put("unowned_infrastructure", told(&deployed, &without));
    facts.put("entries", Node::list(entries.iter().map(entry).collect(), start));
    Some(facts.into_node(start).named(start))
}

fn entry(entry: &Entry) -> Node {
    let at = entry.pattern.span;
    let mut facts = Facts::default();
    facts.put("pattern", entry.pattern.clone());
    facts.put("owners", Node::list(entry.owners.clone(), at));
    facts.into_node(at).named(at)
}

/// The paths that no entry gives an owner: the last entry that fits decides, in each section for itself.
fn unowned<'a>(paths: &[&'a Utf8Path], entries: &[Entry], platform: Platform) -> Vec<&'a Utf8Path> {
    let patterns = Patterns::of(entries, platform);
    let is_owned = |path: &Utf8Path| {
        let fitting: Vec<&Entry> =
            patterns.fitting(path.as_str()).into_iter().filter_map(|it| entries.get(it)).collect();
        let decides = |at: usize, it: &Entry| fitting.iter().skip(at + 1).all(|later| later.section != it.section);
        fitting.iter().enumerate().any(|(at, it)| !it.excludes && !it.owners.is_empty() && decides(at, it))
    };
    paths.iter().copied().filter(|it| !is_owned(it)).collect()
}
