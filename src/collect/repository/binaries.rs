//! Programs in machine form that are kept beside their source: nobody can review what they do.

use camino::Utf8Path;

use crate::collect::aside::is_aside;
use crate::collect::pipeline::facts::Facts;
use crate::collect::target::Target;
use crate::model::{Node, Span};

/// Extensions of programs and libraries as a machine runs them, and of packages of such.
const PROGRAMS: &[&str] = &[
    "a", "apk", "class", "deb", "dex", "dll", "dylib", "ear", "elf", "exe", "jar", "lib", "msi", "o", "pyc", "rpm",
    "so", "war", "whl",
];

/// What build tools put into each repository for themselves, with its digest in a file beside it.
const WRAPPERS: &[&str] = &["gradle-wrapper.jar", "maven-wrapper.jar"];

/// How many are listed.
const MOST: usize = 100;

/// Puts the programs that the tree holds; tests and examples aside.
pub(super) fn put(target: &Target, place: Span, facts: &mut Facts) {
    let found = target.paths.iter().filter(|it| is_program(it) && !is_aside(it));
    let found: Vec<Node> = found.take(MOST).map(|it| Node::new(it.as_str(), place)).collect();
    facts.put("committed_programs", Node::list(found, place));
}

fn is_program(path: &Utf8Path) -> bool {
    let extension = path.extension().map(str::to_ascii_lowercase).unwrap_or_default();
    let is_wrapper = path.file_name().is_some_and(|it| WRAPPERS.contains(&it));
    PROGRAMS.contains(&extension.as_str()) && !is_wrapper
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_tool_s_own_wrapper_is_let_pass() {
        assert!(is_program("bin/tool.exe".into()));
        assert!(is_program("lib/Shop.JAR".into()));
        assert!(!is_program("gradle/wrapper/gradle-wrapper.jar".into()));
        assert!(!is_program("src/main.rs".into()));
    }
}
