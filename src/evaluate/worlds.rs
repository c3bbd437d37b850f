//! In which order values are tried: first all unknowns in step, then each half of them against the other half.

/// One choice of candidates: some unknowns take one, the others another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct World {
    first: usize,
    second: usize,
    /// Which bit of an unknown's route tells the half it belongs to.
    bit: u32,
}

impl World {
    /// The number of the candidate that the unknown at a route takes.
    pub fn candidate(self, route: u32) -> usize {
        if (route >> self.bit) & 1 == 0 { self.first } else { self.second }
    }
}

/// All worlds over a number of candidates.
#[derive(Debug)]
pub struct Worlds;

/// Two routes that differ do so in one of so many bits, nearly always.
const BITS: u32 = 5;

impl Worlds {
    /// Worlds in which all unknowns are in step, then those that set pairs of candidates against each other.
    pub fn of(candidates: usize) -> impl Iterator<Item = World> {
        let in_step = (0..candidates).map(|it| World { first: it, second: it, bit: 0 });
        let pairs = (0..BITS).flat_map(move |bit| {
            (0..candidates).flat_map(move |first| (0..candidates).map(move |second| World { first, second, bit }))
        });
        in_step.chain(pairs.filter(|it| it.first != it.second))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn two_routes_meet_every_pair_of_candidates() {
        let pairs: BTreeSet<_> = Worlds::of(4).map(|it| (it.candidate(0b10110), it.candidate(0b10010))).collect();
        assert_eq!(pairs.len(), 16);
    }
}
