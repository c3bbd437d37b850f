//! An assessment to bytes, one file a format. Computes nothing.

pub mod criteria;
pub mod csv;
pub mod docs;
pub mod evidence;
mod excerpt;
pub mod explain;
pub mod format;
mod gaps;
pub mod github;
pub mod gitlab;
pub mod html;
pub mod human;
pub mod json;
pub mod jsonl;
pub mod junit;
pub mod markdown;
pub mod options;
pub mod oscal;
mod page;
pub mod policies;
mod reference;
pub mod sarif;
pub mod schemas;
pub mod statistics;
mod table;
pub mod xlsx;

#[cfg(test)]
mod sample;

pub use format::{Format, Rows};
pub use options::{HumanOptions, MAX_FINDINGS};

/// A report that is text, and one whole.
const TEXT: Format = Format { name: "", describes: "", render: |_, _, _, _| Ok(()), rows: None, is_binary: false };

/// Every form in which an assessment leaves the program.
pub const FORMATS: &[Format] = &[
    Format { name: "human", describes: "for people: findings, controls, files", render: human::render, ..TEXT },
    Format {
        name: "json",
        describes: "everything, for programs (`gapcheck schema assessment`)",
        render: json::render,
        ..TEXT
    },
    Format {
        name: "jsonl",
        describes: "a line a criterion, control and finding, for query engines (`gapcheck schema row`)",
        render: jsonl::render,
        rows: Some(jsonl::LINES),
        ..TEXT
    },
    Format { name: "sarif", describes: "SARIF 2.1.0, for code scanning", render: sarif::render, ..TEXT },
    Format { name: "junit", describes: "JUnit XML, for test reports", render: junit::render, ..TEXT },
    Format { name: "github", describes: "annotations of GitHub Actions", render: github::render, ..TEXT },
    Format {
        name: "markdown",
        describes: "a comment on a change, or a step summary",
        render: markdown::render,
        ..TEXT
    },
    Format { name: "gitlab", describes: "GitLab code quality", render: gitlab::code_quality, ..TEXT },
    Format { name: "gitlab-sast", describes: "GitLab SAST report", render: gitlab::sast, ..TEXT },
    Format { name: "html", describes: "one page for auditors, in a browser or printed", render: html::render, ..TEXT },
    Format {
        name: "xlsx",
        describes: "a workbook for auditors: matrix, findings, populations, waivers",
        render: xlsx::render,
        is_binary: true,
        ..TEXT
    },
    Format { name: "oscal", describes: "OSCAL 1.1 assessment results, in JSON", render: oscal::render, ..TEXT },
    Format { name: "csv", describes: "findings as a table", render: csv::findings, rows: Some(csv::FINDINGS), ..TEXT },
    Format {
        name: "csv-matrix",
        describes: "the control matrix as a table",
        render: csv::matrix,
        rows: Some(csv::CONTROLS),
        ..TEXT
    },
];
