//! Judges the evidence of a bundle again, by its own policies and choices.

use serde::de::DeserializeOwned;

use super::archive::Files;
use super::contents::{ACCEPTED, CHOICES, Choices, EVIDENCE, FRAMEWORKS, POLICIES, PolicyFile};
use crate::collect::COLLECTORS;
use crate::evaluate::{self, Options};
use crate::model::assessment::Tool;
use crate::model::{Accepted, Assessment, Frameworks, saved};
use crate::rego::{Ingredient, PolicySet};

/// What comes of it today, under the name of the program that wrote the bundle. An error is a sentence.
pub(super) fn rejudge(files: &Files, tool: &Tool) -> Result<Assessment, String> {
    let frameworks: Frameworks = read(files, FRAMEWORKS)?;
    let accepted: Accepted = read(files, ACCEPTED)?;
    let choices: Choices = read(files, CHOICES)?;
    let set = policies(files, &choices, &frameworks)?;
    let formats: Vec<&'static str> = COLLECTORS.iter().map(|it| it.name).collect();
    let document = saved::read(text(files, EVIDENCE)?, &formats).map_err(|it| format!("{EVIDENCE}: {it}"))?;
    let options = Options {
        date: choices.date,
        categories: choices.categories,
        criteria: choices.criteria,
        fail_on: choices.fail_on,
        strict: choices.strict,
        passes: true,
        examination: choices.examination,
        accepted,
        before: None,
    };
    let assessment = evaluate::assess(&document, &set, &frameworks, &options);
    let version = tool.version.clone();
    Ok(Assessment { tool: Tool { version, ..assessment.tool.clone() }, ..assessment })
}

fn policies(files: &Files, choices: &Choices, frameworks: &Frameworks) -> Result<PolicySet, String> {
    let list: Vec<PolicyFile> = read(files, POLICIES)?;
    let ingredient = |it: PolicyFile| {
        let text = text(files, &it.name)?.into();
        Ok(Ingredient { path: it.path, text, conftest: it.conftest })
    };
    let ingredients = list.into_iter().map(ingredient).collect::<Result<Vec<_>, String>>()?;
    let known: Vec<_> = frameworks.all().cloned().collect();
    let mut set = PolicySet::remake(ingredients, &choices.namespaces, &known).map_err(|it| {
        let first = it.problems.first().map(|it| it.message.as_str()).unwrap_or_default();
        format!("its policies do not load: {first}")
    })?;
    set.lean(frameworks).map_err(|it| format!("{FRAMEWORKS}: {}", it.1))?;
    set.apply(&choices.overrides).map_err(|it| format!("{CHOICES}: {it}"))?;
    Ok(set)
}

fn read<T: DeserializeOwned>(files: &Files, name: &str) -> Result<T, String> {
    serde_json::from_str(text(files, name)?).map_err(|it| format!("{name}: {it}"))
}

fn text<'a>(files: &'a Files, name: &str) -> Result<&'a str, String> {
    let bytes = files.get(name).ok_or_else(|| format!("{name} is missing"))?;
    std::str::from_utf8(bytes).map_err(|_| format!("{name} is not UTF-8"))
}
