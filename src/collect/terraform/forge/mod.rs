//! Tables of code-hosting platforms: GitHub and GitLab.

pub mod github;
pub mod gitlab;
mod words;
