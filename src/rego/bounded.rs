//! Built-in functions that make more than was given to them, and that the time limit cannot interrupt: each stops at a
//! bound of its own.

use std::io::Error;

use regorus::{Engine, Value};

use crate::model::Limit;

/// Puts the bounded functions in the place of the engine's own.
pub(super) fn bound(engine: &mut Engine) {
    // An engine refuses a name only when it is there already, and these engines are new.
    let _ = engine.add_extension("numbers.range".to_owned(), 2, Box::new(|given: Vec<Value>| Ok(range(&given)?)));
    let _ = engine.add_extension("numbers.range_step".to_owned(), 3, Box::new(|given: Vec<Value>| Ok(range(&given)?)));
}

/// The whole numbers from one to the other, both among them, up or down; undefined where they are none.
fn range(given: &[Value]) -> Result<Value, Error> {
    let number = |at: usize| given.get(at).and_then(|it| it.as_i64().ok());
    let (Some(from), Some(to)) = (number(0), number(1)) else { return Ok(Value::Undefined) };
    let step = match given.len() {
        3 => number(2).filter(|it| *it > 0),
        _ => Some(1),
    };
    let Some(step) = step.and_then(|it| usize::try_from(it).ok()) else { return Ok(Value::Undefined) };
    let most = Limit::PolicyNumbers.value();
    let count = from.abs_diff(to) / step as u64;
    if count >= most as u64 {
        return Err(Error::other(format!("the range from {from} to {to} has more than {most} numbers")));
    }
    let numbers: Vec<Value> = match from <= to {
        true => (from..=to).step_by(step).map(Value::from).collect(),
        false => (to..=from).rev().step_by(step).map(Value::from).collect(),
    };
    Ok(Value::from(numbers))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(query: &str) -> Result<String, String> {
        let mut engine = Engine::new();
        bound(&mut engine);
        engine.add_policy("a.rego".to_owned(), format!("package a\n\nanswer := {query}\n")).unwrap();
        engine.eval_rule("data.a.answer".to_owned()).map(|it| it.to_string()).map_err(|it| it.to_string())
    }

    #[test]
    fn ranges_are_those_of_the_language() {
        assert_eq!(answer("numbers.range(1, 3)").unwrap(), "[1,2,3]");
        assert_eq!(answer("numbers.range(3, 1)").unwrap(), "[3,2,1]");
        assert_eq!(answer("numbers.range_step(1, 6, 2)").unwrap(), "[1,3,5]");
        assert_eq!(answer("numbers.range(2, 2)").unwrap(), "[2]");
    }

    #[test]
    fn a_range_of_everything_is_refused() {
        assert!(answer("numbers.range(1, 1000000000)").unwrap_err().contains("more than"));
        assert!(answer("numbers.range(-9223372036854775807, 9223372036854775807)").is_err());
    }
}
