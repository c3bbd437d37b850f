//! All that can be said of what is scanned: every category, passing subjects included.

use super::args::TargetArgs;
use super::clock;
use super::failure::Failure;
use super::judge;
use crate::config::settings::Settings;
use crate::evaluate::{self, Options};
use crate::model::{Assessment, Document, Framework, Severity};
use crate::rego::PolicySet;

/// The assessment as of today, with what people accept.
pub fn everything(
    target: &TargetArgs,
    settings: &Settings,
    set: &PolicySet,
    framework: &Framework,
) -> Result<(Assessment, Document), Failure> {
    let mut document = judge::document(target, settings, set.wants_whole_files())?;
    let added = judge::added(None, &target.paths, settings)?;
    let options = Options {
        date: clock::date(None).to_string(),
        categories: framework.categories.iter().map(|it| it.id.clone()).collect(),
        criteria: Vec::new(),
        fail_on: Severity::Low,
        strict: false,
        passes: true,
        accepted: judge::take(added, &mut document.sources),
        before: None,
    };
    Ok((evaluate::assess(&document, set, framework, &options), document))
}
