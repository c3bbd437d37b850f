//! One policy as the lint looks at it.

use crate::model::{Node, Policy};
use crate::rego::module::Module;

/// One policy as the lint looks at it.
pub struct Linted<'a> {
    pub policy: &'a Policy,
    pub module: &'a Module,
    /// Its METADATA with places.
    pub metadata: Node,
    pub libraries: Vec<&'a Module>,
}
