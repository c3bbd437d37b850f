//! OpenAPI and Swagger descriptions: operations, servers and security schemes as endpoints.

mod collector;
mod description;
mod endpoint;
mod inputs;
mod limits;
mod operation;
mod responses;
mod scheme;
mod server;

pub(crate) use collector::COLLECTOR;
