//! Bounds on what an input may ask for: every one that a user may set, in one table. What is past a bound is a problem
//! at its place or an unresolved value, never the end of a run.

use std::sync::atomic::{AtomicUsize, Ordering};

/// A bound that a user may set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Limit {
    FileBytes,
    UnclaimedBytes,
    Depth,
    Values,
    AliasValues,
    Problems,
    Credentials,
    Commits,
    TerraformSteps,
    TerraformInstances,
    TerraformInstancesInAll,
    TerraformModules,
    TerraformModuleDepth,
    TerraformElements,
    TerraformTextBytes,
    CloudFormationSteps,
    CloudFormationLoopValues,
    HelmSteps,
    HelmBytes,
    HelmDepth,
    KustomizeObjects,
    GitlabIncludes,
    PolicySeconds,
    PolicyNumbers,
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Bound {
    pub limit: Limit,
    /// As `--limit` and the settings name it.
    pub name: &'static str,
    pub default: usize,
    /// The most that it may be set to: beyond, a thread's stack or the machine's memory is the bound.
    pub most: usize,
    /// What it bounds.
    pub says: &'static str,
}

const fn bound(limit: Limit, name: &'static str, default: usize, most: usize, says: &'static str) -> Bound {
    Bound { limit, name, default, most, says }
}

const MANY: usize = 1_000_000_000;

/// All bounds, in the order of [`Limit`].
pub const BOUNDS: &[Bound] = &[
    bound(Limit::FileBytes, "file-bytes", 64 << 20, 4 << 30, "bytes of a file that is read"),
    bound(
        Limit::UnclaimedBytes,
        "unclaimed-bytes",
        2 << 20,
        64 << 20,
        "bytes of a file of no format that is searched for credentials",
    ),
    bound(Limit::Depth, "depth", 128, 128, "levels of lists, maps, blocks and expressions in a file"),
    bound(Limit::Values, "values", 10_000_000, MANY, "values of a file as it is written"),
    bound(Limit::AliasValues, "alias-values", 2_000_000, MANY, "values of a file once its aliases are expanded"),
    bound(Limit::Problems, "problems", 50, MANY, "problems of a file that are listed"),
    bound(Limit::Credentials, "credentials", 200, MANY, "credentials of a file that are listed"),
    bound(Limit::Commits, "commits", 20_000, MANY, "commits of the history that are read"),
    bound(Limit::TerraformSteps, "terraform-steps", 20_000_000, MANY, "expressions that a root module evaluates"),
    bound(
        Limit::TerraformInstances,
        "terraform-instances",
        1_000,
        MANY,
        "instances that `count` or `for_each` makes of one block",
    ),
    bound(
        Limit::TerraformInstancesInAll,
        "terraform-instances-in-all",
        50_000,
        MANY,
        "instances that the blocks of a root module come to",
    ),
    bound(Limit::TerraformModules, "terraform-modules", 20_000, MANY, "calls of modules in a root module"),
    bound(Limit::TerraformModuleDepth, "terraform-module-depth", 24, 64, "modules that call one another in a chain"),
    bound(Limit::TerraformElements, "terraform-elements", 100_000, MANY, "elements of a list that an expression makes"),
    bound(
        Limit::TerraformTextBytes,
        "terraform-text-bytes",
        1 << 20,
        1 << 30,
        "bytes of a text that an expression makes",
    ),
    bound(Limit::CloudFormationSteps, "cloudformation-steps", 2_000_000, MANY, "values that a template asks for"),
    bound(
        Limit::CloudFormationLoopValues,
        "cloudformation-loop-values",
        50_000,
        MANY,
        "values that the loops of a template make",
    ),
    bound(Limit::HelmSteps, "helm-steps", 3_000_000, MANY, "steps that the templates of a chart take"),
    bound(
        Limit::HelmBytes,
        "helm-bytes",
        128 << 20,
        16 << 30,
        "bytes that the templates of a chart write on their way",
    ),
    bound(Limit::HelmDepth, "helm-depth", 150, 150, "templates that include one another in a chain"),
    bound(Limit::KustomizeObjects, "kustomize-objects", 50_000, MANY, "objects that an overlay comes to"),
    bound(Limit::GitlabIncludes, "gitlab-includes", 150, MANY, "files that a GitLab pipeline includes"),
    bound(Limit::PolicySeconds, "policy-seconds", 10, 86_400, "seconds that one policy takes over one input"),
    bound(Limit::PolicyNumbers, "policy-numbers", 1_000_000, MANY, "numbers of a range that a policy makes"),
];

/// What was chosen; nought where nothing was. They are of the process as its threads are: set before anything is read.
static CHOSEN: [AtomicUsize; BOUNDS.len()] = [const { AtomicUsize::new(0) }; BOUNDS.len()];

impl Limit {
    pub fn value(self) -> usize {
        let chosen = CHOSEN.get(self as usize).map_or(0, |it| it.load(Ordering::Relaxed));
        if chosen > 0 { chosen } else { self.bound().map_or(usize::MAX, |it| it.default) }
    }

    fn bound(self) -> Option<&'static Bound> {
        BOUNDS.get(self as usize)
    }

    /// Sets the bound for the whole process, unless it was set before: the command line speaks before the settings.
    pub fn choose(self, value: usize) {
        if let Some(place) = CHOSEN.get(self as usize) {
            let _ = place.compare_exchange(0, value, Ordering::Relaxed, Ordering::Relaxed);
        }
    }
}

/// The bound that has this name and may have this value.
pub fn named(name: &str, value: usize) -> Result<Limit, String> {
    let Some(bound) = BOUNDS.iter().find(|it| it.name == name) else {
        let known: Vec<&str> = BOUNDS.iter().map(|it| it.name).collect();
        return Err(format!("no limit is called `{name}`; known: {}", known.join(", ")));
    };
    if value == 0 || value > bound.most {
        return Err(format!("the limit `{name}` is a number from 1 to {}", bound.most));
    }
    Ok(bound.limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_limits() {
        for (at, it) in BOUNDS.iter().enumerate() {
            assert_eq!(it.limit as usize, at, "{}", it.name);
            assert!(it.default <= it.most, "{}", it.name);
        }
        assert_eq!(BOUNDS.len(), Limit::PolicyNumbers as usize + 1);
    }

    #[test]
    fn a_limit_has_a_name_and_a_range() {
        assert_eq!(named("depth", 20), Ok(Limit::Depth));
        assert!(named("depht", 20).is_err() && named("depth", 0).is_err() && named("depth", 10_000).is_err());
    }
}
