//! Pipelines, commands and expressions of templates to values.

use gotmpl::parse::{CommandNode, Expr, Number, PipeNode, SmolStr};

use super::call::Renderer;
use super::fault::Fault;
use super::frame::Frame;
use super::text::{LONGEST, Open};
use super::value::{Kind, Value};
use crate::collect::helm::functions;
use crate::model::{Problem, Shape};

/// The value of a pipeline; what it declares is the caller's.
pub(super) fn pipeline(
    renderer: &mut dyn Renderer,
    pipe: &PipeNode,
    dot: &Value,
    frame: &mut Frame,
) -> Result<Value, Fault> {
    let mut value = None;
    for command in &pipe.commands {
        value = Some(self::command(renderer, command, dot, frame, value)?);
    }
    Ok(value.unwrap_or_else(Value::nil))
}

fn command(
    renderer: &mut dyn Renderer,
    command: &CommandNode,
    dot: &Value,
    frame: &mut Frame,
    piped: Option<Value>,
) -> Result<Value, Fault> {
    let Some((first, rest)) = command.args.split_first() else { return Ok(Value::nil()) };
    if let Expr::Identifier(_, name) = first {
        if matches!(name.as_str(), "and" | "or") {
            return until(renderer, name == "or", rest, dot, frame, piped);
        }
        let arguments = arguments(renderer, rest, dot, frame, piped)?;
        return call(renderer, name, &arguments);
    }
    let arguments = arguments(renderer, rest, dot, frame, piped)?;
    match first {
        Expr::Field(_, names) => fields(renderer, dot.clone(), names, &arguments),
        Expr::Variable(_, name, names) => {
            let variable = variable(frame, name)?;
            fields(renderer, variable, names, &arguments)
        }
        Expr::Chain(_, inner, names) => {
            let inner = expression(renderer, inner, dot, frame)?;
            fields(renderer, inner, names, &arguments)
        }
        _ if arguments.is_empty() => expression(renderer, first, dot, frame),
        _ => Err(Fault::new("can't give argument to non-function")),
    }
}

fn arguments(
    renderer: &mut dyn Renderer,
    expressions: &[Expr],
    dot: &Value,
    frame: &mut Frame,
    piped: Option<Value>,
) -> Result<Vec<Value>, Fault> {
    let mut arguments = Vec::with_capacity(expressions.len() + 1);
    for it in expressions {
        arguments.push(expression(renderer, it, dot, frame)?);
    }
    arguments.extend(piped);
    Ok(arguments)
}

/// `and` and `or` look at no more of their arguments than they need.
fn until(
    renderer: &mut dyn Renderer,
    wanted: bool,
    expressions: &[Expr],
    dot: &Value,
    frame: &mut Frame,
    piped: Option<Value>,
) -> Result<Value, Fault> {
    let mut last = Value::nil();
    for it in expressions {
        last = expression(renderer, it, dot, frame)?;
        if last.is_true() == wanted {
            return Ok(last);
        }
    }
    Ok(piped.unwrap_or(last))
}

fn expression(renderer: &mut dyn Renderer, expression: &Expr, dot: &Value, frame: &mut Frame) -> Result<Value, Fault> {
    match expression {
        Expr::Dot(_) => Ok(dot.clone()),
        Expr::Field(_, names) => fields(renderer, dot.clone(), names, &[]),
        Expr::Variable(_, name, names) => {
            let variable = variable(frame, name)?;
            fields(renderer, variable, names, &[])
        }
        Expr::Identifier(_, name) => call(renderer, name, &[]),
        Expr::String(_, text) => Ok(Value::from(&**text)),
        Expr::Number(_, Number::Int(it)) => Ok(Value::from(*it)),
        Expr::Number(_, Number::Uint(it)) => Err(Fault::new(format!("{it} overflows int"))),
        Expr::Number(_, Number::Float(it)) => Ok(Value::from(*it)),
        Expr::Bool(_, it) => Ok(Value::from(*it)),
        Expr::Nil(_) => Ok(Value::nil()),
        Expr::Pipe(_, pipe) => pipeline(renderer, pipe, dot, frame),
        Expr::Chain(_, inner, names) => {
            let inner = self::expression(renderer, inner, dot, frame)?;
            fields(renderer, inner, names, &[])
        }
    }
}

fn variable(frame: &Frame, name: &SmolStr) -> Result<Value, Fault> {
    frame.variable(name).ok_or_else(|| Fault::new(format!("there is no variable `{name}`")))
}

/// Follows names from a value; arguments are for the method that the last one names.
fn fields(renderer: &mut dyn Renderer, value: Value, names: &[SmolStr], arguments: &[Value]) -> Result<Value, Fault> {
    let mut value = value;
    let mut taken = arguments.is_empty();
    for (at, name) in names.iter().enumerate() {
        let is_last = at + 1 == names.len();
        value = match &value.kind {
            Kind::Map(map) => map.get(name).unwrap_or_else(Value::nil),
            Kind::Object(object) => {
                let given = if is_last { arguments } else { &[] };
                match (object.field(name), object.call(name, given)) {
                    (Some(field), _) => field,
                    (None, Some(made)) => {
                        taken = true;
                        made?
                    }
                    (None, None) => return Err(Fault::new(format!("can't evaluate field {name}"))),
                }
            }
            // Only what a name of the same chain did not find stops Helm: `(.a).b` is how charts ask without stopping.
            Kind::Nil if at == 0 => return Ok(Value::nil()),
            Kind::Nil => {
                let path = names.get(..at).unwrap_or_default().join(".");
                let message = format!("`.{path}` has no value, and Helm stops where something below it is asked for");
                let place = renderer.place();
                renderer.remark(Problem::at(place, message).with_help("give it by `--values FILE`"));
                return Ok(Value::nil());
            }
            Kind::Open(_) => return Ok(value),
            Kind::Bool(_) | Kind::Int(_) | Kind::Float(_) | Kind::Text(_) | Kind::List(_) => {
                return Err(Fault::new(format!("can't evaluate field {name} in `{}`", value.print().as_str())));
            }
        };
    }
    if taken { Ok(value) } else { Err(Fault::new("can't give argument to non-function")) }
}

/// Calls a function. What it makes of one value comes from where that value comes from.
pub(super) fn call(renderer: &mut dyn Renderer, name: &str, arguments: &[Value]) -> Result<Value, Fault> {
    renderer.spend(1)?;
    let Some(function) = functions::function(name) else {
        return Err(Fault::new(format!("there is no function `{name}`")));
    };
    if !functions::takes_unknowns(name)
        && let Some(open) = arguments.iter().find_map(Value::unknown)
    {
        let open = Open { cause: open.cause.clone(), place: open.place, shape: Shape::Any };
        return Ok(Value::open(open));
    }
    let mut made = function(renderer, arguments)?;
    // A loop of few steps may write a text again and again that grows with each.
    if let Kind::Text(text) = &made.kind {
        renderer.write(text.as_str().len())?;
    }
    let marked = match &made.kind {
        Kind::Text(text) if text.as_str().len() > LONGEST => {
            return Err(Fault::new(format!("`{name}` makes a text longer than {} MiB", LONGEST >> 20)));
        }
        Kind::Text(text) => !text.marks.is_empty(),
        Kind::List(_) | Kind::Map(_) | Kind::Object(_) => true,
        Kind::Nil | Kind::Bool(_) | Kind::Int(_) | Kind::Float(_) | Kind::Open(_) => false,
    };
    if !marked && made.place.is_none() {
        made.place = arguments.iter().rev().find_map(|it| match &it.kind {
            Kind::Text(text) => text.marks.first().map(|it| it.link.clone()).or_else(|| it.place.clone()),
            _ => it.place.clone(),
        });
    }
    Ok(made)
}
