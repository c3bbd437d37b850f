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
    assert_eq!(
        ledger(&scan(&folder, &WalkOptions::default())),
        [".gitignore collected", "a/Dockerfile collected", "ignored skipped ignored by .gitignore"]
    );
}

#[test]
fn single_files_that_are_ignored_are_told_where_a_collector_would_have_read_them() {
    let folder = tree(&[
        ("a/.gitignore", b"*\n!b/\n!b/Dockerfile\n"),
        ("a/Dockerfile", DOCKERFILE.as_bytes()),
        ("a/notes.bin", b"\0"),
        ("a/b/Dockerfile", DOCKERFILE.as_bytes()),
    ]);
    let found = ledger(&scan(&folder, &WalkOptions::default()));
    assert_eq!(
        found,
        [
            "a/.gitignore skipped ignored by .gitignore",
            "a/Dockerfile skipped ignored by .gitignore",
            "a/b/Dockerfile collected"
        ]
    );
}

#[test]
fn configuration_that_does_not_parse_is_a_failure_whatever_it_was_meant_to_be() {
    let folder = tree(&[
        ("broken.yaml", b"a: [1\nb: 2\n"),
        ("fixtures/broken.yaml", b"a: [1\nb: 2\n"),
        ("plain.yaml", b"a: 1\n"),
        ("template.yaml", b"{% if a %}\na: [1\n{% endif %}\n"),
    ]);
    let document = scan(&folder, &WalkOptions::default());
    let found = ledger(&document);
    let unknown = "skipped no collector recognises its content";
    assert!(found[0].starts_with("broken.yaml failed this is not valid YAML"), "{found:?}");
    assert_eq!(found[1], format!("fixtures/broken.yaml {unknown}"));
    assert_eq!(found[2], format!("plain.yaml {unknown}"));
    assert_eq!(found[3], format!("template.yaml {unknown}"));
    let place = document.ledger.files[0].problems[0].location.as_ref().map(|it| it.start.line);
    assert_eq!(place, Some(2));
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

/// A chart as `helm package` packs it.
fn packed(files: &[(&str, &str)]) -> Vec<u8> {
    let mut builder = tar::Builder::new(flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast()));
    for (path, content) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(content.len() as u64);
        header.set_mode(0o644);
        builder.append_data(&mut header, path, content.as_bytes()).expect("it is written");
    }
    builder.into_inner().and_then(flate2::write::GzEncoder::finish).expect("it is written")
}

#[test]
fn charts_that_lie_packed_in_another_are_rendered_with_it() {
    let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: db}\nspec:\n  containers:\n    - name: db\n      image: db:{{ .Values.tag }}\n";
    let inner = packed(&[
        ("db/Chart.yaml", "apiVersion: v2\nname: db\nversion: 1.0.0\n"),
        ("db/values.yaml", "tag: 1\n"),
        ("db/templates/pod.yaml", pod),
    ]);
    let about = "apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - {name: db, version: 1.0.0, repository: https://charts.example.org}\n";
    let folder = tree(&[
        ("shop/Chart.yaml", about.as_bytes()),
        ("shop/values.yaml", b"db: {tag: 2}\n"),
        ("shop/charts/db-1.0.0.tgz", &inner),
        ("other/charts/broken.tgz", b"rubbish"),
    ]);
    let document = scan(&folder, &WalkOptions::default());
    let within = "shop/charts/db-1.0.0.tgz";
    let ledger = ledger(&document);
    let (first, rest) = ledger.split_first().expect("entries");
    assert!(first.starts_with("other/charts/broken.tgz failed this is not a gzipped tar archive"), "{first}");
    assert_eq!(
        rest,
        [
            "shop/Chart.yaml collected".to_owned(),
            format!("{within} skipped a packed chart: its files are read one by one"),
            format!("{within}/Chart.yaml collected"),
            format!("{within}/templates/pod.yaml collected"),
            format!("{within}/values.yaml collected"),
            "shop/values.yaml collected".to_owned(),
        ]
    );
    let tags: Vec<_> = document.evidence.iter().filter_map(|it| it.facts.get("image_tag")?.scalar_text()).collect();
    assert_eq!(tags, ["2"]);
}

#[test]
fn values_in_one_line_win_over_those_of_charts_and_files() {
    let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n    - name: web\n      image: web:{{ .Values.image.tag }}\n";
    let folder = tree(&[
        ("Chart.yaml", b"apiVersion: v2\nname: shop\nversion: 1.0.0\n"),
        ("values.yaml", b"image: {tag: a}\n"),
        ("templates/pod.yaml", pod.as_bytes()),
        ("templates/left.yaml", b"kind: {{ fail \"never\" }}\n"),
        (".helmignore", b"left.yaml\n"),
    ]);
    let mut options = WalkOptions::default();
    options.inputs.chart_lines = vec!["image.tag=7".to_owned()];
    let tag = |document: &Document| document.evidence.iter().find_map(|it| it.facts.get("image_tag")?.scalar_text());
    let document = scan(&folder, &options);
    assert_eq!(tag(&document).as_deref(), Some("7"));
    assert!(ledger(&document).contains(&"templates/left.yaml skipped left out by .helmignore".to_owned()));
    options.inputs.chart_texts = vec!["image.tag=08".to_owned()];
    assert_eq!(tag(&scan(&folder, &options)).as_deref(), Some("08"));
    options.inputs.chart_lines = vec!["image.tag".to_owned()];
    let refused = collect::collect(&[path(&folder).to_owned()], &options);
    assert!(refused.is_err_and(|it| it.to_string() == "--set image.tag: a value is missing"));
}
