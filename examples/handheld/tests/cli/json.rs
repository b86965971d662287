//! What `--json` prints, held against docs/schema; and that a program that asked for JSON gets it of a failure too.

use super::schema::Schema;
use super::support::{Answer, Files, demo, folder, run};
use doichieu::field::KINDS;
use doichieu_kit::people;
use doichieu_kit::scene::World;
use serde_json::Value as Json;
use std::fs;
use std::path::Path;

fn schema(name: &str) -> Schema {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schema");
    let text = fs::read_to_string(folder.join(format!("{name}.schema.json"))).unwrap();
    Schema::of(&serde_json::from_str(&text).unwrap())
}

/// The error of an answer, by its code, once it is as its schema says.
fn error(answer: &Answer, exit: i32) -> String {
    assert_eq!(answer.code, exit, "{}{}", answer.stdout, answer.stderr);
    assert_eq!(schema("error").refuses(&answer.stdout), None, "{}", answer.stdout);
    let json: Json = serde_json::from_str(&answer.stdout).unwrap();
    let error = &json["error"];
    assert!(error["vi"].as_str() != error["en"].as_str(), "{error}");
    error["code"].as_str().unwrap().to_owned()
}

#[test]
fn wrong_files_of_the_device_are_told_in_json_too() {
    for (file, code) in [
        ("roots.dcr", "setup.roots_malformed"),
        ("bundle.dcb", "setup.bundle_malformed"),
        ("post.dcl", "setup.mandate_malformed"),
    ] {
        let files = Files::of_world(&format!("json-{file}"), &World::demo());
        fs::write(files.folder.join(file), b"not that").unwrap();
        let answer = files.inspect(&["--json", "DC1:X"]);
        assert_eq!(error(&answer, 65), code);
        let said = &serde_json::from_str::<Json>(&answer.stdout).unwrap()["error"]["vi"];
        assert!(answer.stderr.contains(code) && answer.stderr.contains(said.as_str().unwrap()), "{}", answer.stderr);
        for (command, more) in [
            ("encounter", &["--json", "DC1:X", "DC1:Y"][..]),
            ("nothing", &["--json"]),
            ("number", &["--json", "--kind", "driving_licence", "12"]),
            ("batch", &[files.folder.to_str().unwrap()]),
        ] {
            assert_eq!(error(&run(&files.arguments_of(command, more)), 65), code, "{command}");
        }
        fs::remove_file(files.folder.join(file)).unwrap();
        assert_eq!(error(&files.inspect(&["--json", "DC1:X"]), 65), "file.unreadable");
        assert_eq!(files.inspect(&["DC1:X"]).stdout, "", "without --json nothing is on standard output");
    }
}

#[test]
fn a_wrong_root_ask_or_command_line_is_told_in_json_too() {
    let files = Files::of_world("json-wrong", &World::demo());
    let without = files.arguments(&["--json", "DC1:X"]).into_iter().filter(|word| word != "--allow-test-root");
    assert_eq!(error(&run(&without.collect::<Vec<_>>()), 65), "setup.root_is_test");
    assert_eq!(error(&files.inspect(&["--json", "--purpose", "e_wallet", "DC1:X"]), 65), "ask.purpose_not_allowed");
    assert_eq!(error(&files.inspect(&["--json", "no-such-file.png"]), 64), "usage");
    let typed = files.inspect(&["--json", "--no-such-option", "DC1:SECRET"]);
    assert_eq!(error(&typed, 64), "usage");
    assert!(!typed.stdout.contains("SECRET"), "{}", typed.stdout);
    assert_eq!(run(&["inspect", "--help", "--json"]).code, 0, "help is no failure");
    let none = folder("json-plain");
    let print = none.join("absent.txt");
    assert_eq!(error(&run(&["plain", "--json", print.to_str().unwrap()]), 64), "usage");
}

#[test]
fn a_code_that_is_no_document_is_as_the_schema_says() {
    let (files, schema) = (Files::of_world("json-unread", &World::demo()), schema("unreadable"));
    let empty = files.folder.join("empty.txt");
    fs::write(&empty, b"").unwrap();
    for scan in ["DC1:ZZZ", "DC1:", "001191034826|x|y", "DC1F:0", "DC1S:0", empty.to_str().unwrap()] {
        let answer = files.inspect(&["--json", scan]);
        assert_eq!(answer.code, 3, "{scan}: {}", answer.stderr);
        assert_eq!(schema.refuses(&answer.stdout), None, "{scan}: {}", answer.stdout);
    }
    for print in ["HTTP", "001|x"] {
        let answer = run(&["plain", "--json", print]);
        assert_eq!(answer.code, 3, "{print}: {}", answer.stdout);
        assert_eq!(schema.refuses(&answer.stdout), None, "{print}: {}", answer.stdout);
    }
}

/// docs/report.md shows both, to the byte.
#[test]
fn the_examples_of_the_page_are_what_is_printed() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/report.md")).unwrap();
    let files = Files::of_world("json-page", &World::demo());
    let unread = files.inspect(&["--json", "DC1:ZZZ"]).stdout;
    fs::write(files.folder.join("roots.dcr"), [1; 9]).unwrap();
    let stopped = files.inspect(&["--json", "DC1:X"]).stdout;
    for printed in [unread.trim_end(), stopped.trim_end()] {
        assert!(page.contains(&format!("```json\n{printed}\n```")), "docs/report.md does not show {printed}");
    }
}

#[test]
fn report_phones_and_values_of_every_kind_are_as_their_schemas_say() {
    let names = ["report", "phones", "values"];
    let [report, phones, values] = names.map(schema);
    for (index, row) in KINDS.iter().enumerate() {
        let world = World::having(row.kind).unwrap();
        let files = Files::of_world(&format!("json-kind-{index}"), &world);
        let text = world.open_choice("traffic_police", &[row.kind]).text();
        for (more, schema) in [
            (&["--json"][..], &report),
            (&["--json", "--as-encounter"], &phones),
            (&["--json", "--values"], &values),
            (&["--json", "--values", "--as-encounter"], &values),
        ] {
            let answer = files.inspect(&[more, &[&text]].concat());
            assert!(answer.code < 3, "{}: {}", row.name, answer.stderr);
            assert_eq!(schema.refuses(&answer.stdout), None, "{} {more:?}: {}", row.name, answer.stdout);
        }
    }
}

/// The npm package gives these very values (wasm/tests/js/behaviour.mjs): one shape for both.
#[test]
fn values_of_every_shape_are_those_of_the_golden_file() {
    let world = World::demo().with_person(people::of_every_shape());
    let files = Files::of_world("json-shapes", &world);
    let answer = files.inspect(&["--json", "--values", &world.traffic_stop().text()]);
    assert_eq!(schema("values").refuses(&answer.stdout), None, "{}", answer.stdout);
    let values = &serde_json::from_str::<Json>(&answer.stdout).unwrap()["values"];
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden/values.json");
    let printed = format!("{values:#}\n");
    if std::env::var_os("DOICHIEU_BLESS").is_some() {
        std::fs::write(&golden, &printed).unwrap();
    }
    assert_eq!(printed, std::fs::read_to_string(golden).unwrap(), "DOICHIEU_BLESS=1 writes the file anew");
}

#[test]
fn the_values_of_a_stop_are_as_the_schema_says() {
    let out = demo("json-values", "traffic-stop");
    let scan = out.join("scan.txt");
    let answer = Files::of_demo(&out).inspect(&["--json", "--values", scan.to_str().unwrap()]);
    assert_eq!(schema("values").refuses(&answer.stdout), None);
    let values = &serde_json::from_str::<Json>(&answer.stdout).unwrap()["values"];
    assert!(
        values.as_object().unwrap().len() >= 3 && values["driving_licence"]["classes"][0]["class"] == "A1",
        "{values}"
    );
    let wrong = answer.stdout.replace(r#""earliest":"1991-04-12""#, r#""earliest":"12/04/1991""#);
    assert_ne!(wrong, answer.stdout);
    assert!(schema("values").refuses(&wrong).is_some());
}
