//! N133, N134: time and lists come from the caller, and the core builds where there is no system to ask.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use doichieu::field::Purpose;
use doichieu::{Bundle, Memory, Roots, Scan, SetUp, Verdict};
use doichieu_kit::scene::World;
use doichieu_kit::{encounter_seed, late};

use super::{Desk, POLICE, root};

/// N133: the host's clock is an argument. The lint that names the system's is there, and the core builds where there is
/// none.
#[test]
fn time_comes_from_the_caller() {
    let lint = fs::read_to_string(root().join("clippy.toml")).unwrap();
    for name in ["std::time::SystemTime::now", "std::time::Instant::now", "chrono::Utc::now", "chrono::Local::now"] {
        assert!(lint.contains(&format!("path = \"{name}\"")), "{name}");
    }
    let mut desk = Desk::of(&World::demo(), POLICE);
    let text = World::demo().traffic_stop().text();
    assert_eq!(desk.inspect(&text).verdict(), Verdict::Accept);
    desk.at = desk.at.plus(61);
    assert_ne!(desk.inspect(&text).verdict(), Verdict::Accept);
}

/// `wasm32v1-none` has no `std` at all: no clock, disk, randomness or thread to reach for.
#[test]
fn the_core_builds_where_there_is_no_system() {
    let sysroot = Command::new("rustc").args(["--print", "sysroot"]).output().unwrap();
    let sysroot = String::from_utf8(sysroot.stdout).unwrap();
    if !Path::new(sysroot.trim()).join("lib/rustlib/wasm32v1-none").exists() {
        assert!(env::var_os("CI").is_none(), "install the target wasm32v1-none");
        return;
    }
    let built = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--package", "doichieu", "--lib", "--target", "wasm32v1-none", "--target-dir"])
        .arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join("none"))
        .current_dir(root())
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
}

/// N134: lists unsigned, past their end, or older than those this device has used.
#[test]
fn lists_count_only_signed_in_time_and_not_older() {
    let world = World::demo();
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let mut unsigned = world.bundle_spec().draft(&world.authority);
    unsigned.signers.truncate(1);
    let opened = Bundle::open(&unsigned.encode(), &roots, late(), &mut Memory::new()).map(|_| ());
    assert_eq!(opened, Err(SetUp::ManifestBelowThreshold));

    let mut memory = Memory::new();
    Bundle::open(&world.bundle(), &roots, world.at(), &mut memory).unwrap();
    let mut older = world.clone();
    older.number -= 1;
    assert_eq!(Bundle::open(&older.bundle(), &roots, late(), &mut memory).map(|_| ()), Err(SetUp::BundleRolledBack));

    let mut late = Desk::of(&world, POLICE);
    late.at = late.at.plus(31 * 86_400);
    let ask = late.inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    let mut then = world.clone();
    then.now += 31 * 86_400;
    let report =
        late.inspector.inspect(Scan::qr(&then.traffic_stop().text()), &ask, late.at, &mut late.memory).unwrap();
    assert_ne!(report.verdict(), Verdict::Accept);
}
