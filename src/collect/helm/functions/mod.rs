//! The functions of templates: Go's own, Sprig's and Helm's, one file a family.

mod compare;
mod dicts;
mod digest;
mod encoding;
mod flow;
mod lists;
mod math;
mod paths;
mod print;
mod strings;
mod unknown;
mod versions;
mod words;
mod yaml;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::language::call::Function;
use super::language::fault::Fault;
use super::language::value::Value;

/// One family a line.
const FAMILIES: &[&[(&str, Function)]] = &[
    compare::FUNCTIONS,
    dicts::FUNCTIONS,
    digest::FUNCTIONS,
    encoding::FUNCTIONS,
    flow::FUNCTIONS,
    lists::FUNCTIONS,
    math::FUNCTIONS,
    paths::FUNCTIONS,
    print::FUNCTIONS,
    strings::FUNCTIONS,
    unknown::FUNCTIONS,
    versions::FUNCTIONS,
    words::FUNCTIONS,
];

static FUNCTIONS: LazyLock<HashMap<&str, Function>> =
    LazyLock::new(|| FAMILIES.iter().flat_map(|it| it.iter().copied()).collect());

/// The function of that name.
pub(super) fn function(name: &str) -> Option<Function> {
    FUNCTIONS.get(name).copied()
}

/// Functions that do something sensible with a value that is not known. All others then give one.
const TAKE_UNKNOWNS: &[&str] = &[
    "all",
    "any",
    "append",
    "cat",
    "coalesce",
    "concat",
    "deepEqual",
    "default",
    "dict",
    "empty",
    "eq",
    "fail",
    "get",
    "has",
    "hasKey",
    "include",
    "indent",
    "join",
    "kindIs",
    "kindOf",
    "list",
    "merge",
    "mergeOverwrite",
    "mustAppend",
    "mustMerge",
    "mustMergeOverwrite",
    "mustPrepend",
    "mustToJson",
    "mustToYaml",
    "ne",
    "nindent",
    "not",
    "prepend",
    "print",
    "printf",
    "println",
    "push",
    "quote",
    "required",
    "set",
    "squote",
    "ternary",
    "toJson",
    "toPrettyJson",
    "toRawJson",
    "toString",
    "toYaml",
    "tpl",
    "trim",
    "trimAll",
    "trimPrefix",
    "trimSuffix",
    "trunc",
    "tuple",
    "typeIs",
    "typeIsLike",
    "typeOf",
];

/// Whether the function of that name takes values that are not known.
pub(super) fn takes_unknowns(name: &str) -> bool {
    TAKE_UNKNOWNS.binary_search(&name).is_ok()
}

/// A value as YAML.
pub(super) fn to_yaml(value: &Value) -> Result<Value, Fault> {
    yaml::write(value).map(Value::from).ok_or_else(|| Fault::new("the value is too large to write"))
}
