//! A build without the feature `git`: history is not read, and the ledger says so.

use camino::Utf8Path;

use super::log::{Log, Unread};
use super::window::Window;

/// Says that this build does not read history.
pub fn read(_root: &Utf8Path, _window: &Window) -> Log {
    let reason = "history is not read: this build was made without the feature `git`";
    Log { unread: Some(Unread::Nothing(reason)), ..Log::default() }
}
