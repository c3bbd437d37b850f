//! Digests of texts, and names that are made of digests.

use std::fmt::Write as _;

use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};

use crate::collect::helm::language::call::{Function, text};
use crate::collect::helm::language::value::Value;

pub(super) const FUNCTIONS: &[(&str, Function)] = &[
    ("adler32sum", |_, it| Ok(made(it, |it| adler32(it).to_string()))),
    ("sha1sum", |_, it| Ok(made(it, |it| hexadecimal(&Sha1::digest(it))))),
    ("sha256sum", |_, it| Ok(made(it, |it| hexadecimal(&Sha256::digest(it))))),
    ("sha512sum", |_, it| Ok(made(it, |it| hexadecimal(&Sha512::digest(it))))),
];

fn made(arguments: &[Value], digest: impl Fn(&[u8]) -> String) -> Value {
    Value::from(digest(text(arguments, 0).as_str().as_bytes()))
}

fn adler32(bytes: &[u8]) -> u32 {
    let (a, b) = bytes.iter().fold((1u32, 0u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65521;
        (a, (b + a) % 65521)
    });
    b << 16 | a
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
