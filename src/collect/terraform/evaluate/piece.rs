//! The pieces of a text that is put together.

use std::sync::Arc;

use crate::model::{Span, Unresolved};

/// A stretch of text with its place, or what is unknown there.
pub(crate) enum Piece {
    Text(Arc<str>, Span),
    Unknown(Box<Unresolved>, Span),
}
