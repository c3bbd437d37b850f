//! Packages that a build installs by name, and the versions it asks for.

use crate::model::{Entry, Node, Span};
use crate::syntax::dockerfile::Word;

use super::commands::Run;

/// A package manager: how it is told to install, and how a version is written.
struct Manager {
    name: &'static str,
    programs: &'static [&'static str],
    verbs: &'static [&'static str],
    /// What parts a name from its version.
    separators: &'static [&'static str],
    /// Options that take the next word.
    options: &'static [&'static str],
    /// Options that name a lock file or a requirements file: what they install is not named here.
    from_file: &'static [&'static str],
}

const MANAGERS: &[Manager] = &[
    Manager {
        name: "apt",
        programs: &["apt-get", "apt", "aptitude"],
        verbs: &["install"],
        separators: &["="],
        options: &["-t", "--target-release", "-o", "--option", "-c"],
        from_file: &[],
    },
    Manager {
        name: "apk",
        programs: &["apk"],
        verbs: &["add"],
        separators: &["=", "~", "<", ">"],
        options: &["-t", "--virtual", "-X", "--repository", "-p", "--root", "--arch"],
        from_file: &[],
    },
    Manager {
        name: "yum",
        programs: &["yum", "dnf", "microdnf", "tdnf"],
        verbs: &["install", "localinstall"],
        separators: &[],
        options: &["-c", "--repo", "--enablerepo", "--disablerepo", "--setopt", "--installroot", "--releasever"],
        from_file: &[],
    },
    Manager {
        name: "zypper",
        programs: &["zypper"],
        verbs: &["install", "in"],
        separators: &["=", "<", ">"],
        options: &["-r", "--repo", "--from", "-t", "--type", "-R", "--root", "--installroot"],
        from_file: &[],
    },
    Manager {
        name: "pip",
        programs: &["pip", "pip3", "pip2"],
        verbs: &["install"],
        separators: &["==", "===", "~=", ">=", "<=", "<", ">", "!=", "@"],
        options: &[
            "-i",
            "--index-url",
            "--extra-index-url",
            "-f",
            "--find-links",
            "-t",
            "--target",
            "--prefix",
            "--root",
            "--trusted-host",
            "--timeout",
            "--retries",
            "--cache-dir",
            "--progress-bar",
            "--platform",
            "--python-version",
            "--no-binary",
            "--only-binary",
            "-e",
            "--editable",
        ],
        from_file: &["-r", "--requirement", "-c", "--constraint"],
    },
    Manager {
        name: "npm",
        programs: &["npm"],
        verbs: &["install", "i", "add"],
        separators: &["@"],
        options: &["--registry", "--prefix", "--cache", "--loglevel"],
        from_file: &[],
    },
    Manager {
        name: "pnpm",
        programs: &["pnpm"],
        verbs: &["install", "i", "add"],
        separators: &["@"],
        options: &["--registry", "--prefix", "--dir", "-C", "--filter", "-F"],
        from_file: &[],
    },
    Manager {
        name: "yarn",
        programs: &["yarn"],
        verbs: &["add"],
        separators: &["@"],
        options: &["--registry", "--cwd", "--cache-folder"],
        from_file: &[],
    },
    Manager {
        name: "gem",
        programs: &["gem"],
        verbs: &["install"],
        separators: &[":"],
        options: &["-v", "--version", "-s", "--source", "-n", "--bindir", "-i", "--install-dir"],
        from_file: &[],
    },
];

/// The packages that commands install by name.
pub(super) fn installed(runs: &[Run]) -> Vec<Node> {
    runs.iter().enumerate().flat_map(|(at, run)| of_command(run, at)).collect()
}

fn of_command(run: &Run, at: usize) -> Vec<Node> {
    let (program, arguments) = python_module(run).unwrap_or((run.flow.program.text.as_str(), &run.flow.arguments));
    let Some(manager) = MANAGERS.iter().find(|it| it.programs.contains(&program)) else { return Vec::new() };
    let Some(verb) = arguments.iter().position(|it| manager.verbs.contains(&it.text.as_str())) else {
        return Vec::new();
    };
    // Before the verb stand only options and their values, and `global` where that makes no other command of it.
    let leads = arguments.iter().take(verb).find(|it| !it.text.starts_with('-') && it.text != "global");
    if leads.is_some_and(|it| !manager.options.iter().any(|_| it.text.contains('/') || it.text.contains('='))) {
        return Vec::new();
    }
    let names = arguments.get(verb + 1..).unwrap_or_default();
    let gem_version = (manager.name == "gem").then(|| option(names, &["-v", "--version"])).flatten();
    let mut packages = Vec::new();
    let mut words = names.iter();
    while let Some(word) = words.next() {
        let text = word.text.as_str();
        if manager.options.contains(&text) || manager.from_file.contains(&text) {
            words.next();
        } else if !text.starts_with('-') && is_name(text) {
            let (name, version) = split(manager, word);
            packages.push(package(manager, word, &name, version.or(gem_version.clone()), (run.stage(), at)));
        }
    }
    packages
}

/// `python -m pip install x`.
fn python_module(run: &Run) -> Option<(&str, &[Word])> {
    if !run.flow.program.text.starts_with("python") {
        return None;
    }
    match run.flow.arguments.as_slice() {
        [flag, module, rest @ ..] if flag.text == "-m" => Some((module.text.as_str(), rest)),
        _ => None,
    }
}

/// The value of an option: in the next word, or behind its sign.
fn option(words: &[Word], names: &[&str]) -> Option<(String, Span)> {
    let joined = words.iter().find_map(|word| {
        let value = names.iter().find_map(|it| word.text.strip_prefix(it)?.strip_prefix('='))?;
        Some((value.to_owned(), word.span))
    });
    let next = || {
        let at = words.iter().position(|it| names.contains(&it.text.as_str()))?;
        words.get(at + 1).map(|it| (it.text.clone(), it.span))
    };
    joined.or_else(next)
}

/// Not a path, an address, an archive or a variable, whose content is pinned or not elsewhere.
fn is_name(word: &str) -> bool {
    let path = word.starts_with(['.', '/', '$', '~', '*', '`']) || word.contains("://") || word.starts_with("git+");
    let archive = [".deb", ".rpm", ".apk", ".whl", ".tgz", ".tar.gz", ".gem", ".txt", ".zip"];
    !word.is_empty() && !path && !archive.iter().any(|it| word.ends_with(it))
}

fn split(manager: &Manager, word: &Word) -> (String, Option<(String, Span)>) {
    let text = word.text.as_str();
    if manager.name == "yum" {
        return rpm(word);
    }
    // zypper takes both: `httpd=2.4.46` and the name that the package's file has.
    if let ("zypper", (name, Some(version))) = (manager.name, rpm(word)) {
        return (name, Some(version));
    }
    // A scope begins with the sign that parts names from versions: `@angular/cli@17`.
    let skip = usize::from(text.starts_with('@'));
    let at =
        manager.separators.iter().filter_map(|it| text.get(skip..)?.find(it).map(|at| (at + skip, it.len()))).min();
    match at {
        Some((at, length)) => {
            let version = text.get(at + length..).unwrap_or_default().trim_start_matches('=');
            let name = text.get(..at).unwrap_or_default().to_owned();
            let floating = matches!(version, "" | "latest" | "*" | "next");
            (name, (!floating).then(|| (version.to_owned(), word.span)))
        }
        None => (text.to_owned(), None),
    }
}

/// `nginx-1.24.0`: a version begins at the first part that begins with a digit.
fn rpm(word: &Word) -> (String, Option<(String, Span)>) {
    let text = word.text.as_str();
    let dashes = text.char_indices().filter(|(_, it)| *it == '-');
    for (at, _) in dashes {
        let version = text.get(at + 1..).unwrap_or_default();
        if version.starts_with(|it: char| it.is_ascii_digit()) && version.contains('.') {
            return (text.get(..at).unwrap_or_default().to_owned(), Some((version.to_owned(), word.span)));
        }
    }
    (text.to_owned(), None)
}

fn package(
    manager: &Manager,
    word: &Word,
    name: &str,
    version: Option<(String, Span)>,
    (stage, command): (&str, usize),
) -> Node {
    let mut entries = vec![
        Entry::new("manager", Node::new(manager.name, word.span)),
        Entry::new("name", Node::new(name, word.span)),
        Entry::new("stage", Node::new(stage, word.span)),
        Entry::new("command", Node::new(i64::try_from(command).unwrap_or(i64::MAX), word.span)),
    ];
    entries.extend(version.map(|(version, span)| Entry::new("version", Node::new(version, span))));
    Node::map(entries, word.span).named(word.span)
}
