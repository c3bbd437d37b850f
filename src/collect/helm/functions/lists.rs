//! Functions of lists. None changes the list that it is given.

use crate::collect::helm::language::call::{Function, Renderer, argument, int, items, list, text};
use crate::collect::helm::language::fault::Fault;
use crate::collect::helm::language::text::Text;
use crate::collect::helm::language::value::{Kind, Value};

use super::compare::{is_empty, same};

pub(super) const FUNCTIONS: &[(&str, Function)] = &[
    ("append", append),
    ("chunk", |_, it| chunk(it)),
    ("compact", |_, it| Ok(Value::list(list(it, 0).into_iter().filter(|it| !is_empty(it)).collect()))),
    ("concat", concat),
    ("first", |_, it| Ok(list(it, 0).into_iter().next().unwrap_or_else(Value::nil))),
    ("has", |_, it| Ok(list(it, 1).iter().any(|item| same(item, &argument(it, 0))).into())),
    ("initial", |_, it| {
        let mut items = list(it, 0);
        items.pop();
        Ok(Value::list(items))
    }),
    ("last", |_, it| Ok(list(it, 0).into_iter().next_back().unwrap_or_else(Value::nil))),
    ("list", |_, it| Ok(Value::list(it.to_vec()))),
    ("mustAppend", append),
    ("mustChunk", |_, it| chunk(it)),
    ("mustCompact", |_, it| Ok(Value::list(list(it, 0).into_iter().filter(|it| !is_empty(it)).collect()))),
    ("mustFirst", |_, it| Ok(list(it, 0).into_iter().next().unwrap_or_else(Value::nil))),
    ("mustHas", |_, it| Ok(list(it, 1).iter().any(|item| same(item, &argument(it, 0))).into())),
    ("mustInitial", |_, it| {
        let mut items = list(it, 0);
        items.pop();
        Ok(Value::list(items))
    }),
    ("mustLast", |_, it| Ok(list(it, 0).into_iter().next_back().unwrap_or_else(Value::nil))),
    ("mustPrepend", |_, it| prepend(it)),
    ("mustPush", append),
    ("mustRest", |_, it| Ok(Value::list(list(it, 0).into_iter().skip(1).collect()))),
    ("mustReverse", |_, it| Ok(Value::list(list(it, 0).into_iter().rev().collect()))),
    ("mustSlice", |_, it| slice(it)),
    ("mustUniq", uniq),
    ("mustWithout", |_, it| without(it)),
    ("prepend", |_, it| prepend(it)),
    ("push", append),
    ("rest", |_, it| Ok(Value::list(list(it, 0).into_iter().skip(1).collect()))),
    ("reverse", |_, it| Ok(Value::list(list(it, 0).into_iter().rev().collect()))),
    ("seq", sequence),
    ("slice", |_, it| slice(it)),
    ("sortAlpha", |_, it| {
        let mut texts: Vec<Text> = strings(&argument(it, 0));
        texts.sort_by(|a, b| a.text.cmp(&b.text));
        Ok(Value::list(texts.into_iter().map(Value::from).collect()))
    }),
    ("split", |_, it| {
        let text = text(it, 1);
        let parts = pieces(&text, text_of(it, 0).as_str(), usize::MAX);
        Ok(Value::map(parts.into_iter().enumerate().map(|(at, it)| (format!("_{at}"), it))))
    }),
    ("splitList", |_, it| Ok(Value::list(pieces(&text(it, 1), text_of(it, 0).as_str(), usize::MAX)))),
    ("splitn", |_, it| {
        let parts = pieces(&text(it, 2), text_of(it, 0).as_str(), usize::try_from(int(it, 1)).unwrap_or(usize::MAX));
        Ok(Value::map(parts.into_iter().enumerate().map(|(at, it)| (format!("_{at}"), it))))
    }),
    ("toStrings", |_, it| Ok(Value::list(strings(&argument(it, 0)).into_iter().map(Value::from).collect()))),
    ("tuple", |_, it| Ok(Value::list(it.to_vec()))),
    ("uniq", uniq),
    ("until", |renderer, it| numbers(renderer, 0, int(it, 0), if int(it, 0) < 0 { -1 } else { 1 })),
    ("untilStep", |renderer, it| numbers(renderer, int(it, 0), int(it, 1), int(it, 2))),
    ("without", |_, it| without(it)),
];

type Answer = Result<Value, Fault>;

/// The most items a list may have.
const MOST: usize = 1_000_000;

fn text_of(arguments: &[Value], at: usize) -> Text {
    text(arguments, at)
}

/// The pieces between separators, each with its place; between characters where the separator is empty.
fn pieces(text: &Text, separator: &str, most: usize) -> Vec<Value> {
    if separator.is_empty() {
        let each = text.as_str().char_indices();
        return each.map(|(at, it)| text.slice(at..at + it.len_utf8()).into()).collect();
    }
    text.as_str().splitn(most.max(1), separator).map(|it| text.part(it).into()).collect()
}

fn strings(value: &Value) -> Vec<Text> {
    match &value.kind {
        Kind::List(_) => items(value).iter().filter(|it| !it.is_nil()).map(Value::print).collect(),
        Kind::Nil => Vec::new(),
        _ => vec![value.print()],
    }
}

fn append(renderer: &mut dyn Renderer, arguments: &[Value]) -> Answer {
    let mut items = list(arguments, 0);
    renderer.spend(items.len() / 16)?;
    items.push(argument(arguments, 1));
    Ok(Value::list(items))
}

fn prepend(arguments: &[Value]) -> Answer {
    Ok(Value::list([argument(arguments, 1)].into_iter().chain(list(arguments, 0)).collect()))
}

fn concat(renderer: &mut dyn Renderer, arguments: &[Value]) -> Answer {
    let mut all = Vec::new();
    for it in arguments {
        all.extend(items(it));
        if all.len() > MOST {
            return Err(Fault::new("the list grows past all bounds"));
        }
    }
    renderer.spend(all.len() / 16)?;
    Ok(Value::list(all))
}

fn uniq(renderer: &mut dyn Renderer, arguments: &[Value]) -> Answer {
    let mut kept: Vec<Value> = Vec::new();
    for item in list(arguments, 0) {
        renderer.spend(kept.len() / 16)?;
        if !kept.iter().any(|it| same(it, &item)) {
            kept.push(item);
        }
    }
    Ok(Value::list(kept))
}

fn without(arguments: &[Value]) -> Answer {
    let out = arguments.get(1..).unwrap_or_default();
    let kept = list(arguments, 0).into_iter().filter(|item| !out.iter().any(|it| same(it, item)));
    Ok(Value::list(kept.collect()))
}

/// Of a list the items between two numbers; of a text its bytes.
fn slice(arguments: &[Value]) -> Answer {
    let from = usize::try_from(int(arguments, 1)).unwrap_or(0);
    let end = |whole: usize| match arguments.get(2) {
        Some(_) => usize::try_from(int(arguments, 2)).unwrap_or(0).min(whole),
        None => whole,
    };
    if let Some(Kind::Text(text)) = arguments.first().map(|it| &it.kind) {
        return Ok(text.slice(from..end(text.as_str().len())).into());
    }
    let items = list(arguments, 0);
    let end = end(items.len());
    Ok(Value::list(items.get(from.min(end)..end).unwrap_or_default().to_vec()))
}

fn chunk(arguments: &[Value]) -> Answer {
    let size = usize::try_from(int(arguments, 0)).unwrap_or(1).max(1);
    Ok(Value::list(list(arguments, 1).chunks(size).map(|it| Value::list(it.to_vec())).collect()))
}

fn numbers(renderer: &mut dyn Renderer, start: i64, stop: i64, step: i64) -> Answer {
    let mut numbers = Vec::new();
    let mut at = start;
    while step != 0 && (step > 0 && at < stop || step < 0 && at > stop) {
        if numbers.len() >= MOST {
            return Err(Fault::new("the list grows past all bounds"));
        }
        numbers.push(Value::from(at));
        at = at.saturating_add(step);
    }
    renderer.spend(numbers.len() / 16)?;
    Ok(Value::list(numbers))
}

/// As `seq` of the shell: texts from a first to a last number.
fn sequence(renderer: &mut dyn Renderer, arguments: &[Value]) -> Answer {
    let number = |at: usize| int(arguments, at);
    let (start, stop, step) = match arguments.len() {
        0 => return Ok("".into()),
        1 => (1, number(0), if number(0) < 1 { -1 } else { 1 }),
        2 => (number(0), number(1), if number(1) < number(0) { -1 } else { 1 }),
        _ => (number(0), number(2), number(1)),
    };
    let end = if step < 0 { stop.saturating_sub(1) } else { stop.saturating_add(1) };
    let made = numbers(renderer, start, end, step)?;
    let texts: Vec<String> = items(&made).iter().map(|it| it.print().as_str().to_owned()).collect();
    Ok(texts.join(" ").into())
}
