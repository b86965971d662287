//! PostgreSQL and Redis as a shared store: one first showing among eight processes, and *refer* whenever a server is in
//! doubt.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test fails by panicking, and says what it skips"
)]

use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use doichieu::field::Purpose;
use doichieu::time::UnixTime;
use doichieu::{Bundle, Inspector, Memory, Post, Report, Roots, Scan, Showing, StoreAnswer, Verdict};
use doichieu_kit::{another_encounter_seed, scene::World};
use doichieu_seen_store::{PREFIX, PURGE, PUT, PostgresStore, RedisStore, SCHEMA, SCRIPT, SeenStore, inspect_shared};

mod support;
use support::Server;

/// The desk, its code, and one encounter after the other.
struct Desk {
    world: World,
    inspector: Inspector,
    memory: Memory,
}

impl Desk {
    fn open() -> Self {
        let world = World::demo();
        let mut memory = Memory::new();
        let roots = Roots::dangerous_test(&world.anchor()).unwrap();
        let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut memory).unwrap());
        let post = Post::open(&world.mandate("traffic_police"), &bundle).unwrap();
        let inspector = Inspector::new(bundle, post).unwrap();
        Self { world, inspector, memory }
    }

    fn inspect(&self, cti: u8, encounter: u8, store: &dyn SeenStore) -> Report {
        let ask = self.inspector.unprompted(Purpose::TRAFFIC_CONTROL, &another_encounter_seed(encounter)).unwrap();
        let mut scene = self.world.traffic_stop();
        scene.showing.cti = [cti; 16];
        let at = UnixTime::new(self.world.now).unwrap();
        inspect_shared(&self.inspector, Scan::qr(&scene.text()), &ask, at, &self.memory, store).unwrap()
    }

    fn showing(&self, cti: u8) -> Showing {
        struct Nowhere;
        impl SeenStore for Nowhere {
            fn put_if_absent(&self, _: &Showing) -> StoreAnswer {
                StoreAnswer::Failed
            }
        }
        *self.inspect(cti, 1, &Nowhere).showing().unwrap()
    }
}

/// Verdict, first use, and what was found but that nobody compared the face.
fn told(report: &Report) -> (Verdict, bool, Vec<&'static str>) {
    let codes = report.findings().iter().map(doichieu::Finding::code);
    (report.verdict(), report.consumed(), codes.filter(|code| *code != "held.face_not_compared").collect())
}

fn first() -> (Verdict, bool, Vec<&'static str>) {
    (Verdict::Accept, true, vec![])
}

fn failed() -> (Verdict, bool, Vec<&'static str>) {
    (Verdict::Refer, false, vec!["post.store_failed"])
}

fn again() -> (Verdict, bool, Vec<&'static str>) {
    (Verdict::Accept, true, vec!["held.shown_again"])
}

fn skipped(server: &str) {
    eprintln!("SKIPPED: no {server} on this machine");
}

fn postgres_store(server: &Server) -> PostgresStore {
    let address = server.address.clone();
    PostgresStore::new(2_000, move || postgres::Client::connect(&address, postgres::NoTls))
}

fn redis_store(server: &Server) -> RedisStore {
    RedisStore::new(redis::Client::open(server.address.clone()).unwrap(), Duration::from_secs(2), PREFIX)
}

fn with_postgres(test: impl FnOnce(&mut Server, &mut postgres::Client)) {
    let Some(mut server) = support::postgres() else { return skipped("PostgreSQL") };
    let mut client = postgres::Client::connect(&server.address, postgres::NoTls).unwrap();
    client.batch_execute(SCHEMA).unwrap();
    test(&mut server, &mut client);
}

fn with_redis(test: impl FnOnce(&mut Server, &mut redis::Connection)) {
    let Some(mut server) = support::redis() else { return skipped("Redis") };
    let mut connection = redis::Client::open(server.address.clone()).unwrap().get_connection().unwrap();
    test(&mut server, &mut connection);
}

const PROCESSES: u8 = 8;
const CODES: usize = 8;

const INSERT: &str = "INSERT INTO doichieu_showings (key, record, until) VALUES ($1, $2, $3)";

fn until(mut so: impl FnMut() -> bool) {
    for _ in 0..600 {
        if so() {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("not all of them wait");
}

/// The program as the sources are now: `cargo test` with a filter builds none.
fn built() -> PathBuf {
    let exe = std::env::current_exe().unwrap();
    let profile = exe.ancestors().nth(2).unwrap();
    let mut build = Command::new(env!("CARGO"));
    build.args(["build", "--quiet", "--locked", "--example", "one"]).arg("--target-dir").arg(profile.parent().unwrap());
    build.arg("--manifest-path").arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"));
    if profile.ends_with("release") {
        build.arg("--release");
    }
    assert!(build.status().unwrap().success());
    profile.join("examples/one")
}

/// Eight processes, each with an encounter of its own, wait for one word and inspect the same codes. The place of the
/// first code is held until all eight have asked for it, and then `let_go`.
fn race(kind: &str, address: &str, let_go: impl FnOnce()) {
    let one = built();
    let start = |encounter: u8| {
        let mut command = Command::new(&one);
        command.args([kind, address, &encounter.to_string(), &CODES.to_string()]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap()
    };
    let mut processes: Vec<_> = (1..=PROCESSES)
        .map(|encounter| {
            let mut child = start(encounter);
            let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
            assert_eq!(lines.next().unwrap().unwrap(), "ready");
            (child, lines)
        })
        .collect();
    for (child, _) in &mut processes {
        child.stdin.take().unwrap().write_all(b"go\n").unwrap();
    }
    let_go();
    let told: Vec<Vec<String>> = processes
        .into_iter()
        .map(|(mut child, lines)| {
            let lines = lines.map(Result::unwrap).collect();
            assert!(child.wait().unwrap().success());
            lines
        })
        .collect();
    for code in 0..CODES {
        let of: Vec<&str> = told.iter().map(|lines| lines[code].as_str()).collect();
        let first = of.iter().filter(|line| line.starts_with("accept true ")).count();
        let seen = of.iter().filter(|line| line.starts_with("refer false held.shown_in_another_encounter")).count();
        assert_eq!((first, seen), (1, 7), "{kind}, code {code}: {of:#?}");
    }
}

#[test]
fn of_eight_processes_at_postgres_one_is_first() {
    with_postgres(|server, client| {
        let mut holding = postgres::Client::connect(&server.address, postgres::NoTls).unwrap();
        let mut open = holding.transaction().unwrap();
        let showing = Desk::open().showing(1);
        open.execute(INSERT, &[&&showing.key[..], &showing.to_bytes(), &1_i64]).unwrap();
        race("postgres", &server.address, || {
            let waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
            until(|| client.query_one(waiting, &[]).unwrap().get::<_, i64>(0) == PROCESSES.into());
            open.rollback().unwrap();
        });
    });
}

#[test]
fn of_eight_processes_at_redis_one_is_first() {
    with_redis(|server, connection| {
        // What only reads goes on.
        redis::cmd("CLIENT").arg(&["PAUSE", "60000", "WRITE"]).exec(connection).unwrap();
        race("redis", &server.address, || {
            until(|| {
                let clients: String = redis::cmd("INFO").arg("clients").query(connection).unwrap();
                clients.contains(&format!("blocked_clients:{PROCESSES}\r"))
            });
            redis::cmd("CLIENT").arg("UNPAUSE").exec(connection).unwrap();
        });
    });
}

/// A crash of the server at each moment, and the same code again.
fn crashes(server: &mut Server, store: &dyn SeenStore) {
    let desk = Desk::open();
    assert_eq!(told(&desk.inspect(1, 1, store)), first());
    server.crash();
    assert_eq!(told(&desk.inspect(1, 1, store)), failed(), "down");
    assert_eq!(told(&desk.inspect(2, 1, store)), failed(), "down, not seen yet");
    server.begin();
    assert_eq!(told(&desk.inspect(1, 1, store)), again(), "kept before it was answered, over its crash");
    assert_eq!(told(&desk.inspect(2, 1, store)), first(), "not kept, and so the first now");
    assert_eq!(told(&desk.inspect(2, 1, store)), again(), "a host that fell over itself");
    let other = told(&desk.inspect(1, 2, store));
    assert_eq!(other, (Verdict::Refer, false, vec!["held.shown_in_another_encounter"]));
}

#[test]
fn postgres_keeps_over_its_crash_and_refers_while_it_is_down() {
    with_postgres(|server, _| {
        let store = postgres_store(server);
        crashes(server, &store);
    });
}

#[test]
fn redis_keeps_over_its_crash_and_refers_while_it_is_down() {
    with_redis(|server, _| {
        let store = redis_store(server);
        crashes(server, &store);
    });
}

#[test]
fn postgres_that_is_late_or_odd_has_failed() {
    with_postgres(|server, client| {
        let (desk, store) = (Desk::open(), postgres_store(server));
        let (one, two) = (desk.showing(1), desk.showing(2));
        // Somebody holds the place and does not say whether it will be kept.
        let mut other = postgres::Client::connect(&server.address, postgres::NoTls).unwrap();
        let mut open = other.transaction().unwrap();
        open.execute(INSERT, &[&&one.key[..], &one.to_bytes(), &1_i64]).unwrap();
        let begun = Instant::now();
        assert_eq!(store.put_if_absent(&one), StoreAnswer::Failed, "in doubt");
        assert!(begun.elapsed() < Duration::from_secs(10), "in time");
        open.rollback().unwrap();
        assert_eq!(store.put_if_absent(&one), StoreAnswer::Fresh, "given back");
        assert_eq!(store.put_if_absent(&one), StoreAnswer::Seen(one));
        assert_eq!(store.put_if_absent(&one), StoreAnswer::Seen(one), "however often");
        // Records that are none, and one of another place.
        client.execute(INSERT, &[&&two.key[..], &b"odd".to_vec(), &1_i64]).unwrap();
        assert_eq!(store.put_if_absent(&two), StoreAnswer::Failed);
        client.execute("UPDATE doichieu_showings SET record = $1", &[&one.to_bytes()]).unwrap();
        assert_eq!(told(&desk.inspect(2, 1, &store)), failed(), "of another place");
        client.batch_execute("DROP TABLE doichieu_showings").unwrap();
        assert_eq!(told(&desk.inspect(3, 1, &store)), failed(), "no table");
        client.batch_execute(SCHEMA).unwrap();
        client.batch_execute("ALTER DATABASE postgres SET default_transaction_read_only = on").unwrap();
        assert_eq!(postgres_store(server).put_if_absent(&two), StoreAnswer::Failed, "read only, as a replica is");
    });
}

#[test]
fn postgres_forgets_five_minutes_after_the_end_by_both_clocks() {
    with_postgres(|server, client| {
        let (desk, store) = (Desk::open(), postgres_store(server));
        let showing = desk.showing(1);
        let until = showing.until.seconds();
        let purge = |at: u64| store.purge(UnixTime::new(at).unwrap()).unwrap();
        assert_eq!(store.put_if_absent(&showing), StoreAnswer::Fresh);
        assert_eq!((purge(until), purge(until + 300)), (0, 0));
        assert_eq!(store.put_if_absent(&showing), StoreAnswer::Seen(showing));
        assert_eq!((purge(until + 301), purge(until + 301)), (1, 0));
        // A caller whose clock runs years ahead takes nothing with it.
        client.batch_execute("TRUNCATE doichieu_showings").unwrap();
        let mut later = showing;
        later.until = UnixTime::new(4_000_000_000).unwrap();
        assert_eq!(store.put_if_absent(&later), StoreAnswer::Fresh);
        assert_eq!(purge(4_000_010_000), 0);
    });
}

#[test]
fn redis_that_may_evict_is_a_replica_late_or_odd_has_failed() {
    with_redis(|server, connection| {
        let (desk, store) = (Desk::open(), redis_store(server));
        let (one, two) = (desk.showing(1), desk.showing(2));
        let mut say = |words: &[&str]| redis::cmd(words[0]).arg(&words[1..]).exec(connection).unwrap();
        assert_eq!(store.put_if_absent(&one), StoreAnswer::Fresh);
        for policy in ["allkeys-lru", "volatile-ttl", "volatile-lru"] {
            say(&["CONFIG", "SET", "maxmemory-policy", policy]);
            assert_eq!(store.put_if_absent(&one), StoreAnswer::Failed, "{policy}");
            assert_eq!(told(&desk.inspect(2, 1, &store)), failed(), "{policy}");
        }
        say(&["CONFIG", "SET", "maxmemory-policy", "noeviction"]);
        assert_eq!(store.put_if_absent(&one), StoreAnswer::Seen(one));
        say(&["REPLICAOF", "127.0.0.1", "1"]);
        for read_only in ["yes", "no"] {
            say(&["CONFIG", "SET", "replica-read-only", read_only]);
            assert_eq!(store.put_if_absent(&one), StoreAnswer::Failed, "a replica, read only: {read_only}");
            assert_eq!(store.put_if_absent(&two), StoreAnswer::Failed, "a replica, read only: {read_only}");
        }
        say(&["REPLICAOF", "NO", "ONE"]);
        say(&["CONFIG", "SET", "maxmemory", "1"]);
        assert_eq!(store.put_if_absent(&two), StoreAnswer::Failed, "full");
        say(&["CONFIG", "SET", "maxmemory", "0"]);
        say(&["ACL", "SETUSER", "default", "-info"]);
        assert_eq!(store.put_if_absent(&two), StoreAnswer::Failed, "it does not say");
        say(&["ACL", "SETUSER", "default", "+info"]);
        let digits = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let key = format!("{PREFIX}{}", digits(&two.key));
        for odd in ["odd", "0", "", "é"] {
            say(&["SET", &key, odd]);
            assert_eq!(store.put_if_absent(&two), StoreAnswer::Failed, "{odd}");
        }
        say(&["SET", &key, &digits(&one.to_bytes())]);
        assert_eq!(told(&desk.inspect(2, 1, &store)), failed(), "of another place");
        say(&["DEL", &key]);
        say(&["LPUSH", &key, "odd"]);
        assert_eq!(store.put_if_absent(&two), StoreAnswer::Failed, "a list");
        say(&["DEL", &key]);
        say(&["CLIENT", "PAUSE", "3000", "ALL"]);
        assert_eq!(store.put_if_absent(&two), StoreAnswer::Failed, "late");
        std::thread::sleep(Duration::from_millis(1_500));
        // What it was asked for too late it may have done: the same encounter finds out.
        let word = store.put_if_absent(&two);
        assert!(matches!(word, StoreAnswer::Fresh | StoreAnswer::Seen(_)), "{word:?}");
    });
}

#[test]
fn redis_forgets_five_minutes_after_the_end() {
    with_redis(|server, connection| {
        let (desk, store) = (Desk::open(), redis_store(server));
        let showing = desk.showing(1);
        assert_eq!(store.put_if_absent(&showing), StoreAnswer::Fresh);
        let keys: Vec<String> = redis::cmd("KEYS").arg("*").query(connection).unwrap();
        assert!(keys.len() == 1 && keys[0].starts_with(PREFIX), "{keys:?}");
        let left: u64 = redis::cmd("TTL").arg(&keys[0]).query(connection).unwrap();
        let expected = showing.until.seconds() - showing.at.seconds() + 300;
        assert!((expected - 5..=expected).contains(&left), "{left} of {expected}");
    });
}

/// Rust and Node say the same to one server, and the page says what that is.
#[test]
fn statements_are_those_of_the_npm_file_and_of_the_page() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../");
    for file in ["wasm/npm/stores.js", "docs/server.md"] {
        let text = std::fs::read_to_string(format!("{root}{file}")).unwrap();
        for said in [PUT, PURGE, SCRIPT, PREFIX] {
            assert!(text.contains(said), "{file} lacks:\n{said}");
        }
    }
    let page = std::fs::read_to_string(format!("{root}docs/server.md")).unwrap();
    let schema: String =
        SCHEMA.lines().filter(|line| !line.starts_with("--")).map(|line| format!("{line}\n")).collect();
    assert!(page.contains(&schema), "docs/server.md lacks:\n{schema}");
}
