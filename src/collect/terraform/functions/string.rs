//! Functions of texts.

use crate::model::Limit;
use crate::model::{Node, Shape};

use super::encoding::encoded;
use super::function::{Function, Outcome, Stop, argument, known, string, texts, whole, wrong};

pub(crate) const FUNCTIONS: &[Function] = &[
    known("chomp", (1, 1), Shape::String, |it| Ok(string(it, 0)?.trim_end_matches(['\n', '\r']).into())),
    known("endswith", (2, 2), Shape::Bool, |it| Ok(string(it, 0)?.ends_with(&*string(it, 1)?).into())),
    known("indent", (2, 2), Shape::String, indent),
    known("lower", (1, 1), Shape::String, |it| Ok(string(it, 0)?.to_lowercase().into())),
    known("replace", (3, 3), Shape::String, replace),
    known("split", (2, 2), Shape::List, split),
    known("startswith", (2, 2), Shape::Bool, |it| Ok(string(it, 0)?.starts_with(&*string(it, 1)?).into())),
    known("strcontains", (2, 2), Shape::Bool, |it| Ok(string(it, 0)?.contains(&*string(it, 1)?).into())),
    known("strrev", (1, 1), Shape::String, |it| Ok(string(it, 0)?.chars().rev().collect::<String>().into())),
    known("substr", (3, 3), Shape::String, substr),
    known("title", (1, 1), Shape::String, title),
    known("trim", (2, 2), Shape::String, |it| {
        let cut: Vec<char> = string(it, 1)?.chars().collect();
        Ok(string(it, 0)?.trim_matches(cut.as_slice()).into())
    }),
    known("trimprefix", (2, 2), Shape::String, |it| {
        let (text, prefix) = (string(it, 0)?, string(it, 1)?);
        Ok(text.strip_prefix(&*prefix).unwrap_or(&text).into())
    }),
    known("trimspace", (1, 1), Shape::String, |it| Ok(string(it, 0)?.trim().into())),
    known("trimsuffix", (2, 2), Shape::String, |it| {
        let (text, suffix) = (string(it, 0)?, string(it, 1)?);
        Ok(text.strip_suffix(&*suffix).unwrap_or(&text).into())
    }),
    known("upper", (1, 1), Shape::String, |it| Ok(string(it, 0)?.to_uppercase().into())),
];

fn indent(arguments: &[Node]) -> Outcome {
    let (spaces, text) = (whole(arguments, 0)?, string(arguments, 1)?);
    let spaces = usize::try_from(spaces).ok().filter(|it| *it <= 1_000).ok_or(Stop::TooLarge)?;
    if text.len().saturating_add(text.matches('\n').count() * spaces) > Limit::TerraformTextBytes.value() {
        return Err(Stop::TooLarge);
    }
    Ok(text.replace('\n', &format!("\n{}", " ".repeat(spaces))).into())
}

fn replace(arguments: &[Node]) -> Outcome {
    let (text, from, to) = (encoded(arguments)?, string(arguments, 1)?, string(arguments, 2)?);
    if text.len().saturating_mul(to.len().max(1)) > Limit::TerraformTextBytes.value() * 16 {
        return Err(Stop::TooLarge);
    }
    // Between slashes stands a regular expression.
    let pattern = from.strip_prefix('/').and_then(|it| it.strip_suffix('/')).filter(|_| from.len() > 2);
    Ok(match pattern {
        Some(pattern) => {
            let pattern = regex::Regex::new(pattern).map_err(|_| wrong("this is not a regular expression"))?;
            pattern.replace_all(&text, &*to).into_owned().into()
        }
        None => text.replace(&*from, &to).into(),
    })
}

fn split(arguments: &[Node]) -> Outcome {
    let (separator, text) = (string(arguments, 0)?, string(arguments, 1)?);
    let like = argument(arguments, 1)?;
    if separator.is_empty() {
        return Ok(texts(text.chars().map(String::from), like));
    }
    if text.is_empty() {
        return Ok(texts([""], like));
    }
    Ok(texts(text.split(&*separator), like))
}

fn substr(arguments: &[Node]) -> Outcome {
    let (text, offset, length) = (string(arguments, 0)?, whole(arguments, 1)?, whole(arguments, 2)?);
    let all: Vec<char> = text.chars().collect();
    let count = i64::try_from(all.len()).unwrap_or(i64::MAX);
    let start = if offset < 0 { count.saturating_add(offset).max(0) } else { offset.min(count) };
    let end = if length < 0 { count } else { start.saturating_add(length).min(count) };
    let at = |it: i64| usize::try_from(it).unwrap_or_default();
    Ok(all.get(at(start)..at(end)).unwrap_or_default().iter().collect::<String>().into())
}

fn title(arguments: &[Node]) -> Outcome {
    let text = string(arguments, 0)?;
    let mut titled = String::with_capacity(text.len());
    let mut begins = true;
    for character in text.chars() {
        if begins {
            titled.extend(character.to_uppercase());
        } else {
            titled.push(character);
        }
        begins = !(character.is_alphanumeric() || character == '_');
    }
    Ok(titled.into())
}
