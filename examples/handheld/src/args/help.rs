//! Help, in one language at a time. The English stands in the documentation of the arguments themselves, the Vietnamese
//! in a table beside them; a test holds the two to each other.

use super::CommandLine;
use crate::page::{self, Page, STRONG, padded, say, styled};
use anstyle::Style;
use clap::{Arg, ArgAction, Command, CommandFactory};
use doichieu::Language;

mod vi;

/// Columns of names in a list.
const NAMES: usize = 13;
/// Columns of options in a short list.
const OPTIONS: usize = 24;
const PLAIN: Style = Style::new();

/// The whole tree of commands in a language: for help and for shells, not for reading a line.
pub(crate) fn spoken(language: Language) -> Command {
    let mut command = CommandLine::command();
    command.build();
    in_language(command, "", language)
}

fn in_language(command: Command, path: &str, language: Language) -> Command {
    let command = command.mut_args(|arg| argument(arg, path, language));
    let command = about(command, path, language).subcommand_value_name(say(language, "LỆNH", "COMMAND"));
    command.mut_subcommands(|sub| {
        // `help` has the tree below it once more.
        let path = if sub.get_name() == HELP { path.to_owned() } else { format!("{path} {}", sub.get_name()) };
        in_language(sub, path.trim_start(), language)
    })
}

const HELP: &str = "help";

fn about(command: Command, path: &str, language: Language) -> Command {
    if command.get_name() == HELP {
        return command.about(say(language, "Trợ giúp về một lệnh", "Help for one command"));
    }
    match language {
        Language::En => command,
        _ => {
            let (short, rest) = vi::command(path).unwrap_or_default();
            if rest.is_empty() {
                command.about(unended(short)).long_about(None)
            } else {
                command.about(unended(short)).long_about(whole(short, rest))
            }
        }
    }
}

fn argument(arg: Arg, path: &str, language: Language) -> Arg {
    match arg.get_id().as_str() {
        HELP => return arg.help(say(language, "In trợ giúp", "Print help")).long_help(None),
        "version" => return arg.help(say(language, "In số phiên bản", "Print the version")).long_help(None),
        _ => {}
    }
    if matches!(language, Language::En) {
        return arg;
    }
    let names: Vec<_> =
        arg.get_value_names().unwrap_or_default().iter().filter_map(|name| in_vietnamese(name)).collect();
    let (short, rest) = vi::argument(path, arg.get_id().as_str()).unwrap_or_default();
    let arg = if names.is_empty() { arg } else { arg.value_names(names) };
    if rest.is_empty() {
        arg.help(unended(short)).long_help(None)
    } else {
        arg.help(unended(short)).long_help(whole(short, rest))
    }
}

/// As documentation of one paragraph is: without its point.
fn unended(text: &'static str) -> &'static str {
    text.strip_suffix('.').unwrap_or(text)
}

fn whole(short: &str, rest: &str) -> String {
    format!("{short}\n\n{rest}")
}

/// What an option takes, by the name of it.
pub(super) fn value_name(name: &str, language: Language) -> &str {
    match language {
        Language::En => name,
        _ => in_vietnamese(name).unwrap_or(name),
    }
}

fn in_vietnamese(name: &str) -> Option<&'static str> {
    vi::VALUES.iter().find(|(en, _)| *en == name).map(|(_, vi)| *vi)
}

/// The command at a path; as far as there is one.
pub(super) fn at<'c>(root: &'c Command, path: &[String]) -> &'c Command {
    path.iter().fold(root, |here, name| here.find_subcommand(name).unwrap_or(here))
}

/// The help of a command: all of it, or what is needed most.
pub(super) fn page(root: &Command, path: &[String], long: bool, language: Language) -> Page {
    let (command, mut page) = (at(root, path), Page::default());
    let about = command.get_long_about().filter(|_| long).or(command.get_about()).map(ToString::to_string);
    paragraphs(&mut page, "", &about.unwrap_or_default());
    page.gap();
    let heading = styled(STRONG, say(language, "Cách dùng:", "Usage:"));
    page.hang(&format!("{heading} "), PLAIN, &usage(command, language));
    let mut commands = command.get_subcommands().filter(|of| !of.is_hide_set()).peekable();
    if commands.peek().is_some() {
        heading_of(&mut page, say(language, "Lệnh:", "Commands:"));
    }
    for of in commands {
        let name = padded(&styled(STRONG, of.get_name()), NAMES);
        page.hang(&format!("  {name} "), PLAIN, &ended(&of.get_about().map(ToString::to_string).unwrap_or_default()));
    }
    let (places, options): (Vec<_>, Vec<_>) =
        command.get_arguments().filter(|of| !of.is_hide_set()).partition(|of| of.is_positional());
    for (title, all) in
        [(say(language, "Tham số:", "Arguments:"), places), (say(language, "Tùy chọn:", "Options:"), options)]
    {
        if !all.is_empty() {
            heading_of(&mut page, title);
        }
        all.iter().for_each(|of| one(&mut page, of, long, language));
    }
    if path.is_empty() {
        first_steps(&mut page, language);
    }
    page
}

fn first_steps(page: &mut Page, language: Language) {
    page.gap();
    page.hang(
        "",
        PLAIN,
        say(language, "Lần đầu dùng: doichieu demo traffic-stop", "First time here: doichieu demo traffic-stop"),
    );
    page.hang(
        "",
        PLAIN,
        say(language, "Trợ giúp của một lệnh: doichieu help LỆNH", "Help for one command: doichieu help COMMAND"),
    );
    page.hang(
        "",
        PLAIN,
        say(language, "Tiếng Anh: doichieu --lang en --help", "In Vietnamese: doichieu --lang vi --help"),
    );
}

fn heading_of(page: &mut Page, title: &str) {
    page.gap().line(&styled(STRONG, title));
}

fn one(page: &mut Page, of: &Arg, long: bool, language: Language) {
    let text = of.get_long_help().filter(|_| long).or(of.get_help()).map(ToString::to_string).unwrap_or_default();
    let mut text = ended(&text);
    text.push_str(&extras(of, language));
    if long {
        page.line(&format!("  {}", styled(STRONG, &written(of))));
        paragraphs(page, "      ", &text);
    } else {
        page.hang(&format!("  {} ", padded(&styled(STRONG, &written(of)), OPTIONS)), PLAIN, &text);
    }
}

fn paragraphs(page: &mut Page, indent: &str, text: &str) {
    for paragraph in text.split("\n\n") {
        page.hang(indent, PLAIN, &ended(paragraph));
        if indent.is_empty() {
            page.gap();
        }
    }
}

/// A sentence has its point, an example and a list in brackets have none.
fn ended(text: &str) -> String {
    let end =
        if text.is_empty() || text.ends_with(['.', '…', '?', ']', ':']) || text.contains(" > ") { "" } else { "." };
    format!("{text}{end}")
}

/// What it takes where nothing is said, and all that it takes, if they are few.
fn extras(of: &Arg, language: Language) -> String {
    let mut extras = String::new();
    if !of.get_action().takes_values() {
        return extras;
    }
    let values = of.get_possible_values();
    if !values.is_empty() && !of.is_hide_possible_values_set() {
        let names: Vec<_> = values.iter().map(|value| value.get_name()).collect();
        extras.push_str(&format!(" [{}: {}]", say(language, "chọn", "one of"), names.join(", ")));
    }
    let defaults: Vec<_> = of.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if !defaults.is_empty() {
        extras.push_str(&format!(" [{}: {}]", say(language, "mặc định", "default"), defaults.join(" ")));
    }
    extras
}

/// An argument as it is written on the line.
fn written(of: &Arg) -> String {
    let names = of.get_value_names().unwrap_or_default().join("> <");
    let many = of.get_num_args().is_some_and(|count| count.max_values() > 1);
    let many = if many || of.is_positional() && matches!(of.get_action(), ArgAction::Append) { "..." } else { "" };
    if of.is_positional() {
        let (open, shut) = if of.is_required_set() { ('<', '>') } else { ('[', ']') };
        return format!("{open}{names}{shut}{many}");
    }
    let flags: Vec<_> = of
        .get_short()
        .map(|short| format!("-{short}"))
        .into_iter()
        .chain(of.get_long().map(|long| format!("--{long}")))
        .collect();
    let flags = flags.join(", ");
    if of.get_action().takes_values() { format!("{flags} <{names}>") } else { flags }
}

/// How the command is written; an option and what it takes stay on one line.
fn usage(command: &Command, language: Language) -> String {
    let usage = command.clone().render_usage().to_string();
    let usage =
        usage.strip_prefix("Usage: ").unwrap_or(&usage).replace("[OPTIONS]", say(language, "[TÙY CHỌN]", "[OPTIONS]"));
    page::together(&usage.replace('|', " | "))
}

#[cfg(test)]
mod tests;
