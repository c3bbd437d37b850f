//! An assessment to bytes, one file a format. Computes nothing.

pub mod criteria;
pub mod evidence;
pub mod explain;
pub mod format;
pub mod human;
pub mod json;
pub mod options;
mod page;
pub mod policies;
pub mod schemas;

#[cfg(test)]
mod sample;

pub use format::Format;
pub use options::{HumanOptions, MAX_FINDINGS};

/// Every form in which an assessment leaves the program.
pub const FORMATS: &[Format] = &[
    Format { name: "human", describes: "for people: findings, controls, files", render: human::render },
    Format { name: "json", describes: "everything, for programs (`gapcheck schema assessment`)", render: json::render },
];
