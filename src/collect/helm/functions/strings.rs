//! Functions that keep, cut or join texts. What they keep of a text keeps its place.

use crate::collect::helm::language::call::{Function, Renderer, int, items, text};
use crate::collect::helm::language::fault::Fault;
use crate::collect::helm::language::text::{Builder, Text};
use crate::collect::helm::language::value::{Kind, Value};

pub(super) const FUNCTIONS: &[(&str, Function)] = &[
    ("cat", |_, it| {
        let texts: Vec<Text> = it.iter().filter(|it| !it.is_nil()).map(Value::print).collect();
        joined(&texts, " ")
    }),
    ("contains", |_, it| Ok(text(it, 1).as_str().contains(text(it, 0).as_str()).into())),
    ("hasPrefix", |_, it| Ok(text(it, 1).as_str().starts_with(text(it, 0).as_str()).into())),
    ("hasSuffix", |_, it| Ok(text(it, 1).as_str().ends_with(text(it, 0).as_str()).into())),
    ("indent", |_, it| indented(&text(it, 1), int(it, 0), "")),
    ("join", |_, it| join(it)),
    ("nindent", |_, it| indented(&text(it, 1), int(it, 0), "\n")),
    ("nospace", |_, it| Ok(replaced(&text(it, 0), char::is_whitespace))),
    ("quote", |_, it| quoted(it, quote)),
    ("repeat", repeat),
    ("replace", |_, it| replace(it)),
    ("squote", |_, it| {
        quoted(it, |text, builder| {
            builder.push_str("'");
            builder.push(text);
            builder.push_str("'");
        })
    }),
    ("substr", |_, it| substring(it)),
    ("trim", |_, it| kept(&text(it, 0), str::trim)),
    ("trimAll", |_, it| trim_all(it)),
    ("trimall", |_, it| trim_all(it)),
    ("trimPrefix", |_, it| {
        let cut = text(it, 0);
        kept(&text(it, 1), |it| it.strip_prefix(cut.as_str()).unwrap_or(it))
    }),
    ("trimSuffix", |_, it| {
        let cut = text(it, 0);
        kept(&text(it, 1), |it| it.strip_suffix(cut.as_str()).unwrap_or(it))
    }),
    ("trunc", |_, it| trunc(it)),
    ("toString", |_, it| Ok(it.first().map_or_else(|| Text::plain(""), Value::print).into())),
];

type Answer = Result<Value, Fault>;

fn kept(text: &Text, cut: impl FnOnce(&str) -> &str) -> Answer {
    Ok(text.part(cut(text.as_str())).into())
}

fn trim_all(arguments: &[Value]) -> Answer {
    let set = text(arguments, 0);
    kept(&text(arguments, 1), |it| it.trim_matches(|it: char| set.as_str().contains(it)))
}

/// The first so many bytes, or the last where the number is negative; never half a character.
fn trunc(arguments: &[Value]) -> Answer {
    let (length, text) = (int(arguments, 0), text(arguments, 1));
    let whole = text.as_str().len();
    let many = usize::try_from(length.unsigned_abs()).unwrap_or(usize::MAX).min(whole);
    let range = if length < 0 { boundary(&text, whole - many)..whole } else { 0..boundary(&text, many) };
    Ok(text.slice(range).into())
}

fn boundary(text: &Text, at: usize) -> usize {
    (0..=at.min(text.as_str().len())).rev().find(|it| text.as_str().is_char_boundary(*it)).unwrap_or(0)
}

fn substring(arguments: &[Value]) -> Answer {
    let (start, end, text) = (int(arguments, 0), int(arguments, 1), text(arguments, 2));
    let whole = text.as_str().len();
    let start = usize::try_from(start).unwrap_or(0).min(whole);
    let end = usize::try_from(end).unwrap_or(whole).min(whole);
    Ok(text.slice(boundary(&text, start)..boundary(&text, end.max(start))).into())
}

const WIDEST: i64 = 10_000;

fn indented(text: &Text, width: i64, before: &str) -> Answer {
    if width > WIDEST {
        return Err(Fault::new(format!("an indentation of {width} is too wide")));
    }
    let pad = " ".repeat(usize::try_from(width).unwrap_or(0));
    let mut builder = Builder::default();
    builder.push_str(before);
    let mut at = 0;
    for line in text.as_str().split_inclusive('\n') {
        builder.push_str(&pad);
        builder.push(&text.slice(at..at + line.len()));
        at += line.len();
    }
    if text.as_str().is_empty() || text.as_str().ends_with('\n') {
        builder.push_str(&pad);
    }
    finished(builder)
}

/// The text, unless it was cut because it grew past all bounds.
pub(super) fn finished(builder: Builder) -> Answer {
    if builder.is_cut {
        return Err(Fault::new("the text grows past all bounds"));
    }
    Ok(builder.finish().into())
}

fn quoted(arguments: &[Value], quote: fn(&Text, &mut Builder)) -> Answer {
    let mut builder = Builder::default();
    for (at, it) in arguments.iter().filter(|it| !it.is_nil()).enumerate() {
        builder.push_str(if at > 0 { " " } else { "" });
        quote(&it.print(), &mut builder);
    }
    finished(builder)
}

/// Writes the text as Go's `%q` does.
fn quote(text: &Text, builder: &mut Builder) {
    builder.push_str("\"");
    let mut from = 0;
    for (at, character) in text.as_str().char_indices() {
        let escape = match character {
            '"' => "\\\"".to_owned(),
            '\\' => "\\\\".to_owned(),
            '\n' => "\\n".to_owned(),
            '\r' => "\\r".to_owned(),
            '\t' => "\\t".to_owned(),
            control if control.is_control() => format!("\\x{:02x}", u32::from(control)),
            _ => continue,
        };
        builder.push(&text.slice(from..at));
        builder.push_str(&escape);
        from = at + character.len_utf8();
    }
    builder.push(&text.slice(from..text.as_str().len()));
    builder.push_str("\"");
}

pub(super) fn joined(texts: &[Text], between: &str) -> Answer {
    let mut builder = Builder::default();
    for (at, text) in texts.iter().enumerate() {
        builder.push_str(if at > 0 { between } else { "" });
        builder.push(text);
    }
    finished(builder)
}

fn join(arguments: &[Value]) -> Answer {
    let texts: Vec<Text> = match arguments.get(1).map(|it| (it, &it.kind)) {
        Some((list, Kind::List(_))) => items(list).iter().filter(|it| !it.is_nil()).map(Value::print).collect(),
        Some((_, Kind::Nil)) | None => Vec::new(),
        Some((other, _)) => vec![other.print()],
    };
    joined(&texts, text(arguments, 0).as_str())
}

fn replaced(text: &Text, is_out: impl Fn(char) -> bool) -> Value {
    let mut builder = Builder::default();
    for (at, character) in text.as_str().char_indices().filter(|it| !is_out(it.1)) {
        builder.push(&text.slice(at..at + character.len_utf8()));
    }
    builder.finish().into()
}

fn replace(arguments: &[Value]) -> Answer {
    let (old, new, text) = (text(arguments, 0), text(arguments, 1), text(arguments, 2));
    let mut builder = Builder::default();
    let mut from = 0;
    for (at, _) in text.as_str().match_indices(old.as_str()) {
        builder.push(&text.slice(from..at));
        builder.push(&new);
        from = at + old.as_str().len();
        if builder.is_cut {
            break;
        }
    }
    builder.push(&text.slice(from..text.as_str().len()));
    finished(builder)
}

fn repeat(renderer: &mut dyn Renderer, arguments: &[Value]) -> Answer {
    let (times, text) = (int(arguments, 0), text(arguments, 1));
    let mut builder = Builder::default();
    for _ in 0..times {
        renderer.spend(1)?;
        builder.push(&text);
        if builder.is_cut {
            break;
        }
    }
    finished(builder)
}
