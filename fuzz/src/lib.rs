//! What the targets share: a text to files, files to a collector, and what must hold of whatever comes out.

#![expect(clippy::unwrap_used, reason = "a target fails by a panic")]

use camino::{Utf8Path, Utf8PathBuf};
use gapcheck::collect::read::{self, Content};
use gapcheck::collect::{COLLECTORS, SourceFile, Target};
use gapcheck::model::{Node, Problem, SourceId, Span};

/// Ends a file of an input that holds several.
pub const SEPARATOR: char = '\u{1e}';

/// Files of an input: the first line of each is its path.
pub fn files(data: &[u8]) -> Vec<(Utf8PathBuf, String)> {
    let text = String::from_utf8_lossy(data);
    let files = text.split(SEPARATOR).take(8).filter_map(|it| it.split_once('\n'));
    let plain = |it: &str| it.chars().filter(|it| !it.is_control()).collect::<String>();
    let mut files: Vec<_> = files.map(|(path, text)| (Utf8PathBuf::from(plain(path)), text.to_owned())).collect();
    files.sort();
    files.dedup_by(|next, before| next.0 == before.0);
    files
}

/// Lets one collector at the files of an input. Each must be accounted for, and every place lie in its text.
pub fn collector(name: &str, data: &[u8]) {
    let (row, collector) = COLLECTORS.iter().enumerate().find(|it| it.1.name == name).unwrap();
    let files = files(data);
    let mut target = Target { paths: files.iter().map(|it| it.0.clone()).collect(), ..Target::default() };
    for (path, text) in files {
        for read in read::given(&path, text.into_bytes(), COLLECTORS) {
            if let Content::Text(text) = read.content {
                let id = SourceId(u32::try_from(target.files.len()).unwrap());
                target.files.push(SourceFile { id, path: read.path, text, collectors: read.collectors });
            }
        }
    }
    let mine: Vec<&SourceFile> = target.files.iter().filter(|it| it.collectors.contains(&row)).collect();
    let collected = (collector.collect)(&target, &mine);
    for it in &mine {
        assert!(collected.readings.iter().any(|reading| reading.source == it.id), "{} is not accounted for", it.path);
    }
    let text = |span: Span| target.files.iter().find(|it| it.id == span.source).map(|it| &*it.text).unwrap();
    let within = |span: Span| assert!(text(span).get(span.range()).is_some(), "{span:?}");
    for it in &collected.evidence {
        within(it.span);
        within(it.name_span);
        nodes(&it.facts, &within);
    }
    problems(collected.readings.iter().flat_map(|it| &it.problems), &within);
    collected.secrets.iter().for_each(|it| within(*it));
}

/// Every place of a tree.
pub fn nodes(node: &Node, within: &impl Fn(Span)) {
    node.walk(&mut |_, it: &Node| {
        within(it.span);
        it.name_span.into_iter().for_each(within);
        it.via.iter().flat_map(|it| it.iter()).for_each(|it| within(it.span));
    });
}

/// Every place of a list of problems.
pub fn problems<'a>(problems: impl IntoIterator<Item = &'a Problem>, within: &impl Fn(Span)) {
    problems.into_iter().filter_map(|it| it.span).for_each(within);
}

/// The text of an input and what checks that a place lies in it.
pub fn text(data: &[u8]) -> (String, impl Fn(Span)) {
    let text = String::from_utf8_lossy(data).into_owned();
    let copy = text.clone();
    (text, move |span: Span| assert!(copy.get(span.range()).is_some(), "{span:?}"))
}

/// Puts a file into a folder of its own and lets `read` look at it.
pub fn placed(name: &str, data: &[u8], read: impl FnOnce(&Utf8Path)) {
    let folder = tempfile::tempdir().unwrap();
    let root = Utf8Path::from_path(folder.path()).unwrap();
    let path = root.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, data).unwrap();
    read(root);
}
