//! Conversions between types, and marks that are not values.

use crate::model::{Entry, Node, Shape, Value};

use super::super::evaluate::value::{as_bool, as_number, number, text, unified};
use super::function::{Function, Outcome, any, argument, list, seen, wrong};

pub(crate) const FUNCTIONS: &[Function] = &[
    // What OpenTofu is told of values that only apply makes; the value itself stays what it is.
    any("assumeequal", (2, 2), Shape::Any, |it| Ok(argument(it, 1)?.value.clone())),
    any("assumelistlength", (3, 3), Shape::List, same),
    any("assumelistlengthmax", (2, 2), Shape::List, same),
    any("assumelistlengthmin", (2, 2), Shape::List, same),
    any("assumemaplength", (3, 3), Shape::Map, same),
    any("assumemaplengthmax", (2, 2), Shape::Map, same),
    any("assumemaplengthmin", (2, 2), Shape::Map, same),
    any("assumenotnull", (1, 1), Shape::Any, same),
    any("assumesetlength", (3, 3), Shape::List, same),
    any("assumesetlengthmax", (2, 2), Shape::List, same),
    any("assumesetlengthmin", (2, 2), Shape::List, same),
    any("assumestringprefix", (2, 2), Shape::Any, same),
    any("ephemeralasnull", (1, 1), Shape::Any, same),
    any("issensitive", (1, 1), Shape::Bool, |it| Ok((seen(it, 0)?.value == Value::Redacted).into())),
    any("nonsensitive", (1, 1), Shape::Any, same),
    any("sensitive", (1, 1), Shape::Any, |it| match &argument(it, 0)?.value {
        Value::String(text) if !text.is_empty() => Ok(Value::Redacted),
        value => Ok(value.clone()),
    }),
    any("tobool", (1, 1), Shape::Bool, |it| scalar(it, |node| as_bool(node).map(Value::Bool))),
    any("tolist", (1, 1), Shape::List, |it| match &seen(it, 0)?.value {
        Value::Null => Ok(Value::Null),
        _ => list(it, 0).map(|items| Value::List(unified(items.to_vec()).into())),
    }),
    any("tomap", (1, 1), Shape::Map, tomap),
    any("tonumber", (1, 1), Shape::Number, |it| scalar(it, |node| as_number(node).and_then(number))),
    any("tostring", (1, 1), Shape::String, |it| scalar(it, |node| text(node).map(Value::String))),
];

fn same(arguments: &[Node]) -> Outcome {
    Ok(argument(arguments, 0)?.value.clone())
}

fn scalar(arguments: &[Node], convert: fn(&Node) -> Option<Value>) -> Outcome {
    let node = seen(arguments, 0)?;
    match &node.value {
        Value::Null => Ok(Value::Null),
        Value::Redacted => Ok(Value::Redacted),
        _ => convert(node).ok_or_else(|| wrong("the value has no such form")),
    }
}

fn tomap(arguments: &[Node]) -> Outcome {
    let node = seen(arguments, 0)?;
    match &node.value {
        Value::Map(_) => {
            let values = unified(node.entries().iter().map(|it| it.node.clone()).collect());
            let entry = |(it, node): (&Entry, Node)| Entry { name: it.name.clone(), node };
            Ok(Node::map(node.entries().iter().zip(values).map(entry).collect(), node.span).value)
        }
        Value::Null => Ok(Value::Null),
        _ => Err(wrong("a map is needed")),
    }
}
