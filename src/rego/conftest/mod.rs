//! Policies written for Conftest, run as they are: rules `deny`, `violation` and `warn` over whole files.

pub mod functions;
pub mod judge;
pub mod load;
pub mod mapping;
