//! Files that a command writes stand whole or not at all: never a half of a report.

use std::io::{self, Write};

use camino::Utf8Path;
use tempfile::Builder;

use super::failure::Failure;

/// Puts `bytes` at `path`, through a neighbour that takes its place in one step. What cannot be replaced (a device,
/// a pipe) is written to as it is; a link keeps standing and its target is replaced.
///
/// # Errors
///
/// [`Failure::Output`] names the path: the user mends that. What stood there before still stands.
pub fn whole(path: &Utf8Path, bytes: &[u8]) -> Result<(), Failure> {
    place(path, bytes).map_err(|error| Failure::Output { path: path.to_owned(), error })
}

fn place(path: &Utf8Path, bytes: &[u8]) -> io::Result<()> {
    let target = path.canonicalize_utf8().unwrap_or_else(|_| path.to_owned());
    if target.exists() && !target.is_file() {
        return std::fs::OpenOptions::new().write(true).open(&target)?.write_all(bytes);
    }
    let folder = target.parent().filter(|it| !it.as_str().is_empty()).unwrap_or(Utf8Path::new("."));
    let mut builder = Builder::new();
    builder.prefix(".gapcheck-");
    #[cfg(unix)]
    builder.permissions(permissions(&target));
    let mut beside = builder.tempfile_in(folder)?;
    beside.write_all(bytes)?;
    beside.persist(&target)?;
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
    }
}
