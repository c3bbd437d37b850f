//! Addresses and their ranges.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::model::{Node, Shape, Value};

use super::function::{Function, MANY, Outcome, Stop, argument, known, string, texts, whole, wrong};

pub(crate) const FUNCTIONS: &[Function] = &[
    known("cidrcontains", (2, 2), Shape::Bool, cidrcontains),
    known("cidrhost", (2, 2), Shape::Reference, |it| {
        let range = range(it)?;
        let host = range.host(whole(it, 1)?).ok_or_else(|| wrong("the range has no such host"))?;
        Ok(range.shown(host).into())
    }),
    known("cidrnetmask", (1, 1), Shape::Reference, |it| {
        let range = range(it)?;
        if range.six {
            return Err(wrong("only ranges of version 4 have a mask"));
        }
        Ok(range.shown(range.mask(range.length)).into())
    }),
    known("cidrsubnet", (3, 3), Shape::Reference, |it| {
        let range = range(it)?;
        let (bits, number) = (whole(it, 1)?, whole(it, 2)?);
        let length = length(&range, bits)?;
        range.subnet(length, number).map(Value::from)
    }),
    known("cidrsubnets", (1, MANY), Shape::List, cidrsubnets),
];

/// A network, as an address and the length of its prefix.
struct Range {
    bits: u128,
    length: u32,
    six: bool,
}

fn range(arguments: &[Node]) -> Result<Range, Stop> {
    ranged(&string(arguments, 0)?)
}

fn ranged(text: &str) -> Result<Range, Stop> {
    let parts = text.split_once('/').and_then(|(address, length)| {
        let address: IpAddr = address.parse().ok()?;
        Some((address, length.parse::<u32>().ok()?))
    });
    let (address, length) = parts.ok_or_else(|| wrong("this is not a range of addresses"))?;
    let (bits, six) = match address {
        IpAddr::V4(it) => (u128::from(u32::from(it)), false),
        IpAddr::V6(it) => (u128::from(it), true),
    };
    let range = Range { bits, length, six };
    if length > range.width() {
        return Err(wrong("the prefix is too long"));
    }
    Ok(Range { bits: bits & range.mask(length), ..range })
}

/// Whether a range holds an address or another range.
fn cidrcontains(arguments: &[Node]) -> Outcome {
    let outer = range(arguments)?;
    let inner = string(arguments, 1)?;
    let whole = if inner.contains(':') { 128 } else { 32 };
    let inner = if inner.contains('/') { ranged(&inner)? } else { ranged(&format!("{inner}/{whole}"))? };
    if inner.six != outer.six {
        return Err(wrong("the versions of the addresses differ"));
    }
    Ok((inner.length >= outer.length && inner.bits & outer.mask(outer.length) == outer.bits).into())
}

fn length(range: &Range, bits: i64) -> Result<u32, Stop> {
    let bits = u32::try_from(bits).map_err(|_| wrong("a prefix does not shrink"))?;
    let length = range.length.saturating_add(bits);
    if length > range.width() { Err(wrong("the prefix is too long")) } else { Ok(length) }
}

impl Range {
    fn width(&self) -> u32 {
        if self.six { 128 } else { 32 }
    }

    fn mask(&self, length: u32) -> u128 {
        let all = if self.six { u128::MAX } else { u128::from(u32::MAX) };
        all ^ all.checked_shr(length).unwrap_or(0)
    }

    fn host(&self, number: i64) -> Option<u128> {
        let hosts = (u128::MAX >> (128 - self.width())).checked_shr(self.length).unwrap_or(0);
        let offset = match u128::try_from(number) {
            Ok(it) => it,
            Err(_) => (hosts + 1).checked_sub(u128::from(number.unsigned_abs()))?,
        };
        (offset <= hosts).then(|| self.bits + offset)
    }

    fn subnet(&self, length: u32, number: i64) -> Result<String, Stop> {
        let bits = length - self.length;
        let number = u128::try_from(number).map_err(|_| wrong("a network below zero"))?;
        if bits < 128 && number >> bits != 0 {
            return Err(wrong("the range has no such network"));
        }
        let shift = self.width() - length;
        let at = self.bits | number.checked_shl(shift).unwrap_or(0);
        Ok(format!("{}/{length}", self.shown(at)))
    }

    fn shown(&self, bits: u128) -> String {
        if self.six {
            return Ipv6Addr::from(bits).to_string();
        }
        Ipv4Addr::from(u32::try_from(bits).unwrap_or_default()).to_string()
    }
}

fn cidrsubnets(arguments: &[Node]) -> Outcome {
    let range = range(arguments)?;
    let mut made = Vec::new();
    let mut next = range.bits;
    for at in 1..arguments.len() {
        let length = length(&range, whole(arguments, at)?)?;
        let size = 1u128.checked_shl(range.width() - length).unwrap_or(0);
        // The next address at which a network of this size can begin.
        let start = if size == 0 { next } else { next.div_ceil(size).saturating_mul(size) };
        if start & range.mask(range.length) != range.bits {
            return Err(wrong("the range has no room for these networks"));
        }
        made.push(format!("{}/{length}", range.shown(start)));
        next = start.saturating_add(size);
    }
    Ok(texts(made, argument(arguments, 0)?))
}
