//! `Fn::Cidr`: the first blocks of a size within an address block.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Most blocks that the function gives.
const MOST: u32 = 256;

/// The first `count` blocks with `host_bits` bits for hosts; nothing where they do not fit in.
pub(super) fn blocks(block: &str, count: u32, host_bits: u32) -> Option<Vec<String>> {
    let (address, prefix) = block.trim().split_once('/')?;
    let prefix: u32 = prefix.parse().ok()?;
    let (network, width) = match address.parse::<IpAddr>().ok()? {
        IpAddr::V4(it) => (u128::from(u32::from(it)), 32_u32),
        IpAddr::V6(it) => (u128::from(it), 128),
    };
    let inside = width.checked_sub(prefix)?.checked_sub(host_bits)?;
    if count == 0 || count > MOST || (inside < 32 && count > 1 << inside) {
        return None;
    }
    let network = network & u128::MAX.checked_shl(width - prefix).unwrap_or(0);
    let block = |number: u32| {
        let at = network.checked_add(u128::from(number).checked_shl(host_bits)?)?;
        let address = match width {
            32 => IpAddr::V4(Ipv4Addr::from(u32::try_from(at).ok()?)),
            _ => IpAddr::V6(Ipv6Addr::from(at)),
        };
        Some(format!("{address}/{}", width - host_bits))
    };
    (0..count).map(block).collect()
}

#[cfg(test)]
mod tests {
    use super::blocks;

    #[test]
    fn blocks_lie_side_by_side() {
        let some = |block, count, bits| blocks(block, count, bits).unwrap_or_default().join(" ");
        assert_eq!(some("192.168.0.0/24", 6, 5).split(' ').nth(5), Some("192.168.0.160/27"));
        assert_eq!(some("10.0.0.0/16", 3, 8), "10.0.0.0/24 10.0.1.0/24 10.0.2.0/24");
        assert_eq!(some("2001:db8::/56", 2, 64), "2001:db8::/64 2001:db8:0:1::/64");
        assert_eq!(some("0.0.0.0/0", 1, 32), "0.0.0.0/0");
        for (block, count, bits) in
            [("10.0.0.0/16", 300, 8), ("10.0.0.0/24", 2, 8), ("x", 1, 1), ("10.0.0.0/33", 1, 0), ("::/0", 2, 200)]
        {
            assert_eq!(blocks(block, count, bits), None, "{block}");
        }
    }
}
