//! The page's text from its template. Nothing is loaded from anywhere, and what files say is escaped.

use std::io;
use std::io::Write;

use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, HtmlEscape};

use crate::model::{Assessment, Sources};
use crate::report::options::HumanOptions;

use super::page::Page;

const TEMPLATE: &str = include_str!("report.html");
const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("filter.js");

/// Writes the page.
pub fn render(
    assessment: &Assessment,
    sources: &Sources,
    _options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_filter("prose", prose);
    environment.add_filter("meter", meter);
    environment.add_filter("left_out", left_out);
    let page = Page::of(assessment, sources);
    // The style and the script are ours: they stand as they are.
    let template = TEMPLATE.replacen("/*style*/", STYLE, 1).replacen("/*script*/", SCRIPT, 1);
    let text = environment.render_str(&template, Value::from(Serde(&page))).map_err(io::Error::other)?;
    writeln!(out, "{}", text.trim_end())
}

/// Words in which literals stand between backticks.
fn prose(words: &str) -> Value {
    let parts: Vec<&str> = words.split('`').collect();
    let mut text = String::with_capacity(words.len());
    for (at, part) in parts.iter().enumerate() {
        let is_literal = at % 2 == 1 && at + 1 < parts.len();
        match (is_literal, at) {
            (true, _) => text.push_str(&format!("<code>{}</code>", HtmlEscape(part))),
            // A backtick that closes nothing stands for itself.
            (false, at) if at % 2 == 1 => text.push_str(&format!("`{}", HtmlEscape(part))),
            (false, _) => text.push_str(&HtmlEscape(part).to_string()),
        }
    }
    Value::from_safe_string(text)
}

/// A population as a bar, with its numbers in words for those who do not see it.
fn meter(population: &Value) -> Value {
    let number = |name: &str| population.get_attr(name).ok().and_then(|it| i64::try_from(it).ok()).unwrap_or_default();
    let [subjects, pass, fail, open, waived] = ["subjects", "pass", "fail", "undetermined", "waived"].map(number);
    if subjects == 0 {
        return Value::from_safe_string(String::new());
    }
    let parts = [("pass", pass), ("fail", fail), ("open", open), ("waiv", waived)];
    let parts = parts.iter().filter(|it| it.1 > 0);
    let parts: String =
        parts.map(|(class, number)| format!("<i class=\"{class}\" style=\"flex:{number}\"></i>")).collect();
    Value::from_safe_string(format!(
        "<span class=\"meter\" role=\"img\" aria-label=\"{pass} of {subjects} pass, {fail} fail, {open} undetermined, \
         {waived} waived\">{parts}</span>"
    ))
}

/// What a list does not hold.
fn left_out(more: usize, what: &str) -> Value {
    if more == 0 {
        return Value::from_safe_string(String::new());
    }
    Value::from_safe_string(format!(
        "<p class=\"note\">{more} more {} not listed here, so that the page still opens; the JSON, CSV and XLSX reports \
         hold them.</p>",
        HtmlEscape(what)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_set_apart_and_nothing_is_markup() {
        assert_eq!(prose("set `a<b>` & go").to_string(), "set <code>a&lt;b&gt;</code> &amp; go");
        assert_eq!(prose("a `b").to_string(), "a `b");
    }
}
