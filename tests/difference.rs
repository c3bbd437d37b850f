//! Only what a change brings: `--diff-base` and `--staged` on repositories that the tests make.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::process::Command;

use gapcheck::model::{Assessment, Change};

const LOGS: &str = "resource \"aws_s3_bucket\" \"logs\" {\n  bucket = \"logs\"\n  acl    = \"public-read\"\n}\n";
const SITE: &str = "resource \"aws_s3_bucket\" \"site\" {\n  bucket = \"site\"\n  acl    = \"public-read\"\n}\n";
const POLICY: &str = "bucket-grants-nothing-to-everyone";

struct Repository(tempfile::TempDir);

impl Repository {
    /// A repository whose first commit has the file.
    fn new(path: &str, text: &str) -> Self {
        let it = Self(tempfile::tempdir().unwrap());
        it.git(&["init", "--quiet", "--initial-branch=main"]);
        it.write(path, text);
        it.commit("first");
        it
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    fn git(&self, arguments: &[&str]) {
        let identity = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
        let mut command = Command::new("git");
        let status = command.args(identity).args(arguments).current_dir(self.0.path()).status().unwrap();
        assert!(status.success(), "git {arguments:?}");
    }

    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
        let output = command.args(arguments).current_dir(self.0.path()).output().unwrap();
        let text = |it: Vec<u8>| String::from_utf8(it).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    }

    fn assessed(&self, option: &[&str]) -> (i32, Assessment) {
        let (code, out, error) = self.run(&[&["scan", ".", "--format", "json", "--category", "all"], option].concat());
        (code, serde_json::from_str(&out).unwrap_or_else(|_| panic!("{error}")))
    }
}

/// What became of the policy's findings: subject and change.
fn changes(assessment: &Assessment) -> Vec<(String, Change)> {
    let findings = assessment.findings.iter().filter(|it| it.policy.0 == POLICY);
    findings.map(|it| (it.subject.name.clone(), it.change.unwrap())).collect()
}

#[test]
fn only_what_the_change_brings_fails_the_gate() {
    let repository = Repository::new("main.tf", LOGS);
    repository.write("notes.md", "Nothing of note.\n");
    let (code, assessment) = repository.assessed(&["--diff-base", "HEAD"]);
    assert_eq!((code, changes(&assessment)), (0, vec![("logs".to_owned(), Change::Existing)]));
    repository.write("site.tf", SITE);
    let (code, assessment) = repository.assessed(&["--diff-base", "HEAD"]);
    let expected = vec![("logs".to_owned(), Change::Existing), ("site".to_owned(), Change::Introduced)];
    assert_eq!((code, changes(&assessment)), (1, expected));
    assert!(assessment.findings.iter().filter(|it| it.stands()).all(|it| it.subject.name == "site"));
    let (_, out, _) = repository.run(&["scan", ".", "--diff-base", "HEAD"]);
    assert!(out.contains("Against HEAD") && !out.contains("logs has the access list"), "{out}");
}

#[test]
fn a_gap_that_moves_is_not_new() {
    let repository = Repository::new("main.tf", LOGS);
    std::fs::remove_file(repository.0.path().join("main.tf")).unwrap();
    repository.write("storage/buckets.tf", &format!("# Buckets.\n\n{LOGS}"));
    let (code, assessment) = repository.assessed(&["--diff-base", "main"]);
    assert_eq!((code, changes(&assessment)), (0, vec![("logs".to_owned(), Change::Moved)]));
    // A block under a new name, moved as a whole.
    repository.write("storage/buckets.tf", &LOGS.replace("\"logs\" {", "\"journal\" {"));
    let (_, assessment) = repository.assessed(&["--diff-base", "main"]);
    assert_eq!(assessment.comparison.unwrap().base, "main");
}

#[test]
fn a_namesake_of_what_was_mended_is_new() {
    let repository = Repository::new("main.tf", LOGS);
    repository.write("main.tf", &LOGS.replace("public-read", "private"));
    repository.write("other/main.tf", LOGS);
    let (code, assessment) = repository.assessed(&["--diff-base", "main"]);
    assert_eq!((code, changes(&assessment)), (1, vec![("logs".to_owned(), Change::Introduced)]));
}

#[test]
fn what_is_mended_is_named_and_moves_its_criterion() {
    let repository = Repository::new("main.tf", LOGS);
    repository.write("main.tf", &LOGS.replace("public-read", "private"));
    let (_, assessment) = repository.assessed(&["--diff-base", "HEAD"]);
    let comparison = assessment.comparison.unwrap();
    assert!(comparison.fixed.iter().any(|it| it.policy.0 == POLICY));
    assert_eq!(comparison.commit.unwrap().len(), 40);
}

#[test]
fn a_hook_judges_what_is_staged_and_not_what_lies_around() {
    let repository = Repository::new("main.tf", LOGS);
    repository.write("site.tf", SITE);
    assert_eq!(repository.assessed(&["--staged"]).0, 0, "nothing is staged");
    repository.git(&["add", "site.tf"]);
    repository.write("site.tf", &SITE.replace("public-read", "private"));
    let (code, assessment) = repository.assessed(&["--staged"]);
    assert_eq!(code, 1, "what is staged is what counts");
    assert!(changes(&assessment).contains(&("site".to_owned(), Change::Introduced)));
}

#[test]
fn before_the_first_commit_all_that_is_staged_is_new() {
    let repository = Repository(tempfile::tempdir().unwrap());
    repository.git(&["init", "--quiet", "--initial-branch=main"]);
    repository.write("main.tf", LOGS);
    repository.git(&["add", "main.tf"]);
    let (code, assessment) = repository.assessed(&["--staged"]);
    assert_eq!((code, changes(&assessment)), (1, vec![("logs".to_owned(), Change::Introduced)]));
}

#[test]
fn a_folder_of_a_repository_is_compared_by_itself() {
    let repository = Repository::new("infra/main.tf", LOGS);
    repository.write("infra/site.tf", SITE);
    let (code, out, _) = repository.run(&["scan", "infra", "--format", "json", "--diff-base", "HEAD"]);
    let assessment: Assessment = serde_json::from_str(&out).unwrap();
    assert_eq!(code, 1);
    assert!(changes(&assessment).contains(&("logs".to_owned(), Change::Existing)));
}

#[test]
fn a_revision_that_is_not_there_is_an_error_of_usage() {
    let repository = Repository::new("main.tf", LOGS);
    let (code, _, error) = repository.run(&["scan", ".", "--diff-base", "nothing"]);
    assert_eq!(code, 2);
    assert!(error.contains("git knows no revision `nothing`"), "{error}");
    let outside = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    let output = command.args(["scan", ".", "--staged"]).current_dir(outside.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn files_are_named_one_by_one() {
    let repository = Repository::new("main.tf", LOGS);
    repository.write("other/main.tf", SITE);
    repository.write("main.tf", &format!("{LOGS}{}", SITE.replace("site", "more")));
    repository.git(&["add", "--all"]);
    let introduced = |arguments: &[&str]| {
        let (code, out, error) = repository.run(&[&["scan", "--format", "json"], arguments].concat());
        let assessment: Assessment = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{error}"));
        let fixed = assessment.comparison.as_ref().unwrap().fixed.len();
        let is_new = |it: &(String, Change)| it.1 == Change::Introduced;
        (code, changes(&assessment).into_iter().filter(is_new).map(|it| it.0).collect::<Vec<_>>(), fixed)
    };
    for option in [["--staged"].as_slice(), &["--diff-base", "HEAD"]] {
        let of = |paths: &[&str]| introduced(&[option, paths].concat());
        assert_eq!(of(&["main.tf"]), (1, vec!["more".to_owned()], 0), "{option:?}");
        assert_eq!(of(&["main.tf", "other"]), (1, vec!["more".to_owned(), "site".to_owned()], 0), "{option:?}");
        assert_eq!(of(&["other/main.tf"]), (1, vec!["site".to_owned()], 0), "{option:?}");
    }
    let (code, _, error) = repository.run(&["scan", "--staged", "main.tf", "missing.tf"]);
    assert_eq!(code, 2);
    assert!(error.contains("missing.tf is not there, and neither state holds it"), "{error}");
    assert_eq!(repository.run(&["scan", "--staged", "-", "--stdin-name", "main.tf"]).0, 2);
}

#[test]
fn a_named_file_that_was_renamed_brings_nothing_new() {
    let repository = Repository::new("main.tf", LOGS);
    repository.write("kept.tf", SITE);
    repository.commit("second");
    repository.git(&["mv", "main.tf", "buckets.tf"]);
    for option in [["--staged"].as_slice(), &["--diff-base", "HEAD"]] {
        let (_, out, error) = repository.run(&[&["scan", "--format", "json", "buckets.tf"], option].concat());
        let assessment: Assessment = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{error}"));
        assert!(
            changes(&assessment).iter().all(|it| it.1 != Change::Introduced),
            "{option:?}: {:?}",
            changes(&assessment)
        );
        assert_eq!(changes(&assessment).len(), 1);
        assert_eq!(assessment.comparison.unwrap().fixed, []);
    }
}

#[test]
fn what_git_keeps_is_judged_though_its_ignore_files_name_it() {
    let repository = Repository::new(".gitignore", "kept/\n");
    repository.write("kept/logs.tf", LOGS);
    repository.write("kept/site.tf", SITE);
    repository.git(&["add", "--force", "kept/logs.tf"]);
    repository.commit("second");
    let (_, assessment) = repository.assessed(&[]);
    let names: Vec<_> =
        assessment.findings.iter().filter(|it| it.policy.0 == POLICY).map(|it| &*it.subject.name).collect();
    assert_eq!(names, ["logs"]);
    let entry = assessment.ledger.files.iter().find(|it| it.path == "kept").unwrap();
    assert_eq!(entry.reason.as_deref(), Some("ignored by .gitignore"));
}
