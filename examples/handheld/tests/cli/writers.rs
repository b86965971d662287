//! Several commands at once on one file: of a memory, and of a bundle that is replaced.
//!
//! A bundle that is a pipe stops a command in the middle, while it alone has the memory, for as long as a test likes.
//! Whether what was written outlasts a power cut no test here can tell.

use crate::support::{Answer, BINARY, Files, finish, folder, ignores_interrupts, run, skipped, start};
use doichieu::Memory;
use doichieu_kit::key::Alg;
use doichieu_kit::scene::{ACCOUNT_INDEX, World};
use doichieu_kit::status::INVALID;
use doichieu_kit::wallet::Wallet;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command};
use std::sync::mpsc;
use std::thread::sleep;
use std::time::Duration;

/// One showing of a kind, told from every other, by a phone of its own: of one phone four at once are remembered.
fn shown(world: &World, number: usize) -> String {
    let mut world = world.clone();
    world.showing = format!("showing {number}");
    world.wallet = Wallet::new(world.seed.key(Alg::Ed25519, &format!("phone {number}")));
    world.whole_stop().text()
}

/// The same lists a number later: by then the mandate was revoked.
fn later(world: &World) -> World {
    let mut later = world.clone();
    later.number += 1;
    later.set_status(ACCOUNT_INDEX + 2, INVALID);
    later
}

fn showings(memory: &str) -> usize {
    Memory::from_bytes(&fs::read(memory).unwrap()).unwrap().showings()
}

/// A pipe in the place of a file.
fn pipe(path: &str) {
    let _ = fs::remove_file(path);
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// Comes back once somebody reads from the pipe: what is written to it is all that he reads.
fn reader_of(path: &str) -> File {
    let (send, opened) = mpsc::channel();
    let path = path.to_owned();
    std::thread::spawn(move || send.send(File::options().write(true).open(path).unwrap()));
    opened.recv_timeout(Duration::from_secs(60)).unwrap()
}

fn still_runs(child: &mut Child) -> bool {
    sleep(Duration::from_millis(400));
    child.try_wait().unwrap().is_none()
}

fn nothing_half_written(folder: &Path) {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let left: Vec<_> = names.filter(|name| Path::new(name).extension().is_some_and(|end| end == "part")).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn of_two_dozen_inspections_at_once_every_showing_is_remembered() {
    const AT_ONCE: usize = 24;
    let world = World::demo();
    let files = Files::of_world("at-once", &world);
    let memory = files.word("memory");
    let inspect =
        |number: usize| files.start(&["--json", "--memory", &memory, "--memory-wait", "120", &shown(&world, number)]);
    let all: Vec<_> = (0..AT_ONCE).map(inspect).collect();
    for answer in all.into_iter().map(finish) {
        assert_eq!(answer.code, 0, "{}", answer.stderr);
        assert!(!answer.stdout.contains("held.shown_again"));
    }
    assert_eq!(showings(&memory), AT_ONCE);
    nothing_half_written(&files.folder);
    for number in [0, AT_ONCE - 1] {
        assert!(finish(inspect(number)).stdout.contains("held.shown_again"));
    }
}

#[test]
fn processes_that_all_have_the_number_one_do_not_take_each_others_names() {
    const AT_ONCE: usize = 8;
    const SPACES: [&[&str]; 2] = [&["--pid", "--fork"], &["--user", "--map-root-user", "--pid", "--fork"]];
    let alone = |space: &&&[&str]| {
        let tried = Command::new("unshare").args(**space).args(["sh", "-c", "echo $$"]).output();
        tried.is_ok_and(|tried| tried.stdout == b"1\n")
    };
    let Some(space) = SPACES.iter().find(alone) else {
        skipped("no namespace of processes can be made here (unshare)");
        return;
    };
    let world = World::demo();
    let files = Files::of_world("number-one", &world);
    let (memory, kept) = (files.word("memory"), files.word("kept.json"));
    let inspect = |number: usize| {
        let text = shown(&world, number);
        // No lock keeps them apart where they keep: the last one stands there, whole.
        let words = ["--json", "--keep", &kept, "--memory", &memory, "--memory-wait", "120", &text];
        let words = files.arguments(&words);
        start(Command::new("unshare").args(*space).arg(BINARY).args(words))
    };
    let all: Vec<_> = (0..AT_ONCE).map(inspect).collect();
    for answer in all.into_iter().map(finish) {
        assert_eq!(answer.code, 0, "{}", answer.stderr);
    }
    assert_eq!(showings(&memory), AT_ONCE);
    assert!(serde_json::from_slice::<serde_json::Value>(&fs::read(&kept).unwrap()).is_ok());
    nothing_half_written(&files.folder);
}

/// The world's lists as a pipe, held by a command that has the memory; and what goes into the pipe.
struct Holding {
    child: Child,
    pipe: File,
    bundle: Vec<u8>,
}

impl Holding {
    fn start(name: &str, world: &World, memory: &str, text: &str) -> Self {
        let files = Files::of_world(name, world);
        pipe(&files.word("bundle.dcb"));
        let child = files.start(&["--json", "--memory", memory, text]);
        Self { child, pipe: reader_of(&files.word("bundle.dcb")), bundle: world.bundle() }
    }

    fn go_on(mut self) -> Answer {
        self.pipe.write_all(&self.bundle).unwrap();
        drop(self.pipe);
        finish(self.child)
    }
}

#[test]
fn an_older_list_is_refused_once_a_newer_one_was_recorded_whoever_began_first() {
    let (old, memory) = (World::demo(), folder("rolled-back-memory").join("memory"));
    let (new, memory) = (later(&old), memory.to_str().unwrap());
    let (older, newer) = (Files::of_world("rolled-back-57", &old), Files::of_world("rolled-back-58", &new));
    let words = |text: &str| ["--json", "--memory", memory, "--memory-wait", "60", text].map(str::to_owned);
    let begin = |files: &Files, text: &str| files.start(&words(text).each_ref().map(String::as_str));

    // The older list is in the middle of its inspection: the newer one waits, and counts from then on.
    let first = Holding::start("rolled-back-first", &old, memory, &shown(&old, 1));
    let mut second = begin(&newer, &shown(&new, 2));
    assert!(still_runs(&mut second), "it waits");
    assert_eq!(first.go_on().code, 0);
    let second = finish(second);
    assert!(second.code == 2 && second.stdout.contains("current.revoked"), "{}{}", second.stdout, second.stderr);
    assert_eq!(showings(memory), 2);

    // The newer list is in the middle: the older one waits, and is refused.
    fs::remove_file(memory).unwrap();
    let first = Holding::start("rolled-back-second", &new, memory, &shown(&new, 3));
    let mut second = begin(&older, &shown(&old, 4));
    assert!(still_runs(&mut second), "it waits");
    assert_eq!(first.go_on().code, 2);
    for answer in [finish(second), finish(begin(&older, &shown(&old, 5)))] {
        assert_eq!((answer.code, answer.beside_error()), (65, ""));
        assert!(answer.stderr.contains("setup.bundle_rolled_back"), "{}", answer.stderr);
    }
    assert_eq!(showings(memory), 1, "what was refused is not remembered");
}

/// A clock that is three days slow: the newer list is not taken, and its date is remembered, so that the older one
/// accepts nothing either.
#[test]
fn lists_of_the_future_leave_a_doubt_that_the_next_run_knows() {
    let old = World::demo();
    let mut new = World::new(old.seed, old.now + 3 * 86_400);
    new.number += 1;
    let (older, newer) = (Files::of_world("doubt-57", &old), Files::of_world("doubt-58", &new));
    let memory = older.word("memory");
    let refused = newer.inspect(&["--json", "--memory", &memory, &shown(&old, 0)]);
    assert!(refused.code == 65 && refused.stderr.contains("setup.from_the_future"), "{}", refused.stderr);
    let after = older.inspect(&["--lang", "en", "--memory", &memory, &shown(&old, 1)]);
    assert!(after.code == 1 && after.stdout.contains("post.clock_wrong"), "{}", after.stdout);
    assert!(after.stdout.contains("Newest signed date this device has seen: 21 Nov 2026"), "{}", after.stdout);
}

#[test]
fn however_a_race_ends_the_older_list_has_lost_it() {
    let old = World::demo();
    let new = later(&old);
    let (older, newer) = (Files::of_world("race-57", &old), Files::of_world("race-58", &new));
    let memory = older.word("memory");
    for round in 0..8 {
        let _ = fs::remove_file(&memory);
        let begin = |number: usize| {
            let (files, world) = if number.is_multiple_of(2) { (&older, &old) } else { (&newer, &new) };
            files.start(&["--json", "--memory", &memory, "--memory-wait", "60", &shown(world, number)])
        };
        let all: Vec<_> = (0..6).map(|number| begin(round + number)).collect();
        let ended: Vec<_> = all.into_iter().map(|child| finish(child).code).collect();
        assert!(ended.iter().all(|code| [0, 2, 65].contains(code)), "{ended:?}");
        assert_eq!(ended.iter().filter(|code| **code == 2).count(), 3, "every newer one is in time: {ended:?}");
        let inspected = ended.iter().filter(|code| **code != 65).count();
        assert_eq!(showings(&memory), inspected, "round {round}: {ended:?}");
        let after = older.inspect(&["--json", "--memory", &memory, &shown(&old, 100)]);
        assert!(after.code == 65 && after.stderr.contains("setup.bundle_rolled_back"), "round {round}: {ended:?}");
    }
}

#[test]
fn a_memory_that_another_command_has_is_said_and_nothing_is_inspected() {
    let world = World::demo();
    let files = Files::of_world("busy", &world);
    let memory = files.word("memory");
    let lock = File::create(files.folder.join(".memory.lock")).unwrap();
    lock.lock().unwrap();
    let (text, other) = (shown(&world, 1), shown(&world, 2));
    let print = doichieu_kit::printed::health_card(&doichieu_kit::people::giang()).unwrap();
    let device: Vec<_> = files.arguments(&["--memory", &memory, "--memory-wait", "0"]).into_iter().skip(1).collect();
    let device: Vec<_> = device.iter().map(String::as_str).collect();
    let commands: [&[&str]; 3] =
        [&["inspect", &text], &["encounter", &text, &other], &["plain", &print, "--against", &text]];
    for (language, word) in [("vi", "Lệnh khác"), ("en", "Another command")] {
        for command in commands {
            let answer = run(&[command, &device, &["--lang", language]].concat());
            assert_eq!((answer.code, answer.beside_error()), (65, ""), "{command:?}");
            assert!(answer.stderr.contains("file.busy") && answer.stderr.contains(word), "{}", answer.stderr);
            assert!(!Path::new(&memory).exists(), "{command:?}");
        }
    }
    let mut waiting = files.start(&["--json", "--memory", &memory, "--memory-wait", "60", &text]);
    assert!(still_runs(&mut waiting));
    drop(lock);
    assert_eq!(finish(waiting).code, 0);
    assert_eq!(showings(&memory), 1);
    assert_eq!(run(&[&["encounter", &text, &other][..], &device].concat()).code, 0);
    assert_eq!(run(&[commands[2], &device].concat()).code, 0);
    assert_eq!(showings(&memory), 2);
}

#[test]
fn a_command_that_is_ended_in_the_middle_holds_nobody_off_and_changes_nothing() {
    let world = World::demo();
    let files = Files::of_world("ended", &world);
    let memory = files.word("memory");
    let inspect = |number: usize| files.inspect(&["--memory", &memory, "--memory-wait", "20", &shown(&world, number)]);
    assert_eq!(inspect(1).code, 0);
    let before = fs::read(&memory).unwrap();
    for signal in [if ignores_interrupts() { "-TERM" } else { "-INT" }, "-KILL"] {
        let mut held = Holding::start("ended-holding", &world, &memory, &shown(&world, 2));
        let busy = files.inspect(&["--memory", &memory, "--memory-wait", "0", &shown(&world, 3)]);
        assert!(busy.stderr.contains("file.busy"), "{}", busy.stderr);
        assert!(Command::new("kill").args([signal, &held.child.id().to_string()]).status().unwrap().success());
        assert!(!held.child.wait().unwrap().success());
        assert_eq!(fs::read(&memory).unwrap(), before);
    }
    assert_eq!(inspect(2).code, 0);
    assert_eq!(showings(&memory), 2);
    nothing_half_written(&files.folder);
}

#[test]
fn a_lock_that_was_tidied_away_holds_nobody_off_and_nothing_is_overwritten() {
    let world = World::demo();
    let files = Files::of_world("tidied", &world);
    let (memory, lock) = (files.word("memory"), files.folder.join(".memory.lock"));
    let inspect =
        |number: usize| files.start(&["--json", "--memory", &memory, "--memory-wait", "60", &shown(&world, number)]);

    // Who waited for it takes a new one, and reads what was written before.
    let first = Holding::start("tidied-first", &world, &memory, &shown(&world, 1));
    let mut second = inspect(2);
    assert!(still_runs(&mut second));
    fs::remove_file(&lock).unwrap();
    assert_eq!(first.go_on().code, 0);
    assert_eq!(finish(second).code, 0);
    assert_eq!(showings(&memory), 2);
    assert!(lock.exists());

    // Who came afterwards knows of nobody, and has written: the first says so and shows nothing.
    let first = Holding::start("tidied-first", &world, &memory, &shown(&world, 3));
    fs::remove_file(&lock).unwrap();
    assert_eq!(finish(inspect(4)).code, 0);
    let overtaken = first.go_on();
    assert_eq!((overtaken.code, overtaken.beside_error()), (65, ""));
    assert!(overtaken.stderr.contains("file.changed"), "{}", overtaken.stderr);
    assert_eq!(showings(&memory), 3);
}

#[test]
fn nobody_waits_for_a_key_or_a_code_that_another_waits_for() {
    let out = crate::support::demo("pressed", "clinic");
    let files = Files::of_demo(&out);
    let (memory, scan) = (files.word("memory"), files.word("scan.txt"));
    let clinic = ["--purpose", "clinic_admission", "--memory", &memory];
    let now = || files.inspect(&[&clinic[..], &["--memory-wait", "0", &scan]].concat());

    // Its code comes from standard input, and is not there yet.
    let mut reading = files.start(&[&clinic[..], &["-"]].concat());
    assert!(still_runs(&mut reading));
    assert_eq!(now().code, 0, "{}", now().stderr);
    reading.stdin.take().unwrap().write_all(&fs::read(&scan).unwrap()).unwrap();
    assert!(finish(reading).stdout.contains("held.shown_again"));

    // Its card is on the screen, and Enter would show the rest.
    let words = files.arguments(&[&clinic[..], &[&scan]].concat());
    let line: Vec<_> = words.iter().map(|word| format!("'{word}'")).collect();
    let line = format!("TERM=xterm '{BINARY}' {}", line.join(" "));
    let Ok(mut terminal) = Command::new("script")
        .args(["-qfec", &line, files.word("typed").as_str()])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .spawn()
    else {
        skipped("no terminal can be played here (script)");
        return;
    };
    let typed = || fs::read_to_string(files.word("typed")).unwrap_or_default();
    for _ in 0..100 {
        if typed().contains("Enter") {
            break;
        }
        sleep(Duration::from_millis(100));
    }
    assert!(typed().contains("Nhấn Enter"), "{}", typed());
    assert!(still_runs(&mut terminal));
    assert_eq!(now().code, 0, "{}", now().stderr);
    terminal.stdin.take().unwrap().write_all(b"\n\n").unwrap();
    terminal.wait().unwrap();
}

#[test]
fn of_two_bundles_taken_at_once_the_newer_one_stays() {
    let out = folder("taken");
    let word = |name: &str| out.join(name).to_str().unwrap().to_owned();
    let at = "2026-11-18T18:06:40+07:00";
    for number in ["7", "8", "9"] {
        let out = word(number);
        assert_eq!(run(&["bundle", "build", "--seed", "thử", "--at", at, "--number", number, "--out", &out]).code, 0);
    }
    let [old, mid, new, made, pipe_of] = ["7/bundle.dcb", "8/bundle.dcb", "9/bundle.dcb", "made.dcb", "pipe"].map(word);
    let deltas = [(word("8.dcd"), &mid), (word("9.dcd"), &new)];
    for (delta, to) in &deltas {
        assert_eq!(run(&["bundle", "diff", &old, to, "--out", delta]).code, 0);
    }
    let roots = word("7/roots.dcr");
    let apply = |delta: &str| {
        let words = ["bundle", "apply-delta", &old, delta, "--out", &made, "--roots", &roots, "--allow-test-root"];
        start(Command::new(BINARY).args(words))
    };
    pipe(&pipe_of);
    for (first, second, ends) in [(0, 1, [0, 0]), (1, 0, [0, 65])] {
        let _ = fs::remove_file(&made);
        let begun = apply(&pipe_of);
        let mut to_first = reader_of(&pipe_of);
        let mut other = apply(&deltas[second].0);
        assert!(still_runs(&mut other), "it waits");
        to_first.write_all(&fs::read(&deltas[first].0).unwrap()).unwrap();
        drop(to_first);
        assert_eq!([finish(begun), finish(other)].map(|answer| answer.code), ends);
        assert_eq!(fs::read(&made).unwrap(), fs::read(&new).unwrap());
    }
}

#[test]
fn who_only_looks_writes_nothing_and_waits_for_nobody() {
    let old = World::demo();
    let (older, newer) = (Files::of_world("looks-57", &old), Files::of_world("looks-58", &later(&old)));
    let memory = newer.word("memory");
    assert_eq!(newer.inspect(&["--memory", &memory, &shown(&old, 1)]).code, 2);
    let before = fs::read(&memory).unwrap();
    fs::remove_file(newer.folder.join(".memory.lock")).unwrap();
    let ready = |files: &Files| {
        let (roots, bundle) = (files.word("roots.dcr"), files.word("bundle.dcb"));
        let at = "2026-11-18T18:06:40+07:00";
        run(&[
            "readiness",
            "--allow-test-root",
            "--roots",
            &roots,
            "--bundle",
            &bundle,
            "--memory",
            &memory,
            "--at",
            at,
        ])
    };
    assert_eq!(ready(&newer).code, 0);
    let rolled_back = ready(&older);
    assert!(
        rolled_back.code == 65 && rolled_back.stderr.contains("setup.bundle_rolled_back"),
        "{}",
        rolled_back.stderr
    );
    assert_eq!(fs::read(&memory).unwrap(), before);
    assert!(!newer.folder.join(".memory.lock").exists());
}
