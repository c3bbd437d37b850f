//! Stretches of time as documents write them, and the day on which they end.

use jiff::Span;
use jiff::civil::Date;

/// The day after a stretch such as `90 days`, `12 months`, `1 year`, `quarterly` or `P1Y`.
pub(super) fn after(day: Date, stretch: &str) -> Option<Date> {
    let text = stretch.trim().to_ascii_lowercase();
    let span = match text.as_str() {
        "daily" => Span::new().days(1),
        "weekly" => Span::new().weeks(1),
        "monthly" => Span::new().months(1),
        "quarterly" => Span::new().months(3),
        "semiannually" | "half-yearly" | "biannually" => Span::new().months(6),
        "yearly" | "annually" | "annual" => Span::new().years(1),
        _ => counted(&text)?,
    };
    day.checked_add(span).ok()
}

fn counted(text: &str) -> Option<Span> {
    let text = text.strip_prefix('p').unwrap_or(text);
    let digits = text.len() - text.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    let count: i64 = text.get(..digits)?.parse().ok().filter(|it| *it <= 36_500)?;
    Some(match text.get(digits..)?.trim().trim_end_matches('s') {
        "d" | "day" => Span::new().days(count),
        "w" | "week" => Span::new().weeks(count),
        "m" | "month" => Span::new().months(count),
        "y" | "year" => Span::new().years(count.min(100)),
        _ => return None,
    })
}

/// A day at the beginning of a text: `2026-03-01-restore`.
pub(super) fn day(text: &str) -> Option<Date> {
    text.get(..10)?.parse().ok()
}
