//! Values of templates: as Go has them, each with the place that it was written at.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::bounds::Bounds;
use super::fault::Fault;
use super::text::{Builder, Link, Open, Text};

/// A value, and where it was written.
#[derive(Clone, Debug)]
pub(crate) struct Value {
    pub(crate) kind: Kind,
    pub(crate) place: Option<Rc<Link>>,
}

#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Nil,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(Text),
    List(Rc<Vec<Value>>),
    Map(Map),
    Object(Rc<dyn Object>),
    /// A value that only an installation has.
    Open(Rc<Open>),
}

/// A map that `set` and its kin change in place, as in Go.
#[derive(Clone, Debug, Default)]
pub(crate) struct Map {
    entries: Rc<RefCell<BTreeMap<Rc<str>, Value>>>,
}

/// What Helm gives to templates beside plain values: `.Files`, `.Capabilities`.
pub(crate) trait Object: std::fmt::Debug {
    /// What `{{ . }}` prints.
    fn text(&self) -> String;
    fn field(&self, name: &str) -> Option<Value>;
    /// What a method gives, where there is one of this name.
    fn call(&self, name: &str, arguments: &[Value]) -> Option<Result<Value, Fault>>;
    /// What `range` goes over.
    fn entries(&self) -> Vec<(Rc<str>, Value)>;
}

impl Map {
    pub(crate) fn get(&self, name: &str) -> Option<Value> {
        self.entries.borrow().get(name).cloned()
    }

    pub(crate) fn set(&self, name: impl Into<Rc<str>>, value: Value) {
        self.entries.borrow_mut().insert(name.into(), value);
    }

    pub(crate) fn remove(&self, name: &str) {
        self.entries.borrow_mut().remove(name);
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.entries.borrow().contains_key(name)
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.borrow().len()
    }

    /// The entries by name.
    pub(crate) fn entries(&self) -> Vec<(Rc<str>, Value)> {
        self.entries.borrow().iter().map(|(name, value)| (name.clone(), value.clone())).collect()
    }

    /// Another map of the same entries.
    pub(crate) fn copy(&self) -> Self {
        self.entries().into_iter().collect()
    }

    pub(crate) fn is_same(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.entries, &other.entries)
    }
}

impl<N: Into<Rc<str>>> FromIterator<(N, Value)> for Map {
    fn from_iter<I: IntoIterator<Item = (N, Value)>>(entries: I) -> Self {
        let entries = entries.into_iter().map(|(name, value)| (name.into(), value)).collect();
        Self { entries: Rc::new(RefCell::new(entries)) }
    }
}

impl Value {
    pub(crate) fn new(kind: Kind) -> Self {
        Self { kind, place: None }
    }

    pub(crate) fn nil() -> Self {
        Self::new(Kind::Nil)
    }

    pub(crate) fn list(items: Vec<Self>) -> Self {
        Self::new(Kind::List(Rc::new(items)))
    }

    pub(crate) fn map<N: Into<Rc<str>>>(entries: impl IntoIterator<Item = (N, Self)>) -> Self {
        Self::new(Kind::Map(entries.into_iter().collect()))
    }

    pub(crate) fn open(open: Open) -> Self {
        Self::new(Kind::Open(Rc::new(open)))
    }

    pub(crate) fn at(mut self, place: Option<Rc<Link>>) -> Self {
        self.place = place;
        self
    }

    pub(crate) fn is_nil(&self) -> bool {
        matches!(self.kind, Kind::Nil)
    }

    /// Why the value, or a part of its text, is not known.
    pub(crate) fn unknown(&self) -> Option<&Rc<Open>> {
        match &self.kind {
            Kind::Open(open) => Some(open),
            Kind::Text(text) => text.open(),
            _ => None,
        }
    }

    /// Whether `if` takes the value for true. What an installation gives is there.
    pub(crate) fn is_true(&self) -> bool {
        match &self.kind {
            Kind::Nil => false,
            Kind::Bool(it) => *it,
            Kind::Int(it) => *it != 0,
            Kind::Float(it) => *it != 0.0,
            Kind::Text(it) => !it.text.is_empty(),
            Kind::List(it) => !it.is_empty(),
            Kind::Map(it) => it.len() > 0,
            Kind::Object(_) | Kind::Open(_) => true,
        }
    }

    /// As Go's `fmt` prints it, with the places of what is printed.
    pub(crate) fn print(&self) -> Text {
        match &self.kind {
            Kind::Text(text) if text.marks.is_empty() => Text::from_place(text.text.clone(), self.place.as_ref()),
            Kind::Text(text) => text.clone(),
            Kind::Open(open) => Text::unknown(open, self.place.as_ref()),
            _ => {
                let mut builder = Builder::default();
                self.print_to(&mut builder, &mut Bounds::new());
                let text = builder.finish();
                if text.marks.is_empty() { Text::from_place(text.text, self.place.as_ref()) } else { text }
            }
        }
    }

    fn print_to(&self, builder: &mut Builder, bounds: &mut Bounds) {
        if !bounds.enter() {
            builder.is_cut = true;
            return;
        }
        match &self.kind {
            Kind::Nil => builder.push_str("<nil>"),
            Kind::Bool(it) => builder.push_str(if *it { "true" } else { "false" }),
            Kind::Int(it) => builder.push_str(&it.to_string()),
            Kind::Float(it) => builder.push_str(&float_text(*it)),
            Kind::Text(_) | Kind::Open(_) => builder.push(&self.print()),
            Kind::Object(it) => builder.push_str(&it.text()),
            Kind::List(items) => {
                builder.push_str("[");
                for (at, item) in items.iter().enumerate() {
                    builder.push_str(if at > 0 { " " } else { "" });
                    item.print_to(builder, bounds);
                }
                builder.push_str("]");
            }
            Kind::Map(map) => {
                builder.push_str("map[");
                for (at, (name, value)) in map.entries().into_iter().enumerate() {
                    builder.push_str(if at > 0 { " " } else { "" });
                    builder.push_str(&name);
                    builder.push_str(":");
                    value.print_to(builder, bounds);
                }
                builder.push_str("]");
            }
        }
        bounds.leave();
    }

    /// A value that shares no map with this one; nothing where it is too large, or holds itself.
    pub(crate) fn copied(&self) -> Option<Self> {
        let mut bounds = Bounds::new();
        let copied = self.copy_within(&mut bounds);
        (!bounds.are_met()).then_some(copied)
    }

    fn copy_within(&self, bounds: &mut Bounds) -> Self {
        if !bounds.enter() {
            return Self::nil();
        }
        let copied = match &self.kind {
            Kind::Map(map) => Self::map(map.entries().into_iter().map(|(name, it)| (name, it.copy_within(bounds)))),
            Kind::List(items) => Self::list(items.iter().map(|it| it.copy_within(bounds)).collect()),
            _ => self.clone(),
        };
        bounds.leave();
        copied.at(self.place.clone())
    }

    /// The text of a text; what `print` gives of anything else, and nothing of nothing.
    pub(crate) fn text(&self) -> Text {
        if self.is_nil() { Text::plain("") } else { self.print() }
    }
}

/// A number as Go prints it: `1e+06` from a million on.
fn float_text(number: f64) -> String {
    if !number.is_finite() {
        return if number.is_nan() {
            "NaN"
        } else if number > 0.0 {
            "+Inf"
        } else {
            "-Inf"
        }
        .to_owned();
    }
    let scientific = format!("{number:e}");
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    match exponent.parse::<i32>() {
        Ok(exponent) if !(-4..6).contains(&exponent) => {
            format!("{digits}e{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.abs())
        }
        _ => number.to_string(),
    }
}

impl From<Text> for Value {
    fn from(it: Text) -> Self {
        Self::new(Kind::Text(it))
    }
}

impl From<&str> for Value {
    fn from(it: &str) -> Self {
        Self::new(Kind::Text(Text::plain(it)))
    }
}

impl From<String> for Value {
    fn from(it: String) -> Self {
        Self::new(Kind::Text(Text::plain(it)))
    }
}

impl From<bool> for Value {
    fn from(it: bool) -> Self {
        Self::new(Kind::Bool(it))
    }
}

impl From<i64> for Value {
    fn from(it: i64) -> Self {
        Self::new(Kind::Int(it))
    }
}

impl From<f64> for Value {
    fn from(it: f64) -> Self {
        Self::new(Kind::Float(it))
    }
}
