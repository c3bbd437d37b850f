//! The entries of a map: looked through where they are few, found by an order of their names where they are many.

use std::cmp::Ordering;
use std::fmt::{Debug, Formatter};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// So many are looked through quicker than they are ordered.
const FEW: usize = 32;

/// What has a name that it is found by.
pub trait Named {
    fn name(&self) -> &str;
}

/// Entries in the order of the source. They are shared, so a clone is cheap.
#[derive(Clone)]
pub struct Entries<E>(Held<E>);

#[derive(Clone)]
enum Held<E> {
    Few(Arc<[E]>),
    Many(Arc<Many<E>>),
}

/// A file may hold a map of a million names and ask for each of them.
struct Many<E> {
    list: Box<[E]>,
    ordered: OnceLock<Box<[u32]>>,
    /// Ordered by names in lower case.
    folded: OnceLock<Box<[u32]>>,
}

impl<E: Named> Entries<E> {
    /// The first entry of that name.
    pub fn named(&self, name: &str) -> Option<&E> {
        match &self.0 {
            Held::Few(list) => list.iter().find(|it| it.name() == name),
            Held::Many(many) => find(&many.list, &many.ordered, name, |one, other| one.cmp(other)),
        }
    }

    /// The first entry of that name, whatever the case of its letters.
    pub fn named_in_any_case(&self, name: &str) -> Option<&E> {
        match &self.0 {
            Held::Few(list) => list.iter().find(|it| it.name().eq_ignore_ascii_case(name)),
            Held::Many(many) => find(&many.list, &many.folded, name, folded),
        }
    }
}

fn find<'a, E: Named>(
    list: &'a [E],
    order: &OnceLock<Box<[u32]>>,
    name: &str,
    compare: impl Fn(&str, &str) -> Ordering,
) -> Option<&'a E> {
    let named = |at: &u32| list.get(*at as usize).map(E::name).unwrap_or_default();
    let order = order.get_or_init(|| {
        let mut order: Box<[u32]> = (0..).take(list.len()).collect();
        // A stable sort: the first of a name stays the first.
        order.sort_by(|one, other| compare(named(one), named(other)));
        order
    });
    let at = order.partition_point(|it| compare(named(it), name) == Ordering::Less);
    list.get(*order.get(at)? as usize).filter(|it| compare(it.name(), name) == Ordering::Equal)
}

fn folded(one: &str, other: &str) -> Ordering {
    let lower = |text: &'_ str| text.bytes().map(|it| it.to_ascii_lowercase()).collect::<Vec<u8>>();
    if one.len() < FEW && other.len() < FEW {
        return one.bytes().map(|it| it.to_ascii_lowercase()).cmp(other.bytes().map(|it| it.to_ascii_lowercase()));
    }
    lower(one).cmp(&lower(other))
}

impl<E> Deref for Entries<E> {
    type Target = [E];

    fn deref(&self) -> &[E] {
        match &self.0 {
            Held::Few(list) => list,
            Held::Many(many) => &many.list,
        }
    }
}

impl<E> From<Vec<E>> for Entries<E> {
    fn from(list: Vec<E>) -> Self {
        if list.len() <= FEW {
            return Self(Held::Few(list.into()));
        }
        Self(Held::Many(Arc::new(Many { list: list.into(), ordered: OnceLock::new(), folded: OnceLock::new() })))
    }
}

impl<E> FromIterator<E> for Entries<E> {
    fn from_iter<I: IntoIterator<Item = E>>(entries: I) -> Self {
        entries.into_iter().collect::<Vec<E>>().into()
    }
}

impl<E> Default for Entries<E> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<E: PartialEq> PartialEq for Entries<E> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<E: Debug> Debug for Entries<E> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> std::fmt::Result {
        (**self).fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Word(String);

    impl Named for Word {
        fn name(&self) -> &str {
            &self.0
        }
    }

    #[test]
    fn the_first_of_a_name_is_found_among_few_and_among_many() {
        for many in [3, FEW, FEW + 1, 1000] {
            let words = (0..many).map(|it| format!("Word{}", it % (many - 1)));
            let words: Entries<Word> = words.map(Word).collect();
            let place =
                |found: Option<&Word>| words.iter().position(|it| found.is_some_and(|word| std::ptr::eq(it, word)));
            for at in 0..many - 1 {
                assert_eq!(place(words.named(&format!("Word{at}"))), Some(at));
                assert_eq!(place(words.named_in_any_case(&format!("wORD{at}"))), Some(at));
            }
            assert!(words.named("wORD1").is_none() && words.named("Word").is_none() && words.named("zzz").is_none());
            assert!(words.named_in_any_case("word").is_none() && words.named_in_any_case("zzz").is_none());
        }
    }

    #[test]
    fn a_map_is_no_larger_than_a_shared_list() {
        assert_eq!(size_of::<Entries<Word>>(), size_of::<Arc<[Word]>>());
    }
}
