//! What the pipelines of a repository run together: for proposed changes, by the clock, at all.

use crate::collect::github_actions::workflow_runs;
use crate::collect::pipeline::checks::{Hidden, Hides, Runs};
use crate::collect::target::Target;
use crate::collect::{azure_pipelines, bitbucket, circleci, gitlab_ci};
use crate::model::{Node, Span};

use super::presence;

/// What runs, by occasion.
#[derive(Default)]
pub(super) struct Occasions {
    pub(super) any: Runs,
    pub(super) changes: Runs,
    pub(super) schedule: Runs,
}

pub(super) fn occasions(target: &Target, place: Span) -> Occasions {
    let mut occasions = Occasions::default();
    for workflow in workflow_runs(target) {
        if workflow.proposals {
            occasions.changes.extend(workflow.runs.clone());
        }
        if workflow.scheduled {
            occasions.schedule.extend(workflow.runs.clone());
        }
        occasions.any.extend(workflow.runs);
    }
    let others = [
        azure_pipelines::pipeline_runs(target),
        bitbucket::pipeline_runs(target),
        circleci::pipeline_runs(target),
        gitlab_ci::pipeline_runs(target, true),
    ];
    for pipeline in others.into_iter().flatten() {
        occasions.changes.extend(pipeline.changes);
        occasions.schedule.extend(pipeline.schedule);
        occasions.any.extend(pipeline.any);
    }
    let other = presence::other_pipelines(target).map(|(system, path)| format!("what {system} runs ({path})"));
    let rest = (!target.whole_repository).then(|| "the rest of the repository".to_owned());
    for name in other.into_iter().chain(rest) {
        let hidden = Hidden { name, span: place, may: Hides::Anything };
        for runs in [&mut occasions.any, &mut occasions.changes, &mut occasions.schedule] {
            runs.hidden.push(hidden.clone());
        }
    }
    occasions
}

/// The paths of the files that define pipelines.
pub(super) fn pipelines(target: &Target, place: Span) -> Node {
    let paths = target.paths.iter().filter(|it| presence::is_read_pipeline(it));
    Node::list(paths.map(|it| Node::new(it.as_str(), place)).collect(), place)
}
