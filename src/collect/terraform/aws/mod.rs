//! Tables of AWS resources.

pub mod bucket;
pub mod database;
pub mod machine;
pub mod network;
pub mod network_rule;
pub mod parameters;
pub mod statements;
pub mod store;
