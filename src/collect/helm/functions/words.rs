//! Functions that change the letters of a text, and what they look for in it.

use regex::{Regex, RegexBuilder};

use crate::collect::helm::language::call::{Function, int, text};
use crate::collect::helm::language::fault::Fault;
use crate::collect::helm::language::value::Value;

pub(super) const FUNCTIONS: &[(&str, Function)] = &[
    ("abbrev", |_, it| {
        let (width, text) = (int(it, 0), text(it, 1));
        let width = usize::try_from(width).unwrap_or(0);
        let is_short = width < 4 || text.as_str().chars().count() <= width;
        let cut = || text.as_str().chars().take(width - 3).chain("...".chars()).collect::<String>();
        Ok(if is_short { text.into() } else { text.made(cut()).into() })
    }),
    ("abbrevboth", |_, it| Ok(text(it, 2).into())),
    ("camelcase", |_, it| changed(it, camel)),
    ("initials", |_, it| changed(it, |it| it.split_whitespace().filter_map(|it| it.chars().next()).collect())),
    ("kebabcase", |_, it| changed(it, |it| parts(it).join("-"))),
    ("lower", |_, it| changed(it, str::to_lowercase)),
    ("mustRegexFind", |_, it| regex_find(it)),
    ("mustRegexFindAll", |_, it| regex_find_all(it)),
    ("mustRegexMatch", |_, it| Ok(pattern(it, 0)?.is_match(text(it, 1).as_str()).into())),
    ("mustRegexReplaceAll", |_, it| regex_replace(it, true)),
    ("mustRegexReplaceAllLiteral", |_, it| regex_replace(it, false)),
    ("mustRegexSplit", |_, it| regex_split(it)),
    ("plural", |_, it| Ok(text(it, usize::from(int(it, 2) != 1)).into())),
    ("regexFind", |_, it| regex_find(it)),
    ("regexFindAll", |_, it| regex_find_all(it)),
    ("regexMatch", |_, it| Ok(pattern(it, 0)?.is_match(text(it, 1).as_str()).into())),
    ("regexQuoteMeta", |_, it| changed(it, regex::escape)),
    ("regexReplaceAll", |_, it| regex_replace(it, true)),
    ("regexReplaceAllLiteral", |_, it| regex_replace(it, false)),
    ("regexSplit", |_, it| regex_split(it)),
    ("snakecase", |_, it| changed(it, |it| parts(it).join("_"))),
    ("swapcase", |_, it| {
        changed(it, |it| {
            let swap = |it: char| if it.is_lowercase() { it.to_ascii_uppercase() } else { it.to_ascii_lowercase() };
            it.chars().map(swap).collect()
        })
    }),
    ("title", |_, it| changed(it, |it| first_letters(it, char::to_ascii_uppercase))),
    ("untitle", |_, it| changed(it, |it| first_letters(it, char::to_ascii_lowercase))),
    ("upper", |_, it| changed(it, str::to_uppercase)),
    ("wrap", |_, it| wrap(it, "\n", 1)),
    ("wrapWith", |_, it| wrap(it, text(it, 1).as_str(), 2)),
];

type Answer = Result<Value, Fault>;

fn changed(arguments: &[Value], change: impl FnOnce(&str) -> String) -> Answer {
    let text = text(arguments, 0);
    let made = change(text.as_str());
    Ok(text.made(made).into())
}

fn first_letters(text: &str, change: fn(&char) -> char) -> String {
    let mut is_first = true;
    let letter = |it: char| {
        let made = if is_first { change(&it) } else { it };
        is_first = it.is_whitespace();
        made
    };
    text.chars().map(letter).collect()
}

/// The words of `HTTPServer_name`: `http`, `server`, `name`.
fn parts(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut parts = vec![String::new()];
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|it| letters.get(it));
        let after = letters.get(at + 1);
        let begins = letter.is_uppercase()
            && before.is_some_and(|it| !it.is_uppercase() || after.is_some_and(|it| it.is_lowercase()));
        if matches!(letter, '_' | '-' | ' ' | '.') {
            parts.push(String::new());
            continue;
        }
        if begins {
            parts.push(String::new());
        }
        if let Some(last) = parts.last_mut() {
            last.extend(letter.to_lowercase());
        }
    }
    parts.retain(|it| !it.is_empty());
    parts
}

fn camel(text: &str) -> String {
    let capital =
        |it: &str| it.chars().take(1).flat_map(char::to_uppercase).chain(it.chars().skip(1)).collect::<String>();
    text.split(['_', '-', ' ']).map(capital).collect()
}

fn wrap(arguments: &[Value], between: &str, at: usize) -> Answer {
    let (width, text) = (int(arguments, 0), text(arguments, at));
    let width = usize::try_from(width).unwrap_or(1);
    let mut wrapped = String::new();
    let mut length = 0;
    for word in text.as_str().split(' ') {
        if length > 0 && length + 1 + word.chars().count() > width {
            wrapped.push_str(between);
            length = 0;
        } else if length > 0 {
            wrapped.push(' ');
            length += 1;
        }
        wrapped.push_str(word);
        length += word.chars().count();
    }
    Ok(text.made(wrapped).into())
}

fn pattern(arguments: &[Value], at: usize) -> Result<Regex, Fault> {
    let pattern = text(arguments, at);
    let built = RegexBuilder::new(pattern.as_str()).size_limit(1 << 20).build();
    built.map_err(|_| Fault::new(format!("`{}` is not a regular expression", pattern.as_str())))
}

fn regex_find(arguments: &[Value]) -> Answer {
    let (pattern, text) = (pattern(arguments, 0)?, text(arguments, 1));
    Ok(pattern.find(text.as_str()).map_or_else(|| Value::from(""), |it| text.slice(it.range()).into()))
}

/// How many are asked for; all where the number is negative.
fn many(number: i64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn regex_find_all(arguments: &[Value]) -> Answer {
    let (pattern, text) = (pattern(arguments, 0)?, text(arguments, 1));
    let found = pattern.find_iter(text.as_str()).take(many(int(arguments, 2)));
    Ok(Value::list(found.map(|it| text.slice(it.range()).into()).collect()))
}

fn regex_replace(arguments: &[Value], expands: bool) -> Answer {
    let (pattern, text) = (pattern(arguments, 0)?, text(arguments, 1));
    let with = self::text(arguments, 2);
    let long = text.as_str().len().saturating_mul(with.as_str().len());
    if long > 64 << 20 {
        return Err(Fault::new("the text grows past all bounds"));
    }
    let made = if expands {
        pattern.replace_all(text.as_str(), with.as_str())
    } else {
        pattern.replace_all(text.as_str(), regex::NoExpand(with.as_str()))
    };
    Ok(text.made(&*made).into())
}

fn regex_split(arguments: &[Value]) -> Answer {
    let (pattern, text) = (pattern(arguments, 0)?, text(arguments, 1));
    let parts = pattern.splitn(text.as_str(), many(int(arguments, 2)));
    Ok(Value::list(parts.map(|it| text.part(it).into()).collect()))
}
