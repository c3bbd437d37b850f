//! Renovate: finds what there is by itself, unless it is told to keep to some managers or paths.

use globset::GlobBuilder;

use super::watch::{Looks, Paths, Watch, first};
use crate::collect::pipeline::facts::one_or_many;
use crate::collect::target::{SourceFile, Target};
use crate::model::{Node, Problem, Span};
use crate::syntax::json;

pub(in crate::collect::repository) const PLACES: &[&str] = &[
    "renovate.json",
    "renovate.json5",
    ".github/renovate.json",
    ".github/renovate.json5",
    ".gitlab/renovate.json",
    ".gitlab/renovate.json5",
    ".renovaterc",
    ".renovaterc.json",
    ".renovaterc.json5",
];

/// Presets that keep to one manager.
const ONLY: &[(&str, &str)] = &[(":onlyNpm", "npm")];

/// Presets that leave copies, tests and examples alone, and the paths that these are.
const IGNORING: &[&str] = &[
    ":ignoreModulesAndTests",
    "config:recommended",
    "config:best-practices",
    "config:base",
    "config:js-app",
    "config:js-lib",
];
const IGNORED: &[&str] = &[
    "**/node_modules/**",
    "**/bower_components/**",
    "**/vendor/**",
    "**/examples/**",
    "**/__tests__/**",
    "**/test/**",
    "**/tests/**",
    "**/__fixtures__/**",
];

/// Where the settings may stand under a name of their own.
const PACKAGE: &str = "package.json";

pub(super) fn watch(target: &Target, problems: &mut Vec<Problem>) -> Option<Watch> {
    let (file, document) = match first(target, PLACES) {
        Some(file) => {
            // The tool reads every one of them as JSON5.
            let parsed = json::parse_loose(file.id, &file.text);
            problems.extend(parsed.problems);
            (file, parsed.documents.into_iter().next())
        }
        None => within_package(target)?,
    };
    let start = document.as_ref().and_then(|it| it.name_span).unwrap_or(Span::start_of(file.id));
    let said = |name: &str| document.as_ref().and_then(|it| it.get(name));
    if said("enabled").and_then(Node::as_bool) == Some(false) {
        return None;
    }
    let presets = presets(document.as_ref());
    let managers = one_or_many(said("enabledManagers"));
    let stated = managers.iter().filter_map(|it| it.as_str());
    let only = ONLY.iter().filter(|(preset, _)| presets.contains(preset)).map(|(_, manager)| *manager);
    // What the file says of paths takes the place of what presets say.
    let never = match said("ignorePaths") {
        None if IGNORING.iter().any(|it| presets.contains(it)) => IGNORED.iter().map(|it| path(it)).collect(),
        stated => paths(stated),
    };
    let looks = Looks::Everywhere {
        managers: stated.chain(only).map(str::to_owned).collect(),
        without: document.as_ref().map(|it| without(it, &presets)).unwrap_or_default(),
        only: paths(said("includePaths")),
        never,
    };
    Some(Watch {
        tool: "renovate",
        ecosystems: managers.into_iter().cloned().collect(),
        looks,
        span: start,
        entries: Vec::new(),
    })
}

fn within_package(target: &Target) -> Option<(&SourceFile, Option<Node>)> {
    let file = target.file(PACKAGE.as_ref()).filter(|it| it.text.contains("\"renovate\""))?;
    let document = json::parse(file.id, &file.text).documents.into_iter().next()?;
    let settings = document.get("renovate").filter(|it| !it.entries().is_empty())?;
    Some((file, Some(settings.clone())))
}

fn paths(listed: Option<&Node>) -> Vec<Paths> {
    one_or_many(listed).into_iter().filter_map(Node::as_str).map(path).collect()
}

fn path(written: &str) -> Paths {
    let glob = GlobBuilder::new(written).literal_separator(true).build().ok().map(|it| it.compile_matcher());
    Paths { part: written.to_owned(), glob }
}

/// The presets that a file extends, by their names. What those of other repositories say cannot be seen.
fn presets(document: Option<&Node>) -> Vec<&str> {
    one_or_many(document.and_then(|it| it.get("extends"))).into_iter().filter_map(Node::as_str).collect()
}

/// The managers that are switched off: by a block of their own, by a rule for them alone, or by a preset.
fn without(document: &Node, presets: &[&str]) -> Vec<String> {
    let is_off = |it: &Node| it.get("enabled").and_then(Node::as_bool) == Some(false);
    let blocks = document.entries().iter().filter(|it| is_off(&it.node)).map(|it| it.name.to_string());
    let rules = document.get("packageRules").map(Node::items).unwrap_or_default().iter();
    let whole = rules.filter(|it| {
        let narrows = |name: &str| name.starts_with("match") && name != "matchManagers";
        is_off(it) && !it.entries().iter().any(|it| narrows(&it.name))
    });
    let ruled =
        whole.flat_map(|it| one_or_many(it.get("matchManagers"))).filter_map(|it| it.as_str().map(str::to_owned));
    let images = presets.contains(&"docker:disable").then(|| ["dockerfile", "docker-compose"].map(str::to_owned));
    blocks.chain(ruled).chain(images.into_iter().flatten()).collect()
}
