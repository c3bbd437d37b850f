//! The action's scripts, run as a runner would run them, with a `gh` that writes down what it is asked.

#![cfg(unix)]
#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic, and reads what scripts write")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Output};

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::Value;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A runner: folders for what scripts leave, and a PATH with the program and a `gh` of the test's own.
struct Runner {
    _guard: tempfile::TempDir,
    temp: Utf8PathBuf,
}

impl Runner {
    fn new(gh: &str) -> Self {
        let guard = tempfile::tempdir().unwrap();
        let temp = Utf8PathBuf::from_path_buf(guard.path().to_owned()).unwrap();
        fs::create_dir(temp.join("bin")).unwrap();
        let program = temp.join("bin/gh");
        fs::write(
            &program,
            format!("#!/usr/bin/env bash\nset -euo pipefail\necho \"$*\" >>\"$RUNNER_TEMP/asked\"\n{gh}"),
        )
        .unwrap();
        fs::set_permissions(&program, PermissionsExt::from_mode(0o755)).unwrap();
        Self { _guard: guard, temp }
    }

    fn run(&self, script: &str, environment: &[(&str, &str)]) -> Output {
        let program = Utf8Path::new(env!("CARGO_BIN_EXE_gapcheck")).parent().unwrap();
        let path = format!("{}:{program}:{}", self.temp.join("bin"), std::env::var("PATH").unwrap());
        let mut command = Command::new(format!("{ROOT}/.github/action/{script}"));
        command.current_dir(ROOT).env("PATH", path).env("RUNNER_TEMP", &self.temp).env("GITHUB_ACTION_PATH", ROOT);
        for file in ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_PATH"] {
            command.env(file, self.temp.join(file));
        }
        command.env("GITHUB_REPOSITORY", "acme/harbor").envs(environment.iter().copied());
        command.output().unwrap()
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.temp.join(name)).unwrap_or_default()
    }

    fn output(&self, name: &str) -> Option<String> {
        let outputs = self.read("GITHUB_OUTPUT");
        outputs.lines().find_map(|it| it.strip_prefix(name)?.strip_prefix('=').map(str::to_owned))
    }
}

fn scan(target: &str, arguments: &str) -> Runner {
    let runner = Runner::new("exit 1");
    let environment =
        [("TARGET", target), ("ARGUMENT_LINES", arguments), ("ANNOTATIONS", "true"), ("SUMMARY", "true"), ("BASE", "")];
    let output = runner.run("scan", &environment);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    fs::write(runner.temp.join("said"), output.stdout).unwrap();
    runner
}

#[test]
fn a_scan_leaves_reports_a_summary_and_annotations_and_the_gate_to_a_later_step() {
    let runner = scan("fixtures/repos/harbor-with-gaps", "\n  --category=availability\n\n--at=2026-12-01\n");
    assert_eq!(runner.output("exit-code").as_deref(), Some("1"));
    let json: Value = serde_json::from_str(&fs::read_to_string(runner.output("json").unwrap()).unwrap()).unwrap();
    let categories = json.pointer("/scope/categories").unwrap();
    assert!(categories.as_array().unwrap().contains(&Value::from("availability")), "{categories}");
    let sarif: Value = serde_json::from_str(&fs::read_to_string(runner.output("sarif").unwrap()).unwrap()).unwrap();
    assert!(!sarif.pointer("/runs/0/results").unwrap().as_array().unwrap().is_empty());
    assert_eq!(runner.read("GITHUB_STEP_SUMMARY"), fs::read_to_string(runner.output("markdown").unwrap()).unwrap());
    assert!(runner.read("said").lines().any(|it| it.starts_with("::error ")), "{}", runner.read("said"));
}

#[test]
fn a_scan_that_could_not_begin_announces_no_report() {
    let runner = scan("fixtures/repos/harbor-with-gaps", "--no-such-option");
    assert_eq!(runner.output("exit-code").as_deref(), Some("2"));
    for report in ["json", "sarif", "markdown"] {
        assert_eq!(runner.output(report), None);
    }
}

#[test]
fn an_upload_holds_the_very_findings() {
    let runner = Runner::new(
        "while [ $# -gt 0 ]; do if [ \"$1\" = --input ]; then cp \"$2\" \"$RUNNER_TEMP/body\"; fi; shift; done",
    );
    let sarif = runner.temp.join("findings.sarif");
    fs::write(&sarif, "{\"version\": \"2.1.0\"}").unwrap();
    let environment = [("SARIF", sarif.as_str()), ("COMMIT", "c0ffee"), ("REFERENCE", "refs/heads/main")];
    assert!(runner.run("upload", &environment).status.success());
    assert!(runner.read("asked").contains("repos/acme/harbor/code-scanning/sarifs"));
    let body: Value = serde_json::from_str(&runner.read("body")).unwrap();
    assert_eq!(body.get("commit_sha"), Some(&Value::from("c0ffee")));
    fs::write(runner.temp.join("packed"), body.get("sarif").unwrap().as_str().unwrap()).unwrap();
    let unpacked = Command::new("bash").args(["-c", "base64 -d packed | gunzip"]).current_dir(&runner.temp).output();
    assert_eq!(unpacked.unwrap().stdout, fs::read(&sarif).unwrap());
}

#[test]
fn a_comment_is_written_once_and_then_rewritten() {
    for (found, wanted) in [
        ("", "--method POST repos/acme/harbor/issues/7/comments"),
        ("41", "--method PATCH repos/acme/harbor/issues/comments/41"),
    ] {
        let runner = Runner::new(&format!("case \"$*\" in *--paginate*) echo '{found}' ;; esac"));
        let markdown = runner.temp.join("report.md");
        fs::write(&markdown, "# no gaps\n").unwrap();
        assert!(runner.run("comment", &[("MARKDOWN", markdown.as_str()), ("NUMBER", "7")]).status.success());
        let asked = runner.read("asked");
        assert!(asked.contains(wanted), "{asked}");
    }
}

/// A `gh` that serves an archive with a program called `gapcheck`, and the list of its checksum.
const RELEASE: &str = r#"
[ "$1" = release ] || exit "${ATTESTATION:-0}"
while [ $# -gt 0 ]; do if [ "$1" = --dir ]; then folder="$2"; fi; shift; done
cd "$folder"
echo 'echo released' >gapcheck
tar -czf gapcheck-x86_64-unknown-linux-musl.tar.gz gapcheck
sum="$( (sha256sum gapcheck-*.tar.gz 2>/dev/null || shasum -a 256 gapcheck-*.tar.gz) | cut -d ' ' -f 1)"
echo "${LISTED:-$sum}  gapcheck-x86_64-unknown-linux-musl.tar.gz" >SHA256SUMS
"#;

fn install(environment: &[(&str, &str)]) -> (Runner, Option<i32>, String) {
    let runner = Runner::new(RELEASE);
    let mut all = vec![
        ("VERSION", "v0.1.0"),
        ("SHA256", ""),
        ("REPOSITORY", "acme/gapcheck"),
        ("RUNNER_OS", "Linux"),
        ("RUNNER_ARCH", "X64"),
    ];
    all.extend(environment);
    let output = runner.run("install", &all);
    let code = output.status.code();
    (runner, code, String::from_utf8(output.stdout).unwrap())
}

#[test]
fn a_release_is_installed_when_checksum_and_provenance_hold() {
    let (runner, code, said) = install(&[]);
    assert_eq!(code, Some(0), "{said}");
    let folder = runner.read("GITHUB_PATH");
    assert!(Utf8Path::new(folder.trim()).join("gapcheck").exists(), "{folder}");
    assert!(runner.read("asked").contains("attestation verify"));
}

#[test]
fn nothing_is_installed_that_is_not_what_was_asked_for() {
    let refused = [
        (vec![("LISTED", "00")], "has the checksum"),
        (vec![("SHA256", "00")], "has the checksum"),
        (vec![("ATTESTATION", "1")], "no valid provenance"),
        (vec![("VERSION", "latest")], "version is a release"),
        (vec![("RUNNER_ARCH", "ARM")], "there is no release for Linux on ARM"),
    ];
    for (environment, reason) in refused {
        let (runner, code, said) = install(&environment);
        assert_eq!(code, Some(2), "{environment:?}");
        assert!(said.starts_with("::error") && said.contains(reason), "{said}");
        assert_eq!(runner.read("GITHUB_PATH"), "", "{environment:?}");
    }
}
