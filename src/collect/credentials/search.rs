//! The search: one pass for all marks, and a closer look where one stands.

use crate::model::Limit;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use camino::Utf8Path;

use super::placeholder::{is_nobodys, is_placeholder};
use super::tokens::{FORMS, PATTERNS, spread};
use super::{files, keys};

/// Files with more bytes than this are data, and are not searched.
pub(super) const LARGEST: usize = 2 << 20;

/// Bytes after a mark that are looked at.
const REACH: usize = 2048;

/// What was found in a file.
pub(super) struct Found {
    pub(super) what: &'static str,
    /// The secret itself.
    pub(super) range: Range<usize>,
    /// Why it lets nobody in, where it does not.
    pub(super) harmless: Option<&'static str>,
}

/// All marks, and after them the one of keys.
static MARKS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let marks = FORMS.iter().map(|it| it.mark).chain([keys::MARK]);
    AhoCorasick::new(marks).ok()
});

/// Whether a text may hold anything: what decides if a file is read by this collector.
pub(super) fn is_marked(text: &str) -> bool {
    text.len() <= LARGEST && !tokens(text, 1).is_empty()
}

/// What stands in a file, in order and apart.
pub(super) fn search(path: &Utf8Path, text: &str) -> Vec<Found> {
    let mut found = tokens(text, Limit::Credentials.value());
    if let Some(kind) = files::kind(path) {
        let secrets = files::secrets(kind, path, text).into_iter();
        found.extend(secrets.map(|(what, range)| Found { what, range, harmless: None }));
    }
    found.sort_by_key(|it| (it.range.start, it.range.end));
    let mut end = 0;
    found.retain(|it| {
        let is_new = it.range.start >= end;
        end = end.max(it.range.end);
        is_new
    });
    found.truncate(Limit::Credentials.value());
    found
}

fn tokens(text: &str, most: usize) -> Vec<Found> {
    let Some(marks) = MARKS.as_ref() else { return Vec::new() };
    let mut found = Vec::new();
    let mut end = 0;
    for mark in marks.find_overlapping_iter(text) {
        // What lies in a stretch that is known already is not looked at again.
        if mark.start() < end {
            continue;
        }
        let Some(it) = look(text, mark.pattern().as_usize(), mark.start()) else { continue };
        end = it.range.end;
        found.push(it);
        if found.len() == most {
            break;
        }
    }
    found
}

fn look(text: &str, form: usize, at: usize) -> Option<Found> {
    let Some(form) = FORMS.get(form).zip(PATTERNS.get(form)) else { return key(text, at) };
    let (form, pattern) = (form.0, form.1.as_ref()?);
    let before = text.get(..at)?.chars().next_back();
    let continues = before.is_some_and(|it| it.is_ascii_alphanumeric() || it == '_');
    let is_own = form.mark.starts_with(|it: char| it.is_ascii_alphanumeric());
    // Names such as `aws_secret_access_key` and keys with a mark in their middle begin before it.
    let begins_before = form.mark.starts_with("ecret") || matches!(form.mark, "SECRET_ACCESS_KEY" | "T3BlbkFJ");
    if is_own && continues && !begins_before {
        return None;
    }
    let rest = text.get(at..)?;
    let rest = (0..=REACH.min(rest.len())).rev().find_map(|it| rest.get(..it))?;
    let captures = pattern.captures(rest)?;
    let secret = captures.get(1).or(captures.get(0))?;
    let whole = captures.get(0)?.as_str();
    let is_open = secret.as_str().len() > 8 && spread(secret.as_str()) < form.spread;
    let harmless = if is_placeholder(secret.as_str()) || is_open {
        Some("a placeholder")
    } else if form.mark == "://" && is_nobodys(whole) {
        Some("a machine at hand")
    } else {
        None
    };
    Some(Found { what: form.what, range: at + secret.start()..at + secret.end(), harmless })
}

fn key(text: &str, at: usize) -> Option<Found> {
    let key = keys::key(text, at)?;
    let harmless = match (key.encrypted, key.whole) {
        (true, _) => Some("protected by a passphrase"),
        (false, false) => Some("a placeholder"),
        (false, true) => None,
    };
    Some(Found { what: "private key", range: key.range, harmless })
}
