//! `doichieu` on the command line: a demonstration handheld that inspects offline.
//!
//! It is a host of the core and no more: it brings the clock, the files and the words on the screen. What is proven,
//! agreed and in force is decided by the crate `doichieu` alone; what is minted for trials comes from the test kit.

mod animation;
mod args;
mod ask;
mod basis;
mod batch;
mod bundle;
mod card;
mod completion;
mod cover;
mod demo;
mod device;
mod encounter;
mod encounter_seed;
mod exchange;
mod explain;
mod failure;
mod files;
mod film;
mod findings;
mod hex;
mod inspect;
mod json;
mod kept;
mod kept_consent;
mod lock;
mod memory;
mod mint;
mod near;
mod needs;
mod no_code;
mod nothing;
mod page;
mod photo;
mod picked;
mod plain;
mod progress;
mod qr;
mod rates;
mod readiness;
mod related;
mod renewed;
mod scan;
mod test_key;
mod times;
mod todo;
mod told;
mod trouble;
mod values;
mod veil;
mod words;
mod wrong;

use args::{Command, CommandLine};
use doichieu::Language;
use failure::Failure;
use std::process::ExitCode;

fn main() -> ExitCode {
    let line = match args::read() {
        Ok(line) => line,
        Err(exit) => return exit,
    };
    let language = line.language();
    if line.command.is_quiet() {
        progress::keep_quiet();
    }
    run(&line, language).map_or_else(|failure| stopped(&line, &failure, language), ExitCode::from)
}

/// A program that asked for JSON gets it of a failure too, and whoever watches reads why.
fn stopped(line: &CommandLine, failure: &Failure, language: Language) -> ExitCode {
    if line.command.is_for_programs() {
        // Nowhere to report to if standard output is gone.
        let _ = page::record(&failure.to_json());
    }
    failure.tell(language)
}

fn run(line: &CommandLine, language: Language) -> Result<u8, Failure> {
    match &line.command {
        Command::Demo(of) => demo::run(of, language),
        Command::Ask(of) => ask::run(of, language),
        Command::Recompute(of) => kept::recompute(of, language),
        Command::Consent(of) => kept_consent::run(of, language),
        Command::Batch(of) => batch::run(of, language),
        Command::Inspect(of) => inspect::run(of, language),
        Command::Encounter(of) => encounter::run(of, language),
        Command::Nothing(of) => nothing::nothing(of, language),
        Command::Number(of) => nothing::number(of, language),
        Command::Plain(of) => plain::run(of, language),
        Command::Bundle { command } => bundle::run(command, language),
        Command::Readiness(of) => readiness::run(of, language),
        Command::Rates(of) => rates::run(of, language),
        Command::Explain(of) => explain::run(of, language),
        Command::Completion(of) => completion::run(of, language),
    }
}
