#![no_main]

use gapcheck::model::SourceId;
use gapcheck_fuzz::{nodes, problems, text};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let (text, within) = text(data);
    let parsed = gapcheck::syntax::yaml::parse(SourceId(0), &text);
    parsed.documents.iter().for_each(|it| nodes(it, &within));
    problems(&parsed.problems, &within);
});
