//! Values from outside, `--var-file`, `--var` and `TF_VAR_*`: laid over what files of values say. Every root module that
//! declares a variable takes its value.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use camino::Utf8PathBuf;

use crate::collect::collected::{Answer, Fit};
use crate::collect::inputs::{From, Given};
use crate::model::{Problem, Span};
use crate::syntax::hcl::{self, tree::Block, tree::Expression, tree::Form};

use super::folder::Folder;
use super::json_syntax;

/// Lays one text of values over all folders, and tells what was wrong with it. Later texts win.
pub(crate) fn lay(given: &Given, folders: &mut BTreeMap<Utf8PathBuf, Folder>) -> Vec<Problem> {
    match given.from {
        From::File => {
            let file = match given.name.as_str().ends_with(".json") {
                true => json_syntax::values(given.source, &given.text),
                false => hcl::parse(given.source, &given.text),
            };
            let note: Arc<str> = format!("set in {}", given.name).into();
            for value in file.body.attributes {
                for folder in folders.values_mut().filter(|it| it.variables.contains_key(&value.name)) {
                    folder.values.insert(value.name.clone(), (value.value.clone(), note.clone()));
                }
            }
            file.problems
        }
        From::Parameters
        | From::ChartValues
        | From::ChartLine
        | From::ChartTexts
        | From::Kubernetes
        | From::ApiVersion => Vec::new(),
        From::Value | From::Environment => {
            let note: Arc<str> = format!("set by {}", given.name).into();
            let Some((name, _)) = given.text.split_once('=') else { return Vec::new() };
            for folder in folders.values_mut() {
                // What files of values say comes before the environment.
                let gives_way = given.from == From::Environment && folder.values.contains_key(name);
                let Some(value) = folder.variables.get(name).filter(|_| !gives_way).map(|it| single(given, it)) else {
                    continue;
                };
                if let Ok(value) = value {
                    folder.values.insert(name.into(), (value, note.clone()));
                }
            }
            Vec::new()
        }
    }
}

/// Which of the values root modules take.
pub(crate) fn answers(given: &Given, roots: &[&Folder]) -> Vec<Answer> {
    let declared = |name: &str| roots.iter().find_map(|it| it.variables.get(name));
    let answer = |name: &str, fit: Fit| Answer { source: given.source, name: name.to_owned(), fit };
    match given.from {
        From::File => {
            let names: BTreeSet<Arc<str>> = match given.name.as_str().ends_with(".json") {
                true => json_syntax::values(given.source, &given.text),
                false => hcl::parse(given.source, &given.text),
            }
            .body
            .attributes
            .into_iter()
            .map(|it| it.name)
            .collect();
            let fit = |it: &str| if declared(it).is_some() { Fit::Taken } else { Fit::Undeclared };
            names.iter().map(|it| answer(it, fit(it))).collect()
        }
        From::Parameters
        | From::ChartValues
        | From::ChartLine
        | From::ChartTexts
        | From::Kubernetes
        | From::ApiVersion => Vec::new(),
        From::Value | From::Environment => {
            let name = given.text.split_once('=').map_or("", |it| it.0);
            let fit = match declared(name).map(|it| single(given, it)) {
                Some(Ok(_)) => Fit::Taken,
                Some(Err(problem)) => Fit::Wrong(problem.message),
                None => Fit::Undeclared,
            };
            vec![answer(name, fit)]
        }
    }
}

/// A value as the variable's type has it read: a text where the type is a simple one, else an expression.
fn single(given: &Given, variable: &Block) -> Result<Expression, Problem> {
    let (name, value) = given.text.split_once('=').unwrap_or(("", &given.text));
    let start = name.len() + 1;
    let is_text = match variable.body.value("type").map(|it| (it.keyword(), it.literal())) {
        None => true,
        Some((keyword, literal)) => matches!(keyword.or(literal), Some("string" | "number" | "bool")),
    };
    let fits = match variable.body.value("type").and_then(|it| it.keyword().or(it.literal())) {
        Some("number") => value.trim().parse::<f64>().is_ok(),
        Some("bool") => matches!(value, "true" | "false"),
        _ => true,
    };
    if !fits {
        let place = Span::new(given.source, start..given.text.len());
        let kind = variable.body.value("type").and_then(|it| it.keyword().or(it.literal())).unwrap_or_default();
        return Err(Problem::at(place, format!("a {kind} is needed, not `{value}`")));
    }
    if is_text {
        let span = Span::new(given.source, start..given.text.len());
        return Ok(Expression { form: Form::String(value.into()), span });
    }
    hcl::expression(given.source, value, start)
}
