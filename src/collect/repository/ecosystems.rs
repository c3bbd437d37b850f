//! Package ecosystems by the names of their manifests, and the folders that these lie in.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};

use super::presence;
use crate::collect::aside::is_aside;
use crate::collect::target::Target;

/// File names, the ecosystem, and the names that update tools know it by.
const ECOSYSTEMS: &[(&[&str], &str, &[&str])] = &[
    (&["package.json"], "npm", &["npm", "bun"]),
    (&["Cargo.toml"], "cargo", &["cargo"]),
    (&["go.mod"], "go", &["gomod"]),
    (
        &["pyproject.toml", "requirements.txt", "Pipfile", "setup.py"],
        "pip",
        &["pip", "uv", "pipenv", "poetry", "pep621", "pip_requirements", "pip_setup", "pip-compile"],
    ),
    (&["Gemfile"], "bundler", &["bundler"]),
    (&["composer.json"], "composer", &["composer"]),
    (&["pom.xml"], "maven", &["maven"]),
    (&["build.gradle", "build.gradle.kts"], "gradle", &["gradle"]),
    (&["mix.exs"], "mix", &["mix"]),
    (&["pubspec.yaml"], "pub", &["pub"]),
    (&[], "nuget", &["nuget"]),
    (&["action.yml", "action.yaml"], "github-actions", &["github-actions"]),
    (&[], "docker", &["docker", "dockerfile"]),
    (&[".terraform.lock.hcl"], "terraform", &["terraform", "opentofu"]),
];

/// Folders of examples and tests: what is there does not run for anyone.
const NOT_SHIPPED: &[&str] = &["example", "examples", "test", "tests", "e2e", "sample", "samples", "demo"];

/// A manifest that shows an ecosystem.
#[derive(Clone, Copy, Debug)]
pub(super) struct Present<'a> {
    pub(super) manifest: &'a Utf8PathBuf,
    /// The folder that an update tool knows it by.
    pub(super) folder: &'a Utf8Path,
    pub(super) is_shipped: bool,
}

/// Each ecosystem of the tree with the manifests that show it.
pub(super) fn found(target: &Target) -> BTreeMap<&'static str, Vec<Present<'_>>> {
    let mut found: BTreeMap<&str, Vec<Present>> = BTreeMap::new();
    for manifest in target.paths.iter().filter(|it| !is_aside(it)) {
        let Some(ecosystem) = ecosystem(manifest) else { continue };
        let own = manifest.parent().unwrap_or(Utf8Path::new(""));
        let folder = if own == ".github/workflows" { Utf8Path::new("") } else { own };
        let is_shipped = !manifest.components().any(|it| NOT_SHIPPED.contains(&it.as_str()));
        found.entry(ecosystem).or_default().push(Present { manifest, folder, is_shipped });
    }
    found
}

fn ecosystem(path: &Utf8Path) -> Option<&'static str> {
    let name = path.file_name()?;
    if let Some((_, ecosystem, _)) = ECOSYSTEMS.iter().find(|(names, ..)| names.contains(&name)) {
        return Some(ecosystem);
    }
    match () {
        () if [".csproj", ".fsproj", ".vbproj"].iter().any(|it| name.ends_with(it)) => Some("nuget"),
        () if presence::is_image_build(path) => Some("docker"),
        () if path.starts_with(".github/workflows") && presence::is_read_pipeline(path) => Some("github-actions"),
        () => None,
    }
}

/// Whether an update tool's word for an ecosystem means this one.
pub(super) fn is_named(ecosystem: &str, word: &str) -> bool {
    ecosystem == word || ECOSYSTEMS.iter().any(|(_, it, words)| *it == ecosystem && words.contains(&word))
}

/// Whether the manifest in a folder speaks for those below it too. One that is not read may.
pub(super) fn is_workspace(target: &Target, ecosystem: &str, folder: &Utf8Path) -> bool {
    let says = |name: &str, mark: &str| match target.file(&folder.join(name)) {
        Some(file) => file.text.contains(mark),
        None => target.has(&folder.join(name)),
    };
    let has = |name: &str| target.has(&folder.join(name));
    match ecosystem {
        "npm" => says("package.json", "\"workspaces\"") || has("pnpm-workspace.yaml") || has("lerna.json"),
        "cargo" => says("Cargo.toml", "[workspace"),
        "pip" => says("pyproject.toml", "[tool.uv.workspace]"),
        "maven" => says("pom.xml", "<module>"),
        "gradle" => has("settings.gradle") || has("settings.gradle.kts"),
        "mix" => says("mix.exs", "apps_path"),
        "nuget" => true,
        _ => false,
    }
}
