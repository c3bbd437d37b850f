//! Saved evidence to the document it was.

use std::collections::{BTreeMap, BTreeSet};

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::Value as Json;
use thiserror::Error;

use crate::model::assessment::SCHEMA_VERSION;
use crate::model::document::Document;
use crate::model::evidence::Evidence;
use crate::model::node::{Entry, Node, Origin, Through, Value};
use crate::model::source::{Position, Source, Sources};
use crate::model::span::{SourceId, Span};
use crate::model::unresolved::{Choice, Shape, Unresolved};

use super::form::{Place, SavedChoice, SavedDocument, SavedEvidence, SavedShape, SavedThrough, SavedUnresolved};
use super::pointer::below;

/// Why saved evidence cannot be judged. Whoever saved it must mend it.
#[derive(Debug, Error)]
pub enum SavedError {
    #[error("not evidence as `gapcheck collect` writes it: {0}")]
    Form(#[from] serde_json::Error),
    #[error("evidence of schema version {0}, and this program reads version {SCHEMA_VERSION}")]
    Version(String),
    #[error("{id} has the format {format}, which this program does not know")]
    Format { id: String, format: String },
}

/// Reads a saved document. `formats` are the names of the collectors.
pub fn read(text: &str, formats: &[&'static str]) -> Result<Document, SavedError> {
    let json: Json = serde_json::from_str(text)?;
    let version = json.get("schema_version").and_then(Json::as_str).unwrap_or_default();
    if !version.is_empty() && version != SCHEMA_VERSION {
        return Err(SavedError::Version(version.to_owned()));
    }
    let saved: SavedDocument = serde_json::from_value(json)?;
    let mut files = Files::of(&saved);
    let evidence = saved.evidence.into_iter().map(|it| evidence(it, formats, &mut files)).collect::<Result<_, _>>()?;
    let mut sources = Sources::default();
    for (path, positions) in files.paths.into_iter().zip(files.positions) {
        sources.add(Source::recorded(path, positions));
    }
    Ok(Document {
        repository: saved.run.repository,
        ledger: saved.ledger,
        evidence,
        sources,
        suppressions: saved.suppressions,
        notes: Vec::new(),
        focus: None,
    })
}

/// The files that places lie in, and the positions recorded of each.
struct Files {
    paths: Vec<Utf8PathBuf>,
    ids: BTreeMap<Utf8PathBuf, SourceId>,
    positions: Vec<BTreeSet<Position>>,
}

impl Files {
    fn of(saved: &SavedDocument) -> Self {
        let mut files = Self { paths: Vec::new(), ids: BTreeMap::new(), positions: Vec::new() };
        for path in &saved.sources {
            files.id(path);
        }
        files
    }

    fn id(&mut self, path: &Utf8Path) -> SourceId {
        if let Some(id) = self.ids.get(path) {
            return *id;
        }
        let id = SourceId(u32::try_from(self.paths.len()).unwrap_or(u32::MAX));
        self.paths.push(path.to_owned());
        self.positions.push(BTreeSet::new());
        self.ids.insert(path.to_owned(), id);
        id
    }

    fn span(&mut self, file: &Utf8Path, start: Position, end: Position) -> Span {
        let source = self.id(file);
        if let Some(positions) = self.positions.get_mut(source.0 as usize) {
            positions.extend([start, end]);
        }
        Span { source, start: start.byte, end: end.byte.max(start.byte) }
    }

    fn place(&mut self, own: &Utf8Path, place: &Place) -> Span {
        let start = Position { line: place.line, column: place.column, byte: place.byte };
        let end = Position { line: place.end_line, column: place.end_column, byte: place.end_byte };
        self.span(place.file.as_deref().unwrap_or(own), start, end)
    }

    fn through(&mut self, own: &Utf8Path, places: &[SavedThrough]) -> Vec<Through> {
        let place = |it: &SavedThrough| Through { note: it.note.as_str().into(), span: self.place(own, &it.place) };
        places.iter().map(place).collect()
    }
}

fn evidence(saved: SavedEvidence, formats: &[&'static str], files: &mut Files) -> Result<Evidence, SavedError> {
    let Some(format) = formats.iter().find(|it| **it == saved.format) else {
        return Err(SavedError::Format { id: saved.id, format: saved.format });
    };
    let own = saved.source.file.clone();
    let span = files.span(&own, saved.source.start, saved.source.end);
    let name_span = files.place(&own, &saved.name_place);
    let called_from = files.through(&own, &saved.called_from);
    let mut reader = Reader {
        saved: &saved,
        unresolved: saved.unresolved.iter().map(|it| (it.path.as_str(), it)).collect(),
        defaults: saved.defaults.iter().map(String::as_str).collect(),
        redacted: saved.redacted.iter().map(String::as_str).collect(),
        fallback: name_span,
        files,
    };
    let facts = reader.node(&saved.facts, "");
    Ok(Evidence {
        id: saved.id,
        kind: saved.kind,
        name: saved.name,
        format,
        provider: saved.provider,
        native_type: saved.native_type,
        address: saved.address,
        span,
        name_span,
        called_from,
        facts,
    })
}

/// Reads the facts of one item.
struct Reader<'a> {
    saved: &'a SavedEvidence,
    unresolved: BTreeMap<&'a str, &'a SavedUnresolved>,
    defaults: BTreeSet<&'a str>,
    redacted: BTreeSet<&'a str>,
    /// For values whose place was not recorded.
    fallback: Span,
    files: &'a mut Files,
}

impl Reader<'_> {
    fn node(&mut self, json: &Json, path: &str) -> Node {
        let value = self.value(json, path);
        let own = &self.saved.source.file;
        let place = self.saved.places.get(path).map(|it| self.files.place(own, it));
        let name_span = self.saved.names.get(path).map(|it| self.files.place(own, it));
        let via = self.saved.via.get(path).map(|it| self.files.through(own, it).into());
        let origin = if self.defaults.contains(path) { Origin::Default } else { Origin::Stated };
        Node { value, span: place.unwrap_or(self.fallback), name_span, origin, via }
    }

    fn value(&mut self, json: &Json, path: &str) -> Value {
        if let Some(it) = self.unresolved.get(path) {
            let place = self.files.place(&self.saved.source.file, &it.place);
            return Value::Unresolved(Box::new(Unresolved { cause: it.cause.clone(), place, shape: shape(&it.shape) }));
        }
        if self.redacted.contains(path) {
            return Value::Redacted;
        }
        match json {
            Json::Null => Value::Null,
            Json::Bool(it) => Value::Bool(*it),
            Json::Number(it) => Value::Number(it.clone()),
            Json::String(it) => Value::from(it.as_str()),
            Json::Array(items) => {
                let item = |(at, it): (usize, &Json)| self.node(it, &below(path, &at.to_string()));
                Value::List(items.iter().enumerate().map(item).collect())
            }
            Json::Object(entries) => {
                let entry = |(name, it): (&String, &Json)| Entry::new(name.as_str(), self.node(it, &below(path, name)));
                Value::Map(crate::model::node::Map { entries: entries.iter().map(entry).collect() })
            }
        }
    }
}

fn shape(shape: &SavedShape) -> Shape {
    match shape {
        SavedShape::Any => Shape::Any,
        SavedShape::Given => Shape::Given,
        SavedShape::Reference => Shape::Reference,
        SavedShape::Template(parts) => Shape::Template(parts.as_slice().into()),
        SavedShape::Bool => Shape::Bool,
        SavedShape::Number => Shape::Number,
        SavedShape::String => Shape::String,
        SavedShape::List => Shape::List,
        SavedShape::Map => Shape::Map,
        SavedShape::OneOf(choices) => Shape::OneOf(choices.iter().map(choice).collect()),
    }
}

fn choice(choice: &SavedChoice) -> Choice {
    match choice {
        SavedChoice::Value(it) => Choice::Value(it.clone()),
        SavedChoice::Open(it) => Choice::Open(shape(it)),
    }
}
