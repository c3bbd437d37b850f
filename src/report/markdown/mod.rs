//! Markdown: the comment on a change, and pages of policies.

mod comment;
mod escape;
pub(super) mod policy;

pub use comment::render;
