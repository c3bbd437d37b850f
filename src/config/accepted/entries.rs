//! A file of entries, each with its place.

use std::sync::Arc;

use camino::Utf8Path;
use serde::de::DeserializeOwned;

use crate::config::settings::SettingsError;
use crate::model::{Location, Problem, Source, SourceId, Sources, Span};

/// The entries under `name`, in the order of the file, with their places.
pub(super) fn entries<File: DeserializeOwned, Entry>(
    path: &str,
    text: &str,
    name: &str,
    of: impl Fn(File) -> Vec<Entry>,
) -> Result<Vec<(Entry, Location)>, Box<SettingsError>> {
    let file = toml_edit::de::from_str::<File>(text).map_err(|it| refusal(path, text, it.span(), it.message()))?;
    let document = toml_edit::Document::parse(text).map_err(|it| refusal(path, text, it.span(), it.message()))?;
    let tables = document.get(name).and_then(|it| it.as_array_of_tables());
    let spans: Vec<_> = tables.iter().flat_map(|it| it.iter()).map(|it| it.span()).collect();
    let source = Source::new(path, text);
    let place = |at: usize| {
        let span = spans.get(at).cloned().flatten().unwrap_or(0..0);
        let position = |byte: usize| source.position(u32::try_from(byte).unwrap_or(u32::MAX));
        Location { file: path.into(), start: position(span.start), end: position(span.end) }
    };
    Ok(of(file).into_iter().enumerate().map(|(at, it)| (it, place(at))).collect())
}

/// What is wrong with a file, at its place.
pub(super) fn refusal(
    path: &str,
    text: &str,
    span: Option<std::ops::Range<usize>>,
    message: &str,
) -> Box<SettingsError> {
    let mut sources = Sources::default();
    let source = sources.add(Source::new(Utf8Path::new(path), Arc::<str>::from(text)));
    let span = span.map_or(Span::start_of(SourceId(0)), |it| Span::new(source, it));
    let message = message.lines().next().unwrap_or("not valid").to_owned();
    Box::new(SettingsError { problem: Problem::at(span, message), sources })
}

/// A day, written as a day of TOML or as text.
pub(super) fn day<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    #[derive(serde::Deserialize)]
    #[serde(untagged)]
    enum Day {
        Text(String),
        Toml(toml_edit::Datetime),
    }
    Ok(match <Day as serde::Deserialize>::deserialize(deserializer)? {
        Day::Text(it) => it,
        Day::Toml(it) => it.to_string(),
    })
}
