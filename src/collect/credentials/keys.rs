//! Private keys in the armour that all tools write.

use std::ops::Range;

/// What begins every armoured key.
pub(super) const MARK: &str = "-----BEGIN ";

/// Letters that a key has at least; a test of a parser has fewer.
const LEAST: usize = 100;

/// Bytes of the largest block that is looked at.
const LONGEST: usize = 16 << 10;

/// A block of a private key.
pub(super) struct Key {
    pub(super) range: Range<usize>,
    /// Whether a passphrase protects it.
    pub(super) encrypted: bool,
    /// Whether the block holds a key, and not three dots.
    pub(super) whole: bool,
}

/// The private key that begins at a mark, if one does.
pub(super) fn key(text: &str, at: usize) -> Option<Key> {
    let rest = text.get(at..)?;
    let rest = (0..=LONGEST.min(rest.len())).rev().find_map(|it| rest.get(..it))?;
    let head = rest.strip_prefix(MARK)?.get(..40.min(rest.len() - MARK.len()))?.split("-----").next()?;
    let is_private = head.ends_with("PRIVATE KEY") || head == "PGP PRIVATE KEY BLOCK";
    if !is_private {
        return None;
    }
    let footer = format!("-----END {head}-----");
    let end = rest.find(&footer).map_or(rest.len(), |it| it + footer.len());
    let block = rest.get(..end)?;
    let inside = block.get(MARK.len() + head.len() + 5..).unwrap_or_default();
    // In a string of a program or of JSON, line breaks are written out.
    let letters = inside.replace("\\n", "");
    let letters = letters.bytes().filter(|it| it.is_ascii_alphanumeric() || matches!(it, b'+' | b'/')).count();
    let is_sealed = head.starts_with("ENCRYPTED") || inside.contains("ENCRYPTED") || is_sealed_ssh(head, inside);
    let is_filled = letters >= LEAST && !inside.contains("...") && !inside.contains("${") && !inside.contains("{{");
    Some(Key { range: at..at + block.len(), encrypted: is_sealed, whole: is_filled })
}

/// The name of the cipher stands at the beginning of an OpenSSH key; `none` where there is no passphrase.
fn is_sealed_ssh(head: &str, inside: &str) -> bool {
    const AES: &str = "b3BlbnNzaC1rZXktdjEAAAAACmFlcz";
    head.starts_with("OPENSSH") && inside.trim_start().starts_with(AES)
}
