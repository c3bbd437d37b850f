//! What a person meets at the command line. Each file of `tests/cli` is a case: files, arguments, and what must be
//! said; adding one takes no Rust.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use camino::{Utf8Path, Utf8PathBuf};
use serde::Deserialize;
use walkdir::WalkDir;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What the case shows, as a sentence.
    description: String,
    args: Vec<String>,
    exit_code: i32,
    #[serde(default)]
    stdin: String,
    #[serde(default)]
    env: BTreeMap<String, String>,
    /// Fragments of standard output, in this order.
    #[serde(default)]
    stdout: Vec<String>,
    /// Fragments of standard error, in this order.
    #[serde(default)]
    stderr: Vec<String>,
    /// What neither may say.
    #[serde(default)]
    never: Vec<String>,
    /// Files to make, by path.
    #[serde(default)]
    files: BTreeMap<Utf8PathBuf, Content>,
    /// A folder of the project to copy before.
    copy: Option<Utf8PathBuf>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Content {
    Text(String),
    Bytes(Vec<u8>),
    Repeated { text: String, times: usize },
}

#[test]
fn every_case_says_what_it_must() {
    let mut complaints = Vec::new();
    let mut count = 0;
    for entry in WalkDir::new("tests/cli").sort_by_file_name().into_iter().map(Result::unwrap) {
        if entry.path().extension().is_some_and(|it| it == "toml") {
            let name = entry.file_name().to_str().unwrap().to_owned();
            let text = read(Utf8Path::from_path(entry.path()).unwrap());
            let case: Case = toml_edit::de::from_str(&text).unwrap_or_else(|it| panic!("{name}: {it}"));
            complaints.extend(check(&case).into_iter().map(|it| format!("{name} ({}): {it}", case.description)));
            count += 1;
        }
    }
    assert!(count > 10, "only {count} cases");
    assert!(complaints.is_empty(), "{}", complaints.join("\n\n"));
}

fn check(case: &Case) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let root = Utf8Path::from_path(folder.path()).unwrap();
    if let Some(from) = &case.copy {
        copy(from, root);
    }
    for (path, content) in &case.files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let bytes = match content {
            Content::Text(text) => text.clone().into_bytes(),
            Content::Bytes(bytes) => bytes.clone(),
            Content::Repeated { text, times } => text.repeat(*times).into_bytes(),
        };
        fs::write(path, bytes).unwrap();
    }
    let mut program = Command::new(env!("CARGO_BIN_EXE_gapcheck"))
        .args(&case.args)
        .current_dir(root)
        .env_clear()
        .env("SOURCE_DATE_EPOCH", "1767225600")
        .envs(&case.env)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not read its input closes it early.
    let _ = program.stdin.take().unwrap().write_all(case.stdin.as_bytes());
    let output = program.wait_with_output().unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    let mut complaints = Vec::new();
    if output.status.code() != Some(case.exit_code) {
        complaints.push(format!(
            "exit code {:?}, expected {}\n{}",
            output.status.code(),
            case.exit_code,
            head(&format!("{stderr}{stdout}"))
        ));
    }
    complaints.extend(in_order(&stdout, &case.stdout, "stdout"));
    complaints.extend(in_order(&stderr, &case.stderr, "stderr"));
    let said = |it: &&String| stdout.contains(it.as_str()) || stderr.contains(it.as_str());
    complaints.extend(case.never.iter().filter(said).map(|it| format!("says {it:?}\n{}", head(&stdout))));
    complaints
}

fn in_order(text: &str, fragments: &[String], stream: &str) -> Vec<String> {
    let mut rest = text;
    for fragment in fragments {
        match rest.split_once(fragment.as_str()) {
            Some((_, after)) => rest = after,
            None => return vec![format!("{stream} lacks {fragment:?} (in this order)\n{}", head(text))],
        }
    }
    Vec::new()
}

/// As much of an output as helps to see what went wrong.
fn head(text: &str) -> String {
    text.lines().take(24).collect::<Vec<_>>().join("\n")
}

fn copy(from: &Utf8Path, to: &Utf8Path) {
    for entry in WalkDir::new(from).into_iter().map(Result::unwrap).filter(|it| it.file_type().is_file()) {
        let path = Utf8PathBuf::from_path_buf(entry.into_path()).unwrap();
        let target = to.join(path.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(&path, target).unwrap();
    }
}

#[expect(clippy::disallowed_methods, reason = "a test reads its cases")]
fn read(path: &Utf8Path) -> String {
    fs::read_to_string(path).unwrap()
}
