//! `format`, `formatlist` and `join`: texts put together from values, of which some may not be known.

use std::sync::Arc;

use crate::model::{Node, Shape, Value};

use super::super::evaluate::json_text;
use super::super::evaluate::template::Pieces;
use super::super::evaluate::value::{Fault, as_bool, as_number, text};
use super::function::{Function, MANY, Outcome, Stop, any, argument, list, string, wrong};

pub(crate) const FUNCTIONS: &[Function] = &[
    any("format", (1, MANY), Shape::String, |it| formatted(&string(it, 0)?, it.get(1..).unwrap_or_default(), it)),
    any("formatlist", (1, MANY), Shape::List, format_list),
    any("join", (2, MANY), Shape::String, join),
];

#[expect(clippy::boxed_local, reason = "faults travel in boxes, and this one arrives in one")]
fn stopped(fault: Box<Fault>) -> Stop {
    wrong(fault.message)
}

fn join(arguments: &[Node]) -> Outcome {
    let separator = string(arguments, 0)?;
    let mut pieces = Pieces::default();
    let mut first = true;
    for at in 1..arguments.len() {
        for item in list(arguments, at)? {
            if !first {
                pieces.text(separator.clone(), item.span);
            }
            first = false;
            pieces.value(item).map_err(stopped)?;
        }
    }
    Ok(pieces.node(argument(arguments, 1)?.span).value)
}

/// One text for each element of the lists among the arguments.
fn format_list(arguments: &[Node]) -> Outcome {
    let pattern = string(arguments, 0)?;
    let rest = arguments.get(1..).unwrap_or_default();
    if let Some(unknown) = rest.iter().find_map(Node::as_unresolved).filter(|it| it.shape == Shape::List) {
        return Err(Stop::Unknown(Box::new(unknown.clone())));
    }
    let lengths = rest.iter().filter_map(|it| match &it.value {
        Value::List(items) => Some(items.len()),
        _ => None,
    });
    let Some(length) = lengths.max() else {
        let one = formatted(&pattern, rest, arguments)?;
        return Ok(Value::List(vec![Node::new(one, argument(arguments, 0)?.span)].into()));
    };
    let mut made = Vec::with_capacity(length);
    for at in 0..length {
        let mut row = Vec::with_capacity(rest.len());
        for node in rest {
            row.push(match &node.value {
                Value::List(items) => items.get(at).cloned().ok_or_else(|| wrong("the lists differ in length"))?,
                _ => node.clone(),
            });
        }
        made.push(Node::new(formatted(&pattern, &row, arguments)?, argument(arguments, 0)?.span));
    }
    Ok(Value::List(made.into()))
}

/// A verb of a pattern: `%-10s`, `%05.2f`, `%[1]q`.
#[derive(Default)]
struct Verb {
    minus: bool,
    plus: bool,
    zero: bool,
    sharp: bool,
    space: bool,
    width: usize,
    precision: Option<usize>,
}

fn formatted(pattern: &str, values: &[Node], arguments: &[Node]) -> Outcome {
    let span = argument(arguments, 0)?.span;
    let mut pieces = Pieces::default();
    let mut plain = String::new();
    let mut characters = pattern.chars().peekable();
    let (mut next, mut used) = (0, 0);
    while let Some(character) = characters.next() {
        if character != '%' {
            plain.push(character);
            continue;
        }
        let mut verb = Verb::default();
        while let Some(flag) = characters.next_if(|it| "-+ 0#".contains(*it)) {
            match flag {
                '-' => verb.minus = true,
                '+' => verb.plus = true,
                '0' => verb.zero = true,
                '#' => verb.sharp = true,
                ' ' => verb.space = true,
                _ => {}
            }
        }
        let digits = |characters: &mut std::iter::Peekable<std::str::Chars<'_>>| {
            let mut number = 0usize;
            while let Some(digit) = characters.next_if(char::is_ascii_digit) {
                number = number.saturating_mul(10).saturating_add(digit.to_digit(10).unwrap_or(0) as usize);
            }
            number
        };
        verb.width = digits(&mut characters);
        if characters.next_if_eq(&'.').is_some() {
            verb.precision = Some(digits(&mut characters));
        }
        if characters.next_if_eq(&'[').is_some() {
            next = digits(&mut characters).saturating_sub(1);
            characters.next_if_eq(&']');
        }
        if verb.width > 10_000 || verb.precision.unwrap_or(0) > 10_000 {
            return Err(Stop::TooLarge);
        }
        let letter = characters.next().ok_or_else(|| wrong("the format ends within a verb"))?;
        if letter == '%' {
            plain.push('%');
            continue;
        }
        let value = values.get(next).ok_or_else(|| wrong("the format names more values than there are"))?;
        next += 1;
        used = used.max(next);
        if value.as_unresolved().is_some() {
            pieces.text(std::mem::take(&mut plain).into(), span);
            pieces.value(value).map_err(stopped)?;
            continue;
        }
        plain.push_str(&padded(&verb, shown(&verb, letter, value)?, letter));
        if plain.len() > 1 << 20 {
            return Err(Stop::TooLarge);
        }
    }
    if used < values.len() {
        return Err(wrong("there are more values than the format names"));
    }
    if !plain.is_empty() || pieces.all.is_empty() {
        pieces.text(plain.into(), span);
    }
    Ok(pieces.node(span).value)
}

fn shown(verb: &Verb, letter: char, value: &Node) -> Result<String, Stop> {
    let number = || as_number(value).ok_or_else(|| wrong("the format needs a number"));
    #[expect(clippy::cast_possible_truncation, reason = "a format of a larger number is cut at its bounds")]
    let whole = || number().map(|it| it.trunc() as i64);
    let signed = |text: String| match (text.starts_with('-'), verb.plus, verb.space) {
        (false, true, _) => format!("+{text}"),
        (false, false, true) => format!(" {text}"),
        _ => text,
    };
    Ok(match letter {
        's' => {
            let text = scalar(value)?;
            match verb.precision {
                Some(most) => text.chars().take(most).collect(),
                None => text.to_string(),
            }
        }
        'v' if verb.sharp => json(value)?,
        'v' => match &value.value {
            Value::String(it) => it.to_string(),
            _ => json(value)?,
        },
        'q' => json(&Node::new(scalar(value)?, value.span))?,
        't' => as_bool(value).ok_or_else(|| wrong("the format needs true or false"))?.to_string(),
        'd' => signed(whole()?.to_string()),
        'b' => format!("{:b}", whole()?),
        'o' => format!("{:o}", whole()?),
        'x' => format!("{:x}", whole()?),
        'X' => format!("{:X}", whole()?),
        'f' => signed(format!("{:.*}", verb.precision.unwrap_or(6), number()?)),
        'e' => signed(exponent(number()?, verb.precision.unwrap_or(6))),
        'E' => signed(exponent(number()?, verb.precision.unwrap_or(6)).to_uppercase()),
        'g' | 'G' => {
            signed(text(&Node::new(value.value.clone(), value.span)).unwrap_or_else(|| Arc::from("")).to_string())
        }
        other => return Err(wrong(format!("the format has no verb %{other}"))),
    })
}

fn scalar(value: &Node) -> Result<Arc<str>, Stop> {
    if value.is_null() {
        return Err(wrong("the format has no place for null"));
    }
    match text(value) {
        Some(text) => Ok(text),
        None => json(value).map(Arc::from),
    }
}

fn json(value: &Node) -> Result<String, Stop> {
    json_text::written(value).ok_or_else(|| Stop::Unknown(Box::new(json_text::unknown_within(value))))
}

/// With a sign and at least two digits, as C has it.
fn exponent(number: f64, precision: usize) -> String {
    let text = format!("{number:.precision$e}");
    match text.split_once('e') {
        Some((digits, power)) => {
            let (sign, power) = power.strip_prefix('-').map_or(("+", power), |it| ("-", it));
            format!("{digits}e{sign}{power:0>2}")
        }
        None => text,
    }
}

fn padded(verb: &Verb, text: String, letter: char) -> String {
    let missing = verb.width.saturating_sub(text.chars().count());
    if missing == 0 {
        return text;
    }
    if verb.minus {
        return text + &" ".repeat(missing);
    }
    if verb.zero && letter != 's' && letter != 'q' {
        let (sign, digits) = match text.strip_prefix(['-', '+']) {
            Some(digits) => (text.get(..1).unwrap_or_default(), digits),
            None => ("", text.as_str()),
        };
        return format!("{sign}{}{digits}", "0".repeat(missing));
    }
    " ".repeat(missing) + &text
}
