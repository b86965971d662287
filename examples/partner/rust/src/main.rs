//! A partner's program: README's example as it stands, then the first day's mistakes.

mod readme;

use doichieu::field::{Field, Kind, Purpose};
use doichieu::time::UnixTime;
use doichieu::{Bundle, EncounterSeed, FileKind, Inspector, Language, Memory, Post, Roots, Scan, Seed, SetUp, Wants, recognise};
use std::error::Error;
use std::sync::Arc;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let world = env::args().nth(1).ok_or("the folder of the trial")?;
    let read = |name: &str| fs::read(format!("{world}/{name}"));
    // The trial has a time of its own; a real program asks its clock.
    let at = UnixTime::new(env::args().nth(2).ok_or("its time")?.parse()?).ok_or("seconds")?;
    let (roots, lists, mandate) = (read("traffic-stop/roots.dcr")?, read("traffic-stop/bundle.dcb")?, read("traffic-stop/post.dcl")?);
    let code = fs::read_to_string(format!("{world}/traffic-stop/scan.txt"))?;

    println!("== README's example");
    readme::check(&roots, &lists, &mandate, code.trim(), [7; 32], at, &mut Memory::new())?;

    println!("== mistakes");
    told("lists for roots", &lists, FileKind::Roots, Roots::dangerous_test(&lists).err());
    told("a test root as a real one", &roots, FileKind::Roots, Roots::from_bytes(&roots).err());
    let trusted = Roots::dangerous_test(&roots)?;
    let mut memory = Memory::new();
    told("a mandate for lists", &mandate, FileKind::Lists, Bundle::open(&mandate, &trusted, at, &mut memory).err());
    let bundle = Arc::new(Bundle::open(&lists, &trusted, at, &mut memory)?);
    told("lists for a mandate", &lists, FileKind::Mandate, Post::open(&lists, &bundle).err());
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

/// What to say about a file: which it is instead, where that is known, or what is wrong with it.
fn told(what: &str, file: &[u8], wanted: FileKind, refused: Option<SetUp>) {
    let why = refused.map_or("works", |why| why.text().vi);
    let instead = recognise(file).in_place_of(wanted, Language::Vi);
    println!("{what}\n    → {}", instead.as_deref().unwrap_or(why));
}
