//! What a file may be that nobody could read: of the formats that its name leaves open, one whose words stand nowhere in
//! its text is not the file's. A format that takes the file by its name alone asks for no words.

use camino::Utf8Path;

use super::collector::{Claim, Collector};

/// Words of which every file of a format holds one, whatever is wrong with the rest of it. Formats without a row ask for
/// none.
const WORDS: &[(&str, &[&str])] = &[
    (
        "azure-pipelines",
        &["steps", "jobs", "stages", "extends", "variables", "trigger", "pool", "parameters", "resources"],
    ),
    ("cloudformation", &["Resources", "AWSTemplateFormatVersion"]),
    ("compose", &["services", "include", "image", "build", "extends"]),
    ("github-actions", &["jobs", "runs"]),
    ("gitlab-ci", &["stages", "include", "script", "run", "variables", "workflow", "trigger", "extends", "default"]),
    ("kubernetes", &["apiVersion"]),
    ("kustomize", &["apiVersion", "kind", "op", "fieldPath"]),
    ("openapi", &["openapi", "swagger", "paths", "responses", "components", "schemas"]),
];

/// A file as it stands, for policies that ask for no format.
const AS_IT_STANDS: &str = "file";

/// The formats that a file may be of, as far as its path and the words in it tell.
pub(super) fn formats(path: &Utf8Path, text: Option<&str>, collectors: &[Collector]) -> Vec<String> {
    let may_be = |it: &&Collector| match ((it.claims)(path), text) {
        (Claim::Yes, _) | (Claim::IfContent, None) => true,
        (Claim::IfContent, Some(text)) => {
            let row = WORDS.iter().find(|row| row.0 == it.name);
            row.is_none_or(|(_, words)| words.iter().any(|it| holds(text, it)))
        }
        _ => false,
    };
    let possible: Vec<String> = collectors.iter().filter(may_be).map(|it| it.name.to_owned()).collect();
    let is_anybodys = collectors.iter().any(|it| matches!((it.claims)(path), Claim::Yes | Claim::IfContent));
    if possible.is_empty() && is_anybodys { vec![AS_IT_STANDS.to_owned()] } else { possible }
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
    use crate::collect::{COLLECTORS, WalkOptions, collect};
    use crate::model::FileStatus;

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
    fn what_is_called_after_a_format_is_of_it_whatever_stands_in_it() {
        for (path, format) in [("a/kustomization.yaml", "kustomize"), ("docker-compose.yml", "compose")] {
            let found = formats(path.into(), Some("resources: [\n"), COLLECTORS);
            assert!(found.iter().any(|it| it == format), "{path}: {found:?}");
        }
    }

    #[test]
    fn every_file_that_was_read_holds_a_word_of_its_format() {
        let root = camino::Utf8Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures"));
        let document = collect(&[root.to_owned()], &WalkOptions::default()).unwrap();
        let read = document.ledger.files.iter().filter(|it| it.status == FileStatus::Collected);
        let mut met = 0_usize;
        for entry in read {
            let asks = |format: &&String| WORDS.iter().any(|it| it.0 == **format);
            let Some(format) = entry.collector.as_ref().filter(asks) else { continue };
            let Some(source) = document.sources.iter().find(|it| it.1.path == entry.path) else { continue };
            let text = source.1.text.clone().unwrap_or_default();
            let found = formats(&entry.path, Some(&text), COLLECTORS);
            assert!(found.contains(format), "{} was read as {format}, and is taken for {found:?}", entry.path);
            met += 1;
        }
        assert!(met > 300, "{met}");
    }

    #[test]
    fn what_could_not_be_read_as_text_may_be_all_that_its_name_allows() {
        assert!(formats("notes.yaml".into(), None, COLLECTORS).len() > 5);
    }
}
