//! What one run of a template has of its own: its variables, and the output so far.

use std::rc::Rc;

use gotmpl::parse::SmolStr;

use super::template::Written;
use super::text::Builder;
use super::value::Value;

/// One run of a template.
pub(super) struct Frame {
    variables: Vec<(SmolStr, Value)>,
    pub(super) out: Builder,
    /// What the template was written in.
    pub(super) written: Rc<Written>,
}

impl Frame {
    pub(super) fn new(written: Rc<Written>, data: &Value) -> Self {
        let variables = vec![(SmolStr::new_static("$"), data.clone())];
        Self { variables, out: Builder::default(), written }
    }

    pub(super) fn variable(&self, name: &str) -> Option<Value> {
        self.variables.iter().rev().find(|it| it.0 == name).map(|it| it.1.clone())
    }

    /// Gives a variable a value: a new variable, or for `=` the last one of that name.
    pub(super) fn declare(&mut self, name: &SmolStr, value: Value, is_assign: bool) {
        let known = self.variables.iter_mut().rev().find(|it| it.0 == *name).filter(|_| is_assign);
        match known {
            Some(variable) => variable.1 = value,
            None => self.variables.push((name.clone(), value)),
        }
    }

    /// Where the variables of a block begin.
    pub(super) fn scope(&self) -> usize {
        self.variables.len()
    }

    /// Forgets the variables of a block that has ended.
    pub(super) fn leave(&mut self, scope: usize) {
        self.variables.truncate(scope);
    }
}
