//! `completion`: what makes a shell complete this program's commands and options, in the language that is asked for.

use crate::failure::Failure;
use crate::{args, page};
use doichieu::Language;

/// The name that a shell knows the program by.
const NAME: &str = "doichieu";

/// Prints the script.
pub(crate) fn run(of: &args::Completion, language: Language) -> Result<u8, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(of.shell, &mut args::spoken_command(language), NAME, &mut script);
    page::script(&script).map(|()| 0)
}
