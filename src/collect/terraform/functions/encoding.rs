//! Encodings. JSON text stays the object that it encodes; other functions see it as text where they need one.

use std::fmt::Write as _;

use crate::model::{Entry, Node, Shape, Value};

use super::super::evaluate::json_text;
use super::super::resource::from_json;
use super::function::{Function, Outcome, Stop, any, argument, known, seen, string, texts, wrong};

pub(crate) const FUNCTIONS: &[Function] = &[
    known("base64decode", (1, 1), Shape::String, base64decode),
    known("base64encode", (1, 1), Shape::String, |it| Ok(base64(encoded(it)?.as_bytes()).into())),
    known("csvdecode", (1, 1), Shape::List, csvdecode),
    any("jsondecode", (1, 1), Shape::Any, jsondecode),
    any("jsonencode", (1, 1), Shape::Reference, jsonencode),
    known("textdecodebase64", (2, 2), Shape::String, |it| match string(it, 1)?.to_ascii_uppercase().as_str() {
        "UTF-8" => base64decode(it),
        _ => Err(wrong("an encoding that is not evaluated")),
    }),
    known("textencodebase64", (2, 2), Shape::String, |it| match string(it, 1)?.to_ascii_uppercase().as_str() {
        "UTF-8" => Ok(base64(string(it, 0)?.as_bytes()).into()),
        _ => Err(wrong("an encoding that is not evaluated")),
    }),
    known("urlencode", (1, 1), Shape::String, urlencode),
];

/// A text, or the JSON of a value that stands for its text.
fn encoded(arguments: &[Node]) -> Result<String, Stop> {
    let node = seen(arguments, 0)?;
    match &node.value {
        Value::Map(_) | Value::List(_) => json_text::written(node).ok_or(Stop::TooLarge),
        _ => string(arguments, 0).map(|it| it.to_string()),
    }
}

/// Objects and lists stay what they are, for what reads the text as JSON again; so do their places.
fn jsonencode(arguments: &[Node]) -> Outcome {
    let node = seen(arguments, 0)?;
    match &node.value {
        Value::Map(_) | Value::List(_) => Ok(node.value.clone()),
        _ => json_text::written(node).map(Value::from).ok_or(Stop::TooLarge),
    }
}

fn jsondecode(arguments: &[Node]) -> Outcome {
    let node = seen(arguments, 0)?;
    match &node.value {
        Value::Map(_) | Value::List(_) | Value::Redacted => Ok(node.value.clone()),
        _ => {
            let text = string(arguments, 0)?;
            let value = serde_json::from_str(&text).map_err(|_| wrong("this is not JSON"))?;
            Ok(from_json(&value, node.span).value)
        }
    }
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

pub(crate) fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let index = (bits >> (18 - 6 * at)) & 63;
            let letter = ALPHABET.get(index as usize).copied().unwrap_or(b'A');
            text.push(if at <= chunk.len() as u32 { char::from(letter) } else { '=' });
        }
    }
    text
}

fn base64decode(arguments: &[Node]) -> Outcome {
    let text = string(arguments, 0)?;
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0u32, 0);
    for letter in text.trim_end_matches('=').bytes() {
        let index = ALPHABET.iter().position(|it| *it == letter).ok_or_else(|| wrong("this is not base64"))?;
        bits = (bits << 6) | u32::try_from(index).unwrap_or(0);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((bits >> count) & 0xff).unwrap_or(0));
        }
    }
    String::from_utf8(bytes).map(Value::from).map_err(|_| wrong("the bytes are not a text"))
}

fn urlencode(arguments: &[Node]) -> Outcome {
    let text = string(arguments, 0)?;
    let mut made = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => made.push(char::from(byte)),
            b' ' => made.push('+'),
            _ => {
                let _ = write!(made, "%{byte:02X}");
            }
        }
    }
    Ok(made.into())
}

fn csvdecode(arguments: &[Node]) -> Outcome {
    let text = string(arguments, 0)?;
    let like = argument(arguments, 0)?;
    let mut lines = text.lines().map(csv_line);
    let names = lines.next().unwrap_or_default();
    let rows = lines.filter(|it| !(it.len() == 1 && it.first().is_some_and(String::is_empty)));
    let made: Vec<Node> = rows
        .map(|row| {
            let entries = names.iter().zip(row).map(|(name, it)| Entry::new(name.as_str(), Node::new(it, like.span)));
            Node::map(entries.collect(), like.span)
        })
        .collect();
    Ok(if made.is_empty() { texts(Vec::<String>::new(), like) } else { Value::List(made.into()) })
}

fn csv_line(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.next_if_eq(&'"').is_some() => {
                fields.last_mut().into_iter().for_each(|it| it.push('"'));
            }
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            _ => fields.last_mut().into_iter().for_each(|it| it.push(character)),
        }
    }
    fields
}
