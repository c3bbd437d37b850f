//! An assessment as a SARIF log.

use std::collections::BTreeMap;
use std::io;
use std::io::Write;

use crate::model::{Assessment, FileStatus, Notice, Sources};
use crate::report::json;
use crate::report::options::HumanOptions;

use super::log::{AutomationDetails, Driver, Invocation, Level, Log, Message, Notification, Run, Tool};
use super::results::{place, result};
use super::rules::{Criteria, rule};

/// The standard's own schema.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// GitHub refuses a run with more results. Findings come worst first, so the mildest are left out, and that is said.
pub(super) const MAX_RESULTS: usize = 25_000;

/// Writes the log, indented, with a newline at the end.
pub fn render(
    assessment: &Assessment,
    _sources: &Sources,
    _options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let criteria = Criteria::new(assessment);
    let judged = || assessment.policies.iter().filter(|it| it.population.subjects > 0);
    let index: BTreeMap<&str, usize> = judged().enumerate().map(|(at, it)| (it.id.0.as_str(), at)).collect();
    let known = assessment.findings.iter().filter_map(|it| Some((it, *index.get(it.policy.0.as_str())?)));
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
            invocations: [invocation(assessment)],
            taxonomies: criteria.taxonomies(),
            results: known.take(MAX_RESULTS).map(|(it, rule)| result(it, rule, &criteria)).collect(),
        }],
    };
    json::write(&log, out)
}

/// How the run went: its verdict, and what kept it from knowing more.
fn invocation(assessment: &Assessment) -> Invocation {
    let unread = assessment.ledger.unread().flat_map(|file| {
        let level = if file.status == FileStatus::Failed { Level::Error } else { Level::Warning };
        let reason = file.reason.iter().map(move |it| notification(level, &format!("{}: {it}", file.path)));
        reason.chain(file.problems.iter().map(move |it| notice(level, it)))
    });
    let left_out = assessment.findings.len().saturating_sub(MAX_RESULTS);
    let cut = (left_out > 0).then(|| {
        notification(
            Level::Warning,
            &format!("{left_out} more findings are left out: code scanning takes {MAX_RESULTS}"),
        )
    });
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
