//! Lines of a script that write what later steps take as their environment or path.

use crate::collect::pipeline::facts::Facts;
use crate::collect::pipeline::{outsiders as shell, text};
use crate::model::{Node, Span};

use super::context::Place;
use super::{checkout, expressions, outsiders, triggers};

/// Files that decide what later steps run.
const FILES: &[&str] = &["GITHUB_ENV", "GITHUB_PATH"];

/// Runs of these events have rights, and an outsider's files can lie in their workspace.
const PRIVILEGED: &[&str] = &["pull_request_target", "workflow_run", "issue_comment"];

/// Every such line of a step, and whether an outsider decides what it holds.
pub(super) fn fact(place: &Place<'_>, step: &Node, run: &Node) -> Option<Node> {
    let text = text::script(&place.file.text, run);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let variables = outsiders::variables(place, step);
    let takes_files = takes_files(place, step);
    let mut found = Vec::new();
    let mut start = run.span.start as usize;
    for (at, line) in lines.iter().enumerate() {
        let file = FILES.iter().find(|it| line.contains(**it));
        let trimmed = line.trim();
        if let Some(file) = file.filter(|_| line.contains('>') || line.contains("tee ")) {
            let from = start + (line.len() - line.trim_start().len());
            let span = Span::new(run.span.source, from..from + trimmed.len());
            let untrusted = written(&lines, at).iter().any(|it| {
                expressions::within(it, span).iter().any(|it| outsiders::writes(place, step, it))
                    || shell::names(it).any(|it| variables.contains(it))
                    || takes_files && reads_file(it)
            });
            let mut facts = Facts::default();
            facts.put("file", Node::new(*file, span));
            facts.put("untrusted", Node::new(untrusted, span));
            found.push(facts.into_node(span).named(span));
        }
        start += line.len();
    }
    let first = found.first()?.span;
    Some(Node::list(found, first).named(first))
}

/// The lines whose output goes into the file: those of a group that ends here, those of a text that begins here.
fn written<'t>(lines: &[&'t str], at: usize) -> Vec<&'t str> {
    let line = lines.get(at).copied().unwrap_or_default();
    let mut found = vec![line];
    if line.trim_start().starts_with(['}', ')']) {
        let before = lines.get(..at).unwrap_or_default().iter().rev();
        found.extend(before.take_while(|it| !matches!(it.trim(), "{" | "(")));
    }
    let is_copied = ["cat ", "tee "].iter().any(|it| line.trim_start().starts_with(it));
    if let Some((_, mark)) = line.split_once("<<").filter(|(_, after)| is_copied && !after.starts_with('<')) {
        let mark = mark.trim_start_matches(['-', ' ']);
        let quoted = mark.starts_with(['\'', '"']);
        let mark = mark.trim_start_matches(['\'', '"', '\\']);
        let end = mark.find(|it: char| !it.is_ascii_alphanumeric() && it != '_').unwrap_or(mark.len());
        let mark = mark.get(..end).unwrap_or_default();
        let after = lines.get(at + 1..).unwrap_or_default().iter();
        // What stands between quoted marks is text as it is, but for what the platform expands before.
        found.extend(after.take_while(|it| it.trim() != mark).filter(|it| !quoted || it.contains("${{")));
    }
    found
}

/// Whether files of an outsider lie where the step runs: an artifact of another run, or the code of a proposed change.
fn takes_files(place: &Place<'_>, step: &Node) -> bool {
    let events = triggers::events(place.document);
    let before = place.steps.iter().take_while(|it| it.span.start < step.span.start);
    events.iter().any(|it| PRIVILEGED.contains(&it.as_str()))
        && before.into_iter().any(|it| {
            let called = it.get("uses").and_then(Node::as_str).unwrap_or_default();
            let fetched = it.get("run").and_then(Node::as_str).unwrap_or_default();
            called.contains("download-artifact")
                || fetched.contains("gh run download")
                || fetched.contains("downloadArtifact")
                || checkout::brings_proposed_code(place, it)
        })
}

/// `cat file`, `$(< file)`, `jq . file`.
fn reads_file(line: &str) -> bool {
    ["cat ", "$(<", "jq ", "head ", "tail ", "grep ", "sed "].iter().any(|it| line.contains(it))
        && !line.trim_start().starts_with("cat <<")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_and_a_text_are_written_whole() {
        let group = ["{\n", "echo a\n", "} >> $GITHUB_ENV\n"];
        assert_eq!(written(&group, 2), ["} >> $GITHUB_ENV\n", "echo a\n"]);
        let text = ["cat <<EOF >> $GITHUB_ENV\n", "A=$B\n", "EOF\n", "echo c\n"];
        assert_eq!(written(&text, 0), ["cat <<EOF >> $GITHUB_ENV\n", "A=$B\n"]);
        // The form for values of several lines is no text of the shell's.
        assert_eq!(written(&["echo 'A<<EOF' >> $GITHUB_ENV\n", "make $B\n"], 0).len(), 1);
    }
}
