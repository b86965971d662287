//! An encounter as an officer reads it: the whole first, then phone by phone. Words only; every decision on it is the
//! core's.

use super::{Collected, Phone};
use crate::card::Card;
use crate::findings::About;
use crate::needs::is_of_needs;
use crate::page::{Page, STRONG, safe, styled};
use crate::told::Told;
use doichieu::Language;
use doichieu::time::UnixTime;
use doichieu::{Encounter, EncounterReport, Headline};
use std::cmp::Reverse;

/// Columns of a phone's title: verdicts of phones and of papers stand below each other.
const TITLE: usize = 35;

/// The page of an encounter, at a time: what the phones say together, then each by itself.
pub(crate) fn page(card: &Card<'_>, collected: &mut Collected, report: &EncounterReport, now: UnixTime) -> Page {
    let mut page = Page::of(report.is_test());
    page.test_banner(card.language);
    whole(card, &mut page, collected.phones.len(), report, now);
    card.needs(&mut page, report);
    for (place, phone) in collected.phones.iter().enumerate() {
        page.gap().heavy_rule();
        match &phone.showing {
            Ok(showing) => {
                shown(card, &mut page, &titled(card, place, phone), (*showing, &mut collected.encounter), report, now);
            }
            Err(why) => {
                let headline = Headline::of_unread(why.reason());
                title(card, &mut page, &titled(card, place, phone), headline);
                card.unread(&mut page, why);
            }
        }
    }
    page
}

/// What the phones say together.
fn whole(card: &Card<'_>, page: &mut Page, phones: usize, report: &EncounterReport, now: UnixTime) {
    card.headline(page, report.headline());
    let phones = match (card.language, phones) {
        (Language::En, 1) => "1 phone".to_owned(),
        (Language::En, _) => format!("{phones} phones"),
        _ => format!("{phones} điện thoại"),
    };
    card.about(page, now, Some(&phones));
    if report.unread() > 0 {
        page.gap().line(card.say(
            "   Còn mã chưa đọc được: quét lại rồi mới kết luận.",
            "   A code is not read yet: scan it again before anything is concluded.",
        ));
    }
    let mut findings: Vec<_> = report.findings().iter().filter(|finding| !is_of_needs(finding)).copied().collect();
    findings.sort_by_key(|finding| Reverse(finding.gravity()));
    card.findings(page, About::Phones, &findings);
}

/// One phone by itself.
fn shown(
    card: &Card<'_>,
    page: &mut Page,
    name: &str,
    (showing, encounter): (usize, &mut Encounter),
    report: &EncounterReport,
    now: UnixTime,
) {
    let (Some(own), Some(alone)) = (report.showings().get(showing), encounter.reports_mut().get_mut(showing)) else {
        return;
    };
    title(card, page, name, own.headline());
    let papers = report.papers().iter().filter(|paper| paper.report() == showing);
    let told = Told::in_encounter(alone, own, papers);
    card.showing(page, alone, told, None, now);
}

fn title(card: &Card<'_>, page: &mut Page, name: &str, headline: Headline) {
    page.beside(&format!(" {}", styled(STRONG, name)), TITLE, &card.word(headline));
}

/// Its place, and where its code came from.
fn titled(card: &Card<'_>, place: usize, phone: &Phone) -> String {
    let number = card.phone(place);
    phone.name.as_deref().map_or_else(|| number.clone(), |name| format!("{number} · {}", safe(name)))
}
