//! Every bound that a user may set: it has a row in the documentation, it can be met, and what is past it is said.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::process::Command;

use gapcheck::model::Limit;
use gapcheck::model::limits::BOUNDS;
use serde_json::Value;

/// An input that comes to a bound.
struct Case {
    limit: Limit,
    value: usize,
    file: &'static str,
    text: &'static str,
    /// What the report says of it.
    says: &'static str,
}

const TERRAFORM: &str =
    "resource \"aws_s3_bucket\" \"b\" {\n  bucket = \"b\"\n  acl = join(\"\", [\"public\", \"-\", \"read\"])\n}\n";

const CASES: &[Case] = &[
    Case { limit: Limit::FileBytes, value: 10, file: "main.tf", text: TERRAFORM, says: "larger than 10 bytes" },
    Case {
        limit: Limit::Depth,
        value: 3,
        file: "a.yaml",
        text: "apiVersion: v1\nkind: Pod\na: {b: {c: {d: {}}}}\n",
        says: "nested deeper than 3 levels",
    },
    Case {
        limit: Limit::Values,
        value: 5,
        file: "a.yaml",
        text: "apiVersion: v1\nkind: Pod\na: [1, 2, 3, 4, 5, 6]\n",
        says: "more than 5 values",
    },
    Case {
        limit: Limit::AliasValues,
        value: 5,
        file: "a.yaml",
        text: "apiVersion: v1\nkind: Pod\na: &a [1, 2, 3, 4, 5, 6]\nb: *a\n",
        says: "expand to too much",
    },
    Case {
        limit: Limit::Problems,
        value: 1,
        file: "a.yaml",
        text: "apiVersion: v1\nkind: Pod\na: *x\nb: *y\nc: *z\n",
        says: "2 more problems of the same text are not listed",
    },
    Case { limit: Limit::TerraformSteps, value: 3, file: "main.tf", text: TERRAFORM, says: "this many expressions" },
    Case {
        limit: Limit::TerraformInstances,
        value: 2,
        file: "main.tf",
        text: "resource \"aws_s3_bucket\" \"b\" {\n  count = 3\n  bucket = \"b\"\n  acl = count.index == 1 ? \"private\" : \"public-read\"\n}\n",
        says: "3 instances of one block",
    },
    Case {
        limit: Limit::TerraformInstancesInAll,
        value: 2,
        file: "main.tf",
        text: "resource \"aws_s3_bucket\" \"b\" {\n  count = 3\n  bucket = \"b\"\n  acl = count.index == 1 ? \"private\" : \"public-read\"\n}\n",
        says: "3 instances of one block",
    },
    Case {
        limit: Limit::TerraformModules,
        value: 1,
        file: "main.tf",
        text: "module \"a\" {\n  source = \"./a\"\n}\nmodule \"b\" {\n  source = \"./a\"\n}\nmodule \"c\" {\n  source = \"./a\"\n}\n",
        says: "modules are called more than 1 times",
    },
    Case {
        limit: Limit::TerraformModuleDepth,
        value: 1,
        file: "main.tf",
        text: "module \"a\" {\n  source = \"./b\"\n}\n",
        says: "modules call modules more than 1 deep",
    },
    Case {
        limit: Limit::TerraformElements,
        value: 3,
        file: "main.tf",
        text: "resource \"aws_s3_bucket\" \"b\" {\n  bucket = \"b\"\n  acl = join(\"\", concat([\"a\", \"b\"], [\"c\", \"d\"]))\n}\n",
        says: "acl",
    },
    Case {
        limit: Limit::TerraformTextBytes,
        value: 8,
        file: "main.tf",
        text: "locals {\n  a = \"public-\"\n}\nresource \"aws_s3_bucket\" \"b\" {\n  bucket = \"b\"\n  acl = \"${local.a}read\"\n}\n",
        says: "a text this long",
    },
    Case {
        limit: Limit::CloudFormationLoopValues,
        value: 2,
        file: "a.yaml",
        text: "AWSTemplateFormatVersion: '2010-09-09'\nTransform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::A:\n    - X\n    - [a, b, c]\n    - B${X}: {Type: AWS::S3::Bucket, Properties: {BucketName: !Ref X}}\n",
        says: "this loop makes more",
    },
    Case {
        limit: Limit::KustomizeObjects,
        value: 1,
        file: "kustomization.yaml",
        text: "resources: [two.yaml]\n",
        says: "more than 1 objects",
    },
    Case {
        limit: Limit::GitlabIncludes,
        value: 1,
        file: ".gitlab-ci.yml",
        text: "include: [{local: a.yml}, {local: b.yml}]\nx:\n  script: [y]\n",
        says: "more than 1 files are included",
    },
    Case { limit: Limit::HelmSteps, value: 3, file: "Chart.yaml", text: CHART, says: "do not come to an end" },
    Case { limit: Limit::HelmBytes, value: 3, file: "Chart.yaml", text: CHART, says: "write more than 3 bytes" },
    Case {
        limit: Limit::HelmDepth,
        value: 1,
        file: "Chart.yaml",
        text: CHART,
        says: "include one another without end",
    },
];

const CHART: &str = "apiVersion: v2\nname: x\nversion: 1.0.0\n";

/// Files that cases refer to.
const BESIDE: &[(&str, &str)] = &[
    ("a/main.tf", "locals {\n  a = 1\n}\n"),
    ("b/main.tf", "module \"c\" {\n  source = \"../a\"\n}\n"),
    (
        "two.yaml",
        "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n---\napiVersion: v1\nkind: Namespace\nmetadata: {name: b}\n",
    ),
    ("a.yml", "a:\n  script: [y]\n"),
    ("b.yml", "b:\n  script: [y]\n"),
    ("templates/_a.tpl", "{{ define \"a\" }}{{ include \"b\" . }}{{ end }}{{ define \"b\" }}b{{ end }}\n"),
    ("templates/a.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: {{ include \"a\" . }}}\n"),
];

/// Bounds that other tests meet: the name of the test.
const ELSEWHERE: &[(Limit, &str)] = &[
    (Limit::UnclaimedBytes, "credentials_are_looked_for_up_to_a_size_and_a_number"),
    (Limit::Credentials, "credentials_are_looked_for_up_to_a_size_and_a_number"),
    (Limit::Commits, "the_window_is_no_longer_than_its_bound"),
    (Limit::CloudFormationSteps, "a_template_that_asks_for_too_much_is_cut"),
    (Limit::PolicySeconds, "a_policy_of_a_user_s_own_is_bounded"),
    (Limit::PolicyNumbers, "a_policy_of_a_user_s_own_is_bounded"),
];

fn scan(files: &[(&str, &str)], options: &[&str]) -> (Option<i32>, Value, String) {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let out = Command::new(env!("CARGO_BIN_EXE_gapcheck"))
        .args(["scan", ".", "--no-progress", "--format", "json", "--at", "2026-01-01"])
        .args(options)
        .current_dir(folder.path())
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&out.stderr).into_owned();
    (out.status.code(), serde_json::from_slice(&out.stdout).unwrap_or_default(), errors)
}

fn option(limit: Limit, value: usize) -> String {
    let name = BOUNDS.iter().find(|it| it.limit == limit).unwrap().name;
    format!("{name}={value}")
}

#[test]
fn what_is_past_a_bound_is_said() {
    let mut complaints = Vec::new();
    for case in CASES {
        let mut files = vec![(case.file, case.text)];
        files.extend(BESIDE.iter().filter(|it| {
            let is_chart = it.0.starts_with("templates/");
            let is_pipeline = it.0.ends_with(".yml");
            (is_chart == (case.file == "Chart.yaml")) && (is_pipeline == (case.file == ".gitlab-ci.yml"))
        }));
        let (_, before, _) = scan(&files, &[]);
        let (code, after, errors) = scan(&files, &["--limit", &option(case.limit, case.value)]);
        if before.to_string().contains(case.says) && case.says != "acl" {
            complaints.push(format!("{:?} is met by its default", case.limit));
        }
        if !after.to_string().contains(case.says) || code == Some(70) {
            complaints.push(format!("{:?}: nothing says `{}`: {errors}{after:#}", case.limit, case.says));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn every_bound_is_met_somewhere() {
    for it in BOUNDS {
        let is_met = CASES.iter().any(|case| case.limit == it.limit);
        let elsewhere = ELSEWHERE.iter().any(|(limit, _)| *limit == it.limit);
        assert!(is_met || elsewhere, "{} has no test", it.name);
    }
}

#[test]
fn the_documentation_has_the_table() {
    #[expect(clippy::disallowed_methods, reason = "a test reads the documentation")]
    let text = fs::read_to_string("docs/limits.md").unwrap();
    let rows: Vec<&str> = text.lines().filter(|it| it.starts_with("| `")).collect();
    let expected: Vec<String> =
        BOUNDS.iter().map(|it| format!("| `{}` | {} | {} | {} |", it.name, it.default, it.most, it.says)).collect();
    assert_eq!(rows, expected);
}

#[test]
fn credentials_are_looked_for_up_to_a_size_and_a_number() {
    let token = |it: &str| format!("t = \"ghp_{it}aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3f\"\n");
    let text = [token("xQ"), token("yR")].concat();
    let count = |options: &[&str]| {
        let (_, report, _) = scan(&[("a.py", &text)], options);
        report["findings"].as_array().unwrap().iter().filter(|it| it["subject"]["kind"] == "credential").count()
    };
    let all = count(&[]);
    assert!(all >= 2);
    assert_eq!(count(&["--limit", "credentials=1"]) * 2, all);
    assert_eq!(count(&["--limit", "unclaimed-bytes=20"]), 0);
}

#[test]
fn a_template_that_asks_for_too_much_is_cut() {
    let text = "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  B: {Type: AWS::S3::Bucket, Properties: {AccessControl: !Join ['', [Public, Read]]}}\n";
    let (_, report, _) = scan(&[("a.yaml", text)], &["--limit", "cloudformation-steps=2"]);
    let found = report["findings"].as_array().unwrap();
    let open = found.iter().filter(|it| it["outcome"] == "undetermined").count();
    assert!(open > 0, "{report:#}");
}

#[test]
fn a_policy_of_a_user_s_own_is_bounded() {
    let policy = |rule: &str| {
        format!(
            "# METADATA\n# title: T\n# description: D\n# custom:\n#   id: job-is-slow\n#   severity: low\n#   criteria:\n\
             #     - {{id: CC8.1, aspect: testing, strength: supporting, because: b}}\n#   tests: design\n#   reads: []\n\
             #   remediation: {{github-actions: \"mend it\"}}\n#   since: \"0.1.0\"\npackage gapcheck.job.is_slow\n\n\
             subjects contains job.id if some job in input.job\n\n\
             deny contains {{\"subject\": job.id, \"path\": [], \"message\": \"m\"}} if {{\n\tsome job in input.job\n\t{rule}\n}}\n"
        )
    };
    let workflow = "on: [push]\njobs: {a: {runs-on: x, steps: []}}\n";
    let judged = |rule: &str, limit: &str| {
        let files = [(".github/workflows/a.yml", workflow), ("p/job/is_slow.rego", &policy(rule))];
        let (code, report, errors) = scan(&files, &["--policy", "p", "--limit", limit]);
        assert!(code.is_some_and(|it| it < 2), "{code:?} {errors}");
        report["problems"].to_string()
    };
    let slow = "count([1 | some a in numbers.range(1, 3000); some b in numbers.range(1, 3000); a == b]) == 0";
    assert!(judged(slow, "policy-seconds=1").contains("time limit"), "{}", judged(slow, "policy-seconds=1"));
    assert!(judged("count(numbers.range(1, 30)) == 0", "policy-numbers=20").contains("more than 20 numbers"));
}

#[test]
fn settings_may_set_a_bound_and_the_command_line_speaks_first() {
    let files = [("gapcheck.toml", "[limits]\nfile-bytes = 10\n"), ("main.tf", TERRAFORM)];
    assert!(scan(&files, &[]).1.to_string().contains("larger than 10 bytes"));
    assert!(!scan(&files, &["--limit", "file-bytes=1000000"]).1.to_string().contains("larger than"));
    let (code, _, errors) = scan(&[("gapcheck.toml", "[limits]\ndepht = 10\n")], &[]);
    assert_eq!(code, Some(2));
    assert!(errors.contains("no limit is called `depht`"), "{errors}");
    assert_eq!(scan(&[], &["--limit", "depth=1000"]).0, Some(2));
}

#[test]
fn the_window_is_no_longer_than_its_bound() {
    let window = gapcheck::collect::Window::parse("1000000000").unwrap();
    assert_eq!(window.most(), Limit::Commits.value());
}
