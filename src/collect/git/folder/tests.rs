//! Folders of git that lead elsewhere.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;

use super::*;

/// A folder with a repository in `here`, one in `there`, and a file that nobody is to see.
fn folders() -> (tempfile::TempDir, Utf8PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = Utf8PathBuf::from_path_buf(folder.path().canonicalize().unwrap()).unwrap();
    for name in ["here", "there"] {
        let git = path.join(name).join(".git");
        for it in ["refs/heads", "objects/info", "objects/pack"] {
            fs::create_dir_all(git.join(it)).unwrap();
        }
        fs::write(git.join("HEAD"), "ref: refs/heads/main\n").unwrap();
        fs::write(git.join("refs/heads/main"), format!("{}\n", "1".repeat(40))).unwrap();
    }
    fs::write(path.join("secret"), "ref: a-secret\n").unwrap();
    (folder, path)
}

fn astray(root: &Utf8Path) -> Option<Astray> {
    crate::collect::git::astray(root)
}

#[test]
fn what_lies_where_it_should_is_read() {
    let (_folder, path) = folders();
    assert_eq!(astray(&path.join("here")), None);
    assert_eq!(astray(&path.join("here/.git")), None, "as a bare one");
    fs::write(path.join("here/.git/objects/info/alternates"), "# none\n\n").unwrap();
    assert_eq!(astray(&path.join("here")), None);
}

#[test]
fn borrowed_objects_are_not_looked_for() {
    let (_folder, path) = folders();
    fs::write(path.join("here/.git/objects/info/alternates"), "../../../there/.git/objects\n").unwrap();
    assert_eq!(astray(&path.join("here")), Some(Astray::Borrowed));
}

#[test]
fn links_pipes_and_devices_are_not_opened() {
    for name in ["HEAD", "packed-refs", "config", "refs/heads/other", "objects/aa", "objects/pack/pack-1.idx"] {
        let (_folder, path) = folders();
        let file = path.join("here/.git").join(name);
        if file.exists() {
            fs::remove_file(&file).unwrap();
        }
        symlink(path.join("secret"), &file).unwrap();
        assert_eq!(astray(&path.join("here")), Some(Astray::Linked), "{name}");
    }
    let (_folder, path) = folders();
    fs::remove_dir_all(path.join("here/.git")).unwrap();
    symlink(path.join("there/.git"), path.join("here/.git")).unwrap();
    assert_eq!(astray(&path.join("here")), Some(Astray::Linked));
}

#[test]
fn no_name_leads_out_of_the_folder() {
    let (_folder, path) = folders();
    for head in ["ref: ../../secret\n", "ref: /etc/passwd\n", "root:x:0:0\n"] {
        fs::write(path.join("here/.git/HEAD"), head).unwrap();
        let found = crate::collect::git::repository(&path.join("here")).unwrap();
        assert_eq!(found.commit, None, "{head}");
    }
    fs::remove_file(path.join("here/.git/HEAD")).unwrap();
    symlink(path.join("secret"), path.join("here/.git/HEAD")).unwrap();
    assert_eq!(crate::collect::git::repository(&path.join("here")), None);
}

#[test]
fn a_work_tree_and_a_submodule_belong_to_what_names_them_back() {
    let (_folder, path) = folders();
    let work_tree = path.join("work");
    fs::create_dir(&work_tree).unwrap();
    let own = path.join("there/.git/worktrees/work");
    fs::create_dir_all(&own).unwrap();
    fs::write(work_tree.join(".git"), format!("gitdir: {own}\n")).unwrap();
    fs::write(own.join("HEAD"), "ref: refs/heads/main\n").unwrap();
    fs::write(own.join("commondir"), "../..\n").unwrap();
    assert_eq!(astray(&work_tree), Some(Astray::Foreign));
    assert_eq!(crate::collect::git::repository(&work_tree), None);
    fs::write(own.join("gitdir"), format!("{work_tree}/.git\n")).unwrap();
    assert_eq!(astray(&work_tree), None);
    assert_eq!(crate::collect::git::repository(&work_tree).unwrap().commit, Some("1".repeat(40)));
    fs::write(own.join("gitdir"), "/elsewhere/.git\n").unwrap();
    assert_eq!(astray(&work_tree), Some(Astray::Foreign));

    let submodule = path.join("here/sub");
    fs::create_dir(&submodule).unwrap();
    fs::write(submodule.join(".git"), "gitdir: ../.git/modules/sub\n").unwrap();
    let own = path.join("here/.git/modules/sub");
    fs::create_dir_all(&own).unwrap();
    fs::write(own.join("HEAD"), format!("{}\n", "2".repeat(40))).unwrap();
    assert_eq!(astray(&submodule), Some(Astray::Foreign));
    fs::write(own.join("config"), "[core]\n\tworktree = ../../../sub\n").unwrap();
    assert_eq!(astray(&submodule), None);
    assert_eq!(crate::collect::git::repository(&submodule).unwrap().commit, Some("2".repeat(40)));
}
