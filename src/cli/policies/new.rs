//! `policies new`: writes a policy and its tests that run as they stand.

use std::io::Write;

use camino::Utf8Path;

use super::args::New;
use crate::cli::failure::Failure;
use crate::cli::{console, judge};
use crate::evaluate::gate::exit;
use crate::model::{EvidenceKind, Nature, nearest};
use crate::rego::lint::vocabulary;
use crate::rego::starter::{self, Starter};

/// Writes the two files; nothing that is there is written over.
pub fn new(arguments: &New) -> Result<u8, Failure> {
    let kinds = EvidenceKind::ALL.map(EvidenceKind::name);
    let Some(kind) = EvidenceKind::from_name(&arguments.kind) else {
        let help = hint(&arguments.kind, kinds.iter().copied(), "kinds");
        return Err(Failure::Usage(format!("`{}` is no kind of evidence; {help}", arguments.kind)));
    };
    let prefix = format!("{}-", kind.name().replace('_', "-"));
    let name = arguments.id.strip_prefix(&prefix).unwrap_or(&arguments.id);
    let is_plain = |it: &str| !it.is_empty() && it.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit());
    if !name.split('-').all(is_plain) || !name.starts_with(|it: char| it.is_ascii_lowercase()) {
        let message = format!("`{}` is no id: write lower-case words with hyphens, as in `is-tagged`", arguments.id);
        return Err(Failure::Usage(message));
    }
    let fact = match arguments.fact.as_deref() {
        Some(fact) if vocabulary::fact(kind, fact).is_some() => fact,
        Some(fact) => {
            let help = hint(fact, vocabulary::names(kind), "facts");
            return Err(Failure::Usage(format!(
                "no collector promises the fact `{fact}` of a {}; {help}",
                kind.name()
            )));
        }
        None => starter::first_fact(kind).ok_or_else(|| {
            Failure::Usage(format!("no collector promises facts of a {}: nothing can be asked of it", kind.name()))
        })?,
    };
    let framework = judge::framework("soc2")?;
    let ids = framework.criteria.iter().map(|it| it.id.as_str());
    let Some(criterion) = framework.criteria.iter().find(|it| it.id.eq_ignore_ascii_case(&arguments.criterion)) else {
        let help = hint(&arguments.criterion, ids, "criteria");
        return Err(Failure::Usage(format!("unknown criterion `{}`; {help}", arguments.criterion)));
    };
    let aspect = criterion.aspects.iter().find(|it| it.nature == Nature::Configuration);
    let Some(aspect) = aspect.or(criterion.aspects.first()) else {
        return Err(Failure::Usage(format!("{} has no aspects", criterion.id)));
    };
    let starter = Starter {
        kind,
        name,
        fact,
        is_flag: starter::is_flag(kind, fact),
        criterion: &criterion.id,
        aspect: &aspect.id,
        formats: vocabulary::fact(kind, fact).map(|it| vocabulary::suppliers(it).collect()).unwrap_or_default(),
    };
    let folder = arguments.policy.join(kind.name());
    let file = folder.join(format!("{}.rego", starter.file_name()));
    let tests = folder.join(format!("{}_test.rego", starter.file_name()));
    std::fs::create_dir_all(&folder).map_err(|error| Failure::Output { path: folder.clone(), error })?;
    write(&file, &starter.policy())?;
    write(&tests, &starter.tests())?;
    let folder = &arguments.policy;
    console::print(|out| {
        writeln!(out, "{file}\n{tests}")?;
        writeln!(out, "next: say in its METADATA why it matters, and bend the rules to what you mean")?;
        writeln!(out, "  gapcheck policies test --policy {folder} --mutate {prefix}{name}")?;
        writeln!(out, "  gapcheck scan --policy {folder}")
    })?;
    Ok(exit::PASSED)
}

fn hint<'a>(word: &str, known: impl Iterator<Item = &'a str>, what: &str) -> String {
    let known: Vec<&str> = known.collect();
    match nearest(word, known.iter().copied()) {
        Some(near) => format!("is `{near}` meant?"),
        None => format!("{what}: {}", known.join(", ")),
    }
}

fn write(path: &Utf8Path, text: &str) -> Result<(), Failure> {
    let made = std::fs::OpenOptions::new().write(true).create_new(true).open(path);
    made.and_then(|mut it| it.write_all(text.as_bytes()))
        .map_err(|error| Failure::Output { path: path.to_owned(), error })
}
