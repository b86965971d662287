//! The shape of the code, enforced: what may import what, how long files and functions may be, which names and crates
//! do not occur.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "sources are files, and cargo knows what depends on what"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[path = "architecture/ranks.rs"]
mod ranks;
#[path = "architecture/source.rs"]
mod source;
use ranks::{RANKS, WITHIN};
use source::Source;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every source file under a folder, sorted.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The sources of the core by module path (`format::dc1::papers`), test modules left out.
fn core() -> BTreeMap<String, Source> {
    let src = root().join("src");
    let all: BTreeMap<String, Source> = files(&src)
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(&src).unwrap().with_extension("");
            let parts: Vec<_> = name.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
            (parts.join("::"), Source::new(&fs::read_to_string(&path).unwrap()))
        })
        .collect();
    let of_tests: BTreeSet<String> = all.iter().flat_map(|(name, source)| source.test_modules(name)).collect();
    let is_test = |name: &str| of_tests.iter().any(|test| name == test || name.starts_with(&format!("{test}::")));
    all.into_iter().filter(|(name, _)| !is_test(name)).collect()
}

fn rank(rows: &[&[&str]], name: &str) -> Option<usize> {
    rows.iter().position(|row| row.contains(&name))
}

fn within(folder: &str) -> &'static [&'static [&'static str]] {
    WITHIN.iter().find(|(name, _)| *name == folder).map_or(&[], |(_, rows)| rows)
}

/// Whether a module may import another; `None`: one of them has no rank.
fn may_import(from: &str, to: &str) -> Option<bool> {
    let (mut folder, mut rows) = (String::new(), RANKS);
    let (from, to): (Vec<_>, Vec<_>) = (from.split("::").collect(), to.split("::").collect());
    for depth in 0.. {
        match (from.get(depth), to.get(depth)) {
            (Some(a), Some(b)) if a == b => {
                folder = if folder.is_empty() { (*a).to_owned() } else { format!("{folder}::{a}") };
                rows = within(&folder);
            }
            (Some(a), Some(b)) => return Some(rank(rows, a)? < rank(rows, b)?),
            // A file and the folder of its name are one: parent and child use each other.
            _ => return Some(true),
        }
    }
    None
}

#[test]
fn every_module_has_one_rank_and_no_rank_is_left_over() {
    let known = |name: &str| match name.rsplit_once("::") {
        None => rank(RANKS, name).is_some(),
        Some((folder, file)) => rank(within(folder), file).is_some(),
    };
    let core = core();
    for name in core.keys() {
        assert!(known(name), "src module `{name}` has no rank in tests/architecture.rs");
    }
    let mut ranked: Vec<String> = RANKS.iter().flat_map(|row| row.iter().map(|name| (*name).to_owned())).collect();
    for (folder, rows) in WITHIN {
        ranked.extend(rows.iter().flat_map(|row| row.iter().map(|file| format!("{folder}::{file}"))));
    }
    for name in &ranked {
        assert!(core.contains_key(name), "`{name}` has a rank and no file");
    }
    assert_eq!(ranked.len(), ranked.iter().collect::<BTreeSet<_>>().len(), "a module with two ranks");
}

/// Imports go down, so there is no cycle among modules either.
#[test]
fn imports_go_down_only() {
    let core = core();
    let names: BTreeSet<_> = core.keys().cloned().collect();
    let mut seen = 0;
    for (name, source) in core.iter().filter(|(name, _)| *name != "lib") {
        for target in source.imports(name, &names) {
            seen += 1;
            assert_eq!(may_import(name, &target), Some(true), "`{name}` imports `{target}`: not below it");
        }
    }
    assert!(seen > 150, "only {seen} imports found: this test no longer reads them");
}

/// An import says at the top of a file what the file rests on; a path in the middle of a function says it to nobody.
#[test]
fn modules_are_imported_at_the_top() {
    for (name, source) in core() {
        for line in source.lines() {
            let path = line.contains("crate::") && !line.trim_start().starts_with("use crate::");
            let visibility =
                line.trim_start().starts_with("pub use crate::") || line.contains("pub(crate) use crate::");
            assert!(!path || visibility, "`{name}`: {}", line.trim());
        }
    }
}

/// The core is `no_std`: the compiler says so for everything but a second `extern crate std`.
#[test]
fn the_core_never_names_std() {
    let core = core();
    assert!(core["lib"].text().contains("#![no_std]"));
    for (name, source) in &core {
        let names_std = source.lines().filter(|line| line.contains("std::") || line.contains("extern crate std"));
        let left: Vec<_> = names_std.filter(|line| !line.contains("extern crate std;")).collect();
        assert!(left.is_empty(), "`{name}`: {left:?}");
        assert!(name == "lib" || !source.text().contains("extern crate"), "`{name}`");
    }
    let lib = core["lib"].text();
    assert_eq!(lib.matches("extern crate std").count(), 1);
    assert!(lib.contains("#[cfg(test)]\nextern crate std;"));
}

#[test]
fn no_module_is_called_after_nothing_in_particular() {
    let empty =
        ["utils", "util", "types", "prelude", "common", "helpers", "misc", "manager", "context", "data", "info"];
    for folder in sources() {
        for file in files(&folder) {
            let stem = file.file_stem().unwrap().to_str().unwrap().to_owned();
            assert!(!empty.contains(&stem.as_str()), "{}", file.display());
        }
    }
}

/// The source folders of all members of the workspace.
fn sources() -> Vec<PathBuf> {
    members().into_iter().map(|member| member.join("src")).filter(|sources| sources.is_dir()).collect()
}

#[test]
fn files_and_functions_stay_short() {
    let mut functions = 0;
    for file in sources().iter().flat_map(|folder| files(folder)) {
        let source = Source::new(&fs::read_to_string(&file).unwrap());
        let lines = source.lines().count();
        assert!(lines <= 400, "{}: {lines} lines", file.display());
        if file.iter().any(|part| part == "tests" || part == "tests.rs") && file.starts_with(root().join("src")) {
            continue;
        }
        // A table of cases is as long as there are cases.
        let table = file.starts_with(root().join("tests/kit/src/cases"));
        for (name, length) in source.functions().into_iter().filter(|_| !table) {
            functions += 1;
            assert!(length <= 60, "{}: fn {name} has {length} lines", file.display());
        }
    }
    assert!(functions > 400, "only {functions} functions found: this test no longer reads them");
    for file in members().iter().map(|member| member.join("tests")).filter(|of| of.is_dir()).flat_map(|of| files(&of)) {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= 400, "{}: {lines} lines", file.display());
    }
}

/// Comments wrap where code does; rows of tables, code in examples and grammar cannot.
#[test]
fn comments_wrap_at_120() {
    let mut wide = Vec::new();
    for file in sources().iter().flat_map(|folder| files(folder)) {
        let mut is_code = false;
        for line in fs::read_to_string(&file).unwrap().lines() {
            let comment = line.trim_start().trim_start_matches(['/', '!']).trim_start();
            is_code = (is_code != comment.starts_with("```")) && line.trim_start().starts_with("//");
            let is_prose = line.trim_start().starts_with("//") && !is_code && !comment.starts_with('|');
            if is_prose && line.chars().count() > 120 {
                wide.push(format!("{}: {line}", file.display()));
            }
        }
    }
    assert!(wide.is_empty(), "{}", wide.join("\n"));
}

#[test]
fn no_crate_of_the_workspace_may_use_unsafe_code() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let lints = &manifest[manifest.find("[workspace.lints.rust]").unwrap()..];
    assert!(lints.lines().take_while(|line| !line.is_empty()).any(|line| line == "unsafe_code = \"forbid\""));
    for member in members() {
        let manifest = fs::read_to_string(member.join("Cargo.toml")).unwrap();
        assert!(manifest.contains("[lints]\nworkspace = true\n"), "{}", member.display());
    }
    for (name, source) in core() {
        assert!(!source.has_word("unsafe"), "`{name}`");
        assert!(!source.text().contains("#[allow("), "`{name}`: expect, with a reason");
    }
}

/// What cargo says of the workspace.
fn metadata() -> serde_json::Value {
    let arguments = ["metadata", "--offline", "--format-version", "1", "--no-deps"];
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(root()).output().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

fn members() -> Vec<PathBuf> {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().unwrap();
    let manifests = packages.iter().map(|package| PathBuf::from(package["manifest_path"].as_str().unwrap()));
    let members: Vec<_> = manifests.map(|path| path.parent().unwrap().to_owned()).collect();
    assert!(members.len() >= 3);
    members
}

/// Everything the core is built from, build-time and run-time, as cargo resolves it for the core alone.
fn built_from() -> BTreeSet<String> {
    // Not `--offline`: of crates for other targets a machine that has only built for itself may lack the sources.
    let arguments = ["tree", "--locked", "-p", "doichieu", "-e", "normal,build", "--target", "all", "--prefix", "none"];
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(root()).output().unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

/// No network, no runtime, no randomness, no clock: not even far down.
#[test]
fn nothing_below_the_core_reaches_outside() {
    let forbidden = [
        "tokio",
        "async-std",
        "smol",
        "mio",
        "futures",
        "futures-core",
        "hyper",
        "reqwest",
        "ureq",
        "curl",
        "h2",
        "socket2",
        "rustls",
        "openssl",
        "openssl-sys",
        "native-tls",
        "webpki-roots",
        "getrandom",
        "rand",
        "rand_chacha",
        "fastrand",
        "iana-time-zone",
        "time",
        "web-time",
        "instant",
        "js-sys",
        "wasm-bindgen",
        "log",
        "tracing",
        "libloading",
    ];
    let built_from = built_from();
    assert!(built_from.contains("doichieu") && built_from.contains("p256") && built_from.contains("zeroize"));
    for name in forbidden {
        assert!(!built_from.contains(name), "the core is built from {name}");
    }
}

/// Each direct dependency was chosen (docs/decisions.md); another one is a decision, not a convenience.
#[test]
fn the_core_depends_on_the_chosen_crates() {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().unwrap();
    let core = packages.iter().find(|package| package["name"] == "doichieu").unwrap();
    let normal = core["dependencies"].as_array().unwrap().iter().filter(|dependency| dependency["kind"].is_null());
    let (optional, always): (Vec<_>, Vec<_>) = normal.partition(|dependency| dependency["optional"] == true);
    // A crate that stands twice has further features on some targets.
    let names = |of: Vec<&serde_json::Value>| {
        BTreeSet::from_iter(of.iter().map(|one| one["name"].as_str().unwrap().to_owned()))
            .into_iter()
            .collect::<Vec<_>>()
    };
    let chosen = [
        "adler2",
        "chacha20poly1305",
        "chrono",
        "curve25519-dalek",
        "ed25519-dalek",
        "hmac",
        "p256",
        "sha2",
        "zeroize",
    ];
    assert_eq!(names(always), chosen);
    assert_eq!(names(optional), ["aws-lc-rs", "serde"]);
}

/// The eyes of this file: what they must see, and what they must not.
#[test]
fn this_test_can_see() {
    let source = Source::new(
        "// use crate::inspector::A;\nuse crate::cbor::{Reader, write::{self, Writer}};\nconst A: &str = \"crate::scan\";\n\
         #[cfg(test)]\n#[path = \"x\"]\nmod tests;\nfn one<'a>(c: char) -> bool {\n    c == '{' || c == '\\''\n}\n\
         fn two() { use super::sibling; }\n",
    );
    let known = ["inspector", "cbor", "cbor::write", "scan", "key", "key::sibling", "key::of"].map(str::to_owned);
    let imports = source.imports("key::of", &BTreeSet::from(known));
    assert_eq!(imports, BTreeSet::from(["cbor", "cbor::write", "key::sibling"].map(str::to_owned)));
    assert_eq!(source.test_modules("key"), ["key::tests"]);
    assert_eq!(source.functions(), [("one".to_owned(), 3), ("two".to_owned(), 1)]);
    assert_eq!(may_import("inspector", "cbor"), Some(true));
    assert_eq!(may_import("cbor::head", "inspector::memory"), Some(false));
    assert_eq!(may_import("report", "rules"), Some(false));
    assert_eq!(may_import("bundle::root", "bundle::manifest"), Some(false));
    assert_eq!(may_import("bundle::manifest", "bundle::root"), Some(true));
    assert_eq!(may_import("bundle::root", "bundle"), Some(true));
    assert_eq!(may_import("bundle::root", "nowhere"), None);
}
