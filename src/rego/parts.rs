//! Which parts of a fact a policy's code asks for: of a manifest's `spec` perhaps one setting. The rest need not be made
//! into values for Rego, nor kept as such.

use std::collections::BTreeSet;

use super::module::Module;
use super::structure::Structure;
use super::tokens::{Token, TokenKind, tokens};

/// Built-in functions by which code sees more of a subject than it names.
const SEE_ALL: &[&str] = &["walk", "object", "json", "graph", "yaml"];

/// The names that the code asks for right below a fact; nothing where it may look at the whole of it.
pub fn parts(module: &Module, libraries: &[&Module], fact: &str) -> Option<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for it in [module].into_iter().chain(libraries.iter().copied()) {
        let code: Vec<Token> = tokens(&it.text).into_iter().filter(is_code).collect();
        let words: Vec<&str> = code.iter().map(|token| token.of(&it.text)).collect();
        let rules: BTreeSet<String> = Structure::of(&it.text).rules().into_iter().map(|rule| rule.name).collect();
        for (at, word) in words.iter().enumerate() {
            let is =
                |step: isize, wanted: &str| at.checked_add_signed(step).and_then(|it| words.get(it)) == Some(&wanted);
            let is_taken_apart = is(-1, "in")
                && code.get(at).is_some_and(|it| it.kind == TokenKind::Word)
                && !is(1, ".")
                && !rules.contains(*word);
            if SEE_ALL.contains(word) || is_taken_apart {
                return None;
            }
            let is_asked = *word == fact && is(-1, ".");
            let is_named = word.trim_matches('"') == fact && word.starts_with('"');
            if is_named && !(is(-1, "[") && is(-2, ":") && is(-3, "\"path\"")) {
                return None;
            }
            if is_asked {
                let part = code.get(at + 2).filter(|it| it.kind == TokenKind::Word && is(1, "."))?;
                found.insert(part.of(&it.text).to_owned());
            }
        }
    }
    Some(found)
}

fn is_code(token: &Token) -> bool {
    !matches!(token.kind, TokenKind::Comment | TokenKind::Newline)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;

    fn parts_of(code: &str) -> Option<Vec<String>> {
        let text = format!("package gapcheck.resource.x\n\n{code}\n");
        let module = Module::read(SourceId(0), "x.rego", text.into()).unwrap();
        parts(&module, &[], "spec").map(|it| it.into_iter().collect())
    }

    #[test]
    fn what_is_asked_for_by_name_is_a_part() {
        let deny = "deny contains {\"path\": [\"spec\", \"b\"]} if {\n\tsome it in input.resource\n\tit.spec.b\n\tit.kind in _kinds\n\tnot it.spec.a.c\n}\n\n_kinds := {\"x\"}";
        assert_eq!(parts_of(deny), Some(vec!["a".to_owned(), "b".to_owned()]));
        assert_eq!(parts_of("a if b.kind == \"x\""), Some(Vec::new()));
    }

    #[test]
    fn what_may_see_more_gets_the_whole() {
        for code in [
            "a := x if x := b.spec",
            "a if b.spec[_]",
            "a if some key in b.spec",
            "a if _f(b.spec)",
            "a if object.get(b, \"c\", 1)",
            "a if b[\"spec\"]",
            "a if walk(b, [p, v])",
            "_f(x) if some y in x",
        ] {
            assert_eq!(parts_of(code), None, "{code}");
        }
    }
}
