#![no_main]

use gapcheck::model::SourceId;
use gapcheck_fuzz::{problems, text};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let (text, within) = text(data);
    let file = gapcheck::syntax::hcl::parse(SourceId(0), &text);
    problems(&file.problems, &within);
});
