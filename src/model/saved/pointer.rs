//! JSON pointers (RFC 6901): how saved evidence names a value inside the facts.

/// The pointer to the entry `name` below `parent`.
pub(super) fn below(parent: &str, name: &str) -> String {
    format!("{parent}/{}", name.replace('~', "~0").replace('/', "~1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slashes_and_tildes_are_written_differently() {
        assert_eq!(below("/a", "b/c~d"), "/a/b~1c~0d");
    }
}
