//! Tables of AWS resources.

pub mod bucket;
pub mod database;
pub mod disk;
pub mod key;
pub mod machine;
pub mod network;
pub mod network_rule;
pub mod parameters;
pub mod queue;
pub mod record;
pub mod statements;
pub mod store;
