//! The baseline: gaps that were there before, each until its block changes.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use crate::model::assessment::SCHEMA_VERSION;
use crate::model::{Baseline, BaselineResult, Finding, KnownGap, Location, Outcome, Sources};

/// Marks the findings that the baseline knows.
pub(super) fn apply(
    baseline: &Baseline,
    blocks: &BTreeMap<String, String>,
    is_asked: &dyn Fn(&KnownGap) -> bool,
    findings: &mut [Finding],
    sources: &Sources,
) -> BaselineResult {
    let mut result = BaselineResult { gaps: baseline.gaps.len(), ..BaselineResult::default() };
    let mut met: BTreeSet<&str> = BTreeSet::new();
    let texts = Texts::of(sources);
    for finding in findings.iter_mut().filter(|it| it.outcome == Outcome::Fail) {
        let Some((print, known)) = baseline.gaps.get_key_value(&finding.fingerprint) else { continue };
        met.insert(print);
        let block = texts.block_digest(finding).or_else(|| blocks.get(print).cloned());
        if block.is_some_and(|it| it == known.block) {
            finding.baseline = true;
            result.hidden += 1;
        } else {
            result.lapsed += 1;
        }
    }
    // What this run did not ask about may well be there.
    let unmet = baseline.gaps.iter().filter(|it| !met.contains(it.0.as_str()));
    result.gone = unmet.filter(|it| is_asked(it.1)).count();
    result
}

/// Digests of the blocks that known gaps stand on, for whoever judges them without the texts.
pub fn blocks(baseline: &Baseline, findings: &[Finding], sources: &Sources) -> BTreeMap<String, String> {
    let texts = Texts::of(sources);
    let known = findings.iter().filter(|it| baseline.gaps.contains_key(&it.fingerprint));
    known.filter_map(|it| Some((it.fingerprint.clone(), texts.block_digest(it)?))).collect()
}

/// All failures of a run that nobody accepted, as a baseline.
pub fn baseline(findings: &[Finding], sources: &Sources, date: &str) -> Baseline {
    let texts = Texts::of(sources);
    let open = findings.iter().filter(|it| it.outcome == Outcome::Fail && it.waiver.is_none());
    let known = |it: &Finding| {
        let gap = KnownGap {
            policy: it.policy.0.clone(),
            subject: it.subject.id.clone(),
            path: it.path.clone(),
            block: texts.block_digest(it)?,
        };
        Some((it.fingerprint.clone(), gap))
    };
    Baseline {
        schema_version: SCHEMA_VERSION.to_owned(),
        date: date.to_owned(),
        gaps: open.filter_map(known).collect(),
    }
}

/// Texts by their paths.
struct Texts<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Texts<'a> {
    fn of(sources: &'a Sources) -> Self {
        Self(sources.iter().filter_map(|(_, it)| Some((it.path.as_str(), it.text.as_deref()?))).collect())
    }

    /// Digest of the subject's block, and of the line that decides where it lies elsewhere. White space does not count.
    /// None where the text is not at hand.
    fn block_digest(&self, finding: &Finding) -> Option<String> {
        let mut digest = Sha256::new();
        for place in [&finding.subject_location, &finding.location] {
            for word in self.lines(place)?.split_whitespace() {
                digest.update(word.as_bytes());
                digest.update([0]);
            }
            digest.update([1]);
        }
        Some(digest.finalize().iter().take(16).map(|it| format!("{it:02x}")).collect())
    }

    /// The text of a place, widened to whole lines.
    fn lines(&self, place: &Location) -> Option<&'a str> {
        let text = self.0.get(place.file.as_str())?;
        let (start, end) = (place.start.byte as usize, place.end.byte as usize);
        let line_start = text.get(..start)?.rfind('\n').map_or(0, |it| it + 1);
        let line_end = text.get(end..)?.find('\n').map_or(text.len(), |it| end + it);
        text.get(line_start..line_end)
    }
}
