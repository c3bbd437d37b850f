//! Texts put together from parts, and references to secrets and stored parameters within them.

use crate::model::{Cause, Node, Shape, Span, Unresolved, Value};

/// Longest text that is put together.
const LONGEST: usize = 1 << 20;

/// A text being put together. `None` stands for an unknown part.
#[derive(Default)]
pub(super) struct Text {
    parts: Vec<Option<String>>,
    first: Option<Unresolved>,
    length: usize,
    is_secret: bool,
    /// The only part, where there is one and it is unknown: it keeps its shape.
    only: Option<Shape>,
}

impl Text {
    /// Text of the template, with `{{resolve:..}}` taken for what it names.
    pub(super) fn stated(&mut self, text: &str, place: Span) {
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{{resolve:") {
            let Some((name, after)) = after.split_once("}}") else { break };
            self.known(before);
            let cause = Cause::DataSource(format!("{{{{resolve:{name}}}}}"));
            self.unknown(Unresolved { cause, place, shape: Shape::Reference });
            rest = after;
        }
        self.known(rest);
    }

    pub(super) fn value(&mut self, node: &Node) {
        match &node.value {
            Value::Unresolved(why) => match &why.shape {
                Shape::Template(parts) => {
                    for part in parts.iter() {
                        match part {
                            Some(text) => self.known(text),
                            None => self.unknown((**why).clone()),
                        }
                    }
                }
                _ => self.unknown((**why).clone()),
            },
            Value::Redacted => self.is_secret = true,
            _ => match node.scalar_text() {
                Some(text) => self.known(&text),
                None if node.is_null() => {}
                None => {
                    let cause = Cause::Expression("a list or map within a text".to_owned());
                    self.unknown(Unresolved { cause, place: node.span, shape: Shape::String });
                }
            },
        }
    }

    /// The whole text, as far as it is known.
    pub(super) fn node(self, at: &Node) -> Node {
        let value = match self.first {
            _ if self.is_secret => Value::Redacted,
            _ if self.length > LONGEST => {
                let cause = Cause::Limit("a text this long".to_owned());
                Value::Unresolved(Box::new(Unresolved { cause, place: at.span, shape: Shape::String }))
            }
            None => Value::from(self.parts.into_iter().flatten().collect::<String>()),
            Some(first) => {
                let shape = match (self.parts.as_slice(), self.only) {
                    ([None], Some(only)) => only,
                    _ => Shape::Template(self.parts.into()),
                };
                Value::Unresolved(Box::new(Unresolved { shape, ..first }))
            }
        };
        Node { name_span: at.name_span, ..Node::new(value, at.span) }
    }

    fn known(&mut self, text: &str) {
        if text.is_empty() || self.length > LONGEST {
            return;
        }
        self.length += text.len();
        match self.parts.last_mut() {
            Some(Some(before)) => before.push_str(text),
            _ => self.parts.push(Some(text.to_owned())),
        }
    }

    fn unknown(&mut self, why: Unresolved) {
        self.only = self.parts.is_empty().then(|| why.shape.clone());
        if self.parts.last() != Some(&None) {
            self.parts.push(None);
        }
        self.first.get_or_insert(why);
    }
}

/// A text as pairs: what is stated, and the name in `${..}` that follows it.
pub(super) fn substitutions(text: &str) -> Vec<(&str, Option<&str>)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${") {
        let Some((name, after)) = after.split_once('}') else { break };
        found.push((before, Some(name.trim())));
        rest = after;
    }
    found.push((rest, None));
    found
}
