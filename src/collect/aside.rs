//! Folders that hold material for tests or other people's code: what lies there says nothing of how a project is run.

use camino::Utf8Path;

const ASIDE: &[&str] = &["testdata", "fixtures", "__fixtures__", "node_modules", "vendor", "third_party", "__tests__"];

/// Whether a path lies among material for tests or other people's code.
pub(super) fn is_aside(path: &Utf8Path) -> bool {
    path.components().any(|it| ASIDE.contains(&it.as_str()))
}
