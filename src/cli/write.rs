//! Files that a command writes stand whole or not at all: never a half of a report.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Read, Seek, Write};

use camino::{Utf8Path, Utf8PathBuf};
use tempfile::Builder;

use super::failure::Failure;

/// Puts `bytes` at `path`, through a neighbour that takes its place in one step. What cannot be replaced (a device,
/// a pipe) is written to as it is; a link keeps standing and its target is replaced.
///
/// # Errors
///
/// [`Failure::Output`] names the path: the user mends that. What stood there before still stands.
pub fn whole(path: &Utf8Path, bytes: &[u8]) -> Result<(), Failure> {
    let written = match device(&target(path)) {
        Some(device) => device.and_then(|mut it| it.write_all(bytes)),
        None => place(&target(path), bytes),
    };
    written.map_err(|error| Failure::Output { path: path.to_owned(), error })
}

/// A file that is written piece by piece, and stands at its path once it is finished. Until then it has no name, so
/// that nothing is left of it however the run ends.
pub struct Growing {
    out: BufWriter<File>,
    /// Where it goes; none for what cannot be replaced.
    target: Option<Utf8PathBuf>,
}

impl Growing {
    /// Fails where no file can be made in that folder, before there is anything to write.
    pub fn begin(path: &Utf8Path) -> io::Result<Self> {
        let target = target(path);
        if let Some(device) = device(&target) {
            return Ok(Self { out: BufWriter::new(device?), target: None });
        }
        Ok(Self { out: BufWriter::new(tempfile::tempfile_in(folder(&target))?), target: Some(target) })
    }

    /// Gives the file its name.
    pub fn finish(self) -> io::Result<()> {
        let mut written = self.out.into_inner()?;
        let Some(target) = self.target else { return Ok(()) };
        written.rewind()?;
        place(&target, written)
    }
}

impl Write for Growing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn target(path: &Utf8Path) -> Utf8PathBuf {
    path.canonicalize_utf8().unwrap_or_else(|_| path.to_owned())
}

fn folder(target: &Utf8Path) -> &Utf8Path {
    target.parent().filter(|it| !it.as_str().is_empty()).unwrap_or(Utf8Path::new("."))
}

/// What is there and cannot be replaced, opened.
fn device(target: &Utf8Path) -> Option<io::Result<File>> {
    (target.exists() && !target.is_file()).then(|| OpenOptions::new().write(true).open(target))
}

fn place(target: &Utf8Path, mut content: impl Read) -> io::Result<()> {
    let mut builder = Builder::new();
    builder.prefix(".gapcheck-");
    #[cfg(unix)]
    builder.permissions(permissions(target));
    let mut beside = builder.tempfile_in(folder(target))?;
    io::copy(&mut content, &mut beside)?;
    beside.persist(target)?;
    Ok(())
}

/// Those of the file that is replaced; of a new one what the process gives its files.
#[cfg(unix)]
#[expect(clippy::disallowed_methods, reason = "the file is the one that the command was asked to write")]
fn permissions(target: &Utf8Path) -> std::fs::Permissions {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(target).map_or_else(|_| PermissionsExt::from_mode(0o666), |it| it.permissions())
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test reads what it wrote")]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, camino::Utf8PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = camino::Utf8PathBuf::from_path_buf(folder.path().to_owned()).unwrap();
        (folder, path)
    }

    fn names(path: &Utf8Path) -> Vec<String> {
        let entries = path.read_dir_utf8().unwrap();
        let mut names: Vec<String> = entries.map(|it| it.unwrap().file_name().to_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_beside_it() {
        let (_guard, folder) = folder();
        let path = folder.join("report.json");
        whole(&path, b"a longer first report").unwrap();
        whole(&path, b"second").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"second");
        assert_eq!(names(&folder), ["report.json"]);
    }

    #[test]
    fn what_cannot_be_replaced_leaves_no_trace() {
        let (_guard, folder) = folder();
        std::fs::create_dir(folder.join("report.json")).unwrap();
        let failure = whole(&folder.join("report.json"), b"text").unwrap_err();
        assert!(failure.to_string().starts_with("cannot write"), "{failure}");
        assert!(whole(&folder.join("missing/report.json"), b"text").is_err());
        assert_eq!(names(&folder), ["report.json"]);
    }

    #[test]
    fn a_file_that_grows_is_seen_once_it_is_finished() {
        let (_guard, folder) = folder();
        let path = folder.join("rows.jsonl");
        whole(&path, b"before").unwrap();
        let mut growing = Growing::begin(&path).unwrap();
        growing.write_all(b"one\n").unwrap();
        growing.flush().unwrap();
        assert_eq!(
            (std::fs::read(&path).unwrap(), names(&folder)),
            (b"before".to_vec(), vec!["rows.jsonl".to_owned()])
        );
        growing.write_all(b"two\n").unwrap();
        growing.finish().unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"one\ntwo\n");
        drop(Growing::begin(&path).unwrap());
        assert_eq!(names(&folder), ["rows.jsonl"]);
        assert!(Growing::begin(&folder.join("missing/rows.jsonl")).is_err());
        assert!(Growing::begin(&folder).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn links_devices_and_permissions_stay_what_they_are() {
        use std::os::unix::fs::PermissionsExt;
        let (_guard, folder) = folder();
        let (path, link) = (folder.join("report.json"), folder.join("link"));
        whole(&path, b"first").unwrap();
        std::fs::set_permissions(&path, PermissionsExt::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink("report.json", &link).unwrap();
        whole(&link, b"second").unwrap();
        assert!(link.is_symlink());
        assert_eq!(std::fs::read(&path).unwrap(), b"second");
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        whole(Utf8Path::new("/dev/null"), b"text").unwrap();
        let mut growing = Growing::begin(&link).unwrap();
        growing.write_all(b"third").unwrap();
        growing.finish().unwrap();
        assert!(link.is_symlink());
        assert_eq!(std::fs::read(&path).unwrap(), b"third");
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        Growing::begin(Utf8Path::new("/dev/null")).unwrap().finish().unwrap();
    }
}
