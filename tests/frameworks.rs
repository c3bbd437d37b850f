//! Several frameworks in one run: each report has a table for each, in its own words, from one evaluation.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::process::Command;

use gapcheck::model::{Assessment, ControlStatus};

const BUCKET: &str = "resource \"aws_s3_bucket\" \"logs\" {\n  bucket = \"logs\"\n  acl    = \"public-read\"\n}\n";

const OBJECTIVES: &str = r#"
id = "soc1"
title = "SOC 1: payroll"
[[objective]]
id = "P-1"
area = "Storage"
title = "Stored payrolls"
objective = "Controls give reasonable assurance that stored payrolls are closed to the public."
user_entities = ["User entities name the people who may fetch payrolls"]
[[objective.control]]
id = "closed"
title = "Stores are closed"
policies = ["bucket-grants-nothing-to-everyone"]
[[objective]]
id = "P-2"
area = "Payments"
title = "Approved payments"
objective = "Controls give reasonable assurance that payments are approved."
[[objective.control]]
id = "approved"
title = "Payments are approved"
"#;

fn run(files: &[(&str, &str)], arguments: &[&str]) -> (i32, String, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let (code, out) = again(&folder, arguments);
    (code, out, folder)
}

fn again(folder: &tempfile::TempDir, arguments: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    let output = command.args(arguments).current_dir(folder.path()).env("SOURCE_DATE_EPOCH", "1764000000").output();
    let output = output.unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap() + &error)
}

const BOTH: [&str; 6] = ["scan", ".", "--framework", "soc2", "--framework", "soc1"];

fn both(format: &str) -> String {
    let files = [("main.tf", BUCKET), ("frameworks/soc1.toml", OBJECTIVES)];
    run(&files, &[&BOTH[..], &["--format", format]].concat()).1
}

#[test]
fn one_evaluation_fills_two_tables() {
    let assessment: Assessment = serde_json::from_str(&both("json")).unwrap();
    let tables = assessment.tables();
    let sizes: Vec<(&str, usize)> = tables.iter().map(|it| (it.framework.id.as_str(), it.criteria.len())).collect();
    assert_eq!(sizes, [("soc2", 61), ("soc1", 2)]);
    let status = |id: &str| assessment.criteria.iter().find(|it| it.id == id).unwrap().status;
    assert_eq!(
        (status("CC6.1"), status("P-1"), status("P-2")),
        (ControlStatus::Gap, ControlStatus::Gap, ControlStatus::Manual)
    );
    assert_eq!((assessment.scope.framework.as_str(), assessment.frameworks.len()), ("soc2", 2));
    let finding = assessment.findings.iter().find(|it| it.policy.0 == "bucket-grants-nothing-to-everyone").unwrap();
    assert!(finding.criteria.contains(&"CC6.1".to_owned()) && finding.criteria.contains(&"P-1".to_owned()));
    // The findings are those of either framework alone, each once.
    let files = [("main.tf", BUCKET), ("frameworks/soc1.toml", OBJECTIVES)];
    let alone: Assessment = serde_json::from_str(&run(&files, &["scan", ".", "--format", "json"]).1).unwrap();
    let prints = |it: &Assessment| it.findings.iter().map(|it| it.fingerprint.clone()).collect::<Vec<_>>();
    assert_eq!(prints(&assessment), prints(&alone));
}

#[test]
fn every_report_has_both_frameworks_and_the_words_of_each() {
    let said = |format: &str, words: &[&str]| {
        let text = both(format);
        for it in words {
            assert!(text.contains(it), "{format} lacks {it}:\n{text}");
        }
    };
    said("human", &["61 criteria", "2 control objectives", "User entities have to do themselves", "P-1"]);
    said("markdown", &["| criterion |", "| control objective |", "Complementary user entity controls", "soc2+soc1"]);
    said(
        "html",
        &["SOC 1: payroll", "control objective", "Complementary user entity controls", "id=\"P-1\"", "id=\"CC6.1\""],
    );
    said("csv-matrix", &["user_entity_controls", "CC6.1,", "P-1,", "reasonable assurance that stored payrolls"]);
    said("gitlab-sast", &["soc2_criterion", "soc1_criterion"]);
}

#[test]
fn sarif_names_each_framework_as_a_taxonomy() {
    let log: serde_json::Value = serde_json::from_str(&both("sarif")).unwrap();
    let run = &log["runs"][0];
    let names: Vec<&str> = run["taxonomies"].as_array().unwrap().iter().filter_map(|it| it["name"].as_str()).collect();
    assert_eq!(names, ["soc2", "soc1"]);
    let results = run["results"].as_array().unwrap().iter().flat_map(|it| it["taxa"].as_array().unwrap());
    let mut met = [false, false];
    for taxon in results {
        let of = usize::try_from(taxon["toolComponent"]["index"].as_u64().unwrap()).unwrap();
        let at = usize::try_from(taxon["index"].as_u64().unwrap()).unwrap();
        assert_eq!(run["taxonomies"][of]["taxa"][at]["id"], taxon["id"]);
        met[of] = true;
    }
    assert_eq!(met, [true, true]);
}

#[test]
fn people_attest_objectives_and_what_is_said_of_other_frameworks_is_no_mistake() {
    let files = [("main.tf", BUCKET), ("frameworks/soc1.toml", OBJECTIVES)];
    let attest = ["attest", "P-2/approved", "--statement", "s", "--by", "J. Doe", "--until", "2026-06-30"];
    let (code, said, folder) = run(&files, &attest);
    assert_eq!(code, 0, "{said}");
    let json = |arguments: &[&str]| -> Assessment {
        let (_, out) = again(&folder, &[arguments, &["--format", "json", "--at", "2026-01-01"]].concat());
        serde_json::from_str(&out).unwrap_or_else(|_| panic!("{out}"))
    };
    let assessment = json(&BOTH);
    assert_eq!(assessment.criteria.iter().find(|it| it.id == "P-2").unwrap().status, ControlStatus::Attested);
    let alone = json(&["scan", "."]);
    assert_eq!((alone.remarks.len(), alone.attestations.len()), (0, 0));
}

#[test]
fn settings_may_name_several_frameworks() {
    let files = [
        ("main.tf", BUCKET),
        ("objectives/own.toml", OBJECTIVES),
        ("gapcheck.toml", "framework = [\"soc2\", \"objectives/own.toml\"]\n"),
    ];
    let (_, out, _) = run(&files, &["scan", "."]);
    assert!(out.contains("61 criteria") && out.contains("2 control objectives"), "{out}");
    let (code, out, _) = run(&files, &["explain", "P-1", "."]);
    assert_eq!(code, 0, "{out}");
    let (code, out, _) = run(&files, &["baseline"]);
    assert_eq!(code, 0, "{out}");
}
