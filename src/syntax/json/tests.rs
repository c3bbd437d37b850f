//! What JSON becomes, and where it breaks.

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};
use serde_json::json;

use crate::model::Limit;
use crate::model::{Node, Value};

use super::*;

const SOURCE: SourceId = SourceId(0);

fn plain(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(it) => json!(it),
        Value::Number(it) => serde_json::Value::Number(it.clone()),
        Value::String(it) => json!(&**it),
        Value::List(items) => items.iter().map(plain).collect(),
        Value::Map(map) => map.entries.iter().map(|it| (it.name.to_string(), plain(&it.node))).collect(),
        Value::Unresolved(it) => json!(format!("?{}", it.cause.name())),
        Value::Redacted => json!("redacted"),
    }
}

#[track_caller]
fn check(text: &str, expected: &[serde_json::Value], problems: &[(&str, &str)]) {
    let parsed = parse(SOURCE, text);
    assert_eq!(parsed.documents.iter().map(plain).collect::<Vec<_>>(), expected);
    let found: Vec<(&str, &str)> = parsed
        .problems
        .iter()
        .map(|it| (text.get(it.span.expect("a place").range()).expect("in the text"), it.message.as_str()))
        .collect();
    assert_eq!(found, problems);
}

#[test]
fn values_names_and_comments_have_their_places() {
    let text = "\u{feff}{ // why\n \"é\": [1, \"\\u00e9\\ud83d\\ude00\\n\"],\r\n}";
    let parsed = parse(SOURCE, text);
    let list = parsed.documents[0].get("é").expect("the entry");
    assert_eq!(text.get(list.span.range()), Some("[1, \"\\u00e9\\ud83d\\ude00\\n\"]"));
    assert_eq!(text.get(list.name_span.expect("a name").range()), Some("\"é\""));
    assert_eq!(list.get("1").and_then(Node::as_str), Some("é😀\n"));
    assert_eq!(text.get(parsed.comments[0].span.range()), Some("// why"));
    assert_eq!(parsed.problems, []);
}

#[test]
fn a_broken_text_keeps_what_its_outermost_value_had_complete() {
    let unread = "?text that could not be read";
    check(
        r#"{"a": {"b": 1}, "c": {"d": [1, 2}, "e": 3}"#,
        &[json!({"a": {"b": 1}, "c": unread})],
        &[("}", "this is not valid JSON: expected a comma or the closing bracket")],
    );
    check(r#"[1, 2, "x"#, &[json!([1, 2])], &[("\"", "this is not valid JSON: a string is not closed")]);
    check(r#"{"a" 1}"#, &[json!({"a": unread})], &[("1", "this is not valid JSON: expected a colon after the key")]);
    check("{\"a\": 01}", &[json!({"a": unread})], &[("01", "this is not valid JSON: a number is malformed")]);
    check("hello", &[], &[("h", "this is not valid JSON: expected a value")]);
    check("{} {}", &[json!({})], &[("{", "this is not valid JSON: text after the end of the value")]);
    check("", &[], &[]);
}

#[test]
fn the_last_of_repeated_keys_counts() {
    check(r#"{"a": 1, "a": 2}"#, &[json!({"a": 2})], &[("\"a\"", "the key a is repeated: the last one counts")]);
}

#[test]
fn deep_nesting_is_cut_and_the_rest_is_read() {
    let deep = format!("{{\"a\": {}1{}, \"b\": 2}}", "[".repeat(100_000), "]".repeat(100_000));
    let parsed = parse(SOURCE, &deep);
    assert!(parsed.problems[0].message.contains("nested deeper"), "{:?}", parsed.problems);
    assert_eq!(parsed.documents[0].get("b").and_then(Node::as_i64), Some(2));
    assert!(!parse(SOURCE, &"[".repeat(100_000)).problems.is_empty());
    assert!(!parse(SOURCE, &"{\"a\":".repeat(100_000)).problems.is_empty());
    assert_eq!(Limit::Depth.value(), 128);
}

fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(|it| json!(it)),
        any::<i64>().prop_map(|it| json!(it)),
        any::<u64>().prop_map(|it| json!(it)),
        any::<f64>().prop_map(|it| json!(it)),
        any::<String>().prop_map(|it| json!(it)),
    ];
    leaf.prop_recursive(4, 64, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(serde_json::Value::Array),
            prop::collection::vec((any::<String>(), inner), 0..8).prop_map(|it| it.into_iter().collect()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_was_written_is_read_back(value in any_json()) {
        let pretty = serde_json::to_string_pretty(&value).expect("JSON");
        for text in [value.to_string(), pretty] {
            let parsed = parse(SOURCE, &text);
            assert_eq!(parsed.problems, []);
            let read: Vec<serde_json::Value> = parsed.documents.iter().map(plain).collect();
            assert_eq!(read, std::slice::from_ref(&value));
        }
    }
}

#[test]
fn json5_names_need_no_quotes() {
    let text = "{\n  // why\n  extends: ['config:recommended', \"a\"],\n  $x: +1, y: .5, z: 0x1F, w: 'it\\'s',\n}\n";
    let parsed = super::parse_loose(SourceId(0), text);
    assert!(parsed.problems.is_empty(), "{:?}", parsed.problems);
    let document = &parsed.documents[0];
    assert_eq!(document.get("extends").map(|it| it.items().len()), Some(2));
    assert_eq!(document.get("w").and_then(Node::as_str), Some("it's"));
    assert_eq!(document.get("z").and_then(Node::scalar_text).as_deref(), Some("31.0"));
    assert!(!super::parse(SourceId(0), "{a: 1}").problems.is_empty());
    for broken in ["{a 1}", "{'a: 1}", "{a: 1,, b: 2}", "{: 1}", "{a: +}"] {
        assert!(!super::parse_loose(SourceId(0), broken).problems.is_empty(), "{broken}");
    }
}
