//! Versions that cannot move: a commit, or all three numbers of a release.

/// A commit, or a whole version as a release is tagged. A branch, `~latest` and `1.2` move.
pub(crate) fn is_fixed(version: &str) -> bool {
    let numbers = version.strip_prefix('v').unwrap_or(version);
    let core = numbers.split(['-', '+']).next().unwrap_or(numbers);
    let is_number = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
    is_commit(version) || core.split('.').count() == 3 && core.split('.').all(is_number)
}

/// A whole commit, in hexadecimal digits.
pub(crate) fn is_commit(text: &str) -> bool {
    matches!(text.len(), 40 | 64) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moves_is_no_version() {
        assert!(is_fixed("v1.2.3") && is_fixed("0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c"));
        assert!(!is_fixed("main") && !is_fixed("1.2") && !is_fixed("~latest"));
    }
}
