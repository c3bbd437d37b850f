//! Names that stand in a run a hundred thousand times, kept once: keys of files, names of facts, words such as `apps/v1`.

use std::cell::RefCell;
use std::sync::Arc;

/// Names that each thread remembers.
const PLACES: usize = 2048;

/// Texts longer than this, in bytes, rarely come twice.
pub const LONGEST: usize = 40;

thread_local! {
    static NAMES: RefCell<Vec<Option<Arc<str>>>> = const { RefCell::new(Vec::new()) };
}

/// The text, shared with what had the same one before. A name may push another out; that costs memory and nothing else.
pub fn shared(text: &str) -> Arc<str> {
    if text.len() > LONGEST {
        return text.into();
    }
    let hash = text.bytes().fold(text.len(), |hash, it| hash.wrapping_mul(31).wrapping_add(usize::from(it)));
    NAMES.with_borrow_mut(|names| {
        names.resize(PLACES, None);
        let Some(place) = names.get_mut((hash ^ (hash >> 11)) % PLACES) else { return text.into() };
        match place {
            Some(known) if **known == *text => known.clone(),
            _ => place.insert(text.into()).clone(),
        }
    })
}

/// What an entry may be named by.
pub trait Name {
    fn into_name(self) -> Arc<str>;
}

impl Name for &str {
    fn into_name(self) -> Arc<str> {
        shared(self)
    }
}

impl Name for String {
    fn into_name(self) -> Arc<str> {
        shared(&self)
    }
}

impl Name for Arc<str> {
    fn into_name(self) -> Arc<str> {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_names_are_kept_once() {
        assert!(Arc::ptr_eq(&shared("apiVersion"), &shared("apiVersion")));
        assert_eq!(&*shared(&"x".repeat(99)), "x".repeat(99));
    }
}
