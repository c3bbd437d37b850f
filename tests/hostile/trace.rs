//! What the program asks of the system, as `strace` sees it: it opens nothing outside of the folder but what every
//! program opens, starts no program, and opens no connection.

use std::path::Path;
use std::process::{Command, Stdio};

use super::{ended, tree};

/// Where the system keeps what a program needs to start, and what tells how many cores there are.
const OF_THE_SYSTEM: &[&str] = &["/etc/ld.so", "/lib", "/usr/lib", "/proc/", "/sys/", "/dev/null", "/dev/tty"];

/// Calls that start programs or reach other machines.
const FORBIDDEN: &[&str] = &["execve(", "execveat(", "fork(", "vfork(", "socket(", "connect(", "bind(", "sendto("];

fn is_there() -> bool {
    let quiet = |it: &mut Command| it.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|it| it.success());
    quiet(Command::new("strace").args(["-f", "-o", "/dev/null", "true"]))
}

#[test]
fn nothing_outside_is_read_nothing_is_run_and_nobody_is_called() {
    if !is_there() {
        // `.ci/run` says so as well.
        return;
    }
    let folder = tree::made();
    assert_stays_inside(folder.path(), &folder.path().join("root"), &[0, 1, 4]);
    tree::opened(&folder);
}

#[test]
fn objects_that_lie_elsewhere_are_not_looked_for() {
    if !is_there() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("root");
    tree::repository(&root);
    std::fs::write(root.join(".git/objects/info/alternates"), "../../../../elsewhere\n/etc\n").unwrap();
    assert_stays_inside(folder.path(), &root, &[0, 1, 3]);
}

/// Scans the root under a tracer. Files outside may not even be asked for: whether one is there is a secret as well.
fn assert_stays_inside(folder: &Path, root: &Path, codes: &[i32]) {
    let log = folder.join("trace");
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-s", "4096", "-e", "trace=%network,%process,open,openat,openat2,creat"]);
    command.arg("-o").arg(&log).arg(env!("CARGO_BIN_EXE_gapcheck"));
    command.args(["scan", "--no-progress", "--at", "2026-01-01"]).arg(root).env_remove("LD_LIBRARY_PATH");
    let child = command.current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let code = ended(child.spawn().unwrap());
    let log = String::from_utf8_lossy(&std::fs::read(&log).unwrap()).into_owned();
    assert!(codes.contains(&code), "exit code {code}");
    let calls = || log.lines().map(|it| it.trim_start_matches(|it: char| it.is_ascii_digit()).trim_start());
    for call in FORBIDDEN {
        // The first start is the tracer's, of the program itself.
        let own = usize::from(*call == "execve(");
        let found: Vec<&str> = calls().filter(|it| it.starts_with(call)).skip(own).collect();
        assert!(found.is_empty(), "{found:?}");
    }
    let opened = calls().filter(|it| it.starts_with("open"));
    let foreign: Vec<&str> = opened.filter(|it| !path(it).is_some_and(|it| is_own(it, root))).collect();
    assert!(foreign.is_empty(), "it asks for {foreign:#?}");
    let written: Vec<&str> = calls().filter(|it| it.contains("O_WRONLY") || it.contains("O_RDWR")).collect();
    assert!(written.iter().all(|it| it.contains("\"/dev/")), "it writes {written:#?}");
}

/// The path that a call names: between the first quotes.
fn path(call: &str) -> Option<&str> {
    call.split('"').nth(1)
}

fn is_own(path: &str, root: &Path) -> bool {
    let root = root.to_str().unwrap();
    let is_below = path.strip_prefix(root).is_some_and(|it| it.is_empty() || it.starts_with('/'));
    (is_below && !path.contains("/../")) || OF_THE_SYSTEM.iter().any(|it| path.starts_with(it))
}
