//! Which frameworks a run is made against: those the program carries, and the user's own control objectives.

use camino::Utf8Path;

use super::failure::Failure;
use crate::config::framework as built_in;
use crate::config::own_framework::{self, OwnFramework};
use crate::config::settings::Settings;
use crate::model::{Framework, Frameworks};
use crate::rego::PolicySet;

/// What a run is made against when nobody says.
const DEFAULT: &str = "soc2";

/// The frameworks at hand, and the files of those that are the user's.
#[derive(Debug, Default)]
pub struct Known {
    pub frameworks: Frameworks,
    own: Vec<OwnFramework>,
}

/// The frameworks asked for on the command line, else by the settings. `home` is the folder of the settings.
pub fn frameworks(asked: &[String], settings: &Settings, home: &Utf8Path) -> Result<Known, Failure> {
    let mut known = Known::default();
    match (asked, settings.framework.as_slice()) {
        ([], []) => known.ask(DEFAULT, home, home)?,
        ([], set) => set.iter().try_for_each(|it| known.ask(it, home, home))?,
        // A path that is typed is one from here.
        (typed, _) => typed.iter().try_for_each(|it| known.ask(it, home, Utf8Path::new("")))?,
    }
    for id in built_in::built_in_ids().filter(|id| !known.frameworks.asked.iter().any(|it| it.id == *id)) {
        known.frameworks.aside.extend(built_in::built_in(id));
    }
    for path in own_framework::kept(home) {
        // What nobody asked for may be anything, and is no concern of this run where it is not ours.
        let Ok(Some(own)) = own_framework::read(&path) else { continue };
        if known.frameworks.all().all(|it| it.id != own.framework.id) && known.shared_with(&own.framework).is_none() {
            known.frameworks.aside.push(own.framework);
        }
    }
    Ok(known)
}

impl Known {
    fn ask(&mut self, name: &str, home: &Utf8Path, paths_from: &Utf8Path) -> Result<(), Failure> {
        let (framework, own) = match built_in::built_in(name) {
            Some(it) => (it, None),
            None => {
                let from = if name.ends_with(".toml") { paths_from } else { home };
                let place = own_framework::place(name, from);
                let Some(own) = own_framework::read(&place)? else {
                    let known = built_in::built_in_ids().collect::<Vec<_>>().join(", ");
                    return Err(Failure::Usage(format!(
                        "no framework is called `{name}`: known are {known}, and there is no file {place} \
                         (`gapcheck init --framework soc1` writes a starter of control objectives)"
                    )));
                };
                (own.framework.clone(), Some(own))
            }
        };
        if self.frameworks.asked.iter().any(|it| it.id == framework.id) {
            return Err(Failure::Usage(format!("the framework {} is asked for twice", framework.id)));
        }
        if let (Some(own), Some((id, other))) = (&own, self.shared_with(&framework)) {
            let message = format!("`{id}` is a criterion of {other} already");
            return Err(own.complaint(&id, &message, Some("give the objective another id")).into());
        }
        self.own.extend(own);
        self.frameworks.asked.push(framework);
        Ok(())
    }

    /// An id that a framework has in common with one at hand, and whose it is.
    fn shared_with(&self, framework: &Framework) -> Option<(String, String)> {
        let carried = built_in::built_in_ids().filter(|it| *it != framework.id).filter_map(built_in::built_in);
        let others: Vec<Framework> = carried.chain(self.frameworks.all().cloned()).collect();
        let others = others.iter().filter(|it| it.id != framework.id);
        let shared = |other: &Framework| {
            let id = framework.criteria.iter().find(|it| other.criterion_typed(&it.id).is_some())?;
            Some((id.id.clone(), other.id.clone()))
        };
        others.filter_map(shared).next()
    }

    /// Links the policies to the objectives that lean on them.
    pub fn link(&self, set: &mut PolicySet) -> Result<(), Failure> {
        set.lean(&self.frameworks).map_err(|(id, off)| match self.own.iter().find(|it| it.framework.id == id) {
            Some(own) => own.complaint(&off.word, &off.message, off.help.as_deref()).into(),
            None => Failure::Usage(off.message),
        })
    }
}
