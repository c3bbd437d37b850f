//! `frameworks/*.toml`: the control objectives that a service organization has set for itself.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::complaint::{complaint, refusal};
use super::error::SettingsError;
use super::framework::built_in_ids;
use crate::model::{Aspect, Category, Criterion, Framework, Measure, Nature};

/// A starter of IT general controls, in the form that is read here.
pub const STARTER: &str = include_str!("../../policies/objectives/itgc.toml");

/// For whom a SOC 1 report is meant.
const READERS: &str =
    "management of the service organization, user entities, and the auditors of their financial statements";

/// Where the objectives come from: nobody publishes them.
const REFERENCE: &str = "control objectives set by the service organization (AICPA AT-C section 320)";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: String,
    title: String,
    readers: Option<String>,
    reference: Option<String>,
    #[serde(default)]
    objective: Vec<Objective>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Objective {
    id: String,
    area: String,
    title: String,
    objective: String,
    /// Controls that user entities run themselves.
    #[serde(default)]
    user_entities: Vec<String>,
    /// Controls that subservice organizations run.
    #[serde(default)]
    subservice_organizations: Vec<String>,
    #[serde(default)]
    control: Vec<Control>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Control {
    id: String,
    title: String,
    /// Criteria, or aspects of them, whose policies speak for it.
    #[serde(default)]
    criteria: Vec<String>,
    /// Policies that speak for it.
    #[serde(default)]
    policies: Vec<String>,
}

/// Reads a file of objectives. `path` is how messages name it.
pub fn parse(path: &str, text: &str) -> Result<Framework, Box<SettingsError>> {
    let file: File = toml_edit::de::from_str(text).map_err(|it| refusal(path, text, it.span(), it.message()))?;
    let off = |word: &str, message: String, help: &str| Err(complaint(path, text, word, &message, Some(help)));
    if built_in_ids().any(|it| it == file.id) {
        let message = format!("`{}` is a framework of the program's own", file.id);
        return off(&file.id, message, "give the objectives another id, such as `soc1`");
    }
    if file.objective.is_empty() {
        return Err(refusal(path, text, None, "no [[objective]] is written"));
    }
    let mut ids = BTreeSet::new();
    for it in &file.objective {
        if !is_id(&it.id) {
            let message = format!("`{}` is no id of an objective", it.id);
            return off(&it.id, message, "write letters, digits, dots and hyphens");
        }
        if !ids.insert(it.id.to_lowercase()) {
            return off(&it.id, format!("two objectives are called `{}`", it.id), "give each its own id");
        }
        if it.control.is_empty() {
            let message = format!("{} has no [[objective.control]]", it.id);
            return off(&it.id, message, "write the controls by which it is met");
        }
        let mut controls = BTreeSet::new();
        for control in &it.control {
            if !is_id(&control.id) {
                let message = format!("`{}` is no id of a control", control.id);
                return off(&control.id, message, "write letters, digits, dots and hyphens");
            }
            if !controls.insert(control.id.as_str()) {
                let message = format!("{} has two controls called `{}`", it.id, control.id);
                return off(&control.id, message, "give each its own id");
            }
        }
    }
    Ok(framework(file))
}

fn framework(file: File) -> Framework {
    let mut categories: Vec<Category> = Vec::new();
    for it in &file.objective {
        let id = category(&it.area);
        if !categories.iter().any(|it| it.id == id) {
            categories.push(Category { id, title: it.area.clone(), always: true });
        }
    }
    Framework {
        id: file.id,
        title: file.title,
        reference: file.reference.unwrap_or_else(|| REFERENCE.to_owned()),
        readers: file.readers.unwrap_or_else(|| READERS.to_owned()),
        measure: Measure::ControlObjective,
        categories,
        criteria: file.objective.into_iter().map(criterion).collect(),
    }
}

fn criterion(it: Objective) -> Criterion {
    let aspects: Vec<Aspect> = it.control.into_iter().map(aspect).collect();
    let shown = aspects.iter().filter(|it| it.nature == Nature::Configuration).count();
    Criterion {
        id: it.id,
        title: it.title,
        summary: it.objective,
        category: category(&it.area),
        nature: match shown {
            0 => Nature::Organizational,
            all if all == aspects.len() => Nature::Configuration,
            _ => Nature::Mixed,
        },
        aspects,
        user_entities: it.user_entities,
        subservice_organizations: it.subservice_organizations,
    }
}

/// A control that nothing is named for is one that only a person can answer for.
fn aspect(it: Control) -> Aspect {
    let is_shown = !it.criteria.is_empty() || !it.policies.is_empty();
    let nature = if is_shown { Nature::Configuration } else { Nature::Organizational };
    Aspect { id: it.id, title: it.title, nature, leans_on: it.criteria, policies: it.policies }
}

/// The id of an area: `change-management`.
fn category(area: &str) -> String {
    let words: Vec<&str> = area.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    words.join("-").to_lowercase()
}

fn is_id(id: &str) -> bool {
    !id.is_empty() && id.chars().all(|it| it.is_ascii_alphanumeric() || matches!(it, '-' | '.' | '_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "id = \"soc1\"\ntitle = \"Payroll\"\n";
    const ONE: &str = "[[objective]]\nid = \"P-1\"\narea = \"Pay roll\"\ntitle = \"t\"\nobjective = \"o\"\n";
    const CONTROL: &str = "[[objective.control]]\nid = \"c\"\ntitle = \"t\"\n";

    fn refused(text: &str) -> String {
        parse("frameworks/soc1.toml", text).unwrap_err().problem.message
    }

    #[test]
    fn objectives_become_a_framework_of_their_own() {
        let more = CONTROL.replace("\"c\"", "\"d\"") + "criteria = [\"CC8.1/review\"]\n";
        let framework = parse("f", &format!("{HEAD}{ONE}{CONTROL}{more}")).unwrap();
        let it = &framework.criteria[0];
        assert_eq!((it.category.as_str(), it.nature), ("pay-roll", Nature::Mixed));
        assert_eq!(it.aspects[1].leans_on, ["CC8.1/review"]);
        assert_eq!(framework.measure, Measure::ControlObjective);
        assert!(framework.categories.iter().all(|it| it.always));
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        assert_eq!(refused(HEAD), "no [[objective]] is written");
        assert_eq!(refused(&format!("{HEAD}{ONE}")), "P-1 has no [[objective.control]]");
        assert_eq!(refused(&format!("{HEAD}{ONE}{CONTROL}{ONE}{CONTROL}")), "two objectives are called `P-1`");
        assert_eq!(refused(&format!("{HEAD}{ONE}{CONTROL}{CONTROL}")), "P-1 has two controls called `c`");
        let other = HEAD.replace("soc1", "soc2");
        assert_eq!(refused(&format!("{other}{ONE}{CONTROL}")), "`soc2` is a framework of the program's own");
        let slash = ONE.replace("P-1", "P/1");
        assert_eq!(refused(&format!("{HEAD}{slash}{CONTROL}")), "`P/1` is no id of an objective");
        let error = parse("f", &format!("{HEAD}{ONE}{CONTROL}criterias = []\n")).unwrap_err();
        assert_eq!(error.problem.help.as_deref(), Some("is `criteria` meant?"));
    }

    #[test]
    fn the_starter_is_sound() {
        let starter = parse("itgc.toml", STARTER).unwrap();
        assert_eq!((starter.id.as_str(), starter.criteria.len()), ("soc1", 18));
    }
}
