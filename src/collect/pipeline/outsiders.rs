//! Variables that outsiders fill, where a script hands them to a second shell or interpreter. The first one only expands
//! them; the second takes what they hold for code.

use crate::model::{Node, Span};
use crate::syntax::dockerfile::logical::Logical;
use crate::syntax::{shell, shell_flow};

use super::facts::Facts;

/// Programs that run a text, and the option before it; `eval` and `ssh` take it as it is.
const RUNNERS: &[(&str, &[&str])] = &[
    ("eval", &[]),
    ("ssh", &[]),
    ("sh", &["-c"]),
    ("bash", &["-c"]),
    ("zsh", &["-c"]),
    ("dash", &["-c"]),
    ("su", &["-c"]),
    ("python", &["-c"]),
    ("python3", &["-c"]),
    ("node", &["-e", "--eval"]),
    ("perl", &["-e"]),
    ("ruby", &["-e"]),
    ("php", &["-r"]),
    ("pwsh", &["-c", "-Command"]),
    ("powershell", &["-c", "-Command"]),
];

/// One interpolation as a fact.
pub(crate) fn interpolation(expression: &str, untrusted: Node, span: Span) -> Node {
    let mut facts = Facts::default();
    facts.put("expression", Node::new(expression, span));
    facts.put("untrusted", untrusted);
    facts.into_node(span).named(span)
}

/// The variables of outsiders that a script runs as code, each at the word that holds it.
pub(crate) fn run_as_code(script: &str, span: Span, is_outsiders: &dyn Fn(&str) -> bool) -> Vec<Node> {
    if !script.contains('$') {
        return Vec::new();
    }
    let mut logical = Logical::empty(span.source);
    logical.push(script, span.start as usize);
    let mut found = Vec::new();
    for flow in shell_flow::flows(shell::commands(&logical)) {
        let Some((_, options)) = RUNNERS.iter().find(|(name, _)| *name == flow.program.text) else { continue };
        let mut given = options.is_empty();
        let mut passed = false;
        for word in &flow.arguments {
            let ends_option = options.contains(&word.text.as_str())
                || options.contains(&"-c") && word.text.starts_with('-') && word.text.ends_with('c');
            if ends_option {
                given = true;
                continue;
            }
            let from =
                (word.span.start - span.start) as usize..(word.span.end.max(word.span.start) - span.start) as usize;
            let written = script.get(from).unwrap_or_default();
            // What stands behind the text of `sh -c` are its arguments: data.
            let is_code = given && !passed;
            passed |= given && !options.is_empty();
            if !is_code || written.starts_with('\'') {
                continue;
            }
            let name = names(written).find(|it| is_outsiders(it));
            found.extend(name.map(|it| interpolation(&format!("${it}"), Node::new(true, word.span), word.span)));
        }
    }
    found
}

/// The names of the shell variables in a text.
pub(crate) fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('$').skip(1).filter_map(|it| {
        let it = it.strip_prefix("env:").or_else(|| it.strip_prefix('{')).unwrap_or(it);
        let end = it.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(it.len());
        it.get(..end).filter(|name| !name.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;

    fn found(text: &str) -> usize {
        run_as_code(text, Span::new(SourceId(0), 0..text.len()), &|it| it == "TITLE").len()
    }

    #[test]
    fn only_a_second_reader_takes_a_variable_for_code() {
        assert_eq!(found("echo \"$TITLE\""), 0);
        assert_eq!(found("eval \"echo $TITLE\""), 1);
        assert_eq!(found("bash -c \"deploy ${TITLE}\""), 1);
        assert_eq!(found("bash -ec 'deploy \"$TITLE\"'"), 0);
        assert_eq!(found("bash -c 'deploy \"$1\"' - \"$TITLE\""), 0);
        assert_eq!(found("ssh host \"cd app && git checkout $TITLE\""), 1);
        assert_eq!(found("python3 tool.py \"$TITLE\""), 0);
    }
}
