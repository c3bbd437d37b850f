//! Reads all that people added.

use camino::Utf8Path;

use super::{attestations, baseline, waivers};
use crate::config::error::SettingsError;
use crate::config::place;
use crate::config::settings::Settings;
use crate::model::{AcceptanceRules, Accepted, Problem, Source, Sources};

/// What people added, and the texts it stands in.
#[derive(Debug, Default)]
pub struct Added {
    pub accepted: Accepted,
    pub sources: Vec<Source>,
}

/// Reads the files below `root`, the folder of the settings. Files that do not exist add nothing.
pub fn read(root: &Utf8Path, settings: &Settings) -> Result<Added, Box<SettingsError>> {
    let mut added = Added::default();
    if let Some(text) = text(root, waivers::WAIVERS)? {
        added.accepted.waivers = waivers::parse(&text)?;
        added.sources.push(Source::new(waivers::WAIVERS, text));
    }
    if let Some(text) = text(root, attestations::ATTESTATIONS)? {
        added.accepted.attestations = attestations::parse(&text, root)?;
        added.sources.push(Source::new(attestations::ATTESTATIONS, text));
    }
    if let Some(text) = text(root, baseline::BASELINE)? {
        added.accepted.baseline = Some(baseline::parse(&text)?);
    }
    let rules = AcceptanceRules::default();
    added.accepted.rules = AcceptanceRules {
        max_days: settings.waivers.max_days.unwrap_or(rules.max_days),
        not_waivable: settings.waivers.not_waivable.clone(),
        honour: settings.waivers.honour.clone(),
    };
    Ok(added)
}

fn text(root: &Utf8Path, name: &str) -> Result<Option<String>, Box<SettingsError>> {
    let path = root.join(name);
    match place::read_text(&path, Some(root)) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => {
            let problem = Problem::anywhere(format!("cannot read {path}: {error}"));
            Err(Box::new(SettingsError { problem, sources: Sources::default() }))
        }
    }
}
