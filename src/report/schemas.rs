//! JSON Schemas of what the program prints: draft 2020-12, embedded.

/// The schema of a document, by the name that `gapcheck schema` takes.
pub fn schema(name: &str) -> Option<&'static str> {
    SCHEMAS.iter().find(|(it, _)| *it == name).map(|(_, text)| *text)
}

const SCHEMAS: &[(&str, &str)] = &[
    ("assessment", include_str!("schemas/assessment.schema.json")),
    ("evidence", include_str!("schemas/evidence.schema.json")),
    ("row", include_str!("schemas/row.schema.json")),
];

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::schema;
    use crate::model::assessment::Tool;
    use crate::model::{Cause, Choice, Entry};
    use crate::model::{Document, Evidence, EvidenceKind, Node, Pass, Shape, Source, Span, Unresolved};
    use crate::report::{HumanOptions, evidence, json, sample};

    fn complaints(name: &str, document: &[u8]) -> Vec<String> {
        let schema: Value = serde_json::from_str(schema(name).expect("it is embedded")).expect("it is JSON");
        let document: Value = serde_json::from_slice(document).expect("output is JSON");
        let validator = jsonschema::draft202012::new(&schema).expect("it is a schema");
        validator.iter_errors(&document).map(|it| format!("{}: {it}", it.instance_path)).collect()
    }

    #[test]
    fn assessments_keep_their_schema() {
        let mut assessment = sample::assessment();
        let it = assessment.findings[0].clone();
        assessment.passes =
            Some(vec![Pass { policy: it.policy, subject: it.subject, subject_location: it.subject_location }]);
        let mut out = Vec::new();
        json::render(&assessment, &sample::sources(), &HumanOptions::default(), &mut out).expect("it fits");
        assert_eq!(complaints("assessment", &out), Vec::<String>::new());
        assert_eq!(out.last(), Some(&b'\n'));
    }

    #[test]
    fn assessments_are_read_back_as_they_were() {
        let text = serde_json::to_string(&sample::assessment()).expect("it is plain data");
        let again: crate::model::Assessment = serde_json::from_str(&text).expect("it is an assessment");
        assert_eq!(again, sample::assessment());
    }

    #[test]
    fn evidence_keeps_its_schema() {
        let mut document = Document::default();
        let id = document.sources.add(Source::new("a.tf", sample::MAIN));
        let other = document.sources.add(Source::new("b.tf", sample::MAIN));
        let (place, elsewhere) = (Span { source: id, start: 3, end: 9 }, Span::start_of(other));
        let through = crate::model::Through { note: "called here".into(), span: elsewhere };
        let unknown = |shape| Node::unresolved(Unresolved { cause: Cause::Limit("size".into()), place, shape }, place);
        let facts = vec![
            Entry::new("acl", Node::new("private", place).named(place).through(through.clone())),
            Entry::new("size", Node::default_of(3, place)),
            Entry::new("key", unknown(Shape::Reference)),
            Entry::new("name", unknown(Shape::Template([Some("a".to_owned()), None].into()))),
            Entry::new("tier", unknown(Shape::OneOf([Choice::Value("a".into()), Choice::Open(Shape::List)].into()))),
            Entry::new("password", Node::new(crate::model::Value::Redacted, place)),
        ];
        document.evidence.push(Evidence {
            id: "terraform:#a".to_owned(),
            kind: EvidenceKind::Bucket,
            name: "a".to_owned(),
            format: "terraform",
            provider: Some("aws".to_owned()),
            native_type: None,
            address: None,
            span: place,
            name_span: place,
            called_from: vec![through],
            facts: Node::map(facts, place),
        });
        let tool = Tool { name: "gapcheck".into(), version: "0.1.0".into(), policies_digest: "sha256:00".into() };
        let mut out = Vec::new();
        evidence::render(&document, tool, "2026-11-23", &mut out).expect("it fits");
        assert_eq!(complaints("evidence", &out), Vec::<String>::new());
        insta::assert_snapshot!(String::from_utf8(out).expect("JSON is text"));
    }

    #[test]
    fn every_kind_is_in_both_schemas() {
        for name in ["assessment", "evidence"] {
            let schema: Value = serde_json::from_str(schema(name).expect("it is embedded")).expect("it is JSON");
            let kinds = schema.pointer("/$defs/kind/enum").and_then(Value::as_array).expect("it lists the kinds");
            let ours: Vec<_> = EvidenceKind::ALL.iter().map(|it| Value::from(it.name())).collect();
            assert_eq!(kinds, &ours);
        }
    }

    #[test]
    fn unknown_names_have_no_schema() {
        assert_eq!(schema("nothing"), None);
    }
}
