//! Semantic versions and the constraints on them.

use std::cmp::Ordering;

use crate::collect::helm::language::call::{Function, text};
use crate::collect::helm::language::fault::Fault;
use crate::collect::helm::language::value::Value;

pub(super) const FUNCTIONS: &[(&str, Function)] = &[
    ("semver", |_, it| {
        let text = text(it, 0);
        let version = version(text.as_str()).ok_or_else(|| Fault::new("this is not a semantic version"))?;
        let part = |at: usize| i64::try_from(version.numbers.get(at).copied().unwrap_or(0)).unwrap_or(0);
        Ok(Value::map([
            ("Major", Value::from(part(0))),
            ("Minor", Value::from(part(1))),
            ("Patch", Value::from(part(2))),
            ("Prerelease", Value::from(version.before.clone())),
            ("Metadata", Value::from(version.metadata.clone())),
            ("Original", Value::from(text.as_str())),
        ]))
    }),
    ("semverCompare", |_, it| {
        let (constraint, text) = (text(it, 0), text(it, 1));
        let wrong = || Fault::new(format!("`{}` is not a semantic version", text.as_str()));
        let version = version(text.as_str()).ok_or_else(wrong)?;
        let wrong = || Fault::new(format!("`{}` is not a constraint on versions", constraint.as_str()));
        meets(constraint.as_str(), &version).map(Value::from).ok_or_else(wrong)
    }),
];

/// A version, or the beginning of one: parts that are not written are not there.
#[derive(Clone, Debug, Default, PartialEq)]
struct Version {
    numbers: Vec<u64>,
    before: String,
    metadata: String,
}

/// Parts that are `x`, `X` or `*` end the version.
fn version(text: &str) -> Option<Version> {
    let text = text.trim();
    let text = text.strip_prefix(['v', 'V']).unwrap_or(text);
    let (text, metadata) = text.split_once('+').unwrap_or((text, ""));
    let (numbers, before) = text.split_once('-').unwrap_or((text, ""));
    let parts = numbers.split('.').take_while(|it| !matches!(*it, "x" | "X" | "*" | ""));
    let numbers: Vec<u64> = parts.map(|it| it.parse().ok()).collect::<Option<_>>()?;
    let is_any = matches!(text, "x" | "X" | "*" | "");
    (numbers.len() <= 3 && (is_any || !numbers.is_empty())).then(|| Version {
        numbers,
        before: before.to_owned(),
        metadata: metadata.to_owned(),
    })
}

impl Version {
    fn number(&self, at: usize) -> u64 {
        self.numbers.get(at).copied().unwrap_or(0)
    }

    fn order(&self, other: &Self) -> Ordering {
        let numbers = (0..3).map(|at| self.number(at).cmp(&other.number(at))).find(|it| it.is_ne());
        numbers.unwrap_or_else(|| before(&self.before, &other.before))
    }

    /// The first version after all that begin with the first so many parts of this one.
    fn after(&self, parts: usize) -> Self {
        let mut numbers: Vec<u64> = (0..3).map(|at| if at < parts { self.number(at) } else { 0 }).collect();
        if let Some(last) = parts.checked_sub(1).and_then(|it| numbers.get_mut(it)) {
            *last = last.saturating_add(1);
        }
        Self { numbers, ..Self::default() }
    }
}

/// The order of two pre-releases; none comes after all.
fn before(one: &str, other: &str) -> Ordering {
    match (one.is_empty(), other.is_empty()) {
        (true, true) => return Ordering::Equal,
        (true, false) => return Ordering::Greater,
        (false, true) => return Ordering::Less,
        (false, false) => {}
    }
    let (mut ones, mut others) = (one.split('.'), other.split('.'));
    loop {
        let order = match (ones.next(), others.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(one), Some(other)) => match (one.parse::<u64>(), other.parse::<u64>()) {
                (Ok(one), Ok(other)) => one.cmp(&other),
                (Ok(_), Err(_)) => Ordering::Less,
                (Err(_), Ok(_)) => Ordering::Greater,
                (Err(_), Err(_)) => one.cmp(other),
            },
        };
        if order.is_ne() {
            return order;
        }
    }
}

/// Whether a version meets a constraint; nothing where the constraint is none.
fn meets(constraint: &str, version: &Version) -> Option<bool> {
    let mut meets_any = false;
    for alternative in constraint.split("||") {
        let mut meets_all = true;
        for (operator, wanted) in terms(alternative)? {
            meets_all &= holds(operator, &wanted, version);
        }
        meets_any |= meets_all;
    }
    Some(meets_any)
}

const OPERATORS: &[&str] = &[">=", "=>", "<=", "=<", "!=", "~>", ">", "<", "=", "~", "^"];

/// The terms of one alternative: `>=1.2, <2`, `>=1.2 <2`, `1.2 - 1.4`.
fn terms(text: &str) -> Option<Vec<(&'static str, Version)>> {
    if let Some((from, to)) = text.split_once(" - ") {
        return Some(vec![(">=", version(from)?), ("<=", version(to)?)]);
    }
    let mut terms = Vec::new();
    let mut rest = text.trim().trim_start_matches(',').trim_start();
    while !rest.is_empty() {
        let operator = OPERATORS.iter().copied().find(|it| rest.starts_with(it)).unwrap_or("");
        let after = rest.get(operator.len()..).unwrap_or_default().trim_start();
        let end = after.find([' ', ',']).unwrap_or(after.len());
        let (wanted, after) = after.split_at(end);
        terms.push((operator, version(wanted)?));
        rest = after.trim_start_matches([' ', ',']);
    }
    if terms.is_empty() {
        terms.push(("", Version::default()));
    }
    Some(terms)
}

/// A version that is not out yet meets only constraints that name one.
fn holds(operator: &str, wanted: &Version, version: &Version) -> bool {
    if !version.before.is_empty() && wanted.before.is_empty() {
        return false;
    }
    let order = version.order(wanted);
    let parts = wanted.numbers.len();
    let is_open = parts < 3;
    let below = |parts: usize| parts == 0 || version.order(&wanted.after(parts)).is_lt();
    match operator {
        "" | "=" if is_open => order.is_ge() && below(parts),
        "" | "=" => order.is_eq(),
        "!=" if is_open => order.is_lt() || !below(parts),
        "!=" => order.is_ne(),
        ">" if is_open => !below(parts) && parts > 0,
        ">" => order.is_gt(),
        ">=" | "=>" => order.is_ge(),
        "<" => order.is_lt(),
        "<=" | "=<" if is_open => below(parts),
        "<=" | "=<" => order.is_le(),
        "~" | "~>" => order.is_ge() && below(parts.min(2)),
        _ => order.is_ge() && below(caret(wanted)),
    }
}

/// How many parts `^` holds fast: up to the first that is not zero.
fn caret(wanted: &Version) -> usize {
    let first = wanted.numbers.iter().position(|it| *it > 0);
    first.map_or(wanted.numbers.len(), |it| it + 1)
}
