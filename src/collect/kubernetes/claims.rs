//! Which files are manifests, and which only look like one: Helm templates and overlays.

use camino::Utf8Path;

use crate::collect::collector::Claim;
use crate::collect::kustomize::is_overlay;
use crate::collect::target::Target;

pub(super) fn claims(path: &Utf8Path) -> Claim {
    if is_overlay(path) {
        return Claim::No;
    }
    match path.extension() {
        Some("yaml" | "yml" | "json") => Claim::IfContent,
        _ => Claim::No,
    }
}

/// A line that states `apiVersion`, and one that states `kind`, before any parse.
pub(super) fn recognises(text: &str) -> bool {
    states(text, "apiVersion") && states(text, "kind")
}

fn states(text: &str, key: &str) -> bool {
    text.match_indices(key).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default().chars().next_back();
        let after = text.get(at + key.len()..).unwrap_or_default().trim_start_matches(['"', '\'']).trim_start();
        before.is_none_or(|it| it.is_whitespace() || matches!(it, '"' | '\'' | '{' | ',' | '\u{feff}'))
            && after.starts_with(':')
    })
}

/// Whether the file lies in the `templates` folder of a chart.
pub(super) fn is_chart_template(target: &Target, path: &Utf8Path) -> bool {
    path.ancestors()
        .skip(1)
        .filter(|it| it.file_name() == Some("templates"))
        .any(|it| it.parent().is_some_and(|chart| target.has(&chart.join("Chart.yaml"))))
}

/// Whether the text has the actions of a Go template that Helm and its kin fill in. Braces that manifests carry for
/// other tools, such as `{{ $labels.pod }}` in an alert, are not meant.
pub(super) fn has_template_actions(text: &str) -> bool {
    let actions = text.match_indices("{{").filter_map(|(at, _)| text.get(at + 2..));
    actions.map(|it| it.trim_start_matches(['-', ' '])).any(|it| {
        [".Values", ".Release", ".Chart", "include ", "template ", "if ", "range ", "with ", "toYaml", "define "]
            .iter()
            .any(|action| it.starts_with(action))
    })
}
