//! What a policy may not say: forms that regorus takes in silence and answers wrongly.

use super::vocabulary::IDENTITY;
use crate::model::{Problem, Span};
use crate::rego::module::Module;
use crate::rego::tokens::{Token, TokenKind, code_of, tokens};

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
    found.extend(open_heads(module));
    for name in ["http.send", "time.now_ns", "rand.intn", "uuid.rfc4122", "opa.runtime"] {
        for (at, _) in code.match_indices(name) {
            let span = Span::new(module.source, at..at + name.len());
            found.push(Problem::at(span, format!("`{name}` is not allowed: `input` alone decides")));
        }
    }
    found
}

/// `names contains job.pipeline if ..`: where one job has no pipeline, regorus loses those of the others.
fn open_heads(module: &Module) -> Vec<Problem> {
    let text = module.text.as_ref();
    let all = tokens(text);
    let code: Vec<_> = all.iter().filter(|it| it.kind != TokenKind::Comment).collect();
    let heads = code.array_windows().filter(|[contains, of, dot, fact, end]| {
        contains.of(text) == "contains"
            && of.kind == TokenKind::Word
            && dot.of(text) == "."
            && !IDENTITY.contains(&fact.of(text))
            && end.of(text) == "if"
    });
    let complaint = |[_, of, _, fact, _]: &[&Token; 5]| {
        let span = Span::new(module.source, of.range.start..fact.range.end);
        let message = format!("where one has no `{}`, the others are silently lost here", fact.of(text));
        Problem::at(span, message).with_help("name it in the body: `it := x.fact`, and write `contains it if`")
    };
    heads.map(complaint).collect()
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
    let mut numbers = Vec::new();
    for token in tokens(text) {
        let word = token.of(text);
        match token.kind {
            TokenKind::String => strings.push(word.trim_matches(['"', '`']).to_owned()),
            TokenKind::Number => numbers.extend(word.parse::<i64>().ok()),
            TokenKind::Word | TokenKind::Symbol | TokenKind::Comment | TokenKind::Newline => {}
        }
    }
    (strings, numbers)
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
    fn a_head_that_may_be_missing_is_named_in_the_body() {
        assert_eq!(messages("names contains job.pipeline if some job in input.job"), 1);
        assert_eq!(messages("names contains job.id if some job in input.job"), 0);
        assert_eq!(messages("names contains it if {\n\tsome job in input.job\n\tit := job.pipeline\n}"), 0);
    }

    #[test]
    fn literals_are_read_from_code_and_not_from_comments() {
        let (strings, numbers) = literals("# \"no\" 7\na if input.x == \"yes\"\nb if input.y < 35\n");
        assert_eq!(strings, ["yes"]);
        assert_eq!(numbers, [35]);
    }
}
