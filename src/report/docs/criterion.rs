//! The page of a criterion: its aspects, who can show each, and the policies that bear on it.

use std::fmt::Write;

use super::library::{Library, Page};
use super::words::{code, prose};
use crate::model::{Criterion, Nature, Strength};

pub(super) fn page(criterion: &Criterion, library: &Library<'_>) -> Page {
    let id = &criterion.id;
    let mut page = format!("# {id} {}\n\n{}\n\n", prose(&criterion.title), prose(&criterion.summary));
    let category = library.framework.categories.iter().find(|it| it.id == criterion.category);
    let category = category.map_or(criterion.category.as_str(), |it| it.title.as_str());
    // Writing to a string cannot fail.
    let _ = writeln!(page, "Category: {}. {}\n", prose(category), who(criterion.nature));
    let _ = writeln!(
        page,
        "## Aspects\n\n| aspect | id | who can show it | policies that cover it |\n| --- | --- | --- | --- |"
    );
    for aspect in &criterion.aspects {
        let covers =
            |strength| library.linked(id).filter(|it| it.1.aspect == aspect.id && it.1.strength == strength).count();
        let (primary, supporting) = (covers(Strength::Primary), covers(Strength::Supporting));
        let shows = match aspect.nature {
            Nature::Organizational => "a person",
            Nature::Configuration | Nature::Mixed => "files",
        };
        let policies = match (primary, supporting) {
            (0, 0) => "–".to_owned(),
            (0, it) => format!("none; {it} supporting"),
            (it, 0) => it.to_string(),
            (it, others) => format!("{it}; {others} supporting"),
        };
        let _ = writeln!(page, "| {} | {} | {shows} | {policies} |", prose(&aspect.title), code(&aspect.id));
    }
    let mut linked: Vec<_> = library.linked(id).collect();
    linked.sort_by_key(|(policy, link)| (link.strength == Strength::Supporting, &link.aspect, &policy.id));
    if !linked.is_empty() {
        let _ = writeln!(page, "\n## Policies\n\n| policy | aspect | link | because |\n| --- | --- | --- | --- |");
    }
    for (policy, link) in linked {
        let (title, because) = (prose(&policy.title), prose(&link.because));
        let _ = writeln!(
            page,
            "| [{title}](../policies/{}.md) | {} | {} | {because} |",
            policy.id,
            code(&link.aspect),
            link.strength.name()
        );
    }
    Page::new(format!("criteria/{id}.md"), &page)
}

fn who(nature: Nature) -> &'static str {
    match nature {
        Nature::Configuration => "Files can answer it.",
        Nature::Mixed => "Files answer a part of it, and people the rest.",
        Nature::Organizational => "Only a person can answer it, by an attestation.",
    }
}
