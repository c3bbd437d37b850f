#![no_main]

use gapcheck::rego::PolicySet;
use gapcheck::rego::rego_file::{FileOrigin, RegoFile};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data).into_owned();
    let file = RegoFile { path: "a.rego".to_owned(), text: text.into(), origin: FileOrigin::Folder };
    drop(PolicySet::of(vec![file], Vec::new(), &[]));
});
