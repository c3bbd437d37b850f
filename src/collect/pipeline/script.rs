//! Scripts of pipeline steps, cut into commands: enough to tell which tools run.

use crate::model::Span;
use crate::syntax::dockerfile::logical::Logical;
use crate::syntax::shell;

/// One simple command of a script, without what merely wraps it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Command {
    pub(crate) words: Vec<String>,
    pub(crate) span: Span,
}

/// Words that run the command after them and say nothing of it.
const WRAPPERS: &[&str] = &[
    "sudo", "time", "exec", "nohup", "env", "command", "then", "do", "else", "if", "!", "while", "npx", "bunx",
    "xvfb-run", "dotenv", "uvx", "pipx",
];

/// Pairs of words that run the command after them.
const WRAPPING_PAIRS: &[(&str, &str)] = &[
    ("bundle", "exec"),
    ("poetry", "run"),
    ("uv", "run"),
    ("pipenv", "run"),
    ("pdm", "run"),
    ("hatch", "run"),
    ("pnpm", "exec"),
    ("pnpm", "dlx"),
    ("yarn", "dlx"),
    ("npm", "exec"),
    ("bun", "run"),
    ("python", "-m"),
    ("python3", "-m"),
    ("py", "-m"),
    ("coverage", "run"),
    ("pipx", "run"),
    ("rye", "run"),
    ("pixi", "run"),
];

/// The commands of a script in their order. `text` is what the source holds at `span`.
pub(crate) fn commands(text: &str, span: Span) -> Vec<Command> {
    let mut logical = Logical::empty(span.source);
    logical.push(text, span.start as usize);
    shell::commands(&logical).into_iter().filter_map(unwrapped).collect()
}

fn unwrapped(command: shell::Command) -> Option<Command> {
    let words: Vec<_> = command.words.into_iter().filter(|it| !it.text.is_empty()).collect();
    let skipped = wrapping(&words.iter().map(|it| it.text.as_str()).collect::<Vec<_>>());
    let span = words.get(skipped)?.span.to(words.last()?.span);
    let words = words.into_iter().skip(skipped).map(|it| it.text).collect();
    Some(Command { words, span })
}

/// How many words stand before the command itself: wrappers and their options.
fn wrapping(words: &[&str]) -> usize {
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let next = words.get(at + 1);
        if next.is_some_and(|it| WRAPPING_PAIRS.contains(&(*word, *it))) {
            at += 2;
        } else if WRAPPERS.contains(word) {
            at += 1;
            while words.get(at).is_some_and(|it| it.starts_with('-') && at + 1 < words.len()) {
                at += 1;
            }
        } else {
            break;
        }
    }
    at
}

impl Command {
    /// Whether the command begins with these words. Options may stand between them; an option of the pattern may stand
    /// anywhere.
    pub(crate) fn begins_with(&self, pattern: &str) -> bool {
        let Some((program, rest)) = self.words.split_first() else { return false };
        let mut wanted = pattern.split(' ');
        let name = program.rsplit('/').next().unwrap_or(program);
        // Runners of packages take a version behind the name.
        let name = name.split_once("==").map_or(name, |it| it.0);
        if !wanted.next().is_some_and(|it| matches(name, it)) {
            return false;
        }
        let mut words = rest.iter();
        wanted.all(|it| {
            if it.starts_with('-') {
                return rest.iter().any(|word| word == it || word.split('=').next() == Some(it));
            }
            words.find(|word| !word.starts_with('-')).is_some_and(|word| matches(word, it))
        })
    }
}

/// A word, or its beginning where the pattern ends in a star.
fn matches(word: &str, wanted: &str) -> bool {
    match wanted.strip_suffix('*') {
        Some(start) => word.starts_with(start),
        None => word == wanted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;

    fn parsed(text: &str) -> Vec<Command> {
        commands(text, Span::new(SourceId(0), 0..text.len()))
    }

    #[test]
    fn wrappers_settings_and_comments_say_nothing_of_the_command() {
        let script = "# npm test\nCI=1 sudo -E npx jest --ci && poetry run pytest -q | tee out\n";
        let words: Vec<_> = parsed(script).into_iter().map(|it| it.words.join(" ")).collect();
        assert_eq!(words, ["jest --ci", "pytest -q", "tee out"]);
    }

    #[test]
    fn a_continued_line_is_one_command() {
        let found = parsed("docker build \\\n  -t web .");
        assert_eq!(found[0].words, ["docker", "build", "-t", "web", "."]);
    }

    #[test]
    fn options_may_stand_between_the_words_of_a_pattern() {
        let found = parsed("terraform -chdir=infra apply -auto-approve");
        assert!(found[0].begins_with("terraform apply"));
        assert!(!found[0].begins_with("terraform plan"));
        assert!(parsed("./node_modules/.bin/jest")[0].begins_with("jest"));
        assert!(parsed("npm publish --access public --provenance")[0].begins_with("npm publish --provenance"));
    }
}
