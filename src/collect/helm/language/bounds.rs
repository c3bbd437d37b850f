//! How far a walk over a value may go: values can hold themselves, and small ones can unfold to enormous ones.

/// What is left of a walk.
#[derive(Debug)]
pub(crate) struct Bounds {
    left: usize,
    depth: usize,
}

const NODES: usize = 500_000;
const DEPTH: usize = 200;

impl Bounds {
    pub(crate) fn new() -> Self {
        Self { left: NODES, depth: DEPTH }
    }

    /// One value further and one level deeper; false where the walk must end.
    pub(crate) fn enter(&mut self) -> bool {
        if self.left == 0 || self.depth == 0 {
            self.left = 0;
            return false;
        }
        self.left -= 1;
        self.depth -= 1;
        true
    }

    pub(crate) fn leave(&mut self) {
        self.depth += 1;
    }

    /// Whether the walk met its end before that of the value.
    pub(crate) fn are_met(&self) -> bool {
        self.left == 0
    }
}
