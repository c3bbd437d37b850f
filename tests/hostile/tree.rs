//! A folder of everything nasty, made in a temporary place.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use flate2::Compression;
use flate2::write::GzEncoder;
use tempfile::TempDir;

use super::texts::{FILES, REPEATED, SHOWN};

/// Files without a byte, among all else; a test of its own has a hundred thousand.
const EMPTY: usize = 200;

/// What stands beside the folder and must not be read: a link leads there.
pub(crate) const OUTSIDE: &str = "outside-of-the-root";

/// A word of that file.
pub(crate) const UNREAD: &str = "words-nobody-may-read";

/// The folder is `root` below what is returned.
pub(crate) fn made() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("root");
    let write = |path: &str, bytes: &[u8]| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    let outside = folder.path().join(OUTSIDE);
    fs::create_dir_all(&outside).unwrap();
    for name in ["main.tf", "Dockerfile", "compose.yaml", "passwd"] {
        fs::write(outside.join(name), format!("# {UNREAD}\nFROM {UNREAD}\n")).unwrap();
    }
    for (path, text) in FILES {
        write(path, text.as_bytes());
    }
    for (path, start, piece, times, end) in REPEATED {
        write(path, format!("{start}{}{end}", piece.repeat(*times)).as_bytes());
    }
    write("bomb.yaml", bomb().as_bytes());
    for (at, text) in SHOWN.iter().enumerate() {
        write(&format!("shown/{at}.yaml"), pod(text).as_bytes());
        write(&format!("shown/{at}.tf"), bucket(&text.replace("\\x", "\\u00")).as_bytes());
    }
    write("chart/charts/bomb-1.0.0.tgz", &gzip_bomb());
    write("archive/Chart.yaml", b"apiVersion: v2\nname: a\nversion: 1.0.0\n");
    write("archive/charts/cut.tgz", &gzip_bomb()[..100]);
    write("binary/Dockerfile", b"FROM a\0\xff\xfe");
    write("latin/main.tf", b"locals {\n  a = \"\xe9\"\n}\n");
    for at in 0..EMPTY {
        write(&format!("empty/{}/{at}.yaml", at % 40), b"");
    }
    repository(&root);
    odd_names(&root);
    special(&root, &outside);
    folder
}

/// So many files without a byte, half of them of a format, in a hundred folders.
pub(crate) fn empty(many: usize) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for at in 0..100 {
        fs::create_dir_all(folder.path().join(format!("root/{at}"))).unwrap();
    }
    for at in 0..many {
        let name = if at % 2 == 0 { "yaml" } else { "txt" };
        fs::File::create(folder.path().join(format!("root/{}/{at}.{name}", at % 100))).unwrap();
    }
    folder
}

/// Aliases that come to ten thousand million values.
fn bomb() -> String {
    let mut text = String::from("apiVersion: v1\nkind: ConfigMap\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for at in 1..10 {
        let before = at - 1;
        text.push_str(&format!("a{at}: &a{at} [{}]\n", vec![format!("*a{before}"); 10].join(", ")));
    }
    text
}

fn pod(text: &str) -> String {
    format!(
        "apiVersion: v1\nkind: Pod\nmetadata: {{name: \"{text}\"}}\nspec:\n  hostNetwork: true\n  containers:\n    \
         - {{name: \"{text}\", image: \"{text}\", securityContext: {{privileged: true}}}}\n"
    )
}

fn bucket(text: &str) -> String {
    format!(
        "resource \"aws_s3_bucket\" \"{text}\" {{\n  bucket = \"{text}\"\n  acl = \"public-read\"\n}}\n\
         # gapcheck:ignore {text}\n"
    )
}

/// A gigabyte of nothing in a megabyte.
fn gzip_bomb() -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    let nothing = vec![0; 1 << 20];
    for _ in 0..256 {
        encoder.write_all(&nothing).unwrap();
    }
    encoder.finish().unwrap()
}

/// A repository whose settings want to run programs and to read files that lie elsewhere.
pub(super) fn repository(root: &Path) {
    let git = root.join(".git");
    for folder in ["hooks", "objects/info", "objects/pack", "refs/heads"] {
        fs::create_dir_all(git.join(folder)).unwrap();
    }
    let program = "touch ../ran-a-program";
    let settings = format!(
        "[core]\n\trepositoryformatversion = 0\n\tfsmonitor = \"{program}\"\n\tsshCommand = \"{program}\"\n\tpager = \"{program}\"\n\
         \thooksPath = hooks\n\tattributesFile = /etc/passwd\n\texcludesFile = /etc/passwd\n[include]\n\tpath = /etc/passwd\n\
         [remote \"origin\"]\n\turl = \"ext::{program}\"\n[filter \"x\"]\n\tclean = \"{program}\"\n\tsmudge = \"{program}\"\n\
         [diff \"x\"]\n\ttextconv = \"{program}\"\n[alias]\n\tlog = \"!{program}\"\n"
    );
    fs::write(git.join("config"), settings).unwrap();
    fs::write(git.join("HEAD"), "ref: refs/heads/main\n").unwrap();
    fs::write(git.join("refs/heads/main"), format!("{}\n", "1".repeat(40))).unwrap();
    fs::write(git.join("packed-refs"), "# pack-refs with: peeled\nnot a line\n").unwrap();
    fs::write(git.join("objects/pack/pack-1.idx"), b"\xfftOc\0\0\0\x02").unwrap();
    fs::write(git.join("hooks/post-checkout"), format!("#!/bin/sh\n{program}\n")).unwrap();
    fs::write(root.join(".gitattributes"), "* filter=x diff=x\n").unwrap();
    fs::write(root.join(".gitignore"), "[[[\n\\\n!\n").unwrap();
}

#[cfg(unix)]
fn odd_names(root: &Path) {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let names: &[&[u8]] = &[
        b"line\nbreak.tf",
        b"\x1b[2Jclear.tf",
        b"invalid-\xff\xfe.tf",
        b"=1+1.tf",
        b"::error::x.tf",
        b"<script>alert(1)<",
        b"\xe2\x80\xaefdp.tf",
        b" .tf",
        b"-rf.tf",
        b"back\\slash.tf",
    ];
    for name in names {
        let folder = root.join("names").join(OsStr::from_bytes(name));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("main.tf"), bucket("named")).unwrap();
        fs::write(root.join("names").join(OsStr::from_bytes(&[*name, b".tf"].concat())), bucket("named")).unwrap();
    }
    let long = "a".repeat(200);
    let deep = (0..15).fold(root.join("names"), |it, _| it.join(&long));
    fs::create_dir_all(&deep).unwrap();
    fs::write(deep.join("main.tf"), bucket("deep")).unwrap();
}

#[cfg(not(unix))]
fn odd_names(_root: &Path) {}

/// Links, pipes, devices, and what may not be read. Where a system refuses to make one, the others are there.
#[cfg(unix)]
fn special(root: &Path, outside: &Path) {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let links = root.join("links");
    fs::create_dir_all(&links).unwrap();
    let targets = [
        ("loop", Path::new(".").to_owned()),
        ("up", Path::new("..").to_owned()),
        ("outside", outside.to_owned()),
        ("main.tf", outside.join("main.tf")),
        ("Dockerfile", outside.join("Dockerfile")),
        ("etc", Path::new("/etc").to_owned()),
        ("dangling.tf", Path::new("nowhere").to_owned()),
        ("itself.tf", Path::new("itself.tf").to_owned()),
        ("zero.yaml", Path::new("/dev/zero").to_owned()),
    ];
    for (name, target) in targets {
        symlink(target, links.join(name)).unwrap();
    }
    // What configuration refers to, by a link that leads out.
    symlink(outside, root.join("cycles/linked")).unwrap();
    fs::write(
        root.join("cycles/compose.override.yaml"),
        "services:\n  a: {extends: {file: linked/compose.yaml, service: a}}\n",
    )
    .unwrap();
    fs::create_dir_all(root.join("special")).unwrap();
    for (name, kind) in [("pipe/Dockerfile", "p"), ("main.tf", "p"), ("zero.yaml", "c")] {
        let path = root.join("special").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let numbers: &[&str] = if kind == "c" { &["1", "5"] } else { &[] };
        // Not everybody may make a device.
        let _ = Command::new("mknod").arg(&path).arg(kind).args(numbers).stderr(std::process::Stdio::null()).status();
    }
    fs::write(root.join("special/unreadable.tf"), bucket("hidden")).unwrap();
    fs::set_permissions(root.join("special/unreadable.tf"), fs::Permissions::from_mode(0o0)).unwrap();
    fs::create_dir_all(root.join("special/closed")).unwrap();
    fs::write(root.join("special/closed/main.tf"), bucket("hidden")).unwrap();
    fs::set_permissions(root.join("special/closed"), fs::Permissions::from_mode(0o0)).unwrap();
}

#[cfg(not(unix))]
fn special(_root: &Path, _outside: &Path) {}

/// Lets the folder be removed.
pub(crate) fn opened(folder: &TempDir) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let closed = folder.path().join("root/special/closed");
        fs::set_permissions(closed, fs::Permissions::from_mode(0o700)).unwrap();
    }
    #[cfg(not(unix))]
    let _ = folder;
}
