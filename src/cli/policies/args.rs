//! What `policies ...` takes.

use camino::Utf8PathBuf;
use clap::{Args, Subcommand};

use crate::cli::page_format::PageFormat;
use crate::rego::Module;

#[derive(Debug, Subcommand)]
pub enum Policies {
    /// List every policy with its criteria
    List {
        /// Load the policies below this folder as well, as often as wanted
        #[arg(long, value_name = "DIR")]
        policy: Vec<Utf8PathBuf>,
        /// The format: human, json
        #[arg(long, value_name = "NAME", default_value = "human")]
        format: PageFormat,
    },
    /// Run the tests beside the policies and show which lines they reach
    Test(Test),
    /// Show what is wrong with policies: links, facts, aliases, words
    Lint(Lint),
    /// Write a policy and its tests that run as they stand
    New(New),
    /// Write a page of Markdown for every policy, kind and criterion
    Docs(Docs),
}

#[derive(Debug, Args)]
pub struct Docs {
    /// Write of the policies below this folder, and not of the built-in ones, as often as wanted
    #[arg(long, value_name = "DIR")]
    pub policy: Vec<Utf8PathBuf>,
    /// The folder that takes `policies`, `kinds` and `criteria`
    #[arg(long, value_name = "DIR", default_value = "docs")]
    pub out: Utf8PathBuf,
    /// Take examples from this folder, which holds one a policy, named after its id [default: fixtures/policies, if it
    /// is there]
    #[arg(long, value_name = "DIR")]
    pub fixtures: Option<Utf8PathBuf>,
    /// Write nothing, and show which pages are not as they would be written
    #[arg(long)]
    pub check: bool,
}

#[derive(Debug, Args)]
pub struct New {
    /// The id: lower-case words with hyphens, the kind first or left out
    pub id: String,
    /// The kind of thing that is asked about: bucket, workload, ...
    #[arg(long, value_name = "KIND")]
    pub kind: String,
    /// The fact that decides; the first that is yes or no when absent
    #[arg(long, value_name = "NAME")]
    pub fact: Option<String>,
    /// The criterion that it bears on
    #[arg(long, value_name = "ID", default_value = "CC6.1")]
    pub criterion: String,
    /// The folder of your policies
    #[arg(long, value_name = "DIR", default_value = "policies")]
    pub policy: Utf8PathBuf,
}

#[derive(Debug, Args)]
pub struct Lint {
    /// Look at the policies below this folder, beside the built-in ones, as often as wanted
    #[arg(long, value_name = "DIR")]
    pub policy: Vec<Utf8PathBuf>,
    /// Show what is worth a look and no mistake as well
    #[arg(long)]
    pub notes: bool,
    /// The format: human, json
    #[arg(long, value_name = "NAME", default_value = "human")]
    pub format: PageFormat,
}

#[derive(Debug, Args)]
pub struct Test {
    /// Load the policies below this folder as well, as often as wanted
    #[arg(long, value_name = "DIR")]
    pub policy: Vec<Utf8PathBuf>,
    /// Only policies whose id or path contains one of these
    #[arg(value_name = "FILTER")]
    pub filters: Vec<String>,
    /// Show the coverage of every policy, not only what is missing
    #[arg(long, conflicts_with = "mutate")]
    pub coverage: bool,
    /// Change each policy, and the facts of its tests, in every way, and list what no test notices
    #[arg(long)]
    pub mutate: bool,
    /// Show which policies take more than their share of work when there are more subjects
    #[arg(long, conflicts_with_all = ["coverage", "mutate"])]
    pub growth: bool,
    /// The format: human, json
    #[arg(long, value_name = "NAME", default_value = "human")]
    pub format: PageFormat,
}

impl Test {
    /// Whether a policy or library is asked for.
    pub fn wants(&self, module: &Module) -> bool {
        let id = module.package.replace(['.', '_'], "-");
        let is_meant = |it: &String| module.path.contains(it.as_str()) || id.contains(it.as_str());
        self.filters.is_empty() || self.filters.iter().any(is_meant)
    }
}
