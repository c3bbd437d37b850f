//! Some paths of a tree, told by the topmost folders that hold nothing else.

use std::collections::{BTreeMap, BTreeSet};

use camino::Utf8Path;

/// The topmost folders, each with a slash at its end, all of whose files are among `some`, and the files of other folders.
/// All of the tree is `/`.
pub(super) fn collapsed<'a>(all: &[&'a Utf8Path], some: &[&'a Utf8Path]) -> BTreeSet<String> {
    let mut counts: BTreeMap<&Utf8Path, (usize, usize)> = BTreeMap::new();
    for path in all {
        for folder in folders(path) {
            counts.entry(folder).or_default().0 += 1;
        }
    }
    for path in some {
        for folder in folders(path) {
            counts.entry(folder).or_default().1 += 1;
        }
    }
    let is_whole = |it: &&Utf8Path| counts.get(it).is_some_and(|(all, some)| all == some);
    let told = |path: &&Utf8Path| match folders(path).filter(is_whole).last() {
        Some(folder) => format!("{folder}/"),
        None => path.to_string(),
    };
    some.iter().map(told).collect()
}

/// The folders that a path lies in, the nearest first and the root last.
fn folders(path: &Utf8Path) -> impl Iterator<Item = &Utf8Path> {
    path.ancestors().skip(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_without_anything_else_are_told_once() {
        let all: Vec<&Utf8Path> =
            ["a/b/1", "a/b/2", "a/c/3", "d/4", "d/5", "e"].iter().map(|it| Utf8Path::new(*it)).collect();
        let told = |some: &[&'static str]| {
            let some: Vec<&Utf8Path> = some.iter().map(|it| Utf8Path::new(*it)).collect();
            collapsed(&all, &some).into_iter().collect::<Vec<_>>().join(" ")
        };
        assert_eq!(told(&["a/b/1", "a/b/2", "d/4"]), "a/b/ d/4");
        assert_eq!(told(&["a/b/1", "a/b/2", "a/c/3", "e"]), "a/ e");
        assert_eq!(told(&["a/b/1", "a/b/2", "a/c/3", "d/4", "d/5", "e"]), "/");
        assert_eq!(told(&[]), "");
    }
}
