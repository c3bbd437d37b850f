//! The command line of `report`.

use camino::Utf8PathBuf;
use clap::Args;

use super::reporting::Reporting;
use crate::evaluate::merge::LISTED;

/// Every format but `human` and `html` gives the bytes that `scan` gave; those two show places without their lines,
/// since an assessment does not hold the files. The exit code is that of the assessment. Of several: 1 where one has
/// gaps, else 4 where one is incomplete, else 3 where none had anything to judge, else 0.
#[derive(Debug, Args)]
pub struct Report {
    /// Assessments that `scan --format json` printed, folders that hold them (*.json), or `-` for one after another on
    /// standard input
    #[arg(value_name = "ASSESSMENT", required = true)]
    pub assessments: Vec<Utf8PathBuf>,
    /// Findings listed where several repositories are put together, the worst ones; jsonl, csv and csv-matrix list all
    #[arg(long, value_name = "N", default_value_t = LISTED)]
    pub max_listed: usize,
    #[command(flatten)]
    pub reporting: Reporting,
}
