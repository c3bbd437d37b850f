//! Reads an HCL text item by item. What is broken is a problem at its place; the rest is read all the same.

use hcl_edit::parser::{self, Error};

use crate::model::Limit;
use crate::model::{Problem, SourceId, Span};

use super::cut::{self, MOST_ENTRIES, Slice};
use super::lower::Lower;
use super::tree::{Body, Expression, Part};

/// What could be read of a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct File {
    pub body: Body,
    pub problems: Vec<Problem>,
}

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The items of a text.
pub fn parse(source: SourceId, text: &str) -> File {
    let mut file = File::default();
    let unmarked = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let mark = text.len() - unmarked.len();
    for slice in cut::cut(unmarked) {
        let Some(item) = unmarked.get(slice.range.clone()) else { continue };
        if let Some(at) = slice.large.map(|it| mark + it) {
            let message = format!("an object of more than {MOST_ENTRIES} entries is not read");
            file.problems.push(Problem::at(Span::new(source, at..at + 1), message));
            continue;
        }
        match parser::parse_body(item) {
            Ok(body) => {
                let mut lower = Lower { source, base: mark + slice.range.start, text };
                let body = lower.body(&body);
                file.body.attributes.extend(body.attributes);
                file.body.blocks.extend(body.blocks);
            }
            Err(error) => {
                if file.problems.len() < Limit::Problems.value() {
                    file.problems.push(problem(source, mark, &slice, item, &error));
                }
            }
        }
    }
    file
}

/// An expression that stands in another text: a key or value of JSON.
pub fn expression(source: SourceId, text: &str, base: usize) -> Result<Expression, Problem> {
    match parser::parse_expr(text) {
        Ok(expression) => Ok(Lower { source, base, text: "" }.expression(&expression)),
        Err(error) => Err(elsewhere(source, base, &error)),
    }
}

/// A template that stands in another text: a string of JSON, a template file.
pub fn template(source: SourceId, text: &str, base: usize) -> Result<Vec<Part>, Problem> {
    match parser::parse_template(text) {
        Ok(template) => Ok(Lower { source, base, text: "" }.template(&template)),
        Err(error) => Err(elsewhere(source, base, &error)),
    }
}

fn elsewhere(source: SourceId, base: usize, error: &Error) -> Problem {
    let at = base + error.location().offset();
    Problem::at(Span::new(source, at..at), error.message())
}

/// The parser names the place where it gave up; the cause is often an earlier quote or bracket.
fn problem(source: SourceId, mark: usize, slice: &Slice, item: &str, error: &Error) -> Problem {
    let at = |offset: usize, length: usize| {
        let start = mark + offset;
        Span::new(source, start..start + length)
    };
    if let Some(quote) = slice.open_quote {
        return Problem::at(at(quote, 1), "a quote is not closed on its line");
    }
    let offset = error.location().offset();
    let gave_up_at_end = item.get(offset..).is_none_or(|rest| rest.trim().len() <= 1);
    if let Some(bracket) = slice.open_bracket.filter(|_| gave_up_at_end) {
        return Problem::at(at(bracket, 1), "a bracket is not closed");
    }
    let length = item.get(offset..).and_then(|it| it.chars().next()).map_or(0, char::len_utf8);
    Problem::at(at(slice.range.start + offset, length), error.message())
}

#[cfg(test)]
mod tests {
    use super::super::tree::Form;
    use super::*;

    fn shown(text: &str) -> Vec<(String, String)> {
        let file = parse(SourceId(0), text);
        assert_eq!(file.problems, []);
        let at = |span: Span| text.get(span.range()).unwrap().to_owned();
        file.body.attributes.iter().map(|it| (at(it.name_span), at(it.value.span))).collect()
    }

    #[test]
    fn places_hold_with_a_mark_tabs_carriage_returns_and_wide_letters() {
        let text = "\u{feff}# ü\r\nname\t=\t\"é\"\r\nother = [ 1 ]\r\n";
        assert_eq!(shown(text), [("name".into(), "\"é\"".into()), ("other".into(), "[ 1 ]".into())]);
    }

    #[test]
    fn a_broken_item_does_not_take_the_others_with_it() {
        let text = "a {\n  x =\n}\nlocals {\n  l = [1,\n}\nvariable \"v\" {\n  d = \"open\n}\nresource \"t\" \"n\" {\n  y = 1\n}\n";
        let file = parse(SourceId(0), text);
        assert_eq!(file.body.blocks.len(), 1);
        let places: Vec<_> = file.problems.iter().map(|it| it.span.unwrap().start as usize).collect();
        assert_eq!(file.problems.len(), 3, "{:?}", file.problems);
        assert_eq!(places[2], text.find("\"open").unwrap());
        assert_eq!(file.problems[2].message, "a quote is not closed on its line");
    }

    #[test]
    fn a_file_cut_in_half_is_a_problem_at_what_is_open() {
        let text = "variable \"v\" {}\nresource \"t\" \"n\" {\n  y = 1\n  z {\n";
        let file = parse(SourceId(0), text);
        assert_eq!(file.body.blocks.len(), 1);
        assert_eq!(file.problems[0].message, "a bracket is not closed");
        assert_eq!(file.problems[0].span.unwrap().start as usize, text.find("{\n  y").unwrap());
    }

    #[test]
    fn a_dedented_heredoc_keeps_the_place_of_each_line() {
        let text = "a = <<-EOT\n    {\n      \"b\": 1\n    }\n  EOT\n";
        let file = parse(SourceId(0), text);
        let Form::Template(parts) = &file.body.attributes[0].value.form else { panic!("{file:?}") };
        let lines: Vec<_> = parts
            .iter()
            .map(|it| match it {
                Part::Literal(line, span) => (line.to_string(), text.get(span.range()).unwrap()),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(lines[1], ("  \"b\": 1\n".into(), "  \"b\": 1\n"));
    }

    #[test]
    fn deep_nesting_is_a_problem_and_not_an_overflow() {
        for (open, close) in [("[", "]"), ("{a=", "}"), ("(", ")"), ("f(", ")"), ("\"${", "}\""), ("!", ""), ("-", "")]
        {
            let text = format!("a = {}1{}\nb = 1\n", open.repeat(20_000), close.repeat(20_000));
            let file = parse(SourceId(0), &text);
            assert_eq!(file.problems.len(), 1, "{open}");
            assert_eq!(file.body.attributes.len(), 1, "{open}");
        }
        let chain = format!("a = {}1\nb = 1\n", "1 + ".repeat(20_000));
        assert_eq!(parse(SourceId(0), &chain).problems.len(), 1);
    }
}
