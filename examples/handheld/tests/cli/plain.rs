//! `plain`: unsigned codes of cards, read, said to be unsigned, and held against a proven showing.

use crate::support::{Answer, demo, folder, photograph, qr, run, run_with_input, table};
use doichieu_kit::people::giang;
use doichieu_kit::printed;
use serde_json::Value as Json;
use std::fs;
use std::path::{Path, PathBuf};

/// What the card of the tests says.
const VALUES: [&str; 4] = ["Giang", "001191034826", "Trung Kính", "1991"];

/// The code of a text, as cards carry it, in a picture.
fn picture(folder: &Path, text: &str) -> PathBuf {
    let path = folder.join("card.png");
    qr(text, 10).save(&path).unwrap();
    path
}

fn plain(code: &Path, more: &[&str]) -> Answer {
    run(&[&["plain", code.to_str().unwrap()], more].concat())
}

/// A demo of a clinic, and the arguments that hold a print against its showing.
fn against(name: &str) -> (PathBuf, Vec<String>) {
    let out = demo(name, "clinic");
    let file = |name: &str| out.join(name).to_str().unwrap().to_owned();
    let at = fs::read_to_string(out.join("at.txt")).unwrap().trim_end().to_owned();
    let words = [
        ("--against", file("scan.txt")),
        ("--roots", file("roots.dcr")),
        ("--bundle", file("bundle.dcb")),
        ("--post", file("post.dcl")),
        ("--purpose", "clinic_admission".to_owned()),
        ("--at", at),
        ("--encounter", file("encounter.txt")),
    ];
    let arguments = words.into_iter().flat_map(|(option, value)| [option.to_owned(), value]);
    (out.clone(), arguments.chain(["--allow-test-root".to_owned()]).collect())
}

#[test]
fn text_file_photograph_and_standard_input_say_the_same_and_say_it_is_unsigned() {
    let out = folder("plain-sources");
    let code = printed::chip_card(&giang());
    fs::write(out.join("card.txt"), format!("\u{feff}{code}\r\n")).unwrap();
    let shot = picture(&out, &code);
    fs::write(out.join("photo.jpg"), photograph(&shot)).unwrap();
    let said = plain(&out.join("card.txt"), &[]);
    assert_eq!(said.code, 0, "{}", said.stderr);
    assert!(said.stdout.contains("CHƯA XÁC THỰC") && said.stdout.contains("plain.unsigned"), "{}", said.stdout);
    assert!(said.stdout.contains("Nguyễn Thị Hương Giang") && said.stdout.contains("001191034826"));
    for other in [plain(&shot, &[]), plain(&out.join("photo.jpg"), &[]), plain(Path::new(&code), &[])] {
        assert_eq!((other.code, &other.stdout), (0, &said.stdout));
    }
    assert_eq!(run_with_input(&["plain", "-"], code.as_bytes()).stdout, said.stdout);
    let english = run(&["--lang", "en", "plain", &code]).stdout;
    assert!(english.contains("UNSIGNED, NOT VERIFIED") && !english.contains("CHƯA"));
    // No word of a verdict, whatever was read.
    for word in ["ĐẠT", "CẦN TRA CỨU", "IN ORDER"] {
        assert!(!said.stdout.contains(word) && !english.contains(word), "{word}");
    }
}

#[test]
fn json_holds_values_only_where_they_were_asked_for() {
    let out = folder("plain-json");
    for code in [printed::chip_card(&giang()), printed::health_card(&giang()).unwrap(), printed::mrz(&giang())] {
        fs::write(out.join("card.txt"), &code).unwrap();
        let bare = plain(&out.join("card.txt"), &["--json"]).stdout;
        assert!(VALUES.iter().all(|value| !bare.contains(value)), "{bare}");
        let read: Json = serde_json::from_str(&bare).unwrap();
        assert_eq!((&read["plain"]["signed"], &read["personalData"]), (&Json::Bool(false), &Json::Bool(false)));
        let full = plain(&out.join("card.txt"), &["--json", "--values"]).stdout;
        let read: Json = serde_json::from_str(&full).unwrap();
        assert_eq!(read["personalData"], Json::Bool(true));
        assert!(read["plain"]["values"]["full_name"].is_string(), "{full}");
    }
    assert_eq!(plain(&out.join("card.txt"), &["--values"]).code, 64);
}

#[test]
fn the_proven_paper_counts_and_its_verdict_stays() {
    let (out, arguments) = against("plain-against");
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let mut other = giang();
    "Nguyen Thi Huong Giang".clone_into(&mut other.name);
    other.born = doichieu_kit::people::day(1990, 4, 12);
    fs::write(out.join("card.txt"), printed::chip_card(&other)).unwrap();
    let said = plain(&out.join("card.txt"), &arguments);
    assert_eq!(said.code, 0, "the showing is in order, and so is the exit code: {}", said.stderr);
    for word in ["TEST", "CHƯA XÁC THỰC", "khớp khi bỏ dấu", "≠ khác: dùng bản điện tử", "plain.differs", "12/04/1991"]
    {
        assert!(said.stdout.contains(word), "{word}: {}", said.stdout);
    }
    let json = plain(&out.join("card.txt"), &[&arguments[..], &["--json"]].concat()).stdout;
    let read: Json = serde_json::from_str(&json).unwrap();
    assert_eq!(read["comparison"]["identity"]["date_of_birth"], "differs");
    assert_eq!(read["comparison"]["identity"]["full_name"], "no_diacritics");
    assert_eq!(read["comparison"]["health_insurance_card"]["gender"], "same");
    let before: Json = serde_json::from_slice(&fs::read(out.join("report.json")).unwrap()).unwrap();
    assert_eq!(read["report"], before, "the report of the showing alone");
    assert!(VALUES.iter().all(|value| !json.contains(value)), "{json}");
    fs::write(out.join("odd.txt"), "DC1:ODD").unwrap();
    let odd = out.join("odd.txt");
    let unread: Vec<&str> =
        arguments.iter().map(|word| if word.ends_with("scan.txt") { odd.to_str().unwrap() } else { word }).collect();
    let unread = plain(&out.join("card.txt"), &unread);
    assert_eq!(unread.code, 3);
    assert!(unread.stdout.contains("plain.unsigned") && !unread.stdout.contains("plain.differs"));
    assert_eq!(plain(&out.join("card.txt"), &["--against", "x"]).code, 64, "a device needs its files");
}

#[test]
fn what_is_no_plain_code_and_what_a_keyboard_altered_are_told_apart() {
    let reason = |code: &str| {
        let answer = run(&["plain", "--json", code]);
        assert_eq!(answer.code, 3, "{code}: {}", answer.stderr);
        let read: Json = serde_json::from_str(&answer.stdout).unwrap();
        read["unreadable"].clone()
    };
    assert_eq!(reason("hello|world")["code"], "scan.not_ours");
    let chip = printed::chip_card(&giang());
    let broken = reason(&chip.replace("12041991", "32041991"));
    assert_eq!((&broken["code"], &broken["part"]), (&"scan.unreadable".into(), &3.into()));
    let typed = reason(&printed::mrz(&giang()).replace('\n', "").to_lowercase());
    assert_eq!((&typed["code"], &typed["fault"]), (&"scan.keyboard_altered".into(), &"caps_lock".into()));
    let said = run(&["plain", &printed::mrz(&giang()).replace('\n', "").to_lowercase()]);
    assert!(
        said.stdout.contains("Bộ gõ, Caps Lock hoặc kiểu bàn phím của máy này làm mã bị đổi chữ"),
        "{}",
        said.stdout
    );
}

/// As `inspect`: green hides no paper that the encounter needs.
#[test]
fn beside_a_print_what_the_encounter_needs_is_told_and_decides_the_exit_code() {
    let out = demo("plain-needs", "traffic-stop");
    let world = doichieu_kit::scene::World::demo();
    let alone =
        world.preset("traffic_police", &[doichieu::field::Kind::IDENTITY, doichieu::field::Kind::DRIVING_LICENCE]);
    let (whole, print) = (fs::read_to_string(out.join("scan.txt")).unwrap(), printed::chip_card(&giang()));
    let plain = |scan: &str, more: &[&str]| {
        let words = crate::support::Files::of_demo(&out).arguments(more);
        let words: Vec<_> = words.iter().skip(1).map(String::as_str).collect();
        run(&[&["plain", "--lang", "en", &print, "--against", scan.trim_end()][..], &words].concat())
    };
    let green = plain(&whole, &[]);
    assert!(green.code == 0 && green.stdout.contains("✔ IN ORDER"), "{}{}", green.stdout, green.stderr);
    let lacking = plain(&alone.text(), &[]);
    assert_eq!(lacking.code, 1, "{}{}", lacking.stdout, lacking.stderr);
    for word in ["▲ LOOK IT UP", "This vehicle needs", "papers.not_shown"] {
        assert!(lacking.stdout.contains(word), "{word}: {}", lacking.stdout);
    }
    assert!(!lacking.stdout.contains("✔ IN ORDER"), "{}", lacking.stdout);
    let json: Json = serde_json::from_str(&plain(&alone.text(), &["--json"]).stdout).unwrap();
    assert_eq!((&json["report"]["verdict"], &json["encounter"]["verdict"]), (&"accept".into(), &"refer".into()));
    assert_eq!(plain(&whole, &["--vehicle", "truck:kg=9000"]).code, 2);
    assert_eq!(plain(&whole, &["--plate", "29A-111.11"]).code, 1);
    assert_eq!(run(&["plain", &print, "--plate", "29A-111.11"]).code, 64, "there is no vehicle without a showing");
}

#[test]
fn a_card_beside_a_phone_is_read_as_the_card_and_what_reads_no_code_says_so() {
    let out = demo("plain-beside", "traffic-stop");
    let (card, phone) = (qr(&printed::chip_card(&giang()), 6), image::open(out.join("scan.png")).unwrap().into_luma8());
    let both = table(1700, 1100, &[(&card, 30, 60), (&phone, 690, 60)]);
    both.save(out.join("both.png")).unwrap();
    let read: Json = serde_json::from_str(&plain(&out.join("both.png"), &["--json"]).stdout).unwrap();
    assert_eq!(read["plain"]["signed"], Json::Bool(false), "{read}");
    // To an inspection the phone's code is the one that is meant.
    let files = crate::support::Files::of_demo(&out);
    let report = fs::read_to_string(out.join("report.json")).unwrap();
    assert_eq!(files.inspect(&["--json", &files.word("both.png")]).stdout, report);

    let mut other = giang();
    "Nguyen Thi Khac".clone_into(&mut other.name);
    let cards = table(1500, 800, &[(&card, 30, 60), (&qr(&printed::chip_card(&other), 6), 700, 60)]);
    cards.save(out.join("cards.png")).unwrap();
    let several = plain(&out.join("cards.png"), &["--json"]);
    assert_eq!(
        (several.code, &*several.stdout),
        (3, r#"{"unreadable":{"code":"scan.several_codes","layer":"picture"}}"#)
    );
    table(300, 300, &[]).save(out.join("none.png")).unwrap();
    let none = plain(&out.join("none.png"), &[]);
    assert!(none.code == 3 && none.stdout.contains("picture.no_code"), "{}", none.stdout);
}
