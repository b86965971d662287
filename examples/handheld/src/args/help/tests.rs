use super::{HELP, at, page, spoken, vi};
use clap::{Arg, Command};
use doichieu::Language;
use std::collections::BTreeMap;

/// Longest help of a command or an argument in a list, and longest of all that is told about one.
const SHORT: usize = 330;
const LONG: usize = 640;

/// A command of both languages, with its path.
fn each(mut with: impl FnMut(&str, &Command, &Command)) {
    fn go(path: &str, vi: &Command, en: &Command, with: &mut impl FnMut(&str, &Command, &Command)) {
        with(path, vi, en);
        for (vi, en) in vi.get_subcommands().zip(en.get_subcommands()).filter(|(vi, _)| vi.get_name() != HELP) {
            assert_eq!(vi.get_name(), en.get_name());
            go(format!("{path} {}", vi.get_name()).trim_start(), vi, en, with);
        }
    }
    go("", &spoken(Language::Vi), &spoken(Language::En), &mut with);
}

/// Letters that English has none of.
fn is_vietnamese(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{c0}'..='\u{1b0}' | '\u{1ea0}'..='\u{1ef9}'))
}

/// Words that no Vietnamese sentence has.
fn english_in(text: &str) -> Option<&str> {
    let words = ["the", "of", "and", "is", "it", "to", "with", "without", "what", "this", "that", "for", "default"];
    // Options and names of ours are the same in every language.
    let said = text.split_whitespace().filter(|word| !word.contains(['-', '_']));
    let mut said = said.flat_map(|word| word.split(|c: char| !c.is_alphanumeric()));
    said.find(|word| words.contains(&word.to_lowercase().as_str()))
}

fn both(what: &str, vi: Option<String>, en: Option<String>, most: usize) {
    let (vi, en) = (vi.unwrap_or_default(), en.unwrap_or_default());
    assert!(!vi.trim().is_empty(), "{what} has no help in Vietnamese");
    assert!(!en.trim().is_empty(), "{what} has no help in English");
    for text in [&vi, &en] {
        assert!(text.chars().count() <= most, "{what} is too long, {}: {text}", text.chars().count());
    }
    // A shell's name is all there is to say.
    assert!(is_vietnamese(&vi) || vi == "Shell nào", "{what} has no Vietnamese: {vi}");
    assert_eq!(english_in(&vi), None, "{what} mixes English into Vietnamese: {vi}");
    assert!(!is_vietnamese(&en), "{what} mixes Vietnamese into English: {en}");
}

#[test]
fn every_command_and_argument_has_its_help_in_both_languages_and_neither_mixes_them() {
    let mut seen = 0;
    each(|path, vi, en| {
        let short = |of: &Command| of.get_about().map(ToString::to_string);
        let long = |of: &Command| of.get_long_about().or(of.get_about()).map(ToString::to_string);
        both(&format!("doichieu {path}"), short(vi), short(en), SHORT);
        both(&format!("doichieu {path}"), long(vi), long(en), LONG);
        assert_eq!(vi.get_long_about().is_some(), en.get_long_about().is_some(), "doichieu {path}: one tells more");
        for (vi, en) in vi.get_arguments().zip(en.get_arguments()) {
            seen += 1;
            let what = format!("doichieu {path}, {}", vi.get_id());
            assert_eq!(vi.get_id(), en.get_id());
            let short = |of: &Arg| of.get_help().map(ToString::to_string);
            let long = |of: &Arg| of.get_long_help().or(of.get_help()).map(ToString::to_string);
            both(&what, short(vi), short(en), SHORT);
            both(&what, long(vi), long(en), LONG);
            assert_eq!(vi.get_long_help().is_some(), en.get_long_help().is_some(), "{what}: one tells more");
            if !en.get_action().takes_values() {
                continue;
            }
            let (names, known) =
                (en.get_value_names().unwrap_or_default(), |name: &str| vi::VALUES.iter().any(|(en, _)| *en == name));
            assert!(names.iter().all(|name| known(name)), "{what} takes {names:?}");
        }
    });
    assert!(seen > 100, "{seen}");
}

/// Every row of the table is used, and one row stands for one text: where the English differs, the Vietnamese has a row
/// of its own.
#[test]
fn the_table_is_no_larger_than_the_line_and_no_coarser() {
    let (mut used, mut told): (Vec<String>, BTreeMap<String, String>) = (Vec::new(), BTreeMap::new());
    let mut commands = Vec::new();
    each(|path, _, en| {
        commands.push(path.to_owned());
        for arg in en.get_arguments().filter(|arg| ![HELP, "version"].contains(&arg.get_id().as_str())) {
            let id = arg.get_id().as_str();
            let own = vi::ARGUMENTS.iter().any(|(of, name, ..)| *of == path && *name == id);
            let row = format!("{}/{id}", if own { path } else { "" });
            let english = arg.get_long_help().or(arg.get_help()).map(ToString::to_string).unwrap_or_default();
            let before = told.insert(row.clone(), english.clone());
            assert!(before.is_none_or(|before| before == english), "{row} stands for another text too: {english}");
            used.push(row);
        }
    });
    for (path, ..) in vi::COMMANDS {
        assert!(commands.iter().any(|of| of == path), "no command {path}");
    }
    for (path, id, ..) in vi::ARGUMENTS {
        assert!(used.contains(&format!("{path}/{id}")), "no command has {path}/{id}");
    }
}

/// What clap itself would say is English: none of it is left in the Vietnamese pages, nor ours in the English ones.
#[test]
fn whole_pages_are_in_one_language() {
    for language in [Language::Vi, Language::En] {
        let root = spoken(language);
        each(|path, _, _| {
            let path: Vec<_> = path.split_whitespace().map(str::to_owned).collect();
            assert_eq!(at(&root, &path).get_name(), path.last().map_or("doichieu", String::as_str));
            for long in [true, false] {
                let text = page(&root, &path, long, language).printed();
                let (english, vietnamese) = (english_in(&text), is_vietnamese(&text));
                match language {
                    Language::En => assert!(!vietnamese, "{text}"),
                    _ => assert!(english.is_none() && vietnamese, "{english:?} in {text}"),
                }
                let clap =
                    ["Usage:", "Options:", "Arguments:", "Commands:", "[OPTIONS]", "<COMMAND>", "possible values"];
                let found = clap.iter().find(|of| text.contains(**of));
                assert!(matches!(language, Language::En) || found.is_none(), "{found:?} in {text}");
            }
        });
    }
}
