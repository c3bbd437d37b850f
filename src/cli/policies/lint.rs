//! `policies lint`: what is wrong with policies besides that they load.

use serde_json::json;

use super::args::Lint;
use super::at_hand::at_hand;
use crate::cli::args::When;
use crate::cli::console;
use crate::cli::failure::Failure;
use crate::cli::page_format::PageFormat;
use crate::collect;
use crate::evaluate::gate::exit;
use crate::model::Problem;
use crate::rego::PolicySet;
use crate::rego::lint::{self, Remark, library};
use crate::report::human;

/// Shows mistakes at their places: those of the folders that are named, or of the library where none is.
pub fn lint(arguments: &Lint, color: When) -> Result<u8, Failure> {
    let at_hand = at_hand(&arguments.policy)?;
    let set = PolicySet::load_with_tests(&at_hand.folders, &at_hand.frameworks)?;
    let is_library = at_hand.folders.is_empty();
    let formats: Vec<&str> = collect::COLLECTORS.iter().map(|it| it.name).collect();
    let mut remarks = lint::remarks(&set, &at_hand.frameworks, &formats);
    if !is_library {
        remarks.retain(|it| it.problem.span.is_some_and(|it| set.is_from_folder(it.source)));
    }
    let (notes, mistakes): (Vec<Remark>, Vec<Remark>) = remarks.into_iter().partition(|it| it.is_note);
    let unread = if is_library { library::unread_facts(&set) } else { Vec::new() };
    let problems = |remarks: &[Remark]| -> Vec<Problem> { remarks.iter().map(|it| it.problem.clone()).collect() };
    let located =
        |remarks: &[Remark]| -> Vec<_> { problems(remarks).into_iter().map(|it| it.located(&set.sources)).collect() };
    console::print(|out| match arguments.format {
        PageFormat::Json => {
            let page = json!({"mistakes": located(&mistakes), "notes": located(&notes), "unread_facts": unread});
            writeln!(out, "{page:#}")
        }
        PageFormat::Human => {
            human::problems(&problems(&mistakes), &set.sources, &console::human_options(color, true), out)?;
            if arguments.notes {
                for it in located(&notes) {
                    let place = it.location.map(|it| format!("{}:{}:{}: ", it.file, it.start.line, it.start.column));
                    writeln!(out, "note: {}{}", place.unwrap_or_default(), it.message)?;
                }
                for it in &unread {
                    writeln!(out, "note: no policy reads {it}")?;
                }
            }
            let hint = if arguments.notes || notes.len() + unread.len() == 0 { "" } else { " (--notes shows them)" };
            let notes = notes.len() + unread.len();
            writeln!(out, "{} policies, {} mistakes, {notes} notes{hint}", count(is_library, &set), mistakes.len())
        }
    })?;
    Ok(if mistakes.is_empty() { exit::PASSED } else { exit::GAPS })
}

fn count(is_library: bool, set: &PolicySet) -> usize {
    let is_meant = |it: &crate::rego::Module| is_library || set.is_from_folder(it.source);
    set.policies.iter().filter(|it| is_meant(&it.1)).count()
}
