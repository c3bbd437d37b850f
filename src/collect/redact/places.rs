//! Whether a place that a secret came through writes the secret, or only names where it stands.

/// What references to values elsewhere begin with.
const ROOTS: &[&str] = &["var.", "local.", "module.", "each.", "data."];

/// Whether a text is a reference and nothing else: `var.password`, `module.db["main"].password`.
pub(super) fn is_reference(text: &str) -> bool {
    let Some(rest) = ROOTS.iter().find_map(|it| text.strip_prefix(it)) else { return false };
    let steps = rest
        .split('[')
        .enumerate()
        .map(|(at, it)| if at == 0 { ("", it) } else { it.split_once(']').unwrap_or(("?", it)) });
    let is_name = |it: &str| it.bytes().all(|it| it.is_ascii_alphanumeric() || matches!(it, b'_' | b'-' | b'.'));
    let is_key = |it: &str| it.len() < 32 && (it.is_empty() || it == "*" || is_name(it.trim_matches('"')));
    steps.into_iter().all(|(key, names)| is_key(key) && is_name(names))
}

#[cfg(test)]
mod tests {
    use super::is_reference;

    #[test]
    fn a_reference_is_nothing_but_names() {
        for it in ["var.pw", "module.db[\"main\"].password", "local.a[0].b", "each.value", "data.x.y.z[*].w"] {
            assert!(is_reference(it), "{it}");
        }
        for it in ["\"var.pw\"", "hunter2", "var.pw == \"\" ? \"a\" : \"b\"", "\"${var.pw}\"", "base64encode(var.pw)"] {
            assert!(!is_reference(it), "{it}");
        }
    }
}
