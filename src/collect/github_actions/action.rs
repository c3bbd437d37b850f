//! A composite action: its steps. An action that is an image: the one step that runs it.

use crate::collect::pipeline::facts::Facts;
use crate::collect::target::SourceFile;
use crate::model::{Evidence, EvidenceKind, Node};

use super::context::{NAME, Place};
use super::library::Library;
use super::{step, uses};

pub(super) fn evidence(file: &SourceFile, document: &Node, library: &Library<'_>) -> Vec<Evidence> {
    let place = Place {
        file,
        address: "runs.steps".to_owned(),
        job: None,
        pipeline: None,
        document,
        environments: Vec::new(),
        guarded: false,
        steps: document.dotted("runs.steps").map(Node::items).unwrap_or_default(),
        inputs: library.handed.to(&file.path),
        matrix: None,
    };
    let mut evidence = step::evidence(&place, document.dotted("runs.steps"));
    evidence.extend(image(file, document));
    evidence
}

/// `runs.image: docker://...`. One that is built from a Dockerfile beside it is read there.
fn image(file: &SourceFile, document: &Node) -> Option<Evidence> {
    let image = document.dotted("runs.image").filter(|it| it.as_str().is_some_and(|it| it.starts_with("docker://")))?;
    let name = document.get("name").and_then(Node::as_str).unwrap_or("action");
    let mut facts = Facts::default();
    facts.put_some("uses", uses::fact(file, image));
    Some(Evidence {
        id: format!("{NAME}:{}#runs.image", file.path),
        kind: EvidenceKind::Step,
        name: name.to_owned(),
        format: NAME,
        provider: None,
        native_type: Some("step".to_owned()),
        address: Some("runs.image".to_owned()),
        span: image.span,
        name_span: image.span,
        called_from: Vec::new(),
        facts: facts.into_node(image.span).named(image.span),
    })
}
