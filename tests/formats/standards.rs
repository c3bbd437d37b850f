//! Formats that others define keep what they define.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde_json::Value;

use super::{assessment, json, rendered};

/// An element, what may stand within it, and the attributes that it must and may have.
type Element = (&'static str, &'static [&'static str], &'static [&'static str], &'static [&'static str]);

/// What the schema of the JUnit plugin of Jenkins (`junit-10.xsd`) and GitLab's reader have in common.
const JUNIT: &[Element] = &[
    ("testsuites", &["testsuite"], &[], &["name", "time", "tests", "failures", "errors", "skipped"]),
    ("testsuite", &["testcase"], &["name", "tests"], &["failures", "errors", "skipped", "time", "timestamp"]),
    ("testcase", &["skipped", "failure", "error"], &["name", "classname"], &["time", "file"]),
    ("failure", &[], &[], &["message", "type"]),
    ("skipped", &[], &[], &["message"]),
];

fn complaints(schema: &str, document: &Value) -> Vec<String> {
    let schema: Value = serde_json::from_str(schema).unwrap();
    let validator = jsonschema::options().with_draft(jsonschema::Draft::Draft7).build(&schema).unwrap();
    validator.iter_errors(document).map(|it| format!("{}: {it}", it.instance_path)).collect()
}

#[test]
fn oscal_keeps_the_schema_of_nist() {
    let schema = include_str!("../schemas/oscal-assessment-results-1.2.3.json");
    let mut document = json(&assessment(), "oscal");
    assert_eq!(complaints(schema, &document), Vec::<String>::new());
    *document.pointer_mut("/assessment-results/results/0/start").unwrap() = "yesterday".into();
    assert_ne!(complaints(schema, &document), Vec::<String>::new(), "the schema does look");
}

#[test]
fn each_line_keeps_its_schema() {
    let schema: Value = serde_json::from_str(gapcheck::report::schemas::schema("row").unwrap()).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let text = rendered(&assessment(), "jsonl");
    let mut records: BTreeMap<String, usize> = BTreeMap::new();
    for line in text.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        *records.entry(line.get("record").unwrap().as_str().unwrap().to_owned()).or_default() += 1;
        let found: Vec<_> = validator.iter_errors(&line).map(|it| format!("{}: {it}", it.instance_path)).collect();
        assert_eq!(found, Vec::<String>::new(), "{line}");
    }
    assert_eq!(records.keys().map(String::as_str).collect::<Vec<_>>(), ["control", "criterion", "finding", "run"]);
    assert_eq!(records.get("run"), Some(&1));
}

#[test]
fn junit_has_the_elements_and_attributes_that_readers_know() {
    let text = rendered(&assessment(), "junit");
    let mut reader = Reader::from_str(&text);
    let mut open: Vec<String> = Vec::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(it) => {
                junit_element(&it, open.last());
                *seen.entry(it.name().as_ref().to_owned()).or_default() += 1;
                open.push(it.name().as_ref().to_owned());
            }
            Event::Empty(it) => junit_element(&it, open.last()),
            Event::End(_) => drop(open.pop()),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(seen.get("testsuites"), Some(&1), "one root");
    assert!(seen.get("testsuite").is_some_and(|it| *it > 5));
}

fn junit_element(element: &BytesStart<'_>, parent: Option<&String>) {
    let name = element.name().as_ref().to_owned();
    let (_, _, must, may) = JUNIT.iter().find(|it| it.0 == name).unwrap_or_else(|| panic!("<{name}> is unknown"));
    match parent {
        Some(parent) => {
            let (_, within, ..) = JUNIT.iter().find(|it| it.0 == parent.as_str()).unwrap();
            assert!(within.contains(&name.as_str()), "<{name}> within <{parent}>");
        }
        None => assert_eq!(name, "testsuites"),
    }
    let attributes: BTreeMap<String, String> = element
        .attributes()
        .map(|it| it.unwrap())
        .map(|it| (it.key.as_ref().to_owned(), it.value.into_owned()))
        .collect();
    for it in *must {
        assert!(attributes.contains_key(*it), "<{name}> lacks {it}");
    }
    for (key, value) in &attributes {
        assert!(must.contains(&key.as_str()) || may.contains(&key.as_str()), "<{name} {key}> is unknown");
        let is_number = matches!(key.as_str(), "tests" | "failures" | "errors" | "skipped");
        assert!(!is_number || value.parse::<u32>().is_ok(), "{key}={value}");
        assert!(key != "time" || value.parse::<f64>().is_ok(), "{key}={value}");
        let is_moment = |it: &str| it.parse::<jiff::civil::DateTime>().is_ok();
        assert!(key != "timestamp" || is_moment(value), "{key}={value}");
    }
}

/// GitLab's documentation of the code quality report: the fields, and the only severities there are.
#[test]
fn code_quality_has_the_fields_that_gitlab_documents() {
    let report = json(&assessment(), "gitlab");
    let mut prints = std::collections::BTreeSet::new();
    for it in report.as_array().unwrap() {
        for field in ["description", "check_name", "fingerprint"] {
            assert!(it.get(field).unwrap().as_str().is_some_and(|it| !it.is_empty()), "{field}: {it}");
        }
        let severity = it.get("severity").unwrap().as_str().unwrap();
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&severity), "{severity}");
        let path = it.pointer("/location/path").unwrap().as_str().unwrap();
        assert!(!path.starts_with("./") && !path.starts_with('/'), "{path}");
        assert!(it.pointer("/location/lines/begin").unwrap().as_u64().is_some_and(|it| it > 0));
        assert!(prints.insert(it.get("fingerprint").unwrap().as_str().unwrap()), "a fingerprint twice");
    }
    assert!(prints.len() > 20);
}

/// GitLab's documentation of the SAST report (version 15): what is required, and what its words and patterns are.
#[test]
fn sast_has_the_fields_that_gitlab_documents() {
    let report = json(&assessment(), "gitlab-sast");
    let word = |value: &Value, pointer: &str| value.pointer(pointer).unwrap().as_str().unwrap().to_owned();
    let is_moment = |it: &str| it.len() == 19 && it.parse::<jiff::civil::DateTime>().is_ok();
    assert!(word(&report, "/version").starts_with("15."));
    let scan = report.get("scan").unwrap();
    assert!(is_moment(&word(scan, "/start_time")) && is_moment(&word(scan, "/end_time")));
    assert_eq!(word(scan, "/type"), "sast");
    assert!(["success", "failure"].contains(&word(scan, "/status").as_str()));
    for tool in ["analyzer", "scanner"] {
        for field in ["id", "name", "version", "vendor/name"] {
            assert!(!word(scan, &format!("/{tool}/{field}")).is_empty());
        }
    }
    for it in report.get("vulnerabilities").unwrap().as_array().unwrap() {
        assert_eq!(word(it, "/id").len(), 36);
        assert!(word(it, "/name").chars().count() <= 255);
        let severity = word(it, "/severity");
        assert!(["Info", "Unknown", "Low", "Medium", "High", "Critical"].contains(&severity.as_str()), "{severity}");
        let identifiers = it.get("identifiers").unwrap().as_array().unwrap();
        assert!((1..=20).contains(&identifiers.len()));
        for it in identifiers {
            for field in ["type", "name", "value"] {
                assert!(!word(it, &format!("/{field}")).is_empty());
            }
        }
        assert!(it.pointer("/location/start_line").unwrap().as_u64().is_some_and(|it| it > 0));
    }
}
