//! Dates that are given. The present is never asked for.

use jiff::fmt::temporal::Pieces;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};

use crate::model::{Node, Shape, Value};

use super::function::{Function, Outcome, Stop, known, string, wrong};

pub(crate) const FUNCTIONS: &[Function] = &[
    known("formatdate", (2, 2), Shape::String, |it| formatted(&string(it, 0)?, &moment(it, 1)?)),
    known("timeadd", (2, 2), Shape::Reference, timeadd),
    known("timecmp", (2, 2), Shape::Number, |it| {
        let (one, other) = (moment(it, 0)?, moment(it, 1)?);
        Ok(Value::from(one.at.cmp(&other.at) as i64))
    }),
];

/// A moment, and the offset that it is written with.
struct Moment {
    at: Timestamp,
    offset: Offset,
}

fn moment(arguments: &[Node], at: usize) -> Result<Moment, Stop> {
    let text = string(arguments, at)?;
    let wrong = || wrong("this is not a time as RFC 3339 writes it");
    let at: Timestamp = text.parse().map_err(|_| wrong())?;
    let offset = Pieces::parse(text.as_bytes()).ok().and_then(|it| it.to_numeric_offset()).unwrap_or(Offset::UTC);
    Ok(Moment { at, offset })
}

fn timeadd(arguments: &[Node]) -> Outcome {
    let moment = moment(arguments, 0)?;
    let added = duration(&string(arguments, 1)?).ok_or_else(|| wrong("this is not a duration"))?;
    let at = moment.at.checked_add(added).map_err(|_| wrong("the time is too far away"))?;
    formatted("YYYY-MM-DD'T'hh:mm:ssZ", &Moment { at, ..moment })
}

/// `1h30m`, `-10s`: numbers with units, one after the other.
fn duration(text: &str) -> Option<SignedDuration> {
    let (sign, mut rest) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    if rest == "0" {
        return Some(SignedDuration::ZERO);
    }
    let mut seconds = 0.0;
    while !rest.is_empty() {
        let length = rest.find(|it: char| !it.is_ascii_digit() && it != '.')?;
        let (number, after) = rest.split_at_checked(length)?;
        let end = after.find(|it: char| it.is_ascii_digit() || it == '.').unwrap_or(after.len());
        let (unit, next) = after.split_at_checked(end)?;
        let scale = match unit {
            "h" => 3600.0,
            "m" => 60.0,
            "s" => 1.0,
            "ms" => 1e-3,
            "us" | "µs" => 1e-6,
            "ns" => 1e-9,
            _ => return None,
        };
        seconds += number.parse::<f64>().ok()? * scale;
        rest = next;
    }
    SignedDuration::try_from_secs_f64(sign * seconds).ok().filter(|_| !text.is_empty())
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A moment by a pattern of letters; what is quoted stands as it is.
fn formatted(pattern: &str, moment: &Moment) -> Outcome {
    let time = moment.offset.to_datetime(moment.at);
    let month = MONTHS.get(usize::try_from(time.month() - 1).unwrap_or(0)).copied().unwrap_or_default();
    let weekday = usize::try_from(time.weekday().to_monday_zero_offset()).unwrap_or(0);
    let day = DAYS.get(weekday).copied().unwrap_or_default();
    let short = |it: &str| it.chars().take(3).collect::<String>();
    let twelve = if time.hour() % 12 == 0 { 12 } else { time.hour() % 12 };
    let mut text = String::new();
    let mut rest = pattern;
    while let Some(first) = rest.chars().next() {
        if first == '\'' {
            let (quoted, after) = quoted(rest).ok_or_else(|| wrong("a quote is not closed"))?;
            text.push_str(&quoted);
            rest = after;
            continue;
        }
        let length = rest.find(|it| it != first).unwrap_or(rest.len());
        let (letters, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        rest = after;
        if !first.is_ascii_alphabetic() {
            text.push_str(letters);
            continue;
        }
        text.push_str(&match letters {
            "YYYY" => format!("{:04}", time.year()),
            "YY" => format!("{:02}", time.year().rem_euclid(100)),
            "MMMM" => month.to_owned(),
            "MMM" => short(month),
            "MM" => format!("{:02}", time.month()),
            "M" => time.month().to_string(),
            "DD" => format!("{:02}", time.day()),
            "D" => time.day().to_string(),
            "EEEE" => day.to_owned(),
            "EEE" => short(day),
            "hh" => format!("{:02}", time.hour()),
            "h" => time.hour().to_string(),
            "HH" => format!("{twelve:02}"),
            "H" => twelve.to_string(),
            "AA" => if time.hour() < 12 { "AM" } else { "PM" }.to_owned(),
            "aa" => if time.hour() < 12 { "am" } else { "pm" }.to_owned(),
            "mm" => format!("{:02}", time.minute()),
            "m" => time.minute().to_string(),
            "ss" => format!("{:02}", time.second()),
            "s" => time.second().to_string(),
            "Z" | "ZZZ" | "ZZZZ" | "ZZZZZ" => zone(letters, moment.offset),
            _ => return Err(wrong(format!("{letters} stands for no part of a date"))),
        });
    }
    Ok(text.into())
}

/// The text in quotes, two of which stand for one, and what follows.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut inside = String::new();
    let mut rest = text.strip_prefix('\'')?;
    loop {
        let end = rest.find('\'')?;
        let (part, after) = rest.split_at_checked(end)?;
        inside.push_str(part);
        rest = after.strip_prefix('\'')?;
        match rest.strip_prefix('\'') {
            Some(more) => {
                inside.push('\'');
                rest = more;
            }
            None => return Some((inside, rest)),
        }
    }
}

fn zone(letters: &str, offset: Offset) -> String {
    let minutes = offset.seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
    match letters {
        "Z" if offset.is_zero() => "Z".to_owned(),
        "ZZZ" if offset.is_zero() => "UTC".to_owned(),
        "Z" | "ZZZZZ" => format!("{sign}{hours:02}:{minutes:02}"),
        _ => format!("{sign}{hours:02}{minutes:02}"),
    }
}
