//! `gapcheck.toml`: what a repository says about how it is to be judged.

use std::collections::BTreeMap;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use serde::Deserialize;

use super::complaint::{complaint, refusal};
use super::error::SettingsError;
use super::place;
use crate::model::limits;
use crate::model::{Limit, Problem, Severity, Sources};

/// The name of the settings file at the root of what is scanned.
pub const FILE_NAME: &str = "gapcheck.toml";

/// The JSON Schema of the settings, as `gapcheck schema config` prints it.
pub const SCHEMA: &str = include_str!("settings.schema.json");

/// Settings of a repository. What is not said keeps its default; options of the command line come first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// The frameworks to report against: one, or a list of them.
    #[serde(deserialize_with = "one_or_several")]
    pub framework: Vec<String>,
    /// Categories in scope besides those that always are.
    pub categories: Vec<String>,
    pub scan: ScanSettings,
    pub scope: ScopeSettings,
    pub gate: GateSettings,
    pub history: HistorySettings,
    pub report: ReportSettings,
    pub policies: PolicySettings,
    pub waivers: WaiverSettings,
    /// Bounds on what an input may ask for, by name.
    pub limits: BTreeMap<String, usize>,
    /// The file itself, for complaints about what it says.
    #[serde(skip)]
    pub file: Option<(Utf8PathBuf, Arc<str>)>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ScanSettings {
    /// Globs of paths to leave out.
    pub exclude: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ScopeSettings {
    /// Scopes of which all there is lies in what is scanned, so that what is missing is a gap.
    pub complete: Vec<CompleteScope>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CompleteScope {
    Repository,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct GateSettings {
    pub fail_on: Option<Severity>,
    pub strict: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct HistorySettings {
    /// How far back the main branch is read: a number of commits or a day.
    pub window: Option<String>,
    /// A regular expression for references to tickets, in place of the common forms.
    pub reference: Option<String>,
}

/// What the report is for: how controls are built on a day, or how they worked over a period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ReportSettings {
    /// 1 or 2, as auditors number reports.
    #[serde(rename = "type")]
    pub kind: Option<ReportType>,
    /// First day of the period.
    pub from: Option<String>,
    /// Last day of the period; the day of the run when absent.
    pub to: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "u8")]
pub enum ReportType {
    One,
    Two,
}

impl TryFrom<u8> for ReportType {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        match number {
            1 => Ok(Self::One),
            2 => Ok(Self::Two),
            _ => Err("a report is of type 1 (a day) or 2 (a period)"),
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PolicySettings {
    /// Folders of policies to load beside the built-in ones, relative to the settings file.
    pub folders: Vec<Utf8PathBuf>,
    /// Ids, or globs of ids, of policies that are not wanted.
    pub disabled: Vec<String>,
    /// What is said of some policies, the last word counting.
    #[serde(rename = "override")]
    pub overrides: Vec<PolicyOverride>,
}

/// What is said of some policies, everywhere or below some paths.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyOverride {
    /// Ids, or globs of ids.
    pub policies: Vec<String>,
    /// Globs of paths of the files that declare subjects; everywhere when absent.
    #[serde(default)]
    pub paths: Vec<String>,
    #[serde(default)]
    pub severity: Option<Severity>,
    #[serde(default)]
    pub disabled: bool,
    /// Values in place of those that the policy's `parameters` state.
    #[serde(default)]
    pub parameters: BTreeMap<String, serde_json::Value>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WaiverSettings {
    /// Days that a waiver may still run.
    pub max_days: Option<u32>,
    /// Policies whose failures nobody may accept.
    pub not_waivable: Vec<String>,
    /// Tools whose comments count as waivers: checkov, trivy, tfsec, kics, zizmor, hadolint.
    pub honour: Vec<String>,
}

/// Reads a settings file. Without a file at `path`, all defaults, unless it was asked for by name.
pub fn read(path: &Utf8Path, is_required: bool) -> Result<Settings, Box<SettingsError>> {
    let folder = path.parent().unwrap_or(Utf8Path::new(""));
    // Who names a file may have it anywhere; one that is found must not lead elsewhere.
    match place::read_text(path, (!is_required).then_some(folder)) {
        Ok(text) => {
            let mut settings = parse(path, text.into())?;
            for it in &mut settings.policies.folders {
                *it = folder.join(&*it);
            }
            Ok(settings)
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && !is_required => Ok(Settings::default()),
        Err(error) => {
            let problem = Problem::anywhere(format!("cannot read {path}: {error}"));
            Err(Box::new(SettingsError { problem, sources: Sources::default() }))
        }
    }
}

impl Settings {
    /// A complaint about a word that the settings say, at its place.
    pub fn complaint(&self, word: &str, message: &str, help: Option<&str>) -> Box<SettingsError> {
        match &self.file {
            Some((path, text)) => complaint(path.as_str(), text, word, message, help),
            None => {
                let problem = Problem { help: help.map(str::to_owned), ..Problem::anywhere(message) };
                Box::new(SettingsError { problem, sources: Sources::default() })
            }
        }
    }
}

impl Settings {
    /// The bounds that are set, or a complaint about one that is none.
    pub fn bounds(&self) -> Result<Vec<(Limit, usize)>, Box<SettingsError>> {
        let bound = |(name, value): (&String, &usize)| match limits::named(name, *value) {
            Ok(limit) => Ok((limit, *value)),
            Err(message) => Err(self.complaint(name, &message, None)),
        };
        self.limits.iter().map(bound).collect()
    }
}

fn parse(path: &Utf8Path, text: Arc<str>) -> Result<Settings, Box<SettingsError>> {
    let settings: Result<Settings, _> = toml_edit::de::from_str(&text);
    let file = Some((path.to_owned(), Arc::clone(&text)));
    let settings = settings
        .map(|it| Settings { file, ..it })
        .map_err(|error| refusal(path.as_str(), &text, error.span(), error.message()))?;
    settings.bounds()?;
    Ok(settings)
}

/// A text, or a list of texts.
fn one_or_several<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Words {
        One(String),
        Several(Vec<String>),
    }
    Ok(match Words::deserialize(deserializer)? {
        Words::One(it) => vec![it],
        Words::Several(all) => all,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_say_what_differs_from_the_defaults() {
        let text =
            "categories = [\"availability\"]\n[gate]\nfail_on = \"high\"\n[scope]\ncomplete = [\"repository\"]\n";
        let settings = parse(Utf8Path::new(FILE_NAME), text.into()).unwrap();
        assert_eq!(settings.gate.fail_on, Some(Severity::High));
        assert_eq!(settings.scope.complete, [CompleteScope::Repository]);
    }

    #[test]
    fn an_unknown_key_is_refused_at_its_place() {
        let text = "[gate]\nfail_no = \"high\"\n";
        let error = parse(Utf8Path::new(FILE_NAME), text.into()).unwrap_err();
        assert_eq!(text.get(error.problem.span.unwrap().range()), Some("fail_no"));
        assert!(error.problem.message.contains("fail_no"));
        assert_eq!(error.problem.help.as_deref(), Some("is `fail_on` meant?"));
    }
}
