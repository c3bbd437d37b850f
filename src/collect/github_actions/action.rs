//! A composite action: its steps.

use crate::collect::target::SourceFile;
use crate::model::{Evidence, Node};

use super::context::Place;
use super::step;

pub(super) fn evidence(file: &SourceFile, document: &Node) -> Vec<Evidence> {
    let place = Place {
        file,
        address: "runs.steps".to_owned(),
        job: None,
        pipeline: None,
        document,
        environments: Vec::new(),
        guarded: false,
        steps: document.dotted("runs.steps").map(Node::items).unwrap_or_default(),
    };
    step::evidence(&place, document.dotted("runs.steps"))
}
