//! `extends:` a job takes over what the named ones say, in their order, and its own words win.

use crate::collect::pipeline::facts::one_or_many;
use crate::model::{Node, Problem};

use super::merge::over;

/// How far one may extend another: GitLab's own bound.
const DEPTH: usize = 11;

/// The job with all that it extends put under it.
pub(super) fn extended(document: &Node, job: &Node, problems: &mut Vec<Problem>) -> Node {
    extend(document, job, &mut Vec::new(), problems)
}

fn extend<'a>(document: &'a Node, job: &'a Node, chain: &mut Vec<&'a str>, problems: &mut Vec<Problem>) -> Node {
    let Some(stated) = job.get("extends") else { return job.clone() };
    let mut below: Option<Node> = None;
    for named in one_or_many(Some(stated)) {
        let Some(name) = named.as_str() else { continue };
        if chain.contains(&name) || chain.len() >= DEPTH {
            let why = if chain.contains(&name) { "in a circle" } else { "too deep" };
            let problem = Problem::at(named.span, format!("`{name}` extends itself {why}: this one is left out"));
            if !problems.contains(&problem) {
                problems.push(problem);
            }
            continue;
        }
        let Some(base) = document.get(name).filter(|it| !it.entries().is_empty()) else { continue };
        chain.push(name);
        let base = extend(document, base, chain, problems);
        chain.pop();
        below = Some(match below {
            Some(below) => over(&below, &base),
            None => base,
        });
    }
    match below {
        Some(below) => Node { name_span: job.name_span, ..over(&below, job) },
        None => job.clone(),
    }
}
