//! A list that ends, and knows what it left out.

/// Waivers, attestations, files not read and the like that are listed, of each sort.
const LISTED_OTHERS: usize = 10_000;

#[derive(Debug)]
pub(super) struct Short<T> {
    pub(super) items: Vec<T>,
    pub(super) left_out: usize,
}

impl<T> Short<T> {
    pub(super) fn new() -> Self {
        Self { items: Vec::new(), left_out: 0 }
    }

    pub(super) fn extend(&mut self, items: impl IntoIterator<Item = T>) {
        for it in items {
            if self.items.len() < LISTED_OTHERS {
                self.items.push(it);
            } else {
                self.left_out += 1;
            }
        }
    }
}
