//! All formats of one run say the same: the same findings by their fingerprints, the same criteria by their status.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::workbook::sheets;
use super::{assessment, bytes, is_open, json, prints, rendered, stands, strings};

/// A format, and what is read of a report in it.
type Reading<T> = (&'static str, fn() -> T);

/// How a format tells its findings, all of them.
const ALL_FINDINGS: &[Reading<BTreeSet<String>>] = &[
    ("json", || strings(json(&assessment(), "json").get("findings").unwrap(), "/fingerprint")),
    ("jsonl", || lines("finding").iter().map(|it| word(it, "/fingerprint")).collect()),
    ("sarif", || {
        strings(json(&assessment(), "sarif").pointer("/runs/0/results").unwrap(), "/partialFingerprints/gapcheck~1v1")
    }),
    ("csv", || column("csv", "fingerprint")),
    ("xlsx", || sheet("findings").iter().map(|it| it.get("fingerprint").unwrap().clone()).collect()),
    ("oscal", || {
        let observed = result().get("observations").unwrap().as_array().unwrap().clone();
        observed.iter().filter_map(|it| property(it, "fingerprint")).collect()
    }),
];

/// How a format tells each criterion's status.
const STATUSES: &[Reading<BTreeMap<String, String>>] = &[
    ("json", || pairs(json(&assessment(), "json").get("criteria").unwrap().as_array().unwrap(), "/id")),
    ("jsonl", || pairs(&lines("criterion"), "/criterion")),
    ("csv-matrix", || {
        let text = rendered(&assessment(), "csv-matrix");
        let mut table = csv::Reader::from_reader(text.as_bytes());
        let rows = table.deserialize::<BTreeMap<String, String>>().map(|it| it.unwrap());
        rows.map(|it| (it.get("criterion").unwrap().clone(), it.get("status").unwrap().clone())).collect()
    }),
    ("xlsx", || {
        let rows = sheet("matrix");
        rows.iter().map(|it| (it.get("criterion").unwrap().clone(), it.get("status").unwrap().clone())).collect()
    }),
    ("oscal", || {
        let findings = result().get("findings").unwrap().as_array().unwrap().clone();
        let each = findings.iter().map(|it| {
            let id = word(it, "/target/target-id");
            (id.trim_end_matches("_obj").to_owned(), property(it, "status").unwrap())
        });
        each.collect()
    }),
    ("html", || {
        let page = rendered(&assessment(), "html");
        let rows = page.split("<li data-status=\"").skip(1).map(|it| {
            let (status, rest) = it.split_once('"').unwrap();
            let id = rest.split_once("id=\"").unwrap().1.split_once('"').unwrap().0;
            (id.to_owned(), status.replace('-', " "))
        });
        rows.collect()
    }),
];

#[test]
fn every_format_that_tells_findings_tells_the_same_ones() {
    let expected = prints(assessment().findings.iter());
    assert!(expected.len() > 50);
    for (format, found) in ALL_FINDINGS {
        assert_eq!(found(), expected, "{format}");
    }
}

#[test]
fn every_format_that_tells_criteria_tells_the_same_statuses() {
    let assessment = assessment();
    let expected: BTreeMap<String, String> =
        assessment.criteria.iter().map(|it| (it.id.clone(), it.status.words().to_owned())).collect();
    for (format, found) in STATUSES {
        assert_eq!(found(), expected, "{format}");
    }
}

#[test]
fn numbers_of_the_matrix_are_those_of_the_run() {
    let assessment = assessment();
    for (format, rows) in [("xlsx", sheet("matrix")), ("csv-matrix", table("csv-matrix"))] {
        for row in rows.iter().filter(|it| it.get("policy").is_some_and(|it| !it.is_empty())) {
            let policy = assessment.policies.iter().find(|it| &it.id.0 == row.get("policy").unwrap()).unwrap();
            let number = |name: &str| row.get(name).unwrap().parse::<usize>().unwrap();
            let it = policy.population;
            let found = ["subjects", "pass", "fail", "undetermined", "waived"].map(number);
            assert_eq!(found, [it.subjects, it.pass, it.fail, it.undetermined, it.waived], "{format}: {}", policy.id);
        }
    }
}

#[test]
fn what_stands_is_marked_open_in_the_lists() {
    let assessment = assessment();
    let expected = prints(assessment.findings.iter().filter(|it| stands(it) || is_open(it)));
    let of_lines = lines("finding")
        .iter()
        .filter(|it| it.get("open").unwrap() == true)
        .map(|it| word(it, "/fingerprint"))
        .collect::<BTreeSet<_>>();
    assert_eq!(of_lines, expected);
    for rows in [sheet("findings"), table("csv")] {
        let open = rows.iter().filter(|it| it.get("open").unwrap() == "yes");
        assert_eq!(open.map(|it| it.get("fingerprint").unwrap().clone()).collect::<BTreeSet<_>>(), expected);
    }
}

#[test]
fn the_workbook_holds_what_the_run_says_and_no_formula() {
    let assessment = assessment();
    let sheets = sheets(&bytes(&assessment, "xlsx"));
    assert_eq!(
        sheets.keys().map(String::as_str).collect::<Vec<_>>(),
        ["about", "attestations", "findings", "ledger", "matrix", "population", "waivers"]
    );
    let messages: Vec<&String> = sheets.get("findings").unwrap().iter().map(|it| it.get("message").unwrap()).collect();
    assert_eq!(messages, assessment.findings.iter().map(|it| &it.message).collect::<Vec<_>>());
    assert_eq!(sheets.get("population").unwrap().len(), assessment.policies.len());
    assert_eq!(sheets.get("ledger").unwrap().len(), assessment.ledger.files.len());
    let about = sheets.get("about").unwrap();
    assert!(about.iter().any(|it| it.get("value") == Some(&assessment.gate.reason)));
}

#[test]
fn the_same_run_gives_the_same_workbook() {
    let assessment = assessment();
    assert_eq!(bytes(&assessment, "xlsx"), bytes(&assessment, "xlsx"));
    let core = super::workbook::part(&bytes(&assessment, "xlsx"), "docProps/core.xml");
    assert!(core.contains(&format!("{}T00:00:00Z", assessment.run.date)), "{core}");
}

#[test]
fn satisfied_is_said_of_nothing_that_is_not_shown() {
    for it in result().get("findings").unwrap().as_array().unwrap() {
        let state = word(it, "/target/status/state");
        let is_shown = ["satisfied", "attested"].contains(&property(it, "status").unwrap().as_str());
        assert_eq!(state == "satisfied", is_shown, "{it}");
    }
}

#[test]
fn references_of_oscal_lead_somewhere() {
    let document = json(&assessment(), "oscal");
    let (mut made, mut used) = (BTreeSet::new(), BTreeSet::new());
    references(&document, &mut made, &mut used);
    assert!(used.len() > 50);
    assert_eq!(used.difference(&made).collect::<Vec<_>>(), Vec::<&String>::new());
}

/// Identifiers that are given, and those that are pointed at.
fn references(value: &Value, made: &mut BTreeSet<String>, used: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, it) in fields {
                match (name.as_str(), it.as_str()) {
                    ("uuid", Some(it)) => assert!(made.insert(it.to_owned()), "{it} is given twice"),
                    (name, Some(it)) if name.ends_with("-uuid") => drop(used.insert(it.to_owned())),
                    ("href", Some(it)) => drop(it.strip_prefix('#').map(|it| used.insert(it.to_owned()))),
                    _ => references(it, made, used),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|it| references(it, made, used)),
        _ => {}
    }
}

fn result() -> Value {
    json(&assessment(), "oscal").pointer("/assessment-results/results/0").unwrap().clone()
}

fn property(it: &Value, name: &str) -> Option<String> {
    let all = it.get("props")?.as_array()?;
    let own = all.iter().find(|it| it.get("name").is_some_and(|it| it == name))?;
    Some(own.get("value")?.as_str()?.to_owned())
}

fn lines(record: &str) -> Vec<Value> {
    let text = rendered(&assessment(), "jsonl");
    let all = text.lines().map(|it| serde_json::from_str::<Value>(it).unwrap());
    all.filter(|it| it.get("record").unwrap() == record).collect()
}

fn sheet(name: &str) -> super::workbook::Rows {
    sheets(&bytes(&assessment(), "xlsx")).remove(name).unwrap()
}

fn table(format: &str) -> super::workbook::Rows {
    let text = rendered(&assessment(), format);
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(|it| it.unwrap()).collect()
}

fn column(format: &str, name: &str) -> BTreeSet<String> {
    table(format).iter().map(|it| it.get(name).unwrap().clone()).collect()
}

fn pairs(values: &[Value], id: &str) -> BTreeMap<String, String> {
    values.iter().map(|it| (word(it, id), word(it, "/status").replace('_', " "))).collect()
}

fn word(value: &Value, pointer: &str) -> String {
    value.pointer(pointer).unwrap().as_str().unwrap().to_owned()
}
