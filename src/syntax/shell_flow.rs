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

/// How many commands with substitutions before a command may hold it: in a script that somebody wrote, few do.
const MOST_HOLDERS: usize = 64;

fn is_substitution(word: &Word) -> bool {
    ["$(", "`", "<("].iter().any(|mark| word.text.starts_with(mark))
}

/// A command with substitutions.
struct Holder<'a> {
    command: &'a Command,
    /// The program that runs what its substitutions give.
    runs: Option<&'a Word>,
}

impl<'a> Holder<'a> {
    /// `sh -c "$(curl x)"`, `eval "$(curl x)"`, `bash <(curl x)`.
    fn of((command, program): &'a (Command, Option<Word>)) -> Self {
        let takes = |program: &&Word| match program.text.as_str() {
            "eval" | "source" | "." => true,
            _ => command
                .words
                .iter()
                .any(|it| it.text.starts_with("<(") || it.text.starts_with('-') && it.text.ends_with('c')),
        };
        Self { command, runs: program.as_ref().filter(takes) }
    }

    fn holds(&self, command: &Command) -> bool {
        // Words stand in order and apart: only the last one that begins before can hold it.
        let words = &self.command.words;
        let after = words.partition_point(|it| it.span.start < command.span.start);
        let last = words.get(..after).and_then(|it| it.last());
        last.is_some_and(|it| is_substitution(it) && command.span.end <= it.span.end)
    }
}

/// The program before a command that runs what the command gives.
fn taker(holders: &[Holder<'_>], command: &Command) -> Option<Word> {
    holders.iter().rev().take(MOST_HOLDERS).find(|it| it.holds(command))?.runs.cloned()
}

/// Each command with its program and the reader of its output.
pub fn flows(commands: Vec<Command>) -> Vec<Flow> {
    let programs: Vec<_> = commands.iter().map(|it| program(&it.words)).collect();
    let named: Vec<(Command, Option<Word>)> = commands
        .iter()
        .zip(&programs)
        .map(|(command, program)| (command.clone(), program.as_ref().map(|(word, _, _)| word.clone())))
        .collect();
    let readers = readers(&named);
    let mut holders = Vec::new();
    let mut flows = Vec::new();
    for (((command, program), own), reader) in commands.into_iter().zip(programs).zip(&named).zip(readers) {
        let piped_to = if command.piped {
            reader.and_then(|(reader, program)| program.clone().filter(|it| takes_input(it, reader)))
        } else {
            taker(&holders, &command)
        };
        if command.words.iter().any(is_substitution) {
            holders.push(Holder::of(own));
        }
        let Some((program, arguments, sudo)) = program else { continue };
        flows.push(Flow { program, arguments, command, sudo, piped_to });
    }
    flows
}

/// What reads the output of each command, past the filters between.
fn readers(commands: &[(Command, Option<Word>)]) -> Vec<Option<&(Command, Option<Word>)>> {
    let is_filter = |it: &Word| FILTERS.contains(&it.text.as_str());
    let mut readers = Vec::with_capacity(commands.len());
    let mut reader = None;
    for it in commands.iter().rev() {
        readers.push(reader);
        if !(it.0.piped && it.1.as_ref().is_some_and(is_filter)) {
            reader = Some(it);
        }
    }
    readers.reverse();
    readers
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
    shell::commands(&arguments.unquoted(script))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;

    #[test]
    fn what_a_script_in_quotes_runs_has_its_place_between_them() {
        for text in
            ["sh -c \"\u{fffd}(curl x)\"", "sh -c 'wget x'", "bash -c \"echo \\\"é\\\" && curl x\"", "sh -c c'ur'l"]
        {
            let mut logical = Logical::empty(SourceId(0));
            logical.push(text, 0);
            let all = with_scripts(shell::commands(&logical), &logical);
            assert!(all.len() > 1, "{text}");
            for word in all.iter().skip(1).flat_map(|it| &it.words) {
                let place = text.get(word.span.range()).unwrap_or_else(|| panic!("{word:?} cuts a letter"));
                let first = word.text.chars().next();
                assert_eq!(place.trim_start_matches(['"', '\\']).chars().next(), first, "{word:?}");
            }
        }
    }
}
