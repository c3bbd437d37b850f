//! `gapcheck report`: saved assessments give what `scan` gave, and those of several repositories become one.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic, and reads what it wrote")]

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Output};

use camino::{Utf8Path, Utf8PathBuf};
use gapcheck::evaluate::merge::{Member, Merge, MergeError};
use gapcheck::model::{Assessment, Comparison, ControlStatus, Finding, Severity, StatusChange};
use gapcheck::report::FORMATS;
use serde_json::Value;

const GAPS: &str = "harbor-with-gaps";
const MENDED: &str = "harbor-mended";

/// Formats that show the lines of files, which an assessment does not hold.
const WITH_LINES: &[&str] = &["human", "html"];

fn gapcheck(arguments: &[&str], folder: &Utf8Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gapcheck")).args(arguments).current_dir(folder).output().unwrap()
}

fn scan(repository: &str, arguments: &[&str], folder: &Utf8Path) -> Output {
    let root = format!("{}/fixtures/repos/{repository}", env!("CARGO_MANIFEST_DIR"));
    let fixed = ["scan", &root, "--at", "2026-11-23", "--quiet"];
    gapcheck(&[fixed.as_slice(), arguments].concat(), folder)
}

/// A folder with the assessments of both repositories in it.
fn saved() -> (tempfile::TempDir, Utf8PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = Utf8PathBuf::from_path_buf(folder.path().to_owned()).unwrap();
    for it in [GAPS, MENDED] {
        let output = scan(it, &["--output", &format!("json={it}.json")], &path);
        assert!(output.status.code().is_some_and(|it| it < 2), "{output:?}");
    }
    (folder, path)
}

fn read(path: Utf8PathBuf) -> Assessment {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn standing(assessment: &Assessment) -> usize {
    assessment.findings.iter().filter(|it| it.stands()).count()
}

fn error(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn what_was_saved_gives_the_bytes_that_scan_gave() {
    let (_folder, path) = saved();
    let formats: Vec<&str> = FORMATS.iter().map(|it| it.name).filter(|it| !WITH_LINES.contains(it)).collect();
    let outputs = |side: &str| -> Vec<String> {
        formats.iter().flat_map(|it| ["--output".to_owned(), format!("{it}={side}.{it}")]).collect()
    };
    let (first, second) = (outputs("scan"), outputs("report"));
    let first: Vec<&str> = first.iter().map(String::as_str).collect();
    let scanned = scan(GAPS, &first, &path);
    let second: Vec<&str> = second.iter().map(String::as_str).collect();
    let fixed = ["report", "harbor-with-gaps.json", "--quiet"];
    let reported = gapcheck(&[fixed.as_slice(), second.as_slice()].concat(), &path);
    assert_eq!((scanned.status.code(), reported.status.code()), (Some(1), Some(1)), "{}", error(&reported));
    for it in formats {
        let (one, other) = (fs::read(path.join(format!("scan.{it}"))), fs::read(path.join(format!("report.{it}"))));
        assert!(one.unwrap() == other.unwrap(), "{it} differs");
    }
}

#[test]
fn places_stand_without_their_lines_where_the_files_are_not_at_hand() {
    let (_folder, path) = saved();
    let output = gapcheck(&["report", "harbor-with-gaps.json"], &path);
    let text = String::from_utf8(output.stdout).unwrap();
    let assessment = read(path.join("harbor-with-gaps.json"));
    let first = assessment.findings.first().unwrap();
    assert!(text.contains(&format!("{}:{}", first.location.file, first.location.start.line)), "{text}");
    assert!(text.ends_with("(exit code 1)\n"), "{text}");
}

#[test]
fn several_repositories_become_one() {
    let (_folder, path) = saved();
    let output = gapcheck(&["report", ".", "--format", "json"], &path);
    assert_eq!(output.status.code(), Some(1), "{}", error(&output));
    let merged: Assessment = serde_json::from_slice(&output.stdout).unwrap();
    let parts = [read(path.join("harbor-with-gaps.json")), read(path.join("harbor-mended.json"))];
    assert_eq!(merged.repositories.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), [MENDED, GAPS]);
    for it in &merged.criteria {
        let own: Vec<_> = parts.iter().flat_map(|it| &it.criteria).filter(|one| one.id == it.id).collect();
        assert_eq!(Some(it.status), own.iter().map(|it| it.status).max(), "{}", it.id);
        assert_eq!(it.population.subjects, own.iter().map(|it| it.population.subjects).sum::<usize>(), "{}", it.id);
        assert_eq!(it.population.fail, own.iter().map(|it| it.population.fail).sum::<usize>(), "{}", it.id);
    }
    let of = |name: &str| merged.findings.iter().filter(|it| it.repository.as_deref() == Some(name)).count();
    assert_eq!(of(GAPS), parts.first().unwrap().findings.len());
    assert_eq!(of(MENDED), parts.last().unwrap().findings.len());
    assert!(
        merged
            .findings
            .iter()
            .all(|it| it.location.file.as_str().contains("harbor") && !it.file().starts_with("harbor"))
    );
    assert_eq!(merged.ledger.summary.collected, parts.iter().map(|it| it.ledger.summary.collected).sum::<usize>());
    assert_eq!(merged.gate.reason, format!("1 of 2 repositories fail, with {} gaps", standing(parts.first().unwrap())));
}

#[test]
fn lists_of_several_say_of_which_each_row_is() {
    let (_folder, path) = saved();
    let fixed = ["report", ".", "--format", "jsonl", "--output", "csv=all.csv", "--output", "csv-matrix=matrix.csv"];
    let output = gapcheck(&fixed, &path);
    assert_eq!(output.status.code(), Some(1), "{}", error(&output));
    let lines = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<Value> = lines.lines().map(|it| serde_json::from_str(it).unwrap()).collect();
    // Which repositories have a gap in CC8.1?
    let is = |line: &Value, field: &str, value: &str| line.get(field).is_some_and(|it| it == value);
    let found = lines
        .iter()
        .filter(|it| is(it, "record", "criterion") && is(it, "criterion", "CC8.1") && is(it, "status", "gap"));
    assert_eq!(found.map(|it| it.get("repository").unwrap().as_str().unwrap()).collect::<Vec<_>>(), [GAPS]);
    let rows = |file: &str| -> Vec<BTreeMap<String, String>> {
        csv::Reader::from_path(path.join(file)).unwrap().deserialize().map(|it| it.unwrap()).collect()
    };
    let in_lines = lines.iter().filter(|it| is(it, "record", "finding")).count();
    assert_eq!(rows("all.csv").len(), in_lines);
    let repositories = |rows: &[BTreeMap<String, String>]| {
        rows.iter().map(|it| it.get("repository").unwrap().clone()).collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(repositories(&rows("matrix.csv")).len(), 2);
    assert!(
        rows("all.csv").iter().all(|it| !it.get("file").unwrap().starts_with("harbor")),
        "files are their repository's own"
    );
    assert!(!path.join("all.csv.part").exists());
}

#[test]
fn assessments_come_one_after_another_on_standard_input_too() {
    let (_folder, path) = saved();
    let both =
        [fs::read(path.join("harbor-mended.json")).unwrap(), fs::read(path.join("harbor-with-gaps.json")).unwrap()]
            .concat();
    fs::write(path.join("both.txt"), both).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    command.args(["report", "-", "--format", "json"]).stdin(fs::File::open(path.join("both.txt")).unwrap());
    let merged: Assessment = serde_json::from_slice(&command.output().unwrap().stdout).unwrap();
    assert_eq!(
        merged.repositories.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(),
        ["repository", "repository (2)"]
    );
}

#[cfg(unix)]
#[test]
fn a_list_replaces_files_alone_and_keeps_links() {
    let (_folder, path) = saved();
    fs::write(path.join("target.csv"), "before").unwrap();
    std::os::unix::fs::symlink("target.csv", path.join("link.csv")).unwrap();
    let fixed = ["report", ".", "--quiet", "--output", "csv=link.csv", "--output", "jsonl=/dev/null"];
    assert_eq!(gapcheck(&fixed, &path).status.code(), Some(1));
    assert!(path.join("link.csv").is_symlink());
    assert!(fs::read_to_string(path.join("target.csv")).unwrap().starts_with("repository,"));
    assert!(!Utf8Path::new("/dev/null").is_file());
    let missing = gapcheck(&["report", ".", "--quiet", "--output", "csv=nowhere/all.csv"], &path);
    assert_eq!((missing.status.code(), error(&missing).contains("cannot write nowhere/all.csv")), (Some(2), true));
}

#[test]
fn the_same_repository_twice_is_said() {
    let (_folder, path) = saved();
    let output = gapcheck(&["report", "harbor-mended.json", "harbor-mended.json", "--format", "json"], &path);
    assert!(
        error(&output).contains("harbor-mended.json is of harbor-mended, which was there already"),
        "{}",
        error(&output)
    );
}

#[test]
fn a_merge_lists_the_worst_and_says_what_it_leaves_out() {
    let (_folder, path) = saved();
    let one = read(path.join("harbor-with-gaps.json"));
    let mut merge = Merge::new(3);
    for name in ["a", "b", "c"] {
        merge.add(Member::new(one.clone(), name).unwrap()).unwrap();
    }
    let merged = merge.finish().unwrap();
    let worst = |findings: &[Finding]| findings.iter().take(3).map(|it| it.severity).collect::<Vec<Severity>>();
    assert_eq!(merged.findings.len(), 3);
    assert_eq!(worst(&merged.findings), worst(&one.findings));
    let said = &merged.remarks.first().unwrap().message;
    assert_eq!(
        said,
        &format!(
            "{} findings more are counted and not listed: the list is of the worst 3 failures",
            one.findings.len() * 3 - 3
        )
    );
    assert_eq!(merged.gate.reason, format!("3 of 3 repositories fail, with {} gaps", standing(&one) * 3));
    let sizes = merged.criteria.iter().map(|it| it.population.subjects).sum::<usize>();
    assert_eq!(sizes, 3 * one.criteria.iter().map(|it| it.population.subjects).sum::<usize>());
}

#[test]
fn what_does_not_belong_together_is_not_put_together() {
    let (_folder, path) = saved();
    let one = read(path.join("harbor-mended.json"));
    let mut other = one.clone();
    other.frameworks.first_mut().unwrap().id = "soc1".to_owned();
    let mut merge = Merge::new(10);
    merge.add(Member::new(one, "a").unwrap()).unwrap();
    let found = merge.add(Member::new(other, "b").unwrap());
    assert_eq!(found, Err(MergeError::Framework { found: "soc1".to_owned(), expected: "soc2".to_owned() }));
    let merged = merge.finish().unwrap();
    assert!(Member::new(merged, "c").is_ok(), "one repository alone is still one");
}

#[test]
fn a_criterion_is_as_good_as_where_it_is_worst() {
    let (_folder, path) = saved();
    let one = read(path.join("harbor-mended.json"));
    let states = |statuses: &[ControlStatus]| {
        let mut merge = Merge::new(10);
        for (at, status) in statuses.iter().enumerate() {
            let mut it = one.clone();
            it.criteria.truncate(1);
            it.criteria.first_mut().unwrap().status = *status;
            merge.add(Member::new(it, &at.to_string()).unwrap()).unwrap();
        }
        let criterion = merge.finish().unwrap().criteria.remove(0);
        (criterion.status, criterion.reason)
    };
    let (status, reason) = states(&[ControlStatus::Satisfied, ControlStatus::Gap, ControlStatus::Satisfied]);
    assert_eq!((status, reason.as_str()), (ControlStatus::Gap, "gap in 1, satisfied in 2 of 3 repositories"));
    assert_eq!(states(&[ControlStatus::Satisfied, ControlStatus::NoEvidence]).0, ControlStatus::NoEvidence);
    assert_eq!(states(&[ControlStatus::OutOfScope, ControlStatus::Satisfied]).0, ControlStatus::Satisfied);
}

#[test]
fn what_changes_brought_is_added_up() {
    let (_folder, path) = saved();
    let mut mended = read(path.join("harbor-mended.json"));
    let before = read(path.join("harbor-with-gaps.json"));
    let id = mended.criteria.first().unwrap().id.clone();
    let gone = before.findings.first().unwrap().clone();
    let comparison = |base: &str, introduced| Comparison {
        base: base.to_owned(),
        commit: Some("1".repeat(40)),
        introduced,
        moved: 1,
        existing: 2,
        fixed: vec![gone.clone()],
        criteria: vec![StatusChange { id: id.clone(), before: ControlStatus::Satisfied, after: ControlStatus::Gap }],
    };
    mended.criteria.first_mut().unwrap().status = ControlStatus::Gap;
    let merged = |bases: &[Option<&str>]| {
        let mut merge = Merge::new(10);
        for (at, base) in bases.iter().enumerate() {
            let it = Assessment { comparison: base.map(|it| comparison(it, at + 1)), ..mended.clone() };
            merge.add(Member::new(it, &format!("r{at}")).unwrap()).unwrap();
        }
        merge.finish().unwrap()
    };
    let both = merged(&[Some("main"), Some("main")]).comparison.unwrap();
    assert_eq!((both.base.as_str(), both.introduced, both.moved, both.existing), ("main", 3, 2, 4));
    assert_eq!(
        both.criteria,
        [StatusChange { id: id.clone(), before: ControlStatus::Satisfied, after: ControlStatus::Gap }]
    );
    let places: Vec<String> = both.fixed.iter().map(|it| it.location.file.to_string()).collect();
    assert_eq!(places, [format!("r0/{}", gone.location.file), format!("r1/{}", gone.location.file)]);
    assert_eq!(both.fixed.last().unwrap().repository.as_deref(), Some("r1"));
    assert_eq!(merged(&[Some("main"), Some("v1")]).comparison.unwrap().base, "states of their own");
    // One that had the gap before keeps the criterion where it was.
    let some = merged(&[Some("main"), None]);
    assert_eq!(some.comparison.unwrap().criteria, []);
    let said = "1 of 2 repositories compared with a state before: what changed in the others is not told";
    assert!(some.remarks.iter().any(|it| it.message == said), "{:?}", some.remarks);
    assert_eq!(merged(&[None, None]).comparison, None);
}
