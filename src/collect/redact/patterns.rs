//! Secrets that show by themselves, whatever they are called: keys, tokens, passwords in addresses and assignments.

use std::ops::Range;

use super::names;

/// A token that begins with a known mark.
struct Marked {
    mark: &'static str,
    /// Bytes that may follow besides letters and digits.
    also: &'static str,
    /// How many must follow.
    least: usize,
}

const fn marked(mark: &'static str, also: &'static str, least: usize) -> Marked {
    Marked { mark, also, least }
}

/// GitHub, GitLab, Slack, Stripe, Google and others. A mark with fewer letters after it is something else.
const TOKENS: &[Marked] = &[
    marked("AIza", "_-", 35),
    marked("GOCSPX-", "_-", 20),
    marked("SG.", "_-.", 40),
    marked("dop_v1_", "", 40),
    marked("ghp_", "", 30),
    marked("gho_", "", 30),
    marked("ghu_", "", 30),
    marked("ghs_", "", 30),
    marked("ghr_", "", 30),
    marked("github_pat_", "_", 40),
    marked("glpat-", "_-", 20),
    marked("gldt-", "_-", 20),
    marked("glrt-", "_-", 20),
    marked("glptt-", "_-", 20),
    marked("hvs.", "_-", 24),
    marked("npm_", "", 36),
    marked("pypi-AgEI", "_-", 40),
    marked("rk_live_", "", 16),
    marked("sk-ant-", "_-", 24),
    marked("sk-proj-", "_-", 24),
    marked("sk_live_", "", 16),
    marked("sk_test_", "", 16),
    marked("whsec_", "", 24),
    marked("xapp-", "-", 10),
    marked("xoxa-", "-", 10),
    marked("xoxb-", "-", 10),
    marked("xoxp-", "-", 10),
    marked("xoxr-", "-", 10),
    marked("xoxs-", "-", 10),
    marked("ya29.", "_-", 20),
];

/// Tokens are shorter than this.
const LONGEST: usize = 4096;

/// Names are shorter than this.
const LONGEST_NAME: usize = 100;

/// The beginning of a text, as far as a secret may reach.
fn window(text: &str) -> &str {
    let end = (0..=LONGEST.min(text.len())).rev().find(|it| text.is_char_boundary(*it)).unwrap_or(0);
    text.get(..end).unwrap_or(text)
}

/// The stretches of a text that hold a secret, in order and apart.
pub(super) fn secrets(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    let mut before = b' ';
    while let Some(byte) = bytes.get(at).copied() {
        let stretch = match byte {
            b'=' => assigned(text, at),
            b':' => in_address(text, at).or_else(|| stated(text, at)),
            b'-' if before != b'-' => private_key(text, at).or_else(|| flagged(text, at)),
            b'A' | b'G' | b'S' | b'd' | b'e' | b'g' | b'h' | b'n' | b'p' | b'r' | b's' | b'w' | b'x' | b'y'
                if !before.is_ascii_alphanumeric() =>
            {
                let key = if byte == b'A' { aws_key(text, at) } else { None };
                key.or_else(|| token(text, at)).or_else(|| if byte == b'e' { web_token(text, at) } else { None })
            }
            _ => None,
        };
        match stretch {
            Some(stretch) => {
                at = stretch.end.max(at + 1);
                found.push(stretch);
                before = b' ';
            }
            None => {
                before = byte;
                at += 1;
            }
        }
    }
    found
}

/// How many letters, digits and bytes of `also` stand from a place on. Bounded, so that no text takes long.
fn run(text: &str, from: usize, also: &str) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    rest.bytes().take(LONGEST).take_while(|it| it.is_ascii_alphanumeric() || also.as_bytes().contains(it)).count()
}

/// `AKIA` and sixteen letters or digits. `AKIZ` and its kind stand in examples that were altered to pass by scanners.
fn aws_key(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    let is_marked = rest.starts_with("ASIA")
        || rest.strip_prefix("AK").is_some_and(|it| it.bytes().take(2).all(|it| it.is_ascii_uppercase()));
    let end = at + 20;
    let key = text.get(at..end).filter(|it| it.bytes().all(|it| it.is_ascii_uppercase() || it.is_ascii_digit()))?;
    let is_whole = run(text, end, "") == 0;
    let has_digit = key.bytes().any(|it| it.is_ascii_digit());
    (is_marked && is_whole && has_digit).then_some(at..end)
}

fn token(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    let first = rest.as_bytes().first();
    let kind = TOKENS.iter().find(|it| it.mark.as_bytes().first() == first && rest.starts_with(it.mark))?;
    let length = run(text, at + kind.mark.len(), kind.also);
    (length >= kind.least).then_some(at..at + kind.mark.len() + length)
}

/// A JSON web token: three parts, of which the first two are objects.
fn web_token(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..).filter(|it| it.starts_with("eyJ"))?;
    let length = run(rest, 0, "_-.");
    let whole = rest.get(..length)?.trim_end_matches('.');
    let parts: Vec<&str> = whole.split('.').collect();
    let is_token = parts.len() == 3 && parts.iter().all(|it| it.len() >= 8) && parts.get(1)?.starts_with("eyJ");
    is_token.then_some(at..at + whole.len())
}

/// A PEM block of a private key, or what there is of it.
fn private_key(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    let head = rest.strip_prefix("-----BEGIN ")?;
    let kind = head.split("-----").next().filter(|it| it.len() < 40 && it.ends_with("PRIVATE KEY"))?;
    let footer = format!("-----END {kind}-----");
    let end = rest.find(&footer).map_or(rest.len(), |it| it + footer.len());
    Some(at..at + end)
}

/// The password of `scheme://user:password@host`. `at` is at the colon before the slashes.
fn in_address(text: &str, at: usize) -> Option<Range<usize>> {
    let start = at + 3;
    text.get(at..start).filter(|it| *it == "://")?;
    let rest = window(text.get(start..)?);
    let end = rest
        .find(|it: char| it.is_whitespace() || matches!(it, '/' | '?' | '#' | '"' | '\'' | '`' | '<' | '>'))
        .unwrap_or(rest.len());
    let (user, _) = rest.get(..end)?.rsplit_once('@')?;
    let (name, password) = user.split_once(':')?;
    let from = start + name.len() + 1;
    is_given(password).then_some(from..from + password.len())
}

/// A password in an address may be short and plain, but not a variable or a placeholder.
fn is_given(password: &str) -> bool {
    let variable = ["$", "{{", "%", "<", "*"].iter().any(|it| password.starts_with(it));
    !password.is_empty() && !variable && !password.contains("${") && !password.eq_ignore_ascii_case("x-oauth-basic")
}

/// The value of `NAME=value` where the name is that of a secret, or of `name = "value"`. `at` is at the sign.
fn assigned(text: &str, at: usize) -> Option<Range<usize>> {
    let before = text.get(..at)?;
    let spaced = before.bytes().rev().take(LONGEST_NAME).take_while(|it| matches!(it, b' ' | b'\t')).count();
    let name = name_before(text, at - spaced)?;
    if !names::is_secret(name) {
        return None;
    }
    if spaced > 0 {
        let rest = text.get(at + 1..)?;
        let spaces = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let from = at + 1 + spaces;
        let quoted = text.get(from..).filter(|it| it.starts_with(['"', '\'']))?;
        let value = value(quoted, &[])?;
        let stretch = from + value.start..from + value.end;
        let is_literal = names::is_literal(text.get(stretch.clone())?);
        return is_literal.then_some(stretch);
    }
    let rest = text.get(at + 1..)?;
    let value = value(rest, &[';', '&', ',', ')', '|', '\\'])?;
    // What follows a second sign is compared and not assigned.
    let is_compared = rest.starts_with('=');
    let stretch = at + 1 + value.start..at + 1 + value.end;
    (!is_compared && is_single(text.get(stretch.clone())?)).then_some(stretch)
}

/// The value of a line `name: value`, as settings within a text have it. `at` is at the colon.
fn stated(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at + 1..).filter(|it| it.starts_with([' ', '"', '\'']))?;
    let before = text.as_bytes().get(at.saturating_sub(LONGEST_NAME)..at)?;
    let length = before.iter().rev().take_while(|it| it.is_ascii() && **it != b'\n').count();
    let name = text.get(at - length..at)?.trim().trim_start_matches("- ");
    let name = name.trim_matches(['"', '\'', '{', ' ']);
    let is_name =
        !name.is_empty() && name.bytes().all(|it| it.is_ascii_alphanumeric() || matches!(it, b'_' | b'-' | b'.'));
    if !is_name || !names::is_secret(name) {
        return None;
    }
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    let from = at + 1 + spaces;
    let value = value(text.get(from..)?, &[','])?;
    let stretch = from + value.start..from + value.end;
    let after = text.get(stretch.end..)?.trim_start_matches(['"', '\'', ',', ' ', '}', '\r']);
    let is_last = after.is_empty() || after.starts_with(['\n', '#']);
    (is_last && is_single(text.get(stretch.clone())?)).then_some(stretch)
}

/// The value of `--password value`. `at` is at the first dash.
fn flagged(text: &str, at: usize) -> Option<Range<usize>> {
    let flag = text.get(at..)?.strip_prefix("--")?;
    let length = run(flag.get(..LONGEST_NAME).unwrap_or(flag), 0, "-_");
    let name = flag.get(..length)?;
    let from = at + 2 + length;
    let rest = text.get(from..).filter(|it| it.starts_with(' '))?;
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    let value = value(text.get(from + spaces..)?, &[';', '|', ')'])?;
    let stretch = from + spaces + value.start..from + spaces + value.end;
    let written = text.get(stretch.clone())?;
    let is_value = !written.starts_with('-') && !written.contains('=') && is_single(written);
    (is_value && names::is_secret(name)).then_some(stretch)
}

fn name_before(text: &str, at: usize) -> Option<&str> {
    let before = text.get(..at)?;
    let length = before
        .bytes()
        .rev()
        .take(LONGEST_NAME)
        .take_while(|it| it.is_ascii_alphanumeric() || matches!(it, b'_' | b'-' | b'.'))
        .count();
    before.get(at - length..).filter(|it| !it.is_empty())
}

/// Where the value lies with which a text begins: between quotes, or up to white space or one of `ends`.
fn value(text: &str, ends: &[char]) -> Option<Range<usize>> {
    let text = window(text);
    let quote = text.chars().next().filter(|it| matches!(it, '"' | '\''));
    match quote {
        Some(quote) => {
            let inner = text.get(1..)?;
            let end = inner.find(quote).or_else(|| inner.find('\n')).unwrap_or(inner.len());
            Some(1..1 + end)
        }
        None => {
            let ends = |it: char| it.is_whitespace() || matches!(it, '"' | '\'' | '`') || ends.contains(&it);
            Some(0..text.find(ends).unwrap_or(text.len()))
        }
    }
}

fn is_single(value: &str) -> bool {
    value.len() > 3 && !value.contains(char::is_whitespace) && names::is_literal(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden(text: &str) -> String {
        let mut text = text.to_owned();
        for stretch in secrets(&text).into_iter().rev() {
            text.replace_range(stretch, "#");
        }
        text
    }

    #[test]
    fn secrets_are_found_in_texts() {
        let letters = "abcdefghij0123456789ABCDEFGHIJ0123456789";
        let cases = [
            ("AKIAIOSFODNN7EXAMPLE".to_owned(), "#"),
            ("id AKIZIOSFODNN7EXAMPLE.".to_owned(), "id #."),
            (format!("ghp_{letters}"), "#"),
            (format!("x=glpat-{letters};"), "x=#;"),
            (format!("xoxb-123456789012-{letters}"), "#"),
            (format!("sk_live_{letters}"), "#"),
            (format!("AIza{letters}"), "#"),
            (format!("Bearer eyJ{letters}.eyJ{letters}.{letters}"), "Bearer #"),
            ("-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----\nx".to_owned(), "#\nx"),
            ("-----BEGIN PRIVATE KEY-----\nabc".to_owned(), "#"),
            ("postgres://app:hunter2@db:5432/x".to_owned(), "postgres://app:#@db:5432/x"),
            ("amqp://a:p@ss@mq".to_owned(), "amqp://a:#@mq"),
            ("redis://:hunter2@db".to_owned(), "redis://:#@db"),
            (
                "Server=db;User ID=sa;Password=hunter2;Encrypt=true".to_owned(),
                "Server=db;User ID=sa;Password=#;Encrypt=true",
            ),
            (
                "DefaultEndpointsProtocol=https;AccountKey=abcd1234==".to_owned(),
                "DefaultEndpointsProtocol=https;AccountKey=#",
            ),
            ("export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG\nls".to_owned(), "export AWS_SECRET_ACCESS_KEY=#\nls"),
            (
                "kubectl create secret generic x --from-literal=password='hunter2'".to_owned(),
                "kubectl create secret generic x --from-literal=password='#'",
            ),
            ("mysql --password hunter2 -h db".to_owned(), "mysql --password # -h db"),
            (
                "spring:\n  datasource:\n    password: \"hunter2\"\n    x: y\n".to_owned(),
                "spring:\n  datasource:\n    password: \"#\"\n    x: y\n",
            ),
            (
                "resource \"x\" \"y\" {\n  master_password  = \"hunter2\"\n}".to_owned(),
                "resource \"x\" \"y\" {\n  master_password  = \"#\"\n}",
            ),
            ("{\"db_password\": \"hunter2\"}".to_owned(), "{\"db_password\": \"#\"}"),
        ];
        for (text, expected) in cases {
            assert_eq!(hidden(&text), expected);
        }
    }

    #[test]
    fn no_text_takes_long() {
        for piece in ["eyJ-", "--a", "password:", "://", "token='", "-----BEGIN ", "a=", "AKIA", "x-"] {
            secrets(&piece.repeat(5_000));
        }
    }

    #[test]
    fn what_only_looks_like_secrets_is_left() {
        for text in [
            "arn:aws:iam::123456789012:role/AKROLE",
            "AKADEMIEWISSENSCHAFT",
            "ghp_short",
            "https://example.org/a:b@c",
            "https://${USER}:${PASSWORD}@example.org",
            "https://x:$TOKEN@example.org",
            "git@github.com:a/b.git",
            "TOKEN=$(cat token)",
            "TOKEN=${{ secrets.TOKEN }}",
            "PASSWORD=\"$1\"",
            "[ $TOKEN == hunter2 ]",
            "password = var.password",
            "password = \"${var.password}\"",
            "docker login --password-stdin",
            "docker build --secret id=npm,src=.npmrc .",
            "RUN --mount=type=secret,id=npm npm ci",
            "password_file=/run/secrets/x",
            "Note: the password: is asked for",
            "token: write",
            "-----BEGIN PUBLIC KEY-----\nabc\n-----END PUBLIC KEY-----",
            "-----BEGIN CERTIFICATE-----",
            "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "eyJust a word",
            "id-token=write",
        ] {
            assert_eq!(hidden(text), text);
        }
    }
}
