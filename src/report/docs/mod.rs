//! The policy library as pages of Markdown: one a policy, kind and criterion, and a table of each.

mod criterion;
pub mod example;
mod index;
mod kind;
pub mod library;
mod policy;
mod words;

pub use example::Example;
pub use library::{Kind, Library, MARK, Page};

/// Every page, in the order of paths.
pub fn pages(library: &Library<'_>) -> Vec<Page> {
    let mut pages = vec![index::policies(library), index::kinds(library), index::criteria(library)];
    pages.extend(library.policies.iter().map(|it| policy::page(it, library)));
    pages.extend(library.kinds().map(|it| kind::page(it, library)));
    pages.extend(library.criteria().map(|it| criterion::page(it, library)));
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    pages
}
