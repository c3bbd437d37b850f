//! Asks a policy about its population. Engines are small, one a policy, and built when its population is not empty.

use std::num::NonZeroU32;
use std::time::Duration;

use regorus::utils::limits::ExecutionTimerConfig;
use regorus::{Engine, Value};

use super::answers::{Answers, Denial};
use super::bounded;
use super::error;
use super::input::Input;
use super::module::Module;
use super::nesting;
use crate::model::{Limit, Problem, Span};

/// A policy compiled together with the libraries it imports.
pub struct Judge {
    engine: Engine,
    module: Module,
}

/// Compiles a policy and what it imports.
pub fn judge(module: &Module, libraries: &[&Module]) -> Result<Judge, Problem> {
    let mut engine = engine();
    if let Some(foreign) = &module.foreign {
        return Ok(Judge { engine: foreign.load(engine)?, module: module.clone() });
    }
    for it in libraries.iter().copied().chain([module]) {
        add(&mut engine, it)?;
    }
    Ok(Judge { engine, module: module.clone() })
}

impl Judge {
    /// The policy's population and what it denies. An error is the policy's, with a place in its file.
    pub fn answers(&mut self, input: &Input) -> Result<Answers, Problem> {
        if let Some(foreign) = self.module.foreign.clone() {
            return foreign.answers(&mut self.engine, &self.module, input);
        }
        self.engine.set_input(input.value());
        let subjects = self.rule("subjects")?;
        let denials = self.rule("deny")?;
        let mut answers = Answers::default();
        for subject in members(&subjects) {
            let Ok(id) = subject.as_string() else {
                return Err(self.complaint("`subjects` must hold ids, which are strings"));
            };
            answers.subjects.insert(id.to_string());
        }
        for denial in members(&denials) {
            let denial = denial_of(&denial).ok_or_else(|| {
                self.complaint("`deny` must hold objects with `subject`, `path` (a list of strings) and `message`")
            })?;
            answers.subjects.insert(denial.subject.clone());
            answers.denials.insert(denial);
        }
        Ok(answers)
    }

    /// Whether one of its rules takes more than so many steps of the interpreter's, over an input that it can answer.
    pub fn takes_more_than(&self, steps: NonZeroU32, input: &Input) -> bool {
        // What is stopped half-way is in no state to be asked again.
        let mut engine = self.engine.clone();
        // No time at all, and a look at the clock after so many steps.
        engine.set_execution_timer_config(ExecutionTimerConfig { limit: Duration::ZERO, check_interval: steps });
        engine.set_input(input.value());
        // Any error will do: where time runs out inside of another rule, regorus complains of what that rule lacks.
        ["subjects", "deny"].iter().any(|it| engine.eval_rule(format!("data.{}.{it}", self.module.package)).is_err())
    }

    fn rule(&mut self, name: &str) -> Result<Value, Problem> {
        let rule = format!("data.{}.{name}", self.module.package);
        self.engine.eval_rule(rule).map_err(|it| {
            let text = format!("{it}");
            if text.contains("not a valid rule path") {
                return self.complaint(&format!("the policy has no rule `{name}`"));
            }
            error::problem(&text, self.module.source, &self.module.path, &self.module.text)
        })
    }

    fn complaint(&self, message: &str) -> Problem {
        Problem::at(self.module.package_span, message)
    }
}

/// An engine that behaves as OPA does: errors of built-in functions make an expression undefined.
pub(super) fn engine() -> Engine {
    let mut engine = Engine::new();
    engine.set_strict_builtin_errors(false);
    bounded::bound(&mut engine);
    let limit = Duration::from_secs(Limit::PolicySeconds.value() as u64);
    if let Some(check_interval) = NonZeroU32::new(1_000) {
        engine.set_execution_timer_config(ExecutionTimerConfig { limit, check_interval });
    }
    engine
}

pub(super) fn add(engine: &mut Engine, module: &Module) -> Result<(), Problem> {
    nesting::check(module)?;
    engine
        .add_policy(module.path.clone(), module.text.to_string())
        .map(|_| ())
        .map_err(|it| error::problem(&format!("{it}"), module.source, &module.path, &module.text))
}

/// The start of a module, for a problem that has no better place.
pub(super) fn head(module: &Module) -> Span {
    module.package_span
}

fn members(value: &Value) -> Vec<Value> {
    match value {
        Value::Set(items) => items.iter().cloned().collect(),
        Value::Array(items) => items.iter().cloned().collect(),
        _ => Vec::new(),
    }
}

fn denial_of(value: &Value) -> Option<Denial> {
    let text = |name: &str| Some(field(value, name)?.as_string().ok()?.to_string());
    let path = match field(value, "path")? {
        Value::Array(items) => items.iter().map(step).collect::<Option<Vec<_>>>()?,
        _ => return None,
    };
    Some(Denial { subject: text("subject")?, path, message: text("message")? })
}

fn step(value: &Value) -> Option<String> {
    match value {
        Value::String(name) => Some(name.to_string()),
        Value::Number(_) => value.as_u64().ok().map(|it| it.to_string()),
        _ => None,
    }
}

fn field(value: &Value, name: &str) -> Option<Value> {
    value.as_object().ok()?.get(&Value::from(name)).cloned()
}
