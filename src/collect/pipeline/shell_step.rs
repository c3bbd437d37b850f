//! A step that runs a script, for systems whose scripts stand in one value.

use crate::collect::target::SourceFile;
use crate::model::{Node, Span};

use super::checks::{self, Runs};
use super::facts::{Facts, short};
use super::outsiders;
use super::rows::Step;
use super::scripts::Script;

/// How a system marks what it fills into a script before a shell reads it.
#[derive(Clone, Copy)]
pub(crate) struct Marks {
    pub(crate) open: &'static str,
    pub(crate) close: &'static str,
}

/// Where a script stands, and who fills its variables.
pub(crate) struct Place<'a> {
    pub(crate) file: &'a SourceFile,
    pub(crate) address: String,
    /// What names the step, where something does.
    pub(crate) title: Option<&'a Node>,
    pub(crate) marks: Option<Marks>,
    /// Whether outsiders fill what stands between the marks.
    pub(crate) fills: &'a dyn Fn(&str) -> bool,
    /// Whether outsiders fill a shell variable.
    pub(crate) sets: &'a dyn Fn(&str) -> bool,
}

/// The step, and what its script runs.
pub(crate) fn step(place: Place<'_>, script: &Node) -> Option<(Step, Runs)> {
    let written = Script::read(place.file, script)?;
    let expansions = place.marks.map(|it| expansions(&written.text, it)).unwrap_or_default();
    let mut blanked = String::with_capacity(written.text.len());
    let mut from = 0;
    let mut found = Vec::new();
    for (range, name) in expansions {
        let start = script.span.start as usize;
        let span = Span::new(script.span.source, start + range.start..start + range.end);
        if (place.fills)(&name) {
            found.push(outsiders::interpolation(&name, Node::new(true, span), span));
        }
        blanked.push_str(written.text.get(from..range.start).unwrap_or_default());
        blanked.extend(std::iter::repeat_n('_', range.len()));
        from = range.end;
    }
    blanked.push_str(written.text.get(from..).unwrap_or_default());
    found.extend(outsiders::run_as_code(&written.text, script.span, place.sets));
    let mut facts = Facts::default();
    facts.put("run", script.clone());
    facts.put("interpolations", Node::list(found, script.span));
    written.put_facts(&mut facts);
    let title = place.title.and_then(Node::as_str);
    let name_span = place.title.map(|it| it.span).or(script.name_span).unwrap_or(script.span);
    let step = Step {
        name: title.map_or_else(|| short(script.as_str().unwrap_or_default()), str::to_owned),
        address: place.address,
        name_span,
        span: name_span.to(script.span),
        facts,
    };
    Some((step, checks::of_script(&blanked, script.span)))
}

/// What stands between the marks, with its place in the text.
fn expansions(text: &str, marks: Marks) -> Vec<(std::ops::Range<usize>, String)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|it| it.find(marks.open)).map(|it| it + from) {
        let inner = start + marks.open.len();
        let line = text.get(inner..).unwrap_or_default().lines().next().unwrap_or_default();
        let Some(length) = line.find(marks.close) else {
            // None before the end of the line, for all that open in it.
            from = inner + line.len();
            continue;
        };
        let end = inner + length + marks.close.len();
        let name = line.get(..length).unwrap_or_default().trim().to_owned();
        found.push((start..end, name));
        from = end;
    }
    found
}
