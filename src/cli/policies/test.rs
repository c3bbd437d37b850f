//! `policies test`: runs the tests beside the policies and shows which lines they reach.

use std::io::{self, Write};

use serde_json::json;

use super::args::Test;
use super::at_hand::at_hand;
use crate::cli::console;
use crate::cli::failure::Failure;
use crate::cli::page_format::PageFormat;
use crate::evaluate::gate::exit;
use crate::model::{Problem, Sources};
use crate::rego::PolicySet;
use crate::rego::testing::{self, Tested};

/// Runs the tests of all policies and libraries, or of those asked for.
pub fn test(arguments: &Test) -> Result<u8, Failure> {
    let at_hand = at_hand(&arguments.policy)?;
    let set = PolicySet::load_with_tests(&at_hand.folders, &at_hand.frameworks)?;
    let tested = testing::run(&set, |it| arguments.wants(it));
    if tested.is_empty() {
        return Err(nothing_is_called(arguments));
    }
    console::print(|out| match arguments.format {
        PageFormat::Json => {
            let rows: Vec<_> = tested.iter().map(|it| row(it, &set.sources)).collect();
            writeln!(out, "{:#}", json!(rows))
        }
        PageFormat::Human => {
            for it in &tested {
                show(it, &set.sources, arguments.coverage, out)?;
            }
            summary(&tested, out)
        }
    })?;
    Ok(if tested.iter().all(Tested::is_green) { exit::PASSED } else { exit::GAPS })
}

/// No policy is meant by what was typed.
pub(super) fn nothing_is_called(arguments: &Test) -> Failure {
    Failure::Usage(format!("no policy's id or path contains `{}`", arguments.filters.join("` or `")))
}

/// A problem on one line: where and what.
pub(super) fn line(problem: &Problem, path: &str, sources: &Sources) -> String {
    let notice = problem.clone().located(sources);
    let place = notice.location.map(|it| format!("{}:{}:{}", it.file, it.start.line, it.start.column));
    format!("{}: {}", place.unwrap_or_else(|| path.to_owned()), notice.message)
}

fn row(tested: &Tested, sources: &Sources) -> serde_json::Value {
    json!({
        "path": tested.path,
        "passed": tested.passed,
        "failed": tested.failed,
        "problems": tested.problems.iter().map(|it| line(it, &tested.path, sources)).collect::<Vec<_>>(),
        "lines": tested.covered.len() + tested.not_covered.len(),
        "not_covered": tested.not_covered,
    })
}

fn show(tested: &Tested, sources: &Sources, shows_coverage: bool, out: &mut dyn Write) -> io::Result<()> {
    for name in &tested.failed {
        writeln!(out, "FAIL {}: {name}", tested.path)?;
    }
    for problem in &tested.problems {
        writeln!(out, "FAIL {}", line(problem, &tested.path, sources))?;
    }
    if shows_coverage || !tested.not_covered.is_empty() {
        let lines = tested.covered.len() + tested.not_covered.len();
        let percent = (tested.covered.len() * 100).checked_div(lines).unwrap_or(0);
        let missing: Vec<String> = tested.not_covered.iter().map(u32::to_string).collect();
        let missing = if missing.is_empty() { String::new() } else { format!("  not reached: {}", missing.join(", ")) };
        writeln!(out, "{percent:>4} %  {}{missing}", tested.path)?;
    }
    Ok(())
}

fn summary(tested: &[Tested], out: &mut dyn Write) -> io::Result<()> {
    let passed: usize = tested.iter().map(|it| it.passed.len()).sum();
    let failed: usize = tested.iter().map(|it| it.failed.len()).sum();
    let covered: usize = tested.iter().map(|it| it.covered.len()).sum();
    let lines: usize = covered + tested.iter().map(|it| it.not_covered.len()).sum::<usize>();
    let percent = if lines == 0 { 0.0 } else { 100.0 * covered as f64 / lines as f64 };
    writeln!(out, "{} files, {percent:.1} % of their lines reached", tested.len())?;
    writeln!(out, "{passed} passed, {failed} failed")
}
