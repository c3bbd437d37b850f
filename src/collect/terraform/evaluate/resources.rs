//! Resource and data blocks to their instances.

use std::rc::Rc;

use crate::model::{Entry, Node, Value};

use super::super::policy_document;
use super::super::published;
use super::super::resource::{Mode, Resource};
use super::choices::widened;
use super::expand::Keys;
use super::reference::local_address;
use super::scope::{Called, Expanded, Instance, Scope, Slot};
use super::value::{ADDRESS, SYMBOLIC};

/// Arguments of the language itself, not of the resource.
pub(crate) const META: &[&str] = &["count", "for_each", "provider", "depends_on"];

/// Arguments of a call that are no inputs of the module.
const OF_CALLS: &[&str] = &["count", "for_each", "providers", "depends_on", "source", "version"];

impl<'p> Instance<'p> {
    /// The instances of the resource block with a number; nothing while they are being made.
    pub(crate) fn expanded(&self, at: usize) -> Option<Rc<Expanded>> {
        match self.resources.borrow().get(&at) {
            Some(Slot::Done(it)) => return Some(it.clone()),
            Some(Slot::Busy) => return None,
            None => {}
        }
        self.resources.borrow_mut().insert(at, Slot::Busy);
        let made = Rc::new(self.apart(|| self.expand(at)));
        self.resources.borrow_mut().insert(at, Slot::Done(made.clone()));
        Some(made)
    }

    fn expand(&self, at: usize) -> Expanded {
        let Some((mode, block)) = self.folder.resources.get(at).map(|it| (it.mode, &it.block)) else {
            return Expanded { resources: Vec::new(), value: Node::new(Value::Null, self.folder.place) };
        };
        let (kind, name) = (block.label(0).cloned().unwrap_or_default(), block.label(1).cloned().unwrap_or_default());
        let scope = Scope::of(self);
        let keys = scope.keys(&block.body);
        let address = self.within(&local_address(mode, &kind, &name));
        let mut resources = Vec::with_capacity(keys.len());
        let mut values = Vec::with_capacity(keys.len());
        for each in 0..keys.len() {
            let scope = scope.each(&keys, each, block.span);
            let exact = scope.body(&block.body, META, block.span).named(block.name_span());
            let address = format!("{address}{}", keys.suffix(each));
            let (body, exact) = match widened(&exact) {
                Some(body) => (body, Some(exact)),
                None => (exact, None),
            };
            let seen = exact.as_ref().unwrap_or(&body);
            values.push(whole(seen, &body, mode, &kind, &address, matches!(keys, Keys::Symbolic(_))));
            resources.push(Resource {
                mode,
                address,
                module: self.address.clone(),
                native_type: kind.to_string(),
                name: name.to_string(),
                folder: self.root.path.clone(),
                body,
                exact,
                elsewhere: false,
                span: block.span,
                name_span: block.name_span(),
                called_from: self.called_from.clone(),
            });
        }
        let value = match keys {
            Keys::One | Keys::Symbolic(_) => {
                values.into_iter().next().unwrap_or_else(|| Node::new(Value::Null, block.span))
            }
            Keys::Counted(_) => Node::list(values, block.span),
            Keys::Keyed(all) => {
                let entries = all.into_iter().zip(values).map(|((name, _), node)| Entry { name, node });
                Node::map(entries.collect(), block.span)
            }
        };
        Expanded { resources, value }
    }

    /// What a well-known module that is not on disk makes of a call.
    fn published(&self, at: usize, into: &mut Vec<Resource>) {
        let Some(block) = self.folder.calls.get(at) else { return };
        let Some(source) = block.body.value("source").and_then(|it| it.literal()) else { return };
        let scope = Scope::of(self);
        let keys = scope.keys(&block.body);
        for each in 0..keys.len() {
            let inputs = scope.each(&keys, each, block.span).body(&block.body, OF_CALLS, block.span);
            let name = block.label(0).map_or("", |it| it);
            let address = self.within(&format!("module.{name}{}", keys.suffix(each)));
            let place = (block.span, block.name_span());
            into.extend(published::made(source, &inputs, &address, &self.root.path, place, &self.called_from));
        }
    }

    /// All resources of this instance and of the modules that it calls, in the order of the source.
    pub(crate) fn all_resources(&self, into: &mut Vec<Resource>) {
        for at in 0..self.folder.resources.len() {
            if let Some(expanded) = self.expanded(at) {
                into.extend(expanded.resources.iter().cloned());
            }
        }
        for at in 0..self.folder.calls.len() {
            let Some(called) = self.called(at) else { continue };
            if matches!(*called, Called::Absent { .. }) {
                self.published(at, into);
            }
            for instance in called.instances() {
                instance.all_resources(into);
            }
        }
    }
}

/// What a reference to the whole resource is worth: its body, knowing its address.
fn whole(seen: &Node, body: &Node, mode: Mode, kind: &str, address: &str, symbolic: bool) -> Node {
    let mut entries: Vec<Entry> = seen.entries().to_vec();
    if mode == Mode::Data && kind == "aws_iam_policy_document" {
        let document = policy_document::of(body);
        for name in ["json", "minified_json"] {
            entries.push(Entry::new(name, document.clone()));
        }
    }
    entries.push(Entry::new(ADDRESS, Node::new(address, body.span)));
    if symbolic {
        entries.push(Entry::new(SYMBOLIC, Node::new(true, body.span)));
    }
    Node::map(entries, body.span)
}
