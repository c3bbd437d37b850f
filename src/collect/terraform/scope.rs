//! All resources of one root module, and which of them are about which.

use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};

use crate::model::{Cause, Node, Shape, Span, Through, Unresolved, Value};

use super::reading::{may_be_any, read};
use super::resource::{Mode, Resource, parse_reference as reference_to, reference};

/// The one data source that is judged as if it were managed: what it says is a document, not something looked up.
const DOCUMENT: &str = "aws_iam_policy_document";

/// The type under which the tables know it.
pub const DATA_DOCUMENT: &str = "data.aws_iam_policy_document";

/// The resources of one root module with the modules it calls, by type and by address.
pub struct Scope<'a> {
    pub resources: &'a [Resource],
    /// Tags that providers put on all they make, by the beginning of their resources' types.
    pub default_tags: &'a [(String, Node)],
    by_type: HashMap<&'a str, Vec<&'a Resource>>,
    by_address: HashMap<&'a str, &'a Resource>,
    /// Instances by their address without the last key.
    by_base: HashMap<&'a str, Vec<&'a Resource>>,
    /// By type and argument, the resources that state each text there: filled when first asked for.
    by_text: RefCell<Texts>,
    /// The blocks of policy documents that others take: filled when first asked for.
    pub taken_documents: OnceCell<HashSet<Span>>,
}

/// By type and argument: the places, among the resources of the type, of those that state a text there.
type Texts = HashMap<(String, String), HashMap<String, Vec<usize>>>;

/// The resources of one join, by what they point to.
pub struct Joined<'a> {
    by_target: HashMap<&'a str, Vec<&'a Resource>>,
    unknown: Vec<(&'a Resource, Node)>,
}

impl<'a> Scope<'a> {
    pub fn new(resources: &'a [Resource], default_tags: &'a [(String, Node)]) -> Self {
        let mut scope = Self {
            resources,
            default_tags,
            by_type: HashMap::new(),
            by_address: HashMap::new(),
            by_base: HashMap::new(),
            by_text: RefCell::default(),
            taken_documents: OnceCell::new(),
        };
        for resource in resources {
            scope.by_address.insert(&resource.address, resource);
            if resource.mode == Mode::Data && resource.native_type == DOCUMENT {
                scope.by_type.entry(DATA_DOCUMENT).or_default().push(resource);
            }
            if resource.mode == Mode::Managed {
                scope.by_type.entry(&resource.native_type).or_default().push(resource);
                scope.by_base.entry(base(&resource.address)).or_default().push(resource);
            }
        }
        scope
    }

    /// Managed resources of a type, in the order of the source; documents under [`DATA_DOCUMENT`].
    pub fn of_type(&self, native_type: &str) -> &[&'a Resource] {
        self.by_type.get(native_type).map(Vec::as_slice).unwrap_or_default()
    }

    /// The resource at an address. Where an instance's key is missing or too much, the only instance is meant.
    pub fn resource(&self, address: &str) -> Option<&'a Resource> {
        let exact = self.by_address.get(address).copied();
        exact.or_else(|| match self.by_base.get(base(address)).map(Vec::as_slice) {
            Some([only]) => Some(only),
            _ => None,
        })
    }

    /// The resource of one of these types that a value names: by a reference, by the text its argument `name` holds, or
    /// by the same unresolved value there.
    pub fn target(&self, node: &Node, types: &[&str], name: &str) -> Option<&'a Resource> {
        if let Some(reference) = reference(node)
            && let Some(found) = self.resource(reference.address).filter(|it| types.contains(&&*it.native_type))
        {
            return Some(found);
        }
        if let Value::String(text) = &node.value {
            return self.named(text, types, name).or_else(|| self.taken_from(node, types));
        }
        let mut same = types
            .iter()
            .flat_map(|it| self.of_type(it))
            .filter(|it| it.body.get(name).is_some_and(|named| same_value(named, node)));
        same.next().copied().filter(|_| same.next().is_none())
    }

    /// The only resource of these types whose argument `name` is this text.
    fn named(&self, text: &str, types: &[&str], name: &str) -> Option<&'a Resource> {
        let mut texts = self.by_text.borrow_mut();
        let mut found = types.iter().flat_map(|native_type| {
            let all = self.of_type(native_type);
            let stated = texts.entry(((*native_type).to_owned(), name.to_owned())).or_insert_with(|| {
                let mut stated: HashMap<String, Vec<usize>> = HashMap::new();
                for (at, resource) in all.iter().enumerate() {
                    if let Some(text) = resource.body.get(name).and_then(Node::as_str) {
                        stated.entry(text.to_owned()).or_default().push(at);
                    }
                }
                stated
            });
            let places = stated.get(text).map(Vec::as_slice).unwrap_or_default();
            places.iter().filter_map(|at| all.get(*at).copied()).collect::<Vec<_>>()
        });
        found.next().filter(|_| found.next().is_none())
    }

    /// The resource of these types whose argument a text was taken from.
    fn taken_from(&self, node: &Node, types: &[&str]) -> Option<&'a Resource> {
        let taken = |it: &Through| reference_to(&it.note).and_then(|it| self.resource(it.address));
        let mut way = node.via.iter().flat_map(|it| it.iter()).filter_map(taken);
        way.find(|it| types.contains(&&*it.native_type))
    }

    /// Resources of the types `joining`, each with its target among resources of `types`: the one whose argument `to`
    /// holds the value that `by` names.
    pub fn join(&self, joining: &[&str], by: &str, types: &[&str], to: &str) -> Joined<'a> {
        let mut joined = Joined { by_target: HashMap::new(), unknown: Vec::new() };
        for resource in joining.iter().flat_map(|it| self.of_type(it)) {
            let Some(node) = read(&resource.body, by) else { continue };
            match self.target(&node, types, to) {
                Some(target) => joined.by_target.entry(&target.address).or_default().push(resource),
                None => joined.unknown.push((resource, node)),
            }
        }
        joined
    }

    /// Whether a name that is not known could be that of this resource.
    fn may_name(&self, node: &Node, resource: &Resource, to: &str) -> bool {
        if let Some(reference) = reference(node) {
            return base(reference.address) == base(&resource.address);
        }
        if !may_be_any(node) {
            return false;
        }
        match resource.body.get(to) {
            // What the provider names on apply is known to nobody who gives a variable its value before that.
            None => !is_variable(node),
            // Terraform makes one thing after another by references: a variable of its own names what is there already.
            Some(Node { value: Value::String(_), .. }) if is_variable(node) => false,
            Some(it) => may_be_same(it, node),
        }
    }
}

impl<'a> Joined<'a> {
    /// The resources of the join that are about one of these targets, or may be.
    pub fn spoken_for<'b>(
        &'b self,
        targets: &'b [&'a Resource],
        scope: &'b Scope<'a>,
        to: &'b str,
    ) -> impl Iterator<Item = &'a Resource> + 'b {
        let may = |node: &Node| targets.iter().any(|it| scope.may_name(node, it, to));
        let maybe = self.unknown.iter().filter(move |(_, node)| may(node)).map(|(it, _)| *it);
        self.by_target.values().flatten().copied().chain(maybe)
    }

    /// The resources that are about this one.
    pub fn about(&self, resource: &Resource) -> &[&'a Resource] {
        self.by_target.get(&*resource.address).map(Vec::as_slice).unwrap_or_default()
    }

    /// The resources that may be about this one, with the value that names their target.
    pub fn maybe_about<'b>(
        &'b self,
        resource: &'b Resource,
        scope: &'b Scope<'a>,
        to: &'b str,
    ) -> impl Iterator<Item = &'b (&'a Resource, Node)> {
        self.unknown.iter().filter(move |(_, node)| scope.may_name(node, resource, to))
    }
}

/// An address without the key of its last step.
fn base(address: &str) -> &str {
    match address.rfind('[') {
        Some(at) if address.ends_with(']') => address.get(..at).unwrap_or(address),
        _ => address,
    }
}

/// Whether all of a value is what a variable holds.
fn is_variable(node: &Node) -> bool {
    let whole = |it: &Unresolved| matches!(it.cause, Cause::Variable(_)) && !matches!(it.shape, Shape::Template(_));
    node.as_unresolved().is_some_and(whole)
}

/// Two names of one thing: the same text, or the same unresolved value.
fn same_value(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::String(one), Value::String(other)) => one == other,
        (Value::Unresolved(one), Value::Unresolved(other)) => one.cause == other.cause && one.shape == other.shape,
        _ => false,
    }
}

/// Whether two names could turn out the same: known ends must not differ.
fn may_be_same(one: &Node, other: &Node) -> bool {
    let (from, to) = (ends(one), ends(other));
    let agree = |one: &str, other: &str, starts: bool| match starts {
        true => one.starts_with(other) || other.starts_with(one),
        false => one.ends_with(other) || other.ends_with(one),
    };
    agree(&from.0, &to.0, true) && agree(&from.1, &to.1, false)
}

/// The known beginning and end of a text.
fn ends(node: &Node) -> (String, String) {
    match &node.value {
        Value::String(text) => (text.to_string(), text.to_string()),
        Value::Unresolved(it) => template_ends(it),
        _ => Default::default(),
    }
}

fn template_ends(unresolved: &Unresolved) -> (String, String) {
    let Shape::Template(parts) = &unresolved.shape else { return Default::default() };
    let first = parts.first().cloned().flatten().unwrap_or_default();
    let last = parts.last().cloned().flatten().unwrap_or_default();
    (first, last)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::collect::terraform::resource::from_json;
    use crate::model::{Cause, Entry, SourceId};

    use super::*;

    const SPAN: Span = Span { source: SourceId(0), start: 0, end: 1 };

    fn resource(address: &str, body: Node) -> Resource {
        let native_type = address.split('.').next().unwrap_or_default().to_owned();
        Resource {
            mode: Mode::Managed,
            address: address.to_owned(),
            module: String::new(),
            native_type,
            name: address.to_owned(),
            folder: camino::Utf8PathBuf::new(),
            body,
            exact: None,
            elsewhere: false,
            span: SPAN,
            name_span: SPAN,
            called_from: Vec::new(),
        }
    }

    fn named(bucket: Node) -> Node {
        Node::map(vec![Entry::new("bucket", bucket)], SPAN)
    }

    fn text(it: &str) -> Node {
        from_json(&it.into(), SPAN)
    }

    fn unknown(cause: Cause, shape: Shape) -> Node {
        Node::unresolved(Unresolved { cause, place: SPAN, shape }, SPAN)
    }

    fn variable(name: &str) -> Node {
        unknown(Cause::Variable(name.to_owned()), Shape::Any)
    }

    fn ending(end: &str) -> Node {
        let parts: Arc<[Option<String>]> = [None, Some(end.to_owned())].into();
        unknown(Cause::Variable("var.prefix".to_owned()), Shape::Template(parts))
    }

    fn after_apply(name: &str) -> Node {
        unknown(Cause::AfterApply(name.to_owned()), Shape::Reference)
    }

    /// Which buckets `by` is about, and which it may be about.
    fn join(buckets: &[(&str, Node)], by: Node) -> (Vec<String>, Vec<String>) {
        let bucket = |(key, name): &(&str, Node)| resource(&format!("a_b.{key}"), named(name.clone()));
        let mut resources: Vec<Resource> = buckets.iter().map(bucket).collect();
        resources.push(resource("versioning.x", named(by)));
        let scope = Scope::new(&resources, &[]);
        let joined = scope.join(&["versioning"], "bucket", &["a_b"], "bucket");
        let about = |it: &&&Resource| !joined.about(it).is_empty();
        let maybe = |it: &&&Resource| joined.maybe_about(it, &scope, "bucket").next().is_some();
        let addresses = |picked: Vec<&&Resource>| picked.iter().map(|it| it.address.clone()).collect();
        let all = scope.of_type("a_b");
        (addresses(all.iter().filter(about).collect()), addresses(all.iter().filter(maybe).collect()))
    }

    #[test]
    fn a_reference_names_its_target_and_no_other() {
        let buckets = [("a", text("one")), ("b", text("two"))];
        assert_eq!(join(&buckets, after_apply("a_b.a.id")), (vec!["a_b.a".to_owned()], vec![]));
        assert_eq!(join(&buckets, after_apply("a_b.a[0].id")), (vec!["a_b.a".to_owned()], vec![]));
        assert_eq!(join(&buckets, after_apply("elsewhere.a.id")), (vec![], vec![]));
    }

    #[test]
    fn of_two_with_one_name_the_one_is_meant_that_it_was_taken_from() {
        let buckets = [("a", text("one")), ("b", text("one"))];
        let taken = text("one").through(Through { note: "a_b.b.bucket".into(), span: SPAN });
        assert_eq!(join(&buckets, taken), (vec!["a_b.b".to_owned()], vec![]));
        assert_eq!(join(&buckets, text("one")), (vec![], vec![]));
    }

    #[test]
    fn the_same_name_is_the_same_thing_known_or_not() {
        let buckets = [("a", text("one")), ("b", variable("var.name"))];
        assert_eq!(join(&buckets, text("one")), (vec!["a_b.a".to_owned()], vec![]));
        assert_eq!(join(&buckets, variable("var.name")), (vec!["a_b.b".to_owned()], vec![]));
        assert_eq!(join(&buckets, text("three")), (vec![], vec![]));
    }

    #[test]
    fn a_name_that_nobody_knows_may_be_any_that_fits() {
        let buckets = [("a", text("shop-data")), ("b", text("shop-logs")), ("c", ending("-logs"))];
        let all = vec!["a_b.a".to_owned(), "a_b.b".to_owned(), "a_b.c".to_owned()];
        let open = unknown(Cause::Expression("a".to_owned()), Shape::Any);
        assert_eq!(join(&buckets, open), (vec![], all));
        assert_eq!(join(&buckets, variable("var.other")), (vec![], vec!["a_b.c".to_owned()]));
        assert_eq!(join(&buckets, ending("-data")), (vec![], vec!["a_b.a".to_owned()]));
        let remote = unknown(Cause::ModuleOutput("module.remote.bucket".to_owned()), Shape::Reference);
        assert_eq!(join(&buckets, remote), (vec![], vec![]));
    }
}
