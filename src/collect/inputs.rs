//! What a user gives from outside: values for inputs that the files leave open.

use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use super::disk;
use super::error::CollectError;
use crate::model::SourceId;

/// Values as they were asked for, in the order of the command line.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// Files of values and single values; later ones win.
    pub variables: Vec<Asked>,
    /// Files of parameters for CloudFormation templates.
    pub parameters: Vec<Utf8PathBuf>,
    /// Files of values for Helm charts.
    pub chart_values: Vec<Utf8PathBuf>,
    /// Values of charts in one line each, `web.image=shop:2`.
    pub chart_lines: Vec<String>,
    /// The same, where every value is a text.
    pub chart_texts: Vec<String>,
    /// The version of Kubernetes that charts are rendered for.
    pub kubernetes: Option<String>,
    /// Versions of APIs that charts find besides those of Kubernetes itself.
    pub api_versions: Vec<String>,
    /// Names and values from the environment.
    pub environment: Vec<(String, String)>,
}

/// A value, or a file of values, that was asked for on the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    File(Utf8PathBuf),
    /// A name and its value.
    Value(String, String),
}

/// Where a value was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    File,
    /// A file of parameters for CloudFormation templates.
    Parameters,
    /// A file of values for Helm charts.
    ChartValues,
    /// Values of Helm charts in one line.
    ChartLine,
    /// The same, where every value is a text.
    ChartTexts,
    /// The version of Kubernetes that charts are rendered for.
    Kubernetes,
    /// A version of an API that charts find besides those of Kubernetes itself.
    ApiVersion,
    /// By its name, in words that people know it by: `--var region`.
    Value,
    Environment,
}

impl From {
    /// Whether the values stand in a file.
    pub fn is_file(&self) -> bool {
        matches!(self, Self::File | Self::Parameters | Self::ChartValues)
    }

    /// Whether somebody typed the value for this run.
    pub(super) fn is_typed(&self) -> bool {
        !self.is_file() && *self != Self::Environment
    }
}

/// One text of given values. The text of a single value is `name=value`.
#[derive(Clone, Debug)]
pub struct Given {
    pub from: From,
    pub source: SourceId,
    /// A file's path, `--var region` or `TF_VAR_region`.
    pub name: Utf8PathBuf,
    pub text: Arc<str>,
}

/// A text that is not yet among the sources.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) from: From,
    pub(super) name: Utf8PathBuf,
    pub(super) text: Arc<str>,
}

impl Inputs {
    /// Reads the files. What lies below the root goes by its path there. Those come first that give way to others.
    pub(super) fn texts(&self, root: &Utf8Path) -> Result<Vec<Text>, CollectError> {
        let single = |from: From, prefix: &str, name: &str, value: &str| Text {
            from,
            name: format!("{prefix}{name}").into(),
            text: format!("{name}={value}").into(),
        };
        let mut texts: Vec<Text> = Vec::new();
        texts.extend(self.environment.iter().map(|(name, value)| single(From::Environment, "TF_VAR_", name, value)));
        let parameters = self.parameters.iter().map(|it| (From::Parameters, it));
        for (from, path) in parameters.chain(self.chart_values.iter().map(|it| (From::ChartValues, it))) {
            texts.push(file(from, path, root)?);
        }
        for it in &self.variables {
            texts.push(match it {
                Asked::File(path) => file(From::File, path, root)?,
                Asked::Value(name, value) => single(From::Value, "--var ", name, value),
            });
        }
        for (from, option, lines) in
            [(From::ChartLine, "--set", &self.chart_lines), (From::ChartTexts, "--set-string", &self.chart_texts)]
        {
            texts.extend(lines.iter().map(|it| Text {
                from: from.clone(),
                name: format!("{option} {}", it.split('=').next().unwrap_or_default()).into(),
                text: it.as_str().into(),
            }));
        }
        texts.extend(self.kubernetes.iter().map(|it| Text {
            from: From::Kubernetes,
            name: "--kube-version".into(),
            text: it.as_str().into(),
        }));
        texts.extend(self.api_versions.iter().map(|it| Text {
            from: From::ApiVersion,
            name: format!("--api-versions {it}").into(),
            text: it.as_str().into(),
        }));
        Ok(texts)
    }
}

fn file(from: From, path: &Utf8Path, root: &Utf8Path) -> Result<Text, CollectError> {
    let failed = |reason: String| CollectError::Input { path: path.to_owned(), reason };
    let bytes = disk::read_named(path).map_err(|it| failed(it.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|_| failed("not UTF-8".to_owned()))?;
    Ok(Text { from, name: shown(path, root), text: text.into() })
}

/// The path below the root, or as it was typed; never an absolute one.
fn shown(path: &Utf8Path, root: &Utf8Path) -> Utf8PathBuf {
    let (whole, root) = (disk::whole(path), disk::whole(root));
    match whole.strip_prefix(&root) {
        Ok(below) => below.to_owned(),
        Err(_) if path.is_absolute() => path.file_name().unwrap_or_default().into(),
        Err(_) => path.as_str().replace('\\', "/").into(),
    }
}
