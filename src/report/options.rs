//! What a person may choose about a report for people.

/// Choices that change how a report looks, never what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HumanOptions {
    /// Columns to fit into.
    pub width: usize,
    pub color: bool,
    /// Lines and symbols beyond ASCII.
    pub unicode: bool,
    /// Fingerprints, subjects' ids and every place.
    pub verbose: bool,
    /// Snippets shown for one policy; 0 for all of them.
    pub max_findings: usize,
}

/// Snippets of one policy that a person still reads.
pub const MAX_FINDINGS: usize = 3;

impl Default for HumanOptions {
    fn default() -> Self {
        Self { width: 80, color: false, unicode: true, verbose: false, max_findings: MAX_FINDINGS }
    }
}
