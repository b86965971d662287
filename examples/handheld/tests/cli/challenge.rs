//! `ask`, the challenged `inspect`, and the demo of a bank.

use crate::support::{BINARY, Files, folder, run};
use doichieu::time::UnixTime;
use doichieu::{Asked, Bundle, Memory, Roots};
use doichieu_kit::scene::{NOW, Scene, World};
use doichieu_kit::{answer, borrowed, key};
use std::fs;
use std::path::Path;
use std::process::Command;

const AT: &str = "2026-11-18T18:06:40+07:00";

/// A traffic officer's device that asks by challenge, in the folder of its files.
struct Desk {
    world: World,
    files: Files,
}

fn desk(name: &str) -> Desk {
    let world = World::demo();
    let files = Files::of_world(name, &world);
    let secret = world.seed.bytes("post traffic_police");
    let digits: String = secret.iter().map(|byte| format!("{byte:02x}")).collect();
    fs::write(files.folder.join("post.p8"), format!("TEST-P256 {digits}\n")).unwrap();
    Desk { world, files }
}

impl Desk {
    fn path(&self, name: &str) -> String {
        self.files.folder.join(name).to_str().unwrap().to_owned()
    }

    fn own(&self, command: &str) -> Vec<String> {
        let words =
            [command, "--allow-test-root", "--roots", &self.path("roots.dcr"), "--bundle", &self.path("bundle.dcb")];
        let post = ["--post", &self.path("post.dcl"), "--at", AT];
        words.iter().chain(&post).map(|word| (*word).to_owned()).collect()
    }

    fn ask(&self, more: &[&str]) -> crate::support::Answer {
        let mut words = self.own("ask");
        words.extend(["--purpose", "traffic_control"].map(str::to_owned));
        if !more.iter().any(|word| ["--all", "--field", "--question"].contains(word)) {
            words.push("--all".to_owned());
        }
        words.extend(more.iter().map(|word| (*word).to_owned()));
        run(&words)
    }

    fn asked(&self, ask: &Path) -> Asked {
        let roots = Roots::dangerous_test(&self.world.anchor()).unwrap();
        let bundle = Bundle::open(&self.world.bundle(), &roots, self.world.at(), &mut Memory::new()).unwrap();
        Asked::open(fs::read_to_string(ask).unwrap().trim_end(), &bundle, UnixTime::new(NOW).unwrap()).unwrap()
    }

    fn answer(&self, scene: &Scene, ask: &Path) -> String {
        let asked = self.asked(ask);
        let presentation = answer::answer(scene, &asked, NOW);
        let seed = key::Seed::new([9; 32]);
        answer::text(&answer::seal(&presentation, asked.answer_key(), asked.digest(), seed).unwrap())
    }

    fn inspect(&self, more: &[&str]) -> crate::support::Answer {
        let words = self.own("inspect");
        run(&words.iter().map(String::as_str).chain(more.iter().copied()).collect::<Vec<_>>())
    }
}

#[test]
fn an_answer_to_the_ask_counts_and_nothing_else_does() {
    let desk = desk("ask");
    let (key, out, other) = (desk.path("post.p8"), desk.path("one"), desk.path("two"));
    for out in [&out, &other] {
        let made = desk.ask(&["--key", &key, "--out", out]);
        assert_eq!(made.code, 0, "{}", made.stderr);
        assert!(made.stderr.contains("ask.secret"), "it warns");
    }
    let (ask, secret) = (format!("{out}/ask.txt"), format!("{out}/ask.secret"));
    assert_ne!(fs::read(&secret).unwrap(), fs::read(format!("{other}/ask.secret")).unwrap());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&secret).unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert!(fs::read(format!("{out}/ask.png")).unwrap().starts_with(b"\x89PNG"));

    let scene = desk.world.whole_stop();
    let sealed = desk.answer(&scene, Path::new(&ask));
    let challenged = ["--json", "--ask", &ask, "--secret", &secret];
    let good = desk.inspect(&[&challenged[..], &[&sealed]].concat());
    assert_eq!(good.code, 0, "{}{}", good.stdout, good.stderr);
    assert!(good.stdout.contains(r#""challengeBound":true"#));

    let open = desk.inspect(&[&challenged[..], &[&scene.text()]].concat());
    assert!(open.code == 1 && open.stdout.contains("held.not_answered"), "{}", open.stdout);
    let (ask, secret) = (format!("{other}/ask.txt"), format!("{other}/ask.secret"));
    let elsewhere = desk.inspect(&["--json", "--ask", &ask, "--secret", &secret, &sealed]);
    assert!(elsewhere.code == 1 && elsewhere.stdout.contains("held.other_audience"), "{}", elsewhere.stdout);
    let mixed = desk.inspect(&["--ask", &ask, "--secret", challenged[4], &sealed]);
    assert!(mixed.code == 65 && mixed.stderr.contains("ask.not_ours"), "{}", mixed.stderr);
    assert_eq!(desk.inspect(&["--ask", &ask, &sealed]).code, 64, "an ask without its secret");
    assert_eq!(desk.inspect(&[&sealed]).code, 64, "neither purpose nor ask");
}

#[test]
fn an_ask_says_what_was_wanted_and_never_more_than_the_mandate() {
    let desk = desk("ask-fields");
    let (key, out) = (desk.path("post.p8"), desk.path("out"));
    let narrow = ["--field", "driving_licence.licence_no", "--field", "driving_licence.classes", "--retention", "60"];
    let made = desk.ask(&[&["--key", &key, "--out", &out, "--origin", "https://csgt.example"], &narrow[..]].concat());
    assert_eq!(made.code, 0, "{}", made.stderr);
    let asked = desk.asked(Path::new(&format!("{out}/ask.txt")));
    let fields: Vec<_> = asked.fields().map(|(kind, fields)| (kind.number(), fields.count())).collect();
    assert_eq!((fields, asked.retention(), asked.origin()), (vec![(2, 2)], 60, Some("https://csgt.example")));
    let wide = desk.ask(&["--key", &key, "--out", &out, "--field", "health_insurance_card.card_no"]);
    assert!(wide.code == 65 && wide.stderr.contains("ask.wider_than_mandate"), "{}", wide.stderr);
    assert!(!Path::new(&desk.path("none")).exists());
    let wide = desk.ask(&["--key", &key, "--out", &desk.path("none"), "--field", "health_insurance_card.card_no"]);
    assert!(wide.code == 65 && !Path::new(&desk.path("none")).exists(), "no secret without its ask");
    for wrong in ["identity", "identity.shoe_size", "passport.full_name"] {
        assert_eq!(desk.ask(&["--key", &key, "--out", &out, "--field", wrong]).code, 64, "{wrong}");
    }
    assert_eq!(desk.ask(&["--out", &out]).code, 64, "nobody to sign");
    let mut left_out = desk.own("ask");
    left_out.extend(["--purpose", "traffic_control", "--key", &key, "--out", &out].map(str::to_owned));
    assert_eq!(run(&left_out).code, 64, "all is spelt out");
    for twice in [&["--all", "--field", "identity.full_name"], &["--all", "--question", "may-drive-b"]] {
        assert_eq!(desk.ask(&[&["--key", &key, "--out", &out], &twice[..]].concat()).code, 64, "all, and not all");
    }
    fs::write(&key, "TEST-P256 00").unwrap();
    assert!(desk.ask(&["--key", &key, "--out", &out]).stderr.contains("ask.key_malformed"));
}

/// Two phones, two challenges: each answers its own, and neither an unprompted code nor the other's answer passes.
#[test]
fn each_phone_of_an_encounter_answers_its_own_challenge() {
    let desk = desk("ask-encounter");
    let (key, one, two) = (desk.path("post.p8"), desk.path("one"), desk.path("two"));
    for out in [&one, &two] {
        assert_eq!(desk.ask(&["--key", &key, "--out", out]).code, 0);
    }
    let [driver, owner] = borrowed::motorbike(&desk.world);
    let answers =
        [(&driver, &one), (&owner, &two)].map(|(of, out)| desk.answer(of, Path::new(&format!("{out}/ask.txt"))));
    let [licence, registration] = answers.each_ref().map(String::as_str);
    let mut asks = Vec::new();
    for out in [&one, &two] {
        asks.extend(["--ask".to_owned(), format!("{out}/ask.txt"), "--secret".to_owned(), format!("{out}/ask.secret")]);
    }
    let encounter = |phones: &[&str], asks: &[String]| {
        let words = desk.own("encounter").into_iter().chain(asks.iter().cloned());
        run(&words
            .chain(phones.iter().map(|phone| (*phone).to_owned()))
            .chain(["--json".to_owned()])
            .collect::<Vec<_>>())
    };
    let good = encounter(&[licence, registration], &asks);
    assert_eq!(good.code, 0, "{}{}", good.stdout, good.stderr);
    assert_eq!(good.stdout.matches(r#""challengeBound":true"#).count(), 2);
    assert!(good.stdout.contains("vehicle.owner_differs"), "{}", good.stdout);
    let crossed = encounter(&[registration, licence], &asks);
    assert!(crossed.code == 1 && crossed.stdout.contains("held.other_audience"), "{}", crossed.stdout);
    let open = encounter(&[licence, &owner.text()], &asks);
    assert!(open.code == 1 && open.stdout.contains("held.not_answered"), "{}", open.stdout);
    assert_eq!(encounter(&[licence, registration], &asks[..4]).code, 64, "one ask for two phones");
    assert_eq!(encounter(&[licence, registration], &[]).code, 64, "neither purpose nor ask");
}

#[test]
fn a_key_in_hardware_signs_in_two_steps() {
    let desk = desk("two-steps");
    let (bytes, signature, out) = (desk.path("bytes"), desk.path("signature"), desk.path("out"));
    let first = desk.ask(&["--to-be-signed", &bytes, "--out", &out]);
    assert!(first.code == 0 && first.stdout.contains(AT), "{}", first.stderr);
    assert!(!Path::new(&format!("{out}/ask.txt")).exists());
    let message = fs::read(&bytes).unwrap();
    fs::write(&signature, desk.world.post_key("clinic").sign(&message)).unwrap();
    let second = || desk.ask(&["--signature", &signature, "--out", &out]);
    let foreign = second();
    assert!(foreign.code == 65 && foreign.stderr.contains("ask.not_signed"), "{}", foreign.stderr);
    fs::write(&signature, desk.world.post_key("traffic_police").sign(&message)).unwrap();
    assert_eq!(second().code, 0);
    desk.asked(Path::new(&format!("{out}/ask.txt")));
}

#[test]
fn a_built_authority_asks_by_its_key_file_and_by_its_seed() {
    let out = folder("ask-built");
    let word = |name: &str| out.join(name).to_str().unwrap().to_owned();
    assert_eq!(run(&["bundle", "build", "--seed", "thử", "--at", AT, "--out", &word("")]).code, 0);
    let (roots, bundle, post, key) =
        (word("roots.dcr"), word("bundle.dcb"), word("post-bank.dcl"), word("post-bank.p8"));
    for signer in [["--key", &key], ["--seed", "thử"]] {
        let words = ["ask", "--roots", &roots, "--allow-test-root", "--bundle", &bundle, "--post", &post, "--at", AT];
        let asked =
            run(&[&words[..], &["--purpose", "bank_onboarding", "--all", "--out", &word("ask")], &signer].concat());
        assert_eq!(asked.code, 0, "{}", asked.stderr);
    }
}

#[test]
fn a_bank_asks_and_the_phone_says_who_asks_and_why() {
    let beside = Path::new(BINARY).parent().unwrap();
    let path = format!("{}:{}", beside.display(), std::env::var("PATH").unwrap());
    for (name, more) in [("bank", &[][..]), ("bank-animated", &["--animated"])] {
        let out = folder(name);
        let word = out.to_str().unwrap();
        let demo = run(&[&["demo", "bank", "--lang", "en", "--out", word], more].concat());
        assert_eq!(demo.code, 0, "{}", demo.stderr);
        for words in ["bank-01 (bank)", "opening a bank account", "Personal identification number", "24 hours", "✔"] {
            assert!(demo.stdout.contains(words), "{words}: {}", demo.stdout);
        }
        assert_eq!(out.join("frames").exists(), !more.is_empty());
        assert_eq!(out.join("scan.png").exists(), more.is_empty());
        let line = fs::read_to_string(out.join("command.txt")).unwrap();
        let again = Command::new("sh").args(["-c", &line]).current_dir(&out).env("PATH", &path).output().unwrap();
        assert_eq!(again.stdout, fs::read(out.join("report.json")).unwrap());
        let late = line.replace("18:06:40", "18:11:40");
        let late = Command::new("sh").args(["-c", &late]).current_dir(&out).env("PATH", &path).output().unwrap();
        assert_eq!(late.status.code(), Some(3));
        assert!(String::from_utf8(late.stdout).unwrap().contains("held.window_passed"));
    }
}
