//! The rules of a Rego text and the conditions in their bodies, as places: just enough to change them one by one.

use std::ops::Range;

use super::tokens::{Token, TokenKind, tokens};

/// A rule, or one of the definitions of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// `deny`; of a `default` the rule that it is for.
    pub name: String,
    pub is_default: bool,
    pub range: Range<usize>,
    /// What stands before the first body.
    pub head: Range<usize>,
    /// Branches that begin with `else`, bodies included.
    pub branches: Vec<Range<usize>>,
    /// The conditions of all bodies, those of comprehensions and `every` as well.
    pub conditions: Vec<Condition>,
}

/// One line of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    pub range: Range<usize>,
    pub form: Form,
}

/// What a condition does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Names a value: `x := y`, `some x in y`.
    Binds,
    /// `not x`; where what follows begins.
    Denies(usize),
    /// `every x in y { .. }`.
    Every,
    /// Anything else.
    Holds,
}

/// Brackets nested deeper than this are not looked into.
const DEPTH: usize = 64;

/// A Rego text taken apart.
#[derive(Debug)]
pub struct Structure<'a> {
    text: &'a str,
    /// All but comments.
    tokens: Vec<Token>,
}

impl<'a> Structure<'a> {
    pub fn of(text: &'a str) -> Self {
        let tokens = tokens(text).into_iter().filter(|it| it.kind != TokenKind::Comment).collect();
        Self { text, tokens }
    }

    /// All rules, in the order of the text.
    pub fn rules(&self) -> Vec<Rule> {
        let mut rules = Vec::new();
        for statement in self.split(0..self.tokens.len()) {
            let words = self.tokens.get(statement.clone()).unwrap_or_default();
            let is = |at: usize, word: &str| words.get(at).is_some_and(|it| it.is(self.text, word));
            if is(0, "package") || is(0, "import") {
                continue;
            }
            rules.extend(self.rule(statement, is(0, "default")));
        }
        rules
    }

    fn rule(&self, statement: Range<usize>, is_default: bool) -> Option<Rule> {
        let name = self.tokens.get(statement.start + usize::from(is_default))?;
        let name = (name.kind == TokenKind::Word).then(|| name.of(self.text).to_owned())?;
        let mut conditions = Vec::new();
        let mut branches: Vec<Range<usize>> = Vec::new();
        let mut head_end = statement.end;
        let mut at = statement.start;
        while at < statement.end {
            if self.opens(at) {
                let close = self.close(at, statement.end);
                self.nested(at..close, 0, &mut conditions);
                at = close;
                continue;
            }
            if self.is(at, "else") {
                if let Some(before) = branches.last_mut() {
                    before.end = at;
                }
                branches.push(at..statement.end);
                head_end = head_end.min(at);
            }
            if self.is(at, "if") {
                head_end = head_end.min(at);
                let body = match self.is(at + 1, "{") {
                    true => at + 2..self.close(at + 1, statement.end).saturating_sub(1),
                    false => at + 1..self.end_of_line_body(at + 1, statement.end),
                };
                self.body(body.clone(), 0, &mut conditions);
                at = body.end;
                continue;
            }
            at += 1;
        }
        let branches = branches.into_iter().filter_map(|it| self.bytes(it)).collect();
        let head = self.bytes(statement.start..head_end)?;
        Some(Rule { name, is_default, range: self.bytes(statement)?, head, branches, conditions })
    }

    /// Where a body without braces ends: at `else` or with the rule.
    fn end_of_line_body(&self, from: usize, end: usize) -> usize {
        let mut at = from;
        while at < end && !self.is(at, "else") {
            at = if self.opens(at) { self.close(at, end) } else { at + 1 };
        }
        at
    }

    fn body(&self, range: Range<usize>, depth: usize, conditions: &mut Vec<Condition>) {
        for part in self.split(range) {
            let Some(bytes) = self.bytes(part.clone()) else { continue };
            let form = self.form(&part);
            conditions.push(Condition { range: bytes, form });
            let mut at = part.start;
            while at < part.end {
                if !self.opens(at) {
                    at += 1;
                    continue;
                }
                let close = self.close(at, part.end);
                match form == Form::Every && self.is(at, "{") && close == part.end && depth < DEPTH {
                    true => self.body(at + 1..close.saturating_sub(1), depth + 1, conditions),
                    false => self.nested(at..close, depth, conditions),
                }
                at = close;
            }
        }
    }

    /// Looks for bodies of comprehensions between brackets.
    fn nested(&self, brackets: Range<usize>, depth: usize, conditions: &mut Vec<Condition>) {
        if depth >= DEPTH {
            return;
        }
        let inside = brackets.start + 1..brackets.end.saturating_sub(1);
        let takes_body = self.is(brackets.start, "{") || self.is(brackets.start, "[");
        let mut at = inside.start;
        while at < inside.end {
            if takes_body && self.is(at, "|") {
                self.body(at + 1..inside.end, depth + 1, conditions);
                return;
            }
            if self.opens(at) {
                let close = self.close(at, inside.end);
                self.nested(at..close, depth + 1, conditions);
                at = close;
            } else {
                at += 1;
            }
        }
    }

    fn form(&self, part: &Range<usize>) -> Form {
        if self.is(part.start, "not") {
            let rest = self.tokens.get(part.start + 1).map_or(0, |it| it.range.start);
            return Form::Denies(rest);
        }
        if self.is(part.start, "every") {
            return Form::Every;
        }
        let mut at = part.start;
        while at < part.end {
            if self.is(at, ":=") {
                return Form::Binds;
            }
            at = if self.opens(at) { self.close(at, part.end) } else { at + 1 };
        }
        if self.is(part.start, "some") { Form::Binds } else { Form::Holds }
    }

    /// Parts that newlines and semicolons set apart, outside of brackets.
    fn split(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut start = range.start;
        let mut at = range.start;
        while at < range.end {
            let ends = self.is(at, ";") || (self.is_newline(at) && !self.goes_on(start, at, range.end));
            if ends {
                parts.push(start..at);
                start = at + 1;
            }
            at = if self.opens(at) { self.close(at, range.end) } else { at + 1 };
        }
        parts.push(start..range.end);
        parts.into_iter().filter_map(|it| self.trimmed(it)).collect()
    }

    /// Whether what began goes on behind a newline: an operator stands at its end, or the next line cannot begin anew.
    fn goes_on(&self, start: usize, newline: usize, end: usize) -> bool {
        let next = (newline..end).find(|it| !self.is_newline(*it));
        let is_continued = next.is_some_and(|it| ["if", "else", "with"].iter().any(|word| self.is(it, word)));
        let last = (start..newline).rev().find(|it| !self.is_newline(*it));
        let is_open = last.is_some_and(|it| {
            let is_symbol = self.tokens.get(it).is_some_and(|it| it.kind == TokenKind::Symbol);
            (is_symbol && ![")", "]", "}"].iter().any(|symbol| self.is(it, symbol))) || self.is(it, "if")
        });
        is_continued || is_open
    }

    fn trimmed(&self, range: Range<usize>) -> Option<Range<usize>> {
        let start = range.clone().find(|it| !self.is_newline(*it))?;
        let end = range.rev().find(|it| !self.is_newline(*it))?;
        Some(start..end + 1)
    }

    fn bytes(&self, range: Range<usize>) -> Option<Range<usize>> {
        let range = self.trimmed(range)?;
        Some(self.tokens.get(range.start)?.range.start..self.tokens.get(range.end - 1)?.range.end)
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|it| it.is(self.text, word))
    }

    fn is_newline(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|it| it.kind == TokenKind::Newline)
    }

    fn opens(&self, at: usize) -> bool {
        ["(", "[", "{"].iter().any(|it| self.is(at, it))
    }

    /// Behind the bracket that closes the one at `open`, or `end`.
    fn close(&self, open: usize, end: usize) -> usize {
        let mut depth = 0_usize;
        for at in open..end {
            if self.opens(at) {
                depth += 1;
            } else if [")", "]", "}"].iter().any(|it| self.is(at, it)) {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return at + 1;
                }
            }
        }
        end
    }
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test may panic")]
mod tests {
    use super::*;

    fn conditions(text: &str) -> Vec<(&str, Form)> {
        let rules = Structure::of(text).rules();
        rules.iter().flat_map(|it| &it.conditions).map(|it| (&text[it.range.clone()], it.form)).collect()
    }

    #[test]
    fn bodies_fall_into_conditions() {
        let text = "package a\n\ndeny contains x if {\n\tsome x in input.y # all\n\tnot x.z\n\tx.w ==\n\t\t1\n\tv := x.w; v < 2\n}\n";
        let found = conditions(text);
        let forms: Vec<&str> = found.iter().map(|it| it.0).collect();
        assert_eq!(forms, ["some x in input.y", "not x.z", "x.w ==\n\t\t1", "v := x.w", "v < 2"]);
        assert_eq!(found[1].1, Form::Denies(text.find("x.z").unwrap()));
        assert_eq!(found[3].1, Form::Binds);
    }

    #[test]
    fn conditions_of_comprehensions_and_every_are_seen() {
        let text = "a := {x |\n\tsome x in b\n\tx > 1\n}\n\nc if every x in d {\n\tnot x.e in {\"f\", \"g\"}\n}\n";
        let found: Vec<&str> = conditions(text).into_iter().map(|it| it.0).collect();
        let every = "every x in d {\n\tnot x.e in {\"f\", \"g\"}\n}";
        assert_eq!(found, ["some x in b", "x > 1", every, "not x.e in {\"f\", \"g\"}"]);
    }

    #[test]
    fn rules_know_their_heads_and_branches() {
        let text = "default a := 1\n\na := 2 if input.b\n\nc(x) := \"d\" if {\n\tx == 1\n} else := \"e\" if x == 2\n\nelse := \"f\"\n";
        let rules = Structure::of(text).rules();
        let names: Vec<_> = rules.iter().map(|it| (it.name.as_str(), it.is_default, it.conditions.len())).collect();
        assert_eq!(names, [("a", true, 0), ("a", false, 1), ("c", false, 2)]);
        assert_eq!(&text[rules[2].head.clone()], "c(x) := \"d\"");
        let branches: Vec<&str> = rules[2].branches.iter().map(|it| &text[it.clone()]).collect();
        assert_eq!(branches, ["else := \"e\" if x == 2", "else := \"f\""]);
    }

    #[test]
    fn any_text_is_taken_apart_in_time() {
        for text in ["{{{", "a if {", "if", "else", "a if b if c", "}", "default", "a := {x | {y | {z |"] {
            let _ = Structure::of(text).rules();
        }
        let deep = "a if {x | ".repeat(5_000);
        let _ = Structure::of(&deep).rules();
    }
}
