//! The page for auditors in a real browser. Needs Chromium, which `GAPCHECK_CHROMIUM` or `PATH` names:
//! `cargo test --test page -- --ignored`.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic, and reads what it wrote")]

use std::fs;
use std::process::{Command, Output};
use std::sync::LazyLock;

use camino::{Utf8Path, Utf8PathBuf};
use gapcheck::model::{Assessment, Finding, Sources};
use gapcheck::report::{FORMATS, HumanOptions};
use serde_json::Value;

const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Asks the page, and writes the answers where `--dump-dom` shows them.
const PROBE: &str = include_str!("page/probe.js");

/// What a file may hold to be obeyed by a page.
const HOSTILE: &str =
    "<img src=x onerror=\"window.obeyed=1\"><script>window.obeyed=1</script>'\"`</pre></mark>{{ 7*7 }}";

/// Sizes and schemes in which people read it: width, and Chromium's number of the scheme.
const VIEWS: &[(&str, u32, u8)] = &[
    ("wide and light", 1280, 1),
    ("wide and dark", 1280, 0),
    ("narrow and light", 390, 1),
    ("narrow and dark", 390, 0),
];

static BROWSER: LazyLock<String> = LazyLock::new(|| {
    let named = std::env::var("GAPCHECK_CHROMIUM").ok();
    let answers = |it: &String| Command::new(it).arg("--version").output().is_ok_and(|it| it.status.success());
    let names = named.into_iter().chain(NAMES.iter().map(|it| (*it).to_owned()));
    names.into_iter().find(answers).expect("Chromium is installed, or GAPCHECK_CHROMIUM names it")
});

fn browser(page: &Utf8Path, arguments: &[&str]) -> Output {
    let profile = tempfile::tempdir().unwrap();
    let fixed =
        ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
    let mut command = Command::new(BROWSER.as_str());
    command.args(fixed).arg("--enable-logging=stderr").arg(format!("--user-data-dir={}", profile.path().display()));
    let output = command.args(arguments).arg(format!("file://{page}")).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    output
}

/// The page of a repository with gaps, with the lines of its files.
fn scanned(folder: &Utf8Path) -> Utf8PathBuf {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/repos/harbor-with-gaps");
    let page = folder.join("page.html");
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    command.args(["scan", root, "--quiet", "--output", &format!("html={page}")]).output().unwrap();
    page
}

fn assessment() -> Assessment {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/repos/harbor-with-gaps");
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    serde_json::from_slice(&command.args(["scan", root, "--format", "json"]).output().unwrap().stdout).unwrap()
}

fn written(assessment: &Assessment, folder: &Utf8Path) -> Utf8PathBuf {
    let format = FORMATS.iter().find(|it| it.name == "html").unwrap();
    let mut out = Vec::new();
    (format.render)(assessment, &Sources::default(), &HumanOptions::default(), &mut out).unwrap();
    let page = folder.join("made.html");
    fs::write(&page, out).unwrap();
    page
}

/// The page's answers in one view. The probe stands behind the page's own script and changes nothing before it.
fn asked(page: &Utf8Path, width: u32, scheme: u8) -> Value {
    let text = fs::read_to_string(page).unwrap().replace("</body>", &format!("<script>{PROBE}</script></body>"));
    let probed = page.with_extension("probed.html");
    fs::write(&probed, text).unwrap();
    let size = format!("--window-size={width},900");
    let scheme = format!("--blink-settings=preferredColorScheme={scheme}");
    let output = browser(&probed, &["--dump-dom", "--virtual-time-budget=20000", &size, &scheme]);
    let complaints = String::from_utf8_lossy(&output.stderr).into_owned();
    let said: Vec<&str> = complaints.lines().filter(|it| it.contains("CONSOLE")).collect();
    assert_eq!(said, Vec::<&str>::new(), "the console is silent");
    let dom = String::from_utf8(output.stdout).unwrap();
    let (_, rest) = dom.split_once("<pre id=\"probe\">").expect("the probe ended");
    let answers = rest.split_once("</pre>").unwrap().0;
    serde_json::from_str(&answers.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")).unwrap()
}

fn folder() -> (tempfile::TempDir, Utf8PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = Utf8PathBuf::from_path_buf(folder.path().to_owned()).unwrap();
    (folder, path)
}

fn none(answers: &Value, name: &str, view: &str) {
    assert_eq!(answers.get(name), Some(&Value::Array(Vec::new())), "{name}, {view}");
}

#[test]
#[ignore = "needs a browser"]
fn the_page_works_in_every_view() {
    let (_folder, path) = folder();
    let page = scanned(&path);
    for (view, width, scheme) in VIEWS {
        let answers = asked(&page, *width, *scheme);
        for complaint in
            ["requests", "violations", "landmarks", "labels", "headings", "links", "ids", "contrast", "overflow"]
        {
            none(&answers, complaint, view);
        }
        let number = |pointer: &str| answers.pointer(pointer).unwrap().as_u64().unwrap();
        assert_eq!(number("/filter/before"), 61, "{view}");
        assert!((1..61).contains(&number("/filter/of_status")), "{view}");
        assert!((1..61).contains(&number("/filter/of_words")), "{view}");
        assert_eq!(number("/filter/of_nonsense"), 0, "{view}");
        assert_eq!(number("/filter/after"), 61, "{view}");
        assert!(number("/filter/policies_of_severity") < number("/filter/policies"), "{view}");
        assert_eq!(answers.get("opens"), Some(&Value::Bool(true)), "a link opens what it leads to, {view}");
        assert_eq!(answers.get("dark"), Some(&Value::Bool(*scheme == 0)), "{view}");
        assert!(number("/marks") > 10, "lines are marked, {view}");
    }
}

#[test]
#[ignore = "needs a browser"]
fn the_page_can_be_read_without_its_script_and_printed() {
    let (_folder, path) = folder();
    let page = scanned(&path);
    let text = fs::read_to_string(&page).unwrap();
    let (before, _) = text.split_once("<script>").unwrap();
    let still = path.join("still.html");
    fs::write(&still, before).unwrap();
    let output = browser(&still, &["--dump-dom"]);
    let dom = String::from_utf8(output.stdout).unwrap();
    assert!(dom.contains("aria-label=\"Filter the report\" hidden"), "the filter needs the script, and is not shown");
    assert_eq!(dom.matches("<li data-status=").count(), 61);
    assert!(dom.contains("<mark>"));
    let pdf = path.join("page.pdf");
    browser(&page, &["--no-pdf-header-footer", &format!("--print-to-pdf={pdf}")]);
    let pdf = fs::read(pdf).unwrap();
    assert!(pdf.starts_with(b"%PDF") && pdf.len() > 50_000, "{} bytes", pdf.len());
}

#[test]
#[ignore = "needs a browser"]
fn text_of_others_does_nothing_on_the_page() {
    let (_folder, path) = folder();
    let mut assessment = assessment();
    for it in &mut assessment.findings {
        it.message = HOSTILE.to_owned();
        it.subject.name = HOSTILE.to_owned();
        it.location.file = HOSTILE.into();
        it.remediation = Some(HOSTILE.to_owned());
    }
    let answers = asked(&written(&assessment, &path), 1280, 1);
    assert_eq!(answers.get("obeyed"), Some(&Value::Bool(false)));
    none(&answers, "requests", "hostile");
    none(&answers, "violations", "hostile");
}

#[test]
#[ignore = "needs a browser"]
fn the_page_of_thousands_of_findings_stays_usable() {
    let (_folder, path) = folder();
    let mut assessment = assessment();
    let findings = assessment.findings.clone();
    let again = |at: usize| {
        findings.iter().map(move |it| Finding {
            fingerprint: format!("{at}-{}", it.fingerprint),
            location: moved(it, at),
            ..it.clone()
        })
    };
    assessment.findings = (0..100).flat_map(again).collect();
    assert!(assessment.findings.len() > 5_000);
    let page = written(&assessment, &path);
    assert!(fs::metadata(&page).unwrap().len() < 10_000_000, "{} bytes", fs::metadata(&page).unwrap().len());
    let answers = asked(&page, 1280, 1);
    let took = answers.pointer("/filter/milliseconds").unwrap().as_f64().unwrap();
    assert!(took < 1_000.0, "one search took {took} ms");
    assert!(fs::read_to_string(&page).unwrap().contains("not listed here, so that the page still opens"));
}

fn moved(finding: &Finding, at: usize) -> gapcheck::model::Location {
    gapcheck::model::Location { file: format!("{at}/{}", finding.location.file).into(), ..finding.location.clone() }
}
