//! Options of `demo`.

use super::{Sensitive, time};
use crate::demo::scenes::{ROWS, Row};
use crate::wrong::Wrong;
use clap::builder::{PossibleValue, TypedValueParser};
use clap::{Arg, Args, Command};
use doichieu::time::UnixTime;
use std::ffi::OsStr;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub(crate) struct Demo {
    /// Which situation; `demo --list` says what happens in each.
    #[arg(value_name = "SCENE", value_parser = Scenes, required_unless_present = "list", hide_possible_values = true)]
    pub(crate) scene: Option<&'static Row>,
    /// List the situations and do nothing else.
    #[arg(long, conflicts_with = "scene")]
    pub(crate) list: bool,
    /// Folder to write to; made if it is not there.
    #[arg(long, value_name = "DIR", default_value = "doichieu-demo")]
    pub(crate) out: PathBuf,
    /// Time of the demo, RFC 3339; without it a fixed one, so that every run gives the same bytes.
    #[arg(long, value_name = "TIME", value_parser = time)]
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

/// Reads the name of a situation; shells complete it.
#[derive(Clone)]
struct Scenes;

impl TypedValueParser for Scenes {
    type Value = &'static Row;

    fn parse_ref(&self, command: &Command, argument: Option<&Arg>, value: &OsStr) -> Result<Self::Value, clap::Error> {
        scene.parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(ROWS.iter().map(|row| PossibleValue::new(row.name))))
    }
}

fn scene(name: &str) -> Result<&'static Row, Wrong> {
    ROWS.iter().find(|row| row.name == name).ok_or_else(|| {
        Wrong::near(name, ROWS.iter().map(|row| row.name))
            .and(" demo --list nêu tất cả tình huống.", " demo --list names every situation.")
    })
}
