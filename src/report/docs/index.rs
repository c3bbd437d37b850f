//! The tables of all policies, kinds and criteria.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::kind::description;
use super::library::{Library, Page};
use super::words::{code, prose};
use crate::model::Strength;

/// All policies, by the kind of thing that they look at.
pub(super) fn policies(library: &Library<'_>) -> Page {
    let mut page = "# Policies\n\nBy the [kind](../kinds/README.md) of thing that they look at.\n".to_owned();
    for kind in &library.kinds {
        let mut policies = library.on(kind.kind).peekable();
        if policies.peek().is_none() {
            continue;
        }
        // Writing to a string cannot fail.
        let _ = writeln!(
            page,
            "\n## {}\n\n| policy | severity | formats | criteria |\n| --- | --- | --- | --- |",
            kind.kind.name()
        );
        for it in policies {
            let formats: Vec<&str> = it.formats().collect();
            let criteria: BTreeSet<&str> = it.criteria.iter().map(|it| it.criterion.as_str()).collect();
            let criteria = criteria.into_iter().collect::<Vec<_>>().join(", ");
            let _ = writeln!(
                page,
                "| [{}]({}.md) | {} | {} | {criteria} |",
                prose(&it.title),
                it.id,
                it.severity.name(),
                formats.join(", ")
            );
        }
    }
    Page::new("policies/README.md".to_owned(), &page)
}

/// All kinds of evidence.
pub(super) fn kinds(library: &Library<'_>) -> Page {
    let mut page = "# Kinds of evidence\n\nThings that policies speak of, whatever format declares them.\n".to_owned();
    let _ = writeln!(page, "\n| kind | what it is |\n| --- | --- |");
    for it in library.kinds() {
        let name = it.kind.name();
        let _ = writeln!(page, "| [{name}]({name}.md) | {} |", prose(description(it)));
    }
    Page::new("kinds/README.md".to_owned(), &page)
}

/// All criteria, by category.
pub(super) fn criteria(library: &Library<'_>) -> Page {
    let framework = library.framework;
    let mut page = format!(
        "# Criteria\n\n{}, told in our own words. Their text is published as {}.\n",
        prose(&framework.title),
        prose(&framework.reference)
    );
    for category in &framework.categories {
        let mut criteria = library.criteria().filter(|it| it.category == category.id).peekable();
        if criteria.peek().is_none() {
            continue;
        }
        let _ = writeln!(
            page,
            "\n## {}\n\n| criterion | nature | policies that cover it | supporting |\n| --- | --- | --- | --- |",
            prose(&category.title)
        );
        for it in criteria {
            let count = |strength| -> usize {
                let linked = library.linked(&it.id).filter(|it| it.1.strength == strength);
                linked.map(|it| &it.0.id).collect::<BTreeSet<_>>().len()
            };
            let (primary, supporting) = (count(Strength::Primary), count(Strength::Supporting));
            let (id, title) = (&it.id, prose(&it.title));
            let _ =
                writeln!(page, "| [{id}]({id}.md) {title} | {} | {primary} | {supporting} |", code(it.nature.name()));
        }
    }
    Page::new("criteria/README.md".to_owned(), &page)
}
