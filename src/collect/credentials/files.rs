//! Files that are there to hold secrets: environment files, settings of clients, state of Terraform.

use std::ops::Range;

use camino::Utf8Path;

use super::placeholder::is_placeholder;
use super::tokens::spread;
use crate::collect::redact::names;

/// Ends of names of environment files that show what is to be filled in.
const TEMPLATES: &[&str] =
    &["example", "sample", "template", "dist", "tpl", "tmpl", "schema", "defaults", "test", "testing", "ci"];

/// What kind of secret file a path names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `.env`: `NAME=value` lines.
    Environment,
    /// `.netrc`, `.git-credentials`, `.pypirc`: passwords by nature.
    Client,
    /// `terraform.tfstate`: all that the provider knows.
    State,
}

pub(super) fn kind(path: &Utf8Path) -> Option<Kind> {
    let name = path.file_name()?;
    if name.ends_with(".tfstate") || name.ends_with(".tfstate.backup") {
        return Some(Kind::State);
    }
    if matches!(name, ".netrc" | "_netrc" | ".git-credentials" | ".pypirc" | ".pgpass" | ".s3cfg") {
        return Some(Kind::Client);
    }
    let is_environment = name == ".env" || name.starts_with(".env.") || name.ends_with(".env");
    let is_template = name.split(['.', '-', '_']).any(|it| TEMPLATES.contains(&it));
    (is_environment && !is_template).then_some(Kind::Environment)
}

/// What a file that is there to hold secrets is, where it holds one.
pub(in crate::collect) fn secret_file(path: &Utf8Path, text: &str) -> Option<&'static str> {
    let kind = kind(path)?;
    let what = match kind {
        Kind::Environment => "an environment file",
        Kind::Client => "the passwords of a client",
        Kind::State => "Terraform state",
    };
    (!secrets(kind, path, text).is_empty()).then_some(what)
}

/// The secrets of such a file, with what they are.
pub(super) fn secrets(kind: Kind, path: &Utf8Path, text: &str) -> Vec<(&'static str, Range<usize>)> {
    match kind {
        Kind::Environment => lines(text).filter_map(|(at, line)| variable(at, line)).collect(),
        Kind::Client => lines(text).filter_map(|(at, line)| password(path, at, line)).collect(),
        Kind::State => state(text).into_iter().collect(),
    }
}

fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let from = at;
        at += line.len();
        (from, line.trim_end())
    })
}

/// `export DB_PASSWORD='value' # comment`
fn variable(at: usize, line: &str) -> Option<(&'static str, Range<usize>)> {
    let (name, value) = line.split_once('=')?;
    let bare = name.trim().trim_start_matches("export ").trim();
    let from = at + name.len() + 1 + (value.len() - value.trim_start().len());
    let value = value.trim();
    let (value, from) = match value.chars().next().filter(|it| matches!(it, '"' | '\'')) {
        Some(quote) => (value.get(1..)?.split(quote).next()?, from + 1),
        None => (value.split(" #").next()?.trim_end(), from),
    };
    let is_secret = !bare.starts_with('#') && names::is_secret(bare) && names::is_literal(value);
    (is_secret && is_strong(value)).then(|| ("secret in an environment file", from..from + value.len()))
}

/// Whether a value is worth hiding: long and uneven enough, and not one that everybody knows.
fn is_strong(value: &str) -> bool {
    value.len() >= 8 && spread(value) >= 2.5 && !is_placeholder(value)
}

fn password(path: &Utf8Path, at: usize, line: &str) -> Option<(&'static str, Range<usize>)> {
    let value = match path.file_name()? {
        ".netrc" | "_netrc" => line.split_once("password ")?.1.split_whitespace().next()?,
        ".git-credentials" => line.split_once("://")?.1.rsplit_once('@')?.0.split_once(':')?.1,
        ".pgpass" => line.rsplit_once(':').filter(|_| !line.starts_with('#'))?.1,
        _ => line.split_once('=').filter(|it| names::is_secret(it.0.trim()))?.1.trim(),
    };
    let from = at + line.rfind(value)?;
    let is_given = names::is_literal(value) && value.len() >= 6 && !is_placeholder(value);
    is_given.then(|| ("password of a client", from..from + value.len()))
}

/// A state that holds resources. An empty one holds no secret.
fn state(text: &str) -> Option<(&'static str, Range<usize>)> {
    let at = text.find("\"lineage\"")?;
    let is_filled = text.contains("\"instances\"") || text.contains("\"primary\"");
    is_filled.then_some(("Terraform state", at..at + "\"lineage\"".len()))
}
