//! Reads the command line, or says what is wrong with it, in the language that it asks for.

use super::{CommandLine, errors, help};
use crate::failure::USAGE;
use crate::page::{self, Page};
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use doichieu::Language;
use std::ffi::OsString;
use std::process::ExitCode;

/// Reads the command line, or says what is wrong with it: exit 64, and 0 for help and version.
pub(crate) fn read() -> Result<CommandLine, ExitCode> {
    let words: Vec<OsString> = std::env::args_os().collect();
    let typed: Vec<String> = words.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    let parsed = if is_about_help(&typed) {
        CommandLine::try_parse_from(without_language(&typed))
    } else {
        CommandLine::try_parse_from(&words)
    };
    parsed.map_err(|error| instead(&error, &typed))
}

/// What is printed in place of a command's answer.
fn instead(error: &clap::Error, words: &[String]) -> ExitCode {
    let language = language(words);
    let root = help::spoken(language);
    let path = path(&root, words);
    match error.kind() {
        ErrorKind::DisplayHelp => {
            // Nowhere to report to if the terminal is gone.
            let _ = help::page(&root, &path, is_long(words), language).show();
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayVersion => {
            let mut page = Page::default();
            let _ = page.line(&format!("doichieu {}", root.get_version().unwrap_or_default())).show();
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            help::page(&root, &path, false, language).show_beside();
            ExitCode::from(USAGE)
        }
        _ => {
            let failure = errors::told(error, words, &path);
            let for_programs =
                words.iter().any(|word| word == "--json") || path.first().is_some_and(|of| of == "batch");
            // Nowhere to report to if standard output is gone.
            let _ = for_programs.then(|| page::record(&failure.to_json()));
            failure.tell(language)
        }
    }
}

/// The language asked for, wherever on the line: also on one that cannot be read otherwise.
fn language(words: &[String]) -> Language {
    let mut before = "";
    for word in words.iter().skip(1).take_while(|word| *word != "--") {
        let named = word.strip_prefix("--lang=").or(Some(word.as_str()).filter(|_| before == "--lang"));
        match named {
            Some("en") => return Language::En,
            Some("vi") => return Language::Vi,
            _ => before = word,
        }
    }
    Language::Vi
}

/// Which command the line is about: `help bundle show` and `bundle show --help` are about the same.
fn path(root: &clap::Command, words: &[String]) -> Vec<String> {
    let (mut here, mut path, mut value) = (root, Vec::new(), false);
    for word in words.iter().skip(1).take_while(|word| *word != "--") {
        if std::mem::take(&mut value) || word == "help" || word.starts_with('-') {
            value = word == "--lang";
            continue;
        }
        let Some(found) = here.find_subcommand(word) else { break };
        path.push(word.clone());
        here = found;
    }
    path
}

/// Whether the line begins with commands and `help`: what is behind that is a command's name.
fn is_about_help(words: &[String]) -> bool {
    let commands = without_language(words);
    let root = CommandLine::command();
    let mut here = &root;
    for word in commands.into_iter().skip(1).take_while(|word| *word != "--") {
        match here.find_subcommand(word) {
            _ if word == "help" && here.has_subcommands() => return true,
            Some(found) => here = found,
            None if word.starts_with('-') => {}
            None => return false,
        }
    }
    false
}

/// The line without its language: the command `help` takes names of commands and nothing else.
fn without_language(words: &[String]) -> Vec<&str> {
    let mut before = "";
    let mut kept = Vec::new();
    for word in words {
        if word != "--lang" && before != "--lang" && !word.starts_with("--lang=") {
            kept.push(word.as_str());
        }
        before = word;
    }
    kept
}

/// `--help` and `help` tell everything, `-h` what is needed most.
fn is_long(words: &[String]) -> bool {
    words.iter().any(|word| word == "--help" || word == "help")
}

#[cfg(test)]
mod tests {
    use super::{help, language, path};
    use doichieu::Language;

    fn words(line: &str) -> Vec<String> {
        line.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn the_language_is_found_wherever_it_stands() {
        for (line, english) in [
            ("doichieu --help", false),
            ("doichieu --lang en --help", true),
            ("doichieu inspect --help --lang=en", true),
            ("doichieu help inspect --lang en", true),
            ("doichieu number -- --lang en", false),
            ("doichieu --lang fr --lang en", true),
            ("doichieu --plate en", false),
        ] {
            assert_eq!(matches!(language(&words(line)), Language::En), english, "{line}");
        }
    }

    #[test]
    fn the_command_is_found_wherever_help_stands() {
        let root = help::spoken(Language::Vi);
        for (line, wanted) in [
            ("doichieu --help", ""),
            ("doichieu --lang en bundle --help show", "bundle show"),
            ("doichieu help bundle show", "bundle show"),
            ("doichieu bundle help show", "bundle show"),
            ("doichieu inspect bundle --help", "inspect"),
            ("doichieu DC1:X inspect", ""),
        ] {
            assert_eq!(path(&root, &words(line)).join(" "), wanted, "{line}");
        }
    }
}
