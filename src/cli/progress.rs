//! A line on the terminal while work takes longer than a second.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// Work that ends sooner needs no word.
const QUIET_SECONDS: u64 = 1;

/// The line, while it lives. Dropped, it is wiped away.
pub struct Progress {
    line: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Says what is being done, where a person watches: on a terminal, unless nobody wants it.
    pub fn begin(doing: &'static str, is_wanted: bool) -> Self {
        let is_watched = is_wanted && io::stderr().is_terminal() && std::env::var_os("CI").is_none();
        let line = is_watched.then(|| {
            let (done, wait) = mpsc::channel();
            (done, thread::spawn(move || show(doing, &wait)))
        });
        Self { line }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((done, line)) = self.line.take() {
            drop(done);
            let _ = line.join();
        }
    }
}

fn show(doing: &str, wait: &mpsc::Receiver<()>) {
    let mut seconds = 0;
    // Nothing is ever sent: the wait ends when the other side is dropped.
    while wait.recv_timeout(Duration::from_secs(1)) == Err(RecvTimeoutError::Timeout) {
        seconds += 1;
        if seconds >= QUIET_SECONDS {
            let _ = write!(io::stderr(), "\r{doing} ({seconds} s)");
        }
    }
    if seconds >= QUIET_SECONDS {
        let _ = write!(io::stderr(), "\r\u{1b}[K");
    }
}
