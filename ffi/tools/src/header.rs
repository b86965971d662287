//! Writes `doichieu.h` from ffi/c: `header <folder of the crate> <file to write>`.

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(from), Some(to)) = (arguments.next(), arguments.next()) else { return ExitCode::from(64) };
    let config = cbindgen::Config::from_file(format!("{from}/cbindgen.toml"));
    match config.map(|config| cbindgen::Builder::new().with_config(config).with_crate(&from).generate()) {
        Ok(Ok(header)) => {
            header.write_to_file(to);
            ExitCode::SUCCESS
        }
        _ => ExitCode::FAILURE,
    }
}
