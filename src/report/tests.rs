//! The six headlines, as a table and for every reason there is.

use super::Headline;
use crate::evidence::Verdict;
use crate::finding::Finding;
use crate::language::Language;
use crate::reason::{Axis, Gravity, Reason};
use alloc::vec::Vec;

/// Verdict, findings, headline.
type Row<'a> = (Verdict, &'a [Finding], Headline);

fn holds(table: &[Row<'_>]) {
    for (verdict, findings, headline) in table {
        assert_eq!(Headline::of(*verdict, findings.iter()), *headline, "{verdict:?} {findings:?}");
        // The order in which checks found something decides nothing.
        assert_eq!(Headline::of(*verdict, findings.iter().rev()), *headline, "{verdict:?} {findings:?}");
    }
}

#[test]
fn one_word_for_what_was_found() {
    let of = Finding::new;
    let (note, refer) = (of(Reason::HeldFaceNotCompared), of(Reason::CurrentStatusStale));
    let (refuse, forged) = (of(Reason::CurrentRevoked), of(Reason::AuthenticSignatureFailed));
    let (locked, late) = (of(Reason::CurrentAccountLocked), of(Reason::HeldWindowPassed));
    let outdated = of(Reason::HeldCopyOutdated);
    holds(&[
        (Verdict::Accept, &[], Headline::Accept),
        (Verdict::Accept, &[note], Headline::Accept),
        // Refer with values, and without any.
        (Verdict::Refer, &[note, refer], Headline::LookUp),
        (Verdict::Refer, &[outdated], Headline::LookUp),
        (Verdict::Refer, &[note, locked], Headline::NotChecked),
        (Verdict::Refer, &[refer, locked], Headline::NotChecked),
        (Verdict::Refer, &[outdated.on_proof()], Headline::NotChecked),
        // A check that could not be asked, and nothing else: not checked is not in order.
        (Verdict::Refer, &[], Headline::LookUp),
        // A late code is scanned again, if lateness is all that the proof lacks.
        (Verdict::Refer, &[late], Headline::ScanAgain),
        (Verdict::Refer, &[refer, late], Headline::ScanAgain),
        (Verdict::Refer, &[refer, locked, late], Headline::NotChecked),
        (Verdict::Refuse, &[late, refuse], Headline::NotInForce),
        (Verdict::Refuse, &[note, refuse, refer], Headline::NotInForce),
        // Doubt about the proof does not make a refusal one of proof.
        (Verdict::Refuse, &[refuse, locked], Headline::NotInForce),
        (Verdict::Refuse, &[forged], Headline::NotProven),
        (Verdict::Refuse, &[refuse, forged, late], Headline::NotProven),
    ]);
}

/// Every reason alone, as grave as its row allows: its headline follows from axis and gravity, and from nothing else
/// but that a newer code mends it.
#[test]
fn every_reason_has_its_headline() {
    for reason in Reason::ALL.iter().copied() {
        let finding = Finding::new(reason);
        let verdict = match finding.gravity() {
            Gravity::Note => Verdict::Accept,
            Gravity::Refer => Verdict::Refer,
            Gravity::Refuse => Verdict::Refuse,
        };
        let expected = match (finding.gravity(), finding.axis()) {
            (Gravity::Note, _) => Headline::Accept,
            _ if matches!(reason, Reason::HeldWindowPassed | Reason::HeldShownTooOften) => Headline::ScanAgain,
            (Gravity::Refer, Axis::Standing) => Headline::LookUp,
            (Gravity::Refer, Axis::Proof) => Headline::NotChecked,
            (Gravity::Refuse, Axis::Standing) => Headline::NotInForce,
            (Gravity::Refuse, Axis::Proof) => Headline::NotProven,
        };
        assert_eq!(Headline::of(verdict, [finding].iter()), expected, "{reason:?}");
    }
}

/// Six words in each language, none of them twice: a screen that shows only the word still tells them apart.
#[test]
fn no_headline_has_the_word_of_another() {
    let all = [
        Headline::Accept,
        Headline::LookUp,
        Headline::NotInForce,
        Headline::NotProven,
        Headline::NotChecked,
        Headline::ScanAgain,
    ];
    for language in [Language::Vi, Language::En] {
        let mut words: Vec<_> = all.into_iter().map(|of| of.text().of(language)).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), all.len());
    }
}
