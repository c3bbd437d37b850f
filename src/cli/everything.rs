//! All that can be said of what is scanned: every category, passing subjects included.

use super::args::TargetArgs;
use super::clock;
use super::examination;
use super::failure::Failure;
use super::judge;
use crate::config::settings::Settings;
use crate::evaluate::{self, Options};
use crate::model::{Assessment, Document, Frameworks, Severity};
use crate::rego::PolicySet;

/// The assessment as of today, with what people accept.
pub fn everything(
    target: &TargetArgs,
    settings: &Settings,
    set: &PolicySet,
    frameworks: &Frameworks,
) -> Result<(Assessment, Document), Failure> {
    let mut document = judge::document(target, settings, set.wants_whole_files())?;
    let added = judge::added(None, &target.paths, settings)?;
    let date = clock::date(None).to_string();
    let options = Options {
        examination: examination::examination(settings, &date)?,
        date,
        categories: frameworks.asked.iter().flat_map(|it| &it.categories).map(|it| it.id.clone()).collect(),
        criteria: Vec::new(),
        fail_on: Severity::Low,
        strict: false,
        passes: true,
        accepted: judge::take(added, &mut document.sources),
        before: None,
    };
    Ok((evaluate::assess(&document, set, frameworks, &options), document))
}
