//! What YAML becomes, shown by the text under each span.

use crate::model::Limit;
use crate::model::{Node, SourceId, Span, Value};

use super::*;

const SOURCE: SourceId = SourceId(0);

/// The tree as JSON-like text, each scalar as its value and the stretch of source it stands in.
fn shown(node: &Node, text: &str) -> String {
    let raw = text.get(node.span.range()).expect("spans lie in the text");
    match &node.value {
        Value::Null => format!("null‹{raw}›"),
        Value::Bool(it) => format!("{it}‹{raw}›"),
        Value::Number(it) => format!("{it}‹{raw}›"),
        Value::String(it) => format!("{it:?}‹{raw}›"),
        Value::List(items) => format!("[{}]", items.iter().map(|it| shown(it, text)).collect::<Vec<_>>().join(", ")),
        Value::Map(map) => {
            let entries = map.entries.iter().map(|it| {
                let name = it.node.name_span.map_or("-", |span| text.get(span.range()).expect("in the text"));
                format!("{}‹{name}›: {}", it.name, shown(&it.node, text))
            });
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
        Value::Unresolved(it) => format!("?{}", it.cause.name()),
        Value::Redacted => "redacted".to_owned(),
    }
}

fn raw(text: &str, span: Span) -> &str {
    text.get(span.range()).expect("spans lie in the text")
}

#[track_caller]
fn check(text: &str, expected: &[&str], problems: &[&str]) {
    let parsed = parse(SOURCE, text);
    let documents: Vec<String> = parsed.documents.iter().map(|it| shown(it, text)).collect();
    assert_eq!(documents, expected);
    let messages: Vec<&str> = parsed.problems.iter().map(|it| it.message.as_str()).collect();
    assert_eq!(messages, problems);
}

#[test]
fn spans_are_bytes_with_byte_order_mark_crlf_and_wide_characters() {
    check(
        "\u{feff}# hé\r\nüser: \"é\"\r\nlist:\r\n  - 'x'\r\n  - 017\r\n",
        &["{üser‹üser›: \"é\"‹\"é\"›, list‹list›: [\"x\"‹'x'›, 17‹017›]}"],
        &[],
    );
}

#[test]
fn a_mapping_runs_from_its_first_key_to_its_last_value() {
    let text = "a:\n  b:\n    c: 1\n\n# tail\nd: |\n  two\n  lines\n\n";
    let parsed = parse(SOURCE, text);
    let document = &parsed.documents[0];
    assert_eq!(raw(text, document.span), "a:\n  b:\n    c: 1\n\n# tail\nd: |\n  two\n  lines");
    assert_eq!(raw(text, document.get("a").expect("a").span), "b:\n    c: 1");
    assert_eq!(raw(text, document.get("d").expect("d").span), "two\n  lines");
    assert_eq!(raw(text, parsed.comments[0].span), "# tail");
}

#[test]
fn empty_documents_are_left_out() {
    check("---\n# only a comment\n---\na: 1\n...\n---\n", &["{a‹a›: 1‹1›}"], &[]);
    check("", &[], &[]);
}

#[test]
fn a_left_out_value_is_null_at_its_key() {
    check("on:\n  push:\n", &["{on‹on›: {push‹push›: null‹push›}}"], &[]);
}

#[test]
fn merge_keys_bring_in_what_is_not_stated() {
    check(
        "a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc:\n  <<: [*a, *b]\n  x: 9\n",
        &["{a‹a›: {x‹x›: 1‹1›, y‹y›: 2‹2›}, b‹b›: {y‹y›: 3‹3›, z‹z›: 4‹4›}, \
           c‹c›: {x‹x›: 9‹9›, y‹y›: 2‹2›, z‹z›: 4‹4›}}"],
        &[],
    );
    check("a:\n  <<: 1\n", &["{a‹a›: {}}"], &["a merge key takes a mapping or a list of mappings"]);
}

#[test]
fn an_alias_remembers_where_it_is_used() {
    let text = "a: &a x\nb: *a\n";
    let parsed = parse(SOURCE, text);
    let node = parsed.documents[0].get("b").expect("b");
    let via = node.via.as_deref().expect("an alias");
    assert_eq!((raw(text, via[0].span), &*via[0].note), ("*a", "used here as *a"));
    assert_eq!(raw(text, node.name_span.expect("a key")), "b");
}

#[test]
fn broken_aliases_are_unknown_and_not_fatal() {
    check("a: *nope\nb: 1\n", &["{a‹a›: ?*nope, b‹b›: 1‹1›}"], &["no anchor is named nope"]);
    check("a: &a [*a]\n", &["{a‹a›: [?*a]}"], &["an alias stands within its own anchor"]);
}

#[test]
fn short_intrinsics_become_long_ones() {
    check(
        "a: !Ref Logs\nb: !GetAtt Logs.Arn.Deep\nc: !Sub\n  - x-${y}\n  - {y: !Ref Z}\nd: !If [A, !Ref \"AWS::NoValue\", 1]\n",
        &[
            "{a‹a›: {Ref‹!Ref›: \"Logs\"‹Logs›}, b‹b›: {Fn::GetAtt‹!GetAtt›: [\"Logs\"‹Logs›, \"Arn.Deep\"‹Arn.Deep›]}, \
           c‹c›: {Fn::Sub‹!Sub›: [\"x-${y}\"‹x-${y}›, {y‹y›: {Ref‹!Ref›: \"Z\"‹Z›}}]}, \
           d‹d›: {Fn::If‹!If›: [\"A\"‹A›, {Ref‹!Ref›: \"AWS::NoValue\"‹\"AWS::NoValue\"›}, 1‹1›]}}",
        ],
        &[],
    );
}

#[test]
fn other_tags_change_nothing_but_core_ones() {
    check(
        "a: !!str 1\nb: !!int '2'\nc: ! 3\nd: !vault null\ne: !mine {x: 1}\n",
        &["{a‹a›: \"1\"‹1›, b‹b›: 2‹'2'›, c‹c›: \"3\"‹3›, d‹d›: null‹null›, e‹e›: {x‹x›: 1‹1›}}"],
        &[],
    );
}

#[test]
fn repeated_keys_are_problems_and_the_last_counts() {
    check("a: 1\nb: 2\na: 3\n", &["{a‹a›: 3‹3›, b‹b›: 2‹2›}"], &["the key a is repeated: the last one counts"]);
}

#[test]
fn keys_that_are_no_strings_are_as_written() {
    check(
        "017: a\ntrue: b\n[x, y]: c\n~: d\n",
        &["{017‹017›: \"a\"‹a›, true‹true›: \"b\"‹b›, [x, y]‹[x, y]›: \"c\"‹c›, ~‹~›: \"d\"‹d›}"],
        &[],
    );
}

#[test]
fn a_broken_document_keeps_what_was_complete_and_the_next_is_read() {
    let unread = "text that could not be read";
    check(
        "a: 1\nb:\n  c: [1, 2\n---\nd: 4\n",
        &[&format!("{{a‹a›: 1‹1›, b‹b›: ?{unread}}}"), "{d‹d›: 4‹4›}"],
        &["this is not valid YAML: unclosed bracket '['"],
    );
    // The parser took `1\n b` for one value before it met the colon.
    check(
        "a: 1\n b: 2\n",
        &[&format!("{{a‹a›: ?{unread}}}")],
        &["this is not valid YAML: mapping values are not allowed in this context"],
    );
}

#[test]
fn a_bomb_of_aliases_is_cut() {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let before = format!("*a{}", level - 1);
        text += &format!("a{level}: &a{level} [{}]\n", [before.as_str(); 10].join(", "));
    }
    let parsed = parse(SOURCE, &text);
    assert!(parsed.problems.iter().any(|it| it.message.contains("expand to too much")));
    let mut nodes = 0;
    parsed.documents[0].walk(&mut |_, _| nodes += 1);
    assert!(nodes <= Limit::AliasValues.value() + text.len());
}

#[test]
fn deep_nesting_is_cut_with_a_problem() {
    let deep = format!("a: {}x{}\nb: 1\n", "[".repeat(200), "]".repeat(200));
    let parsed = parse(SOURCE, &deep);
    assert!(parsed.problems[0].message.contains("nested deeper"));
    assert_eq!(parsed.documents[0].get("b").and_then(Node::as_i64), Some(1));
    let deeper = parse(SOURCE, &"[".repeat(100_000));
    assert!(!deeper.problems.is_empty());
    let blocks: String = (0..3_000).map(|it| format!("{}a:\n", " ".repeat(it))).collect();
    assert!(!parse(SOURCE, &blocks).problems.is_empty());
}
