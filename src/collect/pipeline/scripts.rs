//! A script of a step as a shell gets it: what it downloads and runs.

use crate::collect::target::SourceFile;
use crate::model::{Node, Span};
use crate::syntax::dockerfile::logical::Logical;
use crate::syntax::{shell, shell_flow};

use super::facts::Facts;
use super::text;

/// Programs that fetch something and print it.
const FETCHERS: &[&str] = &["curl", "wget", "iwr", "irm", "Invoke-WebRequest", "Invoke-RestMethod"];

/// Programs that run what they read.
const INTERPRETERS: &[&str] = &[
    ".",
    "ash",
    "bash",
    "dash",
    "eval",
    "iex",
    "Invoke-Expression",
    "ksh",
    "node",
    "perl",
    "php",
    "pwsh",
    "python",
    "python3",
    "ruby",
    "sh",
    "source",
    "zsh",
];

/// A script as it stands in the source.
pub(crate) struct Script<'a> {
    pub(crate) node: &'a Node,
    /// Of the length that the source has at the node.
    pub(crate) text: String,
}

impl<'a> Script<'a> {
    pub(crate) fn read(file: &SourceFile, node: &'a Node) -> Option<Self> {
        node.as_str()?;
        Some(Self { node, text: text::script(&file.text, node) })
    }

    /// Facts that scripts of every system share.
    pub(crate) fn put_facts(&self, facts: &mut Facts) {
        put_downloads(std::slice::from_ref(self), facts);
    }
}

/// The downloads that some scripts run as they come.
pub(crate) fn put_downloads(scripts: &[Script<'_>], facts: &mut Facts) {
    let found: Vec<Node> = scripts.iter().flat_map(|it| downloads(&it.text, it.node.span)).collect();
    let place = found.first().map(|it| it.span).or_else(|| scripts.first().map(|it| it.node.span));
    if let Some(place) = place {
        facts.put("downloads_run", Node::list(found, place));
    }
}

/// Commands whose download an interpreter runs as it comes.
pub(crate) fn downloads(script: &str, span: Span) -> Vec<Node> {
    if !FETCHERS.iter().any(|it| script.contains(it)) {
        return Vec::new();
    }
    let mut logical = Logical::empty(span.source);
    logical.push(script, span.start as usize);
    let flows = shell_flow::flows(shell_flow::with_scripts(shell::commands(&logical), &logical));
    let runs_it = |it: &&shell_flow::Flow| {
        FETCHERS.contains(&it.program.text.as_str())
            && it.piped_to.as_ref().is_some_and(|to| INTERPRETERS.contains(&to.text.as_str()))
    };
    let text = |it: &shell_flow::Flow| {
        let words: Vec<_> = it.command.words.iter().map(|it| it.text.as_str()).collect();
        let reader = it.piped_to.as_ref().map_or("", |it| it.text.as_str());
        Node::new(format!("{} | {reader}", words.join(" ")), it.command.span)
    };
    flows.iter().filter(runs_it).map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;

    fn found(text: &str) -> usize {
        downloads(text, Span::new(SourceId(0), 0..text.len())).len()
    }

    #[test]
    fn a_download_that_a_shell_runs_is_found() {
        assert_eq!(found("curl -sSL https://example.com/install.sh | sudo bash -s -- -y"), 1);
        assert_eq!(found("bash <(curl -s https://codecov.io/bash)"), 1);
        assert_eq!(found("sh -c \"$(wget -qO- https://example.com)\""), 1);
        assert_eq!(found("curl https://example.com/a | jq .x"), 0);
        assert_eq!(found("curl -o a.sh https://example.com/a\nsh a.sh"), 0);
        assert_eq!(found("curl https://example.com/a | python3 -m json.tool"), 0);
        assert_eq!(found("curl https://example.com/a | bash -euo pipefail -s stable"), 1);
        assert_eq!(found("curl https://example.com/a | bash -euo pipefail filter.sh"), 0);
        assert_eq!(found("iwr https://example.com/a.ps1 | iex"), 1);
    }
}
