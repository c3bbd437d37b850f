//! Tables of Azure resources.

pub mod alarms;
pub mod cluster;
pub mod database;
pub mod endpoint;
pub mod grant;
pub mod machine;
pub mod monitor;
pub mod network_rule;
pub mod record;
pub mod service;
pub mod storage;
pub mod tls;
