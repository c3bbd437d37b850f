//! `policies test`: runs the tests beside the policies and shows which lines they reach.

use std::io::{self, Write};

use camino::Utf8PathBuf;

use super::console;
use super::failure::Failure;
use super::judge;
use crate::evaluate::gate::exit;
use crate::model::Sources;
use crate::rego::PolicySet;
use crate::rego::testing::{self, Tested};

/// Runs the tests of all policies and libraries, or of those whose path holds `filter`.
pub fn test(folders: &[Utf8PathBuf], filter: Option<&str>, shows_coverage: bool) -> Result<u8, Failure> {
    let set = PolicySet::load_with_tests(folders, &[judge::framework("soc2")?])?;
    let mut tested = testing::run(&set);
    tested.retain(|it| filter.is_none_or(|filter| it.path.contains(filter)));
    if tested.is_empty() {
        return Err(Failure::Usage(format!("no policy's path contains `{}`", filter.unwrap_or_default())));
    }
    console::print(|out| {
        for it in &tested {
            show(it, &set.sources, shows_coverage, out)?;
        }
        summary(&tested, out)
    })?;
    let is_green = tested.iter().all(|it| it.failed.is_empty() && it.problems.is_empty());
    Ok(if is_green { exit::PASSED } else { exit::GAPS })
}

fn show(tested: &Tested, sources: &Sources, shows_coverage: bool, out: &mut dyn Write) -> io::Result<()> {
    for name in &tested.failed {
        writeln!(out, "FAIL {}: {name}", tested.path)?;
    }
    for problem in &tested.problems {
        let notice = problem.clone().located(sources);
        let place = notice.location.map(|it| format!("{}:{}:{}", it.file, it.start.line, it.start.column));
        writeln!(out, "FAIL {}: {}", place.unwrap_or_else(|| tested.path.clone()), notice.message)?;
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
