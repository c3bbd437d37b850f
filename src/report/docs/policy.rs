//! The page of a policy: what it asks, why, of what, and how to mend what fails it.

use std::fmt::Write;

use super::example::Example;
use super::library::{Library, Page};
use super::words::{block, code, codes, prose};
use crate::model::{EvidenceKind, Policy, TestKind};

pub(super) fn page(policy: &Policy, library: &Library<'_>) -> Page {
    let mut page = format!("# {}\n\n{}\n\n", prose(&policy.title), prose(&policy.description));
    let kind = policy.kind.name();
    let tests = match policy.tests {
        TestKind::Design => "design: how the control is built",
        TestKind::Operating => "operating effectiveness: whether it worked over a period",
    };
    // Writing to a string cannot fail.
    let _ = writeln!(page, "- Id: {}, since {}", code(&policy.id.0), policy.since);
    let _ = writeln!(page, "- Severity: {}", policy.severity.name());
    let _ = writeln!(
        page,
        "- Looks at: [{kind}](../kinds/{kind}.md) in {}",
        policy.formats().collect::<Vec<_>>().join(", ")
    );
    let _ = writeln!(page, "- Tests {tests}");
    let _ = writeln!(page, "\n## Criteria\n\n| criterion | aspect | link | because |\n| --- | --- | --- | --- |");
    for it in &policy.criteria {
        let criterion = library.framework.criterion(&it.criterion);
        let title = criterion.map_or("", |it| it.title.as_str());
        let aspect =
            criterion.and_then(|criterion| criterion.aspect(&it.aspect)).map_or(it.aspect.as_str(), |it| &it.title);
        let id = &it.criterion;
        let (title, aspect, because) = (prose(title), prose(aspect), prose(&it.because));
        let _ =
            writeln!(page, "| [{id}](../criteria/{id}.md) {title} | {aspect} | {} | {because} |", it.strength.name());
    }
    if !policy.reads.is_empty() {
        facts(policy, library, &mut page);
    }
    let _ = writeln!(page, "\n## How to mend it");
    let examples = library.examples.get(&policy.id).map(Vec::as_slice).unwrap_or_default();
    for (format, help) in &policy.remediation {
        let _ = writeln!(page, "\n### {format}\n\n{}.", sentence(help));
        for it in examples.iter().filter(|it| it.format == *format) {
            let _ = write!(page, "\n{}\n\n{}", caption(it), block(language(&it.file), &it.text));
        }
    }
    if !policy.aliases.is_empty() {
        let _ = writeln!(page, "\n## The same check elsewhere\n");
        for (tool, ids) in &policy.aliases {
            let _ = writeln!(page, "- {tool}: {}", codes(ids.iter().map(String::as_str)));
        }
    }
    if !policy.related_resources.is_empty() {
        let _ = writeln!(page, "\n## Read on\n");
        for it in &policy.related_resources {
            let _ = writeln!(page, "- <{it}>");
        }
    }
    Page::new(format!("policies/{}.md", policy.id), &page)
}

fn facts(policy: &Policy, library: &Library<'_>, page: &mut String) {
    let _ = writeln!(page, "\n## Facts it reads\n\n| fact | what it is |\n| --- | --- |");
    for read in &policy.reads {
        let (kind, name) = match read.split_once('.') {
            Some((kind, name)) => (EvidenceKind::from_name(kind), name),
            None => (Some(policy.kind), read.as_str()),
        };
        let fact = kind.and_then(|it| library.fact(it, name));
        let what = fact.and_then(|it| it.get("description")?.as_str()).unwrap_or_default();
        let _ = writeln!(page, "| {} | {} |", code(read), prose(what));
    }
}

fn caption(example: &Example) -> String {
    match &example.fault {
        Some(fault) => format!("Fails: {}.", prose(fault)),
        None => "Passes:".to_owned(),
    }
}

/// Advice as a sentence: it begins with a capital letter, unless it begins with a literal.
fn sentence(words: &str) -> String {
    let words = prose(words.trim_end_matches('.'));
    let mut letters = words.chars();
    letters.next().map(|it| it.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The language that a block is shown in.
fn language(file: &str) -> &'static str {
    let name = file.rsplit('/').next().unwrap_or(file);
    match name.rsplit('.').next().unwrap_or_default() {
        "tf" | "tofu" | "hcl" => "hcl",
        "yaml" | "yml" => "yaml",
        "json" => "json",
        "toml" => "toml",
        "md" => "markdown",
        _ if name.contains("Dockerfile") => "dockerfile",
        _ => "text",
    }
}
