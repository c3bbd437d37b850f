//! `scan`: from files to a report, in one run.

use super::args::{Scan, When};
use super::bundle::{self, Taken};
use super::difference;
use super::failure::Failure;
use super::judge::{added, check_effect, home, limit_threads, overrides, prepare, report, settings_for, take};
use super::progress::Progress;
use crate::collect;
use crate::evaluate;

/// Collects, judges and reports. Returns the exit code of the gate.
pub fn scan(arguments: &Scan, color: When) -> Result<u8, Failure> {
    check_effect(&arguments.judging, &arguments.reporting)?;
    if arguments.bundle.is_some()
        && !matches!(arguments.target.paths.as_slice(), [folder] if collect::is_folder(folder))
    {
        return Err(Failure::Usage("--bundle takes the whole of one folder: name no more, and no files".to_owned()));
    }
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
    let is_bundled = arguments.bundle.is_some();
    let asked = prepared.options.passes;
    prepared.options.passes |= is_bundled;
    let mut assessment = evaluate::assess(&document, &prepared.set, &prepared.frameworks, &prepared.options);
    drop(progress);
    if let Some(path) = &arguments.bundle {
        let taken = Taken {
            document: &document,
            prepared: &prepared,
            assessment: &assessment,
            overrides: overrides(&settings),
            namespaces: arguments.judging.namespace.clone(),
        };
        bundle::write(&taken, path, arguments.sign.as_deref())?;
    }
    assessment.passes = assessment.passes.filter(|_| asked);
    report(&assessment, &document.sources, &arguments.reporting, color)?;
    let code = assessment.gate.exit_code;
    // The process ends here: to free a million values one by one takes longer than to leave them to the system.
    std::mem::forget((assessment, document));
    Ok(code)
}
