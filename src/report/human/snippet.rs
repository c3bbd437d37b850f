//! Lines of a file with carets under them, drawn by miette: no other file of the report knows it.

use std::io;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode,
    SourceSpan, SpanContents, ThemeCharacters, ThemeStyles,
};

use crate::model::Severity;
use crate::report::options::HumanOptions;
use crate::report::page::{Page, Style, plain, safe, width, words};

use crate::report::excerpt::{Excerpt, columns};

/// A finding: its message and its lines.
pub(super) fn render(message: &str, severity: Severity, excerpt: &Excerpt, page: &mut Page<'_>) -> io::Result<()> {
    let mut theme = theme(&page.options);
    theme.styles.error = match severity {
        Severity::Critical => theme.styles.error.bold(),
        Severity::High => theme.styles.error,
        Severity::Medium => theme.styles.warning,
        Severity::Low => theme.styles.advice,
    };
    if !page.options.color {
        theme.styles = ThemeStyles::none();
    }
    draw(message, miette::Severity::Error, theme, excerpt, page)
}

/// A place in another file: what it has to do with the finding, and its lines.
pub(super) fn render_related(note: &str, excerpt: &Excerpt, page: &mut Page<'_>) -> io::Result<()> {
    draw(note, miette::Severity::Advice, theme(&page.options), excerpt, page)
}

fn draw(
    message: &str,
    severity: miette::Severity,
    mut theme: GraphicalTheme,
    excerpt: &Excerpt,
    page: &mut Page<'_>,
) -> io::Result<()> {
    let (first, second) = match severity {
        miette::Severity::Advice => (theme.styles.advice, theme.styles.advice),
        _ => (theme.styles.error, theme.styles.help),
    };
    theme.styles.highlights = excerpt.labels.iter().map(|it| if it.primary { first } else { second }).collect();
    if theme.styles.highlights.is_empty() {
        theme.styles.highlights.push(first);
    }
    let (labels, notes) = labels(excerpt, page.options.width);
    let shown = Shown { message: safe(message).into_owned(), severity, labels, excerpt: Lines(excerpt) };
    let mut text = String::new();
    let drawn = GraphicalReportHandler::new_themed(theme)
        .with_width(page.options.width)
        .with_links(false)
        .with_context_lines(1)
        .render_report(&mut text, &shown);
    if drawn.is_err() {
        return page.hanging(&[plain("  ")], &[plain(message)]);
    }
    page.raw(&text)?;
    for note in notes {
        page.hanging(&[words(Style::CYAN, "  note: ")], &[plain(note)])?;
    }
    Ok(())
}

/// The marks for miette, and the notes too long to stand beside them.
fn labels(excerpt: &Excerpt, room: usize) -> (Vec<LabeledSpan>, Vec<String>) {
    let (mut labels, mut notes) = (Vec::new(), Vec::new());
    for it in &excerpt.labels {
        let line = excerpt.lines.get(excerpt.line_of(it.range.start));
        let before = line.and_then(|line| excerpt.text.get(line.range.start..it.range.end)).map_or(0, columns);
        let note = it.note.as_deref().map(|it| safe(it).into_owned());
        let number = line.map_or(0, |it| it.number + 1);
        let note = match note {
            Some(note) if before + width(&note) + 14 > room => {
                notes.push(format!("{note} ({}:{number}:{})", excerpt.name, it.column + 1));
                None
            }
            note => note,
        };
        let span = SourceSpan::from((it.range.start, it.range.len()));
        labels.push(match it.primary {
            true => LabeledSpan::new_primary_with_span(note, span),
            false => LabeledSpan::new_with_span(note, span),
        });
    }
    (labels, notes)
}

fn theme(options: &HumanOptions) -> GraphicalTheme {
    let mut characters = if options.unicode { ThemeCharacters::unicode() } else { ThemeCharacters::ascii() };
    characters.advice = if options.unicode { "↳".to_owned() } else { ">".to_owned() };
    characters.underline = '^';
    characters.uarrow = '^';
    characters.underbar = if options.unicode { '┬' } else { '^' };
    let styles = if options.color { ThemeStyles::ansi() } else { ThemeStyles::none() };
    GraphicalTheme { characters, styles }
}

/// What miette is given.
#[derive(Debug)]
struct Shown<'a> {
    message: String,
    severity: miette::Severity,
    labels: Vec<LabeledSpan>,
    excerpt: Lines<'a>,
}

/// The excerpt as miette reads it. Lines are looked up, never counted from the start of the file.
#[derive(Debug)]
struct Lines<'a>(&'a Excerpt);

impl SourceCode for Lines<'_> {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        context_lines_before: usize,
        context_lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let Self(excerpt) = self;
        let number = |at: usize| excerpt.lines.get(at).map(|it| it.number);
        let consecutive = |at: usize| number(at).is_some() && number(at) == number(at + 1).map(|it| it.wrapping_sub(1));
        let mut first = excerpt.line_of(span.offset());
        let mut last = excerpt.line_of((span.offset() + span.len()).saturating_sub(1).max(span.offset()));
        if !(first..last).all(consecutive) {
            return Err(MietteError::OutOfBounds);
        }
        for _ in 0..context_lines_before {
            first -= usize::from(first > 0 && consecutive(first - 1));
        }
        for _ in 0..context_lines_after {
            last += usize::from(consecutive(last));
        }
        let (Some(from), Some(to)) = (excerpt.lines.get(first), excerpt.lines.get(last)) else {
            return Err(MietteError::OutOfBounds);
        };
        let bytes = from.range.start..to.range.end;
        let contents = excerpt.text.get(bytes.clone()).ok_or(MietteError::OutOfBounds)?;
        // Without context, miette asks for the place to print above the lines.
        let asked = excerpt.labels.iter().find(|it| it.range.start == span.offset());
        let column = if context_lines_before == 0 { asked.map_or(0, |it| it.column) } else { 0 };
        let span = SourceSpan::from((bytes.start, bytes.len()));
        let name = safe(&excerpt.name).into_owned();
        let count = last - first + 1;
        Ok(Box::new(MietteSpanContents::new_named(name, contents.as_bytes(), span, from.number, column, count)))
    }
}

impl std::fmt::Display for Shown<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Shown<'_> {}

impl Diagnostic for Shown<'_> {
    fn severity(&self) -> Option<miette::Severity> {
        Some(self.severity)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpt)
    }
}
