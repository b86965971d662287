//! A partner's program: README's example as it stands, then the first day's mistakes.

mod readme;

use doichieu::field::{Field, Kind, Purpose};
use doichieu::time::UnixTime;
use doichieu::{Bundle, EncounterSeed, Inspector, Memory, Post, Roots, Scan, Seed, SetUp, Wants};
use std::error::Error;
use std::sync::Arc;
use std::time::SystemTime;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let world = env::args().nth(1).ok_or("the folder of the trial")?;
    let read = |name: &str| fs::read(format!("{world}/{name}"));
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_secs();
    let at = UnixTime::new(now).ok_or("a clock")?;
    let (roots, lists, mandate) = (read("traffic-stop/roots.dcr")?, read("traffic-stop/bundle.dcb")?, read("traffic-stop/post.dcl")?);
    let code = fs::read_to_string(format!("{world}/traffic-stop/scan.txt"))?;

    println!("== README's example");
    readme::check(&roots, &lists, &mandate, code.trim(), [7; 32], at, &mut Memory::new())?;

    println!("== mistakes");
    told("lists for roots", Roots::dangerous_test(&lists).err());
    told("a test root as a real one", Roots::from_bytes(&roots).err());
    let trusted = Roots::dangerous_test(&roots)?;
    let mut memory = Memory::new();
    told("a mandate for lists", Bundle::open(&mandate, &trusted, at, &mut memory).err());
    let bundle = Arc::new(Bundle::open(&lists, &trusted, at, &mut memory)?);
    told("lists for a mandate", Post::open(&lists, &bundle).err());
    let inspector = Inspector::new(Arc::clone(&bundle), Post::open(&mandate, &bundle)?)?;
    let seed = EncounterSeed::new([8; 32]);
    let wide = Wants::only(Purpose::TRAFFIC_CONTROL, Kind::DRIVING_LICENCE, [Field::FULL_NAME]).and(Kind::HEALTH_INSURANCE_CARD, [Field::FULL_NAME]);
    let refused = inspector.ask(&wide, &Seed::new([9; 32]), &seed, at).err();
    println!("a field that this post may not ask for\n    → {}", refused.map(|why| why.to_string()).ok_or("it was asked for")?);
    let none = Wants::only(Purpose::TRAFFIC_CONTROL, Kind::DRIVING_LICENCE, []);
    let refused = inspector.ask(&none, &Seed::new([9; 32]), &seed, at).err();
    println!("no field at all\n    → {}", refused.map(|why| why.to_string()).ok_or("it was asked for everything")?);

    println!("== a report by serde");
    let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &seed)?;
    let report = inspector.inspect(Scan::qr(code.trim()), &ask, at, &mut memory)?;
    let written = serde_json::to_string(&report)?;
    println!("{} bytes, {}", written.len(), if written == report.to_json() { "as to_json" } else { return Err("not as to_json".into()) });
    Ok(())
}

fn told(what: &str, refused: Option<SetUp>) {
    println!("{what}\n    → {}", refused.map_or("works".to_owned(), |why| why.text().vi.to_owned()));
}
