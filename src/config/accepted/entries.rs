//! A file of entries, each with its place.

use serde::de::DeserializeOwned;

use crate::config::complaint::refusal;
use crate::config::error::SettingsError;
use crate::model::{Location, Source};

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
