//! The functions of the language, a family a file. What depends on the time, chance or the outside is not among them.

pub(crate) mod collection;
pub(crate) mod encoding;
pub(crate) mod format;
pub(crate) mod function;
pub(crate) mod hash;
pub(crate) mod network;
pub(crate) mod numeric;
pub(crate) mod path;
pub(crate) mod pattern;
pub(crate) mod provider;
pub(crate) mod selection;
pub(crate) mod set;
pub(crate) mod string;
pub(crate) mod time;
pub(crate) mod typing;
pub(crate) mod yaml;

use function::Function;

/// All families.
pub(crate) const FAMILIES: &[&[Function]] = &[
    collection::FUNCTIONS,
    encoding::FUNCTIONS,
    format::FUNCTIONS,
    hash::FUNCTIONS,
    network::FUNCTIONS,
    numeric::FUNCTIONS,
    path::FUNCTIONS,
    pattern::FUNCTIONS,
    provider::FUNCTIONS,
    selection::FUNCTIONS,
    set::FUNCTIONS,
    string::FUNCTIONS,
    time::FUNCTIONS,
    typing::FUNCTIONS,
    yaml::FUNCTIONS,
];
