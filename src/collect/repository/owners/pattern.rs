//! Patterns of CODEOWNERS as globs over the paths of a tree.

use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};

use super::file::{Entry, Platform};

/// All patterns of a file, asked together.
pub(super) struct Patterns {
    set: GlobSet,
    /// The entry that each glob of the set comes from.
    entry_of: Vec<usize>,
}

impl Patterns {
    /// Patterns that are none are left out: they match nothing on the platform either.
    pub(super) fn of(entries: &[Entry], platform: Platform) -> Self {
        let mut set = GlobSetBuilder::new();
        let mut entry_of = Vec::new();
        for (at, entry) in entries.iter().enumerate() {
            for glob in globs(entry.pattern.as_str().unwrap_or_default().trim_start_matches('!'), platform) {
                set.add(glob);
                entry_of.push(at);
            }
        }
        match set.build() {
            Ok(set) => Self { set, entry_of },
            Err(_) => Self { set: GlobSet::empty(), entry_of: Vec::new() },
        }
    }

    /// The entries that fit a path, in the order of the file.
    pub(super) fn fitting(&self, path: &str) -> Vec<usize> {
        let fitting = self.set.matches(path);
        fitting.into_iter().filter_map(|it| self.entry_of.get(it).copied()).collect()
    }
}

fn globs(pattern: &str, platform: Platform) -> Vec<Glob> {
    let texts = match platform {
        Platform::GitHub => as_gitignore(pattern),
        Platform::GitLab => vec![as_gitlab(pattern)],
    };
    let glob = |it: String| GlobBuilder::new(&it).literal_separator(true).backslash_escape(true).build().ok();
    texts.into_iter().filter_map(glob).collect()
}

/// GitHub reads patterns as `.gitignore` does, but for a last `/*`, which stays within its folder.
fn as_gitignore(pattern: &str) -> Vec<String> {
    let is_folder = pattern.ends_with('/');
    let bare = pattern.trim_start_matches('/').trim_end_matches('/');
    if bare.is_empty() || pattern == "*" {
        return vec!["**".to_owned()];
    }
    let is_anchored = pattern.starts_with('/') || bare.contains('/');
    let prefix = if is_anchored || bare.starts_with("**/") { "" } else { "**/" };
    let escaped = bare.replace('{', "\\{").replace('}', "\\}");
    let whole = format!("{prefix}{escaped}");
    let below = format!("{whole}/**");
    match () {
        () if is_folder => vec![below],
        () if is_anchored && bare.split('/').next_back() == Some("*") => vec![whole],
        () if bare.ends_with("**") => vec![whole],
        () => vec![whole, below],
    }
}

/// GitLab takes a pattern without a first slash to stand at any depth, and a folder only by its last slash.
fn as_gitlab(pattern: &str) -> String {
    if pattern == "*" {
        return "**".to_owned();
    }
    let escaped = pattern.replace('{', "\\{").replace('}', "\\}");
    let anchored = match escaped.strip_prefix('/') {
        Some(rest) => rest.to_owned(),
        None => format!("**/{escaped}"),
    };
    if anchored.is_empty() || anchored.ends_with('/') { format!("{anchored}**") } else { anchored }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Node, SourceId, Span};

    fn fits(pattern: &str, path: &str, platform: Platform) -> bool {
        let entry = Entry {
            pattern: Node::new(pattern, Span::start_of(SourceId(0))),
            owners: Vec::new(),
            section: 0,
            excludes: false,
        };
        !Patterns::of(&[entry], platform).fitting(path).is_empty()
    }

    #[test]
    fn patterns_fit_what_github_says_of_its_examples() {
        // The examples of GitHub's page about code owners, and what it says of each.
        let cases: &[(&str, &str, bool)] = &[
            ("*", "a/b/c.rs", true),
            ("*.js", "web/app.js", true),
            ("*.js", "web/app.jsx", false),
            ("/build/logs/", "build/logs/a/b.log", true),
            ("/build/logs/", "x/build/logs/a", false),
            ("docs/*", "docs/getting-started.md", true),
            ("docs/*", "docs/build-app/troubleshooting.md", false),
            ("docs/*", "x/docs/a.md", false),
            ("apps/", "apps/a/b", true),
            ("apps/", "x/apps/a", true),
            ("apps/", "apps", false),
            ("/docs/", "docs/a/b", true),
            ("/scripts/", "lib/scripts/a", false),
            ("**/logs", "build/logs/a", true),
            ("**/logs", "deeply/nested/logs", true),
            ("/apps/github", "apps/github", true),
            ("/apps/github", "apps/github/a", true),
            ("/*", "README.md", true),
            ("/*", "docs/README.md", false),
            ("/docs/**/*.md", "docs/a/b/c.md", true),
            ("a\\ b.txt", "a b.txt", true),
            ("/{a,b}", "a", false),
        ];
        for (pattern, path, expected) in cases {
            assert_eq!(fits(pattern, path, Platform::GitHub), *expected, "{pattern} and {path}");
        }
    }

    #[test]
    fn patterns_fit_what_gitlab_says_of_its_own() {
        let cases: &[(&str, &str, bool)] = &[
            ("*", "a/b.rb", true),
            ("README.md", "x/y/README.md", true),
            ("docs/README.md", "x/docs/README.md", true),
            ("/docs/README.md", "x/docs/README.md", false),
            ("/docs/", "docs/a/b.md", true),
            ("docs/", "x/docs/b.md", true),
            ("/docs/*.md", "docs/index.md", true),
            ("/docs/*.md", "docs/a/index.md", false),
            ("/docs/**/*.md", "docs/a/b/index.md", true),
            ("/docs", "docs/index.md", false),
        ];
        for (pattern, path, expected) in cases {
            assert_eq!(fits(pattern, path, Platform::GitLab), *expected, "{pattern} and {path}");
        }
    }
}
