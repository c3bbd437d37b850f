//! Paths as texts. What a path means on the machine that applies is not known here.

use crate::model::{Node, Shape};

use super::function::{Function, Outcome, any, argument, known, string, wrong};

pub(crate) const FUNCTIONS: &[Function] = &[
    any("basename", (1, 1), Shape::String, basename),
    known("dirname", (1, 1), Shape::String, dirname),
    known("pathexpand", (1, 1), Shape::String, |it| match string(it, 0)? {
        path if path.starts_with('~') => Err(wrong("whose home it is depends on the machine")),
        path => Ok(path.into()),
    }),
];

fn basename(arguments: &[Node]) -> Outcome {
    // The end of a path may be known where its beginning is not.
    let end = argument(arguments, 0)?.as_unresolved().and_then(|it| match &it.shape {
        Shape::Template(parts) => parts.last()?.as_deref()?.rsplit_once('/').map(|it| it.1),
        _ => None,
    });
    if let Some(end) = end.filter(|it| !it.is_empty()) {
        return Ok(end.into());
    }
    let path = string(arguments, 0)?;
    let trimmed = path.trim_end_matches('/');
    Ok(trimmed.rsplit('/').next().filter(|it| !it.is_empty()).unwrap_or(".").into())
}

fn dirname(arguments: &[Node]) -> Outcome {
    let path = string(arguments, 0)?;
    Ok(match path.rsplit_once('/') {
        Some(("", _)) => "/".into(),
        Some((folder, _)) => folder.into(),
        None => ".".into(),
    })
}
