//! The report as people see it.

use crate::model::{Assessment, Cause, Finding, Source, Sources, Span};
use crate::report::options::HumanOptions;
use crate::report::page::width;
use crate::report::sample;

fn shown(assessment: &Assessment, sources: &Sources, options: HumanOptions) -> String {
    let mut out = Vec::new();
    super::render(assessment, sources, &options, &mut out).expect("a vector takes everything");
    String::from_utf8(out).expect("reports are text")
}

fn plain(assessment: &Assessment, sources: &Sources) -> String {
    shown(assessment, sources, HumanOptions::default())
}

#[test]
fn looks_as_reviewed() {
    insta::assert_snapshot!(plain(&sample::assessment(), &sample::sources()));
}

#[test]
fn ascii_reports_hold_only_ascii() {
    let options = HumanOptions { unicode: false, ..HumanOptions::default() };
    let text = shown(&sample::assessment(), &sample::sources(), options);
    assert!(text.is_ascii(), "{text}");
    insta::assert_snapshot!(text);
}

#[test]
fn colours_change_nothing_but_colours() {
    let options = HumanOptions { color: true, ..HumanOptions::default() };
    let coloured = shown(&sample::assessment(), &sample::sources(), options);
    assert!(coloured.contains("\u{1b}[31m"));
    assert_eq!(without_colours(&coloured), plain(&sample::assessment(), &sample::sources()));
}

#[test]
fn every_line_fits_the_width() {
    for columns in [60, 80, 120] {
        for verbose in [false, true] {
            let options = HumanOptions { width: columns, verbose, ..HumanOptions::default() };
            let text = shown(&sample::assessment(), &sample::sources(), options);
            let wide: Vec<_> = text.lines().filter(|it| width(it) > columns).collect();
            assert!(wide.is_empty(), "{wide:#?}");
        }
    }
}

#[test]
fn near_places_share_a_snippet() {
    let mut assessment = sample::assessment();
    assessment.findings[0].related[0].location = sample::at("aws_s3_bucket");
    let text = plain(&assessment, &sample::sources());
    assert!(text.contains("╰── the default of var.acl\n 3 │   bucket"), "{text}");
}

#[test]
fn every_criterion_is_named_or_counted() {
    let assessment = sample::assessment();
    let text = plain(&assessment, &sample::sources());
    for it in assessment.criteria.iter().filter(|it| it.category == "security") {
        assert!(text.contains(&it.id), "{} is missing", it.id);
    }
    assert!(text.contains("availability 1"));
}

#[test]
fn without_texts_places_stand_alone() {
    let mut sources = Sources::default();
    sources.add(Source::recorded("infra/main.tf", []));
    let text = plain(&sample::assessment(), &sources);
    assert!(text.contains("  × logs can be read by anyone\n    at infra/main.tf:4:12\n"), "{text}");
    assert!(text.contains("note: the default of var.acl (infra/main.tf:13:13)"), "{text}");
}

#[test]
fn secrets_are_masked_whatever_their_length() {
    let text = plain(&sample::assessment(), &sample::sources());
    assert!(text.contains("password = \"<redacted>\"") && !text.contains("hunter2"), "{text}");
}

#[test]
fn a_cause_of_many_subjects_is_one_gap() {
    let mut assessment = sample::assessment();
    let one = assessment.findings[0].clone();
    for number in 0..39 {
        let mut it = one.clone();
        it.subject.name = format!("logs[{number}]");
        it.message = format!("logs[{number}] can be read by anyone");
        it.subject.id = format!("terraform:.#aws_s3_bucket.logs[{number}]");
        assessment.findings.push(it);
    }
    let text = plain(&assessment, &sample::sources());
    assert_eq!(text.matches("can be read by anyone").count(), 1);
    assert!(text.contains("so for 40 from this place: logs, logs[0], logs[1]"), "{text}");
    assert!(text.contains("in 40 of 2 subjects, at 1 place"), "{text}");
}

#[test]
fn what_was_not_scanned_is_one_input_wherever_it_is_missed() {
    let mut assessment = sample::assessment();
    let one = assessment.findings.iter().find(|it| it.unresolved.is_some()).expect("one is undetermined").clone();
    for number in 0..3 {
        let mut it = one.clone();
        let missing = it.unresolved.as_mut().expect("it is undetermined");
        missing.cause = Cause::OutOfScope("network policies".to_owned());
        missing.needs = vec![missing.cause.clone()];
        missing.location.start.line = 10 + number;
        it.subject.name = format!("web{number}");
        assessment.findings.push(it);
    }
    let text = plain(&assessment, &sample::sources());
    assert!(text.contains("4 answers depend on 2 inputs"), "{text}");
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains(":10:1 and 2 more places): pass"), "{words}");
    assert!(words.contains("web0, web1, web2"), "{words}");
}

#[test]
fn a_problem_of_many_files_is_said_once() {
    let mut assessment = sample::assessment();
    let broken = assessment.ledger.files.iter().find(|it| !it.problems.is_empty()).expect("one is broken").clone();
    for number in 0..5 {
        let mut it = broken.clone();
        it.path = format!("infra/other{number}.tf").into();
        if let Some(at) = it.problems[0].location.as_mut() {
            at.file = it.path.clone();
        }
        assessment.ledger.files.push(it);
    }
    let text = plain(&assessment, &sample::sources());
    assert_eq!(text.matches("a quote is not closed (terraform), 6 times:").count(), 1, "{text}");
    assert!(text.contains("other1.tf:2:3") && !text.contains("other2.tf"), "{text}");
    assert!(text.contains("and 3 more places"), "{text}");
}

/// A text with one finding at each of its marked stretches.
fn report_on(text: &str, spans: &[(u32, u32)], secrets: &[(u32, u32)], options: HumanOptions) -> String {
    let mut sources = Sources::default();
    let id = sources.add(Source::new("a.yml", text));
    sources.redact(secrets.iter().map(|(start, end)| Span { source: id, start: *start, end: *end }));
    let mut assessment = sample::assessment();
    let template = assessment.findings[2].clone();
    assessment.findings = spans
        .iter()
        .map(|(start, end)| {
            let location = sources.location(Span { source: id, start: *start, end: *end });
            Finding { location: location.clone(), subject_location: location, ..template.clone() }
        })
        .collect();
    shown(&assessment, &sources, options)
}

#[test]
fn many_places_of_one_policy_are_listed_and_counted() {
    let text = "root: true\n".repeat(40);
    let spans: Vec<_> = (0..40).map(|line| (line * 11 + 6, line * 11 + 10)).collect();
    let few = report_on(&text, &spans, &[], HumanOptions::default());
    assert_eq!(few.matches("╭─[").count(), 3);
    assert!(few.contains("and 37 more places:") && few.contains("    a.yml:13:7 web"), "{few}");
    assert!(few.contains("27 not listed: `--max-findings 0` shows all"), "{few}");
    let all = report_on(&text, &spans, &[], HumanOptions { max_findings: 0, ..HumanOptions::default() });
    assert_eq!(all.matches("╭─[").count(), 40);
}

#[test]
fn long_lines_are_cut_around_the_point() {
    let text = format!("{{{}\"user\":\"root\",{}}}", "\"a\":1,".repeat(50_000), "\"b\":2,".repeat(50_000));
    let start = text.find("\"root\"").expect("it is there") as u32;
    let report = report_on(&text, &[(start, start + 6)], &[], HumanOptions::default());
    let line = report.lines().find(|it| it.contains("root\"")).expect("the point is shown");
    let below = report.lines().skip_while(|it| !it.contains("root\"")).nth(1).expect("a caret follows");
    let column = |line: &str, part: &str| line.split_once(part).map(|(before, _)| before.chars().count());
    assert!(width(line) <= 80, "{line}");
    assert_eq!(column(line, "\"root\""), column(below, "^^^^^^"), "{report}");
}

#[test]
fn carets_stay_right_after_tabs_crlf_wide_characters_and_a_byte_order_mark() {
    let text = "\u{feff}a:\r\n\t名: é root\r\nb: 1\r\n";
    let start = text.find("root").expect("it is there") as u32;
    let report = report_on(text, &[(start, start + 4)], &[], HumanOptions::default());
    let lines: Vec<_> = report.lines().collect();
    let at = lines.iter().position(|it| it.contains("é root")).expect("the point is shown");
    let before = lines[at].split("root").next().unwrap_or_default();
    let caret = lines[at + 1].split('^').next().unwrap_or_default();
    assert_eq!(width(before), width(caret), "{report}");
    assert!(report.contains("a.yml:2:7"), "{report}");
}

#[test]
fn a_point_without_extent_is_widened() {
    let text = "a: 1";
    assert!(report_on(text, &[(4, 4)], &[], HumanOptions::default()).contains("   ·    ^\n"));
    assert!(report_on("", &[(0, 0)], &[], HumanOptions::default()).contains("a.yml:1:1"));
}

#[test]
fn thousands_of_findings_take_no_quadratic_time() {
    let text = "root: true\n".repeat(20_000);
    let spans: Vec<_> = (0..20_000).map(|line| (line * 11 + 6, line * 11 + 10)).collect();
    let secrets: Vec<_> = (0..2_000).map(|line| (line * 11, line * 11 + 4)).collect();
    let report = report_on(&text, &spans, &secrets, HumanOptions { max_findings: 0, ..HumanOptions::default() });
    assert_eq!(report.matches("╭─[").count(), 20_000);
}

proptest::proptest! {
    #[test]
    fn no_text_breaks_the_report_and_no_secret_or_escape_leaves(
        parts in proptest::collection::vec("[a-z\t\r\n\u{1b}\u{202e}é名 ]{0,40}", 1..8),
        points in proptest::collection::vec((0..300u32, 0..40u32), 1..6),
        color in proptest::bool::ANY,
    ) {
        let mut text = String::new();
        let mut secrets = Vec::new();
        for part in &parts {
            text.push_str(part);
            let start = text.len() as u32;
            text.push_str("S3CR\nET");
            secrets.push((start, text.len() as u32));
        }
        let spans: Vec<_> = points.iter().map(|(start, length)| {
            let floor = |byte: u32| (0..=byte.min(text.len() as u32)).rev().find(|it| text.is_char_boundary(*it as usize)).unwrap_or(0);
            (floor(*start), floor(start + length))
        }).collect();
        let options = HumanOptions { color, ..HumanOptions::default() };
        let report = without_colours(&report_on(&text, &spans, &secrets, options));
        proptest::prop_assert!(!report.contains("S3CR") && !report.contains("ET\n"), "{}", report);
        proptest::prop_assert!(!report.contains(['\u{1b}', '\u{202e}', '\r', '\t']), "{}", report);
        proptest::prop_assert!(!report.contains("Failed to read"), "{}", report);
    }
}

fn without_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('m').map_or("", |(_, rest)| rest))
}
