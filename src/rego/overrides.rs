//! What a repository says of policies: those it does not want, and severities and parameters of its own, by path.

use std::collections::BTreeMap;

use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::bundle::PolicySet;
use super::module::Module;
use super::structure::Structure;
use super::variant::Variant;
use crate::model::{PolicyId, Severity, nearest};

/// One thing that is said of some policies.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Override {
    /// Ids, or globs of ids.
    pub policies: Vec<String>,
    /// Globs of the paths of files that declare subjects; everywhere when empty.
    pub paths: Vec<String>,
    pub severity: Option<Severity>,
    pub disabled: bool,
    /// Values in place of those that the policy's `parameters` state.
    pub parameters: BTreeMap<String, Value>,
}

/// Something that is said of policies and cannot be meant so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct OverrideError {
    /// The word of the settings that is off.
    pub word: String,
    pub message: String,
    pub help: Option<String>,
}

impl PolicySet {
    /// Applies what is said, in this order: the last word stands.
    pub fn apply(&mut self, overrides: &[Override]) -> Result<(), OverrideError> {
        for it in overrides {
            let meant = self.meant(it)?;
            let paths = globs(&it.paths)?;
            for id in meant {
                self.apply_one(&id, it, paths.as_ref())?;
            }
        }
        Ok(())
    }

    /// The ids that an override speaks of.
    fn meant(&self, it: &Override) -> Result<Vec<PolicyId>, OverrideError> {
        let mut meant = Vec::new();
        for word in &it.policies {
            let glob = Glob::new(word).map_err(|error| off(word, format!("`{word}` is no glob: {}", error.kind())))?;
            let matcher = glob.compile_matcher();
            let before = meant.len();
            meant.extend(self.policies.iter().map(|it| it.0.id.clone()).filter(|id| matcher.is_match(&id.0)));
            if meant.len() == before {
                let near = nearest(word, self.policies.iter().map(|it| it.0.id.0.as_str()));
                let help =
                    near.map_or("`gapcheck policies list` shows all".to_owned(), |it| format!("is `{it}` meant?"));
                return Err(OverrideError { help: Some(help), ..off(word, format!("no policy is called `{word}`")) });
            }
        }
        Ok(meant)
    }

    fn apply_one(&mut self, id: &PolicyId, it: &Override, paths: Option<&GlobSet>) -> Result<(), OverrideError> {
        let Some(at) = self.policies.iter().position(|(policy, _)| policy.id == *id) else { return Ok(()) };
        let Some((policy, module)) = self.policies.get_mut(at) else { return Ok(()) };
        let changed = match it.parameters.is_empty() {
            true => None,
            false => Some(with_parameters(id, module, &it.parameters)?),
        };
        match paths {
            Some(paths) => {
                let variant =
                    Variant { paths: paths.clone(), severity: it.severity, disabled: it.disabled, module: changed };
                self.variants.entry(id.clone()).or_default().push(variant);
            }
            None if it.disabled => {
                self.policies.remove(at);
                self.variants.remove(id);
            }
            None => {
                policy.severity = it.severity.unwrap_or(policy.severity);
                if let Some(changed) = changed {
                    *module = changed;
                }
            }
        }
        Ok(())
    }
}

/// The policy with other values in its `parameters`. Its lines stay where they are.
fn with_parameters(id: &PolicyId, module: &Module, given: &BTreeMap<String, Value>) -> Result<Module, OverrideError> {
    let rules = Structure::of(&module.text).rules();
    let rule = rules.iter().find(|it| it.name == "parameters");
    let stated = rule.and_then(|rule| {
        let text = module.text.get(rule.range.clone())?;
        let (_, value) = text.split_once(":=")?;
        Some((rule.range.clone(), serde_json::from_str::<BTreeMap<String, Value>>(&plain(value)).ok()?))
    });
    let first = given.keys().next().map_or("", String::as_str);
    let Some((range, mut values)) = stated else {
        return Err(off(first, format!("`{id}` takes no parameters")));
    };
    for (name, value) in given {
        let known: Vec<&str> = values.keys().map(String::as_str).collect();
        let Some(before) = values.get(name) else {
            let message = format!("`{id}` has no parameter `{name}`");
            let near = nearest(name, known.iter().copied()).map(|it| format!("is `{it}` meant?"));
            let help = near.unwrap_or_else(|| format!("its parameters: {}", known.join(", ")));
            return Err(OverrideError { help: Some(help), ..off(name, message) });
        };
        if std::mem::discriminant(before) != std::mem::discriminant(value) {
            return Err(off(name, format!("`{name}` of `{id}` must be of the kind of {before}")));
        }
        values.insert(name.clone(), value.clone());
    }
    let lines = module.text.get(range.clone()).unwrap_or_default().matches('\n').count();
    let head = module.text.get(..range.start).unwrap_or_default();
    let tail = module.text.get(range.end..).unwrap_or_default();
    let values = serde_json::to_string(&values).unwrap_or_default();
    let text = format!("{head}parameters := {values}{}{tail}", "\n".repeat(lines));
    Ok(Module { text: text.into(), ..module.clone() })
}

/// A Rego object as JSON: without the comma that may stand at its end.
fn plain(value: &str) -> String {
    let words: String = value.split_whitespace().collect::<Vec<_>>().join(" ");
    words.replace(", }", "}").replace(", ]", "]")
}

fn globs(paths: &[String]) -> Result<Option<GlobSet>, OverrideError> {
    if paths.is_empty() {
        return Ok(None);
    }
    let mut builder = GlobSetBuilder::new();
    for path in paths {
        let glob = GlobBuilder::new(path).literal_separator(true).build();
        let glob = glob.map_err(|it| off(path, format!("`{path}` is no glob: {}", it.kind())))?;
        builder.add(glob);
    }
    builder.build().map(Some).map_err(|it| off("paths", it.to_string()))
}

fn off(word: &str, message: String) -> OverrideError {
    OverrideError { word: word.to_owned(), message, help: None }
}
