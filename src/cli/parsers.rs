//! Values as they are typed.

use crate::model::{Limit, limits};

/// A day of the calendar.
pub fn day(text: &str) -> Result<jiff::civil::Date, String> {
    text.parse().map_err(|_| "write a day of the calendar as YYYY-MM-DD".to_owned())
}

/// A bound and its value.
pub fn limit(text: &str) -> Result<(Limit, usize), String> {
    let (name, value) = text.split_once('=').ok_or("write it as NAME=VALUE")?;
    let value: usize = value.parse().map_err(|_| format!("`{value}` is no whole number"))?;
    Ok((limits::named(name, value)?, value))
}

/// A variable and its value.
pub fn variable(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("write it as NAME=VALUE")?;
    let name = name.trim();
    if name.is_empty() {
        return Err("the name is missing".to_owned());
    }
    Ok((name.to_owned(), value.to_owned()))
}
