//! Digests. bcrypt salts what it makes and RSA needs keys: neither is computed.

use std::fmt::Write as _;

use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};

use crate::collect::base64;
use crate::model::{Node, Shape};

use super::encoding::encoded;
use super::function::{Function, Outcome, known, string, wrong};

pub(crate) const FUNCTIONS: &[Function] = &[
    known("base64sha256", (1, 1), Shape::Reference, |it| {
        Ok(base64::encode(&Sha256::digest(encoded(it)?.as_bytes())).into())
    }),
    known("base64sha512", (1, 1), Shape::Reference, |it| {
        Ok(base64::encode(&Sha512::digest(encoded(it)?.as_bytes())).into())
    }),
    known("md5", (1, 1), Shape::Reference, |it| Ok(hexadecimal(&Md5::digest(encoded(it)?.as_bytes())).into())),
    known("sha1", (1, 1), Shape::Reference, |it| Ok(hexadecimal(&Sha1::digest(encoded(it)?.as_bytes())).into())),
    known("sha256", (1, 1), Shape::Reference, |it| Ok(hexadecimal(&Sha256::digest(encoded(it)?.as_bytes())).into())),
    known("sha512", (1, 1), Shape::Reference, |it| Ok(hexadecimal(&Sha512::digest(encoded(it)?.as_bytes())).into())),
    known("uuidv5", (2, 2), Shape::Reference, uuidv5),
];

/// Namespaces that have names: the end of the first part is all they differ in.
const NAMESPACES: &[(&str, u8)] = &[("dns", 0x10), ("url", 0x11), ("oid", 0x12), ("x500", 0x14)];

fn uuidv5(arguments: &[Node]) -> Outcome {
    let space = string(arguments, 0)?;
    let named = NAMESPACES
        .iter()
        .find(|it| it.0 == &*space)
        .map(|it| format!("6ba7b8{:02x}-9dad-11d1-80b4-00c04fd430c8", it.1));
    let plain = named.unwrap_or_else(|| space.to_string()).replace('-', "");
    let byte = |at: usize| plain.get(at * 2..at * 2 + 2).and_then(|it| u8::from_str_radix(it, 16).ok());
    let bytes: Option<Vec<u8>> = (0..16).map(byte).collect();
    let bytes = bytes.filter(|_| plain.len() == 32).ok_or_else(|| wrong("this is not a namespace"))?;
    let digest = Sha1::new().chain_update(bytes).chain_update(string(arguments, 1)?.as_bytes()).finalize();
    let digits = hexadecimal(digest.get(..16).unwrap_or_default());
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    let variant = digest.get(8).map_or(0, |it| (it & 0x3f) | 0x80);
    let (a, b, c, d, e) = (part(0, 8), part(8, 12), part(13, 16), part(18, 20), part(20, 32));
    Ok(format!("{a}-{b}-5{c}-{variant:02x}{d}-{e}").into())
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
