//! Options of `rates`, which measures the reading of pictures.

use clap::Args;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub(crate) struct Rates {
    /// Folder of pictures, with folders in it. Where NAME.txt stands beside NAME.png, it says what the code says.
    pub(crate) dir: PathBuf,
    /// One line of JSON for each picture: file, read, same, codes, ms.
    #[arg(long)]
    pub(crate) json: bool,
}
