//! The only place that reads the clock.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The day to judge by: what the user says, else `SOURCE_DATE_EPOCH`, else today in UTC.
pub fn date(at: Option<Date>) -> Date {
    at.or_else(reproducible).unwrap_or_else(|| Timestamp::now().to_zoned_datetime(TimeZone::UTC).date())
}

fn reproducible() -> Option<Date> {
    let seconds = std::env::var("SOURCE_DATE_EPOCH").ok()?.parse().ok()?;
    Some(Timestamp::from_second(seconds).ok()?.to_zoned_datetime(TimeZone::UTC).date())
}
