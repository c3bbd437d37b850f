//! `extends:` a job takes over what the named ones say, in their order, and its own words win.

use crate::collect::pipeline::facts::one_or_many;
use crate::model::{Node, Problem};

use super::merge::over;

/// How far one may extend another: GitLab's own bound.
const DEPTH: usize = 11;

/// How many jobs one may take over in all: far more than people write.
const MOST: usize = 500;

/// The jobs on the way to the one at hand, and how many have been taken over since the first.
#[derive(Default)]
struct Chain<'a> {
    names: Vec<&'a str>,
    taken: usize,
}

/// The job with all that it extends put under it.
pub(super) fn extended(document: &Node, job: &Node, problems: &mut Vec<Problem>) -> Node {
    extend(document, job, &mut Chain::default(), problems)
}

fn extend<'a>(document: &'a Node, job: &'a Node, chain: &mut Chain<'a>, problems: &mut Vec<Problem>) -> Node {
    let Some(stated) = job.get("extends") else { return job.clone() };
    let mut below: Option<Node> = None;
    for named in one_or_many(Some(stated)) {
        let Some(name) = named.as_str() else { continue };
        if chain.names.contains(&name) || chain.names.len() >= DEPTH || chain.taken >= MOST {
            let why = match chain.names.contains(&name) {
                true => "in a circle",
                false if chain.taken >= MOST => "too often",
                false => "too deep",
            };
            let problem = Problem::at(named.span, format!("`{name}` extends itself {why}: this one is left out"));
            // Past the bound, one that is left out stands for all after it.
            let is_last = chain.taken >= MOST && !chain.names.contains(&name);
            if !problems.contains(&problem) {
                problems.push(problem);
            }
            match is_last {
                true => break,
                false => continue,
            }
        }
        let Some(base) = document.get(name).filter(|it| !it.entries().is_empty()) else { continue };
        chain.names.push(name);
        chain.taken += 1;
        let base = extend(document, base, chain, problems);
        chain.names.pop();
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
