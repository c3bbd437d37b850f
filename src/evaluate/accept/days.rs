//! Days of the calendar, as people write them.

use jiff::civil::Date;

/// What a written day means on the day of the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Day {
    /// Days from the day of the run, both counted as whole: 0 is today.
    In(i32),
    /// Days that it is over.
    Over(i32),
    /// No day of the calendar.
    Unknown,
}

/// Holds a last day of validity against the day of the run.
pub(super) fn until(written: &str, today: &str) -> Day {
    let (Ok(last), Ok(today)) = (written.parse::<Date>(), today.parse::<Date>()) else { return Day::Unknown };
    // jiff reads more forms than ours; only the one that sorts is taken.
    if written.len() != 10 {
        return Day::Unknown;
    }
    match today.until(last).map(|it| it.get_days()) {
        Ok(days) if days >= 0 => Day::In(days),
        Ok(days) => Day::Over(-days),
        Err(_) => Day::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_still_counts() {
        assert_eq!(until("2026-11-24", "2026-11-24"), Day::In(0));
        assert_eq!(until("2027-11-24", "2026-11-24"), Day::In(365));
        assert_eq!(until("2026-11-23", "2026-11-24"), Day::Over(1));
    }

    #[test]
    fn what_is_no_day_is_unknown() {
        assert_eq!(until("2026-02-31", "2026-01-01"), Day::Unknown);
        assert_eq!(until("soon", "2026-01-01"), Day::Unknown);
    }
}
