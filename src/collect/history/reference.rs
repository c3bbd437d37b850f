//! The ticket or issue that a commit message names.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// Keys of trackers, numbers of issues, and addresses of either.
static COMMON: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"\b[A-Z][A-Z0-9]{1,9}-[1-9][0-9]{0,5}\b",
        r"|(?:^|[\s(\[])(?:[\w.-]+/[\w.-]+)?[#!][1-9][0-9]{0,6}\b",
        r"|\b(?:GH|AB)[-#][1-9][0-9]{0,6}\b",
        r"|https?://\S+/(?:issues|browse|issue|work_items|_workitems/edit|bugs|T)/?[\w-]+",
    ))
    .ok()
});

/// What looks like the key of a tracker and is the name of a standard.
const STANDARDS: &[&str] = &[
    "AES", "ARM", "ASCII", "BASE", "CP", "CRC", "CVE", "CWE", "ES", "GPT", "HTTP", "IEC", "IEEE", "IPV", "ISO", "MD",
    "PEP", "RFC", "RSA", "SHA", "SOC", "TLS", "UTF", "UCS", "US", "WIN", "X86",
];

/// The first reference in a message, by the user's pattern or the common forms.
pub(super) fn ticket(message: &str, pattern: Option<&Regex>) -> Option<Range<usize>> {
    if let Some(pattern) = pattern {
        return pattern.find(message).map(|it| it.range());
    }
    let mut found = COMMON.as_ref()?.find_iter(message);
    found.find(|it| !is_standard(it.as_str())).map(|it| {
        let text = it.as_str();
        let lead = text.len() - text.trim_start_matches(|it: char| it.is_whitespace() || it == '(' || it == '[').len();
        it.start() + lead..it.end()
    })
}

fn is_standard(text: &str) -> bool {
    text.split_once('-').is_some_and(|(start, _)| STANDARDS.contains(&start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(message: &'a str, pattern: Option<&str>) -> Option<&'a str> {
        let pattern = pattern.map(|it| Regex::new(it).unwrap());
        ticket(message, pattern.as_ref()).and_then(|it| message.get(it))
    }

    #[test]
    fn keys_numbers_and_addresses_are_references() {
        assert_eq!(found("SHOP-12: fix the basket", None), Some("SHOP-12"));
        assert_eq!(found("Fix the basket\n\nFixes #12", None), Some("#12"));
        assert_eq!(found("Fix it, see acme/shop#12", None), Some("acme/shop#12"));
        assert_eq!(found("See https://example.org/browse/X-1", None), Some("https://example.org/browse/X-1"));
        assert_eq!(found("Fix AB#77", None), Some("AB#77"));
    }

    #[test]
    fn standards_and_colours_are_none() {
        for message in
            ["Read UTF-8", "Use SHA-256", "Mend CVE-2024-12", "Colour it #fff000", "Fix it", "RFC-3339 dates"]
        {
            assert_eq!(found(message, None), None, "{message}");
        }
    }

    #[test]
    fn a_pattern_of_the_user_stands_alone() {
        assert_eq!(found("Fix #12, CHG0042", Some("CHG[0-9]+")), Some("CHG0042"));
        assert_eq!(found("Fix #12", Some("CHG[0-9]+")), None);
    }
}
