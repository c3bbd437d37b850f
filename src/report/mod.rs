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
pub mod junit;
pub mod markdown;
pub mod options;
mod page;
pub mod policies;
pub mod sarif;
pub mod schemas;
pub mod statistics;

#[cfg(test)]
mod sample;

pub use format::Format;
pub use options::{HumanOptions, MAX_FINDINGS};

/// Every form in which an assessment leaves the program.
pub const FORMATS: &[Format] = &[
    Format { name: "human", describes: "for people: findings, controls, files", render: human::render },
    Format { name: "json", describes: "everything, for programs (`gapcheck schema assessment`)", render: json::render },
    Format { name: "sarif", describes: "SARIF 2.1.0, for code scanning", render: sarif::render },
    Format { name: "junit", describes: "JUnit XML, for test reports", render: junit::render },
    Format { name: "github", describes: "annotations of GitHub Actions", render: github::render },
    Format { name: "markdown", describes: "a comment on a change, or a step summary", render: markdown::render },
    Format { name: "gitlab", describes: "GitLab code quality", render: gitlab::code_quality },
    Format { name: "gitlab-sast", describes: "GitLab SAST report", render: gitlab::sast },
    Format { name: "html", describes: "one page for auditors, in a browser or printed", render: html::render },
    Format { name: "csv", describes: "findings as a table", render: csv::findings },
    Format { name: "csv-matrix", describes: "the control matrix as a table", render: csv::matrix },
];
