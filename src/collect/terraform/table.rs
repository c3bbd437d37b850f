//! The provider tables' door: evaluated resources of one root module in, evidence of kinds out.

use crate::model::Evidence;

use super::resource::Resource;

/// Kinds of evidence that the resources of one root module make together. Managed and data resources, in the order of
/// files and blocks.
pub fn kinds(_resources: &[Resource]) -> Vec<Evidence> {
    Vec::new()
}
