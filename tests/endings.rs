//! How a run ends when the other side goes away: a closed pipe, an interrupt, a place that takes no bytes.

#![cfg(unix)]
#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic, and reads what was written")]

use std::fs;
use std::io::Read;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};

const GAPS: &str = "fixtures/repos/harbor-with-gaps";

/// More than any pipe holds: with every finding and every pass in it, the report does not fit.
const LONG_REPORT: &[&str] = &["--format", "json", "--passes"];

fn scan(arguments: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    command.arg("scan").arg(GAPS).args(LONG_REPORT).args(arguments);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

fn folder() -> (tempfile::TempDir, Utf8PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = Utf8PathBuf::from_path_buf(folder.path().to_owned()).unwrap();
    (folder, path)
}

fn names(folder: &Utf8Path) -> Vec<String> {
    folder.read_dir_utf8().unwrap().map(|it| it.unwrap().file_name().to_owned()).collect()
}

#[test]
fn a_reader_that_goes_away_is_no_error_and_the_gate_stands() {
    let mut child = scan(&[]);
    let mut first = [0; 64];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{:?}", output.status);
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn an_interrupt_during_output_leaves_whole_files_only() {
    let (_guard, folder) = folder();
    let path = folder.join("report.json");
    let mut child = scan(&["--output", &format!("json={path}")]);
    // Nobody reads its standard output, so it waits there with the file already written.
    let begun = Instant::now();
    while !path.exists() {
        assert!(begun.elapsed() < Duration::from_mins(1), "no report was written");
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(child.try_wait().unwrap(), None, "the report fits into a pipe");
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    assert_eq!(child.wait().unwrap().signal(), Some(2));
    serde_json::from_slice::<serde_json::Value>(&fs::read(&path).unwrap()).unwrap();
    assert_eq!(names(&folder), ["report.json"]);
}

#[test]
fn an_interrupt_between_the_rows_of_a_list_leaves_nothing() {
    let (_guard, folder) = folder();
    let saved = folder.join("saved.json");
    let output = scan(&["--output", &format!("json={saved}")]).wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    command.args(["report", saved.as_str(), saved.as_str(), "-", "--format", "jsonl", "--output"]);
    command.arg(format!("csv={}", folder.join("rows.csv"))).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.stderr(Stdio::null()).spawn().unwrap();
    // It has rows to show, and waits for the third assessment.
    child.stdout.as_mut().unwrap().read_exact(&mut [0; 64]).unwrap();
    assert_eq!(child.try_wait().unwrap(), None, "it does not wait");
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    assert_eq!(child.wait().unwrap().signal(), Some(2));
    assert_eq!(names(&folder), ["saved.json"]);
}

#[test]
fn a_full_disk_is_named_and_is_no_verdict() {
    let full = Utf8Path::new("/dev/full");
    if !full.exists() {
        return;
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    command.arg("scan").arg(GAPS).args(LONG_REPORT).stdout(fs::OpenOptions::new().write(true).open(full).unwrap());
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(70));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("cannot write standard output"), "{said}");

    let output = scan(&["--output", "json=/dev/full"]).wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("cannot write /dev/full"), "{said}");
}
