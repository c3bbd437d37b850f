//! What is saved comes back as it was.

use std::sync::Arc;

use proptest::prelude::{Just, Strategy, any, prop_oneof};
use serde_json::Number;

use crate::model::assessment::Tool;
use crate::model::document::{Document, Repository};
use crate::model::evidence::{Evidence, EvidenceKind};
use crate::model::ledger::{FileStatus, Ledger, LedgerEntry};
use crate::model::node::{Entry, Node, Origin, Through, Value};
use crate::model::source::{Source, Sources};
use crate::model::span::{SourceId, Span};
use crate::model::unresolved::{Cause, Choice, Shape, Unresolved};

use super::{SavedError, read, save};

const TEXT: &str = "first line\n\tsecond line\r\né third\n\nfifth and last\n";

fn tool() -> Tool {
    Tool { name: "gapcheck".to_owned(), version: "0.1.0".to_owned(), policies_digest: "sha256:00".to_owned() }
}

fn spans() -> impl Strategy<Value = Span> {
    (0..2u32, 0..11u32, 0..10u32).prop_map(|(source, start, length)| Span {
        source: SourceId(source),
        start,
        end: start + length,
    })
}

fn shapes() -> impl Strategy<Value = Shape> {
    let parts = proptest::collection::vec(proptest::option::of("[a-z]{1,4}"), 0..3);
    prop_oneof![
        Just(Shape::Any),
        Just(Shape::Reference),
        Just(Shape::Bool),
        Just(Shape::Number),
        Just(Shape::String),
        Just(Shape::List),
        Just(Shape::Map),
        parts.prop_map(|it| Shape::Template(it.into())),
        Just(Shape::OneOf(
            [Choice::Value(serde_json::json!("a")), Choice::Value(serde_json::Value::Null), Choice::Open(Shape::List)]
                .into()
        )),
    ]
}

fn values() -> impl Strategy<Value = Value> {
    let cause = prop_oneof![
        "[a-z.]{1,9}".prop_map(Cause::Variable),
        "[a-z.]{1,9}".prop_map(Cause::AtRunTime),
        "[a-z.]{1,9}".prop_map(Cause::AfterApply),
    ];
    prop_oneof![
        Just(Value::Null),
        Just(Value::Redacted),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::from),
        Just(Value::Number(Number::from_f64(0.5).expect("it is finite"))),
        prop_oneof![Just("<redacted>".to_owned()), ".{0,9}"].prop_map(Value::from),
        (cause, spans(), shapes()).prop_map(|(cause, place, shape)| Value::Unresolved(Box::new(Unresolved {
            cause,
            place,
            shape
        }))),
    ]
}

fn node(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Node> {
    let through = ("[a-z ]{1,9}", spans()).prop_map(|(note, span)| Through { note: note.into(), span });
    let via = proptest::option::of(proptest::collection::vec(through, 1..3));
    (value, spans(), proptest::option::of(spans()), any::<bool>(), via).prop_map(
        |(value, span, name_span, stated, via)| {
            let origin = if stated { Origin::Stated } else { Origin::Default };
            Node { value, span, name_span, origin, via: via.map(Arc::from) }
        },
    )
}

fn nodes() -> impl Strategy<Value = Node> {
    node(values()).prop_recursive(4, 24, 4, |inner| {
        let entries = proptest::collection::btree_map("[a-z~/]{1,5}", inner.clone(), 0..4);
        let map = entries.prop_map(|it| {
            let entries = it.into_iter().map(|(name, node)| Entry::new(name, node));
            Value::Map(crate::model::node::Map { entries: entries.collect() })
        });
        let list = proptest::collection::vec(inner, 0..4).prop_map(|it| Value::List(it.into()));
        prop_oneof![node(map), node(list)]
    })
}

fn document(facts: Vec<Node>) -> Document {
    let mut sources = Sources::default();
    sources.add(Source::new("a.tf", TEXT));
    sources.add(Source::new("modules/b.tf", TEXT));
    let entry = LedgerEntry {
        path: "a.tf".into(),
        collector: Some("terraform".to_owned()),
        status: FileStatus::Collected,
        reason: None,
        sha256: Some("00".to_owned()),
        bytes: TEXT.len() as u64,
        problems: Vec::new(),
        could_be: Vec::new(),
    };
    let place = |start, end| Span { source: SourceId(0), start, end };
    let evidence = facts.into_iter().enumerate().map(|(at, facts)| Evidence {
        id: format!("terraform:#aws_s3_bucket.it[{at}]"),
        kind: EvidenceKind::Bucket,
        name: format!("it[{at}]"),
        format: "terraform",
        provider: Some("aws".to_owned()),
        native_type: Some("aws_s3_bucket".to_owned()),
        address: None,
        span: place(0, 20),
        name_span: place(2, 4),
        called_from: vec![Through { note: "called here".into(), span: Span { source: SourceId(1), start: 1, end: 3 } }],
        facts,
    });
    Document {
        repository: Some(Repository { commit: Some("abc".to_owned()), ..Repository::default() }),
        ledger: Ledger::new(vec![entry]),
        evidence: evidence.collect(),
        sources,
        suppressions: Vec::new(),
        notes: Vec::new(),
        focus: None,
    }
}

fn again(document: &Document) -> Document {
    let text = serde_json::to_string(&save(document, tool(), "2026-11-23")).expect("saved evidence is JSON");
    read(&text, &["compose", "terraform"]).expect("what was saved can be read")
}

#[test]
fn values_too_deep_to_be_read_again_are_unresolved() {
    let place = Span::start_of(SourceId(0));
    let deep = (0..300).fold(Node::new(true, place), |inner, _| Node::list(vec![inner], place));
    let saved = again(&document(vec![deep]));
    let path = vec!["0"; 100];
    let node = saved.evidence[0].facts.at(&path).expect("it is as deep as that");
    assert!(matches!(node.as_unresolved(), Some(it) if it.cause == Cause::Limit("nesting".to_owned())), "{node:?}");
}

proptest::proptest! {
    #[test]
    fn what_was_saved_is_what_was_collected(facts in proptest::collection::vec(nodes(), 1..3)) {
        let live = document(facts);
        let saved = again(&live);
        proptest::prop_assert_eq!(&saved.evidence, &live.evidence);
        proptest::prop_assert_eq!(&saved.ledger, &live.ledger);
        proptest::prop_assert_eq!(&saved.repository, &live.repository);
        for it in &live.evidence {
            it.facts.walk(&mut |_, node| {
                assert_eq!(saved.sources.location(node.span), live.sources.location(node.span));
            });
        }
    }

    #[test]
    fn no_text_breaks_the_reader(text in ".{0,200}") {
        proptest::prop_assert!(read(&text, &[]).is_err());
    }
}

#[test]
fn evidence_of_another_version_or_format_is_refused() {
    let live = document(vec![Node::map(Vec::new(), Span::start_of(SourceId(0)))]);
    let mut saved = save(&live, tool(), "2026-11-23");
    saved.schema_version = "9".to_owned();
    let text = serde_json::to_string(&saved).expect("saved evidence is JSON");
    assert!(matches!(read(&text, &["terraform"]), Err(SavedError::Version(it)) if it == "9"));
    saved.schema_version = "1".to_owned();
    let text = serde_json::to_string(&saved).expect("saved evidence is JSON");
    assert!(matches!(read(&text, &["compose"]), Err(SavedError::Format { .. })));
}
