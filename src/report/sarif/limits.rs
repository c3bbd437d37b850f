//! What GitHub's code scanning takes: more than that is refused as a whole, so the mildest are left out, and that is
//! said in the log (docs.github.com, "SARIF results exceed one or more limits").

use std::io;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::log::{Level, Notification, Outcome};

/// Results of one run.
pub(super) const MAX_RESULTS: usize = 25_000;

/// Results of one run that are kept and shown.
pub(super) const SHOWN_RESULTS: usize = 5_000;

/// Rules of one run.
pub(super) const MAX_RULES: usize = 25_000;

/// Tags of one rule.
pub(super) const MAX_TAGS: usize = 20;

/// Related places of one result; 1,000 are taken, and 100 are shown.
pub(super) const MAX_RELATED: usize = 100;

/// Bytes of an upload, packed, less what stands around the results.
const MAX_PACKED: u64 = 9_000_000;

/// As many results as fit, the first ones, which are the worst.
pub(super) fn fitting(results: impl Iterator<Item = Outcome>, max_packed: u64) -> io::Result<Vec<Outcome>> {
    let mut packed = GzEncoder::new(Counter(0), Compression::fast());
    let mut fitting = Vec::new();
    for it in results.take(MAX_RESULTS) {
        serde_json::to_writer(&mut packed, &it)?;
        if packed.get_ref().0 > max_packed {
            break;
        }
        fitting.push(it);
    }
    Ok(fitting)
}

/// The same for what GitHub takes.
pub(super) fn taken(results: impl Iterator<Item = Outcome>) -> io::Result<Vec<Outcome>> {
    fitting(results, MAX_PACKED)
}

/// What is left out of the log, and what of it will not be shown.
pub(super) fn said(listed: usize, all: usize) -> Option<Notification> {
    let text = if listed < all {
        format!(
            "{} more findings are left out, the mildest ones: code scanning takes {MAX_RESULTS} results and 10 MB",
            all - listed
        )
    } else if listed > SHOWN_RESULTS {
        format!("code scanning shows the {SHOWN_RESULTS} worst of the {listed} findings")
    } else {
        return None;
    };
    Some(Notification { level: Level::Warning, message: text.as_str().into(), locations: Vec::new() })
}

/// Counts bytes and keeps none.
struct Counter(u64);

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
