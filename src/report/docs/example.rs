//! What fails a policy and what passes it, as its fixtures write it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use crate::model::{
    Assessment, Document, Evidence, Location, Outcome, Policy, REDACTED, Source, Sources, Span, SubjectRef,
};

/// A block of a fixture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    pub format: String,
    pub file: String,
    /// What the policy says of it; nothing where it passes.
    pub fault: Option<String>,
    pub text: String,
}

/// A block longer than this is shown in parts.
const MOST_LINES: usize = 30;

/// Lines shown around what decides, of a block that is shown in parts.
const AROUND: u32 = 3;

/// Words by which a fixture says what is expected at a line.
const MARKS: &[&str] = &["gap: ", "undetermined: "];

/// Signs that begin a comment, longest first.
const COMMENTS: &[&str] = &["<!--", "//", "/*", "#"];

/// Signs that begin no block: they end one, or a comment stands there.
const CLOSING: &[char] = &['}', ']', ')', '#', '/'];

/// For each format that the policy tells how to mend, the shortest block that fails, and the shortest that passes: of
/// the same type where there is one.
pub fn examples(policy: &Policy, document: &Document, assessment: &Assessment) -> Vec<Example> {
    let evidence: BTreeMap<&str, &Evidence> =
        document.evidence.iter().filter(|it| it.kind == policy.kind).map(|it| (it.id.as_str(), it)).collect();
    let block = |subject: &SubjectRef, place: Option<&Location>, fault: Option<&str>| {
        let evidence = evidence.get(subject.id.as_str())?;
        let (file, text) = text(policy, evidence, place, &document.sources)?;
        let format = subject.format.clone();
        Some((Example { format, file, fault: fault.map(str::to_owned), text }, subject.native_type.clone()))
    };
    let failures = assessment.findings.iter().filter(|it| it.policy == policy.id && it.outcome == Outcome::Fail);
    let failures = failures.filter_map(|it| block(&it.subject, Some(&it.location), Some(&it.message)));
    let failures: Vec<(Example, Option<String>)> = failures.collect();
    let passes = assessment.passes.iter().flatten().filter(|it| it.policy == policy.id);
    let passes: Vec<(Example, Option<String>)> = passes.filter_map(|it| block(&it.subject, None, None)).collect();
    let mut found = Vec::new();
    for format in policy.remediation.keys() {
        let is_meant = |it: &&(Example, Option<String>)| it.0.format == *format;
        let length = |it: &Example| (it.text.lines().count(), it.text.clone());
        let failure = failures.iter().filter(is_meant).min_by_key(|it| length(&it.0));
        let is_other = |it: &Option<String>| failure.is_some_and(|failure| failure.1 != *it);
        let is_same = |it: &Example| failure.is_some_and(|failure| failure.0.text == it.text);
        let passes = passes.iter().filter(is_meant).filter(|it| !is_same(&it.0));
        let pass = passes.min_by_key(|it| (is_other(&it.1), length(&it.0)));
        found.extend(failure.into_iter().chain(pass).map(|it| it.0.clone()));
    }
    found
}

/// The subject's block, and the blocks of the same file that state what the policy reads of it.
fn text(policy: &Policy, evidence: &Evidence, place: Option<&Location>, sources: &Sources) -> Option<(String, String)> {
    let source = sources.source(evidence.span.source)?;
    let all: Vec<&str> = source.text.as_deref()?.lines().collect();
    let own = own_rows(source, evidence);
    let stated = policy.own_reads().filter_map(|it| evidence.facts.get(it)).map(|it| it.span);
    let mut deciding: BTreeSet<u32> =
        stated.filter(|it| it.source == evidence.span.source).map(|it| *rows(source, it).start()).collect();
    deciding.extend(place.filter(|it| it.file == source.path).map(|it| it.start.line));
    let mut wanted: BTreeSet<u32> = own.clone().collect();
    for line in deciding.iter().filter(|it| !own.contains(it)) {
        wanted.extend(block_around(&all, *line, indent(&all, *own.start())));
    }
    if wanted.len() > MOST_LINES {
        let head = [*own.start(), own.start() + 1];
        let is_near = |line: &u32| head.contains(line) || deciding.iter().any(|it| it.abs_diff(*line) <= AROUND);
        wanted.retain(is_near);
    }
    let shown = written(&all, &wanted, &hidden(source, evidence.span, sources));
    Some((source.path.to_string(), shown))
}

/// The lines of a span, counted from one.
fn rows(source: &Source, span: Span) -> RangeInclusive<u32> {
    let start = source.position(span.start).line;
    start..=source.position(span.end.saturating_sub(1).max(span.start)).line
}

/// The lines of the subject's block, from the line that names it on.
fn own_rows(source: &Source, evidence: &Evidence) -> RangeInclusive<u32> {
    let block = rows(source, evidence.span);
    let name = *rows(source, evidence.name_span).start();
    let is_above = evidence.name_span.source == evidence.span.source && name < *block.start();
    if is_above && block.start() - name <= AROUND { name..=*block.end() } else { block }
}

fn indent(all: &[&str], line: u32) -> usize {
    let text = all.get(line as usize - 1).copied().unwrap_or_default();
    text.len() - text.trim_start().len()
}

/// The block around a line: from a line that is indented no deeper than `edge` to the next such line.
fn block_around(all: &[&str], line: u32, edge: usize) -> RangeInclusive<u32> {
    let at = |line: u32| all.get(line as usize - 1).map_or("", |it| it.trim());
    let is_head = |line: &u32| !at(*line).is_empty() && indent(all, *line) <= edge && !at(*line).starts_with(CLOSING);
    let is_told = |line: &u32| !at(*line).is_empty() && !at(*line).starts_with(['#', '/']);
    let first = (1..=line).rev().find(is_head).unwrap_or(line);
    let count = u32::try_from(all.len()).unwrap_or(u32::MAX);
    let next = (line + 1..=count).find(is_head).unwrap_or(count + 1);
    let last = (first..next).rev().find(is_told).unwrap_or(line);
    first..=last.max(line)
}

/// Secrets of the source, by line: the texts to mask there.
fn hidden(source: &Source, span: Span, sources: &Sources) -> BTreeMap<u32, Vec<String>> {
    let mut hidden: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for it in sources.redacted(span.source) {
        for (line, part) in (source.position(it.start).line..).zip(sources.text(*it).lines()) {
            hidden.entry(line).or_default().push(part.to_owned());
        }
    }
    hidden
}

/// The wanted lines without marks and without what indents all of them; `...` where some are left out.
fn written(all: &[&str], wanted: &BTreeSet<u32>, hidden: &BTreeMap<u32, Vec<String>>) -> String {
    let mut shown: Vec<String> = Vec::new();
    let mut last = None;
    for line in wanted {
        let text = all.get(*line as usize - 1).copied().unwrap_or_default();
        let mut text = unmarked(text).to_owned();
        if text.is_empty() && all.get(*line as usize - 1).is_some_and(|it| !it.trim().is_empty()) {
            continue;
        }
        for secret in hidden.get(line).into_iter().flatten().filter(|it| !it.is_empty()) {
            text = text.replace(secret.as_str(), REDACTED);
        }
        if last.is_some_and(|it| it + 1 < *line) {
            let between = last.unwrap_or_default() + 1..*line;
            let is_blank = between.clone().all(|it| all.get(it as usize - 1).is_none_or(|it| it.trim().is_empty()));
            shown
                .push(if is_blank || text.starts_with(|it: char| !it.is_whitespace()) { "" } else { "..." }.to_owned());
        }
        last = Some(*line);
        shown.push(text);
    }
    let indents = shown.iter().filter(|it| !it.is_empty() && *it != "...").map(|it| it.len() - it.trim_start().len());
    let indent = indents.min().unwrap_or(0);
    let shown = shown.iter().map(|it| if it == "..." { it } else { it.get(indent..).unwrap_or(it.trim_start()) });
    shown.collect::<Vec<_>>().join("\n").trim_matches('\n').to_owned()
}

/// A line without the comment that says what is expected there.
fn unmarked(line: &str) -> &str {
    let marked = MARKS.iter().filter_map(|it| line.rfind(it)).max();
    let comment = marked.and_then(|at| {
        let before = line.get(..at)?.trim_end();
        COMMENTS.iter().find_map(|it| before.strip_suffix(it))
    });
    comment.unwrap_or(line).trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_left_out() {
        assert_eq!(unmarked("user: root # gap: a-b"), "user: root");
        assert_eq!(unmarked("<!-- undetermined: a-b (next line) -->"), "");
        assert_eq!(unmarked("a = 1 # the gap: wide"), "a = 1 # the gap: wide");
    }

    #[test]
    fn a_block_begins_at_its_edge() {
        let all = ["a {", "  b = 1", "}", "", "# about c", "c {", "  d {", "  }", "}"];
        assert_eq!(block_around(&all, 2, 0), 1..=3);
        assert_eq!(block_around(&all, 7, 0), 6..=9);
        assert_eq!(block_around(&["a:", "  b:", "    c: 1", "  d: 2"], 3, 2), 2..=3);
    }

    #[test]
    fn lines_lose_what_indents_all_of_them() {
        let all = ["a:", "  - b: 1", "    c: 2", "    d: 3", "    e: secret"];
        let hidden = BTreeMap::from([(5, vec!["secret".to_owned()])]);
        assert_eq!(written(&all, &BTreeSet::from([2, 3, 5]), &hidden), "- b: 1\n  c: 2\n...\n  e: <redacted>");
    }
}
