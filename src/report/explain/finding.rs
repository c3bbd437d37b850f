//! The page of one finding: as the report shows it, with all that the report leaves out, why it counts for which criterion,
//! and what would change it.

use std::io;
use std::io::Write;

use serde::Serialize;

use crate::model::{Assessment, CriterionResult, Finding, Link, PolicyResult, Sources, WaiverResult};
use crate::report::human;
use crate::report::json::write;
use crate::report::options::HumanOptions;
use crate::report::page::{Page, Style, plain, words};

use super::chain;
use super::flips::of_finding;

/// A finding, from what it fails up to the criteria.
#[derive(Serialize)]
struct FindingPage<'a> {
    finding: &'a Finding,
    policy: Option<&'a PolicyResult>,
    criteria: Vec<Branch<'a>>,
    waiver: Option<&'a WaiverResult>,
    flips: Vec<String>,
}

/// A criterion that it bears on, and why.
#[derive(Serialize)]
struct Branch<'a> {
    id: &'a str,
    title: &'a str,
    status: &'static str,
    reason: &'a str,
    links: Vec<&'a Link>,
}

fn page<'a>(finding: &'a Finding, assessment: &'a Assessment) -> FindingPage<'a> {
    let policy = assessment.policies.iter().find(|it| it.id == finding.policy);
    let branch = |it: &'a CriterionResult| Branch {
        id: &it.id,
        title: &it.title,
        status: it.status.words(),
        reason: &it.reason,
        links: policy.iter().flat_map(|policy| &policy.criteria).filter(|link| link.criterion == it.id).collect(),
    };
    let criteria = assessment.criteria.iter().filter(|it| finding.criteria.contains(&it.id)).map(branch).collect();
    let waiver = assessment.waivers.iter().find(|it| Some(&it.waiver.id) == finding.waiver.as_ref());
    FindingPage { finding, policy, criteria, waiver, flips: of_finding(finding, assessment) }
}

fn found<'a>(fingerprint: &str, assessment: &'a Assessment) -> Vec<&'a Finding> {
    let is_meant = |it: &&Finding| !fingerprint.is_empty() && it.fingerprint.starts_with(fingerprint);
    assessment.findings.iter().filter(is_meant).collect()
}

/// The findings whose fingerprint begins as given, for programs. False when there is none.
pub fn finding_json(fingerprint: &str, assessment: &Assessment, out: &mut dyn Write) -> io::Result<bool> {
    let pages: Vec<FindingPage<'_>> =
        found(fingerprint, assessment).into_iter().map(|it| page(it, assessment)).collect();
    match pages.as_slice() {
        [] => return Ok(false),
        [one] => write(one, out)?,
        several => write(&several, out)?,
    }
    Ok(true)
}

/// Shows the findings whose fingerprint begins as given. False when there is none.
pub fn finding(
    fingerprint: &str,
    assessment: &Assessment,
    sources: &Sources,
    options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<bool> {
    let meant = found(fingerprint, assessment);
    if meant.is_empty() {
        return Ok(false);
    }
    let mut only = assessment.clone();
    only.findings = meant.iter().map(|it| (*it).clone()).collect();
    // A waiver or baseline does not keep the page from showing what was asked for.
    for it in &mut only.findings {
        it.waiver = None;
        it.baseline = false;
    }
    let options = HumanOptions { verbose: true, max_findings: 0, ..*options };
    human::render_findings(&only, sources, &options, out)?;
    let mut shown = Page::new(options, out);
    chain::render(&only, &mut shown)?;
    for it in meant {
        tree(&page(it, assessment), &mut shown)?;
    }
    Ok(true)
}

/// From the criteria down to the finding, and what would change it.
fn tree(it: &FindingPage<'_>, page: &mut Page<'_>) -> io::Result<()> {
    page.line(&[words(Style::BOLD, "Why it counts")])?;
    for branch in &it.criteria {
        let lead = [plain("  "), words(Style::BOLD, branch.id), plain(" ")];
        let text = format!("{}: {}, {}", branch.title, branch.status, branch.reason);
        page.paragraph(&lead, 4, &[plain(text)])?;
        for link in &branch.links {
            let text = format!("{} for {}: {}", link.strength.name(), link.aspect, link.because);
            page.hanging(&[plain("    "), words(Style::CYAN, "link: ")], &[plain(text)])?;
        }
    }
    if let Some(waiver) = it.waiver {
        let text = format!(
            "{} by {}, until {}: {}",
            waiver.waiver.id, waiver.waiver.owner, waiver.waiver.expires, waiver.waiver.reason
        );
        page.hanging(&[words(Style::CYAN, "  waiver: ")], &[plain(text)])?;
    }
    page.line(&[words(Style::BOLD, "What would change it")])?;
    for flip in &it.flips {
        page.hanging(&[plain("  - ")], &[plain(flip.as_str())])?;
    }
    page.blank()
}
