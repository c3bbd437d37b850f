//! What holds of every input: a run ends in a result, every place lies in its text, the same files give the same bytes
//! whoever names them and however many threads there are, and what is printed as JSON reads back as it was.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use camino::{Utf8Path, Utf8PathBuf};
use gapcheck::collect::{COLLECTORS, WalkOptions, collect};
use gapcheck::config::framework;
use gapcheck::evaluate::{Options, assess, tool};
use gapcheck::model::{Accepted, Assessment, Document, Frameworks, Node, Severity, Sources, Span, saved};
use gapcheck::rego::PolicySet;
use gapcheck::report::{FORMATS, HumanOptions};
use proptest::prelude::{ProptestConfig, Strategy, prop, proptest};
use proptest::sample::Index;
use walkdir::WalkDir;

/// Files of all formats to change at random.
const FOLDER: &str = "fixtures/policies";

/// What is put into a file, besides pieces of other files.
const PIECES: &[&str] = &[
    "",
    "\n",
    "\t",
    " ",
    "\"",
    "'",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "${",
    "{{",
    "}}",
    "$(",
    "|",
    "\\",
    "&a ",
    "*a ",
    "<<: ",
    "=",
    "- ",
    ": ",
    "null",
    "true",
    "-1",
    "1e999",
    "é",
    "😀",
    "\u{feff}",
    "\u{0}",
    "\u{202e}",
    "# ",
    "/*",
    "<<EOF\n",
    "!Ref ",
    "~",
    "count = 3\n",
    "for_each = {}\n",
    "var.x",
    "each.value",
    "extends: ",
    "include: ",
    "on:\n",
    "\r\n",
    "...",
    "---\n",
    "%",
];

/// Paths and texts of the fixtures.
static FIXTURES: LazyLock<Vec<(Utf8PathBuf, String)>> = LazyLock::new(|| {
    let files = WalkDir::new(FOLDER).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = files.filter(|it| it.file_type().is_file()).filter_map(|it| {
        let path = Utf8Path::from_path(it.path())?.to_owned();
        #[expect(clippy::disallowed_methods, reason = "a test reads its fixtures")]
        let text = fs::read_to_string(&path).ok()?;
        // The path below the fixture's own folder is what tells the format.
        let below: Utf8PathBuf = path.components().skip(3).collect();
        Some((below, text))
    });
    files.collect()
});

static FRAMEWORKS: LazyLock<Frameworks> = LazyLock::new(|| Frameworks::one(framework::built_in("soc2").unwrap()));

static POLICIES: LazyLock<PolicySet> = LazyLock::new(|| PolicySet::load(&[], &FRAMEWORKS.asked).unwrap());

/// A change of a text: where, how much goes, and what comes.
type Edit = (Index, usize, Index);

/// One to four files, each with a few changes.
fn trees() -> impl Strategy<Value = Vec<(Utf8PathBuf, String)>> {
    let edit = || (proptest::prelude::any::<Index>(), 0..40_usize, proptest::prelude::any::<Index>());
    let file = (proptest::prelude::any::<Index>(), prop::collection::vec(edit(), 0..5));
    prop::collection::vec(file, 1..5).prop_map(|files| files.iter().map(|(at, edits)| changed(at, edits)).collect())
}

fn changed(at: &Index, edits: &[Edit]) -> (Utf8PathBuf, String) {
    let (path, text) = at.get(&FIXTURES);
    let mut text = text.clone();
    for (place, length, piece) in edits {
        let boundary = |at: usize| (0..=at.min(text.len())).rev().find(|it| text.is_char_boundary(*it)).unwrap();
        let from = boundary(place.index(text.len() + 1));
        let to = boundary(from + length).max(from);
        let other = &piece.get(&FIXTURES).1;
        // Half of what comes is a line of another file.
        let new = match piece.index(2) {
            0 => other.lines().nth(piece.index(other.lines().count().max(1))).unwrap_or_default(),
            _ => piece.get(PIECES),
        };
        text.replace_range(from..to, new);
    }
    (path.clone(), text)
}

fn options() -> Options {
    Options {
        date: "2026-01-01".to_owned(),
        categories: vec!["availability".to_owned(), "confidentiality".to_owned(), "privacy".to_owned()],
        criteria: Vec::new(),
        fail_on: Severity::Low,
        strict: false,
        passes: true,
        accepted: Accepted::default(),
        before: None,
        examination: None,
    }
}

/// The files in a folder of their own.
fn written(tree: &[(Utf8PathBuf, String)]) -> (tempfile::TempDir, Utf8PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let root = Utf8Path::from_path(folder.path()).unwrap().to_owned();
    for (path, text) in tree {
        let path = root.join(path);
        // A file may stand where another wants a folder.
        if fs::create_dir_all(path.parent().unwrap()).is_ok() {
            let _ = fs::write(path, text);
        }
    }
    (folder, root)
}

fn scanned(paths: &[Utf8PathBuf]) -> (Document, Assessment) {
    let document = collect(paths, &WalkOptions::default()).unwrap();
    let assessment = assess(&document, &POLICIES, &FRAMEWORKS, &options());
    (document, assessment)
}

/// Every report, by its format.
type Reports = BTreeMap<&'static str, Vec<u8>>;

fn reports(assessment: &Assessment, sources: &Sources) -> Reports {
    let rendered = FORMATS.iter().map(|format| {
        let mut out = Vec::new();
        (format.render)(assessment, sources, &HumanOptions::default(), &mut out).unwrap();
        (format.name, out)
    });
    rendered.collect()
}

fn json(assessment: &Assessment, sources: &Sources) -> String {
    let format = FORMATS.iter().find(|it| it.name == "json").unwrap();
    let mut out = Vec::new();
    (format.render)(assessment, sources, &HumanOptions::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Says which report differs, and not in thousands of lines.
fn assert_same(one: &Reports, other: &Reports) {
    for (name, bytes) in one {
        let place = bytes.iter().zip(&other[name]).position(|(a, b)| a != b);
        let around = |bytes: &[u8]| {
            let from = place.unwrap_or_default().saturating_sub(80);
            String::from_utf8_lossy(&bytes[from.min(bytes.len())..bytes.len().min(from + 160)]).into_owned()
        };
        assert!(*bytes == other[name], "{name}: {:?} and {:?}", around(bytes), around(&other[name]));
    }
}

/// Each report can be read by what reads its format.
fn assert_well_formed(reports: &Reports) {
    let text = |name: &str| std::str::from_utf8(&reports[name]).unwrap();
    for name in ["json", "sarif", "gitlab", "gitlab-sast", "oscal"] {
        serde_json::from_str::<serde_json::Value>(text(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    for line in text("jsonl").lines() {
        serde_json::from_str::<serde_json::Value>(line).unwrap();
    }
    for name in ["csv", "csv-matrix"] {
        // A row of another length than the first is an error.
        csv::Reader::from_reader(text(name).as_bytes()).records().for_each(|row| drop(row.unwrap()));
    }
    let mut junit = quick_xml::Reader::from_str(text("junit"));
    while junit.read_event().unwrap() != quick_xml::events::Event::Eof {}
    zip::ZipArchive::new(std::io::Cursor::new(&reports["xlsx"])).unwrap();
    for name in ["human", "markdown", "github", "html"] {
        assert!(!text(name).contains('\u{0}'), "{name}");
    }
}

/// The same by a number of threads.
fn by_threads(threads: usize, paths: &[Utf8PathBuf]) -> Reports {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| {
        let options = WalkOptions { threads, ..WalkOptions::default() };
        let document = collect(paths, &options).unwrap();
        reports(&assess(&document, &POLICIES, &FRAMEWORKS, &self::options()), &document.sources)
    })
}

/// A span that ends before it begins, runs past its text, or cuts a character.
fn check(span: Span, sources: &Sources) {
    let source = sources.source(span.source).unwrap();
    let text = source.text.as_deref().unwrap();
    assert!(text.get(span.range()).is_some(), "{span:?} in {}: {text:?}", source.path);
}

fn check_places(document: &Document) {
    for it in &document.evidence {
        check(it.span, &document.sources);
        check(it.name_span, &document.sources);
        it.called_from.iter().for_each(|it| check(it.span, &document.sources));
        it.facts.walk(&mut |_, node: &Node| {
            check(node.span, &document.sources);
            node.name_span.into_iter().for_each(|it| check(it, &document.sources));
            node.via.iter().flat_map(|it| it.iter()).for_each(|it| check(it.span, &document.sources));
            node.as_unresolved().into_iter().for_each(|it| check(it.place, &document.sources));
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_files_end_in_a_result_whose_places_lie_in_them(tree in trees()) {
        let (_folder, root) = written(&tree);
        let (document, assessment) = scanned(&[root]);
        check_places(&document);
        assert_well_formed(&reports(&assessment, &document.sources));
        for problem in document.ledger.files.iter().flat_map(|it| &it.problems) {
            assert!(!problem.message.contains("broke down"), "a collector panics: {}", problem.message);
        }
    }

    #[test]
    fn the_same_files_give_the_same_bytes(tree in trees()) {
        let (_folder, root) = written(&tree);
        let paths = [root];
        let once = by_threads(1, &paths);
        assert_same(&once, &by_threads(7, &paths));
    }

    #[test]
    fn the_order_in_which_files_are_named_does_not_matter(tree in trees()) {
        let (_folder, root) = written(&tree);
        let mut paths: Vec<Utf8PathBuf> = tree.iter().map(|it| root.join(&it.0)).filter(|it| it.is_file()).collect();
        paths.sort();
        paths.dedup();
        let (document, assessment) = scanned(&paths);
        paths.reverse();
        let (other, reversed) = scanned(&paths);
        assert_same(&reports(&assessment, &document.sources), &reports(&reversed, &other.sources));
    }

    #[test]
    fn what_is_printed_reads_back_as_it_was(tree in trees()) {
        let (_folder, root) = written(&tree);
        let (document, assessment) = scanned(&[root]);
        let read: Assessment = serde_json::from_str(&json(&assessment, &document.sources)).unwrap();
        assert_eq!(read, assessment);
        let evidence = saved::save(&document, tool(&POLICIES), "2026-01-01");
        let formats: Vec<&'static str> = COLLECTORS.iter().map(|it| it.name).collect();
        let again = saved::read(&serde_json::to_string(&evidence).unwrap(), &formats).unwrap();
        let judged = assess(&again, &POLICIES, &FRAMEWORKS, &options());
        assert_eq!(json(&judged, &again.sources), json(&assessment, &document.sources));
    }
}

#[test]
fn every_collector_has_a_fuzz_target() {
    // The history is a repository's, and no text.
    let collectors = COLLECTORS.iter().map(|it| it.name).filter(|it| *it != "git");
    let missing: Vec<&str> = collectors
        .filter(|it| !Utf8PathBuf::from(format!("fuzz/targets/collect_{}.rs", it.replace('-', "_"))).exists())
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}
