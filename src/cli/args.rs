//! The command line.

use camino::Utf8PathBuf;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use super::accept_args::{Attest, Baselining, Waive};
use super::page_format::PageFormat;
use super::parsers::{day, limit};
use super::policies::args::Policies;
use super::report_args::Report;
use super::reporting::Reporting;
use super::variables::Variables;
use crate::collect::Window;
use crate::model::{Limit, Severity};

/// Checks repositories for the evidence SOC 2 asks of them, and shows the line that decides.
///
/// Exit codes: 0 no gap at or above the gate; 1 gaps; 2 usage, configuration or policy error; 3 nothing to judge;
/// 4 evidence incomplete under --strict; 70 internal error.
#[derive(Debug, Parser)]
#[command(name = "gapcheck", version, propagate_version = true, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,

    /// When to use colour; NO_COLOR and CLICOLOR_FORCE are honoured
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    pub color: When,

    /// Bound what an input may ask for, as often as wanted: see docs/limits.md
    #[arg(long, value_name = "NAME=VALUE", global = true, value_parser = limit)]
    pub limit: Vec<(Limit, usize)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum When {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write gapcheck.toml, an entry for pre-commit and a pipeline, from what is found in a repository
    Init(Init),
    /// Collect evidence, judge it, and report the gaps
    Scan(Box<Scan>),
    /// Collect evidence as JSON, and judge nothing
    Collect(Collect),
    /// Judge evidence that was collected before
    Evaluate(Evaluate),
    /// Report assessments that were saved before, those of several repositories as one
    Report(Report),
    /// Check a bundle that `scan --bundle` wrote: judges its evidence again, and says what differs
    Verify(Verify),
    /// Explain a policy, or a criterion with its proof
    Explain(Explain),
    /// Accept a failure until a day: writes an entry of .gapcheck/waivers.toml
    Waive(Waive),
    /// State what no file can show: writes an entry of .gapcheck/attestations.toml
    Attest(Attest),
    /// Take today's gaps as known, so that the gate fails on new ones: writes .gapcheck/baseline.json
    Baseline(Baselining),
    /// List the criteria, what supports each, and what only a person can answer
    Criteria(Criteria),
    /// List, test, and prove policies
    #[command(subcommand)]
    Policies(Policies),
    /// Print the JSON Schema of a document
    Schema {
        /// Which document
        name: SchemaName,
    },
    /// Print completions for a shell
    Completions {
        /// Which shell
        shell: Shell,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaName {
    Evidence,
    Assessment,
    Row,
    Config,
    Policy,
}

#[derive(Debug, Args)]
pub struct Scan {
    #[command(flatten)]
    pub target: TargetArgs,
    /// Count only what was not there at this revision; both states are judged, and the work tree is not touched
    #[arg(long, value_name = "REV", conflicts_with = "staged")]
    pub diff_base: Option<String>,
    /// Judge what the next commit will hold, and count only what it brings: for hooks
    #[arg(long)]
    pub staged: bool,
    /// Write all that the verdict rests on into one archive, for `gapcheck verify`
    #[arg(long, value_name = "FILE", conflicts_with_all = ["diff_base", "staged"])]
    pub bundle: Option<Utf8PathBuf>,
    /// Sign the bundle with this private SSH key (Ed25519 or ECDSA P-256)
    #[arg(long, value_name = "KEY", requires = "bundle")]
    pub sign: Option<Utf8PathBuf>,
    #[command(flatten)]
    pub judging: Judging,
    #[command(flatten)]
    pub reporting: Reporting,
}

#[derive(Debug, Args)]
pub struct Collect {
    #[command(flatten)]
    pub target: TargetArgs,
    /// Print how many values are known, absent and unresolved, and why, instead of the evidence
    #[arg(long)]
    pub stats: bool,
    /// Settings file; gapcheck.toml in the scanned root when absent
    #[arg(long, value_name = "FILE")]
    pub config: Option<Utf8PathBuf>,
}

#[derive(Debug, Args)]
pub struct Evaluate {
    /// Evidence that `gapcheck collect` printed; `-` for standard input
    #[arg(value_name = "EVIDENCE")]
    pub evidence: Utf8PathBuf,
    #[command(flatten)]
    pub judging: Judging,
    #[command(flatten)]
    pub reporting: Reporting,
}

/// What to read.
#[derive(Debug, Default, Args)]
pub struct TargetArgs {
    /// Folders or files to scan; `-` for one document on standard input
    #[arg(value_name = "PATH", default_value = ".")]
    pub paths: Vec<Utf8PathBuf>,
    /// The name that the document on standard input would have, which tells its format
    #[arg(long, value_name = "NAME")]
    pub stdin_name: Option<Utf8PathBuf>,
    /// Leave out what matches the glob, as often as wanted
    #[arg(long, value_name = "GLOB")]
    pub exclude: Vec<String>,
    /// What is scanned is all there is of this scope, so that what is missing is a gap
    #[arg(long, value_name = "SCOPE")]
    pub complete: Vec<CompleteScope>,
    /// How far back the main branch is read: a number of commits, 0 for none, or a day, YYYY-MM-DD [default: 50]
    #[arg(long, value_name = "WINDOW", value_parser = Window::parse)]
    pub history: Option<Window>,
    #[command(flatten)]
    pub inputs: InputArgs,
    /// Show no line on the terminal while work takes longer than a second
    #[arg(long)]
    pub no_progress: bool,
    /// Number of threads; all cores when absent
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
}

/// Values for what the files leave open.
#[derive(Clone, Debug, Default, Args)]
pub struct InputArgs {
    #[command(flatten)]
    pub variables: Variables,
    /// Take the values of CloudFormation parameters from this file, in any form that the AWS tools read, as often as
    /// wanted; later ones win
    #[arg(long, value_name = "FILE")]
    pub parameters: Vec<Utf8PathBuf>,
    /// Lay the values of this file over those of every Helm chart, as often as wanted; later ones win
    #[arg(long, value_name = "FILE")]
    pub values: Vec<Utf8PathBuf>,
    /// Set values of every Helm chart in one line, as `helm --set` does, as often as wanted; they win over --values
    #[arg(long, value_name = "NAME=VALUE")]
    pub set: Vec<String>,
    /// The same, where every value is a text; they win over --set
    #[arg(long, value_name = "NAME=VALUE")]
    pub set_string: Vec<String>,
    /// The version of Kubernetes that Helm charts are rendered for [default: v1.33.0]
    #[arg(long, value_name = "VERSION")]
    pub kube_version: Option<String>,
    /// Versions of APIs that Helm charts find in the cluster besides those of Kubernetes itself, such as
    /// monitoring.coreos.com/v1, as often as wanted
    #[arg(long, value_name = "VERSION", value_delimiter = ',')]
    pub api_versions: Vec<String>,
    /// Take values from the environment variables TF_VAR_*
    #[arg(long)]
    pub tf_env: bool,
}

impl InputArgs {
    /// Whether any value is given.
    pub fn is_given(&self) -> bool {
        let files = [&self.parameters, &self.values];
        let values = !self.variables.0.is_empty() || self.kube_version.is_some() || self.tf_env;
        let lines = !self.set.is_empty() || !self.set_string.is_empty() || !self.api_versions.is_empty();
        values || lines || files.iter().any(|it| !it.is_empty())
    }
}

/// A scope that may be declared complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CompleteScope {
    Repository,
}

/// How to judge.
#[derive(Debug, Args)]
pub struct Judging {
    /// The framework to report against, as often as wanted: soc2, or control objectives of your own by the name or path
    /// of their file, as `soc1` for frameworks/soc1.toml [default: soc2]
    #[arg(long, value_name = "NAME")]
    pub framework: Vec<String>,
    /// A category in scope besides security, as often as wanted: availability, processing-integrity, confidentiality,
    /// privacy, all
    #[arg(long, value_name = "NAME")]
    pub category: Vec<String>,
    /// Keep to this criterion, as often as wanted
    #[arg(long, value_name = "ID")]
    pub criterion: Vec<String>,
    /// Load the policies below this folder as well, as often as wanted
    #[arg(long, value_name = "DIR")]
    pub policy: Vec<Utf8PathBuf>,
    /// Ask the rules of this package in folders of Conftest policies, as often as wanted; `*` for all [default: main]
    #[arg(long, value_name = "PACKAGE")]
    pub namespace: Vec<String>,
    /// Settings file; gapcheck.toml in the scanned root when absent
    #[arg(long, value_name = "FILE")]
    pub config: Option<Utf8PathBuf>,
    /// The least severity that fails the gate: low, medium, high, critical [default: low]
    #[arg(long, value_name = "SEVERITY", value_parser = severity)]
    pub fail_on: Option<Severity>,
    /// Fail, with exit code 4, when evidence is incomplete: files not read, findings undetermined
    #[arg(long)]
    pub strict: bool,
    /// Judge as of this day, YYYY-MM-DD; today when absent (SOURCE_DATE_EPOCH is honoured)
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub at: Option<jiff::civil::Date>,
    /// List the passing subjects in the JSON as well
    #[arg(long)]
    pub passes: bool,
}

#[derive(Debug, Args)]
pub struct Init {
    /// The repository
    #[arg(value_name = "PATH", default_value = ".")]
    pub path: Utf8PathBuf,
    /// The framework to report against, as often as wanted: soc2, or soc1 for a starter of control objectives
    #[arg(long, value_name = "NAME")]
    pub framework: Vec<String>,
    /// Replace files that are there already
    #[arg(long)]
    pub force: bool,
    /// Print what would be written, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub struct Verify {
    /// The bundle
    #[arg(value_name = "FILE")]
    pub bundle: Utf8PathBuf,
    /// Demand a signature by one of these, in the form of `ssh-keygen -Y verify`
    #[arg(long, value_name = "FILE")]
    pub allowed_signers: Option<Utf8PathBuf>,
    /// Demand the signature of this one among them
    #[arg(long, value_name = "NAME")]
    pub identity: Option<String>,
    /// Hold keys to this day, YYYY-MM-DD; today when absent
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub at: Option<jiff::civil::Date>,
}

#[derive(Debug, Args)]
pub struct Explain {
    /// List every subject, not only the first of each policy
    #[arg(long, short)]
    pub verbose: bool,
    /// A policy's id, a criterion's id or a finding's fingerprint
    pub id: String,
    /// What to scan for the proof; nothing is scanned when absent
    #[arg(value_name = "PATH")]
    pub paths: Vec<Utf8PathBuf>,
    /// The framework, as often as wanted [default: that of the settings, else soc2]
    #[arg(long, value_name = "NAME")]
    pub framework: Vec<String>,
    /// Load the policies below this folder as well, as often as wanted
    #[arg(long, value_name = "DIR")]
    pub policy: Vec<Utf8PathBuf>,
    /// The format: human, json
    #[arg(long, value_name = "NAME", default_value = "human")]
    pub format: PageFormat,
    #[command(flatten)]
    pub inputs: InputArgs,
}

#[derive(Debug, Args)]
pub struct Criteria {
    /// The framework, as often as wanted [default: that of the settings, else soc2]
    #[arg(long, value_name = "NAME")]
    pub framework: Vec<String>,
    /// Only criteria of this category
    #[arg(long, value_name = "NAME")]
    pub category: Option<String>,
    /// The format: human, json
    #[arg(long, value_name = "NAME", default_value = "human")]
    pub format: PageFormat,
}

fn severity(name: &str) -> Result<Severity, String> {
    Severity::from_name(name).ok_or_else(|| format!("one of {}", Severity::ALL.map(Severity::name).join(", ")))
}
