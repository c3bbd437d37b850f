//! Names seen before: plans repeat the same few hundred a million times.

use std::sync::Arc;

const PLACES: usize = 1024;

/// Shares equal names. A name may push another out; that costs memory and nothing else.
pub(super) struct Names {
    places: Vec<Option<Arc<str>>>,
}

impl Names {
    pub(super) fn new() -> Self {
        Self { places: vec![None; PLACES] }
    }

    pub(super) fn shared(&mut self, name: &str) -> Arc<str> {
        let hash = name.bytes().fold(name.len(), |hash, it| hash.wrapping_mul(31).wrapping_add(usize::from(it)));
        let Some(place) = self.places.get_mut(hash % PLACES) else { return name.into() };
        match place {
            Some(known) if **known == *name => known.clone(),
            _ => place.insert(name.into()).clone(),
        }
    }
}
