//! The table of ecosystems: manifests, their lock files, and where they ask for packages.

use camino::Utf8Path;

/// Where the packages that a manifest asks for are written.
#[derive(Clone, Copy)]
pub(super) enum Asks {
    /// Tables of a JSON document. Names with these beginnings are not packages.
    Json(&'static [&'static str], &'static [&'static str]),
    /// Tables or lists of a TOML document, `*` standing for any name; names that are not packages.
    Toml(&'static [&'static str], &'static [&'static str]),
    /// Lines that begin so.
    Lines(&'static [&'static str]),
    /// Every line is one, exact or not.
    Requirements,
}

/// The file name, its ecosystem, the lock files of it, and where it asks for packages.
pub(super) const MANIFESTS: &[(&str, &str, &[&str], Asks)] = &[
    (
        "package.json",
        "npm",
        &[
            "package-lock.json",
            "npm-shrinkwrap.json",
            "yarn.lock",
            "pnpm-lock.yaml",
            "bun.lock",
            "bun.lockb",
            "deno.lock",
        ],
        Asks::Json(&["dependencies", "devDependencies", "optionalDependencies"], &[]),
    ),
    (
        "Cargo.toml",
        "cargo",
        &["Cargo.lock"],
        Asks::Toml(
            &[
                "dependencies",
                "dev-dependencies",
                "build-dependencies",
                "workspace.dependencies",
                "target.*.dependencies",
            ],
            &[],
        ),
    ),
    ("go.mod", "go", &["go.sum", "go.work.sum"], Asks::Lines(&["require "])),
    (
        "pyproject.toml",
        "pip",
        &[
            "poetry.lock",
            "uv.lock",
            "pdm.lock",
            "pylock.toml",
            "Pipfile.lock",
            "pixi.lock",
            "requirements.lock",
            "conda-lock.yml",
        ],
        Asks::Toml(&["project.dependencies", "tool.poetry.dependencies", "dependency-groups.*"], &["python"]),
    ),
    ("Pipfile", "pip", &["Pipfile.lock"], Asks::Toml(&["packages", "dev-packages"], &[])),
    ("requirements.txt", "pip", &["requirements.lock"], Asks::Requirements),
    ("Gemfile", "bundler", &["Gemfile.lock", "gems.locked"], Asks::Lines(&["gem ", "gem(", "gemspec"])),
    (
        "composer.json",
        "composer",
        &["composer.lock"],
        Asks::Json(&["require", "require-dev"], &["php", "ext-", "lib-"]),
    ),
    ("mix.exs", "mix", &["mix.lock"], Asks::Lines(&["{:"])),
    ("pubspec.yaml", "pub", &["pubspec.lock"], Asks::Lines(&["dependencies:", "dev_dependencies:"])),
    ("Package.swift", "swift", &["Package.resolved"], Asks::Lines(&[".package("])),
    ("Podfile", "cocoapods", &["Podfile.lock"], Asks::Lines(&["pod "])),
];

pub(super) type Row = (&'static str, &'static str, &'static [&'static str], Asks);

pub(super) fn row(path: &Utf8Path) -> Option<&'static Row> {
    let name = path.file_name()?;
    let is_list = name.ends_with(".txt")
        && (name.starts_with("requirements") || path.parent().is_some_and(|it| it.file_name() == Some("requirements")));
    let name = if is_list { "requirements.txt" } else { name };
    MANIFESTS.iter().find(|(it, ..)| *it == name)
}
