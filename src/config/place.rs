//! Files that people write beside what is scanned: regular ones, of a size that a person writes, and within the folder
//! that they speak of. A change under review may bring such a file, and must not make anybody read another.

use std::fs;
use std::io::{Error, ErrorKind, Read, Result};

use camino::Utf8Path;

/// A baseline of a hundred thousand gaps has some twenty million bytes.
const MOST_BYTES: u64 = 256 << 20;

/// The bytes of a file that `within` holds; of any regular file where it is not said what holds it.
#[expect(clippy::disallowed_methods, reason = "the door through which settings and what people add are read")]
pub(super) fn read(path: &Utf8Path, within: Option<&Utf8Path>) -> Result<Vec<u8>> {
    if let Some(folder) = within {
        let folder = if folder.as_str().is_empty() { Utf8Path::new(".") } else { folder };
        if !fs::canonicalize(path)?.starts_with(fs::canonicalize(folder)?) {
            return Err(Error::new(ErrorKind::InvalidInput, "it is a link that leads out of the folder"));
        }
    }
    // To open a pipe would wait for whoever writes to it.
    if !fs::metadata(path)?.is_file() {
        return Err(Error::new(ErrorKind::InvalidInput, "it is not a regular file"));
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Error::new(ErrorKind::InvalidInput, format!("it is larger than {} MiB", MOST_BYTES >> 20)));
    }
    Ok(bytes)
}

/// The same as text.
pub(super) fn read_text(path: &Utf8Path, within: Option<&Utf8Path>) -> Result<String> {
    String::from_utf8(read(path, within)?).map_err(|_| Error::new(ErrorKind::InvalidData, "it is not UTF-8"))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_link_out_of_the_folder_and_what_is_no_file_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let root = Utf8Path::from_path(folder.path()).unwrap().join("root");
        fs::create_dir(&root).unwrap();
        fs::write(root.parent().unwrap().join("outside"), "a").unwrap();
        fs::write(root.join("inside"), "b").unwrap();
        std::os::unix::fs::symlink("../outside", root.join("out")).unwrap();
        std::os::unix::fs::symlink("inside", root.join("in")).unwrap();
        std::os::unix::fs::symlink("/dev/zero", root.join("endless")).unwrap();
        assert_eq!(read_text(&root.join("in"), Some(&root)).unwrap(), "b");
        assert!(read_text(&root.join("out"), Some(&root)).unwrap_err().to_string().contains("leads out"));
        assert!(read_text(&root.join("endless"), None).unwrap_err().to_string().contains("regular"));
        assert_eq!(read_text(&root.join("out"), None).unwrap(), "a");
    }
}
