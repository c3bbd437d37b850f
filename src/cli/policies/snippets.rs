//! Examples of what fails and passes: the folders of fixtures, judged as any other files.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use crate::cli::failure::Failure;
use crate::collect::{self, WalkOptions};
use crate::config::settings;
use crate::evaluate::{self, Options};
use crate::model::{Accepted, Framework, Frameworks, Policy, PolicyId, Severity};
use crate::rego::PolicySet;
use crate::report::docs::Example;
use crate::report::docs::example::examples as of;

/// The day on which fixtures are judged, so that pages stay as they are.
const DATE: &str = "2026-01-01";

/// The examples of each policy that has a folder of its own below `fixtures`.
pub(super) fn examples(
    policies: &[Policy],
    set: &PolicySet,
    framework: &Framework,
    fixtures: &Utf8Path,
) -> Result<BTreeMap<PolicyId, Vec<Example>>, Failure> {
    let found: Result<Vec<_>, Failure> = policies
        .par_iter()
        .map(|policy| {
            let set = set.only(&policy.id);
            let mut found: Vec<Example> = Vec::new();
            for root in roots(&fixtures.join(&policy.id.0)) {
                for it in judged(&root, policy, &set, framework)? {
                    let is_new =
                        |other: &Example| other.format != it.format || other.fault.is_none() != it.fault.is_none();
                    if found.iter().all(is_new) {
                        found.push(it);
                    }
                }
            }
            found.sort_by(|a, b| (&a.format, a.fault.is_none()).cmp(&(&b.format, b.fault.is_none())));
            Ok((policy.id.clone(), found))
        })
        .collect();
    Ok(found?.into_iter().collect())
}

/// What is scanned as one: the folder, or each folder in it that has settings of its own.
fn roots(folder: &Utf8Path) -> Vec<Utf8PathBuf> {
    if !folder.is_dir() {
        return Vec::new();
    }
    let entries = folder.read_dir_utf8().into_iter().flatten().flatten().map(|it| it.into_path());
    let mut own: Vec<Utf8PathBuf> = entries.filter(|it| it.join(settings::FILE_NAME).exists()).collect();
    own.sort();
    if own.is_empty() { vec![folder.to_owned()] } else { own }
}

fn judged(root: &Utf8Path, policy: &Policy, set: &PolicySet, framework: &Framework) -> Result<Vec<Example>, Failure> {
    let settings = settings::read(&root.join(settings::FILE_NAME), false)?;
    let walk = WalkOptions {
        whole_repository: !settings.scope.complete.is_empty(),
        exclude: settings.scan.exclude,
        ..WalkOptions::default()
    };
    let document = collect::collect(&[root.to_owned()], &walk).map_err(|it| Failure::Usage(it.to_string()))?;
    let options = Options {
        date: DATE.to_owned(),
        categories: framework.categories.iter().map(|it| it.id.clone()).collect(),
        criteria: Vec::new(),
        fail_on: Severity::Low,
        strict: false,
        passes: true,
        examination: None,
        accepted: Accepted::default(),
        before: None,
    };
    let assessment = evaluate::assess(&document, set, &Frameworks::one(framework.clone()), &options);
    Ok(of(policy, &document, &assessment))
}
