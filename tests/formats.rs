//! Every format says the same of one run, keeps its standard, and shows hostile text without obeying it.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::process::Command;
use std::sync::LazyLock;

use gapcheck::model::{Assessment, Finding, Outcome, Sources};
use gapcheck::report::{FORMATS, HumanOptions};
use quick_xml::events::Event;
use serde_json::Value;

#[path = "formats/agreement.rs"]
mod agreement;
#[path = "formats/standards.rs"]
mod standards;
#[path = "formats/workbook.rs"]
mod workbook;

/// The assessment of a repository with many gaps, two of them made a waived and a known one.
fn assessment() -> Assessment {
    static JUDGED: LazyLock<Assessment> = LazyLock::new(judged);
    JUDGED.clone()
}

fn judged() -> Assessment {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/repos/harbor-with-gaps");
    let output = command.args(["scan", root, "--category", "all", "--format", "json"]).output().unwrap();
    let mut assessment: Assessment = serde_json::from_slice(&output.stdout).unwrap();
    assessment.findings.get_mut(1).unwrap().waiver = Some("accepted-for-now".to_owned());
    assessment.findings.get_mut(2).unwrap().baseline = true;
    assessment
}

fn bytes(assessment: &Assessment, format: &str) -> Vec<u8> {
    let format = FORMATS.iter().find(|it| it.name == format).unwrap();
    let mut out = Vec::new();
    (format.render)(assessment, &Sources::default(), &HumanOptions::default(), &mut out).unwrap();
    out
}

fn rendered(assessment: &Assessment, format: &str) -> String {
    String::from_utf8(bytes(assessment, format)).unwrap()
}

fn json(assessment: &Assessment, format: &str) -> Value {
    serde_json::from_str(&rendered(assessment, format)).unwrap()
}

fn prints<'a>(findings: impl Iterator<Item = &'a Finding>) -> BTreeSet<String> {
    findings.map(|it| it.fingerprint.clone()).collect()
}

fn stands(finding: &Finding) -> bool {
    finding.outcome == Outcome::Fail && finding.waiver.is_none() && !finding.baseline
}

fn is_open(finding: &Finding) -> bool {
    finding.outcome == Outcome::Undetermined
}

fn strings(values: &Value, pointer: &str) -> BTreeSet<String> {
    let each = values.as_array().unwrap().iter();
    each.map(|it| it.pointer(pointer).unwrap().as_str().unwrap().to_owned()).collect()
}

#[test]
fn sarif_keeps_the_schema_of_the_standard() {
    let schema: Value = serde_json::from_str(include_str!("schemas/sarif-2.1.0.json")).unwrap();
    let validator = jsonschema::draft7::new(&schema).unwrap();
    let log = json(&assessment(), "sarif");
    let complaints: Vec<_> = validator.iter_errors(&log).map(|it| format!("{}: {it}", it.instance_path)).collect();
    assert_eq!(complaints, Vec::<String>::new());
}

#[test]
fn sarif_holds_every_finding_and_points_into_its_own_tables() {
    let assessment = assessment();
    let log = json(&assessment, "sarif");
    let run = log.pointer("/runs/0").unwrap();
    let results = run.pointer("/results").unwrap();
    assert_eq!(strings(results, "/partialFingerprints/gapcheck~1v1"), prints(assessment.findings.iter()));
    let rules = run.pointer("/tool/driver/rules").unwrap();
    let taxa = run.pointer("/taxonomies/0/taxa").unwrap();
    let mut suppressed = 0;
    for result in results.as_array().unwrap() {
        let rule = usize::try_from(result.get("ruleIndex").unwrap().as_u64().unwrap()).unwrap();
        assert_eq!(rules.get(rule).unwrap().get("id"), result.get("ruleId"));
        suppressed += usize::from(result.get("suppressions").is_some());
        for taxon in result.get("taxa").unwrap().as_array().unwrap() {
            let index = usize::try_from(taxon.get("index").unwrap().as_u64().unwrap()).unwrap();
            assert_eq!(taxa.get(index).unwrap().get("id"), taxon.get("id"));
        }
        let is_fail = result.get("kind").unwrap() == "fail";
        assert_eq!(result.get("level").unwrap() != "none", is_fail, "only what fails has a level");
    }
    assert_eq!(suppressed, 2);
}

#[test]
fn junit_fails_where_the_gate_does() {
    let assessment = assessment();
    let text = rendered(&assessment, "junit");
    let mut reader = quick_xml::Reader::from_str(&text);
    let (mut failures, mut skipped, mut cases, mut said) = (0, 0, 0, Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(it) | Event::Empty(it) => match it.name().as_ref() {
                "testcase" => cases += 1,
                "failure" => failures += 1,
                "skipped" => skipped += 1,
                "testsuites" => {
                    let attributes = it.attributes().map(|it| it.unwrap());
                    said = attributes.map(|it| it.value.into_owned()).collect();
                }
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(failures, assessment.findings.iter().filter(|it| stands(it)).count());
    assert_eq!(skipped, assessment.findings.iter().filter(|it| !stands(it)).count());
    let expected = ["gapcheck", &cases.to_string(), &failures.to_string(), "0", &skipped.to_string(), "0"];
    assert_eq!(said, expected);
}

#[test]
fn gitlab_shows_what_stands_and_what_is_open() {
    let assessment = assessment();
    let expected = prints(assessment.findings.iter().filter(|it| stands(it) || is_open(it)));
    assert_eq!(strings(&json(&assessment, "gitlab"), "/fingerprint"), expected);
    let sast = json(&assessment, "gitlab-sast");
    let found = sast.get("vulnerabilities").unwrap();
    assert_eq!(found.as_array().unwrap().len(), expected.len());
    assert_eq!(strings(found, "/id").len(), expected.len(), "ids are unique");
}

#[test]
fn annotations_mark_every_place_that_stands() {
    let assessment = assessment();
    let text = rendered(&assessment, "github");
    for it in assessment.findings.iter().filter(|it| stands(it)) {
        let place = format!("file={},line={},", it.location.file, it.location.start.line);
        assert!(text.contains(&place), "{place}");
    }
    assert!(text.ends_with(&format!("gapcheck: {}; 2 waived or in the baseline\n", assessment.gate.reason)), "{text}");
}

#[test]
fn the_page_shows_every_criterion_and_every_policy_that_fails() {
    let assessment = assessment();
    let page = rendered(&assessment, "html");
    for it in &assessment.criteria {
        assert!(page.contains(&format!("id=\"{}\"", it.id)), "{}", it.id);
    }
    for it in assessment.findings.iter().filter(|it| it.stands()) {
        assert!(page.contains(&format!("id=\"policy-{}\"", it.policy)), "{}", it.policy);
    }
}

#[test]
fn a_comment_leads_with_the_verdict_and_fits_where_it_is_posted() {
    let assessment = assessment();
    let text = rendered(&assessment, "markdown");
    let verdict = text.lines().nth(1).unwrap();
    assert_eq!(verdict, format!("## ❌ gapcheck: {}", assessment.gate.reason));
    assert!(text.chars().count() < 65_536);
    for it in assessment.criteria.iter().filter(|it| it.population.fail > 0) {
        assert!(text.contains(&format!("| **{}** ", it.id)), "{}", it.id);
    }
}

/// Terminal sequences, formulas, commands of the runner, HTML, Markdown and characters that XML has no place for.
const HOSTILE: &str = "=cmd|'/c calc'!A1 \u{1b}]0;x\u{7} \u{202e}\n::error file=x::pwned\n</failure><script>alert(1)\
                       </script> ![x](https://evil.example/x) @everyone | ` \u{0} \u{ffff}";

#[test]
fn no_format_obeys_text_of_others() {
    let mut assessment = assessment();
    for it in &mut assessment.findings {
        it.message = HOSTILE.to_owned();
        it.subject.name = HOSTILE.to_owned();
        it.location.file = "=a,b:c|d`<b>\n::set-output.tf".into();
    }
    let first = |text: &str, start: &str| text.lines().any(|it| it.trim_start().starts_with(start));
    let book = bytes(&assessment, "xlsx");
    for part in workbook::parts(&book) {
        let text = workbook::part(&book, &part);
        assert!(!text.contains("<f>"), "{part} has a formula");
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{part} lets control characters out");
    }
    for format in FORMATS.iter().filter(|it| !it.is_binary) {
        let text = rendered(&assessment, format.name);
        let bad = |it: char| (it.is_control() && it != '\n' && it != '\r') || it == '\u{202e}';
        let escaped = matches!(format.name, "json" | "jsonl" | "sarif" | "gitlab" | "gitlab-sast");
        assert!(escaped || !text.contains(bad), "{} lets control characters out", format.name);
        assert!(!first(&text, "::set-output"), "{} lets a command out", format.name);
        let commands = text.lines().filter(|it| it.starts_with("::error file=x")).count();
        assert_eq!(commands, 0, "{}", format.name);
    }
    let comment = rendered(&assessment, "markdown");
    assert!(!comment.contains("<script>") && !comment.contains("![x]") && !comment.contains("@everyone"), "{comment}");
    let page = rendered(&assessment, "html");
    assert_eq!(page.matches("<script").count(), 1, "only our own");
    assert!(!page.contains("src=") && !page.contains("href=\"http"), "the page loads nothing");
    let text = rendered(&assessment, "junit");
    let mut reader = quick_xml::Reader::from_str(&text);
    while reader.read_event().unwrap() != Event::Eof {}
    let text = rendered(&assessment, "csv");
    let mut table = csv::Reader::from_reader(text.as_bytes());
    for cell in table.records().flat_map(|it| it.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
        assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
    }
}
