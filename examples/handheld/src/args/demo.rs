//! Options of `demo`.

use super::Sensitive;
use crate::demo::scenes::{ROWS, Row};
use crate::times;
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use doichieu::time::UnixTime;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub(crate) struct Demo {
    /// Which situation; `demo --list` says what happens in each.
    #[arg(value_parser = scene(), required_unless_present = "list", hide_possible_values = true)]
    pub(crate) scene: Option<&'static Row>,
    /// List the situations and do nothing else.
    #[arg(long, conflicts_with = "scene")]
    pub(crate) list: bool,
    /// Folder to write to; made if it is not there.
    #[arg(long, value_name = "DIR", default_value = "doichieu-demo")]
    pub(crate) out: PathBuf,
    /// Time of the demo, RFC 3339; without it a fixed one, so that every run gives the same bytes.
    #[arg(long, value_name = "TIME", value_parser = times::read)]
    pub(crate) at: Option<UnixTime>,
    /// Any text: keys, salts and numbers come from it.
    #[arg(long, value_name = "TEXT")]
    pub(crate) seed: Option<String>,
    /// Show the code as an animated one, even where one picture would do.
    #[arg(long)]
    pub(crate) animated: bool,
    #[command(flatten)]
    pub(crate) sensitive: Sensitive,
}

fn scene() -> impl TypedValueParser<Value = &'static Row> {
    let names = ROWS.iter().map(|row| PossibleValue::new(row.name).help(row.title.en));
    // The parser before has let only names of rows through.
    PossibleValuesParser::new(names).try_map(|name| ROWS.iter().find(|row| row.name == name).ok_or("no such situation"))
}
