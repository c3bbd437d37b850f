//! `--set` and `--set-string`: values of charts in one line, as Helm reads them.

use std::rc::Rc;

use super::language::text::{Ground, Link, Text};
use super::language::value::{Kind, Map, Value};
use crate::model::{SourceId, Span};

/// The furthest item of a list that may be set.
const ITEMS: usize = 65_536;

/// How deep a path of names may lead.
const DEPTH: usize = 30;

/// A line that is read from left to right.
struct Line<'a> {
    source: SourceId,
    text: &'a str,
    at: usize,
    /// Every value is a text, whatever it looks like.
    is_text: bool,
}

/// Lays what the line says over the values: `web.image=shop:2,ports[0]=80,hosts={a,b}`.
///
/// # Errors
///
/// What is wrong with the line.
pub(super) fn lay(source: SourceId, text: &str, is_text: bool, values: &Map) -> Result<(), String> {
    let mut line = Line { source, text, at: 0, is_text };
    loop {
        let name = line.name()?;
        let value = line.rest(values.get(&name), 0)?;
        values.set(name, value);
        if !line.take(',') {
            return Ok(());
        }
    }
}

impl Line<'_> {
    fn next(&self) -> Option<char> {
        self.text.get(self.at..).and_then(|it| it.chars().next())
    }

    fn take(&mut self, wanted: char) -> bool {
        let is_next = self.next() == Some(wanted);
        self.at += if is_next { wanted.len_utf8() } else { 0 };
        is_next
    }

    /// The characters up to one of `ends`. A backslash takes the next one as it is.
    fn until(&mut self, ends: &[char]) -> String {
        let mut found = String::new();
        while let Some(mut it) = self.next().filter(|it| !ends.contains(it)) {
            self.at += it.len_utf8();
            if it == '\\'
                && let Some(escaped) = self.next()
            {
                it = escaped;
                self.at += it.len_utf8();
            }
            found.push(it);
        }
        found
    }

    fn name(&mut self) -> Result<Rc<str>, String> {
        let name = self.until(&['=', ',', '.', '[']);
        if name.is_empty() { Err("a name is missing".to_owned()) } else { Ok(name.into()) }
    }

    /// The value that stands in the place of `current` once the rest of the path and what follows it are read.
    fn rest(&mut self, current: Option<Value>, depth: usize) -> Result<Value, String> {
        if depth > DEPTH {
            return Err(format!("the path has more than {DEPTH} names"));
        }
        let current = current.map(|it| it.kind);
        if self.take('=') {
            return Ok(self.value());
        }
        if self.take('.') {
            let map = match current {
                Some(Kind::Map(map)) => map,
                _ => Map::default(),
            };
            let name = self.name()?;
            let inner = self.rest(map.get(&name), depth + 1)?;
            map.set(name, inner);
            return Ok(Value::new(Kind::Map(map)));
        }
        if self.take('[') {
            let number = self.until(&[']']);
            let at = number.parse::<usize>().ok().filter(|it| *it < ITEMS);
            let at = at.filter(|_| self.take(']')).ok_or_else(|| format!("`[{number}]` is no place in a list"))?;
            let mut items = match current {
                Some(Kind::List(items)) => items.to_vec(),
                _ => Vec::new(),
            };
            if items.len() <= at {
                items.resize(at + 1, Value::nil());
            }
            let inner = self.rest(items.get(at).cloned(), depth + 1)?;
            if let Some(item) = items.get_mut(at) {
                *item = inner;
            }
            return Ok(Value::list(items));
        }
        Err("a value is missing".to_owned())
    }

    fn value(&mut self) -> Value {
        if !self.take('{') {
            return self.typed(&[',']);
        }
        let mut items = Vec::new();
        while self.next().is_some_and(|it| it != '}') {
            items.push(self.typed(&[',', '}']));
            self.take(',');
        }
        self.take('}');
        Value::list(items)
    }

    fn typed(&mut self, ends: &[char]) -> Value {
        let start = self.at;
        let written = self.until(ends);
        let place = Some(Link::new(Span::new(self.source, start..self.at), Ground::Values));
        let is_number = written == "0" || !written.trim_start_matches('-').starts_with('0');
        let kind = match written.as_str() {
            "true" if !self.is_text => Kind::Bool(true),
            "false" if !self.is_text => Kind::Bool(false),
            "null" if !self.is_text => Kind::Nil,
            _ => match written.parse::<i64>().ok().filter(|_| is_number && !self.is_text) {
                Some(number) => Kind::Int(number),
                None => Kind::Text(Text::from_place(written, place.as_ref())),
            },
        };
        Value::new(kind).at(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(lines: &[(&str, bool)]) -> Result<String, String> {
        let values = Map::default();
        for (line, is_text) in lines {
            lay(SourceId(0), line, *is_text, &values)?;
        }
        Ok(Value::new(Kind::Map(values)).print().as_str().to_owned())
    }

    #[test]
    fn lines_mean_what_helm_s_guide_says() {
        // The examples of the section "The Format and Limitations of --set" of Helm's guide, and its neighbours.
        let cases: &[(&[&str], &str)] = &[
            (&["name=value"], "map[name:value]"),
            (&["a=b,c=d"], "map[a:b c:d]"),
            (&["outer.inner=value"], "map[outer:map[inner:value]]"),
            (&["name={a, b, c}"], "map[name:[a  b  c]]"),
            (&["name=[],a=null"], "map[a:<nil> name:[]]"),
            (&["servers[0].port=80"], "map[servers:[map[port:80]]]"),
            (&["servers[0].port=80,servers[0].host=example"], "map[servers:[map[host:example port:80]]]"),
            (&["name=value1\\,value2"], "map[name:value1,value2]"),
            (&["nodeSelector.kubernetes\\.io/role=master"], "map[nodeSelector:map[kubernetes.io/role:master]]"),
            (&["a[1]=x"], "map[a:[<nil> x]]"),
            (&["a=1", "a=2"], "map[a:2]"),
            (&["a.b=1", "a.c=2"], "map[a:map[b:1 c:2]]"),
            (&["a="], "map[a:]"),
            (&["a={}"], "map[a:[]]"),
            (&["a=0123,b=true"], "map[a:0123 b:true]"),
        ];
        for (lines, expected) in cases {
            let lines: Vec<(&str, bool)> = lines.iter().map(|it| (*it, false)).collect();
            assert_eq!(set(&lines).as_deref(), Ok(*expected), "{lines:?}");
        }
    }

    #[test]
    fn texts_stay_texts_and_mistakes_are_told() {
        let values = Map::default();
        lay(SourceId(0), "a=true,b=1", true, &values).expect("it is a line");
        assert!(values.entries().iter().all(|it| matches!(it.1.kind, Kind::Text(_))));
        for line in ["a", "a,b=1", "=1", "a[x]=1", "a[999999]=1", "a[0=1", ""] {
            assert!(set(&[(line, false)]).is_err(), "{line}");
        }
        let deep = format!("{}=1", vec!["a"; 40].join("."));
        assert!(set(&[(&deep, false)]).is_err());
    }
}
