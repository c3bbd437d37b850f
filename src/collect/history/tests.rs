//! Messages and people as changes tell them.

use super::log::{Change, Commit, History, Person};
use super::{COLLECTOR, source};
use crate::collect::target::Target;
use crate::model::{Evidence, Node, SourceId};

fn person(name: &str) -> Person {
    Person { name: name.to_owned(), email: format!("{}@example.org", name.to_lowercase()) }
}

fn change(commit: Commit) -> Evidence {
    let commit = Commit { id: "0123456789abcdef".to_owned(), ..commit };
    let text = source(&commit).text.expect("it has a text");
    let changes = vec![Change { commit, source: SourceId(0), text }];
    let history = History { branch: "main".to_owned(), changes, reference: None };
    let target = Target { history: Some(history), ..Target::default() };
    (COLLECTOR.collect)(&target, &[]).evidence.remove(0)
}

#[test]
fn facts_stand_where_the_text_of_the_commit_says_them() {
    let commit = Commit {
        parents: 1,
        author: person("Ann"),
        committer: person("Bob"),
        authored: 1_767_225_600,
        committed: 1_767_312_000,
        message: "Mend it (#7)\n\nSHOP-1\n\nReviewed-by: Bob <bob@example.org>\n".to_owned(),
        signature: Some("ssh"),
        ..Commit::default()
    };
    let text = source(&commit).text.expect("it has a text").replace("commit \n", "commit 0123456789abcdef\n");
    let change = change(commit);
    let told = |fact: &str| change.facts.dotted(fact).and_then(Node::scalar_text).unwrap_or_default();
    let written = |fact: &str| text.get(change.facts.dotted(fact).expect(fact).span.range()).expect(fact);
    assert_eq!(change.name, "\"Mend it (#7)\"");
    assert_eq!((told("request").as_str(), written("request")), ("#7", "#7"));
    assert_eq!((told("ticket").as_str(), written("ticket")), ("#7", "#7"));
    assert_eq!((told("landed_by").as_str(), written("landed_by")), ("squash", "Mend it (#7)"));
    assert_eq!((told("date").as_str(), written("committer")), ("2026-01-02", "Bob <bob@example.org> 2026-01-02"));
    assert_eq!((told("signature").as_str(), written("signed")), ("ssh", "ssh"));
    assert_eq!((told("second_person").as_str(), written("second_person")), ("true", "Bob <bob@example.org>"));
    assert_eq!(text.get(change.name_span.range()), Some("Mend it (#7)"));
}

#[test]
fn an_empty_message_is_a_change_all_the_same() {
    let change = change(Commit::default());
    assert_eq!(change.facts.get("subject").and_then(Node::as_str), Some(""));
    assert_eq!(change.facts.get("is_first").and_then(Node::as_bool), Some(true));
}
