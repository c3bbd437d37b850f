//! `init` on repositories that the tests make, and the story that it begins: known gaps pass, a new one is stopped.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic, and reads what was written")]

use std::process::Command;

use gapcheck::model::{Assessment, Change};

const LOGS: &str = "resource \"aws_s3_bucket\" \"logs\" {\n  bucket = \"logs\"\n  acl    = \"public-read\"\n}\n";
const WORKFLOW: &str = "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make\n";

struct Repository(tempfile::TempDir);

impl Repository {
    fn new(files: &[(&str, &str)]) -> Self {
        let it = Self(tempfile::tempdir().unwrap());
        for (path, text) in files {
            it.write(path, text);
        }
        it
    }

    /// The same, in git, on a branch of this name.
    fn in_git(branch: &str, files: &[(&str, &str)]) -> Self {
        let it = Self::new(files);
        it.git(&["init", "--quiet", &format!("--initial-branch={branch}")]);
        it.commit("first");
        it
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> Option<String> {
        std::fs::read_to_string(self.0.path().join(path)).ok()
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

    fn run(&self, arguments: &[&str]) -> (i32, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
        let output = command.args(arguments).current_dir(self.0.path()).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        (output.status.code().unwrap(), text)
    }

    /// The gaps that count: policy and name of the subject.
    fn open(&self, arguments: &[&str]) -> (i32, Vec<(String, String)>) {
        let (code, out) = self.run(&[arguments, &["--format", "json"]].concat());
        let assessment: Assessment = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{out}"));
        let open = assessment.findings.iter().filter(|it| it.stands());
        (code, open.map(|it| (it.policy.0.clone(), it.subject.name.clone())).collect())
    }
}

#[test]
fn the_files_say_what_was_found_and_work() {
    let files = [
        ("infra/main.tf", LOGS),
        ("tests/fixtures/bad.tf", &LOGS.replace("logs", "bad")),
        ("examples/one/main.tf", &LOGS.replace("logs", "one")),
        (".github/workflows/a.yml", WORKFLOW),
    ];
    let repository = Repository::in_git("trunk", &files);
    let before = repository.open(&["scan", "."]).1;
    let (code, said) = repository.run(&["init"]);
    assert_eq!(code, 0, "{said}");
    let settings = repository.read("gapcheck.toml").unwrap();
    for it in
        ["terraform 3", "github-actions 1", "\"tests/fixtures/**\"", "\"examples/**\"", "complete = [\"repository\"]"]
    {
        assert!(settings.contains(it), "{it} is missing:\n{settings}");
    }
    let workflow = repository.read(".github/workflows/gapcheck.yml").unwrap();
    assert!(workflow.contains("branches: ['trunk']"), "{workflow}");
    assert!(repository.read(".pre-commit-config.yaml").unwrap().contains("entry: gapcheck scan --staged"));
    let (code, after) = repository.open(&["scan", "."]);
    assert_eq!(code, 1);
    assert!(before.iter().any(|it| it.1 == "bad") && !after.iter().any(|it| it.1 == "bad"), "{after:?}");
    // What was written brings no gap of its own.
    repository.git(&["add", "--all"]);
    let (code, brought) = repository.open(&["scan", ".", "--staged"]);
    assert_eq!((code, brought), (0, Vec::new()));
}

#[test]
fn nothing_that_is_there_is_replaced_unasked() {
    let mine = "repos: []\n";
    let repository =
        Repository::new(&[("main.tf", LOGS), ("gapcheck.toml", "# mine\n"), (".pre-commit-config.yaml", mine)]);
    let (code, said) = repository.run(&["init"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("kept     gapcheck.toml") && said.contains("- repo: local"), "{said}");
    assert_eq!(repository.read("gapcheck.toml").unwrap(), "# mine\n");
    let (_, said) = repository.run(&["init", "--force"]);
    assert!(said.contains("replaced gapcheck.toml"), "{said}");
    assert!(repository.read("gapcheck.toml").unwrap().contains("framework = \"soc2\""));
    // A file of many owners is nobody's to replace.
    assert_eq!(repository.read(".pre-commit-config.yaml").unwrap(), mine);
}

#[test]
fn a_dry_run_shows_all_and_writes_nothing() {
    let repository = Repository::new(&[("main.tf", LOGS), (".gitlab-ci.yml", "a:\n  script: [make]\n")]);
    let (code, said) = repository.run(&["init", "--dry-run", "--framework", "soc2", "--framework", "soc1"]);
    assert_eq!(code, 0, "{said}");
    for it in [
        "would write gapcheck.toml",
        "frameworks/soc1.toml",
        ".gitlab/gapcheck.yml",
        "framework = [\"soc2\", \"soc1\"]",
    ] {
        assert!(said.contains(it), "{it} is missing:\n{said}");
    }
    let left: Vec<_> = std::fs::read_dir(repository.0.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn control_objectives_begin_with_a_starter_that_is_judged() {
    let repository = Repository::new(&[("main.tf", LOGS)]);
    assert_eq!(repository.run(&["init", "--framework", "soc1"]).0, 0);
    let (code, said) = repository.run(&["scan", "."]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("18 control objectives") && said.contains("ITGC-LA-4"), "{said}");
    assert_eq!(repository.run(&["init", "--framework", "iso"]).0, 2);
    assert_eq!(repository.run(&["init", "main.tf"]).0, 2);
}

#[test]
fn with_a_baseline_a_commit_is_stopped_by_the_gap_that_it_brings_and_by_no_other() {
    let repository = Repository::in_git("main", &[("main.tf", LOGS), (".github/workflows/a.yml", WORKFLOW)]);
    assert_eq!(repository.run(&["init"]).0, 0);
    assert_eq!(repository.run(&["baseline"]).0, 0);
    repository.commit("gapcheck");
    // That commits go to the main branch unseen is a gap of its own, which no baseline takes back.
    let here = ["scan", ".", "--history", "0"];
    assert_eq!(repository.open(&here), (0, Vec::new()), "known gaps pass");
    assert_eq!(repository.open(&["scan", ".", "--staged"]), (0, Vec::new()));
    // A change that brings one gap, and moves what is there.
    let key = r#"resource "aws_kms_key" "site" {
  enable_key_rotation = false
  policy = jsonencode({
    Statement = [{
      Effect = "Allow", Action = "kms:Decrypt", Resource = "*"
      Principal = { AWS = "arn:aws:iam::111122223333:role/site" }
    }]
  })
}
"#;
    repository.write("main.tf", &format!("# moved\n\n{LOGS}\n{key}"));
    repository.git(&["add", "--all"]);
    let brought = vec![("key-rotates".to_owned(), "site".to_owned())];
    assert_eq!(repository.open(&["scan", ".", "--staged"]), (1, brought.clone()));
    repository.commit("a gap");
    assert_eq!(repository.open(&["scan", ".", "--diff-base", "HEAD~1"]), (1, brought.clone()));
    let (_, out) = repository.run(&["scan", ".", "--diff-base", "HEAD~1", "--format", "json"]);
    let assessment: Assessment = serde_json::from_str(&out).unwrap();
    assert_eq!(assessment.findings.iter().filter(|it| it.change == Some(Change::Introduced)).count(), 1);
    // Mended again, and a known block edited: its gaps are back, and nothing else is.
    repository.write("main.tf", &LOGS.replace("\"logs\"\n", "\"logs-2\"\n"));
    let (code, open) = repository.open(&here);
    assert_eq!(code, 1);
    assert!(!open.is_empty() && open.iter().all(|it| it.1 == "logs"), "{open:?}");
}
