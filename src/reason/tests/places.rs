//! Places of a text: filled in both languages alike, whatever is known.

#![expect(clippy::panic, reason = "a broken law names the text that broke it")]

use super::super::{Filling, Reason, Setting, Step};
use crate::field::{self, KINDS, Kind};
use crate::language::Language;
use alloc::collections::BTreeSet;
use alloc::string::String;

#[test]
fn every_place_is_filled_in_both_languages_alike() {
    let places = |text: &str| text.split(['{', '}']).skip(1).step_by(2).map(String::from).collect::<BTreeSet<_>>();
    let settings = [None, Some(Setting::Road), Some(Setting::Clinic), Some(Setting::Desk)];
    let kinds = KINDS.iter().map(|row| Some(row.kind)).chain([None]);
    for (kind, setting) in kinds.flat_map(|kind| settings.map(|setting| (kind, setting))) {
        let filling = setting.into_iter().fold(Filling::default().for_kind(kind), Filling::at);
        for language in [Language::Vi, Language::En] {
            for row in Reason::ALL.iter().map(|reason| reason.row()) {
                for field in [None, Some("Biển số")] {
                    let said = row.about_filled(language, field, &filling);
                    assert!(
                        !said.contains(['{', '}']) && !said.contains("  "),
                        "{} is not filled: {}",
                        row.code,
                        *said
                    );
                }
            }
            for step in Step::ALL {
                let said = step.said(language, &filling);
                assert!(!said.contains(['{', '}']) && !said.contains("  "), "{} is not filled: {said}", step.code());
            }
        }
    }
    let texts = Reason::ALL.iter().map(|reason| (reason.code(), reason.row().text));
    for (code, text) in texts.chain(Step::ALL.iter().map(|step| (step.code(), step.text()))) {
        assert_eq!(places(text.vi), places(text.en), "{code}");
    }
}

#[test]
fn a_text_reads_well_with_and_without_the_fields_name() {
    let row = Reason::AgreedFieldNotShown.row();
    let Some(classes) = field::row(Kind::DRIVING_LICENCE, field::Field::CLASSES) else { panic!("no row for classes") };
    let named = row.about(Language::Vi, Some(classes.text.vi));
    assert_eq!(named, "Chưa thấy mục “Hạng xe được phép lái”: không chia sẻ hoặc không có");
    assert_eq!(row.about(Language::Vi, None), "Chưa thấy một mục: không chia sẻ hoặc không có");
    assert_eq!(row.about(Language::En, Some(classes.text.en)), "Not shown: “Classes”, not shared or absent");
    assert_eq!(row.about(Language::En, None), "Not shown: a field, not shared or absent");
    let expired = Reason::VehicleExpired.row();
    assert_eq!(expired.about(Language::Vi, Some(classes.text.vi)), expired.text.vi);
}
