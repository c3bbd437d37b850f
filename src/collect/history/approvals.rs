//! Who approved a change, as the trailers of its message say.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::log::Person;

static APPROVALS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        r"(?mi)^(?:Reviewed|Approved|Acked)[- ]by: *(.+?) *$",
        // Merge bots say who told them to.
        r"(?m)\A(?:Auto merge of|Rollup merge of) #\d+ - [^,\n]+, r=([\w.,-]+)",
        r"(?m)^\d+: .* r=([\w.,-]+) a=",
    ]
    .iter()
    .filter_map(|it| Regex::new(it).ok())
    .collect()
});

/// Each approval: who, and the bytes that say it.
pub(super) fn approvals(message: &str) -> Vec<(Person, Range<usize>)> {
    let found = APPROVALS.iter().flat_map(|it| it.captures_iter(message));
    found.filter_map(|it| it.get(1)).flat_map(|it| people(it.as_str(), it.start())).collect()
}

/// `Ann <ann@example.org>`, `ann`, or several with commas between them.
fn people(text: &str, start: usize) -> Vec<(Person, Range<usize>)> {
    let mut people = Vec::new();
    let mut at = start;
    for part in text.split(',') {
        let name = part.trim();
        let from = at + (part.len() - part.trim_start().len());
        at += part.len() + 1;
        if name.is_empty() {
            continue;
        }
        let (name_part, email) = match name.split_once('<') {
            Some((name, rest)) => (name.trim(), rest.trim_end_matches('>').trim()),
            None => (name.trim_start_matches('@'), ""),
        };
        let person = Person { name: name_part.to_owned(), email: email.to_owned() };
        people.push((person, from..from + name.len()));
    }
    people
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trailers_and_merge_bots_name_who_approved() {
        let names = |message: &str| approvals(message).into_iter().map(|it| it.0.name).collect::<Vec<_>>();
        assert_eq!(names("Fix\n\nReviewed-by: Ann <ann@example.org>\nApproved-by: bob"), ["Ann", "bob"]);
        assert_eq!(names("Fix\n\nReviewed By: ann, bob\n"), ["ann", "bob"]);
        assert_eq!(names("Auto merge of #90 - bob:fix, r=ann\n"), ["ann"]);
        assert_eq!(names("Merge #88\n\n88: Fix it r=ann a=bob"), ["ann"]);
        assert!(names("Fix\n\nSigned-off-by: Ann <ann@example.org>").is_empty());
    }
}
