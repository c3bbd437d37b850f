//! Text of others inside Markdown, so that it shows as it stands and does nothing.

use crate::report::page::safe;

/// Text that is no markup: no emphasis, link, image, HTML, mention or table cell comes out of it. One line.
pub(in crate::report) fn text(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for it in safe(&one_line(text)).chars() {
        match it {
            '&' => shown.push_str("&amp;"),
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            // A mention would call a person, and a number would link to a request.
            '@' => shown.push_str("&#64;"),
            '#' => shown.push_str("&#35;"),
            '\\' | '*' | '_' | '[' | ']' | '|' | '~' | '!' => shown.extend(['\\', it]),
            '`' => shown.push_str("\\`"),
            // `https://` and `www.` become links by themselves.
            ':' => shown.push_str("&#58;"),
            _ => shown.push(it),
        }
    }
    shown.replace("www.", "www&#46;")
}

/// A literal, between as many backticks as it needs. One line, and safe in a table.
pub(in crate::report) fn code(text: &str) -> String {
    let text = safe(&one_line(text)).into_owned();
    if text.contains('|') {
        // A bar ends a table's cell even inside a literal.
        return format!("<code>{}</code>", self::text(&text).replace('|', "&#124;").replace("\\&#124;", "&#124;"));
    }
    let longest = text.split(|it| it != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') || text.is_empty() { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Our own words, in which literals stand between backticks: those stay literals.
pub(in crate::report) fn prose(words: &str) -> String {
    let mut parts = words.split('`');
    let mut shown = text(parts.next().unwrap_or_default());
    let mut literal = true;
    let mut rest = parts.peekable();
    while let Some(part) = rest.next() {
        let closes = rest.peek().is_some();
        shown.push_str(&match literal {
            true if closes => code(part),
            true => format!("\\`{}", text(part)),
            false => text(part),
        });
        literal = !literal;
    }
    shown
}

/// Every run of white space becomes one space.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for it in text.chars() {
        match it.is_whitespace() {
            true if line.ends_with(' ') => {}
            true => line.push(' '),
            false => line.push(it),
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_of_others_is_shown_and_does_nothing() {
        assert_eq!(
            text("<img src=x> *a* [b](c) @me #1 a|b"),
            "&lt;img src=x&gt; \\*a\\* \\[b\\](c) &#64;me &#35;1 a\\|b"
        );
        assert_eq!(text("see https://a.b or www.c.d\nnext"), "see https&#58;//a.b or www&#46;c.d next");
    }

    #[test]
    fn literals_keep_their_backticks() {
        assert_eq!(code("user: root"), "`user: root`");
        assert_eq!(code("a`b``c"), "```a`b``c```");
        assert_eq!(code("`x`"), "`` `x` ``");
        assert_eq!(code("a|b"), "<code>a&#124;b</code>");
    }

    #[test]
    fn our_words_keep_their_literals() {
        assert_eq!(prose("set `user` to a name"), "set `user` to a name");
        assert_eq!(prose("`a` and `b"), "`a` and \\`b");
    }
}
