//! What the escapes of a JSON string stand for.

/// The text between the quotes, or the byte at which an escape is wrong. A lone half of a surrogate pair becomes the
/// replacement character, as it can be nothing else.
pub(super) fn unescaped(raw: &str, loose: bool) -> Result<String, usize> {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        text.push_str(before);
        let wrong = raw.len() - escape.len();
        let mut letters = escape.chars().skip(1);
        let plain = match letters.next().ok_or(wrong)? {
            'u' => {
                let (letter, length) = unicode(escape).ok_or(wrong)?;
                text.push(letter);
                rest = escape.get(length..).ok_or(wrong)?;
                continue;
            }
            it @ ('"' | '\\' | '/') => it,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            // In JSON5 a line break after a backslash is no part of the text, and other letters stand for themselves.
            '\n' if loose => {
                rest = escape.get(2..).ok_or(wrong)?;
                continue;
            }
            it if loose && !it.is_ascii_digit() && it != 'x' => {
                text.push(it);
                rest = escape.get(1 + it.len_utf8()..).ok_or(wrong)?;
                continue;
            }
            _ => return Err(wrong),
        };
        text.push(plain);
        rest = escape.get(2..).ok_or(wrong)?;
    }
    text.push_str(rest);
    Ok(text)
}

/// The character of `\uXXXX` or of a pair of them, and how long that is.
fn unicode(escape: &str) -> Option<(char, usize)> {
    let first = hexadecimal(escape, 2)?;
    if let Some(letter) = char::from_u32(first) {
        return Some((letter, 6));
    }
    let second = escape.get(6..).filter(|it| it.starts_with("\\u")).and_then(|it| hexadecimal(it, 2));
    match second {
        Some(second) if first < 0xDC00 && (0xDC00..0xE000).contains(&second) => {
            let joined = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
            Some((char::from_u32(joined)?, 12))
        }
        _ => Some((char::REPLACEMENT_CHARACTER, 6)),
    }
}

fn hexadecimal(text: &str, at: usize) -> Option<u32> {
    let digits = text.get(at..at + 4).filter(|it| it.bytes().all(|it| it.is_ascii_hexdigit()))?;
    u32::from_str_radix(digits, 16).ok()
}
