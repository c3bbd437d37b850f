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
            runs.extend(placed(with_scripts(commands, &instruction.arguments), &stage.name));
        }
    }
    runs
}

/// `["sh", "-c", "..."]` runs a script; any other list is one command.
fn exec(words: &[Word], arguments: &Logical) -> Vec<Command> {
    match words {
        [program, option, script, ..] if is_script(program, option) => script_commands(script, arguments),
        [first, .., last] => vec![Command { words: words.to_vec(), span: first.span.to(last.span), piped: false }],
        [only] => vec![Command { words: words.to_vec(), span: only.span, piped: false }],
        [] => Vec::new(),
    }
}

fn is_script(program: &Word, option: &Word) -> bool {
    program.text.ends_with("sh") && option.text.starts_with('-') && option.text.ends_with('c')
}

fn script_commands(script: &Word, arguments: &Logical) -> Vec<Command> {
    let mut logical = arguments.part(0..0);
    logical.push(&script.text, script.span.start as usize);
    shell::commands(&logical)
}

/// `sh -c '...'` is followed by what the script in its quotes runs. Substitutions have been taken apart already.
fn with_scripts(commands: Vec<Command>, arguments: &Logical) -> Vec<Command> {
    let mut all = Vec::new();
    for command in commands {
        let script = match command.words.as_slice() {
            [program, option, script, ..] if is_script(program, option) && !script.text.contains("$(") => Some(script),
            _ => None,
        };
        let inner = script.map(|it| script_commands(it, arguments)).unwrap_or_default();
        all.push(command);
        all.extend(inner);
    }
    all
}

/// Programs that hand on what they read, more or less as it came.
const FILTERS: &[&str] =
    &["awk", "base64", "bunzip2", "cat", "envsubst", "grep", "gunzip", "gzip", "sed", "tee", "tr", "xz", "zcat"];

/// `sh -c "$(curl x)"`, `eval "$(curl x)"`, `bash <(curl x)`: the program before that runs what this command gives.
fn taker(before: &[(Command, Option<Word>)], command: &Command) -> Option<Word> {
    let holds = |it: &Word| {
        ["$(", "`", "<("].iter().any(|mark| it.text.starts_with(mark))
            && it.span.start < command.span.start
            && command.span.end <= it.span.end
    };
    let (holder, program) = before.iter().rev().find(|(it, _)| it.words.iter().any(holds))?;
    let program = program.clone()?;
    let takes = match program.text.as_str() {
        "eval" | "source" | "." => true,
        _ => holder
            .words
            .iter()
            .any(|it| it.text.starts_with("<(") || it.text.starts_with('-') && it.text.ends_with('c')),
    };
    takes.then_some(program)
}

fn placed(commands: Vec<Command>, stage: &str) -> Vec<Run> {
    let programs: Vec<_> = commands.iter().map(|it| program(&it.words)).collect();
    let named: Vec<(Command, Option<Word>)> = commands
        .iter()
        .zip(&programs)
        .map(|(command, program)| (command.clone(), program.as_ref().map(|(word, _, _)| word.clone())))
        .collect();
    let mut runs = Vec::new();
    for (at, (command, program)) in commands.into_iter().zip(programs).enumerate() {
        let Some((program, arguments, sudo)) = program else { continue };
        let piped_to = if command.piped {
            let mut readers = named.iter().skip(at + 1);
            let is_filter = |word: &Word| FILTERS.contains(&word.text.as_str());
            readers
                .find(|(reader, program)| !(reader.piped && program.as_ref().is_some_and(is_filter)))
                .and_then(|(_, program)| program.clone())
        } else {
            taker(named.get(..at).unwrap_or_default(), &command)
        };
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
