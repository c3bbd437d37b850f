//! Texts that stand where a secret would: samples of documentation, defaults of a developer's machine, blanks to fill.

/// Parts of texts that nobody's secret has.
const WORDS: &[&str] = &[
    "example",
    "sample",
    "dummy",
    "placeholder",
    "changeme",
    "change_me",
    "change-me",
    "replace",
    "your",
    "insert",
    "xxxx",
    "0000",
    "1234567",
    "abcdef",
    "fake",
    "redacted",
    "todo",
    "secret_here",
    "not-a-real",
    "notreal",
    "mock",
    "foobar",
    "lorem",
    "test_token",
    "testtoken",
    "testing",
    "deadbeef",
    "aaaaaa",
    "--",
    "...",
    "***",
    // The sample of jwt.io: its subject, and its name.
    "eyJzdWIiOiIxMjM0NTY3ODkwIi",
];

/// Passwords that everybody knows: what a machine at hand is set up with.
const COMMON: &[&str] = &[
    "password",
    "passwd",
    "postgres",
    "mysql",
    "root",
    "admin",
    "secret",
    "guest",
    "test",
    "user",
    "default",
    "development",
    "dev",
    "local",
    "localhost",
    "mongo",
    "redis",
    "rabbitmq",
    "minio",
    "minioadmin",
    "letmein",
    "toor",
    "qwerty",
    "pass",
    "hunter2",
    "token",
    "apikey",
    "string",
    "none",
    "null",
    "true",
    "false",
];

/// Hosts where a password protects nothing.
const HOSTS: &[&str] = &[
    "localhost",
    "127.0.0.1",
    "0.0.0.0",
    "example.com",
    "example.org",
    "example.net",
    ".example",
    ".local",
    ".test",
    ".internal.example",
];

/// Whether a text stands for a secret and is none.
pub(super) fn is_placeholder(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let is_marked = WORDS.iter().any(|it| lower.contains(&it.to_ascii_lowercase()));
    let bare = lower.trim_end_matches(|it: char| it.is_ascii_digit() || it == '!');
    is_marked || is_common(bare) || repeats(&lower)
}

fn is_common(text: &str) -> bool {
    COMMON.contains(&text) || text.split(['_', '-', '.']).all(|it| COMMON.contains(&it) || it.is_empty())
}

/// Whether one letter stands six times in a row.
fn repeats(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.windows(6).any(|it| it.iter().all(|byte| Some(byte) == it.first()))
}

/// Whether an address leads to a machine at hand or to nobody's.
pub(super) fn is_nobodys(address: &str) -> bool {
    let host = address.rsplit('@').next().unwrap_or_default();
    HOSTS.iter().any(|it| host.starts_with(it) || host.ends_with(it))
}
