#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| gapcheck_fuzz::collector("platform", data));
