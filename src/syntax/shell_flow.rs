//! Who runs what a command of a shell script prints: pipes, substitutions, and scripts within scripts.

use super::dockerfile::logical::{Logical, Word};
use super::shell::{self, Command};

/// A command with the program that really runs, and the one that reads its output.
pub struct Flow {
    /// Past `sudo` and `env`, without its folder.
    pub program: Word,
    pub arguments: Vec<Word>,
    pub command: Command,
    pub sudo: bool,
    /// The program that reads what this one prints. An interpreter that is told to run something else does not count.
    pub piped_to: Option<Word>,
}

/// `sh -c '...'` is followed by what the script in its quotes runs. Substitutions have been taken apart already.
pub fn with_scripts(commands: Vec<Command>, arguments: &Logical) -> Vec<Command> {
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

/// Each command with its program and the reader of its output.
pub fn flows(commands: Vec<Command>) -> Vec<Flow> {
    let programs: Vec<_> = commands.iter().map(|it| program(&it.words)).collect();
    let named: Vec<(Command, Option<Word>)> = commands
        .iter()
        .zip(&programs)
        .map(|(command, program)| (command.clone(), program.as_ref().map(|(word, _, _)| word.clone())))
        .collect();
    let mut flows = Vec::new();
    for (at, (command, program)) in commands.into_iter().zip(programs).enumerate() {
        let Some((program, arguments, sudo)) = program else { continue };
        let piped_to = if command.piped {
            let mut readers = named.iter().skip(at + 1);
            let is_filter = |word: &Word| FILTERS.contains(&word.text.as_str());
            readers
                .find(|(reader, program)| !(reader.piped && program.as_ref().is_some_and(is_filter)))
                .and_then(|(reader, program)| program.clone().filter(|it| takes_input(it, reader)))
        } else {
            taker(named.get(..at).unwrap_or_default(), &command)
        };
        flows.push(Flow { program, arguments, command, sudo, piped_to });
    }
    flows
}

/// Options of a shell that take a word of their own.
const SHELL_OPTIONS: &[&str] = &["-o", "+o", "-O", "+O", "--rcfile", "--init-file"];

/// Whether a program takes its input as what to do: `python -m json.tool` and `bash install.sh` do something else with it.
fn takes_input(program: &Word, command: &Command) -> bool {
    let arguments: Vec<&str> =
        command.words.iter().filter(|it| it.span.start >= program.span.end).map(|it| it.text.as_str()).collect();
    let is_input = |it: &&str| matches!(*it, "-" | "/dev/stdin");
    match program.text.as_str() {
        "sh" | "bash" | "dash" | "ash" | "ksh" | "zsh" => {
            let has = |letter: char| arguments.iter().any(|it| short_option(it, letter));
            let mut valued = false;
            let file = arguments.iter().find(|it| {
                let is_value = std::mem::replace(&mut valued, SHELL_OPTIONS.contains(it));
                !is_value && (is_input(it) || !it.starts_with(['-', '+']))
            });
            !has('c') && (has('s') || file.is_none_or(is_input))
        }
        "python" | "python3" | "node" | "perl" | "ruby" | "php" => arguments.first().is_none_or(is_input),
        _ => true,
    }
}

/// Whether an option is this letter, or holds it: `-s`, `-es`.
fn short_option(option: &str, letter: char) -> bool {
    option.strip_prefix('-').is_some_and(|it| !it.starts_with('-') && it.contains(letter))
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

/// Whether the words begin `sh -c`.
pub fn is_script(program: &Word, option: &Word) -> bool {
    program.text.ends_with("sh") && option.text.starts_with('-') && option.text.ends_with('c')
}

/// What a script within a word runs.
pub fn script_commands(script: &Word, arguments: &Logical) -> Vec<Command> {
    let mut logical = arguments.part(0..0);
    logical.push(&script.text, script.span.start as usize);
    shell::commands(&logical)
}
