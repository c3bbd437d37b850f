//! Holds the house together: the invariants of `src/lib.rs`, read from the source.

#![expect(clippy::string_slice, clippy::indexing_slicing, clippy::disallowed_methods, reason = "a test may panic")]

use std::collections::BTreeMap;

#[path = "floors/code.rs"]
mod code;
#[path = "floors/imports.rs"]
mod imports;

use code::{Tree, bare, is_word, production};
use imports::{Graph, circles, graph};

/// Which rooms a room may use besides itself.
const MAY_USE: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("syntax", &["model"]),
    ("rego", &["model", "syntax"]),
    ("config", &["model", "syntax"]),
    ("collect", &["model", "syntax"]),
    ("evaluate", &["model", "rego"]),
    ("report", &["model"]),
    ("cli", &["model", "syntax", "rego", "config", "collect", "evaluate", "report"]),
];

/// Words that may stand in some places alone: what they do, the words, the places.
const RESERVED: &[(&str, &[&str], &[&str])] = &[
    ("names regorus", &["regorus"], &["rego/"]),
    ("names miette", &["miette"], &["report/human/", "main.rs"]),
    (
        "reads files",
        &["std::fs", "fs::", "File::open", "File::create", "OpenOptions"],
        &[
            "collect/read.rs",
            "collect/walk.rs",
            "collect/disk.rs",
            "collect/named.rs",
            "collect/git/",
            "config/",
            "rego/folder.rs",
            "cli/",
        ],
    ),
    ("prints", &["println!", "print!", "eprintln!", "eprint!", "dbg!", "stdout()", "stderr()"], &["cli/", "main.rs"]),
    ("reads the clock", &["SystemTime::now", "Zoned::now", "Timestamp::now"], &["cli/"]),
    // The walk asks for the working folder alone.
    ("reads the environment", &["std::env", "env::var"], &["cli/", "main.rs", "collect/disk.rs"]),
    ("leaves the program", &["process::exit", "process::Command"], &["cli/", "main.rs"]),
    ("silences a lint without a reason", &["#[allow", "#![allow"], &[]),
];

/// The longest a file may be.
const LINES: usize = 400;

/// What breaks the rules, a sentence each.
fn complaints(tree: &Tree) -> Vec<String> {
    let code = production(tree);
    let graph = graph(&code);
    let mut complaints = floors(&graph);
    complaints.extend(circles(&graph).iter().map(|it| format!("a circle: {}", it.join(" -> "))));
    complaints.extend(reserved(&code));
    for (path, text) in tree {
        let lines = text.lines().count();
        if lines > LINES {
            complaints.push(format!("{path} has {lines} lines"));
        }
        if !text.starts_with("//! ") {
            complaints.push(format!("{path} does not say in its first line what it is"));
        }
    }
    complaints
}

/// Uses that run up a floor, or across to a wing that must not be known.
fn floors(graph: &Graph) -> Vec<String> {
    let rooms: BTreeMap<_, _> = MAY_USE.iter().copied().collect();
    let mut complaints = Vec::new();
    for (from, used) in graph.iter().filter(|(from, _)| *from != "lib.rs") {
        for to in used {
            let (room, other) = (room(from), room(to));
            if room != other && !rooms.get(room).is_some_and(|it| it.contains(&other)) {
                complaints.push(format!("{from} uses {to}: {room} must not know {other}"));
            }
        }
    }
    complaints
}

fn room(path: &str) -> &str {
    path.split_once('/').map_or(path.trim_end_matches(".rs"), |it| it.0)
}

fn reserved(code: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    for (path, text) in code {
        for (what, words, places) in RESERVED {
            let allowed = places.iter().any(|it| path.starts_with(it));
            let word = words.iter().find(|it| mentions(text, it));
            if let (false, Some(word)) = (allowed, word) {
                complaints.push(format!("{path} {what} (`{word}`)"));
            }
        }
    }
    complaints
}

/// Whether the word stands in the code, and not as the end of a longer one.
fn mentions(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| !code[..at].ends_with(is_word))
}

fn source() -> Tree {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
    let files = walkdir::WalkDir::new(root).into_iter().map(|it| it.expect("the sources can be listed"));
    files
        .filter(|it| it.path().extension().is_some_and(|it| it == "rs"))
        .map(|it| {
            let path = it.path().strip_prefix(root).expect("it lies in src").to_string_lossy().replace('\\', "/");
            let text = std::fs::read_to_string(it.path()).expect("sources are text");
            (path, text.replace("\r\n", "\n"))
        })
        .collect()
}

#[test]
fn the_house_stands() {
    let complaints = complaints(&source());
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn every_room_is_known_and_used() {
    let tree = source();
    let graph = graph(&production(&tree));
    for (path, _) in tree.iter().filter(|(path, _)| path.contains('/')) {
        assert!(MAY_USE.iter().any(|(it, _)| *it == room(path)), "{path} lies in no known room");
    }
    let edges: usize = graph.values().map(|it| it.len()).sum();
    assert!(edges > tree.len(), "the imports were not understood: {edges} uses in {} files", tree.len());
    assert!(graph.values().flatten().all(|it| it != "model/mod.rs"), "re-exports of model were not followed");
}

/// The complaints about a made-up tree that stands but for `path`.
fn about(path: &str, text: &str) -> Vec<String> {
    let files = [
        ("lib.rs", "pub mod model;\npub mod report;\n"),
        ("model/mod.rs", "mod span;\nmod source;\npub use span::{Span, SourceId as Id};\npub use source::Source;\n"),
        ("model/span.rs", "pub struct Span;\n"),
        ("model/source.rs", "use super::span::Span;\n"),
        ("report/mod.rs", "mod json;\nmod page;\nconst ALL: &[Format] = &[json::FORMAT];\n"),
        ("report/json.rs", "use crate::model::{Source, Span};\nuse super::page::{self, Page};\n"),
        ("report/page.rs", "const WORDS: &str = \"println! regorus crate::cli::it\"; // miette\n"),
        ("collect/mod.rs", "use crate::model::Span;\n"),
    ];
    let mut tree: Tree = files.into_iter().map(|(path, text)| (path.to_owned(), format!("//! It.\n{text}"))).collect();
    tree.insert(path.to_owned(), format!("//! It.\n{text}"));
    complaints(&tree)
}

#[test]
fn a_house_that_stands_is_left_in_peace() {
    assert_eq!(about("report/csv.rs", "use super::json::FORMAT;\n"), Vec::<String>::new());
    let tests = "#[cfg(test)]\nmod tests {\n    use crate::cli::it;\n    fn f() { println!(\"\"); }\n}\n";
    assert_eq!(about("report/csv.rs", tests), Vec::<String>::new());
}

#[test]
fn uses_that_run_up_are_noticed() {
    let up = ["model/span.rs uses report/page.rs: model must not know report"];
    assert_eq!(about("model/span.rs", "use crate::report::page::Page;\n"), up);
    assert_eq!(about("model/span.rs", "fn f() {\n    crate::report::page::render()\n}\n"), up);
    let across = ["collect/mod.rs uses report/json.rs: collect must not know report"];
    assert_eq!(about("collect/mod.rs", "use crate::{\n    report::{json},\n};\n"), across);
}

#[test]
fn circles_are_noticed_even_through_a_re_export() {
    let circle = ["a circle: model/span.rs -> model/source.rs -> model/span.rs"];
    assert_eq!(about("model/span.rs", "use crate::model::Source;\n"), circle);
    assert_eq!(about("model/span.rs", "fn f(it: super::source::Source) {}\n"), circle);
    let table = ["a circle: report/json.rs -> report/mod.rs -> report/json.rs"];
    assert_eq!(about("report/json.rs", "use super::ALL;\n"), table);
}

#[test]
fn words_in_the_wrong_room_are_noticed() {
    let cases = [
        ("use regorus::Engine;\n", "report/json.rs names regorus (`regorus`)"),
        ("use miette::Report;\n", "report/json.rs names miette (`miette`)"),
        ("fn f() {\n    std::fs::read(\"a\");\n}\n", "report/json.rs reads files (`std::fs`)"),
        ("fn f() {\n    println!(\"a\");\n}\n", "report/json.rs prints (`println!`)"),
        ("fn f() {\n    io::stdout().lock();\n}\n", "report/json.rs prints (`stdout()`)"),
        ("fn f() {\n    SystemTime::now();\n}\n", "report/json.rs reads the clock (`SystemTime::now`)"),
        ("fn f() {\n    std::env::args();\n}\n", "report/json.rs reads the environment (`std::env`)"),
        ("#[allow(dead_code)]\nfn f() {}\n", "report/json.rs silences a lint without a reason (`#[allow`)"),
    ];
    for (text, complaint) in cases {
        assert_eq!(about("report/json.rs", text), [complaint]);
    }
    assert_eq!(about("report/human/snippet.rs", "use miette::Report;\n"), Vec::<String>::new());
}

#[test]
fn long_and_nameless_files_are_noticed() {
    assert_eq!(about("report/page.rs", &"\n".repeat(400)), ["report/page.rs has 401 lines"]);
    let tree = Tree::from([("lib.rs".to_owned(), "mod model;\n".to_owned())]);
    assert_eq!(complaints(&tree), ["lib.rs does not say in its first line what it is"]);
}

#[test]
fn comments_and_strings_are_not_code() {
    let text = "a /* b\n */ c \"d\\\"e\" r#\"f\"g\"# 'h' '\\'' <'i> // j\nk";
    assert_eq!(bare(text), "a \n c \"\" \"\" '' '' <'i> \nk");
}
