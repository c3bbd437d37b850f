//! The programs of a cluster that somebody runs themselves, and the flags that pods start them with.

use crate::model::{Cause, Entry, Evidence, EvidenceKind, Node, Shape, Span, Unresolved};

use super::component_flags::{FLAGS, SET_ELSEWHERE};
use super::container::with_placeholders;
use super::objects::{Object, stated};
use super::pods;

/// Words that a program follows.
const STARTERS: &[&str] =
    &["&&", "||", "|", "--", "then", "do", "exec", "env", "nice", "nohup", "sudo", "tini", "dumb-init", "hyperkube"];

/// One component for each container that runs one.
pub(super) fn components(object: &Object) -> Vec<Evidence> {
    let spec = pods::template(object).and_then(|it| stated(it, "spec"));
    let containers = spec.and_then(|it| stated(it, "containers")).map(Node::items).unwrap_or_default();
    containers.iter().filter_map(|it| component(object, it)).collect()
}

fn component(object: &Object, container: &Node) -> Option<Evidence> {
    let words = words(container);
    let mut flags = flags(&words);
    let program = program(container, &words, &flags)?;
    if program == "etcd" {
        add_environment(container, &mut flags);
    }
    let listed = stated(container, "command").or_else(|| stated(container, "args"));
    let head = listed.and_then(|it| it.name_span).unwrap_or(container.span);
    let name = stated(container, "name").and_then(Node::scalar_text).unwrap_or_default();
    let unknown = words.iter().any(|it| it.as_unresolved().is_some());
    let facts = facts(program, flags, unknown, head);
    let mut evidence = object.evidence(EvidenceKind::Cluster, &format!("/{name}"), facts, container.span);
    evidence.name_span = stated(container, "name").map_or(object.name_span, |it| it.span);
    Some(evidence)
}

/// The component and its flags as facts. What another file may set is open, what nobody sets is absent.
pub(super) fn facts(program: &'static str, mut flags: Vec<Entry>, unknown: bool, head: Span) -> Vec<Entry> {
    let known = FLAGS.iter().find(|(name, _)| *name == program).map(|(_, flags)| *flags).unwrap_or_default();
    let is_set = |flags: &[Entry], name: &str| flags.iter().any(|it| &*it.name == name);
    let elsewhere = SET_ELSEWHERE.iter().filter(|it| it.0 == program && is_set(&flags, it.1));
    let mut open: Vec<&str> =
        elsewhere.flat_map(|(.., set)| if set.is_empty() { known } else { *set }).copied().collect();
    if unknown {
        open.extend(known);
    }
    flags.retain(|it| known.contains(&&*it.name));
    for name in open {
        if !is_set(&flags, name) {
            let cause = Cause::OutOfScope("what the component is started with".to_owned());
            let unresolved = Unresolved { cause, place: head, shape: Shape::Any };
            flags.push(Entry::new(name, Node::unresolved(unresolved, head)));
        }
    }
    let mut facts = vec![Entry::new("component", Node::new(program, head))];
    if program == "kube-apiserver" {
        let provider = flags.iter().find(|it| &*it.name == "encryption-provider-config");
        facts.push(Entry::new(
            "secrets_encrypted",
            match provider {
                Some(it) if it.node.as_unresolved().is_some() => it.node.clone(),
                Some(it) => Node::new(true, it.node.span),
                None => Node::default_of(false, head),
            },
        ));
    }
    facts.push(Entry::new("flags", Node::map(flags, head).named(head)));
    facts
}

/// The words of the command line. A script in one item, as `sh -c` takes it, is words as well.
fn words(container: &Node) -> Vec<Node> {
    let items = ["command", "args"].iter().filter_map(|it| stated(container, it)).flat_map(Node::items);
    items
        .flat_map(|item| match item.as_str() {
            Some(text) if !text.starts_with('-') => {
                text.split_whitespace().map(|word| Node { value: word.into(), ..item.clone() }).collect()
            }
            _ => vec![item.clone()],
        })
        .collect()
}

/// Which component it is: by the program that is called, or by the image where that is left to it.
fn program(container: &Node, words: &[Node], flags: &[Entry]) -> Option<&'static str> {
    let named = |text: &str| FLAGS.iter().map(|(name, _)| *name).find(|it| text.rsplit('/').next() == Some(*it));
    let before_flags = words.iter().filter_map(Node::as_str).take_while(|it| !it.starts_with("--") || *it == "--");
    let mut previous = None;
    let called = before_flags.into_iter().find_map(|it| {
        let leads = previous.replace(it).is_none_or(starts_a_program);
        named(it).filter(|_| leads)
    });
    if called.is_some() || stated(container, "command").is_some() {
        return called;
    }
    let image = stated(container, "image").and_then(Node::as_str)?;
    let name = image.split('@').next()?.rsplit('/').next()?.split(':').next()?;
    // An image of that name that is given none of its flags may read another file.
    let (program, known) = FLAGS.iter().find(|(program, _)| *program == name)?;
    flags.iter().any(|it| known.contains(&&*it.name)).then_some(*program)
}

/// Whether the word after this one is a program, and not what another program is given: `exec etcd`, `-backend etcd`.
fn starts_a_program(word: &str) -> bool {
    let name = word.rsplit('/').next().unwrap_or(word);
    STARTERS.contains(&name) || word.ends_with(';') || word.starts_with('-') && word.ends_with('c')
}

/// The flags and their values as texts. Of a flag that is given twice, the last counts.
fn flags(words: &[Node]) -> Vec<Entry> {
    let mut found: Vec<Entry> = Vec::new();
    let mut words = words.iter().peekable();
    while let Some(word) = words.next() {
        let Some(flag) = word.as_str().and_then(|it| it.strip_prefix("--")) else { continue };
        let (name, value) = match flag.split_once('=') {
            Some((name, value)) => (name, value.to_owned()),
            None => {
                let value = words.next_if(|it| it.scalar_text().is_some_and(|it| !it.starts_with('-')));
                (flag, value.and_then(Node::scalar_text).unwrap_or_else(|| "true".to_owned()))
            }
        };
        let value = value.trim_matches(['"', '\'']);
        found.retain(|it| &*it.name != name);
        found.push(Entry::new(name, with_placeholders(&Node::new(value, word.span))));
    }
    found
}

/// etcd takes each flag from the environment as well: `ETCD_CERT_FILE`.
fn add_environment(container: &Node, flags: &mut Vec<Entry>) {
    for variable in stated(container, "env").map(Node::items).unwrap_or_default() {
        let name = stated(variable, "name").and_then(Node::as_str).and_then(|it| it.strip_prefix("ETCD_"));
        let Some(name) = name.map(|it| it.to_lowercase().replace('_', "-")) else { continue };
        let value = stated(variable, "value").and_then(|it| Some(Node::new(it.scalar_text()?, it.span)));
        if let Some(value) = value.filter(|_| !flags.iter().any(|it| *it.name == *name)) {
            flags.push(Entry::new(name, with_placeholders(&value)));
        }
    }
}

#[cfg(test)]
#[path = "component_tests.rs"]
mod tests;
