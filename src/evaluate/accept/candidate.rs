//! Every waiver there may be: from the file, from comments, and from comments for other tools.

use camino::Utf8Path;
use globset::{Glob, GlobMatcher};

use crate::model::suppression::OWN;
use crate::model::{Evidence, Finding, Location, Policy, Suppression, Waiver, WaiverOrigin};

/// A waiver that has not been weighed yet.
#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) waiver: Waiver,
    pub(super) origin: WaiverOrigin,
    /// For comments: what they speak of.
    covers: Option<Location>,
    subject: Option<GlobMatcher>,
    path: Option<GlobMatcher>,
    /// What a comment lacks to be a waiver.
    pub(super) lacks: Vec<&'static str>,
}

/// What a waiver may speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shelf<'a> {
    Subject(&'a str),
    File(&'a Utf8Path),
    Any,
}

impl Candidate {
    pub(super) fn from_file(waiver: Waiver) -> Self {
        let matcher = |glob: &str| Glob::new(glob).ok().filter(|_| is_pattern(glob)).map(|it| it.compile_matcher());
        Self {
            subject: matcher(&waiver.subject),
            path: waiver.path.as_deref().and_then(matcher),
            waiver,
            origin: WaiverOrigin::File,
            covers: None,
            lacks: Vec::new(),
        }
    }

    /// Where it is looked for: under the one subject or the file that it speaks of, or among those that may mean any.
    pub(super) fn shelf(&self) -> Shelf<'_> {
        match &self.covers {
            Some(_) => Shelf::File(&self.waiver.location.file),
            None if is_pattern(&self.waiver.subject) => Shelf::Any,
            None => Shelf::Subject(&self.waiver.subject),
        }
    }

    /// Whether it speaks of this finding, whatever it is worth.
    pub(super) fn matches(&self, finding: &Finding, subject: Option<&Evidence>) -> bool {
        let waiver = &self.waiver;
        let named = match &self.covers {
            Some(covers) => self.reaches(finding, covers),
            None => waiver.subject == finding.subject.id || matches(self.subject.as_ref(), &finding.subject.id),
        };
        let path = || finding.path.join(".");
        let at = |written: &String| *written == path() || matches(self.path.as_ref(), &path());
        let value = |written: &String| stated(subject, &finding.path).is_some_and(|it| it == *written);
        named && waiver.path.as_ref().is_none_or(at) && waiver.value.as_ref().is_none_or(value)
    }

    /// Whether the comment stands in the subject's block, or its lines hold where the block begins or what decides.
    fn reaches(&self, finding: &Finding, covers: &Location) -> bool {
        let comment = &self.waiver.location;
        let block = &finding.subject_location;
        let inside =
            block.file == comment.file && block.start.byte <= comment.start.byte && comment.end.byte <= block.end.byte;
        inside || begins_in(block, covers) || begins_in(&finding.location, covers)
    }
}

/// Whether a glob may mean another text than its own.
fn is_pattern(glob: &str) -> bool {
    glob.contains(['*', '?', '[', ']', '{', '}', '\\'])
}

fn begins_in(place: &Location, covers: &Location) -> bool {
    place.file == covers.file && (covers.start.byte..covers.end.byte).contains(&place.start.byte)
}

fn matches(glob: Option<&GlobMatcher>, text: &str) -> bool {
    glob.is_some_and(|it| it.is_match(text))
}

/// The deciding value as text. A secret has none.
fn stated(subject: Option<&Evidence>, path: &[String]) -> Option<String> {
    subject?.facts.at(path)?.scalar_text()
}

/// A comment as waivers, one a policy. `policies` are those judged.
pub(super) fn from_comment(comment: &Suppression, policies: &[&Policy]) -> Vec<Candidate> {
    let is_own = comment.tool == OWN;
    let named: Vec<String> = match is_own {
        true => comment.rules.clone(),
        false => answering(comment, policies).into_iter().map(|it| it.id.0.clone()).collect(),
    };
    let lacks = [
        (comment.until.is_none(), "`until` with a day"),
        (comment.owner.is_none(), "`owner=`"),
        (comment.reason.is_none(), "a reason"),
    ];
    let lacks: Vec<&str> = lacks.iter().filter(|it| is_own && it.0).map(|it| it.1).collect();
    let candidate = |policy: String| Candidate {
        waiver: Waiver {
            id: format!("{}:{}", comment.location.file, comment.location.start.line),
            policy,
            subject: "*".to_owned(),
            path: None,
            value: None,
            reason: comment.reason.clone().unwrap_or_default(),
            owner: comment.owner.clone().unwrap_or_default(),
            expires: comment.until.clone().unwrap_or_default(),
            compensated_by: None,
            location: comment.location.clone(),
        },
        origin: if is_own { WaiverOrigin::Inline } else { WaiverOrigin::Foreign },
        covers: Some(comment.covers.clone()),
        subject: None,
        path: None,
        lacks: lacks.clone(),
    };
    named.into_iter().map(candidate).collect()
}

/// Policies that answer a check of another tool which a comment names; all of them where it names none.
pub(super) fn answering<'a>(comment: &Suppression, policies: &[&'a Policy]) -> Vec<&'a Policy> {
    let same = |one: &str, other: &str| plain(one).eq_ignore_ascii_case(plain(other));
    let answers = |policy: &&&Policy| {
        let ids = policy.aliases.get(&comment.tool).map(Vec::as_slice).unwrap_or_default();
        comment.rules.is_empty() && !ids.is_empty()
            || comment.rules.iter().any(|rule| ids.iter().any(|id| same(rule, id)))
    };
    policies.iter().filter(answers).copied().collect()
}

/// Trivy's ids are written with and without their prefix.
fn plain(id: &str) -> &str {
    id.strip_prefix("AVD-").or(id.strip_prefix("avd-")).unwrap_or(id)
}
