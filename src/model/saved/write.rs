//! A document to its saved form.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use crate::model::assessment::{Run, SCHEMA_VERSION, Tool};
use crate::model::document::Document;
use crate::model::evidence::Evidence;
use crate::model::node::{Node, Origin, REDACTED, Through, Value};
use crate::model::source::Sources;
use crate::model::span::{SourceId, Span};
use crate::model::unresolved::{Cause, Choice, Shape};

use super::form::{Place, SavedChoice, SavedDocument, SavedEvidence, SavedShape, SavedThrough, SavedUnresolved};
use super::pointer::below;

/// Facts deeper than this could not be read again: JSON readers stop at 128 levels, of which a document's frame takes four.
const DEPTH: usize = 100;

/// The document as it leaves the program. `date` is the day of the run.
pub fn save(document: &Document, tool: Tool, date: &str) -> SavedDocument {
    let mut used = BTreeSet::new();
    let evidence = document
        .evidence
        .iter()
        .map(|it| Writer { sources: &document.sources, own: it.span.source, used: &mut used }.evidence(it))
        .collect();
    SavedDocument {
        schema_version: SCHEMA_VERSION.to_owned(),
        tool,
        run: Run {
            date: date.to_owned(),
            root: ".".to_owned(),
            repository: document.repository.clone(),
            examination: None,
        },
        ledger: document.ledger.clone(),
        sources: used.into_iter().map(|id| document.sources.path(id).to_owned()).collect(),
        evidence,
        suppressions: document.suppressions.clone(),
    }
}

/// Writes one item.
struct Writer<'a> {
    sources: &'a Sources,
    /// The item's own file.
    own: SourceId,
    used: &'a mut BTreeSet<SourceId>,
}

impl Writer<'_> {
    fn evidence(&mut self, evidence: &Evidence) -> SavedEvidence {
        self.used.insert(self.own);
        let mut saved = SavedEvidence {
            id: evidence.id.clone(),
            kind: evidence.kind,
            name: evidence.name.clone(),
            format: evidence.format.to_owned(),
            provider: evidence.provider.clone(),
            native_type: evidence.native_type.clone(),
            address: evidence.address.clone(),
            source: self.sources.location(evidence.span),
            name_place: self.place(evidence.name_span),
            called_from: self.through(&evidence.called_from),
            facts: Json::Null,
            places: BTreeMap::new(),
            names: BTreeMap::new(),
            unresolved: Vec::new(),
            defaults: Vec::new(),
            redacted: Vec::new(),
            via: BTreeMap::new(),
        };
        saved.facts = self.node(&evidence.facts, String::new(), 0, &mut saved);
        saved
    }

    /// The plain JSON of a node; what JSON cannot say goes into `saved`.
    fn node(&mut self, node: &Node, path: String, depth: usize, saved: &mut SavedEvidence) -> Json {
        let json = match &node.value {
            Value::List(_) | Value::Map(_) if depth >= DEPTH => {
                let (cause, place) = (Cause::Limit("nesting".to_owned()), self.place(node.span));
                let shape = SavedShape::Any;
                saved.unresolved.push(SavedUnresolved { path: path.clone(), cause, shape, place });
                Json::Null
            }
            Value::Null => Json::Null,
            Value::Bool(it) => Json::Bool(*it),
            Value::Number(it) => Json::Number(it.clone()),
            Value::String(it) => Json::String(it.to_string()),
            Value::List(items) => {
                let item = |(at, it): (usize, &Node)| self.node(it, below(&path, &at.to_string()), depth + 1, saved);
                Json::Array(items.iter().enumerate().map(item).collect())
            }
            Value::Map(map) => {
                let mut entries = serde_json::Map::new();
                for it in map.entries.iter() {
                    let child = self.node(&it.node, below(&path, &it.name), depth + 1, saved);
                    entries.insert(it.name.to_string(), child);
                }
                Json::Object(entries)
            }
            Value::Unresolved(it) => {
                let place = self.place(it.place);
                let shape = shape(&it.shape);
                saved.unresolved.push(SavedUnresolved { path: path.clone(), cause: it.cause.clone(), shape, place });
                Json::Null
            }
            Value::Redacted => {
                saved.redacted.push(path.clone());
                Json::String(REDACTED.to_owned())
            }
        };
        if node.origin == Origin::Default {
            saved.defaults.push(path.clone());
        }
        if let Some(name) = node.name_span {
            saved.names.insert(path.clone(), self.place(name));
        }
        if let Some(via) = &node.via {
            saved.via.insert(path.clone(), self.through(via));
        }
        saved.places.insert(path, self.place(node.span));
        json
    }

    fn through(&mut self, places: &[Through]) -> Vec<SavedThrough> {
        places.iter().map(|it| SavedThrough { note: it.note.to_string(), place: self.place(it.span) }).collect()
    }

    fn place(&mut self, span: Span) -> Place {
        self.used.insert(span.source);
        let location = self.sources.location(span);
        Place {
            file: (span.source != self.own).then_some(location.file),
            line: location.start.line,
            column: location.start.column,
            byte: location.start.byte,
            end_line: location.end.line,
            end_column: location.end.column,
            end_byte: location.end.byte,
        }
    }
}

fn shape(shape: &Shape) -> SavedShape {
    match shape {
        Shape::Any => SavedShape::Any,
        Shape::Given => SavedShape::Given,
        Shape::Reference => SavedShape::Reference,
        Shape::Template(parts) => SavedShape::Template(parts.to_vec()),
        Shape::Bool => SavedShape::Bool,
        Shape::Number => SavedShape::Number,
        Shape::String => SavedShape::String,
        Shape::List => SavedShape::List,
        Shape::Map => SavedShape::Map,
        Shape::OneOf(choices) => SavedShape::OneOf(choices.iter().map(choice).collect()),
    }
}

fn choice(choice: &Choice) -> SavedChoice {
    match choice {
        Choice::Value(it) => SavedChoice::Value(it.clone()),
        Choice::Open(it) => SavedChoice::Open(shape(it)),
    }
}
