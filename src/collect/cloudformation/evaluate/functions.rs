//! Intrinsic functions, each with its documented result.

use crate::collect::cloudformation::words::{function, is_function};
use crate::model::{Cause, Entry, Node, Shape, Unresolved, Value};

use super::cidr;
use super::merge::either;
use super::pseudo::pseudo;
use super::text::{Text, substitutions};
use super::value::{Evaluator, Truth, taken, unresolved};

impl Evaluator<'_> {
    /// The value of a node; nothing where it is `AWS::NoValue` or null.
    pub(crate) fn value(&self, node: &Node, depth: usize) -> Option<Node> {
        if !self.step(depth) {
            let cause = Cause::Limit("values nested this deep".to_owned());
            return Some(unresolved(cause, node.span, Shape::Any, node));
        }
        match &node.value {
            Value::Null => None,
            Value::Map(map) => {
                if let Some(call) = function(node) {
                    return self.call(call, node, depth);
                }
                if let Some(other) = map.entries.iter().find(|it| it.name.starts_with("Fn::")) {
                    // A macro or loop beside what is stated may change any of it.
                    let cause = Cause::Expression(other.name.to_string());
                    return Some(unresolved(cause, other.node.span, Shape::Any, node));
                }
                let entry = |it: &Entry| Some(Entry::new(it.name.clone(), self.value(&it.node, depth + 1)?));
                let entries = map.entries.iter().filter_map(entry).collect();
                Some(Node { value: Node::map(entries, node.span).value, ..node.clone() })
            }
            Value::List(items) => {
                let items = items.iter().filter_map(|it| self.value(it, depth + 1)).collect();
                Some(Node { value: Value::List(items), ..node.clone() })
            }
            Value::String(text) if text.contains("{{resolve:") => {
                let mut built = Text::default();
                built.stated(text, node.span);
                Some(built.node(node))
            }
            _ => Some(node.clone()),
        }
    }

    fn call(&self, call: &Entry, at: &Node, depth: usize) -> Option<Node> {
        let argument = &call.node;
        let given = |number: usize| self.value(argument.items().get(number)?, depth + 1);
        let not_evaluated = |shape: Shape| {
            let cause = Cause::Expression(call.name.to_string());
            Some(unresolved(cause, at.span, shape, at))
        };
        match &*call.name {
            "Ref" => argument.as_str().map_or_else(|| not_evaluated(Shape::Any), |name| self.named(name, at)),
            "Fn::GetAtt" => match self.attribute(argument) {
                Some(name) => Some(unresolved(Cause::AfterApply(name), argument.span, Shape::Reference, at)),
                None => not_evaluated(Shape::Reference),
            },
            "Fn::Sub" => self.substituted(argument, at, depth),
            "Fn::Join" => self.joined(given(0), given(1), at),
            "Fn::If" => self.chosen(argument, at, depth),
            "Fn::FindInMap" => self.found_in_map(argument, at, depth),
            "Fn::Select" => self.selected(given(0)?, given(1)?, at),
            "Fn::Split" => split(&given(0)?, &given(1)?, at),
            // What is said, not how it is written: so that secrets in it are seen.
            "Fn::Base64" => self.value(argument, depth + 1).map(|it| Node { name_span: at.name_span, ..it }),
            // The contract of bodies: JSON text stays the object that it encodes.
            "Fn::ToJsonString" => self.value(argument, depth + 1).map(|it| Node { name_span: at.name_span, ..it }),
            "Fn::Length" => match self.value(argument, depth + 1)?.value {
                Value::List(items) => {
                    let length = i64::try_from(items.len()).unwrap_or(i64::MAX);
                    Some(Node { name_span: at.name_span, ..Node::new(length, at.span) })
                }
                _ => not_evaluated(Shape::Number),
            },
            "Fn::ImportValue" => {
                let name = self.value(argument, depth + 1);
                let name = name.as_ref().and_then(Node::as_str).unwrap_or("Fn::ImportValue").to_owned();
                Some(unresolved(Cause::ModuleOutput(name), argument.span, Shape::Reference, at))
            }
            "Fn::GetAZs" => {
                let cause = Cause::AfterApply("Fn::GetAZs".to_owned());
                Some(unresolved(cause, at.span, Shape::List, at))
            }
            "Fn::Cidr" => {
                let parts = [given(0), given(1), given(2)];
                let unknown = parts.iter().flatten().find_map(Node::as_unresolved).cloned();
                let unknown = unknown.map(|it| unresolved(it.cause, it.place, Shape::List, at));
                unknown.or_else(|| blocks(parts, at)).or_else(|| not_evaluated(Shape::List))
            }
            "Fn::And" | "Fn::Or" | "Fn::Not" | "Fn::Equals" => Some(match self.holds(at, depth + 1) {
                Truth::Known(it) => Node { name_span: at.name_span, ..Node::new(it, at.span) },
                Truth::Unknown(why) => {
                    let why = Unresolved { shape: Shape::Bool, ..*why };
                    Node { name_span: at.name_span, ..Node::unresolved(why, at.span) }
                }
            }),
            _ => not_evaluated(Shape::Any),
        }
    }

    /// What `Ref` gives: a parameter's value, what the deployment says, or the name of a resource.
    pub(super) fn named(&self, name: &str, at: &Node) -> Option<Node> {
        if name == "AWS::NoValue" {
            return None;
        }
        if let Some(said) = pseudo(name, at) {
            return Some(said);
        }
        if self.template.parameters.contains_key(name) {
            return Some(self.parameter(name, at));
        }
        let place = match self.template.names.get(name) {
            Some(place) => *place,
            None => {
                // A macro, loop or module may make what the template does not show.
                let is_made = self.template.modules.iter().any(|(it, _)| name.starts_with(it));
                if self.template.transforms.is_empty() && self.template.loops.is_empty() && !is_made {
                    self.problem(at.span, format!("nothing in this template is called {name}"));
                }
                at.span
            }
        };
        Some(unresolved(Cause::AfterApply(name.to_owned()), place, Shape::Reference, at))
    }

    /// `Logs.Arn`, from a list or a text with a dot.
    fn attribute(&self, argument: &Node) -> Option<String> {
        if let Some(text) = argument.as_str() {
            return Some(text.to_owned());
        }
        let name = argument.items().first()?.as_str()?;
        match argument.items().get(1).and_then(Node::as_str) {
            Some(attribute) => Some(format!("{name}.{attribute}")),
            None => Some(name.to_owned()),
        }
    }

    fn substituted(&self, argument: &Node, at: &Node, depth: usize) -> Option<Node> {
        let (template, given) = match argument.items() {
            [template, given, ..] => (template, Some(given)),
            [template] => (template, None),
            [] => (argument, None),
        };
        // The language allows only a literal here; where a function stands, its text is what is meant.
        let written = self.value(template, depth + 1);
        let Some(text) = written.as_ref().and_then(Node::as_str) else {
            return match written {
                Some(it) if it.as_unresolved().is_some() => Some(Node { name_span: at.name_span, ..it }),
                _ => Some(unresolved(Cause::Expression("Fn::Sub".to_owned()), at.span, Shape::String, at)),
            };
        };
        let mut built = Text::default();
        for (stated, name) in substitutions(text) {
            built.stated(stated, template.span);
            let Some(name) = name else { continue };
            if let Some(literal) = name.strip_prefix('!') {
                built.stated(&format!("${{{literal}}}"), template.span);
                continue;
            }
            let own = given.filter(|it| !is_function(it)).and_then(|it| it.get(name));
            let value = match own {
                Some(own) => self.value(own, depth + 1),
                None if name.contains('.') => {
                    let cause = Cause::AfterApply(name.to_owned());
                    Some(unresolved(cause, template.span, Shape::Reference, at))
                }
                None => self.named(name, at),
            };
            if let Some(value) = value {
                built.value(&value);
            }
        }
        Some(built.node(at))
    }

    fn joined(&self, delimiter: Option<Node>, list: Option<Node>, at: &Node) -> Option<Node> {
        let (Some(delimiter), Some(list)) = (delimiter, list) else {
            return Some(unresolved(Cause::Expression("Fn::Join".to_owned()), at.span, Shape::String, at));
        };
        if let Some(why) = list.as_unresolved() {
            let why = Unresolved { shape: Shape::String, ..why.clone() };
            return Some(Node { name_span: at.name_span, ..Node::unresolved(why, at.span) });
        }
        let mut built = Text::default();
        for (number, item) in list.items().iter().enumerate() {
            if number > 0 {
                built.value(&delimiter);
            }
            built.value(item);
        }
        Some(built.node(at))
    }

    fn chosen(&self, argument: &Node, at: &Node, depth: usize) -> Option<Node> {
        let [condition, yes, no, ..] = argument.items() else {
            return Some(unresolved(Cause::Expression("Fn::If".to_owned()), at.span, Shape::Any, at));
        };
        let truth = match condition.as_str() {
            Some(name) => self.condition(name, condition.span, depth + 1),
            None => self.holds(condition, depth + 1),
        };
        let placed = |node: &Node| self.value(node, depth + 1).map(|it| Node { name_span: at.name_span, ..it });
        match truth {
            Truth::Known(true) => placed(yes),
            Truth::Known(false) => placed(no),
            Truth::Unknown(why) => either(&[placed(yes), placed(no)], &why, at),
        }
    }

    /// Keys that are not known may be any: what all of them give is known all the same.
    fn found_in_map(&self, argument: &Node, at: &Node, depth: usize) -> Option<Node> {
        let given: Vec<Node> = argument.items().iter().filter_map(|it| self.value(it, depth + 1)).collect();
        let [map, first, second, ..] = given.as_slice() else {
            return Some(unresolved(Cause::Expression("Fn::FindInMap".to_owned()), at.span, Shape::Any, at));
        };
        let Some(mapping) = map.as_str().and_then(|it| self.template.mappings.get(it)) else {
            return Some(unresolved(Cause::Expression("Fn::FindInMap".to_owned()), at.span, Shape::Any, at));
        };
        let below = |nodes: Vec<&'_ Node>, key: &Node| -> Vec<Node> {
            let key = key.as_unresolved().is_none().then(|| key.scalar_text().unwrap_or_default());
            let found = nodes.into_iter().flat_map(Node::entries);
            found.filter(|it| key.as_deref().is_none_or(|key| key == &*it.name)).map(|it| it.node.clone()).collect()
        };
        let level = below(vec![mapping], first);
        let values = below(level.iter().collect(), second);
        let taken_from = |it: &Node| taken(it, at, format!("mapping {}", map.as_str().unwrap_or_default()));
        let why = first.as_unresolved().or(second.as_unresolved());
        match (values.as_slice(), why) {
            ([], _) => match given.get(3).and_then(|it| it.get("DefaultValue")) {
                Some(default) => Some(Node { name_span: at.name_span, ..default.clone() }),
                None => Some(unresolved(Cause::Expression("Fn::FindInMap".to_owned()), at.span, Shape::Any, at)),
            },
            ([only], None) => Some(taken_from(only)),
            (several, Some(why)) => either(&several.iter().map(|it| Some(taken_from(it))).collect::<Vec<_>>(), why, at),
            (several, None) => several.last().map(taken_from),
        }
    }

    fn selected(&self, number: Node, list: Node, at: &Node) -> Option<Node> {
        let number = number.scalar_text().and_then(|it| it.parse::<usize>().ok());
        if let (Some(number), Value::List(items)) = (number, &list.value)
            && let Some(item) = items.get(number)
        {
            return Some(Node { span: at.span, name_span: at.name_span, ..item.clone() });
        }
        let cause = match list.as_unresolved() {
            Some(why) => why.cause.clone(),
            None => Cause::Expression("Fn::Select".to_owned()),
        };
        Some(unresolved(cause, list.span, Shape::Reference, at))
    }
}

fn blocks(parts: [Option<Node>; 3], at: &Node) -> Option<Node> {
    let [block, count, bits] = parts.each_ref().map(|it| it.as_ref().and_then(Node::scalar_text));
    let made = block.zip(count?.trim().parse().ok()).zip(bits?.trim().parse().ok());
    let made = made.and_then(|((block, count), bits)| cidr::blocks(&block, count, bits));
    let items = made?.into_iter().map(|it| Node::new(it, at.span)).collect();
    Some(Node { name_span: at.name_span, ..Node::list(items, at.span) })
}

fn split(delimiter: &Node, text: &Node, at: &Node) -> Option<Node> {
    let parts = match (delimiter.as_str().filter(|it| !it.is_empty()), text.as_str()) {
        (Some(delimiter), Some(text)) => text.split(delimiter).map(|it| Node::new(it, at.span)).collect(),
        _ => {
            let cause = text.as_unresolved().map(|it| it.cause.clone());
            let cause = cause.unwrap_or_else(|| Cause::Expression("Fn::Split".to_owned()));
            return Some(unresolved(cause, text.span, Shape::List, at));
        }
    };
    Some(Node { name_span: at.name_span, ..Node::list(parts, at.span) })
}
