//! Paths and URLs.

use crate::collect::helm::language::call::{Function, map, text};
use crate::collect::helm::language::value::Value;

pub(super) const FUNCTIONS: &[(&str, Function)] = &[
    ("base", |_, it| Ok(base(text(it, 0).as_str()).into())),
    ("clean", |_, it| Ok(clean(text(it, 0).as_str()).into())),
    ("dir", |_, it| Ok(dir(text(it, 0).as_str()).into())),
    ("ext", |_, it| Ok(ext(text(it, 0).as_str()).into())),
    ("isAbs", |_, it| Ok(text(it, 0).as_str().starts_with('/').into())),
    ("osBase", |_, it| Ok(base(text(it, 0).as_str()).into())),
    ("osClean", |_, it| Ok(clean(text(it, 0).as_str()).into())),
    ("osDir", |_, it| Ok(dir(text(it, 0).as_str()).into())),
    ("osExt", |_, it| Ok(ext(text(it, 0).as_str()).into())),
    ("osIsAbs", |_, it| Ok(text(it, 0).as_str().starts_with('/').into())),
    ("urlJoin", |_, it| Ok(url_join(it))),
    ("urlParse", |_, it| Ok(url_parse(text(it, 0).as_str()))),
];

fn base(path: &str) -> String {
    match path.trim_end_matches('/') {
        "" if path.is_empty() => ".".to_owned(),
        "" => "/".to_owned(),
        path => path.rsplit('/').next().unwrap_or_default().to_owned(),
    }
}

fn dir(path: &str) -> String {
    clean(path.rsplit_once('/').map_or("", |it| if it.0.is_empty() { "/" } else { it.0 }))
}

fn ext(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rfind('.').and_then(|it| name.get(it..)).unwrap_or_default().to_owned()
}

/// The path without empty steps, `.` and `..`.
fn clean(path: &str) -> String {
    let is_absolute = path.starts_with('/');
    let mut steps: Vec<&str> = Vec::new();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." if steps.last().is_some_and(|it| *it != "..") => {
                steps.pop();
            }
            ".." if is_absolute => {}
            _ => steps.push(step),
        }
    }
    match (is_absolute, steps.join("/")) {
        (true, rest) => format!("/{rest}"),
        (false, rest) if rest.is_empty() => ".".to_owned(),
        (false, rest) => rest,
    }
}

fn url_parse(url: &str) -> Value {
    let (rest, fragment) = url.split_once('#').unwrap_or((url, ""));
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (scheme, rest) = match rest.split_once(':') {
        Some((scheme, rest)) if rest.starts_with("//") || !scheme.contains('/') => (scheme, rest),
        _ => ("", rest),
    };
    let (authority, path) = match rest.strip_prefix("//") {
        Some(rest) => rest.split_at(rest.find('/').unwrap_or(rest.len())),
        None => ("", rest),
    };
    let (userinfo, host) = authority.rsplit_once('@').unwrap_or(("", authority));
    let opaque = if authority.is_empty() && !scheme.is_empty() && !path.starts_with('/') { path } else { "" };
    let hostname = if host.starts_with('[') { host } else { host.split(':').next().unwrap_or_default() };
    let path = if opaque.is_empty() { path } else { "" };
    let parts = [
        ("scheme", scheme),
        ("host", host),
        ("hostname", hostname),
        ("path", path),
        ("query", query),
        ("opaque", opaque),
        ("fragment", fragment),
        ("userinfo", userinfo),
    ];
    Value::map(parts.map(|(name, part)| (name, Value::from(part))))
}

fn url_join(arguments: &[Value]) -> Value {
    let parts = map(arguments, 0);
    let part = |name: &str| parts.get(name).map(|it| it.text().as_str().to_owned()).unwrap_or_default();
    let with = |before: &str, part: String, after: &str| match part.is_empty() {
        true => part,
        false => format!("{before}{part}{after}"),
    };
    let host = with("//", with("", part("userinfo"), "@") + &part("host"), "");
    let rest = with("?", part("query"), "") + &with("#", part("fragment"), "");
    Value::from(with("", part("scheme"), ":") + &part("opaque") + &host + &part("path") + &rest)
}
