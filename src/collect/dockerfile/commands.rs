//! The commands that RUN instructions give to the shell.

use crate::model::{Entry, Node};
use crate::syntax::dockerfile::{Logical, Word};
use crate::syntax::shell::{self, Command};

use super::stages::Build;

/// A command and the stage that runs it.
pub(super) struct Run {
    pub(super) program: Word,
    pub(super) arguments: Vec<Word>,
    command: Command,
    sudo: bool,
    piped_to: Option<Word>,
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
            runs.extend(placed(commands, &stage.name));
        }
    }
    runs
}

/// `["sh", "-c", "..."]` runs a script; any other list is one command.
fn exec(words: &[Word], arguments: &Logical) -> Vec<Command> {
    match words {
        [program, option, script, ..] if option.text == "-c" && program.text.ends_with("sh") => {
            let mut logical = arguments.part(0..0);
            logical.push(&script.text, script.span.start as usize);
            shell::commands(&logical)
        }
        [first, .., last] => vec![Command { words: words.to_vec(), span: first.span.to(last.span), piped: false }],
        [only] => vec![Command { words: words.to_vec(), span: only.span, piped: false }],
        [] => Vec::new(),
    }
}

fn placed(commands: Vec<Command>, stage: &str) -> Vec<Run> {
    let programs: Vec<_> = commands.iter().map(|it| program(&it.words)).collect();
    let next = programs.iter().skip(1).map(|it| it.as_ref().map(|(word, _, _)| word.clone())).chain([None]);
    let next: Vec<_> = next.collect();
    let mut runs = Vec::new();
    for ((command, program), next) in commands.into_iter().zip(programs).zip(next) {
        let Some((program, arguments, sudo)) = program else { continue };
        let piped_to = next.filter(|_| command.piped);
        runs.push(Run { program, arguments, command, sudo, piped_to, stage: stage.to_owned() });
    }
    runs
}

/// The program that really runs, past `sudo` and `env`, without its folder.
fn program(words: &[Word]) -> Option<(Word, Vec<Word>, bool)> {
    let mut rest = words;
    let mut sudo = false;
    while let Some((first, after)) = rest.split_first() {
        let name = first.text.rsplit('/').next().unwrap_or_default();
        let wraps = matches!(name, "sudo" | "env" | "nice" | "nohup");
        let skipped = wraps && after.iter().any(|it| !it.text.starts_with('-'));
        if !skipped {
            let program = Word { text: name.to_owned(), span: first.span };
            return Some((program, after.to_vec(), sudo));
        }
        sudo |= name == "sudo";
        let flags = after.iter().take_while(|it| it.text.starts_with('-') || it.text.contains('=')).count();
        rest = after.get(flags..).unwrap_or_default();
    }
    None
}

pub(super) fn node(run: &Run) -> Node {
    let text = |it: &Word| Node::new(it.text.as_str(), it.span);
    let words: Vec<_> = run.command.words.iter().map(|it| it.text.as_str()).collect();
    let mut entries = vec![
        Entry::new("program", text(&run.program)),
        Entry::new("arguments", Node::list(run.arguments.iter().map(text).collect(), run.command.span)),
        Entry::new("text", Node::new(words.join(" "), run.command.span)),
        Entry::new("sudo", Node::new(run.sudo, run.command.span)),
        Entry::new("stage", Node::new(run.stage.as_str(), run.command.span)),
    ];
    entries.extend(run.piped_to.as_ref().map(|it| Entry::new("piped_to", text(it))));
    Node::map(entries, run.command.span).named(run.program.span)
}

impl Run {
    pub(super) fn stage(&self) -> &str {
        &self.stage
    }
}
