//! `gapcheck.toml` as `init` writes it: what was found, what follows from it, and what may be chosen.

use std::fmt::Write;

use super::survey::Survey;

/// The settings of a repository, with a comment on each.
pub(super) fn text(survey: &Survey, frameworks: &[String]) -> String {
    let mut text = String::new();
    // Writing into a string does not fail.
    let _ = write(survey, frameworks, &mut text);
    text
}

fn write(survey: &Survey, frameworks: &[String], out: &mut String) -> std::fmt::Result {
    writeln!(out, "# How gapcheck judges this repository: `gapcheck scan .` at its root.")?;
    writeln!(out, "# `gapcheck init` wrote it from what it found; every key is told by `gapcheck schema config`.")?;
    let formats: Vec<String> = survey.formats.iter().map(|(name, number)| format!("{name} {number}")).collect();
    if formats.is_empty() {
        writeln!(out, "# No file of a format that it reads was found.")?;
    } else {
        writeln!(out, "# Files that it reads here: {}.", formats.join(", "))?;
    }
    writeln!(out)?;
    if let [one] = frameworks {
        writeln!(out, "framework = {}", quoted(one))?;
    } else {
        writeln!(out, "framework = [{}]", list(frameworks))?;
    }
    writeln!(out)?;
    writeln!(out, "# Categories of SOC 2 besides security, which is always in scope:")?;
    writeln!(out, "# availability, confidentiality, processing-integrity, privacy, or all.")?;
    if !survey.categories.is_empty() {
        let found: Vec<String> = survey.categories.iter().map(|(name, number)| format!("{name} {number}")).collect();
        writeln!(out, "# Policies of theirs that find something to judge here: {}.", found.join(", "))?;
    }
    writeln!(out, "categories = []\n")?;
    writeln!(out, "[scan]")?;
    if survey.foreign.is_empty() {
        writeln!(out, "# Globs of paths that are no part of the system: inputs of tests, what others wrote.")?;
    } else {
        writeln!(out, "# Inputs of tests, and what others wrote: no part of the system.")?;
    }
    if !survey.doubtful.is_empty() {
        writeln!(out, "# Is this a part of it? If not, add: {}", list(&survey.doubtful))?;
    }
    match survey.foreign.as_slice() {
        [] => writeln!(out, "exclude = []\n")?,
        globs => {
            writeln!(out, "exclude = [")?;
            for it in globs {
                writeln!(out, "    {},", quoted(it))?;
            }
            writeln!(out, "]\n")?;
        }
    }
    if survey.is_repository {
        writeln!(out, "[scope]")?;
        writeln!(
            out,
            "# All of the repository lies here, so that what it lacks (owners of code, a way to report weaknesses)"
        )?;
        writeln!(out, "# is a gap.")?;
        writeln!(out, "complete = [\"repository\"]\n")?;
    }
    writeln!(out, "[gate]")?;
    writeln!(out, "# The least severity that fails: low, medium, high, critical.")?;
    writeln!(out, "fail_on = \"low\"")?;
    writeln!(
        out,
        "# Whether incomplete evidence fails too: files that were not read, answers that files do not tell."
    )?;
    writeln!(out, "strict = false\n")?;
    writeln!(
        out,
        "# Changes on {} are judged from this day on, or so many of the newest; 50 unless said otherwise.",
        survey.branch
    )?;
    writeln!(out, "# [history]")?;
    writeln!(out, "# window = {}\n", quoted(&survey.date))?;
    writeln!(out, "# For an audit: 1 is of a day, 2 of a period.")?;
    writeln!(out, "# [report]")?;
    writeln!(out, "# type = 2")?;
    writeln!(out, "# from = {}\n", quoted(&survey.date))?;
    writeln!(out, "# Days that a waiver may run, and failures that nobody may accept.")?;
    writeln!(out, "# [waivers]")?;
    writeln!(out, "# max_days = 180")?;
    writeln!(out, "# not_waivable = [\"credential-stands-in-no-file\"]")
}

fn list(words: &[String]) -> String {
    words.iter().map(|it| quoted(it)).collect::<Vec<_>>().join(", ")
}

/// A text of TOML.
fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string().trim().to_owned()
}
