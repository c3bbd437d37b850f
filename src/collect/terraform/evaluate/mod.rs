//! Expressions and blocks to values. What files cannot tell stays unresolved, and takes only what depends on it along.

pub(crate) mod blocks;
pub(crate) mod call;
pub(crate) mod choices;
pub(crate) mod compare;
pub(crate) mod expand;
pub(crate) mod expression;
pub(crate) mod files;
pub(crate) mod finish;
pub(crate) mod json_text;
pub(crate) mod loops;
pub(crate) mod operators;
pub(crate) mod outputs;
pub(crate) mod piece;
pub(crate) mod reference;
pub(crate) mod resources;
pub(crate) mod scope;
pub(crate) mod steps;
pub(crate) mod template;
pub(crate) mod types;
pub(crate) mod value;
pub(crate) mod variables;
