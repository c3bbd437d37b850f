//! Tools that propose updates of dependencies, hooks that run before a commit, and scanners for secrets.

mod all;
mod dependabot;
mod hooks;
mod renovate;
mod watch;

pub(super) use all::watches;
pub(super) use dependabot::PLACES as DEPENDABOT;
pub(super) use hooks::{HOOKS, SECRET_SCANNERS, hooks, secret_scanning};
pub(super) use renovate::PLACES as RENOVATE;
pub(super) use watch::Watch;
