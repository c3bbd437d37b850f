//! Charts that lie packed in another chart's `charts` folder: their files, read in memory and within bounds.

use std::io::Read;

use camino::{Utf8Path, Utf8PathBuf};
use flate2::read::GzDecoder;
use tar::{Archive, EntryType};

/// The most bytes that an archive may unpack to, with all that is packed within it.
const UNPACKED: u64 = 64 << 20;

/// The most files that an archive may hold.
const FILES: usize = 10_000;

/// The bytes that their heads and padding may take besides.
const HEADS: u64 = 2048 * FILES as u64;

/// How deep archives may lie within one another.
const DEPTH: usize = 4;

/// Whether a path is a chart that another chart is built on: `charts/redis-18.1.0.tgz`.
pub(super) fn is_packed_chart(path: &Utf8Path) -> bool {
    let is_within = path.parent().is_some_and(|it| it.file_name() == Some("charts"));
    is_within && path.extension() == Some("tgz")
}

/// The files of a packed chart, in the order of their paths: the archive's own path stands for the chart's folder.
///
/// # Errors
///
/// Why it cannot be read, in a few words.
pub(super) fn files(path: &Utf8Path, bytes: &[u8]) -> Result<Vec<(Utf8PathBuf, Vec<u8>)>, String> {
    let mut left = UNPACKED;
    let mut found = Vec::new();
    unpack(path, bytes, 0, &mut left, &mut found)?;
    found.sort();
    Ok(found)
}

fn unpack(
    path: &Utf8Path,
    bytes: &[u8],
    depth: usize,
    left: &mut u64,
    found: &mut Vec<(Utf8PathBuf, Vec<u8>)>,
) -> Result<(), String> {
    let broken = |it: std::io::Error| format!("this is not a gzipped tar archive: {it}");
    let mut archive = Archive::new(GzDecoder::new(bytes).take(left.saturating_add(HEADS)));
    for entry in archive.entries().map_err(broken)? {
        let mut entry = entry.map_err(broken)?;
        if !matches!(entry.header().entry_type(), EntryType::Regular | EntryType::Continuous) {
            continue;
        }
        let named = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let Some(within) = within(&named) else {
            return Err(format!("it holds a file that would lie outside of it: {named}"));
        };
        let Some(within) = within else { continue };
        let mut content = Vec::new();
        entry.by_ref().take(*left + 1).read_to_end(&mut content).map_err(broken)?;
        *left = match left.checked_sub(content.len() as u64) {
            Some(left) if found.len() < FILES => left,
            _ => return Err(format!("it unpacks to more than {} MiB or {FILES} files", UNPACKED >> 20)),
        };
        let whole = path.join(within);
        if is_packed_chart(&whole) && depth < DEPTH {
            unpack(&whole, &content, depth + 1, left, found)?;
        } else {
            found.push((whole, content));
        }
    }
    Ok(())
}

/// The path within the chart, without the folder that every packed chart begins with; an inner nothing for what lies
/// beside that folder, an outer one for what leads out.
fn within(named: &str) -> Option<Option<Utf8PathBuf>> {
    let leads_out = named.starts_with('/') || named.contains('\\') || named.split('/').any(|it| it == "..");
    if leads_out {
        return None;
    }
    let parts: Vec<&str> = named.split('/').filter(|it| !matches!(*it, "" | ".")).collect();
    let inner = parts.get(1..).filter(|it| !it.is_empty());
    Some(inner.map(|it| it.iter().collect()))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    const PATH: &str = "shop/charts/db-1.0.0.tgz";

    fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut builder = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
        for (path, content) in files {
            let mut header = tar::Header::new_gnu();
            // The header's bytes are written by hand: its methods refuse paths that lead out.
            for (to, from) in header.as_old_mut().name.iter_mut().zip(path.bytes()) {
                *to = from;
            }
            header.set_size(content.len() as u64);
            header.set_mode(0o644);
            header.set_cksum();
            builder.append(&header, *content).expect("it is written");
        }
        builder.into_inner().and_then(GzEncoder::finish).expect("it is written")
    }

    fn read(files: &[(&str, &[u8])]) -> Result<Vec<String>, String> {
        let found = super::files(PATH.into(), &packed(files))?;
        Ok(found.into_iter().map(|it| it.0.into_string()).collect())
    }

    #[test]
    fn the_archive_stands_for_the_folder_of_the_chart() {
        let inner = packed(&[("cache/Chart.yaml", b"name: cache")]);
        let found = read(&[
            ("db/templates/a.yaml", b"a"),
            ("db/Chart.yaml", b"name: db"),
            ("db/charts/cache-2.tgz", &inner),
            ("stray", b""),
        ]);
        let expected = ["Chart.yaml", "charts/cache-2.tgz/Chart.yaml", "templates/a.yaml"];
        assert_eq!(found, Ok(expected.iter().map(|it| format!("{PATH}/{it}")).collect()));
    }

    #[test]
    fn paths_that_lead_out_are_refused() {
        for path in ["../x", "db/../../x", "/etc/x", "db\\..\\x"] {
            let found = read(&[("db/Chart.yaml", b""), (path, b"")]);
            assert!(found.clone().is_err_and(|it| it.contains("outside of it")), "{path}: {found:?}");
        }
    }

    #[test]
    fn a_bomb_and_rubbish_are_refused() {
        let zeros = vec![0; 70 << 20];
        let found = read(&[("db/Chart.yaml", &zeros)]);
        assert!(found.clone().is_err_and(|it| it.contains("more than 64 MiB")), "{:?}", found.map(|it| it.len()));
        assert!(files(PATH.into(), b"rubbish").is_err_and(|it| it.contains("not a gzipped tar")));
        let mut cut = packed(&[("db/Chart.yaml", &[1; 5000])]);
        cut.truncate(40);
        cut.flush().expect("memory");
        assert!(files(PATH.into(), &cut).is_err());
    }
}
