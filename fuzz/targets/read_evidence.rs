#![no_main]

use gapcheck::collect::COLLECTORS;
use gapcheck::model::saved;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let formats: Vec<&'static str> = COLLECTORS.iter().map(|it| it.name).collect();
    drop(saved::read(&String::from_utf8_lossy(data), &formats));
});
