//! Assessments of several repositories as one, added one after another and none of them kept.

mod compared;
mod criteria;
mod error;
mod member;
mod short;
mod sum;

pub use error::MergeError;
pub use member::Member;
pub use sum::{LISTED, Merge};
