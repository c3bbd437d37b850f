//! The row of the collectors' table, and a piece of evidence for each credential.

use camino::Utf8Path;
use rayon::prelude::*;

use super::files;
use super::search::{Found, is_marked, search};
use crate::collect::aside::is_aside;
use crate::collect::collected::{Collected, Reading};
use crate::collect::collector::{Claim, Collector};
use crate::collect::pipeline::facts::Facts;
use crate::collect::target::{SourceFile, Target};
use crate::model::{Evidence, EvidenceKind, FileStatus, Node, Span};

pub(in crate::collect) const COLLECTOR: Collector = Collector {
    name: NAME,
    reads: "keys, tokens and passwords in any text file",
    claims,
    recognises: is_marked,
    collect,
};

const NAME: &str = "credentials";

/// Ends of names of files that no person writes, and that are not worth the time.
const DATA: &[&str] = &[
    "png", "jpg", "jpeg", "gif", "webp", "ico", "svg", "bmp", "tif", "tiff", "pdf", "zip", "gz", "tgz", "bz2", "xz",
    "zst", "7z", "jar", "war", "class", "so", "dylib", "dll", "exe", "a", "o", "rlib", "wasm", "woff", "woff2", "ttf",
    "eot", "otf", "mp3", "mp4", "mov", "avi", "webm", "ogg", "wav", "bin", "dat", "db", "sqlite", "parquet", "pyc",
    "map", "lock", "sum", "snap", "crt", "cer", "csv", "tsv", "ipynb",
];

/// Parts of paths where keys are material for tests.
const TESTS: &[&str] = &["test", "tests", "spec", "specs", "__tests__", "e2e", "mocks", "mock"];

fn claims(path: &Utf8Path) -> Claim {
    if files::kind(path).is_some() {
        return Claim::Yes;
    }
    let extension = path.extension().map(str::to_ascii_lowercase).unwrap_or_default();
    if DATA.contains(&extension.as_str()) { Claim::No } else { Claim::Glance }
}

fn collect(_target: &Target, files: &[&SourceFile]) -> Collected {
    let found: Vec<Collected> = files.par_iter().map(|it| of_file(it)).collect();
    found.into_iter().fold(Collected::default(), |mut all, it| {
        all.extend(it);
        all
    })
}

fn of_file(file: &SourceFile) -> Collected {
    let mut collected = Collected::default();
    for (number, found) in search(&file.path, &file.text).iter().enumerate() {
        let span = Span::new(file.id, found.range.clone());
        if found.what != "Terraform state" {
            collected.secrets.push(span);
        }
        collected.evidence.push(evidence(file, number, found, span));
    }
    // How a file of another format fared is that format's to say.
    let status = if file.collectors.len() > 1 { FileStatus::Skipped } else { FileStatus::Collected };
    collected.readings.push(Reading { source: file.id, status, reason: None, problems: Vec::new() });
    collected
}

fn evidence(file: &SourceFile, number: usize, found: &Found, span: Span) -> Evidence {
    let mut facts = Facts::default();
    facts.put("what", Node::new(found.what, span));
    facts.put("file", Node::new(file.path.as_str(), span));
    facts.put_some("harmless", found.harmless.or(for_tests(file, found)).map(|it| Node::new(it, span)));
    Evidence {
        id: format!("{NAME}:{}#{}", file.path, number + 1),
        kind: EvidenceKind::Credential,
        name: format!("{} in {}", found.what, file.path),
        format: NAME,
        provider: None,
        native_type: None,
        address: None,
        span,
        name_span: span,
        called_from: Vec::new(),
        facts: facts.into_node(span).named(span),
    }
}

/// Keys and signed tokens in tests are made for them; a platform's token is the platform's wherever it stands.
fn for_tests(file: &SourceFile, found: &Found) -> Option<&'static str> {
    let is_made = matches!(found.what, "private key" | "web token" | "password in an address");
    let name = file.path.file_stem().unwrap_or_default();
    let is_test = is_aside(&file.path)
        || file.path.components().any(|it| TESTS.contains(&it.as_str()))
        || name.ends_with("_test")
        || name.starts_with("test_")
        || name.ends_with(".test")
        || name.ends_with(".spec");
    (is_made && is_test).then_some("material for tests")
}
