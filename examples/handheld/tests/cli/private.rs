//! What the program writes for its user alone: memory, kept inputs, secrets, keys. Who may read it, and what it is not
//! written through.

use crate::support::{Answer, BINARY, Files, finish, folder, run, skipped, start};
use doichieu_kit::scene::World;
use std::fs::{self, File, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, lchown, symlink};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

fn mode(path: &str) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// A device, and a code to inspect.
fn device(name: &str) -> (Files, String) {
    let world = World::demo();
    let files = Files::of_world(name, &world);
    set_mode(&files.folder, 0o700);
    (files, world.whole_stop().text())
}

fn refused(answer: &Answer, code: &str) {
    assert_eq!((answer.code, answer.beside_error()), (65, ""), "{}", answer.stderr);
    assert!(answer.stderr.contains(&format!("[{code}]")), "{}", answer.stderr);
}

#[test]
fn what_is_private_is_for_its_owner_whatever_stood_there() {
    let (files, text) = device("mode");
    let (memory, kept) = (files.word("memory"), files.word("kept.json"));
    let inspect = || files.inspect(&["--json", "--memory", &memory, "--keep", &kept, &text]);
    assert_eq!(inspect().code, 0);
    assert_eq!([&memory, &kept, &files.word(".memory.lock")].map(|path| mode(path)), [0o600; 3], "new");
    for path in [&memory, &kept] {
        set_mode(Path::new(path), 0o644);
    }
    assert_eq!(inspect().code, 0);
    assert_eq!([&memory, &kept].map(|path| mode(path)), [0o600; 2], "once it was for everybody");

    let out = files.word("built");
    let build = ["bundle", "build", "--seed", "thử", "--at", "2026-11-18T18:06:40+07:00", "--out", &out];
    assert_eq!(run(&build).code, 0);
    let key = files.word("built/post-bank.p8");
    set_mode(Path::new(&key), 0o666);
    assert_eq!(run(&build).code, 0);
    assert_eq!(mode(&key), 0o600);
}

#[test]
fn a_link_of_ones_own_is_followed_and_stays() {
    let (files, text) = device("link");
    let (memory, link, chain) = (files.word("memory"), files.word("link"), files.word("chain"));
    // The file it leads to need not be there yet.
    symlink("memory", &link).unwrap();
    symlink(&link, &chain).unwrap();
    for (path, again) in [(&chain, false), (&link, true), (&memory, true)] {
        let answer = files.inspect(&["--json", "--memory", path, &text]);
        assert_eq!(answer.code, 0, "{}", answer.stderr);
        assert_eq!(answer.stdout.contains("held.shown_again"), again);
    }
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink() && fs::symlink_metadata(&memory).unwrap().is_file());
    assert_eq!(mode(&memory), 0o600);
    // By whichever name, it is one lock.
    let lock = File::open(files.word(".memory.lock")).unwrap();
    lock.lock().unwrap();
    refused(&files.inspect(&["--memory", &chain, "--memory-wait", "0", &text]), "file.busy");
}

#[test]
fn a_link_that_others_can_turn_is_not_followed() {
    let (files, text) = device("turned");
    let open = folder("turned-open");
    let [memory, ours] = ["memory", "kept.json"].map(|name| files.word(name));
    let inspect = |memory: &str| files.inspect(&["--json", "--memory", memory, &text]);
    assert_eq!(inspect(&memory).code, 0);
    let before = fs::read(&memory).unwrap();
    let link = open.join("link").to_str().unwrap().to_owned();
    symlink(&memory, &link).unwrap();
    for writable in [0o777, 0o1777, 0o770] {
        set_mode(&open, writable);
        refused(&inspect(&link), "file.link_not_followed");
        fs::write(&ours, "as it was").unwrap();
        let kept = open.join("kept.json");
        let _ = fs::remove_file(&kept);
        symlink(&ours, &kept).unwrap();
        refused(&files.inspect(&["--json", "--keep", kept.to_str().unwrap(), &text]), "file.link_not_followed");
        assert_eq!(fs::read(&ours).unwrap(), b"as it was");
        // Nor a link of a safe folder to what is to be made in an open one.
        let dangling = files.word("dangling");
        let _ = fs::remove_file(&dangling);
        symlink(open.join("new"), &dangling).unwrap();
        refused(&inspect(&dangling), "file.link_not_followed");
        assert!(!open.join("new").exists());
    }
    assert_eq!(fs::read(&memory).unwrap(), before);
    set_mode(&open, 0o755);
    assert_eq!(inspect(&link).code, 0, "the same link, once nobody else can turn it");
    let round = files.word("round");
    symlink("round", &round).unwrap();
    refused(&inspect(&round), "file.link_not_followed");
}

#[test]
fn a_link_of_somebody_else_or_to_his_file_is_not_followed() {
    let (files, text) = device("foreign");
    let [memory, link] = ["memory", "link"].map(|name| files.word(name));
    let inspect = || files.inspect(&["--json", "--memory", &link, &text]);
    symlink("memory", &link).unwrap();
    assert_eq!(inspect().code, 0);
    if fs::metadata(&memory).unwrap().uid() != 0 {
        skipped("only an administrator can give a file to somebody else");
        return;
    }
    lchown(&link, Some(4242), None).unwrap();
    refused(&inspect(), "file.link_not_followed");
    lchown(&link, Some(0), None).unwrap();
    assert_eq!(inspect().code, 0);
    chown(&memory, Some(4242), None).unwrap();
    refused(&inspect(), "file.link_not_followed");
    chown(&memory, Some(0), None).unwrap();
    chown(&files.folder, Some(4242), None).unwrap();
    refused(&inspect(), "file.link_not_followed");
    chown(&files.folder, Some(0), None).unwrap();
    assert_eq!(inspect().code, 0);
}

#[test]
fn what_is_no_file_is_not_taken_for_one() {
    let (files, text) = device("no-file");
    fs::create_dir(files.folder.join("folder")).unwrap();
    assert!(Command::new("mkfifo").arg(files.word("pipe")).status().unwrap().success());
    for name in ["folder", "pipe", ".", ".."] {
        refused(&files.inspect(&["--memory", &files.word(name), &text]), "file.is_none");
        refused(&files.inspect(&["--keep", &files.word(name), &text]), "file.is_none");
    }
    refused(&files.inspect(&["--memory", "/dev/null", &text]), "file.is_none");
    refused(&files.inspect(&["--memory", &files.word("nowhere/memory"), &text]), "file.unwritable");
    // Nor what lies where the lock belongs.
    let lock = files.word(".memory.lock");
    for to in ["folder", "pipe", "elsewhere"] {
        symlink(to, &lock).unwrap();
        refused(&files.inspect(&["--memory", &files.word("memory"), &text]), "file.unwritable");
        fs::remove_file(&lock).unwrap();
    }
    fs::rename(files.word("pipe"), &lock).unwrap();
    refused(&files.inspect(&["--memory", &files.word("memory"), &text]), "file.unwritable");
    assert!(["memory", "elsewhere"].iter().all(|name| !Path::new(&files.word(name)).exists()));
}

#[test]
fn no_kept_file_takes_the_place_of_what_the_command_works_by() {
    let (files, text) = device("apart");
    let (memory, link) = (files.word("memory"), files.word("link"));
    assert_eq!(files.inspect(&["--json", "--memory", &memory, &text]).code, 0);
    symlink("memory", &link).unwrap();
    let before = fs::read(&memory).unwrap();
    let (around, lock, bundle) =
        (files.word("../cli-apart/memory"), files.word(".memory.lock"), files.word("bundle.dcb"));
    for kept in [&memory, &link, &around, &lock, &bundle] {
        let answer = files.inspect(&["--json", "--memory", &link, "--keep", kept, &text]);
        assert_eq!((answer.code, answer.beside_error()), (64, ""), "{kept}: {}", answer.stderr);
        assert_eq!(fs::read(&memory).unwrap(), before);
    }
    let mut words = files.arguments(&["--memory", &files.word("report-1.json"), "--keep", &files.word(""), &text]);
    "encounter".clone_into(&mut words[0]);
    assert_eq!(run(&words).code, 64);
    let new = files.word("new");
    assert_eq!(files.inspect(&["--memory", &new, "--keep", &new, &text]).code, 64, "also where neither is there yet");
    assert!(!Path::new(&new).exists());
}

#[test]
fn what_an_ended_command_left_half_written_goes_and_nothing_else_does() {
    let (files, text) = device("swept");
    let hour = |name: &str, hours: u64| {
        let file = File::create(files.folder.join(name)).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_secs(hours * 3600)).unwrap();
    };
    let figures = "0123456789abcdef".repeat(2);
    let old = format!(".doichieu-{figures}.part");
    let kept = [
        format!(".doichieu-{}.part", figures.replace('0', "f")),
        format!(".doichieu-{figures}0.part"),
        ".x.part".to_owned(),
    ];
    hour(&old, 2);
    hour(&kept[0], 0);
    kept[1..].iter().for_each(|name| hour(name, 2));
    assert_eq!(files.inspect(&["--memory", &files.word("memory"), &text]).code, 0);
    assert!(!files.folder.join(&old).exists());
    for name in kept {
        assert!(files.folder.join(&name).exists(), "{name}");
    }
}

#[test]
fn a_full_disk_is_said_before_anything_is_shown() {
    let (files, text) = device("full");
    let memory = files.word("memory");
    assert_eq!(files.inspect(&["--json", "--memory", &memory, "DC1:ZZZ"]).code, 3);
    let before = fs::read(&memory).unwrap();
    // No file may grow: what a full disk says, for this one process.
    let words = files.arguments(&["--memory", &memory, &text]);
    let limited = "trap '' XFSZ; ulimit -f 0; exec \"$@\"";
    let full = finish(start(Command::new("sh").args(["-c", limited, "sh", BINARY]).args(words)));
    refused(&full, "file.unwritable");
    assert_eq!(fs::read(&memory).unwrap(), before);
    let left = fs::read_dir(&files.folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert!(!left.into_iter().any(|name| name.starts_with(".doichieu-")));
    assert!(!files.inspect(&["--json", "--memory", &memory, &text]).stdout.contains("held.shown_again"));
}

/// Runs an inspection with the calls to the system watched, or one of them made to fail; `None`: there is no `strace`.
fn watched(files: &Files, watch: &[&str], more: &[&str]) -> Option<Answer> {
    let words = files.arguments(more);
    let there = Command::new("strace").args(["-o", &files.word("calls"), "true"]).output();
    if !there.is_ok_and(|there| there.status.success()) {
        skipped("no calls to the system can be watched here (strace)");
        return None;
    }
    let calls = files.word("calls");
    Some(finish(start(Command::new("strace").args(["-f", "-o", &calls]).args(watch).arg(BINARY).args(words))))
}

#[test]
fn where_a_file_system_cannot_lock_or_keep_nothing_is_inspected() {
    let (files, text) = device("unlockable");
    let memory = files.word("memory");
    for (fails, code) in [
        ("flock:error=ENOLCK", "file.not_lockable"),
        ("flock:error=EOPNOTSUPP", "file.not_lockable"),
        ("fsync:error=EIO", "file.unwritable"),
        ("rename,renameat,renameat2:error=EROFS", "file.unwritable"),
    ] {
        let inject = format!("inject={fails}");
        for language in ["vi", "en"] {
            let more = ["--lang", language, "--json", "--memory", &memory, &text];
            let Some(answer) = watched(&files, &["-e", &inject], &more) else { return };
            refused(&answer, code);
            assert!(!Path::new(&memory).exists(), "{fails}");
        }
    }
}

/// That it lasts over a power cut no test can tell; that the system was asked to make it last, in this order, and
/// before anything was shown, this one can.
#[test]
fn a_memory_is_settled_file_and_folder_before_anything_is_shown() {
    let (files, text) = device("settled");
    let watch = ["-e", "trace=flock,fsync,rename,renameat,renameat2,write"];
    let Some(answer) = watched(&files, &watch, &["--json", "--memory", &files.word("memory"), &text]) else { return };
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    let calls = fs::read_to_string(files.word("calls")).unwrap();
    let place = |what: &str, from: usize| {
        let found = calls.lines().enumerate().skip(from).find(|(_, line)| line.contains(what));
        found.unwrap_or_else(|| panic!("{what} after {from}: {calls}")).0
    };
    let locked = place("flock(", 0);
    let kept = place("fsync(", locked);
    let named = place("rename", kept);
    let settled = place("fsync(", named + 1);
    let shown = place("write(1,", 0);
    assert!(settled < shown, "{calls}");
}
