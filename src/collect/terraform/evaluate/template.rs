//! Templates: strings with interpolations and directives. A text with unknown parts keeps the known ones.

use std::sync::Arc;

use crate::model::Limit;
use crate::model::{Cause, Node, Shape, Span, Unresolved, Value};
use crate::syntax::hcl::tree::{ForPart, IfPart, Part};

use super::json_text;
use super::loops::pairs;
use super::piece::Piece;
use super::scope::Scope;
use super::value::{Evaluated, Fault, as_bool, fault, open, text, type_name, unresolved};

/// A text being put together.
#[derive(Default)]
pub(crate) struct Pieces {
    pub(crate) all: Vec<Piece>,
    length: usize,
    secret: bool,
}

impl Pieces {
    pub(crate) fn text(&mut self, text: Arc<str>, span: Span) {
        self.length = self.length.saturating_add(text.len());
        self.all.push(Piece::Text(text, span));
    }

    /// A value as text; the parts of a text that is itself partly unknown become parts of this one.
    pub(crate) fn value(&mut self, node: &Node) -> Result<(), Box<Fault>> {
        match &node.value {
            Value::Unresolved(unknown) => {
                if let Shape::Template(parts) = &unknown.shape {
                    for part in parts.iter() {
                        match part {
                            Some(known) => self.text(known.as_str().into(), node.span),
                            None => self.all.push(Piece::Unknown(unknown.clone(), node.span)),
                        }
                    }
                } else {
                    self.all.push(Piece::Unknown(unknown.clone(), node.span));
                }
            }
            Value::Redacted => self.secret = true,
            Value::Map(_) | Value::List(_) => {
                let Some(json) = json_text::written(node) else {
                    self.all.push(Piece::Unknown(Box::new(json_text::unknown_within(node)), node.span));
                    return Ok(());
                };
                self.text(json.into(), node.span);
            }
            _ => match text(node) {
                Some(it) => self.text(it, node.span),
                None => return Err(fault(node.span, format!("a {} cannot be part of a text", type_name(node)))),
            },
        }
        Ok(())
    }

    /// The whole text, as far as it is known.
    pub(crate) fn node(self, span: Span) -> Node {
        if self.secret {
            return Node::new(Value::Redacted, span);
        }
        if self.length > Limit::TerraformTextBytes.value() {
            let cause = Cause::Limit("a text this long".into());
            return unresolved(cause, span, Shape::String, span);
        }
        let unknown = || {
            self.all.iter().filter_map(|it| match it {
                Piece::Unknown(unknown, _) => Some(unknown.clone()),
                Piece::Text(..) => None,
            })
        };
        // Of several causes, one that somebody can settle says most.
        let made = |it: &Unresolved| matches!(it.cause, Cause::AfterApply(_) | Cause::DataSource(_));
        let Some(first) = unknown().find(|it| !made(it)).or_else(|| unknown().next()) else {
            let mut whole = String::with_capacity(self.length);
            for piece in &self.all {
                if let Piece::Text(it, _) = piece {
                    whole.push_str(it);
                }
            }
            return Node::new(whole, span);
        };
        let mut parts: Vec<Option<String>> = Vec::new();
        for piece in self.all {
            match (piece, parts.last_mut()) {
                (Piece::Text(it, _), Some(Some(before))) => before.push_str(&it),
                (Piece::Text(it, _), _) => parts.push(Some(it.to_string())),
                (Piece::Unknown(..), Some(None)) => {}
                (Piece::Unknown(..), _) => parts.push(None),
            }
        }
        Node::unresolved(Unresolved { shape: Shape::Template(parts.into()), ..*first }, span)
    }
}

impl Scope<'_, '_> {
    pub(crate) fn template(&self, parts: &[Part], span: Span) -> Evaluated {
        match parts {
            // `"${x}"` is x itself, whatever its type.
            [Part::Interpolation(it)] => return self.expression(it),
            [Part::Literal(it, _)] => return Ok(Node::new(it.clone(), span)),
            _ => {}
        }
        let mut pieces = Pieces::default();
        self.pieces(parts, span, &mut pieces)?;
        if let Some(json) = json_text::read(&pieces.all, span) {
            return Ok(json);
        }
        Ok(pieces.node(span))
    }

    fn pieces(&self, parts: &[Part], span: Span, pieces: &mut Pieces) -> Result<(), Box<Fault>> {
        for part in parts {
            if pieces.length > Limit::TerraformTextBytes.value() {
                return Ok(());
            }
            match part {
                Part::Literal(it, place) => pieces.text(it.clone(), *place),
                Part::Interpolation(it) => {
                    let node = self.expression(it)?;
                    pieces.value(&node)?;
                }
                Part::If(it) => self.if_part(it, span, pieces)?,
                Part::For(it) => self.for_part(it, span, pieces)?,
            }
        }
        Ok(())
    }

    fn if_part(&self, it: &IfPart, span: Span, pieces: &mut Pieces) -> Result<(), Box<Fault>> {
        let test = self.expression(&it.test)?;
        match (as_bool(&test), test.as_unresolved()) {
            (Some(known), _) => self.pieces(if known { &it.yes } else { &it.no }, span, pieces),
            (None, Some(unknown)) => {
                pieces.all.push(Piece::Unknown(Box::new(unknown.clone()), test.span));
                Ok(())
            }
            (None, None) => Err(fault(test.span, "a condition must be true or false")),
        }
    }

    fn for_part(&self, it: &ForPart, span: Span, pieces: &mut Pieces) -> Result<(), Box<Fault>> {
        let collection = self.expression(&it.collection)?;
        if let Some(unknown) = open(&collection) {
            pieces.all.push(Piece::Unknown(Box::new(unknown), collection.span));
            return Ok(());
        }
        let Some(pairs) = pairs(&collection, self.makes_set(&it.collection)) else {
            return Err(fault(collection.span, format!("a loop cannot go through a {}", type_name(&collection))));
        };
        for (key, value) in pairs {
            let scope = self.looping(it.key_name.as_ref(), &it.value_name, key, value);
            scope.pieces(&it.parts, span, pieces)?;
            if pieces.length > Limit::TerraformTextBytes.value() {
                break;
            }
        }
        Ok(())
    }
}
