//! The floor that whole runs are measured against: a plain parallel walk that reads every file line by line.

use std::io::{BufRead, BufReader};
use std::sync::atomic::{AtomicUsize, Ordering};

use ignore::{WalkBuilder, WalkState};

#[expect(clippy::disallowed_methods, clippy::print_stdout, reason = "it stands for what any program must do")]
fn main() {
    let lines = AtomicUsize::new(0);
    for root in std::env::args().skip(1) {
        let walker = WalkBuilder::new(root).hidden(false).require_git(false).build_parallel();
        walker.run(|| {
            let mut line = Vec::new();
            let lines = &lines;
            Box::new(move |entry| {
                let Ok(entry) = entry else { return WalkState::Continue };
                if entry.file_type().is_some_and(|it| it.is_file())
                    && let Ok(file) = std::fs::File::open(entry.path())
                {
                    let mut reader = BufReader::with_capacity(1 << 16, file);
                    while reader.read_until(b'\n', &mut line).is_ok_and(|it| it > 0) {
                        lines.fetch_add(1, Ordering::Relaxed);
                        line.clear();
                    }
                }
                WalkState::Continue
            })
        });
    }
    println!("{}", lines.into_inner());
}
