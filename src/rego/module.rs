//! One Rego file: its package, its imports and its place among the sources.

use globset::GlobSet;

use super::conftest::functions::Known;
use crate::model::{SourceId, Span};

/// A Rego file, read but not yet compiled.
#[derive(Clone, Debug)]
pub struct Module {
    pub source: SourceId,
    pub path: String,
    pub text: std::sync::Arc<str>,
    /// `gapcheck.workload.names_non_root_user`.
    pub package: String,
    pub package_span: Span,
    /// Packages under `data` that it imports.
    pub imports: Vec<String>,
    /// It is a rule of a Conftest policy, and asked as such.
    pub foreign: Option<std::sync::Arc<Foreign>>,
}

/// A rule of a Conftest policy, with all that its folder holds.
#[derive(Debug)]
pub struct Foreign {
    /// The package: `main`.
    pub namespace: String,
    /// The rule: `deny_root`.
    pub rule: String,
    /// Every module of the folder, tests left out.
    pub modules: Vec<Module>,
    pub data: serde_json::Value,
    /// Files that are asked about; all where there is none.
    pub files: Option<GlobSet>,
    /// Whether it is asked once, about all files together.
    pub combine: bool,
    /// Whether the namespace has rules `exception`.
    pub has_exceptions: bool,
    /// What its functions hand out.
    pub known: Known,
}

impl Module {
    /// Reads the head of a file; nothing when it names no package.
    pub fn read(source: SourceId, path: &str, text: std::sync::Arc<str>) -> Option<Self> {
        let mut package = None;
        let mut imports = Vec::new();
        let mut offset = 0;
        for line in text.split_inclusive('\n') {
            let words = line.trim();
            if let Some(name) = words.strip_prefix("package ")
                && package.is_none()
            {
                let name = name.split('#').next().unwrap_or_default().trim();
                let start = offset + line.find(name).unwrap_or(0);
                package = Some((name.to_owned(), Span::new(source, start..start + name.len())));
            }
            if let Some(name) = words.strip_prefix("import data.") {
                imports.extend(name.split_whitespace().next().map(str::to_owned));
            }
            let is_head = words.is_empty() || ["#", "package ", "import "].iter().any(|it| words.starts_with(it));
            if package.is_some() && !is_head {
                break;
            }
            offset += line.len();
        }
        let (package, package_span) = package?;
        Some(Self { source, path: path.to_owned(), text, package, package_span, imports, foreign: None })
    }

    pub fn is_test(&self) -> bool {
        self.package.ends_with("_test")
    }

    /// Whether it was written in short form.
    pub fn is_compiled(&self) -> bool {
        self.path.ends_with(" (compiled)")
    }

    pub fn is_library(&self) -> bool {
        self.package.starts_with("gapcheck.lib.") && !self.is_test()
    }
}
