//! The text of a script as a shell gets it, byte for byte where the source has it: what YAML adds is blank.

use crate::model::Node;

/// What the source holds at the node, of the same length: quotes, indentation and escapes are blanks, and a line break
/// that YAML folds away is one too. So every place in it is a place in the source.
pub(crate) fn script(source: &str, node: &Node) -> String {
    let Some(value) = node.as_str() else { return String::new() };
    let written = source.get(node.span.range()).unwrap_or_default();
    let mut wanted = value.chars().peekable();
    let mut rest = written.chars().peekable();
    let is_escaped = written.starts_with('"');
    let mut text = String::with_capacity(written.len());
    // The quote itself; in a block, the mark and what follows on its line.
    match rest.peek() {
        Some('"' | '\'') if !value.starts_with(written) => text.extend(rest.next().map(|_| ' ')),
        Some('|' | '>') => {
            while let Some(it) = rest.next_if(|it| *it != '\n') {
                blank(&mut text, it);
            }
        }
        _ => {}
    }
    while let Some(it) = rest.next() {
        if it == '\\' && is_escaped {
            text.push(' ');
            escape(&mut text, &mut rest, &mut wanted);
        } else if wanted.next_if_eq(&it).is_some() {
            text.push(it);
        } else if it == '\n' && wanted.next_if_eq(&' ').is_some() {
            text.push(' ');
        } else {
            blank(&mut text, it);
        }
    }
    text
}

fn blank(text: &mut String, instead_of: char) {
    match instead_of {
        '\n' => text.push('\n'),
        it => text.extend(std::iter::repeat_n(' ', it.len_utf8())),
    }
}

/// An escape of a double-quoted text, past its backslash: one character of the value.
fn escape(
    text: &mut String,
    rest: &mut std::iter::Peekable<std::str::Chars<'_>>,
    wanted: &mut std::iter::Peekable<std::str::Chars<'_>>,
) {
    let Some(kind) = rest.next() else { return };
    if kind == '\n' {
        // An escaped line break is no part of the value.
        return text.push(' ');
    }
    let meant = wanted.next();
    match meant {
        Some(it) if it.len_utf8() == kind.len_utf8() => text.push(it),
        _ => blank(text, kind),
    }
    let digits = match kind {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    };
    for _ in 0..digits {
        if let Some(it) = rest.next() {
            blank(text, it);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;
    use crate::syntax::yaml;

    fn scripts(text: &str) -> Vec<String> {
        let parsed = yaml::parse(SourceId(0), text);
        let items = parsed.documents[0].items().to_vec();
        items
            .iter()
            .map(|it| {
                let script = script(text, it);
                assert_eq!(script.len(), it.span.range().len());
                script.split_whitespace().collect::<Vec<_>>().join(" ")
            })
            .collect()
    }

    #[test]
    fn what_yaml_adds_is_blank() {
        assert_eq!(
            scripts("- \"npm test\"\n- 'echo ''a'''\n- \"echo \\\"hi\\\"\\nls\"\n- npm ci\n"),
            ["npm test", "echo ' a'", "echo \"hi \" ls", "npm ci"]
        );
    }

    #[test]
    fn folded_lines_are_one() {
        let text = "- >-\n  go\n  test ./...\n- |\n  a\n    b\n- go\n  vet\n";
        let parsed = yaml::parse(SourceId(0), text);
        let lines = |at: usize| {
            let script = script(text, &parsed.documents[0].items()[at]);
            script.lines().filter(|it| !it.trim().is_empty()).count()
        };
        assert_eq!((lines(0), lines(1), lines(2)), (1, 2, 1));
    }
}
