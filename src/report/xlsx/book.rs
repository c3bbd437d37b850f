//! The workbook's look: frozen and filtered heads, widths, colours. Every text is written as a text, so that no
//! value of a file becomes a formula, and the same run gives the same bytes.

use std::io;
use std::io::Write;

use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::model::{Assessment, Sources};
use crate::report::options::HumanOptions;
use crate::report::page::safe;
use crate::report::table::Cell;

use super::sheets::{Sheet, sheets};

/// Rows of one sheet; Excel's own end is at 1,048,576, and a workbook near it no longer opens with ease.
const MAX_ROWS: usize = 200_000;

/// Characters of one cell (Excel's specification).
const MAX_TEXT: usize = 32_767;

/// Words that are coloured wherever a column of states shows them: the ink and the ground.
const INKS: &[(&[&str], u32, u32)] = &[
    (&["gap", "critical", "fail", "failed", "expired", "refused", "uncompensated", "stale"], 0x9C_00_06, 0xFF_C7_CE),
    (&["high"], 0x9C_3A_00, 0xFF_DF_C8),
    (&["medium", "partial", "waived", "partly"], 0x7A_52_00, 0xFF_EB_9C),
    (&["undetermined"], 0x4A_2F_8F, 0xE6_DE_FA),
    (&["satisfied", "attested", "valid", "collected", "passed"], 0x0B_5A_2A, 0xC6_EF_CE),
    (&["low", "manual", "no evidence", "out of scope", "skipped"], 0x50_57_61, 0xEC_EE_F1),
];

/// Writes the workbook.
pub fn render(
    assessment: &Assessment,
    _sources: &Sources,
    _options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let bytes = workbook(assessment).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn workbook(assessment: &Assessment) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::parse_from_str(&assessment.run.date)?;
    let title = format!("{}: {}", assessment.tool.name, assessment.framework_titles());
    book.set_properties(&DocProperties::new().set_title(&title).set_creation_datetime(&made));
    let looks = Looks::new();
    for it in sheets(assessment) {
        write(&it, &looks, book.add_worksheet())?;
    }
    book.save_to_buffer()
}

/// Formats are made once: each that is made anew is one more in the file.
struct Looks {
    head: Format,
    plain: Format,
    number: Format,
    states: Vec<(&'static [&'static str], Format)>,
}

impl Looks {
    fn new() -> Self {
        let plain = Format::new().set_align(FormatAlign::Top).set_text_wrap();
        let head = Format::new().set_bold().set_align(FormatAlign::VerticalCenter);
        let state = |ink: u32, ground: u32| {
            let it = Format::new().set_align(FormatAlign::Top).set_bold();
            it.set_font_color(Color::RGB(ink)).set_background_color(Color::RGB(ground))
        };
        Self {
            head: head.set_font_color(Color::RGB(0xFF_FF_FF)).set_background_color(Color::RGB(0x2B_3A_55)),
            number: plain.clone().set_num_format("#,##0"),
            plain,
            states: INKS.iter().map(|(words, ink, ground)| (*words, state(*ink, *ground))).collect(),
        }
    }

    fn of(&self, text: &str, is_state: bool) -> &Format {
        let found = || self.states.iter().find(|it| it.0.contains(&text)).map(|it| &it.1);
        is_state.then(found).flatten().unwrap_or(&self.plain)
    }
}

fn write(sheet: &Sheet<'_>, looks: &Looks, into: &mut Worksheet) -> Result<(), XlsxError> {
    into.set_name(sheet.name)?;
    let mut last = 0;
    for (at, column) in (0..).zip(&sheet.columns) {
        into.write_string_with_format(0, at, column.name, &looks.head)?;
        into.set_column_width(at, f64::from(column.width))?;
        last = at;
    }
    let rows = sheet.rows.len().min(MAX_ROWS);
    for (at, row) in (1..).zip(sheet.rows.iter().take(MAX_ROWS)) {
        for ((column, cell), head) in (0..).zip(row).zip(&sheet.columns) {
            match cell {
                Cell::Text(it) => {
                    into.write_string_with_format(at, column, fit(it), looks.of(it, head.is_state))?;
                }
                Cell::List(items) => {
                    into.write_string_with_format(at, column, fit(&items.join(" ")), &looks.plain)?;
                }
                Cell::Number(it) => {
                    // A workbook has no whole numbers; these are held exactly.
                    match u32::try_from(*it) {
                        Ok(it) => into.write_number_with_format(at, column, f64::from(it), &looks.number)?,
                        Err(_) => into.write_string_with_format(at, column, it.to_string(), &looks.plain)?,
                    };
                }
                Cell::Flag(it) => {
                    into.write_string_with_format(at, column, if *it { "yes" } else { "no" }, &looks.plain)?;
                }
                Cell::Nothing => {}
            }
        }
    }
    let end = u32::try_from(rows).unwrap_or(u32::MAX);
    if sheet.rows.len() > MAX_ROWS {
        let more = format!("{} more rows are in the JSON report", sheet.rows.len() - MAX_ROWS);
        into.write_string_with_format(end + 1, 0, more, &looks.plain)?;
    }
    into.set_freeze_panes(1, 0)?;
    into.autofilter(0, 0, end.max(1), last)?;
    into.set_repeat_rows(0, 0)?;
    into.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// Text that a cell can hold, without characters that mislead or are unseen.
fn fit(text: &str) -> String {
    let text = safe(text);
    // Excel counts UTF-16 units; twice as many as characters are the most there can be.
    if text.encode_utf16().count() <= MAX_TEXT {
        return text.into_owned();
    }
    text.chars().take(MAX_TEXT / 2 - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_ends_within_what_a_cell_holds() {
        assert_eq!(fit("short"), "short");
        let long = fit(&"😀".repeat(40_000));
        assert!(long.ends_with('…') && long.encode_utf16().count() <= MAX_TEXT);
    }
}
