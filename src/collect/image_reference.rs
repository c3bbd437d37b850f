//! Image references taken apart: registry, repository, tag and digest, each with its place.

use std::sync::Arc;

use crate::model::{Cause, Entry, Node, Shape, Span, Unresolved, Value};

/// Stands for a stretch of a reference that files do not tell.
const GAP: char = '\u{fffc}';

/// Names of the facts a reference gives: they differ between kinds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Names {
    pub(crate) image: &'static str,
    pub(crate) registry: &'static str,
    pub(crate) repository: &'static str,
    pub(crate) tag: &'static str,
    pub(crate) digest: &'static str,
}

/// As facts of a workload.
pub(crate) const WORKLOAD: Names = Names {
    image: "image",
    registry: "image_registry",
    repository: "image_repository",
    tag: "image_tag",
    digest: "image_digest",
};

/// As facts of a base image.
pub(crate) const BASE: Names =
    Names { image: "image", registry: "registry", repository: "repository", tag: "tag", digest: "digest" };

/// The reference and its parts. `text` is that of the file that states it.
pub(crate) fn facts(image: &Node, text: &str, names: Names) -> Vec<Entry> {
    let (reference, cause) = match &image.value {
        Value::String(reference) => (reference.to_string(), None),
        Value::Unresolved(unresolved) => (with_gaps(unresolved), Some(unresolved.as_ref())),
        _ => return Vec::new(),
    };
    if reference.is_empty() {
        return Vec::new();
    }
    let part = Parts { image, cause, found: place(image.span, &reference, text) };
    let mut facts = vec![Entry::new(names.image, image.clone())];
    let (name, digest) = match reference.split_once('@') {
        Some((name, digest)) => (name, Some((reference.len() - digest.len(), digest))),
        None => (reference.as_str(), None),
    };
    let path_start = name.rfind('/').map_or(0, |it| it + 1);
    let colon = name.get(path_start..).and_then(|it| it.find(':')).map(|it| path_start + it);
    let path = name.get(..colon.unwrap_or(name.len())).unwrap_or_default();
    let host = path.split_once('/').map(|(host, _)| host).filter(|it| is_host(it));
    let repository_start = host.map_or(0, |it| it.len() + 1);
    facts.push(match host {
        Some(host) => Entry::new(names.registry, part.node(host, 0)),
        None if path.starts_with(GAP) => Entry::new(names.registry, part.unknown()),
        None => Entry::new(names.registry, Node::default_of("docker.io", image.span)),
    });
    let repository = path.get(repository_start..).unwrap_or_default();
    facts.push(Entry::new(names.repository, part.node(repository, repository_start)));
    let open_end = colon.is_none() && digest.is_none() && name.ends_with(GAP);
    match colon.and_then(|it| name.get(it + 1..).map(|tag| (tag, it + 1))) {
        Some((tag, start)) => facts.push(Entry::new(names.tag, part.node(tag, start))),
        None if open_end => facts.push(Entry::new(names.tag, part.unknown())),
        None if digest.is_none() => facts.push(Entry::new(names.tag, Node::default_of("latest", image.span))),
        None => {}
    }
    // An unknown end may hold a digest as well; that the tag is unknown says as much.
    facts.extend(digest.map(|(start, digest)| Entry::new(names.digest, part.node(digest, start))));
    facts
}

/// Docker's rule: the first part is a host when it has a dot or a port, or is `localhost`.
fn is_host(part: &str) -> bool {
    part.contains(['.', ':', GAP]) || part == "localhost"
}

fn with_gaps(unresolved: &Unresolved) -> String {
    match &unresolved.shape {
        Shape::Template(parts) => {
            parts.iter().map(|it| it.clone().unwrap_or_else(|| GAP.to_string())).collect::<String>()
        }
        _ => GAP.to_string(),
    }
}

/// Where the reference begins in the source, if it stands there letter by letter.
fn place(span: Span, reference: &str, text: &str) -> Option<u32> {
    let stated = text.get(span.range())?;
    let at = stated.find(reference)?;
    Some(span.start + u32::try_from(at).ok()?)
}

struct Parts<'a> {
    image: &'a Node,
    cause: Option<&'a Unresolved>,
    found: Option<u32>,
}

impl Parts<'_> {
    fn node(&self, part: &str, start: usize) -> Node {
        let shape = if part.contains(GAP) {
            Shape::Template(template(part))
        } else {
            let at = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
            let span = self.found.map_or(self.image.span, |found| Span {
                start: found + at(start),
                end: found + at(start + part.len()),
                ..self.image.span
            });
            return Node { span, value: part.into(), ..self.image.clone() };
        };
        self.open(shape)
    }

    fn unknown(&self) -> Node {
        self.open(Shape::Any)
    }

    fn open(&self, shape: Shape) -> Node {
        let cause = self.cause.map_or_else(|| Cause::Expression(String::new()), |it| it.cause.clone());
        let place = self.cause.map_or(self.image.span, |it| it.place);
        let value = Value::Unresolved(Box::new(Unresolved { cause, place, shape }));
        Node { value, ..self.image.clone() }
    }
}

fn template(part: &str) -> Arc<[Option<String>]> {
    let mut parts = Vec::new();
    for (at, text) in part.split(GAP).enumerate() {
        if at > 0 {
            parts.push(None);
        }
        if !text.is_empty() {
            parts.push(Some(text.to_owned()));
        }
    }
    parts.into()
}

#[cfg(test)]
mod tests {
    use crate::model::{Origin, SourceId};

    use super::*;

    fn read(reference: &str) -> Vec<(String, Option<String>, Origin)> {
        let text = format!("image: \"{reference}\"");
        let span = Span::new(SourceId(0), 7..text.len());
        let facts = facts(&Node::new(reference, span), &text, BASE);
        for entry in facts.iter().filter(|it| it.node.origin == Origin::Stated && &*it.name != "image") {
            assert_eq!(text.get(entry.node.span.range()), entry.node.as_str());
        }
        facts.into_iter().skip(1).map(|it| (it.name.to_string(), it.node.scalar_text(), it.node.origin)).collect()
    }

    fn stated(name: &str, value: &str) -> (String, Option<String>, Origin) {
        (name.to_owned(), Some(value.to_owned()), Origin::Stated)
    }

    fn default(name: &str, value: &str) -> (String, Option<String>, Origin) {
        (name.to_owned(), Some(value.to_owned()), Origin::Default)
    }

    #[test]
    fn parts_have_their_own_places_and_defaults_are_marked() {
        let docker = default("registry", "docker.io");
        assert_eq!(read("nginx"), [docker.clone(), stated("repository", "nginx"), default("tag", "latest")]);
        assert_eq!(read("a/b:1"), [docker, stated("repository", "a/b"), stated("tag", "1")]);
        assert_eq!(
            read("localhost:5000/b/c:1@sha256:ab"),
            [
                stated("registry", "localhost:5000"),
                stated("repository", "b/c"),
                stated("tag", "1"),
                stated("digest", "sha256:ab")
            ]
        );
    }

    #[test]
    fn an_unknown_end_leaves_the_tag_open() {
        let span = Span::new(SourceId(0), 0..0);
        let shape = Shape::Template([Some("ghcr.io/a:v".to_owned()), None].into());
        let cause = Cause::Variable("TAG".to_owned());
        let image = Node::unresolved(Unresolved { cause, place: span, shape }, span);
        let facts = facts(&image, "", BASE);
        let known: Vec<_> = facts.iter().map(|it| (&*it.name, it.node.as_str())).collect();
        assert_eq!(known, [("image", None), ("registry", Some("ghcr.io")), ("repository", Some("a")), ("tag", None)]);
    }
}
