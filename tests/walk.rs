//! What a walk meets, and how the ledger accounts for it.

use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use gapcheck::collect::{self, WalkOptions};
use gapcheck::model::{Document, FileStatus};
use tempfile::TempDir;

const DOCKERFILE: &str = "FROM alpine:3.20\nUSER app\n";

/// A folder with files in it; a path that ends in a slash is an empty folder.
fn tree(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    folder
}

fn path(folder: &TempDir) -> &Utf8Path {
    Utf8Path::from_path(folder.path()).expect("UTF-8")
}

fn scan(folder: &TempDir, options: &WalkOptions) -> Document {
    collect::collect(&[path(folder).to_owned()], options).expect("a folder can be scanned")
}

/// The ledger, a line a file: path, status, and the reason or the first problem.
fn ledger(document: &Document) -> Vec<String> {
    let line = |it: &gapcheck::model::LedgerEntry| {
        let status = match it.status {
            FileStatus::Collected => "collected",
            FileStatus::Partly => "partly",
            FileStatus::Failed => "failed",
            FileStatus::Skipped => "skipped",
        };
        let why = it.reason.clone().or(it.problems.first().map(|it| it.message.clone())).unwrap_or_default();
        format!("{} {status} {why}", it.path).trim_end().to_owned()
    };
    document.ledger.files.iter().map(line).collect()
}

#[test]
fn trees_of_others_are_left_out_with_a_reason() {
    let folder = tree(&[
        ("a/Dockerfile", DOCKERFILE.as_bytes()),
        (".hidden/Dockerfile", DOCKERFILE.as_bytes()),
        ("node_modules/x/Dockerfile", DOCKERFILE.as_bytes()),
        ("vendor/modules.txt", b""),
        ("vendor/x/Dockerfile", DOCKERFILE.as_bytes()),
        ("b/vendor/Dockerfile", DOCKERFILE.as_bytes()),
        (".git/Dockerfile", DOCKERFILE.as_bytes()),
    ]);
    assert_eq!(
        ledger(&scan(&folder, &WalkOptions::default())),
        [
            ".hidden/Dockerfile collected",
            "a/Dockerfile collected",
            "b/vendor/Dockerfile collected",
            "node_modules skipped packages installed by a JavaScript package manager",
            "vendor skipped modules vendored by Go",
        ]
    );
}

#[test]
fn the_repository_s_own_ignore_files_count_and_nobody_else_s() {
    let folder = tree(&[
        (".gitignore", b"ignored/\n"),
        (".ignore", b"a\n"),
        ("ignored/Dockerfile", DOCKERFILE.as_bytes()),
        ("a/Dockerfile", DOCKERFILE.as_bytes()),
    ]);
    assert_eq!(ledger(&scan(&folder, &WalkOptions::default())), ["a/Dockerfile collected"]);
}

#[test]
fn excluded_files_are_counted_where_a_collector_would_have_read_them() {
    let folder = tree(&[
        ("a/Dockerfile", DOCKERFILE.as_bytes()),
        ("b/Dockerfile", DOCKERFILE.as_bytes()),
        ("b/notes.txt", b"x"),
        ("c/Dockerfile.old", DOCKERFILE.as_bytes()),
    ]);
    let options = WalkOptions { exclude: vec!["b".to_owned(), "**/*.old".to_owned()], ..WalkOptions::default() };
    assert_eq!(
        ledger(&scan(&folder, &options)),
        ["a/Dockerfile collected", "b skipped excluded", "c/Dockerfile.old skipped excluded"]
    );
}

#[test]
fn what_cannot_be_read_is_said() {
    let folder = tree(&[
        ("binary/Dockerfile", b"FROM\0x"),
        ("latin/Dockerfile", b"FROM x\n# caf\xe9\n"),
        ("wide/Dockerfile", b"\xff\xfeF\0R\0"),
        ("large/Dockerfile", &[b'#'; 2000]),
        ("other.yaml", b"a: 1\n"),
    ]);
    let options = WalkOptions { file_bytes: 1500, ..WalkOptions::default() };
    let document = scan(&folder, &options);
    assert_eq!(
        ledger(&document),
        [
            "binary/Dockerfile skipped binary",
            "large/Dockerfile skipped larger than 1500 bytes",
            "latin/Dockerfile failed not UTF-8 at byte 12",
            "other.yaml skipped no collector recognises its content",
            "wide/Dockerfile failed UTF-16 and not UTF-8: save it as UTF-8",
        ]
    );
    let latin = document.ledger.files.iter().find(|it| it.path == "latin/Dockerfile").expect("an entry");
    let place = latin.problems[0].location.as_ref().expect("a place");
    assert_eq!((place.start.line, place.start.column), (2, 6));
}

#[cfg(unix)]
#[test]
fn symbolic_links_are_not_followed() {
    let folder = tree(&[("a/Dockerfile", DOCKERFILE.as_bytes()), ("a/notes.txt", b"x")]);
    let link = |to: &str, name: &str| std::os::unix::fs::symlink(to, folder.path().join(name)).expect("a link");
    link("a/Dockerfile", "Dockerfile");
    link("a/notes.txt", "notes.txt");
    link(".", "loop");
    assert_eq!(
        ledger(&scan(&folder, &WalkOptions::default())),
        ["Dockerfile skipped a symbolic link", "a/Dockerfile collected", "loop skipped a symbolic link"]
    );
}

#[test]
fn installed_terraform_modules_are_read_though_ignored() {
    let folder = tree(&[
        (".gitignore", b".terraform/\n"),
        ("infra/main.tf", b"module \"x\" {\n  source = \"example/x\"\n}\n"),
        ("infra/.terraform/modules/modules.json", br#"{"Modules":[{"Key":"x","Dir":".terraform/modules/x"}]}"#),
        ("infra/.terraform/modules/x/main.tf", b"variable \"a\" {}\n"),
        ("infra/.terraform/modules/x/Dockerfile", DOCKERFILE.as_bytes()),
        ("infra/.terraform/providers/x/main.tf", b""),
    ]);
    let document = scan(&folder, &WalkOptions::default());
    let read: Vec<&str> = document.sources.iter().map(|(_, it)| it.path.as_str()).collect();
    let installed: Vec<&&str> = read.iter().filter(|it| it.contains(".terraform/")).collect();
    assert_eq!(installed, [&"infra/.terraform/modules/modules.json", &"infra/.terraform/modules/x/main.tf"]);
}

#[test]
fn a_repository_is_known_by_its_git_folder() {
    let commit = "0123456789012345678901234567890123456789";
    let folder = tree(&[
        ("Dockerfile", DOCKERFILE.as_bytes()),
        (".git/HEAD", b"ref: refs/heads/main\n"),
        (".git/packed-refs", format!("# pack-refs with: peeled\n{commit} refs/heads/main\n").as_bytes()),
        (".git/config", b"[remote \"origin\"]\n\turl = https://user:hunter2@example.org/a.git\n"),
    ]);
    let repository = scan(&folder, &WalkOptions::default()).repository.expect("a repository");
    assert_eq!(repository.commit.as_deref(), Some(commit));
    assert_eq!(repository.branch.as_deref(), Some("main"));
    assert_eq!(repository.remote.as_deref(), Some("https://example.org/a.git"));
}

#[test]
fn named_files_are_relative_to_the_folder_that_holds_them_all() {
    let folder = tree(&[("a/Dockerfile", DOCKERFILE.as_bytes()), ("b/Dockerfile", DOCKERFILE.as_bytes())]);
    let named: Vec<Utf8PathBuf> =
        ["a/Dockerfile", "b/../b/Dockerfile"].iter().map(|it| path(&folder).join(it)).collect();
    let document = collect::collect(&named, &WalkOptions::default()).expect("files can be scanned");
    assert_eq!(ledger(&document), ["a/Dockerfile collected", "b/Dockerfile collected"]);
    let one = collect::collect(&named[..1], &WalkOptions::default()).expect("a file can be scanned");
    assert_eq!(ledger(&one), ["Dockerfile collected"]);
    let missing = collect::collect(&[path(&folder).join("none")], &WalkOptions::default());
    assert!(missing.is_err());
}

#[test]
fn the_same_tree_is_the_same_document() {
    let files: Vec<(String, Vec<u8>)> =
        (0..200).map(|it| (format!("d{}/{it}/Dockerfile", it % 7), DOCKERFILE.as_bytes().to_vec())).collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    let folder = tree(&files);
    let first = scan(&folder, &WalkOptions::default());
    let ids = |it: &Document| it.evidence.iter().map(|it| it.id.clone()).collect::<Vec<_>>();
    for threads in [1, 2, 8] {
        let again = scan(&folder, &WalkOptions { threads, ..WalkOptions::default() });
        assert_eq!((ids(&first), &first.ledger), (ids(&again), &again.ledger));
    }
}
