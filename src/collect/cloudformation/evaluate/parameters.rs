//! Parameters: their defaults, and what their type says where they have none.

use regex::RegexBuilder;

use crate::collect::cloudformation::template::is_hidden;
use crate::model::{Cause, Node, Shape, Unresolved, Value};

use super::value::{Evaluator, taken};

impl Evaluator<'_> {
    /// The value of a parameter, at the place that asks for it.
    pub(super) fn parameter(&self, name: &str, at: &Node) -> Node {
        let cached = self.parameters.borrow().get(name).cloned();
        let value = cached.unwrap_or_else(|| {
            let value = self
                .template
                .parameters
                .get(name)
                .map_or_else(|| Node::new(Value::Null, at.span), |it| self.stated(name, it));
            self.parameters.borrow_mut().insert(name.to_owned(), value.clone());
            value
        });
        match value.as_unresolved() {
            Some(_) => Node { span: at.span, name_span: at.name_span, ..value },
            None => match self.template.given.get(name) {
                Some(setting) => taken(&value, at, setting.note.to_string()),
                None => taken(&value, at, format!("the default of parameter {name}")),
            },
        }
    }

    fn stated(&self, name: &str, parameter: &Node) -> Node {
        let given = self.template.given.get(name).map(|it| &it.node);
        of(name, parameter, given.or_else(|| parameter.get("Default")))
    }
}

fn of(name: &str, parameter: &Node, stated: Option<&Node>) -> Node {
    let kind = parameter.get("Type").and_then(Node::as_str).unwrap_or("String");
    let place = parameter.name_span.unwrap_or(parameter.span);
    let default = stated.filter(|it| !it.is_null());
    if let Some(stored) = default.filter(|_| kind.starts_with("AWS::SSM::Parameter::Value")) {
        // The default names what the store holds; it is not the value.
        let cause = Cause::DataSource(stored.scalar_text().unwrap_or_else(|| name.to_owned()));
        return Node::unresolved(Unresolved { cause, place: stored.span, shape: shape(kind, parameter) }, stored.span);
    }
    let Some(default) = default else {
        let cause = Cause::Variable(name.to_owned());
        return Node::unresolved(Unresolved { cause, place, shape: shape(kind, parameter) }, place);
    };
    let is_secret = is_hidden(parameter);
    match default.as_str() {
        // A secret that the template itself states.
        _ if is_secret && default.scalar_text().is_some_and(|it| !it.is_empty()) => {
            Node { value: Value::Redacted, ..default.clone() }
        }
        Some(text) if is_list(kind) => {
            let items = text.split(',').map(|it| Node::new(it.trim(), default.span)).collect();
            Node { value: Value::List(items), ..default.clone() }
        }
        _ => default.clone(),
    }
}

fn is_list(kind: &str) -> bool {
    kind == "CommaDelimitedList" || kind.starts_with("List<")
}

/// What is known of a value that must be passed in.
fn shape(kind: &str, parameter: &Node) -> Shape {
    if is_list(kind) || kind.starts_with("AWS::SSM::Parameter::Value<List") || kind.contains("CommaDelimitedList") {
        return Shape::List;
    }
    let allowed = parameter.get("AllowedValues").map(Node::items).unwrap_or_default();
    let texts: Vec<String> = allowed.iter().filter_map(Node::scalar_text).collect();
    let all = |is: fn(&str) -> bool| !texts.is_empty() && texts.iter().all(|it| is(it));
    match kind {
        "Number" => Shape::Number,
        _ if all(|it| matches!(it, "true" | "false")) => Shape::Bool,
        _ if !texts.is_empty() => Shape::one_of_texts(texts),
        "String" if admits_no_word(parameter) => Shape::Reference,
        "String" => Shape::String,
        _ => Shape::Reference,
    }
}

/// Whether the pattern for a parameter lets through none of the words that policies look for: only names, ids, numbers.
fn admits_no_word(parameter: &Node) -> bool {
    const WORDS: &[&str] =
        &["", "*", "all", "0.0.0.0/0", "::/0", "true", "none", "HTTP", "public-read", "PublicRead", "AWS_IAM", "root"];
    const LONGEST: usize = 300;

    let Some(pattern) = parameter.get("AllowedPattern").and_then(Node::as_str).filter(|it| it.len() < LONGEST) else {
        return false;
    };
    // It must match the whole value.
    let whole = RegexBuilder::new(&format!("^(?:{pattern})$")).size_limit(1 << 16).build();
    whole.is_ok_and(|it| !WORDS.iter().any(|word| it.is_match(word)))
}
