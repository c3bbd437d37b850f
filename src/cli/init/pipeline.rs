//! The pipeline that judges each change, for the platform that a repository shows.

use camino::Utf8Path;

use super::survey::Survey;
use crate::collect;

/// A platform that runs pipelines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Platform {
    GitHub,
    GitLab,
}

const GITHUB: &str = include_str!("github.yml");
const GITLAB: &str = include_str!("gitlab.yml");

/// The platforms that a repository shows: by its files, else by where it came from.
pub(super) fn platforms(folder: &Utf8Path, survey: &Survey) -> Vec<Platform> {
    let by_files = [
        (Platform::GitHub, collect::is_folder(&folder.join(".github"))),
        (Platform::GitLab, collect::is_there(&folder.join(".gitlab-ci.yml"))),
    ];
    let found: Vec<Platform> = by_files.into_iter().filter(|it| it.1).map(|it| it.0).collect();
    if !found.is_empty() {
        return found;
    }
    let remote = survey.remote.as_deref().unwrap_or_default();
    let by_remote = [(Platform::GitHub, "github"), (Platform::GitLab, "gitlab")];
    by_remote.into_iter().filter(|it| remote.contains(it.1)).map(|it| it.0).collect()
}

impl Platform {
    /// Where the pipeline is written.
    pub(super) fn path(self) -> &'static str {
        match self {
            Self::GitHub => ".github/workflows/gapcheck.yml",
            Self::GitLab => ".gitlab/gapcheck.yml",
        }
    }

    pub(super) fn text(self, survey: &Survey) -> String {
        let text = match self {
            Self::GitHub => GITHUB,
            Self::GitLab => GITLAB,
        };
        // The name of a branch may hold anything but what ends a text of YAML between single quotes.
        let branch = survey.branch.replace('\'', "''");
        text.replace("BRANCH", &format!("'{branch}'")).replace("VERSION", env!("CARGO_PKG_VERSION"))
    }

    /// What is left for the user to write.
    pub(super) fn rest(self) -> Option<&'static str> {
        match self {
            Self::GitHub => None,
            Self::GitLab => Some("add to .gitlab-ci.yml:\n\ninclude:\n  - local: .gitlab/gapcheck.yml\n"),
        }
    }
}
