//! Paths as relative references of a URI.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What a path of a relative URI may hold as it is (RFC 3986, `pchar` without `:`).
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A path as a relative reference.
pub(super) fn reference(path: &str) -> String {
    utf8_percent_encode(path, KEPT).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_relative_references() {
        assert_eq!(reference("infra/main.tf"), "infra/main.tf");
        assert_eq!(reference("a b/c:d#e?%.yml"), "a%20b/c%3Ad%23e%3F%25.yml");
        assert_eq!(reference("größe.tf"), "gr%C3%B6%C3%9Fe.tf");
    }
}
