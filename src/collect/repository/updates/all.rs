//! All update tools that a repository sets up.

use super::watch::Watch;
use super::{dependabot, renovate};
use crate::collect::target::Target;
use crate::model::Problem;

/// The tools that are set up, the first of each kind.
pub(in crate::collect::repository) fn watches(target: &Target, problems: &mut Vec<Problem>) -> Vec<Watch> {
    [dependabot::watch(target, problems), renovate::watch(target, problems)].into_iter().flatten().collect()
}
