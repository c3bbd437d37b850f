//! The page of a criterion: its aspects, and the proof of its status.

use std::io;
use std::io::Write;

use serde::Serialize;

use crate::model::{Assessment, Criterion, Measure, Nature, Policy, Strength};
use crate::report::json::write;
use crate::report::options::HumanOptions;
use crate::report::page::{Page, Style, count, plain, severity_style, words};

use super::exports;
use super::flips::flips;
use super::proof::{Proof, Support, proof};
use super::subjects;

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
    measure: Measure,
    policies: &[Policy],
    assessment: Option<&Assessment>,
    options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let proof = proof(criterion, policies, assessment);
    let mut page = Page::new(*options, out);
    head(&proof, measure, &mut page)?;
    people(&proof, &mut page)?;
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

fn head(proof: &Proof<'_>, measure: Measure, page: &mut Page<'_>) -> io::Result<()> {
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
    page.line(&[words(Style::CYAN, format!("  {}:", measure.parts()))])?;
    for aspect in &criterion.aspects {
        let run = proof.result.and_then(|it| it.aspects.iter().find(|it| it.id == aspect.id));
        let (symbol, style) = match run {
            Some(it) if it.covered => (page.symbol("✓", "+"), Style::GREEN),
            _ => (page.symbol("○", "o"), Style::DIM),
        };
        let by = run.and_then(|it| {
            let names: Vec<_> = it.covered_by.iter().map(|it| it.0.as_str()).collect();
            let shown = (!names.is_empty()).then(|| format!("; covered by {}", names.join(", ")));
            shown.or_else(|| it.attested_by.as_ref().map(|it| format!("; attested by {it}")))
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

/// What people attest of it, what they accept, and what others have to do.
fn people(proof: &Proof<'_>, page: &mut Page<'_>) -> io::Result<()> {
    for it in &proof.attestations {
        let (said, standing) = (&it.attestation, it.standing.name());
        let of = said.aspect.as_ref().map(|it| format!(" of {it}")).unwrap_or_default();
        let text = format!("{} by {}, {} to {} ({standing})", said.statement, said.by, said.date, said.valid_until);
        page.hanging(&[words(Style::CYAN, format!("  attestation{of}: "))], &[plain(text)])?;
    }
    for it in &proof.waivers {
        let waiver = &it.waiver;
        let text = format!(
            "{} of {} by {}, until {} ({}): {}",
            waiver.id,
            waiver.policy,
            waiver.owner,
            waiver.expires,
            it.standing.name(),
            waiver.reason
        );
        page.hanging(&[words(Style::CYAN, "  waiver: ")], &[plain(text)])?;
    }
    for it in &proof.criterion.user_entities {
        page.hanging(&[words(Style::CYAN, "  user entities: ")], &[plain(it.as_str())])?;
    }
    for it in &proof.criterion.subservice_organizations {
        page.hanging(&[words(Style::CYAN, "  subservice organizations: ")], &[plain(it.as_str())])?;
    }
    Ok(())
}

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
            would_show_it(support, page)?;
        }
        Some(it) => {
            let text = format!(
                "{}: {} passed, {} failed, {} undetermined, {} waived",
                it.subjects, it.pass, it.fail, it.undetermined, it.waived
            );
            page.hanging(&[words(Style::CYAN, "  subjects: ")], &[plain(text)])?;
            if it.undetermined > 0 {
                would_show_it(support, page)?;
            }
        }
        None => page.hanging(&[words(Style::CYAN, "  looks in: ")], &[plain(support.formats.join(", "))])?,
    }
    subjects::render(&support.subjects, page)
}

/// The commands that export what only a platform shows.
fn would_show_it(support: &Support<'_>, page: &mut Page<'_>) -> io::Result<()> {
    for it in exports::of(&support.policy.0) {
        page.hanging(&[words(Style::CYAN, "  would show it: ")], &[plain(*it)])?;
    }
    Ok(())
}
