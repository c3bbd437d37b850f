//! `scan`: from files to a report, in one run.

use super::args::{Scan, When};
use super::difference;
use super::failure::Failure;
use super::judge::{added, check_effect, home, limit_threads, prepare, report, settings_for, take};
use super::progress::Progress;
use crate::evaluate;

/// Collects, judges and reports. Returns the exit code of the gate.
pub fn scan(arguments: &Scan, color: When) -> Result<u8, Failure> {
    check_effect(&arguments.judging, &arguments.reporting)?;
    limit_threads(&arguments.target)?;
    let settings = settings_for(arguments.judging.config.as_deref(), &arguments.target.paths)?;
    let home = home(arguments.judging.config.as_deref(), &arguments.target.paths);
    let mut prepared = prepare(&arguments.judging, &settings, &home)?;
    let added = added(arguments.judging.config.as_deref(), &arguments.target.paths, &settings)?;
    let progress =
        Progress::begin("collecting and judging", !arguments.target.no_progress && !arguments.reporting.quiet);
    let (mut document, before) = difference::documents(arguments, &settings, &prepared)?;
    prepared.options.before = before;
    prepared.options.accepted = take(added, &mut document.sources);
    let assessment = evaluate::assess(&document, &prepared.set, &prepared.frameworks, &prepared.options);
    drop(progress);
    report(&assessment, &document.sources, &arguments.reporting, color)?;
    Ok(assessment.gate.exit_code)
}
