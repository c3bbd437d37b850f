//! The page of a policy: everything it declares, and how its population fared.

use std::io;
use std::io::Write;

use serde::Serialize;

use crate::model::{Assessment, Frameworks, Policy, PolicyResult, Strength, TestKind};
use crate::report::json::write;
use crate::report::options::HumanOptions;
use crate::report::page::{Page, Style, plain, severity_style, words};
use crate::report::policies::PolicyRow;

use super::flips::of_policy;
use super::proof::{Judged, judged};
use super::subjects;

#[derive(Serialize)]
struct PolicyPage<'a> {
    #[serde(flatten)]
    policy: PolicyRow<'a>,
    result: Option<&'a PolicyResult>,
    /// What it said of each subject; empty when nothing was scanned.
    subjects: Vec<Judged<'a>>,
    /// What would change that.
    flips: Vec<String>,
}

fn result<'a>(policy: &Policy, assessment: Option<&'a Assessment>) -> Option<&'a PolicyResult> {
    assessment.and_then(|it| it.policies.iter().find(|it| it.id == policy.id))
}

/// The page for programs.
pub fn policy_json(policy: &Policy, assessment: Option<&Assessment>, out: &mut dyn Write) -> io::Result<()> {
    let result = result(policy, assessment);
    let subjects = assessment.map(|it| judged(it, &policy.id)).unwrap_or_default();
    let flips = result.map(|_| of_policy(&subjects)).unwrap_or_default();
    write(&PolicyPage { policy: PolicyRow::from(policy), result, subjects, flips }, out)
}

/// The page for people.
pub fn policy(
    policy: &Policy,
    frameworks: &Frameworks,
    assessment: Option<&Assessment>,
    options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut page = Page::new(*options, out);
    let severity = words(severity_style(policy.severity), policy.severity.name());
    page.hanging(&[severity, words(Style::BOLD, format!("[{}]", policy.id))], &[])?;
    page.hanging(&[plain("  ")], &[words(Style::BOLD, policy.title.as_str())])?;
    page.hanging(&[plain("  ")], &[plain(policy.description.as_str())])?;
    page.blank()?;
    let mut field = |name: &str, text: String| match text.is_empty() {
        true => Ok(()),
        false => page.hanging(&[words(Style::CYAN, format!("  {name}: "))], &[plain(text)]),
    };
    field("looks at", format!("{} in {}", policy.kind.name(), policy.formats().collect::<Vec<_>>().join(", ")))?;
    field("reads", policy.reads.join(", "))?;
    let tests = match policy.tests {
        TestKind::Design => "design: how the control is built",
        TestKind::Operating => "operating effectiveness: whether it worked over the period",
    };
    field("tests", tests.to_owned())?;
    if let Some(it) = result(policy, assessment).map(|it| it.population) {
        let text = format!(
            "{} subjects: {} passed, {} failed, {} undetermined, {} waived",
            it.subjects, it.pass, it.fail, it.undetermined, it.waived
        );
        field("in this run", text)?;
    }
    field("since", policy.since.clone())?;
    field("package", policy.package.clone())?;
    if let Some(assessment) = assessment {
        let judged = judged(assessment, &policy.id);
        subjects::render(&judged, &mut page)?;
        let flips = of_policy(&judged);
        if !flips.is_empty() {
            section("What would change that", &mut page)?;
        }
        for it in &flips {
            page.hanging(&[plain("  - ")], &[plain(it.as_str())])?;
        }
    }
    section("Criteria", &mut page)?;
    for link in &policy.criteria {
        let title = frameworks.all().find_map(|it| it.criterion(&link.criterion)).map_or("", |it| it.title.as_str());
        page.paragraph(&[plain("  "), words(Style::BOLD, link.criterion.as_str()), plain(" ")], 4, &[plain(title)])?;
        let strength = match link.strength {
            Strength::Primary => "primary",
            Strength::Supporting => "supporting",
        };
        page.hanging(&[plain("    ")], &[plain(format!("{strength} for {}: {}", link.aspect, link.because))])?;
    }
    section("How to mend it", &mut page)?;
    for (format, text) in &policy.remediation {
        page.paragraph(&[words(Style::CYAN, format!("  {format}: "))], 4, &[plain(text.as_str())])?;
    }
    if !policy.aliases.is_empty() {
        section("The same check elsewhere", &mut page)?;
        for (tool, ids) in &policy.aliases {
            page.hanging(&[words(Style::CYAN, format!("  {tool}: "))], &[plain(ids.join(", "))])?;
        }
    }
    if !policy.related_resources.is_empty() {
        section("Read on", &mut page)?;
        for it in &policy.related_resources {
            page.line(&[plain("  "), plain(it.as_str())])?;
        }
    }
    Ok(())
}

fn section(title: &str, page: &mut Page<'_>) -> io::Result<()> {
    page.blank()?;
    page.line(&[words(Style::BOLD, title)])
}
