//! What is found in texts, and what only looks like it. Tokens are put together here, so that no file holds one.

use camino::Utf8Path;

use super::search::{is_marked, search};

/// Letters without a pattern in them.
const RANDOM: &str = "q7Zk2mX9vB4nT8sL1wR6yP3cJ5hG0dFaUeKbQtMz";

fn found(path: &str, text: &str) -> Vec<(&'static str, String, bool)> {
    let found = search(Utf8Path::new(path), text).into_iter();
    found.map(|it| (it.what, text.get(it.range).unwrap_or_default().to_owned(), it.harmless.is_some())).collect()
}

fn random(length: usize) -> String {
    RANDOM.chars().cycle().take(length).collect()
}

#[test]
fn tokens_are_found_by_their_published_forms() {
    let upper = "QZKXVBNTSLWRYPCJHGDF";
    for (what, text) in [
        ("AWS access key", format!("AKIA{}", &upper.get(..16).unwrap_or_default())),
        ("GitHub token", format!("ghp_{}", random(36))),
        ("GitHub token", format!("github_pat_{}_{}", random(22), random(59))),
        ("GitLab token", format!("glpat-{}", random(20))),
        ("Google API key", format!("AIza{}", random(35))),
        ("Stripe key", format!("sk_live_{}", random(24))),
        ("npm token", format!("npm_{}", random(36))),
        ("SendGrid key", format!("SG.{}.{}", random(22), random(43))),
    ] {
        let line = format!("key = \"{text}\"\n");
        assert_eq!(found("a.py", &line), [(what, text, false)]);
        assert!(is_marked(&line));
    }
    let secret = random(40);
    for line in [format!("aws_secret_access_key = {secret}"), format!("AWS_SECRET_ACCESS_KEY: \"{secret}\"")] {
        assert_eq!(found("a.txt", &line), [("AWS secret key", secret.clone(), false)]);
    }
    let address = format!("postgres://app:{}@db.acme.io/shop", random(12));
    assert_eq!(found("a.txt", &address), [("password in an address", random(12), false)]);
}

#[test]
fn samples_and_machines_at_hand_let_nobody_in() {
    for text in [
        "AKIAIOSFODNN7EXAMPLE".to_owned(),
        format!("ghp_{}", "x".repeat(36)),
        "https://me:verysecret9@localhost.example/".to_owned(),
        "postgres://app:changeme@db.acme.io/x".to_owned(),
        "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----".to_owned(),
        format!("-----BEGIN ENCRYPTED PRIVATE KEY-----\n{}\n-----END ENCRYPTED PRIVATE KEY-----", random(200)),
    ] {
        let found = found("a.txt", &text);
        assert!(found.iter().all(|it| it.2), "{text}: {found:?}");
        assert_eq!(found.len(), 1, "{text}");
    }
}

#[test]
fn what_only_looks_like_a_token_is_none() {
    for text in [
        "MAKIAQZKXVBNTSLWRYPC",
        "ghp_short",
        "https://example.org/a:b@c",
        "-----BEGIN PUBLIC KEY-----\nabc\n-----END PUBLIC KEY-----",
        "-----BEGIN CERTIFICATE-----",
        "https://${USER}:${PASSWORD}@acme.io",
        "git@github.com:acme/shop.git",
        "eyJust a word",
    ] {
        assert!(found("a.txt", text).is_empty(), "{text}: {:?}", found("a.txt", text));
    }
}

#[test]
fn a_key_is_found_in_files_and_in_strings() {
    let key = format!("-----BEGIN RSA PRIVATE KEY-----\\n{}\\n-----END RSA PRIVATE KEY-----", random(200));
    assert_eq!(found("account.json", &format!("{{\"private_key\": \"{key}\\n\"}}")), [("private key", key, false)]);
}

#[test]
fn environment_files_are_read_by_the_names_of_their_variables() {
    let text = format!("PORT=8080\nDB_PASSWORD={}\n# API_KEY=no\nTOKEN=${{TOKEN}}\nPGPASSWORD=postgres\n", random(12));
    assert_eq!(found(".env", &text), [("secret in an environment file", random(12), false)]);
    assert!(found(".env.example", &text).is_empty());
    let netrc = format!("machine api.acme.io login me password {}\n", random(10));
    assert_eq!(found(".netrc", &netrc), [("password of a client", random(10), false)]);
    let state = "{\"version\": 4, \"lineage\": \"x\", \"resources\": [{\"instances\": []}]}";
    assert_eq!(found("terraform.tfstate", state).len(), 1);
}

#[test]
fn no_text_takes_long() {
    for piece in ["eyJ-", "://a:b", "-----BEGIN ", "AKIA", "ghp_", "-----BEGIN RSA PRIVATE KEY-----"] {
        search(Utf8Path::new("a"), &piece.repeat(5_000));
    }
}
