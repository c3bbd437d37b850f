//! Tables of resource types: CloudFormation's on the left, Terraform's on the right.

mod compute;
mod endpoint;
mod identity;
mod made;
mod network;
mod record;
mod storage;

use super::translation::Type;

/// Every table. A resource type becomes evidence by a row in one of them.
pub(super) const TYPES: &[&[Type]] =
    &[compute::TYPES, endpoint::TYPES, identity::TYPES, network::TYPES, record::TYPES, storage::TYPES];
