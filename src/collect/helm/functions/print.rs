//! Functions that print. What they do not print themselves, the Go template crate prints.

use std::collections::BTreeMap;
use std::sync::Arc;

use gotmpl::{Template, Value as Foreign};

use crate::collect::helm::language::bounds::Bounds;
use crate::collect::helm::language::call::{Function, argument, text};
use crate::collect::helm::language::fault::Fault;
use crate::collect::helm::language::text::{Builder, Text};
use crate::collect::helm::language::value::{Kind, Value};

use super::strings::{finished, joined};

pub(super) const FUNCTIONS: &[(&str, Function)] = &[
    ("html", |_, it| foreign("html", it)),
    ("js", |_, it| foreign("js", it)),
    ("print", |_, it| print(it)),
    ("printf", |_, it| printf(it)),
    ("println", |_, it| {
        let mut texts: Vec<Text> = it.iter().map(Value::print).collect();
        texts.push(Text::plain("\n"));
        let Some((end, texts)) = texts.split_last() else { return Ok("\n".into()) };
        let line = joined(texts, " ")?;
        joined(&[line.print(), end.clone()], "")
    }),
    ("urlquery", |_, it| foreign("urlquery", it)),
];

type Answer = Result<Value, Fault>;

/// One after the other, with a space between two that are both no texts.
fn print(arguments: &[Value]) -> Answer {
    let mut builder = Builder::default();
    let is_text = |it: &Value| matches!(it.kind, Kind::Text(_) | Kind::Open(_));
    for (at, it) in arguments.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|it| arguments.get(it));
        let is_apart = before.is_some_and(|before| !is_text(before) && !is_text(it));
        builder.push_str(if is_apart { " " } else { "" });
        builder.push(&it.print());
    }
    finished(builder)
}

/// Texts and plain numbers are put in here, so that their places are kept.
fn printf(arguments: &[Value]) -> Answer {
    let format = text(arguments, 0);
    let mut builder = Builder::default();
    let mut next = 1;
    let mut from = 0;
    while let Some(offset) = format.as_str().get(from..).and_then(|it| it.find('%')) {
        let at = from + offset;
        builder.push(&format.slice(from..at));
        let verb = format.as_str().get(at + 1..).and_then(|it| it.chars().next());
        let value = arguments.get(next);
        match (verb, value.map(|it| &it.kind)) {
            (Some('%'), _) => builder.push_str("%"),
            (Some('s' | 'v'), Some(Kind::Text(_) | Kind::Open(_)))
            | (Some('d' | 'v'), Some(Kind::Int(_)))
            | (Some('v'), Some(_)) => {
                builder.push(&argument(arguments, next).print());
                next += 1;
            }
            (Some('q'), Some(Kind::Text(text))) if text.open().is_some() => {
                builder.push_str("\"");
                builder.push(&argument(arguments, next).print());
                builder.push_str("\"");
                next += 1;
            }
            _ => return foreign_printf(&format, arguments),
        }
        from = at + 2;
    }
    if next < arguments.len() {
        return foreign_printf(&format, arguments);
    }
    builder.push(&format.slice(from..format.as_str().len()));
    finished(builder)
}

/// A width of more digits than this is no width that a chart would ask for.
const WIDEST: usize = 4;

fn foreign_printf(format: &Text, arguments: &[Value]) -> Answer {
    let digits = format.as_str().split(|it: char| !it.is_ascii_digit());
    if digits.map(str::len).max().unwrap_or(0) > WIDEST || format.as_str().contains('*') {
        return Err(Fault::new("this width is not printed"));
    }
    foreign("printf", arguments)
}

/// Asks the template crate's own function of that name.
fn foreign(name: &str, arguments: &[Value]) -> Answer {
    if let Some(open) = arguments.iter().find_map(Value::unknown) {
        return Ok(Value::new(Kind::Open(open.clone())));
    }
    let fault = |it: gotmpl::TemplateError| Fault::new(it.to_string());
    let names = (0..arguments.len()).map(|at| format!(" .a{at}")).collect::<String>();
    let template = Template::new("").parse(&format!("{{{{{name}{names}}}}}")).map_err(fault)?;
    let mut bounds = Bounds::new();
    let values = arguments.iter().enumerate();
    let values: BTreeMap<Arc<str>, Foreign> =
        values.map(|(at, it)| (Arc::from(format!("a{at}")), exported(it, &mut bounds))).collect();
    let made = template.execute_to_string(&Foreign::from(values)).map_err(fault)?;
    Ok(Value::from(made))
}

fn exported(value: &Value, bounds: &mut Bounds) -> Foreign {
    if !bounds.enter() {
        return Foreign::Nil;
    }
    let made = match &value.kind {
        Kind::Nil | Kind::Open(_) => Foreign::Nil,
        Kind::Bool(it) => Foreign::Bool(*it),
        Kind::Int(it) => Foreign::Int(*it),
        Kind::Float(it) => Foreign::Float(*it),
        Kind::Text(it) => Foreign::from(it.as_str()),
        Kind::Object(it) => Foreign::from(it.text()),
        Kind::List(items) => Foreign::from(items.iter().map(|it| exported(it, bounds)).collect::<Vec<_>>()),
        Kind::Map(map) => {
            let entries = map.entries().into_iter().map(|(name, it)| (Arc::from(&*name), exported(&it, bounds)));
            Foreign::from(entries.collect::<BTreeMap<Arc<str>, Foreign>>())
        }
    };
    bounds.leave();
    made
}
