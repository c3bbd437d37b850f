//! The archive: a compressed tar file whose bytes depend on its contents alone. Whatever it is made of, unpacking it is
//! bounded, and nothing is written to the disk.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};

use flate2::bufread::GzDecoder;
use flate2::{Compression, GzBuilder};

/// Files by their names in the archive.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// Bytes that an archive may unpack to.
const MOST_BYTES: u64 = 1 << 30;

/// Files that an archive may hold.
const MOST_FILES: usize = 20_000;

/// What a file of ours begins with: compressed by deflate, no name, no time.
const MAGIC: [u8; 2] = [0x1f, 0x8b];

/// Why an archive cannot be unpacked.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Unpacking {
    /// Whoever named it named something else.
    #[error("it is no bundle: {0}")]
    NoBundle(&'static str),
    #[error("it ends before its end: the file was cut off or damaged")]
    CutOff,
    #[error("it is damaged, or somebody changed it: {0}")]
    Damaged(String),
    #[error("it is larger than a bundle may be: {0}")]
    TooLarge(String),
}

/// Packs the files, in the order of their names.
pub(super) fn pack(files: &Files) -> io::Result<Vec<u8>> {
    let mut builder = tar::Builder::new(Vec::new());
    builder.mode(tar::HeaderMode::Deterministic);
    for (name, bytes) in files {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(0);
        builder.append_data(&mut header, name, bytes.as_slice())?;
    }
    let tar = builder.into_inner()?;
    let mut zip = GzBuilder::new().mtime(0).operating_system(255).write(Vec::new(), Compression::default());
    zip.write_all(&tar)?;
    zip.finish()
}

/// Unpacks an archive into memory.
pub(super) fn unpack(bytes: &[u8]) -> Result<Files, Unpacking> {
    if !bytes.starts_with(&MAGIC) {
        return Err(Unpacking::NoBundle("it is not compressed with gzip"));
    }
    let mut decoder = GzDecoder::new(bytes);
    let mut tar = Vec::new();
    decoder.by_ref().take(MOST_BYTES + 1).read_to_end(&mut tar).map_err(|error| match error.kind() {
        io::ErrorKind::UnexpectedEof => Unpacking::CutOff,
        _ => Unpacking::Damaged(error.to_string()),
    })?;
    if tar.len() as u64 > MOST_BYTES {
        return Err(Unpacking::TooLarge(format!("it unpacks to more than {MOST_BYTES} bytes")));
    }
    if !decoder.into_inner().is_empty() {
        return Err(Unpacking::Damaged("something stands behind its end".to_owned()));
    }
    entries(&tar)
}

fn entries(tar: &[u8]) -> Result<Files, Unpacking> {
    let damaged = |error: io::Error| Unpacking::Damaged(error.to_string());
    let mut files = Files::new();
    let mut archive = tar::Archive::new(tar);
    for entry in archive.entries().map_err(damaged)? {
        let mut entry = entry.map_err(damaged)?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if !entry.header().entry_type().is_file() {
            return Err(Unpacking::Damaged(format!("`{}` is not a regular file", shown(&name))));
        }
        if !is_plain(&name) {
            return Err(Unpacking::Damaged(format!("`{}` would lie outside of it", shown(&name))));
        }
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).map_err(damaged)?;
        if files.insert(name.clone(), bytes).is_some() {
            return Err(Unpacking::Damaged(format!("it holds `{name}` twice")));
        }
        if files.len() > MOST_FILES {
            return Err(Unpacking::TooLarge(format!("it holds more than {MOST_FILES} files")));
        }
    }
    if files.is_empty() {
        return Err(Unpacking::NoBundle("it holds no files"));
    }
    Ok(files)
}

/// Whether a name stays within the archive, whatever system reads it.
fn is_plain(name: &str) -> bool {
    let is_part = |it: &str| !it.is_empty() && it != "." && it != "..";
    !name.contains(['\\', ':', '\0']) && name.split('/').all(is_part)
}

/// A name that may be anybody's, for a message.
fn shown(name: &str) -> String {
    name.chars().take(100).map(|it| if it.is_control() { '?' } else { it }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Files {
        let texts = [("b.json", "{}"), ("policies/a.rego", "package a"), ("a.json", "[]")];
        texts.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect()
    }

    /// A tar file with one entry of any name and type.
    fn tar_of(name: &str, kind: tar::EntryType) -> Vec<u8> {
        let mut header = tar::Header::new_ustar();
        header.set_size(1);
        header.set_entry_type(kind);
        let field = &mut header.as_old_mut().name;
        field[..name.len()].copy_from_slice(name.as_bytes());
        header.set_cksum();
        let mut builder = tar::Builder::new(Vec::new());
        builder.append(&header, &b"x"[..]).unwrap();
        builder.into_inner().unwrap()
    }

    #[test]
    fn what_is_packed_is_unpacked_and_packed_again_to_the_same_bytes() {
        let packed = pack(&files()).unwrap();
        assert_eq!(unpack(&packed).unwrap(), files());
        assert_eq!(pack(&files()).unwrap(), packed);
    }

    #[test]
    fn a_file_cut_off_anywhere_is_no_archive() {
        let packed = pack(&files()).unwrap();
        for end in 2..packed.len() {
            assert_eq!(unpack(&packed[..end]), Err(Unpacking::CutOff), "at {end}");
        }
        assert!(matches!(unpack(b"hello"), Err(Unpacking::NoBundle(_))));
        let longer = [packed.as_slice(), b"x"].concat();
        assert!(matches!(unpack(&longer), Err(Unpacking::Damaged(_))));
    }

    #[test]
    fn names_that_lead_outside_and_links_are_refused() {
        for name in ["../a", "/a", "a/../../b", "a\\b", "c:a", "a//b"] {
            let found = entries(&tar_of(name, tar::EntryType::Regular));
            assert!(matches!(found, Err(Unpacking::Damaged(_))), "{name}: {found:?}");
        }
        let link = entries(&tar_of("a", tar::EntryType::Symlink));
        assert!(matches!(link, Err(Unpacking::Damaged(_))), "{link:?}");
    }
}
