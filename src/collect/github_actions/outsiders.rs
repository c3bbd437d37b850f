//! Whose text a context holds: one that an outsider fills, or one that hands such text on from a variable, an earlier
//! step or another job.

use std::collections::BTreeSet;

use crate::collect::pipeline::{outsiders, text};
use crate::collect::target::SourceFile;
use crate::model::Node;

use super::context::Place;
use super::expressions::{self, Expression};
use super::uses::Reference;

/// How many times text is handed on before it is left alone.
pub(super) const LONGEST_WAY: usize = 6;

/// Actions that hand on names of changed files or branches, by a part of the output's name. An empty part is any output.
const ACTIONS: &[(&str, &str)] = &[
    ("tj-actions/changed-files", "files"),
    ("tj-actions/branch-names", "branch"),
    ("dorny/paths-filter", "_files"),
    ("jitterbit/get-changed-files", ""),
    ("trilom/file-changes-action", "files"),
    ("xt0rted/pull-request-comment-branch", "ref"),
    ("peter-murray/issue-body-parser-action", ""),
    ("stefanbuck/github-issue-parser", ""),
    ("actions-ecosystem/action-regex-match", ""),
];

/// Programs of which a result no longer holds the text: counts, digests, parts that match a pattern.
const WASHERS: &[&str] = &["wc ", "sum", "grep -o", "grep -E -o", "tr -dc", "tr -cd", "length"];

/// Where text is looked for: a list of steps with the variables around them.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) file: &'a SourceFile,
    pub(super) document: &'a Node,
    pub(super) steps: &'a [Node],
    pub(super) environments: [Option<&'a Node>; 3],
    /// The inputs of the file that outsiders' text is handed to.
    pub(super) inputs: Option<&'a BTreeSet<String>>,
    /// `strategy.matrix` of the job.
    pub(super) matrix: Option<&'a Node>,
}

/// Whether an outsider can write what an expression of a step expands to.
pub(super) fn writes(place: &Place<'_>, step: &Node, expression: &Expression) -> bool {
    Scope::of(place, step).writes(expression, LONGEST_WAY)
}

/// The shell variables of a step that hold what an outsider writes: those of its environment, and those that its script
/// makes of them.
pub(super) fn variables(place: &Place<'_>, step: &Node) -> BTreeSet<String> {
    let script = step.get("run").map(|it| text::script(&place.file.text, it)).unwrap_or_default();
    Scope::of(place, step).variables(step, &script, LONGEST_WAY)
}

impl<'a> Scope<'a> {
    fn of(place: &Place<'a>, step: &'a Node) -> Self {
        let around = |at: usize| place.environments.get(at).copied().flatten();
        let environments = [step.get("env"), around(1), around(0)];
        let (inputs, matrix) = (place.inputs, place.matrix);
        Self { file: place.file, document: place.document, steps: place.steps, environments, inputs, matrix }
    }

    /// The same, seen by another step of the list.
    fn seen_by(self, step: &'a Node) -> Self {
        let [_, job, workflow] = self.environments;
        Self { environments: [step.get("env"), job, workflow], ..self }
    }

    pub(super) fn writes(self, expression: &Expression, left: usize) -> bool {
        expression.contexts().iter().any(|it| self.fills(it, left))
    }

    fn fills(self, context: &str, left: usize) -> bool {
        if expressions::is_outsiders(context) {
            return true;
        }
        let Some(left) = left.checked_sub(1) else { return false };
        let parts: Vec<&str> = context.split('.').collect();
        match parts.as_slice() {
            ["env", name] => self.variable(name, left),
            ["inputs", name] => self.inputs.is_some_and(|it| it.contains(&name.to_lowercase())),
            ["matrix", name, ..] => self.matrix_gives(name, left),
            ["steps", id, "outputs", name] => self.step_gives(id, name, left),
            ["needs", job, "outputs", name] => self.job_gives(job, name, left),
            _ => false,
        }
    }

    fn variable(self, name: &str, left: usize) -> bool {
        let value = self.environments.into_iter().flatten().find_map(|it| it.get_in_any_case(name));
        value.is_some_and(|it| expressions::of(self.file, it).iter().any(|it| self.writes(it, left)))
    }

    /// A value of the matrix, or of what is added to it; or the whole of it, where one expression makes it.
    fn matrix_gives(self, name: &str, left: usize) -> bool {
        let Some(matrix) = self.matrix else { return false };
        let included = matrix.get("include").map(Node::items).unwrap_or_default();
        let values = std::iter::once(matrix).chain(included).filter_map(|it| it.get_in_any_case(name));
        let values = values.flat_map(|it| std::iter::once(it).chain(it.items())).chain([matrix]);
        let mut expressions = values.flat_map(|it| expressions::of(self.file, it));
        expressions.any(|it| self.writes(&it, left))
    }

    fn step_gives(self, id: &str, name: &str, left: usize) -> bool {
        let named = |it: &&Node| it.get("id").and_then(Node::as_str).is_some_and(|it| it.eq_ignore_ascii_case(id));
        let Some(step) = self.steps.iter().find(named) else { return false };
        if let Some(called) = step.get("uses").and_then(Node::as_str) {
            let path = Reference::read(called).full_path().to_ascii_lowercase();
            return ACTIONS.iter().any(|(action, part)| path == *action && name.contains(part));
        }
        let Some(run) = step.get("run") else { return false };
        let own = self.seen_by(step);
        let script = text::script(&self.file.text, run);
        let variables = own.variables(step, &script, left);
        // `echo "name=${{ github.head_ref }}" >> "$GITHUB_OUTPUT"`, or the older command.
        script.lines().filter(|it| it.contains("GITHUB_OUTPUT") || it.contains("::set-output")).any(|line| {
            let lower = line.to_ascii_lowercase();
            let sets = lower.contains(&format!("{name}=")) || lower.contains(&format!("name={name}::"));
            let expanded = expressions::within(line, run.span);
            sets && !washes(line)
                && (expanded.iter().any(|it| own.writes(it, left))
                    || outsiders::names(line).any(|it| variables.contains(it)))
        })
    }

    fn job_gives(self, job: &str, name: &str, left: usize) -> bool {
        let Some(job) = self.document.get("jobs").and_then(|it| it.get_in_any_case(job)) else { return false };
        let Some(output) = job.get("outputs").and_then(|it| it.get_in_any_case(name)) else { return false };
        let steps = job.get("steps").map(Node::items).unwrap_or_default();
        let environments = [None, job.get("env"), self.document.get("env")];
        let scope = Self { steps, environments, matrix: job.dotted("strategy.matrix"), ..self };
        expressions::of(self.file, output).iter().any(|it| scope.writes(it, left))
    }

    fn variables(self, step: &'a Node, script: &str, left: usize) -> BTreeSet<String> {
        let own = self.seen_by(step);
        let entries = own.environments.into_iter().flatten().flat_map(Node::entries);
        let names = entries.filter(|it| own.variable(&it.name, left)).map(|it| it.name.to_string());
        let mut found: BTreeSet<String> = names.collect();
        for line in script.lines() {
            let Some((name, value)) = assignment(line) else { continue };
            let expanded = expressions::within(value, step.span);
            let holds =
                expanded.iter().any(|it| own.writes(it, left)) || outsiders::names(value).any(|it| found.contains(it));
            match holds && !washes(value) {
                true => found.insert(name.to_owned()),
                false => found.remove(name),
            };
        }
        found
    }
}

fn washes(line: &str) -> bool {
    WASHERS.iter().any(|it| line.contains(it))
}

/// `NAME=value`, which a script may export.
fn assignment(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    let line = ["export ", "local ", "readonly "].iter().find_map(|it| line.strip_prefix(it)).unwrap_or(line);
    let (name, value) = line.split_once('=')?;
    let is_name = !name.is_empty() && name.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'_');
    is_name.then_some((name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plain_name_is_assigned() {
        assert_eq!(assignment("  export TITLE=\"$T\""), Some(("TITLE", "\"$T\"")));
        assert_eq!(assignment("if [ \"$a\" = b ]; then"), None);
        assert_eq!(assignment("echo a=b"), None);
    }

    #[test]
    fn a_count_of_a_text_holds_nothing_of_it() {
        assert!(washes("$(echo \"$TITLE\" | wc -c)"));
        assert!(!washes("$(echo \"$TITLE\" | head -1)"));
    }
}
