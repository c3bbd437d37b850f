//! The entry by which pre-commit asks gapcheck about each commit.

/// Where pre-commit looks.
pub(super) const FILE: &str = ".pre-commit-config.yaml";

/// The entry below `repos:`.
pub(super) const ENTRY: &str = "  - repo: local
    hooks:
      - id: gapcheck
        name: gapcheck
        # Judges what the next commit will hold, and stops it for gaps that it brings.
        entry: gapcheck scan --staged
        language: system
        pass_filenames: false
        require_serial: true
";

/// The whole file, where there is none.
pub(super) fn text() -> String {
    format!("# https://pre-commit.com: `pre-commit install` puts these in front of each commit.\nrepos:\n{ENTRY}")
}
