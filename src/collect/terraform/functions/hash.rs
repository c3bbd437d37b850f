//! Digests. MD5, SHA-1, bcrypt and RSA are not computed: nothing that is judged depends on them.

use std::fmt::Write as _;

use sha2::{Digest, Sha256, Sha512};

use crate::model::Shape;

use super::encoding::base64;
use super::function::{Function, known, string};

pub(crate) const FUNCTIONS: &[Function] = &[
    known("base64sha256", (1, 1), Shape::Reference, |it| Ok(base64(&Sha256::digest(string(it, 0)?.as_bytes())).into())),
    known("base64sha512", (1, 1), Shape::Reference, |it| Ok(base64(&Sha512::digest(string(it, 0)?.as_bytes())).into())),
    known("sha256", (1, 1), Shape::Reference, |it| Ok(hexadecimal(&Sha256::digest(string(it, 0)?.as_bytes())).into())),
    known("sha512", (1, 1), Shape::Reference, |it| Ok(hexadecimal(&Sha512::digest(string(it, 0)?.as_bytes())).into())),
];

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
