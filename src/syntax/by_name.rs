//! Which syntax a file is read by, judged by its name.

use camino::Utf8Path;

use crate::model::SourceId;

use super::parsed::Parsed;
use super::{json, toml, yaml};

/// The file's documents, or nothing when its name does not say YAML, JSON or TOML. `.template` may be either of the first
/// two, so its first character decides.
pub fn parse(source: SourceId, path: &Utf8Path, text: &str) -> Option<Parsed> {
    let extension = path.extension()?.to_ascii_lowercase();
    Some(match extension.as_str() {
        "yaml" | "yml" => yaml::parse(source, text),
        "json" | "jsonc" | "json5" => json::parse(source, text),
        "toml" => toml::parse(source, text),
        "template" => yaml_or_json(source, text),
        _ => return None,
    })
}

/// A text without a name that tells: JSON where it begins as JSON does.
pub fn yaml_or_json(source: SourceId, text: &str) -> Parsed {
    let first = text.trim_start_matches('\u{feff}').trim_start().chars().next();
    match first {
        Some('{' | '[') => json::parse(source, text),
        _ => yaml::parse(source, text),
    }
}
