//! A chart to the documents that it would install, and how each of its files fared.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::rc::Rc;

use camino::Utf8Path;

use super::chart::{self, Chart};
use super::language::fault::Fault;
use super::language::machine::Machine;
use super::language::template::{self, Template, Written};
use super::language::value::{Kind, Map, Value};
use super::release::{self, Files};
use super::subcharts::{self, Installed};
use super::{set, tracing, values};
use crate::collect::target::{SourceFile, Target};
use crate::model::{Node, Problem, SourceId, Span};

/// What a chart comes to.
#[derive(Default)]
pub(super) struct Rendered<'a> {
    /// Each with the template that makes it.
    pub(super) documents: Vec<(&'a SourceFile, Node)>,
    /// How the files fared; one that is rendered twice is here twice.
    pub(super) fates: Vec<(&'a SourceFile, Fate)>,
}

/// How a file fared.
#[derive(Debug)]
pub(super) enum Fate {
    Read(Vec<Problem>),
    Failed(Vec<Problem>),
    Skipped(String),
}

/// Values that a person gives for all charts, from the weakest to the strongest: files, then lines, of which some hold
/// nothing but texts.
pub(super) struct Given<'a> {
    pub(super) values: Vec<(SourceId, &'a str)>,
    pub(super) lines: Vec<(SourceId, &'a str, bool)>,
    pub(super) kubernetes: String,
    pub(super) api_versions: Vec<String>,
}

/// A template that is ready to run.
struct Ready<'a> {
    file: &'a SourceFile,
    name: String,
    template: Rc<Template>,
    data: Value,
    is_run: bool,
}

pub(super) fn render<'a>(target: &Target, chart: &'a Chart<'a>, given: &Given<'_>) -> Rendered<'a> {
    let mut rendered = Rendered::default();
    let over = Map::default();
    for (source, line, is_text) in &given.lines {
        // A line that is none is refused before anything is rendered.
        let _ = set::lay(*source, line, *is_text, &over);
    }
    for (source, text) in given.values.iter().rev() {
        values::lay_over(&over, &values::read(*source, text).0);
    }
    let (root, values) = subcharts::installed(target, chart, &over);
    let shared = [
        ("Release", release::release()),
        ("Capabilities", release::capabilities(&given.kubernetes, &given.api_versions)),
    ];
    let shared: Map = shared.into_iter().collect();
    let mut ready = Vec::new();
    prepare(&root, &values, &shared, &mut ready, &mut rendered);
    // Charts further out have the last word on what a name means.
    ready.sort_by_key(|it| Reverse((it.name.matches('/').count(), it.name.clone())));
    let mut named: HashMap<Rc<str>, Rc<Template>> = HashMap::new();
    let mut parsed = Vec::new();
    for mut it in ready {
        let written = Written::File { source: it.file.id, text: it.file.text.clone() };
        match template::parse(written) {
            Ok(found) => {
                it.template = found.main;
                named.insert(Rc::from(it.name.as_str()), it.template.clone());
                named.extend(found.named);
                parsed.push(it);
            }
            Err(fault) => rendered.fates.push((it.file, Fate::Failed(vec![problem(fault, it.file)]))),
        }
    }
    let mut machine = Machine::new(named);
    parsed.sort_by(|a, b| a.file.path.cmp(&b.file.path));
    for it in parsed {
        let fate = if it.is_run { run(&mut machine, &it, &mut rendered.documents) } else { Fate::Read(Vec::new()) };
        rendered.fates.push((it.file, fate));
    }
    skip_others(chart, &mut rendered);
    rendered
}

/// Readies the templates of a chart and of those within it.
fn prepare<'a>(
    chart: &Installed<'a>,
    values: &Map,
    shared: &Map,
    ready: &mut Vec<Ready<'a>>,
    rendered: &mut Rendered<'a>,
) -> Value {
    let data = shared.copy();
    data.set("Chart", release::about(chart.chart, &chart.name, chart.is_root));
    data.set("Values", Value::new(Kind::Map(values.clone())));
    data.set("Files", Files::of(chart.chart));
    let own = |problems: &[Problem], file: &SourceFile| -> Vec<Problem> {
        let of_file = |it: &&Problem| it.span.is_some_and(|it| it.source == file.id);
        problems.iter().filter(of_file).cloned().collect()
    };
    let problems: Vec<Problem> = chart.problems.iter().chain(&chart.chart.problems).cloned().collect();
    for file in [Some(chart.chart.about), chart.chart.values, chart.chart.ignores].into_iter().flatten() {
        rendered.fates.push((file, Fate::Read(own(&problems, file))));
    }
    let out = |it: &&'a SourceFile| (*it, Fate::Skipped(format!("left out by {}", chart::IGNORES)));
    rendered.fates.extend(chart.chart.left_out.iter().map(out));
    let mut inner = Vec::new();
    for subchart in &chart.subcharts {
        let table = values::table(values, &subchart.name);
        inner.push((subchart.name.clone(), prepare(subchart, &table, shared, ready, rendered)));
    }
    data.set("Subcharts", Value::map(inner));
    for file in &chart.chart.templates {
        let within = file.path.strip_prefix(&chart.chart.folder).unwrap_or(&file.path);
        let name = format!("{}/{within}", chart.path);
        let of_template =
            [("Name", Value::from(name.as_str())), ("BasePath", Value::from(format!("{}/templates", chart.path)))];
        let own = data.copy();
        own.set("Template", Value::map(of_template));
        ready.push(Ready {
            file,
            template: Rc::new(Template { body: empty(), written: Rc::new(Written::Value(nothing())) }),
            data: Value::new(Kind::Map(own)),
            is_run: is_run(&file.path) && !chart.chart.is_library(),
            name,
        });
    }
    Value::new(Kind::Map(data))
}

fn empty() -> gotmpl::parse::ListNode {
    gotmpl::parse::ListNode { pos: gotmpl::parse::Pos::new(0, 1), nodes: Vec::new() }
}

fn nothing() -> super::language::text::Text {
    super::language::text::Text::plain("")
}

/// Whether a template makes documents: helpers and notes do not.
fn is_run(path: &Utf8Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    !name.starts_with('_') && name != "NOTES.txt" && matches!(path.extension(), Some("yaml" | "yml" | "json" | "tpl"))
}

fn run<'a>(machine: &mut Machine, it: &Ready<'a>, documents: &mut Vec<(&'a SourceFile, Node)>) -> Fate {
    let start = Span::start_of(it.file.id);
    let made = machine.run(&it.template, &it.data);
    let mut problems = std::mem::take(&mut machine.remarks);
    let output = match made {
        Ok(output) => output,
        Err(fault) => {
            problems.push(problem(fault, it.file));
            return Fate::Failed(problems);
        }
    };
    let (found, broken) = tracing::documents(&output, start);
    problems.extend(broken);
    if found.is_empty() && problems.is_empty() {
        return Fate::Skipped("renders nothing with these values".to_owned());
    }
    let (tests, kept): (Vec<Node>, Vec<Node>) = found.into_iter().partition(is_test);
    if kept.is_empty() && !tests.is_empty() && problems.is_empty() {
        return Fate::Skipped("a test of the chart, which `helm test` runs and nothing else".to_owned());
    }
    let is_lost = kept.is_empty() && tests.is_empty();
    documents.extend(kept.into_iter().map(|node| (it.file, node)));
    if is_lost { Fate::Failed(problems) } else { Fate::Read(problems) }
}

/// Whether a document is only there when the release is tested.
fn is_test(document: &Node) -> bool {
    let hook = document.dotted("metadata.annotations").and_then(|it| it.get("helm.sh/hook")).and_then(Node::as_str);
    hook.is_some_and(|it| it.split(',').any(|it| it.trim().starts_with("test")))
}

fn problem(fault: Fault, file: &SourceFile) -> Problem {
    Problem::at(fault.span.unwrap_or_else(|| Span::start_of(file.id)), fault.message)
}

/// Files of charts that are not installed with these values.
fn skip_others<'a>(chart: &'a Chart<'a>, rendered: &mut Rendered<'a>) {
    for it in chart.all() {
        let is_read = |file: &SourceFile| rendered.fates.iter().any(|fate| fate.0.id == file.id);
        if is_read(it.about) {
            continue;
        }
        let own = [Some(it.about), it.values, it.ignores].into_iter().flatten();
        let files = own.chain(it.templates.iter().copied()).chain(it.left_out.iter().copied());
        let reason = "part of a chart that is not installed with these values";
        rendered.fates.extend(files.map(|file| (file, Fate::Skipped(reason.to_owned()))));
    }
}
