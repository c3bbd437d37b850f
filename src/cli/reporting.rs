//! The command line's words on how to report.

use camino::Utf8PathBuf;
use clap::Args;

/// How to report.
#[derive(Debug, Args)]
pub struct Reporting {
    /// The format on standard output: human, json, jsonl, sarif, junit, github, markdown, gitlab, gitlab-sast, html,
    /// xlsx, oscal, csv, csv-matrix
    #[arg(long, value_name = "NAME", default_value = "human", value_parser = format)]
    pub format: String,
    /// Write a report to a file as well, as often as wanted
    #[arg(long, value_name = "FORMAT=FILE", value_parser = output)]
    pub output: Vec<(String, Utf8PathBuf)>,
    /// Snippets shown for one policy in reports for people; 0 for all [default: 3]
    #[arg(long, value_name = "N")]
    pub max_findings: Option<usize>,
    /// Print no report, only set the exit code; files named by --output are written
    #[arg(long, short, conflicts_with_all = ["verbose", "format", "max_findings"])]
    pub quiet: bool,
    /// Say more: every finding, every file that was not read
    #[arg(long, short)]
    pub verbose: bool,
}

fn format(name: &str) -> Result<String, String> {
    let known: Vec<&str> = crate::report::FORMATS.iter().map(|it| it.name).collect();
    if known.contains(&name) { Ok(name.to_owned()) } else { Err(format!("one of {}", known.join(", "))) }
}

fn output(text: &str) -> Result<(String, Utf8PathBuf), String> {
    let (name, file) = text.split_once('=').ok_or("write it as FORMAT=FILE")?;
    if file.is_empty() {
        return Err("the file is missing".to_owned());
    }
    Ok((format(name)?, Utf8PathBuf::from(file)))
}
