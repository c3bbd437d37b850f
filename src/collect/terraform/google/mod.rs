//! Tables of Google Cloud resources.

pub mod alarms;
pub mod cluster;
pub mod database;
pub mod endpoint;
pub mod fleet;
pub mod function;
pub mod grant;
pub mod machine;
pub mod monitor;
pub mod network;
pub mod network_rule;
pub mod record;
pub mod service;
pub mod storage;
