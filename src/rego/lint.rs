//! What a policy may not say: forms that regorus takes in silence and answers wrongly.

use super::module::Module;
use crate::model::{Problem, Span};

/// Complaints about forms that would silently give nothing.
pub fn problems(module: &Module) -> Vec<Problem> {
    let code = code_of(&module.text);
    let mut found = Vec::new();
    for (at, _) in code.match_indices("walk(") {
        let is_word = code
            .get(..at)
            .and_then(|it| it.chars().next_back())
            .is_some_and(|it| it.is_alphanumeric() || it == '_' || it == '.');
        if !is_word && arguments(code.get(at + 5..).unwrap_or_default()) < 2 {
            found.push(
                Problem::at(Span::new(module.source, at..at + 4), "this form of `walk` silently finds nothing here")
                    .with_help("write `walk(x, [path, value])`"),
            );
        }
    }
    for name in ["http.send", "time.now_ns", "rand.intn", "uuid.rfc4122", "opa.runtime"] {
        for (at, _) in code.match_indices(name) {
            let span = Span::new(module.source, at..at + name.len());
            found.push(Problem::at(span, format!("`{name}` is not allowed: `input` alone decides")));
        }
    }
    found
}

/// The text with comments and strings blanked out, byte for byte.
fn code_of(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut quote = None;
    let mut is_comment = false;
    let mut is_escaped = false;
    for character in text.chars() {
        let is_code = match (quote, character) {
            _ if character == '\n' => {
                is_comment = false;
                if quote == Some('"') {
                    quote = None;
                }
                true
            }
            _ if is_comment => false,
            (Some('"'), _) if is_escaped => {
                is_escaped = false;
                false
            }
            (Some('"'), '\\') => {
                is_escaped = true;
                false
            }
            (Some(open), _) => {
                if open == character {
                    quote = None;
                }
                false
            }
            (None, '"' | '`') => {
                quote = Some(character);
                false
            }
            (None, '#') => {
                is_comment = true;
                false
            }
            (None, _) => true,
        };
        if is_code {
            code.push(character);
        } else {
            code.extend(std::iter::repeat_n(' ', character.len_utf8()));
        }
    }
    code
}

/// How many arguments a call has, from behind its parenthesis on.
fn arguments(rest: &str) -> usize {
    let mut depth = 0;
    let mut count = 1;
    for character in rest.chars() {
        match character {
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => count += 1,
            _ => {}
        }
    }
    count
}

/// The string and number literals of a module's code: values that may decide.
pub fn literals(text: &str) -> (Vec<String>, Vec<i64>) {
    let mut strings = Vec::new();
    for line in text.lines().filter(|it| !it.trim_start().starts_with('#')) {
        let mut rest = line;
        while let Some((_, after)) = rest.split_once('"') {
            let Some((inside, after)) = after.split_once('"') else { break };
            strings.push(inside.to_owned());
            rest = after;
        }
    }
    let code = code_of(text);
    let words = code.split(|it: char| !it.is_alphanumeric() && it != '_');
    let numbers = words.filter(|it| it.starts_with(|it: char| it.is_ascii_digit())).filter_map(|it| it.parse().ok());
    (strings, numbers.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;

    fn messages(code: &str) -> usize {
        let text = format!("package gapcheck.lib.x\n{code}\n");
        problems(&Module::read(SourceId(0), "x.rego", text.into()).unwrap()).len()
    }

    #[test]
    fn only_the_walk_that_works_is_let_through() {
        assert_eq!(messages("a if walk(input, [p, v])"), 0);
        assert_eq!(messages("a if { [p, v] := walk(input) }"), 1);
        assert_eq!(messages("a if some [p, v] in walk(object.get(input, \"a\", {}))"), 1);
        assert_eq!(messages("a if boardwalk(input) # walk(x)"), 0);
    }

    #[test]
    fn literals_are_read_from_code_and_not_from_comments() {
        let (strings, numbers) = literals("# \"no\" 7\na if input.x == \"yes\"\nb if input.y < 35\n");
        assert_eq!(strings, ["yes"]);
        assert_eq!(numbers, [35]);
    }
}
