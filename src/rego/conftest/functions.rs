//! The functions that Conftest adds to Rego: they parse a text, or hand out files that were read.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use regorus::{Engine, Value};

use crate::model::SourceId;
use crate::rego::plain;
use crate::syntax::by_name;

/// The documents of each file that was read, by its path.
#[derive(Clone, Debug, Default)]
pub struct Known(Arc<RwLock<BTreeMap<String, Vec<Value>>>>);

impl Known {
    /// Takes the place of what was known before.
    pub(super) fn set<'a>(&self, documents: impl Iterator<Item = (&'a str, &'a Value)>) {
        let mut files: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        for (path, content) in documents {
            files.entry(path.to_owned()).or_default().push(content.clone());
        }
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = files;
    }

    /// The one document of a file, or the list of them; a path may begin with `./`.
    fn file(&self, path: &str) -> Option<Value> {
        let files = self.0.read().unwrap_or_else(PoisonError::into_inner);
        match files.get(path.trim_start_matches("./"))?.as_slice() {
            [only] => Some(only.clone()),
            several => Some(Value::from(several.to_vec())),
        }
    }
}

/// Adds the functions. An engine that has them keeps what it has.
pub(super) fn add(engine: &mut Engine, known: &Known) {
    let of_file = known.clone();
    let of_files = known.clone();
    let answers = [
        engine.add_extension("parse_config".to_owned(), 2, Box::new(|it: Vec<Value>| Ok(parse_config(&it)?))),
        engine.add_extension(
            "parse_config_file".to_owned(),
            1,
            Box::new(move |it: Vec<Value>| Ok(parse_config_file(&of_file, &it)?)),
        ),
        engine.add_extension(
            "parse_combined_config_files".to_owned(),
            1,
            Box::new(move |it: Vec<Value>| Ok(parse_combined_config_files(&of_files, &it)?)),
        ),
    ];
    // One that is there already stays: it answers the same.
    drop(answers);
}

/// Why a function gives nothing, for whoever wrote the policy.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error("{0} takes texts")]
    NoText(&'static str),
    #[error("parse_config reads yaml, json and toml, and not `{0}`")]
    Parser(String),
    #[error("parse_config cannot read the text as {0}: {1}")]
    Broken(String, String),
    #[error("{0}: no configuration of this path was read")]
    NoFile(String),
}

fn text<'a>(arguments: &'a [Value], at: usize, function: &'static str) -> Result<&'a str, Refused> {
    match arguments.get(at) {
        Some(Value::String(it)) => Ok(it),
        _ => Err(Refused::NoText(function)),
    }
}

/// `parse_config("yaml", text)`.
fn parse_config(arguments: &[Value]) -> Result<Value, Refused> {
    let parser = text(arguments, 0, "parse_config")?;
    let written = text(arguments, 1, "parse_config")?;
    let name = format!("text.{}", parser.to_lowercase());
    let parsed = by_name::parse(SourceId(0), name.as_str().into(), written);
    let parsed = parsed.ok_or_else(|| Refused::Parser(parser.to_owned()))?;
    if let Some(problem) = parsed.problems.first() {
        return Err(Refused::Broken(parser.to_owned(), problem.message.clone()));
    }
    let mut documents: Vec<Value> = parsed.documents.iter().map(|it| Value::from(plain::value(it))).collect();
    Ok(match documents.len() {
        1 => documents.swap_remove(0),
        _ => Value::from(documents),
    })
}

/// `parse_config_file("deploy/web.yaml")`.
fn parse_config_file(known: &Known, arguments: &[Value]) -> Result<Value, Refused> {
    let path = text(arguments, 0, "parse_config_file")?;
    known.file(path).ok_or_else(|| Refused::NoFile(path.to_owned()))
}

/// `parse_combined_config_files(["a.yaml", "b.yaml"])`: as `--combine` gives them.
fn parse_combined_config_files(known: &Known, arguments: &[Value]) -> Result<Value, Refused> {
    let Some(Value::Array(paths)) = arguments.first() else {
        return Err(Refused::NoText("parse_combined_config_files"));
    };
    let one = |path: &Value| {
        let Value::String(path) = path else { return Err(Refused::NoText("parse_combined_config_files")) };
        let contents = known.file(path).ok_or_else(|| Refused::NoFile(path.to_string()))?;
        let fields = [(Value::from("path"), Value::String(Arc::clone(path))), (Value::from("contents"), contents)];
        Ok(Value::from(BTreeMap::from(fields)))
    };
    Ok(Value::from(paths.iter().map(one).collect::<Result<Vec<Value>, Refused>>()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(expression: &str) -> Result<Value, String> {
        let known = Known::default();
        let (one, two) = (Value::from(1), Value::from(2));
        known.set([("a.yaml", &one), ("b.yaml", &one), ("b.yaml", &two)].into_iter());
        let mut engine = Engine::new();
        add(&mut engine, &known);
        engine
            .add_policy("a.rego".to_owned(), format!("package a\nx := {expression}\n"))
            .map_err(|it| it.to_string())?;
        engine.eval_rule("data.a.x".to_owned()).map_err(|it| it.to_string())
    }

    #[test]
    fn texts_are_parsed_by_the_named_parser() {
        assert_eq!(asked("parse_config(\"yaml\", \"a: [1]\").a[0]").unwrap(), Value::from(1));
        assert_eq!(asked("parse_config(\"toml\", \"a = 1\").a").unwrap(), Value::from(1));
        assert_eq!(asked("parse_config(\"json\", `{\"a\": 1}`).a").unwrap(), Value::from(1));
        assert!(asked("parse_config(\"cue\", \"a: 1\")").unwrap_err().contains("and not `cue`"));
        assert!(asked("parse_config(\"json\", \"{\")").unwrap_err().contains("cannot read"));
    }

    #[test]
    fn files_are_those_that_were_read() {
        assert_eq!(asked("parse_config_file(\"./a.yaml\")").unwrap(), Value::from(1));
        assert_eq!(asked("parse_config_file(\"b.yaml\")[1]").unwrap(), Value::from(2));
        assert_eq!(asked("parse_combined_config_files([\"a.yaml\"])[0].contents").unwrap(), Value::from(1));
        assert!(asked("parse_config_file(\"c.yaml\")").unwrap_err().contains("c.yaml"));
        assert!(asked("parse_config_file(1)").unwrap_err().contains("takes texts"));
    }
}
