//! The page of a criterion: its aspects, and the proof of its status.

use std::io;
use std::io::Write;

use serde::Serialize;

use crate::model::{Assessment, Criterion, Nature, Outcome, Policy, Strength};
use crate::report::json::write;
use crate::report::options::HumanOptions;
use crate::report::page::{Page, Style, count, plain, severity_style, words};

use super::flips::flips;
use super::proof::{Judged, Proof, Support, proof};

/// Subjects of one outcome that a policy lists when nobody asks for all.
const LISTED_SUBJECTS: usize = 10;

#[derive(Serialize)]
struct CriterionPage<'a> {
    #[serde(flatten)]
    proof: Proof<'a>,
    /// What would change the status.
    flips: Vec<String>,
}

/// The page for people. The assessment may be absent: then the page says what would be looked at.
pub fn criterion(
    criterion: &Criterion,
    policies: &[Policy],
    assessment: Option<&Assessment>,
    options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let proof = proof(criterion, policies, assessment);
    let mut page = Page::new(*options, out);
    head(&proof, &mut page)?;
    for it in &proof.policies {
        page.blank()?;
        support(it, &mut page)?;
    }
    let flips = proof.result.map(|it| flips(it, &proof.policies)).unwrap_or_default();
    if !flips.is_empty() {
        page.blank()?;
        page.line(&[words(Style::BOLD, "What would change the status")])?;
        for it in &flips {
            page.hanging(&[plain("  - ")], &[plain(it.as_str())])?;
        }
    }
    Ok(())
}

/// The page for programs.
pub fn criterion_json(
    criterion: &Criterion,
    policies: &[Policy],
    assessment: Option<&Assessment>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let proof = proof(criterion, policies, assessment);
    let flips = proof.result.map(|it| flips(it, &proof.policies)).unwrap_or_default();
    write(&CriterionPage { proof, flips }, out)
}

fn head(proof: &Proof<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let criterion = proof.criterion;
    let title = words(Style::BOLD, format!("{} {}", criterion.id, criterion.title));
    page.hanging(&[], &[title, plain(format!(" ({})", criterion.category))])?;
    page.hanging(&[plain("  ")], &[plain(criterion.summary.as_str())])?;
    page.blank()?;
    if let Some(result) = proof.result {
        let status = words(Style::BOLD, result.status.words());
        page.hanging(&[words(Style::CYAN, "  status: ")], &[status, plain(format!(": {}", result.reason))])?;
        let sum = result.population;
        let text = format!(
            "{}: {} passed, {} failed, {} undetermined, {} waived; {} not read whole",
            count(sum.subjects, "judgement", "judgements"),
            sum.pass,
            sum.fail,
            sum.undetermined,
            sum.waived,
            count(result.unread_files, "file", "files"),
        );
        page.hanging(&[words(Style::CYAN, "  looked at: ")], &[plain(text)])?;
    }
    page.line(&[words(Style::CYAN, "  aspects:")])?;
    for aspect in &criterion.aspects {
        let run = proof.result.and_then(|it| it.aspects.iter().find(|it| it.id == aspect.id));
        let (symbol, style) = match run {
            Some(it) if it.covered => (page.symbol("✓", "+"), Style::GREEN),
            _ => (page.symbol("○", "o"), Style::DIM),
        };
        let by = run.filter(|it| !it.covered_by.is_empty()).map(|it| {
            let names: Vec<_> = it.covered_by.iter().map(|it| it.0.as_str()).collect();
            format!("; covered by {}", names.join(", "))
        });
        let nature = match aspect.nature {
            Nature::Configuration => "files show it",
            Nature::Mixed => "files and people show it",
            Nature::Organizational => "only a person can answer",
        };
        let text = format!(": {} ({nature}{})", aspect.title, by.unwrap_or_default());
        let lead = [plain("    "), words(style, symbol), plain(" ")];
        page.paragraph(&lead, 8, &[words(Style::BOLD, aspect.id.as_str()), plain(text)])?;
    }
    Ok(())
}

/// What the web interface of a platform alone shows, until it is exported.
const MAIN_BRANCH: &str = "repository-protects-its-main-branch";
const EXPORT: &str =
    "`gh api repos/OWNER/REPO/rules/branches/main > .github/rulesets/main.json`, .github/settings.yml, or Terraform";

fn support(support: &Support<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let id = format!("[{}]", support.policy);
    let head = [words(severity_style(support.severity), support.severity.name()), words(Style::BOLD, id), plain(": ")];
    page.paragraph(&head, 2, &[plain(support.title)])?;
    for link in &support.links {
        let strength = match link.strength {
            Strength::Primary => "primary",
            Strength::Supporting => "supporting",
        };
        let text = format!("{} for {}: {}", strength, link.aspect, link.because);
        page.hanging(&[words(Style::CYAN, "  link: ")], &[plain(text)])?;
    }
    match support.population {
        Some(it) if it.subjects == 0 => {
            let text = format!("none found (looks in {})", support.formats.join(", "));
            page.hanging(&[words(Style::CYAN, "  subjects: ")], &[plain(text)])?;
            if support.policy.0 == MAIN_BRANCH {
                page.hanging(&[words(Style::CYAN, "  would show it: ")], &[plain(EXPORT)])?;
            }
        }
        Some(it) => {
            let text = format!(
                "{}: {} passed, {} failed, {} undetermined, {} waived",
                it.subjects, it.pass, it.fail, it.undetermined, it.waived
            );
            page.hanging(&[words(Style::CYAN, "  subjects: ")], &[plain(text)])?;
        }
        None => page.hanging(&[words(Style::CYAN, "  looks in: ")], &[plain(support.formats.join(", "))])?,
    }
    for outcome in [Outcome::Fail, Outcome::Undetermined, Outcome::Pass] {
        let all: Vec<_> = support.subjects.iter().filter(|it| it.outcome == outcome).collect();
        let shown = if page.options.verbose { all.len() } else { LISTED_SUBJECTS };
        for it in all.iter().take(shown) {
            judged(it, page)?;
        }
        let rest = all.len().saturating_sub(shown);
        if rest > 0 {
            page.line(&[words(Style::DIM, format!("    {rest} more: `--verbose` lists all"))])?;
        }
    }
    Ok(())
}

fn judged(judged: &Judged<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let (symbol, style) = match judged.outcome {
        Outcome::Fail if judged.waiver.is_some() => ("~", Style::YELLOW),
        Outcome::Fail => (page.symbol("✗", "x"), Style::RED),
        Outcome::Undetermined => ("?", Style::MAGENTA),
        Outcome::Pass => (page.symbol("✓", "+"), Style::GREEN),
    };
    let at = judged.location;
    let place = words(Style::CYAN, format!("{}:{}:{}", at.file, at.start.line, at.start.column));
    let fact = if judged.path.is_empty() { String::new() } else { format!(" [{}]", judged.path.join(".")) };
    let waiver = judged.waiver.map(|it| format!(" (waived by {it})")).unwrap_or_default();
    let text = format!(" {}{fact}{waiver}", judged.message.unwrap_or(judged.name));
    page.paragraph(&[plain("    "), words(style, symbol), plain(" ")], 8, &[place, plain(text)])?;
    match &judged.missing {
        Some(missing) => page.paragraph(&[plain("        depends on ")], 10, &[plain(missing.as_str())]),
        None => Ok(()),
    }
}
