#![no_main]

use gapcheck::config::settings;
use gapcheck_fuzz::placed;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    placed(settings::FILE_NAME, data, |root| drop(settings::read(&root.join(settings::FILE_NAME), false)));
});
