//! Encodings. JSON text stays the object that it encodes; other functions see it as text where they need one.

use std::fmt::Write as _;

use crate::collect::base64;
use crate::model::{Cause, Entry, Node, Shape, Unresolved, Value};

use super::super::evaluate::json_text;
use super::super::resource::from_json;
use super::function::{Function, Outcome, Stop, any, argument, known, seen, string, wrong};

pub(crate) const FUNCTIONS: &[Function] = &[
    known("base64decode", (1, 1), Shape::String, base64decode),
    known("base64encode", (1, 1), Shape::String, |it| Ok(base64::encode(encoded(it)?.as_bytes()).into())),
    known("csvdecode", (1, 1), Shape::List, csvdecode),
    any("jsondecode", (1, 1), Shape::Any, jsondecode),
    any("jsonencode", (1, 1), Shape::Reference, jsonencode),
    known("textdecodebase64", (2, 2), Shape::String, textdecodebase64),
    known("textencodebase64", (2, 2), Shape::String, textencodebase64),
    known("urldecode", (1, 1), Shape::String, urldecode),
    known("urlencode", (1, 1), Shape::String, urlencode),
];

/// Encodings whose letters are the first of Unicode, with how many there are.
const ONE_BYTE: &[(&str, u32)] = &[("US-ASCII", 0x80), ("ASCII", 0x80), ("ISO-8859-1", 0x100), ("LATIN1", 0x100)];

fn textencodebase64(arguments: &[Node]) -> Outcome {
    let (text, encoding) = (string(arguments, 0)?, string(arguments, 1)?.to_ascii_uppercase());
    let bytes: Vec<u8> = match encoding.as_str() {
        "UTF-8" => text.as_bytes().to_vec(),
        "UTF-16LE" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "UTF-16BE" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        other => {
            let Some((_, most)) = ONE_BYTE.iter().find(|it| it.0 == other) else { return not_evaluated(arguments) };
            let byte = |it: char| u8::try_from(u32::from(it)).ok().filter(|it| u32::from(*it) < *most);
            let bytes: Option<Vec<u8>> = text.chars().map(byte).collect();
            bytes.ok_or_else(|| wrong("the encoding lacks a letter of the text"))?
        }
    };
    Ok(base64::encode(&bytes).into())
}

fn textdecodebase64(arguments: &[Node]) -> Outcome {
    let (bytes, encoding) = (base64_bytes(&string(arguments, 0)?)?, string(arguments, 1)?.to_ascii_uppercase());
    let units = |read: fn([u8; 2]) -> u16| -> Vec<u16> {
        bytes.chunks_exact(2).filter_map(|it| <[u8; 2]>::try_from(it).ok()).map(read).collect()
    };
    let text = match encoding.as_str() {
        "UTF-8" => String::from_utf8(bytes).ok(),
        "UTF-16LE" => String::from_utf16(&units(u16::from_le_bytes)).ok(),
        "UTF-16BE" => String::from_utf16(&units(u16::from_be_bytes)).ok(),
        other => {
            let Some((_, most)) = ONE_BYTE.iter().find(|it| it.0 == other) else { return not_evaluated(arguments) };
            bytes.iter().map(|it| Some(char::from(*it)).filter(|it| u32::from(*it) < *most)).collect()
        }
    };
    text.map(Value::from).ok_or_else(|| wrong("the bytes are not a text"))
}

/// Other encodings exist, and are not known here.
fn not_evaluated(arguments: &[Node]) -> Outcome {
    let place = argument(arguments, 1)?.span;
    let cause = Cause::Expression("a rare text encoding".into());
    Err(Stop::Unknown(Box::new(Unresolved { cause, place, shape: Shape::String })))
}

/// A text, or the JSON of a value that stands for its text.
pub(crate) fn encoded(arguments: &[Node]) -> Result<String, Stop> {
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

fn base64decode(arguments: &[Node]) -> Outcome {
    let bytes = base64_bytes(&string(arguments, 0)?)?;
    String::from_utf8(bytes).map(Value::from).map_err(|_| wrong("the bytes are not a text"))
}

fn base64_bytes(text: &str) -> Result<Vec<u8>, Stop> {
    base64::decode(text).ok_or_else(|| wrong("this is not base64"))
}

fn urldecode(arguments: &[Node]) -> Outcome {
    let text = string(arguments, 0)?;
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digits = [rest.next(), rest.next()].map(|it| it.and_then(|it| char::from(it).to_digit(16)));
                let [Some(high), Some(low)] = digits else { return Err(wrong("an escape is cut short")) };
                u8::try_from(high * 16 + low).unwrap_or_default()
            }
            other => other,
        });
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
    let mut rows = csv_rows(&text).into_iter();
    let names = rows.next().unwrap_or_default();
    if names.iter().enumerate().any(|(at, it)| names.iter().take(at).any(|before| before == it)) {
        return Err(wrong("two columns have one name"));
    }
    let mut made: Vec<Node> = Vec::new();
    for row in rows {
        if row.len() != names.len() {
            return Err(wrong("a row has another number of columns"));
        }
        let entries = names.iter().zip(row).map(|(name, it)| Entry::new(name.as_str(), Node::new(it, like.span)));
        made.push(Node::map(entries.collect(), like.span));
    }
    Ok(Value::List(made.into()))
}

/// The fields of each row; a field in quotes may hold line breaks. Empty lines are no rows.
fn csv_rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let Some(row) = rows.last_mut() else { break };
        match character {
            '"' if quoted && characters.next_if_eq(&'"').is_some() => {
                row.last_mut().into_iter().for_each(|it| it.push('"'));
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted && characters.peek() == Some(&'\n') => {}
            '\n' if !quoted => rows.push(vec![String::new()]),
            _ => row.last_mut().into_iter().for_each(|it| it.push(character)),
        }
    }
    rows.retain(|it| !(it.len() == 1 && it.first().is_some_and(String::is_empty)));
    rows
}
