//! Writes the files, and leaves alone what is there.

use camino::{Utf8Path, Utf8PathBuf};

use super::pipeline::{Platform, platforms};
use super::survey::{Survey, survey};
use super::{hook, settings_file};
use crate::cli::args::Init;
use crate::cli::clock;
use crate::cli::console;
use crate::cli::failure::Failure;
use crate::cli::write::whole;
use crate::collect;
use crate::config::objectives::STARTER;
use crate::config::own_framework::FOLDER;
use crate::config::settings::FILE_NAME;
use crate::evaluate::gate::{exit, plural};

/// The framework whose objectives users write themselves: a starter is at hand.
const OWN: &str = "soc1";

/// The one that the program carries.
const CARRIED: &str = "soc2";

/// What is to be written.
struct Planned {
    path: Utf8PathBuf,
    text: String,
    /// Said of a file that is there already, beside that it is.
    if_there: Option<String>,
}

/// Surveys a repository and writes what it lacks.
pub fn init(arguments: &Init) -> Result<u8, Failure> {
    let folder = &arguments.path;
    if !collect::is_folder(folder) {
        return Err(Failure::Usage(format!("{folder} is no folder")));
    }
    let frameworks = frameworks(&arguments.framework)?;
    let survey = survey(folder, &clock::date(None).to_string())?;
    let platforms = platforms(folder, &survey);
    let planned = planned(&survey, &frameworks, &platforms);
    let mut said = Vec::new();
    for it in &planned {
        let place = folder.join(&it.path);
        let is_there = collect::is_there(&place);
        if is_there && !(arguments.force && it.if_there.is_none()) {
            said.push(format!("kept     {}: it is there already{}", it.path, force(it)));
            said.extend(it.if_there.clone().filter(|_| !asks_gapcheck(&place)));
            continue;
        }
        if arguments.dry_run {
            said.push(format!("would write {}\n\n{}", it.path, indented(&it.text)));
            continue;
        }
        make_folder(&place)?;
        whole(&place, it.text.as_bytes())?;
        said.push(format!("{} {}", if is_there { "replaced" } else { "wrote   " }, it.path));
    }
    if !arguments.dry_run {
        let rest = platforms.iter().filter_map(|it| it.rest());
        said.extend(rest.map(str::to_owned));
    }
    if platforms.is_empty() {
        said.push(
            "no pipeline: neither .github nor .gitlab-ci.yml is here, and no remote tells where it will run".to_owned(),
        );
    }
    said.push(next(&survey));
    console::print(|out| said.iter().try_for_each(|it| writeln!(out, "{it}")))?;
    Ok(exit::PASSED)
}

/// Whether a file speaks of this program already.
#[expect(clippy::disallowed_methods, reason = "a file that is there already is left alone, and said what it lacks")]
fn asks_gapcheck(place: &Utf8Path) -> bool {
    std::fs::read_to_string(place).is_ok_and(|it| it.contains("gapcheck"))
}

fn force(planned: &Planned) -> &'static str {
    if planned.if_there.is_none() { " (--force replaces it)" } else { "" }
}

fn frameworks(asked: &[String]) -> Result<Vec<String>, Failure> {
    let asked = if asked.is_empty() { vec![CARRIED.to_owned()] } else { asked.to_vec() };
    match asked.iter().find(|it| *it != OWN && *it != CARRIED) {
        Some(other) => Err(Failure::Usage(format!("there is no starter for `{other}`: known are {CARRIED}, {OWN}"))),
        None => Ok(asked),
    }
}

fn planned(survey: &Survey, frameworks: &[String], platforms: &[Platform]) -> Vec<Planned> {
    let mut all =
        vec![Planned { path: FILE_NAME.into(), text: settings_file::text(survey, frameworks), if_there: None }];
    if frameworks.iter().any(|it| it == OWN) {
        let path = format!("{FOLDER}/{OWN}.toml").into();
        all.push(Planned { path, text: STARTER.to_owned(), if_there: None });
    }
    let add = format!("         add below its `repos:`\n\n{}", hook::ENTRY);
    all.push(Planned { path: hook::FILE.into(), text: hook::text(), if_there: Some(add) });
    let pipeline = |it: &Platform| Planned { path: it.path().into(), text: it.text(survey), if_there: None };
    all.extend(platforms.iter().map(pipeline));
    all
}

/// What a person does next.
fn next(survey: &Survey) -> String {
    match survey.gaps {
        0 => "\nNext: `gapcheck scan .`".to_owned(),
        gaps => format!(
            "\nNext: `gapcheck scan .` shows {}; `gapcheck baseline` takes them as known, so that the gate fails on new ones only",
            plural(gaps, "gap")
        ),
    }
}

fn indented(text: &str) -> String {
    text.lines().map(|it| if it.is_empty() { "\n".to_owned() } else { format!("    {it}\n") }).collect()
}

fn make_folder(place: &Utf8Path) -> Result<(), Failure> {
    let Some(folder) = place.parent().filter(|it| !it.as_str().is_empty()) else { return Ok(()) };
    std::fs::create_dir_all(folder).map_err(|error| Failure::Output { path: place.to_owned(), error })
}
