//! One process of several at one desk, for tests: it inspects the demo's codes by a shared store when it is told to,
//! and says what came of each.
//!
//! `one postgres <connection string> <encounter> <codes>`, `one redis <url> <encounter> <codes>`

use doichieu::field::Purpose;
use doichieu::time::UnixTime;
use doichieu::{Bundle, Inspector, Memory, Post, Roots, Scan};
use doichieu_kit::{another_encounter_seed, scene::World};
use doichieu_seen_store::{PREFIX, PostgresStore, RedisStore, SeenStore, inspect_shared};
use std::error::Error;
use std::io::{self, Write};
use std::sync::Arc;
use std::time::Duration;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [server, address, encounter, codes] = arguments.as_slice() else { return Err("four arguments".into()) };
    let store = store(server, address.clone())?;
    let world = World::demo();
    let mut memory = Memory::new();
    let roots = Roots::dangerous_test(&world.anchor())?;
    let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut memory)?);
    let post = Post::open(&world.mandate("traffic_police"), &bundle)?;
    let inspector = Inspector::new(bundle, post)?;
    let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &another_encounter_seed(encounter.parse()?))?;
    let at = UnixTime::new(world.now).ok_or("in seconds")?;
    let texts: Vec<String> = (1..=codes.parse()?).map(|cti| code(&world, cti)).collect();

    writeln!(io::stdout(), "ready")?;
    io::stdin().read_line(&mut String::new())?;
    for text in texts {
        let report = inspect_shared(&inspector, Scan::qr(&text), &ask, at, &memory, &*store)?;
        let found: Vec<_> = report.findings().iter().map(doichieu::Finding::code).collect();
        writeln!(io::stdout(), "{} {} {}", report.verdict().name(), report.consumed(), found.join(","))?;
    }
    Ok(())
}

fn store(server: &str, address: String) -> Result<Box<dyn SeenStore>, Box<dyn Error>> {
    match server {
        "postgres" => {
            let connect = move || postgres::Client::connect(&address, postgres::NoTls);
            Ok(Box::new(PostgresStore::new(60_000, connect)))
        }
        "redis" => Ok(Box::new(RedisStore::new(redis::Client::open(address)?, Duration::from_secs(60), PREFIX))),
        _ => Err("postgres or redis".into()),
    }
}

/// The demo's stop, under a cti of its own.
fn code(world: &World, cti: u8) -> String {
    let mut scene = world.traffic_stop();
    scene.showing.cti = [cti; 16];
    scene.text()
}
