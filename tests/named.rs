//! Files that are named one by one, as a hook names them: what lies around them is read, and only they are reported.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::process::Command;

use gapcheck::model::Assessment;

struct Folder(tempfile::TempDir);

impl Folder {
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        Self(folder)
    }

    fn in_git(files: &[(&str, &str)]) -> Self {
        let it = Self::new(files);
        let status = Command::new("git").args(["init", "--quiet"]).current_dir(it.0.path()).status().unwrap();
        assert!(status.success());
        it
    }

    fn assessed(&self, paths: &[&str]) -> (i32, Assessment) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
        let arguments = [&["scan"], paths, &["--category", "all", "--format", "json"]].concat();
        let output = command.args(arguments).current_dir(self.0.path()).output().unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        (output.status.code().unwrap(), serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{error}")))
    }
}

/// Policy, outcome and subject of each finding.
fn findings(assessment: &Assessment) -> BTreeSet<(String, &'static str, String)> {
    let one = |it: &gapcheck::model::Finding| (it.policy.0.clone(), it.outcome.name(), it.subject.id.clone());
    assessment.findings.iter().map(one).collect()
}

fn files(assessment: &Assessment) -> BTreeSet<&str> {
    assessment.ledger.files.iter().map(|it| it.path.as_str()).collect()
}

const SETTINGS: &str = "variable \"acl\" {\n  default = \"public-read\"\n}\n";
const BUCKET: &str = "resource \"aws_s3_bucket\" \"logs\" {\n  bucket = \"logs\"\n  acl    = var.acl\n}\n";
const LOCK: &str = "resource \"aws_s3_bucket_versioning\" \"logs\" {\n  bucket = aws_s3_bucket.logs.id\n  \
                    versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n";
const OTHER: &str = "resource \"aws_db_instance\" \"main\" {\n  engine = \"postgres\"\n}\n";

fn module(put: fn(&[(&str, &str)]) -> Folder) -> Folder {
    put(&[("a/main.tf", BUCKET), ("a/variables.tf", SETTINGS), ("a/versioning.tf", LOCK), ("a/other.tf", OTHER)])
}

#[test]
fn a_file_means_what_it_means_in_its_module_and_nothing_else_is_reported() {
    for put in [Folder::new, Folder::in_git] {
        let folder = module(put);
        let (_, whole) = folder.assessed(&["."]);
        let (code, alone) = folder.assessed(&["a/main.tf"]);
        assert_eq!(code, 1);
        let of_bucket = findings(&whole).into_iter().filter(|it| it.2.contains("aws_s3_bucket.logs")).collect();
        assert_eq!(findings(&alone), of_bucket);
        // The variable's value and the versioning came from the files around it.
        assert!(alone.findings.iter().any(|it| it.policy.0 == "bucket-grants-nothing-to-everyone"));
        assert!(!alone.findings.iter().any(|it| it.policy.0 == "bucket-keeps-former-versions"));
        assert_eq!(files(&alone), BTreeSet::from(["a/main.tf"]));
        assert!(alone.policies.iter().all(|it| !it.id.0.starts_with("database-") || it.population.subjects == 0));
    }
}

#[test]
fn what_a_named_file_decides_about_others_is_reported() {
    let (code, assessment) = module(Folder::new).assessed(&["a/variables.tf"]);
    let found: Vec<&str> = assessment.findings.iter().map(|it| it.policy.0.as_str()).collect();
    assert_eq!(code, 1);
    assert!(found.contains(&"bucket-grants-nothing-to-everyone"), "{found:?}");
    assert!(assessment.findings.iter().all(|it| it.related.iter().any(|it| it.location.file == "a/variables.tf")));
}

#[test]
fn a_called_module_is_judged_as_it_is_called() {
    let call = "module \"data\" {\n  source = \"../data\"\n  acl    = \"private\"\n}\n";
    let variable = "variable \"acl\" {}\n";
    let data = [BUCKET, variable].concat();
    let folder = Folder::in_git(&[("root/main.tf", call), ("data/main.tf", &data)]);
    let (_, assessment) = folder.assessed(&["data/main.tf"]);
    let it = assessment.policies.iter().find(|it| it.id.0 == "bucket-grants-nothing-to-everyone").unwrap();
    assert_eq!((it.population.pass, it.population.undetermined), (1, 0));
}

#[test]
fn a_template_is_rendered_with_its_chart() {
    let deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template:\n    spec:\n      \
                      containers:\n        - name: web\n          image: web\n          securityContext:\n            \
                      privileged: {{ .Values.privileged }}\n";
    let folder = Folder::new(&[
        ("chart/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n"),
        ("chart/values.yaml", "privileged: true\n"),
        ("chart/templates/web.yaml", deployment),
        ("chart/templates/other.yaml", &deployment.replace("web", "other")),
    ]);
    let (_, assessment) = folder.assessed(&["chart/templates/web.yaml"]);
    let privileged = assessment.findings.iter().filter(|it| it.policy.0 == "workload-is-not-privileged");
    assert_eq!(privileged.map(|it| it.location.file.as_str()).collect::<Vec<_>>(), ["chart/templates/web.yaml"]);
    assert!(assessment.findings.iter().all(|it| it.subject.name != "other"), "{:?}", findings(&assessment));
}

#[test]
fn several_files_are_each_reported() {
    let (_, assessment) = module(Folder::new).assessed(&["a/main.tf", "a/other.tf"]);
    let named: BTreeSet<&str> = assessment.findings.iter().map(|it| it.subject_location.file.as_str()).collect();
    assert_eq!(named, BTreeSet::from(["a/main.tf", "a/other.tf"]));
}

#[test]
fn a_file_elsewhere_is_not_judged_by_the_settings_of_the_current_folder() {
    let settings = "[scope]\ncomplete = [\"repository\"]\n";
    let here = Folder::new(&[("gapcheck.toml", settings), ("main.tf", "locals {}\n")]);
    let elsewhere = Folder::new(&[("main.tf", "locals {}\n")]);
    let about_repositories = |path: &str| {
        let (_, assessment) = here.assessed(&[path]);
        assessment.findings.iter().filter(|it| it.policy.0.starts_with("repository-")).count()
    };
    assert!(about_repositories("main.tf") > 0, "the settings of the current folder do not count");
    assert_eq!(about_repositories(elsewhere.0.path().join("main.tf").to_str().unwrap()), 0);
}
