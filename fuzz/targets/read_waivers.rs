#![no_main]

use gapcheck::config::accepted;
use gapcheck::config::settings::Settings;
use gapcheck_fuzz::placed;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    placed(".gapcheck/waivers.toml", data, |root| drop(accepted::read(root, &Settings::default())));
});
