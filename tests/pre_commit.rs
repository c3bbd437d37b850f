//! The hooks, run by the real pre-commit on a repository with an old gap.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::process::{Command, Output};

use camino::{Utf8Path, Utf8PathBuf};

const OLD_GAP: &str = "resource \"aws_db_instance\" \"orders\" {\n  storage_encrypted   = false\n}\n";
const NEW_GAP: &str = "resource \"aws_db_instance\" \"claims\" {\n  publicly_accessible = true\n}\n";

fn git(folder: &Utf8Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]);
    let output = command.args(arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn commit(folder: &Utf8Path, files: &[(&str, &str)]) {
    git(folder, &["init", "--quiet", "--initial-branch", "main"]);
    for (name, text) in files {
        fs::write(folder.join(name), text).unwrap();
    }
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--no-verify", "--message", "Begin"]);
}

fn run(folder: &Utf8Path, home: &Utf8Path) -> Output {
    let program = Utf8Path::new(env!("CARGO_BIN_EXE_gapcheck")).parent().unwrap();
    let path = format!("{program}:{}", std::env::var("PATH").unwrap());
    let mut command = Command::new("pre-commit");
    command.args(["run", "gapcheck-installed"]).current_dir(folder).env("PATH", path).env("PRE_COMMIT_HOME", home);
    command.output().unwrap()
}

/// Whether the program is there. `.ci/run` installs it and sets the variable, so that no run of it can miss this.
fn is_installed() -> bool {
    let is_found = Command::new("pre-commit").arg("--version").output().is_ok_and(|it| it.status.success());
    let is_demanded = std::env::var_os("GAPCHECK_TEST_PRE_COMMIT").is_some();
    assert!(is_found || !is_demanded, "pre-commit is not on the PATH");
    is_found
}

#[test]
fn the_hook_lets_old_gaps_pass_and_stops_a_new_one() {
    if !is_installed() {
        return;
    }
    let guard = tempfile::tempdir().unwrap();
    let root = Utf8PathBuf::from_path_buf(guard.path().to_owned()).unwrap();
    let (hooks, repository) = (root.join("hooks"), root.join("repository"));
    fs::create_dir_all(&hooks).unwrap();
    fs::create_dir_all(&repository).unwrap();
    commit(&hooks, &[(".pre-commit-hooks.yaml", include_str!("../.pre-commit-hooks.yaml"))]);
    git(&hooks, &["tag", "v0.1.0"]);
    let settings = format!("repos:\n  - repo: {hooks}\n    rev: v0.1.0\n    hooks:\n      - id: gapcheck-installed\n");
    commit(&repository, &[("main.tf", OLD_GAP), (".pre-commit-config.yaml", &settings)]);

    fs::write(repository.join("main.tf"), format!("# Orders of customers.\n{OLD_GAP}")).unwrap();
    git(&repository, &["add", "main.tf"]);
    let output = run(&repository, &root.join("home"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));

    fs::write(repository.join("claims.tf"), NEW_GAP).unwrap();
    git(&repository, &["add", "claims.tf"]);
    let output = run(&repository, &root.join("home"));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(!output.status.success(), "{said}");
    assert!(said.contains("database-stays-off-the-internet") && said.contains("claims.tf:2"), "{said}");
    assert!(!said.contains("main.tf:3"), "{said}");
}
