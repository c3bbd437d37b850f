//! `verify`: whether a bundle is what it says, whether its evidence gives its assessment, and whose signature it bears.

use std::io::Read;

use camino::Utf8Path;

use super::allowed_signers::allowed;
use super::archive::{Files, Unpacking, pack, unpack};
use super::contents::{ASSESSMENT, SIGNATURE, STATEMENT};
use super::differences::differences;
use super::rejudge::rejudge;
use super::signature::signer;
use super::statement::{Statement, complaints};
use crate::cli::args::Verify;
use crate::cli::clock;
use crate::cli::console;
use crate::cli::failure::Failure;
use crate::evaluate::gate::exit;
use crate::report::json;

/// Bytes that a bundle may have.
const MOST_BYTES: u64 = 512 << 20;

/// What was found of one thing.
struct Check {
    is_sound: bool,
    text: String,
}

/// Checks a bundle. 0 where all is as it says, 1 where something is not.
pub fn verify(arguments: &Verify) -> Result<u8, Failure> {
    if arguments.identity.is_some() && arguments.allowed_signers.is_none() {
        return Err(Failure::Usage("--identity has no effect without --allowed-signers".to_owned()));
    }
    let path = &arguments.bundle;
    let bytes = read(path)?;
    let files = match unpack(&bytes) {
        Ok(files) => files,
        Err(error @ (Unpacking::NoBundle(_) | Unpacking::CutOff | Unpacking::TooLarge(_))) => {
            return Err(Failure::Usage(format!("cannot verify {path}: {error}")));
        }
        Err(error @ Unpacking::Damaged(_)) => {
            return said(path, &[], &[Check { is_sound: false, text: error.to_string() }]);
        }
    };
    let Some(statement) = files.get(STATEMENT) else {
        return Err(Failure::Usage(format!("cannot verify {path}: it is no bundle, for it holds no {STATEMENT}")));
    };
    let stated: Statement = match serde_json::from_slice(statement) {
        Ok(stated) => stated,
        Err(error) => {
            let text = format!("{STATEMENT} cannot be read: {error}");
            return said(path, &[], &[Check { is_sound: false, text }]);
        }
    };
    let mut checks = digests(&stated, &files);
    checks.extend(archive(&bytes, &files, &stated));
    checks.extend(judged(&stated, &files));
    checks.push(signed(arguments, &files, statement)?);
    said(path, &made_by(&stated), &checks)
}

fn digests(stated: &Statement, files: &Files) -> Vec<Check> {
    let complaints = complaints(stated, files);
    if complaints.is_empty() {
        let text = format!("{} files are what the statement says", files.len());
        return vec![Check { is_sound: true, text }];
    }
    complaints.into_iter().map(|text| Check { is_sound: false, text }).collect()
}

/// A byte between the files is changed as easily as one in them. Another version may compress otherwise.
fn archive(bytes: &[u8], files: &Files, stated: &Statement) -> Option<Check> {
    if stated.predicate.tool.version != env!("CARGO_PKG_VERSION") {
        return None;
    }
    let is_same = pack(files).is_ok_and(|it| it == bytes);
    (!is_same).then(|| Check {
        is_sound: false,
        text: "the archive is not the one that gapcheck wrote: somebody packed it anew, or changed a byte of it"
            .to_owned(),
    })
}

fn judged(stated: &Statement, files: &Files) -> Vec<Check> {
    let off = |text: String| vec![Check { is_sound: false, text }];
    let Some(held) = files.get(ASSESSMENT) else { return off(format!("{ASSESSMENT} is missing")) };
    let found = match rejudge(files, &stated.predicate.tool) {
        Ok(found) => found,
        Err(reason) => return off(format!("it cannot be judged anew: {reason}")),
    };
    let mut text = Vec::new();
    if json::write(&found, &mut text).is_err() {
        return off("the assessment cannot be written".to_owned());
    }
    if text == *held {
        let text = format!("judged anew, its evidence gives the same assessment to the byte: {}", found.gate.reason);
        return vec![Check { is_sound: true, text }];
    }
    let all = differences(&String::from_utf8_lossy(held), &found, &String::from_utf8_lossy(&text));
    all.into_iter().map(|text| Check { is_sound: false, text }).collect()
}

#[expect(clippy::disallowed_methods, reason = "the file of signers is named on the command line and read nowhere else")]
fn signed(arguments: &Verify, files: &Files, statement: &[u8]) -> Result<Check, Failure> {
    let check = |is_sound, text| Ok(Check { is_sound, text });
    let Some(signature) = files.get(SIGNATURE) else {
        let is_asked = arguments.allowed_signers.is_some();
        let text = if is_asked { "nobody signed it" } else { "nobody signed it, and nobody asked for a signature" };
        return check(!is_asked, text.to_owned());
    };
    let key = match signer(signature, statement) {
        Ok(key) => key,
        Err(reason) => return check(false, reason),
    };
    let print = key.fingerprint(ssh_key::HashAlg::Sha256);
    let Some(path) = &arguments.allowed_signers else {
        let text = format!("signed with the key {print}; `--allowed-signers` tells whose that is");
        return check(true, text);
    };
    let text = std::fs::read_to_string(path).map_err(|it| Failure::Usage(format!("cannot read {path}: {it}")))?;
    let day = clock::date(arguments.at).to_string();
    match allowed(&text, &key, arguments.identity.as_deref(), &day) {
        Ok(name) => check(true, format!("signed by {name} with the key {print}")),
        Err(reason) => check(false, format!("signed with the key {print}, which {path} does not allow: {reason}")),
    }
}

fn made_by(stated: &Statement) -> Vec<String> {
    let it = &stated.predicate;
    let commit = it.repository.as_ref().and_then(|it| it.commit.as_deref()).and_then(|it| it.get(..12));
    let of = commit.map(|it| format!(" at commit {it}")).unwrap_or_default();
    let head =
        format!("{} {}, {} judged by {}{of}", it.tool.name, it.tool.version, it.frameworks.join(" and "), it.date);
    let mut lines = vec![head];
    if it.tool.version != env!("CARGO_PKG_VERSION") {
        lines.push(format!("judged anew by version {}, which may know more", env!("CARGO_PKG_VERSION")));
    }
    lines
}

fn said(path: &Utf8Path, head: &[String], checks: &[Check]) -> Result<u8, Failure> {
    let is_sound = checks.iter().all(|it| it.is_sound);
    let safe = |text: &str| -> String { text.chars().map(|it| if it.is_control() { '?' } else { it }).collect() };
    console::print(|out| {
        writeln!(out, "{path}")?;
        for it in head {
            writeln!(out, "  {}", safe(it))?;
        }
        for it in checks {
            writeln!(out, "  {} {}", if it.is_sound { "✓" } else { "✗" }, safe(&it.text))?;
        }
        writeln!(out, "{}", if is_sound { "verified" } else { "not verified" })
    })?;
    Ok(if is_sound { exit::PASSED } else { exit::GAPS })
}

#[expect(clippy::disallowed_methods, reason = "the bundle is named on the command line")]
fn read(path: &Utf8Path) -> Result<Vec<u8>, Failure> {
    let off = |reason: String| Failure::Usage(format!("cannot verify {path}: {reason}"));
    let file = std::fs::File::open(path).map_err(|it| off(it.to_string()))?;
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|it| off(it.to_string()))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(off(format!("it is larger than a bundle may be: {MOST_BYTES} bytes")));
    }
    Ok(bytes)
}
