//! What a file may be that nobody could read: a format whose words stand nowhere in its text is not the file's.

use super::collector::{Claim, Collector};
use camino::Utf8Path;

/// Words of which every file of a format holds one, whatever is wrong with the rest of it. Formats without a row ask for none.
const WORDS: &[(&str, &[&str])] = &[
    (
        "azure-pipelines",
        &["steps", "jobs", "stages", "extends", "variables", "trigger", "pool", "parameters", "resources"],
    ),
    ("cloudformation", &["Resources", "AWSTemplateFormatVersion"]),
    ("compose", &["services", "include"]),
    ("github-actions", &["jobs", "runs"]),
    ("gitlab-ci", &["stages", "include", "script", "variables", "workflow", "trigger", "extends"]),
    ("kubernetes", &["apiVersion"]),
    ("kustomize", &["apiVersion", "kind", "op", "fieldPath"]),
    ("openapi", &["openapi", "swagger", "paths", "responses", "components", "schemas"]),
];

/// A file as it stands, for policies that ask for no format.
const AS_IT_STANDS: &str = "file";

/// The formats that a file may be of, as far as its path and the words in it tell.
pub(super) fn formats(path: &Utf8Path, text: Option<&str>, collectors: &[Collector]) -> Vec<String> {
    let takes = |it: &&Collector| matches!((it.claims)(path), Claim::Yes | Claim::IfContent);
    let named: Vec<String> = collectors.iter().filter(takes).map(|it| it.name.to_owned()).collect();
    let Some(text) = text else { return named };
    let may_be = |format: &String| {
        let row = WORDS.iter().find(|it| it.0 == format);
        row.is_none_or(|(_, words)| words.iter().any(|it| holds(text, it)))
    };
    let possible: Vec<String> = named.iter().filter(|it| may_be(it)).cloned().collect();
    if possible.is_empty() && !named.is_empty() { vec![AS_IT_STANDS.to_owned()] } else { possible }
}

/// Whether the text holds the word, and not only a longer one around it.
fn holds(text: &str, word: &str) -> bool {
    let continues = |it: Option<char>| it.is_some_and(|it| it.is_alphanumeric() || it == '_');
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|it| it.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|it| it.chars().next());
        !continues(before) && !continues(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collect::COLLECTORS;

    fn of(text: &str) -> Vec<String> {
        formats("notes.yaml".into(), Some(text), COLLECTORS)
    }

    #[test]
    fn a_format_whose_words_are_not_there_is_not_the_files() {
        assert_eq!(of("apiVersion: v1\nkind: Pod: x\n"), ["kubernetes", "kustomize", "file"]);
        assert_eq!(of("services:\n  web: {image: [\n"), ["compose", "file"]);
    }

    #[test]
    fn a_text_without_any_such_word_is_a_file_as_it_stands() {
        assert_eq!(of("servicesOf: a: b\nkindly: [\n"), ["file"]);
    }

    #[test]
    fn what_could_not_be_read_as_text_may_be_all_that_its_name_allows() {
        assert!(formats("notes.yaml".into(), None, COLLECTORS).len() > 5);
    }
}
