//! Names, heads, stretches of time and claims.

use std::sync::Arc;

use camino::Utf8Path;

use super::claims::{Bound, TERMS, bound, near};
use super::{COLLECTOR, front_matter, period, topics};
use crate::collect::target::{SourceFile, Target};
use crate::model::{Evidence, Node, SourceId};

fn collected(path: &str, text: &str) -> (Evidence, Vec<String>) {
    let file = SourceFile { id: SourceId(0), path: path.into(), text: Arc::from(text), collectors: vec![0] };
    let mut found = (COLLECTOR.collect)(&Target::default(), &[&file]);
    let problems = found.readings.iter().flat_map(|it| &it.problems).map(|it| it.message.clone()).collect();
    (found.evidence.remove(0), problems)
}

#[test]
fn documents_are_known_by_their_names() {
    for (path, topic) in [
        ("docs/incident-response.md", Some("incident-response")),
        ("docs/dr-tests/2026-03-01.md", Some("recovery-test")),
        ("docs/access-reviews/2026-q1.md", Some("access-review")),
        ("ARCHITECTURE.md", Some("architecture")),
        ("policies/password_policy.md", Some("policy")),
        ("docs/README.md", None),
        ("content/posts/architecture.md", None),
        ("docs/architecture.rs", None),
    ] {
        assert_eq!(topics::topic(Utf8Path::new(path)), topic, "{path}");
    }
}

#[test]
fn the_head_says_who_and_when() {
    let text = "---\nowner: ann\nreviewed: 2026-01-31\nreview_every: 1 month\nclaims: {log_retention_days: \">= 90\"}\n---\n# Logs\nWe keep them.\n";
    let (found, problems) = collected("x/logs.md", text);
    let told = |name: &str| found.facts.dotted(name).and_then(Node::scalar_text).unwrap_or_default();
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(
        (told("owner").as_str(), told("review_due").as_str(), found.name.as_str()),
        ("ann", "2026-02-28", "Logs")
    );
    assert_eq!(told("claims.0.at_least"), "90");
    assert_eq!(text.get(found.facts.dotted("claims.0.at_least").expect("it is there").span.range()), Some("\">= 90\""));
    assert_eq!(text.get(found.name_span.range()), Some("Logs"));
}

#[test]
fn what_a_head_says_wrongly_is_a_problem() {
    let text = "---\nreviewed: soon\nclaims: {log_retention: 3, log_retention_days: often}\n---\n# Logs\n";
    let (_, problems) = collected("x/logs.md", text);
    assert_eq!(
        problems,
        [
            "`reviewed` is no day of the calendar",
            "unknown claim `log_retention`",
            "this is nothing to hold the claim by"
        ]
    );
    assert!(near("log_retention").contains(&"log_retention_days"));
}

#[test]
fn pages_of_web_sites_are_left_alone() {
    assert!(!front_matter::is_ours("---\ntitle: Hello\ndate: 2026-01-01\n---\nText\n"));
    assert!(!front_matter::is_ours("# Title\nclaims: none\n"));
    assert!(front_matter::is_ours("---\nsatisfies: [CC8.1]\n---\n"));
}

#[test]
fn bounds_and_stretches_are_read() {
    assert_eq!(bound(">= 35"), Some(Bound::AtLeast(35)));
    assert_eq!(bound("< 35"), Some(Bound::AtMost(34)));
    assert_eq!(bound("35"), Some(Bound::Exactly(35)));
    assert_eq!(bound("true"), Some(Bound::Is(true)));
    assert_eq!(bound("much"), None);
    let day = period::day("2026-01-01-x").expect("a day");
    for (text, expected) in [("90 days", "2026-04-01"), ("quarterly", "2026-04-01"), ("P1Y", "2027-01-01")] {
        assert_eq!(period::after(day, text).map(|it| it.to_string()).as_deref(), Some(expected), "{text}");
    }
    assert_eq!(period::after(day, "now and then"), None);
}

#[test]
fn the_page_on_documents_lists_every_claim() {
    let page = include_str!("../../../docs/documents.md");
    let missing: Vec<&str> = TERMS.iter().map(|it| it.name).filter(|it| !page.contains(&format!("`{it}`"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
