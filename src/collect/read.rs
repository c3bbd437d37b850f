//! Reads the files that a collector wants: each once, in parallel, and never as a failure of the run.

use crate::model::Limit;
use std::fs;
use std::io::Read;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::archive;
use super::aside::is_aside;
use super::collector::{Claim, Collector};
use super::walk::WalkOptions;
use crate::syntax::yaml;

/// A file that was opened, or why it was not.
#[derive(Debug)]
pub struct ReadFile {
    pub path: Utf8PathBuf,
    pub bytes: u64,
    pub sha256: Option<String>,
    /// Rows of the collectors' table that want it.
    pub collectors: Vec<usize>,
    pub content: Content,
}

#[derive(Debug)]
pub enum Content {
    Text(Arc<str>),
    /// A collector wants it, and it cannot be read. With the byte where it breaks, if there is one.
    Unreadable {
        reason: String,
        at: Option<(Arc<str>, u32)>,
    },
    /// Nobody wants it, or nobody can: the reason.
    Skipped(String),
}

/// How much of a file shows whether it is text.
const HEAD: usize = 8 << 10;

/// Files of no known format are checked for mistakes where they have no more bytes than this.
const CHECKED: usize = 1 << 20;

/// What shows that a text is to be filled in first.
const TEMPLATE_MARKS: &[&str] = &["{{", "{%", "<%"];

/// Reads what collectors claim. Files that nobody could want are not returned.
pub fn read_all(
    root: &Utf8Path,
    paths: &[Utf8PathBuf],
    collectors: &[Collector],
    options: &WalkOptions,
) -> Vec<ReadFile> {
    paths.par_iter().flat_map_iter(|it| read(root, it, collectors, options)).collect()
}

#[expect(clippy::disallowed_methods, reason = "this is the door through which collectors see files")]
fn read(root: &Utf8Path, path: &Utf8Path, collectors: &[Collector], options: &WalkOptions) -> Vec<ReadFile> {
    let Some(wanted) = claims(path, collectors) else { return Vec::new() };
    if wanted.iter().all(|it| it.1 == Claim::Glance) {
        return glance(root, path, wanted, collectors).into_iter().collect();
    }
    let unread = |bytes, content| {
        let collectors = wanted.iter().map(|it| it.0).collect();
        vec![ReadFile { path: path.to_owned(), bytes, sha256: None, collectors, content }]
    };
    let failed = |bytes, reason: String| unread(bytes, Content::Unreadable { reason, at: None });
    // To open a pipe would wait for whoever writes to it.
    if fs::metadata(root.join(path)).is_ok_and(|it| !it.is_file()) {
        return unread(0, Content::Skipped("not a regular file".to_owned()));
    }
    let file = match fs::File::open(root.join(path)) {
        Ok(file) => file,
        Err(error) => return failed(0, error.to_string()),
    };
    let size = file.metadata().map_or(0, |it| it.len());
    if size > options.file_bytes {
        let limit = match options.file_bytes >> 20 {
            0 => format!("{} bytes", options.file_bytes),
            mebibytes => format!("{mebibytes} MiB"),
        };
        return unread(size, Content::Skipped(format!("larger than {limit}")));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    if let Err(error) = file.take(options.file_bytes).read_to_end(&mut bytes) {
        return failed(size, error.to_string());
    }
    taken(path, bytes, wanted, collectors)
}

/// A file of these bytes; of a packed chart, the files within it as well.
fn taken(path: &Utf8Path, bytes: Vec<u8>, wanted: Vec<(usize, Claim)>, collectors: &[Collector]) -> Vec<ReadFile> {
    if !archive::is_packed_chart(path) {
        return vec![text(path, bytes, wanted, collectors)];
    }
    let (content, within) = match archive::files(path, &bytes) {
        Ok(files) => (Content::Skipped("a packed chart: its files are read one by one".to_owned()), files),
        Err(reason) => (Content::Unreadable { reason, at: None }, Vec::new()),
    };
    let packed = ReadFile {
        path: path.to_owned(),
        bytes: bytes.len() as u64,
        sha256: Some(digest(&bytes)),
        collectors: wanted.iter().map(|it| it.0).collect(),
        content,
    };
    // Only the format that unpacks them looks at them: to the others they are one file of other people's.
    let own = |path: &Utf8Path| -> Vec<(usize, Claim)> {
        let claims = claims(path, collectors).unwrap_or_default();
        claims
            .into_iter()
            .filter(|(row, claim)| *claim != Claim::Glance && wanted.iter().any(|it| it.0 == *row))
            .collect()
    };
    let within = within.into_iter().filter_map(|(path, bytes)| {
        let own = own(&path);
        (!own.is_empty()).then(|| text(&path, bytes, own, collectors))
    });
    [packed].into_iter().chain(within).collect()
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|it| format!("{it:02x}")).collect()
}

/// A file that nobody claims is returned only where a mark stands in it.
#[expect(clippy::disallowed_methods, reason = "this is the door through which collectors see files")]
fn glance(root: &Utf8Path, path: &Utf8Path, wanted: Vec<(usize, Claim)>, collectors: &[Collector]) -> Option<ReadFile> {
    let found = fs::metadata(root.join(path)).ok()?;
    if !found.is_file() || found.len() > Limit::UnclaimedBytes.value() as u64 {
        return None;
    }
    let text_of = String::from_utf8(fs::read(root.join(path)).ok()?).ok()?;
    let is_marked = |it: &(usize, Claim)| collectors.get(it.0).is_some_and(|it| (it.recognises)(&text_of));
    wanted.iter().any(is_marked).then(|| text(path, text_of.into_bytes(), wanted, collectors))
}

/// A file that the user named for its values.
pub(super) fn named(path: &Utf8Path, text: &Arc<str>) -> ReadFile {
    let sha256 = Some(digest(text.as_bytes()));
    let content = Content::Text(text.clone());
    ReadFile { path: path.to_owned(), bytes: text.len() as u64, sha256, collectors: Vec::new(), content }
}

/// What a document would be that stands at `path`: for standard input.
pub fn given(path: &Utf8Path, bytes: Vec<u8>, collectors: &[Collector]) -> Vec<ReadFile> {
    let wanted = claims(path, collectors).filter(|it| it.iter().any(|it| it.1 != Claim::Glance));
    wanted.map(|it| taken(path, bytes, it, collectors)).unwrap_or_default()
}

/// The collectors that may want a file, judged by its path; nothing when none may.
fn claims(path: &Utf8Path, collectors: &[Collector]) -> Option<Vec<(usize, Claim)>> {
    let claims = collectors.iter().enumerate().map(|(at, it)| (at, (it.claims)(path)));
    let wanted: Vec<_> = claims.filter(|it| it.1 != Claim::No).collect();
    (!wanted.is_empty()).then_some(wanted)
}

/// What is wrong with a file that should be configuration, where that may be why nobody knows its format.
fn broken(path: &Utf8Path, text: &str) -> Option<(usize, String)> {
    let is_yaml = matches!(path.extension(), Some("yaml" | "yml"));
    let is_template = TEMPLATE_MARKS.iter().any(|it| text.contains(it));
    if !is_yaml || is_template || text.len() > CHECKED || is_aside(path) {
        return None;
    }
    yaml::broken(text)
}

fn text(path: &Utf8Path, bytes: Vec<u8>, wanted: Vec<(usize, Claim)>, collectors: &[Collector]) -> ReadFile {
    let size = bytes.len() as u64;
    let sha256 = Some(digest(&bytes));
    let file = |collectors: Vec<usize>, content| ReadFile {
        path: path.to_owned(),
        bytes: size,
        sha256: sha256.clone(),
        collectors,
        content,
    };
    let by_name: Vec<usize> = wanted.iter().filter(|it| it.1 == Claim::Yes).map(|it| it.0).collect();
    let by_content = || wanted.iter().filter(|it| it.1 != Claim::Glance).map(|it| it.0).collect();
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        let reason = "UTF-16 and not UTF-8: save it as UTF-8".to_owned();
        let collectors = if by_name.is_empty() { by_content() } else { by_name };
        return file(collectors, Content::Unreadable { reason, at: None });
    }
    if bytes.iter().take(HEAD).any(|it| *it == 0) {
        return file(by_name, Content::Skipped("binary".to_owned()));
    }
    let text: Arc<str> = match String::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(error) => {
            let at = u32::try_from(error.utf8_error().valid_up_to()).unwrap_or(0);
            let readable: Arc<str> = String::from_utf8_lossy(error.as_bytes()).into();
            let collectors = if by_name.is_empty() { by_content() } else { by_name };
            let reason = format!("not UTF-8 at byte {at}");
            return file(collectors, Content::Unreadable { reason, at: Some((readable, at)) });
        }
    };
    let takes = |(at, claim): &(usize, Claim)| {
        *claim == Claim::Yes || collectors.get(*at).is_some_and(|it| (it.recognises)(&text))
    };
    let takers: Vec<usize> = wanted.iter().filter(|it| takes(it)).map(|it| it.0).collect();
    if takers.is_empty() {
        if let Some((at, reason)) = broken(path, &text) {
            let at = u32::try_from(at).unwrap_or(0);
            return file(takers, Content::Unreadable { reason, at: Some((text, at)) });
        }
        return file(takers, Content::Skipped("no collector recognises its content".to_owned()));
    }
    file(takers, Content::Text(text))
}
