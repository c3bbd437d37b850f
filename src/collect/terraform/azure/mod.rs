//! Tables of Azure resources.

pub mod database;
pub mod record;
pub mod storage;
pub mod tls;
