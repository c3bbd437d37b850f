//! Functions whose answer differs from one installation to the next: random texts, keys, the time. What they give is not
//! known, and is nobody's hard-coded secret.

use crate::collect::helm::language::call::{Function, unknown};

macro_rules! unknown {
    ($($name:literal),* $(,)?) => {
        &[$(($name, |renderer, _| Ok(unknown(renderer, $name)))),*]
    };
}

pub(super) const FUNCTIONS: &[(&str, Function)] = unknown![
    "ago",
    "bcrypt",
    "buildCustomCert",
    "date",
    "dateInZone",
    "dateModify",
    "date_in_zone",
    "date_modify",
    "decryptAES",
    "derivePassword",
    "duration",
    "durationRound",
    "encryptAES",
    "genCA",
    "genCAWithKey",
    "genPrivateKey",
    "genSelfSignedCert",
    "genSelfSignedCertWithKey",
    "genSignedCert",
    "genSignedCertWithKey",
    "htmlDate",
    "htmlDateInZone",
    "htpasswd",
    "mustDateModify",
    "mustToDate",
    "must_date_modify",
    "now",
    "randAlpha",
    "randAlphaNum",
    "randAscii",
    "randBytes",
    "randInt",
    "randNumeric",
    "shuffle",
    "toDate",
    "unixEpoch",
    "uuidv4",
];
