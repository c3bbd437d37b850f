//! Changes to a policy's own text, one at a time: each makes another policy, which its tests must not take for this one.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::rego::structure::{Condition, Form, Rule, Structure};
use crate::rego::tokens::{Token, TokenKind, tokens};

/// One change to a policy's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mutant {
    pub kind: MutantKind,
    /// What is replaced, in bytes of the text.
    pub range: Range<usize>,
    pub after: String,
}

/// What a change does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MutantKind {
    NegateCondition,
    RemoveCondition,
    MoveBound,
    ChangeLiteral,
    DropRule,
}

impl MutantKind {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::NegateCondition => "negate condition",
            Self::RemoveCondition => "remove condition",
            Self::MoveBound => "move bound",
            Self::ChangeLiteral => "change literal",
            Self::DropRule => "drop rule",
        }
    }
}

impl Mutant {
    /// The changed policy. What is left out leaves its lines, so that places stay.
    pub fn apply(&self, text: &str) -> String {
        let before = text.get(..self.range.start).unwrap_or_default();
        let after = text.get(self.range.end..).unwrap_or_default();
        format!("{before}{}{after}", self.after)
    }
}

/// A text that no policy mentions.
const OTHER: &str = "\"gapcheck-mutant\"";

/// A list of literals longer than this is a table: of those, the first, the middle and the last are changed.
const TABLE: usize = 8;

/// Changes to the text of a policy, in the order of places. The METADATA is left alone.
pub fn mutants(text: &str) -> Vec<Mutant> {
    let rules = Structure::of(text).rules();
    let mut found = Vec::new();
    for rule in &rules {
        let siblings = rules.iter().filter(|it| it.name == rule.name).count();
        if siblings > 1 && !rule.is_default {
            found.push(drop(text, &rule.range));
        }
        found.extend(rule.branches.iter().map(|it| drop(text, it)));
        for condition in &rule.conditions {
            found.extend(of_condition(text, rule, condition));
        }
        found.extend(of_tokens(text, rule));
    }
    found.sort_by_key(|it| (it.range.start, it.kind));
    found
}

fn drop(text: &str, range: &Range<usize>) -> Mutant {
    let lines = text.get(range.clone()).unwrap_or_default().matches('\n').count();
    Mutant { kind: MutantKind::DropRule, range: range.clone(), after: "\n".repeat(lines) }
}

fn of_condition(text: &str, rule: &Rule, condition: &Condition) -> Vec<Mutant> {
    let words = text.get(condition.range.clone()).unwrap_or_default();
    let range = condition.range.clone();
    let lines = "\n".repeat(words.matches('\n').count());
    let removed = Mutant { kind: MutantKind::RemoveCondition, range: range.clone(), after: format!("true{lines}") };
    let negated = |after: String| Mutant { kind: MutantKind::NegateCondition, range: range.clone(), after };
    match condition.form {
        Form::Binds if words.contains(":=") => Vec::new(),
        // Without the names it binds, the rest is no Rego.
        Form::Binds if is_needed(text, words, rule) => Vec::new(),
        Form::Binds | Form::Every => vec![removed],
        Form::Denies(rest) => vec![negated(text.get(rest..range.end).unwrap_or_default().to_owned()), removed],
        Form::Holds => vec![negated(format!("not {words}")), removed],
    }
}

/// Whether a name that `some` binds is used again in the rule.
fn is_needed(text: &str, words: &str, rule: &Rule) -> bool {
    let names = |text: &str| -> Vec<String> {
        let words = tokens(text).into_iter().filter(|it| it.kind == TokenKind::Word);
        words.map(|it| it.of(text).to_owned()).collect()
    };
    let all = names(text.get(rule.range.clone()).unwrap_or_default());
    let bound = names(words).into_iter().skip(1).take_while(|it| it != "in").filter(|it| it != "_");
    bound.into_iter().any(|bound| all.iter().filter(|it| **it == bound).count() > 1)
}

/// Bounds moved and literals changed.
fn of_tokens(text: &str, rule: &Rule) -> Vec<Mutant> {
    let start = rule.range.start;
    let Some(words) = text.get(rule.range.clone()) else { return Vec::new() };
    let tokens: Vec<Token> = tokens(words)
        .into_iter()
        .filter(|it| !matches!(it.kind, TokenKind::Comment | TokenKind::Newline))
        .map(|it| Token { range: it.range.start + start..it.range.end + start, ..it })
        .collect();
    let spared = of_tables(text, &tokens);
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if spared.contains(&at) {
            continue;
        }
        let word = token.of(text);
        let is_key = tokens.get(at + 1).is_some_and(|it| it.is(text, ":"));
        let mut change = |kind, after: String| found.push(Mutant { kind, range: token.range.clone(), after });
        match (token.kind, word) {
            (TokenKind::Symbol, "<") => change(MutantKind::MoveBound, "<=".to_owned()),
            (TokenKind::Symbol, "<=") => change(MutantKind::MoveBound, "<".to_owned()),
            (TokenKind::Symbol, ">") => change(MutantKind::MoveBound, ">=".to_owned()),
            (TokenKind::Symbol, ">=") => change(MutantKind::MoveBound, ">".to_owned()),
            (TokenKind::Word, "true") => change(MutantKind::ChangeLiteral, "false".to_owned()),
            (TokenKind::Word, "false") => change(MutantKind::ChangeLiteral, "true".to_owned()),
            // What holds a blank or a place for a value is a message, which decides nothing.
            (TokenKind::String, it) if !is_key && !it.contains([' ', '%']) => {
                change(MutantKind::ChangeLiteral, OTHER.to_owned());
            }
            (TokenKind::Number, it) if !is_key => {
                let number = it.parse::<i64>().ok();
                let next = number.and_then(|it| it.checked_add(1)).map(|it| it.to_string());
                let last = number.filter(|it| *it > 0).map(|it| (it - 1).to_string());
                next.into_iter().chain(last).for_each(|it| change(MutantKind::ChangeLiteral, it));
            }
            _ => {}
        }
    }
    found
}

/// Literals inside of tables that are left alone.
fn of_tables(text: &str, tokens: &[Token]) -> BTreeSet<usize> {
    let mut spared = BTreeSet::new();
    let mut open: Vec<Vec<usize>> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match (token.kind, token.of(text)) {
            (TokenKind::Symbol, "{" | "[") => open.push(Vec::new()),
            (TokenKind::Symbol, "}" | "]") => {
                let items = open.pop().unwrap_or_default();
                if items.len() > TABLE {
                    let kept = [0, items.len() / 2, items.len() - 1];
                    spared.extend(items.iter().enumerate().filter(|(place, _)| !kept.contains(place)).map(|it| *it.1));
                }
            }
            (TokenKind::String | TokenKind::Number, _) => {
                let is_key = tokens.get(at + 1).is_some_and(|it| it.is(text, ":"));
                if let Some(items) = open.last_mut().filter(|_| !is_key) {
                    items.push(at);
                }
            }
            _ => {}
        }
    }
    spared
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each change leaves of the text's last line.
    fn changed(line: &str) -> Vec<String> {
        let text = format!("package a\n\n{line}");
        mutants(&text).iter().map(|it| it.apply(&text).trim_start_matches("package a\n\n").to_owned()).collect()
    }

    #[test]
    fn conditions_are_negated_and_removed() {
        assert_eq!(changed("a if input.b"), ["a if not input.b", "a if true"]);
        assert_eq!(changed("a if not input.b"), ["a if input.b", "a if true"]);
        assert_eq!(changed("a if some x in input.b"), ["a if true"]);
        assert_eq!(changed("a := b if b := input.c"), Vec::<String>::new());
    }

    #[test]
    fn bounds_move_and_literals_change() {
        let found = changed("a if input.b < 7");
        assert_eq!(
            found,
            ["a if not input.b < 7", "a if true", "a if input.b <= 7", "a if input.b < 8", "a if input.b < 6"]
        );
        assert_eq!(changed("a := true"), ["a := false"]);
        assert_eq!(
            changed("a := {\"b\": \"c\", \"d\": \"%s e\"}"),
            [format!("a := {{\"b\": {OTHER}, \"d\": \"%s e\"}}")]
        );
    }

    #[test]
    fn rules_drop_where_another_remains() {
        assert_eq!(changed("a := 1"), ["a := 2", "a := 0"]);
        let found = changed("a if {\n\tb\n}\n\na if c");
        assert_eq!(found[0], "\n\n\n\na if c");
        assert!(found.contains(&"a if {\n\tb\n}\n\n".to_owned()));
        assert_eq!(changed("a := b else := c"), ["a := b "]);
    }

    #[test]
    fn of_a_table_three_literals_change() {
        let table: Vec<String> = (0..20).map(|it| format!("\"{it}\"")).collect();
        assert_eq!(changed(&format!("a := {{{}}}", table.join(", "))).len(), 3);
    }
}
