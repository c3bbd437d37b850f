//! Package ecosystems by the names of their manifests.

use std::collections::BTreeMap;

use camino::Utf8PathBuf;

use crate::collect::aside::is_aside;
use crate::collect::target::Target;

/// File names, the ecosystem, and the names that update tools know it by.
const ECOSYSTEMS: &[(&[&str], &str, &[&str])] = &[
    (&["package.json"], "npm", &["npm", "bun"]),
    (&["Cargo.toml"], "cargo", &["cargo"]),
    (&["go.mod"], "go", &["gomod"]),
    (&["pyproject.toml", "requirements.txt", "Pipfile", "setup.py"], "pip", &["pip", "uv", "pipenv", "poetry"]),
    (&["Gemfile"], "bundler", &["bundler"]),
    (&["composer.json"], "composer", &["composer"]),
    (&["pom.xml"], "maven", &["maven"]),
    (&["build.gradle", "build.gradle.kts"], "gradle", &["gradle"]),
    (&["mix.exs"], "mix", &["mix"]),
    (&["pubspec.yaml"], "pub", &["pub"]),
];

/// Each ecosystem of the tree with one manifest that shows it.
pub(super) fn found(target: &Target) -> BTreeMap<&'static str, &Utf8PathBuf> {
    let mut found = BTreeMap::new();
    for path in target.paths.iter().filter(|it| !is_aside(it)) {
        let name = path.file_name().unwrap_or_default();
        let row = ECOSYSTEMS.iter().find(|(names, ..)| names.contains(&name));
        let ecosystem = row.map(|(_, it, _)| *it).or_else(|| name.ends_with(".csproj").then_some("nuget"));
        if let Some(ecosystem) = ecosystem {
            found.entry(ecosystem).or_insert(path);
        }
    }
    found
}

/// Whether an update tool's word for an ecosystem means this one.
pub(super) fn is_named(ecosystem: &str, word: &str) -> bool {
    ecosystem == word || ECOSYSTEMS.iter().any(|(_, it, words)| *it == ecosystem && words.contains(&word))
}
