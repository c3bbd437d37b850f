//! A Dockerfile as Conftest shows it: a list of commands.

use crate::model::{Entry, Node, SourceId, Span};
use crate::syntax::dockerfile::{Dockerfile, Instruction};

/// Instructions whose arguments are taken as one text.
const WHOLE: &[&str] = &["RUN", "CMD", "ENTRYPOINT", "SHELL", "HEALTHCHECK"];

/// All commands in their order, each with the number of its stage.
pub(super) fn commands(file: &Dockerfile, source: SourceId) -> Node {
    let mut stage: i64 = -1;
    let mut commands = Vec::new();
    for instruction in &file.instructions {
        stage += i64::from(instruction.name == "FROM");
        commands.push(command(file, instruction, stage.max(0)));
    }
    let whole = commands.iter().map(|it| it.span).reduce(Span::to).unwrap_or(Span::start_of(source));
    Node::list(commands, whole)
}

fn command(file: &Dockerfile, instruction: &Instruction, stage: i64) -> Node {
    let span = instruction.span;
    let name = instruction.name.to_ascii_lowercase();
    let (cmd, sub) = if instruction.on_build { ("onbuild".to_owned(), name) } else { (name, String::new()) };
    let flags = instruction.flags.iter().map(|it| {
        let text = match it.value.text.is_empty() {
            true => format!("--{}", it.name),
            false => format!("--{}={}", it.name, it.value.text),
        };
        Node::new(text, it.span)
    });
    let entries = vec![
        Entry::new("Cmd", Node::new(cmd, instruction.name_span)),
        Entry::new("SubCmd", Node::new(sub, instruction.name_span)),
        Entry::new("JSON", Node::new(instruction.exec.is_some(), span)),
        Entry::new("Flags", Node::list(flags.collect(), span)),
        Entry::new("Value", Node::list(values(file, instruction), instruction.arguments.whole())),
        Entry::new("Stage", Node::new(stage, span)),
    ];
    Node::map(entries, span)
}

fn values(file: &Dockerfile, instruction: &Instruction) -> Vec<Node> {
    if let Some(words) = &instruction.exec {
        return words.iter().map(|it| Node::new(it.text.as_str(), it.span)).collect();
    }
    if WHOLE.contains(&instruction.name.as_str()) {
        return vec![Node::new(instruction.arguments.text.trim(), instruction.arguments.whole())];
    }
    let words = instruction.arguments.words(file.escape);
    let pairs = matches!(instruction.name.as_str(), "ENV" | "LABEL");
    let mut values = Vec::new();
    for word in words {
        match word.text.split_once('=').filter(|_| pairs) {
            // As the parser of BuildKit has them: name, value and the sign between.
            Some((name, value)) => {
                values.extend([name, value, "="].map(|it| Node::new(it, word.span)));
            }
            None => values.push(Node::new(word.text, word.span)),
        }
    }
    values
}
