//! Two whole repositories of one small company, from files to the report: one with gaps, and the same one mended.
//! What programs read is held to the schemas that the program prints.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

const GAPS: &str = "fixtures/repos/harbor-with-gaps";
const MENDED: &str = "fixtures/repos/harbor-mended";

/// The day that all runs are judged by.
const DAY: &str = "2026-01-01";

/// Repositories, and folders with formats or unresolved values that those lack.
const FOLDERS: &[&str] = &[
    GAPS,
    MENDED,
    "fixtures/policies/bucket-grants-nothing-to-everyone",
    "fixtures/policies/workload-runs-as-non-root",
    "fixtures/policies/network-rule-limits-open-ingress",
    "fixtures/policies/step-keeps-outside-text-out-of-scripts",
    "fixtures/policies/image-pins-base-images",
];

#[test]
fn the_report_on_a_repository_with_gaps_looks_as_reviewed() {
    let report = run(&["scan", GAPS, "--at", DAY, "--color", "never"], "");
    assert_eq!(report.code, 1);
    insta::assert_snapshot!(report.stdout);
}

#[test]
fn the_mended_repository_passes_in_every_category_and_strictly() {
    let report = run(&["scan", MENDED, "--at", DAY, "--color", "never", "--category", "all", "--strict"], "");
    assert_eq!((report.code, report.stderr.as_str()), (0, ""), "{}", report.stdout);
    insta::assert_snapshot!(report.stdout);
}

#[test]
fn no_secret_of_the_repository_is_told() {
    // The assessment as JSON shows places and no lines.
    let calls = [(&["scan", GAPS][..], true), (&["collect", GAPS], true), (&["scan", GAPS, "--format", "json"], false)];
    for (arguments, shows_lines) in calls {
        let output = run(arguments, "");
        assert_eq!(output.stdout.contains("<redacted>"), shows_lines, "{arguments:?}");
        assert!(!output.stdout.contains("kQ9vT2xWm4Zp"), "{arguments:?}");
    }
}

#[test]
fn every_file_of_the_repository_is_accounted_for() {
    let evidence = json(&run(&["collect", GAPS], "").stdout);
    let files = evidence["ledger"]["files"].as_array().unwrap();
    let lines: Vec<String> = files.iter().map(account).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn the_evidence_of_a_bucket_in_a_module_tells_where_each_fact_comes_from() {
    let evidence = json(&run(&["collect", GAPS], "").stdout);
    let items = evidence["evidence"].as_array().unwrap();
    let is_bucket = |it: &&Value| it["kind"] == "bucket" && it["address"].as_str().unwrap().contains("exports");
    let bucket = items.iter().find(is_bucket).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(bucket).unwrap());
}

#[test]
fn criteria_have_their_status() {
    let mut lines = Vec::new();
    let statuses = |folder: &str| -> Vec<(String, String)> {
        let assessment = json(&run(&["scan", folder, "--format", "json", "--at", DAY], "").stdout);
        let text = |it: &Value| it.as_str().unwrap().to_owned();
        assessment["criteria"].as_array().unwrap().iter().map(|it| (text(&it["id"]), text(&it["status"]))).collect()
    };
    for (before, after) in statuses(GAPS).into_iter().zip(statuses(MENDED)) {
        assert_eq!(before.0, after.0);
        lines.push(format!("{:6} {:13} -> {}", before.0, before.1, after.1));
    }
    assert_eq!(lines.len(), 61);
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn what_programs_read_keeps_the_printed_schemas() {
    let schema = |name: &str| {
        let schema = json(&run(&["schema", name], "").stdout);
        jsonschema::draft202012::new(&schema).unwrap()
    };
    let (assessment, evidence) = (schema("assessment"), schema("evidence"));
    for folder in FOLDERS {
        let scanned = run(&["scan", folder, "--format", "json", "--passes", "--category", "all"], "");
        let collected = run(&["collect", folder], "");
        for (name, validator, output) in [("scan", &assessment, scanned), ("collect", &evidence, collected)] {
            let document = json(&output.stdout);
            let errors: Vec<String> = validator.iter_errors(&document).map(|it| complaint(&it)).take(10).collect();
            assert!(errors.is_empty(), "{name} {folder}:\n{}", errors.join("\n"));
        }
    }
}

#[test]
fn saved_evidence_is_judged_as_the_files_are() {
    for folder in FOLDERS {
        let judging = ["--at", DAY, "--format", "json", "--passes", "--category", "all"];
        let scanned = run(&[&["scan", folder][..], &judging].concat(), "");
        let collected = run(&["collect", folder], "");
        let judged = run(&[&["evaluate", "-"][..], &judging].concat(), &collected.stdout);
        assert_eq!(judged.stderr, "", "{folder}");
        let differs = scanned.stdout.lines().zip(judged.stdout.lines()).find(|(one, other)| one != other);
        assert_eq!(differs, None, "{folder}");
        assert_eq!((scanned.code, scanned.stdout.len()), (judged.code, judged.stdout.len()), "{folder}");
    }
}

#[test]
fn the_readme_shows_what_the_program_prints() {
    let readme = include_str!("../README.md");
    let (_, sample) = readme.split_once("$ gapcheck scan .\n").unwrap();
    let (first, rest) = sample.split_once("\n[").unwrap();
    let (_, last) = rest.split_once("more policies with gaps]\n").unwrap();
    let (last, _) = last.split_once("```").unwrap();
    let report = run(&["scan", "fixtures/readme", "--at", DAY], "").stdout;
    assert!(report.starts_with(first), "the README begins otherwise than:\n{report}");
    assert!(report.ends_with(last), "the README ends otherwise than:\n{report}");
}

/// A file's line in the account: what became of it and why.
fn account(file: &Value) -> String {
    let text = |name: &str| file[name].as_str().unwrap_or("-").to_owned();
    let problems = file["problems"].as_array().unwrap().iter();
    let messages: Vec<&str> = problems.filter_map(|it| it["message"].as_str()).collect();
    let why = [text("reason"), messages.join("; ")].join(" ");
    let line = format!("{:9} {:15} {} {why}", text("status"), text("collector"), text("path"));
    line.replace(" - ", " ").trim_end_matches([' ', '-']).to_owned()
}

fn complaint(error: &jsonschema::ValidationError<'_>) -> String {
    let text: String = error.to_string().chars().take(300).collect();
    format!("{}: {text}", error.instance_path)
}

struct Output {
    code: i32,
    stdout: String,
    stderr: String,
}

fn run(arguments: &[&str], input: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_gapcheck"))
        .args(arguments)
        .env_clear()
        .env("SOURCE_DATE_EPOCH", "1767225600")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not read its input closes it early.
    let _ = program.stdin.take().unwrap().write_all(input.as_bytes());
    let output = program.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Output { code: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|it| panic!("{it}: {}", text.chars().take(400).collect::<String>()))
}
