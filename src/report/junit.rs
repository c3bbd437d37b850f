//! JUnit XML, as CI systems show test results: a suite for each policy, a case for each finding.

use std::collections::BTreeMap;
use std::io;
use std::io::Write;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::model::{Assessment, Change, Finding, PolicyResult, Related, Sources};

use super::options::HumanOptions;
use super::page::{count, safe};

/// A case of a suite.
struct Case<'a> {
    name: String,
    finding: Option<&'a Finding>,
}

/// How a case ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Passed,
    Failed,
    Skipped,
}

/// Writes the suites, indented.
pub fn render(
    assessment: &Assessment,
    _sources: &Sources,
    _options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut findings: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for it in &assessment.findings {
        findings.entry(&it.policy.0).or_default().push(it);
    }
    let suites: Vec<(&PolicyResult, Vec<Case<'_>>)> = assessment
        .policies
        .iter()
        .filter(|it| it.population.subjects > 0)
        .map(|it| (it, cases(it, findings.get(it.id.0.as_str()).map_or(&[], Vec::as_slice))))
        .collect();
    let mut writer = Writer::new_with_indent(out, b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let mut root = BytesStart::new("testsuites");
    root.push_attribute(("name", "gapcheck"));
    let all: Vec<End> = suites.iter().flat_map(|it| it.1.iter().map(Case::end)).collect();
    push_counts(&mut root, &all);
    writer.write_event(Event::Start(root))?;
    for (policy, cases) in &suites {
        suite(policy, cases, &assessment.run.date, &mut writer)?;
    }
    writer.write_event(Event::End(BytesEnd::new("testsuites")))?;
    writeln!(writer.into_inner())
}

/// A case for each finding, and one for all the subjects that pass.
fn cases<'a>(policy: &PolicyResult, findings: &[&'a Finding]) -> Vec<Case<'a>> {
    let passed = policy.population.pass;
    let green = (passed > 0).then(|| Case { name: count(passed, "subject passes", "subjects pass"), finding: None });
    let found = findings.iter().map(|it| Case {
        name: {
            let subject = it.subject.address.as_ref().unwrap_or(&it.subject.name);
            format!("{subject} at {}:{}", it.location.file, it.location.start.line)
        },
        finding: Some(*it),
    });
    green.into_iter().chain(found).collect()
}

fn suite(policy: &PolicyResult, cases: &[Case<'_>], date: &str, writer: &mut Writer<&mut dyn Write>) -> io::Result<()> {
    let mut start = BytesStart::new("testsuite");
    start.push_attribute(("name", xml(&format!("{}: {}", policy.id, policy.title)).as_str()));
    let ends: Vec<End> = cases.iter().map(Case::end).collect();
    push_counts(&mut start, &ends);
    start.push_attribute(("timestamp", xml(&format!("{date}T00:00:00")).as_str()));
    writer.write_event(Event::Start(start))?;
    for it in cases {
        case(policy, it, writer)?;
    }
    writer.write_event(Event::End(BytesEnd::new("testsuite")))
}

fn case(policy: &PolicyResult, case: &Case<'_>, writer: &mut Writer<&mut dyn Write>) -> io::Result<()> {
    let mut start = BytesStart::new("testcase");
    start.push_attribute(("name", xml(&case.name).as_str()));
    start.push_attribute(("classname", xml(&policy.id.0).as_str()));
    start.push_attribute(("time", "0"));
    let Some(finding) = case.finding else { return writer.write_event(Event::Empty(start)) };
    writer.write_event(Event::Start(start))?;
    let skipped = case.end() == End::Skipped;
    let name = if skipped { "skipped" } else { "failure" };
    let mut end = BytesStart::new(name);
    end.push_attribute(("message", xml(&message(finding)).as_str()));
    if skipped {
        writer.write_event(Event::Empty(end))?;
    } else {
        end.push_attribute(("type", finding.severity.name()));
        writer.write_event(Event::Start(end))?;
        writer.write_event(Event::Text(BytesText::new(&xml(&details(finding)))))?;
        writer.write_event(Event::End(BytesEnd::new(name)))?;
    }
    writer.write_event(Event::End(BytesEnd::new("testcase")))
}

impl Case<'_> {
    fn end(&self) -> End {
        match self.finding {
            None => End::Passed,
            Some(it) if it.stands() => End::Failed,
            Some(_) => End::Skipped,
        }
    }
}

fn push_counts(start: &mut BytesStart<'_>, ends: &[End]) {
    let number = |end: End| ends.iter().filter(|it| **it == end).count().to_string();
    start.push_attribute(("tests", ends.len().to_string().as_str()));
    start.push_attribute(("failures", number(End::Failed).as_str()));
    start.push_attribute(("errors", "0"));
    start.push_attribute(("skipped", number(End::Skipped).as_str()));
    start.push_attribute(("time", "0"));
}

fn message(finding: &Finding) -> String {
    let why = match (&finding.waiver, finding.baseline) {
        (Some(waiver), _) => format!(" (waived by {waiver})"),
        (None, true) => " (in the baseline)".to_owned(),
        (None, false) => match finding.change {
            Some(it @ (Change::Moved | Change::Existing)) => format!(" ({})", it.name()),
            Some(Change::Introduced) | None => String::new(),
        },
    };
    format!("{}{why}", finding.message)
}

/// A line each: no value of a file may begin one.
fn details(finding: &Finding) -> String {
    let at = &finding.location;
    let place = format!("{}:{}:{}", at.file, at.start.line, at.start.column);
    let mut lines = vec![place, format!("subject: {}", finding.subject.id)];
    let near = |it: &Related| format!("{}: {}:{}", it.note, it.location.file, it.location.start.line);
    lines.extend(finding.related.iter().map(near));
    lines.push(format!("criteria: {}", finding.criteria.join(", ")));
    lines.extend(finding.remediation.iter().map(|it| format!("help: {it}")));
    lines.iter().map(|it| format!("{}\n", safe(it))).collect()
}

/// Text that XML 1.0 can hold: it has no place for most control characters, escaped or not.
fn xml(text: &str) -> String {
    let kept = |it: char| if it == '\n' { it } else { safe(it.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(it) };
    text.chars().map(|it| if matches!(it, '\u{fffe}' | '\u{ffff}') { '\u{fffd}' } else { kept(it) }).collect()
}
