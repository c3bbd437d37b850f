//! One folder of everything nasty: the run ends in time and memory, stays within the folder, starts nothing, calls
//! nobody, and no report of it does anything but be read.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test may panic, and looks at names that are not UTF-8"
)]

mod texts;
mod trace;
mod tree;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use gapcheck::report::FORMATS;

/// A build without optimizations on a busy machine needs a part of it.
const LONGEST: Duration = Duration::from_secs(600);

/// Address space in kB, most of which an allocator only reserves.
const MOST_MEMORY: &str = "6000000";

/// A scan of the folder with these options, bounded in memory where a shell can do that.
pub(crate) fn command(root: &Path, options: &[&str]) -> Command {
    let program = env!("CARGO_BIN_EXE_gapcheck");
    let mut command = if cfg!(target_os = "linux") {
        let mut shell = Command::new("/bin/sh");
        shell.args(["-c", &format!("ulimit -v {MOST_MEMORY}; exec \"$0\" \"$@\""), program]);
        shell
    } else {
        Command::new(program)
    };
    command.args(["scan", "--no-progress", "--at", "2026-01-01", "--category", "all"]).args(options).arg(root);
    command.current_dir(root.parent().unwrap()).stdin(Stdio::null()).env_remove("RUST_BACKTRACE");
    command
}

/// The exit code; a run that does not end is one that fails.
pub(crate) fn ended(mut child: Child) -> i32 {
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status.code().unwrap_or_else(|| panic!("it was killed: {status}"));
        }
        if begun.elapsed() > LONGEST {
            child.kill().unwrap();
            panic!("it does not end");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// All reports of one run, by format, with what went to standard error.
fn reports(root: &Path, options: &[&str]) -> (i32, String, BTreeMap<&'static str, String>) {
    let out = tempfile::tempdir().unwrap();
    let file = |name: &str| out.path().join(name.replace('/', "-"));
    let outputs: Vec<String> = FORMATS
        .iter()
        .flat_map(|it| ["--output".to_owned(), format!("{}={}", it.name, file(it.name).display())])
        .collect();
    let options: Vec<&str> = options.iter().copied().chain(outputs.iter().map(String::as_str)).collect();
    let errors = std::fs::File::create(file("errors")).unwrap();
    let mut command = command(root, &options);
    let child = command.args(["--quiet"]).stdout(Stdio::null()).stderr(errors).spawn().unwrap();
    let code = ended(child);
    let text = |name: &str| String::from_utf8_lossy(&std::fs::read(file(name)).unwrap()).into_owned();
    (code, text("errors"), FORMATS.iter().map(|it| (it.name, text(it.name))).collect())
}

#[test]
fn the_run_ends_and_its_reports_do_nothing() {
    let folder = tree::made();
    let root = folder.path().join("root");
    let (code, errors, reports) = self::reports(&root, &["--jobs", "2"]);
    let (_, _, alone) = self::reports(&root, &["--jobs", "1"]);
    tree::opened(&folder);
    assert!(matches!(code, 0 | 1 | 4), "exit code {code}: {errors}");
    assert!(!errors.contains("panicked"), "{errors}");
    assert!(!root.join("ran-a-program").exists() && !folder.path().join("ran-a-program").exists());
    for (name, text) in &reports {
        assert!(!text.contains(tree::UNREAD), "{name} shows what lies outside");
        assert!(!text.contains("root:x:0:"), "{name} shows /etc/passwd");
        assert!(alone[name] == *text, "{name} depends on the number of threads");
    }
    check_json(&reports["json"]);
    check_terminal(&reports["human"]);
    check_page(&reports["html"]);
    for name in ["csv", "csv-matrix"] {
        reports.get(name).into_iter().for_each(|it| check_table(it));
    }
    check_annotations(&reports["github"]);
    check_markdown(&reports["markdown"]);
}

#[test]
fn a_hundred_thousand_empty_files_are_looked_at_and_are_no_pass() {
    let folder = tree::empty(100_000);
    let root = folder.path().join("root");
    let child = command(&root, &["--format", "json"]).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let output = child.wait_with_output().unwrap();
    let assessment: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(3), "there is nothing to judge");
    assert!(assessment["findings"].as_array().unwrap().is_empty());
    let files = assessment["ledger"]["files"].as_array().unwrap();
    assert_eq!(files.len(), 50_000, "each that might be of a format is accounted for");
    assert!(files.iter().all(|it| it["status"] == "skipped"));
}

/// What is not read is accounted for, and what can be read around it is.
fn check_json(text: &str) {
    let assessment: serde_json::Value = serde_json::from_str(text).unwrap();
    let files = assessment["ledger"]["files"].as_array().unwrap();
    let status = |path: &str| files.iter().find(|it| it["path"] == path).map(|it| it["status"].as_str().unwrap());
    assert_eq!(status("special/pipe/Dockerfile"), Some("skipped"));
    assert_eq!(status("links/main.tf"), Some("skipped"));
    assert_eq!(status("latin/main.tf"), Some("failed"));
    for partly in ["bomb.yaml", "deep/flow.yaml", "deep/object.json", "deep/blocks.tf", "deep/parentheses.tf"] {
        assert!(matches!(status(partly), Some("partly" | "failed")), "{partly}: {:?}", status(partly));
    }
    let subjects: Vec<&str> =
        assessment["findings"].as_array().unwrap().iter().filter_map(|it| it["subject"]["name"].as_str()).collect();
    assert!(subjects.contains(&"still_read"), "a block of an unknown type ends nothing");
    assert!(subjects.iter().any(|it| it.contains("<script>")), "the names of the folder are in the report");
}

fn check_terminal(text: &str) {
    let bad = |it: char| (it.is_control() && it != '\n') || matches!(it, '\u{202a}'..='\u{202e}');
    let found = text.lines().find(|it| it.contains(bad));
    assert!(found.is_none(), "a terminal would obey {found:?}");
}

/// Every tag and attribute of the page is of its own making.
fn check_page(text: &str) {
    assert_eq!(text.matches("<script").count(), 1, "the page has one script, its own");
    for lured in ["<img", "<iframe", "javascript:alert", "http-equiv=\"refresh\""] {
        assert!(!text.contains(lured), "{lured}");
    }
    for (at, _) in text.match_indices("href=\"") {
        let target = text[at + 6..].split('"').next().unwrap();
        assert!(target.starts_with('#') || target.starts_with("https://"), "{target}");
        assert!(!target.contains("evil"), "{target}");
    }
}

fn check_table(text: &str) {
    let mut table = csv::Reader::from_reader(text.as_bytes());
    for row in table.records() {
        for cell in &row.unwrap() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "a spreadsheet would compute {cell:?}");
        }
    }
}

fn check_annotations(text: &str) {
    for line in text.lines().filter(|it| it.contains("::")) {
        let ours = ["::error ", "::warning ", "::notice "].iter().any(|it| line.starts_with(it));
        let commands = line.trim_start().starts_with("::");
        assert!(ours || !commands, "{line}");
    }
    let stray = text.lines().any(|it| it.starts_with("::error file=x::"));
    assert!(!stray && !text.contains('\u{1b}') && !text.contains('\r'));
}

fn check_markdown(text: &str) {
    let text = without_literals(text).replace("\\[", "").replace("\\]", "").replace("\\!", "");
    for lured in ["<script", "![x", "](javascript", "](http://evil", "@everyone", "\u{1b}"] {
        assert!(!text.contains(lured), "{lured}");
    }
}

/// The text without what stands between backticks, which shows as it is and does nothing.
fn without_literals(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('`') {
        plain.push_str(&rest[..at]);
        let ticks = rest[at..].len() - rest[at..].trim_start_matches('`').len();
        let fence = &rest[at..at + ticks];
        let inner = &rest[at + ticks..];
        let closes = inner
            .match_indices(fence)
            .find(|(end, _)| !inner[..*end].ends_with('`') && !inner[end + ticks..].starts_with('`'));
        rest = closes.map_or(inner, |(end, _)| &inner[end + ticks..]);
    }
    plain + rest
}
