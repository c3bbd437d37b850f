//! Values of parameters from files, in the forms that the tools of AWS take them.

use std::collections::HashMap;
use std::sync::Arc;

use crate::collect::inputs::{From, Given};
use crate::model::{Node, Problem, SourceId, Span};
use crate::syntax::{json, yaml};

/// A value for the parameter of that name.
pub(super) struct Setting {
    pub(super) source: SourceId,
    pub(super) node: Node,
    /// `set in prod.json`.
    pub(super) note: Arc<str>,
}

/// The values by the names of parameters; later files win.
pub(super) type Settings = HashMap<String, Setting>;

/// Every value that is given for parameters, and what is wrong with each file.
pub(super) fn settings(given: &[Given]) -> (Settings, Vec<(SourceId, Vec<Problem>)>) {
    let mut settings = Settings::new();
    let mut problems = Vec::new();
    for it in given.iter().filter(|it| it.from == From::Parameters) {
        let (values, found) = values(it);
        let note: Arc<str> = format!("set in {}", it.name).into();
        for (name, node) in values {
            settings.insert(name, Setting { source: it.source, node, note: note.clone() });
        }
        problems.push((it.source, found));
    }
    (settings, problems)
}

/// Names and values in one file.
pub(super) fn values(given: &Given) -> (Vec<(String, Node)>, Vec<Problem>) {
    let text = given.text.trim_start_matches('\u{feff}').trim_start();
    if !text.starts_with(['{', '[', '-']) && !has_keys(text) {
        return (lines(given), Vec::new());
    }
    let parsed = match text.starts_with(['{', '[']) {
        true => json::parse(given.source, &given.text),
        false => yaml::parse(given.source, &given.text),
    };
    let mut problems = parsed.problems;
    let Some(document) = parsed.documents.first() else { return (Vec::new(), problems) };
    let values = in_document(document);
    if values.is_empty() && problems.is_empty() {
        problems.push(Problem::at(document.span, "no values of parameters are found here"));
    }
    (values, problems)
}

/// YAML with a key on its first line that says something.
fn has_keys(text: &str) -> bool {
    let mut stated = text.lines().map(str::trim).filter(|it| !it.is_empty() && !it.starts_with('#'));
    stated.next().is_some_and(|it| it == "---" || it.split_once('=').is_none_or(|(name, _)| name.contains(':')))
}

/// `[{ParameterKey, ParameterValue}]`, `["Key=Value"]`, `{"Parameters": ..}` or a map of names.
fn in_document(document: &Node) -> Vec<(String, Node)> {
    if let Some(inner) = document.get("Parameters") {
        return in_document(inner);
    }
    let of_item = |it: &Node| match (it.get("ParameterKey").and_then(Node::as_str), it.as_str()) {
        (Some(name), _) => Some((name.to_owned(), it.get("ParameterValue")?.clone())),
        (None, Some(text)) => {
            let (name, value) = text.split_once('=')?;
            Some((name.trim().to_owned(), Node { value: value.into(), ..it.clone() }))
        }
        (None, None) => None,
    };
    let listed = document.items().iter().filter_map(of_item);
    let named = document.entries().iter().map(|it| (it.name.to_string(), it.node.clone()));
    listed.chain(named).filter(|(_, it)| it.scalar_text().is_some() || !it.items().is_empty()).collect()
}

/// `Key=Value`, one or several a line; a value in quotes may hold blanks.
fn lines(given: &Given) -> Vec<(String, Node)> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in given.text.split_inclusive('\n') {
        if !line.trim_start().starts_with('#') {
            found.extend(pairs(line).into_iter().map(|(name, from, to)| {
                let text = line.get(from..to).unwrap_or_default();
                (name.to_owned(), Node::new(text, Span::new(given.source, start + from..start + to)))
            }));
        }
        start += line.len();
    }
    found
}

/// The names in a line, and where their values begin and end.
fn pairs(line: &str) -> Vec<(&str, usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = line.get(at..) {
        let begin = at + rest.len() - rest.trim_start().len();
        let Some((name, value)) = line.get(begin..).and_then(|it| it.split_once('=')) else { break };
        let from = begin + name.len() + 1;
        let quote = value.chars().next().filter(|it| matches!(it, '"' | '\''));
        let (from, to, next) = match quote {
            Some(quote) => {
                let end =
                    value.get(1..).and_then(|it| it.find(quote)).map_or(line.trim_end().len(), |it| from + 1 + it);
                (from + 1, end, end + 1)
            }
            None => {
                let end = value.find(char::is_whitespace).map_or(line.len(), |it| from + it);
                (from, end, end)
            }
        };
        found.push((name.trim(), from, to));
        at = next;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, String)> {
        let given = Given { from: From::Parameters, source: SourceId(0), name: "values".into(), text: Arc::from(text) };
        let (values, problems) = values(&given);
        assert_eq!(problems, Vec::new(), "{text}");
        values.into_iter().filter_map(|(name, node)| Some((name, node.scalar_text()?))).collect()
    }

    #[test]
    fn every_form_that_the_tools_of_aws_take_is_read() {
        for text in [
            r#"[{"ParameterKey": "Env", "ParameterValue": "prod"}, {"ParameterKey": "Old", "UsePreviousValue": true}]"#,
            r#"["Env=prod"]"#,
            r#"{"Parameters": {"Env": "prod"}, "Tags": {"a": "b"}}"#,
            r#"{"Env": "prod"}"#,
            "Parameters:\n  Env: prod\n",
            "- ParameterKey: Env\n  ParameterValue: prod\n",
            "# of production\nEnv=prod\n",
            "Env='prod'",
        ] {
            assert_eq!(read(text), [("Env".to_owned(), "prod".to_owned())], "{text}");
        }
        let several = [("A".to_owned(), "1".to_owned()), ("B".to_owned(), "2 3".to_owned())];
        assert_eq!(read("A=1 B=\"2 3\"\n"), several);
        assert_eq!(read("A=1\nB=\"2 3\"\n"), several);
    }

    #[test]
    fn odd_files_of_values_do_no_harm() {
        for text in ["", "=", "==\n'", "A='", "{", "[1]", "a: [", "\u{feff}A=\"", "é=é", "A", "---", "A=\"\""] {
            let given =
                Given { from: From::Parameters, source: SourceId(0), name: "values".into(), text: Arc::from(text) };
            values(&given);
        }
    }
}
