//! Sensitive values of a card: dots in their place until they are asked for, in every command that shows values.

use crate::support::{Answer, Files, demo, run};
use doichieu_kit::people::{HealthCard, giang};
use doichieu_kit::printed;

fn card() -> HealthCard {
    giang().card.unwrap()
}

/// Number, level, object code (which the number begins with) and facility stand there, or none of them and how to see
/// them.
fn holds(answer: &Answer, revealed: bool, what: &[&str]) {
    let said = &answer.stdout;
    for value in what {
        assert_eq!(said.contains(value), revealed, "{value}: {said}{}", answer.stderr);
    }
    assert_eq!(said.contains("•••••"), !revealed, "{said}");
    let hint = said.contains("Mục nhạy cảm đang ẩn: thêm --reveal") || said.contains("are hidden: add --reveal");
    assert_eq!(hint, !revealed, "{said}");
}

#[test]
fn a_card_shows_sensitive_values_only_where_they_are_asked_for() {
    let out = demo("reveal", "clinic");
    let files = Files::of_demo(&out);
    let of = card();
    let [facility, name] = &of.facility;
    let scan = out.join("scan.png").to_str().unwrap().to_owned();
    for language in ["vi", "en"] {
        let inspect = ["--purpose", "clinic_admission", "--lang", language, &scan];
        for (command, values) in
            [("inspect", [&*of.number, facility, name]), ("encounter", [&*of.number, facility, name])]
        {
            let mut words = files.arguments(&inspect);
            command.clone_into(&mut words[0]);
            holds(&run(&words), false, &values);
            words.push("--reveal".to_owned());
            holds(&run(&words), true, &values);
        }
        let shown = files.inspect(&inspect).stdout;
        assert!(shown.contains("Nguyễn Thị Hương Giang"), "what is not sensitive stands there: {shown}");
        assert!(!shown.contains(&of.object), "nor the object code alone: {shown}");
    }
    // What carries values for programs carries them all, as before.
    let words = ["--purpose", "clinic_admission", "--json", "--values", &scan];
    let values = files.inspect(&words).stdout;
    assert!(values.contains(&of.number) && !values.contains('•'), "{values}");
    assert_eq!(files.inspect(&[&words[..], &["--reveal"]].concat()).stdout, values);
}

#[test]
fn print_and_typed_numbers_are_treated_alike() {
    let (of, print) = (card(), printed::health_card(&giang()).unwrap());
    holds(&run(&["plain", &print]), false, &[&of.number]);
    holds(&run(&["plain", "--reveal", &print]), true, &[&of.number]);

    let out = demo("reveal-number", "clinic");
    let files = Files::of_demo(&out);
    let kind = ["--purpose", "clinic_admission", "--kind", "health_insurance_card", "TE1010199887766"];
    let mut words = files.arguments_of("number", &kind);
    holds(&run(&words), false, &["TE1010199887766", "TE1 010", "887 766"]);
    words.push("--reveal".to_owned());
    holds(&run(&words), true, &["TE1 010 199 887 766"]);
}

#[test]
fn a_comparison_says_what_differs_and_hides_both_sides() {
    let out = demo("reveal-beside", "clinic");
    let mut other = giang();
    let card = other.card.as_mut().unwrap();
    "GD4010199000001".clone_into(&mut card.number);
    let print = printed::health_card(&other).unwrap();
    let words = Files::of_demo(&out).arguments(&["--purpose", "clinic_admission"]);
    let scan = out.join("scan.txt").to_str().unwrap().to_owned();
    let words: Vec<_> = words.iter().skip(1).map(String::as_str).collect();
    let plain = [&["plain", &print, "--against", &scan][..], &words].concat();
    let both = ["GD4010199000001", &self::card().number];
    let hidden = run(&plain);
    assert!(hidden.stdout.contains("≠ khác"), "{}", hidden.stdout);
    holds(&hidden, false, &both);
    holds(&run(&[&plain[..], &["--reveal"]].concat()), true, &both);
}

#[test]
fn nobody_is_asked_for_a_key_where_nobody_can_press_one() {
    let out = demo("reveal-piped", "clinic");
    let scan = out.join("scan.png").to_str().unwrap().to_owned();
    let answer = Files::of_demo(&out).inspect(&["--purpose", "clinic_admission", &scan]);
    assert!(!answer.stdout.contains("Enter") && !answer.stderr.contains("Enter"), "{}", answer.stdout);
}
