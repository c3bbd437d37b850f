//! What JSON5 takes besides: its numbers.

/// Numbers that JSON5 adds; nothing where plain JSON says the same, or nobody does.
pub(super) fn number(text: &str) -> Option<f64> {
    let digits = text.trim_start_matches(['+', '-']);
    let sign = if text.starts_with('-') { -1.0 } else { 1.0 };
    if let Some(hexadecimal) = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")) {
        return u32::from_str_radix(hexadecimal, 16).ok().map(|it| sign * f64::from(it));
    }
    match digits {
        "Infinity" => Some(sign * f64::INFINITY),
        "NaN" => Some(f64::NAN),
        _ if text.starts_with('+') || digits.starts_with('.') || digits.ends_with('.') => {
            digits.parse::<f64>().ok().map(|it| sign * it)
        }
        _ => None,
    }
}
