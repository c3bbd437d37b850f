//! An assessment as a SARIF log.

use std::collections::BTreeMap;
use std::io;
use std::io::Write;

use crate::model::{Assessment, FileStatus, Notice, Sources};
use crate::report::json;
use crate::report::options::HumanOptions;

use super::limits::{MAX_RULES, said, taken};
use super::log::{AutomationDetails, Driver, Invocation, Level, Log, Message, Notification, Run, Tool};
use super::results::{place, result};
use super::rules::{Criteria, rule};

/// The standard's own schema.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Writes the log, indented, with a newline at the end.
pub fn render(
    assessment: &Assessment,
    _sources: &Sources,
    _options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let criteria = Criteria::new(assessment);
    let judged = || assessment.policies.iter().filter(|it| it.population.subjects > 0).take(MAX_RULES);
    let index: BTreeMap<&str, usize> = judged().enumerate().map(|(at, it)| (it.id.0.as_str(), at)).collect();
    let known = assessment.findings.iter().filter_map(|it| Some((it, *index.get(it.policy.0.as_str())?)));
    let results = taken(known.map(|(it, rule)| result(it, rule, &criteria)))?;
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: assessment.tool.name.clone(),
                    semantic_version: assessment.tool.version.clone(),
                    rules: judged().map(|it| rule(it, &criteria)).collect(),
                    supported_taxonomies: criteria.components(),
                },
            },
            automation_details: AutomationDetails {
                id: format!("{}/{}/", assessment.tool.name, assessment.framework_ids()),
            },
            column_kind: "unicodeCodePoints",
            invocations: [invocation(assessment, results.len())],
            taxonomies: criteria.taxonomies(),
            results,
        }],
    };
    json::write(&log, out)
}

/// How the run went: its verdict, and what kept it from knowing more.
fn invocation(assessment: &Assessment, listed: usize) -> Invocation {
    let unread = assessment.ledger.unread().flat_map(|file| {
        let level = if file.status == FileStatus::Failed { Level::Error } else { Level::Warning };
        let reason = file.reason.iter().map(move |it| notification(level, &format!("{}: {it}", file.path)));
        reason.chain(file.problems.iter().map(move |it| notice(level, it)))
    });
    let cut = said(listed, assessment.findings.len());
    Invocation {
        execution_successful: assessment.problems.is_empty(),
        exit_code: assessment.gate.exit_code,
        exit_code_description: assessment.gate.reason.clone(),
        tool_execution_notifications: cut
            .into_iter()
            .chain(assessment.problems.iter().map(|it| notice(Level::Error, it)))
            .chain(unread)
            .collect(),
    }
}

fn notification(level: Level, text: &str) -> Notification {
    Notification { level, message: text.into(), locations: Vec::new() }
}

/// A problem with its place. What concerns a file of ours, a policy, lies in no artifact of the scanned root.
fn notice(level: Level, notice: &Notice) -> Notification {
    let help = notice.help.iter().map(|it| format!(" ({it})"));
    let text: String = std::iter::once(notice.message.clone()).chain(help).collect();
    let locations = notice.location.iter().map(place).collect();
    Notification { level, message: Message { text, markdown: None }, locations }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::super::limits::{MAX_RESULTS, fitting};
    use super::*;
    use crate::report::sample;

    /// A run with so many findings, each of them another.
    fn large(number: usize) -> Assessment {
        let mut assessment = sample::assessment();
        let one = assessment.findings.remove(0);
        let made = (0..number).map(|at| {
            let mut it = one.clone();
            it.fingerprint = format!("{at:032x}");
            it.subject.id = format!("{}-{at}", it.subject.id);
            it.related = vec![it.related[0].clone(); 300];
            it
        });
        assessment.findings = made.collect();
        assessment
    }

    fn log(assessment: &Assessment) -> Value {
        let mut out = Vec::new();
        render(assessment, &Sources::default(), &HumanOptions::default(), &mut out).expect("it fits");
        serde_json::from_slice(&out).expect("SARIF is JSON")
    }

    #[test]
    fn a_log_of_too_many_findings_is_cut_to_what_github_takes_and_says_so() {
        let number = 26_000;
        let mut assessment = large(number);
        for it in &mut assessment.findings {
            it.related.truncate(1);
        }
        let log = log(&assessment);
        let results = log.pointer("/runs/0/results").and_then(Value::as_array).expect("it has results");
        assert_eq!(results.len(), MAX_RESULTS);
        let said = log.pointer("/runs/0/invocations/0/toolExecutionNotifications/0/message/text");
        let said = said.and_then(Value::as_str).expect("it is said");
        assert!(said.starts_with("1000 more findings are left out"), "{said}");
        let first = results[0].pointer("/partialFingerprints/gapcheck~1v1").and_then(Value::as_str);
        assert_eq!(first, Some(assessment.findings[0].fingerprint.as_str()), "the worst stay");
    }

    #[test]
    fn places_and_tags_keep_to_what_github_shows() {
        let mut assessment = large(1);
        let link = assessment.policies[0].criteria[0].clone();
        assessment.policies[0].criteria =
            (0..40).map(|at| crate::model::Link { criterion: format!("X{at}"), ..link.clone() }).collect();
        let log = log(&assessment);
        let related = log.pointer("/runs/0/results/0/relatedLocations").and_then(Value::as_array);
        assert_eq!(related.map(Vec::len), Some(100));
        let tags = log.pointer("/runs/0/tool/driver/rules/0/properties/tags").and_then(Value::as_array);
        assert_eq!(tags.map(Vec::len), Some(20));
        let uri = log.pointer("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri");
        assert_eq!(uri.and_then(Value::as_str), Some("infra/main.tf"));
    }

    #[test]
    fn a_log_that_would_be_too_large_ends_before_it_is() {
        let assessment = large(2_000);
        let criteria = Criteria::new(&assessment);
        let all = || assessment.findings.iter().map(|it| result(it, 0, &criteria));
        let some = fitting(all(), 60_000).expect("nothing fails").len();
        assert!(some > 0 && some < 2_000, "{some}");
    }
}
