//! The language of charts: Go templates whose output knows where it was written.

pub(super) mod bounds;
pub(super) mod call;
pub(super) mod evaluate;
pub(super) mod fault;
mod frame;
pub(super) mod machine;
pub(super) mod nodes;
pub(super) mod template;
pub(super) mod text;
pub(super) mod value;
