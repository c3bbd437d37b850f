//! Template expressions, `${{ ... }}`: where they stand, which contexts they read, and who can fill those.

use crate::collect::pipeline::facts::unresolved;
use crate::collect::pipeline::text;
use crate::collect::target::SourceFile;
use crate::model::{Cause, Entry, Map, Node, Shape, Span, Value};

/// One expression in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Expression {
    /// Without the braces.
    pub(super) text: String,
    /// With the braces.
    pub(super) span: Span,
}

/// Contexts that anyone who opens an issue or a pull request can fill.
const OUTSIDERS: &[&str] = &[
    "github.head_ref",
    "github.event.issue.title",
    "github.event.issue.body",
    "github.event.pull_request.title",
    "github.event.pull_request.body",
    "github.event.pull_request.head.ref",
    "github.event.pull_request.head.label",
    "github.event.pull_request.head.repo.default_branch",
    "github.event.pull_request.head.repo.description",
    "github.event.pull_request.head.repo.homepage",
    "github.event.comment.body",
    "github.event.review.body",
    "github.event.review_comment.body",
    "github.event.discussion.title",
    "github.event.discussion.body",
    "github.event.pages.*.page_name",
    "github.event.commits.*.message",
    "github.event.commits.*.author.email",
    "github.event.commits.*.author.name",
    "github.event.head_commit.message",
    "github.event.head_commit.author.email",
    "github.event.head_commit.author.name",
    "github.event.head_commit.committer.email",
    "github.event.head_commit.committer.name",
    "github.event.workflow_run.head_branch",
    "github.event.workflow_run.display_title",
    "github.event.workflow_run.head_commit.message",
    "github.event.workflow_run.head_commit.author.email",
    "github.event.workflow_run.head_commit.author.name",
    "github.event.workflow_run.pull_requests.*.head.ref",
];

/// Whole objects that hold some of them.
const OUTSIDERS_OBJECTS: &[&str] = &[
    "github",
    "github.event",
    "github.event.issue",
    "github.event.pull_request",
    "github.event.pull_request.head",
    "github.event.comment",
    "github.event.review",
    "github.event.discussion",
    "github.event.commits",
    "github.event.head_commit",
    "github.event.pages",
];

/// Functions whose result says only yes or no, or is a digest.
const TELLING_NOTHING: &[&str] = &["contains", "startswith", "endswith", "hashfiles"];

/// The expressions of a text, in order. `text` is what the source holds at `span`.
pub(super) fn within(text: &str, span: Span) -> Vec<Expression> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|it| it.find("${{")).map(|it| it + from) {
        let Some(length) = closing(text.get(start + 3..).unwrap_or_default()) else { break };
        let end = start + 3 + length;
        let inner = text.get(start + 3..end).unwrap_or_default().trim().to_owned();
        let base = span.start as usize;
        found.push(Expression { text: inner, span: Span::new(span.source, base + start..base + end + 2) });
        from = end + 2;
    }
    found
}

/// The expressions of a node's text.
pub(super) fn of(file: &SourceFile, node: &Node) -> Vec<Expression> {
    match node.as_str() {
        Some(text) if text.contains("${{") => within(&text::script(&file.text, node), node.span),
        _ => Vec::new(),
    }
}

/// The node with every text that holds an expression made unresolved: what it expands to is known when it runs.
pub(super) fn settled(node: &Node) -> Node {
    let value = match &node.value {
        Value::String(text) if text.contains("${{") => {
            let shape = if text.trim().starts_with("${{") { Shape::Any } else { Shape::Reference };
            return Node {
                value: unresolved(Cause::AtRunTime(text.to_string()), shape, node.span).value,
                ..node.clone()
            };
        }
        Value::Map(map) => {
            let entries = map.entries.iter().filter(|it| !it.node.is_null());
            Value::Map(Map { entries: entries.map(|it| Entry::new(it.name.clone(), settled(&it.node))).collect() })
        }
        Value::List(items) => Value::List(items.iter().filter(|it| !it.is_null()).map(settled).collect()),
        other => other.clone(),
    };
    Node { value, ..node.clone() }
}

/// The text with each expression blanked, so that a shell reads it as one word.
pub(super) fn blanked(text: &str) -> String {
    let mut blanked = text.to_owned();
    for found in within(text, Span::start_of(crate::model::SourceId(0))).into_iter().rev() {
        let width = found.span.range().len();
        blanked.replace_range(found.span.range(), &"_".repeat(width));
    }
    blanked
}

fn closing(text: &str) -> Option<usize> {
    let mut quoted = false;
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'\'' => quoted = !quoted,
            b'}' if !quoted && bytes.get(at + 1) == Some(&b'}') => return Some(at),
            _ => {}
        }
    }
    None
}

impl Expression {
    /// Contexts whose text reaches the result, in lower case: `github.event.issue.title`.
    /// What is only compared, negated or searched in does not.
    pub(super) fn contexts(&self) -> Vec<String> {
        contexts(&self.text)
    }
}

pub(super) fn is_outsiders(context: &str) -> bool {
    let parts: Vec<&str> = context.split('.').collect();
    let same = |pattern: &&&str| {
        let wanted: Vec<&str> = pattern.split('.').collect();
        wanted.len() == parts.len() && wanted.iter().zip(&parts).all(|(want, part)| *want == "*" || want == part)
    };
    OUTSIDERS.iter().any(|it| same(&it)) || OUTSIDERS_OBJECTS.contains(&context)
}

fn contexts(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut functions: Vec<bool> = Vec::new();
    let mut compared_before = false;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let token = token(rest);
        let after = rest.get(token.length..).unwrap_or_default();
        let next = after.trim_start();
        match token.kind {
            Kind::Path(path) if next.starts_with('(') => {
                functions.push(TELLING_NOTHING.contains(&path.as_str()));
                rest = next.get(1..).unwrap_or_default();
                compared_before = false;
                continue;
            }
            Kind::Path(path) => {
                let compared = compared_before || ["==", "!=", "<", ">"].iter().any(|it| next.starts_with(it));
                if !compared && !functions.contains(&true) {
                    found.push(path);
                }
                compared_before = false;
            }
            Kind::Text => compared_before = false,
            Kind::Sign => match first {
                '(' => functions.push(false),
                ')' => {
                    functions.pop();
                }
                '=' | '<' | '>' | '!' => compared_before = true,
                _ if first.is_whitespace() => {}
                _ => compared_before = false,
            },
        }
        rest = after;
    }
    found
}

struct Token {
    kind: Kind,
    length: usize,
}

enum Kind {
    Path(String),
    Text,
    Sign,
}

fn token(text: &str) -> Token {
    let first = text.chars().next().unwrap_or(' ');
    if first == '\'' {
        let end = text.char_indices().skip(1).find(|(_, it)| *it == '\'').map_or(text.len(), |(at, _)| at + 1);
        return Token { kind: Kind::Text, length: end };
    }
    if !first.is_ascii_alphabetic() && first != '_' {
        return Token { kind: Kind::Sign, length: first.len_utf8() };
    }
    let (path, length) = path(text);
    Token { kind: Kind::Path(path), length }
}

/// `github.event.commits[0].message` as `github.event.commits.*.message`, and its length in the text.
fn path(text: &str) -> (String, usize) {
    let mut path = String::new();
    let mut chars = text.char_indices().peekable();
    let mut length = 0;
    while let Some((at, it)) = chars.next() {
        match it {
            _ if it.is_ascii_alphanumeric() || matches!(it, '_' | '-' | '.' | '*') => {
                path.push(it.to_ascii_lowercase());
                length = at + 1;
            }
            '[' => {
                let inner: String = chars.by_ref().map(|(_, it)| it).take_while(|it| *it != ']').collect();
                length = at + inner.len() + 2;
                let literal = inner.trim().strip_prefix('\'').and_then(|it| it.strip_suffix('\''));
                path.push('.');
                path.push_str(&literal.map_or_else(|| "*".to_owned(), str::to_ascii_lowercase));
            }
            _ => break,
        }
    }
    (path, length.min(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;

    #[test]
    fn only_contexts_whose_text_reaches_the_result_count() {
        assert_eq!(contexts("github.head_ref || github.ref_name"), ["github.head_ref", "github.ref_name"]);
        assert_eq!(contexts("contains(github.event.comment.body, '/ok') && 'a' || 'b'"), Vec::<String>::new());
        assert_eq!(contexts("github.event.issue.title == 'x' && inputs.a"), ["inputs.a"]);
        assert_eq!(contexts("'x' != github.head_ref"), Vec::<String>::new());
        assert_eq!(contexts("toJSON(github.event)"), ["github.event"]);
        assert_eq!(contexts("github.event.commits[0].message"), ["github.event.commits.*.message"]);
        assert_eq!(contexts("github['event']['issue']['title']"), ["github.event.issue.title"]);
        assert_eq!(contexts("format('{0}', github.event.issue.body)"), ["github.event.issue.body"]);
    }

    #[test]
    fn an_expression_knows_its_place() {
        let text = "echo ${{ github.head_ref }} '${{ '}}' }}'";
        let found = within(text, Span::new(SourceId(0), 10..10 + text.len()));
        assert_eq!(found[0].text, "github.head_ref");
        assert_eq!((found[0].span.start, found[0].span.end), (15, 37));
        assert_eq!(found[1].text, "'}}'");
        assert!(found[0].contexts().iter().any(|it| is_outsiders(it)));
    }

    #[test]
    fn a_blanked_text_keeps_its_length() {
        let text = "a ${{ x && y }} b";
        assert_eq!(blanked(text).len(), text.len());
        assert!(!blanked(text).contains('&'));
    }
}
