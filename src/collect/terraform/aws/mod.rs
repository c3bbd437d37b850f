//! Tables of AWS resources.

pub mod account;
pub mod alarms;
pub mod api;
pub mod bucket;
pub mod build;
pub mod cache;
pub mod cluster;
pub mod database;
pub mod disk;
pub mod document;
pub mod endpoint;
pub mod fleet;
pub mod function;
pub mod grant;
pub mod key;
pub mod machine;
pub mod monitor;
pub mod negotiation;
pub mod network;
pub mod network_rule;
pub mod parameters;
pub mod queue;
pub mod record;
pub mod statements;
pub mod store;
pub mod workload;
