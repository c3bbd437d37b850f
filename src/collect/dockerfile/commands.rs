//! The commands that RUN instructions give to the shell.

use crate::model::{Entry, Node, Span};
use crate::syntax::dockerfile::{Logical, Word};
use crate::syntax::shell::{self, Command, is_assignment};
use crate::syntax::shell_flow::{self, Flow, is_script, script_commands};

use super::stages::Build;

/// A command and the stage that runs it.
pub(super) struct Run {
    pub(super) flow: Flow,
    stage: String,
}

pub(super) fn of(build: &Build) -> Vec<Run> {
    let mut runs = Vec::new();
    for stage in &build.stages {
        for instruction in stage.instructions.iter().filter(|it| it.name == "RUN") {
            let mut commands = match &instruction.exec {
                Some(words) => exec(words, &instruction.arguments),
                None => shell::commands(&instruction.arguments),
            };
            for heredoc in &instruction.heredocs {
                commands.retain(|it| !it.words.is_empty());
                commands.extend(shell::commands(&heredoc.body));
            }
            let flows = shell_flow::flows(shell_flow::with_scripts(commands, &instruction.arguments));
            runs.extend(flows.into_iter().map(|flow| Run { flow, stage: stage.name.clone() }));
        }
    }
    runs
}

/// `["sh", "-c", "..."]` runs a script; any other list is one command.
fn exec(words: &[Word], arguments: &Logical) -> Vec<Command> {
    match words {
        [program, option, script, ..] if is_script(program, option) => script_commands(script, arguments),
        [first, .., last] => vec![one(words, first.span.to(last.span))],
        [only] => vec![one(words, only.span)],
        [] => Vec::new(),
    }
}

fn one(words: &[Word], span: Span) -> Command {
    Command { words: words.to_vec(), assignments: Vec::new(), span, piped: false }
}

/// What the environment of the command is given: `A=1 npm ci`, `env A=1 npm ci`, `export A=1`.
fn variables(flow: &Flow) -> Vec<Node> {
    let before = flow.command.words.iter().take_while(|it| it.span.start < flow.program.span.start);
    let exported: &[Word] = if flow.program.text == "export" { &flow.arguments } else { &[] };
    let all = flow.command.assignments.iter().chain(before).chain(exported).filter(|it| is_assignment(&it.text));
    let of_word = |it: &Word| {
        let (name, value) = it.text.split_once('=')?;
        let entries = [("name", name), ("value", value)].map(|(key, text)| Entry::new(key, Node::new(text, it.span)));
        Some(Node::map(entries.into(), it.span))
    };
    all.filter_map(of_word).collect()
}

pub(super) fn node(run: &Run) -> Node {
    let flow = &run.flow;
    let text = |it: &Word| Node::new(it.text.as_str(), it.span);
    let words: Vec<_> = flow.command.words.iter().map(|it| it.text.as_str()).collect();
    let mut entries = vec![
        Entry::new("program", text(&flow.program)),
        Entry::new("arguments", Node::list(flow.arguments.iter().map(text).collect(), flow.command.span)),
        Entry::new("text", Node::new(words.join(" "), flow.command.span)),
        Entry::new("variables", Node::list(variables(flow), flow.command.span)),
        Entry::new("sudo", Node::new(flow.sudo, flow.command.span)),
        Entry::new("stage", Node::new(run.stage.as_str(), flow.command.span)),
    ];
    entries.extend(flow.piped_to.as_ref().map(|it| Entry::new("piped_to", text(it))));
    Node::map(entries, flow.command.span).named(flow.program.span)
}

impl Run {
    pub(super) fn stage(&self) -> &str {
        &self.stage
    }
}
