//! Asks one rule of a Conftest policy about each configuration, as Conftest does.

use std::collections::BTreeMap;
use std::sync::Arc;

use regorus::{Engine, Value};

use super::functions;
use crate::model::Problem;
use crate::rego::answers::{Answers, Denial};
use crate::rego::error;
use crate::rego::input::Input;
use crate::rego::module::{Foreign, Module};
use crate::rego::nesting;

/// Adds a module in the language that it is written in: the present one, or the one before `if` and `contains`.
pub fn add(engine: &mut Engine, module: &Module) -> Result<(), Problem> {
    nesting::check(module)?;
    engine.set_rego_v0(false);
    let Err(present) = engine.add_policy(module.path.clone(), module.text.to_string()) else { return Ok(()) };
    engine.set_rego_v0(true);
    let former = engine.add_policy(module.path.clone(), module.text.to_string());
    engine.set_rego_v0(false);
    // What neither takes is told in the words of the present one, unless the text is plainly of the former.
    former.map(|_| ()).map_err(|former| {
        let is_former = !module.text.contains(" if ") && !module.text.contains("import rego.v1");
        let text = if is_former { former.to_string() } else { present.to_string() };
        error::problem(&text, module.source, &module.path, &module.text)
    })
}

/// One configuration: a document of a file.
struct File {
    id: Arc<str>,
    path: Arc<str>,
    content: Value,
}

impl File {
    fn of(value: &Value) -> Option<Self> {
        let fields = value.as_object().ok()?;
        let field = |name: &str| fields.get(&Value::from(name)).cloned();
        let (Some(Value::String(id)), Some(Value::String(path))) = (field("id"), field("path")) else { return None };
        Some(Self { id, path, content: field("content").unwrap_or(Value::Undefined) })
    }

    /// As `--combine` gives it.
    fn combined(&self) -> Value {
        let (path, contents) = (Value::String(Arc::clone(&self.path)), self.content.clone());
        Value::from(BTreeMap::from([(Value::from("path"), path), (Value::from("contents"), contents)]))
    }

    /// Several messages on one file are several findings: the message tells them apart, and the path leads nowhere.
    fn denial(&self, message: String) -> Denial {
        Denial { subject: self.id.to_string(), path: Vec::new(), message }
    }
}

impl Foreign {
    /// An engine with the whole folder.
    pub fn load(&self, mut engine: Engine) -> Result<Engine, Problem> {
        functions::add(&mut engine, &self.known);
        for it in &self.modules {
            add(&mut engine, it)?;
        }
        engine.add_data(Value::from(self.data.clone())).map_err(|it| Problem::anywhere(format!("data: {it}")))?;
        Ok(engine)
    }

    /// What the rule says of each configuration, or of all of them together.
    pub fn answers(&self, engine: &mut Engine, module: &Module, input: &Input) -> Result<Answers, Problem> {
        let root = input.value();
        let all = root.as_object().ok().and_then(|it| it.get(&Value::from("file"))?.as_array().ok());
        let files: Vec<File> = all.into_iter().flatten().filter_map(File::of).collect();
        self.known.set(files.iter().map(|it| (&*it.path, &it.content)));
        let files: Vec<File> =
            files.into_iter().filter(|it| self.files.as_ref().is_none_or(|globs| globs.is_match(&*it.path))).collect();
        let mut answers =
            Answers { subjects: files.iter().map(|it| it.id.to_string()).collect(), ..Answers::default() };
        if self.combine {
            let combined: Vec<Value> = files.iter().map(File::combined).collect();
            for message in self.messages(engine, module, Value::from(combined))? {
                // The rule says of what it speaks in its message, if at all.
                let named = files.iter().find(|it| message.contains(&*it.path)).or(files.first());
                answers.denials.extend(named.map(|it| it.denial(message.clone())));
            }
            return Ok(answers);
        }
        for file in &files {
            let messages = self.messages(engine, module, file.content.clone())?;
            answers.denials.extend(messages.into_iter().map(|it| file.denial(format!("{}: {it}", file.path))));
        }
        Ok(answers)
    }

    /// What the rule says of one input, unless it is excepted there.
    fn messages(&self, engine: &mut Engine, module: &Module, input: Value) -> Result<Vec<String>, Problem> {
        engine.set_input(input);
        let found = self.ask(engine, module, &self.rule)?;
        let messages: Vec<String> = members(&found).iter().filter_map(message).collect();
        let is_excepted = !messages.is_empty() && self.is_excepted(engine, module)?;
        Ok(if is_excepted { Vec::new() } else { messages })
    }

    /// Whether a rule `exception` names this rule: `exception[["root"]]` excuses `deny_root`.
    fn is_excepted(&self, engine: &mut Engine, module: &Module) -> Result<bool, Problem> {
        if !self.has_exceptions {
            return Ok(false);
        }
        let name = self.rule.split_once('_').map_or("", |it| it.1);
        let all = self.ask(engine, module, "exception")?;
        let names = |it: &Value| members(it).iter().any(|it| it.as_string().is_ok_and(|it| &**it == name));
        Ok(members(&all).iter().any(names))
    }

    fn ask(&self, engine: &mut Engine, module: &Module, rule: &str) -> Result<Value, Problem> {
        let answer = engine.eval_rule(format!("data.{}.{rule}", self.namespace));
        answer.map_err(|it| {
            let text = it.to_string();
            let place = self.modules.iter().find(|it| text.contains(&format!("--> {}:", it.path))).unwrap_or(module);
            error::problem(&text, place.source, &place.path, &place.text)
        })
    }
}

fn members(value: &Value) -> Vec<Value> {
    match value {
        Value::Set(items) => items.iter().cloned().collect(),
        Value::Array(items) => items.iter().cloned().collect(),
        Value::String(_) => vec![value.clone()],
        // A partial object, `deny[name] = message`: its values.
        Value::Object(items) => items.values().cloned().collect(),
        _ => Vec::new(),
    }
}

/// A message as text: a string, or an object with `msg`.
fn message(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.to_string()),
        Value::Object(fields) => fields.get(&Value::from("msg"))?.as_string().ok().map(|it| it.to_string()),
        _ => None,
    }
}
