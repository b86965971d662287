//! `inspect --keep` and `recompute`.

use crate::support::{Answer, Files, folder, run};
use doichieu_kit::scene::World;
use std::fs;

fn word(files: &Files, name: &str) -> String {
    files.folder.join(name).to_str().unwrap().to_owned()
}

fn recompute(files: &Files, more: &[&str]) -> Answer {
    let names = ["roots.dcr", "bundle.dcb", "post.dcl", "kept.json", "report.json"].map(|name| word(files, name));
    let [roots, bundle, post, kept, report] = names.each_ref().map(String::as_str);
    let words =
        ["recompute", "--lang", "en", "--allow-test-root", "--roots", roots, "--bundle", bundle, "--post", post];
    run(&[&words[..], &["--kept", kept, "--report", report], more].concat())
}

#[test]
fn an_unprompted_report_comes_out_the_same_and_a_changed_one_does_not() {
    let world = World::demo();
    let files = Files::of_world("kept", &world);
    let (kept, report, memory) = (word(&files, "kept.json"), word(&files, "report.json"), word(&files, "memory"));
    let beside = ["--vehicle", "car:cc=1496,seats=5", "--plate", "30K-482.17", "--memory", &memory];
    let text = world.whole_stop().text();
    // The second time it was shown before: the memory's part in the report is kept too.
    for _ in 0..2 {
        let first = files.inspect(&[&["--json", "--keep", &kept][..], &beside, &[&text]].concat());
        assert_eq!(first.code, 0, "{}", first.stderr);
        assert!(first.stderr.contains("căn cứ pháp luật"), "it warns");
        fs::write(&report, &first.stdout).unwrap();
        let again = recompute(&files, &[]);
        assert_eq!((again.code, again.stdout), (0, first.stdout), "{}", again.stderr);
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&kept).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let true_report = fs::read_to_string(&report).unwrap();
    fs::write(&report, true_report.replace(r#""verdict":"accept"}"#, r#""verdict":"refuse"}"#)).unwrap();
    let changed = recompute(&files, &[]);
    assert_eq!((changed.code, &changed.stdout), (1, &true_report));
    assert!(changed.stderr.contains("verdict"), "{}", changed.stderr);
    fs::write(&report, &true_report).unwrap();
    let plate = fs::read_to_string(&kept).unwrap().replace("30K-482.17", "30K-482.18");
    fs::write(&kept, plate).unwrap();
    let elsewhere = recompute(&files, &[]);
    assert!(elsewhere.code == 1 && elsewhere.stderr.contains("request"), "{}", elsewhere.stderr);
    fs::write(&kept, "{}").unwrap();
    assert_eq!(recompute(&files, &[]).code, 65);
}

#[test]
fn a_challenged_report_comes_out_the_same_without_the_secret() {
    let out = folder("kept-bank");
    assert_eq!(run(&["demo", "bank", "--out", out.to_str().unwrap()]).code, 0);
    let files = Files::of_demo(&out);
    let [ask, secret, kept, scan] = ["ask.txt", "ask.secret", "kept.json", "scan.txt"].map(|name| word(&files, name));
    let device: Vec<_> = files.arguments(&["--purpose"]).into_iter().filter(|word| word != "--purpose").collect();
    let device: Vec<_> = device.iter().map(String::as_str).collect();
    let inspect = |scan: &str, kept: &str| {
        run(&[&device[..], &["--json", "--ask", &ask, "--secret", &secret, "--keep", kept, scan]].concat())
    };
    let first = inspect(&scan, &kept);
    assert_eq!(first.stdout, fs::read_to_string(out.join("report.json")).unwrap());
    fs::remove_file(&secret).unwrap();
    let again = recompute(&files, &["--ask", &ask]);
    assert_eq!((again.code, again.stdout), (0, first.stdout), "{}", again.stderr);
}

#[test]
fn what_is_no_answer_is_not_kept() {
    let world = World::demo();
    let files = Files::of_world("kept-nothing", &world);
    let kept = word(&files, "kept.json");
    let sealed = format!("DC1S:{}", "0".repeat(120));
    let stray = files.inspect(&["--json", "--keep", &kept, &sealed]);
    assert!(stray.stdout.contains("held.other_audience"), "{}", stray.stdout);
    assert!(!std::path::Path::new(&kept).exists());
}

#[test]
fn every_phone_of_an_encounter_is_kept_and_its_report_comes_out_the_same() {
    let world = World::demo();
    let files = Files::of_world("kept-encounter", &world);
    let [driver, owner] = doichieu_kit::borrowed::motorbike(&world).map(|scene| scene.text());
    let folder = files.folder.join("kept");
    let keep = folder.to_str().unwrap();
    let mut words = files.arguments(&["--json", "--plate", "43F1-618.05", "--keep", keep, &driver, "DC1:ZZZ", &owner]);
    "encounter".clone_into(&mut words[0]);
    let encounter = run(&words);
    assert_eq!(encounter.stderr.matches("căn cứ pháp luật").count(), 1, "{}", encounter.stderr);
    let reports: serde_json::Value = serde_json::from_str(&encounter.stdout).unwrap();
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 4, "nothing of what was not read");
    for (place, of) in [(1, 0), (3, 1)] {
        for name in ["kept", "report"] {
            fs::copy(folder.join(format!("{name}-{place}.json")), files.folder.join(format!("{name}.json"))).unwrap();
        }
        let again = recompute(&files, &[]);
        assert_eq!((again.code, &again.stdout), (0, &reports["reports"][of].to_string()), "{}", again.stderr);
    }
}
