//! Words and literals in Markdown, readable before they are rendered and safe in a table.

/// Our own words on one line: literals between backticks stay literals, all else is no markup.
pub(super) fn prose(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut shown = String::with_capacity(words.len());
    let mut is_literal = false;
    for it in words.chars() {
        match it {
            '`' => {
                is_literal = !is_literal;
                shown.push(it);
            }
            // A bar ends a table's cell even inside a literal.
            '|' => shown.push_str("\\|"),
            '<' if !is_literal => shown.push_str("&lt;"),
            '*' | '_' | '[' | ']' if !is_literal => shown.extend(['\\', it]),
            _ => shown.push(it),
        }
    }
    shown
}

/// A literal on one line.
pub(super) fn code(text: &str) -> String {
    format!("`{}`", text.replace('`', "'").replace('|', "\\|"))
}

/// Literals, one after the other.
pub(super) fn codes<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    texts.into_iter().map(code).collect::<Vec<_>>().join(", ")
}

/// Lines between as many backticks as they need.
pub(super) fn block(language: &str, text: &str) -> String {
    let longest = text.split(|it| it != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}{language}\n{}\n{fence}\n", text.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_stay_and_markup_does_nothing() {
        assert_eq!(prose("set `a_b` to\n*all* <b> | none"), "set `a_b` to \\*all\\* &lt;b> \\| none");
        assert_eq!(code("a|b"), "`a\\|b`");
    }

    #[test]
    fn a_block_holds_fences() {
        assert_eq!(block("md", "```\nx\n```\n"), "````md\n```\nx\n```\n````\n");
    }
}
