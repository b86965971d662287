//! `inspect --consent-out` and `consent`.

use crate::support::{Files, run};
use doichieu_kit::scene::World;
use std::fs;

fn signing() -> World {
    let mut world = World::demo();
    world.signs_consent = true;
    world
}

#[test]
fn a_consent_is_kept_and_read_again_and_holds_no_value() {
    let world = signing();
    let files = Files::of_world("consent", &world);
    let path = |name: &str| files.folder.join(name).to_str().unwrap().to_owned();
    let (kept, roots, bundle) = (path("kept.consent"), path("roots.dcr"), path("bundle.dcb"));
    let first = files.inspect(&["--consent-out", &kept, &world.whole_stop().text()]);
    assert!(first.stderr.contains("không có nội dung giấy tờ"), "{}", first.stderr);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&kept).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let name = world.person.name.as_bytes();
    assert!(!fs::read(&kept).unwrap().windows(name.len()).any(|part| part == name));
    let at = ["--at", "2027-06-01T08:00:00+07:00", "--lang", "en"];
    let lists = ["--roots", &roots, "--bundle", &bundle, "--allow-test-root"];
    let read = run(&[&["consent", &kept][..], &at, &lists].concat());
    assert_eq!(read.code, 0, "{}", read.stderr);
    for said in
        ["signatures hold", "role:traffic_police", "traffic control", "Full name", "Does not prove", "know this"]
    {
        assert!(read.stdout.contains(said), "{said}: {}", read.stdout);
    }
    assert!(!read.stdout.contains(&world.person.name));
    let over = run(&["consent", &kept, "--at", "2028-06-01T08:00:00+07:00", "--lang", "en"]);
    assert!(over.code == 65 && over.stderr.contains("consent.over"), "{}", over.stderr);
    let mut bytes = fs::read(&kept).unwrap();
    bytes[100] ^= 1;
    fs::write(&kept, &bytes).unwrap();
    let changed = run(&[&["consent", &kept][..], &at].concat());
    assert!(changed.code == 65 && changed.stderr.contains("consent."), "{}", changed.stderr);
}

#[test]
fn where_the_wallet_signed_none_none_is_kept() {
    let world = World::demo();
    let files = Files::of_world("no-consent", &world);
    let kept = files.folder.join("kept.consent");
    let answer = files.inspect(&["--consent-out", kept.to_str().unwrap(), &world.whole_stop().text()]);
    assert!(answer.stderr.contains("Không lưu đồng ý"), "{}", answer.stderr);
    assert!(!kept.exists());
}

/// A clinic's card is sensitive: so it says, when the consent is read again.
#[test]
fn what_is_sensitive_is_named_as_such() {
    let world = signing();
    let files = Files::of_world("consent-clinic", &world);
    let clinic = files.folder.join("clinic.dcl");
    fs::write(&clinic, world.mandate("clinic")).unwrap();
    let path = |name: &str| files.folder.join(name).to_str().unwrap().to_owned();
    let kept = path("kept.consent");
    let words = ["inspect", "--allow-test-root", "--roots", &path("roots.dcr"), "--bundle", &path("bundle.dcb")];
    let more =
        ["--post", clinic.to_str().unwrap(), "--purpose", "clinic_admission", "--at", "2026-11-18T18:06:40+07:00"];
    let text = world.clinic().text();
    let first = run(&[&words[..], &more, &["--consent-out", &kept, &text]].concat());
    assert!(kept.is_empty() || std::path::Path::new(&kept).exists(), "{}", first.stderr);
    let read = run(&["consent", &kept, "--at", "2026-12-01T08:00:00+07:00"]);
    assert!(read.stdout.contains("Dữ liệu cá nhân nhạy cảm: Mã số BHYT"), "{}{}", read.stdout, read.stderr);
}

/// Two phones of one check: each consent in a file of its own, and none of the phone that could not be read.
#[test]
fn an_encounter_keeps_the_consent_of_each_phone() {
    let world = signing();
    let files = Files::of_world("consent-encounter", &world);
    let kept = files.folder.join("kept");
    let phones = ["DC1:ZZZ", &world.whole_stop().text()];
    let words = [&["--consent-out", kept.to_str().unwrap()][..], &phones].concat();
    let answer = run(&files.arguments_of("encounter", &words));
    assert_eq!(fs::read_dir(&kept).unwrap().count(), 1, "{}", answer.stderr);
    let second = kept.join("consent-2");
    let read = run(&["consent", second.to_str().unwrap(), "--at", "2027-06-01T08:00:00+07:00"]);
    assert!(read.code == 0 && read.stdout.contains("role:traffic_police"), "{}{}", read.stdout, read.stderr);
}
