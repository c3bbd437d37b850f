//! What the program carries of `policies/`, as the build made it.

use crate::model::{EvidenceKind, Link, Policy, PolicyId, Severity, Strength, TestKind};

/// The files of `policies/`, by their path there.
pub const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/policies.rs"));

/// The METADATA of each file in [`FILES`], packed into one text, where it is a policy: read by the build, so that no start
/// has to, and unpacked by [`policy`].
pub(super) const ANNOTATIONS: &[&str] = include!(concat!(env!("OUT_DIR"), "/annotations.rs"));

// The build ends parts, items and pieces of items with these.
const PART: char = '\u{1d}';
const ITEM: char = '\u{1e}';
const PIECE: char = '\u{1f}';

/// The policy of a package by its METADATA. Nothing is checked here: a test holds it to what
/// [`metadata`](super::metadata) reads. Nothing where its kind or severity is unknown, which a full reading explains.
pub(super) fn policy(annotation: &str, package: &str) -> Option<Policy> {
    let kind = package.strip_prefix("gapcheck.")?.split('.').next().and_then(EvidenceKind::from_name)?;
    let mut parts = annotation.split(PART);
    let mut next = || parts.next();
    Some(Policy {
        title: next()?.to_owned(),
        description: next()?.to_owned(),
        related_resources: items(next()?).map(str::to_owned).collect(),
        id: PolicyId(next()?.to_owned()),
        kind,
        package: package.to_owned(),
        severity: Severity::from_name(next()?)?,
        criteria: items(next()?).map(link).collect::<Option<_>>()?,
        tests: if next()? == "operating" { TestKind::Operating } else { TestKind::Design },
        reads: items(next()?).map(str::to_owned).collect(),
        remediation: items(next()?)
            .map(|it| it.split_once(PIECE).map(|(format, it)| (format.to_owned(), it.to_owned())))
            .collect::<Option<_>>()?,
        aliases: items(next()?).map(alias).collect::<Option<_>>()?,
        since: next()?.to_owned(),
    })
}

fn items(part: &str) -> impl Iterator<Item = &str> {
    part.split_terminator(ITEM)
}

fn link(item: &str) -> Option<Link> {
    let mut pieces = item.split(PIECE);
    let mut next = || pieces.next().map(str::to_owned);
    let (criterion, aspect, strength, because) = (next()?, next()?, next()?, next()?);
    let strength = if strength == "primary" { Strength::Primary } else { Strength::Supporting };
    Some(Link { criterion, aspect, strength, because })
}

/// Ids of one tool.
fn alias(item: &str) -> Option<(String, Vec<String>)> {
    let mut pieces = item.split(PIECE).map(str::to_owned);
    Some((pieces.next()?, pieces.collect()))
}
