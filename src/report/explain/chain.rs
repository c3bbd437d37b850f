//! How a value came to be unknown: from where it decides, back through every place it came through, to what is missing.

use std::io;

use crate::model::{Assessment, Cause, Finding, Location, Outcome};
use crate::report::page::{Page, Style, plain, words};

/// Shows the way of each undetermined finding's value.
pub(super) fn render(assessment: &Assessment, page: &mut Page<'_>) -> io::Result<()> {
    for finding in assessment.findings.iter().filter(|it| it.outcome == Outcome::Undetermined) {
        one(finding, page)?;
    }
    Ok(())
}

fn one(finding: &Finding, page: &mut Page<'_>) -> io::Result<()> {
    let Some(missing) = &finding.unresolved else { return Ok(()) };
    let back = page.symbol("\u{2190} ", "<- ");
    let subject = finding.subject.address.as_deref().unwrap_or(&finding.subject.name);
    let fact = if finding.path.is_empty() { "the answer".to_owned() } else { format!("`{}`", finding.path.join(".")) };
    let head = format!("{fact} of {subject} ");
    page.hanging(&[words(Style::BOLD, "could not be resolved"), plain(": ")], &[plain(head), at(&finding.location)])?;
    // The way is told from the value's beginning; who asks stands at its end. Calls lead to the subject, not to the value.
    let way = finding.related.iter().filter(|it| !it.note.ends_with("is called here"));
    for it in way.collect::<Vec<_>>().into_iter().rev() {
        page.hanging(&[plain("  "), plain(back)], &[plain(format!("{} ", it.note)), at(&it.location)])?;
    }
    let last = format!("`{}`, {} ", missing.cause.name(), why(&missing.cause));
    page.hanging(&[plain("  "), plain(back)], &[words(Style::MAGENTA, last), at(&missing.location)])?;
    let lead = words(Style::CYAN, "  to settle it: ");
    page.paragraph(&[lead], 8, &[plain(missing.help.as_str())])?;
    page.blank()
}

fn at(location: &Location) -> crate::report::page::Words<'static> {
    words(Style::CYAN, format!("({}:{}:{})", location.file, location.start.line, location.start.column))
}

fn why(cause: &Cause) -> &'static str {
    match cause {
        Cause::Variable(_) => "which has no value",
        Cause::AfterApply(_) => "which only apply sets",
        Cause::DataSource(_) => "which is looked up outside the repository",
        Cause::ModuleOutput(_) => "whose module is not on disk",
        Cause::Expression(_) => "which is not evaluated",
        Cause::ProviderDefault(_) => "whose default differs between versions of the provider",
        Cause::OutOfScope(_) | Cause::Elsewhere(_) => "which no scanned file shows",
        Cause::AtRunTime(_) => "which only a run tells",
        Cause::Limit(_) => "which is larger than is evaluated",
    }
}
