//! Rust as the rules read it: without comments, without what strings hold, without tests.

use std::collections::{BTreeMap, BTreeSet};

/// Source texts by their path below `src`.
pub(super) type Tree = BTreeMap<String, String>;

/// The code of every file that is no test.
pub(super) fn production(tree: &Tree) -> Tree {
    let code: Tree = tree.iter().map(|(path, text)| (path.clone(), without_tests(&bare(text)))).collect();
    let tests: BTreeSet<String> = tree.iter().flat_map(|(path, text)| test_files(path, &bare(text))).collect();
    let is_test =
        |path: &String| tests.iter().any(|it| path == &format!("{it}.rs") || path.starts_with(&format!("{it}/")));
    code.into_iter().filter(|(path, _)| !is_test(path)).collect()
}

/// The folder in which the children of a file lie.
pub(super) fn folder(path: &str) -> String {
    match path {
        "lib.rs" | "main.rs" => String::new(),
        _ => path.trim_end_matches("/mod.rs").trim_end_matches(".rs").to_owned(),
    }
}

/// Modules that a file declares for tests alone, as paths without `.rs`.
fn test_files(path: &str, code: &str) -> Vec<String> {
    let folder = folder(path);
    let after = code.split("#[cfg(test)]").skip(1);
    let names = after.filter_map(|it| {
        let it = it.trim_start();
        let it = it
            .split_once("mod ")
            .filter(|(before, _)| before.is_empty() || before.starts_with("pub"))
            .map(|it| it.1)?;
        it.split_once(';').map(|(name, _)| name.to_owned()).filter(|it| it.chars().all(is_word))
    });
    names.map(|it| if folder.is_empty() { it } else { format!("{folder}/{it}") }).collect()
}

/// Cuts the unit tests at the end of a file.
fn without_tests(code: &str) -> String {
    let inline = code.match_indices("#[cfg(test)]\nmod ").find(|(at, _)| {
        let rest = code.get(*at..).unwrap_or_default();
        rest.find('{').is_some_and(|brace| rest.find(';').is_none_or(|semicolon| brace < semicolon))
    });
    inline.map_or(code, |(at, _)| &code[..at]).to_owned()
}

/// Replaces comments and the insides of strings and characters by nothing; lines stay where they are.
pub(super) fn bare(text: &str) -> String {
    let mut code = String::new();
    let mut rest = text;
    while let Some(it) = rest.chars().next() {
        let (skipped, kept) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), "")
        } else if rest.starts_with("/*") {
            (rest.find("*/").map_or(rest.len(), |at| at + 2), "")
        } else if it == '"' {
            (string_end(rest), "\"\"")
        } else if let Some(end) = raw_string_end(rest).filter(|_| !code.ends_with(is_word)) {
            (end, "\"\"")
        } else if let Some(end) = char_end(rest) {
            (end, "''")
        } else {
            code.push(it);
            rest = &rest[it.len_utf8()..];
            continue;
        };
        let lines = rest[..skipped].matches('\n').count();
        code.push_str(kept);
        code.extend(std::iter::repeat_n('\n', lines));
        rest = &rest[skipped..];
    }
    code
}

fn string_end(text: &str) -> usize {
    let mut escaped = false;
    for (at, it) in text.char_indices().skip(1) {
        match it {
            '"' if !escaped => return at + 1,
            _ => escaped = it == '\\' && !escaped,
        }
    }
    text.len()
}

fn raw_string_end(text: &str) -> Option<usize> {
    let after = text.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    let from = 1 + hashes + 1;
    Some(text[from..].find(&close).map_or(text.len(), |at| from + at + close.len()))
}

/// The end of a character literal; a lifetime is none.
fn char_end(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('\'')?;
    if inside.starts_with('\\') {
        return inside[2..].find('\'').map(|at| 1 + 2 + at + 1);
    }
    let it = inside.chars().next()?;
    inside[it.len_utf8()..].starts_with('\'').then(|| 1 + it.len_utf8() + 1)
}

pub(super) fn is_word(it: char) -> bool {
    it.is_alphanumeric() || it == '_'
}
