//! Regular expressions.

use regex::{Captures, Regex, RegexBuilder};

use crate::model::Limit;
use crate::model::{Entry, Node, Shape, Span, Value};

use super::function::{Function, Stop, argument, known, string, wrong};

pub(crate) const FUNCTIONS: &[Function] = &[
    known("regex", (2, 2), Shape::Any, |it| {
        let (pattern, text) = (pattern(it)?, string(it, 1)?);
        let span = argument(it, 1)?.span;
        pattern.captures(&text).map(|it| found(&pattern, &it, span)).ok_or_else(|| wrong("the pattern does not match"))
    }),
    known("regexall", (2, 2), Shape::List, |it| {
        let (pattern, text) = (pattern(it)?, string(it, 1)?);
        let span = argument(it, 1)?.span;
        let all: Vec<Node> = pattern
            .captures_iter(&text)
            .take(Limit::TerraformElements.value())
            .map(|it| Node::new(found(&pattern, &it, span), span))
            .collect();
        Ok(Value::List(all.into()))
    }),
];

fn pattern(arguments: &[Node]) -> Result<Regex, Stop> {
    let pattern = string(arguments, 0)?;
    let built = RegexBuilder::new(&pattern).size_limit(1 << 20).build();
    built.map_err(|_| wrong("this is not a regular expression"))
}

/// The match, or its groups: a map where they have names, else a list.
fn found(pattern: &Regex, captures: &Captures<'_>, span: Span) -> Value {
    let group = |it: Option<regex::Match<'_>>| match it {
        Some(it) => Node::new(it.as_str(), span),
        None => Node::new(Value::Null, span),
    };
    let names: Vec<&str> = pattern.capture_names().flatten().collect();
    if !names.is_empty() {
        let entries = names.into_iter().map(|it| Entry::new(it, group(captures.name(it))));
        return Node::map(entries.collect(), span).value;
    }
    if captures.len() == 1 {
        return captures.get(0).map_or(Value::Null, |it| it.as_str().into());
    }
    Value::List(captures.iter().skip(1).map(group).collect())
}
