//! Files to evidence: the walk, the ledger, and one file or folder a format.

pub mod account;
mod archive;
mod aside;
mod azure_pipelines;
mod base64;
mod below;
mod bitbucket;
mod circleci;
mod cloudformation;
pub mod collected;
pub mod collector;
mod compose;
mod context;
mod credentials;
mod disk;
mod dockerfile;
mod documents;
pub mod error;
mod files;
pub mod gather;
pub mod git;
pub mod github_actions;
mod gitlab_ci;
mod helm;
pub mod history;
mod image_reference;
pub mod inputs;
mod kubernetes;
mod kustomize;
mod manifest;
mod named;
mod nature;
mod openapi;
mod opened;
pub mod pipeline;
mod platform;
pub mod read;
pub mod redact;
pub mod repository;
pub mod revision;
mod suppressions;
pub mod target;
pub mod terraform;
mod unwanted;
pub mod walk;

pub use collected::Collected;
pub use collector::{Claim, Collector};
pub use disk::{is_folder, is_there};
pub use error::CollectError;
pub use gather::{collect, collect_state, collect_text, keep_to};
pub use git::main_branch;
pub use history::{HistoryOptions, Window};
pub use inputs::{Asked, Inputs};
pub use named::{below_root, root_of};
pub use revision::{State, has_no_commit};
pub use target::{SourceFile, Target};
pub use walk::WalkOptions;

/// Every format that is read. A file goes to each row that claims it; the ledger names the first.
pub const COLLECTORS: &[Collector] = &[
    // One row a line.
    azure_pipelines::COLLECTOR,
    bitbucket::COLLECTOR,
    circleci::COLLECTOR,
    cloudformation::COLLECTOR,
    compose::COLLECTOR,
    dockerfile::COLLECTOR,
    documents::COLLECTOR,
    github_actions::COLLECTOR,
    gitlab_ci::COLLECTOR,
    helm::COLLECTOR,
    history::COLLECTOR,
    kubernetes::COLLECTOR,
    kustomize::COLLECTOR,
    manifest::COLLECTOR,
    openapi::COLLECTOR,
    platform::COLLECTOR,
    repository::COLLECTOR,
    terraform::COLLECTOR,
    // Last, so that the ledger names whose file it is before who looked through it.
    credentials::COLLECTOR,
    // After all others, and only where policies ask for whole files.
    files::COLLECTOR,
];
