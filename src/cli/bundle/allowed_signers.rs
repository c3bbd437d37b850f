//! A file of allowed signers, in the form of `ssh-keygen(1)`: who may sign, with which key, for what and when.

use globset::GlobBuilder;
use ssh_key::PublicKey;

use super::signature::NAMESPACE;

/// One line of the file.
#[derive(Debug)]
struct Signer {
    /// Patterns of names, separated by commas.
    principals: String,
    key: PublicKey,
    namespaces: Option<String>,
    valid_after: Option<String>,
    valid_before: Option<String>,
}

/// Whose key it is, of those who may sign on a day (`YYYY-MM-DD`); the one asked for, where one is. An error says why
/// nobody's.
pub(super) fn allowed(text: &str, key: &PublicKey, identity: Option<&str>, day: &str) -> Result<String, String> {
    let mut reason = "no line of the file has its key".to_owned();
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let signer = match signer(line) {
            Ok(it) => it,
            Err(Line::Unread(why)) => return Err(format!("line {} of the file: {why}", at + 1)),
            Err(Line::Other) => continue,
        };
        if signer.key.key_data() != key.key_data() {
            continue;
        }
        if let Some(why) = signer.forbids(day) {
            reason = format!("line {}: {why}", at + 1);
            continue;
        }
        match identity {
            None => return Ok(signer.principals),
            Some(name) if matches(&signer.principals, name) => return Ok(name.to_owned()),
            Some(name) => {
                reason = format!("line {}: its key is that of {}, and not of {name}", at + 1, signer.principals)
            }
        }
    }
    Err(reason)
}

impl Signer {
    /// Why the line does not speak for a signature of ours on a day.
    fn forbids(&self, day: &str) -> Option<String> {
        if let Some(namespaces) = self.namespaces.as_ref().filter(|it| !matches(it, NAMESPACE)) {
            return Some(format!("its key is for {namespaces}, and not for {NAMESPACE}"));
        }
        let day = day.replace('-', "");
        // Days are written as YYYYMMDD, with an hour behind them where anybody likes.
        let begins = |it: &String| it.get(..8).unwrap_or(it).to_owned();
        if let Some(first) = self.valid_after.as_ref().map(begins).filter(|it| *it > day) {
            return Some(format!("its key is not valid before {first}"));
        }
        if let Some(last) = self.valid_before.as_ref().map(begins).filter(|it| *it <= day) {
            return Some(format!("its key was valid until {last}"));
        }
        None
    }
}

enum Line {
    /// It cannot be understood.
    Unread(String),
    /// It is for something else: an authority that certifies keys, or a kind of key that is not known here.
    Other,
}

fn signer(line: &str) -> Result<Signer, Line> {
    let words = words(line).ok_or_else(|| Line::Unread("a quote is not closed".to_owned()))?;
    let is_kind = |it: &String| ["ssh-", "ecdsa-", "sk-"].iter().any(|start| it.starts_with(start));
    let at = words.iter().skip(1).position(is_kind).map(|it| it + 1);
    let (Some(principals), Some(at)) = (words.first(), at) else {
        return Err(Line::Unread("it names no key".to_owned()));
    };
    let options = words.get(1..at).unwrap_or_default();
    let mut signer = Signer {
        principals: principals.trim_matches('"').to_owned(),
        key: match words.get(at..at + 2).map(|it| it.join(" ")).map(|it| PublicKey::from_openssh(&it)) {
            Some(Ok(key)) => key,
            _ => return Err(Line::Other),
        },
        namespaces: None,
        valid_after: None,
        valid_before: None,
    };
    for option in options.iter().flat_map(|it| split(it)) {
        let (name, value) = option.split_once('=').unwrap_or((&option, ""));
        let value = Some(value.trim_matches('"').to_owned());
        match name.to_ascii_lowercase().as_str() {
            "namespaces" => signer.namespaces = value,
            "valid-after" => signer.valid_after = value,
            "valid-before" => signer.valid_before = value,
            "cert-authority" => return Err(Line::Other),
            other => return Err(Line::Unread(format!("`{other}` is no option of allowed signers"))),
        }
    }
    Ok(signer)
}

/// Words between spaces; what stands between quotes is of one word.
fn words(line: &str) -> Option<Vec<String>> {
    parts(line, ' ').map(|it| it.into_iter().filter(|it| !it.is_empty()).collect())
}

/// Options between commas.
fn split(options: &str) -> Vec<String> {
    parts(options, ',').unwrap_or_default()
}

fn parts(text: &str, between: char) -> Option<Vec<String>> {
    let mut parts = vec![String::new()];
    let mut is_quoted = false;
    for it in text.chars().map(|it| if it == '\t' { ' ' } else { it }) {
        match parts.last_mut() {
            _ if it == between && !is_quoted => parts.push(String::new()),
            Some(part) => {
                is_quoted ^= it == '"';
                part.push(it);
            }
            None => {}
        }
    }
    (!is_quoted).then_some(parts)
}

/// Whether a name matches a list of patterns, of which one that begins with `!` forbids.
fn matches(patterns: &str, name: &str) -> bool {
    let fits = |pattern: &str| {
        let glob = GlobBuilder::new(pattern).literal_separator(false).build();
        glob.is_ok_and(|it| it.compile_matcher().is_match(name))
    };
    let mut is_match = false;
    for pattern in patterns.split(',').map(str::trim) {
        match pattern.strip_prefix('!') {
            Some(pattern) if fits(pattern) => return false,
            Some(_) => {}
            None => is_match |= fits(pattern),
        }
    }
    is_match
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILM+rvN+ot98qgEN796jTiQfZfG1KaT0PtFDJ/XFSqti";
    const OTHER: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIuE8Xl1cRfcKXQ0Q5c9t0jP4v6u1qj1k8oC8Xh0b9aF";

    fn whose(text: &str, identity: Option<&str>, day: &str) -> Result<String, String> {
        allowed(text, &PublicKey::from_openssh(KEY).unwrap(), identity, day)
    }

    #[test]
    fn a_line_says_who_may_sign_with_a_key_for_what_and_when() {
        let day = "2026-11-30";
        assert_eq!(whose(&format!("# ours\n\na@example.com {KEY} home\n"), None, day).as_deref(), Ok("a@example.com"));
        let both = format!("b@example.com {OTHER}\n*@example.com namespaces=\"git,gapcheck-*\" {KEY}\n");
        assert_eq!(whose(&both, Some("a@example.com"), day).as_deref(), Ok("a@example.com"));
        assert!(whose(&both, Some("a@example.org"), day).unwrap_err().contains("not of a@example.org"));
        let other = format!("a namespaces=\"git\" {KEY}");
        assert!(whose(&other, None, day).unwrap_err().contains("its key is for git"));
        let times = format!("a valid-after=\"20260101\",valid-before=\"20261130\" {KEY}");
        assert_eq!(whose(&times, None, "2026-11-29").as_deref(), Ok("a"));
        assert!(whose(&times, None, day).unwrap_err().contains("was valid until 20261130"));
        assert!(whose(&times, None, "2025-12-31").unwrap_err().contains("not valid before 20260101"));
        assert_eq!(whose(&format!("b {OTHER}"), None, day).unwrap_err(), "no line of the file has its key");
        assert_eq!(
            whose(&format!("ca cert-authority {KEY}"), None, day).unwrap_err(),
            "no line of the file has its key"
        );
    }

    #[test]
    fn what_cannot_be_understood_is_an_error_and_never_a_yes() {
        assert!(whose("a", None, "2026-01-01").unwrap_err().contains("names no key"));
        assert!(whose(&format!("a \"namespaces {KEY}"), None, "2026-01-01").unwrap_err().contains("not closed"));
        assert!(whose(&format!("a everything {KEY}"), None, "2026-01-01").unwrap_err().contains("no option"));
        assert!(!matches("*,!b@*", "b@example.com"));
    }
}
