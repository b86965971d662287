//! What is wrong with the command line, in both languages. It names options and commands, and never a value that was
//! typed: that may be a citizen's, or a secret.

use super::help;
use crate::failure::Failure;
use crate::near::near;
use crate::wrong::Wrong;
use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use doichieu::Language;
use std::error::Error;

/// Says it, and where help is.
pub(super) fn told(error: &clap::Error, words: &[String], path: &[String]) -> Failure {
    let root = help::spoken(Language::En);
    let here = help::at(&root, path);
    let name = [&["doichieu".to_owned()][..], path].concat().join(" ");
    let wrong = wrong(error, here, &name, words);
    let wrong = wrong.and(&format!(" Xem {name} --help."), &format!(" See {name} --help."));
    Failure::usage(wrong.vi, wrong.en)
}

fn wrong(error: &clap::Error, here: &Command, name: &str, words: &[String]) -> Wrong {
    let about = Names::of(&strings(error, ContextKind::InvalidArg));
    match error.kind() {
        ErrorKind::UnknownArgument => unknown(&first(error, ContextKind::InvalidArg), here, name, words),
        ErrorKind::InvalidSubcommand | ErrorKind::MissingSubcommand => no_command(error, here),
        ErrorKind::MissingRequiredArgument => {
            Wrong::new(format!("Thiếu: {}.", about.vi), format!("Missing: {}.", about.en))
        }
        ErrorKind::InvalidValue => about.before(invalid(error)),
        ErrorKind::ValueValidation => about.before(refused(error)),
        ErrorKind::ArgumentConflict => conflict(error, &about),
        ErrorKind::TooManyValues => about.before(Wrong::new("quá nhiều giá trị.", "too many values.")),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            about.before(Wrong::new("không đủ giá trị.", "not the right number of values."))
        }
        ErrorKind::InvalidUtf8 => Wrong::new("Có một từ không phải UTF-8.", "One word is not UTF-8."),
        _ => Wrong::new("Dòng lệnh không đúng.", "The command line is wrong."),
    }
}

/// An option that the command does not have, or a value more than it takes.
fn unknown(typed: &str, here: &Command, name: &str, words: &[String]) -> Wrong {
    let Some(option) = typed.strip_prefix('-').and_then(|option| option.split('=').next()) else {
        let place = words.iter().position(|word| word == typed).unwrap_or_default();
        return Wrong::new(
            format!("Thừa một giá trị: từ thứ {place} sau doichieu."),
            format!("One value too many: word {place} after doichieu."),
        );
    };
    let option = option.trim_start_matches('-');
    let in_letters = option.len() <= 24 && option.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let wrong = if in_letters {
        Wrong::new(format!("{name} không có tùy chọn --{option}."), format!("{name} has no option --{option}."))
    } else {
        Wrong::new(format!("{name} không có tùy chọn như vậy."), format!("{name} has no such option."))
    };
    let near = near(option, here.get_arguments().filter_map(clap::Arg::get_long));
    let near: Vec<_> = near.into_iter().map(|long| format!("--{long}")).collect();
    if near.is_empty() {
        return wrong;
    }
    let near = near.join(", ");
    wrong.and(&format!(" Gần giống: {near}."), &format!(" Nearest: {near}."))
}

/// What was typed in a command's place may be a citizen's code: only known names are said.
fn no_command(error: &clap::Error, here: &Command) -> Wrong {
    let names = || here.get_subcommands().filter(|of| !of.is_hide_set()).map(Command::get_name);
    let typed = first(error, ContextKind::InvalidSubcommand);
    let wrong = if error.kind() == ErrorKind::MissingSubcommand {
        Wrong::new("Thiếu lệnh.", "A command is missing.")
    } else {
        Wrong::new("Không có lệnh này.", "There is no such command.").nearest(&typed, names())
    };
    let all = names().collect::<Vec<_>>().join(", ");
    wrong.and(&format!(" Các lệnh: {all}."), &format!(" The commands: {all}."))
}

/// A value that is none of a set, or none at all.
fn invalid(error: &clap::Error) -> Wrong {
    let (typed, valid) = (first(error, ContextKind::InvalidValue), strings(error, ContextKind::ValidValue));
    if typed.is_empty() {
        return Wrong::new("cần một giá trị.", "takes a value.");
    }
    Wrong::name(&typed, valid.iter().map(String::as_str))
}

/// A value that its own reader refused.
fn refused(error: &clap::Error) -> Wrong {
    let known = error.source().and_then(|source| source.downcast_ref::<Wrong>()).cloned();
    known.unwrap_or_else(|| Wrong::new("giá trị không đúng.", "not a value that it takes."))
}

fn conflict(error: &clap::Error, about: &Names) -> Wrong {
    let other = Names::of(&strings(error, ContextKind::PriorArg));
    if other.en.is_empty() || other.en == about.en {
        return Wrong::new(format!("{} chỉ dùng một lần.", about.vi), format!("{} is given once only.", about.en));
    }
    Wrong::new(
        format!("{} không dùng cùng {}.", about.vi, other.vi),
        format!("{} does not go with {}.", about.en, other.en),
    )
}

/// What clap says of something, by name.
fn strings(error: &clap::Error, of: ContextKind) -> Vec<String> {
    match error.get(of) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(all)) => all.clone(),
        _ => Vec::new(),
    }
}

fn first(error: &clap::Error, of: ContextKind) -> String {
    strings(error, of).into_iter().next().unwrap_or_default()
}

/// Names of arguments, without what they take.
struct Names {
    vi: String,
    en: String,
}

impl Names {
    fn of(written: &[String]) -> Self {
        let told = |language, or: &str| {
            let each = written.iter().map(|written| argument(written, language, or));
            each.collect::<Vec<_>>().join(", ")
        };
        Self { vi: told(Language::Vi, " hoặc "), en: told(Language::En, " or ") }
    }

    /// Before what is wrong with it.
    fn before(&self, wrong: Wrong) -> Wrong {
        Wrong::new(format!("{}: {}", self.vi, wrong.vi), format!("{}: {}", self.en, wrong.en))
    }
}

/// `--roots <FILE>` is `--roots`, one of several `--key or --seed`, and a place in the line its name.
fn argument(written: &str, language: Language, or: &str) -> String {
    let option = |written: &str| written.split([' ', '=', '>']).next().unwrap_or_default().to_owned();
    if let Some(several) = written.strip_prefix("<--") {
        let each = several.split("|--").map(|of| format!("--{}", option(of)));
        return each.collect::<Vec<_>>().join(or);
    }
    if written.starts_with('-') {
        return option(written);
    }
    let name = written.trim_matches(|c| matches!(c, '<' | '>' | '[' | ']' | '.'));
    format!("<{}>", help::value_name(name, language))
}

#[cfg(test)]
mod tests {
    use super::argument;
    use doichieu::Language;

    #[test]
    fn an_argument_is_named_without_what_it_takes() {
        for (written, vi, en) in [
            ("--roots <FILE>", "--roots", "--roots"),
            ("--lang <vi|en>", "--lang", "--lang"),
            ("<SCAN>...", "<MÃ>", "<SCAN>"),
            ("<--key <FILE>|--seed <TEXT>>", "--key hoặc --seed", "--key or --seed"),
        ] {
            assert_eq!(argument(written, Language::Vi, " hoặc "), vi);
            assert_eq!(argument(written, Language::En, " or "), en);
        }
    }
}
