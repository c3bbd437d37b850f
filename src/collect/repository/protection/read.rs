//! All rules that the files of a target state, in the order of the files.

use super::github::{self, By};
use super::rule::Rule;
use super::{allstar, exported, merge, places, rulesets};
use crate::collect::target::{SourceFile, Target};
use crate::model::{Node, Problem, Span};
use crate::syntax::{json, yaml};

/// What the files say of protection.
#[derive(Default)]
pub(in crate::collect::repository) struct Stated {
    /// One rule for each repository and set of branches: what bears on the same branches adds up.
    pub(in crate::collect::repository) rules: Vec<Rule>,
    /// Where protection is spoken of, with or without rules.
    pub(super) place: Option<Span>,
    /// The name of the main branch, where a file says it.
    pub(super) main: Option<String>,
}

pub(in crate::collect::repository) fn rules(
    target: &Target,
    files: &[&SourceFile],
    problems: &mut Vec<Problem>,
) -> Stated {
    let mut stated = Stated::default();
    let mut rules = Vec::new();
    for file in &target.files {
        let start = Span::start_of(file.id);
        let is_ours = || files.iter().any(|it| it.id == file.id);
        let found = if places::is_settings(&file.path) {
            let Some(document) = yaml(file, problems) else { continue };
            let branch = document.dotted("repository.default_branch").and_then(Node::as_str);
            stated.main = stated.main.or(branch.map(str::to_owned));
            if let Some(branches) = document.get("branches") {
                stated.place.get_or_insert(branches.name_span.unwrap_or(start));
            }
            of_settings(file, &document, start)
        } else if places::is_allstar(&file.path) {
            yaml(file, problems).as_ref().and_then(allstar::rule).into_iter().collect()
        } else if is_ours() && (places::is_ruleset(&file.path) || is_json(file) && exported::is_export(&file.text)) {
            let parsed = json::parse(file.id, &file.text);
            problems.extend(parsed.problems);
            parsed.documents.first().map(|it| exported::rules(it, start)).unwrap_or_default()
        } else {
            continue;
        };
        if let Some(first) = found.first() {
            stated.place.get_or_insert(first.name_span);
        }
        rules.extend(found);
    }
    stated.rules = merge::merged(rules, stated.main.as_deref());
    stated
}

fn is_json(file: &SourceFile) -> bool {
    file.path.extension() == Some("json")
}

fn yaml(file: &SourceFile, problems: &mut Vec<Problem>) -> Option<Node> {
    let parsed = yaml::parse(file.id, &file.text);
    problems.extend(parsed.problems);
    parsed.documents.into_iter().next()
}

/// Branches and rulesets of the settings apps.
fn of_settings(file: &SourceFile, document: &Node, start: Span) -> Vec<Rule> {
    let branches = document.get("branches").map(Node::items).unwrap_or_default().iter();
    let named = branches.filter_map(|it| Some((it.get("name")?, it.get("protection").filter(|it| !it.is_null())?)));
    let mut rules: Vec<Rule> = named.map(|(name, it)| github::rule(name.clone(), it, By::App)).collect();
    let listed = document.get("rulesets").map(Node::items).unwrap_or_default();
    rules.extend(listed.iter().filter_map(|it| rulesets::rule(it, start)));
    for rule in &mut rules {
        rule.repository = places::repository(&file.path).map(str::to_owned);
    }
    rules
}
