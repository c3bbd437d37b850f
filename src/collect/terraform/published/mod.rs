//! Well-known modules of the public registry that are not on disk: what a call says of the resources that they make.
//!
//! Only what the call states, and defaults that no release of a module changed, become arguments; all else is left open.

mod aws;
mod group;
mod make;
mod module;

pub(crate) use make::made;

use module::Module;

/// Every module that is known by its name.
const MODULES: &[Module] = aws::MODULES;

/// The module that a source names: `terraform-aws-modules/rds/aws`, also with the registry's host or a `git` address.
fn named(source: &str) -> Option<&'static Module> {
    let source = source.strip_prefix("registry.terraform.io/").unwrap_or(source);
    MODULES.iter().find(|it| it.source == source)
}
