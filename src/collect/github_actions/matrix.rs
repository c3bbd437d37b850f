//! What a matrix puts in the place of an expression.

use crate::collect::pipeline::facts::unresolved;
use crate::model::{Cause, Node, Shape};

use super::expressions;

/// The text itself where it holds no expression, else every value that the matrix of its job gives it, each where the
/// matrix states it. Unresolved where that cannot be told.
pub(super) fn spread(job: &Node, text: &Node) -> Vec<Node> {
    let Some(written) = text.as_str().filter(|it| it.contains("${{")) else { return vec![text.clone()] };
    values(job, text, written)
        .unwrap_or_else(|| vec![unresolved(Cause::AtRunTime(written.to_owned()), Shape::Reference, text.span)])
}

fn values(job: &Node, text: &Node, written: &str) -> Option<Vec<Node>> {
    let found = expressions::within(written, text.span);
    let [only] = found.as_slice() else { return None };
    let path = only.text.strip_prefix("matrix.")?;
    let (axis, inner) = path.split_once('.').map_or((path, None), |(axis, inner)| (axis, Some(inner)));
    let matrix = job.dotted("strategy.matrix")?;
    let own = matrix.get(axis).map(Node::items).unwrap_or_default().iter();
    let included = matrix.get("include").map(Node::items).unwrap_or_default().iter().filter_map(|it| it.get(axis));
    let values: Vec<&Node> =
        own.chain(included).filter_map(|it| inner.map_or(Some(it), |inner| it.dotted(inner))).collect();
    let plain = |it: &Node| it.scalar_text().filter(|text| !text.contains("${{"));
    let texts: Option<Vec<String>> = values.iter().map(|it| plain(it)).collect();
    let texts = texts.filter(|it| !it.is_empty())?;
    // What stands around the expression stays: `${{ matrix.os }}-latest`.
    let start = written.find("${{").unwrap_or(0);
    let (before, rest) = written.split_at_checked(start).unwrap_or((written, ""));
    let after = rest.split_once("}}").map_or("", |it| it.1);
    let spread = values.into_iter().zip(texts);
    Some(spread.map(|(it, text)| Node { value: format!("{before}{text}{after}").into(), ..it.clone() }).collect())
}
