//! Problems with what the user wrote (a policy, a setting), each at its place.

use std::io;
use std::io::Write;

use super::snippet;
use crate::model::{Problem, Severity, Sources};
use crate::report::excerpt::{Excerpt, Mark};
use crate::report::options::HumanOptions;
use crate::report::page::{Page, Style, plain, words};

/// Writes problems with the lines they are about.
pub fn problems(
    problems: &[Problem],
    sources: &Sources,
    options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut page = Page::new(*options, out);
    for problem in problems {
        let location = problem.span.map(|it| (it.source, sources.location(it)));
        let excerpt = location.as_ref().and_then(|(id, location)| {
            let mark = Mark { location, note: None, primary: true };
            Excerpt::new(sources.source(*id)?, sources.redacted(*id), &[mark], options)
        });
        match excerpt {
            Some(excerpt) => snippet::render(&problem.message, Severity::High, &excerpt, &mut page)?,
            None => page.hanging(&[words(Style::BOLD_RED, "error: ")], &[plain(problem.message.as_str())])?,
        }
        if let Some(help) = &problem.help {
            page.hanging(&[words(Style::CYAN, "  help: ")], &[plain(help.as_str())])?;
        }
    }
    Ok(())
}
