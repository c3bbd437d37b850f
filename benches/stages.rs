//! Each stage by itself: `cargo bench --bench stages`, or `-- NAME` for some of them.

#![expect(clippy::unwrap_used, reason = "a benchmark may panic")]

use std::sync::LazyLock;

use camino::{Utf8Path, Utf8PathBuf};
use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use gapcheck::collect::read::{self, Content};
use gapcheck::collect::walk::{self, WalkOptions};
use gapcheck::collect::{COLLECTORS, SourceFile, Target, collect};
use gapcheck::config::framework;
use gapcheck::evaluate::{Options, assess};
use gapcheck::model::{Accepted, Assessment, Document, Frameworks, Severity, SourceId};
use gapcheck::rego::PolicySet;
use gapcheck::report::{FORMATS, HumanOptions};
use gapcheck::syntax::{dockerfile, hcl, json, toml, yaml};

/// Small inputs of all formats.
const FOLDER: &str = "fixtures/policies";

/// Bytes of a text that a syntax is measured on.
const BYTES: usize = 200_000;

/// A syntax: its name, its parser, and a piece to repeat.
struct Syntax {
    name: &'static str,
    parse: fn(&str),
    piece: &'static str,
}

const SYNTAXES: &[Syntax] = &[
    Syntax {
        name: "yaml",
        parse: |text| drop(black_box(yaml::parse(SourceId(0), text))),
        piece: "---\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: web # first\n          image: \"nginx:1.27\"\n          ports: [{containerPort: 80, protocol: TCP}]\n",
    },
    Syntax {
        name: "json",
        parse: |text| drop(black_box(json::parse(SourceId(0), text))),
        piece: "{\"address\": \"aws_s3_bucket.it\", \"values\": {\"bucket\": \"logs\", \"size\": 3, \"tags\": [true, null]}},",
    },
    Syntax {
        name: "hcl",
        parse: |text| drop(black_box(hcl::parse(SourceId(0), text))),
        piece: "resource \"aws_s3_bucket\" \"it\" {\n  bucket = \"logs-${var.name}\"\n  tags   = merge(local.tags, { owner = \"team\", level = 3 })\n}\n",
    },
    Syntax {
        name: "toml",
        parse: |text| drop(black_box(toml::parse(SourceId(0), text))),
        piece: "[[package]]\nname = \"it\"\nversion = \"1.0.0\"\nfeatures = [\"a\", \"b\"]\n",
    },
    Syntax {
        name: "dockerfile",
        parse: |text| drop(black_box(dockerfile::parse(SourceId(0), text))),
        piece: "FROM alpine:3.20 AS build\nRUN apk add --no-cache curl && \\\n    curl -fsSL https://example.org | sh\nUSER 1000\n",
    },
];

static SOURCES: LazyLock<Target> = LazyLock::new(|| {
    let options = WalkOptions::default();
    let root = Utf8Path::new(FOLDER);
    let paths = walk::walk(root, &options).unwrap().files;
    let read = read::read_all(root, &paths, COLLECTORS, &options).into_iter();
    let texts = read.filter_map(|it| match it.content {
        Content::Text(text) => Some((it.path, text, it.collectors)),
        Content::Unreadable { .. } | Content::Skipped(_) => None,
    });
    let file = |(id, (path, text, collectors))| SourceFile { id: SourceId(id), path, text, collectors };
    Target { files: (0..).zip(texts).map(file).collect(), paths, ..Target::default() }
});

static EVIDENCE: LazyLock<Document> =
    LazyLock::new(|| collect(&[Utf8PathBuf::from(FOLDER)], &WalkOptions::default()).unwrap());

static POLICIES: LazyLock<PolicySet> =
    LazyLock::new(|| PolicySet::load(&[], &[framework::built_in("soc2").unwrap()]).unwrap());

static ASSESSMENT: LazyLock<Assessment> = LazyLock::new(|| assessed(&EVIDENCE));

fn assessed(document: &Document) -> Assessment {
    assess(document, &POLICIES, &Frameworks::one(framework::built_in("soc2").unwrap()), &options())
}

fn options() -> Options {
    Options {
        date: "2026-01-01".to_owned(),
        categories: Vec::new(),
        criteria: Vec::new(),
        fail_on: Severity::Low,
        strict: false,
        passes: false,
        accepted: Accepted::default(),
        before: None,
        examination: None,
    }
}

fn main() {
    divan::main();
}

#[divan::bench]
fn walking(bencher: Bencher) {
    let options = WalkOptions::default();
    let files = walk::walk(Utf8Path::new(FOLDER), &options).unwrap().files.len();
    bencher.counter(ItemsCount::new(files)).bench(|| walk::walk(Utf8Path::new(FOLDER), &options));
}

#[divan::bench(args = SYNTAXES.iter().map(|it| it.name))]
fn syntax(bencher: Bencher, name: &str) {
    let syntax = SYNTAXES.iter().find(|it| it.name == name).unwrap();
    let pieces = syntax.piece.repeat(BYTES / syntax.piece.len());
    let text = if syntax.name == "json" { format!("[{pieces}0]") } else { pieces };
    bencher.counter(BytesCount::of_str(&text)).bench(|| (syntax.parse)(black_box(&text)));
}

#[divan::bench(args = COLLECTORS.iter().map(|it| it.name))]
fn collector(bencher: Bencher, name: &str) {
    let (at, collector) = COLLECTORS.iter().enumerate().find(|it| it.1.name == name).unwrap();
    let files: Vec<&SourceFile> = SOURCES.files.iter().filter(|it| it.collectors.contains(&at)).collect();
    let bytes: usize = files.iter().map(|it| it.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| (collector.collect)(&SOURCES, black_box(&files)));
}

#[divan::bench]
fn loading_policies() -> PolicySet {
    PolicySet::load(&[], &[framework::built_in("soc2").unwrap()]).unwrap()
}

/// Judgements: a policy about a subject.
#[divan::bench(args = [1, 2, 4])]
fn evaluation(bencher: Bencher, times: usize) {
    let mut document = EVIDENCE.clone();
    let more = (1..times).flat_map(|time| {
        EVIDENCE.evidence.iter().cloned().map(move |mut it| {
            it.id = format!("{}~{time}", it.id);
            it
        })
    });
    document.evidence.extend(more.collect::<Vec<_>>());
    let judgements: usize = assessed(&document).policies.iter().map(|it| it.population.subjects).sum();
    bencher.counter(ItemsCount::new(judgements)).bench(|| assessed(black_box(&document)));
}

#[divan::bench(args = FORMATS.iter().map(|it| it.name))]
fn report(bencher: Bencher, name: &str) {
    let format = FORMATS.iter().find(|it| it.name == name).unwrap();
    let options = HumanOptions { max_findings: 0, ..HumanOptions::default() };
    bencher.counter(ItemsCount::new(ASSESSMENT.findings.len())).bench(|| {
        let mut out = Vec::new();
        (format.render)(&ASSESSMENT, &EVIDENCE.sources, &options, &mut out).unwrap();
        out
    });
}
