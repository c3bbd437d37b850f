//! Changes that cannot be noticed, and why: `# equivalent: <reason>` at the end of the line, or on the line above.

use std::ops::Range;

use crate::rego::tokens::{TokenKind, tokens};

/// A reason that stands in the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excuse {
    /// The comment, in bytes of the text.
    pub range: Range<usize>,
    pub reason: String,
    /// The line that it speaks of.
    lines: Range<usize>,
}

const WORD: &str = "# equivalent:";

/// All excuses of a policy.
pub fn excuses(text: &str) -> Vec<Excuse> {
    let comments = tokens(text).into_iter().filter(|it| it.kind == TokenKind::Comment);
    let excuse = |range: Range<usize>| {
        let reason = text.get(range.clone())?.strip_prefix(WORD)?.trim().to_owned();
        let start = text.get(..range.start)?.rfind('\n').map_or(0, |it| it + 1);
        let is_alone = text.get(start..range.start)?.trim().is_empty();
        let end_of_line =
            |from: usize| text.get(from..).and_then(|it| it.find('\n')).map_or(text.len(), |it| from + it);
        let end = end_of_line(range.end);
        let lines = if is_alone { end + 1..end_of_line((end + 1).min(text.len())).max(end + 1) } else { start..end };
        (!reason.is_empty()).then_some(Excuse { range, reason, lines })
    };
    comments.filter_map(|it| excuse(it.range)).collect()
}

impl Excuse {
    /// Whether a change that begins here is excused.
    pub fn covers(&self, at: usize) -> bool {
        self.lines.contains(&at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excuse_speaks_of_its_line_or_the_next() {
        let text = "a if b # equivalent: b is always there\n\n# equivalent: so is d\nc if d\ne if f # equivalent:\n";
        let found = excuses(text);
        let reasons: Vec<&str> = found.iter().map(|it| it.reason.as_str()).collect();
        assert_eq!(reasons, ["b is always there", "so is d"]);
        assert!(found[0].covers(5) && !found[0].covers(text.find("c if").unwrap()));
        assert!(found[1].covers(text.find("c if").unwrap()) && !found[1].covers(text.find("e if").unwrap()));
    }
}
