//! What a plain YAML scalar means, by the core schema of YAML 1.2.

use std::borrow::Cow;

use serde_json::Number;

use crate::model::Value;
use crate::model::name::shared;

/// The value of an unquoted, untagged scalar. `no`, `on` and `1_000` are strings, `017` is seventeen: the text as written
/// stands in the node's span for those who read it otherwise.
pub(super) fn plain(text: Cow<'_, str>) -> Value {
    let Some(first) = text.bytes().next() else { return Value::Null };
    let known = match first {
        b'~' | b'n' | b'N' => null(&text),
        b't' | b'T' | b'f' | b'F' => boolean(&text),
        b'0'..=b'9' | b'-' | b'+' | b'.' => number(&text),
        _ => None,
    };
    known.unwrap_or_else(|| Value::String(shared(&text)))
}

/// The value of a scalar under one of YAML's own tags.
pub(super) fn tagged(suffix: &str, text: Cow<'_, str>) -> Value {
    let known = match suffix {
        "null" => Some(Value::Null),
        "bool" => boolean(&text),
        "int" | "float" => number(&text),
        _ => None,
    };
    known.unwrap_or_else(|| Value::String(text.into()))
}

fn null(text: &str) -> Option<Value> {
    matches!(text, "~" | "null" | "Null" | "NULL").then_some(Value::Null)
}

fn boolean(text: &str) -> Option<Value> {
    match text {
        "true" | "True" | "TRUE" => Some(Value::Bool(true)),
        "false" | "False" | "FALSE" => Some(Value::Bool(false)),
        _ => None,
    }
}

fn number(text: &str) -> Option<Value> {
    if let Some(digits) = text.strip_prefix("0x") {
        return radix(digits, 16);
    }
    if let Some(digits) = text.strip_prefix("0o") {
        return radix(digits, 8);
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (mantissa, exponent) = match unsigned.find(['e', 'E']) {
        Some(at) => (unsigned.get(..at)?, unsigned.get(at + 1..)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    let empty = whole.is_empty() && fraction.is_none_or(str::is_empty);
    if empty || !digits(whole) || !fraction.is_none_or(digits) {
        return None;
    }
    if let Some(exponent) = exponent {
        let unsigned = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
        if unsigned.is_empty() || !digits(unsigned) {
            return None;
        }
    }
    if fraction.is_none() && exponent.is_none() {
        let text = text.strip_prefix('+').unwrap_or(text);
        if let Ok(number) = text.parse::<i64>() {
            return Some(Value::Number(number.into()));
        }
        if let Ok(number) = text.parse::<u64>() {
            return Some(Value::Number(number.into()));
        }
    }
    Number::from_f64(text.parse().ok()?).map(Value::Number)
}

fn radix(digits: &str, radix: u32) -> Option<Value> {
    let valid = digits.chars().all(|it| it.is_digit(radix));
    valid.then(|| u64::from_str_radix(digits, radix).ok()).flatten().map(|it| Value::Number(it.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_core_schema_has_numbers_booleans_and_nulls() {
        let cases: &[(&str, &str)] = &[
            ("", "null"),
            ("~", "null"),
            ("Null", "null"),
            ("nULL", "\"nULL\""),
            ("true", "true"),
            ("FALSE", "false"),
            ("yes", "\"yes\""),
            ("on", "\"on\""),
            ("17", "17"),
            ("017", "17"),
            ("-5", "-5"),
            ("+5", "5"),
            ("1_000", "\"1_000\""),
            ("0x1F", "31"),
            ("0o17", "15"),
            ("0x", "\"0x\""),
            ("-", "\"-\""),
            (".", "\".\""),
            ("1.", "1.0"),
            (".5", "0.5"),
            ("1e3", "1000.0"),
            ("1e", "\"1e\""),
            ("1.2.3", "\"1.2.3\""),
            ("10.0.0.0/8", "\"10.0.0.0/8\""),
            ("2024-01-01", "\"2024-01-01\""),
            ("18446744073709551615", "18446744073709551615"),
            ("1e999", "\"1e999\""),
            (".inf", "\".inf\""),
            (".nan", "\".nan\""),
        ];
        for (text, expected) in cases {
            let value = match plain(Cow::Borrowed(text)) {
                Value::Null => "null".to_owned(),
                Value::Bool(it) => it.to_string(),
                Value::Number(it) => it.to_string(),
                Value::String(it) => format!("{it:?}"),
                other => format!("{other:?}"),
            };
            assert_eq!(value, *expected, "{text}");
        }
    }
}
