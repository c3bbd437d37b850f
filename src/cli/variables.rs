//! `--var-file` and `--var`: Terraform takes them in the order in which they are typed, so that order is kept.

use camino::Utf8PathBuf;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, Error, FromArgMatches, value_parser};

use crate::collect::Asked;

use super::parsers::variable;

/// Values of Terraform variables as they were typed; later ones win.
#[derive(Clone, Debug, Default)]
pub struct Variables(pub Vec<Asked>);

impl FromArgMatches for Variables {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let files = matches.get_many::<Utf8PathBuf>("var_file").into_iter().flatten();
        let values = matches.get_many::<(String, String)>("var").into_iter().flatten();
        let at = |name: &str| matches.indices_of(name).into_iter().flatten();
        let mut all: Vec<(usize, Asked)> = at("var_file").zip(files.map(|it| Asked::File(it.clone()))).collect();
        all.extend(at("var").zip(values.map(|(name, value)| Asked::Value(name.clone(), value.clone()))));
        all.sort_by_key(|it| it.0);
        Ok(Self(all.into_iter().map(|it| it.1).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Args for Variables {
    fn augment_args(command: Command) -> Command {
        let file = Arg::new("var_file").long("var-file").value_name("FILE").action(ArgAction::Append);
        let file = file.value_parser(value_parser!(Utf8PathBuf)).help(
            "Take the values of Terraform variables from this file (.tfvars, .tfvars.json), as often as wanted; of it and \
             --var, what is typed later wins",
        );
        let value = Arg::new("var").long("var").value_name("NAME=VALUE").action(ArgAction::Append);
        let value = value.value_parser(variable).help(
            "Give a Terraform variable of the root modules a value, as often as wanted; of it and --var-file, what is typed \
             later wins",
        );
        command.arg(file).arg(value)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}
