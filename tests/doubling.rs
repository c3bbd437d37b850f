//! Files of each format that take in ten others each, which take in ten more: the bound of each ends it.

use std::fmt::Write as _;
use std::fs;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use camino::Utf8PathBuf;
use gapcheck::collect::{self, WalkOptions};
use gapcheck::model::Document;
use tempfile::TempDir;

/// How deep each goes: ten times ten, as often as this, is more than any machine does.
const LEVELS: usize = 20;

/// How long a scan may take; without a bound it takes for ever.
const LONGEST: Duration = Duration::from_secs(300);

fn tree(files: &[(String, String)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    folder
}

/// Scans in time, and tells what is said of the files.
fn scanned(files: &[(String, String)]) -> (Document, String) {
    let folder = tree(files);
    let path = Utf8PathBuf::from_path_buf(folder.path().to_owned()).expect("UTF-8");
    let (done, waiting) = mpsc::channel();
    thread::spawn(move || {
        let _ = done.send(collect::collect(&[path], &WalkOptions::default()));
    });
    let document = waiting.recv_timeout(LONGEST).expect("it ends in time").expect("a folder can be scanned");
    let problems = document.ledger.files.iter().flat_map(|it| &it.problems);
    let said = problems.map(|it| format!("{}\n", it.message)).collect();
    (document, said)
}

/// Ten times the same words.
fn ten(words: &str) -> String {
    words.repeat(10)
}

/// A file for each level, with what leads to the next one ten times.
fn levels(name: impl Fn(usize) -> String, text: impl Fn(usize) -> String) -> Vec<(String, String)> {
    (0..LEVELS).map(|it| (name(it), text(it))).collect()
}

#[test]
fn includes_of_gitlab() {
    let name = |at: usize| if at == 0 { ".gitlab-ci.yml".to_owned() } else { format!("ci/{at}.yml") };
    let files = levels(name, |at| {
        format!("include:\n{}\na: {{script: ls}}\n", ten(&format!("  - local: ci/{}.yml\n", at + 1)))
    });
    assert!(scanned(&files).1.contains("more than 150 files are included"));
}

#[test]
fn jobs_of_gitlab_that_extend_others() {
    let mut text = "x: {extends: .t0, script: ls}\n".to_owned();
    for at in 0..10 {
        writeln!(text, ".t{at}: {{extends: [{}]}}", ten(&format!(".t{}, ", at + 1)).trim_end_matches(", "))
            .expect("memory");
    }
    text.push_str(".t10: {image: a}\n");
    assert!(scanned(&[(".gitlab-ci.yml".to_owned(), text)]).1.contains("too often"));
}

#[test]
fn references_of_gitlab() {
    let mut text = "x: {script: [!reference [.t0, script]]}\n".to_owned();
    for at in 0..9 {
        let list = ten(&format!("!reference [.t{}, script], ", at + 1));
        writeln!(text, ".t{at}: {{script: [{}]}}", list.trim_end_matches(", ")).expect("memory");
    }
    text.push_str(".t9: {script: [ls]}\n");
    assert!(scanned(&[(".gitlab-ci.yml".to_owned(), text)]).1.contains("too often"));
}

#[test]
fn templates_of_azure() {
    let name = |at: usize| if at == 0 { "azure-pipelines.yml".to_owned() } else { format!("{at}.yml") };
    let files =
        levels(name, |at| format!("steps:\n{}  - script: ls\n", ten(&format!("  - template: {}.yml\n", at + 1))));
    assert!(scanned(&files).1.contains("more than 100 templates"));
}

#[test]
fn commands_of_circleci() {
    let mut text = "version: 2.1\njobs: {a: {docker: [{image: b}], steps: [c0]}}\ncommands:\n".to_owned();
    for at in 0..LEVELS {
        writeln!(text, "  c{at}: {{steps: [{}]}}", ten(&format!("c{}, ", at + 1)).trim_end_matches(", "))
            .expect("memory");
    }
    assert!(!scanned(&[(".circleci/config.yml".to_owned(), text)]).0.evidence.is_empty());
}

#[test]
fn actions_of_github_in_the_repository() {
    let mut files = levels(
        |at| format!(".github/actions/{at}/action.yml"),
        |at| {
            let steps = ten(&format!("    - uses: ./.github/actions/{}\n", at + 1));
            format!("runs:\n  using: composite\n  steps:\n{steps}    - run: npm test\n      shell: bash\n")
        },
    );
    let text = "on: push\njobs: {a: {runs-on: ubuntu-latest, steps: [{uses: ./.github/actions/0}]}}\n";
    files.push((".github/workflows/a.yml".to_owned(), text.to_owned()));
    let (document, _) = scanned(&files);
    let tests = |it: &gapcheck::model::Evidence| it.facts.dotted("runs.tests").and_then(gapcheck::model::Node::as_bool);
    assert!(document.evidence.iter().any(|it| tests(it) == Some(true)));
}

#[test]
fn components_of_kustomize() {
    let mut files = levels(
        |at| format!("c{at}/kustomization.yaml"),
        |at| format!("kind: Component\ncomponents:\n{}", ten(&format!("  - ../c{}\n", at + 1))),
    );
    files.push(("top/kustomization.yaml".to_owned(), "components: [../c0]\n".to_owned()));
    assert!(scanned(&files).1.contains("more than 10000 components"));
}

#[test]
fn templates_of_helm() {
    let mut helpers = String::new();
    for at in 0..LEVELS {
        let inner = ten(&format!("{{{{ include \"{}\" . }}}}", at + 1));
        writeln!(helpers, "{{{{ define \"{at}\" }}}}{inner}{{{{ end }}}}").expect("memory");
    }
    writeln!(helpers, "{{{{ define \"{LEVELS}\" }}}}a{{{{ end }}}}").expect("memory");
    let files = [
        ("Chart.yaml", "apiVersion: v2\nname: a\nversion: 1.0.0\n".to_owned()),
        ("templates/_helpers.tpl", helpers),
        ("templates/a.yaml", "a: {{ include \"0\" . }}\n".to_owned()),
    ];
    let files: Vec<_> = files.into_iter().map(|(path, text)| (path.to_owned(), text)).collect();
    assert!(!scanned(&files).1.is_empty());
}

#[test]
fn services_of_compose() {
    let mut text = "services:\n".to_owned();
    for at in 0..200 {
        writeln!(text, "  s{at}: {{image: a, extends: {{service: s{}}}}}", at + 1).expect("memory");
    }
    text.push_str("  s200: {image: a}\n");
    assert!(scanned(&[("compose.yaml".to_owned(), text)]).1.contains("more than 16 in a row"));
}

#[test]
fn variables_of_dockerfiles() {
    for set in ["ARG", "ENV"] {
        let mut text = format!("FROM a\n{set} A0=bcd\n");
        for at in 1..200 {
            writeln!(text, "{set} A{at}=${{A{}}}${{A{}}}", at - 1, at - 1).expect("memory");
        }
        text.push_str("USER $A199\n");
        let (document, _) = scanned(&[("Dockerfile".to_owned(), text)]);
        let user = |it: &gapcheck::model::Evidence| it.facts.get("user").is_some_and(|it| it.as_unresolved().is_some());
        assert!(document.evidence.iter().any(user), "what would not fit is not known");
    }
}

/// Texts whose parts were once set against each other: each is large enough that a square of it does not end.
#[test]
fn many_of_a_thing_in_one_file() {
    let problems = "thing \"a\" \"b\" {\n}\n".repeat(40_000);
    let heredocs: String = (0..40_000).map(|it| format!("  a{it} = <<E{it}\n")).collect();
    let commands = format!(
        "FROM a\nRUN a{}\nRUN a{}\nRUN a{}\n",
        "; `b`".repeat(20_000),
        " | cat".repeat(20_000),
        " `b`".repeat(20_000)
    );
    let stages: String = (0..20_000).map(|it| format!("FROM a AS s{it}\nENV A{it}=b\n")).collect();
    let passwords: String = (0..20_000).map(|it| format!("          echo password=hunter2{it}x\n")).collect();
    let template = format!(
        "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  I:\n    Type: AWS::EC2::Instance\n    Properties:\n      \
         UserData:\n        Fn::Base64: |\n{passwords}"
    );
    let jobs: String =
        (0..1_000).map(|it| format!("  j{it}: {{docker: [{{image: a}}], steps: [{{run: a}}]}}\n")).collect();
    let lines: String = (1..1_000).map(|it| format!("      - j{it}: {{requires: [j{}]}}\n", it - 1)).collect();
    let chain = format!("version: 2.1\njobs:\n{jobs}workflows:\n  w:\n    jobs:\n      - j0\n{lines}");
    let files = [
        (".circleci/config.yml", chain),
        ("problems/main.tf", problems),
        ("heredocs/main.tf", format!("locals {{\n{heredocs}}}\n")),
        ("Dockerfile", commands),
        ("stages/Dockerfile", stages),
        ("a.yaml", template),
    ];
    let count = files.len();
    let files: Vec<_> = files.into_iter().map(|(path, text)| (path.to_owned(), text)).collect();
    let (document, said) = scanned(&files);
    assert_eq!(document.ledger.files.len(), count, "{:?}", document.ledger.files);
    assert!(said.contains("more problems of the same text are not listed"), "{said}");
}

#[test]
fn one_line_of_ten_megabytes() {
    let long = format!("{}a", "a".repeat(63) + ", ").repeat(160_000);
    let manifest = format!("{{apiVersion: v1, kind: ConfigMap, metadata: {{name: a}}, data: {{a: [{long}]}}}}\n");
    let workflow = format!("{{on: push, jobs: {{a: {{runs-on: b, steps: [{{run: '{long}'}}]}}}}}}\n");
    let files = [("a.yaml".to_owned(), manifest), (".github/workflows/a.yml".to_owned(), workflow)];
    assert_eq!(scanned(&files).0.ledger.files.len(), 2);
}
