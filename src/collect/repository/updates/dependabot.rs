//! Dependabot: an entry for each ecosystem, with the folders that it looks in.

use globset::{GlobBuilder, GlobMatcher};

use super::watch::{Looks, Place, Watch, document, first};
use crate::collect::pipeline::facts::{Facts, one_or_many};
use crate::collect::target::Target;
use crate::model::{Node, Problem, Span};

pub(in crate::collect::repository) const PLACES: &[&str] = &[".github/dependabot.yml", ".github/dependabot.yaml"];

pub(super) fn watch(target: &Target, problems: &mut Vec<Problem>) -> Option<Watch> {
    let file = first(target, PLACES)?;
    let document = document(file, problems);
    let updates = document.as_ref().and_then(|it| it.get("updates"));
    let entries: Vec<&Node> =
        updates.map(Node::items).unwrap_or_default().iter().filter(|it| !ignores_everything(it)).collect();
    let ecosystems: Vec<Node> = entries.iter().filter_map(|it| it.get("package-ecosystem").cloned()).collect();
    let span = updates.map_or(Span::start_of(file.id), |it| it.name_span.unwrap_or(it.span));
    let looks = Looks::In(entries.into_iter().filter_map(place).collect());
    let entries = updates.map(Node::items).unwrap_or_default().iter().map(entry).collect();
    Some(Watch { tool: "dependabot", ecosystems, looks, span, entries })
}

/// What an entry says of how updates are taken: the days that a new version waits, and whether its code may run.
fn entry(stated: &Node) -> Node {
    let place = stated.get("package-ecosystem").map_or(stated.span, |it| it.span);
    let mut facts = Facts::default();
    facts.put_some("ecosystem", stated.get("package-ecosystem").cloned());
    let days = stated.dotted("cooldown.default-days").filter(|it| !it.is_null()).cloned();
    facts.put("days_before_update", days.unwrap_or_else(|| Node::default_of(0, place)));
    let execution = stated.get("insecure-external-code-execution").filter(|it| !it.is_null());
    let foreign = match execution {
        Some(it) => Node::new(it.as_str() == Some("allow"), it.span),
        None => Node::default_of(false, place),
    };
    facts.put("runs_foreign_code", foreign);
    facts.into_node(stated.span).named(place)
}

fn place(entry: &Node) -> Option<Place> {
    let ecosystem = entry.get("package-ecosystem")?.as_str()?.to_owned();
    let single = entry.get("directory").and_then(Node::as_str).and_then(|it| folder(it, false));
    let many = one_or_many(entry.get("directories")).into_iter().filter_map(|it| folder(it.as_str()?, true));
    Some(Place { ecosystem, folders: single.into_iter().chain(many).collect() })
}

/// A folder, seen from the root. Only lists of folders may hold globs.
fn folder(written: &str, may_be_glob: bool) -> Option<GlobMatcher> {
    let bare = written.trim_start_matches("./").trim_matches('/');
    let text = if may_be_glob { bare.to_owned() } else { globset::escape(bare) };
    GlobBuilder::new(&text).literal_separator(true).build().ok().map(|it| it.compile_matcher())
}

/// An entry that ignores each package, whatever its update, proposes nothing.
fn ignores_everything(entry: &Node) -> bool {
    let rules = entry.get("ignore").map(Node::items).unwrap_or_default();
    rules.iter().any(|it| {
        let is_bounded = it.get("versions").is_some() || it.get("update-types").is_some();
        it.get("dependency-name").and_then(Node::as_str) == Some("*") && !is_bounded
    })
}
