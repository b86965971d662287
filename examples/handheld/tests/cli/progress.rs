//! Long work shows how far it has come, to somebody who watches a terminal and to nobody else.

use crate::support::{Answer, BINARY, Files, demo, finish, folder, run, skipped, start};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder with the pictures of an animated code, and more.
fn pictures(name: &str) -> PathBuf {
    let out = folder(name);
    let words = ["demo", "traffic-stop", "--animated", "--out", out.to_str().unwrap()];
    assert_eq!(run(&words).code, 0);
    out
}

/// Signs of a bar, and of anything else that moves.
fn moves(said: &str) -> bool {
    said.contains(['█', '░', '\u{1b}']) || said.trim_end().contains('\r')
}

#[test]
fn nothing_moves_where_nobody_watches() {
    let out = pictures("progress");
    let files = Files::of_demo(&out);
    let word = |name: &str| out.join(name).to_str().unwrap().to_owned();
    for words in [
        vec!["rates".to_owned(), word("")],
        vec!["rates".to_owned(), "--json".to_owned(), word("")],
        files.arguments(&[&word("frames")]),
        files.arguments_of("batch", &[&word("frames")]),
        vec!["demo".to_owned(), "clinic".to_owned(), "--animated".to_owned(), "--out".to_owned(), word("more")],
    ] {
        let answer = run(&words);
        assert!(!moves(&answer.stderr) && !moves(&answer.stdout), "{words:?}: {:?}", answer.stderr);
    }
}

/// What a program prints in a terminal of so many columns; `None`, aloud, where there is no way to have one.
fn in_terminal(columns: usize, words: &[&str], folder: &Path) -> Option<String> {
    let record = folder.join("terminal.txt");
    let line = format!("stty cols {columns} rows 24; '{BINARY}' {}", words.join(" "));
    let program = start(Command::new("script").args(["-qec", &line]).arg(&record).env("TERM", "xterm"));
    let Answer { code, stdout, .. } = finish(program);
    if code == 127 || !stdout.contains('\r') {
        skipped("there is no terminal to be had from `script`");
        return None;
    }
    Some(stdout)
}

/// A terminal has a bar, unless the answer is for a program; no name of a file and nothing of a paper is in it.
#[test]
fn a_terminal_has_a_bar_unless_json_was_asked_for() {
    if Command::new("script").arg("--version").output().is_err() {
        return skipped("`script` is not installed");
    }
    let out = pictures("progress-terminal");
    let scans = out.clone();
    let scans = scans.to_str().unwrap();
    let Some(seen) = in_terminal(60, &["rates", scans], &out) else { return };
    assert!(seen.contains(['█', '░']), "{seen:?}");
    let bars = seen.split(['\r', '\n']).filter(|line| line.contains(['█', '░']));
    for bar in bars {
        assert!(!bar.contains("png") && !bar.contains("ms"), "{bar:?}");
    }
    let Some(quiet) = in_terminal(60, &["rates", "--json", scans], &out) else { return };
    assert!(!quiet.contains(['█', '░']) && quiet.contains("\"read\""), "{quiet:?}");
}

/// The terminal's own width, where nothing else is said.
#[test]
fn lines_are_as_wide_as_the_terminal() {
    if Command::new("script").arg("--version").output().is_err() {
        return skipped("`script` is not installed");
    }
    let out = demo("progress-width", "clinic");
    for columns in [50, 70] {
        let Some(seen) = in_terminal(columns, &["explain", "--lang", "en"], &out) else { return };
        let lines: Vec<_> = seen.lines().map(|line| anstream::adapter::strip_str(line).to_string()).collect();
        let longest = lines.iter().map(|line| line.trim_end().chars().count()).max().unwrap();
        assert!(longest <= columns && longest > columns - 10, "{longest} of {columns}");
    }
}
