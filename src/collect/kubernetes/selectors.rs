//! Label selectors, looked up by a label instead of tried one by one: a repository may hold thousands of them.

use std::collections::HashMap;

use crate::model::Node;

use super::objects::{Object, stated};

/// The selectors of one kind of object.
#[derive(Default)]
pub(super) struct Selectors<'a> {
    all: Vec<Selector<'a>>,
    /// Numbers of the selectors that ask for a label, by namespace, name and value. Each stands under one of its labels.
    by_label: HashMap<(&'a str, &'a str, String), Vec<usize>>,
    /// Those that no single label tells, by namespace.
    others: HashMap<&'a str, Vec<usize>>,
}

struct Selector<'a> {
    object: &'a Object<'a>,
    node: Option<&'a Node>,
}

/// What a selector without labels and rules means, and how it writes its labels.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `matchLabels` and `matchExpressions`; an empty one chooses all.
    Rules,
    /// Labels and nothing else; an empty one chooses none.
    Labels,
}

impl<'a> Selectors<'a> {
    /// Selectors in the order of their objects. Of objects that choose in the whole cluster, the namespace is empty.
    pub(super) fn of(
        objects: impl Iterator<Item = &'a Object<'a>>,
        path: &str,
        form: Form,
        whole_cluster: bool,
    ) -> Self {
        let all = objects.map(|object| Selector { object, node: object.stated(path) }).collect();
        let mut selectors = Self { all, ..Self::default() };
        let mut often: HashMap<(&str, &str, String), usize> = HashMap::new();
        for it in &selectors.all {
            labels(it.node, form)
                .for_each(|(name, value)| *often.entry((it.place(whole_cluster), name, value)).or_default() += 1);
        }
        for (at, it) in selectors.all.iter().enumerate() {
            let place = it.place(whole_cluster);
            // A label that all parts of an application share tells less than the name of one of them.
            let rarest =
                labels(it.node, form).map(|(name, value)| (place, name, value)).min_by_key(|it| often.get(it).copied());
            match rarest {
                Some(label) => selectors.by_label.entry(label).or_default().push(at),
                None => selectors.others.entry(place).or_default().push(at),
            }
        }
        selectors
    }

    /// The first object that chooses the labels, as `chooses` says.
    pub(super) fn first(
        &self,
        namespace: &str,
        given: Option<&Node>,
        chooses: impl Fn(Option<&Node>) -> bool,
    ) -> Option<&'a Object<'a>> {
        let labels = given.map(Node::entries).unwrap_or_default().iter();
        let labelled = labels.filter_map(|it| self.by_label.get(&(namespace, &*it.name, it.node.scalar_text()?)));
        let mut candidates: Vec<usize> = labelled.chain(self.others.get(namespace)).flatten().copied().collect();
        candidates.sort_unstable();
        let candidates = candidates.iter().filter_map(|it| self.all.get(*it));
        candidates.into_iter().find(|it| chooses(it.node)).map(|it| it.object)
    }
}

impl<'a> Selector<'a> {
    fn place(&self, whole_cluster: bool) -> &'a str {
        if whole_cluster { "" } else { &self.object.namespace }
    }
}

/// The labels that a selector asks for by name and value.
fn labels(selector: Option<&Node>, form: Form) -> impl Iterator<Item = (&str, String)> {
    let labels = selector.and_then(|it| match form {
        Form::Rules => stated(it, "matchLabels"),
        Form::Labels => Some(it),
    });
    labels.map(Node::entries).unwrap_or_default().iter().filter_map(|it| Some((&*it.name, it.node.scalar_text()?)))
}
