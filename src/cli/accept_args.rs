//! The command line of `waive`, `attest` and `baseline`.

use camino::Utf8PathBuf;
use clap::Args;

use super::parsers::day;

#[derive(Debug, Args)]
pub struct Waive {
    /// A policy, or the fingerprint of a finding (its beginning will do)
    #[arg(value_name = "POLICY|FINGERPRINT")]
    pub id: String,
    /// The folder that is scanned, where the waiver is written
    #[arg(value_name = "PATH", default_value = ".")]
    pub path: Utf8PathBuf,
    /// The subjects, as a glob over their ids
    #[arg(long, value_name = "GLOB")]
    pub subject: Option<String>,
    /// The deciding value, as a glob over its path
    #[arg(long = "at-path", value_name = "GLOB")]
    pub value_path: Option<String>,
    /// Why it is accepted
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// Who answers for it
    #[arg(long, value_name = "WHO")]
    pub owner: String,
    /// The last day it holds, YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub until: jiff::civil::Date,
    /// A policy that must itself pass for the waiver to hold
    #[arg(long, value_name = "POLICY")]
    pub compensated_by: Option<String>,
}

#[derive(Debug, Args)]
pub struct Attest {
    /// A criterion, or an aspect of one as CRITERION/ASPECT
    #[arg(value_name = "CRITERION")]
    pub criterion: String,
    /// The folder that is scanned, where the attestation is written
    #[arg(value_name = "PATH", default_value = ".")]
    pub path: Utf8PathBuf,
    /// What is so
    #[arg(long, value_name = "TEXT")]
    pub statement: String,
    /// Who says it
    #[arg(long, value_name = "WHO")]
    pub by: String,
    /// The last day it holds, YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub until: jiff::civil::Date,
    /// A file that shows it, below the folder, as often as wanted; the word is stale once the file changes
    #[arg(long, value_name = "FILE")]
    pub evidence: Vec<Utf8PathBuf>,
}

#[derive(Debug, Args)]
pub struct Baselining {
    /// The folder to scan, where the baseline is written
    #[arg(value_name = "PATH", default_value = ".")]
    pub path: Utf8PathBuf,
}
