//! What the pass hides in evidence, and what it leaves.

use crate::model::{EvidenceKind, Source};
use crate::syntax::yaml;

use super::*;

/// The facts of a YAML text after the pass, and the stretches of it that hold secrets.
fn pass(text: &str, native_type: Option<&str>) -> (String, Vec<String>) {
    let mut sources = Sources::default();
    let id = sources.add(Source::new("a.yaml", text));
    let facts = yaml::parse(id, text).documents.remove(0);
    let span = facts.span;
    let mut evidence = [Evidence {
        id: "a".to_owned(),
        kind: EvidenceKind::Resource,
        name: "a".to_owned(),
        format: "test",
        provider: None,
        native_type: native_type.map(str::to_owned),
        address: None,
        span,
        name_span: span,
        called_from: Vec::new(),
        facts,
    }];
    let mut stretches = redact(&mut evidence, &sources, Vec::new());
    stretches.sort_unstable();
    stretches.dedup();
    let [after] = evidence;
    (shown(&after.facts), stretches.into_iter().map(|it| sources.text(it).to_owned()).collect())
}

fn shown(node: &Node) -> String {
    match &node.value {
        Value::Map(map) => {
            let entries: Vec<String> =
                map.entries.iter().map(|it| format!("{}: {}", it.name, shown(&it.node))).collect();
            format!("{{{}}}", entries.join(", "))
        }
        Value::List(items) => format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join(", ")),
        Value::Redacted => "#".to_owned(),
        _ => node.scalar_text().unwrap_or_else(|| "?".to_owned()),
    }
}

#[test]
fn literals_under_names_of_secrets_are_hidden() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("{password: hunter2, user: app}", "{password: #, user: app}", &["hunter2"]),
        ("{db: {password: \"hunter2\"}}", "{db: {password: #}}", &["\"hunter2\""]),
        ("env: [{name: DB_PASSWORD, value: hunter2}]", "{env: [{name: DB_PASSWORD, value: #}]}", &["hunter2"]),
        ("env: [{name: DB_USER, value: hunter2}]", "{env: [{name: DB_USER, value: hunter2}]}", &[]),
        ("{name: DB_PASSWORD, value: \"${DB}\"}", "{name: DB_PASSWORD, value: ${DB}}", &[]),
        ("DbPassword: {Type: String, Default: hunter2}", "{DbPassword: {Type: String, Default: #}}", &["hunter2"]),
        ("{type: SecureString, value: abcdef}", "{type: SecureString, value: #}", &["abcdef"]),
        ("POSTGRES_PASSWORD: 123456", "{POSTGRES_PASSWORD: #}", &["123456"]),
        ("- DB_PASSWORD=hunter2", "[DB_PASSWORD=<redacted>]", &["hunter2"]),
        ("secrets: [db_password, hunter2]", "{secrets: [db_password, hunter2]}", &[]),
        ("{token: true, api_key: 1}", "{token: true, api_key: 1}", &[]),
        ("permissions: {id-token: write}", "{permissions: {id-token: write}}", &[]),
        ("url: postgres://a:hunter2@db/x", "{url: postgres://a:<redacted>@db/x}", &["hunter2"]),
        ("key: AKIAIOSFODNN7EXAMPLE", "{key: #}", &["AKIAIOSFODNN7EXAMPLE"]),
    ];
    for (text, facts, stretches) in cases {
        let (found, places) = pass(text, None);
        assert_eq!((found.as_str(), places), (*facts, stretches.iter().map(ToString::to_string).collect()), "{text}");
    }
}

#[test]
fn what_holds_only_secrets_is_hidden_whole() {
    let (facts, places) = pass("{type: Opaque, data: {user: YXBw, x: aHVudGVyMg==}}", Some("Secret"));
    assert_eq!(facts, "{type: Opaque, data: {user: #, x: #}}");
    assert_eq!(places, ["YXBw", "aHVudGVyMg=="]);
    let (facts, places) = pass("{attributes: {name: a, value: hunter2}}", Some("azurerm_key_vault_secret"));
    assert_eq!((facts.as_str(), places), ("{attributes: {name: a, value: #}}", vec!["hunter2".to_owned()]));
}

#[test]
fn secrets_in_json_texts_are_hidden() {
    let text = r#"containers: '[{"environment":[{"name":"DB_PASSWORD","value":"hunter2"}]}]'"#;
    let (facts, places) = pass(text, None);
    assert_eq!(facts, r#"{containers: [{"environment":[{"name":"DB_PASSWORD","value":"<redacted>"}]}]}"#);
    assert_eq!(places, ["hunter2"]);
}

#[test]
fn secrets_that_no_fact_holds_are_marked_in_their_source() {
    let (_, places) = pass("a: 1 # AKIAIOSFODNN7EXAMPLE\n", None);
    assert_eq!(places, ["AKIAIOSFODNN7EXAMPLE"]);
}

#[test]
fn what_a_collector_hid_is_hidden_in_the_source_as_well() {
    let mut sources = Sources::default();
    let id = sources.add(Source::new("a.yaml", "key: azhzLWdvYXQ="));
    let place = Span::new(id, 5..17);
    let facts = Node::map(vec![Entry::new("key", Node::new(Value::Redacted, place))], Span::new(id, 0..17));
    let span = facts.span;
    let mut evidence = [Evidence {
        id: "a".to_owned(),
        kind: EvidenceKind::Secret,
        name: "a".to_owned(),
        format: "test",
        provider: None,
        native_type: None,
        address: None,
        span,
        name_span: span,
        called_from: Vec::new(),
        facts,
    }];
    assert_eq!(redact(&mut evidence, &sources, Vec::new()), [place]);
}
