//! JSON Lines, for engines that query many files at once: one object a line, each with its repository.
//! The schema of a line is `schemas/row.schema.json`.

use std::io;
use std::io::Write;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::model::{Assessment, Population, Sources};

use super::format::Rows;
use super::options::HumanOptions;
use super::table::{self, Cell, FINDING, MATRIX};

/// The lines of one run after another.
pub const LINES: Rows = Rows { head: |_| Ok(()), each: lines };

/// Columns that every line has, so that one can be asked without the others.
#[derive(Serialize)]
struct Line<'a> {
    record: &'static str,
    repository: Option<&'a str>,
    commit: Option<&'a str>,
    date: &'a str,
    framework: &'a str,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

/// Writes a line for the run, then one for each criterion, policy, control and finding.
pub fn render(
    assessment: &Assessment,
    _sources: &Sources,
    _options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    LINES.whole(assessment, out)
}

fn lines(assessment: &Assessment, out: &mut dyn Write) -> io::Result<()> {
    let name = assessment.repository();
    let commit = assessment.run.repository.as_ref().and_then(|it| it.commit.as_deref());
    let mut write = |record, repository, framework: &str, rest| {
        // What was saved before there could be several frameworks names none.
        let framework = if framework.is_empty() { &assessment.scope.framework } else { framework };
        let date = assessment.run.date.as_str();
        serde_json::to_writer(&mut *out, &Line { record, repository, commit, date, framework, rest })?;
        out.write_all(b"\n")
    };
    write("run", name.as_deref(), "", run(assessment))?;
    for it in &assessment.criteria {
        let own = [
            ("criterion", Value::from(it.id.as_str())),
            ("title", it.title.as_str().into()),
            ("category", it.category.as_str().into()),
            ("nature", it.nature.name().into()),
            ("status", it.status.words().into()),
            ("reason", it.reason.as_str().into()),
            ("unread_files", it.unread_files.into()),
        ];
        write("criterion", name.as_deref(), &it.framework, object(own.into_iter().chain(numbers(it.population))))?;
    }
    let is_own = |name: &str| !matches!(name, "repository" | "framework");
    for row in table::criteria(assessment, None).filter(|it| it.link.is_some()) {
        let cells = MATRIX.iter().filter(|it| is_own(it.name)).map(|it| (it.name, value((it.cell)(&row))));
        write("control", name.as_deref(), &row.criterion.framework, object(cells))?;
    }
    for row in table::findings(assessment, None) {
        let cells = FINDING.iter().filter(|it| is_own(it.name)).map(|it| (it.name, value((it.cell)(&row))));
        write("finding", row.finding.repository.as_deref().or(name.as_deref()), "", object(cells))?;
    }
    Ok(())
}

fn run(assessment: &Assessment) -> Map<String, Value> {
    let it = assessment.summary("");
    object([
        ("tool_version", Value::from(assessment.tool.version.as_str())),
        ("policies_digest", assessment.tool.policies_digest.as_str().into()),
        ("passed", it.passed.into()),
        ("exit_code", it.exit_code.into()),
        ("reason", it.reason.into()),
        ("gaps_critical", it.gaps.critical.into()),
        ("gaps_high", it.gaps.high.into()),
        ("gaps_medium", it.gaps.medium.into()),
        ("gaps_low", it.gaps.low.into()),
        ("undetermined", it.undetermined.into()),
        ("waived", it.waived.into()),
        ("files_collected", it.files.collected.into()),
        ("files_partly", it.files.partly.into()),
        ("files_failed", it.files.failed.into()),
        ("files_skipped", it.files.skipped.into()),
    ])
}

fn numbers(it: Population) -> [(&'static str, Value); 5] {
    [
        ("subjects", it.subjects.into()),
        ("pass", it.pass.into()),
        ("fail", it.fail.into()),
        ("undetermined", it.undetermined.into()),
        ("waived", it.waived.into()),
    ]
}

fn object(fields: impl IntoIterator<Item = (&'static str, Value)>) -> Map<String, Value> {
    fields.into_iter().map(|(name, it)| (name.to_owned(), it)).collect()
}

fn value(cell: Cell<'_>) -> Value {
    match cell {
        Cell::Text(it) => it.into_owned().into(),
        Cell::Number(it) => it.into(),
        Cell::Flag(it) => it.into(),
        Cell::List(items) => items.to_vec().into(),
        Cell::Nothing => Value::Null,
    }
}
