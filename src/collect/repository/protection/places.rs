//! Files that state protection by their place: settings of apps, and rulesets kept beside them.

use camino::Utf8Path;

const SETTINGS: &[&str] = &[".github/settings.yml", ".github/settings.yaml"];

/// Folders of the settings app for a whole organization: a file for each repository or group of them.
const SETTINGS_FOLDERS: &[&str] = &[".github/repos", ".github/suborgs"];

const ALLSTAR: &[&str] = &[".allstar/branch_protection.yaml", ".allstar/branch_protection.yml"];

/// Whether a file is there to state rules of the platform.
pub(in crate::collect::repository) fn is_place(path: &Utf8Path) -> bool {
    is_settings(path) || is_allstar(path) || is_ruleset(path)
}

pub(super) fn is_settings(path: &Utf8Path) -> bool {
    let is_yaml = matches!(path.extension(), Some("yml" | "yaml"));
    let in_folder = || path.parent().is_some_and(|it| SETTINGS_FOLDERS.iter().any(|folder| it == *folder));
    SETTINGS.iter().any(|it| path == *it) || is_yaml && in_folder()
}

pub(super) fn is_allstar(path: &Utf8Path) -> bool {
    ALLSTAR.iter().any(|it| path == *it)
}

pub(super) fn is_ruleset(path: &Utf8Path) -> bool {
    path.extension() == Some("json")
        && path.starts_with(".github")
        && path.as_str().to_ascii_lowercase().contains("ruleset")
}

/// The repository that a file of the settings app is about, where it is about one: `.github/repos/shop.yml`.
pub(super) fn repository(path: &Utf8Path) -> Option<&str> {
    let is_one = path.parent().is_some_and(|it| it == ".github/repos");
    path.file_stem().filter(|_| is_one)
}
