//! A template's sections, and its resources as they are written.

use std::collections::HashMap;

use crate::model::{Entry, Node, Problem, Span, Value};

use super::given::Settings;
use super::serverless;

/// A template as written.
pub(super) struct Template<'t> {
    pub(super) parameters: HashMap<&'t str, &'t Node>,
    /// Values from outside, by the names of parameters.
    pub(super) given: &'t Settings,
    pub(super) mappings: HashMap<&'t str, &'t Node>,
    pub(super) conditions: HashMap<&'t str, &'t Node>,
    pub(super) resources: Vec<Written>,
    /// What SAM lays under all functions, APIs and tables.
    pub(super) globals: Option<&'t Node>,
    /// Names of resources, those that a loop makes left out.
    pub(super) names: HashMap<String, Span>,
    /// Macros that the template names, each with its place.
    pub(super) transforms: Vec<&'t Node>,
    /// Loops among the resources.
    pub(super) loops: Vec<&'t Node>,
    /// Modules among the resources, by name: they make resources whose names begin with theirs.
    pub(super) modules: Vec<(&'t str, &'t Node)>,
    /// What stands among the resources and is none.
    pub(super) problems: Vec<Problem>,
}

/// One resource as written, with what SAM's globals add.
pub(super) struct Written {
    pub(super) name: String,
    pub(super) native_type: String,
    pub(super) node: Node,
    /// Where its logical id stands.
    pub(super) name_span: Span,
}

/// Why a document is no template.
pub(super) enum Nothing {
    NoResources,
    /// The resources have no names.
    Unnamed(Span),
    NoTypes,
}

impl<'t> Template<'t> {
    /// The sections that values come from, without the resources.
    pub(super) fn values(document: &'t Node, given: &'t Settings) -> Self {
        Self {
            parameters: section_of(document, "Parameters"),
            given,
            mappings: section_of(document, "Mappings"),
            conditions: section_of(document, "Conditions"),
            resources: Vec::new(),
            globals: document.get("Globals"),
            names: HashMap::new(),
            transforms: Vec::new(),
            loops: Vec::new(),
            modules: Vec::new(),
            problems: Vec::new(),
        }
    }

    pub(super) fn read(document: &'t Node, given: &'t Settings) -> Result<Self, Nothing> {
        let section = document.get("Resources").ok_or(Nothing::NoResources)?;
        if !matches!(section.value, Value::Map(_)) {
            return Err(Nothing::Unnamed(section.span));
        }
        let globals = document.get("Globals");
        let mut resources = Vec::new();
        let mut loops = Vec::new();
        let mut modules = Vec::new();
        let mut problems = Vec::new();
        for Entry { name, node } in section.entries() {
            if name.starts_with("Fn::") {
                loops.push(node);
                continue;
            }
            if node.get("Type").is_some_and(|it| it.as_str().is_none_or(|it| it.ends_with("::MODULE"))) {
                modules.push((&**name, node));
            }
            let Some(native_type) = node.get("Type").and_then(Node::as_str).filter(|it| it.contains("::")) else {
                if !modules.iter().any(|(it, _)| *it == &**name) {
                    let place = node.name_span.unwrap_or(node.span);
                    problems.push(Problem::at(place, format!("{name} is no resource: it has no type")));
                }
                continue;
            };
            resources.push(Written {
                name: name.to_string(),
                native_type: native_type.to_owned(),
                node: serverless::with_globals(globals, native_type, node),
                name_span: node.name_span.unwrap_or(node.span),
            });
        }
        if resources.is_empty() && loops.is_empty() {
            return Err(Nothing::NoTypes);
        }
        let transforms = document.get("Transform").map(|it| match it.items() {
            [] => vec![it],
            items => items.iter().collect(),
        });
        Ok(Self {
            names: resources.iter().map(|it| (it.name.clone(), it.name_span)).collect(),
            resources,
            transforms: transforms.unwrap_or_default(),
            loops,
            modules,
            problems,
            ..Self::values(document, given)
        })
    }

    /// Values of parameters that must not be shown.
    pub(super) fn secrets(&self) -> impl Iterator<Item = Span> {
        let hidden = self.parameters.iter().filter(|(_, it)| is_hidden(it));
        let given = |name: &str| self.given.get(name).map(|it| &it.node);
        let values = hidden.flat_map(move |(name, it)| it.get("Default").into_iter().chain(given(name)));
        values.filter(|it| it.scalar_text().is_some_and(|it| !it.is_empty())).map(|it| it.span)
    }
}

/// Whether a parameter's value must not be shown.
pub(super) fn is_hidden(parameter: &Node) -> bool {
    parameter.get("NoEcho").is_some_and(|it| it.as_bool() == Some(true) || it.as_str() == Some("true"))
}

fn section_of<'t>(document: &'t Node, name: &str) -> HashMap<&'t str, &'t Node> {
    let entries = document.get(name).map(Node::entries).unwrap_or_default();
    entries.iter().map(|it| (&*it.name, &it.node)).collect()
}
