//! Functions that providers define and that need no provider: the language's own syntax as text, and parts of names.

use crate::model::Limit;
use crate::model::{Entry, Node, Shape, SourceId, Value};
use crate::syntax::hcl::{self, tree::Expression, tree::Form};

use super::super::evaluate::json_text;
use super::super::evaluate::value::{number_text, sorted_entries};
use super::function::{Function, Outcome, Stop, argument, known, map, string, wrong};

pub(crate) const FUNCTIONS: &[Function] = &[
    known("provider::aws::arn_build", (5, 5), Shape::Reference, |it| {
        let parts: Result<Vec<_>, Stop> = (0..5).map(|at| string(it, at)).collect();
        Ok(format!("arn:{}", parts?.join(":")).into())
    }),
    known("provider::aws::arn_parse", (1, 1), Shape::Map, arn_parse),
    known("provider::terraform::decode_tfvars", (1, 1), Shape::Map, decode_tfvars),
    known("provider::terraform::encode_expr", (1, 1), Shape::Reference, |it| {
        let mut text = String::new();
        write(argument(it, 0)?, 0, &mut text)?;
        Ok(text.into())
    }),
    known("provider::terraform::encode_tfvars", (1, 1), Shape::String, |it| {
        let mut text = String::new();
        write_entries(map(it, 0)?, 0, &mut text)?;
        Ok(text.into())
    }),
];

/// The parts of an ARN after the first word.
const ARN_PARTS: &[&str] = &["partition", "service", "region", "account_id", "resource"];

fn arn_parse(arguments: &[Node]) -> Outcome {
    let (text, like) = (string(arguments, 0)?, argument(arguments, 0)?);
    let parts: Vec<&str> = text.splitn(6, ':').collect();
    if parts.len() != 6 || parts.first() != Some(&"arn") {
        return Err(wrong("this is not an ARN"));
    }
    let entries = ARN_PARTS.iter().zip(parts.into_iter().skip(1));
    let entries = entries.map(|(name, it)| Entry::new(*name, Node::new(it, like.span)));
    Ok(Node::map(entries.collect(), like.span).value)
}

fn decode_tfvars(arguments: &[Node]) -> Outcome {
    let (text, like) = (string(arguments, 0)?, argument(arguments, 0)?);
    let file = hcl::parse(SourceId(0), &text);
    if !file.problems.is_empty() || !file.body.blocks.is_empty() {
        return Err(wrong("this is not a file of values"));
    }
    let mut entries = Vec::with_capacity(file.body.attributes.len());
    for it in &file.body.attributes {
        let value = constant(&it.value, like).ok_or_else(|| wrong("a file of values holds no references"))?;
        entries.push(Entry { name: it.name.clone(), node: value });
    }
    Ok(Node::map(entries, like.span).value)
}

/// A value that is written out.
fn constant(expression: &Expression, like: &Node) -> Option<Node> {
    let value = match &expression.form {
        Form::Null => Value::Null,
        Form::Bool(it) => Value::Bool(*it),
        Form::Number(it) => Value::Number(it.clone()),
        Form::Tuple(items) => Value::List(items.iter().map(|it| constant(it, like)).collect::<Option<_>>()?),
        Form::Object(items) => {
            let entry = |it: &hcl::tree::Item| Some(Entry::new(it.key.literal()?, constant(&it.value, like)?));
            Node::map(items.iter().map(entry).collect::<Option<_>>()?, like.span).value
        }
        _ => Value::from(expression.literal()?),
    };
    Some(Node::new(value, like.span))
}

/// A value as the language writes it.
fn write(node: &Node, depth: usize, text: &mut String) -> Result<(), Stop> {
    if text.len() > Limit::TerraformTextBytes.value() {
        return Err(Stop::TooLarge);
    }
    match &node.value {
        Value::List(items) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                text.push_str(if at > 0 { ", " } else { "" });
                write(item, depth, text)?;
            }
            text.push(']');
        }
        Value::Map(map) if map.entries.is_empty() => text.push_str("{}"),
        Value::Map(_) => {
            text.push_str("{\n");
            write_entries(node, depth + 1, text)?;
            text.push_str(&"  ".repeat(depth));
            text.push('}');
        }
        Value::Number(it) => text.push_str(&number_text(it)),
        Value::String(it) => {
            let quoted = serde_json::Value::from(&**it).to_string();
            text.push_str(&quoted.replace("${", "$${").replace("%{", "%%{"));
        }
        _ => text.push_str(&json_text::written(node).ok_or(Stop::TooLarge)?),
    }
    Ok(())
}

/// The entries of a map, a line each, their signs one below the other.
fn write_entries(node: &Node, depth: usize, text: &mut String) -> Result<(), Stop> {
    let entries = sorted_entries(node);
    let names: Vec<String> = entries.iter().map(|it| name(&it.name)).collect();
    let width = names.iter().map(|it| it.chars().count()).max().unwrap_or_default();
    for (entry, name) in entries.iter().zip(names) {
        text.push_str(&format!("{}{name:width$} = ", "  ".repeat(depth)));
        write(&entry.node, depth, text)?;
        text.push('\n');
    }
    Ok(())
}

/// A key, in quotes where it is no name.
fn name(it: &str) -> String {
    let starts = it.starts_with(|first: char| first.is_alphabetic() || first == '_');
    let plain = starts && it.chars().all(|it| it.is_alphanumeric() || it == '_' || it == '-');
    if plain { it.to_owned() } else { serde_json::Value::from(it).to_string() }
}
