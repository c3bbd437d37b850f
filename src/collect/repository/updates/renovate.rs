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

/// Where the settings may stand under a name of their own.
const PACKAGE: &str = "package.json";

pub(super) fn watch(target: &Target, problems: &mut Vec<Problem>) -> Option<Watch> {
    let (file, document) = match first(target, PLACES) {
        Some(file) => {
            let parsed = json::parse(file.id, &file.text);
            // What JSON5 adds is not read, and no mistake of the file's.
            if !file.path.as_str().ends_with('5') {
                problems.extend(parsed.problems);
            }
            (file, parsed.documents.into_iter().next())
        }
        None => within_package(target)?,
    };
    let start = document.as_ref().and_then(|it| it.name_span).unwrap_or(Span::start_of(file.id));
    let said = |name: &str| document.as_ref().and_then(|it| it.get(name));
    if said("enabled").and_then(Node::as_bool) == Some(false) {
        return None;
    }
    let managers = one_or_many(said("enabledManagers"));
    let looks = Looks::Everywhere {
        managers: managers.iter().filter_map(|it| it.as_str().map(str::to_owned)).collect(),
        only: paths(said("includePaths")),
        never: paths(said("ignorePaths")),
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
    let written = one_or_many(listed).into_iter().filter_map(Node::as_str);
    let path = |it: &str| Paths {
        part: it.to_owned(),
        glob: GlobBuilder::new(it).literal_separator(true).build().ok().map(|it| it.compile_matcher()),
    };
    written.map(path).collect()
}
