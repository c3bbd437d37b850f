//! Which names say that their value is a secret, and which values are literal enough to be one.

/// Last words of names whose value is a secret by itself.
const WORDS: &[&str] =
    &["password", "passwd", "passphrase", "pwd", "secret", "token", "apikey", "credential", "credentials"];

/// Last words that say so together.
const PHRASES: &[&[&str]] = &[
    &["api", "key"],
    &["access", "key"],
    &["account", "key"],
    &["auth", "key"],
    &["authorization", "key"],
    &["encryption", "key"],
    &["license", "key"],
    &["master", "key"],
    &["private", "key"],
    &["secret", "key"],
    &["secret", "key", "base"],
    &["shared", "key"],
    &["signing", "key"],
    &["connection", "string"],
    &["secret", "string"],
    &["secret", "data"],
    &["secret", "value"],
    &["password", "value"],
    &["token", "value"],
];

/// Values that settings of such names take when they are no secrets: `id-token: write`, `http_token: required`.
const SETTINGS: &[&str] = &[
    "true",
    "false",
    "yes",
    "no",
    "on",
    "off",
    "null",
    "none",
    "nil",
    "read",
    "write",
    "inherit",
    "required",
    "optional",
    "enabled",
    "disabled",
    "auto",
    "always",
    "never",
    "default",
    "string",
    "securestring",
    "env",
    "file",
    "basic",
    "dummy",
    "placeholder",
];

/// Beginnings of values that say where the secret is kept, or that it is encrypted.
const REFERENCES: &[&str] = &[
    "$",
    "%",
    "@",
    "/",
    "./",
    "../",
    "~/",
    "<",
    "{{",
    "{cipher}",
    "ENC[",
    "alias/",
    "arn:",
    "file:",
    "op://",
    "vault:",
    "secret://",
    "ssm:",
    "ref+",
    "projects/",
    "keyvault",
    "secretsmanager",
    "awssm",
    "azurekeyvault",
    "gcpsm",
    "var.",
    "data.",
    "local.",
    "module.",
    "secrets.",
    "steps.",
    "env.",
    "needs.",
    "inputs.",
];

/// What the names of secrets end in, before digits and signs: the ends of all words and phrases.
const ENDS: &[&str] = &[
    "password",
    "passwd",
    "passphrase",
    "pwd",
    "secret",
    "token",
    "credential",
    "credentials",
    "pass",
    "key",
    "base",
    "string",
    "data",
    "value",
];

/// Whether the letters of a name end so, whatever follows them.
fn ends_in(name: &str, end: &str) -> bool {
    let letters = name.trim_end_matches(|it: char| !it.is_ascii_alphabetic());
    let from = letters.len().checked_sub(end.len());
    from.and_then(|it| letters.get(it..)).is_some_and(|it| it.eq_ignore_ascii_case(end))
}

/// Whether a name says that its value is a secret: `DB_PASSWORD`, `masterUserPassword`, `api-key`; not `password_file`.
pub(in crate::collect) fn is_secret(name: &str) -> bool {
    // Most names end in something else, which settles it without splitting them.
    if name.is_ascii() && !ENDS.iter().any(|it| ends_in(name, it)) {
        return false;
    }
    let words = words(name);
    let Some(last) = words.last() else { return false };
    let by_word = WORDS.iter().any(|it| last.ends_with(it)) && !last.ends_with("nosecret");
    let short = words.len() > 1 && last == "pass";
    let by_phrase = PHRASES
        .iter()
        .any(|phrase| words.iter().rev().zip(phrase.iter().rev()).filter(|(a, b)| a == b).count() == phrase.len());
    // `public_token`, `next_token` and `id-token` name what everybody may see.
    let is_open = words.iter().any(|it| {
        matches!(
            it.as_str(),
            "public" | "next" | "continue" | "use" | "require" | "has" | "no" | "disable" | "disabled"
        )
    });
    (by_word || short || by_phrase) && !is_open && !names_a_setting(&words)
}

fn names_a_setting(words: &[String]) -> bool {
    matches!(
        words.iter().map(String::as_str).collect::<Vec<_>>().as_slice(),
        ["id", "token"] | ["automount", .., "token"]
    )
}

/// `masterUserPassword2` as `master user password`.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut before = ' ';
    for letter in name.chars() {
        let begins = letter.is_uppercase() && before.is_lowercase();
        if begins || !letter.is_alphabetic() {
            words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
        }
        if letter.is_alphabetic() {
            word.extend(letter.to_lowercase());
        }
        before = letter;
    }
    words.extend((!word.is_empty()).then_some(word));
    words
}

/// Whether a value under such a name can be the secret itself, and not a reference to one, a setting or a placeholder.
pub(in crate::collect) fn is_literal(value: &str) -> bool {
    let value = value.trim();
    let first = value.chars().next().unwrap_or(' ');
    if value.len() < 3 || value.chars().all(|it| it == first) {
        return false;
    }
    if ["${", "{{", "$(", "<%", crate::model::REDACTED].iter().any(|it| value.contains(it)) {
        return false;
    }
    if SETTINGS.iter().any(|it| value.eq_ignore_ascii_case(it)) || REFERENCES.iter().any(|it| value.starts_with(it)) {
        return false;
    }
    // `::add-mask::$PASSWORD`: what a variable of that name holds.
    if value.rsplit_once('$').is_some_and(|(_, name)| name.len() > 3 && is_variable_name(name) && is_secret(name)) {
        return false;
    }
    let is_address = value.starts_with("http://") || value.starts_with("https://");
    let is_prose = value.matches(' ').count() >= 3 && !value.contains("-----BEGIN");
    !is_address && !is_prose && !names_a_secret(value)
}

fn is_variable_name(text: &str) -> bool {
    text.bytes().all(|it| it.is_ascii_uppercase() || it.is_ascii_digit() || it == b'_')
}

/// `GITHUB_TOKEN`, `GOOGLE_API_KEY_VAL` or `app-tls-secret`: not a secret but what one is called.
fn names_a_secret(value: &str) -> bool {
    let is_variable = value.contains('_')
        && value.bytes().all(|it| it.is_ascii_uppercase() || it.is_ascii_digit() || it == b'_')
        && (is_secret(value) || value.match_indices('_').any(|(at, _)| value.get(..at).is_some_and(is_secret)));
    let is_object = value.contains('-')
        && value.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || matches!(it, b'-' | b'.'))
        && value
            .split('-')
            .any(|it| matches!(it, "secret" | "secrets" | "token" | "credentials" | "creds" | "tls" | "cert" | "auth"));
    is_variable || is_object
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_word_and_phrase_has_its_end_among_the_ends() {
        let last = PHRASES.iter().filter_map(|it| it.last());
        for it in WORDS.iter().chain(last).chain(&["pass"]) {
            assert!(ENDS.iter().any(|end| it.ends_with(end)), "{it}");
        }
    }

    use super::*;

    #[test]
    fn names_that_end_in_a_secret_word_are_secret() {
        for name in [
            "password",
            "DB_PASSWORD",
            "masterUserPassword",
            "POSTGRES_PASSWORD",
            "rootpassword",
            "SMTP_PASS",
            "passwd",
            "client_secret",
            "JWT_SECRET",
            "GITHUB_TOKEN",
            "authToken",
            "api_key",
            "API-KEY",
            "apiKey",
            "private_key",
            "AWS_SECRET_ACCESS_KEY",
            "storage_account_access_key",
            "connection_string",
            "ConnectionString",
            "secret_string",
            "SECRET_KEY_BASE",
            "password2",
            "administrator_login_password",
            "AccountKey",
        ] {
            assert!(is_secret(name), "{name}");
        }
    }

    #[test]
    fn names_that_only_speak_of_secrets_are_not() {
        for name in [
            "password_file",
            "POSTGRES_PASSWORD_FILE",
            "secret_name",
            "secretName",
            "token_path",
            "secret_arn",
            "kms_key_id",
            "key_id",
            "secretKeyRef",
            "minimum_password_length",
            "password_reuse_prevention",
            "http_tokens",
            "id-token",
            "automountServiceAccountToken",
            "public_key",
            "kms_key",
            "hash_key",
            "next_token",
            "secrets",
            "compass",
            "pass",
            "kind",
            "manage_master_user_password_id",
            "require_password",
            "disabled-password",
            "imagePullSecrets",
            "token_ttl",
            "bypass",
        ] {
            assert!(!is_secret(name), "{name}");
        }
    }

    #[test]
    fn only_literal_values_are_secrets() {
        for value in [
            "hunter2",
            "changeme",
            "CHANGE_ME",
            "yourpassword",
            "correct horse battery",
            "Aa1234321Bb",
            "password",
            "c2VjcmV0",
            "p@ss/word",
        ] {
            assert!(is_literal(value), "{value}");
        }
        for value in [
            "",
            "x",
            "****",
            "xxxx",
            "true",
            "write",
            "${var.password}",
            "{{ .Values.password }}",
            "$PASSWORD",
            "::add-mask::$PASSWORD",
            "$(get)",
            "<password>",
            "/run/secrets/db",
            "./token",
            "alias/aws/s3",
            "arn:aws:secretsmanager:eu-west-1:1:secret:x",
            "vault:secret/x",
            "projects/p/secrets/s/versions/latest",
            "@Microsoft.KeyVault(SecretUri=https://x)",
            "ENC[AES256_GCM,data:x]",
            "{{resolve:secretsmanager:x}}",
            "https://example.org/login",
            "GITHUB_TOKEN",
            "GOOGLE_API_KEY_VAL",
            "YOUR_API_KEY_HERE",
            "dummy",
            "app-tls-secret",
            "var.password",
            "the token that clients send",
            "<redacted>",
        ] {
            assert!(!is_literal(value), "{value}");
        }
    }
}
