//! The page of one finding: as the report shows it, with all that the report leaves out.

use std::io;
use std::io::Write;

use crate::model::{Assessment, Sources};
use crate::report::human;
use crate::report::options::HumanOptions;
use crate::report::page::Page;

use super::chain;

/// Shows the findings whose fingerprint begins as given. False when there is none.
pub fn finding(
    fingerprint: &str,
    assessment: &Assessment,
    sources: &Sources,
    options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<bool> {
    let mut only = assessment.clone();
    only.findings.retain(|it| !fingerprint.is_empty() && it.fingerprint.starts_with(fingerprint));
    // A waiver or baseline does not keep the page from showing what was asked for.
    for it in &mut only.findings {
        it.waiver = None;
        it.baseline = false;
    }
    if only.findings.is_empty() {
        return Ok(false);
    }
    let options = HumanOptions { verbose: true, max_findings: 0, ..*options };
    human::render_findings(&only, sources, &options, out)?;
    chain::render(&only, &mut Page::new(options, out))?;
    Ok(true)
}
