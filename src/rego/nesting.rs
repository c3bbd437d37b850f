//! How deep the brackets of a policy lie in one another. The parser reads what is in a bracket twice, for it may be a
//! comprehension, so that each bracket doubles the work for all that lies in it.

use std::ops::Range;

use super::module::Module;
use super::tokens::{TokenKind, tokens};
use crate::model::{Problem, Span};

/// Tokens that the parser may read, again and again: some seconds of work, and far more than a person nests.
const MOST: u64 = 1 << 24;

/// Says where a module nests too deep to be parsed.
pub(super) fn check(module: &Module) -> Result<(), Problem> {
    let Some(range) = too_deep(&module.text) else { return Ok(()) };
    let span = Span::new(module.source, range);
    Err(Problem::at(span, "brackets lie too deep in one another to be parsed")
        .with_help("give parts names of their own"))
}

/// The first bracket past the bound.
fn too_deep(text: &str) -> Option<Range<usize>> {
    let (mut depth, mut work) = (0_u32, 0_u64);
    for token in tokens(text) {
        match (token.kind, token.of(text)) {
            (TokenKind::Comment | TokenKind::Newline, _) => continue,
            (TokenKind::Symbol, "[" | "{") => depth += 1,
            (TokenKind::Symbol, "]" | "}") => depth = depth.saturating_sub(1),
            _ => {}
        }
        work = work.saturating_add(1_u64.checked_shl(depth).unwrap_or(u64::MAX));
        if work > MOST {
            return Some(token.range);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tower_of_brackets_is_refused_and_a_long_policy_is_not() {
        let tower = |many: usize| format!("package a\n\nx := {}1{}\n", "[".repeat(many), "]".repeat(many));
        assert_eq!(too_deep(&tower(12)), None);
        assert!(too_deep(&tower(30)).is_some_and(|it| tower(30).get(it) == Some("[")));
        assert!(too_deep(&"{\"a\": ".repeat(100)).is_some());
        let rule = "deny contains {\"subject\": it.id, \"path\": [\"a\"]} if {\n\tsome it in input.a\n\tit.b == [{\"c\": {\"d\": 1}}]\n}\n\n";
        assert_eq!(too_deep(&format!("package a\n\n{}", rule.repeat(5_000))), None);
    }
}
