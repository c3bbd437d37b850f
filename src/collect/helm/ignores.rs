//! `.helmignore`: what of a chart's folder is no part of the chart.

use camino::Utf8Path;
use globset::{GlobBuilder, GlobMatcher};

/// Hidden files among the templates are never a part.
const ALWAYS: &str = "templates/.?*";

/// The rules of a chart, in their order.
#[derive(Debug)]
pub(super) struct Ignores(Vec<Rule>);

#[derive(Debug)]
struct Rule {
    glob: GlobMatcher,
    /// Fits the whole path within the chart, and not only the last name.
    is_whole: bool,
    /// Everything that does not fit is left out.
    is_turned: bool,
    is_for_folders: bool,
}

impl Ignores {
    pub(super) fn read(text: &str) -> Self {
        let lines = text.lines().map(str::trim).filter(|it| !it.is_empty() && !it.starts_with('#'));
        Self(lines.chain([ALWAYS]).filter_map(rule).collect())
    }

    /// Whether the file at a path within the chart, or a folder that it lies in, is left out.
    pub(super) fn leave_out(&self, within: &Utf8Path) -> bool {
        let folders = within.ancestors().skip(1).filter(|it| !it.as_str().is_empty());
        self.fits(within, false) || folders.into_iter().any(|it| self.fits(it, true))
    }

    fn fits(&self, path: &Utf8Path, is_folder: bool) -> bool {
        self.0.iter().any(|rule| {
            let asked = if rule.is_whole { path.as_str() } else { path.file_name().unwrap_or_default() };
            match rule.is_turned {
                true => (rule.is_for_folders && !is_folder) || !rule.glob.is_match(asked),
                false => (is_folder || !rule.is_for_folders) && rule.glob.is_match(asked),
            }
        })
    }
}

/// A rule of a line. `**` is none, as Helm says.
fn rule(line: &str) -> Option<Rule> {
    let is_turned = line.starts_with('!');
    let line = line.trim_start_matches('!');
    let is_for_folders = line.ends_with('/');
    let bare = line.trim_end_matches('/');
    let is_whole = bare.contains('/');
    let text = bare.trim_start_matches('/').replace('{', "\\{").replace('}', "\\}");
    let glob = GlobBuilder::new(&text).literal_separator(true).backslash_escape(true).build();
    let glob = glob.ok().filter(|_| !bare.contains("**") && !text.is_empty())?;
    Some(Rule { glob: glob.compile_matcher(), is_whole, is_turned, is_for_folders })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_fit_what_helm_says_of_them() {
        let cases: &[(&str, &str, bool)] = &[
            ("*.md", "docs/a.md", true),
            ("mydir/", "mydir/a.yaml", true),
            ("mydir/", "mydir", false),
            ("/foo.txt", "foo.txt", true),
            ("/foo.txt", "a/foo.txt", false),
            ("a[b-d].txt", "ac.txt", true),
            ("*/temp*", "a/temp.yaml", true),
            ("*/temp*", "temp.yaml", false),
            ("*/*/temp*", "a/b/temporary", true),
            ("temp?", "temp1", true),
            ("templates/secret.yaml", "templates/secret.yaml", true),
            ("# *.yaml", "a.yaml", false),
            ("", "templates/.hidden.yaml", true),
            ("**/a", "b/a", false),
        ];
        for (rules, path, expected) in cases {
            assert_eq!(Ignores::read(rules).leave_out(Utf8Path::new(path)), *expected, "{rules} and {path}");
        }
    }
}
