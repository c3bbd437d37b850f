//! The evidence bundle: written by one run, judged again by another, and never taken for what it is not.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic, and reads what was written")]

use std::io::{Read, Write};
use std::process::{Command, Stdio};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

const MAIN: &str = "resource \"aws_s3_bucket\" \"logs\" {\n  bucket = \"logs\"\n  acl    = \"public-read\"\n}\n\
                    resource \"aws_db_instance\" \"main\" {\n  engine   = \"postgres\"\n  password = \"hunter2hunter2\"\n}\n";
const WAIVERS: &str = "[[waiver]]\npolicy = \"bucket-grants-nothing-to-everyone\"\nsubject = \"*\"\nreason = \"r\"\n\
                       owner = \"@o\"\nexpires = 2026-01-31\n";
const SECRET: &str = "hunter2hunter2";

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        let it = Self(tempfile::tempdir().unwrap());
        it.write("repo/main.tf", MAIN.as_bytes());
        it.write("repo/.gapcheck/waivers.toml", WAIVERS.as_bytes());
        it.write(
            "repo/gapcheck.toml",
            b"[[policies.override]]\npolicies = [\"bucket-logs-access\"]\nseverity = \"critical\"\n",
        );
        it
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.0.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    fn read(&self, path: &str) -> Vec<u8> {
        std::fs::read(self.0.path().join(path)).unwrap()
    }

    fn run(&self, arguments: &[&str]) -> (i32, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
        let command = command.args(arguments).current_dir(self.0.path()).env("SOURCE_DATE_EPOCH", "1764000000");
        let output = command.output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        (output.status.code().unwrap(), text)
    }

    /// The bundle of the repository.
    fn bundle(&self, more: &[&str]) -> Vec<u8> {
        let (code, said) = self.run(&[&["scan", "repo", "--quiet", "--bundle", "b.tgz"], more].concat());
        assert_eq!(code, 1, "{said}");
        self.read("b.tgz")
    }

    fn verified(&self, bytes: &[u8]) -> (i32, String) {
        self.write("b.tgz", bytes);
        self.run(&["verify", "b.tgz"])
    }
}

/// The files of a bundle, in their order.
fn files(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = tar::Archive::new(GzDecoder::new(bytes));
    let entries = archive.entries().unwrap().map(|entry| {
        let mut entry = entry.unwrap();
        let mut text = Vec::new();
        entry.read_to_end(&mut text).unwrap();
        (entry.path().unwrap().to_string_lossy().into_owned(), text)
    });
    entries.collect()
}

/// Some other archive of the files.
fn packed(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut builder = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
    for (name, bytes) in files {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        builder.append_data(&mut header, name, bytes.as_slice()).unwrap();
    }
    builder.into_inner().unwrap().finish().unwrap()
}

/// The bundle with one file changed.
fn changed(bundle: &[u8], name: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut files = files(bundle);
    let file = files.iter_mut().find(|it| it.0 == name).unwrap();
    let before = String::from_utf8(file.1.clone()).unwrap();
    let after = change(before.clone());
    assert_ne!(before, after, "nothing was changed");
    file.1 = after.into_bytes();
    packed(&files)
}

#[test]
fn a_bundle_is_judged_again_to_the_same_bytes() {
    let folder = Folder::new();
    let bundle = folder.bundle(&["--category", "all"]);
    assert_eq!(folder.bundle(&["--category", "all"]), bundle, "the same run gives another archive");
    let (code, said) = folder.verified(&bundle);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("the same assessment to the byte") && said.ends_with("verified\n"), "{said}");
    let names: Vec<String> = files(&bundle).into_iter().map(|it| it.0).collect();
    for it in ["accepted.json", "assessment.json", "choices.json", "evidence.json", "frameworks.json", "statement.json"]
    {
        assert!(names.iter().any(|name| name == it), "{it} is missing");
    }
    assert!(names.iter().any(|it| it.starts_with("policies/") && it.ends_with(".rego")));
}

#[test]
fn a_baseline_and_policies_of_ones_own_are_judged_again_as_well() {
    let folder = Folder::new();
    let policy =
        ["policies", "new", "is-versioned", "--kind", "bucket", "--fact", "versioning", "--policy", "repo/own"];
    let (code, said) = folder.run(&policy);
    assert_eq!(code, 0, "{said}");
    folder.write("repo/gapcheck.toml", b"[policies]\nfolders = [\"own\"]\n");
    assert_eq!(folder.run(&["baseline", "repo"]).0, 0);
    folder.write("repo/more.tf", MAIN.replace("logs", "more").replace("main", "more").as_bytes());
    let bundle = folder.bundle(&["--category", "availability"]);
    let (code, said) = folder.verified(&bundle);
    assert_eq!(code, 0, "{said}");
    assert!(files(&bundle).iter().any(|it| it.0.starts_with("own/")));
    let assessment = files(&bundle).into_iter().find(|it| it.0 == "assessment.json").unwrap().1;
    let assessment: gapcheck::model::Assessment = serde_json::from_slice(&assessment).unwrap();
    assert!(assessment.baseline.unwrap().hidden > 0);
}

#[test]
fn no_secret_is_in_a_bundle() {
    let folder = Folder::new();
    for (name, bytes) in files(&folder.bundle(&["--category", "all"])) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains(SECRET), "{name} holds a secret");
    }
}

#[test]
fn whatever_byte_is_changed_is_noticed() {
    let folder = Folder::new();
    let bundle = folder.bundle(&[]);
    let step = (bundle.len() / 40).max(1);
    for at in (0..12).chain((12..bundle.len()).step_by(step)) {
        let mut other = bundle.clone();
        other[at] ^= 1;
        let (code, said) = folder.verified(&other);
        // A changed mark of the format is no bundle any more, and a changed length may reach past the end of the file.
        let is_unread = at < 4 || said.contains("cut off or damaged");
        assert!(code == 1 || (code == 2 && is_unread), "byte {at}: {code} {said}");
        assert!(!said.contains("\nverified"), "byte {at}: {said}");
    }
}

#[test]
fn what_was_changed_is_named() {
    let folder = Folder::new();
    let bundle = folder.bundle(&[]);
    let (code, said) = folder.verified(&changed(&bundle, "evidence.json", |it| it.replace("public-read", "private")));
    assert_eq!(code, 1);
    assert!(said.contains("evidence.json was changed"), "{said}");
    // Findings taken out of the assessment are found again in the evidence.
    let (_, said) = folder.verified(&changed(&bundle, "assessment.json", |it| {
        let mut assessment: gapcheck::model::Assessment = serde_json::from_str(&it).unwrap();
        let at = assessment.findings.iter().position(|it| it.policy.0 == "bucket-logs-access").unwrap();
        assessment.findings.remove(at);
        assessment.gate.passed = true;
        serde_json::to_string_pretty(&assessment).unwrap() + "\n"
    }));
    assert!(said.contains("the bundle leaves out bucket-logs-access on logs"), "{said}");
    assert!(said.contains("the gate: "), "{said}");
    let mut more = files(&bundle);
    more.push(("note.txt".to_owned(), b"x".to_vec()));
    let (code, said) = folder.verified(&packed(&more));
    assert_eq!(code, 1);
    assert!(said.contains("note.txt is nothing that the statement speaks of"), "{said}");
    let fewer: Vec<_> = files(&bundle).into_iter().filter(|it| it.0 != "policies/bucket/logs_access.rego").collect();
    let (code, said) = folder.verified(&packed(&fewer));
    assert_eq!(code, 1);
    assert!(said.contains("policies/bucket/logs_access.rego is missing"), "{said}");
}

#[test]
fn what_is_no_bundle_or_ends_too_soon_is_a_mistake_in_usage() {
    let folder = Folder::new();
    let bundle = folder.bundle(&[]);
    for (bytes, word) in [
        (b"hello".as_slice(), "it is no bundle"),
        (&bundle[..bundle.len() / 2], "the file was cut off or damaged"),
        (&packed(&[("a".to_owned(), b"x".to_vec())]), "it holds no statement.json"),
    ] {
        let (code, said) = folder.verified(bytes);
        assert_eq!((code, said.contains(word)), (2, true), "{word}: {said}");
    }
    assert_eq!(folder.run(&["verify", "missing.tgz"]).0, 2);
    assert_eq!(folder.run(&["scan", "repo/main.tf", "--bundle", "b.tgz"]).0, 2);
    assert_eq!(folder.run(&["scan", "repo", "--bundle", "missing/b.tgz", "--quiet"]).0, 2);
}

#[test]
fn an_archive_that_unpacks_without_end_is_refused_in_bounded_memory() {
    let folder = Folder::new();
    let mut bomb = GzEncoder::new(Vec::new(), Compression::best());
    let zeros = vec![0_u8; 1 << 20];
    for _ in 0..1025 {
        bomb.write_all(&zeros).unwrap();
    }
    let (code, said) = folder.verified(&bomb.finish().unwrap());
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("larger than a bundle may be"), "{said}");
}

/// Whether the real program is at hand; the machines that test every change have it.
fn has_ssh_keygen() -> bool {
    Command::new("ssh-keygen").arg("-?").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

fn keygen(folder: &Folder, arguments: &[&str], input: &[u8]) -> bool {
    let mut command = Command::new("ssh-keygen");
    let command = command.args(arguments).current_dir(folder.0.path()).stdin(Stdio::piped());
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait().unwrap().success()
}

#[test]
fn signatures_are_those_of_ssh_keygen_in_both_directions() {
    if !has_ssh_keygen() {
        return;
    }
    let folder = Folder::new();
    for kind in ["ed25519", "ecdsa"] {
        assert!(keygen(&folder, &["-q", "-t", kind, "-N", "", "-C", "", "-f", kind], b""));
        let public = String::from_utf8(folder.read(&format!("{kind}.pub"))).unwrap();
        folder.write("allowed", format!("a@example.com namespaces=\"gapcheck-bundle\" {public}").as_bytes());
        let bundle = folder.bundle(&["--sign", kind]);
        let held = files(&bundle);
        let file = |name: &str| held.iter().find(|it| it.0 == name).unwrap().1.clone();
        // Ours, checked by theirs.
        folder.write("sig", &file("statement.json.sig"));
        let check = ["-Y", "verify", "-f", "allowed", "-I", "a@example.com", "-n", "gapcheck-bundle", "-s", "sig"];
        assert!(keygen(&folder, &check, &file("statement.json")), "{kind}");
        let verify = ["verify", "b.tgz", "--allowed-signers", "allowed"];
        let (code, said) = folder.run(&verify);
        assert_eq!(code, 0, "{said}");
        assert!(said.contains("signed by a@example.com"), "{said}");
        let (code, said) = folder.run(&[&verify[..], &["--identity", "b@example.com"]].concat());
        assert_eq!((code, said.contains("not of b@example.com")), (1, true), "{said}");
        // Theirs, checked by ours: once for the same purpose, once for another.
        folder.write("statement.json", &file("statement.json"));
        for (purpose, is_good) in [("gapcheck-bundle", true), ("git", false)] {
            let _ = std::fs::remove_file(folder.0.path().join("statement.json.sig"));
            assert!(keygen(&folder, &["-q", "-Y", "sign", "-n", purpose, "-f", kind, "statement.json"], b""));
            let signature = folder.read("statement.json.sig");
            let mut others = held.clone();
            others.iter_mut().find(|it| it.0 == "statement.json.sig").unwrap().1 = signature;
            folder.write("b.tgz", &packed(&others));
            let (_, said) = folder.run(&verify);
            assert_eq!(said.contains("✓ signed by a@example.com"), is_good, "{purpose}: {said}");
            assert!(is_good || said.contains("made for `git`"), "{said}");
        }
        // A signature of something else.
        folder.write("statement.json", b"{}");
        let _ = std::fs::remove_file(folder.0.path().join("statement.json.sig"));
        assert!(keygen(&folder, &["-q", "-Y", "sign", "-n", "gapcheck-bundle", "-f", kind, "statement.json"], b""));
        let mut others = held.clone();
        others.iter_mut().find(|it| it.0 == "statement.json.sig").unwrap().1 = folder.read("statement.json.sig");
        folder.write("b.tgz", &packed(&others));
        let (code, said) = folder.run(&verify);
        assert_eq!((code, said.contains("not one of the statement")), (1, true), "{said}");
    }
    // Nobody signed it, and a signature is demanded.
    folder.bundle(&[]);
    let (code, said) = folder.run(&["verify", "b.tgz", "--allowed-signers", "allowed"]);
    assert_eq!((code, said.contains("nobody signed it")), (1, true), "{said}");
    assert!(keygen(&folder, &["-q", "-t", "ed25519", "-N", "locked", "-C", "", "-f", "locked"], b""));
    let (code, said) = folder.run(&["scan", "repo", "-q", "--bundle", "b.tgz", "--sign", "locked"]);
    assert_eq!((code, said.contains("locked with a passphrase")), (2, true), "{said}");
}
