//! Encodings: YAML, JSON, TOML, base64, base32.

use crate::collect::base64;
use crate::collect::helm::language::bounds::Bounds;
use crate::collect::helm::language::call::{Function, argument, text};
use crate::collect::helm::language::fault::Fault;
use crate::collect::helm::language::nodes;
use crate::collect::helm::language::text::{Builder, Text};
use crate::collect::helm::language::value::{Kind, Value};

use super::yaml;

pub(super) const FUNCTIONS: &[(&str, Function)] = &[
    ("b32dec", |_, it| Ok(text(it, 0).made(decoded32(text(it, 0).as_str())).into())),
    ("b32enc", |_, it| Ok(text(it, 0).made(encoded32(text(it, 0).as_str().as_bytes())).into())),
    ("b64dec", |_, it| {
        let text = text(it, 0);
        let made = base64::decode(text.as_str()).map(|it| String::from_utf8_lossy(&it).into_owned());
        Ok(text.made(made.unwrap_or_default()).into())
    }),
    ("b64enc", |_, it| Ok(text(it, 0).made(base64::encode(text(it, 0).as_str().as_bytes())).into())),
    ("fromJson", |_, it| Ok(from_json(&text(it, 0), Value::map::<&str>([])))),
    ("fromJsonArray", |_, it| Ok(from_json(&text(it, 0), Value::list(Vec::new())))),
    ("fromToml", |_, it| Ok(from_toml(&text(it, 0)))),
    ("fromYaml", |_, it| {
        Ok(match nodes::read(&text(it, 0)) {
            Ok(values) => {
                values.into_iter().find(|it| matches!(it.kind, Kind::Map(_))).unwrap_or_else(|| Value::map::<&str>([]))
            }
            Err(message) => Value::map([("Error", Value::from(message))]),
        })
    }),
    ("fromYamlArray", |_, it| {
        Ok(match nodes::read(&text(it, 0)) {
            Ok(values) => values
                .into_iter()
                .find(|it| matches!(it.kind, Kind::List(_)))
                .unwrap_or_else(|| Value::list(Vec::new())),
            Err(message) => Value::list(vec![Value::from(message)]),
        })
    }),
    ("mustFromJson", |_, it| Ok(from_json(&text(it, 0), Value::nil()))),
    ("mustToJson", |_, it| to_json(it, None, true)),
    ("mustToPrettyJson", |_, it| to_json(it, Some(0), true)),
    ("mustToRawJson", |_, it| to_json(it, None, false)),
    ("mustToToml", |_, it| to_toml(it)),
    ("mustToYaml", |_, it| to_yaml(it)),
    ("toJson", |_, it| to_json(it, None, true)),
    ("toPrettyJson", |_, it| to_json(it, Some(0), true)),
    ("toRawJson", |_, it| to_json(it, None, false)),
    ("toToml", |_, it| to_toml(it)),
    ("toYaml", |_, it| to_yaml(it)),
    ("toYamlPretty", |_, it| to_yaml(it)),
];

type Answer = Result<Value, Fault>;

fn to_yaml(arguments: &[Value]) -> Answer {
    let written = yaml::write(&argument(arguments, 0));
    written.map(Value::from).ok_or_else(|| Fault::new("the value is too large to write"))
}

fn from_json(text: &Text, otherwise: Value) -> Value {
    let link = text.marks.first().map(|it| it.link.clone());
    match serde_json::from_str(text.as_str()) {
        Ok(json) => nodes::from_json(&json, link.as_ref()),
        Err(error) => match &otherwise.kind {
            Kind::Map(map) => {
                map.set("Error", Value::from(error.to_string()));
                otherwise
            }
            _ => otherwise,
        },
    }
}

fn to_json(arguments: &[Value], indent: Option<usize>, escapes: bool) -> Answer {
    let mut writer = Json { builder: Builder::default(), bounds: Bounds::new(), escapes };
    writer.value(&argument(arguments, 0), indent);
    if writer.builder.is_cut || writer.bounds.are_met() {
        return Err(Fault::new("the value is too large to write"));
    }
    Ok(writer.builder.finish().into())
}

struct Json {
    builder: Builder,
    bounds: Bounds,
    /// Whether `<`, `>` and `&` are written as numbers, as Go does for web pages.
    escapes: bool,
}

impl Json {
    fn value(&mut self, value: &Value, indent: Option<usize>) {
        if !self.bounds.enter() {
            return;
        }
        match &value.kind {
            Kind::Nil => self.scalar("null", value),
            Kind::Float(it) => self.scalar(&yaml::number(*it), value),
            Kind::Bool(_) | Kind::Int(_) => self.scalar(value.print().as_str(), value),
            Kind::Text(_) | Kind::Open(_) => self.text(&value.print()),
            Kind::Object(it) => self.scalar(&yaml::quoted(&it.text()), value),
            Kind::List(items) => {
                let entries = items.iter().map(|it| (None, it.clone())).collect();
                self.entries(entries, ("[", "]"), indent);
            }
            Kind::Map(map) => {
                let entries = map.entries().into_iter().map(|(name, it)| (Some(name), it)).collect();
                self.entries(entries, ("{", "}"), indent);
            }
        }
        self.bounds.leave();
    }

    fn scalar(&mut self, text: &str, value: &Value) {
        match &value.place {
            Some(place) => self.builder.push_from(text, place, false),
            None => self.builder.push_str(text),
        }
    }

    fn text(&mut self, text: &Text) {
        let written = yaml::quoted(text.as_str());
        let inner = written.get(1..written.len().saturating_sub(1)).unwrap_or_default();
        let escaped = match self.escapes {
            true => inner.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026"),
            false => inner.to_owned(),
        };
        self.builder.push_str("\"");
        self.builder.push(&text.made(escaped));
        self.builder.push_str("\"");
    }

    fn entries(
        &mut self,
        entries: Vec<(Option<std::rc::Rc<str>>, Value)>,
        braces: (&str, &str),
        indent: Option<usize>,
    ) {
        let deeper = indent.map(|it| it + 2).filter(|_| !entries.is_empty());
        self.builder.push_str(braces.0);
        for (at, (name, value)) in entries.into_iter().enumerate() {
            self.builder.push_str(if at > 0 { "," } else { "" });
            self.line(deeper);
            if let Some(name) = name {
                self.builder.push_str(&yaml::quoted(&name));
                self.builder.push_str(if indent.is_some() { ": " } else { ":" });
            }
            self.value(&value, deeper);
        }
        self.line(deeper.and(indent));
        self.builder.push_str(braces.1);
    }

    fn line(&mut self, indent: Option<usize>) {
        if let Some(indent) = indent {
            self.builder.push_str("\n");
            self.builder.push_str(&" ".repeat(indent));
        }
    }
}

fn from_toml(text: &Text) -> Value {
    let parsed = toml_edit::de::from_str::<serde_json::Value>(text.as_str());
    match parsed {
        Ok(json) => nodes::from_json(&json, text.marks.first().map(|it| &it.link)),
        Err(error) => Value::map([("Error", Value::from(error.message().to_owned()))]),
    }
}

fn to_toml(arguments: &[Value]) -> Answer {
    let json = to_json(arguments, None, false)?;
    let parsed = serde_json::from_str::<serde_json::Value>(json.print().as_str());
    let written = parsed.ok().and_then(|it| toml_edit::ser::to_string_pretty(&it).ok());
    Ok(json.print().made(written.unwrap_or_default()).into())
}

const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

fn encoded32(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.chunks(5) {
        let bits = (0..5).fold(0u64, |bits, at| bits << 8 | u64::from(chunk.get(at).copied().unwrap_or(0)));
        let letters = (chunk.len() * 8).div_ceil(5);
        for at in 0..8 {
            let index = usize::try_from(bits >> (35 - 5 * at) & 31).unwrap_or(0);
            let letter = ALPHABET.get(index).copied().unwrap_or(b'A');
            text.push(if at < letters { char::from(letter) } else { '=' });
        }
    }
    text
}

fn decoded32(text: &str) -> String {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0u64, 0);
    for letter in text.trim_end_matches('=').bytes() {
        let Some(index) = ALPHABET.iter().position(|it| *it == letter) else { return String::new() };
        bits = (bits << 5 | index as u64) & 0xffff;
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.extend(u8::try_from(bits >> count & 0xff));
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
