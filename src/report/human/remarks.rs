//! Remarks on what people added: waivers that lapsed or accept nothing, attestations gone stale, the baseline.

use std::io;

use crate::model::{Assessment, Notice, Sources};
use crate::report::page::{Page, Style, count, plain, words};

use super::snippet;
use crate::report::excerpt::{Excerpt, Mark};

/// Remarks with their lines, then what the baseline hides, then comments for other tools.
pub(super) fn render(assessment: &Assessment, sources: &Sources, page: &mut Page<'_>) -> io::Result<()> {
    for it in &assessment.remarks {
        remark(it, sources, page)?;
    }
    if let Some(it) = &assessment.baseline {
        let mut text = format!("{} known, {} hidden from the gate", it.gaps, it.hidden);
        if it.lapsed > 0 {
            text.push_str(&format!("; {} lapsed because what they stand on changed", it.lapsed));
        }
        if it.gone > 0 {
            text.push_str(&format!("; {} gone: `gapcheck baseline` takes them out", it.gone));
        }
        page.hanging(&[words(Style::BOLD, "Baseline"), plain(": ")], &[plain(text)])?;
        page.blank()?;
    }
    if !assessment.foreign.is_empty() {
        let comments = count(assessment.foreign.len(), "comment", "comments");
        let mut tools: Vec<&str> = assessment.foreign.iter().map(|it| it.tool.as_str()).collect();
        tools.sort_unstable();
        tools.dedup();
        let text = format!(
            "{comments} for {} asking for silence, which do not count here: `honour` under [waivers] in gapcheck.toml \
             would take them",
            tools.join(", ")
        );
        page.hanging(&[words(Style::DIM, "note: ")], &[words(Style::DIM, text)])?;
        page.blank()?;
    }
    Ok(())
}

fn remark(remark: &Notice, sources: &Sources, page: &mut Page<'_>) -> io::Result<()> {
    let excerpt = remark.location.as_ref().and_then(|location| {
        let (id, source) = sources.iter().find(|(_, it)| it.path == location.file)?;
        let mark = Mark { location, note: None, primary: true };
        Excerpt::new(source, sources.redacted(id), &[mark], &page.options)
    });
    match excerpt {
        Some(excerpt) => snippet::render_related(&format!("remark: {}", remark.message), &excerpt, page)?,
        None => page.hanging(&[words(Style::YELLOW, "remark: ")], &[plain(remark.message.as_str())])?,
    }
    if let Some(help) = &remark.help {
        page.hanging(&[words(Style::CYAN, "  help: ")], &[plain(help.as_str())])?;
    }
    page.blank()
}
